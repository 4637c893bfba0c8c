"""The window of runs: the list of all there are, and the chosen one beside it. Ticked runs are laid over its curves."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QKeySequence, QPainter, QPixmap, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from kpvp_gui.background.remembered import Remembered
from kpvp_gui.runs.run_monitor import RunMonitor
from kpvp_gui.runs.runs import TrainingRuns
from kpvp_gui.runs.state_words import state_words
from kpvp_gui.translation import marked, tr
from kpvp_gui.widgets import screen_fit
from kpvp_gui.widgets.banner import Banner
from kpvp_gui.widgets.controls import action, heading, labelled_button
from kpvp_gui.widgets.icons import icon
from kpvp_gui.widgets.overlaid import Overlaid
from training.runs.summary import RunSummary

_LIST_WIDTH = 232
_SIZE = QSize(1180, 680)


class RunsWindow(QWidget):
    """A window of its own: it may be closed while runs go on."""

    train_wanted = Signal()

    def __init__(self, runs: TrainingRuns, remembered: Remembered, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._runs, self._remembered = runs, remembered
        self.setWindowTitle(tr("Training runs – KPVP Studio"))
        self.setAutoFillBackground(True)
        self.resize(_SIZE)
        self.restoreGeometry(remembered.runs_geometry)
        screen_fit.fit(self)
        self.list = QListWidget()
        self.list.setProperty("plain", True)
        self.list.setAccessibleName(tr("Runs"))
        self.list.setToolTip(tr("Tick a run to lay its curves over the chosen one's"))
        self.list.setSpacing(2)
        self.list.setIconSize(QSize(10, 10))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.currentItemChanged.connect(lambda *_: self._chosen())
        self.list.itemChanged.connect(lambda _: self._compare())
        self.monitor = RunMonitor(runs)
        self.banner = Banner("warning")
        new = action(self, marked("Train a &model..."), icon("train"), tip=tr("Train another model"))
        new.triggered.connect(lambda _=False: self.train_wanted.emit())
        hint = QLabel(tr("Ticked runs are compared."))
        hint.setProperty("role", "secondary")
        left = QVBoxLayout()
        left.setContentsMargins(16, 16, 8, 16)
        left.setSpacing(8)
        left.addWidget(heading(tr("Runs")))
        left.addWidget(self.list, 1)
        left.addWidget(hint)
        left.addWidget(labelled_button(new))
        side = QWidget()
        side.setLayout(left)
        side.setFixedWidth(_LIST_WIDTH)
        line = QFrame()
        line.setProperty("hairline", True)
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addWidget(self.monitor, 1)
        Overlaid(self.monitor).add(self.banner)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(side)
        row.addWidget(line)
        row.addLayout(right, 1)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Close), self, self.close)
        runs.runs_changed.connect(self._fill)
        runs.trouble.connect(self._tell)
        self._fill()

    def show_run(self, path: Path) -> None:
        """Choose the run in `path`."""
        for row in range(self.list.count()):
            if self.list.item(row).data(Qt.ItemDataRole.UserRole) == path:
                self.list.setCurrentRow(row)

    def _fill(self) -> None:
        """Bring the list up to date, keeping what is chosen and ticked."""
        current = self.list.currentItem()
        chosen = current.data(Qt.ItemDataRole.UserRole) if current is not None else None
        items = {self.list.item(row).data(Qt.ItemDataRole.UserRole): row for row in range(self.list.count())}
        if list(items) == [summary.path for summary in self._runs.summaries]:
            with QSignalBlocker(self.list):
                for row, summary in enumerate(self._runs.summaries):
                    self._write(self.list.item(row), summary)
            self.list.viewport().update()
            return
        ticked = set(self._ticked())
        with QSignalBlocker(self.list):
            self.list.clear()
            for summary in self._runs.summaries:
                item = QListWidgetItem()
                item.setData(Qt.ItemDataRole.UserRole, summary.path)
                item.setCheckState(Qt.CheckState.Checked if summary.path in ticked else Qt.CheckState.Unchecked)
                self._write(item, summary)
                self.list.addItem(item)
                if summary.path == chosen:
                    self.list.setCurrentItem(item)
            if self.list.currentItem() is None and self.list.count():
                self.list.setCurrentRow(0)
        self._chosen()

    @staticmethod
    def _write(item: QListWidgetItem, summary: RunSummary) -> None:
        words = state_words(summary)
        item.setText(f"{summary.title}\n{words}")
        item.setToolTip(f"{summary.title}\n{words}\n{summary.path}")  # a long title is cut off in the list
        item.setSizeHint(QSize(0, 44))

    def _ticked(self) -> list[Path]:
        items = [self.list.item(row) for row in range(self.list.count())]
        return [item.data(Qt.ItemDataRole.UserRole) for item in items if item.checkState() == Qt.CheckState.Checked]

    def _chosen(self) -> None:
        item = self.list.currentItem()
        self.monitor.show_run(item.data(Qt.ItemDataRole.UserRole) if item is not None else None)
        self._compare()

    def _compare(self) -> None:
        own = self.monitor.folder.path if self.monitor.folder is not None else None
        compared = [path for path in self._ticked() if path != own]
        self.monitor.compare(compared)
        colours = {path: self.monitor.curves.colour_of(n + 1) for n, path in enumerate(compared)}
        if compared and own is not None:
            colours[own] = self.monitor.curves.colour_of(0)
        with QSignalBlocker(self.list):
            for row in range(self.list.count()):
                item = self.list.item(row)
                colour = colours.get(item.data(Qt.ItemDataRole.UserRole))
                item.setIcon(QIcon() if colour is None else _dot(colour, self.devicePixelRatioF()))

    def _tell(self, error: Exception) -> None:
        self.banner.say(getattr(error, "what", str(error)), getattr(error, "remedy", ""))

    def closeEvent(self, event) -> None:
        self._remembered.runs_geometry = self.saveGeometry()
        super().closeEvent(event)


def _dot(colour: QColor, ratio: float) -> QIcon:
    """The colour of a run's curves."""
    pixmap = QPixmap(QSize(10, 10) * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawEllipse(1, 1, 8, 8)
    painter.end()
    return QIcon(pixmap)
