"""The skeleton that motions move and bodies wear: joint names, bones, proportions, equipment.

It knows neither how an action is performed nor how a body looks.

Units are body heights (a standing adult measures 1.0). Axes: x to the right of a viewer who stands in front
of the figure (so the figure's own right side has x < 0), y up with the ground at 0, z towards that viewer.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

JOINTS = (
    "pelvis", "spine", "chest", "neck", "head", "head_top",
    "r_shoulder", "r_elbow", "r_wrist", "r_hand",
    "l_shoulder", "l_elbow", "l_wrist", "l_hand",
    "r_hip", "r_knee", "r_ankle", "r_toe",
    "l_hip", "l_knee", "l_ankle", "l_toe",
)  # fmt: skip
"""Names in array order. `head` is the skull's centre, `*_hand` the middle of the fist, `*_toe` the ball of the foot."""

INDEX = {name: i for i, name in enumerate(JOINTS)}

BONES = (
    ("pelvis", "spine"), ("spine", "chest"), ("chest", "neck"), ("neck", "head"), ("head", "head_top"),
    ("chest", "r_shoulder"), ("r_shoulder", "r_elbow"), ("r_elbow", "r_wrist"), ("r_wrist", "r_hand"),
    ("chest", "l_shoulder"), ("l_shoulder", "l_elbow"), ("l_elbow", "l_wrist"), ("l_wrist", "l_hand"),
    ("pelvis", "r_hip"), ("r_hip", "r_knee"), ("r_knee", "r_ankle"), ("r_ankle", "r_toe"),
    ("pelvis", "l_hip"), ("l_hip", "l_knee"), ("l_knee", "l_ankle"), ("l_ankle", "l_toe"),
)  # fmt: skip
"""(parent, child) pairs; each keeps its length throughout a motion."""

MIRRORED = tuple(
    INDEX[{"r": "l", "l": "r"}[name[0]] + name[1:]] if name[:2] in ("r_", "l_") else INDEX[name] for name in JOINTS
)
"""`joints[..., MIRRORED, :]` swaps left and right limbs."""

PLATE_RADIUS = 0.128
"""Of a barbell's discs, so that a loaded bar lies this high above the ground."""


@dataclass(frozen=True)
class Proportions:
    """Lengths of a body relative to its stature; the vertical ones add up to 1 (`varied` keeps it so)."""

    ankle_height: float = 0.042
    shin: float = 0.243
    thigh: float = 0.243
    hip_drop: float = 0.012  # hips below the pelvis joint
    waist: float = 0.085  # pelvis to spine
    ribs: float = 0.100  # spine to chest
    collar: float = 0.110  # chest to neck
    neck: float = 0.085  # neck to the skull's centre
    skull: float = 0.080  # the skull's centre to the top of the head
    hip_width: float = 0.100  # between the hip joints
    shoulder_width: float = 0.215  # between the shoulder joints
    shoulder_rise: float = 0.082  # shoulders above the chest joint
    upper_arm: float = 0.168
    forearm: float = 0.150
    hand: float = 0.052  # wrist to the middle of the fist
    foot: float = 0.100  # ankle to the ball of the foot, along the ground
    toe_height: float = 0.016  # of the ball of the foot above the sole

    @property
    def leg(self) -> float:
        """Hip to ankle, stretched."""
        return self.thigh + self.shin

    @property
    def arm(self) -> float:
        """Shoulder to the middle of the fist, stretched."""
        return self.upper_arm + self.forearm + self.hand

    @property
    def pelvis_height(self) -> float:
        """Of the pelvis joint above the ground, standing upright."""
        return self.ankle_height + self.leg + self.hip_drop

    @property
    def standing(self) -> float:
        """The pelvis's height as a share of the usual one: heights of a stance are multiplied by it."""
        return self.pelvis_height / 0.54

    @classmethod
    def varied(cls, rng: np.random.Generator, breadth: float = 0.0) -> Proportions:
        """A plausible adult; `breadth` from -1 (narrow shoulders, wide hips) to 1 (the reverse)."""
        base = cls()
        spread = np.array([0.018, 0.012, 0.02, 0.03, 0.03, 0.04, 0.04])
        legs, shins, arms, head, width, hips, feet = (1 + spread * rng.normal(size=7).clip(-2, 2)).tolist()
        thigh, shin = base.thigh * legs / shins, base.shin * legs * shins
        neck, skull = base.neck * head, base.skull * head
        below, above = base.ankle_height + thigh + shin + base.hip_drop, neck + skull
        trunk = (1 - below - above) / (base.waist + base.ribs + base.collar)
        return replace(
            base,
            thigh=thigh, shin=shin, neck=neck, skull=skull,
            waist=base.waist * trunk, ribs=base.ribs * trunk, collar=base.collar * trunk,
            shoulder_rise=base.shoulder_rise * trunk,
            shoulder_width=base.shoulder_width * width * (1 + 0.07 * breadth),
            hip_width=base.hip_width * hips * (1 - 0.06 * breadth),
            upper_arm=base.upper_arm * arms, forearm=base.forearm * arms,
            foot=base.foot * feet,
        )  # fmt: skip


@dataclass(frozen=True)
class Equipment:
    """Something held, thrown or hung from: points f32 [T, n, 3], visible bool [T].

    The points are the grip's end and the head's centre of a "racket", the knob and the tip of a "bat", the grip and
    the head of a "club", the viewer's left and right ends of a "barbell" or a "bar" (to pull up on), the wrist and the
    fingertips of a "glove" (on the hand that does not throw), and the centre of a "tennis_ball", "baseball" or
    "golf_ball".
    """

    kind: str
    points: np.ndarray
    visible: np.ndarray


@dataclass(frozen=True)
class Motion:
    """One performance of an action: joints f32 [T, 22, 3] in JOINTS order, the equipment of the same frames, and where
    the face points, f32 [T, 3] of length 1."""

    joints: np.ndarray
    equipment: tuple[Equipment, ...]
    gaze: np.ndarray
    action: str
    left_handed: bool = False
