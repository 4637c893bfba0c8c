"""Windows of their own that are no larger than their screen, whatever was asked for or remembered."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QWidget

_FRAME = QSize(8, 40)  # px of a title bar and borders, which are not known before a window is shown


def fit(window: QWidget) -> None:
    """Make a window smaller, and move it, until it lies within its screen with its frame. Call before it is shown."""
    if window.isMaximized() or window.isFullScreen():
        return
    available = window.screen().availableGeometry()
    most = available.size() - _FRAME
    window.resize(window.size().boundedTo(most).expandedTo(window.minimumSize()))
    inside = QRect(available.topLeft(), available.size() - window.size() - _FRAME)
    at = window.pos()
    x = max(inside.left(), min(at.x(), inside.left() + max(0, inside.width())))
    y = max(inside.top(), min(at.y(), inside.top() + max(0, inside.height())))
    if (x, y) != (at.x(), at.y()):
        window.move(x, y)
