"""Parts of capsules and ellipsoids as a camera sees them: a traced surface, and how each part of it is finished."""

from __future__ import annotations

import numpy as np

from training.worlds.capsules import shading
from training.worlds.capsules.bodies import Part
from training.worlds.capsules.raytracer import Cone, Ellipsoid, Surface, draw_solids
from training.worlds.scenes.camera import Camera

_NEAREST = 0.7  # to the camera, in body heights, that anything is drawn


def traced(parts: list[Part], camera: Camera, side: int) -> tuple[Surface, list[shading.Finish]]:
    """What is seen of the parts in pictures of `side` px; `shading.shade` colours it."""
    flip = np.array([1, -1, 1], np.float32)
    # Every part's ends and its pattern's origin at once: [T, P, 3, 3]. Pixel centres are whole, hence the half.
    ends = np.stack([part.points[:, [0, -1]] for part in parts], axis=1)
    origins = np.stack([_given(part.origin) for part in parts], axis=1)
    seen, scale = camera.project(np.concatenate([ends, origins[:, :, None]], axis=2))
    seen, scale = seen * side, scale * side
    seen[..., :2] -= 0.5
    in_front = camera.distance - ends[..., 2].max(2) > _NEAREST
    solids, visible, finishes = [], [], []
    for p, part in enumerate(parts):
        a, b, origin = (np.ascontiguousarray(seen[:, p, i]) for i in range(3))
        if part.axes is None:
            radii = _given(part.radii)
            solids.append(Cone(a, b, radii[0] * scale[:, p, 0], radii[1] * scale[:, p, 1]))
        else:
            solids.append(Ellipsoid(a, (part.axes * flip * scale[:, p, :1, None]).astype(np.float32)))
        visible.append(in_front[:, p] if part.visible is None else in_front[:, p] & part.visible)
        finishes.append(
            shading.Finish(part.material, part.paint, origin, (_given(part.frame) * flip).astype(np.float32))
        )
    return draw_solids(solids, visible, side), finishes


def _given(array: np.ndarray | None) -> np.ndarray:
    """What every part has by the time it is drawn."""
    assert array is not None
    return array
