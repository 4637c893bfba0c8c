"""Any picture or video file, or bytes of one, becomes an upright sRGB array; squares are cut from it.

Sizes are checked before anything is decoded, and conversions go strip by strip, so that a large picture costs its own
size and little more. Knows nothing of models, and must not import torch or cv2.
"""

import io
import os
import stat
import tempfile
import warnings
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, NamedTuple

import numpy as np
from PIL import Image, UnidentifiedImageError

from engine.errors import KpvpError, PhotoError
from engine.files import shown_name
from engine.media import video_frames
from engine.media.colour_profiles import Converter
from engine.media.video_frames import MAX_PIXELS
from engine.sentences import sentence

# JPEG can be decoded at half size: 200-megapixel telephones write such files.
MAX_JPEG_PIXELS = 2 * MAX_PIXELS
_FADE = 0.03  # of a crop's side, in which a figure fades at its border
_STRIP_PIXELS = 500_000  # also how long the interpreter is held at once: a window goes on beside it
# Formats known by unmistakable first bytes, and none that starts another program.
PICTURE_FORMATS = tuple(
    ["JPEG", "PNG", "GIF", "WEBP", "BMP", "DIB", "TIFF", "PPM", "ICO", "JPEG2000", "AVIF", "HEIF", "QOI", "PSD"]
)
# In the others (MPO, HEIF, PSD, ICO) further pictures are other versions of the first one.
_ANIMATED_FORMATS = ("GIF", "WEBP", "PNG", "AVIF", "TIFF")
_HEAD_BYTES = 256
# EXIF orientation: (what makes it upright, rows become columns, the first row comes last)
_TURNS = {
    2: (Image.Transpose.FLIP_LEFT_RIGHT, False, False),
    3: (Image.Transpose.ROTATE_180, False, True),
    4: (Image.Transpose.FLIP_TOP_BOTTOM, False, True),
    5: (Image.Transpose.TRANSPOSE, True, False),
    6: (Image.Transpose.ROTATE_270, True, True),
    7: (Image.Transpose.TRANSVERSE, True, True),
    8: (Image.Transpose.ROTATE_90, True, False),
}
_ANOTHER = sentence("Save it as JPEG or PNG and try again.")
_AGAIN = sentence("Copy or download it again, or choose another.")

Image.MAX_IMAGE_PIXELS = MAX_JPEG_PIXELS  # beyond twice this Pillow itself refuses, within containers too
# What Pillow would warn of on the console is either said in a sentence here, or harmless.
warnings.filterwarnings("ignore", module=r"PIL\.")


@dataclass(frozen=True, eq=False)
class Photo:
    """One still picture: what was read, and from where."""

    pixels: np.ndarray  # uint8 [H, W, 3], upright, sRGB, read-only
    name: str
    path: Path | None = None
    frame_count: int = 1  # more than one: a video or animation, of which `frame` (0 is the first) was taken
    frame: int = 0

    @property
    def width(self) -> int:
        return self.pixels.shape[1]

    @property
    def height(self) -> int:
        return self.pixels.shape[0]


class Crop(NamedTuple):
    """A square of a photo in its pixels: left, top, side."""

    x: int
    y: int
    size: int


def read_photo(
    source: "str | os.PathLike | bytes | np.ndarray | Photo", frame: int | None = None, name: str | None = None
) -> Photo:
    """Read a picture, or frame `frame` (0 is the first, the default) of a video or animation.

    `source` is a path, the bytes of a file, or uint8 [H, W, 3] sRGB (also [H, W] grey and [H, W, 4] with alpha, which
    is laid on white). JPEGs above 120 megapixels come at half size. Raises `PhotoError` for everything that cannot be
    read; a missing choice of frame is no error: see `Photo.frame_count`.
    """
    if isinstance(source, Photo):
        return source
    if isinstance(source, np.ndarray):
        return Photo(_frozen(_checked_array(source)), name or "picture")
    if isinstance(source, (bytes, bytearray, memoryview)):
        name = name or "The picture"
        return _read(io.BytesIO(source), name, None, frame)
    path = Path(source)
    name = name or shown_name(path)
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise PhotoError(sentence("{name} is a folder.", name=name), sentence("Choose one picture in it."))
        if not stat.S_ISREG(mode):  # opening a pipe or device could wait for ever
            raise PhotoError(sentence("{name} is not a file.", name=name), sentence("Choose a picture."))
        with open(path, "rb") as file:
            return _read(file, name, path, frame)
    except (OSError, ValueError) as error:  # ValueError: a path with a NUL character
        reason = getattr(error, "strerror", None) or "this is no path"
        raise PhotoError(
            sentence("{name} cannot be opened: {reason}.", name=name, reason=reason),
            sentence("Check the path, and that you may read it."),
        ) from error


def default_crop(width: int, height: int) -> Crop:
    """The largest square in the middle of a picture of `width` x `height` pixels."""
    size = min(width, height)
    return Crop((width - size) // 2, (height - size) // 2, size)


def with_longer_side(width: int, height: int, size: int | None) -> tuple[int, int]:
    """Width and height of a picture brought to a longer side of `size` pixels; None: as it is."""
    scale = 1 if size is None else size / max(width, height)
    return round(width * scale), round(height * scale)


def crop_pixels(pixels: np.ndarray, crop: Crop | tuple[int, int, int], size: int) -> np.ndarray:
    """The square `crop` of uint8 [H, W, 3] resized with an antialiased filter to uint8 [size, size, 3].

    Raises `PhotoError` if the square does not lie inside the picture.
    """
    crop = Crop(*(int(value) for value in crop))
    height, width = pixels.shape[:2]
    if crop.size < 1 or min(crop.x, crop.y) < 0 or crop.x + crop.size > width or crop.y + crop.size > height:
        raise PhotoError(
            sentence(
                "The crop {x},{y},{size} does not lie inside the photo of {width} x {height} pixels.",
                x=crop.x,
                y=crop.y,
                size=crop.size,
                width=width,
                height=height,
            ),
            sentence("Give the left and top corner and the side of a square within it."),
        )
    square = pixels[crop.y : crop.y + crop.size, crop.x : crop.x + crop.size]
    if crop.size == size:
        return square.copy()
    # A large square is first averaged in whole blocks, in strips of rows: a drag over 100 megapixels must stay smooth.
    block = max(1, crop.size // (4 * size))
    image = Image.fromarray(reduced(square, block))
    side = crop.size / block
    return np.array(image.resize((size, size), Image.Resampling.BICUBIC, box=(0, 0, side, side)))


def scaled_photo(pixels: np.ndarray, crop: Crop, side: int) -> tuple[np.ndarray, Crop]:
    """A photo uint8 [H, W, 3] at the scale at which its crop has `side` pixels, and that crop in it.

    The crop is `scaled_crop`, but for a rounding: its pixels are those of the whole. So less than one may be missing at
    each of the photo's borders. Where that is the crop's own size, the photo comes as it is.
    """
    if side == crop.size:
        return pixels, crop
    step = crop.size / side
    before = int(crop.x / step), int(crop.y / step)
    after = (int((whole - at - crop.size) / step) for whole, at in zip(pixels.shape[1::-1], crop[:2], strict=True))
    width, height = (side + some + more for some, more in zip(before, after, strict=True))
    left, top = crop.x - before[0] * step, crop.y - before[1] * step
    return _scaled(pixels, (left, top), (width, height), step), Crop(*before, side)


def scaled_crop(pixels: np.ndarray, crop: Crop, side: int) -> np.ndarray:
    """The crop of a photo uint8 [H, W, 3] as uint8 [side, side, 3] that fits into the photo around it."""
    if side == crop.size:
        return pixels[crop.y : crop.y + side, crop.x : crop.x + side]
    return _scaled(pixels, crop[:2], (side, side), crop.size / side)


def border_ramp(side: int) -> np.ndarray:
    """float32 [side], 1 inside and 0 in the first and last pixel: a figure that leaves a crop of that side fades by it
    along rows and columns, so that nothing tells the crop from the photo around it."""
    at = np.arange(side, dtype=np.float32)
    ramp = np.clip(np.minimum(at, at[::-1]) / (_FADE * side), 0, 1)
    return ramp * ramp * (3 - 2 * ramp)


def _scaled(pixels: np.ndarray, corner: tuple[float, float], size: tuple[int, int], step: float) -> np.ndarray:
    """uint8 [h, w, 3] of `size` (w, h), a pixel for every `step` pixels right and down of `corner`, antialiased.

    The filter sees what lies around that part.
    """
    reach = 3 * max(step, 1)  # more than a bicubic filter's
    starts = [max(int(at - reach), 0) for at in corner]
    left, top = (at - start for at, start in zip(corner, starts, strict=True))
    right, bottom = (int(at + count * step + reach) + 1 for at, count in zip(corner, size, strict=True))
    image = Image.fromarray(pixels[starts[1] : bottom, starts[0] : right])
    end = min(left + size[0] * step, image.width), min(top + size[1] * step, image.height)
    return np.array(image.resize(size, Image.Resampling.BICUBIC, box=(left, top, *end)))


def reduced(pixels: np.ndarray, block: int) -> np.ndarray:
    """uint8 [H, W, 3] with every block x block pixels averaged, [ceil(H / block), ceil(W / block), 3]."""
    if block <= 1:
        return pixels
    step = block * max(1, _STRIP_PIXELS // (block * pixels.shape[1]))
    strips = (Image.fromarray(pixels[top : top + step]) for top in range(0, len(pixels), step))
    return np.concatenate([np.asarray(strip.reduce(block)) for strip in strips])


def _read(file: BinaryIO, name: str, path: Path | None, frame: int | None) -> Photo:
    """Whatever the decoders do with a hostile file, only `PhotoError` leaves this function."""
    head = file.read(_HEAD_BYTES)
    if not head:
        raise PhotoError(sentence("{name} is empty.", name=name), _AGAIN)
    file.seek(0)
    try:
        _register_heif()
        try:
            with Image.open(file, formats=PICTURE_FORMATS) as image:
                return _from_image(image, name, path, frame)
        except UnidentifiedImageError:
            if video_frames.looks_like_video(head):
                return _from_video(file, name, path, frame)
            raise PhotoError(
                sentence("{name} is not a picture or video that can be read.", name=name), _ANOTHER
            ) from None
    except KpvpError:
        raise
    except Image.DecompressionBombError as error:
        raise PhotoError(
            sentence("{name} is too large to be decoded.", name=name),
            sentence("Scale it below {value} megapixels.", value=MAX_PIXELS // 10**6),
        ) from error
    except MemoryError as error:
        raise PhotoError(
            sentence("There is not enough memory to open {name}.", name=name),
            sentence("Close other programs or scale it down."),
        ) from error
    except Exception as error:  # Pillow's decoders raise a dozen kinds for damaged files, bugs of theirs included
        raise PhotoError(sentence("{name} is damaged or cut off.", name=name), _AGAIN) from error


def _from_image(image: Image.Image, name: str, path: Path | None, frame: int | None) -> Photo:
    count = int(getattr(image, "n_frames", 1)) if image.format in _ANIMATED_FORMATS else 1
    index = 0 if frame is None else int(frame)
    if not 0 <= index < count:
        many = sentence("{count} frames", count=count) if count > 1 else sentence("one frame")
        raise PhotoError(
            sentence("{name} has {many}, and no frame {index}.", name=name, many=many, index=index),
            sentence("Choose one from 0 to {value}.", value=count - 1),
        )
    if image.format in _ANIMATED_FORMATS:
        image.seek(index)
    width, height = image.size
    if width * height > MAX_PIXELS:
        if image.format not in ("JPEG", "MPO") or width * height > MAX_JPEG_PIXELS:
            raise PhotoError(
                sentence(
                    "{name} has {width} x {height} pixels, which is more than this program opens.",
                    name=name,
                    width=width,
                    height=height,
                ),
                sentence("Scale it below {value} megapixels.", value=MAX_PIXELS // 10**6),
            )
        image.draft("RGB", ((width + 1) // 2, (height + 1) // 2))
    return Photo(_frozen(_upright_srgb(image)), name, path, count, index)


def _from_video(file: BinaryIO, name: str, path: Path | None, frame: int | None) -> Photo:
    if path is not None:
        count = video_frames.count_frames(path)
        pixels = video_frames.read_frame(path, frame or 0)
    else:  # ffmpeg must be able to seek
        with tempfile.TemporaryDirectory(prefix="kpvp-") as folder:
            copy = Path(folder) / "video"
            file.seek(0)
            copy.write_bytes(file.read())
            count = video_frames.count_frames(copy)
            pixels = video_frames.read_frame(copy, frame or 0)
    return Photo(_frozen(pixels), name, path, count, frame or 0)


def _upright_srgb(image: Image.Image) -> np.ndarray:
    """Decode, convert and turn; uint8 [H, W, 3]."""
    image.load()
    turn, sideways, reverse = _TURNS.get(_orientation(image), (None, False, False))
    width, height = image.size
    pixels = np.empty((width, height, 3) if sideways else (height, width, 3), np.uint8)
    convert = Converter(image)
    step = max(1, _STRIP_PIXELS // width)
    for top in range(0, height, step):
        bottom = min(top + step, height)
        strip = image.crop((0, top, width, bottom))
        part = slice(height - bottom, height - top) if reverse else slice(top, bottom)
        pixels[(slice(None), part) if sideways else part] = convert(strip if turn is None else strip.transpose(turn))
    return pixels


def _orientation(image: Image.Image) -> int:
    try:
        return int(image.getexif().get(0x0112, 1))
    except Exception:  # a damaged EXIF block is no reason to refuse the picture
        return 1


def _checked_array(array: np.ndarray) -> np.ndarray:
    shape = array.shape
    if (
        array.dtype != np.uint8
        or len(shape) not in (2, 3)
        or (len(shape) == 3 and shape[2] not in (3, 4))
        or not array.size
    ):
        raise PhotoError(
            sentence("The array is {dtype} {value}.", dtype=array.dtype, value=list(shape)),
            sentence("Give a picture as uint8 [H, W, 3]."),
        )
    if shape[0] * shape[1] > MAX_PIXELS:
        raise PhotoError(
            sentence("The array has {width} x {height} pixels.", width=shape[1], height=shape[0]),
            sentence("Give at most {value} megapixels.", value=MAX_PIXELS // 10**6),
        )
    if len(shape) == 3 and shape[2] == 3:
        return array.copy()
    return _upright_srgb(Image.fromarray(np.ascontiguousarray(array)))


def _register_heif() -> None:
    if "HEIF" not in Image.OPEN:  # not at import: it costs start-up time, and few photos need it
        try:
            import pillow_heif
        except ImportError:
            return
        pillow_heif.register_heif_opener()


def _frozen(pixels: np.ndarray) -> np.ndarray:
    pixels.flags.writeable = False
    return pixels
