"""Plain photographs of scenes, which the user may have in a folder, as backgrounds; and a light that suits each."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import cv2
import numpy as np

from engine.errors import TrainingError
from training.worlds.capsules import shading
from training.worlds.scenes.backgrounds import MARGIN
from training.worlds.scenes.illumination import Illumination, lamplight

FOLDER = "places"
_SUFFIXES = (".jpg", ".jpeg", ".png", ".webp")
_LARGEST = 1024
_TINGE = 0.12  # how far the light may differ from grey, by channel


def files(folder: Path) -> tuple[Path, ...]:
    """The pictures in a folder and below it, in order; none if there is no such folder."""
    return tuple(sorted(path for path in folder.rglob("*") if path.suffix.lower() in _SUFFIXES and path.is_file()))


@lru_cache(maxsize=256)
def photograph(path: Path) -> np.ndarray:
    """A photograph, uint8 [H, W, 3] sRGB of at most 1024 px, read once per process. Raises TrainingError."""
    found = cv2.imread(str(path), cv2.IMREAD_COLOR)
    if found is None:
        raise TrainingError(f"{path} is no picture.", "Leave it out of the folder of places.")
    share = _LARGEST / max(found.shape[:2])
    if share < 1:
        found = cv2.resize(found, None, fx=share, fy=share, interpolation=cv2.INTER_AREA)
    return np.ascontiguousarray(found[..., ::-1])


def filmed(rng: np.random.Generator, there: np.ndarray, side: int) -> tuple[np.ndarray, Illumination]:
    """(some part of a photograph as `backgrounds` paints scenes, f32 [P, P, 3] in 0..1, margins included; a light)."""
    side = round(max(side, 128) * (1 + 2 * MARGIN))
    high, wide = there.shape[:2]
    crop = int(min(high, wide) * rng.uniform(0.45, 1.0))
    # The lower edge is mostly the picture's own: the ground is there.
    top = high - crop if rng.random() < 0.6 else int(rng.integers(0, high - crop + 1))
    left = int(rng.integers(0, wide - crop + 1))
    view = there[top : top + crop, left : left + crop]
    view = cv2.resize(view, (side, side), interpolation=cv2.INTER_AREA if crop > side else cv2.INTER_CUBIC)
    view = view.astype(np.float32) / 255
    if rng.random() < 0.5:
        view = view[:, ::-1].copy()
    if rng.random() < 0.35:
        view = cv2.GaussianBlur(view, (0, 0), rng.uniform(0.004, 0.016) * side)
    light = lamplight(shading.light(rng))
    upper, lower = view[: side // 2].reshape(-1, 3).mean(0), view[side // 2 :].reshape(-1, 3).mean(0)
    brightness = float(np.clip(1.5 * view.mean() + 0.35, 0.55, 1.25))
    harmonics = light.harmonics * brightness
    harmonics[0] *= _tinged(upper + lower)
    harmonics[1] *= _tinged(upper)
    sun = light.sunlight * brightness * _tinged(upper) * rng.choice([0.15, 0.6, 1.0])
    return view, Illumination(harmonics.astype(np.float32), light.sun, sun)


def _tinged(colour: np.ndarray) -> np.ndarray:
    return (colour / max(float(colour.mean()), 1e-3)).clip(1 - _TINGE, 1 + _TINGE)
