"""The menu bar: every command of the window with its mnemonic and its key, in one place to look them up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu

from kpvp_gui.widgets.controls import action
from kpvp_gui.widgets.icons import icon

if TYPE_CHECKING:
    from kpvp_gui.main_window import MainWindow


class Menus:
    """Fills the menu bar of `window`. Single letters and digits as shortcuts yield to text fields by themselves."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._file()
        self._edit()
        self._view()
        self._model()
        self._train()
        self._help()

    def _add(self, menu: QMenu, text: str, do, shortcut: str = "", picture: str = "", tip: str = "") -> QAction:
        act = action(self._window, text, icon(picture) if picture else None, shortcut, tip)
        act.triggered.connect(lambda _=False: do())
        menu.addAction(act)
        return act

    def _file(self) -> None:
        window = self._window
        menu = window.menuBar().addMenu("&File")
        self.open = self._add(menu, "&Open photo...", window.open_file, "Ctrl+O", "open")
        self._samples = menu.addMenu("&Samples")
        self._samples.aboutToShow.connect(self._list_samples)
        menu.addSeparator()
        self.export = self._add(menu, "&Export clip...", window.export_current, "Ctrl+E", "export")
        menu.addSeparator()
        self._add(menu, "&Quit", window.close, "Ctrl+Q")

    def _list_samples(self) -> None:
        """Those for the model that is chosen now."""
        self._samples.clear()
        for path in self._window.samples():
            name = path.stem.replace("_", " ").replace("-", " ")
            self._samples.addAction(name.capitalize(), lambda path=path: self._window.open_sample(path))

    def _edit(self) -> None:
        window = self._window
        menu = window.menuBar().addMenu("&Edit")
        self.undo = window.document.undo_stack.createUndoAction(window, "&Undo")
        self.undo.setShortcuts(QKeySequence.StandardKey.Undo)
        self.redo = window.document.undo_stack.createRedoAction(window, "&Redo")
        self.redo.setShortcuts(QKeySequence.StandardKey.Redo)
        menu.addActions((self.undo, self.redo))
        menu.addSeparator()
        self._add(menu, "&Copy frame", window.copy_frame, "Ctrl+C", "copy")
        self._add(menu, "&Paste photo", window.paste, "Ctrl+V")
        menu.addSeparator()
        self._add(menu, "&Star this future", window.star_current, "S", "star")
        self._add(menu, "&Delete this future", window.delete_current, "Delete", "trash")
        menu.addSeparator()
        self._add(menu, "Se&ttings...", window.show_settings, "Ctrl+,")

    def _view(self) -> None:
        window = self._window
        menu = window.menuBar().addMenu("&View")
        acts = window.canvas.all_actions()
        menu.addActions(acts[:5])
        menu.addSeparator()
        menu.addActions(acts[5:])
        menu.addSeparator()
        for panel in window.panels.values():
            menu.addAction(panel.fold_action)

    def _model(self) -> None:
        window, document = self._window, self._window.document
        menu = window.menuBar().addMenu("&Model")
        self.generate = self._add(menu, "&Generate another future", document.generate, "Ctrl+G", "dice")
        menu.addAction(window.latent.cancel_action)
        menu.addAction(window.latent.lock_action)
        self._choices = menu.addSeparator()
        self._action_menu = menu.addMenu("&Action")
        self._model_menu = menu.addMenu("&Model")
        menu.addSeparator()
        self._add(
            menu, "&Import the authors' checkpoint...", window.import_authors, "", "", "The paper's TensorFlow weights"
        )
        document.models_changed.connect(self._fill_models)
        document.model_changed.connect(self._fill_actions)
        self._fill_models()
        self._fill_actions()

    def _fill_models(self) -> None:
        document = self._window.document
        self._model_menu.clear()
        group = QActionGroup(self._model_menu)
        for model in document.models:
            act = self._add(
                self._model_menu, model.card.title or model.name, lambda m=model: document.set_model(m.name)
            )
            act.setCheckable(True)
            act.setChecked(model is document.model_entry)
            group.addAction(act)
        self._model_menu.setEnabled(bool(document.models))

    def _fill_actions(self) -> None:
        self._action_menu.clear()
        choose = self._window.choose_action
        for number, name in enumerate(self._window.document.actions):
            key = f"Alt+{number + 1}" if number < 9 else ""
            self._add(self._action_menu, name.replace("_", " ").capitalize(), lambda n=number: choose(n), key)
        self._action_menu.setEnabled(not self._action_menu.isEmpty())
        for act in self._model_menu.actions():
            entry = self._window.document.model_entry
            act.setChecked(entry is not None and act.text() == (entry.card.title or entry.name))

    def _train(self) -> None:
        training = self._window.training
        menu = self._window.menuBar().addMenu("&Train")
        self._add(menu, "&Train a model...", training.train, "Ctrl+T", "train")
        self._add(menu, "&Fine-tune this model...", training.fine_tune_current, "", "tune")
        menu.addSeparator()
        self._add(menu, "&Runs...", training.show_runs, "Ctrl+Shift+T", "", "The runs there are, and how they go")

    def _help(self) -> None:
        menu = self._window.menuBar().addMenu("&Help")
        self._add(menu, "&Keys...", self._window.show_keys, "F1", "info")
        self._add(menu, "&About KPVP Studio", self._window.show_about)


def key_table(window: MainWindow) -> list[tuple[str, str]]:
    """(what, key) of every command with a key, in menu order."""
    rows = [
        ("Play or pause", "Space"),
        ("Previous, next frame", "Left, Right"),
        ("First, last frame", "Home, End"),
    ]
    for top in window.menuBar().actions():
        for act in top.menu().actions() if top.menu() else []:
            if not act.shortcut().isEmpty():
                key = act.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
                name = act.text().replace("&", "").rstrip(".")
                # Undo and redo say what they would undo.
                rows.append((name.split()[0] if act in (window.menus.undo, window.menus.redo) else name, key))
    rows += [("Choose an action", "Alt+1 … Alt+9"), ("Previous, next keypoint", "[, ]")]
    return rows
