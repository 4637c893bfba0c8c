"""A moving translator's frames by the compiled passes of `moving_kernels.py`: tensors in, tensors and bytes out.

What a pass reads lies pixel by pixel, laid out once for a photo. float32, on the CPU, one thread.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import torch
from torch import Tensor

from engine.networks.moving_fields import Fields
from engine.networks.source_layers import Layers, certain
from engine.rendering.renderer import Pixels

FEWEST = 4  # channels that a pass can carry


class PhotoArrays:
    """What the passes read of one photo: see `moving_kernels.py` for their shapes."""

    def __init__(self, layers: Layers, keypoints: Tensor, tried: Tensor, carried: Tensor, plate: Tensor) -> None:
        """layers of one photo, its keypoints [1, K, 2] as positions, tried [K, 5, h, h], carried [1, B, 2h, 2h], plate
        [1, 3, 2h, 2h]."""
        self.keypoints = _array(keypoints[0])
        self.tried = _array(tried.permute(0, 2, 3, 1))
        self.carried, self.plate = (_array(x[0].permute(1, 2, 0)) for x in (carried, plate))
        self.figure = _array(torch.cat([layers.figure, layers.cover], 1)[0].permute(1, 2, 0))
        self.behind = _array(torch.stack([layers.plate[0], layers.painted[0], layers.kept[0].expand(3, -1, -1)]))


def looked_up(
    passes: Any, photo: PhotoArrays, flow: Tensor, inverse: Tensor, rows: Tensor, columns: Tensor
) -> tuple[Tensor, Tensor]:
    """(scores [n, K, h, h], seen [n h h, 6 K]) of frames with parts' flow [n, K, 6] and Gaussians [n, K, h]."""
    (n, k), h = flow.shape[:2], photo.tried.shape[1]
    scores, seen = torch.empty(n, k, h, h), torch.empty(n, h * h, 6 * k)
    given = (_array(x) for x in (flow, inverse, rows, columns))
    flow_, inverse_, rows_, columns_ = given
    passes.looked_up(
        photo.tried, flow_, photo.keypoints, inverse_, rows_, columns_, scores.flatten(2).numpy(), seen.numpy()
    )
    return scores, seen.flatten(0, 1)


def joined(passes: Any, photo: PhotoArrays, scores: Tensor, flow: Tensor, narrow: Tensor) -> tuple[Tensor, Tensor]:
    """(positions [n, 2h, 2h, 2], what the fine stage sees [n, C, 2h, 2h], channels last) of scores [n, K, h, h], flow
    [n, K, 6] and narrow [n, A, h, h]."""
    n, size = len(scores), len(photo.carried)
    narrow_ = _array(narrow.permute(0, 2, 3, 1))
    channels = narrow_.shape[3] + photo.carried.shape[2] + photo.plate.shape[2]
    rough, out = torch.empty(n, size, size, 2), torch.empty(n, size, size, channels)
    passes.joined(_array(scores), _array(flow), narrow_, photo.carried, photo.plate, rough.numpy(), out.numpy())
    return rough, out.permute(0, 3, 1, 2)


def as_pixels(passes: Any, photo: PhotoArrays, fields: Fields) -> Pixels:
    """The frames that `moving_fields.compose` makes of a decided photo, as bytes."""
    together = torch.cat([fields.positions.permute(0, 3, 1, 2), fields.cover, fields.own, fields.drawn], 1)
    shape = len(together), *photo.figure.shape[:2]
    frames, crude = (np.empty((*shape, 3), np.uint8) for _ in range(2))
    masks = np.empty(shape, np.uint8)
    slope = certain(1.0) - certain(0.0)
    passes.as_pixels(photo.figure, _array(together), slope, certain(0.0) / slope, photo.behind, frames, crude, masks)
    return Pixels(frames, crude, masks)


def _array(x: Tensor) -> np.ndarray:
    return x.float().contiguous().numpy()
