"""Who moves with whom, who is opposite to whom, and another's movement carried over."""

import numpy as np
import pytest

from engine.editing.carrying import driven
from engine.editing.mirroring import partners, reflected
from engine.editing.together import skeleton, togetherness
from tests.engine.editing.trajectories import SEEDS, wandering

# A head, two shoulders, two hands: symmetric but for a tenth of a pixel.
POSE = np.array([[0.1, -0.6], [-0.1, -0.3], [0.3, -0.3], [-0.4, 0.1], [0.61, 0.1]], np.float32)


@pytest.mark.parametrize("seed", SEEDS)
def test_togetherness_is_mutual_within_bounds_and_whole_with_oneself(seed):
    alike = togetherness(wandering(seed)[0])
    assert alike == pytest.approx(alike.T)
    assert (alike >= 0).all() and (alike <= 1).all() and np.diag(alike) == pytest.approx(1)


def test_a_chain_of_joints_becomes_a_chain_of_lines():
    time = np.linspace(0, 2 * np.pi, 32)
    shoulder = np.zeros((32, 2))
    elbow = shoulder + 0.3 * np.stack([np.cos(time), np.sin(time)], 1)
    hand = elbow + 0.3 * np.stack([np.cos(2 * time), np.sin(2 * time)], 1)
    assert skeleton(np.stack([hand, shoulder, elbow], 1).astype(np.float32)) == [(0, 2), (1, 2)]


@pytest.mark.parametrize("seed", SEEDS)
def test_a_skeleton_has_no_circles(seed):
    keypoints, _ = wandering(seed)
    lines = skeleton(keypoints)
    assert len(lines) == len(set(lines)) < keypoints.shape[1]
    assert all(0 <= i < j < keypoints.shape[1] for i, j in lines)
    assert skeleton(keypoints[:, :1]) == []


def test_partners_lie_opposite_and_the_middle_has_none():
    assert partners(POSE).tolist() == [0, 2, 1, 4, 3]


@pytest.mark.parametrize("seed", SEEDS)
def test_a_mirror_of_a_mirror_is_the_original(seed):
    keypoints, rng = wandering(seed)
    source = rng.uniform(-0.6, 0.6, (6, 2)).astype(np.float32)
    assert reflected(reflected(keypoints, source), source) == pytest.approx(keypoints, abs=1e-5)


def test_what_the_right_hand_did_the_left_does():
    keypoints = np.repeat(POSE[None], 8, axis=0)
    keypoints[:, 4] += np.linspace(0, 1, 8)[:, None] * (0.2, -0.4)
    after = reflected(keypoints, POSE)
    assert after[-1, 3] - POSE[3] == pytest.approx([-0.2, -0.4], abs=1e-6)
    assert after[:, [0, 1, 2, 4]] == pytest.approx(np.repeat(POSE[None, [0, 1, 2, 4]], 8, 0), abs=1e-6)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_driven_photo_begins_in_its_own_pose_and_moves_to_scale(seed):
    driver, rng = wandering(seed)
    source = rng.uniform(-0.5, 0.5, (6, 2)).astype(np.float32)
    clip = driven(source, driver)
    assert clip[0] == pytest.approx(source, abs=1e-6)
    twice = driven(2 * source, driver)
    assert twice - twice[0] == pytest.approx(2 * (clip - clip[0]), abs=1e-4)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_clip_drives_its_own_photo_as_it_is(seed):
    driver, _ = wandering(seed)
    assert driven(driver[0], driver) == pytest.approx(driver, abs=1e-5)


def test_a_driver_without_any_size_leaves_finite_keypoints():
    assert np.isfinite(driven(POSE, np.zeros((4, 5, 2), np.float32))).all()
