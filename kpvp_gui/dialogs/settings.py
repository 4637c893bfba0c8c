"""The few things the user decides once: light or dark, and where the networks run."""

from __future__ import annotations

from PySide6.QtCore import QSettings, QUrl, Signal
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
from kpvp_gui.widgets.theme import APPEARANCES

DEVICES = ("auto", "cpu", "cuda", "mps")


class SettingsDialog(QDialog):
    """Changes apply and are kept at once; `appearance_chosen` says which look."""

    appearance_chosen = Signal(str)

    def __init__(self, settings: QSettings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Settings")
        self._settings = settings
        self.appearance = self._choice("appearance", {a: a.capitalize() for a in APPEARANCES}, "Light or dark")
        self.appearance.currentIndexChanged.connect(lambda: self.appearance_chosen.emit(self.appearance.currentData()))
        names = {"auto": "Fastest there is", "cpu": "CPU", "cuda": "NVIDIA GPU (CUDA)", "mps": "Apple GPU (MPS)"}
        self.device = self._choice("device", names, "Where the networks run")
        models = QPushButton("&Open models folder")
        models.setAutoDefault(False)
        models.setToolTip("Model files put there are found at the next start")
        models.clicked.connect(_open_models_folder)
        hint = QLabel("The device takes effect at the next start.")
        hint.setProperty("role", "secondary")
        form = QFormLayout()
        form.setHorizontalSpacing(24)
        form.setVerticalSpacing(12)
        form.addRow("&Appearance", self.appearance)
        form.addRow("&Device", self.device)
        form.addRow("", hint)
        form.addRow("Your models", models)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.button(QDialogButtonBox.StandardButton.Close).setAutoDefault(False)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(24)
        column.addLayout(form)
        column.addWidget(buttons)

    def _choice(self, key: str, names: dict[str, str], tip: str) -> QComboBox:
        box = QComboBox()
        box.setToolTip(tip)
        box.setAccessibleName(tip)
        for value, name in names.items():
            box.addItem(name, value)
        box.setCurrentIndex(max(0, box.findData(self._settings.value(key, next(iter(names))))))
        box.currentIndexChanged.connect(lambda: self._settings.setValue(key, box.currentData()))
        return box


def _open_models_folder() -> None:
    folder = user_folder()
    folder.mkdir(parents=True, exist_ok=True)
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
