"""Makes a rigged person perform the skeleton's motions: measures the rig, then turns joints into bone transforms.

Every bone of the rig rides on a segment of the skeleton, such as "l_forearm". A segment's frame is worked out alike for
the joints of the rest pose and for those of a performance; what lies between the two moves the bone. It knows the
skeleton and the rig, neither actions nor pictures.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from scipy.ndimage import gaussian_filter1d

from training.worlds.motions.kinematics import SIDES, unit
from training.worlds.motions.skeleton import INDEX, JOINTS, Motion, Proportions
from training.worlds.rigs.rig import Rig

_TRUNK = {
    "Root": "abdomen", "Hips": "hips", "Abdomen": "abdomen", "Torso": "torso", "Chest": "chest", "Neck": "neck",
    "Head": "head",
}  # fmt: skip
_LIMBS = {
    "Shoulder": "collar", "UpperArm": "upper_arm", "LowerArm": "forearm", "Hand": "hand",
    "UpperLeg": "thigh", "LowerLeg": "shin", "Foot": "foot",
}  # fmt: skip
_SEGMENT_OF = _TRUNK | {f"{bone}.{s.upper()}": f"{s}_{segment}" for bone, segment in _LIMBS.items() for s in "rl"}
BONES = tuple(_SEGMENT_OF)
"""The bones a rig must have to be dressed as a person."""

_FULL_HEIGHT = 1.165  # of a person, in heights of the joint below the skull
_TOP = "HeadTop"  # the bone that says where the head ends, in rigs that have it
_ANKLE = 0.042
_HELD_NEAR = 0.05  # body heights from a hand to what it holds
_FARTHEST_TURN = np.radians(110)  # of a hand about its forearm
_CURL, _RELAXED = np.radians(78), np.radians(16)  # of every finger joint, closed and open


@dataclass(frozen=True, eq=False)
class Wearer:
    """A rig that can perform: `stature` in its own units, and its joints at rest, f64 [22, 3], in those units."""

    rig: Rig
    stature: float
    joints: np.ndarray

    @cached_property
    def proportions(self) -> Proportions:
        """The rig's own lengths, in body heights: a motion performed with them fits its feet and hands exactly."""

        def far(a: str, b: str) -> float:
            return float(np.linalg.norm(self.joints[INDEX[a]] - self.joints[INDEX[b]]) / self.stature)

        rise = self.joints[INDEX["l_shoulder"], 1] - self.joints[INDEX["chest"], 1]
        return Proportions(
            ankle_height=_ANKLE, shin=far("l_knee", "l_ankle"), thigh=far("l_hip", "l_knee"),
            waist=far("pelvis", "spine"), ribs=far("spine", "chest"), collar=far("chest", "neck"),
            neck=far("neck", "head"), skull=far("head", "head_top"), hip_width=far("l_hip", "r_hip"),
            shoulder_width=far("l_shoulder", "r_shoulder"), shoulder_rise=float(rise / self.stature),
            upper_arm=far("l_shoulder", "l_elbow"), forearm=far("l_elbow", "l_wrist"), hand=far("l_wrist", "l_hand"),
        )  # fmt: skip

    @cached_property
    def _homeward(self) -> dict[str, np.ndarray]:
        """For every bone that rides on a segment: its rest transform as seen from that segment, f64 [4, 4]."""
        ahead = np.array([[0.0, 0.0, 1.0]])
        rest = segments(self.joints[None], ahead, {s: ahead for s in SIDES})
        bones = self.rig.rest_transforms.astype(np.float64)
        return {
            bone: np.linalg.inv(rest[segment][0]) @ bones[self.rig.bone(bone)] for bone, segment in _SEGMENT_OF.items()
        }

    def perform(self, motion: Motion) -> np.ndarray:
        """Bone transforms f32 [T, B, 4, 4] of the rig's bones, in body heights, for a motion of these proportions."""
        joints = motion.joints.astype(np.float64) * self.stature
        thumbs, closed = grips(motion)
        frames = segments(joints, motion.gaze, thumbs)
        rig = self.rig
        transforms = np.repeat(rig.rest_transforms[None].astype(np.float64), len(joints), axis=0)
        for b, (name, parent) in enumerate(zip(rig.bone_names, rig.parents.tolist(), strict=True)):
            if name in _SEGMENT_OF:
                transforms[:, b] = frames[_SEGMENT_OF[name]] @ self._homeward[name]
            elif parent >= 0:
                transforms[:, b] = transforms[:, parent] @ rig.rest_local[b]
                side = name[-1:].lower()
                if side in SIDES and name.startswith(("Thumb", "Index", "Middle", "Ring", "Pinky")):
                    self._curl(transforms[:, b], frames[f"{side}_hand"], side, closed[side], name.startswith("Thumb"))
        transforms[:, :, :3] /= self.stature
        return transforms.astype(np.float32)

    def _curl(self, bone: np.ndarray, hand: np.ndarray, side: str, closed: np.ndarray, thumb: bool) -> None:
        """Bend a finger's bone [T, 4, 4] about its joint, in place, towards the palm; closed [T] from 0 to 1."""
        angle = _RELAXED + (_CURL - _RELAXED) * closed
        # Fingers bend about the line through the knuckles, the thumb rolls in under them.
        axis = hand[:, :3, 1] if thumb else hand[:, :3, 2]
        angle = (0.45 if thumb else 1.0) * angle * -SIDES[side]
        bone[:, :3, :3] = _rotation(axis, angle) @ bone[:, :3, :3]


def wearer(rig: Rig) -> Wearer:
    """Where the skeleton's joints lie in a rig in its rest pose (a T). Raises KeyError for a bone it lacks."""
    at = {bone: rig.rest_transforms[rig.bone(bone), :3, 3].astype(np.float64) for bone in BONES}
    stature = float(at["Head"][1] * _FULL_HEIGHT)
    if _TOP in rig.bone_names:
        stature = float(rig.rest_transforms[rig.bone(_TOP), 1, 3])
    joints = np.zeros((len(JOINTS), 3))

    def put(name: str, position: np.ndarray) -> None:
        joints[INDEX[name]] = position

    base, up = Proportions(), np.array([0.0, 1.0, 0.0])
    for s in SIDES:
        side = s.upper()
        hip, knee, sole = at[f"UpperLeg.{side}"], at[f"LowerLeg.{side}"], at[f"Foot.{side}"]
        # The foot's bone may begin at the sole: the ankle lies above it, on the shin.
        ankle = knee + (sole - knee) * (knee[1] - _ANKLE * stature) / (knee[1] - sole[1])
        toe = np.array([ankle[0], base.toe_height * stature, ankle[2] + base.foot * stature])
        shoulder, elbow, wrist = at[f"UpperArm.{side}"], at[f"LowerArm.{side}"], at[f"Hand.{side}"]
        # What a hand holds lies before the palm, which looks down.
        fist = wrist + unit(wrist - elbow) * 0.066 * stature - up * 0.014 * stature
        for name, position in (
            ("hip", hip), ("knee", knee), ("ankle", ankle), ("toe", toe),
            ("shoulder", shoulder), ("elbow", elbow), ("wrist", wrist), ("hand", fist),
        ):  # fmt: skip
            put(f"{s}_{name}", position)
    hips = (joints[INDEX["l_hip"]] + joints[INDEX["r_hip"]]) / 2
    pelvis = hips + up * base.hip_drop * stature
    neck = np.array([0.0, at["Neck"][1], pelvis[2]])
    trunk = (neck[1] - pelvis[1]) / (base.waist + base.ribs + base.collar)
    skull = base.skull * stature
    rise = (stature - skull - neck[1]) / 0.985
    put("pelvis", pelvis)
    put("spine", pelvis + up * base.waist * trunk)
    put("chest", pelvis + up * (base.waist + base.ribs) * trunk)
    put("neck", neck)
    put("head", neck + rise * np.array([0, 0.985, 0.17]))
    put("head_top", joints[INDEX["head"]] + up * skull)
    return Wearer(rig, stature, joints)


def segments(joints: np.ndarray, gaze: np.ndarray, thumbs: dict[str, np.ndarray]) -> dict[str, np.ndarray]:
    """Frames [T, 4, 4] of the body's segments: columns left, along the segment, front, and where it begins.

    joints [T, 22, 3]; gaze [T, 3], where the face points; thumbs: for each side, where the thumb's side of the hand is
    wanted [T, 3], zero where nothing asks for it.
    """
    j = {name: joints[:, i] for name, i in INDEX.items()}
    left_hip, left_shoulder = j["l_hip"] - j["r_hip"], unit(j["l_shoulder"] - j["r_shoulder"])
    hips = unit(left_hip)
    head_up = j["head_top"] - j["head"]
    face = unit(np.cross(head_up, gaze))
    frames = {
        "hips": _with_left(j["pelvis"], j["pelvis"] - (j["l_hip"] + j["r_hip"]) / 2, hips),
        "abdomen": _with_left(j["pelvis"], j["spine"] - j["pelvis"], 0.75 * hips + 0.25 * left_shoulder),
        "torso": _with_left(j["spine"], j["chest"] - j["spine"], 0.25 * hips + 0.75 * left_shoulder),
        "chest": _with_left(j["chest"], j["neck"] - j["chest"], left_shoulder),
        "neck": _with_left(j["neck"], j["head"] - j["neck"], left_shoulder + face),
        "head": _with_left(j["head"], head_up, face),
    }
    for s in SIDES:
        shoulder, elbow, wrist, hand = (j[f"{s}_{name}"] for name in ("shoulder", "elbow", "wrist", "hand"))
        hinge = _hinge(shoulder, elbow, wrist)
        frames[f"{s}_collar"] = _with_front(j["chest"], shoulder - j["chest"], frames["chest"][:, :3, 2])
        frames[f"{s}_upper_arm"] = _with_front(shoulder, elbow - shoulder, np.cross(elbow - shoulder, hinge))
        along = unit(wrist - elbow)
        natural = unit(np.cross(along, hinge))
        turn = _pronation(along, natural, thumbs[s])
        # Half of the hand's turn about the forearm happens along the forearm.
        frames[f"{s}_forearm"] = _with_front(elbow, along, _about(along, natural, turn / 2))
        frames[f"{s}_hand"] = _with_front(wrist, hand - wrist, _about(along, natural, turn))
        hip, knee, ankle, toe = (j[f"{s}_{name}"] for name in ("hip", "knee", "ankle", "toe"))
        hinge = _hinge(hip, knee, ankle)
        frames[f"{s}_thigh"] = _with_front(hip, knee - hip, np.cross(hinge, knee - hip))
        frames[f"{s}_shin"] = _with_front(knee, ankle - knee, np.cross(hinge, ankle - knee))
        frames[f"{s}_foot"] = _foot(ankle, toe, frames[f"{s}_shin"])
    return frames


def grips(motion: Motion) -> tuple[dict[str, np.ndarray], dict[str, np.ndarray]]:
    """What the hands hold: for each side where its thumb's side should point [T, 3] (zero: anywhere) and how far it is
    closed [T], from 0 to 1."""
    n = len(motion.joints)
    hands = {s: motion.joints[:, INDEX[f"{s}_hand"]].astype(np.float64) for s in SIDES}
    thumbs = {s: np.zeros((n, 3)) for s in SIDES}
    closed = {s: np.zeros(n) for s in SIDES}
    for item in motion.equipment:
        for s, other in (("r", "l"), ("l", "r")):
            start, end = item.points[:, 0].astype(np.float64), item.points[:, -1].astype(np.float64)
            shaft = end - start
            length = np.maximum((shaft * shaft).sum(-1, keepdims=True), 1e-9)
            share = (((hands[s] - start) * shaft).sum(-1, keepdims=True) / length).clip(0, 1)
            held = (np.linalg.norm(hands[s] - start - share * shaft, axis=-1) < _HELD_NEAR) & item.visible
            if item.kind in ("bar", "barbell"):
                shaft = hands[other] - hands[s]  # gripped from above: thumbs towards each other
            if item.kind in ("racket", "bat", "club", "bar", "barbell"):
                thumbs[s] += held[:, None] * unit(shaft)
                closed[s] = np.maximum(closed[s], held)
            else:
                closed[s] = np.maximum(closed[s], 0.55 * held)
    return thumbs, {s: gaussian_filter1d(closed[s], 1.0, mode="nearest") for s in SIDES}


def _across(vectors: np.ndarray, axis: np.ndarray) -> np.ndarray:
    """The part of vectors [T, 3] at right angles to unit axes [T, 3]."""
    return vectors - axis * (vectors * axis).sum(-1, keepdims=True)


def _calm(vectors: np.ndarray) -> np.ndarray:
    """Vectors [T, 3] smoothed over a few frames, so that a limb never snaps about its own axis."""
    return gaussian_filter1d(vectors, 1.2, axis=0, mode="nearest")


def _hinge(root: np.ndarray, middle: np.ndarray, end: np.ndarray) -> np.ndarray:
    """The axis about which an elbow or a knee bends [T, 3]; a straight limb's follows its neighbours in time."""
    return unit(_calm(np.cross(end - root, middle - root)))


def _pronation(along: np.ndarray, natural: np.ndarray, wanted: np.ndarray) -> np.ndarray:
    """How far the hand is turned about the forearm [T], in radians, from where the thumb `natural`ly points to where
    it is `wanted`, as far as a wrist allows; what lies along the forearm turns it little."""
    sideways = np.cross(along, natural)
    right = (wanted * natural).sum(-1) + 0.3
    angle = np.arctan2((wanted * sideways).sum(-1), right)
    return gaussian_filter1d(angle.clip(-_FARTHEST_TURN, _FARTHEST_TURN), 1.5, mode="nearest")


def _about(along: np.ndarray, natural: np.ndarray, angle: np.ndarray) -> np.ndarray:
    """Vectors [T, 3] at right angles to `along`, turned from `natural` by angle [T]."""
    return natural * np.cos(angle)[:, None] + np.cross(along, natural) * np.sin(angle)[:, None]


def _foot(ankle: np.ndarray, toe: np.ndarray, shin: np.ndarray) -> np.ndarray:
    """The foot's frame: soles are level across; a foot that hangs straight down follows the shin."""
    along = unit(toe - ankle)
    level = np.cross([0.0, 1.0, 0.0], along)
    sure = np.linalg.norm(level, axis=-1, keepdims=True).clip(0, 1)
    same_way = np.where((level * shin[:, :3, 0]).sum(-1, keepdims=True) < 0, -1, 1)
    return _with_left(ankle, along, level * same_way + (1 - sure) * shin[:, :3, 0] * 0.5)


def _with_left(origin: np.ndarray, along: np.ndarray, left: np.ndarray) -> np.ndarray:
    y = unit(along)
    x = unit(_across(left, y))
    return _frame(origin, x, y, np.cross(x, y))


def _with_front(origin: np.ndarray, along: np.ndarray, front: np.ndarray) -> np.ndarray:
    y = unit(along)
    z = unit(_across(front, y))
    return _frame(origin, np.cross(y, z), y, z)


def _frame(origin: np.ndarray, x: np.ndarray, y: np.ndarray, z: np.ndarray) -> np.ndarray:
    frame = np.zeros((len(origin), 4, 4))
    frame[:, :3] = np.stack([x, y, z, origin], axis=2)
    frame[:, 3, 3] = 1
    return frame


def _rotation(axis: np.ndarray, angle: np.ndarray) -> np.ndarray:
    """Rotations [T, 3, 3] by angle [T] about unit axes [T, 3] (Rodrigues)."""
    x, y, z = axis.T
    zero = np.zeros_like(x)
    cross = np.stack([zero, -z, y, z, zero, -x, -y, x, zero], axis=1).reshape(-1, 3, 3)
    s, c = np.sin(angle)[:, None, None], np.cos(angle)[:, None, None]
    return np.eye(3) + s * cross + (1 - c) * (cross @ cross)
