"""Another clip's movement for this photo: carried over relative to where both begin."""

from __future__ import annotations

import numpy as np

_SMALLEST = 1e-3  # spread of a pose, in half pictures: a smaller one says nothing about size


def driven(source_keypoints: np.ndarray, driver: np.ndarray, first: np.ndarray | None = None) -> np.ndarray:
    """float32 [T, K, 2]: the photo's keypoints [K, 2], moved as `driver` [T, K, 2] moves from its `first` pose.

    first: the driver's pose [K, 2] that answers to the photo's; None is its first frame. Movement is scaled by how much
    larger the photo's figure is than the driver's there.
    """
    first = driver[0] if first is None else first
    size = _spread(source_keypoints) / max(_spread(first), _SMALLEST)
    way = driver.astype(np.float64) - first
    return (source_keypoints + size * way).astype(np.float32)


def _spread(points: np.ndarray) -> float:
    """How far points [K, 2] lie from their middle."""
    points = points.astype(np.float64)
    return float(np.sqrt(((points - points.mean(0)) ** 2).sum(1).mean()))
