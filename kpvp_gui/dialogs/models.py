"""All models there are: what each is, and what can be done with it. A model's file may be dropped here."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QInputDialog,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from engine.errors import KpvpError
from engine.folders import user_cache
from engine.models import own_models
from engine.models.bundle import SUFFIX
from engine.models.library import ModelEntry
from kpvp_gui.background.child_question import ChildQuestion
from kpvp_gui.background.jobs import Job
from kpvp_gui.dialogs.model_page import ModelPage
from kpvp_gui.document.document import Document
from kpvp_gui.document.model_list import refresh_models
from kpvp_gui.translation import marked, tr
from kpvp_gui.widgets.banner import Banner
from kpvp_gui.widgets.question import ask

_CLIPS = 30  # that an evaluation from here measures on: a few minutes
_GIVEN = marked("Models that came with the program stay as they are")


class ModelsDialog(QDialog):
    """`fine_tune_wanted` carries a model's path. What is deleted can be brought back while the dialog is open."""

    fine_tune_wanted = Signal(object)

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._measured: dict[Path, dict[str, Any]] = {}
        self._measuring: Path | None = None
        self._question = ChildQuestion(self)
        self._question.answered.connect(self._evaluated)
        self._question.failed.connect(self._not_evaluated)
        self.setWindowTitle(tr("Models"))
        self.setAcceptDrops(True)
        self.setMinimumSize(800, 480)
        self.resize(880, 560)
        self.banner = Banner("info")
        self.list = QListWidget()
        self.list.setProperty("boxed", True)
        self.list.setFixedWidth(208)
        self.list.setAccessibleName(tr("Models"))
        self.page = ModelPage()
        self.add_button = _button(
            tr("&Add a model..."), tr("Choose a model's file, or drop one here"), self._choose_file
        )
        self.use_button = _button(tr("&Use"), tr("Make clips with this model"), self._use)
        self.rename_button = _button(tr("Re&name..."), "", self._ask_title)
        self.delete_button = _button(tr("&Delete"), "", self.delete)
        self.evaluate_button = _button(tr("&Evaluate"), "", self.evaluate)
        self.tune_button = _button(tr("Fine-&tune..."), tr("Train it further on other clips"), self._fine_tune)
        self.use_button.setProperty("primary", True)
        self._lay_out()
        self.list.currentRowChanged.connect(lambda _: self._show())
        self.list.itemDoubleClicked.connect(lambda _: self._use())
        document.models_changed.connect(self._fill)
        document.model_changed.connect(self._fill)
        own_models.forget_deleted()
        self._fill()

    def _lay_out(self) -> None:
        hint = QLabel(tr("or drop its file here"))
        hint.setProperty("role", "secondary")
        hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self.list, 1)
        left.addWidget(self.add_button)
        left.addWidget(hint)
        middle = QHBoxLayout()
        middle.setSpacing(24)
        middle.addLayout(left)
        middle.addWidget(self.page, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self.rename_button, self.delete_button, self.evaluate_button, self.tune_button):
            buttons.addWidget(button)
        buttons.addStretch(1)
        buttons.addWidget(_button(tr("Close"), tr("Close  (Esc)"), self.reject))
        buttons.addWidget(self.use_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(16)
        column.addWidget(self.banner)
        column.addLayout(middle, 1)
        column.addLayout(buttons)

    # Which model

    @property
    def entry(self) -> ModelEntry | None:
        """The model that is chosen in the list."""
        item = self.list.currentItem()
        return None if item is None else item.data(Qt.ItemDataRole.UserRole)

    def choose(self, path: Path) -> None:
        """Choose the model in that file."""
        for row in range(self.list.count()):
            if self.list.item(row).data(Qt.ItemDataRole.UserRole).path == path:
                self.list.setCurrentRow(row)

    def _fill(self) -> None:
        document, chosen = self._document, self.entry
        wanted = chosen or document.model_entry
        self.list.blockSignals(True)
        self.list.clear()
        for entry in document.models:
            used = document.model_entry is not None and entry.path == document.model_entry.path
            item = QListWidgetItem((tr(entry.card.title) or entry.name) + (tr(" (in use)") if used else ""))
            item.setData(Qt.ItemDataRole.UserRole, entry)
            whose = tr("yours") if own_models.is_own(entry) else tr("came with the program")
            item.setToolTip(f"{entry.name}: {whose}")
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        if wanted is not None:
            self.choose(wanted.path)
        self.list.blockSignals(False)
        self._show()

    def _show(self) -> None:
        entry = self.entry
        self.page.show_model(entry, self._measured.get(entry.path) if entry is not None else None)
        own = entry is not None and own_models.is_own(entry)
        self.rename_button.setEnabled(own)
        self.rename_button.setToolTip(tr("Give it another name") if own else tr(_GIVEN))
        self.delete_button.setEnabled(own and len(self._document.models) > 1)
        self.delete_button.setToolTip(tr("Delete it; this can be undone") if own else tr(_GIVEN))
        self.evaluate_button.setText(tr("Stop &evaluating") if self._question.busy else tr("&Evaluate"))
        self.evaluate_button.setToolTip(tr("Measure it on %n held-out clips, or on a folder of clips", "", _CLIPS))
        for button in (self.use_button, self.evaluate_button, self.tune_button):
            button.setEnabled(entry is not None)

    def _say(self, error: Exception) -> None:
        if isinstance(error, KpvpError):
            self.banner.offer(str(error), {})
        else:
            self._document.report(error)

    # Using and changing

    def _use(self) -> None:
        if self.entry is not None:
            self._document.set_model(self.entry.name)
            self.accept()

    def _fine_tune(self) -> None:
        if self.entry is not None:
            self.fine_tune_wanted.emit(self.entry.path)

    def _choose_file(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self, tr("Add a model"), str(Path.home()), tr("Models (*{suffix})", suffix=SUFFIX)
        )
        if name:
            self.add(Path(name))

    def add(self, path: Path) -> None:
        """Take a model's file into the list, and choose it."""
        job = Job(own_models.add, path)
        job.finished.connect(self._refresh)
        job.failed.connect(self._say)
        job.start()

    def _ask_title(self) -> None:
        entry = self.entry
        if entry is None:
            return
        question = QInputDialog(self)
        question.setWindowTitle(tr("Rename the model"))
        question.setLabelText(tr("Name of the model"))
        question.setTextValue(entry.card.title or entry.name)
        question.textValueSelected.connect(lambda title: self.rename(entry, title))
        ask(question)

    def rename(self, entry: ModelEntry, title: str) -> None:
        """Give an own model another title."""
        job = Job(own_models.rename, entry, title)
        job.finished.connect(lambda _: self._refresh(entry.path))
        job.failed.connect(self._say)
        job.start()

    def delete(self) -> None:
        """Delete the own model that is chosen; the banner brings it back."""
        entry = self.entry
        if entry is None or not own_models.is_own(entry):
            return
        document = self._document
        if document.model_entry is not None and document.model_entry.path == entry.path:
            document.set_model(next(other.name for other in document.models if other.path != entry.path))
        try:
            away = own_models.delete(entry)
        except KpvpError as error:
            self._say(error)
            return
        bring_back = {tr("Undo"): lambda: self._restore(away, entry)}
        self.banner.offer(tr("{model} was deleted.", model=tr(entry.card.title) or entry.name), bring_back)
        self._refresh()

    def _restore(self, away: Path, entry: ModelEntry) -> None:
        try:
            self._refresh(own_models.bring_back(away, entry))
        except KpvpError as error:
            self._say(error)

    def _refresh(self, path: Path | None = None) -> None:
        """Look the models up again, and choose the one in `path`."""
        refresh_models(self._document, lambda: self.choose(path) if path is not None else None)

    # Evaluating

    def evaluate(self) -> None:
        """Measure the chosen model on its world's held-out clips, or else on a folder; again: stop."""
        entry = self.entry
        if self._question.busy:
            self._question.withdraw()
            self.banner.hide()
            self._show()
            return
        if entry is None:
            return
        data = str(entry.card.world.get("name", ""))
        if not data:
            data = QFileDialog.getExistingDirectory(self, tr("Clips to measure on, a folder for each action"))
        if data:
            self._ask_scores(entry, data)

    def _ask_scores(self, entry: ModelEntry, data: str) -> None:
        folder = user_cache() / "evaluations" / entry.name
        folder.mkdir(parents=True, exist_ok=True)
        self._measuring = entry.path
        what = ("evaluate", str(entry.path), "--data", data, "--clips", str(_CLIPS))
        self._question.ask(("-m", "main", *what, "--out", str(folder), "--json"))
        self.banner.offer(
            tr(
                "{model} is measured on clips of {name}…",
                model=tr(entry.card.title) or entry.name,
                name=Path(data).name,
            ),
            {},
        )
        self._show()

    def _evaluated(self, scores: dict[str, Any]) -> None:
        if self._measuring is not None:
            self._measured[self._measuring] = scores
        self.banner.hide()
        self._show()

    def _not_evaluated(self, words: str) -> None:
        self.banner.offer(tr("It could not be measured. {words}", words=words), {})
        self._show()

    # Dropping a file

    def dragEnterEvent(self, event) -> None:
        if any(url.toLocalFile().endswith(SUFFIX) for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event) -> None:
        event.acceptProposedAction()
        for url in event.mimeData().urls():
            if url.toLocalFile().endswith(SUFFIX):
                self.add(Path(url.toLocalFile()))

    def done(self, result: int) -> None:
        self._question.withdraw()
        self.banner.hide()  # what is deleted stays so
        super().done(result)


def _button(text: str, tip: str, do) -> QPushButton:
    button = QPushButton(text)
    button.setAutoDefault(False)
    button.setToolTip(tip)
    button.clicked.connect(lambda _=False: do())
    return button
