"""Finding a command by its words, whichever menu it is in. Knows commands by their names, not what they do."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from kpvp_gui.translation import tr

_SIZE, _ROW = (520, 400), 30  # px
_MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class CommandSearch(QDialog):
    """Type words of a command, Up and Down choose, Enter does it.

    commands: (name, action) of all there are, as "Play > Next frame"; what makes no sense now is left out.
    """

    def __init__(self, commands: list[tuple[str, QAction]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Find a command"))
        self.resize(*_SIZE)
        self._commands = [(name, act) for name, act in commands if act.isEnabled()]
        self.words = QLineEdit()
        self.words.setPlaceholderText(tr("What do you want to do?"))
        self.words.setAccessibleName(tr("Words of the command"))
        self.words.textChanged.connect(self._find)
        self.words.returnPressed.connect(self._do)
        self.words.installEventFilter(self)
        self.list = QListWidget()
        self.list.setProperty("boxed", True)
        self.list.setAccessibleName(tr("Commands"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.itemClicked.connect(lambda _: self._do())
        self.nothing = QLabel(tr("No command has these words."))
        self.nothing.setProperty("role", "secondary")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        column.addWidget(self.words)
        column.addWidget(self.nothing)
        column.addWidget(self.list, 1)
        self._find("")

    def _find(self, text: str) -> None:
        """List what has all of the words, those first of whose words they are the beginnings."""
        words = text.lower().split()
        found = [(name, act) for name, act in self._commands if all(word in name.lower() for word in words)]
        found.sort(key=lambda pair: _distance(pair[0].lower(), words))
        self.list.clear()
        for name, act in found:
            keys = act.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            item = QListWidgetItem(act.icon(), f"{name}   {keys}" if keys else name)
            item.setData(Qt.ItemDataRole.UserRole, act)
            item.setSizeHint(QSize(0, _ROW))
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self.nothing.setVisible(not found)

    def _do(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            self.accept()  # first, or what it opens would lie behind
            item.data(Qt.ItemDataRole.UserRole).trigger()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The keys that move in a list do so while the words are typed."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in _MOVES:
            self.list.keyPressEvent(event)
            return True
        return super().eventFilter(watched, event)


def _distance(name: str, words: list[str]) -> tuple[bool, bool]:
    """How far what was typed is from a name: least where the command itself, without its menu, begins with it."""
    own = name.rpartition("> ")[2]
    beginnings = all(any(part.startswith(word) for part in name.split()) for word in words)
    return not own.startswith(" ".join(words)), not beginnings
