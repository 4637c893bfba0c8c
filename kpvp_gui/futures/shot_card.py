"""One shot of a storyboard as a card: its action and seed, and buttons to move it or take it out."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QSpinBox, QVBoxLayout, QWidget

from kpvp_gui.shown import shown
from kpvp_gui.translation import marked, tr
from kpvp_gui.widgets.controls import action, heading, icon_button, indented
from kpvp_gui.widgets.icons import icon

_WIDTH = 176
_LARGEST_SEED = 2**31 - 1  # what a spin box holds


class ShotCard(QFrame):
    """`move_wanted` carries -1 or 1; the storyboard decides what becomes of it."""

    changed = Signal()
    move_wanted = Signal(int)
    remove_wanted = Signal()

    def __init__(self, actions: tuple[str, ...], chosen: int, seed: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("segmented", True)
        self.setFixedWidth(_WIDTH)
        self.title = heading("")
        self.action_choice = QComboBox()
        self.action_choice.setAccessibleName(tr("Action"))
        for name in actions:
            self.action_choice.addItem(shown(name))
        self.action_choice.setCurrentIndex(chosen)
        self.action_choice.currentIndexChanged.connect(lambda _: self.changed.emit())
        self.seed = indented(QSpinBox())
        self.seed.setRange(0, _LARGEST_SEED)
        self.seed.setPrefix(tr("seed "))
        self.seed.setValue(seed)
        self.seed.setAccessibleName(tr("Seed"))
        self.seed.valueChanged.connect(lambda _: self.changed.emit())
        self.earlier = action(self, marked("Earlier"), icon("previous"), "", tr("Earlier"))
        self.later = action(self, marked("Later"), icon("next"), "", tr("Later"))
        self.remove = action(self, marked("Remove"), icon("close"), "", tr("Take this action out"))
        self.earlier.triggered.connect(lambda: self.move_wanted.emit(-1))
        self.later.triggered.connect(lambda: self.move_wanted.emit(1))
        self.remove.triggered.connect(lambda: self.remove_wanted.emit())
        top = QHBoxLayout()
        top.setSpacing(0)
        top.addWidget(self.title)
        top.addStretch(1)
        for act in (self.earlier, self.later, self.remove):
            button = icon_button(act)
            button.setIconSize(button.iconSize() * 0.7)
            top.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 6, 8, 12)
        column.setSpacing(8)
        column.addLayout(top)
        column.addWidget(self.action_choice)
        column.addWidget(self.seed)

    def set_position(self, index: int, count: int) -> None:
        """Say that it is number `index` (0 is the first) of `count`."""
        self.title.setText(str(index + 1))
        self.title.setAccessibleName(tr("Action {position} of {count}", position=index + 1, count=count))
        self.earlier.setEnabled(index > 0)
        self.later.setEnabled(index < count - 1)
        self.remove.setEnabled(count > 1)
