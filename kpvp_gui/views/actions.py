"""The actions the model knows; choosing one makes its clip at once. A mixture of them is made with sliders."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QScrollArea, QVBoxLayout, QWidget

from kpvp_gui.document.document import Document
from kpvp_gui.shown import shown
from kpvp_gui.translation import marked, tr
from kpvp_gui.views.action_mixer import ActionMixer
from kpvp_gui.widgets.controls import action, heading, icon_button
from kpvp_gui.widgets.icons import icon


class Actions(QWidget):
    """One radio button per action of the model, or, while they are mixed, one slider."""

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
        self.mix_action = action(
            self, marked("Mix actions"), icon("tune"), "", tr("Mix actions with sliders"), checkable=True
        )
        self.mix_action.toggled.connect(self._fill)
        self.mixer: ActionMixer | None = None
        top = QHBoxLayout()
        top.addWidget(heading(tr("Action")))
        top.addStretch(1)
        mix = icon_button(self.mix_action)
        mix.setIconSize(mix.iconSize() * 0.8)
        top.addWidget(mix)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(top)
        column.addWidget(self._scroll, 1)
        document.model_changed.connect(self._fill)
        document.actions_changed.connect(self._weights_changed)
        self._fill()

    def _fill(self) -> None:
        self.buttons, self.mixer = {}, None
        if self.mix_action.isChecked():
            self.mixer = ActionMixer(self._document)
            rows: QWidget = self.mixer
        else:
            rows = self._rows()
        self._scroll.setWidget(rows)
        rows.setAutoFillBackground(False)  # setWidget turns it on
        self._scroll.setMinimumHeight(min(5, len(self._document.actions)) * 28)
        self._check()

    def _rows(self) -> QWidget:
        rows = QWidget()
        rows.setAutoFillBackground(False)
        column = QVBoxLayout(rows)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for number, name in enumerate(self._document.actions):
            button = self.buttons[name] = _Row(shown(name))
            button.setAutoExclusive(False)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setToolTip(_tip(name, number))
            button.clicked.connect(lambda _=False, name=name: self._choose(name))
            column.addWidget(button)
        column.addStretch(1)
        return rows

    def _choose(self, name: str) -> None:
        self._document.set_action(name)
        self._check()

    def _weights_changed(self) -> None:
        if np.count_nonzero(self._document.action_weights) > 1:
            self.mix_action.setChecked(True)  # there is a mixture to be seen
        self._check()

    def _check(self) -> None:
        for button, weight in zip(self.buttons.values(), self._document.action_weights, strict=False):
            button.setChecked(bool(weight == 1))


class _Row(QRadioButton):
    """Clickable over its whole width, as its highlight suggests."""

    def hitButton(self, position: QPoint) -> bool:
        return self.rect().contains(position)


def _tip(name: str, number: int) -> str:
    words = tr("Make a clip of “{name}”", name=shown(name))
    return f"{words}  (Alt+{number + 1})" if number < 9 else words
