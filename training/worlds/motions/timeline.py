"""The time of one performance: when in the action each frame lies, smooth curves through keyed values, small variation.

It knows nothing of bodies; a value may be a number, a point or a triple of angles.
"""

from __future__ import annotations

import numpy as np


def smooth(x: np.ndarray) -> np.ndarray:
    """0 below 0, 1 above 1, and between them the minimum-jerk step (Flash and Hogan 1985)."""
    x = x.clip(0, 1)
    return x**3 * (10 - 15 * x + 6 * x * x)


class Timing:
    """The frames of one clip within an action that runs from time 0 to time 1."""

    def __init__(self, rng: np.random.Generator, frames: int, start: float, end: float):
        """`frames` instants from `start` to `end`, with a gentle change of tempo that differs from clip to clip."""
        u = np.linspace(0.0, 1.0, frames)
        self.rng = rng
        self.time = start + (end - start) * (u + rng.uniform(-0.05, 0.05) * np.sin(np.pi * u) ** 2)
        self.frames = frames
        self.seconds = u * 2.0
        self.vigour = rng.uniform(0.85, 1.12)

    def linger(self, moment: float, width: float = 0.09, slowness: float = 1.0) -> None:
        """Re-time the frames so that time passes `1 + slowness` times slower around `moment`, where the stroke is.

        The first and last frame keep their times. For a real stroke is over in three frames of a clip.
        """
        fine = np.linspace(self.time[0], self.time[-1], 200)
        cost = np.cumsum(1 + slowness * np.exp(-(((fine - moment) / width) ** 2)))
        cost = (cost - cost[0]) / (cost[-1] - cost[0])
        even = (self.time - self.time[0]) / (self.time[-1] - self.time[0])
        self.time = np.interp(even, cost, fine)

    def curve(self, *keys: tuple, vary: float = 0.0) -> np.ndarray:
        """A curve [T] or [T, n] through `(time, value)` keys, without overshoot and at rest before and after them.

        Equal neighbouring keys give a constant stretch (a planted foot stays put). `vary` is the standard deviation
        of a random offset given to every key.
        """
        times = np.array([t for t, _ in keys], dtype=float)
        values = np.array([v for _, v in keys], dtype=float)
        if vary:
            values = values + self.rng.normal(size=values.shape).clip(-2, 2) * vary
        one_column = values.ndim == 1
        values = values.reshape(len(values), -1)
        step = np.diff(times)
        rise = np.diff(values, axis=0) / step[:, None]
        before, after = rise[:-1], rise[1:]
        early, late = 2 * step[1:] + step[:-1], step[1:] + 2 * step[:-1]
        same_way = before * after > 0
        bottom = np.where(same_way, early[:, None] * after + late[:, None] * before, 1)
        slope = np.zeros_like(values)
        # Fritsch and Butland's monotone slopes (SIAM J. Sci. Stat. Comput. 5, 1984); none at the first and last key.
        slope[1:-1] = np.where(same_way, (early + late)[:, None] * before * after / bottom, 0)
        now = self.time.clip(times[0], times[-1])
        i = (np.searchsorted(times, now, side="right") - 1).clip(0, len(step) - 1)
        h = step[i][:, None]
        u = ((now - times[i]) / step[i])[:, None]
        v = 1 - u
        start = values[i] * (1 + 2 * u) + slope[i] * (h * u)
        end = values[i + 1] * (1 + 2 * v) - slope[i + 1] * (h * v)
        curve = start * v * v + end * u * u
        return curve[:, 0] if one_column else curve

    def steps(self, first: tuple[float, float, float], *moves: tuple) -> np.ndarray:
        """The path [T, 3] of a foot's ball from `first` by `(lift_off, touch_down, place, height)` moves.

        Between moves it stays exactly where it is; in one it rises `height` above the line from place to place, and
        leaves the ground faster than it travels, so that it never brushes along.
        """
        path = np.repeat(np.array(first, dtype=float)[None], self.frames, axis=0)
        here = np.array(first, dtype=float)
        for lift_off, touch_down, position, height in moves:
            u = ((self.time - lift_off) / (touch_down - lift_off)).clip(0, 1)
            path += smooth(u)[:, None] * (np.array(position) - here)
            path[:, 1] += height * np.sin(np.pi * u) ** 2
            here = np.array(position, dtype=float)
        return path

    def drift(self, size: float, width: int = 3) -> np.ndarray:
        """A slow, small wandering [T, width] of about `size`, as of a person who is never quite still."""
        rate = self.rng.uniform(0.25, 0.8, (2, width))
        phase = self.rng.uniform(0, 2 * np.pi, (2, width))
        waves = np.sin(2 * np.pi * rate[:, None] * self.seconds[None, :, None] + phase[:, None])
        return size * waves.mean(axis=0)
