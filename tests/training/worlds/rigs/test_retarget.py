"""Rigged people perform the skeleton's motions: bones where the joints are, feet planted, hands closed, no twists."""

from dataclasses import replace

import numpy as np
import pytest

from tests.training.worlds.rigs.humanoid import humanoid
from training.worlds.motions.actions import ACTIONS, perform
from training.worlds.motions.kinematics import mirrored
from training.worlds.motions.skeleton import INDEX, JOINTS, Motion
from training.worlds.rigs.retarget import BONES, Wearer, wearer

FRAMES = 33
JOINT_OF = {
    "UpperArm": "shoulder", "LowerArm": "elbow", "Hand": "wrist", "UpperLeg": "hip", "LowerLeg": "knee",
}  # fmt: skip


@pytest.fixture(scope="module")
def person() -> Wearer:
    return wearer(humanoid())


def performed(person: Wearer, action: str, seed: int = 0) -> Motion:
    return perform(action, np.random.default_rng(seed), FRAMES, person.proportions)


def bone(person: Wearer, transforms: np.ndarray, name: str) -> np.ndarray:
    """A bone's path [T, 3]."""
    return transforms[:, person.rig.bone(name), :3, 3]


def test_the_rest_pose_performed_is_the_rest_pose(person):
    ahead = np.tile([0.0, 0.0, 1.0], (3, 1))
    joints = np.repeat(person.joints[None] / person.stature, 3, axis=0)
    transforms = person.perform(Motion(joints, (), ahead, "squats"))
    rest = person.rig.rest_transforms.copy()
    rest[:, :3] /= person.stature
    fingers = [i for i, name in enumerate(person.rig.bone_names) if name.startswith(("Index", "Thumb"))]
    others = [i for i in range(len(rest)) if i not in fingers]
    assert np.abs(transforms[:, others] - rest[others]).max() < 1e-4


@pytest.mark.parametrize("action", ACTIONS)
def test_every_bone_begins_where_the_skeleton_has_its_joint(person, action):
    motion = performed(person, action)
    transforms = person.perform(motion)
    assert transforms.shape == (FRAMES, len(person.rig.bone_names), 4, 4) and transforms.dtype == np.float32
    for name, joint in JOINT_OF.items():
        for side in "lr":
            gap = bone(person, transforms, f"{name}.{side.upper()}") - motion.joints[:, INDEX[f"{side}_{joint}"]]
            assert np.linalg.norm(gap, axis=-1).max() < 0.02, (name, side)


@pytest.mark.parametrize("action", ACTIONS)
def test_bones_are_turned_and_neither_stretched_nor_sheared(person, action):
    turn = person.perform(performed(person, action))[..., :3, :3] * person.stature
    assert np.abs(turn @ turn.swapaxes(-1, -2) - np.eye(3)).max() < 1e-3
    assert (np.linalg.det(turn) > 0).all()


@pytest.mark.parametrize("action", ACTIONS)
def test_limbs_do_not_snap_about_their_own_axes(person, action):
    for seed in range(4):
        turn = person.perform(performed(person, action, seed))[..., :3, :3] * person.stature
        step = np.einsum("tbji,tbjk->tbik", turn[:-1], turn[1:])
        angle = np.degrees(np.arccos(((np.trace(step, axis1=-2, axis2=-1) - 1) / 2).clip(-1, 1)))
        worst = np.unravel_index(angle.argmax(), angle.shape)
        assert angle.max() < 120, (seed, person.rig.bone_names[worst[1]], worst[0])


@pytest.mark.parametrize("action", [a for a in ACTIONS if a != "pull_ups"])
def test_the_sole_of_a_planted_foot_stays_where_it_is(person, action):
    stood = 0
    for seed in range(4):
        motion = performed(person, action, seed)
        feet = person.perform(motion)
        for side in "lr":
            toe = motion.joints[:, INDEX[f"{side}_toe"]]
            foot = feet[:, person.rig.bone(f"Foot.{side.upper()}")]
            ball = np.linalg.inv(foot[0]) @ np.append(toe[0], 1)  # a point of the foot's mesh
            path = (foot @ ball)[:, :3]
            down = toe[:, 1] < person.proportions.toe_height + 0.001
            both = down[1:] & down[:-1]
            assert np.linalg.norm(np.diff(path, axis=0), axis=-1)[both].max(initial=0) < 0.012, (side, seed)
            assert path[:, 1].min() > -0.01
            stood += both.sum()
    assert stood > 0.2 * 2 * 4 * FRAMES


@pytest.mark.parametrize(
    ("action", "kind"),
    [("golf_swing", "club"), ("baseball_swing", "bat"), ("clean_and_jerk", "barbell"), ("pull_ups", "bar")],
)
def test_short_arms_hold_with_both_hands_too(person, action, kind):
    for seed in range(6):
        motion = performed(person, action, seed)
        (held,) = (item for item in motion.equipment if item.kind == kind)
        start, shaft = held.points[:, 0], held.points[:, 1] - held.points[:, 0]
        for side in "lr":
            hand = motion.joints[:, INDEX[f"{side}_hand"]]
            share = ((hand - start) * shaft).sum(-1) / (shaft**2).sum(-1)
            gap = np.linalg.norm(hand - start - share.clip(0, 1)[:, None] * shaft, axis=-1)
            assert gap.max() < 0.025, (side, seed)


def test_fingers_close_around_what_is_held_and_only_then(person):
    motion = performed(person, "baseball_swing")
    empty = replace(motion, equipment=())

    def fingertip(performance: Motion) -> np.ndarray:
        transforms = person.perform(performance)
        hand = np.linalg.inv(transforms[:, person.rig.bone("Hand.R")])
        return (hand @ transforms[:, person.rig.bone("Index2.R")])[:, :3, 3] * person.stature

    closed, opened = fingertip(motion), fingertip(empty)
    # The rest pose's palm looks down: a closed finger's end lies below an open one's.
    assert (closed[:, 1] < opened[:, 1] - 0.015).all()


def test_the_thumb_lies_towards_the_head_of_the_club(person):
    motion = performed(person, "golf_swing", 2)
    transforms = person.perform(motion)
    (club,) = (item for item in motion.equipment if item.kind == "club")
    shaft = club.points[:, 1] - club.points[:, 0]
    shaft /= np.linalg.norm(shaft, axis=-1, keepdims=True)
    for side in "LR":
        thumb = bone(person, transforms, f"Thumb1.{side}") - bone(person, transforms, f"Hand.{side}")
        assert np.median((thumb * shaft).sum(-1)) > 0.02


def test_a_left_hander_is_the_mirror_image(person):
    motion = performed(person, "tennis_serve", 1)
    transforms, other = person.perform(motion), person.perform(mirrored(motion))
    for name, _ in JOINT_OF.items():
        left, right = bone(person, other, f"{name}.L"), bone(person, transforms, f"{name}.R")
        assert np.abs(left - right * [-1, 1, 1]).max() < 1e-3


def test_a_rig_of_any_size_has_the_same_proportions(person):
    large = wearer(humanoid(100.0))
    ours, theirs = vars(person.proportions), vars(large.proportions)
    assert all(abs(ours[key] - theirs[key]) < 1e-5 for key in ours)
    assert len(person.joints) == len(JOINTS)
    assert abs(person.proportions.pelvis_height - 0.53) < 0.03


def test_a_rig_without_the_bones_is_refused():
    rig = humanoid()
    renamed = replace(rig, bone_names=tuple(name.replace("Chest", "Breast") for name in rig.bone_names))
    assert "Chest" in BONES
    with pytest.raises(KeyError, match="Chest"):
        wearer(renamed)
