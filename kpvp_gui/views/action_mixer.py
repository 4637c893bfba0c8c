"""Actions as a mixture: a slider for the share of each. What one gains, the others lose."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QSignalBlocker, Qt, QTimer
from PySide6.QtWidgets import QGridLayout, QLabel, QSlider, QWidget

from kpvp_gui.document.document import Document
from kpvp_gui.shown import shown
from kpvp_gui.translation import tr
from kpvp_gui.widgets.elided_label import ElidedLabel
from kpvp_gui.widgets.theme import tabular_font

_SETTLED_MS = 450  # after the last key the mixture counts as chosen
_NAME_WIDTH = 106


class ActionMixer(QWidget):
    """Dragging previews, letting go makes a clip; the arrow keys do the same."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self.sliders: list[QSlider] = []
        self._values: list[QLabel] = []
        self._settle = QTimer(self, singleShot=True, interval=_SETTLED_MS)
        self._settle.timeout.connect(self._choose)
        rows = QGridLayout(self)
        rows.setContentsMargins(0, 4, 4, 0)
        rows.setHorizontalSpacing(6)
        rows.setVerticalSpacing(6)
        rows.setColumnStretch(1, 1)
        for index, name in enumerate(document.actions):
            self._add_row(rows, index, shown(name))
        rows.setRowStretch(len(document.actions), 1)
        document.actions_changed.connect(self._update)
        self._update()

    def _add_row(self, rows: QGridLayout, index: int, name: str) -> None:
        label = ElidedLabel()
        label.setText(name)
        label.setFixedWidth(_NAME_WIDTH)
        slider = QSlider(Qt.Orientation.Horizontal)
        slider.setRange(0, 100)
        slider.setPageStep(10)
        slider.setAccessibleName(tr("Share of {name}", name=name))
        slider.setToolTip(tr("Percent of “{name}” in the action; the others make room", name=name))
        slider.valueChanged.connect(lambda value, index=index: self._moved(index, value))
        slider.sliderReleased.connect(self._choose)
        value = QLabel()
        value.setFont(tabular_font(12))
        value.setProperty("role", "secondary")
        value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        value.setMinimumWidth(value.fontMetrics().horizontalAdvance("100"))
        for column, widget in enumerate((label, slider, value)):
            rows.addWidget(widget, index, column)
        self.sliders.append(slider)
        self._values.append(value)

    def _moved(self, index: int, value: int) -> None:
        self._document.set_action_weights(shares(self._document.action_weights, index, value / 100), final=False)
        self._update()
        if not self.sliders[index].isSliderDown():
            self._settle.start()

    def _choose(self) -> None:
        self._settle.stop()
        self._document.set_action_weights(self._document.action_weights)

    def _update(self) -> None:
        weights = self._document.action_weights
        if len(weights) != len(self.sliders):
            return  # another model's; this mixer is about to go
        for slider, value, weight in zip(self.sliders, self._values, weights, strict=True):
            percent = round(100 * float(weight))
            with QSignalBlocker(slider):
                slider.setValue(percent)
            value.setText(f"{percent}")


def shares(weights: np.ndarray, index: int, share: float) -> np.ndarray:
    """Weights float32 [C] in which action `index` has `share` (0 to 1), and the others the rest as they had it.

    Where the others have nothing, the action keeps all: a mixture always sums to 1.
    """
    mixed = np.clip(np.asarray(weights, np.float64), 0, None)
    mixed[index] = 0
    rest = mixed.sum()
    if rest:
        mixed *= (1 - share) / rest
    mixed[index] = share if rest else 1
    return mixed.astype(np.float32)
