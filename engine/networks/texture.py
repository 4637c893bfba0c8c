"""Detail for the place behind a figure, copied from elsewhere in the same photo.

A painting that was learned has the right shading and blurs what it cannot know. So a few shifts are found that bring
known parts of the photo over the hole (He & Sun, Statistics of Patch Offsets for Image Completion, 2012); every place
in the hole takes the detail of the shift that suits its surroundings, and keeps the painting's shading. A shift holds
at any size: a large photo's hole is as sharp as the photo. Nothing is drawn by lot: the same photo has the same plate.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np
import torch

_CELLS = 32  # of the grid that shifts are looked for on, where the photo has as many pixels
_PATCH = 7  # cells along a patch that is compared
_GUIDE = 1 / 16  # weight of what is painted, beside what is known, where patches are compared
_KNOWN = 0.85  # of the photo that is kept, from which on it may be copied
_FEWEST = 0.05  # of the cells that must be known
_VOTES = 3  # shifts that every cell of the hole proposes
_PROPOSED = 40  # shifts with most votes
_DEEP = 0.1  # what a cell with nothing known around it has to say, beside one that sees much
_SHIFTS = 8  # of these that are used
_NEAREST = 2  # cells: what lies nearer than this shows the hole's rim again
_NOTHING = 30000.0  # squared levels that a cell without any shift counts as: every place needs one
_WORTH = 2.0  # squared levels per cell that one more shift must bring
_UNKNOWN = 400.0  # squared levels that a patch without a known cell is worse by
_REACH = 0.05  # of the side: the surroundings that a shift must suit
_WORST = 3000.0  # squared levels, beyond which a pixel speaks no louder against a shift
_SEAM = 0.5  # pixels in which one shift runs into the next
_SHADING = 0.016  # of the side: what is smoother than this is left to the painting


@dataclass(frozen=True)
class Texture:
    """Of a photo of S x S pixels, with L shifts:

    shifts   (x, y), whole pixels from a place to where its detail comes from
    weights  float32 [L, S, S], the share of each: together 1 where detail is copied, 0 where none is
    shading  float32 [S, S, 3], levels to be added to what is copied
    """

    shifts: Sequence[tuple[int, int]]
    weights: np.ndarray
    shading: np.ndarray

    def over(self, painted: np.ndarray, photo: np.ndarray, part: tuple[int, int] = (0, 0)) -> np.ndarray:
        """painted float32 [h, w, 3], in levels, with the detail of photo [s, s, 3], uint8 or float32; s as you like.

        part: where the corner (x, y) of what is painted lies in the photo.
        """
        side, cells = len(photo), len(self.shading)
        scale, result = side / cells, painted.copy()
        for (x, y), share in zip(self.shifts, self.weights, strict=True):
            corner, extent = _box(share)
            if not extent[0]:
                continue
            # What is enlarged reaches a cell further.
            left, top = (max(int((at - 1) * scale), first) for at, first in zip(corner, part, strict=True))
            ends = (int(np.ceil((at + length + 1) * scale)) for at, length in zip(corner, extent, strict=True))
            whole = painted.shape[1::-1]
            right, bottom = (min(end, first + more) for end, first, more in zip(ends, part, whole, strict=True))
            if right <= left or bottom <= top:
                continue
            window = np.s_[top - part[1] : bottom - part[1], left - part[0] : right - part[0]]
            size = right - left, bottom - top
            copied = _shifted(photo, left + round(x * scale), top + round(y * scale), size)
            weight = enlarged_part(share, side, left, top, size)
            copied = copied + enlarged_part(self.shading, side, left, top, size)
            result[window] += weight[..., None] * (copied - painted[window])
        return result


def enlarged_part(small: np.ndarray, side: int, left: int, top: int, size: tuple[int, int]) -> np.ndarray:
    """The part of `size` (width, height) at left, top of `small` [h, h] or [h, h, up to 4] enlarged to side x side,
    without enlarging the rest."""
    scale = len(small) / side
    matrix = np.array([[scale, 0, (left + 0.5) * scale - 0.5], [0, scale, (top + 0.5) * scale - 0.5]], np.float32)
    flags = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
    return cv2.warpAffine(small, matrix, size, flags=flags, borderMode=cv2.BORDER_REPLICATE)


def found_texture(photo: np.ndarray, painted: np.ndarray, kept: np.ndarray) -> Texture | None:
    """The texture of a hole, or None where too little of the photo is known, or all of it.

    photo, painted: float32 [S, S, 3], in levels; kept: float32 [S, S], 1 where the photo is the place, 0 in the hole.
    """
    side = len(photo)
    known = cv2.erode((kept > _KNOWN).astype(np.uint8), np.ones((3, 3), np.uint8))
    # Whole numbers, so that what follows does not hang on a rounding.
    plate = np.rint(np.clip(painted + kept[..., None] * (photo - painted), 0, 255)).astype(np.float32)
    trust = np.where(known > 0, 1, _GUIDE).astype(np.float32)
    shifts = [_refined(plate, trust, shift, region, _factor(side) // 2) for shift, region in _dominant(plate, known)]
    shifts = list(dict.fromkeys(shifts))
    if not shifts:
        return None
    weights = _weights(plate, trust, known, shifts)
    inside = weights.sum(0)
    copied = np.zeros_like(plate)
    for shift, share in zip(shifts, weights, strict=True):
        copied += share[..., None] * _shifted(photo, *shift, (side, side))
    lack = (painted - copied) * inside[..., None]
    smooth = max(_SHADING * side, 0.5)
    around = np.maximum(cv2.GaussianBlur(inside, (0, 0), smooth), 1e-3)
    return Texture(shifts, weights, cv2.GaussianBlur(lack, (0, 0), smooth) / around[..., None])


def _dominant(plate: np.ndarray, known: np.ndarray) -> list[tuple[tuple[int, int], np.ndarray]]:
    """A few shifts (x, y) that together suit the hole best, each with the region uint8 [S, S] that it suits best."""
    side, factor = len(plate), _factor(len(plate))
    q = side // factor
    whole = cv2.resize(known.astype(np.float32), (q, q), interpolation=cv2.INTER_AREA) > 0.999
    hole, sources = np.flatnonzero(~whole), np.flatnonzero(whole)
    if len(sources) < max(_FEWEST * q * q, _VOTES + 1) or not len(hole):
        return []
    around = _patches(whole.astype(np.float32)[..., None])  # which cells of each patch are known
    apart = _patch_distances(cv2.resize(plate, (q, q), interpolation=cv2.INTER_AREA), around, hole, sources)
    x, y = _proposed(apart, hole, sources, q)
    informed = np.maximum(around[hole].mean(1), _DEEP)
    # What each proposal costs each cell of the hole is known already.
    number = np.full(q * q, -1)
    number[sources] = np.arange(len(sources))
    row, column = hole // q + y[:, None], hole % q + x[:, None]
    inside = (row >= 0) & (row < q) & (column >= 0) & (column < q)
    source = np.where(inside, number[np.where(inside, row * q + column, 0)], -1)
    costs = informed * apart[np.arange(len(hole)), source]
    costs = np.where(source >= 0, costs, np.float32(2 * _NOTHING))
    chosen = _chosen(costs)
    best = costs[chosen].argmin(0) if chosen else np.empty(0)
    found = []
    for i, proposal in enumerate(chosen):
        region = np.zeros(q * q, np.uint8)
        region[hole[best == i]] = 1
        if region.any():
            large = cv2.resize(region.reshape(q, q), (side, side), interpolation=cv2.INTER_NEAREST)
            found.append(((int(x[proposal]) * factor, int(y[proposal]) * factor), large))
    return found


def _proposed(apart: np.ndarray, hole: np.ndarray, sources: np.ndarray, q: int) -> tuple[np.ndarray, np.ndarray]:
    """The shifts (x, y), in cells of a q x q grid, that most cells of the hole find among their best."""
    best = _lowest(apart, _VOTES)
    down, right = sources[best] // q - (hole // q)[:, None], sources[best] % q - (hole % q)[:, None]
    votes = np.bincount(((down + q) * 2 * q + right + q).ravel(), minlength=4 * q * q).astype(np.float32)
    votes = cv2.GaussianBlur(votes.reshape(2 * q, 2 * q), (0, 0), 0.7)
    near = slice(q - _NEAREST + 1, q + _NEAREST)
    votes[near, near] = 0
    peaks = np.where(votes == cv2.dilate(votes, np.ones((3, 3), np.uint8)), votes, 0).ravel()
    most = np.argsort(-peaks, kind="stable")[:_PROPOSED]
    y, x = np.divmod(most[peaks[most] > 0], 2 * q)
    return x - q, y - q


def _lowest(x: np.ndarray, count: int) -> np.ndarray:
    """Where the `count` lowest of each row of x [rows, n] are: [rows, count]."""
    rest, found = x.copy(), []
    for _ in range(count):
        found.append(rest.argmin(1))
        rest[np.arange(len(x)), found[-1]] = np.inf
    return np.stack(found, 1)


def _patch_distances(small: np.ndarray, around: np.ndarray, hole: np.ndarray, sources: np.ndarray) -> np.ndarray:
    """Mean squared differences float32 [hole, sources] of the patches around cells of small [q, q, 3], as a product of
    matrices of whole numbers and sixteenths, whose sums are exact in whatever order they are taken.

    around: [q * q, cells of a patch], 1 for the cells that are known.
    """
    patches = _patches(np.rint(small / 2) - 64)
    trust = np.where(around[hole] > 0, np.float32(1), np.float32(_GUIDE))
    squares = np.square(patches).reshape(len(patches), 3, -1).sum(1)
    left = np.concatenate([-2 * patches[hole] * np.tile(trust, 3), trust], 1)
    right = np.concatenate([patches[sources], squares[sources]], 1)
    # By torch: NumPy's own threads spin on after a product, and take the cores from the networks that come next.
    product = (torch.from_numpy(left) @ torch.from_numpy(right).T).numpy()
    apart = product + (squares[hole] * trust).sum(1)[:, None]
    unknown = 1 - around[sources].mean(1)
    return 4 * apart / trust.sum(1)[:, None] + _UNKNOWN * unknown


def _patches(x: np.ndarray) -> np.ndarray:
    """Around every cell of float32 [q, q, C]: [q * q, C * cells of a patch]."""
    r = _PATCH // 2
    wide = np.pad(x, ((r, r), (r, r), (0, 0)), mode="edge")
    views = np.lib.stride_tricks.sliding_window_view(wide, (_PATCH, _PATCH), (0, 1))
    return views.reshape(x.shape[0] * x.shape[1], -1)


def _chosen(costs: np.ndarray) -> list[int]:
    """Of proposals with costs [proposals, cells] the few that one after the other bring most."""
    chosen: list[int] = []
    lowest = np.full(costs.shape[1], _NOTHING, np.float32)
    while len(chosen) < _SHIFTS:
        gains = (lowest - np.minimum(lowest, costs)).sum(1)
        best = int(gains.argmax()) if len(gains) else -1
        if best < 0 or gains[best] <= _WORTH * len(lowest):
            break
        chosen.append(best)
        lowest = np.minimum(lowest, costs[best])
    return chosen


def _refined(
    plate: np.ndarray, trust: np.ndarray, shift: tuple[int, int], region: np.ndarray, reach: int
) -> tuple[int, int]:
    """A shift to the pixel: up to `reach` pixels off, where the surroundings of its region uint8 [S, S] agree best."""
    side = len(plate)
    grown = cv2.dilate(region, np.ones((9, 9), np.uint8))
    corner, extent = _box(grown)
    # As much of it as finds all its partners in the picture.
    left, top = (max(at, reach - by, 0) for at, by in zip(corner, shift, strict=True))
    ends = (at + length for at, length in zip(corner, extent, strict=True))
    right, bottom = (min(end, side - reach - by, side) for end, by in zip(ends, shift, strict=True))
    if reach == 0 or right <= left or bottom <= top:
        return shift
    x, y = shift
    window = np.s_[top:bottom, left:right]
    searched = plate[top + y - reach : bottom + y + reach, left + x - reach : right + x + reach]
    weights = np.repeat((trust * grown)[window][..., None], 3, 2)
    apart = cv2.matchTemplate(searched, plate[window], cv2.TM_SQDIFF, mask=weights)
    row, column = np.unravel_index(int(np.rint(apart).argmin()), apart.shape)
    return x + int(column) - reach, y + int(row) - reach


def _weights(plate: np.ndarray, trust: np.ndarray, known: np.ndarray, shifts: Sequence[tuple[int, int]]) -> np.ndarray:
    """float32 [L, S, S]: everywhere in the hole the shift that suits the surroundings best, with narrow seams."""
    side = len(plate)
    reach = 2 * max(1, round(_REACH * side)) + 1
    weights = np.zeros((len(shifts), side, side), np.float32)
    # Only the hole, and what is looked at around it.
    (left, top), (width, height) = _box(known == 0)
    left, top, right, bottom = (
        max(left - reach, 0),
        max(top - reach, 0),
        min(left + width + reach, side),
        min(top + height + reach, side),
    )
    window, size = np.s_[top:bottom, left:right], (right - left, bottom - top)
    here, trust, hole = plate[window], trust[window], (known[window] == 0).astype(np.float32)
    around = cv2.blur(cv2.blur(trust, (reach, reach)), (reach, reach))
    costs, usable = [], []
    for x, y in shifts:
        at = left + x, top + y
        apart = _shifted(plate, *at, size) - here
        apart = np.einsum("ijk,ijk->ij", apart, apart)
        cost = cv2.blur(np.minimum(apart, _WORST) * trust, (reach, reach))
        there = _shifted(known, *at, size, cv2.BORDER_CONSTANT) > 0
        costs.append(np.where(there, cv2.blur(cost, (reach, reach)) / around, np.inf))
        usable.append(there)
    best = np.argmin(costs, 0)
    for i, there in enumerate(usable):
        soft = cv2.GaussianBlur(((best == i) & there).astype(np.float32), (3, 3), _SEAM)
        weights[i][window] = soft * there * hole
    return weights / np.maximum(weights.sum(0), 1e-6)


def _shifted(
    x: np.ndarray, right: int, down: int, size: tuple[int, int], border: int = cv2.BORDER_REPLICATE
) -> np.ndarray:
    """The part of x [s, s, ...] of `size` (width, height) that begins at (right, down)."""
    matrix = np.array([[1, 0, right], [0, 1, down]], np.float32)
    return cv2.warpAffine(x, matrix, size, flags=cv2.INTER_NEAREST | cv2.WARP_INVERSE_MAP, borderMode=border)


def _box(share: np.ndarray) -> tuple[tuple[int, int], tuple[int, int]]:
    """The corner (x, y) and the extent (width, height) of what is above 0 in share [S, S]."""
    x, y, width, height = cv2.boundingRect((share > 0).view(np.uint8))
    return (x, y), (width, height)


def _factor(side: int) -> int:
    return max(1, side // _CELLS)
