"""Decoded clips in one memory-mapped file: uint8 frames [N, S, S, 3], where each clip starts, and its class.

Built once and reused by every run on the same data; a build that was interrupted goes on where it stopped.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import numpy as np
import platformdirs

from engine.errors import TrainingError
from engine.files import atomic_write

CLIP_FRAMES = 33  # of a world's clip: k_0 and 32 future frames


class FrameStore:
    """`frames` uint8 [N, S, S, 3] (memory-mapped, read-only), `starts` int [clips + 1], `labels` int [clips]."""

    def __init__(self, folder: Path) -> None:
        index = json.loads((folder / "index.json").read_text(encoding="utf-8"))
        self.folder = folder
        self.actions: tuple[str, ...] = tuple(index["actions"])
        self.size: int = index["size"]
        self.fps: str = index["fps"]
        self.source: dict = index["source"]
        self.starts = np.asarray(index["starts"])
        self.labels = np.asarray(index["labels"])
        shape = (int(self.starts[-1]), self.size, self.size, 3)
        if (folder / "frames.u8").stat().st_size != int(np.prod(shape)):
            raise TrainingError(f"The cache in {folder} is damaged.", "Delete that folder; it is made again.")
        self.frames = np.memmap(folder / "frames.u8", np.uint8, "r", shape=shape)

    def __len__(self) -> int:
        return len(self.labels)


def cache_root() -> Path:
    """Where caches of decoded clips live unless told otherwise."""
    return Path(platformdirs.user_cache_dir("kpvp", appauthor=False)) / "frames"


def from_world(
    world, config, root: Path | None = None, progress: Callable[[int, int], None] | None = None
) -> FrameStore:
    """The store of `config.clips` clips of a synthetic world, drawing what is not there yet.

    world: `training.data.synthetic.World`; config: `DataConfig`; progress(done, total) is called per clip.
    """
    folder = (root or cache_root()) / f"{world.name}-{world.version}-{config.size}px-{config.first_seed}-{config.clips}"
    if (folder / "index.json").is_file():
        return FrameStore(folder)
    folder.mkdir(parents=True, exist_ok=True)
    clip_bytes = CLIP_FRAMES * config.size * config.size * 3
    labels_path, frames_path = folder / "labels.part", folder / "frames.u8"
    frames_path.touch()
    labels_path.touch()
    # Frames are written before their label: what both files agree on is whole.
    done = min(frames_path.stat().st_size // clip_bytes, labels_path.stat().st_size)
    with open(frames_path, "r+b") as frames, open(labels_path, "r+b") as labels:
        frames.truncate(done * clip_bytes)
        labels.truncate(done)
        frames.seek(0, 2)
        labels.seek(0, 2)
        seeds = range(config.first_seed + done, config.first_seed + config.clips)
        for clip in world.clips(seeds, size=config.size, workers=config.workers):
            frames.write(np.ascontiguousarray(clip.frames).tobytes())
            frames.flush()
            labels.write(bytes([clip.action]))
            labels.flush()
            done += 1
            if progress:
                progress(done, config.clips)
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
    return FrameStore(folder)
