"""Frames at the photo's own size: what a model decided on its small grids, carried out on the photo's own pixels.

Flow, covers and shares are smooth, so they can be enlarged; pixels are not. Outside the crop the photo stays as it is,
and towards the crop's border the figure fades, so that there is no seam. NumPy and OpenCV only, on the CPU.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import overload

import cv2
import numpy as np
import torch

from engine.errors import ClipError
from engine.media.photo import with_longer_side
from engine.networks.moving_translator import Fields
from engine.networks.source_layers import COVER_LIMIT, Layers, certain
from engine.networks.texture import Texture, enlarged_part
from engine.networks.warping import positions
from engine.pixels import to_levels

_FADE = 0.03  # of the crop's side, in which the figure fades at its border
_LEVELS = 255 / (2 * COVER_LIMIT)  # of a cover's logit in a byte
_EDGE = 0.008  # of the crop's side: how far the photo may correct an enlarged cover
_CONTRAST = 60.0  # squared levels of brightness that make an edge
_SEEN = 0.02  # cover below which nothing is drawn


@dataclass(frozen=True)
class MovedPhoto:
    """A photo's crop in its own pixels, ready to be moved.

    figure  uint8 [s, s, 4], the figure's colours and, in bytes, its cover's logit
    plate   float32 [s, s, 3], 0..255, the place without the figure
    fade    float32 [s, s], 1 inside and 0 at the crop's border
    """

    figure: np.ndarray
    plate: np.ndarray
    fade: np.ndarray

    @classmethod
    def of(cls, layers: Layers, texture: Texture | None, crop: np.ndarray) -> MovedPhoto:
        """layers of one photo [1, ...], the texture of its plate and its crop uint8 [s, s, 3] in the pixels to be
        moved."""
        side = len(crop)
        fade = _fade(side)
        logit = _enlarged(layers.cover[0, 0], side)
        alpha = _at_edges(_sigmoid(logit), crop)
        hole = _enlarged(1 - layers.kept[0, 0], side) * fade
        painted = to_levels(_enlarged(layers.painted[0], side))
        if texture is not None:
            painted = texture.over(painted, crop)
        plate = crop + hole[..., None] * (painted - crop)
        # The rim's colours are the figure's own, from the small picture: in the photo they are mixed with the place's.
        clean = to_levels(_enlarged(layers.figure[0], side))
        rim = 4 * alpha * (1 - alpha)
        colours = crop + rim[..., None] * (clean - crop)
        logit = np.log(np.clip(alpha, 1e-4, 1) / np.clip(1 - alpha, 1e-4, 1))
        levels = (np.clip(logit, -COVER_LIMIT, COVER_LIMIT) + COVER_LIMIT) * _LEVELS
        figure = np.dstack([np.clip(colours, 0, 255), levels])
        return cls(np.rint(figure).astype(np.uint8), plate.astype(np.float32), fade)

    def frame(self, fields: Fields, index: int) -> np.ndarray:
        """Frame `index` of a batch of fields: uint8 [s, s, 3]."""
        side, cells = len(self.figure), fields.own.shape[-1]
        shift = (fields.positions[index] - positions(cells, fields.positions)).numpy()
        own = fields.own[index, 0].numpy()
        drawn = to_levels(fields.drawn[index].permute(1, 2, 0).numpy()) * (1 - own[..., None])
        smooth = np.dstack([shift * (side / 2), fields.cover[index, 0].numpy(), own, drawn])  # [cells, cells, 7]
        frame = np.clip(np.rint(self.plate), 0, 255).astype(np.uint8)
        top, bottom, left, right = self._window(shift, fields.cover[index, 0].numpy())
        if bottom <= top or right <= left:
            return frame
        window = np.s_[top:bottom, left:right]
        # OpenCV warps up to four channels at a time.
        part = left, top, (right - left, bottom - top)
        smooth = np.concatenate([enlarged_part(some, side, *part) for some in (smooth[..., :4], smooth[..., 4:])], 2)
        rows, columns = np.mgrid[top:bottom, left:right].astype(np.float32)
        moved = cv2.remap(
            self.figure,
            columns + smooth[..., 0],
            rows + smooth[..., 1],
            cv2.INTER_LINEAR,
            borderMode=cv2.BORDER_REPLICATE,
        )
        logit = moved[..., 3] * np.float32(1 / _LEVELS) - np.float32(COVER_LIMIT) + smooth[..., 2]
        alpha = (_sigmoid(certain(logit)) * self.fade[window])[..., None]
        figure = moved[..., :3] * smooth[..., 3:4] + smooth[..., 4:]
        mixed = self.plate[window] + alpha * (figure - self.plate[window])
        frame[window] = np.clip(mixed + 0.5, 0, 255).astype(np.uint8)
        return frame

    def _window(self, shift: np.ndarray, more: np.ndarray) -> tuple[int, int, int, int]:
        """top, bottom, left, right in pixels of what the figure may cover, judged on the small grid."""
        side, cells = len(self.figure), len(more)
        small = cv2.resize(self.figure[..., 3], (cells, cells), interpolation=cv2.INTER_AREA)
        small = cv2.dilate(small, np.ones((3, 3), np.uint8))
        rows, columns = np.mgrid[:cells, :cells].astype(np.float32)
        at = shift * (cells / 2)
        there = cv2.remap(small, columns + at[..., 0], rows + at[..., 1], cv2.INTER_LINEAR, borderMode=1)
        seen = _sigmoid(certain(there / np.float32(_LEVELS) - np.float32(COVER_LIMIT) + more)) > _SEEN
        if not seen.any():
            return 0, 0, 0, 0
        grown = [np.flatnonzero(seen.any(axis)) for axis in (1, 0)]
        edges = [edge for line in grown for edge in (line[0] - 1, line[-1] + 2)]
        top, bottom, left, right = (int(np.clip(round(edge * side / cells), 0, side)) for edge in edges)
        return top, bottom, left, right


class PicturesOnDemand(Sequence[np.ndarray]):
    """Pictures uint8 [H, W, 3], made when they are looked at and never kept: a clip of a large photo holds gigabytes.

    Any thread may look.
    """

    def __init__(self, count: int, make: Callable[[int], np.ndarray]) -> None:
        self._count, self._make = count, make

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, index: int) -> np.ndarray: ...
    @overload
    def __getitem__(self, index: slice) -> list[np.ndarray]: ...
    def __getitem__(self, index: int | slice) -> np.ndarray | list[np.ndarray]:
        if isinstance(index, slice):
            return [self._make(i) for i in range(self._count)[index]]
        return self._make(range(self._count)[index])


def photo_at_size(
    photo: np.ndarray, crop: tuple[int, int, int] | None, size: int | None
) -> tuple[np.ndarray, tuple[int, int, int]]:
    """A photo uint8 [H, W, 3] with its longer side `size` (None: as it is), and the crop (x, y, side) in it.

    Raises `ClipError` where the crop, None for a clip without one, does not lie in the photo.
    """
    height, width = photo.shape[:2]
    if crop is None or crop[0] + crop[2] > width or crop[1] + crop[2] > height:
        raise ClipError("The clip was not made from this photo.", "Give the photo that it was made from.")
    if size is None or size == max(height, width):
        return photo, crop
    scale = size / max(height, width)
    smaller = cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC
    resized = cv2.resize(photo, with_longer_side(width, height, size), interpolation=smaller)
    side = min(round(crop[2] * scale), *resized.shape[:2])
    x, y = (min(round(at * scale), whole - side) for at, whole in zip(crop, resized.shape[1::-1], strict=False))
    return resized, (x, y, side)


def pasted(photo: np.ndarray, crop: tuple[int, int, int], frames: Iterable[np.ndarray]) -> Iterator[np.ndarray]:
    """Whole pictures uint8 [H, W, 3]: each frame uint8 [s, s, 3] in its crop (x, y, s) of the photo."""
    x, y, side = crop
    for frame in frames:
        whole = photo.copy()
        whole[y : y + side, x : x + side] = frame
        yield whole


def drawn_in(crop: np.ndarray, synthesized: np.ndarray, mask: np.ndarray) -> np.ndarray:
    """The same for a translator that draws everything: its crude image and mask, uint8 [S, S, 3] and [S, S] (255 =
    background kept), enlarged over the photo's own crop uint8 [s, s, 3]."""
    side = len(crop)
    kept = 1 - (1 - cv2.resize(mask, (side, side)).astype(np.float32) / 255) * _fade(side)
    crude = cv2.resize(synthesized, (side, side), interpolation=cv2.INTER_CUBIC).astype(np.float32)
    return np.clip(crude + kept[..., None] * (crop - crude) + 0.5, 0, 255).astype(np.uint8)


def _fade(side: int) -> np.ndarray:
    ramp = np.clip((np.arange(side, dtype=np.float32) + 0.5) / (_FADE * side), 0, 1)
    ramp = np.minimum(ramp, ramp[::-1])
    return ramp[:, None] * ramp


def _at_edges(alpha: np.ndarray, crop: np.ndarray) -> np.ndarray:
    """An enlarged cover drawn to the edges of the photo beneath it (He et al., Guided Image Filtering, 2010)."""
    reach = max(1, round(_EDGE * len(crop)))
    guide = cv2.cvtColor(crop, cv2.COLOR_RGB2GRAY).astype(np.float32)

    def mean(x: np.ndarray) -> np.ndarray:
        return cv2.boxFilter(x, -1, (2 * reach + 1, 2 * reach + 1))

    middle, cover = mean(guide), mean(alpha)
    slope = (mean(guide * alpha) - middle * cover) / (mean(guide * guide) - middle * middle + _CONTRAST)
    return np.clip(mean(slope) * guide + mean(cover - slope * middle), 0, 1)


def _enlarged(field: torch.Tensor, side: int) -> np.ndarray:
    """A field [h, h] or [3, h, h] of one photo as float32 [side, side] or [side, side, 3]."""
    array = field.float().cpu().numpy()
    array = array.transpose(1, 2, 0) if array.ndim == 3 else array
    return cv2.resize(np.ascontiguousarray(array), (side, side), interpolation=cv2.INTER_LINEAR)


def _sigmoid(logit: np.ndarray) -> np.ndarray:
    return 1 / (1 + cv2.exp(-logit.astype(np.float32)))
