"""What a rigged person wears in a clip: a coat for every piece of its clothes, by what the piece is called and where it
is worn. Colours and patterns are those of `wardrobe`, so that rigged and capsule people dress alike.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from training.worlds.capsules import wardrobe
from training.worlds.rigs.coats import Coat, Covering
from training.worlds.rigs.rig import Rig

_HEAD, _UPPER, _LOWER, _FEET = range(4)
_REGIONS = (
    (("Head",), _HEAD),
    (("Neck", "Chest", "Torso", "Abdomen", "Shoulder", "UpperArm", "LowerArm", "Hand", "Index", "Middle", "Ring",
      "Pinky", "Thumb"), _UPPER),
    (("Root", "Hips", "UpperLeg", "LowerLeg"), _LOWER),
    (("Foot",), _FEET),
)  # fmt: skip
_SMALL = 0.004  # in square body heights: eyes and brows are smaller
_AS_MADE = 0.3
"""The share of clips in which the clothes keep the colours they were made with, but for a shade."""


@dataclass(frozen=True, eq=False)
class Wardrobe:
    """A rig whose materials are split into pieces, and what each piece is: "skin", "eyes", "brows", "hair", "metal",
    "glass", "hat", "top", "bottom", "shoes" or "trim"."""

    rig: Rig
    roles: tuple[str, ...]

    def look(self, rng: np.random.Generator, behind: np.ndarray) -> Covering:
        """Clothes for a clip. behind: colours f32 [n, 3] in 0..1 seen around the figure, to stand out from."""
        style = wardrobe.look(rng, behind)
        as_made = rng.random() < _AS_MADE
        shade = rng.uniform(0.8, 1.35) * rng.uniform(0.93, 1.07, 3)
        hair = style.hair.colour if rng.random() < 0.92 else style.hat.colour
        plain = {
            "skin": style.skin.colour, "hair": hair, "brows": np.minimum(hair * 0.75, style.skin.colour * 0.8),
        }  # fmt: skip
        cloth = {"top": style.top, "bottom": style.bottom, "shoes": style.shoes, "hat": style.hat}
        assert style.top.second is not None  # every cloth has one
        trim = [style.shoes.colour, style.hat.colour, np.full(3, 0.1), np.full(3, 0.85), style.top.second]
        coats = []
        for name, role, made in zip(self.rig.material_names, self.roles, self.rig.base_colours, strict=True):
            if role in plain:
                darker = 0.88 if name.endswith("Darker") else 1.0
                gloss = {"skin": 0.1, "hair": 0.15}.get(role, 0.0)
                coats.append(Coat(plain[role] * darker, mottle=0.02 if role == "skin" else 0.08, gloss=gloss))
            elif role in ("eyes", "glass", "metal"):
                coats.append(Coat(made, gloss={"eyes": 0.2, "glass": 0.8, "metal": 0.5}[role]))
            elif as_made:
                coats.append(Coat((made * shade).clip(0.03, 0.97), mottle=0.05))
            elif role in cloth:
                coats.append(_coat(cloth[role]))
            else:
                coats.append(Coat(trim[int(rng.integers(len(trim)))], mottle=0.05))
        where = rng.uniform(0, 32, 3).astype(np.float32)
        return Covering(coats, float(rng.choice([0.0, 0.35, 0.9], p=[0.55, 0.3, 0.15])), where)


def wardrobe_of(rig: Rig) -> Wardrobe:
    """Splits what a rig's materials colour on the head from what they colour on the body, and tells what each is."""
    region = np.full(len(rig.bone_names), _UPPER)
    for starts, number in _REGIONS:
        for bone, name in enumerate(rig.bone_names):
            if name.startswith(starts):
                region[bone] = number
    strongest = rig.joints[np.arange(len(rig.joints)), rig.weights.argmax(1)]
    worn = region[strongest[rig.triangles[:, 0]]]
    corners = rig.vertices[rig.triangles]
    area = np.linalg.norm(np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0]), axis=1) / 2
    area = area / float(np.ptp(rig.vertices[:, 1])) ** 2
    pieces = rig.materials * 2 + (worn == _HEAD)
    used = np.unique(pieces)
    shares = np.zeros((len(used), 4))
    numbers = np.searchsorted(used, pieces)
    np.add.at(shares, (numbers, worn), area)
    names = tuple(rig.material_names[piece // 2] for piece in used)
    split = replace(
        rig,
        materials=numbers.astype(np.int32),
        material_names=names,
        base_colours=rig.base_colours[used // 2],
        textures=rig.textures[used // 2],
    )
    return Wardrobe(split, _roles(names, shares))


def _roles(names: tuple[str, ...], shares: np.ndarray) -> tuple[str, ...]:
    """shares [M, 4]: each piece's area on the head, above the waist, below it, and on the feet."""
    roles = [_role(name, share) for name, share in zip(names, shares, strict=True)]
    if "hair" not in roles:
        # Some heads' hair is called after its colour only: the largest thing on them, unless it is a uniform's.
        own = [i for i, role in enumerate(roles) if role == "hat" and "_" not in names[i]]
        if own:
            roles[max(own, key=lambda i: shares[i, _HEAD])] = "hair"
    # The largest piece above and the largest below the waist are the clothes, the others trim.
    for role, where in (("top", _UPPER), ("bottom", _LOWER)):
        own = [i for i, r in enumerate(roles) if r == role]
        for i in own:
            if shares[i, where] < max(shares[k, where] for k in own):
                roles[i] = "trim"
    return tuple(roles)


def _role(name: str, share: np.ndarray) -> str:
    small = share.sum() < _SMALL
    if name.startswith("Skin"):
        return "skin"
    if name.startswith(("Hair", "Eyebrows", "Moustache")):
        return "brows" if small else "hair"
    if name.startswith("Visor"):
        return "glass"
    if name in ("Gold", "Metal", "Metal_Dark", "Earrings"):
        return "metal"
    where = int(share.argmax())
    if where == _HEAD:
        return "eyes" if small else "hat"
    return ("", "top", "bottom", "shoes")[where]


def _coat(material: wardrobe.Material) -> Coat:
    """A wardrobe's cloth as a coat."""
    lines = 1 / material.period
    patterns: dict[str, dict[str, Any]] = {
        "rings": {"stripes": (0.0, lines, 0.0), "wave": 1.0},
        "stripes": {"stripes": (lines, 0.0, 0.0), "wave": 1.0},
        "checks": {"stripes": (lines / 2, lines / 2, 0.0), "wave": 1.0, "checked": 1.0},
    }
    pattern = patterns.get(material.pattern, {})
    if pattern:
        pattern |= {"second": material.second, "threshold": 0.15, "edge": 0.12, "phase": 6.28 * material.phase}
    return Coat(material.colour, mottle=0.03 + material.wrinkles / 2, gloss=material.gloss, **pattern)
