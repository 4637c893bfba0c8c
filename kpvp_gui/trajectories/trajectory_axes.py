"""The two plots of the trajectories, x over time and y over time: their axes, what they show, what is where on screen.

It knows arrays and pyqtgraph, no keypoint's looks and no mouse.
"""

from __future__ import annotations

import math

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QGraphicsGridLayout

PICK_PX = 6  # how near to a curve or the playhead's line a click must be to mean it
MIN_SPAN = 4.0  # frames visible at the deepest zoom
AXIS_NAMES = ("x", "y")
_STEP = 0.05  # of a coordinate
STACK_HEIGHT = 300  # px: below this the two plots lie side by side


def blend(colour: QColor, towards: QColor, amount: float) -> QColor:
    """Mix two opaque colours: amount 0 gives `colour`, 1 gives `towards`. Opaque, because translucent pens are slow."""
    a, b = (np.array([each.red(), each.green(), each.blue()]) for each in (colour, towards))
    return QColor(*np.rint(a + (b - a) * amount).astype(int).tolist())


class TrajectoryAxes(pg.GraphicsLayoutWidget):
    """Plot 0 is x(t), plot 1 is y(t), of `points` float32 [T + 1, K, 2]; they share the visible span of time."""

    def __init__(self, parent=None):
        super().__init__(parent)
        self.points = np.zeros((0, 0, 2), np.float32)
        self._playhead = 0
        self._shown = "both"
        layout = self.ci.layout
        assert isinstance(layout, QGraphicsGridLayout)
        layout.setContentsMargins(0, 0, 8, 0)
        layout.setSpacing(8)
        self._plots = [self._make_plot(axis) for axis in range(2)]
        self._plots[1].getViewBox().setXLink(self._plots[0])
        self._names = [pg.TextItem(anchor=(0, 0)) for _ in range(2)]
        for plot, name in zip(self._plots, self._names, strict=True):
            name.setParentItem(plot.getViewBox())
            name.setPos(6, 2)
        self._arrange()

    def _make_plot(self, axis: int) -> pg.PlotItem:
        plot = pg.PlotItem(enableMenu=False)
        plot.hideButtons()
        plot.getViewBox().setMouseEnabled(False, False)
        for side in ("left", "bottom"):
            plot.getAxis(side).setZValue(-1000)  # the grid stays behind the curves
        plot.getAxis("left").setWidth(40)
        plot.getAxis("bottom").setHeight(20)
        plot.getViewBox().setDefaultPadding(0)
        plot.getViewBox().invertY(axis == 1)  # up in the plot is up in the picture
        plot.getViewBox().setRange(xRange=(0, 32), yRange=(-1, 1), padding=0)
        return plot

    # What is shown

    def show_all(self) -> None:
        """Zoom out to the whole clip."""
        self._plots[0].getViewBox().setXRange(0, max(len(self.points) - 1, 1), padding=0)
        self._tick_frames()

    def zoom(self, factor: float, about: float | None = None) -> None:
        """Scale the visible time span by `factor` (under 1 zooms in) keeping the time `about` where it is."""
        last = max(len(self.points) - 1, 1)
        (start, stop), _ = self._plots[0].getViewBox().viewRange()
        about = self._playhead + 1 if about is None else about
        span = float(np.clip((stop - start) * factor, min(MIN_SPAN, last), last))
        share = (about - start) / max(stop - start, 1e-6)
        start = float(np.clip(about - share * span, 0, last - span))
        self._plots[0].getViewBox().setXRange(start, start + span, padding=0)
        self._tick_frames()

    def pan(self, frames: float) -> None:
        """Move the visible time span, within the clip."""
        last = max(len(self.points) - 1, 1)
        (start, stop), _ = self._plots[0].getViewBox().viewRange()
        span = stop - start
        start = float(np.clip(start + frames, 0, last - span))
        self._plots[0].getViewBox().setXRange(start, start + span, padding=0)

    def _value_range(self, axis: int) -> tuple[float, float]:
        values = self.points[..., axis]
        if values.size == 0:
            return -1.0, 1.0
        low, high = float(values.min()), float(values.max())
        margin = max(0.06 * (high - low), (0.3 - (high - low)) / 2)
        # To whole steps: an edit that moves little leaves the axes as they are, and they need not be laid out again.
        return math.floor((low - margin) / _STEP) * _STEP, math.ceil((high + margin) / _STEP) * _STEP

    def _tick_frames(self) -> None:
        (start, stop), _ = self._plots[0].getViewBox().viewRange()
        step = next(s for s in (1, 2, 4, 8, 16, 32, 64, 128, 1 << 30) if (stop - start) / s <= 10)
        ticks = [(float(t), str(t)) for t in range(0, len(self.points), step)]
        for plot in self._plots:
            plot.getAxis("bottom").setTicks([ticks])

    def _arrange(self) -> None:
        beside = self._shown == "both" and self.height() < STACK_HEIGHT
        wanted = {"x": [0], "y": [1], "both": [0, 1]}[self._shown]
        if getattr(self, "_arranged", None) == (beside, wanted):
            return
        self._arranged = (beside, wanted)
        for plot in self._plots:
            if plot in self.ci.items:
                self.ci.removeItem(plot)
        for position, axis in enumerate(wanted):
            row, column = (0, position) if beside else (position, 0)
            self.ci.addItem(self._plots[axis], row, column)
        for axis in range(2):
            self._plots[axis].setVisible(axis in wanted)

    def style_axes(self) -> None:
        """Background, axes and names in the palette's colours."""
        palette = self.palette()
        base, text = palette.color(QPalette.ColorRole.Window), palette.color(QPalette.ColorRole.Text)
        self.setBackground(base)
        font = QFont(self.font())
        font.setPixelSize(11)
        font.setFeature(QFont.Tag("tnum"), 1)
        for axis, plot in enumerate(self._plots):
            for side in ("left", "bottom"):
                item = plot.getAxis(side)
                item.setPen(pg.mkPen(blend(base, text, 0.25)))
                item.setTextPen(pg.mkPen(blend(base, text, 0.65)))
                item.setTickPen(pg.mkPen(blend(base, text, 0.12)))
                item.setStyle(tickFont=font, tickLength=0, tickTextOffset=4, maxTickLevel=0)
                item.setGrid(255)
            self._names[axis].setColor(blend(base, text, 0.65))
            name_font = QFont(font)
            name_font.setWeight(QFont.Weight.DemiBold)
            self._names[axis].setFont(name_font)
            self._names[axis].setText(AXIS_NAMES[axis])

    # What is where on screen

    @property
    def playhead_time(self) -> int:
        return min(self._playhead + 1, max(len(self.points) - 1, 0))

    def time_at(self, position: QPointF) -> float:
        """The time under a point of the viewport, clipped to the clip."""
        rect = self._rect(self._axis_at(position))
        (start, stop), _ = self._plots[0].getViewBox().viewRange()
        time = start + (position.x() - rect.left()) / max(rect.width(), 1.0) * (stop - start)
        return float(np.clip(time, 0, max(len(self.points) - 1, 0)))

    def _line_x(self, axis: int) -> float:
        rect = self._rect(axis)
        (start, stop), _ = self._plots[0].getViewBox().viewRange()
        return rect.left() + (self.playhead_time - start) / max(stop - start, 1e-6) * rect.width()

    def _axis_at(self, position: QPointF) -> int:
        wanted = self._arranged[1]
        inside = [axis for axis in wanted if self._rect(axis).adjusted(-40, 0, 8, 20).contains(position)]
        if inside:
            return inside[0]
        centre = {axis: self._rect(axis).center() - position for axis in wanted}
        return min(wanted, key=lambda axis: abs(centre[axis].x()) + abs(centre[axis].y()))

    def _rect(self, axis: int) -> QRectF:
        return self._plots[axis].getViewBox().sceneBoundingRect()

    def _to_pixels(self, axis: int) -> np.ndarray:
        rect = self._rect(axis)
        (start, stop), (low, high) = self._plots[axis].getViewBox().viewRange()
        values = (self.points[..., axis] - low) / (high - low)
        if axis == 0:
            values = 1 - values
        times = (np.arange(len(self.points)) - start) / (stop - start)
        x = np.broadcast_to((rect.left() + times * rect.width())[:, None], values.shape)
        return np.stack([x, rect.top() + values * rect.height()], -1)

    def value_per_pixel(self, axis: int) -> float:
        """How much a coordinate grows by one pixel down the plot."""
        (_, _), (low, high) = self._plots[axis].getViewBox().viewRange()
        per_pixel = (high - low) / max(self._rect(axis).height(), 1.0)
        return -per_pixel if axis == 0 else per_pixel

    def _near_line(self, position: QPointF) -> bool:
        return abs(position.x() - self._line_x(self._axis_at(position))) <= PICK_PX

    def resizeEvent(self, ev) -> None:
        super().resizeEvent(ev)
        if hasattr(self, "_plots"):
            self._arrange()
