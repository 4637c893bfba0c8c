"""The futures with what finds one among many: words, stars, an order."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QToolButton, QVBoxLayout, QWidget

from kpvp_gui.background.remembered import Remembered
from kpvp_gui.translation import marked, tr
from kpvp_gui.views.gallery import Gallery
from kpvp_gui.views.gallery_order import ORDERS
from kpvp_gui.widgets.controls import action, icon_button
from kpvp_gui.widgets.icons import icon


class Futures(QWidget):
    """A gallery below the line that says which of its tiles are listed."""

    def __init__(self, gallery: Gallery, remembered: Remembered, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._gallery, self._remembered = gallery, remembered
        self.words = QLineEdit()
        self.words.setPlaceholderText(tr("Find"))
        self.words.setClearButtonEnabled(True)
        self.words.setAccessibleName(tr("Words of a future: its action, seed, photo or model"))
        self.words.setToolTip(tr("Words of its action, seed, photo or model"))
        self.words.setMinimumWidth(48)
        self.words.textChanged.connect(self._find)
        self.starred_action = action(
            self,
            marked("Starred only"),
            icon("star", on="star-filled"),
            tip=tr("List starred futures alone"),
            checkable=True,
        )
        self.starred_action.toggled.connect(self._find)
        menu = QMenu(self)
        group = QActionGroup(self)
        self.order_actions = {}
        for name, text in ORDERS.items():
            act = self.order_actions[name] = action(self, tr(text), checkable=True)
            act.setChecked(name == gallery.listed.order)
            act.triggered.connect(lambda _=False, name=name: gallery.listed.set_order(name))
            group.addAction(act)
            menu.addAction(act)
        menu.addSeparator()
        self.drag_actions = self._drag_actions(menu)
        order = QToolButton()
        order.setIcon(icon("tune"))
        order.setAutoRaise(True)
        order.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        order.setToolTip(tr("Order of the futures, and the files they are dragged out as"))
        order.setAccessibleName(tr("Order of the futures"))
        order.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        order.setMenu(menu)
        row = QHBoxLayout()
        row.setContentsMargins(12, 0, 8, 6)
        row.setSpacing(2)
        row.addWidget(self.words, 1)
        for button in (icon_button(self.starred_action), order):
            button.setIconSize(QSize(16, 16))
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(gallery, 1)

    def _drag_actions(self, menu: QMenu) -> dict[str, QAction]:
        """Which file a tile becomes when it is dragged out of the window or copied."""
        group, made = QActionGroup(self), {}
        for suffix in (".mp4", ".gif"):
            act = made[suffix] = action(self, tr("Drag and copy as {upper}", upper=suffix[1:].upper()), checkable=True)
            act.setChecked(self._remembered.drag_format == suffix)
            act.triggered.connect(lambda _=False, suffix=suffix: setattr(self._remembered, "drag_format", suffix))
            group.addAction(act)
            menu.addAction(act)
        return made

    def _find(self) -> None:
        self._gallery.listed.find(self.words.text(), self.starred_action.isChecked())
