"""The clips a measurement uses: training seeds to fit a ruler, held-out seeds to read it off.

Knows worlds and arrays; nothing of models.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass

import numpy as np

from training.worlds.world import SyntheticClip, World

_SEEDS_APART = 10_000  # between the clips of two evaluation seeds
_LARGEST_SEED = 500
_FITTING_START = 500_000
_drawn_before: ContextVar[dict[tuple, Clips] | None] = ContextVar("clips that are drawn once", default=None)


@dataclass(frozen=True)
class Clips:
    """N clips of 1 + T frames.

    frames uint8 [N, 1 + T, S, S, 3]; joints float32 [N, 1 + T, J, 2] in [-1, 1]; silhouettes uint8 [N, 1 + T, S, S],
    255 = figure; actions int [N], numbers of the world's classes; joint_names [J].
    """

    frames: np.ndarray
    joints: np.ndarray
    silhouettes: np.ndarray
    actions: np.ndarray
    joint_names: tuple[str, ...]

    @property
    def side(self) -> int:
        return self.frames.shape[2]


def held_out_clips(world: World, n: int, seed: int, size: int, progress: Callable[[str], None]) -> Clips:
    """n clips no model of this world has been trained on; `seed` chooses which."""
    start = world.HELD_OUT_START + seed % _LARGEST_SEED * _SEEDS_APART
    return _drawn(world, range(start, start + n), size, "held-out", progress)


def fitting_clips(world: World, n: int, size: int, progress: Callable[[str], None]) -> Clips:
    """n clips of training seeds, to which landmark maps and calibrations may be fitted."""
    return _drawn(world, range(_FITTING_START, _FITTING_START + n), size, "training", progress)


def more_fitting_clips(
    world: World, start: int, stop: int, size: int, progress: Callable[[str], None]
) -> Iterator[SyntheticClip]:
    """The fitting clips from number `start` up to `stop`, one at a time: more of them than memory would hold."""
    for drawn, clip in enumerate(world.clips(range(_FITTING_START + start, _FITTING_START + stop), size), start + 1):
        if drawn % 50 == 0 or drawn == stop:
            progress(f"{drawn} of {stop} training clips drawn")
        yield clip


@contextmanager
def drawn_once() -> Generator[None]:
    """In here clips are drawn once and kept in memory, for systems that are measured on the same ones in turn. Nobody
    may write into them."""
    before = _drawn_before.set({})
    try:
        yield
    finally:
        _drawn_before.reset(before)


def _drawn(world: World, seeds: range, size: int, kind: str, progress: Callable[[str], None]) -> Clips:
    kept, key = _drawn_before.get(), (world.name, world.version, world.fingerprint(), seeds, size)
    if kept is not None and key in kept:
        return kept[key]
    clips = []
    for clip in world.clips(seeds, size):
        clips.append(clip)
        if len(clips) % 30 == 0 or len(clips) == len(seeds):
            progress(f"{len(clips)} of {len(seeds)} {kind} clips drawn")
    drawn = Clips(
        np.stack([clip.frames for clip in clips]),
        np.stack([clip.joints for clip in clips]),
        np.stack([clip.silhouette for clip in clips]),
        np.asarray([clip.action for clip in clips]),
        clips[0].joint_names,
    )
    if kept is not None:
        kept[key] = drawn
    return drawn
