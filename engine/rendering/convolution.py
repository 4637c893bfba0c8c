"""A convolution with what follows it (bias, an addition, ReLU) as one operation where the device offers one.

On CPUs with oneDNN the fused operation saves two passes over memory per layer, and its weights are laid out once at
load instead of at every call. It is not public in torch, so it is tried against the plain operations first and
silently done without when it is missing or differs. Within `winograd(True)`, a layer whose shape suits is done by that.
"""

import functools
import itertools
from collections.abc import Callable
from math import prod
from typing import TYPE_CHECKING, cast

import torch
from torch import Tensor
from torch.nn import functional as F

from engine.rendering.winograd import Winograd

if TYPE_CHECKING:
    from torch.utils.flop_counter import FlopCounterMode


class Convolution:
    """weight [O, I / groups, k, k], k odd, and bias [O] on their device and in their dtype; symmetric padding.

    `shape` [n, I, H, W] is the input it will mostly see; `limit`: of what ReLU lets through, if any.
    """

    def __init__(
        self,
        weight: Tensor,
        bias: Tensor,
        shape: tuple[int, ...],
        rectify: bool = True,
        stride: int = 1,
        groups: int = 1,
        limit: float | None = None,
    ) -> None:
        self._weight = weight.contiguous(memory_format=torch.channels_last)
        self._bias = bias
        self.dtype = weight.dtype
        self._rectify, self._limit = rectify, limit
        self._stride, self._groups, self._padding = stride, groups, weight.shape[-1] // 2
        self._packed = None
        plainest = stride == groups == 1 and limit is None
        self._winograd = Winograd(self._weight, bias) if plainest and Winograd.suits(weight) else None
        if weight.device.type == "cpu" and fusing_works(weight.dtype):
            self._packed = _pack(self._weight, shape, stride, groups)

    def __call__(self, x: Tensor, plus: Tensor | None = None) -> Tensor:
        """[n, I, H, W] -> relu(convolution + bias + plus); `plus` [n, O, H, W], not with a limit."""
        if self._winograd is not None and self._winograd.takes(x):
            return self._winograd(x, plus, self._rectify)
        if self._packed is not None:
            geometry = [self._padding] * 2, [self._stride] * 2, [1, 1], self._groups
            return _fused(x, self._packed, self._bias, plus, self._rectify, geometry, self._limit)
        y = F.conv2d(x, self._weight, self._bias, self._stride, self._padding, groups=self._groups)
        if plus is not None:
            y += plus
        return y.clamp_(0, self._limit) if self._rectify else y


@functools.cache
def fusing_works(dtype: torch.dtype) -> bool:
    """Whether oneDNN's fused convolution is here and agrees with the plain one."""
    try:
        with torch.inference_mode(), torch.random.fork_rng(devices=[]):
            torch.manual_seed(0)
            x, weight = (torch.randn(2, 8, 8, 8), torch.randn(16, 8, 3, 3) / 8)
            bias, plus = torch.randn(16), torch.randn(2, 16, 8, 8)
            x, weight, bias, plus = (
                t.to(dtype).contiguous(memory_format=torch.channels_last) if t.ndim == 4 else t.to(dtype)
                for t in (x, weight, bias, plus)
            )
            packed, geometry = _pack(weight, tuple(x.shape)), ([1, 1], [1, 1], [1, 1], 1)
            plain = F.conv2d(x.float(), weight.float(), bias.float(), padding=1)
            expected = {(True, False): plain.relu(), (False, False): plain, (True, True): (plain + plus).relu()}
            limited = _fused(x, packed, bias, None, True, geometry, 0.5).float()
            return torch.allclose(limited, plain.clamp(0, 0.5), atol=0.05) and all(
                torch.allclose(_fused(x, packed, bias, plus if add else None, rectify, geometry).float(), y, atol=0.05)
                for (rectify, add), y in expected.items()
            )
    except Exception:  # a private operation may change or vanish in any way: then the plain one serves
        return False


def _pack(weight: Tensor, shape: tuple[int, ...], stride: int = 1, groups: int = 1) -> Tensor:
    padding = [weight.shape[-1] // 2] * 2
    reorder = cast(Callable, torch._C._nn.mkldnn_reorder_conv2d_weight)  # takes the input's shape, too
    return reorder(weight.to_mkldnn(), padding, [stride] * 2, [1, 1], groups, list(shape))


_Geometry = tuple[list[int], list[int], list[int], int]  # padding, stride, dilation, groups


def _fused(
    x: Tensor,
    packed: Tensor,
    bias: Tensor,
    plus: Tensor | None,
    rectify: bool,
    geometry: _Geometry,
    limit: float | None = None,
) -> Tensor:
    operation = torch.ops.mkldnn._convolution_pointwise
    if plus is None:
        if rectify and limit is not None:
            return operation(x, packed, bias, *geometry, "hardtanh", [0.0, limit], "")
        return operation(x, packed, bias, *geometry, "relu" if rectify else "none", [], "")
    return operation.binary(x, plus, packed, bias, *geometry, "add", 1.0, "relu" if rectify else None, [], None)


def arithmetic() -> "FlopCounterMode":
    """A context that counts the floating point operations executed in it, those of fused convolutions among them.

    Convolutions and products of matrices count, two for each multiplication and addition; nothing else does.
    """
    from torch.utils.flop_counter import FlopCounterMode

    mapping = {torch.ops.mkldnn._convolution_pointwise: _fused_flop} if fusing_works(torch.float32) else {}
    return FlopCounterMode(display=False, custom_mapping=mapping)


def _fused_flop(*shapes, out_shape: tuple[int, ...], **_) -> int:
    """Of one call of `_fused`: arguments with a shape are x, then perhaps `plus`, then the kernel, then the bias."""
    kernel = next(later for later, bias in itertools.pairwise(shapes) if len(bias) == 1)
    outputs = prod(out_shape) // kernel[0]  # pixels of all frames, each of them with every kernel
    return 2 * outputs * prod(kernel)
