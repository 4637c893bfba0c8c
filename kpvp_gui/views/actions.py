"""The actions the model knows; choosing one makes its clip at once."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QScrollArea, QVBoxLayout, QWidget

from kpvp_gui.document.document import Document
from kpvp_gui.widgets.controls import heading


class Actions(QWidget):
    """One radio button per action of the model."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)  # a mixture of actions checks none of them
        self.buttons: dict[str, QRadioButton] = {}
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.viewport().setAutoFillBackground(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(heading("Action"))
        column.addWidget(self._scroll, 1)
        document.model_changed.connect(self._fill)
        document.actions_changed.connect(self._check)
        self._fill()

    def _fill(self) -> None:
        rows = QWidget()
        rows.setAutoFillBackground(False)
        column = QVBoxLayout(rows)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.buttons = {}
        for number, name in enumerate(self._document.actions):
            button = self.buttons[name] = _Row(name.replace("_", " "))
            button.setAutoExclusive(False)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setToolTip(_tip(name, number))
            button.clicked.connect(lambda _=False, name=name: self._choose(name))
            column.addWidget(button)
        column.addStretch(1)
        self._scroll.setWidget(rows)
        rows.setAutoFillBackground(False)  # setWidget turns it on
        self._scroll.setMinimumHeight(min(5, len(self.buttons)) * 28)
        self._check()

    def _choose(self, name: str) -> None:
        self._document.set_action(name)
        self._check()

    def _check(self) -> None:
        for name, weight in zip(self._document.actions, self._document.action_weights, strict=True):
            self.buttons[name].setChecked(bool(weight == 1))


class _Row(QRadioButton):
    """Clickable over its whole width, as its highlight suggests."""

    def hitButton(self, position: QPoint) -> bool:
        return self.rect().contains(position)


def _tip(name: str, number: int) -> str:
    words = f"Make a clip of “{name.replace('_', ' ')}”"
    return f"{words}  (Alt+{number + 1})" if number < 9 else words
