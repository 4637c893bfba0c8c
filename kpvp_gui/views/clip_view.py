"""The clip itself: one frame, large, with its overlays; keypoints can be pointed at, picked and dragged.

Drawn at the screen's own resolution: only the pixels of the frame are enlarged, dots and trails are drawn at any zoom.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QEvent, QMimeData, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QDrag, QImage, QNativeGestureEvent, QPainter, QPalette, QPen, QPixmap
from PySide6.QtWidgets import QApplication, QGestureEvent, QPinchGesture, QWidget

from engine.overlay import pixel_positions
from kpvp_gui.document.document import Document
from kpvp_gui.document.full_size import can_have
from kpvp_gui.editing.canvas_hand import CanvasHand
from kpvp_gui.editing.keypoint_drawing import KeypointDrawing
from kpvp_gui.translation import tr
from kpvp_gui.views.clip_picture import ClipPicture
from kpvp_gui.widgets.pictures import PICTURE_MARGIN
from kpvp_gui.widgets.zoom import Zoom

_PICK_RADIUS = 12.0  # px around a keypoint that belong to it
_ADDING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
_GRIP_CURSORS = {"turn": Qt.CursorShape.CrossCursor, "scale": Qt.CursorShape.SizeFDiagCursor}
_WHEEL_STEP = 1.2  # times larger with every notch


class ClipView(QWidget):
    """Click picks a keypoint (Ctrl adds), dragging one bends the motion, the wheel zooms.

    Dragging elsewhere picks keypoints while the motion is edited; else it moves a zoomed picture or carries the frame
    out. The middle button always moves a zoomed picture.
    """

    zoom_changed = Signal()

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document, self._clips, self._playback = document, document.clips, document.playback
        self._smooth = True
        self._zoom = Zoom()
        self._press: QPointF | None = None
        self._press_pan = QPointF()
        self._moved = self._in_hand = False
        self._picture = ClipPicture(document, self)
        self._picture.changed.connect(self.update)
        self._drawing = KeypointDrawing(document, self._positions)
        self._hand = CanvasHand(document, self, lambda: self.keypoint_positions(self._playback.playhead), self._half)
        self._painted_crop = QRectF()
        self._came_by_key = False  # only then is the focus drawn: a click says it already
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(128, 128)
        self.setAccessibleName(tr("Clip"))
        self.setAccessibleDescription(
            tr(
                "The predicted clip. Click keypoints to select them; [ and ] go through them."
                " Drag one, or press Alt with an arrow key, to bend its way."
            )
        )
        self._clips.current_changed.connect(self._clip_changed)
        self._clips.keypoints_changed.connect(self.update)
        editing, marks = document.editing, document.marks
        for signal in (self._playback.playhead_changed, document.overlays_changed, document.selection_changed):
            signal.connect(self.update)
        for signal in (editing.active_changed, editing.reach_changed, marks.changed):
            signal.connect(self.update)
        document.making.frames_arrived.connect(self._frames_arrived)
        document.making.clip_finished.connect(self.update)
        document.full_size.frame_arrived.connect(self._full_frame_arrived)
        document.full_size.side_changed.connect(self.update)
        document.full_size.whole_changed.connect(self._whole_changed)
        self.grabGesture(Qt.GestureType.PinchGesture)

    def sizeHint(self) -> QSize:
        return QSize(400, 400)

    # What is shown

    def set_smooth(self, smooth: bool) -> None:
        self._smooth = smooth
        self.update()

    @property
    def zoom(self) -> float:
        """Widget pixels per pixel of the picture; 0 fits the picture into the view."""
        return self._zoom.factor

    def set_zoom(self, zoom: float, about: QPointF | None = None) -> None:
        """Enlarge `zoom` times (0: fit), keeping the point `about` where it is."""
        if self._clips.current is not None:
            self._zoom.set(zoom, about, self._room(), *self._size())
            self._say_room()
            self.update()
            self.zoom_changed.emit()

    def zoom_by(self, ratio: float, about: QPointF | None = None) -> None:
        """Enlarge `ratio` times more; what becomes smaller than the view fits into it."""
        fitting = Zoom.fitting(self._room(), *self._size())
        zoom = (self.zoom or fitting) * ratio
        self.set_zoom(zoom if zoom > fitting * 1.01 else 0, about)

    def percent(self) -> int:
        """How large the picture is: at 100 a pixel of it is a pixel of the screen."""
        return round(100 * self.image_rect().width() / self._size()[0] * self.devicePixelRatio())

    def _size(self) -> tuple[int, int]:
        """Width and height that the picture has at 100 %: of the photo where its own pixels are shown."""
        record, full_size = self._clips.current, self._document.full_size
        if record is None:
            return 1, 1
        if (photo := full_size.photo_around(record)) is not None:
            return photo.width, photo.height
        if can_have(record):
            return record.crop[2], record.crop[2]
        return record.source.shape[1], record.source.shape[0]

    def image_rect(self) -> QRectF:
        """Where the picture is, in widget coordinates: the crop, or the whole photo."""
        return self._zoom.rect(self._room(), *self._size())

    def crop_rect(self) -> QRectF:
        """Where the crop is, which keypoints lie in."""
        record, rect = self._clips.current, self.image_rect()
        photo = self._document.full_size.photo_around(record) if record is not None else None
        if record is None or photo is None:
            return rect
        scale = rect.width() / photo.width
        x, y, size = (at * scale for at in record.crop)
        return QRectF(rect.x() + x, rect.y() + y, size, size)

    def _room(self) -> QRectF:
        """Where a fitted picture goes: in the same margin as the photo beside it, so that both stand on one line."""
        return QRectF(self.rect()).adjusted(PICTURE_MARGIN, PICTURE_MARGIN, -PICTURE_MARGIN, -PICTURE_MARGIN)

    def keypoint_positions(self, frame: int) -> np.ndarray:
        """float [K, 2] widget coordinates of the current clip's keypoints."""
        return self._positions([frame])[0]

    def _half(self) -> float:
        """Half pictures per pixel of the screen: keypoints go from -1 to 1."""
        record = self._clips.current
        width = record.source.shape[1] if record else 2
        return 2 / (width - 1) * width / max(self.crop_rect().width(), 1.0)

    def _positions(self, frames: Sequence[int]) -> np.ndarray:
        """float [T', K, 2], as `keypoint_positions`."""
        record, rect = self._clips.current, self.crop_rect()
        assert record is not None
        height, width = record.source.shape[:2]
        cells = pixel_positions(record.keypoints[list(frames)], width, height)
        return cells / (width, height) * (rect.width(), rect.height()) + (rect.x(), rect.y())

    def current_image(self) -> QImage | None:
        """The picture on screen without overlays, at its own size."""
        record = self._clips.current
        index = record.nearest_ready(self._playback.playhead) if record else None
        return None if record is None or index is None else self._picture.image(record, index)

    def paintEvent(self, event) -> None:
        painter = QPainter(self)
        record = self._clips.current
        if record is None:
            return
        rect, crop_rect = self.image_rect(), self.crop_rect()
        self._painted_crop = crop_rect
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, self._smooth)
        index = self._picture.paint(painter, record, rect, crop_rect)
        if index is not None and "onion" in self._document.overlays:
            self._drawing.paint_ghosts(painter, crop_rect, record)
        if index is not None and "mask" in self._document.overlays:
            self._picture.paint_mask(painter, record, index, rect, crop_rect)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(rect.adjusted(-6, -6, 6, 6))
        if self._came_by_key:
            painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Highlight), 2))
            painter.drawRect(rect.intersected(QRectF(self.rect())).adjusted(1, 1, -1, -1))
        self._drawing.paint(painter, record, max(3.0, min(6.0, crop_rect.width() / 90)))
        self._hand.paint(painter)

    # The Document changed

    def _clip_changed(self) -> None:
        record = self._clips.current
        self._drawing.set_count(record.keypoints.shape[1] if record else 0)
        self._drawing.hover = None
        self._say_room()
        self.update()

    def _say_room(self) -> None:
        self._document.full_size.set_room(round(self.crop_rect().width() * self.devicePixelRatio()))

    def _whole_changed(self) -> None:
        """More or less of the photo: an enlarged crop stays as large as it was, and where it was."""
        record = self._clips.current
        if record is not None and self.zoom:
            old, (width, _) = self._painted_crop, self._size()
            pixels = width if self._document.full_size.photo_around(record) is None else record.crop[2]
            self._zoom.set(old.width() / pixels, None, self._room(), *self._size())
            self._zoom.move_to(old.center() - self.crop_rect().center(), *self._size())
        self._say_room()
        self.update()
        self.zoom_changed.emit()

    def resizeEvent(self, event) -> None:
        super().resizeEvent(event)
        self._say_room()

    def _full_frame_arrived(self, clip_id: str, index: int) -> None:
        record = self._clips.current
        if record is not None and record.id == clip_id and index == self._playback.playhead:
            self.update()

    def _frames_arrived(self, clip_id: str, start: int, stop: int) -> None:
        record = self._clips.current
        if record is not None and record.id == clip_id:
            self.update()

    # Mouse and keys

    def keypoint_at(self, position: QPointF) -> int | None:
        """The keypoint under the mouse while keypoints are shown."""
        record = self._clips.current
        if record is None or not self._document.overlays & {"keypoints", "trails"}:
            return None
        distances = np.hypot(*(self.keypoint_positions(self._playback.playhead) - (position.x(), position.y())).T)
        distances[[k for k in range(len(distances)) if not self._document.marks.is_shown(k)]] = np.inf
        nearest = int(distances.argmin())
        return nearest if distances[nearest] <= _PICK_RADIUS else None

    def mousePressEvent(self, event) -> None:
        self._moved = False
        if event.button() == Qt.MouseButton.MiddleButton:
            self._press, self._press_pan = event.position(), self._zoom.pan
        elif event.button() == Qt.MouseButton.LeftButton:
            at = event.position()
            if self._hand.press(at, self.keypoint_at(at), bool(event.modifiers() & _ADDING)):
                self._in_hand = True
            else:
                self._press, self._press_pan = at, self._zoom.pan

    def mouseMoveEvent(self, event) -> None:
        if self._in_hand:
            self._hand.drag(event.position(), QApplication.startDragDistance())
            return
        if self._press is None:
            self._set_hover(self.keypoint_at(event.position()), self._hand.grip_at(event.position()))
            return
        way = event.position() - self._press
        if not self._moved and way.manhattanLength() < QApplication.startDragDistance():
            return
        self._moved = True
        if self.zoom:
            self._zoom.move_to(self._press_pan + way, *self._size())
            self.update()
        elif event.buttons() & Qt.MouseButton.LeftButton:
            self._press = None
            self._carry_out()

    def mouseReleaseEvent(self, event) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self._in_hand:
            self._in_hand = False
            if not self._hand.release():
                self._pick(self.keypoint_at(event.position()), event.modifiers())
            return
        if event.button() not in (Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton) or self._press is None:
            return
        self._press = None
        if not self._moved and event.button() == Qt.MouseButton.LeftButton:
            self._pick(self.keypoint_at(event.position()), event.modifiers())

    def leaveEvent(self, event) -> None:
        self._set_hover(None)

    def wheelEvent(self, event) -> None:
        if event.angleDelta().y():
            self.zoom_by(_WHEEL_STEP ** (event.angleDelta().y() / 120), event.position())

    def event(self, event: QEvent) -> bool:
        """Two fingers, on a touchpad or on the screen, zoom as the wheel does."""
        if isinstance(event, QNativeGestureEvent) and event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
            self.zoom_by(1 + event.value(), event.position())
            return True
        if isinstance(event, QGestureEvent) and isinstance(
            pinch := event.gesture(Qt.GestureType.PinchGesture), QPinchGesture
        ):
            self.zoom_by(pinch.scaleFactor(), QPointF(self.mapFromGlobal(pinch.hotSpot())))
            return True
        return super().event(event)

    def keyPressEvent(self, event) -> None:
        record = self._clips.current
        step = {"[": -1, "]": 1}.get(event.text())
        if event.key() == Qt.Key.Key_Escape and self._hand.let_go():
            self._in_hand = False
        elif self._hand.key(event.key(), bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)):
            event.accept()
        elif record is not None and step is not None:
            count = record.keypoints.shape[1]
            last = max(self._document.selection, default=-1 if step > 0 else 0)
            self._document.select_keypoints({(last + step) % count})
        elif event.key() == Qt.Key.Key_Escape and self._document.selection:
            self._document.select_keypoints(())
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event) -> None:
        super().focusInEvent(event)
        self._came_by_key = event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        self.update()

    def focusOutEvent(self, event) -> None:
        super().focusOutEvent(event)
        self._came_by_key = False
        self.update()

    def _pick(self, k: int | None, modifiers: Qt.KeyboardModifier) -> None:
        adding = modifiers & _ADDING
        if k is None:
            if not adding:
                self._document.select_keypoints(())
        elif adding:
            self._document.select_keypoints(self._document.selection ^ {k})
        else:
            self._document.select_keypoints({k})

    def _set_hover(self, k: int | None, grip: str = "") -> None:
        shape = Qt.CursorShape.ArrowCursor if k is None else Qt.CursorShape.PointingHandCursor
        self.setCursor(_GRIP_CURSORS.get(grip, shape))
        if k != self._drawing.hover:
            self._drawing.hover = k
            name = "" if k is None else self._document.marks.name(k)
            self.setToolTip(f"{name[:1].upper()}{name[1:]}")
            self.update()

    def _carry_out(self) -> None:
        image = self.current_image()
        if image is None:
            return
        mime = QMimeData()
        mime.setImageData(image)
        drag = QDrag(self)
        drag.setMimeData(mime)
        drag.setPixmap(QPixmap.fromImage(image.scaledToWidth(96, Qt.TransformationMode.SmoothTransformation)))
        drag.exec(Qt.DropAction.CopyAction)
