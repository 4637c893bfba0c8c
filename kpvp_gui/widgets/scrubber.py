"""The slider of the playhead: a click or a drag goes to the frame under the mouse. Knows frames, no Document."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QSlider, QWidget

_HANDLE = 12  # px, as the style sheet has it
_MARK = QRectF(-1.5, -7, 3, 14)  # px around where a range begins or ends


class Scrubber(QSlider):
    """Marks where the played range begins and ends, if that is not the whole clip.

    A plain slider moves by a page towards a click, and ignores the drag that begins there.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setMinimumWidth(48)
        self._range: tuple[int, int] | None = None

    def set_range(self, frames: tuple[int, int] | None) -> None:
        """The first and last frame that are played; None: all."""
        if frames != self._range:
            self._range = frames
            self.update()

    def position_of(self, frame: int) -> float:
        """Where a frame is, in pixels of the widget."""
        share = (frame - self.minimum()) / max(1, self.maximum() - self.minimum())
        return _HANDLE / 2 + share * (self.width() - _HANDLE)

    def frame_at(self, x: float) -> int:
        """The frame nearest to a point of the widget."""
        share = (x - _HANDLE / 2) / max(1, self.width() - _HANDLE)
        frame = self.minimum() + round(share * (self.maximum() - self.minimum()))
        return max(self.minimum(), min(frame, self.maximum()))

    def mousePressEvent(self, event) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.setSliderDown(True)
            self.setSliderPosition(self.frame_at(event.position().x()))
        else:
            event.ignore()

    def mouseMoveEvent(self, event) -> None:
        if self.isSliderDown():
            self.setSliderPosition(self.frame_at(event.position().x()))

    def mouseReleaseEvent(self, event) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.setSliderDown(False)

    def paintEvent(self, event) -> None:
        super().paintEvent(event)
        if self._range is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.palette().color(QPalette.ColorRole.Text))
        for frame in self._range:
            mark = _MARK.translated(QPointF(self.position_of(frame), self.height() / 2))
            painter.drawRoundedRect(mark, 1.5, 1.5)
