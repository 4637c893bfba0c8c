"""The speed over a clip as a curve with five handles: drag one, or choose it by arrow keys and move it up and down."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPalette, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from kpvp_gui.translation import marked, tr
from kpvp_gui.widgets.controls import heading

_HANDLES = 5
_FASTEST = 2.0  # times the speed there was
_STEP = 0.1
_MARGIN = 12.0
_PRESETS = {
    marked("Even"): (1.0, 1.0, 1.0, 1.0, 1.0),
    marked("Ease in"): (0.2, 0.7, 1.2, 1.4, 1.4),
    marked("Ease out"): (1.4, 1.4, 1.2, 0.7, 0.2),
    marked("Ease both"): (0.2, 1.1, 1.6, 1.1, 0.2),
}


class SpeedCurve(QWidget):
    """`speeds` float [5], 0 to 2: how fast the motion goes, from the first frame to the last."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.speeds = np.ones(_HANDLES)
        self._held: int | None = None
        self._chosen = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Speed over the clip"))
        self.setAccessibleDescription(tr("Left and right choose a handle, up and down change the speed there."))

    def sizeHint(self) -> QSize:
        return QSize(264, 128)

    def set_speeds(self, speeds: np.ndarray) -> None:
        self.speeds = np.clip(np.asarray(speeds, float), 0, _FASTEST)
        self.update()
        self.changed.emit()

    def handle(self, index: int) -> QPointF:
        """Where a handle is in the widget."""
        area = self._area()
        x = area.left() + index / (_HANDLES - 1) * area.width()
        return QPointF(x, area.bottom() - self.speeds[index] / _FASTEST * area.height())

    def _area(self) -> QRectF:
        return QRectF(self.rect()).adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)

    def _set(self, index: int, speed: float) -> None:
        speeds = self.speeds.copy()
        speeds[index] = speed
        self.set_speeds(speeds)

    def paintEvent(self, event) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette, area = self.palette(), self._area()
        accent, line = palette.color(QPalette.ColorRole.Highlight), palette.color(QPalette.ColorRole.Mid)
        painter.setPen(QPen(line, 1))
        for speed in (0.0, 1.0, 2.0):
            y = area.bottom() - speed / _FASTEST * area.height()
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
        points = [self.handle(index) for index in range(_HANDLES)]
        path = QPainterPath(points[0])
        for point in points[1:]:
            path.lineTo(point)
        under = QPainterPath(path)
        under.lineTo(area.bottomRight())
        under.lineTo(area.bottomLeft())
        fill = QColor(accent)
        fill.setAlphaF(0.14)
        painter.fillPath(under, fill)
        painter.setPen(QPen(accent, 2))
        painter.drawPath(path)
        for index, point in enumerate(points):
            chosen = index == self._chosen and self.hasFocus()
            painter.setBrush(accent if chosen or index == self._held else palette.color(QPalette.ColorRole.Base))
            painter.drawEllipse(point, 5, 5)

    def mousePressEvent(self, event) -> None:
        away = [(self.handle(index) - event.position()).manhattanLength() for index in range(_HANDLES)]
        self._held = self._chosen = int(np.argmin(away))
        self.mouseMoveEvent(event)

    def mouseMoveEvent(self, event) -> None:
        if self._held is not None:
            area = self._area()
            self._set(self._held, (area.bottom() - event.position().y()) / area.height() * _FASTEST)

    def mouseReleaseEvent(self, event) -> None:
        self._held = None
        self.update()

    def keyPressEvent(self, event) -> None:
        match event.key():
            case Qt.Key.Key_Left | Qt.Key.Key_Right:
                step = 1 if event.key() == Qt.Key.Key_Right else -1
                self._chosen = (self._chosen + step) % _HANDLES
                self.update()
            case Qt.Key.Key_Up | Qt.Key.Key_Down:
                step = _STEP if event.key() == Qt.Key.Key_Up else -_STEP
                self._set(self._chosen, self.speeds[self._chosen] + step)
            case _:
                super().keyPressEvent(event)


class SpeedPopup(QWidget):
    """The curve with presets; `applied` gives its speeds float [5]."""

    applied = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAutoFillBackground(True)
        self.curve = SpeedCurve()
        hint = QLabel(tr("Faster above the middle line, slower below; the length stays."))
        hint.setProperty("role", "secondary")
        hint.setWordWrap(True)
        presets = QHBoxLayout()
        presets.setSpacing(4)
        for name, speeds in _PRESETS.items():
            button = QPushButton(tr(name))
            button.clicked.connect(lambda _=False, speeds=speeds: self.curve.set_speeds(np.array(speeds)))
            button.setAutoDefault(False)
            presets.addWidget(button)
        self.apply_button = QPushButton(tr("&Change speed"))
        self.apply_button.setProperty("primary", True)
        self.apply_button.clicked.connect(self._apply)
        self.curve.changed.connect(lambda: self.apply_button.setEnabled(bool(self.curve.speeds.any())))
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(8)
        column.addWidget(heading(tr("Speed over the clip")))
        column.addWidget(self.curve)
        column.addWidget(hint)
        column.addLayout(presets)
        column.addWidget(self.apply_button)

    def keyPressEvent(self, event) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.apply_button.isEnabled():
            self._apply()
        else:
            super().keyPressEvent(event)

    def _apply(self) -> None:
        self.hide()
        self.applied.emit(self.curve.speeds.copy())
