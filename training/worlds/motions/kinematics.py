"""From where hands, feet and trunk should be to where every joint is: trunk frames and analytic two-bone limbs.

It knows the skeleton and no action. Angles are degrees. A turn is (yaw, forward, sideways): yaw turns the figure to its
own left, forward leans it towards +z and sideways towards +x; the leans are those of the world, whatever the yaw.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from scipy.ndimage import gaussian_filter1d

from training.worlds.motions.skeleton import INDEX, JOINTS, MIRRORED, Equipment, Motion, Proportions

SIDES = {"r": -1.0, "l": 1.0}
"""The sign of x on each side of a figure that faces the viewer."""

STRETCH = 0.985
"""The longest a leg gets, as a share of its bones: a fully straight knee would snap when it bends again."""


@dataclass(frozen=True)
class Foot:
    """A foot over time: the ball of the foot [T, 3], where it points [T] and how far the heel is raised [T]."""

    ball: np.ndarray
    yaw: np.ndarray
    heel: np.ndarray

    def ankle(self, p: Proportions) -> np.ndarray:
        """The ankle joint [T, 3]."""
        yaw, heel = np.radians(self.yaw), np.radians(self.heel)
        forward = np.stack([np.sin(yaw), np.zeros_like(yaw), np.cos(yaw)], axis=-1)
        rise = p.ankle_height - p.toe_height
        back = rise * np.sin(heel) - p.foot * np.cos(heel)
        up = rise * np.cos(heel) + p.foot * np.sin(heel)
        return self.ball + forward * back[:, None] + np.array([0.0, 1.0, 0.0]) * up[:, None]


def frame_of(turn: np.ndarray) -> np.ndarray:
    """Rotation matrices [T, 3, 3] whose columns are a turn's left (x), up (y) and front (z); turn [T, 3]."""
    (sy, sf, ss), (cy, cf, cs) = np.sin(np.radians(turn)).T, np.cos(np.radians(turn)).T
    frame = np.empty((len(turn), 3, 3))
    frame[:, 0] = np.stack([cs * cy + ss * sf * sy, ss * cf, cs * sy - ss * sf * cy], axis=-1)
    frame[:, 1] = np.stack([-ss * cy + cs * sf * sy, cs * cf, -ss * sy - cs * sf * cy], axis=-1)
    frame[:, 2] = np.stack([-cf * sy, sf, cf * cy], axis=-1)
    return frame


def unit(vectors: np.ndarray) -> np.ndarray:
    """Vectors [..., 3] at length 1."""
    return vectors / np.linalg.norm(vectors, axis=-1, keepdims=True).clip(1e-9)


def shortest(first: float, second: float) -> float:
    """How near a limb's end comes to its root when it is folded."""
    return 1.15 * abs(first - second) + 0.02


def two_bones(
    root: np.ndarray, target: np.ndarray, first: float, second: float, pole: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """The middle and end joint [T, 3] of a limb from `root` towards `target`, bent towards `pole` (law of cosines).

    A target out of reach is approached along its direction, with the limb almost straight.
    """
    reach = target - root
    distance = np.linalg.norm(reach, axis=-1, keepdims=True)
    along = reach / distance.clip(1e-9)
    full = first + second
    # Ease into the stretched position, so that the limb's middle does not snap.
    eased = full * (0.96 + 0.035 * np.tanh((distance / full - 0.96) / 0.035))
    distance = np.where(distance < 0.96 * full, distance, eased).clip(shortest(first, second))
    near = (first**2 - second**2 + distance**2) / (2 * distance)
    height = np.sqrt((first**2 - near**2).clip(0))
    across = unit(pole - along * (pole * along).sum(-1, keepdims=True))
    return root + along * near + across * height, root + along * distance


def swung_along(rest: np.ndarray, pole: np.ndarray, direction: np.ndarray) -> np.ndarray:
    """`pole` ([3] or [T, 3]) turned by the shortest rotation that takes `rest` [3] to the unit `direction` [T, 3]."""
    axis = np.cross(rest, direction)
    cosine = (direction @ rest)[:, None]
    along = (axis * pole).sum(-1, keepdims=True)
    return pole * cosine + np.cross(axis, pole) + axis * along / (1 + cosine).clip(0.05)


class Figure:
    """A body being posed: `trunk`, then `legs`, then `arms`; `joints` f64 [T, 22, 3] fills up on the way."""

    def __init__(self, proportions: Proportions, frames: int):
        self.p = proportions
        self.joints = np.zeros((frames, len(JOINTS), 3))

    def __getitem__(self, joint: str) -> np.ndarray:
        """One joint's path [T, 3]."""
        return self.joints[:, INDEX[joint]]

    def _set(self, joint: str, path: np.ndarray) -> None:
        self.joints[:, INDEX[joint]] = path

    def trunk(
        self,
        pelvis: np.ndarray,
        hips: np.ndarray,
        chest: np.ndarray,
        head: np.ndarray,
        feet: dict[str, Foot] | None = None,
    ) -> None:
        """Place pelvis to head; `pelvis` [T, 3], the turns of hips, chest and head [T, 3].

        With `feet` (by side) the pelvis sinks where a leg would have to be longer than it is.
        """
        p = self.p
        hip_frame = frame_of(hips)
        hip = {s: hip_frame @ np.array([sign * p.hip_width / 2, -p.hip_drop, 0.0]) for s, sign in SIDES.items()}
        pelvis = np.array(pelvis, dtype=float)
        for side, foot in (feet or {}).items():
            reach = foot.ankle(p) - pelvis - hip[side]
            flat = (reach[:, 0] ** 2 + reach[:, 2] ** 2).clip(0, (0.9 * p.leg) ** 2)
            excess = -reach[:, 1] - np.sqrt((STRETCH * p.leg) ** 2 - flat)
            # A soft maximum with 0: the limit is met gradually.
            pelvis[:, 1] -= np.logaddexp(0, excess / 0.006) * 0.006
        self._set("pelvis", pelvis)
        for side in SIDES:
            self._set(f"{side}_hip", pelvis + hip[side])
        up = np.array([0.0, 1.0, 0.0])
        spine = pelvis + frame_of(0.75 * hips + 0.25 * chest) @ up * p.waist
        middle = spine + frame_of(0.25 * hips + 0.75 * chest) @ up * p.ribs
        self.chest_frame, self.gaze = frame_of(chest), frame_of(head)[:, :, 2]
        neck = middle + self.chest_frame @ up * p.collar
        skull = neck + frame_of(0.5 * chest + 0.5 * head) @ np.array([0.0, 0.985, 0.17]) * p.neck
        self._set("spine", spine)
        self._set("chest", middle)
        self._set("neck", neck)
        self._set("head", skull)
        self._set("head_top", skull + frame_of(head) @ up * p.skull)
        self.hub = middle + self.chest_frame @ up * p.shoulder_rise
        """Midway between the resting shoulders [T, 3], the origin that hands are best aimed from."""

    def raise_by(self, height: np.ndarray) -> None:
        """Move everything placed so far up by `height` [T]."""
        placed = np.any(self.joints != 0, axis=(0, 2))
        self.joints[:, placed, 1] += height[:, None]
        self.hub = self.hub + height[:, None] * np.array([0.0, 1.0, 0.0])

    def legs(self, feet: dict[str, Foot], spread: float = 0.25) -> None:
        """Place knees, ankles and toes; knees point where the feet do, `spread` outwards."""
        for side, foot in feet.items():
            yaw = np.radians(foot.yaw)
            ahead = np.stack([np.sin(yaw) + SIDES[side] * spread, 0 * yaw, np.cos(yaw)], axis=-1)
            ankle = foot.ankle(self.p)
            # Forwards for a leg that hangs; up for one kicked forwards, down for one that trails.
            pole = swung_along(np.array([0.0, -1.0, 0.0]), ahead, unit(ankle - self[f"{side}_hip"]))
            pole = gaussian_filter1d(pole, 1.5, axis=0, mode="nearest")
            knee, end = two_bones(self[f"{side}_hip"], ankle, self.p.thigh, self.p.shin, pole)
            self._set(f"{side}_knee", knee)
            self._set(f"{side}_ankle", end)
            self._set(f"{side}_toe", foot.ball + end - ankle)

    def shoulder(self, side: str, target: np.ndarray) -> np.ndarray:
        """The shoulder joint [T, 3] for a hand at `target`: it rises and comes forward with the arm."""
        p, sign = self.p, SIDES[side]
        rest = np.array([sign * p.shoulder_width / 2, p.shoulder_rise, 0.0])
        aim = np.einsum("tji,tj->ti", self.chest_frame, target - self["chest"]) - rest
        lift = 1 / (1 + np.exp(-8 * (aim[:, 1] / p.arm - 0.35)))
        front = np.tanh(aim[:, 2] / p.arm)
        inward = np.tanh(-sign * aim[:, 0] / p.arm).clip(0)
        moved = rest + np.stack([-sign * (0.012 * lift + 0.02 * inward), 0.032 * lift, 0.022 * front], axis=-1)
        moved = unit(moved) * np.linalg.norm(rest)
        return self["chest"] + np.einsum("tij,tj->ti", self.chest_frame, moved)

    def arm(self, side: str, target: np.ndarray, hint=(0.0, 0.0, 0.0)) -> None:
        """Place an arm whose fist goes to `target` [T, 3]; `hint` ([3] or [T, 3]) draws the elbow.

        The hint is in the chest's frame with x outwards; without one the elbow hangs as it does naturally.
        """
        sign = np.array([SIDES[side], 1.0, 1.0])
        shoulder = self.shoulder(side, target)
        local = unit(np.einsum("tji,tj->ti", self.chest_frame, target - shoulder)) * sign
        rest = unit(np.array([0.45, -0.5, 0.75]))
        down = np.array([0.35, -0.8, -0.25])
        pole = swung_along(rest, down - rest * (down @ rest), local) + np.asarray(hint)
        # An elbow that has to change sides takes a few frames for it.
        pole = gaussian_filter1d(pole, 1.5, axis=0, mode="nearest")
        pole = np.einsum("tij,tj->ti", self.chest_frame, pole * sign)
        lower = self.p.forearm + self.p.hand
        elbow, fist = two_bones(shoulder, target, self.p.upper_arm, lower, pole)
        self._set(f"{side}_shoulder", shoulder)
        self._set(f"{side}_elbow", elbow)
        self._set(f"{side}_wrist", elbow + (fist - elbow) * (self.p.forearm / lower))
        self._set(f"{side}_hand", fist)

    def within_reach(self, points: dict[str, np.ndarray]) -> np.ndarray:
        """A small shift [T, 3], found by a few projections, that brings each side's point within its arm's reach,
        and not nearer to the shoulder than the arm can fold."""
        nearest = shortest(self.p.upper_arm, self.p.forearm + self.p.hand)
        shift = np.zeros_like(self.hub)
        for _ in range(8):
            for side, point in points.items():
                arm = point + shift - self.shoulder(side, point + shift)
                length = np.linalg.norm(arm, axis=-1, keepdims=True)
                shift = shift + arm * (length.clip(nearest, 0.955 * self.p.arm) / length - 1)
        return shift

    def motion(self, action: str, *equipment: Equipment) -> Motion:
        """What has been posed, as a performance of an action with its equipment."""
        return Motion(self.joints, equipment, self.gaze, action)


def centred(motion: Motion) -> Motion:
    """The motion moved along the ground so that the pelvis's path is centred on the origin."""
    path = motion.joints[:, INDEX["pelvis"]]
    middle = (path.min(0) + path.max(0)) / 2 * np.array([1, 0, 1])
    return _mapped(motion, motion.joints - middle, lambda points: points - middle)


def mirrored(motion: Motion) -> Motion:
    """The same action by a left-hander (or the reverse)."""
    flip = np.array([-1.0, 1.0, 1.0])
    swapped = _mapped(motion, motion.joints[:, MIRRORED] * flip, lambda points: points * flip)
    gaze = (motion.gaze * flip).astype(np.float32)
    # A bar's ends are named by the viewer's sides, which the mirror exchanges.
    gear = tuple(replace(e, points=e.points[:, ::-1]) if e.kind in ("bar", "barbell") else e for e in swapped.equipment)
    return replace(swapped, equipment=gear, gaze=gaze, left_handed=not motion.left_handed)


def _mapped(motion: Motion, joints: np.ndarray, move) -> Motion:
    gear = tuple(Equipment(e.kind, move(e.points).astype(np.float32), e.visible) for e in motion.equipment)
    gaze = motion.gaze.astype(np.float32)
    return replace(motion, joints=joints.astype(np.float32), equipment=gear, gaze=gaze)
