"""Where rigged figures are filmed: on plain white, in a landscape, or in one of the scenes people are filmed in."""

from __future__ import annotations

import numpy as np

from training.worlds.scenes import backgrounds, landscapes
from training.worlds.scenes.camera import Camera

_ON_WHITE = 0.2
_INDOORS = {"wall": 0.05, "bokeh": 0.05, "studio": 0.06, "green": 0.05}  # of `backgrounds`; else of `landscapes`


def painted_scene(rng: np.random.Generator, camera: Camera) -> np.ndarray:
    """The scene of one clip, f32 [P, P, 3] in 0..1."""
    if rng.random() < _ON_WHITE:
        return np.full((backgrounds.SIDE, backgrounds.SIDE, 3), rng.choice([1.0, rng.uniform(0.88, 1.0)]), np.float32)
    kind = rng.random()
    for name, share in _INDOORS.items():
        kind -= share
        if kind < 0:
            return backgrounds.backdrop(rng, camera, name)
    return landscapes.landscape(rng, camera, landscapes.KINDS[rng.integers(len(landscapes.KINDS))])
