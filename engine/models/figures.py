"""Where in a photo the figures are that a model can move: the squares to crop to, the most familiar first.

Squares of several sizes all over a small copy of the photo are looked at by the detector alone. The most promising are
drawn as well, moved to where the figure that the mask shows fills them as figures fill the model's own pictures, and
judged by their familiarity. Knows a predictor only by what `Examiner` says it can do; imports no torch.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import NamedTuple

import numpy as np

from engine.errors import Cancelled
from engine.media.photo import Crop, Photo, crop_pixels, default_crop, reduced
from engine.models import familiarity
from engine.models.familiarity import Examiner, Familiarity

FILLED = 0.76  # of a crop's side by its figure's longer one, as in the worlds' pictures
_SIDES = (1.0, 0.74, 0.54, 0.4)  # of the squares looked at, in shorter sides of the photo
_STEP = 0.5  # from one to the next, in sides
_MOST_SQUARES = 96
_AT_ONCE = 16
_SMALLEST = 0.75  # of a square's side, in sides of the model's pictures: smaller ones are only blur
_COPY = 3.0  # sides of the model's pictures in the shorter one of the small copy
_PROMISING = -2.0  # logit of the familiarity at a glance from which a square is drawn
_TRIES = 8  # squares that are drawn at most
_THERE, _ASIDE = 0.7, 0.25  # share of a figure's box in a square, and sides from the middle, that show it
_OTHER = 0.5  # of two squares' union shared by both, from which the second is not tried
_SAME = 0.4  # of two figures' union shared by both, from which they are one
_SETTLED = 0.8  # of two squares' union shared by both, from which moving on is not worth while
_MOVES = 2
_WELL_FILLED = 0.6  # of the middle square's side, from which it stays as it is
_FIGURE = 0.5  # share of a pixel that makes it figure
_TALL, _SHARED = 0.5, 0.3  # of the tallest piece, and columns that both have, by which pieces are figures side by side
_THIN = 0.02  # of a row or column by figure, from which it counts
_FLESH = 0.06  # of a square's side, around the outermost keypoints
_EDGE = 0.02  # of a square's side at its border: a figure reaching there may go on
_MORE = 0.15  # of a figure's box by which it is taken to go on there
_SURE = 3.0  # logit of the familiarity from which a figure is one, and nothing else need be looked for
# Of many squares one may look familiar by chance: more is asked of what was searched for than of a crop by hand.
_CERTAIN = 0.93  # score
_HARDLY, _MAYBE = -0.5, 0.5  # logit on the way, and score in the end, from which there may be a figure all the same


Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""


@dataclass(frozen=True)
class FoundFigure:
    """A square of the photo, in its pixels, and how familiar it is to the model.

    box: the figure in it, (left, top, right, bottom) in the photo's pixels; None for the middle of a photo in which
    nothing familiar was found.
    """

    crop: Crop
    familiarity: Familiarity
    box: Box | None = None


def find_figures(
    predictor: Examiner, size: int, photo: Photo, count: int = 1, cancelled: Callable[[], bool] | None = None
) -> list[FoundFigure]:
    """Up to `count` figures, each once, the most familiar first; never empty.

    size: side of the model's pictures. Where nothing familiar is found, the answer is the photo's middle square, then
    what may be figures all the same; where the model was never calibrated, the middle square alone. Raises `Cancelled`
    between two squares when `cancelled()` says so.
    """
    search = _Search(predictor, size, photo, cancelled)
    if not familiarity.is_calibrated(predictor.card):
        return [FoundFigure(search.middle, familiarity.UNKNOWN)]
    found: list[_Looked] = []
    squares = search.promising()
    for square in squares:  # grows while it is gone through
        sure = [each for each in found if each.logit > _SURE]
        if len(sure) >= count:
            break
        if any(_shows(square, each.boxes[0]) for each in sure):
            continue
        looked = search.settled(square)
        if looked.logit > _HARDLY and looked.boxes:
            found.append(looked)
            squares += [search.around(looked, box) for box in looked.boxes[1:] if len(squares) < _TRIES]
    figures = [search.judged(looked) for looked in _each_once(found)[:count]]
    known = [figure for figure in figures if (figure.familiarity.score or 0) >= _CERTAIN]
    if known:
        return known
    middle = FoundFigure(search.middle, familiarity.assess(predictor, search.pixels(search.middle)))
    perhaps = [each for each in figures if each.crop != middle.crop and (each.familiarity.score or 0) >= _MAYBE]
    return [middle, *perhaps][:count]


class _Looked(NamedTuple):
    """A square, its familiarity's logit, and the boxes of the figures in it, in the photo, the largest first."""

    crop: Crop
    logit: float
    boxes: list[Box]


class _Search:
    """One photo seen by one model. Squares are in the photo's pixels."""

    def __init__(
        self, predictor: Examiner, size: int, photo: Photo, cancelled: Callable[[], bool] | None = None
    ) -> None:
        self._predictor, self._size, self._photo, self._cancelled = predictor, size, photo, cancelled
        self._calibration = predictor.card.familiarity
        self.middle = default_crop(photo.width, photo.height)
        self._scale = max(1, int(min(photo.width, photo.height) / (_COPY * size)))
        self._copy = reduced(photo.pixels, self._scale)

    def promising(self) -> list[Crop]:
        """Squares in which the detector may have found a figure and that differ, the most promising first."""
        squares = list(dict.fromkeys(_squares(self._photo, math.ceil(_SMALLEST * self._size))))
        logits = []
        for start in range(0, len(squares), _AT_ONCE):
            self._stop_if_cancelled()
            crops = np.stack([self._roughly(square) for square in squares[start : start + _AT_ONCE]])
            logits.append(familiarity.logits_at_a_glance(self._predictor.detections(crops), self._calibration))
        glance = np.concatenate(logits)
        chosen: list[Crop] = []
        for index in np.argsort(-glance, kind="stable"):
            if glance[index] > _PROMISING and all(_shared(squares[index], other) < _OTHER for other in chosen):
                chosen.append(squares[index])
        return chosen[:_TRIES]

    def settled(self, square: Crop) -> _Looked:
        """`square` moved to its figure, as long as that makes it more familiar."""
        best = self._looked(square)
        for _ in range(_MOVES):
            if not best.boxes:
                break
            moved = self.around(best, best.boxes[0])
            if _shared(moved, best.crop) > _SETTLED:
                break
            looked = self._looked(moved)
            if looked.logit < min(best.logit, 0):
                break
            best = looked
        return best

    def judged(self, looked: _Looked) -> FoundFigure:
        """The figure in a crop that fits it, with the verdict on the very pixels that a clip is made of."""
        crop = self.around(looked, looked.boxes[0])
        return FoundFigure(crop, familiarity.assess(self._predictor, self.pixels(crop)), looked.boxes[0])

    def pixels(self, square: Crop) -> np.ndarray:
        """uint8 [size, size, 3] of a square."""
        return crop_pixels(self._photo.pixels, square, self._size)

    def _looked(self, square: Crop) -> _Looked:
        self._stop_if_cancelled()
        rows, figures = familiarity.examined(self._predictor, self._roughly(square)[None])
        logit = float(familiarity.logits(rows, self._calibration)[0])
        # A translator that draws everything keeps the photo, in its mask, where nothing moves: there keypoints tell.
        if self._predictor.card.moves:
            boxes = _boxes(figures[0])
        else:
            keypoints = familiarity.keypoints_in(rows[0], self._calibration["n_keypoints"])
            boxes = [_around_keypoints(keypoints, self._size)]
        return _Looked(square, logit, [_in_photo(box, square, self._size) for box in boxes])

    def around(self, looked: _Looked, box: Box) -> Crop:
        """The square that a figure seen in another one fills as it should, as far as the photo reaches."""
        (x, y, side), (left, top, right, bottom) = looked.crop, box
        reach, more = _EDGE * side, (_MORE * (right - left), _MORE * (bottom - top))
        cut = left < x + reach, top < y + reach, right > x + side - reach, bottom > y + side - reach
        if looked.crop == self.middle and not any(cut) and max(right - left, bottom - top) >= _WELL_FILLED * side:
            return looked.crop  # somebody has framed it already
        left, top = left - cut[0] * more[0], top - cut[1] * more[1]
        right, bottom = right + cut[2] * more[0], bottom + cut[3] * more[1]
        size = round(max(right - left, bottom - top) / FILLED)
        size = min(max(size, math.ceil(_SMALLEST * self._size)), self._photo.width, self._photo.height)
        return _inside(
            (left + right - size) / 2, (top + bottom - size) / 2, size, self._photo.width, self._photo.height
        )

    def _stop_if_cancelled(self) -> None:
        if self._cancelled is not None and self._cancelled():
            raise Cancelled

    def _roughly(self, square: Crop) -> np.ndarray:
        """uint8 [size, size, 3] of a square, out of the small copy."""
        high, wide = self._copy.shape[:2]
        side = max(1, min(round(square.size / self._scale), wide, high))
        there = _inside(square.x / self._scale, square.y / self._scale, side, wide, high)
        return crop_pixels(self._copy, there, self._size)


def _squares(photo: Photo, smallest: int) -> Iterator[Crop]:
    """Squares of several sizes all over a photo, the middle one first."""
    width, height = photo.width, photo.height
    yield default_crop(width, height)
    shorter = min(width, height)
    sides = [round(shorter * share) for share in _SIDES]
    sides = sides[:1] + [side for side in sides[1:] if side >= smallest]
    step = _STEP
    while sum(_number(width, side, step) * _number(height, side, step) for side in sides) > _MOST_SQUARES:
        step *= 1.1
    for side in sides:
        for x in np.linspace(0, width - side, _number(width, side, step)).round().astype(int):
            for y in np.linspace(0, height - side, _number(height, side, step)).round().astype(int):
                yield Crop(int(x), int(y), side)


def _number(length: int, side: int, step: float) -> int:
    """How many squares it takes along a side of the photo."""
    return math.ceil((length - side) / (step * side)) + 1


def _inside(x: float, y: float, size: int, width: int, height: int) -> Crop:
    return Crop(round(max(0, min(x, width - size))), round(max(0, min(y, height - size))), size)


def _boxes(figure: np.ndarray) -> list[Box]:
    """Boxes of the figures in float32 [S, S], in its pixels, the largest first: one, unless there are several pieces
    of about the same height side by side."""
    import cv2

    there = figure > _FIGURE
    _, _, stats, _ = cv2.connectedComponentsWithStats(there.astype(np.uint8))
    pieces = [(int(x), int(y), int(x + wide), int(y + high)) for x, y, wide, high, _ in stats[1:]]
    tallest = max((bottom - top for _, top, _, bottom in pieces), default=0)
    tall = [piece for piece in pieces if piece[3] - piece[1] > _TALL * max(tallest, _TALL * len(figure))]
    if len(tall) > 1 and all(_beside(a, b) for a, b in combinations(tall, 2)):
        return sorted(tall, key=lambda piece: (piece[2] - piece[0]) * (piece[1] - piece[3]))
    columns, rows = (np.flatnonzero(there.mean(axis) > _THIN) for axis in (0, 1))
    if not len(columns) or not len(rows):
        return []
    return [(float(columns[0]), float(rows[0]), float(columns[-1] + 1), float(rows[-1] + 1))]


def _around_keypoints(keypoints: np.ndarray, size: int) -> Box:
    """A box in the pixels of a square around keypoints [K, 2], with room for the flesh."""
    low = (keypoints.min(0).clip(-1, 1) + 1) / 2 - _FLESH
    high = (keypoints.max(0).clip(-1, 1) + 1) / 2 + _FLESH
    left, top, right, bottom = (size * np.concatenate([low, high]).clip(0, 1)).tolist()
    return left, top, right, bottom


def _in_photo(box: Box, square: Crop, size: int) -> Box:
    """A box in the `size` pixels of a square as one in the photo."""
    (x, y, side), (left, top, right, bottom) = square, box
    scale = side / size
    return x + left * scale, y + top * scale, x + right * scale, y + bottom * scale


def _beside(a: Box, b: Box) -> bool:
    """Whether two boxes have hardly a column in common."""
    return min(a[2], b[2]) - max(a[0], b[0]) < _SHARED * min(a[2] - a[0], b[2] - b[0])


def _shows(square: Crop, figure: Box) -> bool:
    """Whether most of a figure's box lies in a square, about its middle."""
    (x, y, side), (left, top, right, bottom) = square, figure
    aside = max(abs((left + right) / 2 - x - side / 2), abs((top + bottom) / 2 - y - side / 2))
    held = _both((x, y, x + side, y + side), figure) > _THERE * (right - left) * (bottom - top)
    return held and aside < _ASIDE * side


def _each_once(found: Iterable[_Looked]) -> list[_Looked]:
    """The most familiar look at every figure, the most familiar first."""
    kept: list[_Looked] = []
    for looked in sorted(found, key=lambda each: -each.logit):
        if not any(_same(looked.boxes[0], other.boxes[0]) for other in kept):
            kept.append(looked)
    return kept


def _same(a: Box, b: Box) -> bool:
    """Whether two boxes are of one figure, or one of them of a part of it."""
    smaller = min((box[2] - box[0]) * (box[3] - box[1]) for box in (a, b))
    return _boxes_shared(a, b) > _SAME or _both(a, b) > _THERE * smaller


def _shared(a: Crop, b: Crop) -> float:
    """Intersection over union."""
    return _boxes_shared((a.x, a.y, a.x + a.size, a.y + a.size), (b.x, b.y, b.x + b.size, b.y + b.size))


def _boxes_shared(a: Box, b: Box) -> float:
    both = _both(a, b)
    return both / ((a[2] - a[0]) * (a[3] - a[1]) + (b[2] - b[0]) * (b[3] - b[1]) - both)


def _both(a: Box, b: Box) -> float:
    """The area that two boxes share."""
    return max(min(a[2], b[2]) - max(a[0], b[0]), 0) * max(min(a[3], b[3]) - max(a[1], b[1]), 0)
