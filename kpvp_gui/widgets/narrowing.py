"""A row of controls that can do with less room: what is least needed gives way. Knows no Document."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QSize
from PySide6.QtWidgets import QHBoxLayout, QLayout, QWidget


class NarrowingRow(QWidget):
    """Asks for the width of the narrowest row and has the widest one that fits.

    steps: each makes something in `row` narrow, or wide again; the first gives way first.
    """

    def __init__(self, row: QHBoxLayout, *steps: Callable[[bool], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self.setLayout(row)
        self._row, self._steps = row, steps
        self._taken = 0  # steps
        self._sizes: list[QSize] = []  # with none, one, ... all of the steps taken

    def sizeHint(self) -> QSize:
        return self._measured()[0]

    def minimumSizeHint(self) -> QSize:
        return self._measured()[-1]

    def measure_again(self) -> None:
        """What is in the row has become more, or less."""
        self._sizes = []
        self.updateGeometry()
        self._fit()

    def resizeEvent(self, event) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        sizes = self._measured()
        fitting = (taken for taken, size in enumerate(sizes) if size.width() <= self.width())
        taken = next(fitting, len(self._steps))
        if taken != self._taken:
            self._take(taken)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._sizes = []

    def _measured(self) -> list[QSize]:
        if not self._sizes:
            now, sizes = self._taken, []
            for taken in range(len(self._steps) + 1):
                self._take(taken)
                sizes.append(self._row.minimumSize())
            self._sizes = sizes
            self._take(now)
        return self._sizes

    def _take(self, count: int) -> None:
        self._taken = count
        for number, step in enumerate(self._steps):
            step(number < count)
        for widget in self.findChildren(QWidget):
            widget.updateGeometry()  # which no change of a widget does by itself before it is shown
        self._row.invalidate()
