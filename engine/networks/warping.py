"""Pictures and features moved by a field of positions, and holes in them filled from around.

Positions are (x, y) in [-1, 1], -1 the first column's outer edge and +1 the last one's: what a field says then holds at
any resolution. Keypoints, whose -1 is the middle of a cell, are brought there by `on_edges`.
"""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional as F


def on_edges(keypoints: Tensor, cells: int) -> Tensor:
    """Keypoints [..., 2] from a map of `cells` columns, -1 the middle of the first, as positions."""
    return keypoints * ((cells - 1) / cells)


def positions(size: int, like: Tensor) -> Tensor:
    """The middles of a size x size grid's cells as positions [size, size, 2], of the device and dtype of `like`."""
    middles = (torch.arange(size, device=like.device, dtype=like.dtype) * 2 + 1) / size - 1
    return torch.stack(torch.meshgrid(middles, middles, indexing="xy"), -1)


def sampled(pictures: Tensor, at: Tensor) -> Tensor:
    """pictures [N, C, h, w] looked up, bilinearly, at positions [N, H, W, 2] -> [N, C, H, W], float32."""
    return F.grid_sample(pictures.float(), at.float(), padding_mode="border", align_corners=False)


def enlarged(x: Tensor, size: int) -> Tensor:
    """A smooth field [N, C, h, h] at size x size, bilinearly."""
    return x if x.shape[-1] == size else F.interpolate(x, (size, size), mode="bilinear", align_corners=False)


def filled(picture: Tensor, weight: Tensor) -> Tensor:
    """picture [N, C, S, S] where weight [N, 1, S, S] in [0, 1] is 1; elsewhere the nearer surroundings' mean.

    A pyramid: each level covers what the finer ones leave open (Gortler et al., The Lumigraph, 1996: push-pull).
    """
    known, levels = torch.cat([picture * weight, weight], 1), []
    while known.shape[-1] % 2 == 0:
        levels.append(known)
        known = F.avg_pool2d(known, 2)
    colour = known[:, :-1] / known[:, -1:].clamp_min(1e-3)
    for known in reversed(levels):
        colour = known[:, :-1] + (1 - known[:, -1:]) * F.interpolate(
            colour, scale_factor=2, mode="bilinear", align_corners=False
        )
    return colour
