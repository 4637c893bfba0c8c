"""The time of one performance: when in the action each frame lies, smooth curves through keyed values, small variation.

It knows nothing of bodies; a value may be a number, a point or a triple of angles.
"""

from __future__ import annotations

import numpy as np
from scipy.interpolate import PchipInterpolator


class Timeline:
    """The frames of one clip within an action that runs from time 0 to time 1."""

    def __init__(self, rng: np.random.Generator, frames: int, start: float, end: float):
        """`frames` instants from `start` to `end`, with a gentle change of tempo that differs from clip to clip."""
        u = np.linspace(0.0, 1.0, frames)
        self.rng = rng
        self.time = start + (end - start) * (u + rng.uniform(-0.05, 0.05) * np.sin(np.pi * u) ** 2)
        self.frames = frames
        self.seconds = u * 2.0
        self.vigour = rng.uniform(0.85, 1.12)

    def curve(self, *keys: tuple, vary: float = 0.0) -> np.ndarray:
        """A curve [T] or [T, n] through `(time, value)` keys, without overshoot and at rest before and after them.

        Equal neighbouring keys give a constant stretch (a planted foot stays put). `vary` is the standard deviation
        of a random offset given to every key.
        """
        times = np.array([t for t, _ in keys], dtype=float)
        values = np.array([v for _, v in keys], dtype=float)
        if vary:
            values = values + self.rng.normal(size=values.shape).clip(-2, 2) * vary
        if len(keys) == 1:
            return np.repeat(values, self.frames, axis=0)
        # A doubled first and last key gives the curve a zero slope there.
        times = np.concatenate([[times[0] - 0.1], times, [times[-1] + 0.1]])
        values = np.concatenate([values[:1], values, values[-1:]])
        return PchipInterpolator(times, values)(self.time.clip(times[0], times[-1]))

    def drift(self, size: float, width: int = 3) -> np.ndarray:
        """A slow, small wandering [T, width] of about `size`, as of a person who is never quite still."""
        rate = self.rng.uniform(0.25, 0.8, (2, width))
        phase = self.rng.uniform(0, 2 * np.pi, (2, width))
        waves = np.sin(2 * np.pi * rate[:, None] * self.seconds[None, :, None] + phase[:, None])
        return size * waves.mean(axis=0)
