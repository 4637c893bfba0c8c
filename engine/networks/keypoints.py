"""Between maps and coordinates: soft-argmax and Gaussian maps, as pure functions (paper section 3.1).

Coordinates are (x, y) in [-1, 1]: -1 is the centre of the first column or row, +1 the centre of the last.
"""

from __future__ import annotations

import math

import torch
from torch import Tensor
from torch.nn import functional as F

CARRY_INV_STD = 6.0  # how local a keypoint's pull is: its inverse reach in half sides
CARRY_STILL = 4.0  # places further than sqrt(this) reaches from every keypoint stay where they are


def soft_argmax(maps: Tensor, rule: str = "marginal", scale: float = 1.0) -> Tensor:
    """Expected coordinates of K score maps, [N, K, H, W] -> [N, K, 2], computed in float32.

    rule "marginal": the paper's, a softmax over the column means for x and over the row means for y.
    rule "joint": one softmax over the whole map, then its mean; it starts learning where the marginal one stays
    at the centre when the moving object is small. `scale` multiplies the scores before the softmax.
    """
    maps = maps.float() * scale
    height, width = maps.shape[2:]
    if rule == "joint":
        weights = maps.flatten(2).softmax(-1).view_as(maps)
        columns, rows = weights.sum(2), weights.sum(3)
    else:
        columns, rows = maps.mean(2).softmax(-1), maps.mean(3).softmax(-1)
    xs = torch.linspace(-1, 1, width, device=maps.device)
    ys = torch.linspace(-1, 1, height, device=maps.device)
    return torch.stack([columns @ xs, rows @ ys], -1)


def gaussian_maps(keypoints: Tensor, size: int, inv_std: float) -> Tensor:
    """Isotropic Gaussians exp(-((gx - x)^2 + (gy - y)^2) * inv_std^2), [N, K, 2] -> [N, K, size, size].

    The grid is linspace(-1, 1, size) both ways; the peak is 1. Separable, so it costs two rows and an outer product.
    """
    columns, rows = (bells(keypoints[..., axis], size, inv_std) for axis in (0, 1))
    return rows[..., :, None] * columns[..., None, :]


def carried(features: Tensor, source: Tensor, target: Tensor) -> Tensor:
    """Source features moved as the keypoints move from `source` to `target`: a first guess at what is where.

    features [N or 1, C, h, w], source [N or 1, K, 2], target [N, K, 2] -> [N, C, h, w], float32. Every place of the
    target follows the keypoints near it (softmax over squared distances, with standing still as one more choice)
    back to the source, as in keypoint-driven warping (Siarohin et al., 2019, zero-order motion).
    """
    count, (height, width) = target.shape[0], features.shape[2:]
    columns = bells(target[..., 0], width, CARRY_INV_STD)
    rows = bells(target[..., 1], height, CARRY_INV_STD).transpose(1, 2)
    # The softmax's numerators are products of a row and a column, so their sums over k are products of matrices.
    shift = (source - target).unbind(-1)
    pull = rows @ columns + math.exp(-CARRY_STILL)
    flow = torch.stack([rows @ (along[..., None] * columns) / pull for along in shift], -1)
    xs = torch.linspace(-1, 1, width, device=target.device)
    ys = torch.linspace(-1, 1, height, device=target.device)
    positions = torch.stack(torch.meshgrid(xs, ys, indexing="xy"), -1) + flow
    features = features.float().expand(count, -1, -1, -1)
    return F.grid_sample(features, positions, padding_mode="border", align_corners=True)


def bells(coordinates: Tensor, size: int, inv_std: float) -> Tensor:
    """Of separable Gaussians: exp(-((g - c) * inv_std)^2) on the grid linspace(-1, 1, size), [N, K] -> [N, K, size]."""
    grid = torch.linspace(-1, 1, size, device=coordinates.device, dtype=coordinates.dtype)
    return torch.exp(-(((grid - coordinates[..., None]) * inv_std) ** 2))
