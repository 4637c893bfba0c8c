"""Between maps and coordinates: soft-argmax and Gaussian maps, as pure functions (paper section 3.1).

Coordinates are (x, y) in [-1, 1]: -1 is the centre of the first column or row, +1 the centre of the last.
"""

from __future__ import annotations

import torch
from torch import Tensor


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
    grid = torch.linspace(-1, 1, size, device=keypoints.device, dtype=keypoints.dtype)
    columns, rows = torch.exp(-(((grid - keypoints[..., None]) * inv_std) ** 2)).unbind(2)
    return rows[..., :, None] * columns[..., None, :]
