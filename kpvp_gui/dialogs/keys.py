"""Every command that has a key, on one page, and the way to change them."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from kpvp_gui.translation import tr

_MOST_COLUMNS = 4
_GAP, _BETWEEN = 16, 40  # px between a command and its key, and between columns
_AROUND = 96, 160  # px of the screen that the list leaves for margins, buttons and frame


class Keys(QDialog):
    """`rows` of (what, key), in columns."""

    change_wanted = Signal()

    def __init__(self, rows: list[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Keys"))
        room = self.screen().availableGeometry().size()
        page = self._page(rows, room.width() - _AROUND[0])
        area = QScrollArea()
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setWidget(page)
        bar = area.verticalScrollBar().sizeHint().width()
        most = room.height() - _AROUND[1]
        area.setMinimumSize(page.width() + (bar if page.height() > most else 0), min(page.height(), most))
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
        column.addWidget(area)
        column.addWidget(buttons)

    def _page(self, rows: list[tuple[str, str]], most: int) -> QWidget:
        """In as many columns as `most` px have room for."""
        for columns in range(_MOST_COLUMNS, 0, -1):
            page = _in_columns(rows, columns)
            page.ensurePolished()
            page.adjustSize()
            if page.width() <= most:
                break
        return page


def _in_columns(rows: list[tuple[str, str]], columns: int) -> QWidget:
    page = QWidget()
    grid = QGridLayout(page)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(0)
    grid.setVerticalSpacing(6)
    for index, (what, key) in enumerate(rows):
        column, row = divmod(index, -(-len(rows) // columns))
        name = QLabel(key)
        name.setProperty("role", "secondary")
        grid.addWidget(QLabel(what), row, 4 * column)
        grid.setColumnMinimumWidth(4 * column + 1, _GAP)
        grid.addWidget(name, row, 4 * column + 2)
        if column:
            grid.setColumnMinimumWidth(4 * column - 1, _BETWEEN)
    return page
