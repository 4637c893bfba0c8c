"""Convolutions of 3 x 3 with a quarter of the multiplications: when they are used, and their kernels made ready.

Whether a layer takes part depends on its shape alone, whether a clip does on the device and precision, and on whether
this machine's kernels are there: `begin` has them made at the side, and a clip says in its `schedule` what it was made
with. They are for one thread, and for float32. A moving translator's compiled passes (`moving_kernels.py`) are made
along with them, and used in any precision. Numbers differ from plain ones in the fifth digit.
"""

from __future__ import annotations

import functools
import threading
from collections.abc import Generator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as F

from engine.rendering.upsampling import upsample_tf1

_FEWEST_INPUTS = 16  # with fewer channels, the transforms cost what the multiplications save
_FEWEST_OUTPUTS = 5  # as few as a picture and its mask have
_LEAST_FULL = 0.4  # of the outputs, filled up to whole vectors: of emptier ones nothing is gained
# Bytes of transformed tiles at a time: they should stay in a core's own cache, but every chunk reads the whole kernel,
# so that chunks grow with kernels that are larger than that.
_LEAST_CHUNK, _LARGEST_CHUNK = 2**19, 2**22
# G of F(4 x 4, 3 x 3), in the points 0, 1, -1, 2, -2 and infinity.
_KERNEL = (
    (1 / 4, 0, 0),
    (-1 / 6, -1 / 6, -1 / 6),
    (-1 / 6, 1 / 6, -1 / 6),
    (1 / 24, 1 / 12, 1 / 6),
    (1 / 24, -1 / 12, 1 / 6),
    (0, 0, 1),
)
# Three columns of a kernel, over what TensorFlow 1's rule makes of pixels a, b, c (means between them), are this of
# a, b and c themselves: at b's place, and at the one after it, which does not see a.
_ENLARGED = torch.tensor(
    [[[0.5, 0, 0], [0.5, 1, 0.5], [0, 0, 0.5]], [[0, 0, 0], [1, 0.5, 0], [0, 0.5, 1]]], dtype=torch.float64
)

_used: ContextVar[tuple[bool, bool]] = ContextVar("winograd", default=(False, False))  # convolutions, passes


@contextmanager
def winograd(use: bool, convolutions: bool = True) -> Generator[None]:
    """Within it, this thread's convolutions are of this kind where their shapes allow it, if `use`; `convolutions`
    False: compiled passes alone."""
    before = _used.set((use and convolutions, use))
    try:
        yield
    finally:
        _used.reset(before)


def convolving() -> bool:
    """Whether this thread's convolutions are of this kind where their shapes allow it."""
    return _used.get()[0] and _kernels is not None


def passes() -> Any:
    """The module of compiled passes (`moving_kernels.py`) where this thread may use them, otherwise None."""
    return _passes if _used.get()[1] else None


def begin() -> None:
    """Have the kernels made, or read from the disk, by a thread at the side. Calling it again changes nothing."""
    _maker()


def ready() -> bool:
    """Whether they are there and give what plain convolutions give."""
    return _kernels is not None


def wait() -> bool:
    """`ready`, once that is decided: half a second after `begin`, a few seconds the first time on a machine."""
    _maker().join()
    return ready()


class Winograd:
    """One layer: weight float32 [O, I, 3, 3], bias [O]; symmetric padding, stride 1. Laid out when first used."""

    ENLARGING = False
    """Whether it is of x enlarged to twice its height and width by TensorFlow 1's rule (`enlarging.py`)."""

    def __init__(self, weight: Tensor, bias: Tensor) -> None:
        self._weight, self._bias = weight, bias

    @staticmethod
    def suits(weight: Tensor) -> bool:
        """Whether a layer of this weight, on this device and in this dtype, may be one."""
        return weight.device.type == "cpu" and weight.dtype == torch.float32 and weight.shape[2:] == (3, 3)

    def takes(self, x: Tensor) -> bool:
        """Whether it is used now, and has an advantage for x [n, I, H, W]."""
        if not convolving():
            return False
        count, inputs, height, width = x.shape
        fits = height % 4 == width % 4 == 0 and inputs >= _FEWEST_INPUTS
        outputs = len(self._bias)
        fits = fits and outputs >= max(_FEWEST_OUTPUTS, _LEAST_FULL * _filled_up(outputs, _kernels.LANES))
        return fits and count * height * width >= 16 * _kernels.ROWS

    def __call__(self, x: Tensor, plus: Tensor | None, rectify: bool) -> Tensor:
        """x [n, I, H, W] -> [n, O, H, W], both float32, channels last; `plus` as the result, added before ReLU, and
        none with what enlarges."""
        outputs = len(self._bias)
        if plus is not None and outputs % _kernels.LANES:
            plus = F.pad(plus, (0, 0, 0, 0, 0, _filled_up(outputs, _kernels.LANES) - outputs))
        return _convolved(_kernels, x, *self._laid_out, plus, rectify, self.edges(x))[:, :outputs]

    def edges(self, x: Tensor) -> tuple[Tensor, Tensor] | None:
        """Of what enlarges: what it makes too much of the last column [n, 2 H, O] and row [n, 2 W, O] for x."""
        return None

    @functools.cached_property
    def _laid_out(self) -> tuple[np.ndarray, np.ndarray]:
        more = _filled_up(len(self._bias), _kernels.LANES) - len(self._bias)
        weight, bias = np.pad(self._weight.numpy(), ((0, more), *[(0, 0)] * 3)), np.pad(self._bias.numpy(), (0, more))
        return transformed(weight, _kernels.LANES, self.ENLARGING), bias


def _filled_up(outputs: int, lanes: int) -> int:
    return -(-outputs // lanes) * lanes


def transformed(weight: np.ndarray, lanes: int, enlarging: bool = False) -> np.ndarray:
    """float32 [36, C O] of weight [O, I, 3, 3]: G w G^T, with I filled up to C, a multiple of `lanes`.

    In memory two vectors of outputs come at a time, and of each, one input after another. enlarging: [121, C O], for
    what is enlarged beforehand: of even rows and columns, of even rows and odd columns and so on, without the zeros.
    """
    outputs, inputs = weight.shape[:2]
    g = torch.tensor(_KERNEL, dtype=torch.float64)
    sides = [g @ each for each in (_ENLARGED if enlarging else (torch.eye(3, dtype=torch.float64),))]
    # By torch, as products of matrices: the same as one sum over both sides, in a sixth of the time.
    rows = [torch.tensordot(down[odd:], _inputs_first(weight), ([1], [0])) for odd, down in enumerate(sides)]
    blocks = [torch.tensordot(along[late:], row, ([1], [1])) for row in rows for late, along in enumerate(sides)]
    products = torch.cat([block.transpose(0, 1).reshape(-1, inputs, outputs) for block in blocks])
    products = F.pad(products, (0, 0, 0, -inputs % lanes)).numpy()
    panels = [products[:, :, o : o + 2 * lanes].reshape(len(products), -1) for o in range(0, outputs, 2 * lanes)]
    return np.ascontiguousarray(np.concatenate(panels, 1), np.float32)


def _inputs_first(weight: np.ndarray) -> Tensor:
    """float64 [3, 3, I, O] of [O, I, 3, 3]."""
    return torch.from_numpy(weight).double().permute(2, 3, 1, 0).contiguous()


def _convolved(
    kernels: Any,
    x: Tensor,
    kernel: np.ndarray,
    bias: np.ndarray,
    plus: Tensor | None,
    rectify: bool,
    edges: tuple[Tensor, Tensor] | None = None,
) -> Tensor:
    """edges: of what is enlarged beforehand, what is too much in its last column and row."""
    scale = 1 if edges is None else 2
    shape = len(x), len(bias), scale * x.shape[2], scale * x.shape[3]
    y = torch.empty(shape, memory_format=torch.channels_last)
    out = _pixels_first(y)
    more = out if plus is None else _pixels_first(plus)
    chunk = min(max(_LEAST_CHUNK, kernel.nbytes // 2), _LARGEST_CHUNK)
    tile_bytes = 36 * 4 * (x.shape[1] + len(bias))
    tiles = max(1, chunk // tile_bytes // kernels.ROWS) * kernels.ROWS
    # No more than there are, a whole number of them at a time.
    tiles = min(tiles, _filled_up(len(x) * x.shape[2] * x.shape[3] // 16, kernels.ROWS))
    least = np.float32(0 if rectify else -np.inf)
    right, below = (each.numpy() for each in edges or (torch.empty(0, 0, 0),) * 2)
    kernels.convolve(_pixels_first(x), kernel, bias, more, int(plus is not None), least, tiles, right, below, out)
    return y


def _pixels_first(x: Tensor) -> np.ndarray:
    """The memory of x [n, C, H, W] as an array [n, H, W, C]."""
    return x.contiguous(memory_format=torch.channels_last).permute(0, 2, 3, 1).numpy()


_kernels: Any = None  # the module of the kernels, once it is known to work
_passes: Any = None  # and the other one, which is there when that is


@functools.cache
def _maker() -> threading.Thread:
    thread = threading.Thread(target=_make, name="makes convolutions", daemon=True)
    thread.start()
    return thread


def _make() -> None:
    global _kernels, _passes
    try:
        from engine.rendering import moving_kernels, winograd_kernels

        _passes = moving_kernels
        _kernels = winograd_kernels if _works(winograd_kernels) else None
    except Exception:  # numba may be missing for a platform, or its cache unwritable: plain convolutions serve
        _kernels = None


def _works(kernels: Any) -> bool:
    """Whether they give what plain convolutions give, at every border, with channels that fill no vector."""
    chance = np.random.RandomState(0)
    inputs, outputs = kernels.LANES + 3, 3 * kernels.LANES
    x, weight, bias, plus = (
        torch.from_numpy(chance.normal(size=shape).astype(np.float32))
        for shape in ((2, inputs, 8, 12), (outputs, inputs, 3, 3), (outputs,), (2, outputs, 8, 12))
    )
    x, kernel = x.contiguous(memory_format=torch.channels_last), transformed(weight.numpy(), kernels.LANES)
    plain = F.conv2d(x, weight, bias, padding=1)
    one, other = (_convolved(kernels, x, kernel, bias.numpy(), *more) for more in ((None, False), (plus, True)))
    works = torch.allclose(one, plain, atol=1e-3) and torch.allclose(other, (plain + plus).relu(), atol=1e-3)
    enlarging, none = (
        transformed(weight.numpy(), kernels.LANES, True),
        [torch.zeros(2, side, outputs) for side in (16, 24)],
    )
    enlarged = _convolved(kernels, x, enlarging, bias.numpy(), None, False, (none[0], none[1]))[:, :, :-1, :-1]
    plain = F.conv2d(upsample_tf1(x), weight, bias, padding=1)[:, :, :-1, :-1]  # the last ones lack their edges
    return works and torch.allclose(enlarged, plain, atol=1e-3)
