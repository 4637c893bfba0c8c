"""The pictures on a rig's materials in one array, each in ever smaller sizes, as compiled code looks them up."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from training.worlds.rigs.rig import Rig

_LEVELS = 8


@dataclass(frozen=True, eq=False)
class Texels:
    """pixels uint8 [N, 4], RGBA; table int32 [M, 8, 3]: where each size of each material's picture starts, its width
    and height; levels int32 [M]: how many sizes there are; of_face int32 [F]: each triangle's material; lightness f32
    [M]: the usual linear lightness of what of a picture is on the mesh, 0..1."""

    pixels: np.ndarray
    table: np.ndarray
    levels: np.ndarray
    of_face: np.ndarray
    lightness: np.ndarray


def texels(rig: Rig) -> Texels:
    """The pictures of a rig; a white point for a material without."""
    white = np.full((1, 1, 4), 255, np.uint8)
    pixels, start = [], 0
    table = np.zeros((len(rig.pictures), _LEVELS, 3), np.int32)
    levels = np.zeros(len(rig.pictures), np.int32)
    lightness = np.ones(len(rig.pictures), np.float32)
    for m, picture in enumerate(rig.pictures):
        now = white if picture is None else picture if rig.cut[m] else _opaque(picture)
        lightness[m] = _lightness(rig, m, now)
        for level in range(_LEVELS):
            table[m, level] = start, now.shape[1], now.shape[0]
            levels[m] = level + 1
            pixels.append(now.reshape(-1, 4))
            start += now.shape[0] * now.shape[1]
            if min(now.shape[:2]) < 4:
                break
            now = cv2.resize(now, (now.shape[1] // 2, now.shape[0] // 2), interpolation=cv2.INTER_AREA)
    return Texels(np.concatenate(pixels), table, levels, rig.materials, lightness)


def _opaque(picture: np.ndarray) -> np.ndarray:
    solid = picture.copy()
    solid[..., 3] = 255
    return solid


def _lightness(rig: Rig, material: int, picture: np.ndarray) -> float:
    middles = rig.uv[rig.triangles[rig.materials == material]].mean(1)
    if not len(middles):
        return 1.0
    high, wide = picture.shape[:2]
    at = (np.mod(middles, 1) * [wide, high]).astype(int).clip(0, [wide - 1, high - 1])
    found = picture[at[:, 1], at[:, 0]]
    seen = found[found[:, 3] > 100]
    if not len(seen):
        return 1.0
    return float(max(((seen[:, :3] / 255.0) ** 2.2 @ [0.2126, 0.7152, 0.0722]).mean(), 0.004))
