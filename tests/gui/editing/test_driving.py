"""A video dropped on an open photo drives it."""

from fractions import Fraction

import numpy as np
import pytest

from engine import export
from engine.clip import Clip
from engine.errors import PhotoError
from engine.media.photo import read_photo
from engine.media.video_frames import read_square_frames
from engine.predictor import load_model
from kpvp_gui.dialogs.frame_choice import FrameChoice
from tests.gui.answered import answered


@pytest.fixture
def video(tmp_path, tiny_model):
    """12 frames, 25 a second, in which a light square moves to the right."""
    clip = load_model(tiny_model, device="cpu").predict(np.zeros((64, 64, 3), np.uint8), 0, seed=0)
    frames = np.full((12, 64, 64, 3), 30, np.uint8)
    for t in range(12):
        frames[t, 24:40, 4 + 3 * t : 20 + 3 * t] = 220
    arrays = {"frames": frames, "synthesized": frames, "mask": frames[..., 0], "keypoints": clip.keypoints[:12]}
    return export(Clip.of(clip, **arrays), tmp_path / "walk.mp4", fps=25)


def test_the_middle_square_of_a_video_is_read_at_the_rate_wanted(video):
    frames = read_square_frames(video, 32, Fraction(25), 100)
    assert frames.shape == (12, 32, 32, 3)
    centres = [(frame[..., 0] > 120).nonzero()[1].mean() for frame in frames]
    assert np.all(np.diff(centres) > 0)
    assert len(read_square_frames(video, 32, Fraction(50), 100)) >= 22
    assert len(read_square_frames(video, 32, Fraction(25), 5)) == 5


def test_a_file_without_video_is_refused(tmp_path):
    path = tmp_path / "no.mp4"
    path.write_bytes(b"nothing" * 100)
    with pytest.raises(PhotoError):
        read_square_frames(path, 32, Fraction(25), 10)


def test_a_video_drives_the_open_photo(qtbot, tiny_model, photo, video):
    with answered(tiny_model) as (document, _):
        document.set_photo(photo)
        qtbot.waitUntil(lambda: len(document.clips) == 1 and document.clips[0].finished, timeout=20_000)
        original = document.clips[0]
        document.video_driver.drive(video)
        qtbot.waitUntil(lambda: len(document.clips) == 2 and document.clips[1].finished, timeout=20_000)
        driven = document.clips[1]
        assert document.clips.current is driven
        assert driven.n_frames == len(driven.frames) == 12 and driven.edited_from == original.id
        assert driven.seed_label == "driven by walk.mp4"
        assert driven.keypoints[0] == pytest.approx(original.source_keypoints, abs=1e-3)
        found = load_model(tiny_model, device="cpu").detect(read_square_frames(video, 64, original.fps, 100))
        ways = [each[-1] - each[0] for each in (driven.keypoints, found)]
        assert (ways[0] * ways[1]).sum() > 0.99 * np.linalg.norm(ways[0]) * np.linalg.norm(ways[1])


def test_without_a_clip_there_is_nothing_to_drive(document, video):
    said = []
    document.message.connect(lambda what, _remedy: said.append(what))
    document.video_driver.drive(video)
    assert said == ["There is no clip whose photo the video could drive."]


def test_the_dialog_of_a_video_offers_to_drive_the_open_photo(qtbot, video):
    for drivable in (False, True):
        dialog = FrameChoice(read_photo(video), video, None, drivable)
        qtbot.addWidget(dialog)
        dialog.show()
        assert dialog.drive.isVisible() == drivable
    with qtbot.waitSignal(dialog.drive_wanted):
        dialog.drive.click()
    assert not dialog.isVisible()
