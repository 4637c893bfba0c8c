"""Frames at the photo's own size, in the photo: its crop moves, outside the crop it stays as it is.

Towards the crop's border the figure fades, so that there is no seam. NumPy and OpenCV only, on the CPU.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import overload

import cv2
import numpy as np

from engine.errors import ClipError
from engine.media.photo import border_ramp, with_longer_side


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
    ramp = border_ramp(side)
    kept = 1 - (1 - cv2.resize(mask, (side, side)).astype(np.float32) / 255) * ramp[:, None] * ramp
    crude = cv2.resize(synthesized, (side, side), interpolation=cv2.INTER_CUBIC).astype(np.float32)
    return np.clip(crude + kept[..., None] * (crop - crude) + 0.5, 0, 255).astype(np.uint8)
