"""What this program is, which version, and under which licences its parts may be used."""

from __future__ import annotations

import platform

import PySide6
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QPainter
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QPlainTextEdit,
    QTabWidget,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from engine import licences
from engine.commands import doctor
from kpvp_gui.background import crash_log
from kpvp_gui.background.jobs import Job
from kpvp_gui.translation import marked, tr
from kpvp_gui.widgets import mark

_PART = Qt.ItemDataRole.UserRole
_WORDS = marked(
    "A photo, an action and a latent go in; a clip whose every part can be seen comes out. The networks find keypoints "
    "in the photo, imagine how they move, and draw each frame from them. Everything runs on this machine."
)


class About(QDialog):
    """Name, version, one paragraph, licence and where the crash log is; the doctor's report for the clipboard.

    A second page lists the licences of all parts.
    """

    def __init__(self, version: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("About KPVP Studio"))
        self.setMinimumSize(620, 480)
        title = QLabel(f"KPVP Studio {version}".strip())
        title.setProperty("role", "title")
        words = QLabel(tr(_WORDS))
        words.setWordWrap(True)
        facts = QLabel(
            "\n".join(
                [
                    tr("Licensed under Apache-2.0"),
                    f"Python {platform.python_version()} · Qt {PySide6.__version__}",
                    tr("Crash log: {path}", path=crash_log.log_path()),
                ]
            )
        )
        facts.setProperty("role", "secondary")
        facts.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        facts.setWordWrap(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.button(QDialogButtonBox.StandardButton.Close).setAutoDefault(False)
        buttons.rejected.connect(self.reject)
        self.copy = buttons.addButton(tr("&Copy details"), QDialogButtonBox.ButtonRole.ActionRole)
        self.copy.setAutoDefault(False)
        self.copy.setToolTip(tr("What is installed, and what is wrong with it, for the clipboard"))
        self.copy.clicked.connect(self._examine)
        program = QWidget()
        page = QVBoxLayout(program)
        page.setContentsMargins(8, 16, 8, 8)
        page.setSpacing(12)
        page.addWidget(_Mark())
        page.addWidget(title)
        page.addWidget(words)
        page.addWidget(facts)
        page.addStretch()
        self.licences = Licences()
        self.pages = QTabWidget()
        self.pages.setDocumentMode(True)
        self.pages.addTab(program, tr("&Program"))
        self.pages.addTab(self.licences, tr("&Licences"))
        self.pages.currentChanged.connect(lambda _: self.licences.look())
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(self.pages)
        column.addWidget(buttons)

    def _examine(self) -> None:
        """In the thread pool: it looks at torch and tries the devices."""
        self.copy.setEnabled(False)
        self.copy.setText(tr("Looking…"))
        job = Job(_report)
        job.finished.connect(self._copied)
        job.failed.connect(lambda error: self._copied(f"The report failed: {error}"))  # English, as all of it
        job.start()

    def _copied(self, report: str) -> None:
        QGuiApplication.clipboard().setText(f"{report}\nCrash log: {crash_log.log_path()}\n")
        self.copy.setText(tr("Copied"))
        self.copy.setEnabled(True)


class Licences(QWidget):
    """Every part of the program with its licence, and the text of the chosen one below."""

    def __init__(self) -> None:
        super().__init__()
        self.list = QTreeWidget()
        self.list.setAccessibleName(tr("Parts of the program"))
        self.list.setHeaderLabels([tr("Part"), tr("Version"), tr("Licence")])
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        header = self.list.header()
        header.setStretchLastSection(True)
        for column in (0, 1):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        self.text = QPlainTextEdit()
        self.text.setAccessibleName(tr("Text of the licence"))
        self.text.setReadOnly(True)
        self.text.setPlaceholderText(tr("Choose a part to read its licence."))
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 16, 8, 8)
        column.setSpacing(12)
        column.addWidget(self.list, 3)
        column.addWidget(self.text, 2)
        self.list.currentItemChanged.connect(lambda item, _: item and self._read(item.data(0, _PART)))
        self._asked = False

    def look(self) -> None:
        """Fill the list, the first time it is wanted: a file of each of many packages is read, in the thread pool."""
        if self._asked or not self.isVisible():
            return
        self._asked = True
        job = Job(licences.parts)
        job.finished.connect(self._show)
        job.failed.connect(lambda error: self.text.setPlainText(tr("The list could not be made: {error}", error=error)))
        job.start()

    def _show(self, parts: list[licences.LicensedPart]) -> None:
        for part in parts:
            item = QTreeWidgetItem([part.name, part.version, part.licence])
            item.setData(0, _PART, part)
            item.setToolTip(2, part.licence)  # a long one is cut off
            self.list.addTopLevelItem(item)

    def _read(self, part: licences.LicensedPart) -> None:
        about = f"{part.licence}\n{part.note}".strip()
        self.text.setPlainText(f"{about}\n\n{licences.text_of(part.name)}".strip())


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
