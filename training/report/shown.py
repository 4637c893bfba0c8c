"""The few clips of a measurement that a report shows, kept so that it is written again without measuring again.

Arrays and their file only; no torch.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from pathlib import Path

import numpy as np

from engine.files import atomic_write

TIMES = (4, 8, 12, 16, 20, 24, 28, 32)


@dataclass(frozen=True)
class Shown:
    """M clips. number [M]: of the held-out clips; action [M]: of the world's.

    source uint8 [M, S, S, 3], real uint8 [M, T, S, S, 3], future uint8 [M, T', S', S', 3]. Of models with keypoints
    also keypoints [M, 1 + T, K, 2] of source and real frames, and the real clip redrawn from its own keypoints: frames
    uint8 [M, T, S, S, 3], mask uint8 [M, T, S, S], 255 = kept; else these are empty.
    """

    number: np.ndarray
    action: np.ndarray
    source: np.ndarray
    real: np.ndarray
    future: np.ndarray
    keypoints: np.ndarray
    redrawn: np.ndarray
    mask: np.ndarray

    @property
    def has_keypoints(self) -> bool:
        return self.keypoints.size > 0

    def position(self, number: int) -> int:
        """Where held-out clip `number` is among the shown ones."""
        return int(np.flatnonzero(self.number == number)[0])

    def save(self, path: Path) -> None:
        with atomic_write(path) as temporary, open(temporary, "wb") as file:
            arrays = {each.name: getattr(self, each.name) for each in fields(self)}
            np.savez_compressed(file, allow_pickle=False, **arrays)

    @classmethod
    def load(cls, path: Path) -> Shown:
        """Raises what NumPy and zip raise for a damaged file."""
        with np.load(path, allow_pickle=False) as archive:
            return cls(**{each.name: archive[each.name] for each in fields(cls)})
