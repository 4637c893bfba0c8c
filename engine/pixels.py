"""Pixels as bytes, 0..255, and as the networks see them, -1..1. Torch comes only with the tensors."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, overload

import numpy as np

if TYPE_CHECKING:
    import torch
    from torch import Tensor


@overload
def signed(levels: np.ndarray, out: np.ndarray | None = None) -> np.ndarray: ...
@overload
def signed(levels: Tensor) -> Tensor: ...
def signed(levels: Any, out: np.ndarray | None = None) -> Any:
    """Levels 0..255 as numbers in [-1, 1]: of bytes, a tensor gives float32, an array float64 or what `out` is."""
    if out is None:
        return levels / 127.5 - 1
    np.divide(levels, 127.5, out=out)
    out -= 1
    return out


def to_levels(numbers: np.ndarray) -> np.ndarray:
    """The inverse of `signed`, neither clipped nor rounded: numbers around [-1, 1] as levels around 0..255."""
    return numbers * 127.5 + 127.5


def from_bytes(pixels: np.ndarray, device: torch.device) -> Tensor:
    """uint8 [n, H, W, 3] -> float32 [n, 3, H, W] in [-1, 1] on the device; in memory the channels stay last."""
    import torch

    return signed(torch.tensor(pixels).to(device).permute(0, 3, 1, 2))


def to_bytes(images: Tensor) -> np.ndarray:
    """[n, 3, H, W] around [-1, 1] -> uint8 [n, H, W, 3], clipped and rounded; [n, 1, H, W] -> [n, H, W]."""
    import cv2
    import torch

    # The conversion truncates: 128 is 127.5 and the half that makes it round.
    levels = torch.add(images.new_tensor(128), images, alpha=127.5).clamp_(0, 255).to(torch.uint8).cpu().numpy()
    if levels.shape[1] == 1:
        return levels[:, 0]
    # OpenCV interleaves planes faster than NumPy or torch (docs/performance.md).
    pixels = np.empty((len(levels), *levels.shape[2:], levels.shape[1]), np.uint8)
    for planes, picture in zip(levels, pixels, strict=True):
        cv2.merge(tuple(planes), picture)
    return pixels
