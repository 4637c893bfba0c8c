"""Frames come in order, upright, square, over white, as many as are whole."""

from fractions import Fraction
from typing import Any

import numpy as np
import pytest
from PIL import Image

from engine.media.photo import crop_pixels, default_crop
from tests.training import clip_files
from tests.training.clip_files import numbers
from training.layouts import decoding, mp4_header
from training.layouts.decoding import Damaged
from training.layouts.listing import SourceClip
from training.layouts.probing import probe_clip

X264 = ("-c:v", "libx264", "-preset", "ultrafast")


def clip(path, kind="video"):
    return SourceClip(path.name, "wave", kind, (str(path),))


def decoded(source, size=32, **options):
    return np.stack(list(decoding.frames(source, size, **options)))


def decoded_until_damage(source, size=32):
    frames = []
    with pytest.raises(Damaged) as damage:
        for frame in decoding.frames(source, size):
            frames.append(frame)
    return frames, str(damage.value)


@pytest.fixture(scope="module")
def movie(tmp_path_factory):
    return clip_files.video(tmp_path_factory.mktemp("movie") / "clip.mp4")


def test_a_videos_frames_come_whole_and_in_order(movie):
    frames = decoded(clip(movie))
    assert frames.shape == (40, 32, 32, 3) and frames.dtype == np.uint8
    assert numbers(frames) == list(range(40))
    assert np.allclose(frames[:, 2, 16], (200, 20, 20), atol=12)


def test_a_probe_reads_an_mp4_without_decoding_it(movie, monkeypatch):
    monkeypatch.setattr("engine.media.ffmpeg.start", None)
    found = probe_clip(clip(movie))
    assert (found.frames, found.fps, found.width, found.height, found.problem) == (40, 25, 64, 48, "")


@pytest.mark.parametrize(
    ("suffix", "codec"),
    [(".avi", ("-c:v", "mpeg4", "-q:v", "2")), (".mov", X264), (".webm", ("-c:v", "libvpx", "-b:v", "2M"))],
)
def test_other_containers_are_probed_and_decoded_alike(tmp_path, suffix, codec):
    path = clip_files.video(tmp_path / f"clip{suffix}", 20, codec=codec)
    found = probe_clip(clip(path))
    assert (found.frames, found.fps, found.width, found.height) == (20, 25, 64, 48)
    assert numbers(decoded(clip(path))) == list(range(20))


def test_a_turned_telephone_video_comes_upright(tmp_path, movie):
    import subprocess

    from engine.media import ffmpeg

    path = tmp_path / "turned.mp4"
    command = ["-display_rotation", "90", "-i", str(movie), "-c", "copy", str(path)]
    assert ffmpeg.start(command, stdin=subprocess.DEVNULL).wait() == 0
    found = probe_clip(clip(path))
    assert (found.width, found.height) == (48, 64)
    frame = decoded(clip(path))[0].astype(int)
    red = frame[..., 0] - frame[..., 1] > 90
    # The bar along the top lies along a side now.
    assert red[16].any() and not red[:, 16].all() and red.sum(0).max() == 32


def test_pixels_that_are_not_square_are_made_so(tmp_path):
    # 32 x 48 stored, shown as 64 x 48: the middle 48 x 48 keeps three quarters of its columns.
    frames = clip_files.numbered(2, 32, 48)
    frames[:, :, :4] = (20, 200, 20)
    from engine.media import ffmpeg

    path = tmp_path / "wide.mp4"
    arguments = [*X264, "-qp", "1", "-pix_fmt", "yuv444p", "-vf", "setsar=2"]
    ffmpeg.encode(frames, (32, 48), Fraction(25), arguments, path)
    frame = decoded(clip(path), 48)[0].astype(int)
    green = frame[40, :, 1] - frame[40, :, 0] > 60
    assert not green[2:].any()


def test_shrinking_a_video_is_antialiased_as_a_photos_crop_is(tmp_path):
    from engine.media import ffmpeg

    rng = np.random.default_rng(0)
    frame = rng.integers(0, 256, (192, 256, 3), np.uint8).repeat(1, 0)
    path = tmp_path / "noise.mp4"
    ffmpeg.encode([frame] * 2, (256, 192), Fraction(25), [*X264, "-qp", "0", "-pix_fmt", "yuv444p"], path)
    theirs = decoded(clip(path), 32)[0].astype(int)
    ours = crop_pixels(frame, default_crop(256, 192), 32).astype(int)
    assert np.abs(theirs - ours).mean() < 4  # noise that is merely sampled would differ by about 80


def test_a_video_that_ends_early_is_cut_at_its_last_good_frame(tmp_path, movie):
    path = clip_files.video(tmp_path / "clip.mp4", extra=("-movflags", "+faststart"))
    whole = decoded(clip(path))
    clip_files.cut(path, 0.6)
    found = probe_clip(clip(path))
    assert found.usable and "ends early" in found.problem
    frames, said = decoded_until_damage(clip(path))
    assert 2 <= len(frames) < 40 and "damaged or cut off" in said
    assert np.array_equal(np.stack(frames), whole[: len(frames)])


def test_a_video_without_its_index_gives_nothing_and_says_so(tmp_path):
    path = clip_files.cut(clip_files.video(tmp_path / "clip.mp4"), 0.6)
    assert not probe_clip(clip(path)).usable
    frames, said = decoded_until_damage(clip(path))
    assert frames == [] and "cut off" in said


def test_a_broken_header_is_left_to_ffmpeg(tmp_path, movie):
    path = tmp_path / "broken.mp4"
    path.write_bytes(movie.read_bytes().replace(b"stts", b"xxxx"))
    assert mp4_header.read(path) is None
    header = mp4_header.read(movie)
    assert header is not None and header.frames == 40


def test_a_rate_is_reached_by_leaving_out_and_by_repeating(movie, tmp_path):
    assert abs(len(decoded(clip(movie), fps=12.5)) - 20) <= 1
    animation = clip_files.gif(tmp_path / "a.gif", 10)
    slower = decoded(clip(animation, "animation"), fps=5, own_fps=Fraction(10))
    faster = decoded(clip(animation, "animation"), fps=20, own_fps=Fraction(10))
    assert numbers(slower) == [0, 2, 4, 6, 8]
    assert numbers(faster) == [n // 2 for n in range(20)]


def test_only_the_longest_wanted_part_is_decoded(movie, tmp_path):
    assert numbers(decoded(clip(movie), longest=7)) == list(range(7))
    animation = clip_files.gif(tmp_path / "a.gif", 10)
    assert numbers(decoded(clip(animation, "animation"), longest=3)) == [0, 1, 2]


def test_a_gifs_transparent_pixels_lie_on_white_and_partial_frames_are_composed(tmp_path):
    # Colour 0 is see-through. The first frame is blue all over, the second has a red corner on blue, the third only
    # the corner; what was shown is cleared away between them.
    pictures = []
    for number in range(3):
        indices = np.full((40, 40), 1 if number < 2 else 0, np.uint8)
        indices[:10, :10] = 2 if number else 1
        picture = Image.fromarray(indices, "P")
        picture.putpalette([255, 0, 255, 0, 0, 255, 255, 0, 0])
        pictures.append(picture)
    path = tmp_path / "parts.gif"
    options: dict[str, Any] = {"duration": 50, "disposal": 2, "loop": 0, "transparency": 0, "optimize": False}
    pictures[0].save(path, save_all=True, append_images=pictures[1:], **options)
    with Image.open(path) as image:
        assert getattr(image, "n_frames", 1) == 3
    frames = decoded(clip(path, "animation"), 40).astype(int)
    assert np.abs(frames[0] - (0, 0, 255)).max() < 8
    assert np.abs(frames[1, 2, 2] - (255, 0, 0)).max() < 8 and np.abs(frames[1, 30, 30] - (0, 0, 255)).max() < 8
    assert np.abs(frames[2, 30, 30] - 255).max() < 8 and np.abs(frames[2, 2, 2] - (255, 0, 0)).max() < 8


def test_a_gif_that_only_stores_changes_gives_whole_frames(tmp_path):
    frames = np.full((4, 40, 40, 3), (0, 90, 0), np.uint8)
    for number in range(4):
        frames[number, 20:30, 8 * number : 8 * number + 8] = 255
    path = tmp_path / "changes.gif"
    images = [Image.fromarray(frame) for frame in frames]
    images[0].save(path, save_all=True, append_images=images[1:], duration=40, loop=0, disposal=1, optimize=True)
    with Image.open(path) as image:
        image.seek(1)
        extents = image.tile[0].extents
        assert extents is not None
        x, y, right, bottom = extents
        assert (right - x, bottom - y) != (40, 40)  # truly a partial update
    assert np.abs(decoded(clip(path, "animation"), 40).astype(int) - frames).max() < 8


def test_a_palette_gif_and_an_animated_webp_keep_their_colours(tmp_path):
    for path in (tmp_path / "a.gif", tmp_path / "a.webp"):
        frames = decoded(clip(clip_files.gif(path, lossless=True), "animation"))
        assert numbers(frames) == list(range(12))
        assert np.allclose(frames[0][2, 16], (200, 20, 20), atol=8)
        found = probe_clip(clip(path, "animation"))
        assert (found.frames, found.fps, found.width) == (12, 10, 64)


def test_a_gif_that_ends_early_is_cut(tmp_path):
    path = tmp_path / "a.gif"
    rng = np.random.default_rng(1)
    images = [Image.fromarray(rng.integers(0, 256, (40, 40, 3), np.uint8)) for _ in range(6)]
    images[0].save(path, save_all=True, append_images=images[1:], duration=40)
    whole = decoded(clip(path, "animation"))
    clip_files.cut(path, 0.6)
    frames = []
    try:
        for frame in decoding.frames(clip(path, "animation"), 32):
            frames.append(frame)
    except Damaged as damage:
        assert "cut off" in str(damage)
    assert 2 <= len(frames) <= 4 and np.array_equal(np.stack(frames[:2]), whole[:2])


def test_a_strip_is_cut_into_its_frames(tmp_path):
    path = clip_files.strip(tmp_path / "a.png")
    assert probe_clip(clip(path, "strip")).frames == 8
    assert numbers(decoded(clip(path, "strip"))) == list(range(8))
    Image.new("RGB", (50, 32)).save(tmp_path / "odd.png")
    assert "no strip" in probe_clip(clip(tmp_path / "odd.png", "strip")).problem


def test_pictures_are_turned_upright_and_a_broken_one_ends_the_clip(tmp_path):
    folder = clip_files.pictures(tmp_path / "clip", 4)
    exif = Image.Exif()
    exif[0x0112] = 6  # shown turned by 90 degrees
    Image.open(folder / "000001.jpg").save(folder / "000001.jpg", exif=exif, quality=95)
    (folder / "000004.jpg").write_bytes(b"\xff\xd8\xff broken")
    files = tuple(str(path) for path in sorted(folder.iterdir()))
    source = SourceClip("clip", "wave", "pictures", files)
    assert (probe_clip(source).width, probe_clip(source).height, probe_clip(source).frames) == (48, 64, 4)
    frames, said = decoded_until_damage(source)
    assert len(frames) == 3 and "000004.jpg cannot be read" in said
    first = frames[0].astype(int)
    assert (first[:, -3, 0] - first[:, -3, 1] > 90).all()  # the bar lies along the right side


def test_a_large_jpeg_is_shrunk_as_a_photos_crop_is(tmp_path):
    rng = np.random.default_rng(2)
    small = rng.integers(0, 256, (36, 64, 3), np.uint8)
    large = np.asarray(Image.fromarray(small).resize((3840, 2160), Image.Resampling.BICUBIC))
    Image.fromarray(large).save(tmp_path / "large.jpg", quality=95)
    with Image.open(tmp_path / "large.jpg") as image:
        quick = decoding.square(image, 64).astype(int)
    exact = crop_pixels(large, default_crop(3840, 2160), 64).astype(int)
    assert np.abs(quick - exact).mean() < 3
