"""Frame pairs (v, v') of one clip for step 1, augmented alike. Batch n is a pure function of (seed, n, rank)."""

from __future__ import annotations

import math

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as F

from training.config import AugmentConfig, KeypointsConfig
from training.data.frame_store import FrameStore


class PairSampler:
    """Draws batches of pairs from a store, at `size` px, as float32 [B, 3, size, size] in [-1, 1] on the CPU."""

    def __init__(
        self, store: FrameStore, config: KeypointsConfig, augment: AugmentConfig, seed: int, rank: int = 0
    ) -> None:
        self.store, self.config, self.augment, self.seed, self.rank = store, config, augment, seed, rank

    def batch(self, n: int, size: int) -> tuple[Tensor, Tensor]:
        """Pair batch number n: (v, v')."""
        rng = np.random.default_rng([self.seed, n, self.rank])
        pictures = np.concatenate([self.pair(rng) for _ in range(self.config.batch)])
        x = torch.from_numpy(pictures).permute(0, 3, 1, 2).float() / 127.5 - 1
        x = self._shrink(x, size)
        x = augmented(x, self.augment, rng)
        v, v_next = x[0::2], x[1::2]
        return v.contiguous(memory_format=torch.channels_last), v_next.contiguous(memory_format=torch.channels_last)

    def pair(self, rng: np.random.Generator) -> np.ndarray:
        """Two frames uint8 [2, S, S, 3] of one clip, `config.gap` frames apart, wrapping at the clip's end."""
        clip = int(rng.integers(len(self.store)))
        start, stop = self.store.starts[clip : clip + 2]
        length = stop - start
        first = int(rng.integers(length))
        shortest, longest = (min(g, length - 1) for g in self.config.gap)
        second = (first + int(rng.integers(shortest, longest + 1))) % length
        return np.stack([self.store.frames[start + first], self.store.frames[start + second]])

    def _shrink(self, x: Tensor, size: int) -> Tensor:
        if x.shape[-1] == size:
            return x
        if x.shape[-1] % size == 0:
            return F.avg_pool2d(x, x.shape[-1] // size)
        return F.interpolate(x, size=(size, size), mode="bilinear", antialias=True)


def augmented(x: Tensor, config: AugmentConfig, rng: np.random.Generator) -> Tensor:
    """Pictures [2 B, 3, S, S], neighbours forming pairs, each pair changed alike: place, mirror, tint."""
    pairs = x.shape[0] // 2
    angle = np.radians(rng.uniform(-config.rotation, config.rotation, pairs))
    zoom = rng.uniform(1 - config.zoom, 1 + config.zoom, pairs)
    shift = rng.uniform(-2 * config.shift, 2 * config.shift, (pairs, 2))
    flip = np.where(rng.random(pairs) < 0.5, -1.0, 1.0) if config.flip else np.ones(pairs)
    gain = rng.uniform(1 - config.colour, 1 + config.colour, (pairs, 3, 1, 1))
    offset = rng.uniform(-config.colour, config.colour, (pairs, 3, 1, 1))
    theta = affine(angle, zoom, shift, flip)
    grid = F.affine_grid(theta.repeat_interleave(2, 0), list(x.shape), align_corners=False)
    x = F.grid_sample(x, grid, mode="bilinear", padding_mode="reflection", align_corners=False)
    gain, offset = (torch.from_numpy(a).float().repeat_interleave(2, 0) for a in (gain, offset))
    return (x * gain + offset).clamp(-1, 1)


def affine(angle: np.ndarray, zoom: np.ndarray, shift: np.ndarray, flip: np.ndarray) -> Tensor:
    """Sampling matrices [N, 2, 3] from angles in radians, zoom (> 1: closer), shift in half sides, flip -1 or 1."""
    theta = torch.zeros(len(angle), 2, 3)
    cos, sin = (torch.from_numpy(f(angle) / zoom).float() for f in (np.cos, np.sin))
    flip = torch.from_numpy(flip).float()
    theta[:, 0, 0], theta[:, 0, 1] = cos * flip, -sin
    theta[:, 1, 0], theta[:, 1, 1] = sin * flip, cos
    theta[:, :, 2] = torch.from_numpy(shift).float()
    return theta


def small_warps(count: int, rng: np.random.Generator) -> Tensor:
    """Random sampling matrices [N, 2, 3] for the equivariance loss: up to 20 degrees, 15 % zoom, 10 % shift."""
    angle = rng.uniform(-math.pi / 9, math.pi / 9, count)
    zoom = rng.uniform(0.85, 1.15, count)
    return affine(angle, zoom, rng.uniform(-0.2, 0.2, (count, 2)), np.ones(count))
