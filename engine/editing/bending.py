"""Moving keypoints at one frame, and what follows: frames before and after, and neighbours that move alike."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy as np

from engine.editing.together import togetherness


@dataclass(frozen=True)
class Reach:
    """How far a change at one frame carries.

    frames: to either side, fading; 0 is that frame alone, infinity the whole clip alike.
    distance: of neighbours that follow, in half pictures, fading; 0 is none.
    pinned: keypoints that never move.
    """

    frames: float = 8.0
    distance: float = 0.0
    pinned: frozenset[int] = frozenset()


def time_weights(n_frames: int, frame: int, reach: float) -> np.ndarray:
    """float64 [T]: 1 at `frame`, smoothly down to 0 beyond `reach` frames to either side (a raised cosine)."""
    if np.isinf(reach):
        return np.ones(n_frames)
    away = np.abs(np.arange(n_frames) - frame) / (max(reach, 0.0) + 1)
    return 0.5 * (1 + np.cos(np.pi * away.clip(0, 1)))


def followers(keypoints: np.ndarray, frame: int, chosen: Sequence[int], reach: Reach) -> np.ndarray:
    """float64 [K, n]: how much of the movement of each of n `chosen` keypoints every keypoint takes over.

    A chosen one takes its own; a pinned one none; others more, the nearer they are at `frame` and the more alike they
    move, and never more than the whole.
    """
    chosen = list(chosen)
    shares = np.zeros((keypoints.shape[1], len(chosen)))
    if reach.distance > 0 and chosen:
        points = keypoints[frame].astype(np.float64)
        apart = np.linalg.norm(points[:, None] - points[chosen][None], axis=-1)
        pull = np.exp(-0.5 * (apart / reach.distance) ** 2) * togetherness(keypoints)[:, chosen]
        shares = pull * pull.max(1, keepdims=True) / np.maximum(pull.sum(1, keepdims=True), 1e-12)
    shares[chosen] = np.eye(len(chosen))
    shares[list(reach.pinned)] = 0
    return shares


def bent(
    keypoints: np.ndarray, frame: int, chosen: Sequence[int], displacement: np.ndarray, reach: Reach
) -> np.ndarray:
    """`keypoints` with the `chosen` n moved by `displacement` [2] or [n, 2] at `frame`, the rest in reach behind."""
    displacement = np.broadcast_to(np.asarray(displacement, np.float64), (len(chosen), 2))
    moved = followers(keypoints, frame, chosen, reach) @ displacement
    weights = time_weights(len(keypoints), frame, reach.frames)
    return (keypoints + weights[:, None, None] * moved).astype(np.float32)


def rotated(
    keypoints: np.ndarray, frame: int, chosen: Sequence[int], angle: float, scale: float, reach: Reach
) -> np.ndarray:
    """`keypoints` with the `chosen` rotated by `angle` (radians, clockwise on screen) and scaled about their centre.

    In each frame about the centre that they have there; what is only partly in reach turns and grows by that part.
    """
    share = followers(keypoints, frame, chosen, reach).sum(1)
    part = time_weights(len(keypoints), frame, reach.frames)[:, None] * share  # [T, K]
    points = keypoints.astype(np.float64)
    centre = points[:, list(chosen)].mean(1, keepdims=True)
    x, y = np.moveaxis(points - centre, -1, 0)
    cosine, sine, size = np.cos(angle * part), np.sin(angle * part), scale**part
    around = np.stack([cosine * x - sine * y, sine * x + cosine * y], -1) * size[..., None]
    return np.where(part[..., None] > 0, centre + around, points).astype(np.float32)


def within(points: np.ndarray, chosen: Collection[int], changed: np.ndarray) -> np.ndarray:
    """`points` [T, K, 2] with the `chosen` keypoints as in `changed` [T, K, 2], of the same length."""
    result = np.array(points, np.float32)
    result[:, list(chosen)] = changed[:, list(chosen)]
    return result
