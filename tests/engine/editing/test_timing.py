"""Smoothing, speed, reverse, hold and loop keep the length and what they promise to keep."""

import numpy as np
import pytest

from engine.editing.timing import at_times, backwards, held, looped, retimed, steadied
from tests.engine.editing.trajectories import SEEDS, wandering


@pytest.mark.parametrize("seed", SEEDS)
def test_every_edit_keeps_shape_and_type_and_stays_finite(seed):
    keypoints, rng = wandering(seed)
    frame, count = int(rng.integers(len(keypoints))), int(rng.integers(0, 60))
    edits = (
        steadied(keypoints, rng.uniform(0, 30)),
        retimed(keypoints, rng.uniform(0, 2, 5) + 0.01),
        backwards(keypoints),
        held(keypoints, frame, count),
        looped(keypoints, count),
    )
    for edited in edits:
        assert edited.shape == keypoints.shape and edited.dtype == np.float32 and np.isfinite(edited).all()
        assert edited is not keypoints


@pytest.mark.parametrize("seed", SEEDS)
def test_smoothing_takes_the_trembling_and_leaves_the_ends(seed):
    keypoints, _ = wandering(seed)
    after = steadied(keypoints, 6)
    assert after[[0, -1]] == pytest.approx(keypoints[[0, -1]], abs=1e-6)
    if len(keypoints) > 3:
        roughness = [np.square(np.diff(each, 2, axis=0)).sum() for each in (after, keypoints)]
        assert roughness[0] < roughness[1]


def test_even_motion_is_smooth_already():
    line = np.linspace(-0.5, 0.5, 20)[:, None, None] * np.ones((20, 3, 2))
    assert steadied(line.astype(np.float32), 9) == pytest.approx(line, abs=1e-6)


@pytest.mark.parametrize("seed", SEEDS)
def test_retiming_keeps_the_ends_and_an_even_speed_changes_nothing(seed):
    keypoints, rng = wandering(seed)
    after = retimed(keypoints, rng.uniform(0.1, 2, 5))
    assert after[[0, -1]] == pytest.approx(keypoints[[0, -1]], abs=1e-6)
    assert retimed(keypoints, np.full(5, 0.7)) == pytest.approx(keypoints, abs=1e-5)


def test_where_the_speed_is_low_the_way_is_short():
    line = (np.arange(33) / 32)[:, None, None] * np.ones((33, 1, 2), np.float32)
    after = retimed(line, np.array([0.2, 1, 1.8]))[:, 0, 0]
    assert np.diff(after)[:8].max() < np.diff(after)[-8:].min()
    assert after[16] < 0.4


@pytest.mark.parametrize("speeds", ([1.0], [0.0, 0.0], [1.0, -1.0], [1.0, np.nan]))
def test_impossible_speeds_are_refused(speeds):
    with pytest.raises(ValueError):
        retimed(np.zeros((4, 2, 2), np.float32), np.array(speeds))


@pytest.mark.parametrize("seed", SEEDS)
def test_between_frames_the_way_stays_between_them(seed):
    keypoints, rng = wandering(seed)
    times = rng.uniform(0, len(keypoints) - 1, 30)
    points, before = at_times(keypoints, times), times.astype(int)
    a, b = keypoints[before], keypoints[np.minimum(before + 1, len(keypoints) - 1)]
    assert (points >= np.minimum(a, b) - 1e-6).all() and (points <= np.maximum(a, b) + 1e-6).all()
    assert at_times(keypoints, np.arange(len(keypoints))) == pytest.approx(keypoints, abs=1e-6)


@pytest.mark.parametrize("seed", SEEDS)
def test_backwards_twice_is_forwards(seed):
    keypoints, _ = wandering(seed)
    assert (backwards(backwards(keypoints)) == keypoints).all()


def test_a_held_pose_stands_and_then_the_motion_goes_on():
    keypoints = np.arange(10, dtype=np.float32)[:, None, None] * np.ones((10, 2, 2), np.float32)
    assert held(keypoints, 3, 4)[:, 0, 0].tolist() == [0, 1, 2, 3, 3, 3, 3, 3, 4, 5]
    assert held(keypoints, 3, 0)[:, 0, 0].tolist() == list(range(10))


@pytest.mark.parametrize("seed", SEEDS)
def test_a_loop_closes_with_a_small_step_and_leaves_the_beginning(seed):
    keypoints, _ = wandering(seed)
    frames = max(1, len(keypoints) // 2)
    closed = looped(keypoints, frames)
    assert (closed[: len(keypoints) - frames] == keypoints[: len(keypoints) - frames]).all()
    gap = np.abs(keypoints[0] - keypoints[-1]).max()
    assert np.abs(closed[0] - closed[-1]).max() <= gap * 3 / (frames + 1) + 1e-6
