"""The few things the user decides once: light or dark, the language, and where the networks run."""

from __future__ import annotations

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from engine.models.library import user_folder
from kpvp_gui.background.remembered import Remembered
from kpvp_gui.shown import capitalized
from kpvp_gui.translation import LANGUAGES, SYSTEM, marked, tr
from kpvp_gui.widgets.theme import APPEARANCES

_DEVICES = {
    "auto": marked("Fastest there is"),
    "cpu": "CPU",
    "cuda": marked("NVIDIA GPU (CUDA)"),
    "mps": marked("Apple GPU (MPS)"),
}


class SettingsDialog(QDialog):
    """Changes apply and are kept at once; `appearance_chosen` says which look."""

    appearance_chosen = Signal(str)
    keys_wanted = Signal()

    def __init__(self, remembered: Remembered, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Settings"))
        self._remembered = remembered
        appearances: dict[str, str] = {name: capitalized(name) for name in APPEARANCES}
        self.appearance = _choice(appearances, remembered.appearance, tr("Light or dark"))
        self.appearance.currentIndexChanged.connect(self._appearance_chosen)
        languages = {SYSTEM: tr("As the system"), **LANGUAGES}
        self.language = _choice(languages, remembered.language, tr("Language of menus and texts"))
        self.language.currentIndexChanged.connect(self._language_chosen)
        self.device = _choice(
            {value: tr(name) for value, name in _DEVICES.items()}, remembered.device, tr("Where the networks run")
        )
        self.device.currentIndexChanged.connect(self._device_chosen)
        models = QPushButton(tr("&Open models folder"))
        models.setAutoDefault(False)
        models.setToolTip(tr("Model files put there are found at the next start"))
        models.clicked.connect(_open_models_folder)
        keys = QPushButton(tr("Change &keys..."))
        keys.setAutoDefault(False)
        keys.clicked.connect(self.keys_wanted)
        hint = QLabel(tr("Language and device take effect at the next start."))
        hint.setProperty("role", "secondary")
        form = QFormLayout()
        form.setHorizontalSpacing(24)
        form.setVerticalSpacing(12)
        form.addRow(tr("&Appearance"), self.appearance)
        form.addRow(tr("&Language"), self.language)
        form.addRow(tr("&Device"), self.device)
        form.addRow("", hint)
        form.addRow(tr("Your models"), models)
        form.addRow(tr("Keyboard"), keys)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.button(QDialogButtonBox.StandardButton.Close).setAutoDefault(False)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(24)
        column.addLayout(form)
        column.addWidget(buttons)

    def _appearance_chosen(self) -> None:
        self._remembered.appearance = self.appearance.currentData()
        self.appearance_chosen.emit(self.appearance.currentData())

    def _language_chosen(self) -> None:
        self._remembered.language = self.language.currentData()

    def _device_chosen(self) -> None:
        self._remembered.device = self.device.currentData()


def _choice(names: dict[str, str], chosen: str, tip: str) -> QComboBox:
    """A box of {value: name}, at `chosen` or else at the first."""
    box = QComboBox()
    box.setToolTip(tip)
    box.setAccessibleName(tip)
    for value, name in names.items():
        box.addItem(name, value)
    box.setCurrentIndex(max(0, box.findData(chosen)))
    return box


def _open_models_folder() -> None:
    folder = user_folder()
    folder.mkdir(parents=True, exist_ok=True)
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
