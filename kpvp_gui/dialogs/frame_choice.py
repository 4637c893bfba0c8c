"""Which frame of a video or animation is the photo: a slider and a picture."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QLabel, QPushButton, QSlider, QVBoxLayout, QWidget

from engine.media.photo import Photo, read_photo
from kpvp_gui.background.jobs import Job
from kpvp_gui.translation import tr
from kpvp_gui.widgets import pictures
from kpvp_gui.widgets.theme import tabular_font

_SHOWN = QSize(480, 320)


class FrameChoice(QDialog):
    """`frame` is the chosen index, counted from 0. Frames are read in the thread pool, the latest wanted one next.

    With `drivable`, the whole video may drive the open photo instead: `drive_wanted`.
    """

    drive_wanted = Signal()

    def __init__(self, photo: Photo, source: object, parent: QWidget | None = None, drivable: bool = False) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Choose a frame"))
        self._source, self._count = source, photo.frame_count
        self._reading: Job | None = None
        self._shown = photo.frame
        self._picture = QLabel()
        self._picture.setFixedSize(_SHOWN)
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(0, photo.frame_count - 1)
        self.slider.setValue(photo.frame)
        self.slider.setAccessibleName(tr("Frame"))
        self.slider.setToolTip(tr("The frame to start from  (Left, Right, Home, End)"))
        self.slider.valueChanged.connect(self._wanted)
        self._readout = QLabel()
        self._readout.setFont(tabular_font())
        self._warning = QLabel()
        self._warning.setProperty("role", "secondary")
        self._warning.setWordWrap(True)
        self._warning.hide()
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        use = buttons.button(QDialogButtonBox.StandardButton.Ok)
        use.setText(tr("&Use this frame"))
        use.setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.drive = QPushButton(tr("&Drive the open photo"))
        self.drive.setToolTip(tr("The figure of the open photo moves as the one in this video does"))
        self.drive.setAutoDefault(False)
        self.drive.clicked.connect(self._drive)
        if drivable:
            buttons.addButton(self.drive, QDialogButtonBox.ButtonRole.ActionRole)
        explanation = QLabel(
            tr("{name} has %n frames. The clip starts from one of them.", "", photo.frame_count, name=photo.name)
        )
        explanation.setWordWrap(True)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.slider, 1)
        row.addWidget(self._readout)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(16)
        column.addWidget(explanation)
        column.addWidget(self._picture)
        column.addLayout(row)
        column.addWidget(self._warning)
        column.addWidget(buttons)
        self._say()
        self._show(photo)
        self.slider.setFocus()

    @property
    def frame(self) -> int:
        return self.slider.value()

    def _drive(self) -> None:
        self.reject()
        self.drive_wanted.emit()

    def _wanted(self) -> None:
        self._say()
        if self._reading is None and self.frame != self._shown:
            self._reading = Job(read_photo, self._source, self.frame)
            self._reading.finished.connect(self._arrived)
            self._reading.failed.connect(self._failed)
            self._reading.start()

    def _arrived(self, photo: Photo) -> None:
        self._reading = None
        self._warning.hide()
        self._show(photo)
        self._wanted()  # the slider may have moved on

    def _failed(self, error: Exception) -> None:
        self._reading = None
        self._shown = self.frame
        self._warning.setText(str(error))
        self._warning.show()

    def _show(self, photo: Photo) -> None:
        self._shown = photo.frame
        step = max(1, min(photo.width // (2 * _SHOWN.width()), photo.height // (2 * _SHOWN.height())))
        ratio = self.devicePixelRatio()
        image = pictures.image(photo.pixels[::step, ::step])
        pixmap = QPixmap.fromImage(image).scaled(
            _SHOWN * ratio, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
        pixmap.setDevicePixelRatio(ratio)
        self._picture.setPixmap(pixmap)

    def _say(self) -> None:
        self._readout.setText(f"{self.frame + 1} / {self._count}")
