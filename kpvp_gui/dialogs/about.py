"""What this program is, and which version."""

from __future__ import annotations

import platform

import PySide6
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QPainter
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from engine.commands import doctor
from kpvp_gui.background import crash_log
from kpvp_gui.background.jobs import Job
from kpvp_gui.widgets import mark

_WORDS = (
    "A photo, an action and a latent go in; a clip whose every part can be seen comes out. The networks find keypoints "
    "in the photo, imagine how they move, and draw each frame from them. Everything runs on this machine."
)


class About(QDialog):
    """Name, version, one paragraph, licence and where the crash log is; the doctor's report for the clipboard."""

    def __init__(self, version: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("About KPVP Studio")
        self.setMinimumWidth(420)
        title = QLabel(f"KPVP Studio {version}".strip())
        title.setProperty("role", "title")
        words = QLabel(_WORDS)
        words.setWordWrap(True)
        facts = QLabel(
            f"Licensed under Apache-2.0\nPython {platform.python_version()} · Qt {PySide6.__version__}\n"
            f"Crash log: {crash_log.log_path()}"
        )
        facts.setProperty("role", "secondary")
        facts.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        facts.setWordWrap(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.button(QDialogButtonBox.StandardButton.Close).setAutoDefault(False)
        buttons.rejected.connect(self.reject)
        self.copy = buttons.addButton("&Copy details", QDialogButtonBox.ButtonRole.ActionRole)
        self.copy.setAutoDefault(False)
        self.copy.setToolTip("What is installed, and what is wrong with it, for the clipboard")
        self.copy.clicked.connect(self._examine)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(12)
        column.addWidget(_Mark())
        column.addWidget(title)
        column.addWidget(words)
        column.addWidget(facts)
        column.addSpacing(8)
        column.addWidget(buttons)

    def _examine(self) -> None:
        """In the thread pool: it looks at torch and tries the devices."""
        self.copy.setEnabled(False)
        self.copy.setText("Looking…")
        job = Job(_report)
        job.finished.connect(self._copied)
        job.failed.connect(lambda error: self._copied(f"The report failed: {error}"))
        job.start()

    def _copied(self, report: str) -> None:
        QGuiApplication.clipboard().setText(f"{report}\nCrash log: {crash_log.log_path()}\n")
        self.copy.setText("Copied")
        self.copy.setEnabled(True)


def _report() -> str:
    return doctor.as_text(doctor.examine())


class _Mark(QWidget):
    """A ring of keypoints in their colours."""

    def sizeHint(self) -> QSize:
        return QSize(64, 64)

    def paintEvent(self, event) -> None:
        mark.paint(QPainter(self), QRectF(0, 0, 64, 64))

    def minimumSizeHint(self) -> QSize:
        return QSize(64, 64)
