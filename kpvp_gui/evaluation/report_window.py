"""*Evaluate models*: which, on what, with how many clips; then `kpvp report` at work, and its page to open."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from engine.inputs import LARGEST_SEED
from engine.models.library import ModelEntry
from engine.study.study import FILE
from kpvp_gui.background.remembered import Remembered
from kpvp_gui.evaluation.report_process import ReportProcess
from kpvp_gui.shown import capitalized
from kpvp_gui.translation import tr
from kpvp_gui.widgets import screen_fit
from kpvp_gui.widgets.banner import Banner
from kpvp_gui.widgets.controls import heading
from kpvp_gui.widgets.progress import ProgressBar

_SIZE = QSize(760, 540)
_MOST_CLIPS = 10_000
_PATH = Qt.ItemDataRole.UserRole


class ReportWindow(QWidget):
    """`study_wanted` carries the folder of a finished report's own study. Closing it ends what is at work."""

    study_wanted = Signal(object)

    def __init__(self, models: Sequence[ModelEntry], remembered: Remembered, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._remembered = remembered
        self.process: ReportProcess | None = None
        self.page: Path | None = None
        self.setWindowTitle(tr("Evaluate models – KPVP Studio"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAutoFillBackground(True)
        self.resize(_SIZE)
        screen_fit.fit(self)
        self.banner = Banner("warning")
        worlds = list(dict.fromkeys(name for entry in models if (name := str(entry.card.world.get("name", "")))))
        self.models = _ticks([(e.card.title or e.name, str(e.path)) for e in models], tr("Models"))
        self.worlds = _ticks([(capitalized(name), name) for name in worlds], tr("Worlds"))
        self.clips, self.seed = QSpinBox(), QSpinBox()
        self.clips.setRange(2, _MOST_CLIPS)
        self.clips.setValue(remembered.report_clips)
        self.clips.setSuffix(tr(" clips"))
        self.clips.setToolTip(tr("Held-out clips of each world; 90 are ten of each action"))
        self.seed.setRange(0, min(LARGEST_SEED, 2**31 - 1))
        self.seed.setPrefix(tr("seed "))
        self.out = QLineEdit(remembered.report_folder)
        self.out.setPlaceholderText(tr("A new folder, or one of a report to go on with"))
        self.i3d = QLineEdit()
        self.i3d.setPlaceholderText(tr("For FVD: a TorchScript file of I3D, if you have one"))
        self._lay_out()
        for ticks in (self.models, self.worlds):
            ticks.itemChanged.connect(self._say)
        self.out.textChanged.connect(self._say)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Close), self, self.close)
        self._say()

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(24)
        form.setVerticalSpacing(12)
        numbers = QHBoxLayout()
        numbers.setSpacing(8)
        for box, name in ((self.clips, tr("Clips")), (self.seed, tr("Seed"))):
            box.setAccessibleName(name)
            numbers.addWidget(box)
        numbers.addStretch(1)
        form.addRow(tr("Measured on"), numbers)
        folder = QLabel(tr("&Folder"))
        folder.setBuddy(self.out)
        form.addRow(folder, self._with_browse(self.out, self._choose_folder, tr("Folder of the report")))
        form.addRow(tr("I3D file"), self._with_browse(self.i3d, self._choose_i3d, tr("I3D file")))
        self.status = QLabel()
        self.status.setProperty("role", "secondary")
        self.status.setWordWrap(True)
        self.status.setMinimumHeight(2 * self.status.fontMetrics().lineSpacing())
        self.working = ProgressBar()
        self.working.setTextVisible(False)
        self.working.setRange(0, 0)
        self.working.setAccessibleName(tr("A report is being made"))
        self.working.hide()
        self.start_button, self.stop_button = QPushButton(tr("&Evaluate")), QPushButton(tr("&Stop"))
        self.open_button, self.rank_button = QPushButton(tr("&Open report")), QPushButton(tr("&Rank its clips blind"))
        self.start_button.setProperty("primary", True)
        self.stop_button.setToolTip(tr("What is measured is kept; the same settings go on with it"))
        self.open_button.setToolTip(tr("In the browser; it is one file that you can give away"))
        self.start_button.clicked.connect(lambda _=False: self.start())
        self.stop_button.clicked.connect(lambda _=False: self.process is not None and self.process.stop())
        self.open_button.clicked.connect(lambda _=False: self.open_page())
        self.rank_button.clicked.connect(lambda _=False: self._rank())
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.open_button)
        buttons.addWidget(self.rank_button)
        buttons.addStretch(1)
        buttons.addWidget(self.stop_button)
        buttons.addWidget(self.start_button)
        lists = QHBoxLayout()
        lists.setSpacing(16)
        for title, ticks, stretch in ((tr("Models"), self.models, 3), (tr("Worlds"), self.worlds, 2)):
            column = QVBoxLayout()
            column.setSpacing(4)
            column.addWidget(heading(title))
            column.addWidget(ticks, 1)
            lists.addLayout(column, stretch)
        column = QVBoxLayout()
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(16)
        column.addLayout(lists, 1)
        column.addLayout(form)
        column.addWidget(self.status)
        column.addWidget(self.working)
        column.addLayout(buttons)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.banner)
        whole.addLayout(column, 1)

    def _with_browse(self, field: QLineEdit, choose, name: str) -> QWidget:
        field.setAccessibleName(name)
        button = QPushButton(tr("Browse..."))
        button.setAccessibleName(tr("{name}: browse", name=name))
        button.clicked.connect(lambda _=False: choose())
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(field, 1)
        row.addWidget(button)
        return whole

    # At work

    def arguments(self) -> list[str]:
        """What `kpvp` is called with for what is chosen."""
        asked = ["report", *_ticked(self.models), "--data", *_ticked(self.worlds), "--out", self.out.text().strip()]
        asked += ["--clips", str(self.clips.value()), "--seed", str(self.seed.value())]
        if self._remembered.characters_folder:
            asked += ["--characters", self._remembered.characters_folder]
        if self.i3d.text().strip():
            asked += ["--i3d", self.i3d.text().strip()]
        return asked

    def start(self) -> None:
        """Begin, or go on with what the folder holds."""
        self._remembered.report_folder = self.out.text().strip()
        self._remembered.report_clips = self.clips.value()
        self.banner.hide()
        self.page = None
        self.process = ReportProcess(self.arguments(), self)
        self.process.said.connect(self.status.setText)
        self.process.finished.connect(self._finished)
        self.process.failed.connect(self._failed)
        self.process.stopped.connect(lambda: self._over(tr("Stopped. What was measured is kept.")))
        self.process.start()
        self._say()
        self.status.setText(tr("Starting…"))

    def open_page(self) -> None:
        if self.page is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.page)))

    def _finished(self, found: dict) -> None:
        self.page = Path(found["page"])
        self._over(tr("The report is {page}.", page=self.page))

    def _failed(self, what: str) -> None:
        self._over("")
        self.banner.say(what)

    def _over(self, words: str) -> None:
        process, self.process = self.process, None
        if process is not None:
            process.deleteLater()
        self._say()
        if words:
            self.status.setText(words)

    def _say(self, *_: object) -> None:
        """Which buttons there are now."""
        at_work = self.process is not None
        ready = bool(_ticked(self.models) and _ticked(self.worlds) and self.out.text().strip())
        self.start_button.setEnabled(ready and not at_work)
        self.stop_button.setVisible(at_work)
        self.working.setVisible(at_work)
        self.open_button.setVisible(self.page is not None)
        self.rank_button.setVisible(self.page is not None and (self.page.parent / "study" / FILE).is_file())
        for part in (self.models, self.worlds, self.clips, self.seed, self.out, self.i3d):
            part.setEnabled(not at_work)
        if not at_work and not ready and self.page is None:
            self.status.setText(tr("Tick the models to compare and a world that they know, and choose a folder."))
        elif ready and not at_work and self.page is None and not self.banner.text:
            self.status.setText(tr("Two models or more are compared, and get a user study of the same clips."))

    def _rank(self) -> None:
        if self.page is not None:
            self.study_wanted.emit(self.page.parent / "study")

    def _choose_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, tr("Folder of the report"), self.out.text())
        if chosen:
            self.out.setText(chosen)

    def _choose_i3d(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(
            self, tr("I3D file"), self.i3d.text(), tr("TorchScript (*.pt);;All files (*)")
        )
        if chosen:
            self.i3d.setText(chosen)

    def closeEvent(self, event) -> None:
        if self.process is not None:
            self.process.end_now()
        super().closeEvent(event)


def _ticks(items: Sequence[tuple[str, str]], name: str) -> QListWidget:
    """A list to tick: (shown, what it stands for)."""
    ticks = QListWidget()
    ticks.setAccessibleName(name)
    for shown, value in items:
        item = QListWidgetItem(shown)
        item.setData(_PATH, value)
        item.setToolTip(value)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(Qt.CheckState.Checked if len(items) == 1 else Qt.CheckState.Unchecked)
        ticks.addItem(item)
    return ticks


def _ticked(ticks: QListWidget) -> list[str]:
    items = [ticks.item(row) for row in range(ticks.count())]
    return [item.data(_PATH) for item in items if item.checkState() == Qt.CheckState.Checked]
