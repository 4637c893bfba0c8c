"""3x3 convolutions by Winograd's F(4 x 4, 3 x 3), compiled for this CPU by numba: a quarter of the multiplications.

Every 4 x 4 outputs come from 6 x 6 inputs: these are transformed (sums), multiplied by the transformed kernel, one
matrix product for each of the 36, and transformed back. Tiles go through in chunks that stay in the cache, and what
follows a convolution (bias, an addition, ReLU) is done on the way out. What enlarges a picture before it can be done on
the way in, at the smaller size. Lavin and Gray, Fast Algorithms for
Convolutional Neural Networks (2016). The innermost parts are written as vector instructions: so their sums stay in
registers, which a compiler does not find out by itself.

Importing this compiles it: some seconds once for a machine, then half a second. `winograd.py` does so at the side.
"""

import platform
from collections.abc import Callable
from typing import Any

import llvmlite.binding
import numpy as np
from llvmlite import ir
from numba import njit, types
from numba.core import cgutils
from numba.extending import intrinsic

_FEATURES = llvmlite.binding.get_host_cpu_features()
if platform.machine().lower() in ("x86_64", "amd64") and not _FEATURES.get("fma"):
    raise ImportError("without fused multiplications and additions, these are slower than plain convolutions")
_WIDE = _FEATURES.get("avx512f", False)
LANES = 16 if _WIDE else 8
"""Numbers in a vector of this CPU; inputs are filled up to a multiple of it, outputs have to be one."""
ROWS = 12 if _WIDE else 6
"""Tiles multiplied at a time: their sums, two vectors each, fill the CPU's registers."""

_FLOAT, _SIZE = ir.FloatType(), 4
_VECTOR = ir.VectorType(_FLOAT, LANES)
_INDEX = ir.IntType(64)


def _instruction(code: Callable) -> Any:
    """numba's `intrinsic`: a function for compiled functions, given as the instructions that it consists of."""
    return intrinsic(code)


def _at(builder: ir.IRBuilder, address: ir.Value, kind: ir.Type) -> ir.Value:
    return builder.inttoptr(address, kind.as_pointer())


def _load(builder: ir.IRBuilder, address: ir.Value) -> ir.Value:
    value = builder.load(_at(builder, address, _VECTOR))
    value.align = _SIZE
    return value


def _store(builder: ir.IRBuilder, value: ir.Value, address: ir.Value) -> None:
    builder.store(value, _at(builder, address, _VECTOR)).align = _SIZE


def _everywhere(builder: ir.IRBuilder, number: ir.Value) -> ir.Value:
    """A number in every lane."""
    one = builder.insert_element(ir.Constant(_VECTOR, ir.Undefined), number, ir.Constant(ir.IntType(32), 0))
    lanes = ir.Constant(ir.VectorType(ir.IntType(32), LANES), [0] * LANES)
    return builder.shuffle_vector(one, ir.Constant(_VECTOR, ir.Undefined), lanes)


def _multiplied_added(builder: ir.IRBuilder, a: ir.Value, b: ir.Value, c: ir.Value) -> ir.Value:
    """a b + c with one rounding."""
    kind = ir.FunctionType(_VECTOR, [_VECTOR] * 3)
    return builder.call(cgutils.get_or_insert_function(builder.module, kind, f"llvm.fma.v{LANES}f32"), [a, b, c])


def _times(builder: ir.IRBuilder, factor: float, a: ir.Value, plus: ir.Value) -> ir.Value:
    """factor a + plus."""
    constant = ir.Constant(_VECTOR, [ir.Constant(_FLOAT, factor)] * LANES)
    return _multiplied_added(builder, constant, a, plus)


def _input_transformed(builder: ir.IRBuilder, d: list[ir.Value]) -> list[ir.Value]:
    """B^T d of six numbers."""
    add, subtract = builder.fadd, builder.fsub
    even, odd = _times(builder, -4, d[2], d[4]), _times(builder, -4, d[1], d[3])
    apart, across = subtract(d[4], d[2]), subtract(d[3], d[1])
    first = _times(builder, 4, d[0], _times(builder, -5, d[2], d[4]))
    last = _times(builder, 4, d[1], _times(builder, -5, d[3], d[5]))
    more, less = _times(builder, 2, across, apart), _times(builder, -2, across, apart)
    return [first, add(even, odd), subtract(even, odd), more, less, last]


def _output_transformed(builder: ir.IRBuilder, m: list[ir.Value]) -> list[ir.Value]:
    """A^T m of six numbers: four."""
    add, subtract = builder.fadd, builder.fsub
    near, far = (add(m[1], m[2]), subtract(m[1], m[2])), (add(m[3], m[4]), subtract(m[3], m[4]))
    return [
        add(m[0], add(near[0], far[0])),
        _times(builder, 2, far[1], near[1]),
        _times(builder, 4, far[0], near[0]),
        add(_times(builder, 8, far[1], near[1]), m[5]),
    ]


def _emitting(emit: Callable[..., None], count: int, numbers: int = 0) -> Any:
    """An intrinsic of `count` addresses and strides in bytes, and then `numbers` float32, that does `emit`."""
    signature = types.void(*[types.intp] * count, *[types.float32] * numbers)

    def code(context: Any, builder: ir.IRBuilder, _signature: Any, args: tuple) -> Any:
        emit(builder, *args)
        return context.get_dummy_value()

    return signature, code


@_instruction
def transform_input(_context, patch, down, right, out, apart):
    """The 6 x 6 vectors at `patch` (`down`, `right`: from one to the next) to 36 at `out`, `apart` from each other."""

    def emit(builder: ir.IRBuilder, patch, down, right, out, apart) -> None:
        rows = [builder.add(patch, builder.mul(down, _INDEX(i))) for i in range(6)]
        columns = []
        for j in range(6):
            step = builder.mul(right, _INDEX(j))
            columns.append(_input_transformed(builder, [_load(builder, builder.add(row, step)) for row in rows]))
        for i in range(6):
            for j, value in enumerate(_input_transformed(builder, [column[i] for column in columns])):
                _store(builder, value, builder.add(out, builder.mul(apart, _INDEX(6 * i + j))))

    return _emitting(emit, 5)


@_instruction
def transform_output(_context, product, apart, bias, plus, plus_there, out, down, right, least):
    """36 vectors at `product`, `apart` from each other, to 4 x 4 at `out`, with the bias, and with what lies at `plus`
    as at `out`, times `plus_there` (0 or 1); nothing below `least`."""

    def emit(builder, product, apart, bias, plus, plus_there, out, down, right, least) -> None:
        columns = []
        for j in range(6):
            at = [builder.add(product, builder.mul(apart, _INDEX(6 * i + j))) for i in range(6)]
            columns.append(_output_transformed(builder, [_load(builder, a) for a in at]))
        offset, floor = _load(builder, bias), _everywhere(builder, least)
        there = builder.icmp_signed("!=", plus_there, _INDEX(0))
        for i in range(4):
            row = builder.mul(down, _INDEX(i))
            for j, value in enumerate(_output_transformed(builder, [column[i] for column in columns])):
                at = builder.add(row, builder.mul(right, _INDEX(j)))
                value = builder.fadd(value, offset)
                more = _load(builder, builder.add(plus, builder.select(there, at, _INDEX(0))))
                value = builder.fadd(value, builder.select(there, more, ir.Constant(_VECTOR, None)))
                value = builder.select(builder.fcmp_ordered(">", value, floor), value, floor)
                _store(builder, value, builder.add(out, at))

    return _emitting(emit, 8, 1)


def _multiplying(vectors: int) -> Any:
    """An intrinsic that multiplies [ROWS, depth] by [depth, vectors * LANES]."""

    @_instruction
    def multiply(_context, left, left_down, right, depth, out, out_down):
        def emit(builder: ir.IRBuilder, left, left_down, right, depth, out, out_down) -> None:
            before, loop = builder.block, builder.append_basic_block("depth")
            after = builder.append_basic_block("summed")
            starts = [builder.add(left, builder.mul(left_down, _INDEX(i))) for i in range(ROWS)]
            builder.branch(loop)
            builder.position_at_end(loop)
            step = builder.phi(_INDEX)
            sums = [[builder.phi(_VECTOR) for _ in range(vectors)] for _ in range(ROWS)]
            at = builder.add(right, builder.mul(step, _INDEX(vectors * LANES * _SIZE)))
            weights = [_load(builder, builder.add(at, _INDEX(v * LANES * _SIZE))) for v in range(vectors)]
            along = builder.mul(step, _INDEX(_SIZE))
            results = []
            for start, row in zip(starts, sums, strict=True):
                number = _everywhere(builder, builder.load(_at(builder, builder.add(start, along), _FLOAT)))
                both = zip(weights, row, strict=True)
                results.append([_multiplied_added(builder, number, weight, value) for weight, value in both])
            following = builder.add(step, _INDEX(1))
            builder.cbranch(builder.icmp_signed("<", following, depth), loop, after)
            step.add_incoming(_INDEX(0), before)
            step.add_incoming(following, loop)
            for row, new in zip(sums, results, strict=True):
                for value, next_value in zip(row, new, strict=True):
                    value.add_incoming(ir.Constant(_VECTOR, None), before)
                    value.add_incoming(next_value, loop)
            builder.position_at_end(after)
            for i, row in enumerate(results):
                for v, value in enumerate(row):
                    start = builder.add(out, builder.mul(out_down, _INDEX(i)))
                    _store(builder, value, builder.add(start, _INDEX(v * LANES * _SIZE)))

        return _emitting(emit, 6)

    return multiply


multiply_two, multiply_one = _multiplying(2), _multiplying(1)


_APART = 16  # numbers between one plane of a chunk and the next: else all 36 would fall on the same lines of a cache
_PICTURES, _NUMBERS, _STRIPS = types.float32[:, :, :, ::1], types.float32[::1], types.float32[:, :, ::1]
_GIVEN = (_PICTURES, types.float32[:, ::1], _NUMBERS, _PICTURES, types.intp, types.float32, types.intp)


@njit
def _gathered(x, picture, top, left, repeated, patch):
    """6 x 6 pixels of x from a corner that may lie a pixel outside: zeros there, or `repeated`: the last row and column
    again, and the first ones again with the other sign, so that what lies half way to them is zero."""
    _, height, width, channels = x.shape
    for u in range(6):
        for v in range(6):
            row, column = min(max(top + u, 0), height - 1), min(max(left + v, 0), width - 1)
            sign = np.float32(1)
            if repeated:
                if (top + u < 0) != (left + v < 0):
                    sign = np.float32(-1)
            elif row != top + u or column != left + v:
                sign = np.float32(0)
            for c in range(channels):
                patch[u, v, c] = sign * x[picture, row, column, c]


@njit
def _finished(y, right, below, least):
    """y where a tile at the right or lower edge was: less what the repeated pixels added, and nothing below `least`."""
    count, height, width, outputs = y.shape
    for n in range(count):
        for row in range(height):
            for column in range(0 if row >= height - 8 else width - 8, width):
                if column == width - 1:
                    for o in range(outputs):
                        y[n, row, column, o] -= right[n, row, o]
                if row == height - 1:
                    for o in range(outputs):
                        y[n, row, column, o] -= below[n, column, o]
                for o in range(outputs):
                    y[n, row, column, o] = max(y[n, row, column, o], least)


@njit(types.void(*_GIVEN, _STRIPS, _STRIPS, _PICTURES), nogil=True, cache=True)
def convolve(x, kernel, bias, plus, plus_there, least, tiles, right, below, y):
    """x float32 [n, H, W, C] by a kernel [blocks, C' O] of `winograd.transformed`, bias [O] -> y [n, H, W, O].

    plus: as y, or anything at all where `plus_there` is 0; least: nothing is below it; tiles: in a chunk, a multiple of
    `ROWS`. H and W are multiples of 4.

    With y [n, 2 H, 2 W, O] and a kernel for it: of x enlarged by TensorFlow 1's rule, without a `plus`. right [n, 2 H,
    O] and below [n, 2 W, O] are what that takes too much at two edges.
    """
    count, height, width, channels = x.shape
    outputs, depth, scale = y.shape[3], (x.shape[3] + LANES - 1) // LANES * LANES, y.shape[1] // x.shape[1]
    across, in_picture = width // 4, (height // 4) * (width // 4)
    seen = np.empty((36, tiles * depth + _APART), np.float32)
    product = np.empty((36, tiles * outputs + _APART), np.float32)
    patch = np.zeros((6, 6, depth), np.float32)
    x_at, y_at, plus_at, bias_at = x.ctypes.data, y.ctypes.data, plus.ctypes.data, bias.ctypes.data
    seen_at, product_at, patch_at = seen.ctypes.data, product.ctypes.data, patch.ctypes.data
    kernel_at, seen_plane, product_plane = kernel.ctypes.data, 4 * seen.shape[1], 4 * product.shape[1]
    for first in range(0, count * in_picture, tiles):
        some = min(tiles, count * in_picture - first)
        for i in range(some):
            picture, row = divmod(first + i, in_picture)
            row, column = divmod(row, across)
            top, left = 4 * row - 1, 4 * column - 1
            inside = top >= 0 and left >= 0 and top + 6 <= height and left + 6 <= width
            if inside and channels == depth:
                start = x_at + 4 * ((picture * height + top) * width + left) * channels
                down, along = 4 * width * channels, 4 * channels
            else:
                _gathered(x, picture, top, left, scale == 2, patch)
                start, down, along = patch_at, 24 * depth, 4 * depth
            for c in range(0, depth, LANES):
                transform_input(start + 4 * c, down, along, seen_at + 4 * (i * depth + c), seen_plane)
        block = 0
        for phase in range(scale * scale):
            low, late = divmod(phase, 2)  # of every two rows and columns that are made of one, which
            for k in range(36):
                if (low and k < 6) or (late and k % 6 == 0):  # these make nothing of two pixels instead of three
                    product[k, : some * outputs] = 0
                    continue
                for o in range(0, outputs, 2 * LANES):
                    weights = kernel_at + 4 * depth * (block * outputs + o)
                    for i in range(0, some, ROWS):
                        rows = seen_at + k * seen_plane + 4 * depth * i
                        out = product_at + k * product_plane + 4 * (outputs * i + o)
                        if o + 2 * LANES <= outputs:
                            multiply_two(rows, 4 * depth, weights, depth, out, 4 * outputs)
                        else:
                            multiply_one(rows, 4 * depth, weights, depth, out, 4 * outputs)
                block += 1
            for i in range(some):
                picture, row = divmod(first + i, in_picture)
                row, column = divmod(row, across)
                start = (picture * height + 4 * row) * scale + low
                start = 4 * (start * width * scale + 4 * column * scale + late) * outputs
                edge = scale == 2 and (4 * row + 4 == height or 4 * column + 4 == width)
                for o in range(0, outputs, LANES):
                    transform_output(
                        product_at + 4 * (i * outputs + o),
                        product_plane,
                        bias_at + 4 * o,
                        plus_at + (start + 4 * o) * plus_there,
                        plus_there,
                        y_at + start + 4 * o,
                        4 * width * scale * scale * outputs,
                        4 * scale * outputs,
                        np.float32(-np.inf) if edge else least,
                    )
    if scale == 2:
        _finished(y, right, below, least)
