"""Frame pairs (v, v') of one clip for step 1, augmented alike. Batch n is a pure function of (seed, n, rank).

Pictures are changed as bytes by OpenCV, one at a time: a fraction of what float batches cost.
"""

from __future__ import annotations

import math

import cv2
import numpy as np
import torch
from torch import Tensor

from engine.pixels import signed
from training.runs.config import AugmentConfig, KeypointsConfig
from training.store.frame_store import FrameStore


class PairSampler:
    """Draws batches of pairs from a store, at `size` px; without `augment` the pictures are as they are stored."""

    def __init__(
        self, store: FrameStore, config: KeypointsConfig, augment: AugmentConfig | None, seed: int, rank: int = 0
    ) -> None:
        self.store, self.config, self.augment, self.seed, self.rank = store, config, augment, seed, rank

    def batch(self, n: int, size: int) -> tuple[Tensor, Tensor]:
        """Pair batch number n: (v, v'), each float32 [B, 3, size, size] in [-1, 1], channels last, on the CPU."""
        rng, chosen = self._chosen(n)
        return self._pictures(chosen, size, rng)[0]

    def batch_with_figures(self, n: int, size: int) -> tuple[Tensor, Tensor, Tensor]:
        """The same pairs, and the silhouettes in them, which the store must have: float32 [2, B, 1, size, size]."""
        known = self.store.silhouettes
        assert known is not None
        rng, chosen = self._chosen(n)
        pair, matrices = self._pictures(chosen, size, rng)
        figures = np.empty((2, len(chosen), 1, size, size), np.float32)
        for i, frames in enumerate(chosen):
            for side, frame in enumerate(frames):
                figure = shrunk(np.unpackbits(known[frame], axis=-1, count=self.store.size) * np.uint8(255), size)
                figures[side, i, 0] = figure if matrices is None else warped(figure, matrices[i])
        return *pair, torch.from_numpy(figures / 255)

    def _chosen(self, n: int) -> tuple[np.random.Generator, list[tuple[int, int]]]:
        rng = np.random.default_rng([self.seed, n, self.rank])
        return rng, [self.pair(rng) for _ in range(self.config.batch)]

    def _pictures(self, chosen, size: int, rng: np.random.Generator) -> tuple[tuple[Tensor, Tensor], np.ndarray | None]:
        """(v, v') and, if they were changed, the matrix that each pair was moved by."""
        pairs = [[shrunk(self.store.frames[frame], size) for frame in pair] for pair in chosen]
        pictures, matrices = np.empty((2, len(pairs), size, size, 3), np.float32), None
        if self.augment is None:
            signed(np.swapaxes(pairs, 0, 1), out=pictures)
        else:
            matrices = augment(pairs, self.augment, rng, out=pictures)
        v, target = torch.from_numpy(pictures).permute(0, 1, 4, 2, 3)
        return (v, target), matrices

    def pair(self, rng: np.random.Generator) -> tuple[int, int]:
        """The numbers of two frames of one clip, `config.gap` frames apart, wrapping at the clip's end."""
        clip = int(rng.integers(len(self.store)))
        start, stop = self.store.starts[clip : clip + 2]
        length = stop - start
        first = int(rng.integers(length))
        shortest, longest = (min(g, length - 1) for g in self.config.gap)
        second = (first + int(rng.integers(shortest, longest + 1))) % length
        return start + first, start + second


def shrunk(frame: np.ndarray, size: int) -> np.ndarray:
    """A frame uint8 [S, S, 3] at `size` px, each pixel the mean of those it stands for."""
    if len(frame) == size:
        return frame
    return cv2.resize(frame, (size, size), interpolation=cv2.INTER_AREA if len(frame) > size else cv2.INTER_LINEAR)


def augment(pairs: list, config: AugmentConfig, rng: np.random.Generator, out: np.ndarray) -> np.ndarray:
    """Write pairs of uint8 [S, S, 3] into `out`, float32 [2, B, S, S, 3] in [-1, 1], both pictures of a pair changed
    alike: place, mirror, sharpness and tint, one random amount of each per pair (paper, supplementary). Returns the
    matrices [B, 2, 3] of `warped`."""
    count, size = len(pairs), out.shape[2]
    angle = np.radians(rng.uniform(-config.rotation, config.rotation, count))
    zoom = rng.uniform(1 - config.zoom, 1 + config.zoom, count)
    shift = rng.uniform(-2 * config.shift, 2 * config.shift, (count, 2))
    flip = np.where(rng.random(count) < 0.5, -1.0, 1.0) if config.flip else np.ones(count)
    gain = rng.uniform(1 - config.colour, 1 + config.colour, (count, 1, 1, 3)).astype(np.float32)
    offset = rng.uniform(-config.colour, config.colour, (count, 1, 1, 3)).astype(np.float32)
    levels = signed(np.arange(256, dtype=np.float32))[None, :, None]
    tints = np.clip(levels * gain + offset, -1, 1)  # [B, 1, 256, 3]
    sharper = rng.uniform(-config.sharpness, config.sharpness, count)
    matrices = _in_pixels(affine(angle, zoom, shift, flip).numpy().astype(np.float64), size)
    for i, pair in enumerate(pairs):
        for side, frame in enumerate(pair):
            moved = warped(frame, matrices[i])
            if config.sharpness > 0:
                moved = cv2.addWeighted(moved, 1 + sharper[i], cv2.blur(moved, (3, 3)), -sharper[i], 0)
            cv2.LUT(moved, tints[i], dst=out[side, i])
    return matrices


def warped(frame: np.ndarray, matrix: np.ndarray) -> np.ndarray:
    """A square picture uint8 [S, S, ...] looked up where matrix [2, 3] says for each pixel, mirrored at the border."""
    return cv2.warpAffine(
        frame,
        matrix,
        frame.shape[:2],
        flags=cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP,
        borderMode=cv2.BORDER_REFLECT,
    )


def affine(angle: np.ndarray, zoom: np.ndarray, shift: np.ndarray, flip: np.ndarray) -> Tensor:
    """Sampling matrices [N, 2, 3] from angles in radians, zoom (> 1: closer), shift in half sides, flip -1 or 1."""
    theta = torch.zeros(len(angle), 2, 3)
    cos, sin = (torch.from_numpy(f(angle) / zoom).float() for f in (np.cos, np.sin))
    mirror = torch.from_numpy(flip).float()
    theta[:, 0, 0], theta[:, 0, 1] = cos * mirror, -sin
    theta[:, 1, 0], theta[:, 1, 1] = sin * mirror, cos
    theta[:, :, 2] = torch.from_numpy(shift).float()
    return theta


def small_warps(count: int, rng: np.random.Generator) -> Tensor:
    """Random sampling matrices [N, 2, 3] for the equivariance loss: up to 20 degrees, 15 % zoom, 10 % shift."""
    angle = rng.uniform(-math.pi / 9, math.pi / 9, count)
    zoom = rng.uniform(0.85, 1.15, count)
    return affine(angle, zoom, rng.uniform(-0.2, 0.2, (count, 2)), np.ones(count))


def _in_pixels(theta: np.ndarray, size: int) -> np.ndarray:
    """Sampling matrices [N, 2, 3] on [-1, 1], whose ends are the picture's edges, as ones on pixel numbers."""
    pixels = theta.copy()
    # x = (u + 1) size / 2 - 1/2, for what is asked for and for what is found.
    middle = (size - 1) / 2
    pixels[:, :, 2] = theta[:, :, 2] * size / 2 + middle - theta[:, :, :2].sum(2) * middle
    return pixels
