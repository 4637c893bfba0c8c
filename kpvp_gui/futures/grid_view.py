"""The grid of futures: what is in it, how it is ordered, and new ones at the press of a button."""

from __future__ import annotations

import random
from functools import partial

from PySide6.QtCore import QSize
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from kpvp_gui.document.document import SEEDS, Document
from kpvp_gui.futures.futures_grid import ORDERS
from kpvp_gui.futures.grid_cells import GridCells
from kpvp_gui.shown import capitalized
from kpvp_gui.translation import marked, tr
from kpvp_gui.widgets.controls import action, labelled_button, segmented, set_wordless
from kpvp_gui.widgets.elided_label import ElidedLabel
from kpvp_gui.widgets.icons import icon
from kpvp_gui.widgets.narrowing import NarrowingRow


class GridView(QWidget):
    """Sixteen futures that play in step; a click keeps one."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document, self._grid = document, document.grid
        self.cells = GridCells(document.grid, document.playback)
        self.cells.more_wanted.connect(self._more_like_cell)
        group = QActionGroup(self)
        self.actions_action = action(
            self, marked("Actions"), icon("grid"), "", tr("Four actions in rows, four seeds of each"), checkable=True
        )
        self.seeds_action = action(
            self, marked("Seeds"), icon("dice"), "", tr("The chosen action by sixteen seeds"), checkable=True
        )
        for act in (self.actions_action, self.seeds_action):
            group.addAction(act)
            act.triggered.connect(lambda _=False: self.fill())
        self.actions_action.setChecked(True)
        self.new_action = action(self, marked("New seeds"), icon("reuse"), "", tr("The same with other seeds"))
        self.new_action.triggered.connect(lambda: self.fill(random.randrange(SEEDS)))
        self.order = QComboBox()
        self.order.setAccessibleName(tr("Order of the futures"))
        self.order.setToolTip(tr("Order: nearest and farthest are those to the clip on the canvas"))
        for order in ORDERS:
            self.order.addItem(capitalized(order), order)
        self.order.activated.connect(lambda i: self._grid.sort(ORDERS[i]))
        self._title = ElidedLabel()
        self._title.setProperty("role", "secondary")
        self._lay_out()
        document.grid.changed.connect(self._changed)
        for signal in (document.photo_changed, document.crop_changed, document.model_changed):
            signal.connect(self._outdated)
        self._changed()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(16, 8, 16, 0)
        row.setSpacing(8)
        what = [labelled_button(act) for act in (self.actions_action, self.seeds_action)]
        new = labelled_button(self.new_action)
        row.addWidget(segmented(what))
        row.addWidget(segmented([new]))
        row.addWidget(self._title, 1)
        row.addWidget(self.order)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(NarrowingRow(row, partial(set_wordless, [new]), partial(set_wordless, what)))
        column.addWidget(self.cells, 1)

    def sizeHint(self) -> QSize:
        return QSize(640, 420)

    # Filling

    def fill(self, first_seed: int | None = None) -> None:
        """Make the futures of what is chosen now."""
        inputs = self._document.inputs
        if not inputs.complete():
            self._document.generate()  # says what is missing
            return
        fill = self._grid.spread if self.actions_action.isChecked() else self._grid.spread_seeds
        fill(inputs, first_seed)
        self._document.playback.play()

    def fill_if_empty(self) -> None:
        if not self._grid.cells:
            self.fill()

    def more_like(self, clip_id: str) -> None:
        """What lies around a tile's clip."""
        record = self._document.clips.named(clip_id)
        if record is not None:
            self._grid.spread_around(record.inputs)
            self._document.playback.play()

    def _more_like_cell(self, cell_id: str) -> None:
        cell = next((cell for cell in self._grid.cells if cell.id == cell_id), None)
        if cell is not None:
            self._grid.spread_around(cell.inputs)

    def _outdated(self) -> None:
        if self._grid.cells:
            self._grid.clear()
            if self.isVisible():
                self.fill()

    def _changed(self) -> None:
        self._title.setText(self._grid.title)
        self.order.setCurrentIndex(ORDERS.index(self._grid.order))

    # On screen or not

    def showEvent(self, event) -> None:
        super().showEvent(event)
        self._grid.set_active(True)

    def hideEvent(self, event) -> None:
        super().hideEvent(event)
        self._grid.set_active(False)
