"""Where training meets the main window: the dialog, the window of runs, the words in the status, the finished model."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QToolButton, QWidget

from kpvp_gui.background.remembered import Remembered
from kpvp_gui.dialogs.training import TrainingDialog
from kpvp_gui.document.document import Document
from kpvp_gui.document.model_list import refresh_models
from kpvp_gui.runs.runs import TrainingRuns
from kpvp_gui.runs.runs_window import RunsWindow
from kpvp_gui.translation import tr
from training.runs.folder import RunFolder
from training.runs.summary import RunSummary


class TrainingWindows(QObject):
    """`status` is a button for the main window's corner: hidden unless something trains or has just finished."""

    status_changed = Signal()  # its words, and with them its width

    def __init__(self, document: Document, remembered: Remembered, window: QWidget) -> None:
        super().__init__(window)
        self._document, self._remembered, self._window = document, remembered, window
        self.runs = TrainingRuns(self)
        self.runs_window: RunsWindow | None = None
        self.dialog: TrainingDialog | None = None
        self._fresh: RunSummary | None = None  # finished, and not looked at yet
        self.status = QToolButton()
        self.status.setProperty("text-button", True)
        self.status.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.status.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.status.clicked.connect(self._status_clicked)
        self.status.hide()
        self.runs.runs_changed.connect(self._say)
        self.runs.run_finished.connect(self._finished)
        self.runs.trouble.connect(self._trouble)

    def train(self) -> TrainingDialog:
        """Open the dialog that starts a run."""
        from_runs = self.runs_window is not None and self.runs_window.isActiveWindow()
        parent = self.runs_window if from_runs else self._window
        self.dialog = TrainingDialog(self.runs, self._remembered, self._document.models, parent)
        self.dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.dialog.started.connect(lambda folder: self.show_runs(folder.path))
        self.dialog.open()
        return self.dialog

    def show_runs(self, path: Path | None = None) -> None:
        """Open the window of runs, at the run in `path`."""
        if self.runs_window is None:
            self.runs_window = RunsWindow(self.runs, self._remembered)
            self.runs_window.train_wanted.connect(self.train)
            self.runs_window.monitor.use_wanted.connect(self.use)
            self.runs_window.monitor.duplicate_wanted.connect(self._duplicate)
            self.runs_window.monitor.fine_tune_wanted.connect(lambda path: self.train().fine_tune(path))
        self.runs.look()
        self.runs_window.show()
        self.runs_window.raise_()
        self.runs_window.activateWindow()
        if path is not None:
            self.runs_window.show_run(path)
        self._fresh = None
        self._say()

    def fine_tune_current(self) -> None:
        """Open the dialog with the chosen model as the start."""
        entry = self._document.model_entry
        dialog = self.train()
        if entry is not None:
            dialog.fine_tune(entry.path)

    def use(self, installed: str) -> None:
        """Make clips with the model in that file."""
        refresh_models(self._document, lambda: self._document.set_model(Path(installed).stem))
        self._fresh = None
        self._say()
        self._window.raise_()
        self._window.activateWindow()

    def close(self) -> None:
        """The studio closes; runs go on."""
        if self.runs_window is not None:
            self.runs_window.monitor.stop_watching()
            self.runs_window.close()

    def _duplicate(self, folder: RunFolder) -> None:
        self.train().duplicate(folder)

    def _finished(self, summary: RunSummary) -> None:
        self._fresh = summary
        refresh_models(self._document)
        self._say()

    def _status_clicked(self) -> None:
        if self._fresh is not None and self._fresh.installed and not self.runs.active:
            self.use(self._fresh.installed)
        else:
            self.show_runs(self.runs.active[0].path if self.runs.active else None)

    def _say(self) -> None:
        active = self.runs.active
        if active:
            paused = tr(" (paused)") if all(run.state == "paused" for run in active) else ""
            share = f"{active[0].fraction:.0%}".replace("%", " %")
            words = (
                tr("1 run training: {share}{paused}", share=share, paused=paused)
                if len(active) == 1
                else tr("%n runs training{paused}", "", len(active), paused=paused)
            )
            tip = tr("Watch it")
        elif self._fresh is not None:
            usable = bool(self._fresh.installed)
            words = tr("{title} is trained", title=self._fresh.title) + (tr(": use it now") if usable else "")
            tip = tr("Choose the new model") if usable else tr("See the run")
        else:
            words = tip = ""
        self.status.setText(words)
        self.status.setToolTip(tip)
        self.status.setAccessibleName(words)
        if self.status.isHidden() == bool(words):
            self.status.setVisible(bool(words))
        self.status_changed.emit()

    def _trouble(self, error: Exception) -> None:
        if self.runs_window is None or not self.runs_window.isVisible():
            self._document.report(error)
