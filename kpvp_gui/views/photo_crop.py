"""The photo with its square crop: drag it, pull its corners, draw another, or use the arrow keys.

Where the model finds several figures, each has a frame to click. Dragging previews; letting go makes a clip. A large
photo is shown through a smaller copy made in the thread pool.
"""

from __future__ import annotations

import numpy as np
from PIL import Image
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPalette, QPen
from PySide6.QtWidgets import QWidget

from engine.media.photo import Crop, Photo
from kpvp_gui.background.jobs import Job
from kpvp_gui.document.document import Document
from kpvp_gui.translation import tr
from kpvp_gui.views import figure_frames
from kpvp_gui.widgets import crop_geometry, pictures
from kpvp_gui.widgets.pictures import PICTURE_MARGIN

_SHOWN_SIDE = 1600  # px of the copy that is drawn
_AT_ONCE = 1 << 20  # pixels that need no thread
_REACH = 10.0  # px around a corner that belong to it
_SETTLED_MS = 450  # after the last arrow key the crop counts as chosen


class PhotoCrop(QWidget):
    """Shows the Document's photo and edits its crop."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._image: QImage | None = None
        self._job: Job | None = None
        self._grip: int | str | None = None  # a corner, "move" or "new" while the mouse is down
        self._start: tuple[QPointF, Crop] | None = None
        self._pointed: Crop | None = None  # of the figure that a click would choose
        self._settle = QTimer(self, singleShot=True, interval=_SETTLED_MS)
        self._settle.timeout.connect(lambda: self._send(self._crop, final=True))
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(128, 128)
        self.setAccessibleName(tr("Photo with crop"))
        self.setAccessibleDescription(
            tr(
                "Arrow keys move the crop, plus and minus resize it, "
                "Page Up and Page Down go through the figures found."
            )
        )
        self.setToolTip(
            tr(
                "Drag the square, or pull its corners. Arrow keys move it, + and - resize it.\n"
                "Where several figures are found, click one's frame, or press Page Up or Page Down."
            )
        )
        document.photo_changed.connect(self._photo_changed)
        document.crop_changed.connect(self.update)
        document.finding.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(400, 400)

    # What is shown

    @property
    def _photo(self) -> Photo:
        """The photo; nothing is drawn or dragged while there is none."""
        assert self._document.photo is not None
        return self._document.photo

    @property
    def _crop(self) -> Crop:
        assert self._document.crop is not None
        return self._document.crop

    @property
    def held(self) -> bool:
        """Whether the mouse has hold of the crop."""
        return self._grip is not None

    def _photo_changed(self) -> None:
        photo, self._image, self._job = self._document.photo, None, None
        if photo is not None:
            if photo.width * photo.height <= _AT_ONCE:
                self._image = pictures.image(photo.pixels)
            else:
                job = self._job = Job(lambda: _smaller(photo.pixels))
                job.finished.connect(lambda image: self._take(job, image))
                job.start()
        self.update()

    def _take(self, job: Job, image: QImage) -> None:
        if job is self._job:  # a later photo may have come meanwhile
            self._image = image
            self.update()

    def photo_rect(self) -> QRectF:
        """Where the whole photo is, in widget coordinates."""
        photo = self._photo
        room = QRectF(self.rect()).adjusted(PICTURE_MARGIN, PICTURE_MARGIN, -PICTURE_MARGIN, -PICTURE_MARGIN)
        scale = min(room.width() / photo.width, room.height() / photo.height)
        size = QPointF(photo.width * scale, photo.height * scale)
        corner = room.center() - size / 2
        return QRectF(corner, corner + size)

    def crop_rect(self) -> QRectF:
        x, y, size = self._crop
        corner = self._to_widget(x, y)
        return QRectF(corner, self._to_widget(x + size, y + size))

    def figure_rects(self) -> dict[Crop, QRectF]:
        """The frames of the figures found that the crop is not around, by their crops, in widget coordinates."""
        crops = [f.crop for f in self._document.finding.figures if f.crop != self._document.crop]
        return {
            crop: QRectF(self._to_widget(*crop[:2]), self._to_widget(crop.x + crop.size, crop.y + crop.size))
            for crop in crops
        }

    def _scale(self) -> float:
        return self.photo_rect().width() / self._photo.width

    def _to_widget(self, x: float, y: float) -> QPointF:
        return self.photo_rect().topLeft() + QPointF(x, y) * self._scale()

    def _to_photo(self, position: QPointF) -> tuple[float, float]:
        point = (position - self.photo_rect().topLeft()) / self._scale()
        photo = self._photo
        return max(0.0, min(point.x(), photo.width)), max(0.0, min(point.y(), photo.height))

    def paintEvent(self, event) -> None:
        if self._document.photo is None or self._document.crop is None:
            return
        painter = QPainter(self)
        rect, crop = self.photo_rect(), self.crop_rect()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if self._image is not None:
            painter.drawImage(rect, self._image)
        else:
            painter.fillRect(rect, self.palette().color(QPalette.ColorRole.Mid))
        outside = QPainterPath()
        outside.addRect(rect)
        inside = QPainterPath()
        inside.addRect(crop)
        painter.fillPath(outside - inside, QColor(10, 11, 14, 140))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        numbers = {found.crop: i for i, found in enumerate(self._document.finding.figures, 1)}
        for other, frame in self.figure_rects().items():
            figure_frames.draw(painter, frame, numbers[other], self._pointed == other)
        focused = self.hasFocus()
        line = self.palette().color(QPalette.ColorRole.Highlight) if focused else QColor(255, 255, 255, 230)
        painter.setPen(QPen(QColor(0, 0, 0, 90), 3))
        painter.drawRect(crop)
        painter.setPen(QPen(line, 1.5))
        painter.drawRect(crop)
        painter.setPen(QPen(QColor(0, 0, 0, 110), 1))
        painter.setBrush(line)
        for x, y in crop_geometry.corners(self._crop):
            painter.drawEllipse(self._to_widget(x, y), 4.5, 4.5)

    # Mouse

    def _grip_at(self, position: QPointF) -> int | str:
        for index, (x, y) in enumerate(crop_geometry.corners(self._crop)):
            if (self._to_widget(x, y) - position).manhattanLength() <= 1.4 * _REACH:
                return index
        return "move" if self.crop_rect().contains(position) else "new"

    def mousePressEvent(self, event) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self._document.photo is not None:
            self._grip = self._grip_at(event.position())
            self._start = (event.position(), self._crop)

    def mouseMoveEvent(self, event) -> None:
        if self._document.photo is None:
            return
        if self._grip is None:
            self._point_at(event.position())
        elif (crop := self._dragged(event.position())) != self._document.crop:
            self._send(crop, final=False)

    def mouseReleaseEvent(self, event) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self._start is not None and self._grip is not None:
            moved = self._document.crop != self._start[1]
            clicked = (event.position() - self._start[0]).manhattanLength() < _REACH
            self._grip = None
            if moved:
                self._send(self._crop, final=True)
            elif clicked and self._pointed is not None:
                self._send(self._pointed, final=True)
                self._point_at(event.position())

    def leaveEvent(self, event) -> None:
        self._pointed = None
        self.update()

    def _point_at(self, position: QPointF) -> None:
        """Show what a press here would take hold of."""
        grip = self._grip_at(position)
        inside = self.crop_rect() if grip == "move" else None
        pointed = None if isinstance(grip, int) else figure_frames.pointed_at(self.figure_rects(), position, inside)
        if pointed != self._pointed:
            self._pointed = pointed
            self.update()
        self.setCursor(_CURSORS[grip] if pointed is None else Qt.CursorShape.PointingHandCursor)

    def _dragged(self, position: QPointF) -> Crop:
        """The crop that the mouse at `position` means."""
        assert self._start is not None
        (began, crop), photo = self._start, self._photo
        point = self._to_photo(position)
        if self._grip == "move":
            way = (position - began) / self._scale()
            return crop_geometry.moved(crop, crop.x + way.x(), crop.y + way.y(), photo.width, photo.height)
        if self._grip == "new":
            if (position - began).manhattanLength() < 2 * _REACH:
                return crop
            return crop_geometry.spanned(self._to_photo(began), point, photo.width, photo.height)
        assert isinstance(self._grip, int)
        opposite = crop_geometry.corners(crop)[(self._grip + 2) % 4]
        return crop_geometry.spanned(opposite, point, photo.width, photo.height)

    def _send(self, crop: Crop, final: bool) -> None:
        self._document.set_crop(*crop, final=final)

    # Keys

    def keyPressEvent(self, event) -> None:
        photo, crop = self._document.photo, self._document.crop
        step = 1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else max(1, (crop.size if crop else 0) // 50)
        way = _ARROWS.get(event.key())
        grow = {"+": 2, "=": 2, "-": -2}.get(event.text())
        turn = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}.get(event.key())
        if turn is not None and (figures := [found.crop for found in self._document.finding.figures]):
            at = figures.index(crop) if crop in figures else -max(turn, 0)
            self._send(figures[(at + turn) % len(figures)], final=True)
            return
        if photo is None or crop is None or (way is None and grow is None):
            super().keyPressEvent(event)
            return
        if way is not None:
            new = crop_geometry.moved(crop, crop.x + way[0] * step, crop.y + way[1] * step, photo.width, photo.height)
        else:
            assert grow is not None
            new = crop_geometry.grown(crop, grow * step, photo.width, photo.height)
        if new != crop:
            self._send(new, final=False)
            self._settle.start()

    def focusOutEvent(self, event) -> None:
        if self._settle.isActive():
            self._settle.stop()
            self._send(self._crop, final=True)
        super().focusOutEvent(event)
        self.update()

    def focusInEvent(self, event) -> None:
        super().focusInEvent(event)
        self.update()


def _smaller(pixels: np.ndarray) -> QImage:
    image = Image.fromarray(pixels)
    image.thumbnail((_SHOWN_SIDE, _SHOWN_SIDE), Image.Resampling.BICUBIC, reducing_gap=2.0)
    return pictures.image(np.asarray(image))


_CURSORS = {
    0: Qt.CursorShape.SizeFDiagCursor,
    1: Qt.CursorShape.SizeBDiagCursor,
    2: Qt.CursorShape.SizeFDiagCursor,
    3: Qt.CursorShape.SizeBDiagCursor,
    "move": Qt.CursorShape.SizeAllCursor,
    "new": Qt.CursorShape.CrossCursor,
}
_ARROWS = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1)}
