"""What the columns of a preview are, written above them wherever the picture below is zoomed and moved to."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPalette
from PySide6.QtWidgets import QSizePolicy, QWidget

from kpvp_gui.translation import tr
from kpvp_gui.widgets.theme import text_font

_HEIGHT = 20  # px
_MARGIN = 4


class ColumnHeads(QWidget):
    """`picture_rect()` is where the whole picture is, in this widget's x; None while there is no picture."""

    def __init__(self, picture_rect: Callable[[], QRectF | None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.columns: tuple[str, ...] = ()
        self._picture_rect = picture_rect
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(0, _HEIGHT)

    def set_columns(self, columns: tuple[str, ...]) -> None:
        """Name the columns, of equal width, from left to right; none: the room stays empty."""
        if columns != self.columns:
            self.columns = columns
            self.setToolTip(" · ".join(columns))  # where there is little room the names are cut off
            self.setAccessibleName(tr("Columns: ") + ", ".join(columns) if columns else "")
            self.update()

    def paintEvent(self, event) -> None:
        picture_rect = self._picture_rect()
        if picture_rect is None or not self.columns:
            return
        painter = QPainter(self)
        painter.setFont(text_font(11))
        painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
        metrics = QFontMetricsF(painter.font())
        width = picture_rect.width() / len(self.columns)
        for number, name in enumerate(self.columns):
            room = QRectF(picture_rect.left() + number * width, 0, width, self.height()).intersected(
                QRectF(self.rect())
            )
            words = metrics.elidedText(name, Qt.TextElideMode.ElideRight, max(room.width() - _MARGIN, 0))
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter, words)
