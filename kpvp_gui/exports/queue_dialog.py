"""Exporting several clips: one preset and one folder for all, how far each is, and how long the rest will take."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QIcon, QPixmap
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from kpvp_gui.background.remembered import Remembered
from kpvp_gui.dialogs import export_target
from kpvp_gui.document.clip_record import ClipRecord
from kpvp_gui.document.document import Document
from kpvp_gui.exports.choice import GIVEN, ExportChoice
from kpvp_gui.exports.preset_box import PresetBox
from kpvp_gui.exports.queue import ExportQueue, Queued
from kpvp_gui.translation import marked, tr
from kpvp_gui.widgets import pictures
from kpvp_gui.widgets.icons import icon
from kpvp_gui.widgets.progress import ProgressBar

_STATES = {
    "waiting": marked("waiting"),
    "made again": marked("its frames are made again"),
    "written": marked("is written"),
    "stopped": marked("stopped"),
}
_USUAL = next(preset for preset in GIVEN if preset.name == "MP4, enlarged")


class QueueDialog(QDialog):
    """Of `records`, the clips to write. The window can be used meanwhile; closing the dialog stops the queue."""

    def __init__(
        self, document: Document, records: Sequence[ClipRecord], remembered: Remembered, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        count = len(records)
        self.setWindowTitle(tr("Export futures") if count > 1 else tr("Export future"))
        self.setMinimumSize(480, 440)
        self._remembered = remembered
        self.queue = ExportQueue(document, records, self)
        self.choice = _USUAL.choice
        self.presets = PresetBox(remembered)
        self.presets.follow(self.choice)
        self.presets.chosen.connect(self._choose)
        self._folder = export_target.folder(remembered)
        self.folder = QPushButton(icon("open"), str(self._folder))
        self.folder.setStyleSheet("text-align: left")
        self.folder.setAutoDefault(False)
        self.folder.setToolTip(tr("Choose the folder"))
        self.folder.clicked.connect(self._choose_folder)
        self.list = QListWidget()
        self.list.setProperty("boxed", True)
        self.list.setIconSize(QSize(32, 32))
        self.list.setSelectionMode(QListWidget.SelectionMode.NoSelection)
        self.list.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.list.setAccessibleName(tr("The clips and how far they are"))
        for each in self.queue.queued:
            self.list.addItem(QListWidgetItem(_picture(each), ""))
        self.progress = ProgressBar()
        self.progress.setRange(0, 1000)
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(tr("Progress of all exports"))
        self.words = QLabel()
        self.words.setProperty("role", "secondary")
        self.show_button = _button(tr("Show in &folder"), self._show_in_folder)
        self.close_button = _button(tr("Close"), self.reject)
        self.export_button = _button(tr("&Export all") if count > 1 else tr("&Export"), self.start)
        self.export_button.setProperty("primary", True)
        self.export_button.setDefault(True)
        self._lay_out(tr("Export %n futures", "", count) if count > 1 else tr("Export one future"))
        self.queue.changed.connect(self._say)
        self._say()

    def _lay_out(self, words: str) -> None:
        title = QLabel(words)
        title.setProperty("role", "title")
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(8)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(tr("Prese&t"), self.presets)
        form.addRow(tr("F&older"), self.folder)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.show_button)
        buttons.addStretch(1)
        buttons.addWidget(self.close_button)
        buttons.addWidget(self.export_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(12)
        column.addWidget(title)
        column.addLayout(form)
        column.addWidget(self.list, 1)
        column.addWidget(self.words)
        column.addWidget(self.progress)
        column.addLayout(buttons)

    # What is asked for

    def _choose(self, choice: ExportChoice) -> None:
        self.choice = choice
        self.presets.follow(choice)

    def _choose_folder(self) -> None:
        name = QFileDialog.getExistingDirectory(self, tr("Export to"), str(self._folder))
        if name:
            self._folder = Path(name)
            self.folder.setText(name)

    def start(self) -> None:
        if not self.queue.running:
            self._remembered.export_folder = str(self._folder)
            self.queue.start(self.choice, self._folder)

    def reject(self) -> None:
        """Esc and the button: stop what runs, or else close."""
        if self.queue.running:
            self.queue.cancel()
        else:
            super().reject()

    def closeEvent(self, event) -> None:
        self.queue.cancel()
        super().closeEvent(event)

    def _show_in_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))

    # What is shown

    def _say(self) -> None:
        queue = self.queue
        for row, each in enumerate(queue.queued):
            item = self.list.item(row)
            words = tr(_STATES[each.state]) if each.state in _STATES else each.words
            item.setText(f"{each.record.title}, {each.record.seed_label}\n{words}")
            if queue.running and each.state in ("made again", "written"):
                self.list.scrollToItem(item)
        self.progress.setValue(round(1000 * queue.fraction) if queue.running else 0)
        self.words.setText(self._how_far())
        for widget in (self.presets, self.folder):
            widget.setEnabled(not queue.running)
        left = any(each.state != "done" for each in queue.queued)
        self.export_button.setEnabled(not queue.running and left)
        self.close_button.setText(tr("Stop") if queue.running else tr("Close"))
        self.show_button.setVisible(not queue.running and any(each.state == "done" for each in queue.queued))

    def _how_far(self) -> str:
        queue = self.queue
        written = sum(each.state == "done" for each in queue.queued)
        if not queue.running:
            return tr("{written} of %n written", "", len(queue.queued), written=written) if queue.done else ""
        left = queue.seconds_left
        return tr("{written} of %n written", "", len(queue.queued), written=written) + (
            "" if left is None else tr(" · {in_words} left", in_words=in_words(left))
        )


def in_words(seconds: float) -> str:
    """A time as a person reckons it: "about 40 s", "about 3 min"."""
    if seconds < 90:
        return tr("about {number} s", number=max(1, round(seconds)))
    return (
        tr("about {number} min", number=round(seconds / 60))
        if seconds < 5400
        else tr("about {hours:.1f} h", hours=seconds / 3600)
    )


def _button(text: str, do) -> QPushButton:
    button = QPushButton(text)
    button.setAutoDefault(False)
    button.clicked.connect(lambda _=False: do())
    return button


def _picture(each: Queued) -> QIcon:
    record = each.record
    array = record.source if record.thumbnail is None else record.thumbnail
    return QIcon(QPixmap.fromImage(pictures.image(array)))
