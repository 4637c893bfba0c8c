"""Frames a clip of a rigged figure: it is large in the picture, and all of it stays inside throughout."""

from __future__ import annotations

import numpy as np

from training.worlds.scenes.camera import Camera, drift

_MARGIN = 0.03


def framed(rng: np.random.Generator, vertices: np.ndarray, size: tuple[float, float] = (0.62, 0.86)) -> Camera:
    """A camera for vertices f32 [T, V, 3] in figure lengths.

    size: the range, in picture sides, that the figure's larger extent in any one frame is drawn from; smaller where
    the whole clip would not fit.
    """
    distance, height = rng.uniform(2.2, 5.0), rng.uniform(0.12, 0.95)
    wanted, wobble = rng.uniform(*size), rng.uniform(-1, 1, 2)
    flat = np.stack([vertices[..., 0], height - vertices[..., 1]], -1) / (distance - vertices[..., 2:])
    low, high = flat.min(1), flat.max(1)
    largest = float((high - low).max())
    low, high = low.min(0), high.max(0)
    focal = min(wanted / largest, float(((1 - 2 * _MARGIN) / (high - low)).min()))
    slack = np.maximum(0.5 - _MARGIN - focal * (high - low) / 2, 0)
    middle = 0.5 + wobble * np.minimum(slack, 0.12)
    centre = middle - focal * (low + high) / 2
    return Camera(distance, height, focal, (float(centre[0]), float(centre[1])), drift(rng, len(vertices)))
