"""A folder of clips in the place of a world: real clips to measure on, of which only what they show is known.

It has no joints and no silhouettes, so that scores which need them are left out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from fractions import Fraction
from pathlib import Path

import numpy as np

from engine.files import as_file_name
from engine.media.frame_rates import rational
from engine.networks.spec import CLIP_FRAMES
from training.data.augmentation import shrunk
from training.data.source import open_source
from training.runs.config import DataConfig
from training.store.frame_store import FrameStore
from training.worlds import registry
from training.worlds.world import SyntheticClip, World

_SIZE = 128  # px at which clips are decoded


class FolderWorld(World):
    """The clips of a folder by seed: of each class in turn, beginning anew where there are no more."""

    def __init__(self, path: Path, progress: Callable[[str], None] = lambda line: None) -> None:
        """Decode them, or find them decoded. Raises `TrainingError` for a folder without clips."""
        source = open_source(
            DataConfig(source=str(path.resolve()), size=_SIZE, longest=0),
            lambda kind, done, total: progress(f"{kind}: {done} of {total} clips") if done == total else None,
        )
        for note in source.notes:
            progress(note)
        self._stores = source.store, source.held_out
        self._orders = tuple(_in_turn(store) for store in self._stores)
        self._facts = source.facts

    @property
    def name(self) -> str:
        return as_file_name(str(self._facts.get("folder", "clips")))

    @property
    def version(self) -> str:
        return f"{str(self._facts.get('content', ''))[:12]}-{self.held_out}"

    @property
    def actions(self) -> tuple[str, ...]:
        return self._stores[0].actions

    @property
    def fps(self) -> Fraction:
        return rational(self._stores[0].fps)

    @property
    def held_out(self) -> int:
        """Clips to measure on. Where the data has none of their own, they are those to train on."""
        return len(self._stores[1])

    def clip(self, seed: int, size: int = _SIZE, n_frames: int = CLIP_FRAMES, truth: bool = False) -> SyntheticClip:
        """Frames taken evenly over the whole clip; a short one repeats some."""
        side = int(seed >= self.HELD_OUT_START)
        store, order = self._stores[side], self._orders[side]
        clip = int(order[seed % self.HELD_OUT_START % len(order)])
        start, stop = store.starts[clip : clip + 2]
        chosen = np.linspace(start, stop - 1, n_frames).round().astype(int)
        frames = np.stack([shrunk(store.frames[i], size) for i in chosen])
        nothing = np.zeros((n_frames, size, size), np.uint8)
        return SyntheticClip(frames, np.zeros((n_frames, 0, 2), np.float32), (), nothing, int(store.labels[clip]))

    def clips(
        self, seeds: Iterable[int], size: int = _SIZE, workers: int = 0, truth: bool = False
    ) -> Iterator[SyntheticClip]:
        """In this process: they are only read."""
        return (self.clip(seed, size) for seed in seeds)


def open_data(data: str, characters: str | None, progress: Callable[[str], None]) -> World:
    """A world by name, or else the clips of a folder. Raises `TrainingError`."""
    if data not in registry.WORLDS and Path(data).is_dir():
        return FolderWorld(Path(data), progress)
    return registry.open_world(data, characters)


def _in_turn(store: FrameStore) -> np.ndarray:
    """Clips with frames, a class after the other: numbers into the store."""
    usable = np.flatnonzero(np.diff(store.starts) > 1)
    of_class = [usable[store.labels[usable] == label] for label in np.unique(store.labels[usable])]
    rounds = max(map(len, of_class), default=0)
    return np.array([clips[i] for i in range(rounds) for clips in of_class if i < len(clips)], np.int64)
