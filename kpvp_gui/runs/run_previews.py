"""The pictures a run has made of its progress, with a scrubber through its history. Decoded and scaled in jobs."""

from __future__ import annotations

from collections import OrderedDict
from pathlib import Path

import numpy as np
from PIL import Image
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QPainter, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QSlider, QVBoxLayout, QWidget

from engine.media.photo import read_photo
from kpvp_gui.background.jobs import Job
from kpvp_gui.runs.column_heads import ColumnHeads
from kpvp_gui.runs.steps import stage_label
from kpvp_gui.translation import tr
from kpvp_gui.widgets.controls import action, icon_button, segmented
from kpvp_gui.widgets.theme import tabular_font
from training.runs.events import Preview

_KEPT = 24  # decoded pictures
_MOST_ZOOM = 32.0


class PreviewPane(QWidget):
    """Follows the newest picture until the scrubber is moved away from it."""

    shown = Signal(int)  # index of the picture now on screen

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.previews: list[Preview] = []
        self._folder = Path()
        self._wanted = -1
        self._decoding: Job | None = None
        self._kept: OrderedDict[Path, QImage] = OrderedDict()
        self.picture = ZoomedPicture()
        self.heads = ColumnHeads(self.picture.picture_rect)
        self.picture.moved.connect(self.heads.update)
        self.scrubber = QSlider(Qt.Orientation.Horizontal)
        self.scrubber.setAccessibleName(tr("Through the history of previews"))
        self.scrubber.setToolTip(tr("Through the history of previews  (Left, Right; End follows the newest)"))
        self.scrubber.valueChanged.connect(self._show)
        self.caption = QLabel()
        self.caption.setFont(tabular_font())
        self.caption.setProperty("role", "secondary")
        buttons = []
        for text, crisp, tip in (
            (tr("Pixels"), True, tr("Enlarge to crisp pixels")),
            (tr("Smooth"), False, tr("Enlarge smoothly")),
        ):
            act = action(self, text, tip=tip, checkable=True)
            act.setChecked(crisp)
            act.triggered.connect(lambda _=False, crisp=crisp: self._set_crisp(crisp))
            button = icon_button(act, tip)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
            buttons.append(button)
        self._acts = [button.defaultAction() for button in buttons]
        bottom = QHBoxLayout()
        bottom.setSpacing(12)
        bottom.addWidget(self.caption, 1)
        bottom.addWidget(segmented(buttons))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        framed = QVBoxLayout()
        framed.setSpacing(0)
        framed.addWidget(self.heads)
        framed.addWidget(self.picture, 1)
        column.addLayout(framed, 1)
        column.addWidget(self.scrubber)
        column.addLayout(bottom)
        self.set_previews(Path(), [])

    def set_previews(self, folder: Path, previews: list[Preview]) -> None:
        """The pictures of a run, oldest first; at the newest it stays at the newest."""
        other_run = folder != self._folder
        following = other_run or self.scrubber.value() >= self.scrubber.maximum()
        self._folder, self.previews = folder, list(previews)
        self.scrubber.blockSignals(True)
        self.scrubber.setRange(0, max(len(previews) - 1, 0))
        if following:
            self.scrubber.setValue(self.scrubber.maximum())
        self.scrubber.blockSignals(False)
        self.scrubber.setEnabled(len(previews) > 1)
        self._show(self.scrubber.value())

    def _show(self, index: int) -> None:
        if not self.previews:
            self.picture.set_picture(None)
            self.heads.set_columns(())
            self.caption.setText("")
            return
        record = self.previews[index]
        self._wanted = index
        label = stage_label(record.stage) or record.stage.capitalize()
        self.caption.setText(
            tr(
                "{label} · step {step:,} · {position} of {count}",
                label=label,
                step=record.step,
                position=index + 1,
                count=len(self.previews),
            )
        )
        path = self._folder / Path(record.file).name
        if path in self._kept:
            self._kept.move_to_end(path)
            self.picture.set_picture(self._kept[path])
            self.heads.set_columns(record.columns)
            self.shown.emit(index)
        elif self._decoding is None:
            self._decoding = Job(_decode, path)
            self._decoding.finished.connect(lambda image: self._decoded(path, image))
            self._decoding.failed.connect(lambda _: self._decoded(path, QImage()))
            self._decoding.start()

    def _decoded(self, path: Path, image: QImage) -> None:
        self._decoding = None
        self._kept[path] = image
        while len(self._kept) > _KEPT:
            self._kept.popitem(last=False)
        if self.previews:
            self._show(min(self._wanted, len(self.previews) - 1))  # the newest wish; another decode if it moved on

    def _set_crisp(self, crisp: bool) -> None:
        for act, own in zip(self._acts, (True, False), strict=True):
            act.setChecked(own == crisp)
        self.picture.set_crisp(crisp)


class ZoomedPicture(QWidget):
    """A picture fitted, or zoomed with the wheel and dragged. Smooth enlarging is Lanczos, made in a job."""

    moved = Signal()  # the picture lies elsewhere in the widget

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMinimumSize(240, 160)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setToolTip(tr("Wheel: zoom. Drag: move. Double click: all of it."))
        self.setAccessibleName(tr("Preview"))
        self.crisp = True
        self._image: QImage | None = None
        self._zoom, self._centre = 1.0, QPointF(0.5, 0.5)  # times the fit; share of the picture
        self._drag: QPointF | None = None
        self._fine: tuple[object, QImage] | None = None  # what the Lanczos picture is of, and it
        self._making: Job | None = None
        self._soon = QTimer(self, singleShot=True, interval=60)
        self._soon.timeout.connect(self._make_fine)

    def sizeHint(self) -> QSize:
        return QSize(520, 400)

    def set_picture(self, image: QImage | None) -> None:
        if image is not self._image:
            self._image = image if image is not None and not image.isNull() else None
            self._changed()

    def set_crisp(self, crisp: bool) -> None:
        self.crisp = crisp
        self._changed()

    def _changed(self) -> None:
        self._fine = None
        self._soon.start()
        self.moved.emit()
        self.update()

    def _scale(self) -> float:
        """Widget pixels per picture pixel. Crisp pixels are whole device pixels once they are larger than one."""
        assert self._image is not None
        size = self._image.size()
        fit = min(self.width() / size.width(), self.height() / size.height()) * self._zoom
        ratio = self.devicePixelRatioF()
        return int(fit * ratio) / ratio if self.crisp and fit * ratio >= 1 else fit

    def picture_rect(self) -> QRectF | None:
        """Where the whole picture would be drawn; None without a picture."""
        if self._image is None:
            return None
        scale = self._scale()
        size = self._image.size().toSizeF() * scale
        x = self._edge(self.width(), size.width(), self._centre.x())
        # What is lower than the room lies at its top, below the names of the columns.
        y = min(0.0, self._edge(self.height(), size.height(), self._centre.y()))
        ratio = self.devicePixelRatioF()
        return QRectF(round(x * ratio) / ratio, round(y * ratio) / ratio, size.width(), size.height())

    @staticmethod
    def _edge(room: float, size: float, centre: float) -> float:
        if size <= room:
            return (room - size) / 2
        return min(0.0, max(room - size, room / 2 - centre * size))

    def paintEvent(self, event) -> None:
        painter = QPainter(self)
        picture_rect = self.picture_rect()
        if picture_rect is None or self._image is None:
            painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
            words = tr("Previews appear here as the run makes them.")
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, words)
            return
        if self._fine is not None and self._fine[0] == self._fine_key():
            seen = picture_rect.intersected(QRectF(self.rect()))
            painter.drawImage(seen, self._fine[1])
            return
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, not self.crisp or self._scale() < 1)
        painter.drawImage(picture_rect, self._image)

    def _fine_key(self) -> tuple:
        picture_rect = self.picture_rect()
        assert picture_rect is not None
        return (id(self._image), picture_rect.getRect(), self.size().toTuple(), self.devicePixelRatioF())

    def _make_fine(self) -> None:
        if self._image is None or self._making is not None or (self.crisp and self._scale() >= 1):
            return
        picture_rect, key = self.picture_rect(), self._fine_key()
        if self._fine is not None and self._fine[0] == key:
            return
        assert picture_rect is not None
        seen = picture_rect.intersected(QRectF(self.rect()))
        if seen.isEmpty():
            return
        scale, ratio = self._scale(), self.devicePixelRatioF()
        box = ((seen.left() - picture_rect.left()) / scale, (seen.top() - picture_rect.top()) / scale)
        box = (*box, box[0] + seen.width() / scale, box[1] + seen.height() / scale)
        size = (max(1, round(seen.width() * ratio)), max(1, round(seen.height() * ratio)))
        self._making = Job(_lanczos, self._image, size, box)
        self._making.finished.connect(lambda image: self._made(key, image))
        self._making.failed.connect(lambda _: self._made(None, None))
        self._making.start()

    def _made(self, key: object, image: QImage | None) -> None:
        self._making = None
        if image is not None and self._image is not None:
            self._fine = (key, image)
            if key != self._fine_key():
                self._soon.start()
            self.update()

    def wheelEvent(self, event) -> None:
        before = self.picture_rect()
        if self._image is None or before is None:
            return
        at = event.position()
        share = QPointF((at.x() - before.left()) / before.width(), (at.y() - before.top()) / before.height())
        self._zoom = min(_MOST_ZOOM, max(1.0, self._zoom * 1.25 ** (event.angleDelta().y() / 120)))
        size = self._image.size().toSizeF() * self._scale()
        self._centre = QPointF(
            min(1.0, max(0.0, share.x() + (self.width() / 2 - at.x()) / size.width())),
            min(1.0, max(0.0, share.y() + (self.height() / 2 - at.y()) / size.height())),
        )
        self._changed()
        event.accept()

    def mousePressEvent(self, event) -> None:
        self._drag = event.position()

    def mouseMoveEvent(self, event) -> None:
        if self._drag is not None and self._image is not None:
            moved = event.position() - self._drag
            self._drag = event.position()
            size = self._image.size().toSizeF() * self._scale()
            self._centre -= QPointF(moved.x() / size.width(), moved.y() / size.height())
            self._centre = QPointF(min(1.0, max(0.0, self._centre.x())), min(1.0, max(0.0, self._centre.y())))
            self._changed()

    def mouseReleaseEvent(self, event) -> None:
        self._drag = None

    def mouseDoubleClickEvent(self, event) -> None:
        self._zoom, self._centre = 1.0, QPointF(0.5, 0.5)
        self._changed()

    def resizeEvent(self, event) -> None:
        super().resizeEvent(event)
        self._changed()


def _decode(path: Path) -> QImage:
    return _to_qimage(read_photo(path).pixels)


def _lanczos(image: QImage, size: tuple[int, int], box: tuple[float, float, float, float]) -> QImage:
    pixels = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    pixels = pixels[:, : 3 * image.width()].reshape(image.height(), image.width(), 3)
    box = (max(0.0, box[0]), max(0.0, box[1]), min(image.width(), box[2]), min(image.height(), box[3]))
    scaled = Image.fromarray(np.ascontiguousarray(pixels)).resize(size, Image.Resampling.LANCZOS, box=box)
    return _to_qimage(np.asarray(scaled))


def _to_qimage(pixels: np.ndarray) -> QImage:
    pixels = np.ascontiguousarray(pixels)
    height, width = pixels.shape[:2]
    return QImage(pixels.data, width, height, 3 * width, QImage.Format.Format_RGB888).copy()
