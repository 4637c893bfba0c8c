"""What a synthetic world is: classes of action, and a clip for every seed. Knows none of the worlds."""

from __future__ import annotations

import hashlib
import multiprocessing
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

import numpy as np

from engine.errors import Problem
from engine.networks.spec import CLIP_FRAMES
from training.worlds.workers import die_with_parent

if TYPE_CHECKING:
    from training.worlds.textured.photograph import Truth


@dataclass(frozen=True)
class SyntheticClip:
    """One clip and its truth.

    frames uint8 [T, S, S, 3] sRGB; joints f32 [T, J, 2], x and y in [-1, 1] of the picture, px = (x + 1) / 2 * (S - 1),
    for evaluation only; joint_names [J]; silhouette uint8 [T, S, S], 255 = the figure and what it holds;
    action: the class's number in the world's `actions`; truth: of worlds that can tell, and when asked for, the scene
    without the figure and the figure's motion, as `textured.photograph.Truth`.
    """

    frames: np.ndarray
    joints: np.ndarray
    joint_names: tuple[str, ...]
    silhouette: np.ndarray
    action: int
    truth: Truth | None = None


def in_picture(seen: np.ndarray, size: int) -> np.ndarray:
    """Points as a camera projects them, [..., 2 or more] in picture sides, as `SyntheticClip.joints` are: [..., 2]."""
    return (seen[..., :2] * size - 0.5) / (size - 1) * 2 - 1


class World:
    """A source of clips. Seeds 0..999,999 are for training; from HELD_OUT_START on, for evaluation only."""

    HELD_OUT_START = 1_000_000

    if TYPE_CHECKING:  # what every world has, as a field or otherwise, and nobody sets

        @property
        def problems(self) -> tuple[Problem, ...]:
            """What the world would have shown but cannot use, if it is made of files."""
            ...

        @property
        def name(self) -> str: ...
        @property
        def version(self) -> str: ...
        @property
        def actions(self) -> tuple[str, ...]: ...
        @property
        def fps(self) -> Fraction: ...
    else:
        problems = ()

    @classmethod
    def of(cls, named: str | None) -> World:
        """The world with the rigged characters of a folder: the one named, else that of KPVP_CHARACTERS, else none.

        Raises TrainingError if the world needs characters and has none, or cannot use them.
        """
        raise NotImplementedError

    def clip(self, seed: int, size: int = 128, n_frames: int = CLIP_FRAMES, truth: bool = False) -> SyntheticClip:
        """The clip of a seed, the same every time; consecutive seeds go through all classes.

        truth: with `SyntheticClip.truth`, where the world can tell.
        """
        raise NotImplementedError

    def clips(
        self, seeds: Iterable[int], size: int = 128, workers: int = 2, truth: bool = False
    ) -> Iterator[SyntheticClip]:
        """The clips of many seeds, in order, drawn by `workers` processes (0 or 1: by this one)."""
        seeds = list(seeds)
        if workers < 2 or len(seeds) < 2:
            yield from (self.clip(seed, size, truth=truth) for seed in seeds)
            return
        jobs = ((self, seed, size, truth) for seed in seeds)
        with multiprocessing.get_context("spawn").Pool(min(workers, len(seeds)), _begin_worker) as pool:
            yield from pool.imap(_drawn, jobs, chunksize=1)

    def fingerprint(self, clips: int = 4) -> str:
        """What a model card says of the clips a model was measured on: a hash of the world's version, the first
        held-out seed and the joints, to a hundredth, of the first held-out clips."""
        digest = hashlib.sha256(f"{self.name} {self.version} {self.HELD_OUT_START}".encode())
        for seed in range(self.HELD_OUT_START, self.HELD_OUT_START + clips):
            digest.update((self.clip(seed, 64).joints * 100).round().astype("<i2").tobytes())
        return digest.hexdigest()[:16]


def _begin_worker() -> None:
    import cv2

    cv2.setNumThreads(0)
    die_with_parent()


def _drawn(job: tuple[World, int, int, bool]) -> SyntheticClip:
    world, seed, size, truth = job
    return world.clip(seed, size, truth=truth)
