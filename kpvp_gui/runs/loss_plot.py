"""One plot of losses over steps, of one run or several: thinned to the pixels there are, smoothed, linear or log.

Importing this module imports pyqtgraph (half a second): the runs' window does that in a job.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QEvent, QRectF, Qt, QTimer
from PySide6.QtGui import QColor, QFont, QPainterPath, QPalette, QPen
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kpvp_gui.widgets.theme import tabular_font
from training.runs.history import smoothed, thinned

PLOT_HEIGHT = 148
_DENSE = 300  # points of a line
_TURN_MS = 15  # between two plots drawn: the window breathes in between


@dataclass(frozen=True)
class Curve:
    """One line: steps [N] and values [N], what it is called, its colour."""

    name: str
    steps: np.ndarray
    values: np.ndarray
    colour: QColor


class LossPlot(QWidget):
    """A title with the newest values, and the curves below."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.curves: list[Curve] = []
        self._smoothing, self._log = 1, False
        self.title = QLabel()
        self.readout = QLabel()
        self.readout.setFont(tabular_font())
        self.readout.setProperty("role", "secondary")
        self.readout.setProperty("written", "html")  # for the style sheet
        self.readout.setTextFormat(Qt.TextFormat.RichText)
        self.readout.setMinimumWidth(1)  # many runs' values do not widen the plot
        self.readout.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.view = pg.PlotWidget(enableMenu=False)
        self.view.setFrameShape(pg.PlotWidget.Shape.NoFrame)
        self.view.setFixedHeight(PLOT_HEIGHT - 24)
        self.view.viewport().setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)  # the wheel scrolls the page
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        plot = self.view.getPlotItem()
        plot.hideButtons()
        plot.setMouseEnabled(False, False)
        plot.getAxis("left").setWidth(44)
        plot.getAxis("bottom").setHeight(18)
        plot.getViewBox().setDefaultPadding(0.02)
        plot.getViewBox().disableAutoRange()
        self._lines = _Lines()
        plot.addItem(self._lines, ignoreBounds=True)
        top = QHBoxLayout()
        top.setContentsMargins(8, 0, 8, 0)
        top.setSpacing(8)
        top.addWidget(self.title)
        top.addWidget(self.readout, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self.view)
        self.apply_palette()

    def show_curves(self, title: str, curves: list[Curve], smoothing: int, log: bool) -> None:
        """Draw `curves`, averaged over `smoothing` neighbours, the y axis logarithmic or not."""
        self.curves, self._smoothing, self._log = curves, smoothing, log
        self.title.setText(title)
        self._draw()

    def _draw(self) -> None:
        ground = self.palette().color(QPalette.ColorRole.Window)
        room = max(self.view.width(), 200)
        lines, words, all_steps, all_values = [], [], [], []
        for curve in self.curves:
            steps, values = curve.steps, curve.values
            if self._log:
                positive = values > 0
                steps, values = steps[positive], np.log10(values[positive])
            finite = np.isfinite(values)
            if not finite.all():
                steps, values = steps[finite], values[finite]
            if not len(values):
                continue
            main = smoothed(values, self._smoothing)
            if self._smoothing > 1:
                lines.append((*thinned(steps, values, room), _towards(curve.colour, ground, 0.7), 1.0))
            lines.append((*thinned(steps, main, _DENSE - 20), curve.colour, 1.6))
            low, high = np.percentile(values, (0.5, 99.5)) if len(values) > 50 else (values.min(), values.max())
            all_steps += [int(steps[0]), int(steps[-1])]
            all_values += [float(low), float(high), float(main.min()), float(main.max())]
            words.append((curve, _number(curve.values[-1])))
        lines.sort(key=lambda line: line[3])
        self._lines.set_lines(lines)
        self._read_out(words)
        plot = self.view.getPlotItem()
        if all_values:
            low, high = min(all_values), max(all_values)
            spare = 0.08 * (high - low) or 0.1 * abs(high) or 1.0
            first, last = min(all_steps), max(all_steps)
            plot.getAxis("left").setTicks(_log_ticks(low, high) if self._log else None)
            plot.setRange(xRange=(first, max(last, first + 1)), yRange=(low - spare, high + spare), padding=0)

    def _read_out(self, values: list[tuple[Curve, str]]) -> None:
        """The newest values, the chosen run's first, as far as there is room; all of them in the tool tip."""
        metrics = self.readout.fontMetrics()
        room = self.width() - self.title.sizeHint().width() - 32
        shown = []
        for curve, value in values:
            room -= metrics.horizontalAdvance(value + "  ")
            if shown and room < 0:
                break
            shown.append(f'<span style="color:{curve.colour.name()}">{value}</span>')
        self.readout.setText("&nbsp;&nbsp;".join(shown))
        self.readout.setToolTip("\n".join(f"{curve.name} {value}" for curve, value in values))

    def apply_palette(self) -> None:
        """Take the colours of axes and ground from the widget's palette."""
        base, text = self.palette().color(QPalette.ColorRole.Window), self.palette().color(QPalette.ColorRole.Text)
        self.view.setBackground(base)
        font = QFont(tabular_font(11))
        for side in ("left", "bottom"):
            axis = self.view.getPlotItem().getAxis(side)
            axis.setPen(pg.mkPen(_towards(text, base, 0.75)))
            axis.setTextPen(pg.mkPen(_towards(text, base, 0.35)))
            axis.setTickPen(pg.mkPen(_towards(text, base, 0.88)))
            axis.setStyle(tickFont=font, tickLength=0, tickTextOffset=4, maxTickLevel=0)
            axis.setGrid(255)
            axis.setZValue(-1000)

    def changeEvent(self, event) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_lines"):
            self.apply_palette()
            self._draw()


class _Lines(pg.GraphicsObject):
    """All lines of a plot as one item."""

    def __init__(self) -> None:
        super().__init__()
        self._paths: list[tuple[QPainterPath, QPen]] = []
        self._bounds = QRectF()

    def set_lines(self, lines: list[tuple[np.ndarray, np.ndarray, QColor, float]]) -> None:
        """(steps, values, colour, width in px) of every line, the lowest first."""
        self.prepareGeometryChange()
        self._paths, self._bounds = [], QRectF()
        for steps, values, colour, width in lines:
            path = pg.arrayToQPath(steps.astype(np.float64), values.astype(np.float64), finiteCheck=False)
            pen = QPen(colour, width if path.elementCount() <= _DENSE else 1.0)
            pen.setCosmetic(True)
            self._paths.append((path, pen))
            self._bounds = self._bounds.united(
                QRectF(float(steps[0]), float(values.min()), float(steps[-1] - steps[0]), float(np.ptp(values)) or 1e-9)
            )
        self.update()

    def boundingRect(self) -> QRectF:
        return self._bounds

    def paint(self, painter, option, widget=None) -> None:
        for path, pen in self._paths:
            # Stroking a dense zigzag smoothly takes a hundred times as long as plain lines, which look the same then.
            dense = path.elementCount() > _DENSE
            painter.setRenderHint(painter.RenderHint.Antialiasing, not dense)
            painter.setPen(pen)
            painter.drawPath(path)


class LossPlots(QWidget):
    """Plots in two columns, made and drawn one after the other so that no turn of the event loop is long.

    A plot takes 30 ms to make: those that are not needed any more are hidden, and serve again.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pool: list[LossPlot] = []
        self._wanted: dict[int, tuple[str, list[Curve], int, bool]] = {}  # by position in the grid
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 8, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(8)
        for column in range(2):
            self._grid.setColumnStretch(column, 1)
        self._turn = QTimer(self, interval=_TURN_MS)
        self._turn.timeout.connect(self._draw_one)

    def show_plots(self, plots: list[tuple[str, list[Curve]]], smoothing: int, log: bool) -> None:
        """Show (title, curves) of every plot, soon."""
        self._wanted = {position: (*plot, smoothing, log) for position, plot in enumerate(plots)}
        for plot in self._pool[len(plots) :]:
            plot.hide()
        for row in range(self._grid.rowCount() + 1):
            self._grid.setRowStretch(row, 0)
        self._grid.setRowStretch((len(plots) + 1) // 2, 1)
        if self._wanted and not self._turn.isActive():
            self._turn.start()

    @property
    def drawing(self) -> bool:
        return bool(self._wanted)

    @property
    def plots(self) -> dict[str, LossPlot]:
        """The plots on screen by title."""
        return {plot.title.text(): plot for plot in self._pool if not plot.isHidden()}

    def _draw_one(self) -> None:
        if not self._wanted:
            self._turn.stop()
            return
        position = next(iter(self._wanted))
        if position == len(self._pool):
            self._pool.append(LossPlot(self))
            self._grid.addWidget(self._pool[-1], position // 2, position % 2)
            return
        title, curves, smoothing, log = self._wanted.pop(position)
        self._pool[position].show_curves(title, curves, smoothing, log)
        self._pool[position].show()


def _towards(colour: QColor, other: QColor, amount: float) -> QColor:
    a, b = (np.array([each.red(), each.green(), each.blue()]) for each in (colour, other))
    return QColor(*np.rint(a + (b - a) * amount).astype(int).tolist())


def _log_ticks(low: float, high: float) -> list[list[tuple[float, str]]]:
    """Some four ticks for values 10**low..10**high: at 1, 2 and 5 of every decade, or at fewer."""
    ticks: list[tuple[float, str]] = []
    for leads in ((1, 2, 5), (1, 3), (1,)):
        decades = range(int(np.floor(low)), int(np.ceil(high)) + 1)
        values = [lead * 10.0**decade for decade in decades for lead in leads]
        ticks = [(float(np.log10(value)), f"{value:g}") for value in values if low <= np.log10(value) <= high]
        if len(ticks) <= 5:
            break
    if len(ticks) < 2:  # less than a factor of two or three: evenly
        ticks = [(position, f"{10.0**position:.3g}") for position in np.linspace(low, high, 4).tolist()]
    return [ticks[:: max(1, len(ticks) // 4)]]


def _number(value: float) -> str:
    return f"{value:.3g}" if abs(value) < 1000 else f"{value:,.0f}"
