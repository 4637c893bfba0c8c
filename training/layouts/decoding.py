"""Frames of one clip, upright, cut to the middle square and brought to the store's size.

Videos are decoded by ffmpeg in a process of its own, everything else by Pillow. Whatever is wrong with a file, the
frames before it are given first and then `Damaged` is raised. Knows no stores.
"""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Iterator
from fractions import Fraction
from itertools import islice

import numpy as np
from PIL import Image, ImageOps

from engine.media import ffmpeg
from engine.media.colour_profiles import Converter
from engine.media.photo import MAX_PIXELS, PICTURE_FORMATS, crop_pixels, default_crop
from engine.media.video_frames import READ_ONLY
from engine.pixels import to_levels
from training.layouts.listing import SourceClip

# The largest middle square in square pixels, scaled once, with a filter that widens as the picture shrinks.
SQUARE = (
    "crop=w='min(iw,ih/sar)':h='min(ih,iw*sar)':exact=1,scale={size}:{size}:flags=bicubic+accurate_rnd+full_chroma_int,"
    "setsar=1,format=rgb24"
)


class Damaged(Exception):
    """A clip cannot be decoded, or no further; the text is a sentence for a list of problems."""


def frames(
    clip: SourceClip, size: int, fps: float = 0.0, longest: int = 0, own_fps: Fraction | None = None
) -> Iterator[np.ndarray]:
    """The clip's frames uint8 [size, size, 3] in order.

    fps: resample to this rate (0: as they are), by leaving out or repeating frames; without effect on pictures, whose
    rate is unknown, unless `own_fps` tells it. longest: at most this many, the first ones (0: all). Raises Damaged.
    """
    if clip.kind == "video":
        found = video(clip.files[0], size, fps, longest)
    else:
        found = _READERS[clip.kind](clip, size)
        if fps and own_fps:
            found = resampled(found, own_fps, fps)
    return islice(found, longest or None)


def video(path: str, size: int, fps: float = 0.0, longest: int = 0, seek: float = 0.0) -> Iterator[np.ndarray]:
    """Frames of a video file, from `seek` seconds on. Rotation and pixel shape are honoured."""
    filters = (f"fps={fps}," if fps else "") + SQUARE.format(size=size)
    limit = ["-frames:v", str(longest)] if longest else []
    command = ["-fflags", "+discardcorrupt", "-threads", "1", *READ_ONLY]
    command += ["-ss", f"{seek:.3f}"] if seek else []
    command += ["-i", ffmpeg.file_url(path), "-map", "0:v:0", "-an", "-sn", "-vf", filters, *limit]
    command += [*([] if fps else ["-fps_mode", "passthrough"]), "-f", "rawvideo", "pipe:1"]
    length = size * size * 3
    with tempfile.TemporaryFile() as messages:
        try:
            process = ffmpeg.start(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=messages)
        except ffmpeg.FfmpegError as error:
            raise Damaged(f"It cannot be decoded: {error}.") from None
        assert process.stdout is not None
        data = b""
        with process:
            try:
                while len(data := process.stdout.read(length)) == length:
                    yield np.frombuffer(data, np.uint8).reshape(size, size, 3)
            finally:
                if process.poll() is None and len(data) == length:  # the reader has had enough
                    process.kill()
        messages.seek(0)
        lines = messages.read(100_000).decode("utf-8", "replace").strip().splitlines()
    if lines or process.returncode:
        raise Damaged("It is damaged or cut off.")


def square(image: Image.Image, size: int) -> np.ndarray:
    """The middle square of a Pillow picture as uint8 [size, size, 3], upright, sRGB, on white where transparent."""
    if image.width * image.height > MAX_PIXELS:
        raise Damaged(f"It has {image.width} x {image.height} pixels, which is more than this program opens.")
    image.draft("RGB", (2 * size, 2 * size))  # a large JPEG is decoded at a fraction of its size; others do not mind
    image.load()
    if image.getexif().get(0x0112, 1) != 1:  # it would copy an upright picture too
        image = ImageOps.exif_transpose(image)
    x, y, side = default_crop(*image.size)
    pixels = Converter(image)(image.crop((x, y, x + side, y + side)))
    return crop_pixels(pixels, (0, 0, side), size)


def resampled(source: Iterator[np.ndarray], own_fps: Fraction, fps: float) -> Iterator[np.ndarray]:
    """Frames shown at `own_fps` as `fps` frames per second: each new frame is the one shown at its time."""
    given = 0
    for number, frame in enumerate(source):
        while given / fps < float((number + 1) / own_fps) - 1e-9:
            yield frame
            given += 1


def _animation(clip: SourceClip, size: int) -> Iterator[np.ndarray]:
    # Pillow composes partial frames and disposal; frames must be sought in order.
    try:
        with Image.open(clip.files[0], formats=("GIF", "WEBP")) as image:
            if image.width * image.height > MAX_PIXELS:
                raise Damaged(f"It has {image.width} x {image.height} pixels, which is more than this program opens.")
            for number in range(getattr(image, "n_frames", 1)):
                image.seek(number)  # decodes the frame before it
                yield square(image, size)
    except GeneratorExit:
        raise
    except Exception as error:  # Pillow's decoders raise a dozen kinds for damaged files
        raise _damaged(error) from error


def _strip(clip: SourceClip, size: int) -> Iterator[np.ndarray]:
    try:
        with Image.open(clip.files[0], formats=PICTURE_FORMATS) as image:
            side = image.height
            if image.width * side > MAX_PIXELS:
                raise Damaged(f"It has {image.width} x {side} pixels, which is more than this program opens.")
            for left in range(0, image.width - side + 1, side):
                yield square(image.crop((left, 0, left + side, side)), size)
    except GeneratorExit:
        raise
    except Exception as error:
        raise _damaged(error) from error


def _pictures(clip: SourceClip, size: int) -> Iterator[np.ndarray]:
    for file in clip.files:
        try:
            with Image.open(file, formats=PICTURE_FORMATS) as image:
                frame = square(image, size)
        except Exception as error:
            name = file.replace("\\", "/").rsplit("/", 1)[-1]
            raise Damaged(f"{name} cannot be read ({_short(error)}).") from error
        yield frame


def _array(clip: SourceClip, size: int) -> Iterator[np.ndarray]:
    try:
        stored = np.load(clip.files[0], mmap_mode="r", allow_pickle=False)[clip.part]
        pixels = _as_bytes(np.asarray(stored))
    except Exception as error:  # as for Pillow's decoders
        raise _damaged(error) from error
    for frame in pixels:
        crop = default_crop(frame.shape[1], frame.shape[0])
        yield crop_pixels(np.ascontiguousarray(frame), crop, size)


def _as_bytes(pixels: np.ndarray) -> np.ndarray:
    """uint8 of bytes, or of numbers in [0, 1], [-1, 1] or [0, 255]; which of them, the numbers themselves say."""
    if pixels.dtype == np.uint8:
        return pixels
    numbers = pixels.astype(np.float64)
    if not np.isfinite(numbers).all():
        raise ValueError("a pixel is no number")
    if numbers.min() < 0:
        numbers = to_levels(numbers)
    elif numbers.max() <= 1:
        numbers = numbers * 255
    return numbers.round().clip(0, 255).astype(np.uint8)


_READERS = {"animation": _animation, "strip": _strip, "pictures": _pictures, "array": _array}


def _damaged(error: Exception) -> Damaged:
    return error if isinstance(error, Damaged) else Damaged(f"It is damaged or cut off ({_short(error)}).")


def _short(error: Exception) -> str:
    text = getattr(error, "strerror", None) or str(error).splitlines()[0] if str(error) else type(error).__name__
    return text[:100].rstrip(".")
