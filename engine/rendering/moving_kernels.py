"""A moving translator's passes between its convolutions, compiled for this CPU by numba: each reads what it needs once
and writes what comes next, where single operations go over the same numbers five to ten times.

`looked_up` makes the first stage's input, `joined` the last one's, `as_pixels` the frames. They give what
`moving_renderer.py` does by torch's operations, but for the last digits. Coordinates are positions (`warping.py`).

Importing this compiles it: some seconds once for a machine, then a fraction of one. `winograd.py` does so at the side.
"""

from collections.abc import Callable
from typing import Any

import numpy as np
from llvmlite import ir
from numba import njit, types
from numba.core import cgutils
from numba.extending import intrinsic

from engine.pixels import to_levels

_FLOAT, _INT, _BYTES = ir.FloatType(), ir.IntType(32), 4
# Of 2^f, f in [-1/2, 1/2], highest first: to the last digit of float32.
_POWERS = (1.5316464e-4, 1.3395459e-3, 9.6184373e-3, 5.5503324e-2, 2.4022651e-1, 6.9314718e-1, 1.0)


def _blending(lanes: int) -> Any:
    """An intrinsic that writes, at an address, four vectors at addresses times their shares, summed."""
    vector = ir.VectorType(_FLOAT, lanes)

    @intrinsic
    def blend(_context, a, b, c, d, wa, wb, wc, wd, out):
        def code(_context: Any, builder: ir.IRBuilder, _signature: Any, args: tuple) -> Any:
            total = ir.Constant(vector, None)
            kind = ir.FunctionType(vector, [vector] * 3)
            multiply_add = cgutils.get_or_insert_function(builder.module, kind, f"llvm.fmuladd.v{lanes}f32")
            for address, share in zip(args[:4], args[4:8], strict=True):
                value = builder.load(builder.inttoptr(address, vector.as_pointer()))
                value.align = _BYTES
                one = builder.insert_element(ir.Constant(vector, ir.Undefined), share, ir.Constant(_INT, 0))
                zeros = ir.Constant(ir.VectorType(_INT, lanes), [0] * lanes)
                everywhere = builder.shuffle_vector(one, ir.Constant(vector, ir.Undefined), zeros)
                total = builder.call(multiply_add, [value, everywhere, total])
            builder.store(total, builder.inttoptr(args[8], vector.as_pointer())).align = _BYTES
            return _context.get_dummy_value()

        return types.void(*[types.intp] * 4, *[types.float32] * 4, types.intp), code

    return blend


_blend_four, _blend_eight = _blending(4), _blending(8)


def _instruction(code: Callable) -> Any:
    """numba's `intrinsic`: a function for compiled functions, given as the instructions that it consists of."""
    return intrinsic(code)


@_instruction
def _exp(_context, x):
    """e^x of a float32 between -87 and 87, in operations that a compiler can do to many numbers at a time."""

    def code(_context: Any, builder: ir.IRBuilder, _signature: Any, args: tuple) -> Any:
        def called(name: str, *values: ir.Value) -> ir.Value:
            kind = ir.FunctionType(_FLOAT, [_FLOAT] * len(values))
            return builder.call(cgutils.get_or_insert_function(builder.module, kind, f"llvm.{name}.f32"), values)

        power = builder.fmul(args[0], ir.Constant(_FLOAT, 1 / np.log(2)))
        whole = called("floor", builder.fadd(power, ir.Constant(_FLOAT, 0.5)))
        part, result = builder.fsub(power, whole), ir.Constant(_FLOAT, np.float32(_POWERS[0]))
        for factor in _POWERS[1:]:
            result = called("fmuladd", result, part, ir.Constant(_FLOAT, np.float32(factor)))
        exponent = builder.shl(builder.fptosi(whole, _INT), ir.Constant(_INT, 23))
        return builder.bitcast(builder.add(builder.bitcast(result, _INT), exponent), _FLOAT)

    return types.float32(types.float32), code


_HALF, _ONE = np.float32(0.5), np.float32(1)
_MIDDLE, _HIGHEST = to_levels(np.array([0, 1], np.float32))
_LEVELS, _TO_ROUND = _HIGHEST - _MIDDLE, _MIDDLE + _HALF


@njit(error_model="numpy")
def _bounded_exp(x):
    return _exp(min(max(x, np.float32(-80)), np.float32(80)))


@njit(error_model="numpy")
def _cell(position, cells):
    """The cell before a position, kept in the picture, and how far it is to the next."""
    at = min(max(((position + _ONE) * np.float32(cells) - _ONE) * _HALF, np.float32(0)), np.float32(cells - 1))
    first = min(int(at), max(cells - 2, 0))
    return first, at - np.float32(first)


@njit(error_model="numpy")
def _larger(index, small, large):
    """Where the middle of a cell of a larger grid lies in a smaller one, as `_cell`."""
    at = (np.float32(index) + _HALF) * np.float32(small) / np.float32(large) - _HALF
    at = min(max(at, np.float32(0)), np.float32(small - 1))
    first = min(int(at), max(small - 2, 0))
    return first, at - np.float32(first)


@njit(error_model="numpy")
def _blended(start, step, fall, shares, channels, out):
    """`channels` numbers, 4 or more, at the four corners of a cell."""
    a, b, c, d = shares
    whole = channels // 8 * 8
    for at in range(0, 4 * whole, 32):
        here = start + at
        _blend_eight(here, here + step, here + fall, here + fall + step, a, b, c, d, out + at)
    for number in range(whole, channels, 4):
        at = 4 * min(number, channels - 4)
        here = start + at
        _blend_four(here, here + step, here + fall, here + fall + step, a, b, c, d, out + at)


@njit(error_model="numpy")
def _motion(flow, n, k):
    """The matrix, row by row, and the offset of a part."""
    return flow[n, k, 0], flow[n, k, 1], flow[n, k, 2], flow[n, k, 3], flow[n, k, 4], flow[n, k, 5]


_NUMBERS, _GRID = types.float32[:, ::1], types.float32[:, :, ::1]
_GRIDS, _BYTES_OUT = types.float32[:, :, :, ::1], types.uint8[:, :, :, ::1]


@njit(
    types.void(_GRIDS, _GRID, _NUMBERS, types.float32[::1], _GRID, _GRID, _GRID, _GRID),
    nogil=True,
    cache=True,
    error_model="numpy",
)
def looked_up(tried, flow, source, inverse, rows, columns, scores, seen):
    """tried [K, h, h, 5] is looked up for every part of n frames whose motion is flow [n, K, 6] (matrix, offset).

    source [K, 2]: the keypoints; inverse [K]: one by twice the squared width of their parts; rows, columns [n, K, h]:
    of Gaussian maps. To scores [n, K, h * h] and seen [n, h * h, 6 K]: pixels and cover by part, shares, maps.
    """
    parts, h = tried.shape[:2]
    base, out = tried.ctypes.data, seen.ctypes.data
    highest, total = np.empty(h, np.float32), np.empty(h, np.float32)
    corner, corners, apart = np.empty(h, np.int32), np.empty((4, h), np.float32), np.empty(h, np.float32)
    down, wide = 4 * 5 * h, 6 * parts
    for n in range(len(flow)):
        for row in range(h):
            py = np.float32(2 * row + 1) / np.float32(h) - _ONE
            highest[:] = -np.inf
            for k in range(parts):
                a, b, c, d, e, f = _motion(flow, n, k)
                for column in range(h):
                    px = np.float32(2 * column + 1) / np.float32(h) - _ONE
                    x, y = a * px + b * py + e, c * px + d * py + f
                    i, right = _cell(x, h)
                    j, low = _cell(y, h)
                    corner[column] = j * h + i
                    corners[0, column], corners[1, column] = (_ONE - right) * (_ONE - low), right * (_ONE - low)
                    corners[2, column], corners[3, column] = (_ONE - right) * low, right * low
                    apart[column] = ((x - source[k, 0]) ** 2 + (y - source[k, 1]) ** 2) * inverse[k]
                for column in range(h):
                    at, there = (
                        base + down * h * k + 20 * corner[column],
                        out + 4 * wide * (n * h * h + row * h + column),
                    )
                    wa, wb, wc, wd = corners[0, column], corners[1, column], corners[2, column], corners[3, column]
                    _blend_four(at, at + 20, at + down, at + down + 20, wa, wb, wc, wd, there + 16 * k)
                for column in range(h):
                    j, i = divmod(corner[column], h)
                    belongs = corners[0, column] * tried[k, j, i, 4] + corners[1, column] * tried[k, j, i + 1, 4]
                    belongs += (
                        corners[2, column] * tried[k, j + 1, i, 4] + corners[3, column] * tried[k, j + 1, i + 1, 4]
                    )
                    scores[n, k, row * h + column] = belongs - apart[column]
                for column in range(h):
                    highest[column] = max(highest[column], scores[n, k, row * h + column])
            total[:] = 0
            for k in range(parts):
                for column in range(h):
                    share = _bounded_exp(scores[n, k, row * h + column] - highest[column])
                    seen[n, row * h + column, 4 * parts + k] = share
                    total[column] += share
            for column in range(h):
                cell, scale = row * h + column, _ONE / total[column]
                for k in range(parts):
                    seen[n, cell, 4 * parts + k] *= scale
                    seen[n, cell, 5 * parts + k] = rows[n, k, row] * columns[n, k, column]


@njit(types.void(_GRIDS, _GRID, _GRIDS, _GRID, _GRID, _GRIDS, _GRIDS), nogil=True, cache=True, error_model="numpy")
def joined(scores, flow, narrow, carried, plate, rough, out):
    """scores [n, K, h, h] and what follows, at twice the size, 2 h: shares of the parts' flow [n, K, 6] give positions
    rough [n, 2h, 2h, 2]; out [n, 2h, 2h, C] is narrow [n, h, h, A], what carried [2h, 2h, B] has there, and plate
    [2h, 2h, 3]."""
    count, parts, h = scores.shape[:3]
    size, first, second, whole = 2 * h, narrow.shape[3], carried.shape[2], out.shape[3]
    logits = np.empty((parts, size), np.float32)
    highest, total = np.empty(size, np.float32), np.empty(size, np.float32)
    sums, line = np.empty((6, size), np.float32), np.empty(h + 2, np.float32)
    narrow_at, carried_at, out_at = narrow.ctypes.data, carried.ctypes.data, out.ctypes.data
    near, far = np.float32(0.75), np.float32(0.25)
    for n in range(count):
        for row in range(size):
            py = np.float32(2 * row + 1) / np.float32(size) - _ONE
            above, low = _larger(row, h, size)
            below = min(above + 1, h - 1)
            highest[:] = -np.inf
            for k in range(parts):
                for i in range(h):
                    line[i + 1] = scores[n, k, above, i] + low * (scores[n, k, below, i] - scores[n, k, above, i])
                line[0], line[h + 1] = line[1], line[h]
                for i in range(h):
                    logits[k, 2 * i] = far * line[i] + near * line[i + 1]
                    logits[k, 2 * i + 1] = near * line[i + 1] + far * line[i + 2]
                for i in range(size):
                    highest[i] = max(highest[i], logits[k, i])
            total[:] = 0
            sums[:] = 0
            for k in range(parts):
                a, b, c, d, e, f = _motion(flow, n, k)
                for i in range(size):
                    share = _bounded_exp(logits[k, i] - highest[i])
                    total[i] += share
                    sums[0, i] += share * a
                    sums[1, i] += share * b
                    sums[2, i] += share * c
                    sums[3, i] += share * d
                    sums[4, i] += share * e
                    sums[5, i] += share * f
            for i in range(size):
                px, scale = np.float32(2 * i + 1) / np.float32(size) - _ONE, _ONE / total[i]
                rough[n, row, i, 0] = (sums[0, i] * px + sums[1, i] * py + sums[4, i]) * scale
                rough[n, row, i, 1] = (sums[2, i] * px + sums[3, i] * py + sums[5, i]) * scale
            for i in range(size):
                at = out_at + 4 * ((n * size + row) * size + i) * whole
                left, right = _larger(i, h, size)
                step, fall = 4 * first * (h > 1), 4 * first * h * (h > 1)
                start = narrow_at + 4 * first * ((n * h + above) * h + left)
                shares = (_ONE - right) * (_ONE - low), right * (_ONE - low), (_ONE - right) * low, right * low
                _blended(start, step, fall, shares, first, at)
                left, right = _cell(rough[n, row, i, 0], size)
                top, lower = _cell(rough[n, row, i, 1], size)
                start = carried_at + 4 * second * (top * size + left)
                shares = (
                    (_ONE - right) * (_ONE - lower),
                    right * (_ONE - lower),
                    (_ONE - right) * lower,
                    right * lower,
                )
                _blended(start, 4 * second, 4 * second * size, shares, second, at + 4 * first)
                for c in range(plate.shape[2]):
                    out[n, row, i, first + second + c] = plate[row, i, c]


@njit(error_model="numpy")
def _level(number):
    """A number around [-1, 1] as a byte."""
    return np.uint8(np.int32(min(max(number * _LEVELS + _TO_ROUND, np.float32(0)), np.float32(255))))


_COMPOSED = _GRID, _GRIDS, types.float32, types.float32, _GRIDS, _BYTES_OUT, _BYTES_OUT, types.uint8[:, :, ::1]


@njit(types.void(*_COMPOSED), nogil=True, cache=True, error_model="numpy")
def as_pixels(figure, fields, slope, offset, behind, frames, crude, masks):
    """Frames of fields [n, 7, h, h]: positions, cover, own, drawn (`Fields`), as bytes.

    figure [S, S, 4]: colours and the cover's logit; behind [3, 3, S, S]: plate, painted, and what is kept of the photo
    three times; slope, offset: of a logit that counts. To frames, crude [n, S, S, 3] and masks [n, S, S].
    """
    count, h, size = len(fields), fields.shape[2], len(figure)
    base = figure.ctypes.data
    line, wide = np.empty(h, np.float32), np.empty((7, size), np.float32)
    moved, cover, kept = np.empty((size, 4), np.float32), np.empty(size, np.float32), np.empty(size, np.float32)
    share, levels, down = np.empty(size, np.float32), np.empty((6, size), np.uint8), 16 * size
    corner, corners = np.empty(size, np.int32), np.empty((4, size), np.float32)
    first, part = np.empty(size, np.int64), np.empty(size, np.float32)
    moved_at = moved.ctypes.data
    for i in range(size):
        first[i], part[i] = _larger(i, h, size)
    for n in range(count):
        for row in range(size):
            above, low = _larger(row, h, size)
            below = min(above + 1, h - 1)
            y_above = np.float32(2 * above + 1) / np.float32(h) - _ONE
            y_below = np.float32(2 * below + 1) / np.float32(h) - _ONE
            for c in range(7):
                for i in range(h):
                    line[i] = fields[n, c, above, i] + low * (fields[n, c, below, i] - fields[n, c, above, i])
                if c == 0:  # shifts are smooth, positions end at the border
                    for i in range(h):
                        line[i] -= np.float32(2 * i + 1) / np.float32(h) - _ONE
                elif c == 1:
                    line -= y_above + low * (y_below - y_above)
                for i in range(size):
                    left = first[i]
                    wide[c, i] = line[left] + part[i] * (line[min(left + 1, h - 1)] - line[left])
            py = np.float32(2 * row + 1) / np.float32(size) - _ONE
            for i in range(size):
                left, right = _cell(wide[0, i] + (np.float32(2 * i + 1) / np.float32(size) - _ONE), size)
                top, lower = _cell(wide[1, i] + py, size)
                corner[i] = top * size + left
                corners[0, i], corners[1, i] = (_ONE - right) * (_ONE - lower), right * (_ONE - lower)
                corners[2, i], corners[3, i] = (_ONE - right) * lower, right * lower
            for i in range(size):
                at, wa, wb, wc, wd = base + 16 * corner[i], corners[0, i], corners[1, i], corners[2, i], corners[3, i]
                _blend_four(at, at + 16, at + down, at + down + 16, wa, wb, wc, wd, moved_at + 16 * i)
            for i in range(size):
                logit = slope * (moved[i, 3] + wide[2, i] + offset)
                cover[i] = _ONE / (_ONE + _bounded_exp(-logit))
                kept[i] = (_ONE - cover[i]) * behind[2, 0, row, i]
                share[i] = cover[i] / max(_ONE - kept[i], np.float32(1e-3))
            for i in range(size):
                masks[n, row, i] = np.uint8(kept[i] * np.float32(255) + _HALF)
            for c in range(3):
                for i in range(size):
                    level = wide[3, i] * moved[i, c] + (_ONE - wide[3, i]) * wide[4 + c, i]
                    plate, painted = behind[0, c, row, i], behind[1, c, row, i]
                    levels[c, i] = _level(plate + cover[i] * (level - plate))
                    levels[3 + c, i] = _level(painted + share[i] * (level - painted))
            for i in range(size):
                for c in range(3):
                    frames[n, row, i, c] = levels[c, i]
                    crude[n, row, i, c] = levels[3 + c, i]
