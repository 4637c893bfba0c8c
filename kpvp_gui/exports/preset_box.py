"""The presets to choose from, and a menu that keeps the settings of now as one or deletes one."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QInputDialog, QMenu, QToolButton, QWidget

from kpvp_gui.background.remembered import Remembered
from kpvp_gui.exports.choice import GIVEN, ExportChoice, ExportPreset, from_text, to_text
from kpvp_gui.translation import tr
from kpvp_gui.widgets.icons import icon
from kpvp_gui.widgets.question import ask

_LONGEST = 60  # characters of a name


class PresetBox(QWidget):
    """`chosen` carries the `ExportChoice` of a preset that the user picked."""

    chosen = Signal(object)

    def __init__(self, remembered: Remembered, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._remembered = remembered
        self._choice = ExportChoice()  # the settings of now
        self.presets: tuple[ExportPreset, ...] = ()
        self.box = QComboBox()
        self.box.setPlaceholderText(tr("Choose a preset"))
        self.box.setToolTip(tr("Settings by a name"))
        self.box.setAccessibleName("ExportPreset")
        self.box.activated.connect(lambda row: self.chosen.emit(self.presets[row].choice))
        menu = QMenu(self)
        self.keep_action = menu.addAction(tr("&Keep these settings as a preset..."), self._ask_name)
        self.delete_action = menu.addAction(tr("&Delete this preset"), self.delete)
        more = QToolButton()
        more.setIcon(icon("more"))
        more.setToolTip(tr("Keep or delete a preset"))
        more.setAccessibleName(tr("Keep or delete a preset"))
        more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        more.setMenu(menu)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.box, 1)
        row.addWidget(more)
        self.setFocusProxy(self.box)
        self._list()

    def follow(self, choice: ExportChoice) -> None:
        """The settings of now: the preset that says the same is shown, or none."""
        self._choice = choice
        # The last of several that say the same is the user's own.
        row = max((i for i, preset in enumerate(self.presets) if preset.choice == choice), default=-1)
        self.box.setCurrentIndex(row)
        self.delete_action.setEnabled(row >= 0 and self.presets[row].own)

    def _ask_name(self) -> None:
        question = QInputDialog(self)
        question.setWindowTitle(tr("Keep as a preset"))
        question.setLabelText(tr("Name of the preset"))
        question.textValueSelected.connect(self.keep)
        ask(question)

    def keep(self, name: str) -> None:
        """Keep the settings of now under a name; an own preset of that name is replaced."""
        name = " ".join(name.split())[:_LONGEST]
        if not name:
            return
        own = [preset for preset in from_text(self._remembered.export_presets) if preset.name != name]
        self._remembered.export_presets = to_text((*own, ExportPreset(name, self._choice, own=True)))
        self._list()

    def delete(self) -> None:
        """Forget the own preset that is shown."""
        row = self.box.currentIndex()
        kept = [preset for i, preset in enumerate(self.presets) if preset.own and i != row]
        self._remembered.export_presets = to_text(tuple(kept))
        self._list()

    def _list(self) -> None:
        self.presets = (*GIVEN, *from_text(self._remembered.export_presets))
        self.box.clear()
        for preset in self.presets:
            self.box.addItem(preset.name if preset.own else tr(preset.name))
        self.follow(self._choice)
