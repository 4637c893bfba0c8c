"""Which keypoints belong together: those that move alike, and the lines that show it."""

from __future__ import annotations

import numpy as np

_STILL = 0.02  # standard deviation of a position, in half pictures, under which a keypoint hardly moves
_STRETCH = 4.0  # how much dearer a line is that changes its length by as much as it is long
_LOOSE = 0.35  # a line whose length varies by more than this share of it joins nothing


def togetherness(keypoints: np.ndarray) -> np.ndarray:
    """How alike any two of keypoints [T, K, 2] move: float64 [K, K], 0 (apart or against each other) to 1 (as one).

    The concordance of their ways about their mean positions; two that hardly move count as one.
    """
    ways = keypoints.astype(np.float64) - keypoints.mean(0, dtype=np.float64)
    ways = ways.transpose(1, 0, 2).reshape(keypoints.shape[1], -1)
    power = (ways**2).sum(1)
    little = 2 * len(keypoints) * _STILL**2
    alike = (2 * ways @ ways.T + little) / (power[:, None] + power[None, :] + little)
    return alike.clip(0, 1)


def skeleton(keypoints: np.ndarray) -> list[tuple[int, int]]:
    """Lines (i, j), i < j, that make a figure of keypoints [T, K, 2]: the shortest tree of lines of steady length.

    Lines that stretch a lot are left out, so that it may come in several pieces.
    """
    count = keypoints.shape[1]
    if count < 2:
        return []
    points = keypoints.astype(np.float64)
    lengths = np.linalg.norm(points[:, :, None] - points[:, None, :], axis=-1)  # [T, K, K]
    mean, spread = lengths.mean(0), lengths.std(0)
    cost = mean + _STRETCH * spread
    lines = []
    nearest, price = np.zeros(count, int), cost[0].copy()
    waiting = np.ones(count, bool)
    waiting[0] = False
    while waiting.any():
        new = int(np.where(waiting, price, np.inf).argmin())
        old = int(nearest[new])
        if spread[new, old] <= _LOOSE * mean[new, old] + _STILL:
            lines.append((min(new, old), max(new, old)))
        waiting[new] = False
        nearer = cost[new] < price
        nearest[nearer], price[nearer] = new, cost[new][nearer]
    return sorted(lines)
