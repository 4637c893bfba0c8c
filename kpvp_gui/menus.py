"""The menu bar: every command of the window with its mnemonic and its key, in one place to look them up."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Protocol

from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar

from engine.models.library import ModelEntry
from kpvp_gui.document.document import Document
from kpvp_gui.evaluation.windows import EvaluationWindows
from kpvp_gui.exports.controls import ExportControls
from kpvp_gui.projects.controls import ProjectControls
from kpvp_gui.runs.windows import TrainingWindows
from kpvp_gui.shown import capitalized
from kpvp_gui.translation import marked, tr
from kpvp_gui.widgets.controls import action, plain
from kpvp_gui.widgets.icons import icon

_BESIDE = (
    (marked("Choose an action"), "Alt+1 … Alt+9"),
    (marked("Previous, next keypoint"), "[, ]"),
    (marked("Move, turn, scale keypoints"), "Alt+← → ↑ ↓, Alt+, . - ="),
)


class Commands(Protocol):
    """What the menus ask for; the window does it."""

    def open_file(self) -> None: ...
    def open_sample(self, path: Path) -> None: ...
    def samples(self) -> list[Path]: ...
    def close(self) -> bool: ...
    def copy_frame(self) -> None: ...
    def paste(self) -> None: ...
    def star_current(self) -> None: ...
    def delete_current(self) -> None: ...
    def choose_action(self, number: int) -> None: ...
    def show_models(self) -> object: ...
    def import_authors(self) -> None: ...
    def show_settings(self) -> None: ...


class Help(Protocol):
    """What the Help menu asks for."""

    def show_pages(self) -> None: ...
    def begin_tour(self) -> None: ...
    def find_command(self) -> None: ...
    def show_keys(self) -> None: ...
    def show_about(self) -> None: ...


class Menus:
    """Fills the menu bar. Single letters and digits as shortcuts yield to text fields by themselves.

    `view`, `motion` and `play` are the groups of the menus of that name, `latent` what the Model menu offers beside
    Generate.
    """

    def __init__(
        self,
        bar: QMenuBar,
        commands: Commands,
        document: Document,
        training: TrainingWindows,
        evaluation: EvaluationWindows,
        projects: ProjectControls,
        exports: ExportControls,
        helping: Help,
        view: Iterable[Iterable[QAction]],
        motion: Iterable[Iterable[QAction]],
        play: Iterable[Iterable[QAction]],
        latent: Iterable[QAction],
    ) -> None:
        self._bar, self._commands, self._document = bar, commands, document
        self._model_choices: list[tuple[ModelEntry, QAction]] = []
        self._file(projects, exports)
        self._edit(exports)
        self._groups(tr("&View"), view)
        self._groups(tr("M&otion"), motion)
        self._groups(tr("&Play"), play)
        self._model(latent)
        self._train(training)
        self._evaluate(evaluation)
        self._help(helping)

    def _add(
        self, menu: QMenu, text: str, do: Callable[[], object], shortcut: str = "", picture: str = "", tip: str = ""
    ) -> QAction:
        act = action(menu, text, icon(picture) if picture else None, shortcut, tip)
        act.triggered.connect(lambda _=False: do())
        menu.addAction(act)
        return act

    def _file(self, projects: ProjectControls, exports: ExportControls) -> None:
        commands = self._commands
        menu = self._bar.addMenu(tr("&File"))
        self.open_photo = self._add(menu, marked("&Open photo..."), commands.open_file, "Ctrl+O", "open")
        self._samples = menu.addMenu(tr("&Samples"))
        self._samples.aboutToShow.connect(self._list_samples)
        menu.addSeparator()
        projects.fill(menu)
        menu.addSeparator()
        self.export = self._add(menu, marked("&Export clip..."), exports.export_current, "Ctrl+E", "export")
        self._add(
            menu,
            marked("Export s&tarred..."),
            exports.export_starred,
            "Ctrl+Shift+E",
            "",
            tr("All futures with a star"),
        )
        menu.addSeparator()
        self._add(menu, marked("&Quit"), commands.close, "Ctrl+Q")

    def _list_samples(self) -> None:
        """Those for the model that is chosen now."""
        self._samples.clear()
        for path in self._commands.samples():
            name = capitalized(path.stem.replace("-", " "))
            self._samples.addAction(name, lambda path=path: self._commands.open_sample(path))

    def _edit(self, exports: ExportControls) -> None:
        commands, stack = self._commands, self._document.undo_stack
        menu = self._bar.addMenu(tr("&Edit"))
        undo, redo = stack.createUndoAction(menu, tr("&Undo")), stack.createRedoAction(menu, tr("&Redo"))
        undo.setShortcuts(QKeySequence.StandardKey.Undo)
        redo.setShortcuts(QKeySequence.StandardKey.Redo)
        undo.setObjectName("undo")
        redo.setObjectName("redo")
        undo.setStatusTip(tr("Undo"))  # their texts say what they would undo
        redo.setStatusTip(tr("Redo"))
        for act, do in ((undo, self._document.undo), (redo, self._document.redo)):
            act.triggered.disconnect()  # from the stack, which knows nothing of a hand on the motion
            act.triggered.connect(lambda _=False, do=do: do())
            menu.addAction(act)
        menu.addSeparator()
        self.copy = self._add(menu, marked("&Copy frame"), commands.copy_frame, "Ctrl+C", "copy")
        self._add(
            menu,
            marked("Copy c&lip"),
            exports.copy_current,
            "Ctrl+Shift+C",
            "",
            tr("As a file that other programs take"),
        )
        self.paste = self._add(menu, marked("&Paste photo"), commands.paste, "Ctrl+V")
        menu.addSeparator()
        self.star = self._add(menu, marked("&Star this future"), commands.star_current, "S", "star")
        self.delete = self._add(menu, marked("&Delete this future"), commands.delete_current, "Delete", "trash")
        menu.addSeparator()
        self._add(menu, marked("Se&ttings..."), commands.show_settings, "Ctrl+,")

    def _groups(self, title: str, groups: Iterable[Iterable[QAction]]) -> None:
        menu = self._bar.addMenu(title)
        for number, group in enumerate(groups):
            if number:
                menu.addSeparator()
            menu.addActions(list(group))

    def _model(self, latent: Iterable[QAction]) -> None:
        document = self._document
        menu = self._bar.addMenu(tr("&Model"))
        self.generate = self._add(menu, marked("&Generate another future"), document.generate, "Ctrl+G", "dice")
        menu.addActions(list(latent))
        menu.addSeparator()
        self._action_menu = menu.addMenu(tr("&Action"))
        self._model_menu = menu.addMenu(tr("&Model"))
        menu.addSeparator()
        tip = tr("Cards and scores; rename, delete, add, evaluate")
        self._add(menu, marked("A&ll models..."), self._commands.show_models, "Ctrl+M", "", tip)
        tip = tr("The paper's TensorFlow weights")
        self._add(menu, marked("&Import the authors' checkpoint..."), self._commands.import_authors, tip=tip)
        document.models_changed.connect(self._list_models)
        document.model_changed.connect(self._list_actions)
        document.model_changed.connect(self._mark_model)
        self._list_models()
        self._list_actions()

    def _list_models(self) -> None:
        document = self._document
        self._model_menu.clear()
        self._model_choices = []
        group = QActionGroup(self._model_menu)
        for model in document.models:
            title = tr(model.card.title) or model.name
            act = self._add(self._model_menu, title, lambda name=model.name: document.set_model(name))
            act.setCheckable(True)
            group.addAction(act)
            self._model_choices.append((model, act))
        self._model_menu.setEnabled(bool(document.models))
        self._mark_model()

    def _mark_model(self) -> None:
        chosen = self._document.model_entry
        for model, act in self._model_choices:
            act.setChecked(chosen is not None and model.path == chosen.path)

    def _list_actions(self) -> None:
        self._action_menu.clear()
        choose = self._commands.choose_action
        for number, name in enumerate(self._document.actions):
            key = f"Alt+{number + 1}" if number < 9 else ""
            self._add(self._action_menu, capitalized(name), lambda n=number: choose(n), key)
        self._action_menu.setEnabled(not self._action_menu.isEmpty())

    def _train(self, training: TrainingWindows) -> None:
        menu = self._bar.addMenu(tr("&Train"))
        self._add(menu, marked("&Train a model..."), training.train, "Ctrl+T", "train")
        self._add(menu, marked("&Fine-tune this model..."), training.fine_tune_current, "", "tune")
        menu.addSeparator()
        self._add(
            menu, marked("&Runs..."), training.show_runs, "Ctrl+Shift+T", "", tr("The runs there are, and how they go")
        )

    def _evaluate(self, evaluation: EvaluationWindows) -> None:
        menu = self._bar.addMenu(tr("Eval&uate"))
        about = tr("Scores, figures and playing clips of models beside each other, as one page")
        self._add(menu, marked("&Evaluate models..."), evaluation.evaluate, tip=about)
        tip = tr("Rank clips of several systems without knowing whose they are, and see what raters said")
        self._add(menu, marked("&Rank clips blind..."), evaluation.choose_study, tip=tip)

    def _help(self, helping: Help) -> None:
        menu = self._bar.addMenu(tr("&Help"))
        self._add(menu, marked("&Help"), helping.show_pages, "F1", "info", tr("The documents, to read here"))
        self._add(menu, marked("&Tour"), helping.begin_tour, tip=tr("The window in four cards"))
        find = self._add(menu, marked("&Find a command..."), helping.find_command, "Ctrl+K")
        find.setShortcuts([QKeySequence("Ctrl+K"), QKeySequence("Ctrl+Shift+P")])
        self._add(menu, marked("&Keys..."), helping.show_keys, "Ctrl+F1", tip=tr("Which there are, and to change them"))
        self._add(menu, marked("&About KPVP Studio"), helping.show_about)

    def all_commands(self) -> list[tuple[str, QAction]]:
        """("Play > Next frame", its action) of every command, in menu order."""
        found: list[tuple[str, QAction]] = []
        for top in self._bar.actions():
            found += _commands_below(top, "")
        return found

    def lasting_commands(self) -> list[tuple[str, QAction]]:
        """Those of `all_commands` that are always there: not the samples, models and actions in menus of their own."""
        found = []
        for top in self._bar.actions():
            menu = top.menu()
            for act in menu.actions() if isinstance(menu, QMenu) else []:
                if not act.isSeparator() and act.menu() is None:
                    found.append((f"{plain_name(top)} > {plain_name(act)}", act))
        return found

    def mnemonics(self) -> dict[str, str]:
        """{"Alt+F": "the menu File"}."""
        letters = {top.text().partition("&")[2][:1]: plain_name(top) for top in self._bar.actions()}
        return {f"Alt+{letter.upper()}": tr("the menu {name}", name=name) for letter, name in letters.items() if letter}

    def key_list(self) -> list[tuple[str, str]]:
        """(what, key) of every command with a key, in menu order."""
        rows = [(name.rpartition("> ")[2], act.shortcut()) for name, act in self.lasting_commands()]
        native = QKeySequence.SequenceFormat.NativeText
        return [
            *((name, key.toString(native)) for name, key in rows if not key.isEmpty()),
            *((tr(what), keys) for what, keys in _BESIDE),
        ]


def _commands_below(act: QAction, path: str) -> list[tuple[str, QAction]]:
    menu = act.menu()
    if not isinstance(menu, QMenu):
        return [] if act.isSeparator() else [(path + plain_name(act), act)]
    menu.aboutToShow.emit()  # some are filled only then
    return [found for below in menu.actions() for found in _commands_below(below, f"{path}{plain_name(act)} > ")]


def plain_name(act: QAction) -> str:
    """What a command is called in a list. Where its text says what it would do now, its status tip has the name."""
    return act.statusTip() or plain(act.text()).rstrip(".")
