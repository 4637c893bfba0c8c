"""Choosing the key of a command. What is chosen holds at once, and lasts."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QKeySequenceEdit,
    QLabel,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from kpvp_gui.shortcuts import Shortcuts
from kpvp_gui.translation import tr

_SIZE, _ROW = (560, 520), 28  # px
_NATIVE = QKeySequence.SequenceFormat.NativeText
_NAME = Qt.ItemDataRole.UserRole


class KeyEditor(QDialog):
    """Every command with its key; the one chosen in the list gets the key pressed in the field below it."""

    def __init__(self, shortcuts: Shortcuts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Change keys"))
        self.resize(*_SIZE)
        self._shortcuts = shortcuts
        self.words = QLineEdit()
        self.words.setPlaceholderText(tr("Find a command or key"))
        self.words.setAccessibleName(tr("Words of the command, or its key"))
        self.words.setClearButtonEnabled(True)
        self.words.textChanged.connect(self._filter)
        self.list = QTreeWidget()
        self.list.setProperty("boxed", True)
        self.list.setHeaderLabels([tr("Command"), tr("Key")])
        self.list.header().setStretchLastSection(False)
        self.list.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.list.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.list.setRootIsDecorated(False)
        self.list.setAccessibleName(tr("Commands"))
        self.list.currentItemChanged.connect(lambda *_: self._chosen())
        self.field = QKeySequenceEdit()
        self.field.setMaximumSequenceLength(1)
        self.field.setAccessibleName(tr("New key"))
        self.field.keySequenceChanged.connect(self._pressed)
        self._caption = QLabel(tr("Key"))
        self._caption.setBuddy(self.field)
        self.none = _button(tr("&No key"), tr("The command has no key then"), self._clear)
        self.reset = _button(tr("&Reset"), tr("The key it came with"), self._reset)
        self.conflict = QLabel()
        self.conflict.setWordWrap(True)
        self.conflict.setProperty("role", "secondary")
        self.take = _button(tr("&Use it here"), tr("Take the key away from the other command"), self._take)
        self.reset_all = _button(tr("Reset &all"), tr("All keys as they came"), self._reset_all)
        self._lay_out()
        self._fill()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._caption)
        row.addWidget(self.field, 1)
        row.addWidget(self.none)
        row.addWidget(self.reset)
        trouble = QHBoxLayout()
        trouble.setSpacing(8)
        trouble.addWidget(self.conflict, 1)
        trouble.addWidget(self.take)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.button(QDialogButtonBox.StandardButton.Close).setAutoDefault(False)
        buttons.addButton(self.reset_all, QDialogButtonBox.ButtonRole.ResetRole)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        column.addWidget(self.words)
        column.addWidget(self.list, 1)
        column.addLayout(row)
        column.addLayout(trouble)
        column.addWidget(buttons)
        for widget in (self.take, self.conflict):
            policy = widget.sizePolicy()
            policy.setRetainSizeWhenHidden(True)  # nothing jumps when there is a conflict
            widget.setSizePolicy(policy)

    # The list

    def _fill(self) -> None:
        chosen = self.name
        self.list.clear()
        for name in self._shortcuts.commands:
            item = QTreeWidgetItem([self._shortcuts.names[name], self._shortcuts.key(name).toString(_NATIVE)])
            item.setData(0, _NAME, name)
            item.setSizeHint(0, QSize(0, _ROW))
            if self._shortcuts.is_changed(name):
                font = item.font(1)
                font.setBold(True)
                item.setFont(1, font)
                item.setToolTip(1, tr("Changed"))
            self.list.addTopLevelItem(item)
            if name == chosen:
                self.list.setCurrentItem(item)
        self._filter(self.words.text())
        self._chosen()

    def _filter(self, text: str) -> None:
        words = text.lower().split()
        for item in self._items():
            held = f"{item.text(0)} {item.text(1)}".lower()
            item.setHidden(not all(word in held for word in words))

    def _items(self) -> list[QTreeWidgetItem]:
        found = [self.list.topLevelItem(row) for row in range(self.list.topLevelItemCount())]
        return [item for item in found if item is not None]

    @property
    def name(self) -> str:
        """The command chosen; "" if none is."""
        item = self.list.currentItem()
        return item.data(0, _NAME) if item is not None else ""

    def choose(self, name: str) -> None:
        for item in self._items():
            if item.data(0, _NAME) == name:
                self.list.setCurrentItem(item)

    # The key

    def _chosen(self) -> None:
        name = self.name
        for widget in (self.field, self._caption):
            widget.setEnabled(bool(name))
        self.none.setEnabled(bool(name) and not self._shortcuts.key(name).isEmpty())
        self.reset.setEnabled(bool(name) and self._shortcuts.is_changed(name))
        self._show_key(self._shortcuts.key(name) if name else QKeySequence())
        self._say("")

    def _show_key(self, sequence: QKeySequence) -> None:
        self.field.blockSignals(True)
        self.field.setKeySequence(sequence)
        self.field.blockSignals(False)

    def _pressed(self, sequence: QKeySequence) -> None:
        name, shown = self.name, sequence.toString(_NATIVE)
        if not name or sequence.isEmpty() or sequence == self._shortcuts.key(name):  # empty: a press has begun
            self._say("")
        elif use := self._shortcuts.taken_for(sequence):
            self._say(tr("{shown} is for {use}. Press another key.", shown=shown, use=use))
        elif other := self._shortcuts.holder(sequence, beside=name):
            self._say(
                tr(
                    "{shown} belongs to {other}. Use it here, or press another key.",
                    shown=shown,
                    other=self._shortcuts.names[other],
                ),
                may_take=True,
            )
        else:
            self._shortcuts.give(name, sequence)
            self._fill()

    def _say(self, conflict: str, may_take: bool = False) -> None:
        self.conflict.setText(conflict)
        self.take.setVisible(may_take)

    def _take(self) -> None:
        self._shortcuts.give(self.name, self.field.keySequence())
        self._fill()

    def _clear(self) -> None:
        self._shortcuts.give(self.name, QKeySequence())
        self._fill()

    def _reset(self) -> None:
        self._shortcuts.reset(self.name)
        self._fill()

    def _reset_all(self) -> None:
        self._shortcuts.reset_all()
        self._fill()


def _button(text: str, tip: str, do) -> QPushButton:
    button = QPushButton(text)
    button.setToolTip(tip)
    button.setAutoDefault(False)
    button.clicked.connect(lambda _=False: do())
    return button
