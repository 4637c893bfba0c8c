"""A world small enough for tests: a bright square that moves left or right over a gradient."""

from dataclasses import dataclass
from typing import Any

import numpy as np

from training.worlds import registry
from training.worlds.world import World


@dataclass(frozen=True)
class SquareClip:
    frames: np.ndarray
    action: int

    @property
    def silhouette(self) -> np.ndarray:
        return np.where((self.frames == (230, 200, 60)).all(-1), 255, 0).astype(np.uint8)


class MovingSquare(World):
    name, version, actions = "squares", "1", ("left", "right")
    fps: Any = "25/1"  # as text, which a store takes as it is

    def fingerprint(self, clips=4):
        return "squares"

    def clips(self, seeds, size=128, workers=1):
        for seed in seeds:
            rng = np.random.default_rng(seed)
            frames = np.empty((33, size, size, 3), np.uint8)
            frames[:] = np.linspace(40, 90, size).astype(np.uint8)[:, None, None]
            side, y = size // 4, int(rng.integers(size - size // 4))
            places = np.linspace(0, size - side, 33).astype(int)
            for frame, x in zip(frames, places if seed % 2 else places[::-1], strict=True):
                frame[y : y + side, x : x + side] = (230, 200, 60)
            yield SquareClip(frames, seed % 2)


def open_instead(patch) -> None:
    """Let every world's name open this one; `patch` is a `pytest.MonkeyPatch`."""
    patch.setattr(registry, "open_world", lambda name, characters=None: MovingSquare())
