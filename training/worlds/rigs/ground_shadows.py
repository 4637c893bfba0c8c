"""The shadow that a mesh casts on the ground y = 0, soft, and darker where it nearly touches."""

from __future__ import annotations

import cv2
import numpy as np

from training.worlds.rigs.rasterizer import rasterized
from training.worlds.scenes.camera import Camera

_NEAREST = 0.4  # to the camera, that a triangle is drawn
_FAINT = 0.03  # is not seen
_TOUCHING = 0.045  # what is lower than this darkens the ground it nearly touches


def shadows(
    vertices: np.ndarray,
    triangles: np.ndarray,
    camera: Camera,
    direction: np.ndarray,
    size: int,
    cast: float,
    around: float,
    touch: float,
    spread: tuple[float, float] = (0.035, 0.035),
) -> np.ndarray:
    """What the ground keeps of its light, f32 [T, S, S] in 0..1.

    vertices f32 [T, V, 3]; direction [3]: towards the light; cast, around, touch: how dark the cast shadow, the one
    straight below and the one of what touches the ground are, 0..1; spread: how soft the one below is across and along
    the ground, in picture sides.
    """
    slope = np.array([direction[0], 0, direction[2]]) / max(direction[1], 0.45)
    height = np.maximum(vertices[..., 1:2], 0)
    thrown, above = vertices - slope * height, vertices.copy()
    thrown[..., 1] = above[..., 1] = 0
    low = above.copy()
    low[height[..., 0] > _TOUCHING] = np.nan
    kept = np.ones((len(vertices), size, size), np.float32)
    for flat, (wide, deep), weight in (
        (thrown, (0.010, 0.010), cast),
        (above, spread, around),
        (low, (0.008, 0.008), touch),
    ):
        if weight < _FAINT:
            continue
        seen, nearness = camera.project(flat.astype(np.float32))
        seen = np.concatenate([seen[..., :2] * size - 0.5, nearness[..., None]], axis=2)
        seen[camera.distance - flat[..., 2] < _NEAREST] = np.nan
        covered = (rasterized(seen, triangles, size)[0] >= 0).view(np.uint8) * np.uint8(255)
        for shade, frame in zip(kept, covered, strict=True):
            soft = cv2.GaussianBlur(frame, (0, 0), max(wide * size, 0.6), sigmaY=max(deep * size, 0.6))
            shade *= 1 - np.float32(weight / 255) * soft
    return kept
