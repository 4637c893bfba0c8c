"""The few clips of a measurement that a report shows, kept so that it is written again without measuring again.

Arrays and their file only; no torch.
"""

from __future__ import annotations

import zipfile
from dataclasses import dataclass, fields
from pathlib import Path

import numpy as np

from engine.files import atomic_write
from engine.future import fits

_LARGEST = 2**29  # bytes
# By name, what kind of numbers and which sizes an array has; L is the photo and its T frames.
_ARRAYS = {"number": ("i", "M"), "action": ("i", "M"), "source": ("u", "MSS3"), "real": ("u", "MTSS3")}
_ARRAYS |= {"future": ("u", "MEFF3"), "keypoints": ("f", "MLK2"), "redrawn": ("u", "MTSS3"), "mask": ("u", "MTSS")}
_OF_KEYPOINTS = ("keypoints", "redrawn", "mask")
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

    def is_whole(self, actions: int) -> bool:
        """Whether the arrays agree with each other, and with a world of so many actions."""
        sizes: dict[str, int] = {}
        for name, (kind, letters) in _ARRAYS.items():
            array = getattr(self, name)
            if name in _OF_KEYPOINTS and not self.has_keypoints:
                continue
            if array.dtype.kind != kind or not fits(array.shape, letters, sizes):
                return False
        if 0 in sizes.values() or sizes.get("L", sizes["T"] + 1) != sizes["T"] + 1:
            return False
        known = (self.action >= 0) & (self.action < actions)
        return bool(known.all()) and (not self.has_keypoints or bool(np.isfinite(self.keypoints).all()))

    def save(self, path: Path) -> None:
        with atomic_write(path) as temporary, open(temporary, "wb") as file:
            arrays = {each.name: getattr(self, each.name) for each in fields(self)}
            np.savez_compressed(file, allow_pickle=False, **arrays)

    @classmethod
    def load(cls, path: Path) -> Shown:
        """Raises what NumPy and zip raise for a damaged file."""
        with zipfile.ZipFile(path) as archive:  # sizes first: a small file can unpack to a huge one
            if sum(entry.file_size for entry in archive.infolist()) > _LARGEST:
                raise ValueError("it unpacks to too much")
        with np.load(path, allow_pickle=False) as archive:
            found = {each.name: archive[each.name] for each in fields(cls)}
        if not all(isinstance(each, np.ndarray) for each in found.values()):
            raise ValueError("it holds something else than arrays")
        return cls(**found)
