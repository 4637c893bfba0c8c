"""Two to four pinned futures with a point among them: dragging it previews the future there, letting go makes it."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPalette, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from kpvp_gui.document.clip_record import ClipRecord
from kpvp_gui.document.document import Document
from kpvp_gui.futures.between import CORNERS, can_move, inputs_at, nearest_point, shares_at
from kpvp_gui.futures.compare_pictures import letter_colour
from kpvp_gui.translation import marked, tr
from kpvp_gui.widgets import pictures

_MARGIN, _GAP = 16, 24
_PINNED = 84.0  # px of a pinned future's picture, at most
_SETTLED_MS = 450  # after the last arrow key the future counts as chosen
_HOW = marked("Put two to four futures of this model side by side first: “Compare” in a tile's menu.")
_ARROWS = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1)}


class BetweenView(QWidget):
    """Moves between the clips of the comparison; `point` is where, in a unit square."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document, self._comparison = document, document.comparison
        self.point = (0.5, 0.5)
        self._dragging = False
        self._settle = QTimer(self, singleShot=True, interval=_SETTLED_MS)
        self._settle.timeout.connect(lambda: self._move_to(self.point, final=True))
        self.setMinimumSize(320, 160)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Between futures"))
        self.setAccessibleDescription(tr("Arrow keys move between the pinned futures; Shift makes the steps small."))
        document.comparison.changed.connect(self._pins_changed)
        for signal in (document.playback.playhead_changed, document.clips.current_changed):
            signal.connect(self.update)
        document.making.frames_arrived.connect(lambda *_: self.update())
        document.model_changed.connect(self._pins_changed)
        self._pins_changed()

    def sizeHint(self) -> QSize:
        return QSize(640, 360)

    @property
    def pinned(self) -> tuple[ClipRecord, ...]:
        """The futures it moves between; none while there is nothing to move between."""
        records = self._comparison.records
        return records if can_move(records, self._document.inputs) else ()

    def _pins_changed(self) -> None:
        if self.pinned:
            self.point = nearest_point(self.point, len(self.pinned))
        self.setCursor(Qt.CursorShape.CrossCursor if self.pinned else Qt.CursorShape.ArrowCursor)
        self.update()

    # Where things are

    @property
    def pad_rect(self) -> QRectF:
        """The unit square of `point`, in widget coordinates: the left half, but for the pictures at its corners."""
        side = min(self.width() / 2 - _MARGIN - _GAP / 2, self.height() - 2 * _MARGIN)
        room = self._pinned_side(side)
        whole = QRectF(_MARGIN, (self.height() - side) / 2, self.width() / 2 - _MARGIN - _GAP / 2, side)
        return whole.adjusted(room / 2, room / 2, -room / 2, -room / 2)

    @staticmethod
    def _pinned_side(side: float) -> float:
        return max(24.0, min(_PINNED, side * 0.3))

    def _pinned_rect(self, position: int, count: int) -> QRectF:
        side = self._pinned_side(min(self.width() / 2 - _MARGIN - _GAP / 2, self.height() - 2 * _MARGIN))
        centre = self.on_pad(CORNERS[count][position])
        return QRectF(centre.x() - side / 2, centre.y() - side / 2, side, side)

    def on_pad(self, point: tuple[float, float]) -> QPointF:
        """A point of the unit square in widget coordinates."""
        pad = self.pad_rect
        return QPointF(pad.left() + point[0] * pad.width(), pad.top() + point[1] * pad.height())

    # Painting

    def paintEvent(self, event) -> None:
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        palette, pinned = self.palette(), self.pinned
        if not pinned:
            painter.setPen(palette.color(QPalette.ColorRole.PlaceholderText))
            around = self.rect().adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
            painter.drawText(around, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, tr(_HOW))
            return
        count = len(pinned)
        painter.setPen(QPen(palette.color(QPalette.ColorRole.Dark), 2))
        painter.setBrush(palette.color(QPalette.ColorRole.Base))
        painter.drawPolygon(QPolygonF([self.on_pad(corner) for corner in CORNERS[count]]))
        weights = shares_at(self.point, count)
        for position, record in enumerate(pinned):
            self._paint_pinned(painter, position, record, float(weights[position]))
        at = self.on_pad(self.point)
        painter.setPen(QPen(palette.color(QPalette.ColorRole.Base), 3))
        painter.setBrush(palette.color(QPalette.ColorRole.Highlight))
        painter.drawEllipse(at, 8, 8)
        if self.hasFocus():
            painter.setPen(QPen(palette.color(QPalette.ColorRole.Highlight), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(at, 12, 12)
        self._paint_preview(painter)

    def _paint_pinned(self, painter: QPainter, position: int, record: ClipRecord, share: float) -> None:
        where = self._pinned_rect(position, len(self.pinned))
        colour = letter_colour(position)
        picture = self._image(record)
        if picture is not None:
            _draw_rounded(painter, where, picture)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colour, 2))
        painter.drawRoundedRect(where, 6, 6)
        foot = QRectF(where.left() + 1, where.bottom() - 17, where.width() - 2, 16)
        painter.fillRect(foot, QColor(18, 19, 23, 170))
        painter.setPen(QColor("#f2f2f5"))
        words = f"{'ABCD'[position]}   {share:.0%}".replace("%", " %")
        painter.drawText(foot, Qt.AlignmentFlag.AlignCenter, words)

    def _paint_preview(self, painter: QPainter) -> None:
        shown = self._document.clips.current
        picture = None if shown is None else self._image(shown)
        if shown is None or picture is None:
            return
        room = QRectF(self.width() / 2 + _GAP / 2, _MARGIN, self.width() / 2 - _MARGIN - _GAP / 2, self.height())
        side = min(room.width(), self.height() - 2 * _MARGIN - 20)
        where = QRectF(room.center().x() - side / 2, (self.height() - side - 20) / 2, side, side)
        _draw_rounded(painter, where, picture)
        painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
        below = QRectF(room.left(), where.bottom() + 4, room.width(), 20)
        words = f"{shown.action_label} · {shown.seed_label}"
        cut = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, int(room.width()))
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, cut)

    def _image(self, record: ClipRecord) -> QImage | None:
        frame = record.nearest_ready(min(self._document.playback.playhead, record.n_frames - 1))
        array: np.ndarray | None = record.thumbnail if frame is None else record.frames[frame]
        return None if array is None else pictures.image(array)

    # Moving

    def _move_to(self, point: tuple[float, float], final: bool) -> None:
        pinned = self.pinned
        if not pinned:
            return
        self.point = nearest_point(point, len(pinned))
        self._document.set_between(*inputs_at(pinned, shares_at(self.point, len(pinned))), final)
        self.update()

    def _at(self, position: QPointF) -> tuple[float, float]:
        pad = self.pad_rect
        return (position.x() - pad.left()) / pad.width(), (position.y() - pad.top()) / pad.height()

    def mousePressEvent(self, event) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.pinned and event.position().x() < self.width() / 2:
            self._dragging = True
            self._move_to(self._at(event.position()), final=False)

    def mouseMoveEvent(self, event) -> None:
        if self._dragging:
            self._move_to(self._at(event.position()), final=False)

    def mouseReleaseEvent(self, event) -> None:
        if self._dragging and event.button() == Qt.MouseButton.LeftButton:
            self._dragging = False
            self._move_to(self.point, final=True)

    def keyPressEvent(self, event) -> None:
        way = _ARROWS.get(event.key())
        if way is None or not self.pinned:
            super().keyPressEvent(event)
            return
        step = 0.025 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 0.05
        self._move_to((self.point[0] + step * way[0], self.point[1] + step * way[1]), final=False)
        self._settle.start()

    def hideEvent(self, event) -> None:
        super().hideEvent(event)
        if self._settle.isActive():
            self._settle.stop()
            self._move_to(self.point, final=True)


def _draw_rounded(painter: QPainter, where: QRectF, picture: QImage) -> None:
    shape = QPainterPath()
    shape.addRoundedRect(where, 6, 6)
    painter.save()
    painter.setClipPath(shape)
    painter.drawImage(where, picture)
    painter.restore()
