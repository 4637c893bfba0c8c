"""Photos of every kind that users have come out upright, sRGB and 8-bit, or with one sentence of what is wrong."""

import os
import subprocess
import sys
import zlib
from typing import Any

import numpy as np
import pillow_heif
import pytest
from PIL import Image, ImageCms, ImageOps

from engine.errors import PhotoError
from engine.media import ffmpeg
from engine.media.photo import read_photo

pillow_heif.register_heif_opener()
pytestmark = pytest.mark.filterwarnings("ignore::PIL.Image.DecompressionBombWarning")


def picture(width=48, height=32):
    """A gradient with a red top left corner: any turn or swap of channels shows."""
    x = np.linspace(0, 255, width)[None, :]
    y = np.linspace(0, 255, height)[:, None]
    pixels = np.stack([255 - (x + y) / 2, x + 0 * y, y + 0 * x], -1).round().astype(np.uint8)
    pixels[: height // 4, : width // 4] = (255, 0, 0)
    return pixels


def saved(path, pixels=None, mode="RGB", **options):
    image = Image.fromarray(picture() if pixels is None else pixels)
    (image if image.mode == mode else image.convert(mode)).save(path, **options)
    return path


def difference(a, b):
    assert a.shape == b.shape
    return np.abs(a.astype(int) - b.astype(int)).mean()


def video(path, frames, fps=10, arguments=("-c:v", "libx264", "-crf", "8", "-pix_fmt", "yuv420p")):
    height, width = frames[0].shape[:2]
    arguments = [*arguments, "-f", {".mov": "mov", ".webm": "webm", ".avi": "avi"}.get(path.suffix, "mp4")]
    ffmpeg.encode(frames, (width, height), ffmpeg.Fraction(fps), arguments, path)
    return path


def numbered_frames(count=12, size=64):
    """Frame i is grey 20 * i."""
    return [np.full((size, size, 3), 20 * i, np.uint8) for i in range(count)]


@pytest.mark.parametrize(
    ("suffix", "options", "tolerance"),
    [
        ("png", {}, 0),
        ("bmp", {}, 0),
        ("tiff", {}, 0),
        ("ppm", {}, 0),
        ("jp2", {}, 1),
        ("webp", {"lossless": True}, 0),
        ("webp", {"quality": 95}, 6),
        ("jpg", {"quality": 95, "subsampling": 0}, 3),
        ("heic", {"quality": 95}, 6),
        ("avif", {"quality": 95}, 6),
        ("gif", {}, 12),
    ],
)
def test_common_formats_come_out_as_they_went_in(tmp_path, suffix, options, tolerance):
    result = read_photo(saved(tmp_path / f"a.{suffix}", **options))
    assert result.pixels.dtype == np.uint8 and result.pixels.shape == (32, 48, 3)
    assert difference(result.pixels, picture()) <= tolerance
    assert (result.frame_count, result.frame, result.name) == (1, 0, f"a.{suffix}")
    assert (result.width, result.height) == (48, 32)


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("suffix", ["jpg", "png", "webp", "tiff", "avif"])
def test_exif_rotation_is_applied(tmp_path, orientation, suffix):
    exif = Image.Exif()
    exif[0x0112] = orientation
    path = saved(tmp_path / f"a.{suffix}", exif=exif, **({"quality": 95} if suffix == "jpg" else {}))
    with Image.open(path) as image:
        image.load()
        expected = np.asarray(ImageOps.exif_transpose(image).convert("RGB"))
    assert difference(read_photo(path).pixels, expected) == 0
    assert read_photo(path).height == (32 if orientation < 5 else 48)


@pytest.mark.parametrize("orientation", [3, 6])
@pytest.mark.parametrize("mode", ["I;16", "L", "1", "P", "LA", "RGBA", "CMYK", "F"])
def test_every_mode_can_be_turned(tmp_path, mode, orientation):
    exif = Image.Exif()
    exif[0x0112] = orientation
    grey = picture()[..., 1]
    wide = {"I;16": grey.astype(np.uint16) << 8, "F": grey.astype(np.float32)}
    image = Image.fromarray(wide[mode]) if mode in wide else Image.fromarray(picture()).convert(mode)
    image.save(tmp_path / "flat.tiff")
    image.save(tmp_path / "a.tiff", exif=exif)
    expected = np.rot90(read_photo(tmp_path / "flat.tiff").pixels, 2 if orientation == 3 else -1)
    assert difference(read_photo(tmp_path / "a.tiff").pixels, expected) == 0


def test_a_rotated_heic_stands_upright(tmp_path):
    exif = Image.Exif()
    exif[0x0112] = 6
    result = read_photo(saved(tmp_path / "a.heic", exif=exif.tobytes(), quality=95))
    assert difference(result.pixels, np.rot90(picture(), -1)) < 6


def test_transparency_lies_on_white(tmp_path):
    pixels = np.zeros((8, 12, 4), np.uint8)
    pixels[:, 4:8] = (200, 0, 0, 128)
    pixels[:, 8:] = (0, 0, 255, 255)
    for suffix, options in (("png", {}), ("webp", {"lossless": True, "exact": True}), ("tiff", {})):
        result = read_photo(saved(tmp_path / f"a.{suffix}", pixels, "RGBA", **options)).pixels
        assert tuple(result[0, 0]) == (255, 255, 255)
        assert difference(result[0, 5], np.array([227, 127, 127])) <= 1
        assert tuple(result[0, 11]) == (0, 0, 255)


def test_a_palette_with_a_transparent_entry_lies_on_white(tmp_path):
    image = Image.new("P", (4, 4), 0)
    image.putpalette([9, 9, 9, 0, 200, 0])
    image.putpixel((1, 1), 1)
    image.save(tmp_path / "a.png", transparency=0)
    result = read_photo(tmp_path / "a.png").pixels
    assert tuple(result[0, 0]) == (255, 255, 255) and tuple(result[1, 1]) == (0, 200, 0)


def test_sixteen_bits_are_scaled_and_not_clipped(tmp_path):
    grey = np.linspace(0, 65535, 64).astype(np.uint16)[None].repeat(4, 0)
    for suffix in ("png", "tiff"):
        Image.fromarray(grey).save(tmp_path / f"a.{suffix}")
        assert np.array_equal(read_photo(tmp_path / f"a.{suffix}").pixels[..., 1], (grey >> 8).astype(np.uint8))


def test_sixteen_bit_colour_png_is_scaled(tmp_path):
    cv2 = pytest.importorskip("cv2")
    wide = picture().astype(np.uint16) * 257
    (tmp_path / "a.png").write_bytes(cv2.imencode(".png", wide[..., ::-1])[1].tobytes())
    assert difference(read_photo(tmp_path / "a.png").pixels, picture()) <= 1


def test_floating_point_grey_between_0_and_1_is_scaled(tmp_path):
    Image.fromarray(np.linspace(0, 1, 16, dtype=np.float32)[None].repeat(2, 0)).save(tmp_path / "a.tiff")
    result = read_photo(tmp_path / "a.tiff").pixels[0, :, 0]
    assert result[0] == 0 and result[-1] == 255 and (np.diff(result.astype(int)) > 0).all()


@pytest.mark.parametrize("mode", ["L", "1", "LA", "P", "PA", "CMYK", "YCbCr", "LAB"])
def test_other_colour_modes_become_rgb(tmp_path, mode):
    suffix = "tiff" if mode in ("CMYK", "YCbCr", "LAB", "PA") else "png"
    image = Image.fromarray(picture())
    if mode == "LAB":
        to_lab = ImageCms.buildTransform(ImageCms.createProfile("sRGB"), ImageCms.createProfile("LAB"), "RGB", "LAB")
        image = ImageCms.applyTransform(image, to_lab)
        assert image is not None
    elif mode == "PA":
        suffix, mode = "png", "LA"
        image = image.convert("LA")
    else:
        image = image.convert(mode)
    image.save(tmp_path / f"a.{suffix}")
    result = read_photo(tmp_path / f"a.{suffix}").pixels
    expected = (
        picture()
        if mode in ("P", "CMYK", "YCbCr", "LAB")
        else np.asarray(Image.fromarray(picture()).convert("1" if mode == "1" else "L").convert("RGB"))
    )
    assert difference(result, expected) < (20 if mode == "P" else 3)


def test_a_cmyk_jpeg_keeps_its_colours(tmp_path):
    result = read_photo(saved(tmp_path / "a.jpg", mode="CMYK", quality=95, subsampling=0))
    assert difference(result.pixels, picture()) < 4


def gamma_profile(gamma):
    """An RGB profile with sRGB's primaries and a plain gamma, by rewriting the curves of Pillow's sRGB profile."""
    data = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    curve = b"curv" + bytes(4) + (1).to_bytes(4, "big") + int(gamma * 256).to_bytes(2, "big")
    offset = len(data)
    data += curve + bytes(-len(curve) % 4)
    for i in range(int.from_bytes(data[128:132], "big")):
        entry = 132 + 12 * i
        if data[entry : entry + 4] in (b"rTRC", b"gTRC", b"bTRC"):
            data[entry + 4 : entry + 12] = offset.to_bytes(4, "big") + len(curve).to_bytes(4, "big")
        if data[entry : entry + 4] == b"desc":  # no longer sRGB by name
            at = int.from_bytes(data[entry + 4 : entry + 8], "big")
            size = int.from_bytes(data[entry + 8 : entry + 12], "big")
            data[at : at + size] = (
                data[at : at + size].replace(b"\0s\0R\0G\0B", b"\0o\0t\0h\0r").replace(b"sRGB", b"othr")
            )
    data[0:4] = len(data).to_bytes(4, "big")
    return bytes(data)


@pytest.mark.parametrize("suffix", ["png", "jpg", "webp", "tiff"])
def test_a_colour_profile_is_converted_to_srgb(tmp_path, suffix):
    grey = np.full((16, 16, 3), 128, np.uint8)
    path = saved(tmp_path / f"a.{suffix}", grey, icc_profile=gamma_profile(1.0))
    # Half of linear light is 188 in sRGB.
    assert abs(int(read_photo(path).pixels[8, 8, 1]) - 188) <= 2


def test_a_broken_or_unfitting_profile_is_ignored(tmp_path):
    for number, profile in enumerate((b"nonsense", gamma_profile(1.0)[:200])):
        path = saved(tmp_path / f"{number}.png", icc_profile=profile)
        assert difference(read_photo(path).pixels, picture()) == 0
    path = saved(tmp_path / "grey.png", mode="L", icc_profile=gamma_profile(1.0))
    assert read_photo(path).pixels.shape == (32, 48, 3)


def test_a_telephones_extra_pictures_are_no_animation(tmp_path):
    first, second = Image.fromarray(picture()), Image.fromarray(picture()[::-1].copy())
    first.save(tmp_path / "a.jpg", format="MPO", save_all=True, append_images=[second], quality=95)
    result = read_photo(tmp_path / "a.jpg")
    assert result.frame_count == 1 and difference(result.pixels, picture()) < 6


@pytest.mark.parametrize("suffix", ["gif", "webp", "png", "tiff", "avif"])
def test_a_frame_of_an_animation_can_be_chosen(tmp_path, suffix):
    frames = [Image.fromarray(frame) for frame in numbered_frames(5, 32)]
    frames[0].save(tmp_path / f"a.{suffix}", save_all=True, append_images=frames[1:], duration=100)
    assert read_photo(tmp_path / f"a.{suffix}").frame_count == 5
    assert read_photo(tmp_path / f"a.{suffix}").frame == 0
    for index in (3, 1, 4):
        result = read_photo(tmp_path / f"a.{suffix}", frame=index)
        assert result.frame == index and abs(result.pixels.mean() - 20 * index) < 4
    with pytest.raises(PhotoError, match=r"5 frames.*0 to 4"):
        read_photo(tmp_path / f"a.{suffix}", frame=5)


@pytest.mark.parametrize(
    ("suffix", "codec"),
    [
        ("mp4", ("-c:v", "libx264", "-crf", "8", "-pix_fmt", "yuv420p")),
        ("mov", ("-c:v", "mjpeg", "-q:v", "2", "-pix_fmt", "yuvj420p")),
        ("webm", ("-c:v", "libvpx-vp9", "-crf", "10", "-b:v", "0")),
        ("avi", ("-c:v", "mpeg4", "-q:v", "2", "-pix_fmt", "yuv420p")),
    ],
)
def test_a_frame_of_a_video_can_be_chosen(tmp_path, suffix, codec):
    path = video(tmp_path / f"clip 100% é 動画.{suffix}", numbered_frames(), arguments=codec)
    assert read_photo(path).frame_count == 12
    for index in (0, 1, 7, 11):
        result = read_photo(path, frame=index)
        assert result.frame == index and abs(result.pixels.mean() - 20 * index) < 4
    with pytest.raises(PhotoError, match="12 frames"):
        read_photo(path, frame=12)


def test_a_late_frame_of_a_long_video_is_found_by_its_time(tmp_path):
    frames = [np.full((16, 16, 3), i % 50 * 5, np.uint8) for i in range(400)]
    path = video(tmp_path / "a.mp4", frames, fps=30)
    for index in (300, 333, 399):
        assert abs(read_photo(path, frame=index).pixels.mean() - index % 50 * 5) < 3


def test_a_video_can_come_as_bytes(tmp_path):
    data = video(tmp_path / "a.mp4", numbered_frames()).read_bytes()
    result = read_photo(data, frame=5)
    assert result.frame_count == 12 and result.path is None and abs(result.pixels.mean() - 100) < 4


def test_a_video_lying_on_its_side_stands_upright(tmp_path):
    wide = np.zeros((32, 64, 3), np.uint8)
    wide[:, :16] = 255
    video(tmp_path / "flat.mp4", [wide] * 3)
    ffmpeg_arguments = ["-display_rotation", "-90", "-i", str(tmp_path / "flat.mp4"), "-c", "copy"]
    subprocess.run([ffmpeg.executable(), "-loglevel", "error", *ffmpeg_arguments, str(tmp_path / "a.mp4")], check=True)
    result = read_photo(tmp_path / "a.mp4").pixels
    assert result.shape == (64, 32, 3)
    assert result[:8].mean() > 240 and result[-32:].mean() < 15


def test_a_playlist_cannot_name_other_files(tmp_path):
    video(tmp_path / "secret.mp4", numbered_frames())
    (tmp_path / "a.mp4").write_text(f"ffconcat version 1.0\nfile '{tmp_path / 'secret.mp4'}'\n")
    (tmp_path / "b.mp4").write_bytes(b"\x00\x00\x00\x18ftypmp42" + (tmp_path / "a.mp4").read_bytes())
    for name in ("a.mp4", "b.mp4"):
        with pytest.raises(PhotoError):
            read_photo(tmp_path / name)


def test_bytes_are_read_like_files(tmp_path):
    data = saved(tmp_path / "a.png").read_bytes()
    sources: list[Any] = [data, bytearray(data), memoryview(data)]
    for source in sources:
        assert difference(read_photo(source).pixels, picture()) == 0
    assert read_photo(data, name="from the browser").name == "from the browser"
    assert read_photo(data).path is None


def test_arrays_are_copied_checked_and_read_only():
    pixels = picture()
    result = read_photo(pixels)
    pixels[:] = 0
    assert difference(result.pixels, picture()) == 0
    with pytest.raises(ValueError):
        result.pixels[0, 0] = 0
    assert read_photo(picture()[..., 0]).pixels.shape == (32, 48, 3)
    see_through = np.dstack([picture(), np.zeros((32, 48), np.uint8)])
    assert (read_photo(see_through).pixels == 255).all()
    for wrong in (picture().astype(np.float32), np.zeros((2, 3, 4, 3), np.uint8), np.zeros((0, 4, 3), np.uint8)):
        with pytest.raises(PhotoError, match="uint8"):
            read_photo(wrong)


def test_a_photo_that_is_read_already_passes_through():
    once = read_photo(picture())
    assert read_photo(once) is once


@pytest.mark.parametrize(
    "name", ["with space.png", "100% 'quoted\".png", "é å ñ.png", "写真.png", "-i.png", "a:b.png", "x" * 200 + ".png"]
)
def test_odd_paths_open(tmp_path, name):
    assert read_photo(str(saved(tmp_path / name))).name == name


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "a.jpg is empty"),
        (b"just some text, named as a picture\n" * 20, "not a picture"),
        (b"\xff\xd8\xff", "a.jpg"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "not a picture"),
        (b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n", "not a picture"),
    ],
)
def test_what_is_no_picture_is_refused_in_a_sentence(tmp_path, content, sentence):
    (tmp_path / "a.jpg").write_bytes(content)
    with pytest.raises(PhotoError, match=sentence) as caught:
        read_photo(tmp_path / "a.jpg")
    assert caught.value.what.endswith(".") and caught.value.remedy.endswith(".")


def test_folders_missing_files_pipes_and_locked_files_are_refused(tmp_path):
    with pytest.raises(PhotoError, match="is a folder"):
        read_photo(tmp_path)
    with pytest.raises(PhotoError, match="No such file"):
        read_photo(tmp_path / "none.png")
    with pytest.raises(PhotoError):
        read_photo("a\0b.png")
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe.png")
        with pytest.raises(PhotoError, match="not a file"):
            read_photo(tmp_path / "pipe.png")


def png_header(width, height):
    """The start of a PNG that says it is enormous."""

    def chunk(name, content):
        return len(content).to_bytes(4, "big") + name + content + zlib.crc32(name + content).to_bytes(4, "big")

    header = width.to_bytes(4, "big") + height.to_bytes(4, "big") + b"\x08\x02\x00\x00\x00"
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(bytes(99)))


@pytest.mark.parametrize("size", [(12000, 11000), (20000, 20000), (2**31 - 1, 2**31 - 1)])
def test_enormous_pictures_are_refused_before_decoding(tmp_path, size):
    (tmp_path / "a.png").write_bytes(png_header(*size))
    with pytest.raises(PhotoError, match=r"(too large|more than this program opens).*120 megapixels"):
        read_photo(tmp_path / "a.png")


def test_a_single_pixel_is_a_photo(tmp_path):
    for suffix in ("png", "jpg", "webp", "gif", "heic"):
        assert read_photo(saved(tmp_path / f"a.{suffix}", np.full((1, 1, 3), 200, np.uint8))).pixels.shape == (1, 1, 3)


def test_a_file_that_is_being_read_is_closed_again(tmp_path):
    path = saved(tmp_path / "a.png")
    read_photo(path)
    path.rename(tmp_path / "b.png")  # what an open handle would forbid on Windows
    if os.path.isdir("/proc/self/fd"):
        open_files = [
            os.readlink(f"/proc/self/fd/{n}")
            for n in os.listdir("/proc/self/fd")
            if os.path.lexists(f"/proc/self/fd/{n}")
        ]
        assert not any(str(tmp_path) in name for name in open_files)


def test_reading_photos_imports_neither_torch_nor_cv2():
    heavy = ("torch", "cv2", "PySide6", "pillow_heif")
    code = f"import sys, engine.media.photo; print([m for m in {heavy} if m in sys.modules])"
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert result.stdout.strip() == "[]"
