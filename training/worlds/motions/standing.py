"""Begins a performance as most photographs of people are: plainly standing, arms at the sides. It then steps into the
action.

It knows no action. Axes and units as in `skeleton`.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from training.worlds.motions.kinematics import SIDES, Figure, Foot, two_bones, unit
from training.worlds.motions.skeleton import BONES, INDEX, Equipment, Motion, Proportions
from training.worlds.motions.timeline import smooth

_HANGING = ("pull_ups",)  # begin in the air
_HELD_NEAR = 0.12  # body heights from a hand to what moves with it
_LIFT = 0.045


def from_standing(rng: np.random.Generator, motion: Motion, p: Proportions, lead: int) -> Motion:
    """The motion with `lead` frames before it, in which somebody who stands takes its first pose.

    Unchanged, so with no more frames, for what cannot begin on the feet.
    """
    if lead < 1 or motion.action in _HANGING or _carries_above(motion):
        return motion
    target = motion.joints[0].astype(np.float64)
    front = _front(target)
    yaw = float(np.degrees(np.arctan2(-front[0], front[2])))
    if rng.random() < 0.6:  # turned towards the camera, as far as two steps can turn
        yaw += float(np.clip(-yaw, -80, 80)) * rng.uniform(0.3, 1.0)
    stance = _stance(rng, p, yaw + rng.normal(0, 6), target[INDEX["pelvis"]])
    share = smooth(np.linspace(-rng.uniform(0.0, 0.5), 1, lead + 1).clip(0, 1))[:-1]
    joints = _between(stance, target, share, p)
    # The first frames' face looks where the trunk does, or at the camera.
    ahead = unit(_front(stance) + rng.uniform(0, 0.7) * np.array([0, 0, 1.0]))
    gaze = _turned(np.repeat(ahead[None], lead, 0), np.repeat(motion.gaze[:1].astype(float), lead, 0), share[:, None])
    gear = tuple(_brought(item, joints, target) for item in motion.equipment)
    return replace(
        motion,
        joints=np.concatenate([joints, motion.joints]).astype(np.float32),
        gaze=np.concatenate([gaze, motion.gaze]).astype(np.float32),
        equipment=gear,
    )


def standing(rng: np.random.Generator, p: Proportions) -> np.ndarray:
    """The joints f64 [22, 3] of somebody who stands at the origin, facing the camera."""
    return _stance(rng, p, 0.0, np.zeros(3))


def _carries_above(motion: Motion) -> bool:
    """Whether a weight is lifted already, which nobody does from hanging arms."""
    return any(item.kind in ("bar", "barbell") and item.points[0, :, 1].min() > 0.3 for item in motion.equipment)


def _front(joints: np.ndarray) -> np.ndarray:
    """Where a figure's hips face along the ground [3]."""
    left = joints[INDEX["l_hip"]] - joints[INDEX["r_hip"]]
    front = np.cross(left, [0.0, 1.0, 0.0])
    return front / max(float(np.linalg.norm(front)), 1e-9)


def _stance(rng: np.random.Generator, p: Proportions, yaw: float, pelvis: np.ndarray) -> np.ndarray:
    """The joints [22, 3] of somebody who stands near a place, facing `yaw` degrees to the left of the camera."""
    turn = np.radians(-yaw)
    across, ahead = np.array([np.cos(turn), 0, -np.sin(turn)]), np.array([np.sin(turn), 0, np.cos(turn)])
    here = np.array([pelvis[0], 0, pelvis[2]])
    width = rng.uniform(0.04, 0.1)
    feet = {
        side: Foot(
            (here + sign * width * across + (0.06 + rng.normal(0, 0.02)) * ahead + [0, p.toe_height, 0])[None],
            np.array([-yaw + sign * rng.uniform(3, 16)]), np.zeros(1),
        )
        for side, sign in SIDES.items()
    }  # fmt: skip
    sway = rng.normal(0, 2, 3)
    figure = Figure(p, 1)
    lean = lambda a: np.array([[yaw + sway[0] * a, 1.5 + sway[1] * a, sway[2] * a]])  # noqa: E731
    figure.trunk(np.array([[pelvis[0], p.pelvis_height - 0.006, pelvis[2]]]), lean(0.3), lean(1), lean(2), feet)
    figure.legs(feet)
    for side, sign in SIDES.items():
        out, reach = rng.uniform(0.02, 0.1), rng.uniform(0.93, 0.975)
        down = unit(sign * out * across + rng.uniform(-0.02, 0.14) * ahead - np.array([0, 1.0, 0]))
        shoulder = figure.hub + sign * across * p.shoulder_width / 2
        figure.arm(side, shoulder + down * p.arm * reach)
    return figure.joints[0]


def _between(start: np.ndarray, end: np.ndarray, share: np.ndarray, p: Proportions) -> np.ndarray:
    """Poses [T, 22, 3] on the way: every bone turns, the pelvis travels, the feet step one after the other."""
    joints = np.zeros((len(share), len(start), 3))
    s = share[:, None]
    root = INDEX["pelvis"]
    joints[:, root] = start[root] + s * (end[root] - start[root])
    for parent, child in BONES:
        a, b = INDEX[parent], INDEX[child]
        first, last = start[b] - start[a], end[b] - end[a]
        n = len(share)
        way = _turned(np.repeat(unit(first)[None], n, 0), np.repeat(unit(last)[None], n, 0), s)
        length = np.linalg.norm(first) + s * (np.linalg.norm(last) - np.linalg.norm(first))
        joints[:, b] = joints[:, a] + way * length
    for side, (begin, finish) in {"r": (0.0, 0.6), "l": (0.4, 1.0)}.items():
        step = smooth((share - begin) / (finish - begin))[:, None]
        far = np.linalg.norm((end - start)[INDEX[f"{side}_toe"], [0, 2]])
        rise = min(_LIFT, 0.5 * far) * np.sin(np.pi * step) ** 2 * np.array([0, 1.0, 0])
        hip, knee, ankle, toe = (INDEX[f"{side}_{name}"] for name in ("hip", "knee", "ankle", "toe"))
        goal = start[ankle] + step * (end[ankle] - start[ankle]) + rise
        pole = joints[:, knee] - (joints[:, hip] + goal) / 2 + 0.05 * unit(joints[:, toe] - joints[:, ankle])
        joints[:, knee], joints[:, ankle] = two_bones(joints[:, hip], goal, p.thigh, p.shin, pole)
        joints[:, toe] = start[toe] + step * (end[toe] - start[toe]) + rise + joints[:, ankle] - goal
    return joints


def _brought(item: Equipment, joints: np.ndarray, target: np.ndarray) -> Equipment:
    """A piece of equipment in the frames before: what a hand holds moves with the hand, the rest waits."""
    before = np.repeat(item.points[:1].astype(np.float64), len(joints), axis=0)
    hands = {side: target[INDEX[f"{side}_hand"]] for side in SIDES}
    near = {side: float(np.linalg.norm(item.points[0, :, None] - at, axis=-1).min()) for side, at in hands.items()}
    side = min(near, key=lambda name: near[name])
    if near[side] < _HELD_NEAR and item.kind not in ("bar", "barbell"):
        elbow, hand = INDEX[f"{side}_elbow"], INDEX[f"{side}_hand"]
        rest = unit(target[hand] - target[elbow])
        now = unit(joints[:, hand] - joints[:, elbow])
        away = item.points[0].astype(np.float64) - target[hand]
        for k in range(before.shape[1]):
            before[:, k] = joints[:, hand] + _carried(rest, away[k], now)
        before[..., 1] = np.maximum(before[..., 1], 0.01)
    points = np.concatenate([before, item.points]).astype(np.float32)
    return Equipment(item.kind, points, np.concatenate([np.repeat(item.visible[:1], len(joints)), item.visible]))


def _carried(rest: np.ndarray, vector: np.ndarray, direction: np.ndarray) -> np.ndarray:
    """A vector [3] turned by the shortest rotation that takes `rest` [3] to unit directions [T, 3]: [T, 3]."""
    axis = np.cross(rest, direction)
    cosine = (direction @ rest)[:, None]
    along = (axis * vector).sum(-1, keepdims=True)
    return vector * cosine + np.cross(axis, vector) + axis * along / (1 + cosine).clip(0.05)


def _turned(first: np.ndarray, last: np.ndarray, share: np.ndarray) -> np.ndarray:
    """Unit vectors [T, 3] a `share` [T, 1] of the way from first to last [T, 3], along the great circle."""
    angle = np.arccos((first * last).sum(-1, keepdims=True).clip(-0.9999, 1))
    whole = np.sin(angle).clip(1e-4)
    way = np.sin((1 - share) * angle) / whole * first + np.sin(share * angle) / whole * last
    return unit(np.where(angle < 1e-3, first, way))
