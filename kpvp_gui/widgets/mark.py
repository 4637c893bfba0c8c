"""The program's mark: a ring of keypoints in their colours."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap

from engine.overlay import keypoint_colours

_DOTS = 12


def paint(painter: QPainter, rect: QRectF) -> None:
    """Draw it into `rect`."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(rect.center())
    painter.scale(rect.width() / 64, rect.height() / 64)
    painter.setPen(QPen(QColor(12, 13, 16, 60), 1))
    for colour in keypoint_colours(_DOTS):
        painter.rotate(360 / _DOTS)
        painter.setBrush(QColor(*map(int, colour)))
        painter.drawEllipse(QRectF(-4.5, -28, 9, 9))
    painter.restore()


def program_icon() -> QIcon:
    result = QIcon()
    for size in (32, 64, 128, 256):
        pixmap = QPixmap(size, size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        paint(painter, QRectF(0, 0, size, size))
        painter.end()
        result.addPixmap(pixmap)
    return result
