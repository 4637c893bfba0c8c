"""Decoded clips in one memory-mapped file: uint8 frames [N, S, S, 3], where each clip starts, and its class.

Built once and reused by every run on the same data: `store.building` fills it. This file reads.
"""

from __future__ import annotations

import copy
import os
import time
import zlib
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import numpy as np

from engine.errors import TrainingError
from engine.folders import user_cache
from engine.foreign_data import from_json
from engine.media.frame_rates import rational
from training.store.cache_space import lock_path, mark_used
from training.store.file_lock import FileLock
from training.store.known import SILHOUETTES, as_array, opened, packed_shape

_POLL_SECONDS = 0.2  # while another process builds
_SAMPLED = 8  # clips whose checksums are looked at when a store is opened


class DamagedStore(TrainingError):
    """A store whose files do not fit each other."""


class FrameStore:
    """`frames` uint8 [N, S, S, 3] (memory-mapped, read-only), `starts` int [clips + 1], `labels` int [clips].

    `names` [clips] say where each clip comes from, `actions` are the classes' names, `fps` is a fraction as text,
    `source` describes the data, `index` is everything the file says. `silhouettes` uint8 [N, S, ceil(S / 8)] has a bit
    per pixel, 1 = the figure and what it holds (`np.unpackbits`), and is None but for worlds; `truth` is None but where
    it was asked for. An open store is not removed from the cache.
    """

    def __init__(self, folder: Path) -> None:
        self._lock = None
        with suppress(OSError):  # a cache that may only be read
            self._lock = FileLock(lock_path(folder), shared=True)
        try:
            self._open(folder)
        except BaseException:  # a repair must not wait for this one
            if self._lock:
                self._lock.close()
            raise
        mark_used(folder)

    def _open(self, folder: Path) -> None:
        self.folder = folder
        try:
            self._take(from_json((folder / "index.json").read_bytes()))
        except (ValueError, KeyError, TypeError, IndexError, AttributeError, OverflowError):
            raise _damaged(folder) from None
        shape = (int(self.starts[-1]), self.size, self.size, 3)
        path = folder / "frames.u8"
        if not path.is_file() or path.stat().st_size != int(np.prod(shape)):
            raise _damaged(folder)
        self.frames: np.ndarray = np.memmap(path, np.uint8, "r", shape=shape)
        try:
            self.silhouettes = _silhouettes(folder, shape[0], self.size)
            self.truth = opened(folder, shape[0], self.size)
        except ValueError:
            raise _damaged(folder) from None
        self._verify_some()

    def _take(self, index: dict) -> None:
        """What the index says. Raises one of many errors if it is damaged."""
        self.index: dict = index
        self.actions: tuple[str, ...] = tuple(map(str, index["actions"]))
        self.size: int = int(index["size"])
        self.fps: str = str(index["fps"])
        rational(self.fps)
        self.source: dict = dict(index["source"])
        self.starts = np.asarray(index["starts"], np.int64)
        self.labels = np.asarray(index["labels"], np.int64)
        self.names: tuple[str, ...] = tuple(map(str, index.get("names") or self._seeds()))
        counted = len(self.starts) - 1 == len(self.labels) == len(self.names) and (np.diff(self.starts) >= 0).all()
        if not counted or self.starts[0] != 0 or not 0 <= self.labels.min() <= self.labels.max() < len(self.actions):
            raise ValueError("its parts do not fit each other")

    def __len__(self) -> int:
        return len(self.labels)

    def clip_of(self, frame: int) -> int:
        """The number of the clip that a frame belongs to."""
        return int(np.searchsorted(self.starts, frame, "right")) - 1

    def part(self, first: int, last: int) -> FrameStore:
        """Clips first .. last - 1 as a store of their own, on the same file."""
        part = copy.copy(self)
        start, stop = int(self.starts[first]), int(self.starts[last])
        part.frames = self.frames[start:stop]
        if self.silhouettes is not None:
            part.silhouettes = self.silhouettes[start:stop]
        if self.truth is not None:
            part.truth = self.truth.part(start, stop)
        part.starts = self.starts[first : last + 1] - start
        part.labels, part.names = self.labels[first:last], self.names[first:last]
        return part

    def _seeds(self) -> list[str]:
        first = self.source.get("first_seed", 0)
        return [f"{self.source.get('world', 'clip')} {first + i}" for i in range(len(self.labels))]

    def _verify_some(self) -> None:
        sums = self.index.get("checksums") or []
        if not sums:
            return
        if not isinstance(sums, list) or len(sums) != len(self.labels):
            raise _damaged(self.folder)
        for clip in np.unique(np.linspace(0, len(sums) - 1, _SAMPLED).astype(int)):
            if zlib.crc32(self.frames[self.starts[clip] : self.starts[clip + 1]].data) != sums[clip]:
                raise _damaged(self.folder)


def cache_root() -> Path:
    """The folder of all frame stores; the environment variable KPVP_FRAMES_DIR names another one."""
    named = os.environ.get("KPVP_FRAMES_DIR")
    return Path(named) if named else user_cache() / "frames"


def build_once(folder: Path, build: Callable[[], None]) -> None:
    """Call `build`, which makes the store in `folder`, unless it is whole; of several processes only one builds.

    Raises TrainingError if the cache cannot be written.
    """
    while not (folder / "index.json").is_file():
        try:
            folder.mkdir(parents=True, exist_ok=True)
            lock = FileLock.attempt(lock_path(folder))
        except OSError as error:
            raise TrainingError(
                f"The cache {folder.parent} cannot be written ({error.strerror}).",
                "Make room there, or name another place in the environment variable KPVP_FRAMES_DIR.",
            ) from None
        if lock is None:  # who builds may open the store at once and then keep it: the lock may never come
            time.sleep(_POLL_SECONDS)
            continue
        with lock:
            if not (folder / "index.json").is_file():
                build()


def _silhouettes(folder: Path, frames: int, size: int) -> np.ndarray | None:
    path = folder / SILHOUETTES
    return as_array(path, np.uint8, packed_shape(frames, size)) if path.is_file() else None


def _damaged(folder: Path) -> DamagedStore:
    return DamagedStore(f"The cache in {folder} is damaged.", "Delete that folder; it is made again.")
