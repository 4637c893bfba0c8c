"""Draws keypoint trajectories over time and turns mouse and keys into "frame" and "keypoint" signals.

Axes and curves are painted into a picture when they change; the playhead moves over that picture, many times a second.

It knows arrays and pyqtgraph, not the Document: `timeline.py` connects the two. Importing this module imports
pyqtgraph (half a second), so the timeline does that in a thread after the window is on screen.
"""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter, QPalette, QPen, QPixmap

from kpvp_gui.views.trajectory_curves import Curves

PICK_PX = 6  # how near to a curve a click must be to mean the curve
DRAG_PX = 3
_THIN = 1.4  # px of a curve
_DIMMED = 0.62  # how far the colours of what is not selected go towards the background
_DOT = 6  # px to either side of the playhead that its line and dots may cover
MIN_SPAN = 4.0  # frames visible at the deepest zoom
AXIS_NAMES = ("x", "y")
STACK_HEIGHT = 300  # px: below this the two plots lie side by side


def blend(colour: QColor, towards: QColor, amount: float) -> QColor:
    """Mix two opaque colours: amount 0 gives `colour`, 1 gives `towards`. Opaque, because translucent pens are slow."""
    a, b = np.array(colour.getRgb()[:3]), np.array(towards.getRgb()[:3])
    return QColor(*np.rint(a + (b - a) * amount).astype(int).tolist())


class TrajectoryPlot(pg.GraphicsLayoutWidget):
    """x(t) and y(t) of K keypoints. Time 0 is the photo, times 1..T are the frames; frame index i is at time i + 1."""

    frame_chosen = Signal(int)  # frame index 0..T-1
    keypoint_clicked = Signal(int, bool)  # keypoint, Ctrl held
    hovered = Signal(object)  # (keypoint | None, frame index | None)
    selection_dropped = Signal()

    def __init__(self, parent=None):
        super().__init__(parent)
        self.points = np.zeros((0, 0, 2), np.float32)  # [T + 1, K, 2]
        self._colours: list[QColor] = []
        self._selection: frozenset[int] = frozenset()
        self._playhead = 0
        self._shown = "both"
        self._press: tuple[QPointF, int | None] | None = None
        self._scrubbing = False
        self._hover: int | None = None
        self._still: QPixmap | None = None
        self.scene().changed.connect(self._scene_changed)
        self.setFrameShape(self.Shape.NoFrame)
        self.setMouseTracking(True)
        self.viewport().setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.ci.layout.setContentsMargins(0, 0, 8, 0)
        self.ci.layout.setSpacing(8)
        self._plots = [self._make_plot(axis) for axis in range(2)]
        self._plots[1].setXLink(self._plots[0])
        self.curves = [Curves() for _ in range(2)]
        for plot, curves in zip(self._plots, self.curves, strict=True):
            plot.addItem(curves, ignoreBounds=True)
        self._names = [pg.TextItem(anchor=(0, 0)) for _ in range(2)]
        for plot, name in zip(self._plots, self._names, strict=True):
            name.setParentItem(plot.getViewBox())
            name.setPos(6, 2)
        self._arrange()
        self.apply_palette()

    def _make_plot(self, axis: int) -> pg.PlotItem:
        plot = pg.PlotItem(enableMenu=False)
        plot.hideButtons()
        plot.setMouseEnabled(False, False)
        for side in ("left", "bottom"):
            plot.getAxis(side).setZValue(-1000)  # the grid stays behind the curves
        plot.getAxis("left").setWidth(40)
        plot.getAxis("bottom").setHeight(20)
        plot.getViewBox().setDefaultPadding(0)
        plot.getViewBox().invertY(axis == 1)  # up in the plot is up in the picture
        plot.setRange(xRange=(0, 32), yRange=(-1, 1), padding=0)
        return plot

    # What is shown

    def set_trajectories(self, points: np.ndarray, colours: np.ndarray) -> None:
        """Show `points` float32 [T + 1, K, 2] in [-1, 1] (row 0 is the photo's) in `colours` uint8 [K, 3]."""
        same_length = points.shape[0] == self.points.shape[0]
        self.points = points
        self._colours = [QColor(*row) for row in np.asarray(colours).tolist()]
        self._selection = frozenset(k for k in self._selection if k < points.shape[1])
        for axis, plot in enumerate(self._plots):
            self.curves[axis].set_values(points[..., axis])
            plot.getViewBox().setYRange(*self._value_range(axis), padding=0)
        if not same_length:
            self.show_all()
        self._restyle()

    @property
    def playhead_time(self) -> int:
        return min(self._playhead + 1, max(len(self.points) - 1, 0))

    def set_playhead(self, frame: int) -> None:
        """Move the line (and a dot on every curve) to a frame index."""
        if frame != self._playhead:
            self._update_playhead()
            self._playhead = frame
            self._update_playhead()

    def set_selection(self, selection: frozenset[int]) -> None:
        """Draw these keypoints thick and the others dimmed; nothing selected draws all alike."""
        self._selection = selection
        self._restyle()

    def set_shown(self, shown: str) -> None:
        """Which plots to show: "x", "y" or "both"."""
        self._shown = shown
        self._arrange()

    def apply_palette(self) -> None:
        """Take background, axes and playhead from the widget's palette."""
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
        self._restyle()

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
        return low - margin, high + margin

    def _tick_frames(self) -> None:
        (start, stop), _ = self._plots[0].getViewBox().viewRange()
        step = next(s for s in (1, 2, 4, 8, 16, 32, 64, 128, 1 << 30) if (stop - start) / s <= 10)
        ticks = [(float(t), str(t)) for t in range(0, len(self.points), step)]
        for plot in self._plots:
            plot.getAxis("bottom").setTicks([ticks])

    def _restyle(self) -> None:
        base = self.palette().color(QPalette.ColorRole.Window)
        styles = []
        for k, colour in enumerate(self._colours):
            chosen = k in self._selection
            dimmed = bool(self._selection) and not chosen
            shown = blend(colour, base, _DIMMED) if dimmed else colour
            styles.append((shown, 2.5 if chosen or k == self._hover else _THIN, 2 if chosen else 0 if dimmed else 1))
        for curves in self.curves:
            curves.set_styles(styles)
        self._update_playhead()

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

    # Painting

    def _scene_changed(self, _regions: object) -> None:
        self._still = None
        self.viewport().update()

    def _playhead_rect(self, axis: int) -> QRect:
        rect = self._rect(axis)
        return QRectF(self._line_x(axis) - _DOT, rect.top(), 2 * _DOT, rect.height()).toAlignedRect()

    def _update_playhead(self) -> None:
        for axis in self._arranged[1]:
            self.viewport().update(self._playhead_rect(axis))

    def paintEvent(self, event) -> None:
        ratio = self.devicePixelRatioF()
        size = self.viewport().size() * ratio
        if self._still is None or self._still.size() != size:
            still = QPixmap(size)
            still.setDevicePixelRatio(ratio)
            painter = QPainter(still)
            self.render(painter, QRectF(self.viewport().rect()), self.viewport().rect())
            painter.end()
            self._still = still
        painter = QPainter(self.viewport())
        area = event.rect()
        source = QRectF(area.x() * ratio, area.y() * ratio, area.width() * ratio, area.height() * ratio)
        painter.drawPixmap(QRectF(area), self._still, source)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for axis in self._arranged[1]:
            if len(self.points) and self._playhead_rect(axis).intersects(area):
                self._paint_playhead(painter, axis)

    def _paint_playhead(self, painter: QPainter, axis: int) -> None:
        rect, x = self._rect(axis), self._line_x(axis)
        if not rect.left() - 1 <= x <= rect.right() + 1:
            return
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Highlight), 2))
        painter.drawLine(QPointF(x, rect.top()), QPointF(x, rect.bottom()))
        painter.setPen(Qt.PenStyle.NoPen)
        heights = self._to_pixels(axis)[self.playhead_time, :, 1]
        for k, colour in enumerate(self._colours):
            chosen = k in self._selection
            if chosen or not self._selection:
                painter.setBrush(colour)
                painter.drawEllipse(QPointF(x, heights[k]), *((4, 4) if chosen else (2.5, 2.5)))

    # Mouse and keys

    def time_at(self, position: QPointF) -> float:
        """The time under a point of the viewport, clipped to the clip."""
        rect = self._rect(self._axis_at(position))
        (start, stop), _ = self._plots[0].getViewBox().viewRange()
        time = start + (position.x() - rect.left()) / max(rect.width(), 1.0) * (stop - start)
        return float(np.clip(time, 0, max(len(self.points) - 1, 0)))

    def curve_at(self, position: QPointF) -> int | None:
        """The keypoint whose curve passes within PICK_PX of a point of the viewport, the nearest if several do."""
        axis = self._axis_at(position)
        rect = self._rect(axis)
        if len(self.points) < 2 or not self.points.shape[1] or not rect.contains(position):
            return None
        pixels = self._to_pixels(axis)  # [T + 1, K, 2]
        ends = int(np.clip(np.floor(self.time_at(position)), 0, len(self.points) - 2))
        first, last = max(ends - 1, 0), min(ends + 2, len(self.points) - 1)
        a, b = pixels[first:last], pixels[first + 1 : last + 1]
        point = np.array([position.x(), position.y()])
        along = np.clip(((point - a) * (b - a)).sum(-1) / np.maximum(((b - a) ** 2).sum(-1), 1e-9), 0, 1)
        distance = np.linalg.norm(a + along[..., None] * (b - a) - point, axis=-1).min(0)
        distance = distance - 2.0 * np.isin(np.arange(len(distance)), list(self._selection))  # a chosen curve is on top
        nearest = int(distance.argmin())
        return nearest if distance[nearest] <= PICK_PX else None

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

    def _choose_time(self, position: QPointF) -> None:
        if len(self.points) > 1:
            self.frame_chosen.emit(max(round(self.time_at(position)) - 1, 0))

    def mousePressEvent(self, event) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return event.ignore()
        keypoint = self.curve_at(event.position())
        if self._near_line(event.position()):
            keypoint = None if not event.modifiers() & Qt.KeyboardModifier.ControlModifier else keypoint
        self._press = (event.position(), keypoint)
        self._scrubbing = keypoint is None
        if self._scrubbing:
            self._choose_time(event.position())

    def mouseMoveEvent(self, event) -> None:
        if self._press is not None:
            moved = (event.position() - self._press[0]).manhattanLength()
            self._scrubbing = self._scrubbing or moved > DRAG_PX
            if self._scrubbing:
                self._choose_time(event.position())
        else:
            near_line = self._near_line(event.position())
            self._set_hover(None if near_line else self.curve_at(event.position()))
            shape = Qt.CursorShape
            self.viewport().setCursor(
                shape.SizeHorCursor
                if near_line
                else shape.ArrowCursor
                if self._hover is None
                else shape.PointingHandCursor
            )
        frame = max(round(self.time_at(event.position())) - 1, 0) if len(self.points) > 1 else None
        self.hovered.emit((self._hover, frame))

    def mouseReleaseEvent(self, event) -> None:
        if self._press is not None and not self._scrubbing and self._press[1] is not None:
            control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            self.keypoint_clicked.emit(self._press[1], control)
        self._press, self._scrubbing = None, False

    def keyPressEvent(self, event) -> None:
        match event.key():
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal:
                self.zoom(0.8)
            case Qt.Key.Key_Minus:
                self.zoom(1.25)
            case Qt.Key.Key_0:
                self.show_all()
            case Qt.Key.Key_Escape if self._selection:
                self.selection_dropped.emit()
            case _:
                event.ignore()

    def mouseDoubleClickEvent(self, event) -> None:
        self.show_all()

    def leaveEvent(self, event) -> None:
        self._set_hover(None)
        self.hovered.emit((None, None))
        super().leaveEvent(event)

    def wheelEvent(self, event) -> None:
        steps = event.angleDelta()
        if steps.x() or event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.pan(-(steps.x() or steps.y()) / 120)
        elif steps.y():
            self.zoom(0.8 ** (steps.y() / 120), self.time_at(event.position()))
        event.accept()

    def resizeEvent(self, event) -> None:
        super().resizeEvent(event)
        if hasattr(self, "_plots"):
            self._arrange()

    def changeEvent(self, event) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_plots"):
            self.apply_palette()

    def _line_x(self, axis: int) -> float:
        rect = self._rect(axis)
        (start, stop), _ = self._plots[0].getViewBox().viewRange()
        return rect.left() + (self.playhead_time - start) / max(stop - start, 1e-6) * rect.width()

    def _near_line(self, position: QPointF) -> bool:
        return abs(position.x() - self._line_x(self._axis_at(position))) <= PICK_PX

    def _set_hover(self, keypoint: int | None) -> None:
        if keypoint != self._hover:
            self._hover = keypoint
            self._restyle()
