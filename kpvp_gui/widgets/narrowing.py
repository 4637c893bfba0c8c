"""A row of controls that can do with less room: what is least needed gives way. Knows no Document."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QSize
from PySide6.QtWidgets import QHBoxLayout, QLayout, QWidget


class NarrowingRow(QWidget):
    """Asks for the width of the narrow row and has the wide one wherever that fits.

    set_narrow: makes the row in `row` narrow, or wide again.
    """

    def __init__(self, row: QHBoxLayout, set_narrow: Callable[[bool], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self.setLayout(row)
        self._row, self._set_narrow = row, set_narrow
        self.narrow = False
        self._sizes: tuple[QSize, QSize] | None = None

    def sizeHint(self) -> QSize:
        return self._measured()[0]

    def minimumSizeHint(self) -> QSize:
        return self._measured()[1]

    def resizeEvent(self, event) -> None:
        super().resizeEvent(event)
        narrow = self.width() < self._measured()[0].width()
        if narrow != self.narrow:
            self._be(narrow)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._sizes = None

    def _measured(self) -> tuple[QSize, QSize]:
        """Wide and narrow."""
        if self._sizes is None:
            now, sizes = self.narrow, []
            for narrow in (False, True):
                self._be(narrow)
                sizes.append(self._row.minimumSize())
            self._sizes = (sizes[0], sizes[1])
            self._be(now)
        return self._sizes

    def _be(self, narrow: bool) -> None:
        self.narrow = narrow
        self._set_narrow(narrow)
        for widget in self.findChildren(QWidget):
            widget.updateGeometry()  # which no change of a widget does by itself before it is shown
        self._row.invalidate()
