"""Bending and turning: what was moved is where it was put, what is out of reach stays, and it all goes back."""

import numpy as np
import pytest

from engine.editing.bending import Reach, bent, followers, rotated, time_weights, within
from tests.engine.editing.trajectories import SEEDS, wandering


@pytest.mark.parametrize("seed", SEEDS)
def test_a_moved_keypoint_is_where_it_was_put(seed):
    keypoints, rng = wandering(seed)
    frame, k = int(rng.integers(len(keypoints))), int(rng.integers(keypoints.shape[1]))
    reach = Reach(rng.uniform(0, 20), rng.uniform(0, 0.5))
    wanted = rng.uniform(-1, 1, 2)
    after = bent(keypoints, frame, [k], wanted - keypoints[frame, k], reach)
    assert after.dtype == np.float32 and after.shape == keypoints.shape
    assert after[frame, k] == pytest.approx(wanted, abs=1e-6)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_bend_back_is_undone(seed):
    keypoints, rng = wandering(seed)
    frame, way = int(rng.integers(len(keypoints))), rng.uniform(-0.3, 0.3, 2)
    reach = Reach(rng.uniform(0, 20))
    there = bent(keypoints, frame, [1, 2], way, reach)
    assert bent(there, frame, [1, 2], -way, reach) == pytest.approx(keypoints, abs=1e-6)


@pytest.mark.parametrize("seed", SEEDS)
def test_frames_out_of_reach_and_pinned_keypoints_do_not_move(seed):
    keypoints, rng = wandering(seed)
    frame, reach = int(rng.integers(len(keypoints))), int(rng.integers(0, 12))
    pinned = frozenset({0, 3})
    after = bent(keypoints, frame, [1, 3], np.array([0.3, -0.2]), Reach(reach, 0.8, pinned))
    away = np.abs(np.arange(len(keypoints)) - frame) > reach
    assert (after[away] == keypoints[away]).all()
    assert (after[:, [0, 3]] == keypoints[:, [0, 3]]).all()
    after = rotated(keypoints, frame, [1, 2, 4], 0.7, 1.2, Reach(reach, 0.8, pinned))
    assert after[away] == pytest.approx(keypoints[away], abs=1e-6)
    assert (after[:, [0, 3]] == keypoints[:, [0, 3]]).all()


def test_the_falloff_in_time_is_smooth_and_falls_to_both_sides():
    weights = time_weights(41, 20, 10)
    assert weights[20] == 1 and (weights[:10] == 0).all() and (weights[31:] == 0).all()
    assert (np.diff(weights[20:]) <= 0).all() and weights == pytest.approx(weights[::-1])
    assert np.abs(np.diff(weights, 2)).max() < 0.05
    assert time_weights(5, 2, 0).tolist() == [0, 0, 1, 0, 0]
    assert (time_weights(5, 2, np.inf) == 1).all()


def test_a_neighbour_follows_more_the_nearer_it_is_and_the_more_alike_it_moves():
    time = np.linspace(0, 2 * np.pi, 32)
    swing = np.stack([0.2 * np.sin(time), np.zeros(32)], 1)
    starts = np.array([[0, 0], [0.1, 0], [0.3, 0], [-0.1, 0]])
    keypoints = np.stack([starts[0] + swing, starts[1] + swing, starts[2] + swing, starts[3] - swing], 1)
    share = followers(keypoints.astype(np.float32), 0, [0], Reach(8, 0.25))[:, 0]
    assert share[0] == 1
    assert 1 > share[1] > share[2] > 0
    assert share[3] < 0.01  # just as near as 1, but it goes the other way
    assert followers(keypoints, 0, [0], Reach(8, 0)).tolist() == [[1], [0], [0], [0]]


@pytest.mark.parametrize("seed", SEEDS)
def test_nobody_follows_by_more_than_the_whole(seed):
    keypoints, rng = wandering(seed)
    share = followers(keypoints, 3, [0, 2, 5], Reach(8, rng.uniform(0.05, 2)))
    assert (share >= 0).all() and (share.sum(1) <= 1 + 1e-9).all()


@pytest.mark.parametrize("seed", SEEDS)
def test_turning_keeps_the_centre_and_the_shape(seed):
    keypoints, rng = wandering(seed)
    chosen, frame = [1, 4, 5], int(rng.integers(len(keypoints)))
    angle, scale = rng.uniform(-3, 3), rng.uniform(0.5, 2)
    after = rotated(keypoints, frame, chosen, angle, scale, Reach(6))
    assert after[:, chosen].mean(1) == pytest.approx(keypoints[:, chosen].mean(1), abs=1e-5)
    lengths = [np.linalg.norm(each[frame, 1] - each[frame, 4]) for each in (keypoints, after)]
    assert lengths[1] == pytest.approx(scale * lengths[0], abs=1e-5)
    back = rotated(after, frame, chosen, -angle, 1 / scale, Reach(6))
    assert back == pytest.approx(keypoints, abs=1e-5)


def test_a_quarter_turn_is_clockwise_on_screen():
    keypoints = np.array([[[0.5, 0.0], [-0.5, 0.0]]], np.float32)  # y points down
    after = rotated(keypoints, 0, [0, 1], np.pi / 2, 1, Reach(0))
    assert after[0] == pytest.approx(np.array([[0, 0.5], [0, -0.5]]), abs=1e-6)


def test_only_the_chosen_change():
    keypoints, _ = wandering(1)
    changed = within(keypoints, {2}, keypoints[::-1])
    assert (changed[:, 2] == keypoints[::-1, 2]).all()
    assert (changed[:, [0, 1, 3, 4, 5]] == keypoints[:, [0, 1, 3, 4, 5]]).all()
