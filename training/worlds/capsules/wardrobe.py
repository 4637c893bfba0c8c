"""How a person looks: build, skin, hair, clothes. Drawn per clip; knows neither pose nor picture."""

from __future__ import annotations

import colorsys
from dataclasses import dataclass

import numpy as np

SKINS = ((255, 219, 190), (241, 194, 160), (224, 172, 125), (198, 134, 88), (161, 102, 62), (124, 77, 47), (88, 56, 38))
HAIRS = (
    (30, 24, 22),
    (52, 36, 26),
    (88, 58, 34),
    (128, 86, 44),
    (188, 148, 82),
    (222, 196, 140),
    (142, 62, 30),
    (160, 158, 156),
)
PATTERNS = ("plain", "rings", "stripes", "checks", "panels", "yoke")
HAIR_STYLES = ("short", "crop", "long", "bun", "tail", "afro", "cap", "bald")


@dataclass(frozen=True)
class Material:
    """A colour [3] in 0..1, and where the pattern has it, a second one; `period` in body heights."""

    colour: np.ndarray
    pattern: str = "plain"
    second: np.ndarray | None = None
    period: float = 0.07
    phase: float = 0.0
    gloss: float = 0.0
    wrinkles: float = 0.0


@dataclass(frozen=True)
class Look:
    """One person. `breadth` from -1 (narrow shoulders, wide hips) to 1; `girth` scales all thicknesses."""

    breadth: float
    girth: float
    muscle: float
    bust: bool
    hair_style: str
    sleeves: str  # "none", "short", "long"
    legs: str  # "shorts", "trousers", "leggings", "skirt"
    skin: Material
    hair: Material
    top: Material
    bottom: Material
    shoes: Material
    socks: Material | None
    hat: Material


def look(rng: np.random.Generator, behind: np.ndarray) -> Look:
    """A person whose clothes stand out from what is `behind`: colours f32 [n, 3] in 0..1 seen around the figure."""
    woman = rng.random() < 0.5
    breadth = float(np.clip(rng.normal(-0.45 if woman else 0.45, 0.35), -1, 1))
    skin = np.array(SKINS[rng.integers(len(SKINS))]) / 255 * rng.uniform(0.94, 1.05)
    top = _standing_out(rng, behind, [skin])
    bottom = _standing_out(rng, behind, [skin, top])
    hair_weights = (
        [0.1, 0.08, 0.24, 0.16, 0.24, 0.06, 0.12, 0] if woman else [0.4, 0.18, 0.03, 0.02, 0.02, 0.08, 0.2, 0.07]
    )
    legs = rng.choice(
        ["shorts", "trousers", "leggings", "skirt"], p=[0.4, 0.2, 0.25, 0.15] if woman else [0.58, 0.42, 0, 0]
    )
    return Look(
        breadth=breadth,
        girth=float(np.clip(rng.normal(1.03, 0.07) - 0.03 * woman, 0.88, 1.25)),
        muscle=float(rng.uniform(0.92, 1.1) + 0.06 * (not woman)),
        bust=bool(woman),
        hair_style=str(rng.choice(HAIR_STYLES, p=hair_weights)),
        sleeves=str(rng.choice(["none", "short", "long"], p=[0.25, 0.5, 0.25])),
        legs=str(legs),
        skin=Material(np.clip(skin, 0, 1), gloss=0.12),
        hair=Material(np.array(HAIRS[rng.integers(len(HAIRS))]) / 255 * rng.uniform(0.85, 1.15), gloss=0.15),
        top=_cloth(rng, top, 0.55),
        bottom=_cloth(rng, bottom, 0.2),
        shoes=Material(_colour(rng) if rng.random() < 0.6 else np.array([0.92, 0.92, 0.9]), gloss=0.1),
        socks=Material(np.full(3, rng.choice([0.08, 0.92]))) if rng.random() < 0.6 else None,
        hat=Material(_colour(rng)),
    )


def _colour(rng: np.random.Generator) -> np.ndarray:
    kind = rng.random()
    if kind < 0.22:
        return np.full(3, rng.choice([0.06, 0.16, 0.5, 0.85, 0.96])) * rng.uniform(0.93, 1.04, 3)
    saturation = rng.uniform(0.55, 0.95) if kind < 0.75 else rng.uniform(0.2, 0.5)
    return np.array(colorsys.hsv_to_rgb(rng.random(), saturation, rng.uniform(0.35, 1.0)))


def _standing_out(rng: np.random.Generator, behind: np.ndarray, others: list[np.ndarray]) -> np.ndarray:
    # Of a few colours, the one that differs most from the background; what is lit counts more than the hue.
    candidates = np.array([_colour(rng) for _ in range(5)])
    weights = np.array([0.5, 0.6, 0.45])
    away = np.linalg.norm((candidates[:, None] - behind[None]) * weights, axis=2).mean(1)
    for other in others:
        away = np.minimum(away, 0.3 + np.linalg.norm((candidates - other) * weights, axis=1))
    return candidates[int(away.argmax())]


def _cloth(rng: np.random.Generator, colour: np.ndarray, patterned: float) -> Material:
    pattern = str(rng.choice(PATTERNS[1:])) if rng.random() < patterned else "plain"
    second = _colour(rng)
    if np.linalg.norm(second - colour) < 0.35:
        second = np.where(colour.mean() > 0.5, colour * 0.3, 0.4 + 0.6 * colour)
    return Material(
        colour,
        pattern,
        second,
        float(rng.uniform(0.055, 0.11)),
        float(rng.random()),
        wrinkles=float(rng.uniform(0.04, 0.13)),
    )
