"""Decoded clips in one memory-mapped file: uint8 frames [N, S, S, 3], where each clip starts, and its class.

Built once and reused by every run on the same data; a build that was interrupted goes on where it stopped. Worlds are
drawn here; `store.building` decodes files.
"""

from __future__ import annotations

import copy
import json
import os
import time
import zlib
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import numpy as np

from engine.errors import TrainingError
from engine.files import atomic_write
from engine.folders import user_cache
from training.store.cache_space import lock_path, make_room, mark_used
from training.store.file_lock import FileLock

CLIP_FRAMES = 33  # of a world's clip: k_0 and 32 future frames
_POLL_SECONDS = 0.2  # while another process builds
_SAMPLED = 8  # clips whose checksums are looked at when a store is opened


class DamagedStore(TrainingError):
    """A store whose files do not fit each other."""


class FrameStore:
    """`frames` uint8 [N, S, S, 3] (memory-mapped, read-only), `starts` int [clips + 1], `labels` int [clips].

    `names` [clips] say where each clip comes from, `actions` are the classes' names, `fps` is a fraction as text,
    `source` describes the data, `index` is everything the file says. `silhouettes` uint8 [N, S, ceil(S / 8)] has a bit
    per pixel, 1 = the figure and what it holds (`np.unpackbits`), and is None but for worlds. An open store is not
    removed from the cache.
    """

    def __init__(self, folder: Path) -> None:
        self._lock = None
        with suppress(OSError):  # a cache that may only be read
            self._lock = FileLock(lock_path(folder), shared=True)
        try:
            self._open(folder)
        except BaseException:  # whoever repairs the store must not wait for this one
            if self._lock:
                self._lock.close()
            raise
        mark_used(folder)

    def _open(self, folder: Path) -> None:
        try:
            self.index: dict = json.loads((folder / "index.json").read_text(encoding="utf-8"))
        except ValueError:
            raise _damaged(folder) from None
        self.folder = folder
        self.actions: tuple[str, ...] = tuple(self.index["actions"])
        self.size: int = self.index["size"]
        self.fps: str = self.index["fps"]
        self.source: dict = self.index["source"]
        self.starts = np.asarray(self.index["starts"])
        self.labels = np.asarray(self.index["labels"])
        self.names: tuple[str, ...] = tuple(self.index.get("names") or self._seeds())
        shape = (int(self.starts[-1]), self.size, self.size, 3)
        path = folder / "frames.u8"
        if not path.is_file() or path.stat().st_size != int(np.prod(shape)):
            raise _damaged(folder)
        self.frames = np.memmap(path, np.uint8, "r", shape=shape)
        self.silhouettes = _silhouettes(folder, shape[:3])
        self._verify_some()

    def __len__(self) -> int:
        return len(self.labels)

    def part(self, first: int, last: int) -> FrameStore:
        """Clips first .. last - 1 as a store of their own, on the same file."""
        part = copy.copy(self)
        start, stop = int(self.starts[first]), int(self.starts[last])
        part.frames = self.frames[start:stop]
        if self.silhouettes is not None:
            part.silhouettes = self.silhouettes[start:stop]
        part.starts = self.starts[first : last + 1] - start
        part.labels, part.names = self.labels[first:last], self.names[first:last]
        return part

    def _seeds(self) -> list[str]:
        first = self.source.get("first_seed", 0)
        return [f"{self.source.get('world', 'clip')} {first + i}" for i in range(len(self.labels))]

    def _verify_some(self) -> None:
        sums = self.index.get("checksums", [])
        if not sums:
            return
        for clip in np.unique(np.linspace(0, len(sums) - 1, _SAMPLED).astype(int)):
            if zlib.crc32(self.frames[self.starts[clip] : self.starts[clip + 1]]) != sums[clip]:
                raise _damaged(self.folder)


def cache_root() -> Path:
    """Where caches of decoded clips live; the environment variable KPVP_FRAMES_DIR names another place."""
    named = os.environ.get("KPVP_FRAMES_DIR")
    return Path(named) if named else user_cache() / "frames"


def build_once(folder: Path, build: Callable[[], None]) -> None:
    """Call `build`, which makes the store in `folder`, unless it is whole; of several processes only one builds.

    Raises TrainingError if the place cannot be written.
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


def from_world(
    world, config, root: Path | None = None, progress: Callable[[int, int], None] | None = None
) -> FrameStore:
    """The store of `config.clips` clips of a synthetic world, drawing what is not there yet.

    world: `training.data.synthetic.World`; config: `DataConfig`; progress(done, total) is called per clip. Raises
    TrainingError if there is no room for it.
    """
    folder = (root or cache_root()) / f"{world.name}-{world.version}-{config.size}px-{config.first_seed}-{config.clips}"

    def build() -> None:
        make_room(folder, config.clips * _clip_bytes(config.size), int(config.cache_gb * 1e9))
        try:
            _draw(world, config, folder, progress)
        except OSError as error:
            raise unwritable(folder, error) from None

    build_once(folder, build)
    return FrameStore(folder)


def unwritable(folder: Path, error: OSError) -> TrainingError:
    """What to say when a store could not be written to its end."""
    return TrainingError(
        f"The frames could not be written to {folder} ({error.strerror or error}).",
        "Free some space and start again; what is there already is kept.",
    )


def _clip_bytes(size: int) -> int:
    return CLIP_FRAMES * size * size * 3


def _clip_bits(size: int) -> int:
    """Bytes of a clip's silhouettes."""
    return CLIP_FRAMES * size * -(-size // 8)


def _silhouettes(folder: Path, shape: tuple[int, int, int]) -> np.ndarray | None:
    path, shape = folder / "silhouettes.u1", (*shape[:2], -(-shape[2] // 8))
    if not path.is_file():
        return None
    if path.stat().st_size != int(np.prod(shape)):
        raise _damaged(folder)
    return np.memmap(path, np.uint8, "r", shape=shape)


def _draw(world, config, folder: Path, progress: Callable[[int, int], None] | None) -> None:
    clip_bytes = _clip_bytes(config.size)
    labels_path, frames_path, figures_path = (folder / name for name in ("labels.part", "frames.u8", "silhouettes.u1"))
    # A label is written last: what all files agree on is whole.
    each = {frames_path: clip_bytes, figures_path: _clip_bits(config.size), labels_path: 1}
    for path in each:
        path.touch()
    done = min(path.stat().st_size // length for path, length in each.items())
    with open(frames_path, "r+b") as frames, open(figures_path, "r+b") as figures, open(labels_path, "r+b") as labels:
        for file, length in zip((frames, figures, labels), each.values(), strict=True):
            file.truncate(done * length)
            file.seek(0, 2)
        seeds = range(config.first_seed + done, config.first_seed + config.clips)
        for clip in world.clips(seeds, size=config.size, workers=config.workers):
            frames.write(np.ascontiguousarray(clip.frames).tobytes())
            frames.flush()
            figures.write(np.packbits(clip.silhouette > 127, axis=-1).tobytes())
            figures.flush()
            labels.write(bytes([clip.action]))
            labels.flush()
            done += 1
            if progress:
                progress(done, config.clips)
        os.fsync(frames.fileno())
        os.fsync(figures.fileno())
    index = {
        "actions": list(world.actions),
        "size": config.size,
        "fps": str(world.fps),
        "starts": [i * CLIP_FRAMES for i in range(config.clips + 1)],
        "labels": list(labels_path.read_bytes()),
        "source": {
            "world": world.name,
            "version": world.version,
            "first_seed": config.first_seed,
            "clips": config.clips,
        },
    }
    with atomic_write(folder / "index.json") as temporary:
        temporary.write_text(json.dumps(index), encoding="utf-8")
    labels_path.unlink()


def _damaged(folder: Path) -> DamagedStore:
    return DamagedStore(f"The cache in {folder} is damaged.", "Delete that folder; it is made again.")
