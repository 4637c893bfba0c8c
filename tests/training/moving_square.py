"""A world small enough for tests: a bright square that moves left or right over a gradient."""

from dataclasses import dataclass
from typing import Any

import numpy as np

from training.worlds import registry
from training.worlds.world import World


@dataclass(frozen=True)
class SquareSurface:
    """Where the square is in every frame: x [T] of its left edge, y of its top, its side."""

    x: np.ndarray
    y: int
    side: int
    size: int

    def flow(self, here, there):
        moved, visible = np.zeros((self.size, self.size, 2), np.float32), np.zeros((self.size, self.size), bool)
        figure = np.s_[self.y : self.y + self.side, self.x[here] : self.x[here] + self.side]
        moved[figure] = self.x[there] - self.x[here], 0
        visible[figure] = True
        return moved, visible


@dataclass(frozen=True)
class SquareTruth:
    plate: np.ndarray
    surface: SquareSurface


@dataclass(frozen=True)
class SquareClip:
    frames: np.ndarray
    action: int
    truth: SquareTruth | None = None

    @property
    def silhouette(self) -> np.ndarray:
        return np.where((self.frames == (230, 200, 60)).all(-1), 255, 0).astype(np.uint8)


class MovingSquare(World):
    name, version, actions = "squares", "1", ("left", "right")
    fps: Any = "25/1"  # as text, which a store takes as it is

    def fingerprint(self, clips=4):
        return "squares"

    def clips(self, seeds, size=128, workers=1, truth=False):
        for seed in seeds:
            rng = np.random.default_rng(seed)
            plate = np.empty((33, size, size, 3), np.uint8)
            plate[:] = np.linspace(40, 90, size).astype(np.uint8)[:, None, None]
            frames = plate.copy()
            side, y = size // 4, int(rng.integers(size - size // 4))
            places = np.linspace(0, size - side, 33).astype(int)
            places = places if seed % 2 else places[::-1]
            for frame, x in zip(frames, places, strict=True):
                frame[y : y + side, x : x + side] = (230, 200, 60)
            known = SquareTruth(plate, SquareSurface(places, y, side, size)) if truth else None
            yield SquareClip(frames, seed % 2, known)


def open_instead(patch) -> None:
    """Let every world's name open this one; `patch` is a `pytest.MonkeyPatch`."""
    patch.setattr(registry, "open_world", lambda name, characters=None: MovingSquare())
