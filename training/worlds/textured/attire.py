"""What a textured person wears in a clip: as it was made, or dyed, striped or checked. Skin and hair keep their colours
but for a shade.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from training.worlds.capsules import wardrobe
from training.worlds.rigs.rig import Rig

_CLOTHES = {"top": ("Top", "Shirt", "Suit", "Dress"), "bottom": ("Bottom", "Pants", "Trousers", "Skirt"),
            "shoes": ("Shoes", "Boots"), "hat": ("Hat", "Cap")}  # fmt: skip
_AS_MADE = {"top": 0.25, "bottom": 0.45, "shoes": 0.55, "hat": 0.6}
_PATTERNS = {"rings": 1, "stripes": 2, "checks": 3}
_STRONGEST = 0.72  # saturation of any cloth
_PALE = 0.75
"""The share of dyed clothes that are washed out or dark, as most people's are."""


@dataclass(frozen=True, eq=False)
class Attire:
    """Per material: colour and second colour f32 [M, 3], linear in 0..1; dye [M], 0 (as made, times the colour) or 1
    (the colour, times how light the picture is); pattern [M]: 0 none, 1 rings, 2 stripes, 3 checks; period [M] in
    figure lengths; gloss [M]; soft [M]: 1 for skin."""

    colour: np.ndarray
    second: np.ndarray
    dye: np.ndarray
    pattern: np.ndarray
    period: np.ndarray
    gloss: np.ndarray
    soft: np.ndarray

    def record(self, lightness: np.ndarray) -> np.ndarray:
        """f32 [M, 13] for compiled code; lightness [M]: of the pictures, linear."""
        columns = (
            self.dye,
            self.pattern,
            1 / self.period,
            np.zeros_like(self.dye),
            1 / lightness,
            self.gloss,
            self.soft,
        )
        return np.concatenate([self.colour, self.second, np.stack(columns, 1)], axis=1).astype(np.float32)


def attire(rng: np.random.Generator, rig: Rig, behind: np.ndarray) -> Attire:
    """Clothes for a clip. behind: colours f32 [n, 3] in 0..1 seen around the figure."""
    style = wardrobe.look(rng, behind)
    worn = {"top": style.top, "bottom": style.bottom, "shoes": style.shoes, "hat": style.hat}
    made = {role: rng.random() < share for role, share in _AS_MADE.items()}
    colours = {role: _everyday(rng, cloth.colour) for role, cloth in worn.items()}
    n = len(rig.material_names)
    out = Attire(*(np.zeros((n, 3)) for _ in range(2)), *(np.zeros(n) for _ in range(5)))
    shade = rng.uniform(0.9, 1.08) * rng.uniform(0.98, 1.02, 3)
    for m, name in enumerate(rig.material_names):
        role = next((role for role, starts in _CLOTHES.items() if name.startswith(starts)), "")
        out.period[m], out.second[m] = 1, rig.base_colours[m] ** 2.2
        out.colour[m] = (rig.base_colours[m] * (shade if name.startswith("Skin") else 1)).clip(0, 1.1) ** 2.2
        out.soft[m] = name.startswith("Skin")
        out.gloss[m] = 0.06 if name.startswith("Skin") else 0.25 if name.startswith("Eyes") else 0.03
        if role and not made[role]:
            cloth = worn[role]
            out.dye[m], out.period[m] = 1, cloth.period
            out.colour[m] = colours[role] ** 2.2
            patterned = role == "top" or (role == "bottom" and rng.random() < 0.15)
            out.pattern[m] = _PATTERNS.get(cloth.pattern, 0) if patterned else 0
            out.second[m] = (cloth.second if cloth.second is not None else cloth.colour).clip(0, 1) ** 2.2
    return out


def _everyday(rng: np.random.Generator, colour: np.ndarray) -> np.ndarray:
    """A colour as cloth mostly has it: rarely as strong as paint."""
    if rng.random() < _PALE:
        grey = float(colour.mean())
        colour = grey + rng.uniform(0.05, 0.6) * (colour - grey)
        colour = colour * rng.choice([0.35, 0.6, 1.0, 1.1], p=[0.3, 0.25, 0.3, 0.15])
    grey = float(colour.mean())
    strong = np.ptp(colour) / max(float(colour.max()), 1e-6)
    return np.clip(grey + min(1.0, _STRONGEST / max(strong, 1e-6)) * (colour - grey), 0.025, 0.95)
