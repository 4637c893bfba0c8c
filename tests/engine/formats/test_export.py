"""What an export leaves on disk, decoded again: the frames, their timing and colours; and nothing when it fails."""

import csv
import json
import re
import subprocess
from dataclasses import replace
from fractions import Fraction

import numpy as np
import pytest
from PIL import Image

import engine
from engine.clip import Clip
from engine.errors import ExportError
from engine.export import export, written_fps
from engine.media import ffmpeg
from engine.media.frame_rates import exact_fps
from engine.overlay import draw_frames, enlarge
from tests.engine.formats.moving_clip import moving_clip

VIDEOS = [".mp4", ".webm"]
ANIMATIONS = [".gif", ".webp", ".apng"]


@pytest.fixture(scope="module")
def clip():
    return moving_clip()


def animation(path):
    """(frames [T, H, W, 3], durations in ms, loops for ever)"""
    with Image.open(path) as image:
        frames, durations = [], []
        for index in range(getattr(image, "n_frames", 1)):
            image.seek(index)
            image.load()
            durations.append(image.info["duration"])
            frames.append(np.asarray(image.convert("RGB")))
        return np.stack(frames), durations, image.info.get("loop") == 0


def ffmpeg_output(*arguments):
    return subprocess.run([ffmpeg.executable(), "-hide_banner", *arguments], capture_output=True, check=False)


def video(path):
    """Frames [T, H, W, 3] as a careful player shows them."""
    careful = ["-sws_flags", "accurate_rnd+full_chroma_int+bicubic"]
    size = re.search(r"Video: .*?, (\d+)x(\d+)", describe(path))
    assert size is not None
    raw = ffmpeg_output("-loglevel", "error", "-i", str(path), *careful, "-f", "rawvideo", "-pix_fmt", "rgb24", "-")
    return np.frombuffer(raw.stdout, np.uint8).reshape(-1, int(size[2]), int(size[1]), 3)


def describe(path):
    return ffmpeg_output("-i", str(path)).stderr.decode()


def times(path):
    """The time of every frame in seconds."""
    report = ffmpeg_output("-i", str(path), "-vf", "showinfo", "-f", "null", "-").stderr.decode()
    return [float(value) for value in re.findall(r"pts_time:\s*([\d.]+)", report)]


def psnr(a, b):
    return 10 * np.log10(255**2 / max(1e-9, np.square(a.astype(float) - b).mean()))


def left_over(folder):
    return sorted(path.name for path in folder.iterdir())


# What is written


@pytest.mark.parametrize("suffix", VIDEOS)
def test_a_video_holds_every_frame_in_true_colours(tmp_path, clip, suffix):
    path = export(clip, tmp_path / f"a{suffix}")
    frames = video(path)
    assert frames.shape == clip.frames.shape
    assert psnr(frames, clip.frames) > 38
    assert np.abs((frames.astype(float) - clip.frames).mean((0, 1, 2))).max() < 0.6
    assert left_over(tmp_path) == [f"a{suffix}"]


@pytest.mark.parametrize("suffix", VIDEOS)
def test_a_video_looks_right_in_opencv_too(tmp_path, clip, suffix):
    cv2 = pytest.importorskip("cv2")
    reader = cv2.VideoCapture(str(export(clip, tmp_path / f"a{suffix}")))
    frames = []
    while (answer := reader.read())[0]:
        frames.append(answer[1][..., ::-1])
    assert len(frames) == 32 and reader.get(cv2.CAP_PROP_FPS) == 25
    assert psnr(np.stack(frames), clip.frames) > 35


def test_flat_colours_come_back_from_a_video(tmp_path):
    for colour in ((255, 0, 0), (0, 255, 0), (0, 0, 255), (255, 255, 255), (0, 0, 0), (200, 120, 40)):
        frames = np.tile(np.array(colour, np.uint8), (3, 32, 32, 1))
        path = export(with_frames(frames), tmp_path / "a.mp4", overwrite=True)
        assert np.abs(video(path).astype(int) - colour).max() <= 3


def with_frames(frames):
    count = len(frames)
    return Clip(
        frames=frames,
        synthesized=frames,
        mask=frames[..., 0],
        keypoints=np.zeros((count, 2, 2), np.float32),
        source_keypoints=np.zeros((2, 2), np.float32),
        source=frames[0],
        action=np.ones(1, np.float32),
        action_names=("a",),
        z=np.zeros(4, np.float32),
    )


def test_an_mp4_says_what_players_need(tmp_path, clip):
    path = export(clip, tmp_path / "a.mp4")
    told = describe(path)
    assert re.search(r"h264 .*yuv420p\(tv, bt709", told) and "25 fps" in told
    video_line = re.search("Video: .*", told)
    assert video_line is not None and not re.search("unknown", video_line[0])
    data = path.read_bytes()
    assert data.index(b"moov") < data.index(b"mdat")  # plays before it is downloaded


@pytest.mark.parametrize(("width", "height"), [(63, 65), (65, 64), (17, 33), (128, 128)])
def test_odd_sizes_are_padded_with_their_edge(tmp_path, width, height):
    clip = moving_clip(frames=4, size=height, width=width)
    for suffix in VIDEOS:
        frames = video(export(clip, tmp_path / f"a{suffix}"))
        assert frames.shape[1:3] == (height + height % 2, width + width % 2)
        assert psnr(frames[:, :height, :width], clip.frames) > 33
        assert np.abs(frames[:, -1].astype(float) - frames[:, height - 1]).mean() < 12


@pytest.mark.parametrize("fps", [25, 12, Fraction(30000, 1001), 29.97, "24000/1001", 60, 0.5])
def test_a_video_keeps_its_rate_exactly(tmp_path, clip, fps):
    found = times(export(clip, tmp_path / "a.mp4", fps=fps))
    expected = [float(i / exact_fps(fps)) for i in range(32)]
    assert len(found) == 32 and np.allclose(np.array(found) - found[0], expected, atol=1e-4)


@pytest.mark.parametrize("suffix", ANIMATIONS)
def test_an_animation_holds_every_frame(tmp_path, clip, suffix):
    frames, durations, for_ever = animation(export(clip, tmp_path / f"a{suffix}"))
    assert frames.shape == clip.frames.shape and for_ever
    assert durations == [40] * 32
    assert psnr(frames, clip.frames) > {".gif": 33, ".webp": 36, ".apng": 99}[suffix]
    assert left_over(tmp_path) == [f"a{suffix}"]


def test_a_gif_has_one_palette_for_all_its_frames(tmp_path, clip):
    data = export(clip, tmp_path / "a.gif").read_bytes()
    assert data[:6] == b"GIF89a" and data[10] & 0x80
    position, local_palettes, pictures = 13 + 3 * 2 ** ((data[10] & 7) + 1), 0, 0
    while data[position] != 0x3B:
        if data[position] == 0x21:  # extension: label, then blocks
            position += 2
        else:  # picture: descriptor, palette, code size, then blocks
            pictures += 1
            flags = data[position + 9]
            local_palettes += flags >> 7
            position += 11 + (3 * 2 ** ((flags & 7) + 1) if flags & 0x80 else 0)
        while data[position]:
            position += 1 + data[position]
        position += 1
    assert pictures == 32 and local_palettes == 0
    frames, _, _ = animation(tmp_path / "a.gif")
    assert 200 <= len(np.unique(frames.reshape(-1, 3), axis=0)) <= 256


def test_still_backgrounds_do_not_crawl_in_a_gif(tmp_path):
    clip = moving_clip()
    frames, _, _ = animation(export(clip, tmp_path / "a.gif"))
    still = (clip.frames[1:, :5] == clip.frames[:-1, :5]).all(-1)
    assert still.mean() > 0.8
    assert (frames[1:, :5] == frames[:-1, :5]).all(-1)[still].mean() > 0.99


@pytest.mark.parametrize(("fps", "total"), [(25, 1280), (30, 1070), (24, 1330), (12.5, 2560), (50, 640), (29.97, 1070)])
def test_a_gif_keeps_its_speed_in_hundredths_of_a_second(tmp_path, clip, fps, total):
    _, durations, _ = animation(export(clip, tmp_path / "a.gif", fps=fps))
    assert all(duration % 10 == 0 and duration >= 20 for duration in durations)
    assert abs(sum(durations) - total) <= 10
    assert np.ptp(durations) <= 10


def test_a_gif_is_never_so_fast_that_browsers_slow_it_down(tmp_path, clip):
    _, durations, _ = animation(export(clip, tmp_path / "a.gif", fps=100))
    assert durations == [20] * 32
    assert written_fps("a.gif", 100) == 50 and written_fps("a.mp4", 100) == 100


@pytest.mark.parametrize("suffix", [".webp", ".apng"])
def test_milliseconds_add_up(tmp_path, clip, suffix):
    _, durations, _ = animation(export(clip, tmp_path / f"a{suffix}", fps=30))
    assert abs(sum(durations) - 32 * 1000 / 30) < 1.5


@pytest.mark.parametrize("suffix", ANIMATIONS)
def test_an_animation_can_play_once(tmp_path, clip, suffix):
    assert not animation(export(clip, tmp_path / f"a{suffix}", loop=False))[2]


def test_ping_pong_goes_back_without_doubling_the_ends(tmp_path):
    clip = moving_clip(frames=5)
    looped, _, _ = animation(export(clip, tmp_path / "a.apng", pingpong=True))
    assert np.array_equal(looped, clip.frames[[0, 1, 2, 3, 4, 3, 2, 1]])
    once, _, _ = animation(export(clip, tmp_path / "b.apng", pingpong=True, loop=False))
    assert np.array_equal(once, clip.frames[[0, 1, 2, 3, 4, 3, 2, 1, 0]])


@pytest.mark.parametrize("suffix", [*ANIMATIONS, *VIDEOS])
def test_a_clip_of_one_frame_can_be_exported(tmp_path, suffix):
    assert export(moving_clip(frames=1), tmp_path / f"a{suffix}", pingpong=True).stat().st_size > 0


@pytest.mark.parametrize("scale", [2, 3])
def test_overlays_are_drawn_on_the_enlarged_frames(tmp_path, clip, scale):
    chosen = ("keypoints", "trails", "mask")
    frames, _, _ = animation(export(clip, tmp_path / "a.apng", overlays=chosen, scale=scale))
    assert np.array_equal(frames, draw_frames(clip.frames, clip.keypoints, clip.mask, chosen, scale))
    plain, _, _ = animation(export(clip, tmp_path / "b.apng", scale=scale))
    assert np.array_equal(plain[7], enlarge(clip.frames[7], scale))


@pytest.mark.parametrize("name", ["walk", "walk.png"])
def test_a_picture_sequence_is_a_folder_of_numbered_pictures(tmp_path, clip, name):
    folder = export(clip, tmp_path / name)
    assert folder == tmp_path / name
    names = left_over(folder)
    assert names == [f"frame_{number:03d}.png" for number in range(1, 33)]
    for name_of_frame, frame in zip(names, clip.frames, strict=True):
        with Image.open(folder / name_of_frame) as image:
            assert np.array_equal(np.asarray(image), frame)
    assert left_over(tmp_path) == [name]


def test_a_folder_keeps_its_other_files(tmp_path, clip):
    (tmp_path / "notes.txt").write_text("mine")
    export(moving_clip(frames=40), tmp_path)
    with pytest.raises(ExportError, match="already holds frames"):
        export(clip, tmp_path)
    assert len(left_over(tmp_path)) == 41
    export(clip, tmp_path, overwrite=True)
    assert len(left_over(tmp_path)) == 33 and (tmp_path / "notes.txt").read_text() == "mine"


def test_everything_is_in_the_npz(tmp_path, clip):
    again = Clip.load(export(clip, tmp_path / "a.npz"))
    assert np.array_equal(again.frames, clip.frames) and np.array_equal(again.keypoints, clip.keypoints)


def test_keypoints_as_a_table(tmp_path, clip):
    with open(export(clip, tmp_path / "a.csv"), newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 33 * 8
    row = next(row for row in rows if row["frame"] == "5" and row["keypoint"] == "3")
    x, y = clip.keypoints[4, 3]
    assert float(row["time_s"]) == pytest.approx(0.2)
    assert (float(row["x"]), float(row["y"])) == pytest.approx((x, y), abs=1e-6)
    assert float(row["x_px"]) == pytest.approx((x + 1) / 2 * 63, abs=1e-3)
    assert [float(rows[0]["x"]), float(rows[0]["y"])] == pytest.approx(clip.source_keypoints[0], abs=1e-6)


def test_keypoints_as_json(tmp_path, clip):
    content = json.loads(export(clip, tmp_path / "a.json").read_text(encoding="utf-8"))
    assert np.allclose(content["keypoints"], clip.keypoints, atol=1e-6)
    assert np.allclose(content["source_keypoints"], clip.source_keypoints, atol=1e-6)
    assert content["fps"] == "25/1" and content["seed"] == 7 and content["photo"] == "sample é.png"
    assert content["action"] == {"tennis_serve": 0, "squats": 1, "golf_swing": 0}


def test_keypoints_as_json_say_z_in_as_many_digits_as_give_it_again(tmp_path, clip):
    own = replace(clip, seed=None)
    content = json.loads(export(own, tmp_path / "a.json").read_text(encoding="utf-8"))
    assert content["seed"] is None
    assert np.array_equal(np.array(content["z"], np.float32), clip.z)


def test_the_figure_can_be_exported(tmp_path, clip):
    assert export(clip, tmp_path / "a.pdf").read_bytes().startswith(b"%PDF")


def test_suffixes_are_known_in_capitals_too(tmp_path, clip):
    assert Image.open(export(clip, tmp_path / "A.GIF")).format == "GIF"


def test_the_package_exports_the_function(tmp_path, clip):
    assert engine.export(clip, str(tmp_path / "a.gif"), fps=25) == tmp_path / "a.gif"


@pytest.mark.parametrize(
    "name",
    [
        "with space",
        "100%d %05d",
        'it\'s "quoted"',
        "é å ñ",
        "動画",
        "-y",
        "a:b",
        "pipe:1",
        "x" * 200,
        ".hidden",
        "[a];b,c",
    ],
)
@pytest.mark.parametrize("suffix", [".mp4", ".gif", ".webp"])
def test_odd_names_are_taken_literally(tmp_path, name, suffix):
    clip = moving_clip(frames=2, size=32)
    folder = tmp_path / "50% é 写真's"
    folder.mkdir()
    path = export(clip, folder / (name + suffix))
    assert path.stat().st_size > 100 and left_over(folder) == [name + suffix]


# Frame rates


@pytest.mark.parametrize(
    ("given", "meant"),
    [
        (25, Fraction(25)),
        (29.97, Fraction(30000, 1001)),
        ("23.976", Fraction(24000, 1001)),
        (59.94, Fraction(60000, 1001)),
        (12.5, Fraction(25, 2)),
        ("30000/1001", Fraction(30000, 1001)),
        (Fraction(50, 3), Fraction(50, 3)),
        (np.float32(24), Fraction(24)),
        ("0.0004", Fraction(1, 2500)),
    ],
)
def test_rates_are_exact_fractions(given, meant):
    assert exact_fps(given) == meant
