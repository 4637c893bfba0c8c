"""The paper's own checkpoints become a model of the list: where the two stages are, and a name for the model."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtCore import QUrl, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from engine.authors.importing import Import, import_authors
from engine.errors import KpvpError
from engine.models.bundle import SUFFIX
from engine.models.library import user_folder
from kpvp_gui.background import crash_log
from kpvp_gui.background.jobs import Job
from kpvp_gui.translation import marked, tr

_EXPLANATION = marked(
    "The authors of the paper released TensorFlow checkpoints in two stages. Each may be a folder, the zip as "
    "downloaded, or an .index file. Nothing in them is executed, and they are not changed. Networks that only training "
    "needs come along where they are there, so that training can go on from this model."
)


class PathField(QWidget):
    """A line for a path, with a button to look for a file or folder; a dropped file or folder is taken too."""

    changed = Signal()

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = title
        self.line = QLineEdit()
        self.line.setAccessibleName(title)
        self.line.setPlaceholderText(tr("Folder, zip or .index file"))
        self.line.setMinimumWidth(320)
        self.line.textChanged.connect(self._edited)
        browse = QPushButton(tr("Browse"))
        browse.setAutoDefault(False)
        menu = QMenu(browse)
        menu.addAction(tr("Folder...")).triggered.connect(self._choose_folder)
        menu.addAction(tr("Zip or .index file...")).triggered.connect(self._choose_file)
        browse.setMenu(menu)
        self.setFocusProxy(self.line)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.line, 1)
        row.addWidget(browse)

    @property
    def path(self) -> str:
        return self.line.text().strip()

    def _edited(self, text: str) -> None:
        if text.startswith("file:"):  # what a file manager drops into a line of text
            self.line.setText(QUrl(text.strip()).toLocalFile())
            return
        self.changed.emit()

    def _choose_folder(self) -> None:
        self._take(QFileDialog.getExistingDirectory(self, self._title, self.path))

    def _choose_file(self) -> None:
        kinds = tr("Checkpoints (*.zip *.index);;All files (*)")
        self._take(QFileDialog.getOpenFileName(self, self._title, self.path, kinds)[0])

    def _take(self, chosen: str) -> None:
        if chosen:
            self.line.setText(chosen)


class ImportAuthorsDialog(QDialog):
    """Imports in the thread pool; `imported` carries the new model's name. Mistakes are shown in place."""

    imported = Signal(str)

    def __init__(self, parent: QWidget | None = None, folder: Path | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Import the authors' checkpoint"))
        self._folder = folder or user_folder()
        self._job: Job | None = None
        self.stage1 = PathField(tr("Stage 1, detector and translator"))
        self.stage2 = PathField(tr("Stage 2, motion generator"))
        self.name = QLineEdit("penn-action-authors")
        self.name.setAccessibleName(tr("Name of the model"))
        self.action_names = QLineEdit()
        self.action_names.setAccessibleName(tr("Names of the actions"))
        self.action_names.setPlaceholderText(tr("the paper's nine, unless you name others: wave, jump"))
        self.message = QLabel()
        self.message.setWordWrap(True)
        self.message.setMinimumHeight(self.message.fontMetrics().lineSpacing() * 3)
        explanation = QLabel(tr(_EXPLANATION))
        explanation.setWordWrap(True)
        form = QFormLayout()
        form.setHorizontalSpacing(24)
        form.setVerticalSpacing(12)
        for name, field in ((tr("Stage &1"), self.stage1), (tr("Stage &2"), self.stage2)):
            label = QLabel(name)
            label.setBuddy(field.line)
            form.addRow(label, field)
        form.addRow(tr("&Name"), self.name)
        form.addRow(tr("&Actions"), self.action_names)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self.start = buttons.button(QDialogButtonBox.StandardButton.Ok)
        self.start.setText(tr("&Import"))
        self.start.setDefault(True)
        self.start.setProperty("primary", True)
        buttons.accepted.connect(self._import)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(16)
        column.addWidget(explanation)
        column.addLayout(form)
        column.addWidget(self.message)
        column.addWidget(buttons)
        self.stage1.changed.connect(self._check)
        self.stage2.changed.connect(self._check)
        self.name.textChanged.connect(self._check)
        self.stage1.line.setFocus()
        self._check()

    def _check(self) -> None:
        """Say what is missing; the button waits for it."""
        problem = self._problem()
        self._say(problem, "secondary")
        self.start.setEnabled(not problem and self._job is None)

    def _problem(self) -> str:
        name = self.name.text().strip()
        if not self.stage1.path or not self.stage2.path:
            return tr("Choose where stage 1 and stage 2 are.")
        if not re.fullmatch(r"[\w][\w .()-]{0,60}", name):
            return tr("Give the model a name of letters, digits, spaces, dots and dashes.")
        if self._target().exists():
            return tr("There is a model called {name} already. Choose another name.", name=name)
        return ""

    def _target(self) -> Path:
        return self._folder / f"{self.name.text().strip()}{SUFFIX}"

    def _import(self) -> None:
        names = [name.strip() for name in self.action_names.text().split(",") if name.strip()]
        self._job = Job(_imported, self.stage1.path, self.stage2.path, self._target(), names or None)
        self._job.finished.connect(self._done)
        self._job.failed.connect(self._failed)
        self.start.setEnabled(False)
        self._say(tr("Importing..."), "secondary")
        self._job.start()

    def _done(self, result: Import) -> None:
        self._job = None
        self.imported.emit(result.path.stem)
        self.accept()

    def _failed(self, error: Exception) -> None:
        self._job = None
        self._check()
        if isinstance(error, KpvpError):
            self._say(str(error), "wrong")
        else:
            self._say(tr("Something went wrong. Details are in {record}.", record=crash_log.record(error)), "wrong")

    def _say(self, text: str, role: str) -> None:
        self.message.setText(text)
        self.message.setProperty("role", role)
        self.message.style().polish(self.message)  # the style sheet looks at a role only then


def _imported(stage1: str, stage2: str, target: Path, actions: list[str] | None) -> Import:
    target.parent.mkdir(parents=True, exist_ok=True)
    return import_authors(stage1, stage2, target, actions)
