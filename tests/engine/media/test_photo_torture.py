"""Damaged and enormous files: whatever is wrong with them, one sentence comes back, soon, within bounded memory."""

import io
import random
import subprocess
import sys
from fractions import Fraction

import numpy as np
import pillow_heif
import pytest
from PIL import Image

from engine.errors import PhotoError
from engine.media import ffmpeg
from engine.media.photo import read_photo

pillow_heif.register_heif_opener()
pytestmark = pytest.mark.filterwarnings("ignore::UserWarning:PIL")

STILL = {
    "jpg": {"quality": 90},
    "progressive.jpg": {"quality": 90, "progressive": True},
    "png": {},
    "interlaced.png": {"bits": 8},
    "webp": {"quality": 80},
    "lossless.webp": {"lossless": True},
    "bmp": {},
    "tiff": {},
    "lzw.tiff": {"compression": "tiff_lzw"},
    "jpeg.tiff": {"compression": "jpeg"},
    "jp2": {},
    "heic": {"quality": 80},
    "avif": {"quality": 80},
    "gif": {},
    "ppm": {},
    "ico": {},
}
MOVING = ["gif", "webp", "png", "avif", "tiff"]
VIDEOS = {"mp4": ("libx264", "mp4"), "webm": ("libvpx-vp9", "webm"), "avi": ("mjpeg", "avi")}
OFFSETS = 20


def textured(size=96):
    rng = np.random.default_rng(3)
    coarse = Image.fromarray(rng.integers(0, 256, (9, 9, 3), dtype=np.uint8))
    noise = rng.integers(0, 24, (size, size, 3), dtype=np.uint8)
    return np.asarray(coarse.resize((size, size), Image.Resampling.BICUBIC)) // 2 + noise


def still(kind):
    buffer = io.BytesIO()
    suffix = kind.rpartition(".")[2]
    names = {"jpg": "JPEG", "jp2": "JPEG2000", "heic": "HEIF", "tiff": "TIFF", "ppm": "PPM"}
    Image.fromarray(textured()).save(buffer, names.get(suffix, suffix.upper()), **STILL[kind])
    return buffer.getvalue()


def moving(kind):
    buffer = io.BytesIO()
    frames = [Image.fromarray(np.roll(textured(48), 5 * i, 1)) for i in range(4)]
    frames[0].save(buffer, kind.upper(), save_all=True, append_images=frames[1:], duration=50)
    return buffer.getvalue()


@pytest.fixture(scope="module")
def videos(tmp_path_factory):
    folder = tmp_path_factory.mktemp("videos")
    frames = [np.roll(textured(64), 3 * i, 1) for i in range(12)]
    for suffix, (codec, muxer) in VIDEOS.items():
        pixels = "yuvj420p" if codec == "mjpeg" else "yuv420p"
        options = ["-c:v", codec, "-pix_fmt", pixels, "-f", muxer]
        ffmpeg.encode(frames, (64, 64), Fraction(12), options, folder / f"a.{suffix}")
    return {suffix: (folder / f"a.{suffix}").read_bytes() for suffix in VIDEOS}


def read_or_sentence(data, frame=None):
    """True if it could be read. Anything but a photo or a complete PhotoError is a failure."""
    try:
        photo = read_photo(data, frame=frame)
    except PhotoError as error:
        assert error.what.endswith(".") and error.remedy.endswith(".")
        return False
    assert photo.pixels.ndim == 3 and photo.pixels.dtype == np.uint8
    return True


def offsets(data):
    return sorted({round(i * (len(data) - 1) / OFFSETS) for i in range(OFFSETS)} | {1, 2, 3, 8, 12, 16, len(data) - 1})


@pytest.mark.parametrize("kind", STILL)
def test_a_truncated_picture_gives_a_sentence(kind):
    data = still(kind)
    assert read_or_sentence(data)
    readable = [read_or_sentence(data[:length]) for length in offsets(data)]
    assert not any(readable[: len(readable) * 3 // 4])  # half a picture must not pass for a whole one


@pytest.mark.parametrize("kind", MOVING)
def test_a_truncated_animation_gives_a_sentence_or_its_first_frames(kind):
    data = moving(kind)
    assert read_photo(data).frame_count == 4
    for length in offsets(data):
        for frame in (0, 3):
            read_or_sentence(data[:length], frame)


@pytest.mark.parametrize("suffix", VIDEOS)
def test_a_truncated_video_gives_a_sentence_or_its_first_frames(videos, suffix):
    data = videos[suffix]
    assert read_photo(data).frame_count == 12
    for length in offsets(data)[::3]:
        read_or_sentence(data[:length], 0)


@pytest.mark.parametrize("kind", [*STILL, *(f"moving {kind}" for kind in MOVING)])
def test_flipped_bits_never_raise_anything_else(kind):
    data = moving(kind.split()[1]) if kind.startswith("moving") else still(kind)
    luck = random.Random(kind)
    for _ in range(40):
        damaged = bytearray(data)
        for _ in range(luck.choice((1, 3, 20))):
            # Headers, where sizes and offsets are, get half of the hits.
            place = luck.randrange(min(200, len(data)) if luck.random() < 0.5 else len(data))
            damaged[place] ^= 1 << luck.randrange(8)
        read_or_sentence(bytes(damaged), luck.choice((None, 1)))


def test_flipped_bits_in_videos_never_raise_anything_else(videos):
    luck = random.Random(1)
    for data in videos.values():
        for _ in range(5):
            damaged = bytearray(data)
            for _ in range(20):
                damaged[luck.randrange(len(data))] ^= 1 << luck.randrange(8)
            read_or_sentence(bytes(damaged))


def test_noise_after_the_first_bytes_of_any_format_gives_a_sentence():
    luck = random.Random(2)
    starts = [still(kind)[:24] for kind in STILL] + [
        b"RIFF\0\0\0\0AVI LIST",
        b"\x1a\x45\xdf\xa3",
        b"OggS",
        b"\0\0\0\x18ftypmp42",
    ]
    for start in starts:
        assert not read_or_sentence(start + luck.randbytes(4000))


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="measures memory as Linux tells it")
def test_a_hundred_megapixels_cost_little_more_than_themselves(tmp_path):
    path = tmp_path / "a.jpg"
    exif = Image.Exif()
    exif[0x0112] = 6
    Image.new("RGB", (11600, 8600), (90, 140, 60)).save(path, exif=exif)
    code = (
        "import resource, sys, time\n"
        "from engine.media.photo import crop_pixels, default_crop, read_photo\n"
        "read_photo(sys.argv[2])\n"
        "def peak(): return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10\n"
        "before = peak()\n"
        "photo = read_photo(sys.argv[1])\n"
        "crop = crop_pixels(photo.pixels, default_crop(photo.width, photo.height), 128)\n"
        "print(photo.width, photo.height, crop.mean(), peak() - before, time.process_time())"
    )
    (tmp_path / "small.png").write_bytes(still("png"))
    command = [sys.executable, "-c", code, str(path), str(tmp_path / "small.png")]
    width, height, mean, megabytes, seconds = subprocess.run(
        command, capture_output=True, text=True, check=True
    ).stdout.split()
    assert (int(width), int(height)) == (8600, 11600) and abs(float(mean) - 96.7) < 2
    assert int(megabytes) < 800  # 400 decoded as four bytes a pixel, 300 returned
    assert float(seconds) < 15  # of the processor


def test_damaged_files_say_nothing_on_the_console(tmp_path):
    for kind in STILL:
        data = still(kind)
        (tmp_path / f"cut.{kind}").write_bytes(data[: len(data) // 2])
        damaged = bytearray(data)
        damaged[len(data) // 3 :: 97] = b"\xa5" * len(damaged[len(data) // 3 :: 97])
        (tmp_path / f"bent.{kind}").write_bytes(damaged)
    code = (
        "import pathlib, sys\n"
        "from engine.errors import PhotoError\n"
        "from engine.media.photo import read_photo\n"
        "for path in sorted(pathlib.Path(sys.argv[1]).iterdir()):\n"
        "    try: read_photo(path)\n"
        "    except PhotoError: pass\n"
    )
    result = subprocess.run([sys.executable, "-c", code, str(tmp_path)], capture_output=True, text=True, check=True)
    assert (result.stdout, result.stderr) == ("", "")


def test_a_jpeg_of_two_hundred_megapixels_comes_at_half_size(tmp_path):
    Image.new("L", (16320, 12240), 77).save(tmp_path / "a.jpg")
    photo = read_photo(tmp_path / "a.jpg")
    assert (photo.width, photo.height) == (8160, 6120) and abs(photo.pixels[0, 0, 0] - 77.0) < 2


@pytest.mark.parametrize(("width", "height"), [(1, 20000), (20000, 1), (65000, 2)])
def test_slivers_are_photos(tmp_path, width, height):
    Image.new("RGB", (width, height), (1, 2, 3)).save(tmp_path / "a.png")
    assert read_photo(tmp_path / "a.png").pixels.shape == (height, width, 3)
