"""Random changes of pictures that belong together, all of them changed alike, and of what is known beside them.

Pictures are changed as bytes by OpenCV, one at a time: a fraction of what float batches cost.
"""

from __future__ import annotations

import math

import cv2
import numpy as np
import torch
from torch import Tensor

from engine.pixels import signed
from training.runs.config import AugmentConfig


def shrunk(frame: np.ndarray, size: int) -> np.ndarray:
    """A frame uint8 [S, S, 3] at `size` px, each pixel the mean of those it stands for."""
    if len(frame) == size:
        return frame
    return cv2.resize(frame, (size, size), interpolation=cv2.INTER_AREA if len(frame) > size else cv2.INTER_LINEAR)


def augment(groups: list, config: AugmentConfig, rng: np.random.Generator, out: np.ndarray) -> np.ndarray:
    """Write B groups of G pictures uint8 [S, S, 3] into `out`, float32 [G, B, S, S, 3] in [-1, 1], the pictures of a
    group changed alike: place, mirror, sharpness and tint, one random amount of each (paper, supplementary). Returns
    the matrices [B, 2, 3] of `warped`."""
    count, size = len(groups), out.shape[2]
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
    for i, group in enumerate(groups):
        for side, frame in enumerate(group):
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


def on_another_grid(matrix: np.ndarray, size: int, cells: int) -> np.ndarray:
    """A matrix of `warped` for pictures of `size` px as one for grids of `cells` cells over the same picture."""
    scale = size / cells
    middle = (scale - 1) / 2
    grid = matrix.astype(np.float64)
    grid[:, 2] = (matrix[:, :2].sum(1) * middle + matrix[:, 2] - middle) / scale
    return grid


def _in_pixels(theta: np.ndarray, size: int) -> np.ndarray:
    """Sampling matrices [N, 2, 3] on [-1, 1], whose ends are the picture's edges, as ones on pixel numbers."""
    pixels = theta.copy()
    # x = (u + 1) size / 2 - 1/2, for what is asked for and for what is found.
    middle = (size - 1) / 2
    pixels[:, :, 2] = theta[:, :, 2] * size / 2 + middle - theta[:, :, :2].sum(2) * middle
    return pixels
