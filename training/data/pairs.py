"""Frame pairs (v, v') of one clip for step 1, augmented alike. Batch n is a pure function of (seed, n, rank)."""

from __future__ import annotations

import numpy as np
import torch
from torch import Tensor

from engine.pixels import signed
from training.data import known
from training.data.augmentation import augment, shrunk
from training.data.known import Known
from training.runs.config import AugmentConfig, KeypointsConfig
from training.store.frame_store import FrameStore

_NEAR = 3  # frames between pictures whose motion can be seen


class PairSampler:
    """Draws batches of pairs from a store, at `size` px; without `augment` the pictures are as they are stored."""

    def __init__(
        self, store: FrameStore, config: KeypointsConfig, augment: AugmentConfig | None, seed: int, rank: int = 0
    ) -> None:
        self.store, self.config, self.augment, self.seed, self.rank = store, config, augment, seed, rank

    def batch(self, n: int, size: int) -> tuple[Tensor, Tensor]:
        """Pair batch number n: (v, v'), each float32 [B, 3, size, size] in [-1, 1], channels last, on the CPU."""
        rng, chosen = self._chosen(n)
        (v, target), _ = self._pictures([self._frames(pair) for pair in chosen], size, rng)
        return v, target

    def batch_with_known(self, n: int, size: int) -> tuple[Tensor, Tensor, Known]:
        """Pair batch number n and what the renderer knows of it; the store must have silhouettes.

        In a store with more of the truth, v is one of the frames that the surface of v' was followed to.
        """
        rng, chosen = self._chosen(n)
        truth = self.store.truth
        if truth is None:
            (v, target), matrices = self._pictures([self._frames(pair) for pair in chosen], size, rng)
            return v, target, Known(known.figures(self.store, chosen, size, matrices))
        numbers = rng.integers(truth.partners.shape[1], size=len(chosen))
        targets = [target for _, target in chosen]
        sources = [known.partner(self.store, truth, *where) for where in zip(targets, numbers, strict=True)]
        chosen = list(zip(sources, targets, strict=True))
        groups = [[*self._frames(pair), np.asarray(truth.plates[pair[0]])] for pair in chosen]
        (v, target, plates), matrices = self._pictures(groups, size, rng)
        positions, seen = known.followed(truth, targets, numbers, size, matrices)
        # A clip's renderer knows the plate if it knows the motion: then not all of a plate is black.
        placed = torch.tensor([bool(group[2].any()) for group in groups]).float()[:, None, None, None]
        figures = known.figures(self.store, chosen, size, matrices)
        return v, target, Known(figures, positions, seen, plates, placed)

    def batch_with_flow(self, n: int, size: int) -> tuple[Tensor, Tensor, Known]:
        """Pair batch number n, in half of whose pairs v is a few frames from v', and how OpenCV sees those move."""
        rng, chosen = self._chosen(n)
        near = len(chosen) // 2
        chosen = [*(self._neighbours(target, rng) for _, target in chosen[:near]), *chosen[near:]]
        pictures, _ = self._pictures([self._frames(pair) for pair in chosen], size, rng)
        return *pictures, known.seen_to_move(pictures[0][:near], pictures[1][:near], len(chosen))

    def _neighbours(self, target: int, rng: np.random.Generator) -> tuple[int, int]:
        """(the number of a frame up to _NEAR frames from frame `target` of its clip, target)."""
        clip = self.store.clip_of(target)
        first, last = int(self.store.starts[clip]), int(self.store.starts[clip + 1]) - 1
        apart = int(rng.integers(1, _NEAR + 1)) * (1 if rng.random() < 0.5 else -1)
        return (target + apart if first <= target + apart <= last else target - apart), target

    def _frames(self, pair: tuple[int, int]) -> list[np.ndarray]:
        return [self.store.frames[frame] for frame in pair]

    def _chosen(self, n: int) -> tuple[np.random.Generator, list[tuple[int, int]]]:
        rng = np.random.default_rng([self.seed, n, self.rank])
        return rng, [self.pair(rng) for _ in range(self.config.batch)]

    def _pictures(self, groups: list, size: int, rng: np.random.Generator) -> tuple[Tensor, np.ndarray | None]:
        """Groups of G pictures as [G, B, 3, size, size] and, if they were changed, the matrix each was moved by."""
        groups = [[shrunk(picture, size) for picture in group] for group in groups]
        pictures, matrices = np.empty((len(groups[0]), len(groups), size, size, 3), np.float32), None
        if self.augment is None:
            signed(np.swapaxes(groups, 0, 1), out=pictures)
        else:
            matrices = augment(groups, self.augment, rng, out=pictures)
        return torch.from_numpy(pictures).permute(0, 1, 4, 2, 3), matrices

    def pair(self, rng: np.random.Generator) -> tuple[int, int]:
        """The numbers of two frames of one clip, `config.gap` frames apart, wrapping at the clip's end."""
        clip = int(rng.integers(len(self.store)))
        start, stop = self.store.starts[clip : clip + 2]
        length = stop - start
        first = int(rng.integers(length))
        shortest, longest = (min(g, length - 1) for g in self.config.gap)
        second = (first + int(rng.integers(shortest, longest + 1))) % length
        return start + first, start + second
