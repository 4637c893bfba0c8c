"""The animals of the world `animals`: which there are, what their clips are called, where their landmarks are, and
which are never trained on. Written for Quaternius's packs Animated Animals and Dinosaurs (CC0).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from engine.errors import TrainingError
from training.worlds.rigs.rig import Animation, Rig

MAMMALS = (
    "Alpaca", "Bull", "Cow", "Deer", "Donkey", "Fox", "Horse", "Horse_White", "Husky", "ShibaInu", "Stag", "Wolf",
)  # fmt: skip
DINOSAURS = ("Apatosaurus", "Parasaurolophus", "Stegosaurus", "Trex", "Triceratops", "Velociraptor")
SPECIES = MAMMALS + DINOSAURS
HELD_OUT = ("Deer", "Donkey", "ShibaInu", "Parasaurolophus")
"""Drawn for held-out seeds only, which draw no others."""

ACTIONS = ("walk", "gallop", "eat", "jump", "kick", "idle")
_CLIPS = {
    "walk": ("Walk",),
    "gallop": ("Gallop", "Run"),
    "eat": ("Eating",),
    "jump": ("Gallop_Jump", "Jump_toIdle", "Jump_ToIdle", "Jump"),
    "kick": ("Attack_Kick", "Attack_Headbutt", "Attack"),
    "idle": ("Idle", "Idle_2", "Idle_Headlow", "Idle_2_HeadLow"),
}

LANDMARKS = (
    "nose", "head", "neck", "withers", "back", "croup", "tail_base", "tail_middle", "tail_tip",
    "r_shoulder", "r_knee", "r_forefoot", "r_hip", "r_hock", "r_hindfoot",
    "l_shoulder", "l_knee", "l_forefoot", "l_hip", "l_hock", "l_hindfoot",
)  # fmt: skip
"""In array order, the same for all. A two-legged dinosaur's arms are its front legs; `knee` is a front leg's middle
joint, `hock` a hind leg's."""

_BONES = {
    "head": ("Head",),
    "neck": ("Neck2", "Neck"),
    "withers": ("Torso3", "Shoulders"),
    "back": ("Torso",),
    "croup": ("Back", "Hips"),
    "tail_base": ("Tail1",),
    "shoulder": ("FrontUpperLeg", "FrontUpLeg"),
    "knee": ("FrontLowerLeg", "FrontLowLeg"),
    "forefoot": ("FF", "FrontFoot"),
    "hip": ("BackLeg",),
    "hock": ("BackLowerLeg", "BackLowLeg"),
    "hindfoot": ("FFB", "BackFoot"),
}


def able(action: str, held_out: bool) -> list[str]:
    """The species that can perform an action, of those held out or of the others.

    Known without reading any file. The Apatosaurus swings its whole length about itself when it attacks: what fits the
    picture would be too small to see.
    """
    chosen = [name for name in SPECIES if (name in HELD_OUT) == held_out]
    unable = {"eat": DINOSAURS, "kick": ("Apatosaurus",)}.get(action, ())
    return [name for name in chosen if name not in unable]


def clips_of(rig: Rig, action: str) -> list[Animation]:
    """The animations of a creature that show an action. Raises TrainingError if there is none."""
    # "AnimalArmature|Walk" and "Armature|TRex_Walk" are both Walk; another species' name is part of some.
    called = {name.split("|")[-1]: clip for name, clip in rig.clips.items()}
    for species in (*DINOSAURS, "TRex"):
        called = {name.removeprefix(f"{species}_"): clip for name, clip in called.items()}
    found = [called[name] for name in _CLIPS[action] if name in called]
    if not found:
        raise _foreign(rig, f"no animation for {action}")
    return found


def _foreign(rig: Rig, lacking: str) -> TrainingError:
    return TrainingError(
        f"The file of {rig.name} is not the character that the world animals knows: it has {lacking}.",
        "See docs/animals.md for the packs, or draw your own characters' clips by: kpvp synth --characters DIR.",
    )


@dataclass(frozen=True)
class Landmarks:
    """Where each of LANDMARKS is on a rig: bones int [J], and offsets f32 [J, 3] in the bones' own axes."""

    bones: np.ndarray
    offsets: np.ndarray

    def at(self, transforms: np.ndarray) -> np.ndarray:
        """Landmarks f32 [T, J, 3] for bone transforms [T, B, 4, 4]."""
        frames = transforms[:, self.bones]
        return (np.einsum("tjab,jb->tja", frames[..., :3, :3], self.offsets) + frames[..., :3, 3]).astype(np.float32)


def landmarks(rig: Rig) -> Landmarks:
    """The landmarks of one of SPECIES. Raises TrainingError if a bone is missing."""
    bones, offsets = [], []
    if "Head" not in rig.bone_names or "Tail1" not in rig.bone_names:
        raise _foreign(rig, "no bones Head and Tail1")
    tail = [name for name in rig.bone_names if name.startswith("Tail")]
    chain = sorted((name for name in tail if name[4:].isdigit()), key=lambda name: int(name[4:]))
    ends = {"tail_middle": chain[len(chain) // 2], "tail_tip": next((n for n in tail if n.endswith("_end")), chain[-1])}
    for name in LANDMARKS:
        offset = np.zeros(3, np.float32)
        if name == "nose":
            bone = rig.bone("Head")
            offset = _nose(rig, bone)
        elif name in ends:
            bone = rig.bone(ends[name])
        else:
            side, _, part = name.rpartition("_") if name[:2] in ("r_", "l_") else ("", "", name)
            ending = f".{side.upper()}" if side else ""
            bone = next(
                (rig.bone_names.index(f"{b}{ending}") for b in _BONES[part] if f"{b}{ending}" in rig.bone_names), -1
            )
            if bone < 0:
                raise _foreign(rig, f"no bone for {name}")
            if part in ("knee", "hock"):
                offset = _inside(rig, bone)
        bones.append(bone)
        offsets.append(offset)
    return Landmarks(np.array(bones), np.array(offsets, np.float32))


def _nose(rig: Rig, head: int) -> np.ndarray:
    """The snout's end in the head bone's axes: the middle of what reaches farthest ahead of what the head moves."""
    most = rig.weights.argmax(1)
    moved = rig.vertices[rig.joints[np.arange(len(most)), most] == head]
    bind = np.linalg.inv(rig.inverse_bind[head])
    ahead = moved[:, 2] - 0.5 * (moved[:, 1] - bind[1, 3])
    tip = moved[ahead >= np.quantile(ahead, 0.93)].mean(0)
    inner = tip + 0.12 * (bind[:3, 3] - tip)
    return (rig.inverse_bind[head] @ np.append(inner, 1))[:3].astype(np.float32)


def _inside(rig: Rig, bone: int) -> np.ndarray:
    """The middle of the flesh around a limb bone's upper end, in its axes: the bone itself may run beside it."""
    moved = rig.vertices[((rig.joints == bone) & (rig.weights > 0.25)).any(axis=1)]
    local = np.concatenate([moved, np.ones((len(moved), 1))], axis=1) @ rig.inverse_bind[bone].T
    apart = np.linalg.norm(local[:, :3], axis=1)
    near = local[apart <= np.quantile(apart, 0.3), :3]
    return ((near.min(0) + near.max(0)) / 2).astype(np.float32)
