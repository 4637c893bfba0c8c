"""The latent z: the seed it is drawn from, the pad that varies it, and Generate."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSpinBox, QVBoxLayout, QWidget

from kpvp_gui.document import sentences
from kpvp_gui.document.document import SEEDS, Document
from kpvp_gui.plain_words import MAKING, explained
from kpvp_gui.translation import marked, tr
from kpvp_gui.views.z_pad import ZPad
from kpvp_gui.widgets.controls import action, icon_button, indented
from kpvp_gui.widgets.icons import icon


class Latent(QWidget):
    """Seed with its lock, the z pad, Generate and Cancel."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self.seed = indented(QSpinBox())
        self.seed.setRange(-1, 2**31 - 1)
        self.seed.setPrefix(tr("seed "))
        self.seed.setKeyboardTracking(False)
        self.seed.setAccessibleName(tr("Seed"))
        self.seed.setToolTip(tr("The seed of this picture: type another, 0 to {last} or more", last=SEEDS - 1))
        self.seed.valueChanged.connect(self._seed_typed)
        self.lock_action = action(
            self, marked("&Lock seed"), icon("unlock", on="lock"), "Ctrl+L", tr("Keep the seed"), checkable=True
        )
        self.lock_action.toggled.connect(document.lock_seed)
        self.pad = ZPad(document)
        self.generate = QPushButton(tr("&Generate"))
        self.generate.setProperty("primary", True)
        self.generate.setToolTip(tr("Another future: a new seed, unless it is locked"))  # the window adds the key
        self.generate.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.generate.clicked.connect(document.generate)
        self.cancel_action = action(self, marked("&Cancel"), icon("stop"), "Ctrl+.", tr("Stop what is being made"))
        self.cancel_action.triggered.connect(document.making.cancel)
        self.cancel_action.setEnabled(False)
        self._lay_out()
        document.latent_changed.connect(self._update)
        document.model_changed.connect(self._update)
        document.making.busy_changed.connect(self.cancel_action.setEnabled)
        self._update()

    def _lay_out(self) -> None:
        seed_row = QHBoxLayout()
        seed_row.setSpacing(4)
        seed_row.addWidget(self.seed, 1)
        seed_row.addWidget(icon_button(self.lock_action, name=tr("Keep the seed")))
        generate_row = QHBoxLayout()
        generate_row.setSpacing(4)
        generate_row.addWidget(self.generate, 1)
        generate_row.addWidget(icon_button(self.cancel_action))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(explained(tr("Latent"), MAKING))
        column.addLayout(seed_row)
        column.addWidget(self.pad)
        column.addLayout(generate_row)

    def _seed_typed(self, seed: int) -> None:
        if seed >= 0:
            self._document.set_seed(seed)
        else:
            self._update()

    def _update(self) -> None:
        document = self._document
        with QSignalBlocker(self.seed), QSignalBlocker(self.lock_action):
            self.seed.setSpecialValueText(sentences.of_latent(None, document.z))
            self.seed.setValue(-1 if document.seed is None else document.seed)
            self.lock_action.setChecked(document.seed_locked)
        self.generate.setEnabled(document.model_entry is not None)
        self.seed.setEnabled(document.model_entry is not None)
