"""A plane of futures. Its middle is z = 0, the mean one; to the right lies the seed's z, upwards the next seed's.

Two single numbers of z would hardly be seen in the clip; two whole directions are.
"""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QPainter, QPalette, QPen
from PySide6.QtWidgets import QWidget

from engine.inputs import LARGEST_SEED, latent
from kpvp_gui.document.document import Document
from kpvp_gui.translation import tr
from kpvp_gui.widgets.theme import text_font

_REACH = 1.6  # the pad shows -1.6 .. 1.6 times each direction
_LABEL_PX = 10
_SETTLED_MS = 450  # after the last arrow key z counts as chosen


class ZPad(QWidget):
    """Dragging previews, letting go makes a clip; the arrow keys do the same."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._dragging = False
        self._plane = np.zeros((2, 0), np.float32)  # the directions [2, Z] to the right and upwards
        self._settle = QTimer(self, singleShot=True, interval=_SETTLED_MS)
        self._settle.timeout.connect(lambda: document.set_z(document.z))
        self.setFixedHeight(96)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setAccessibleName(tr("z pad"))
        self.setAccessibleDescription(tr("Arrow keys vary the future; Shift makes the steps small."))
        self.setToolTip(tr("Drag to vary the future. Middle: the mean one; right: this seed; up: the next seed."))
        document.latent_changed.connect(self._latent_changed)
        document.model_changed.connect(self._latent_changed)
        self._latent_changed()

    def sizeHint(self) -> QSize:
        return QSize(200, 96)

    def _latent_changed(self) -> None:
        z, seed = self._document.z, self._document.seed
        if seed is not None:
            self._plane = np.stack([z, latent((seed + 1) % (LARGEST_SEED + 1), len(z))])
        elif self._plane.shape[1] != len(z):
            self._plane = np.stack([z, latent(0, len(z))]) if z.any() else latent(0, 2, len(z))
        self.update()

    def coordinates(self) -> np.ndarray:
        """float [2]: where z lies on the plane, (1, 0) being the seed's own."""
        if not self._plane.shape[1]:
            return np.zeros(2)
        return np.linalg.lstsq(self._plane.T, self._document.z, rcond=None)[0]

    def point(self) -> QPointF:
        """Where z is on the pad, in widget coordinates."""
        x, y = np.clip(self.coordinates(), -_REACH, _REACH) / _REACH
        rect = self._area()
        return rect.center() + QPointF(x * rect.width() / 2, -y * rect.height() / 2)

    def _area(self) -> QRectF:
        return QRectF(self.rect()).adjusted(8, 8, -8, -8)

    def paintEvent(self, event) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette = self.palette()
        edge = QPalette.ColorRole.Highlight if self.hasFocus() else QPalette.ColorRole.Mid
        painter.setPen(QPen(palette.color(edge), 1))
        painter.setBrush(palette.color(QPalette.ColorRole.Base))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        area = self._area()
        centre = area.center()
        painter.setPen(QPen(palette.color(QPalette.ColorRole.Mid), 1))
        painter.drawLine(QPointF(area.left(), centre.y()), QPointF(area.right(), centre.y()))
        painter.drawLine(QPointF(centre.x(), area.top()), QPointF(centre.x(), area.bottom()))
        if self._plane.shape[1]:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(palette.color(QPalette.ColorRole.PlaceholderText), 1))
            own, following = QPointF(area.width() / 2 / _REACH, 0), QPointF(0, -area.height() / 2 / _REACH)
            painter.drawEllipse(centre + own, 3, 3)
            painter.drawEllipse(centre + following, 3, 3)
            painter.setFont(text_font(_LABEL_PX))
            painter.drawText(centre + own + QPointF(-12, 18), tr("seed"))
            painter.drawText(centre + following + QPointF(8, 4), tr("next seed"))
            painter.drawText(centre + QPointF(-34, 12), tr("mean"))
            painter.setPen(QPen(palette.color(QPalette.ColorRole.Base), 2))
            painter.setBrush(palette.color(QPalette.ColorRole.Highlight))
            painter.drawEllipse(self.point(), 6, 6)

    def mousePressEvent(self, event) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self._plane.shape[1]:
            self._dragging = True
            self._move_to(event.position())

    def mouseMoveEvent(self, event) -> None:
        if self._dragging:
            self._move_to(event.position())

    def mouseReleaseEvent(self, event) -> None:
        if self._dragging and event.button() == Qt.MouseButton.LeftButton:
            self._dragging = False
            self._document.set_z(self._document.z)

    def keyPressEvent(self, event) -> None:
        way = _ARROWS.get(event.key())
        if way is None or not self._plane.shape[1]:
            super().keyPressEvent(event)
            return
        fine = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        self._set(self.coordinates() + np.array(way) * (0.02 if fine else 0.1))
        self._settle.start()

    def focusInEvent(self, event) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event) -> None:
        super().focusOutEvent(event)
        self.update()

    def _move_to(self, position: QPointF) -> None:
        way = position - self._area().center()
        self._set(np.array([way.x() / self._area().width(), -way.y() / self._area().height()]) * 2 * _REACH)

    def _set(self, coordinates: np.ndarray) -> None:
        x, y = np.clip(coordinates, -_REACH, _REACH)
        self._document.set_z((x * self._plane[0] + y * self._plane[1]).astype(np.float32), final=False)


_ARROWS = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, 1), Qt.Key.Key_Down: (0, -1)}
