"""A convolution of what is enlarged beforehand, without enlarging it where it is one of Winograd's.

By TensorFlow 1's rule every second row and column is there already, and the others are means: together with the kernel,
that makes another kernel of 3 x 3 for even places and one of 2 x 2 or 2 x 3 for odd ones, over the pixels that there
are. Transformed once at a quarter of the size, and with five points instead of six for two pixels, that takes 1.9
multiplications per output instead of 2.25. At the right and the lower edge, where the rule repeats a pixel, what this
adds beyond the picture is taken off again.
"""

from __future__ import annotations

import functools

import torch
from torch import Tensor
from torch.nn import functional as F

from engine.rendering.convolution import Convolution
from engine.rendering.upsampling import upsample_tf1
from engine.rendering.winograd import Winograd


class EnlargingConvolution:
    """weight [O, I, 3, 3] and bias [O] on their device and in their dtype; ReLU follows.

    `shape` [n, I, H, W] is what the kernel will mostly see, enlarged.
    """

    def __init__(self, weight: Tensor, bias: Tensor, shape: tuple[int, ...]) -> None:
        self._plain = Convolution(weight, bias, shape)
        self._winograd = _Enlarging(weight, bias) if _Enlarging.suits(weight) else None
        self.dtype = weight.dtype

    def __call__(self, x: Tensor) -> Tensor:
        """[n, I, H / 2, W / 2] -> [n, O, H, W]."""
        if self._winograd is not None and self._winograd.takes(x):
            return self._winograd(x, None, True)
        return self._plain(upsample_tf1(x))


class _Enlarging(Winograd):
    ENLARGING = True

    def edges(self, x: Tensor) -> tuple[Tensor, Tensor]:
        last_column, last_row = (_enlarged_line(x.select(axis, x.shape[axis] - 1)) for axis in (3, 2))
        # The corner is the column's.
        right = F.pad(last_column, (0, 0, 1, 0)), last_column[:, -1:]
        along, below = self._edge_weights
        return _along(torch.cat(right, 1), along), _along(F.pad(last_row, (0, 0, 1, 1)), below)

    @functools.cached_property
    def _edge_weights(self) -> tuple[Tensor, Tensor]:
        """Of the last column and the last row of the kernel, [3 I, O] each, filled up as the layer's outputs are."""
        more = len(self._laid_out[1]) - len(self._bias)
        lines = self._weight[:, :, :, 2], self._weight[:, :, 2]
        across, down = (F.pad(line.permute(2, 1, 0).flatten(0, 1), (0, more)).contiguous() for line in lines)
        return across, down


def _enlarged_line(x: Tensor) -> Tensor:
    """[n, C, L] -> [n, 2 L, C]."""
    following = torch.cat([x[..., 1:], x[..., -1:]], 2)
    return torch.stack([x, torch.lerp(x, following, 0.5)], 3).flatten(2).mT


def _along(padded: Tensor, weight: Tensor) -> Tensor:
    """padded [n, L + 2, C] by weight [3 C, O] of three places each -> [n, L, O]."""
    n, length, channels = padded.shape
    three = padded.unfold(1, 3, 1).transpose(2, 3).reshape(n * (length - 2), 3 * channels)
    return (three @ weight).view(n, length - 2, -1)
