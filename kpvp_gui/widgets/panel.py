"""A part of the window with a heading that folds it away."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from kpvp_gui.translation import tr
from kpvp_gui.widgets.controls import command_id, follow_key, heading, icon_button
from kpvp_gui.widgets.icons import icon


class Panel(QWidget):
    """Shows `content` under `title` (marked); `fold_action` (checkable: shown) hides and shows it.

    actions: what has a button in the heading; more: buttons after them.
    """

    shown_changed = Signal(bool)

    def __init__(
        self,
        title: str,
        content: QWidget,
        shortcut: str,
        shown: bool = True,
        actions: Iterable[QAction] = (),
        more: Iterable[QToolButton] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.content = content
        self.fold_action = QAction(tr(title), self)
        self.fold_action.setObjectName(command_id(title))
        title = tr(title)
        self.fold_action.setShortcut(shortcut)
        self.fold_action.setCheckable(True)
        hide = QAction(icon("close"), tr("Hide {title}", title=title), self)
        follow_key(hide, tr("Hide “{title}”, and show it again", title=title), self.fold_action)
        hide.triggered.connect(lambda: self.fold_action.setChecked(False))
        top = QHBoxLayout()
        top.setContentsMargins(16, 4, 8, 0)
        top.addWidget(heading(title))
        top.addStretch(1)
        for act in actions:
            beside = icon_button(act)
            beside.setIconSize(beside.iconSize() * 0.8)
            top.addWidget(beside)
        for beside in more:
            top.addWidget(beside)
        button = icon_button(hide)
        button.setIconSize(button.iconSize() * 0.6)
        top.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(content, 1)
        self.fold_action.toggled.connect(self._set_shown)
        self.fold_action.setChecked(shown)
        self.setVisible(shown)

    def _set_shown(self, shown: bool) -> None:
        self.setVisible(shown)
        self.shown_changed.emit(shown)
