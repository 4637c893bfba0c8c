"""The losses of one step of a run, live, with those of other runs over them: smoothing and log scale for all plots."""

from __future__ import annotations

import importlib

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QScrollArea, QSlider, QVBoxLayout, QWidget

from kpvp_gui.background.jobs import Job
from kpvp_gui.runs.steps import curves_of, grouped
from kpvp_gui.translation import marked, tr
from training.runs.history import RunHistory

_WIDTHS = (1, 3, 5, 9, 15, 25, 45, 75, 125, 225)  # neighbours averaged, by the slider's notches
_REFRESH_MS = 500
_OTHERS = ("#d08a1d", "#2a9d8f", "#c4567e", "#7a8b2b", "#8d6fd1")  # for runs laid over the chosen one
_SECOND = "#d0674a"  # the other side of an adversary


class RunCurves(QWidget):
    """Draws `histories`: the first is the run on screen, the others are laid over it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.histories: list[tuple[str, RunHistory]] = []
        self.step = 0
        self.plots = None  # LossPlots, once pyqtgraph is there
        self._drawn: object = None
        self.smoothing = QSlider(Qt.Orientation.Horizontal)
        self.smoothing.setRange(0, len(_WIDTHS) - 1)
        self.smoothing.setFixedWidth(112)
        self.smoothing.setAccessibleName(tr("Smoothing"))
        self.smoothing.valueChanged.connect(self._restyled)
        self._width = QLabel()
        self._width.setProperty("role", "secondary")
        self._width.setMinimumWidth(28)
        self.log = QCheckBox(tr("&Log scale"))
        self.log.toggled.connect(self._restyled)
        self.empty = QLabel(tr("Curves appear here with the first steps."))
        self.empty.setProperty("role", "secondary")
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        label = QLabel(tr("S&moothing"))
        label.setBuddy(self.smoothing)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(label)
        top.addWidget(self.smoothing)
        top.addWidget(self._width)
        top.addStretch(1)
        top.addWidget(self.log)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(top)
        column.addWidget(self.empty, 1)
        column.addWidget(self.area, 1)
        self.area.hide()
        self._timer = QTimer(self, interval=_REFRESH_MS)
        self._timer.timeout.connect(self._refresh)
        self._timer.start()
        self.smoothing.setValue(2)
        # Importing pyqtgraph takes half a second, which a thread can spend as well.
        self._importing = Job(importlib.import_module, "kpvp_gui.runs.loss_plot").start()
        self._importing.finished.connect(self._imported)

    def show_runs(self, histories: list[tuple[str, RunHistory]], step: int) -> None:
        """Draw the losses of step number `step` of (title, history)s, now and as they grow."""
        self.histories, self.step = histories, step
        self._refresh()

    def colour_of(self, number: int) -> QColor:
        """The colour of a run laid over others; 0 is the chosen one."""
        return (
            QColor(_OTHERS[(number - 1) % len(_OTHERS)])
            if number
            else self.palette().color(QPalette.ColorRole.Highlight)
        )

    def _imported(self, module) -> None:
        self.plots = module.LossPlots()
        self._make_curve = module.Curve
        self.area.setWidget(self.plots)
        self._drawn = None
        self._refresh()

    def _restyled(self) -> None:
        width = _WIDTHS[self.smoothing.value()]
        self._width.setText(tr("off") if width == 1 else str(width))
        self.smoothing.setToolTip(
            tr("Mean of {width} neighbouring values", width=width) if width > 1 else tr("No smoothing")
        )
        self._drawn = None
        self._refresh()

    def _refresh(self) -> None:
        if self.plots is None or not self.isVisible():
            return
        accent = self.colour_of(0).name()
        key = (self.step, accent, tuple((title, id(history), history.events) for title, history in self.histories))
        if key == self._drawn or self.plots.drawing:
            return
        self._drawn = key
        drawn = [(title, curves_of(history, self.step)) for title, history in self.histories]
        names = list(dict.fromkeys(name for _, curves in drawn for name in curves))
        plots = []
        for title, losses in grouped(names):
            lines = []
            for number, (run, curves) in enumerate(drawn):
                for position, loss in enumerate(loss for loss in losses if loss in curves):
                    colour = QColor(_SECOND) if position and not number else self.colour_of(number)
                    lines.append(self._make_curve(f"{run}: {loss}", *curves[loss], colour.darker(100 + 40 * position)))
            plots.append((title, lines))
        self.area.setVisible(bool(plots))
        self.empty.setVisible(not plots)
        self.empty.setText(tr(_EMPTY[self.step]))
        self.plots.show_plots(plots, _WIDTHS[self.smoothing.value()], self.log.isChecked())


_EMPTY = (
    marked("Curves appear here with the first steps."),
    marked("Pseudo labels are the keypoints found in every frame: nothing is learned in this step."),
    marked("Curves appear here when the motion generator learns."),
)
