"""Where comparing models meets the main window: the studies that are open, and what is asked before one is."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from engine.errors import KpvpError
from engine.study.study import FILE, open_study
from kpvp_gui.background.remembered import Remembered
from kpvp_gui.document.document import Document
from kpvp_gui.evaluation.report_window import ReportWindow
from kpvp_gui.evaluation.study_window import StudyWindow
from kpvp_gui.translation import tr


class EvaluationWindows(QObject):
    """Its windows are their own, and close with the main window."""

    def __init__(self, document: Document, remembered: Remembered, window: QWidget) -> None:
        super().__init__(window)
        self._document, self._remembered, self._window = document, remembered, window
        self.study_window: StudyWindow | None = None
        self.report_window: ReportWindow | None = None

    def evaluate(self) -> ReportWindow:
        """The window in which models are compared."""
        if self.report_window is None:
            self.report_window = ReportWindow(self._document.models, self._remembered)
            self.report_window.study_wanted.connect(self.open_study)
            self.report_window.destroyed.connect(self._report_closed)
        self.report_window.show()
        self.report_window.raise_()
        self.report_window.activateWindow()
        return self.report_window

    def choose_study(self) -> None:
        """Ask for a study's folder and open it."""
        folder = self._remembered.study_folder
        name, _ = QFileDialog.getOpenFileName(
            self._window, tr("Open a study"), folder, tr("Studies ({file})", file=FILE)
        )
        if name:
            self.open_study(Path(name).parent)

    def open_study(self, folder: Path) -> StudyWindow | None:
        """A window of the study in a folder; what is wrong with it is said by the Document."""
        try:
            study = open_study(folder)
        except KpvpError as error:
            self._document.report(error)
            return None
        self._remembered.study_folder = str(folder)
        if self.study_window is not None:
            self.study_window.close()
        self.study_window = StudyWindow(study)
        self.study_window.destroyed.connect(self._study_closed)
        self.study_window.show()
        return self.study_window

    def close(self) -> None:
        """The studio closes."""
        for window in (self.study_window, self.report_window):
            if window is not None:
                window.close()

    def _report_closed(self) -> None:
        self.report_window = None

    def _study_closed(self) -> None:
        self.study_window = None
