"""What raters said so far, as two tables, with what can be done with it: a table as a file, a page, more rankings."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QTableWidget, QTableWidgetItem, QVBoxLayout, QWidget

from engine.errors import Problem
from engine.study.results import Results
from kpvp_gui.translation import marked, tr
from kpvp_gui.widgets.controls import heading
from kpvp_gui.widgets.theme import tabular_font

_SYSTEMS = (
    marked("System"),
    marked("Mean rank"),
    "± s.d.",
    marked("95 % of the mean"),
    marked("First"),
    marked("Rankings"),
)
_PREFERENCES = (marked("Preferred"), marked("To"), marked("Share"), "95 %", marked("Of"), "p")


class StudyResults(QWidget):
    """Shows `Results`; the window does what its buttons ask for."""

    csv_wanted = Signal()
    page_wanted = Signal()
    add_wanted = Signal()
    back_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.summary = QLabel()
        self.summary.setProperty("role", "secondary")
        self.summary.setWordWrap(True)
        self.systems, self.preferences = _table(_SYSTEMS, 1), _table(_PREFERENCES, 2)
        self.systems.setAccessibleName(tr("Mean ranks"))
        self.preferences.setAccessibleName(tr("Preferences"))
        row = QHBoxLayout()
        row.setSpacing(8)
        self.buttons: dict[str, QPushButton] = {}
        for text, tip, signal in (
            (tr("&Back"), tr("To the ranking"), self.back_wanted),
            (tr("&Page for raters..."), tr("One HTML file for raters who have only a browser"), self.page_wanted),
            (tr("&Add rankings..."), tr("Take in the files that the page gave to raters"), self.add_wanted),
            (tr("&Save table..."), tr("Every rank as a line of a CSV file"), self.csv_wanted),
        ):
            button = QPushButton(text)
            button.setToolTip(tip)
            button.clicked.connect(lambda _=False, signal=signal: signal.emit())
            self.buttons[text.replace("&", "").rstrip(".")] = button
            row.addWidget(button)
            if len(self.buttons) == 1:
                row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(8)
        column.addWidget(self.summary)
        column.addSpacing(8)
        column.addWidget(heading(tr("Mean ranks, 1 is best")))
        column.addWidget(self.systems, 1)
        column.addSpacing(8)
        column.addWidget(heading(tr("Preferences")))
        column.addWidget(self.preferences, 1)
        column.addSpacing(8)
        column.addLayout(row)

    def show_results(self, found: Results, trials: int, problems: Sequence[Problem]) -> None:
        words = [
            tr("%n trials", "", trials),
            tr("%n raters", "", found.raters),
            tr("%n rankings", "", found.rankings),
        ]
        text = " · ".join(words)
        if not found.rankings:
            text += tr(". Nobody has ranked anything yet.")
        if problems:
            text += tr("  Left out: {files}.", files=", ".join(problem.file for problem in problems))
        self.summary.setText(text)
        _fill(
            self.systems,
            1,
            [
                (
                    each.system,
                    f"{each.rank:.2f}",
                    _known(each.deviation, f"{each.deviation:.2f}"),
                    _known(each.low, tr("{low:.2f} to {high:.2f}", low=each.low, high=each.high)),
                    _percent(each.first),
                    str(each.n),
                )
                for each in found.systems
            ],
        )
        _fill(
            self.preferences,
            2,
            [
                (
                    pair.over,
                    pair.under,
                    _percent(pair.share),
                    tr("{low} to {high}", low=_percent(pair.low), high=_percent(pair.high)),
                    str(pair.n),
                    f"{pair.p:.2g}",
                )
                for pair in found.preferences
            ],
        )


def _table(columns: Sequence[str], names: int) -> QTableWidget:
    """The first `names` columns are names, to the left; the others numbers, to the right."""
    table = QTableWidget(0, len(columns))
    table.setHorizontalHeaderLabels([tr(column) for column in columns])
    table.verticalHeader().hide()
    table.setShowGrid(False)
    table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
    table.setSelectionMode(QTableWidget.SelectionMode.NoSelection)
    table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    table.setFont(tabular_font())
    header = table.horizontalHeader()
    header.setSectionResizeMode(header.ResizeMode.Stretch)
    header.setHighlightSections(False)
    for column in range(len(columns)):
        head = table.horizontalHeaderItem(column)
        assert head is not None  # as it is for every label set
        head.setTextAlignment(_side(column, names))
    return table


def _side(column: int, names: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignLeft if column < names else Qt.AlignmentFlag.AlignRight
    return side | Qt.AlignmentFlag.AlignVCenter


def _fill(table: QTableWidget, names: int, rows: Sequence[Sequence[str]]) -> None:
    table.setRowCount(len(rows))
    for row, values in enumerate(rows):
        for column, value in enumerate(values):
            item = QTableWidgetItem(value)
            item.setTextAlignment(_side(column, names))
            table.setItem(row, column, item)


def _known(value: float, text: str) -> str:
    return text if value == value else "–"


def _percent(share: float) -> str:
    return f"{100 * share:.0f} %"
