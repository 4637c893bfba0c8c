"""The numbered frames around the figures found in a photo, and which of them the mouse points at."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from engine.media.photo import Crop
from kpvp_gui.widgets.theme import tabular_font

_BADGE = 20  # px
_WHITE, _SHADE = QColor(255, 255, 255, 235), QColor(10, 11, 14, 190)


def draw(painter: QPainter, frame: QRectF, number: int, pointed: bool) -> None:
    """A dashed frame with the figure's number in its corner; drawn out while the mouse points at it."""
    painter.save()
    painter.setBrush(QColor(255, 255, 255, 40) if pointed else Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(0, 0, 0, 90), 3))
    painter.drawRect(frame)
    painter.setPen(QPen(_WHITE, 1.5, Qt.PenStyle.SolidLine if pointed else Qt.PenStyle.DashLine))
    painter.drawRect(frame)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_WHITE if pointed else _SHADE)
    badge = _badge(frame)
    painter.drawRoundedRect(badge, 4, 4)
    painter.setPen(QColor(20, 21, 28) if pointed else _WHITE)
    painter.setFont(tabular_font(12))
    painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, str(number))
    painter.restore()


def pointed_at(frames: Mapping[Crop, QRectF], position: QPointF, crop: QRectF | None) -> Crop | None:
    """The figure whose number is there, else the nearest whose frame is, unless that is within the `crop` as well."""
    for figure, frame in frames.items():
        if _badge(frame).contains(position):
            return figure
    there = [figure for figure, frame in frames.items() if frame.contains(position)]
    if crop is not None or not there:
        return None
    return min(there, key=lambda figure: (frames[figure].center() - position).manhattanLength())


def _badge(frame: QRectF) -> QRectF:
    return QRectF(frame.left() + 5, frame.top() + 5, _BADGE, _BADGE)
