"""A clip's pictures as they shall be written: cut to a part, and with the photo or what they are composed of beside.

Knows clips and how they are drawn, no file.
"""

from collections.abc import Collection, Sequence
from typing import overload

import numpy as np

from engine import overlay
from engine.clip import Clip
from engine.formats import paper_figure

BESIDE = ("photo", "parts")  # what may stand beside each frame: the photo; synthesized, mask and keypoints
_GAP = 2  # px of a frame at the model's size
_PAPER = 255
_LEAST = 8  # px that a cut leaves at least

Cut = tuple[float, float, float, float]
"""Left, top, right and bottom of a part of a picture, in fractions of its sides."""


class Arranged(Sequence[np.ndarray]):
    """One picture uint8 [H, W, 3] for each frame, made when it is asked for.

    `pictures` are the clip's frames in another size, which have no overlays, no `scale` and nothing beside. `cut`
    applies to each of the pictures that stand beside one another; a part smaller than 8 pixels is widened to that.
    """

    def __init__(
        self,
        clip: Clip,
        overlays: Collection[str] = (),
        scale: int = 1,
        beside: str = "",
        cut: Cut | None = None,
        pictures: Sequence[np.ndarray] | None = None,
    ) -> None:
        self._clip, self._overlays, self._scale, self._beside = clip, overlays, scale, beside
        self._cut, self._pictures = cut, pictures

    def __len__(self) -> int:
        return len(self._clip.frames)

    @overload
    def __getitem__(self, index: int) -> np.ndarray: ...
    @overload
    def __getitem__(self, index: slice) -> list[np.ndarray]: ...
    def __getitem__(self, index: int | slice) -> np.ndarray | list[np.ndarray]:
        if isinstance(index, slice):
            return [self._row(i) for i in range(*index.indices(len(self)))]
        return self._row(index)

    def _row(self, index: int) -> np.ndarray:
        if self._pictures is not None:
            return self._part(self._pictures[index])
        clip, scale = self._clip, self._scale
        frame = overlay.draw_frame(clip.frames, clip.keypoints, clip.mask, index, self._overlays, scale)
        row = [self._part(picture) for picture in (*self._before(), frame, *self._after(index))]
        if len(row) == 1:
            return row[0]
        gap = np.full((len(row[0]), _GAP * scale, 3), _PAPER, np.uint8)
        return np.concatenate([each for picture in row for each in (gap, picture)][1:], axis=1)

    def _before(self) -> list[np.ndarray]:
        return [overlay.enlarge(self._clip.source, self._scale)] if self._beside == "photo" else []

    def _after(self, index: int) -> list[np.ndarray]:
        if self._beside != "parts":
            return []
        size = self._clip.frames.shape[1] * self._scale
        rows = [row for row in paper_figure.ROWS if row != "prediction"]
        return [paper_figure.cell(self._clip, row, index, size) for row in rows]

    def _part(self, picture: np.ndarray) -> np.ndarray:
        if self._cut is None:
            return picture
        height, width = picture.shape[:2]
        left, right = _pixels(self._cut[0], self._cut[2], width)
        top, bottom = _pixels(self._cut[1], self._cut[3], height)
        return picture[top:bottom, left:right]


def arranged_size(width: int, height: int, scale: int = 1, beside: str = "", cut: Cut | None = None) -> tuple[int, int]:
    """Width and height of the pictures that `Arranged` makes of some of `width` x `height` pixels, enlarged already."""
    if cut is not None:
        left, right = _pixels(cut[0], cut[2], width)
        top, bottom = _pixels(cut[1], cut[3], height)
        width, height = right - left, bottom - top
    count = {"photo": 2, "parts": len(paper_figure.ROWS)}.get(beside, 1)
    return count * width + (count - 1) * _GAP * scale, height


def _pixels(start: float, stop: float, side: int) -> tuple[int, int]:
    """The pixels from `start` to `stop`, at least `_LEAST` of `side`."""
    first, last = round(start * side), round(stop * side)
    least = min(_LEAST, side)
    first = max(0, min(first, side - least))
    return first, max(last, first + least)
