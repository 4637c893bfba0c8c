"""Real clips: what is measured without any truth but the frames themselves."""

import cv2
import numpy as np
import pytest

from engine.errors import TrainingError
from training.evaluation.real_clips import RealClip, pose_scores, read_clips, real_scores, sharpness
from training.evaluation.reconstruction import Redrawn, moving_region, psnr_inside
from training.evaluation.rulers.pose import PoseNetwork, Poses
from training.evaluation.subject import Rendered


def _walking_square(blurred: bool = False) -> np.ndarray:
    frames = np.full((6, 64, 64, 3), 90, np.uint8)
    for t, frame in enumerate(frames):
        frame[20:40, 8 + 6 * t : 24 + 6 * t : 2] = 230
    return np.stack([cv2.blur(frame, (5, 5)) for frame in frames]) if blurred else frames


def _clip(drawn: np.ndarray) -> RealClip:
    frames = _walking_square()
    region = moving_region(frames[0], frames[1:])
    rendered = Rendered(drawn[1:], drawn[1:], np.zeros(drawn[1:].shape[:3], np.float32))
    psnr, copied = (psnr_inside(x, frames[1:], region) for x in (drawn[1:], np.repeat(frames[:1], 5, 0)))
    return RealClip("square", frames, np.zeros((6, 4, 2)), Redrawn(rendered, region, psnr, copied), {"walk": rendered})


def _where_it_is_bright(frames: np.ndarray) -> Poses:
    """A pose network of one joint, the middle of what is bright."""
    places = [np.argwhere(frame.max(-1) > 150).mean(0)[::-1] / 64 for frame in frames]
    return Poses(np.array(places, np.float32)[:, None], np.ones(len(frames), np.float32))


def test_clips_that_are_drawn_as_they_are_have_no_error():
    clip = _clip(_walking_square())
    scores = pose_scores([clip], _where_it_is_bright)
    assert scores["joint_error_pct"] == pytest.approx(0, abs=1e-4)
    assert scores["joints_moved_pct"] == pytest.approx(100 * 6 * 3 / 64, rel=0.01)
    assert scores["person_kept"] == 1
    assert sharpness(clip) == pytest.approx(1)


def test_blurred_clips_are_less_sharp_and_nearer_than_a_copy():
    scores = real_scores([_clip(_walking_square(blurred=True))])
    assert scores["sharpness_moving"] < 0.6
    assert scores["psnr_moving"] > scores["psnr_copy_moving"]


def test_folders_of_pictures_are_clips(tmp_path):
    for t, frame in enumerate(_walking_square()[:3]):
        (tmp_path / "walk").mkdir(exist_ok=True)
        cv2.imwrite(str(tmp_path / "walk" / f"{t:03}.png"), np.pad(frame, ((0, 0), (10, 10), (0, 0))))
    clips = read_clips(tmp_path, 32)
    assert list(clips) == ["walk"] and clips["walk"].shape == (3, 32, 32, 3)


def test_a_folder_without_clips_is_told(tmp_path):
    with pytest.raises(TrainingError, match="no clips"):
        read_clips(tmp_path, 32)


def test_a_file_that_is_no_pose_network_is_told(tmp_path):
    (tmp_path / "pose.tflite").write_bytes(b"nothing")
    with pytest.raises(TrainingError, match="pose network"):
        PoseNetwork(tmp_path / "pose.tflite")
