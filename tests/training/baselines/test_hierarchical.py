"""Hierarchical prediction on a toy world whose squares have four joints: their corners."""

from dataclasses import dataclass
from typing import Any, cast

import numpy as np
import pytest

from engine.errors import TrainingError
from tests.training.baselines.test_mocogan import losses
from tests.training.moving_square import MovingSquare
from training.baselines.known_joints import known_joints
from training.data.clips import ClipSampler
from training.runs.config import AugmentConfig
from training.worlds import registry


@dataclass(frozen=True)
class CorneredClip:
    frames: np.ndarray
    action: int
    joints: np.ndarray

    @property
    def silhouette(self):
        return np.where((self.frames == (230, 200, 60)).all(-1), 255, 0).astype(np.uint8)


class CorneredSquares(MovingSquare):
    def clips(self, seeds, size=128, workers=1, truth=False):
        for clip in super().clips(seeds, size):
            inside = [np.argwhere(frame > 0) for frame in clip.silhouette]
            corners = np.array([[(x, y) for y in (p[0, 0], p[-1, 0]) for x in (p[0, 1], p[-1, 1])] for p in inside])
            yield CorneredClip(clip.frames, clip.action, (corners / (size - 1) * 2 - 1).astype(np.float32))


@pytest.fixture
def cornered(monkeypatch):
    monkeypatch.setattr(registry, "open_world", lambda name, characters=None: CorneredSquares())


def test_it_learns_joints_their_motion_and_to_draw_them(cornered, trained):
    settings = ("compared.size=32", "compared.batch=4", "compared.steps=450", "keypoints.perceptual=0.0")
    folder, model = trained("hierarchical", *settings, "loop.validate_every=0")
    found = losses(folder)
    joints, motion, images = ([e for e in found if key in e][-4:] for key in ("joints", "motion", "pixels"))
    assert np.mean([each["joints"] / each["joints_mean_pose"] for each in joints]) < 0.3
    assert np.mean([each["motion"] / each["motion_still"] for each in motion]) < 0.3
    assert np.mean([each["pixels"] / each["pixels_copy"] for each in images]) < 0.6
    clip = next(CorneredSquares().clips([900_001], 32))
    made = model.predict(clip.frames[0], "right", seed=0)
    assert made.keypoints.shape == (8, 4, 2)
    assert (np.diff(made.keypoints[:, :, 0], axis=0) > 0).mean() > 0.8  # the joints go right
    still = model.render(made, np.repeat(made.source_keypoints[None], 8, 0))
    assert (still.frames[0] == still.frames[7]).all() and (made.frames[0] != made.frames[7]).any()


def test_joints_go_where_their_pictures_go(cornered):
    clips = list(CorneredSquares().clips([1, 2], 64))

    class Store:
        frames = np.concatenate([clip.frames for clip in clips])
        starts, labels, actions = np.array([0, 33, 66]), np.array([1, 0]), ("left", "right")

        def __len__(self):
            return 2

    joints = np.concatenate([clip.joints for clip in clips])
    turned = AugmentConfig(flip=False, colour=0.0, sharpness=0.0, zoom=0.0, shift=0.0, rotation=30.0)
    frames, _, moved = ClipSampler(cast(Any, Store()), turned, 64, 4, 6, 0, joints=joints).batch(0)
    for picture, points in zip(frames[:, 2], moved[:, 2], strict=True):
        centre = ((points.mean(0) + 1) / 2 * 63).round().long()
        if ((centre > 6) & (centre < 57)).all():
            assert picture[0, centre[1], centre[0]] > 0.7  # the square's red


def test_clips_without_joints_are_refused(trained):
    class Folder:
        world = None

    with pytest.raises(TrainingError, match="learns from joints"):
        known_joints(cast(Any, None), cast(Any, Folder()))
