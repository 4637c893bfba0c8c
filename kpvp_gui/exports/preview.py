"""What an export will look like, playing; a part to keep is drawn on it with the mouse. Knows no clip."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPalette, QPen
from PySide6.QtWidgets import QWidget

from engine.formats.arranged import Cut
from kpvp_gui.translation import tr
from kpvp_gui.widgets import pictures

_SMALLEST_DRAG = 6  # px: less is a click


class ExportPreview(QWidget):
    """Shows pictures one after another, fitted in. `cut_drawn` carries a part of what is shown, in fractions."""

    cut_drawn = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.can_cut = False
        self._images: list[QImage] = []
        self._words = ""
        self._shown = 0
        self._from: QPointF | None = None
        self._to = QPointF()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._advance)
        self.setMinimumSize(300, 300)
        self.setAccessibleName(tr("Preview of the file"))

    def sizeHint(self) -> QSize:
        return QSize(360, 360)

    def set_pictures(self, frames: Sequence[np.ndarray], fps: float, words: str = "") -> None:
        """Play uint8 [h, w, 3] at `fps`; `words` stand there when there are none."""
        self._images, self._words = [pictures.image(frame) for frame in frames], words
        self._shown = min(self._shown, max(0, len(self._images) - 1))
        if len(self._images) > 1:
            self._timer.start(max(10, round(1000 / fps)))
        else:
            self._timer.stop()
        self._follow_mouse()
        self.update()

    def set_can_cut(self, can_cut: bool) -> None:
        """Whether a part may be drawn with the mouse."""
        self.can_cut = can_cut
        self._follow_mouse()

    def _follow_mouse(self) -> None:
        cutting = self.can_cut and self._images
        self.setCursor(Qt.CursorShape.CrossCursor if cutting else Qt.CursorShape.ArrowCursor)
        self.setToolTip(tr("Drag over a part to keep that part alone") if cutting else "")

    def _advance(self) -> None:
        self._shown = (self._shown + 1) % len(self._images)
        self.update()

    @property
    def picture_rect(self) -> QRectF:
        """Where the picture is; empty without one."""
        if not self._images:
            return QRectF()
        size = self._images[0].size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        return QRectF((self.width() - size.width()) / 2, (self.height() - size.height()) / 2, *size.toTuple())

    def paintEvent(self, event) -> None:
        painter = QPainter(self)
        palette = self.palette()
        painter.fillRect(self.rect(), palette.color(QPalette.ColorRole.AlternateBase))
        if not self._images:
            painter.setPen(palette.color(QPalette.ColorRole.PlaceholderText))
            painter.drawText(self.rect().adjusted(16, 16, -16, -16), _CENTRED, self._words)
            return
        where = self.picture_rect
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(where, self._images[self._shown])
        if self._from is not None:
            drawn = self._drawn_rect()
            veil = QColor(0, 0, 0, 120)
            above = QRectF(where.left(), where.top(), where.width(), drawn.top() - where.top())
            below = QRectF(where.left(), drawn.bottom(), where.width(), where.bottom() - drawn.bottom())
            left = QRectF(where.left(), drawn.top(), drawn.left() - where.left(), drawn.height())
            right = QRectF(drawn.right(), drawn.top(), where.right() - drawn.right(), drawn.height())
            for dark in (above, below, left, right):
                painter.fillRect(dark, veil)
            painter.setPen(QPen(palette.color(QPalette.ColorRole.Highlight), 1.5))
            painter.drawRect(drawn)

    # Drawing a part

    def _drawn_rect(self) -> QRectF:
        assert self._from is not None
        return QRectF(self._from, self._to).normalized().intersected(self.picture_rect)

    def mousePressEvent(self, event) -> None:
        if self.can_cut and self._images and event.button() == Qt.MouseButton.LeftButton:
            self._from = self._to = event.position()

    def mouseMoveEvent(self, event) -> None:
        if self._from is not None:
            self._to = event.position()
            self.update()

    def mouseReleaseEvent(self, event) -> None:
        if self._from is None:
            return
        self._to = event.position()
        drawn, where = self._drawn_rect(), self.picture_rect
        self._from = None
        self.update()
        if min(drawn.width(), drawn.height()) < _SMALLEST_DRAG:
            return
        x, y = (drawn.left() - where.left()) / where.width(), (drawn.top() - where.top()) / where.height()
        width, height = drawn.width() / where.width(), drawn.height() / where.height()
        self.cut_drawn.emit((x, y, min(1.0, x + width), min(1.0, y + height)))


_CENTRED = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap


def nested(outer: Cut | None, inner: Cut) -> Cut:
    """The part `inner` of the part `outer`, as a part of the whole."""
    if outer is None:
        return inner
    left, top, right, bottom = outer
    width, height = right - left, bottom - top
    return (left + inner[0] * width, top + inner[1] * height, left + inner[2] * width, top + inner[3] * height)
