"""Storyboards: shots that go on from each other without a jump, and the clip a model makes of them."""

import numpy as np
import pytest

from engine.errors import ActionError
from engine.inputs import latent
from engine.storyboard import MOST_SHOTS, Shot, begin_storyboard, chain

T, K = 10, 3
K0 = np.zeros((K, 2), np.float32)


def moving(velocity: float):
    """A shot that moves all keypoints to the right, by `velocity` a frame, from the pose it is given."""
    return lambda pose: pose + velocity * np.arange(1, T + 1, dtype=np.float32)[:, None, None] * [1, 0]


def test_one_shot_is_itself():
    assert chain(K0, [moving(0.01)], 4) == pytest.approx(moving(0.01)(K0))


@pytest.mark.parametrize("overlap", [0, 1, 4])
def test_each_shot_adds_its_length_less_the_overlap(overlap):
    whole = chain(K0, [moving(0.01)] * 5, overlap)
    assert whole.shape == (T + 4 * (T - overlap), K, 2) and whole.dtype == np.float32


@pytest.mark.parametrize("overlap", [0, 1, 4, 9])
def test_the_same_motion_goes_on_as_if_there_were_one_shot(overlap):
    whole = chain(K0, [moving(0.01)] * 4, overlap)
    assert np.diff(whole[:, 0, 0]) == pytest.approx(0.01, abs=1e-5)


def test_a_turn_is_soft():
    cut, faded = (chain(K0, [moving(0.02), moving(-0.02)], overlap)[:, 0, 0] for overlap in (0, 6))
    assert np.abs(np.diff(cut, 2)).max() == pytest.approx(0.04, abs=1e-4)
    assert np.abs(np.diff(faded, 2)).max() < 0.02


def test_without_an_overlap_a_shot_begins_at_the_last_pose():
    poses = []

    def second(pose):
        poses.append(pose)
        return moving(-0.01)(pose)

    first = moving(0.01)
    chain(K0, [first, second], 0)
    assert poses[0] == pytest.approx(first(K0)[-1])


def test_an_overlap_as_long_as_a_shot_is_refused():
    with pytest.raises(ValueError, match="do not fit"):
        chain(K0, [moving(0.01)] * 2, T)
    with pytest.raises(ValueError, match="at least one"):
        chain(K0, [])


def test_a_model_makes_one_clip_of_several_shots(model, picture):
    shots = [Shot("squats", 1), Shot({"golf_swing": 1.0}, 2), Shot("pull_ups", None, np.zeros(model.spec.z_size))]
    begun = begin_storyboard(model, picture, shots, overlap=5)
    clip = begun.clip()
    alone = model.predict(picture, "squats", seed=1)
    assert len(clip) == 3 * len(alone) - 10 == len(clip.frames)
    assert np.array_equal(clip.keypoints[: len(alone) - 5], alone.keypoints[:-5])
    second = model.imagine(clip.keypoints[len(alone) - 6], np.asarray(_one(model, "golf_swing")), _z(model, 2))
    assert clip.keypoints[len(alone) : len(alone) + 10] == pytest.approx(second[5:15], abs=1e-5)
    assert [shot["action"] for shot in clip.schedule["storyboard"]] == [
        {"squats": 1.0},
        {"golf_swing": 1.0},
        {"pull_ups": 1.0},
    ]
    assert (clip.seed, clip.action_label) == (1, "squats")


def test_the_same_storyboard_gives_the_same_clip(model, picture):
    shots = [Shot("squats", 1), Shot("golf_swing", 2)]
    one, two = (begin_storyboard(model, picture, shots).clip() for _ in range(2))
    assert np.array_equal(one.frames, two.frames)


def test_what_cannot_be_chained_is_said(model, picture):
    with pytest.raises(ActionError, match="0 actions"):
        begin_storyboard(model, picture, [])
    with pytest.raises(ActionError, match="65 actions"):
        begin_storyboard(model, picture, [Shot(0)] * (MOST_SHOTS + 1))
    with pytest.raises(ActionError, match="for 32 frames"):
        begin_storyboard(model, picture, [Shot(0), Shot(1)], overlap=32)
    with pytest.raises(ActionError, match="no action 'dancing'"):
        begin_storyboard(model, picture, [Shot(0), Shot("dancing")])


def test_shots_are_equal_by_what_they_make():
    z = np.ones(4, np.float32)
    assert Shot(np.array([1.0, 0]), None, z).same_as(Shot(np.array([1.0, 0]), None, z.copy()))
    assert not Shot(np.array([1.0, 0]), None, z).same_as(Shot(np.array([1.0, 0]), 3, None))
    assert not Shot(np.array([1.0, 0]), 3).same_as(Shot(np.array([0, 1.0]), 3))


def _one(model, name):
    return [float(action == name) for action in model.actions]


def _z(model, seed):
    return latent(seed, model.spec.z_size)
