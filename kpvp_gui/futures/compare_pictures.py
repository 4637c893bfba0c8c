"""The compared clips as pictures at the playhead: side by side, one wiped over another, or their differences."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPalette, QPen
from PySide6.QtWidgets import QWidget

from engine.overlay import keypoint_colours
from kpvp_gui.document.playback import Playback
from kpvp_gui.futures.comparison import MOST_COMPARED, Comparison
from kpvp_gui.translation import tr
from kpvp_gui.widgets import icons, pictures
from kpvp_gui.widgets.theme import text_font

MODES = ("side by side", "wipe", "difference")
DIFFERENCE_GAIN = 3  # small differences are seen as well
_CAPTION = 24  # px over each picture
_GAP = 16
_GRIP = 10.0  # px around a divider that take hold of it
_CROSS = 16


@dataclass(frozen=True, eq=False)
class Picture:
    """One of what is compared. `frame(index)` is uint8 [H, W, 3], or None while it is on its way."""

    letter: str
    name: str
    colour: QColor
    frame: Callable[[int], np.ndarray | None]
    clip_id: str = ""  # the real clip has none


def letter_colour(position: int) -> QColor:
    """The colour of the clip with that letter, in captions and curves alike."""
    return QColor(*map(int, keypoint_colours(MOST_COMPARED)[position]))


class ComparePictures(QWidget):
    """Drag a divider to wipe; the cross in a caption takes its clip out: `remove_wanted` carries the id."""

    remove_wanted = Signal(str)

    def __init__(self, comparison: Comparison, playback: Playback, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._comparison, self._playback = comparison, playback
        self.mode = MODES[0]
        self.dividers: list[float] = []  # where the pictures of a wipe meet, in shares of the width
        self._held: int | None = None
        self.setMouseTracking(True)
        self.setMinimumSize(160, 160)
        self.setAccessibleName(tr("Compared clips"))
        comparison.changed.connect(self._changed)
        playback.playhead_changed.connect(self.update)
        self._changed()

    def sizeHint(self) -> QSize:
        return QSize(640, 360)

    def set_mode(self, mode: str) -> None:
        """One of `MODES`."""
        self.mode = mode
        self.update()

    @property
    def shown(self) -> list[Picture]:
        """What is compared, the real clip first."""
        comparison = self._comparison
        found = []
        if (real := comparison.real) is not None and comparison.shows_real:
            grey = self.palette().color(QPalette.ColorRole.Text)
            found.append(Picture(tr("Real"), "", grey, lambda i: real.frames[min(i, len(real.frames) - 1)]))
        for position, record in enumerate(comparison.records):

            def frame(index: int, record=record) -> np.ndarray | None:
                ready = record.nearest_ready(min(index, record.n_frames - 1))
                return record.source if ready is None else record.frames[ready]

            name = f"{record.action_label} · {record.seed_label}"
            found.append(Picture("ABCD"[position], name, letter_colour(position), frame, record.id))
        return found

    def _changed(self) -> None:
        count = len(self.shown)
        if len(self.dividers) != max(0, count - 1):
            self.dividers = [(i + 1) / count for i in range(count - 1)]
        self.update()

    # Where things are

    def cells(self, count: int) -> list[QRectF]:
        """Squares as large as they can be for `count` pictures, each below room for its caption."""
        area = QRectF(self.rect()).adjusted(_GAP, 0, -_GAP, -_GAP / 2)
        best, columns = 0.0, 1
        for tried in range(1, count + 1):
            rows = -(-count // tried)
            across = (area.width() - (tried - 1) * _GAP) / tried
            side = min(across, area.height() / rows - _CAPTION)
            if side > best:
                best, columns = side, tried
        rows = -(-count // columns)
        found = []
        for i in range(count):
            row, column = divmod(i, columns)
            in_row = min(columns, count - row * columns)
            left = area.center().x() - (in_row * best + (in_row - 1) * _GAP) / 2 + column * (best + _GAP)
            top = area.center().y() - rows * (best + _CAPTION) / 2 + row * (best + _CAPTION) + _CAPTION
            found.append(QRectF(round(left), round(top), int(best), int(best)))
        return found

    def cross_rect(self, position: int) -> QRectF:
        """Where the cross of the picture at `position` is, side by side."""
        cell = self.cells(len(self.shown))[position]
        return QRectF(cell.right() - _CROSS, cell.top() - _CAPTION + 4, _CROSS, _CROSS)

    # Painting

    def paintEvent(self, event) -> None:
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.SmoothPixmapTransform | QPainter.RenderHint.Antialiasing)
        painter.setFont(text_font(12))
        shown, index = self.shown, self._playback.playhead
        if len(shown) < 2:
            self._invite(painter)
        elif self.mode == "wipe":
            self._paint_wipe(painter, shown, index)
        elif self.mode == "difference":
            self._paint_differences(painter, shown, index)
        else:
            for picture, cell in zip(shown, self.cells(len(shown)), strict=True):
                self._paint_frame(painter, cell, picture.frame(index))
                self._paint_caption(painter, cell, picture)

    def _invite(self, painter: QPainter) -> None:
        painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
        words = tr(
            "Two to four clips stand here side by side.\nChoose “Compare” from the menu of a tile for each of them."
        )
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, words)

    def _paint_frame(self, painter: QPainter, cell: QRectF, frame: np.ndarray | None) -> None:
        if frame is not None:
            painter.drawImage(cell, pictures.image(frame))

    def _paint_caption(self, painter: QPainter, cell: QRectF, picture: Picture, removable: bool = True) -> None:
        room = QRectF(cell.left(), cell.top() - _CAPTION, cell.width(), _CAPTION)
        painter.setFont(text_font(12))
        painter.setPen(picture.colour)
        bold = painter.font()
        bold.setBold(True)
        painter.setFont(bold)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, picture.letter)
        offset = painter.fontMetrics().horizontalAdvance(picture.letter) + 6
        painter.setFont(text_font(12))
        painter.setPen(self.palette().color(QPalette.ColorRole.Text))
        room = room.adjusted(offset, 0, -_CROSS - 4 if removable and picture.clip_id else 0, 0)
        cut = painter.fontMetrics().elidedText(picture.name, Qt.TextElideMode.ElideRight, int(room.width()))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, cut)
        if removable and picture.clip_id:
            cross = QRectF(cell.right() - _CROSS, cell.top() - _CAPTION + 4, _CROSS, _CROSS)
            icons.paint(painter, "close", cross.adjusted(2, 2, -2, -2), self.palette().color(_QUIET))

    def _paint_wipe(self, painter: QPainter, shown: list[Picture], index: int) -> None:
        cell = self.cells(1)[0]
        edges = [0.0, *self.dividers, 1.0]
        for picture, start, stop in zip(shown, edges, edges[1:], strict=False):
            part = QRectF(cell.left() + start * cell.width(), cell.top(), (stop - start) * cell.width(), cell.height())
            painter.setClipRect(part)
            self._paint_frame(painter, cell, picture.frame(index))
            painter.setClipping(False)
            caption = part.adjusted(0, 0, -6, 0)
            if caption.width() > 12:
                self._paint_caption(painter, caption, picture, removable=False)
        painter.setPen(QPen(QColor(255, 255, 255, 220), 2))
        for share in self.dividers:
            x = cell.left() + share * cell.width()
            painter.drawLine(QPointF(x, cell.top()), QPointF(x, cell.bottom()))
            painter.setBrush(QColor(255, 255, 255, 230))
            painter.drawEllipse(QPointF(x, cell.center().y()), 5, 5)

    def _paint_differences(self, painter: QPainter, shown: list[Picture], index: int) -> None:
        first, *others = shown
        reference = first.frame(index)
        for picture, cell in zip(others, self.cells(len(others)), strict=True):
            frame = picture.frame(index)
            if frame is not None and reference is not None and frame.shape == reference.shape:
                self._paint_frame(painter, cell, difference(frame, reference))
            against = Picture(f"{first.letter} – {picture.letter}", picture.name, picture.colour, picture.frame)
            self._paint_caption(painter, cell, against, removable=False)

    # Mouse

    def _divider_at(self, position: QPointF) -> int | None:
        if self.mode != "wipe" or not self.dividers:
            return None
        cell = self.cells(1)[0]
        away = [abs(cell.left() + share * cell.width() - position.x()) for share in self.dividers]
        nearest = int(np.argmin(away))
        return nearest if away[nearest] <= _GRIP else None

    def _cross_at(self, position: QPointF) -> Picture | None:
        shown = self.shown
        if self.mode != MODES[0] or len(shown) < 2:
            return None
        hits = (p for i, p in enumerate(shown) if p.clip_id and self.cross_rect(i).contains(position))
        return next(hits, None)

    def mousePressEvent(self, event) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._held = self._divider_at(event.position())

    def mouseMoveEvent(self, event) -> None:
        if self._held is None:
            cross = self._cross_at(event.position())
            shape = Qt.CursorShape.ArrowCursor
            if self._divider_at(event.position()) is not None:
                shape = Qt.CursorShape.SplitHCursor
            elif cross is not None:
                shape = Qt.CursorShape.PointingHandCursor
            self.setCursor(shape)
            self.setToolTip(tr("Take this clip out of the comparison") if cross is not None else "")
            return
        cell = self.cells(1)[0]
        edges = [0.0, *self.dividers, 1.0]
        share = (event.position().x() - cell.left()) / cell.width()
        self.dividers[self._held] = min(max(share, edges[self._held]), edges[self._held + 2])
        self.update()

    def mouseReleaseEvent(self, event) -> None:
        if self._held is None and event.button() == Qt.MouseButton.LeftButton:
            cross = self._cross_at(event.position())
            if cross is not None:
                self.remove_wanted.emit(cross.clip_id)
        self._held = None


_QUIET = QPalette.ColorRole.PlaceholderText


def difference(frame: np.ndarray, reference: np.ndarray) -> np.ndarray:
    """How far two pictures uint8 [H, W, 3] are apart, `DIFFERENCE_GAIN` times enlarged: uint8, black where equal."""
    apart = np.abs(frame.astype(np.int16) - reference.astype(np.int16)) * DIFFERENCE_GAIN
    return np.minimum(apart, 255).astype(np.uint8)
