"""A figure and how sure it is: the bootstrap over clips (Efron 1979), since frames of one clip say much the same.

A mean's interval holds the middle 95 % of what resampled clips give. A distance between two sets is larger for every
resample, in which clips repeat; there the spread of the resamples is laid around the figure itself.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

RESAMPLES = 1000
DISTANCE_RESAMPLES = 200
_MIDDLE = (2.5, 97.5)  # percent
_SEED = 0


class Estimate(float):
    """A float that knows its 95 % interval, low to high, and the number of clips it comes from.

    low and high are NaN where one clip cannot tell.
    """

    low: float
    high: float
    clips: int

    def __new__(cls, value: float, low: float, high: float, clips: int) -> Estimate:
        estimate = super().__new__(cls, value)
        estimate.low, estimate.high, estimate.clips = float(low), float(high), clips
        return estimate


def mean_estimate(parts: Sequence[np.ndarray]) -> Estimate:
    """The mean over all values of all clips; parts: the values of each clip, of any shape, as many as it has."""
    filled = [np.asarray(part, np.float64) for part in parts if np.size(part)]
    sums = np.array([part.sum() for part in filled])
    counts = np.array([part.size for part in filled])
    if not len(filled):
        return Estimate(float("nan"), float("nan"), float("nan"), 0)
    chosen = _chosen(len(filled), RESAMPLES)
    means = sums[chosen].sum(1) / counts[chosen].sum(1)
    return _between(sums.sum() / counts.sum(), means, len(filled))


def pairs_estimate(groups: Sequence[np.ndarray]) -> Estimate:
    """The mean over groups of the mean over pairs of different clips; groups: distances [n, n] between the clips of
    each. A clip that is drawn twice makes no pair with itself."""
    usable = [np.asarray(group, np.float64) for group in groups if len(group) > 1]
    if not usable:
        return Estimate(float("nan"), float("nan"), float("nan"), 0)
    rng = np.random.default_rng(_SEED)
    values, resampled = [], []
    for group in usable:
        n = len(group)
        values.append(group[np.triu_indices(n, 1)].mean())
        weights = rng.multinomial(n, np.full(n, 1 / n), RESAMPLES).astype(np.float64)
        pairs = weights.sum(1) ** 2 - (weights**2).sum(1)
        sums = np.einsum("bi,ij,bj->b", weights, group, weights)
        resampled.append(np.where(pairs > 0, sums / np.maximum(pairs, 1), values[-1]))
    return _between(float(np.mean(values)), np.mean(resampled, 0), sum(map(len, usable)))


def distance_estimate(
    distance: Callable[[np.ndarray, np.ndarray], float], first: np.ndarray, second: np.ndarray
) -> Estimate:
    """`distance` of features [N, ..., D] and [M, ..., D], a row per clip; what is between is flattened for it."""

    def flat(features: np.ndarray) -> np.ndarray:
        return features.reshape(-1, features.shape[-1])

    value = distance(flat(first), flat(second))
    if min(len(first), len(second)) < 2:
        return Estimate(value, float("nan"), float("nan"), len(first))
    rows, others = _chosen(len(first), DISTANCE_RESAMPLES), _chosen(len(second), DISTANCE_RESAMPLES, _SEED + 1)
    resampled = np.array([distance(flat(first[i]), flat(second[j])) for i, j in zip(rows, others, strict=True)])
    low, high = np.percentile(resampled - resampled.mean(), _MIDDLE)
    return Estimate(value, max(value + low, 0.0), value + high, len(first))


def _chosen(n: int, resamples: int, seed: int = _SEED) -> np.ndarray:
    """int [resamples, n]: which clips each resample has; the same every time."""
    return np.random.default_rng(seed).integers(0, n, (resamples, n))


def _between(value: float, resampled: np.ndarray, clips: int) -> Estimate:
    low, high = np.percentile(resampled, _MIDDLE) if clips > 1 else (float("nan"), float("nan"))
    return Estimate(value, low, high, clips)
