"""One clip of a ranking as a card: it plays, shows its rank, and is moved by keys. Dragging is the row's affair."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPalette, QPen
from PySide6.QtWidgets import QWidget

from kpvp_gui.translation import tr
from kpvp_gui.widgets import pictures
from kpvp_gui.widgets.theme import text_font

MARGIN = 8  # px around the picture
FOOT = 32  # px below it, for the rank


class RankingCard(QWidget):
    """`move_wanted` carries the rank, from 0, that keys ask for."""

    move_wanted = Signal(int)

    def __init__(self, clip_id: str, frames: np.ndarray, parent: QWidget | None = None) -> None:
        """frames: uint8 [T, S, S, 3]."""
        super().__init__(parent)
        self.clip_id, self.n_frames = clip_id, len(frames)
        self._frames = [pictures.image(frame) for frame in frames]
        self._index, self._rank, self._count = 0, 0, 1
        self.held = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.OpenHandCursor)

    def sizeHint(self) -> QSize:
        return QSize(200, 200 + FOOT)

    @property
    def shown(self) -> QImage:
        """The frame on the card."""
        return self._frames[self._index]

    def show_frame(self, index: int) -> None:
        """Frame `index`, or the last one where the clip is shorter."""
        index = min(index, self.n_frames - 1)
        if index != self._index:
            self._index = index
            self.update()

    def set_rank(self, rank: int, count: int) -> None:
        """Say that it is at `rank` (0 is the best) of `count`."""
        self._rank, self._count = rank, count
        self.setAccessibleName(tr("Clip at rank {rank} of {count}", rank=rank + 1, count=count))
        self.update()

    def set_held(self, held: bool) -> None:
        """The mouse has it, or lets it go."""
        self.held = held
        self.setCursor(Qt.CursorShape.ClosedHandCursor if held else Qt.CursorShape.OpenHandCursor)
        self.update()

    def keyPressEvent(self, event) -> None:
        keys = {Qt.Key.Key_Left: self._rank - 1, Qt.Key.Key_Right: self._rank + 1}
        wanted = keys.get(event.key())
        digit = event.key() - Qt.Key.Key_1
        if wanted is None and 0 <= digit < self._count:
            wanted = digit
        if wanted is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif 0 <= wanted < self._count:
            self.move_wanted.emit(wanted)

    def focusInEvent(self, event) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event) -> None:
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.SmoothPixmapTransform | QPainter.RenderHint.Antialiasing)
        palette = self.palette()
        marked = self.held or self.hasFocus()
        edge = palette.color(QPalette.ColorRole.Highlight if marked else QPalette.ColorRole.Mid)
        painter.setPen(QPen(edge, 2 if marked else 1))
        painter.setBrush(palette.color(QPalette.ColorRole.Base))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)
        side = self.width() - 2 * MARGIN
        picture = QRectF(MARGIN, MARGIN, side, side)
        corners = QPainterPath()
        corners.addRoundedRect(picture, 5, 5)
        painter.save()
        painter.setClipPath(corners)
        painter.drawImage(picture, self.shown)
        painter.restore()
        font = text_font(15)
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(palette.color(QPalette.ColorRole.Text))
        foot = QRectF(0, picture.bottom(), self.width(), self.height() - picture.bottom())
        painter.drawText(foot, Qt.AlignmentFlag.AlignCenter, str(self._rank + 1))
