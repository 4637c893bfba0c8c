"""The movement to the other side: what the right arm did, the left does."""

from __future__ import annotations

import numpy as np

_OPPOSITE = 0.25  # how far, in half pictures, a keypoint may lie beside another's mirror image and be its partner


def partners(source_keypoints: np.ndarray) -> np.ndarray:
    """int [K]: for each of the source's keypoints [K, 2] the one on the figure's other side; alone, it is its own.

    The figure's axis is upright and goes through the middle of its keypoints. Two are partners if each is the nearest
    to the other's mirror image.
    """
    points = source_keypoints.astype(np.float64)
    images = points * (-1, 1) + (2 * points[:, 0].mean(), 0)
    apart = np.linalg.norm(images[:, None] - points[None, :], axis=-1)
    nearest = apart.argmin(1)
    own = np.arange(len(points))
    agreed = (nearest[nearest] == own) & (apart[own, nearest] <= _OPPOSITE)
    return np.where(agreed, nearest, own)


def reflected(keypoints: np.ndarray, source_keypoints: np.ndarray) -> np.ndarray:
    """The same movement seen in a mirror, from the same pose: each keypoint goes its partner's way, left for right."""
    partner = partners(source_keypoints)
    way = keypoints.astype(np.float64) - source_keypoints
    return (source_keypoints + way[:, partner] * (-1, 1)).astype(np.float32)
