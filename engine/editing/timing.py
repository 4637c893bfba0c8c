"""The same way at another time: smoothed, at another speed, backwards, held, closed to a loop. The length stays."""

from __future__ import annotations

import numpy as np


def steadied(keypoints: np.ndarray, frames: float) -> np.ndarray:
    """Without trembling: averaged over about `frames` frames. First and last stay; even motion stays as it is."""
    last = len(keypoints) - 1
    sigma = frames / 2
    around = min(int(np.ceil(3 * sigma)), last)
    if around < 1:
        return np.array(keypoints, np.float32)
    kernel = np.exp(-0.5 * (np.arange(-around, around + 1) / sigma) ** 2)
    kernel /= kernel.sum()
    points = keypoints.astype(np.float64)
    # Turned about the ends, so that the ends are their own averages and a straight line is one.
    before = 2 * points[:1] - points[around:0:-1]
    after = 2 * points[-1:] - points[-2 : -around - 2 : -1]
    longer = np.concatenate([before, points, after])
    return sum(weight * longer[i : i + last + 1] for i, weight in enumerate(kernel)).astype(np.float32)


def at_times(keypoints: np.ndarray, times: np.ndarray) -> np.ndarray:
    """float32 [N, K, 2]: where the keypoints are at `times` [N] in frames, between frames on a smooth way.

    Times are clipped to the clip. Catmull and Rom's cubic, kept between the frames to either side.
    """
    points, last = keypoints.astype(np.float64), len(keypoints) - 1
    times = np.clip(times, 0, last)
    index = np.minimum(times.astype(int), max(last - 1, 0))
    t = (times - index)[:, None, None]
    a, b, c, d = (points[np.clip(index + step, 0, last)] for step in (-1, 0, 1, 2))
    between = b + t / 2 * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)))
    return between.clip(np.minimum(b, c), np.maximum(b, c)).astype(np.float32)


def retimed(keypoints: np.ndarray, speeds: np.ndarray) -> np.ndarray:
    """The whole way in the same time at other `speeds` [n >= 2], evenly over the clip; each >= 0, not all 0.

    Only their ratios count: all alike changes nothing. Raises `ValueError`.
    """
    speeds = np.asarray(speeds, np.float64)
    if len(speeds) < 2 or not np.isfinite(speeds).all() or (speeds < 0).any() or not speeds.any():
        raise ValueError("speeds are two or more numbers >= 0, not all of them 0")
    last = len(keypoints) - 1
    if last < 1:
        return np.array(keypoints, np.float32)
    middles = (np.arange(last) + 0.5) / last
    steps = np.interp(middles, np.linspace(0, 1, len(speeds)), speeds)
    if not steps.any():  # the only speed is at a point between two frames
        return np.array(keypoints, np.float32)
    times = np.concatenate([[0.0], np.cumsum(steps)])
    return at_times(keypoints, times * last / times[-1])


def backwards(keypoints: np.ndarray) -> np.ndarray:
    """Backwards."""
    return np.array(keypoints[::-1], np.float32)


def held(keypoints: np.ndarray, frame: int, frames: int) -> np.ndarray:
    """The pose of `frame` stands still for `frames` more; then it goes on, and the end is cut off."""
    times = np.arange(len(keypoints))
    times = np.where(times <= frame, times, np.maximum(times - frames, frame))
    return np.array(keypoints[times], np.float32)


def looped(keypoints: np.ndarray, frames: int) -> np.ndarray:
    """After the last frame the first can follow without a jump: the last `frames` frames (>= 1) lead back to it."""
    last = len(keypoints) - 1
    frames = int(np.clip(frames, 1, max(last, 1)))
    share = ((np.arange(last + 1) - (last - frames)) / (frames + 1)).clip(0, 1)
    share = share * share * (3 - 2 * share)
    points = keypoints.astype(np.float64)
    gap = points[0] - points[last]
    return (points + share[:, None, None] * gap).astype(np.float32)
