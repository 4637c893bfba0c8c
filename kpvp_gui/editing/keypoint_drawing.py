"""Keypoints over the clip: dots, trails, ways, skeleton lines and ghosts of the frames before and after.

Drawn at the screen's own resolution. Reads the Document; where things are on screen is given by the canvas.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from engine.editing.together import skeleton
from engine.overlay import keypoint_colours
from kpvp_gui.document.clip_record import ClipRecord
from kpvp_gui.document.document import Document
from kpvp_gui.widgets import pictures

_TRAIL_PIECE = 3  # frames drawn in one stroke
_TRAIL_PX = 2.2  # at the playhead
_GHOSTS = ((-8, 0.16), (-4, 0.32), (4, 0.32), (8, 0.16))  # frames from the playhead, opacity
_PAST, _COMING = np.array((255, 120, 90)), np.array((90, 170, 255))  # what ghosts are tinted with
_TINT = 0.35
_DARK = QColor(12, 13, 16)

Positions = Callable[[Sequence[int]], np.ndarray]  # frames -> float [T', K, 2] on screen


class KeypointDrawing:
    """One for the canvas; `paint` draws what the Document's overlays say."""

    def __init__(self, document: Document, positions: Positions) -> None:
        self._document, self._positions = document, positions
        self.hover: int | None = None
        self._colours: list[QColor] = []
        self._skeleton: tuple[np.ndarray | None, list[tuple[int, int]]] = (None, [])

    def set_count(self, count: int) -> None:
        """How many keypoints there are."""
        if count != len(self._colours):
            self._colours = [QColor(*map(int, rgb)) for rgb in keypoint_colours(count)] if count else []

    def paint_ghosts(self, painter: QPainter, rect: QRectF, record: ClipRecord) -> None:
        """The figure a few frames before, warmer, and after, colder."""
        playhead = self._document.playback.playhead
        for away, opacity in _GHOSTS:
            frame = playhead + away
            if 0 <= frame < record.n_frames and record.is_ready(frame):
                tint = _PAST if away < 0 else _COMING
                painter.drawImage(rect, _ghost(record.frames[frame], record.mask[frame], tint, opacity))

    def paint(self, painter: QPainter, record: ClipRecord, unit: float) -> None:
        """Lines under dots. `unit`: the radius of a dot in px."""
        overlays, editing = self._document.overlays, self._document.editing
        if "skeleton" in overlays:
            self._paint_skeleton(painter, record)
        if "trails" in overlays:
            self._paint_trails(painter)
        if editing.active and "keypoints" in overlays:
            self._paint_ways(painter, record)
        if "keypoints" in overlays:
            self._paint_dots(painter, unit)

    def _shown(self) -> list[int]:
        return [k for k in range(len(self._colours)) if self._document.marks.is_shown(k)]

    def _faded(self, k: int) -> bool:
        return bool(self._document.selection) and k not in self._document.selection

    def _paint_skeleton(self, painter: QPainter, record: ClipRecord) -> None:
        """Of the clip as it was made: it does not change under the hand."""
        keypoints = record.original if record.original is not None and not record.driver else record.keypoints
        if self._skeleton[0] is not keypoints:
            self._skeleton = (keypoints, skeleton(keypoints))
        points = self._positions([self._document.playback.playhead])[0]
        shown = self._document.marks.is_shown
        lines = [(i, j) for i, j in self._skeleton[1] if shown(i) and shown(j)]
        for colour, width in ((_DARK, 3.2), (QColor(240, 241, 245), 1.4)):
            painter.setPen(QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            for i, j in lines:
                painter.drawLine(QPointF(*points[i]), QPointF(*points[j]))

    def _paint_trails(self, painter: QPainter) -> None:
        """Thinner into the past, and opaque: Qt draws wide translucent lines ten times slower."""
        playhead, length = self._document.playback.playhead, self._document.trail_frames
        frames = range(max(0, playhead - length), playhead + 1)
        points = [[QPointF(x, y) for x, y in path] for path in self._positions(frames).swapaxes(0, 1).tolist()]
        pen = QPen(Qt.PenStyle.SolidLine)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        pen.setJoinStyle(Qt.PenJoinStyle.BevelJoin)
        shown = self._shown()
        for stop in range(len(frames) - 1, 0, -_TRAIL_PIECE):
            start = max(0, stop - _TRAIL_PIECE)
            youth = 1 - (len(frames) - 1 - stop) / (length + 1)
            for k in shown:
                colour = self._colours[k]
                if self._faded(k):
                    colour = QColor(colour)
                    colour.setAlphaF(0.25)
                pen.setWidthF(1.0 if self._faded(k) else _TRAIL_PX * youth)
                pen.setColor(colour)
                painter.setPen(pen)
                painter.drawPolyline(points[k][start : stop + 1])

    def _paint_ways(self, painter: QPainter, record: ClipRecord) -> None:
        """The whole way of what is selected, a dot per frame; what the reach takes along is drawn stronger."""
        chosen = [k for k in sorted(self._document.selection) if self._document.marks.is_shown(k)]
        if not chosen:
            return
        points = self._positions(range(record.n_frames))
        playhead, reach = self._document.playback.playhead, self._document.editing.reach.frames
        for k in chosen:
            way = [QPointF(x, y) for x, y in points[:, k].tolist()]
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(_DARK, 3.0))
            painter.drawPolyline(way)
            painter.setPen(QPen(self._colours[k], 1.4))
            painter.drawPolyline(way)
            for frame, point in enumerate(way):
                near = abs(frame - playhead) <= reach
                painter.setPen(QPen(_DARK, 1) if near else Qt.PenStyle.NoPen)
                painter.setBrush(QColor("white") if near else self._colours[k])
                radius = 2.2 if near else 1.4
                painter.drawEllipse(point, radius, radius)

    def _paint_dots(self, painter: QPainter, unit: float) -> None:
        positions = self._positions([self._document.playback.playhead])[0]
        for k in self._shown():
            position, colour = QPointF(*positions[k]), self._colours[k]
            selected, hovered = k in self._document.selection, k == self.hover
            faded = self._faded(k) and not hovered
            fill, outline = QColor(colour), QColor(_DARK)
            fill.setAlphaF(0.3 if faded else 1.0)
            outline.setAlpha(90 if faded else 220)
            painter.setBrush(fill)
            painter.setPen(QPen(outline, 1.25))
            radius = unit * (1.25 if selected or hovered else 1.0)
            painter.drawEllipse(position, radius, radius)
            if k in self._document.marks.pinned:
                painter.setBrush(outline)
                painter.drawEllipse(position, radius * 0.35, radius * 0.35)
            if selected or hovered:
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(QColor("white"), 1.5))
                painter.drawEllipse(position, radius + 2, radius + 2)


def _ghost(frame: np.ndarray, mask: np.ndarray, tint: np.ndarray, opacity: float) -> QImage:
    """What a frame uint8 [H, W, 3] has in front of its background, see-through."""
    ghost = np.empty((*mask.shape, 4), np.uint8)
    ghost[..., :3] = frame * (1 - _TINT) + tint * _TINT
    ghost[..., 3] = (255 - mask) * opacity
    return pictures.image(ghost)
