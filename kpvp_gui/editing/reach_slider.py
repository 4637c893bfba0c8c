"""A slider with its name before it and its value, in words, behind it: as wide as there is room for."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QSlider, QWidget

from kpvp_gui.widgets.theme import tabular_font


class ReachSlider(QWidget):
    """Whole numbers from `least` to `most`; `words` says a value as a person reads it."""

    changed = Signal(int)

    def __init__(self, name: str, tip: str, least: int, most: int, value: int, words: Callable[[int], str]) -> None:
        super().__init__()
        self._words = words
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(least, most)
        self.slider.setValue(value)
        self.slider.setAccessibleName(name)
        self.slider.setMinimumWidth(40)
        self.slider.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._value = QLabel()
        self._value.setFont(tabular_font(12))
        self._value.setProperty("role", "secondary")
        self._value.setMinimumWidth(
            max(self._value.fontMetrics().horizontalAdvance(words(n)) for n in (least, least + 1, most)) + 4
        )
        self._label = label = QLabel(name)
        label.setBuddy(self.slider)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(label)
        row.addWidget(self.slider, 1)
        row.addWidget(self._value)
        for widget in (self, label, self.slider):
            widget.setToolTip(tip)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.slider.valueChanged.connect(self._say)
        self.slider.valueChanged.connect(self.changed)
        self._say(value)

    def set_value(self, value: int) -> None:
        self.slider.setValue(value)

    def set_wordless(self, wordless: bool) -> None:
        """Whether it does without its name, which its tooltip has."""
        self._label.setHidden(wordless)

    def set_most(self, most: int) -> None:
        self.slider.setMaximum(most)
        self._say(self.slider.value())

    def _say(self, value: int) -> None:
        self._value.setText(self._words(value))
