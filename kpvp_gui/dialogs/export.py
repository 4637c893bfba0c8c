"""Writing a clip to a file: which format, how large, how fast, with which overlays; then progress and where it is."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDoubleSpinBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMessageBox,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from engine.errors import KpvpError
from engine.export import export, written_fps
from engine.formats.table import FORMATS, Format
from engine.overlay import OVERLAYS
from kpvp_gui.background.jobs import Job
from kpvp_gui.background.remembered import Remembered
from kpvp_gui.dialogs import export_target
from kpvp_gui.dialogs.export_size import ExportSize
from kpvp_gui.document.clip_record import ClipRecord
from kpvp_gui.document.document import Document
from kpvp_gui.widgets.icons import icon

SCALES = (1, 2, 3, 4, 6, 8)
_NO_OVERLAYS = "Overlays are drawn at the model's size only"
_PLAYBACK = {"loop": "Loop", "pingpong": "Back and forth", "once": "Once"}


class ExportDialog(QDialog):
    """Exports the finished clip of `record`. It may be closed when done; closing it earlier stops the export."""

    def __init__(
        self, document: Document, record: ClipRecord, remembered: Remembered, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        assert record.clip is not None  # only a finished clip is exported
        self._document, self._remembered, self._record, self._clip = document, remembered, record, record.clip
        self._job: Job | None = None
        self._awaited = ""  # the request for pictures that are to be exported, once they are there
        self._overwrite = False
        self._written: Path | None = None
        self.setWindowTitle("Export clip")
        self.setMinimumWidth(480)
        self._make_fields(record)
        self._make_controls()
        self._lay_out(record)
        self.format.currentIndexChanged.connect(self._format_changed)
        for signal in (self.fps.valueChanged, self.scale.currentIndexChanged, self.playback.currentIndexChanged):
            signal.connect(self._estimate)
        self.name.textChanged.connect(self._estimate)
        self.picture_size.changed.connect(self._size_changed)
        document.full_size.pictures_ready.connect(self._pictures_ready)
        document.full_size.pictures_failed.connect(self._pictures_failed)
        self._format_changed()

    # Building

    def _make_fields(self, record: ClipRecord) -> None:
        self.format = QComboBox()
        for kind in FORMATS:
            self.format.addItem(kind.name)
        self._describe(self.format, "Format")
        kept = self._remembered.export_format
        self.format.setCurrentIndex(next((i for i, kind in enumerate(FORMATS) if kind.name == kept), 0))
        self.name = QLineEdit(export_target.suggested_name(self._clip))
        self._describe(self.name, "Name of the file")
        self._folder = export_target.folder(self._remembered)
        self.folder = QPushButton(icon("open"), "")
        self.folder.setStyleSheet("text-align: left")
        self.folder.setAutoDefault(False)
        self.folder.clicked.connect(self._choose_folder)
        self.fps = QDoubleSpinBox()
        self.fps.setRange(1, 120)
        self.fps.setDecimals(2)
        self.fps.lineEdit().setTextMargins(6, 0, 0, 0)
        self.fps.setStepType(QDoubleSpinBox.StepType.AdaptiveDecimalStepType)
        self.fps.setValue(float(record.fps))
        self._describe(self.fps, f"The clip was made for {float(record.fps):g} frames per second")
        height, width = self._clip.frames.shape[1:3]
        self.picture_size = ExportSize(record, self._remembered.export_size)
        self.scale = QComboBox()
        for scale in SCALES:
            self.scale.addItem(f"{scale}×   {width * scale} × {height * scale} px", scale)
        self.scale.setCurrentIndex(max(0, self.scale.findData(self._remembered.export_scale)))
        self._describe(self.scale, "How often the picture is enlarged")
        self.playback = QComboBox()
        for mode, name in _PLAYBACK.items():
            self.playback.addItem(name, mode)
        self.playback.setCurrentIndex(max(0, self.playback.findData(self._document.playback.loop_mode)))
        self._describe(self.playback, "How the file plays")
        self.overlays = {name: QCheckBox(f"&{name.capitalize()}") for name in OVERLAYS}
        for name, box in self.overlays.items():
            box.setChecked(name in self._document.overlays and not record.lacking(name))

    def _make_controls(self) -> None:
        self.estimate = QLabel()
        self.estimate.setProperty("role", "secondary")
        self.notice = QLabel()
        self.notice.setWordWrap(True)
        self.notice.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.notice.hide()
        self.progress = QProgressBar()
        self.progress.setRange(0, 100)
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName("Progress of the export")
        policy = self.progress.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.progress.setSizePolicy(policy)
        self.progress.hide()
        self.show_button = QPushButton("Show in &folder")
        self.show_button.setAutoDefault(False)
        self.show_button.clicked.connect(self._show_in_folder)
        self.show_button.hide()
        self._describe(self.show_button, "Open the folder the file is in")
        self.close_button = QPushButton("Close")
        self.close_button.setAutoDefault(False)
        self.close_button.clicked.connect(self.reject)
        self._describe(self.close_button, "Close, stopping a running export  (Esc)")
        self.export_button = QPushButton("&Export")
        self.export_button.setDefault(True)
        self.export_button.setProperty("primary", True)
        self.export_button.clicked.connect(self.start)
        self._describe(self.export_button, "Write the file  (Enter)")

    @staticmethod
    def _describe(widget: QWidget, tip: str) -> None:
        widget.setToolTip(tip)
        widget.setAccessibleName(tip)

    def _lay_out(self, record: ClipRecord) -> None:
        title = QLabel(f"{record.action_label}, {record.seed_label}")
        title.setProperty("role", "title")
        boxes = QHBoxLayout()
        boxes.setSpacing(16)
        for box in self.overlays.values():
            boxes.addWidget(box)
        boxes.addStretch(1)
        self._form = form = QFormLayout()
        form.setHorizontalSpacing(24)
        form.setVerticalSpacing(12)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._overlay_row = QWidget()
        self._overlay_row.setLayout(boxes)
        boxes.setContentsMargins(0, 4, 0, 4)
        for label, field in (
            ("Fo&rmat", self.format),
            ("&Name", self.name),
            ("F&older", self.folder),
            ("Si&ze", self.picture_size),
            ("En&large", self.scale),
            ("Frames per &second", self.fps),
            ("&Playback", self.playback),
            ("Overlays", self._overlay_row),
        ):
            form.addRow(label, field)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.show_button)
        buttons.addStretch(1)
        buttons.addWidget(self.close_button)
        buttons.addWidget(self.export_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(16)
        column.addWidget(title)
        column.addLayout(form)
        column.addWidget(self.estimate)
        column.addWidget(self.notice)
        column.addStretch(1)
        column.addWidget(self.progress)
        column.addLayout(buttons)

    # What is asked for

    @property
    def kind(self) -> Format:
        return FORMATS[self.format.currentIndex()]

    @property
    def target(self) -> Path:
        """The file to write: the name as typed, with the format's suffix. A whole path may be typed too."""
        return self.kind.completed(self._folder / Path(self.name.text().strip()).expanduser())

    def _format_changed(self) -> None:
        kind = self.kind
        for field, used in (
            (self.fps, kind.timed),
            (self.playback, kind.looped),
            (self._overlay_row, kind.sized),
        ):
            self._form.setRowVisible(field, used)
        self.name.setText(str(kind.renamed(Path(self.name.text()))))
        self.picture_size.set_kind(kind)

    def _size_changed(self) -> None:
        """Overlays and whole multiples are for the model's size."""
        photos = self.picture_size.is_photos
        self._form.setRowVisible(self.scale, self.kind.sized and not photos)
        for name, box in self.overlays.items():
            why = _NO_OVERLAYS if photos else self._record.lacking(name)
            box.setEnabled(not why)
            self._describe(box, why or f"Draw the {name} over the frames")
        self._estimate()
        self.adjustSize()

    def _estimate(self) -> None:
        """What the file will hold, in pixels, frames and seconds."""
        kind, clip = self.kind, self._clip
        parts = []
        frames = len(clip)
        if kind.looped and self.playback.currentData() == "pingpong":
            frames = 2 * frames - 2
        if kind.sized:
            width, height = self.picture_size.written(self.scale.currentData())
            parts.append(f"{width} × {height} pixels")
        if kind.sized or kind.timed:
            parts.append(f"{frames} frames")
        if kind.looped:
            fps = written_fps(self.target, self.fps.value())
            parts.append(f"{frames / float(fps):.2f} s")
            if float(fps) < self.fps.value() - 0.01:
                parts.append(f"at {float(fps):g} frames per second, the most this format plays")
        self.estimate.setText(" · ".join(parts) or kind.about)
        self.export_button.setEnabled(bool(self.name.text().strip()) and not self.busy)

    def set_folder(self, folder: Path) -> None:
        """Where the file goes."""
        self._folder = folder
        room = max(160, self.folder.width() - 64)
        self.folder.setText(self.folder.fontMetrics().elidedText(str(folder), Qt.TextElideMode.ElideMiddle, room))
        self._describe(self.folder, f"Choose the folder, now {folder}")

    def _choose_folder(self) -> None:
        name = QFileDialog.getExistingDirectory(self, "Export to", str(self._folder))
        if name:
            self.set_folder(Path(name))

    def resizeEvent(self, event) -> None:
        super().resizeEvent(event)
        self.set_folder(self._folder)

    # The export

    @property
    def busy(self) -> bool:
        return self._job is not None or bool(self._awaited)

    def start(self) -> None:
        """Export, after asking if that would replace something."""
        if self.busy or not self.export_button.isEnabled():
            return
        if not self.target.exists():
            self._run(overwrite=False)
            return
        question = QMessageBox(self)
        question.setWindowTitle("Replace?")
        question.setIcon(QMessageBox.Icon.NoIcon)
        question.setText(f"{self.target.name} already exists.")
        question.setInformativeText("Replace it with this clip?")
        replace = question.addButton("&Replace", QMessageBox.ButtonRole.DestructiveRole)
        question.setDefaultButton(question.addButton(QMessageBox.StandardButton.Cancel))
        question.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        replace.clicked.connect(lambda: self._run(overwrite=True))
        self.question = question
        question.open()

    def _run(self, overwrite: bool) -> None:
        kind, path = self.kind, self.target
        self._remembered.export_folder, self._remembered.export_format = str(path.parent), kind.name
        self._remembered.export_scale = self.scale.currentData()
        self._remembered.export_size = self.picture_size.text
        self.notice.hide()
        self.show_button.hide()
        self.progress.setRange(0, 100)
        self.progress.setValue(0)
        self.progress.show()
        self.close_button.setText("Cancel")
        self._set_editable(False)
        self._overwrite = overwrite
        if self.picture_size.is_photos:
            self.progress.setRange(0, 0)
            size, whole = self.picture_size.longer_side, self.picture_size.whole
            self._awaited = self._document.full_size.ask_for_pictures(self._record, size, whole)
        else:
            self._write(None)

    def _pictures_ready(self, request: str, pictures: Sequence[np.ndarray]) -> None:
        if request == self._awaited:
            self._awaited = ""
            self.progress.setRange(0, 100)
            self._write(pictures)

    def _pictures_failed(self, request: str, error: Exception | None) -> None:
        if request == self._awaited:
            self._ended("") if error is None else self._failed(error)

    def _write(self, pictures: Sequence[np.ndarray] | None) -> None:
        """Export as chosen, `pictures` instead of the clip's own frames."""
        kind, path, plain = self.kind, self.target, pictures is None
        mode = self.playback.currentData()
        self._job = Job(
            export,
            self._clip,
            path,
            fps=self.fps.value() if kind.timed else None,
            overlays=self._chosen_overlays() if kind.sized and plain else (),
            scale=self.scale.currentData() if kind.sized and plain else 1,
            loop=mode != "once",
            pingpong=mode == "pingpong" and kind.looped,
            overwrite=self._overwrite,
            pictures=pictures,
            kind=kind,
            reports=True,
        )
        self._job.progress.connect(lambda fraction: self.progress.setValue(round(100 * fraction)))
        self._job.finished.connect(self._finished)
        self._job.failed.connect(self._failed)
        self._job.stopped.connect(lambda: self._ended(""))
        self._job.start()

    def _chosen_overlays(self) -> tuple[str, ...]:
        return tuple(name for name, box in self.overlays.items() if box.isChecked())

    def _finished(self, path: Path) -> None:
        self._written = path
        self._ended(f"Saved {path.name} ({_file_size(path)}) in {path.parent}.")
        self.show_button.show()
        self.show_button.setFocus()

    def _failed(self, error: Exception) -> None:
        self._ended(str(error) if isinstance(error, KpvpError) else "The export failed. Details are in the crash log.")
        if not isinstance(error, KpvpError):
            self._document.report(error)

    def _ended(self, words: str) -> None:
        self._job, self._awaited = None, ""
        self.progress.hide()
        self.close_button.setText("Close")
        self._set_editable(True)
        self.notice.setText(words)
        self.notice.setVisible(bool(words))

    def _set_editable(self, editable: bool) -> None:
        whole = (self.format, self.name, self.folder, self.picture_size, self.scale, self.fps, self.playback)
        for widget in (*whole, self._overlay_row):
            widget.setEnabled(editable)
        self.export_button.setEnabled(editable)

    def _show_in_folder(self) -> None:
        if self._written is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._written.parent)))

    def reject(self) -> None:
        """Esc and the button: stop a running export, or else close."""
        if self._job is not None:
            self._job.cancel()
        elif self._awaited:
            self._ended("")
        else:
            super().reject()

    def closeEvent(self, event) -> None:
        self._awaited = ""
        if self._job is not None:
            self._job.cancel()
        super().closeEvent(event)


def _file_size(path: Path) -> str:
    """Bytes of a file, or of the pictures in a folder, as a person reads them."""
    size = path.stat().st_size if path.is_file() else sum(f.stat().st_size for f in path.glob("*.png"))
    for unit in ("bytes", "KB", "MB"):
        if size < 1000:
            return f"{size:.0f} {unit}" if unit == "bytes" or size >= 100 else f"{size:.1f} {unit}"
        size /= 1000
    return f"{size:.0f} GB" if size >= 100 else f"{size:.1f} GB"
