"""Where a clip is filmed from: how far, how high, how large the figure is, and how steady the hand.

The camera looks level along -z from (0, height, distance) and frames the figure by shifting the picture, as a
view camera does, so verticals stay vertical. Lengths are body heights; the picture's side is 1, y down.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

_MARGIN = 0.035  # of a joint to the picture's edge, for the flesh around it
_JITTER = 0.08
_SMALLEST, _LARGEST = 0.62, 0.9  # a standing figure, in picture sides


@dataclass(frozen=True)
class Camera:
    """`focal`: picture sides per body height at distance 1; `centre`: where the optical axis meets the picture."""

    distance: float
    height: float
    focal: float
    centre: tuple[float, float]
    drift: np.ndarray  # f32 [T, 2], in picture sides

    @property
    def scale(self) -> float:
        """Picture sides per body height where the figure stands."""
        return self.focal / self.distance

    def project(self, points: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """World points f32 [T, ..., 3] -> (x, y, z in picture sides, z towards the viewer; sides per body height)."""
        nearness = self.focal / np.maximum(self.distance - points[..., 2], 0.3)
        drift = self.drift.reshape(len(self.drift), *[1] * (points.ndim - 2), 2)
        seen = np.empty(points.shape, np.float32)
        seen[..., 0] = self.centre[0] + points[..., 0] * nearness + drift[..., 0]
        seen[..., 1] = self.centre[1] - (points[..., 1] - self.height) * nearness + drift[..., 1]
        seen[..., 2] = points[..., 2] * self.scale
        return seen, nearness.astype(np.float32)


def turned(points: np.ndarray, angle: float) -> np.ndarray:
    """World points [..., 3] turned about the vertical axis."""
    c, s = np.cos(angle), np.sin(angle)
    return (points @ np.array([[c, 0, -s], [0, 1, 0], [s, 0, c]])).astype(np.float32)


def framing(rng: np.random.Generator, joints: np.ndarray) -> Camera:
    """A camera for one clip: the figure fills most of the picture and its joints f32 [T, J, 3] stay inside."""
    distance, height = rng.uniform(2.2, 5.0), rng.uniform(0.35, 0.92)
    wanted, wobble = rng.uniform(0.74, _LARGEST), rng.uniform(-1, 1, 2)
    flat = np.stack([joints[..., 0], height - joints[..., 1]], -1) / (distance - joints[..., 2:])
    low, high = flat.min((0, 1)), flat.max((0, 1))
    fitting = float(((1 - 2 * _MARGIN) / ((high - low) * distance)).min())
    focal = max(_SMALLEST, min(wanted, fitting)) * distance
    slack = np.maximum(0.5 - _MARGIN - focal * (high - low) / 2, 0)
    middle = 0.5 + wobble * np.minimum(slack, _JITTER)
    centre = middle - focal * (low + high) / 2
    return Camera(distance, height, focal, (float(centre[0]), float(centre[1])), drift(rng, len(joints)))


def snapshot(rng: np.random.Generator, points: np.ndarray) -> Camera:
    """A camera as people hold one, from the height of eyes or lower: the figure's points f32 [T, n, 3] fill half of the
    picture to nearly all of it, anywhere in it, and may now and then leave it a little."""
    distance, height = 1.9 + 4.0 * rng.beta(1.2, 2.0), float(np.clip(rng.normal(0.72, 0.2), 0.25, 1.15))
    flat = np.stack([points[..., 0], height - points[..., 1]], -1) / (distance - points[..., 2:])
    low, high = flat.min((0, 1)), flat.max((0, 1))
    room = 1 - 2 * _MARGIN
    fitting = float((room / ((high - low) * distance)).min())
    first = float(np.ptp(flat[0, :, 1])) * distance
    wanted = (0.97 - 0.5 * rng.beta(1.2, 1.8)) / max(first, 0.5)
    focal = min(wanted, fitting * (1.12 if rng.random() < 0.12 else 1.0)) * distance
    slack = np.maximum(0.5 - _MARGIN - focal * (high - low) / 2, 0)
    aside = rng.normal(0, 0.45, 2).clip(-1, 1) * slack
    centre = 0.5 + aside - focal * (low + high) / 2
    return Camera(distance, height, focal, (float(centre[0]), float(centre[1])), drift(rng, len(points)))


def drift(rng: np.random.Generator, n_frames: int) -> np.ndarray:
    """Most cameras stand on a tripod; a hand-held one wanders by less than 1 % of the picture."""
    amount = rng.uniform(0.002, 0.007) if rng.random() < 0.35 else 0.0
    pace, start = rng.uniform(0.3, 1.5, (2, 1, 2)), rng.uniform(0, 1, (2, 1, 2))
    waves = np.sin(2 * np.pi * (np.linspace(0, 1, n_frames)[None, :, None] * pace + start)).mean(0)
    return (amount * (waves - waves[:1]) / 2).astype(np.float32)
