"""Every command that has a key, on one page, and the way to change them."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from kpvp_gui.translation import tr

_COLUMNS = 4


class Keys(QDialog):
    """`rows` of (what, key), in columns."""

    change_wanted = Signal()

    def __init__(self, rows: list[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Keys"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(6)
        for index, (what, key) in enumerate(rows):
            column, row = divmod(index, -(-len(rows) // _COLUMNS))
            name = QLabel(key)
            name.setProperty("role", "secondary")
            grid.addWidget(QLabel(what), row, 3 * column)
            grid.addWidget(name, row, 3 * column + 1)
            grid.setColumnMinimumWidth(3 * column + 2, 24)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.button(QDialogButtonBox.StandardButton.Close).setAutoDefault(False)
        buttons.rejected.connect(self.reject)
        self.change = QPushButton(tr("&Change keys..."))
        self.change.setAutoDefault(False)
        buttons.addButton(self.change, QDialogButtonBox.ButtonRole.ActionRole)
        self.change.clicked.connect(self.reject)
        self.change.clicked.connect(self.change_wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(16)
        column.addLayout(grid)
        column.addWidget(buttons)
