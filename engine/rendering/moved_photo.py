"""A photo's crop in its own pixels, moved by what a model decided on its small grids.

Flow, covers and shares are smooth, so they can be enlarged; pixels are not. Only the part in which the figure stands is
worked on, and frames go band by band: a photo of twelve megapixels costs its own size and little more. NumPy and
OpenCV only, on the CPU.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import cv2
import numpy as np
import torch

from engine.media.photo import border_ramp
from engine.networks.moving_fields import Fields
from engine.networks.source_layers import COVER_LIMIT, Layers, certain
from engine.networks.texture import Texture, enlarged_part
from engine.networks.warping import positions
from engine.pixels import to_levels

_LEVELS = 255 / (2 * COVER_LIMIT)  # of a cover's logit in a byte
_EDGE = 0.008  # of the crop's side: how far the photo may correct an enlarged cover
_CONTRAST = 60.0  # squared levels of brightness that make an edge
_SEEN = 0.02  # cover below which nothing is drawn
_NOBODY = -5.0  # logit of a cover below which the photo holds nothing of the figure
_UNTOUCHED = 0.985  # of the photo kept, from which on the place is the photo's
_RESTORED = 0.1  # as `source_layers.RESTORED`: a photo's own pixels hold little detail as fine as they are
_BAND = 1 << 16  # pixels that are composed at a time: they stay in the processor's cache
_LARGE_BAND = 1 << 18  # pixels of a photo that are made ready at a time

_Box = tuple[int, int, int, int]  # left, top, right, bottom


@dataclass(frozen=True)
class MovedPhoto:
    """Of a crop of s x s pixels, with the box that the figure and what it hides are in:

    crop    uint8 [s, s, 3], the photo
    box     of the next two in it
    plate   uint8 [h, w, 3], the place without the figure
    figure  uint8 [h, w, 4], the figure's colours and, in bytes, its cover's logit
    cover   float32 [S, S], that logit as the model knows it
    ramp    float32 [s], from 0 at the crop's border to 1 inside: along rows and columns the figure fades by it
    """

    crop: np.ndarray
    box: _Box
    plate: np.ndarray
    figure: np.ndarray
    cover: np.ndarray
    ramp: np.ndarray

    @classmethod
    def of(cls, layers: Layers, texture: Texture | None, crop: np.ndarray) -> MovedPhoto:
        """layers of one photo [1, ...], the texture of its plate and its crop uint8 [s, s, 3] in the pixels to be
        moved."""
        side, ramp = len(crop), border_ramp(len(crop))
        small = _Small(*(_array(field[0]) for field in (layers.cover, layers.kept, layers.painted, layers.figure)))
        box = left, top, right, bottom = _box((small.cover > _NOBODY) | (small.kept < _UNTOUCHED), side)
        plate = np.empty((bottom - top, right - left, 3), np.uint8)
        figure = np.empty((*plate.shape[:2], 4), np.uint8)
        for band in _bands(box, _LARGE_BAND):
            rows = np.s_[band[1] - top : band[3] - top]
            plate[rows], figure[rows] = small.at_size(crop, band, box, texture, ramp)
        return cls(crop, box, plate, figure, small.cover, ramp)

    @property
    def nbytes(self) -> int:
        return self.crop.nbytes + self.plate.nbytes + self.figure.nbytes

    def frame(self, fields: Fields, index: int) -> np.ndarray:
        """Frame `index` of a batch of fields: uint8 [s, s, 3]."""
        frame = self.crop.copy()
        left, top, right, bottom = self.box
        frame[top:bottom, left:right] = self.plate
        if not self.plate.size:
            return frame
        cells = fields.own.shape[-1]
        shift = (fields.positions[index] - positions(cells, fields.positions)).numpy()
        more, own = fields.cover[index, 0].numpy(), fields.own[index, 0].numpy()
        drawn = to_levels(fields.drawn[index].permute(1, 2, 0).numpy()) * (1 - own[..., None])
        # OpenCV warps up to four channels at a time.
        smooth = np.dstack([shift * (len(frame) / 2), more, own]), np.ascontiguousarray(drawn)
        for band in _bands(self._covered(shift, more), _BAND):
            self._compose(frame, *smooth, band)
        return frame

    def _compose(self, frame: np.ndarray, smooth: np.ndarray, drawn: np.ndarray, box: _Box) -> None:
        """Lay the figure over a frame's box: smooth [cells, cells, 4] is the shift in pixels, what is added to the
        cover and the photo's share o; drawn [cells, cells, 3] is (1 - o) of what is drawn, in levels."""
        side, (left, top, right, bottom) = len(frame), box
        size = right - left, bottom - top
        smooth = enlarged_part(smooth, side, left, top, size)
        columns = smooth[..., 0] + np.arange(left, right, dtype=np.float32) - self.box[0]
        rows = smooth[..., 1] + np.arange(top, bottom, dtype=np.float32)[:, None] - self.box[1]
        moved = cv2.remap(self.figure, columns, rows, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
        logit = moved[..., 3] * np.float32(1 / _LEVELS) - np.float32(COVER_LIMIT) + smooth[..., 2]
        alpha = _sigmoid(certain(logit)) * self.ramp[top:bottom, None] * self.ramp[left:right]
        figure = moved[..., :3] * smooth[..., 3:] + enlarged_part(drawn, side, left, top, size)
        frame[top:bottom, left:right] = _mixed(frame[top:bottom, left:right], figure, alpha)

    def _covered(self, shift: np.ndarray, more: np.ndarray) -> _Box:
        """What the figure may cover, judged on the small grid."""
        cells = len(more)
        small = cv2.dilate(cv2.resize(self.cover, (cells, cells), interpolation=cv2.INTER_AREA), np.ones((3, 3)))
        rows, columns = np.mgrid[:cells, :cells].astype(np.float32)
        at = shift * (cells / 2)
        there = cv2.remap(small, columns + at[..., 0], rows + at[..., 1], cv2.INTER_LINEAR, borderMode=1)
        return _box(_sigmoid(certain(there + more)) > _SEEN, len(self.crop))


@dataclass(frozen=True)
class _Small:
    """A photo's layers as arrays: cover and kept [S, S], painted and figure [S, S, 3]."""

    cover: np.ndarray
    kept: np.ndarray
    painted: np.ndarray
    figure: np.ndarray

    def at_size(
        self, crop: np.ndarray, band: _Box, box: _Box, texture: Texture | None, ramp: np.ndarray
    ) -> tuple[np.ndarray, np.ndarray]:
        """A band of the box of a `MovedPhoto`: its plate and its figure."""
        side, (left, top, right, bottom) = len(crop), band
        here, size = crop[top:bottom, left:right], (right - left, bottom - top)

        def part(field: np.ndarray) -> np.ndarray:
            return enlarged_part(field, side, left, top, size)

        alpha = self._alpha(crop, band, box)
        hole = part(1 - self.kept) * ramp[top:bottom, None] * ramp[left:right]
        painted = to_levels(part(self.painted))
        if texture is not None:
            painted = texture.over(painted, crop, (left, top))
        plate = _mixed(here, painted, hole)
        logit = np.log(np.clip(alpha, 1e-4, 1) / np.clip(1 - alpha, 1e-4, 1))
        # The rim's colours are the figure's own, from the small picture: in the photo they are mixed with the place's.
        sure = _sigmoid(certain(logit))
        colours = _mixed(_restored(crop, band), to_levels(part(self.figure)), 4 * sure * (1 - sure))
        levels = (np.clip(logit, -COVER_LIMIT, COVER_LIMIT) + COVER_LIMIT) * _LEVELS
        return plate, np.dstack([colours, np.rint(levels).astype(np.uint8)])

    def _alpha(self, crop: np.ndarray, band: _Box, box: _Box) -> np.ndarray:
        """The cover drawn to the photo's edges. What is filtered in a band reaches beyond it."""
        side, (left, top, right, bottom) = len(crop), band
        reach = max(1, round(_EDGE * side))
        first, last = max(top - 2 * reach, box[1]), min(bottom + 2 * reach, box[3])
        alpha = _sigmoid(enlarged_part(self.cover, side, left, first, (right - left, last - first)))
        return _at_edges(alpha, crop[first:last, left:right], reach)[top - first : bottom - first]


def _box(seen: np.ndarray, side: int) -> _Box:
    """Around what is true in seen [cells, cells] and one cell more, in pixels of a picture of side x side."""
    if not seen.any():
        return 0, 0, 0, 0
    cells = len(seen)
    columns, rows = (np.flatnonzero(seen.any(axis)) for axis in (0, 1))
    ends = columns[0] - 1, rows[0] - 1, columns[-1] + 2, rows[-1] + 2
    left, top, right, bottom = (int(np.clip(round(end * side / cells), 0, side)) for end in ends)
    return left, top, right, bottom


def _bands(box: _Box, pixels: int) -> Iterator[_Box]:
    """A box in pieces of its whole width, of about so many pixels."""
    left, top, right, bottom = box
    height = max(1, pixels // max(right - left, 1))
    for start in range(top, bottom, height):
        yield left, start, right, min(start + height, bottom)


def _mixed(under: np.ndarray, over: np.ndarray, share: np.ndarray) -> np.ndarray:
    """under uint8 [h, w, 3] and a share [h, w] of over float32 [h, w, 3]: uint8. `over` is written to."""
    over -= under
    over *= share[..., None]
    over += under
    over += 0.5
    return np.clip(over, 0, 255, out=over).astype(np.uint8)


def _restored(crop: np.ndarray, band: _Box) -> np.ndarray:
    """A band of a crop with the detail beforehand that moving it will take, see `_RESTORED`."""
    left, top, right, bottom = band
    above, before = min(1, top), min(1, left)  # a pixel more around, where there is one
    around = crop[top - above : bottom + 1, left - before : right + 1]
    kernel = _RESTORED * np.array([[0, -1, 0], [-1, 4, -1], [0, -1, 0]], np.float32)
    kernel[1, 1] += 1
    detailed = cv2.filter2D(around, -1, kernel, borderType=cv2.BORDER_REPLICATE)
    return detailed[above : above + bottom - top, before : before + right - left]


def _at_edges(alpha: np.ndarray, crop: np.ndarray, reach: int) -> np.ndarray:
    """An enlarged cover drawn to the edges of the photo beneath it (He et al., Guided Image Filtering, 2010)."""
    guide = cv2.cvtColor(crop, cv2.COLOR_RGB2GRAY).astype(np.float32)

    def mean(x: np.ndarray) -> np.ndarray:
        return cv2.boxFilter(x, -1, (2 * reach + 1, 2 * reach + 1))

    middle, cover = mean(guide), mean(alpha)
    slope = (mean(guide * alpha) - middle * cover) / (mean(guide * guide) - middle * middle + _CONTRAST)
    return np.clip(mean(slope) * guide + mean(cover - slope * middle), 0, 1)


def _array(field: torch.Tensor) -> np.ndarray:
    """A field [1 or 3, h, h] as float32 [h, h] or [h, h, 3]."""
    array = field.float().cpu().numpy()
    return np.ascontiguousarray(array[0] if len(array) == 1 else array.transpose(1, 2, 0))


def _sigmoid(logit: np.ndarray) -> np.ndarray:
    return 1 / (1 + cv2.exp(-logit.astype(np.float32)))
