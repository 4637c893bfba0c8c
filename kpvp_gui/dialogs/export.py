"""Writing a clip to a file: where, and how it shall look; a preview with the file's size; then progress."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QTimer, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from engine.errors import KpvpError
from engine.export import written_fps
from engine.formats.arranged import arranged_size
from engine.formats.table import FORMATS, Format
from kpvp_gui.background.jobs import Job
from kpvp_gui.background.remembered import Remembered
from kpvp_gui.dialogs import export_target
from kpvp_gui.document.clip_record import ClipRecord
from kpvp_gui.document.document import Document
from kpvp_gui.exports.choice import ExportChoice
from kpvp_gui.exports.clip_export import ClipExport
from kpvp_gui.exports.form import ExportForm
from kpvp_gui.exports.preset_box import PresetBox
from kpvp_gui.exports.preview import ExportPreview, nested
from kpvp_gui.exports.trial import SizeTrial, try_out
from kpvp_gui.translation import tr
from kpvp_gui.widgets.icons import icon
from kpvp_gui.widgets.progress import ProgressBar
from kpvp_gui.widgets.question import ask

_REST_MS = 250  # without a change before the settings are tried


class ExportDialog(QDialog):
    """Exports the finished clip of `record`. It may be closed when done; closing it earlier stops the export."""

    def __init__(
        self, document: Document, record: ClipRecord, remembered: Remembered, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        assert record.clip is not None  # only a finished clip is exported
        self._document, self._remembered, self._record, self._clip = document, remembered, record, record.clip
        self._export: ClipExport | None = None
        self._trial: Job | None = None
        self._written: Path | None = None
        self.setWindowTitle(tr("Export clip"))
        self.setMinimumWidth(820)
        self.presets = PresetBox(remembered)
        self.form = ExportForm(record, self._remembered_choice())
        self._make_where()
        self._make_controls()
        self._lay_out()
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self._try)
        self.presets.chosen.connect(self.form.set_choice)
        self.form.format_changed.connect(self._format_changed)
        self.form.changed.connect(self._changed)
        self.name.textChanged.connect(self._estimate)
        self.preview.cut_drawn.connect(lambda drawn: self.form.set_cut(nested(self.form.cut, drawn)))
        self.whole_button.clicked.connect(lambda: self.form.set_cut(None))
        self._format_changed()
        self._changed()
        self._try()

    # Building

    def _remembered_choice(self) -> ExportChoice:
        """As the last export was, but with what is drawn on the canvas and with how that plays."""
        kept, document = self._remembered, self._document
        kind = next((kind for kind in FORMATS if kind.name == kept.export_format), FORMATS[0])
        shown = tuple(name for name in document.overlays)
        return ExportChoice(kind, kept.export_size, kept.export_scale, 1.0, document.playback.loop_mode, shown)

    def _make_where(self) -> None:
        self.name = QLineEdit(export_target.suggested_name(self._clip, self._record.name))
        self._describe(self.name, tr("Name of the file"))
        self._folder = export_target.folder(self._remembered)
        self.folder = QPushButton(icon("open"), "")
        self.folder.setStyleSheet("text-align: left")
        self.folder.setAutoDefault(False)
        self.folder.clicked.connect(self._choose_folder)

    def _make_controls(self) -> None:
        self.preview = ExportPreview()
        self.estimate = QLabel()
        self.estimate.setProperty("role", "secondary")
        self.estimate.setWordWrap(True)
        self.file_size = QLabel()
        self.file_size.setToolTip(tr("How large the file will be, tried out"))
        self.whole_button = QPushButton(icon("crop"), tr("&Whole picture"))
        self.whole_button.setAutoDefault(False)
        self._describe(self.whole_button, tr("Take back the cut"))
        _keep_room(self.whole_button)
        self.notice = QLabel()
        self.notice.setWordWrap(True)
        self.notice.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.notice.hide()
        self.progress = ProgressBar()
        self.progress.setRange(0, 100)
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(tr("Progress of the export"))
        _keep_room(self.progress)
        self.progress.hide()
        self.show_button = QPushButton(tr("Show in &folder"))
        self.show_button.setAutoDefault(False)
        self.show_button.clicked.connect(self._show_in_folder)
        self.show_button.hide()
        self._describe(self.show_button, tr("Open the folder the file is in"))
        self.close_button = QPushButton(tr("Close"))
        self.close_button.setAutoDefault(False)
        self.close_button.clicked.connect(self.reject)
        self._describe(self.close_button, tr("Close, stopping a running export  (Esc)"))
        self.export_button = QPushButton(tr("&Export"))
        self.export_button.setDefault(True)
        self.export_button.setProperty("primary", True)
        self.export_button.clicked.connect(self.start)
        self._describe(self.export_button, tr("Write the file  (Enter)"))

    @staticmethod
    def _describe(widget: QWidget, tip: str) -> None:
        widget.setToolTip(tip)
        widget.setAccessibleName(tip)

    def _lay_out(self) -> None:
        title = QLabel(f"{self._record.title}, {self._record.seed_label}")
        title.setProperty("role", "title")
        rows = self.form.rows
        rows.insertRow(0, tr("Prese&t"), self.presets)
        rows.insertRow(2, tr("&Name"), self.name)
        rows.insertRow(3, tr("F&older"), self.folder)
        sizes = QHBoxLayout()
        sizes.addWidget(self.file_size)
        sizes.addStretch(1)
        sizes.addWidget(self.whole_button)
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addWidget(self.preview, 1)
        right.addLayout(sizes)
        right.addWidget(self.estimate)
        left = QVBoxLayout()
        left.addWidget(self.form)
        left.addStretch(1)
        middle = QHBoxLayout()
        middle.setSpacing(24)
        middle.addLayout(left, 1)
        middle.addLayout(right, 1)
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
        column.addLayout(middle, 1)
        column.addWidget(self.notice)
        column.addWidget(self.progress)
        column.addLayout(buttons)

    # What is asked for

    @property
    def kind(self) -> Format:
        return self.form.kind

    @property
    def target(self) -> Path:
        """The file to write: the name as typed, with the format's suffix. A whole path may be typed too."""
        return self.kind.completed(self._folder / Path(self.name.text().strip()).expanduser())

    def _format_changed(self) -> None:
        self.name.setText(str(self.kind.renamed(Path(self.name.text()))))
        self.name.setCursorPosition(0)  # of a long name, its beginning is seen

    def _changed(self) -> None:
        self.presets.follow(self.form.choice)
        self.whole_button.setVisible(self.form.cut is not None and self.kind.sized)
        self.preview.set_can_cut(self.kind.sized and not self._chosen().get("beside"))
        self._estimate()
        if self._trial is not None:
            self._trial.cancel()
        self._trial = None
        self.file_size.setText("…")
        self._rest.start()

    def _chosen(self) -> dict:
        return self.form.choice.keywords(self._record, self.form.picture_size.is_photos)

    def _estimate(self) -> None:
        """What the file will hold, in pixels, frames and seconds."""
        kind, clip, chosen = self.kind, self._clip, self._chosen()
        parts = []
        frames = 2 * len(clip) - 2 if chosen["pingpong"] else len(clip)
        if kind.sized:
            width, height = self.form.picture_size.written(chosen["scale"])
            width, height = arranged_size(width, height, chosen["scale"], chosen["beside"], chosen["cut"])
            parts.append(tr("{width} × {height} pixels", width=width, height=height))
        if kind.sized or kind.timed:
            parts.append(tr("%n frames", "", frames))
        if kind.looped:
            wanted = self.form.fps.value()
            fps = written_fps(self.target, wanted)
            parts.append(f"{frames / float(fps):.2f} s")
            if float(fps) < wanted - 0.01:
                parts.append(tr("at {rate:g} frames per second, the most this format plays", rate=float(fps)))
        self.estimate.setText(" · ".join(parts) or kind.about)
        self.export_button.setEnabled(bool(self.name.text().strip()) and not self.busy)

    # The preview

    def _try(self) -> None:
        self._rest.stop()
        if self.busy:
            return
        job = self._trial = Job(try_out, self._record, self._clip, self.form.choice, reports=True)
        job.finished.connect(lambda trial: job is self._trial and self._tried(trial))
        job.failed.connect(lambda error: job is self._trial and self._not_tried(error))
        job.start()

    def _tried(self, trial: SizeTrial) -> None:
        self._trial = None
        self.preview.set_pictures(
            trial.pictures, min(self.form.fps.value(), self.kind.fastest or 120), tr("No pictures are in this format.")
        )
        self.file_size.setText(("" if trial.exact else tr("about ")) + export_target.in_words(trial.nbytes))

    def _not_tried(self, error: Exception) -> None:
        self._trial = None
        self.file_size.setText("")
        self.preview.set_pictures((), 1, str(error) if isinstance(error, KpvpError) else tr("There is no preview."))
        if not isinstance(error, KpvpError):
            self._document.report(error)

    # Where

    def set_folder(self, folder: Path) -> None:
        """Where the file goes."""
        self._folder = folder
        room = max(160, self.folder.width() - 64)
        self.folder.setText(self.folder.fontMetrics().elidedText(str(folder), Qt.TextElideMode.ElideMiddle, room))
        self._describe(self.folder, tr("Choose the folder, now {folder}", folder=folder))

    def _choose_folder(self) -> None:
        name = QFileDialog.getExistingDirectory(self, tr("Export to"), str(self._folder))
        if name:
            self.set_folder(Path(name))

    def resizeEvent(self, event) -> None:
        super().resizeEvent(event)
        self.set_folder(self._folder)

    # The export

    @property
    def busy(self) -> bool:
        return self._export is not None

    def start(self) -> None:
        """Export, after asking if that would replace something."""
        if self.busy or not self.export_button.isEnabled():
            return
        if not self.target.exists():
            self._run(overwrite=False)
            return
        question = QMessageBox(self)
        question.setWindowTitle(tr("Replace?"))
        question.setIcon(QMessageBox.Icon.NoIcon)
        question.setText(tr("{name} already exists.", name=self.target.name))
        question.setInformativeText(tr("Replace it with this clip?"))
        replace = question.addButton(tr("&Replace"), QMessageBox.ButtonRole.DestructiveRole)
        question.setDefaultButton(question.addButton(QMessageBox.StandardButton.Cancel))
        replace.clicked.connect(lambda: self._run(overwrite=True))
        self.question = question
        ask(question)

    def _run(self, overwrite: bool) -> None:
        choice, path = self.form.choice, self.target
        self._remembered.export_folder, self._remembered.export_format = str(path.parent), choice.kind.name
        self._remembered.export_scale, self._remembered.export_size = choice.scale, choice.size
        self._stop_trying()
        self.notice.hide()
        self.show_button.hide()
        self.close_button.setText(tr("Cancel"))
        self._set_editable(False)
        exporting = self._export = ClipExport(self._document, self._record, choice, path, overwrite, self)
        exporting.progress.connect(self._progressed)
        exporting.finished.connect(self._finished)
        exporting.failed.connect(self._failed)
        exporting.stopped.connect(lambda: self._ended(""))
        exporting.start()
        self.progress.setRange(0, 0 if exporting.awaits_pictures else 100)
        self.progress.setValue(0)
        self.progress.show()

    def _progressed(self, fraction: float) -> None:
        self.progress.setRange(0, 100)
        self.progress.setValue(round(100 * fraction))

    def _finished(self, path: Path) -> None:
        self._written = path
        size = export_target.in_words(export_target.bytes_of(path))
        self._ended(tr("Saved {name} ({size}) in {parent}.", name=path.name, size=size, parent=path.parent))
        self.show_button.show()
        self.show_button.setFocus()

    def _failed(self, error: Exception) -> None:
        self._ended(
            str(error) if isinstance(error, KpvpError) else tr("The export failed. Details are in the crash log.")
        )
        if not isinstance(error, KpvpError):
            self._document.report(error)

    def _ended(self, words: str) -> None:
        self._export = None
        self.progress.hide()
        self.close_button.setText(tr("Close"))
        self._set_editable(True)
        self.notice.setText(words)
        self.notice.setVisible(bool(words))

    def _set_editable(self, editable: bool) -> None:
        for widget in (self.form, self.whole_button, self.export_button):
            widget.setEnabled(editable)
        self.preview.set_can_cut(editable and self.kind.sized and not self._chosen().get("beside"))

    def _show_in_folder(self) -> None:
        if self._written is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._written.parent)))

    def reject(self) -> None:
        """Esc and the button: stop a running export, or else close."""
        if self._export is not None:
            self._export.cancel()
        else:
            self._stop_trying()
            super().reject()

    def closeEvent(self, event) -> None:
        self._stop_trying()
        if self._export is not None:
            self._export.cancel()
        super().closeEvent(event)

    def _stop_trying(self) -> None:
        self._rest.stop()
        if self._trial is not None:
            self._trial.cancel()
        self._trial = None


def _keep_room(widget: QWidget) -> None:
    """Nothing moves when it comes and goes."""
    policy = widget.sizePolicy()
    policy.setRetainSizeWhenHidden(True)
    widget.setSizePolicy(policy)
