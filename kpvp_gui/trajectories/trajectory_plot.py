"""Draws keypoint trajectories over time and turns mouse and keys into "frame", "keypoint" and "bend" signals.

Axes and curves are painted into a picture when they change; the playhead moves over that picture, many times a second.

It knows arrays and pyqtgraph, not the Document: `timeline.py` connects the two. Importing this module imports
pyqtgraph (half a second), so the timeline does that in a thread after the window is on screen.
"""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPalette, QPen, QPixmap

from kpvp_gui.trajectories.trajectory_axes import PICK_PX, TrajectoryAxes, blend
from kpvp_gui.trajectories.trajectory_curves import Curves

DRAG_PX = 3
_THIN = 1.4  # px of a curve
_DIMMED = 0.62  # how far the colours of what is not selected go towards the background
_DOT = 6  # px to either side of the playhead that its line and dots may cover


class TrajectoryPlot(TrajectoryAxes):
    """x(t) and y(t) of K keypoints. Time 0 is the photo, times 1..T are the frames; frame index i is at time i + 1."""

    frame_chosen = Signal(int)  # frame index 0..T-1
    keypoint_clicked = Signal(int, bool)  # keypoint, Ctrl held
    hovered = Signal(object)  # (keypoint | None, frame index | None)
    selection_dropped = Signal()
    bend_begun = Signal(int)  # frame index at which a selected curve is taken
    bent = Signal(int, float)  # 0: x, 1: y; how far from where it was taken, in half pictures
    bend_ended = Signal(bool)  # False: as if it had not been

    def __init__(self, parent=None):
        super().__init__(parent)
        self._colours: list[QColor] = []
        self._selection: frozenset[int] = frozenset()
        self._hidden: frozenset[int] = frozenset()
        self._press: tuple[QPointF, int | None] | None = None
        self._scrubbing = False
        self._bending: int | None = None  # 0: x, 1: y
        self._hover: int | None = None
        self._still: QPixmap | None = None
        self.scene().changed.connect(self._scene_changed)
        self.setFrameShape(self.Shape.NoFrame)
        self.setMouseTracking(True)
        self.viewport().setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.curves = [Curves() for _ in range(2)]
        for plot, curves in zip(self._plots, self.curves, strict=True):
            plot.addItem(curves, ignoreBounds=True)
        self.apply_palette()

    # What is shown

    def set_trajectories(self, points: np.ndarray, colours: np.ndarray) -> None:
        """Show `points` float32 [T + 1, K, 2] in [-1, 1] (row 0 is the photo's) in `colours` uint8 [K, 3]."""
        same_length = points.shape[0] == self.points.shape[0]
        self.points = points
        self._colours = [QColor(*row) for row in np.asarray(colours).tolist()]
        self._selection = frozenset(k for k in self._selection if k < points.shape[1])
        for axis, plot in enumerate(self._plots):
            self.curves[axis].set_values(points[..., axis])
            if self._bending is None:  # else the curve would run away from under the mouse
                plot.getViewBox().setYRange(*self._value_range(axis), padding=0)
        if not same_length:
            self.show_all()
        self._restyle()

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

    def set_hidden(self, hidden: frozenset[int]) -> None:
        """Leave these keypoints' curves out."""
        if hidden != self._hidden:
            self._hidden = hidden
            self._restyle()

    def set_shown(self, shown: str) -> None:
        """Which plots to show: "x", "y" or "both"."""
        self._shown = shown
        self._arrange()

    def apply_palette(self) -> None:
        """Take background, axes and playhead from the widget's palette."""
        self.style_axes()
        self._restyle()

    def _restyle(self) -> None:
        base = self.palette().color(QPalette.ColorRole.Window)
        styles = []
        for k, colour in enumerate(self._colours):
            chosen = k in self._selection
            dimmed = bool(self._selection) and not chosen
            shown = blend(colour, base, _DIMMED) if dimmed else colour
            height = -1 if k in self._hidden else 2 if chosen else 0 if dimmed else 1
            styles.append((shown, 2.5 if chosen or k == self._hover else _THIN, height))
        for curves in self.curves:
            curves.set_styles(styles)
        self._update_playhead()

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

    # pyqtgraph calls what it hands to these `ev`.

    def paintEvent(self, ev) -> None:
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
        area = ev.rect()
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
            if k not in self._hidden and (chosen or not self._selection):
                painter.setBrush(colour)
                painter.drawEllipse(QPointF(x, heights[k]), *((4, 4) if chosen else (2.5, 2.5)))

    # Mouse and keys

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
        distance[list(self._hidden)] = np.inf
        nearest = int(distance.argmin())
        return nearest if distance[nearest] <= PICK_PX else None

    def _choose_time(self, position: QPointF) -> None:
        if len(self.points) > 1:
            self.frame_chosen.emit(max(round(self.time_at(position)) - 1, 0))

    def mousePressEvent(self, ev) -> None:
        if ev.button() != Qt.MouseButton.LeftButton:
            return ev.ignore()
        keypoint = self.curve_at(ev.position())
        if self._near_line(ev.position()) and keypoint not in self._selection:
            keypoint = None if not ev.modifiers() & Qt.KeyboardModifier.ControlModifier else keypoint
        self._press = (ev.position(), keypoint)
        self._scrubbing = keypoint is None
        if self._scrubbing:
            self._choose_time(ev.position())

    def mouseMoveEvent(self, ev) -> None:
        if self._press is not None:
            moved = (ev.position() - self._press[0]).manhattanLength()
            if self._bending is None and not self._scrubbing and moved > DRAG_PX:
                self._take_curve(*self._press)
            if self._bending is not None:
                way = ev.position().y() - self._press[0].y()
                self.bent.emit(self._bending, way * self.value_per_pixel(self._bending))
            elif self._scrubbing:
                self._choose_time(ev.position())
        else:
            near_line, curve = self._near_line(ev.position()), self.curve_at(ev.position())
            movable = curve is not None and curve in self._selection
            self._set_hover(None if near_line and not movable else curve)
            shape = Qt.CursorShape.ArrowCursor if self._hover is None else Qt.CursorShape.PointingHandCursor
            if movable or near_line:
                shape = Qt.CursorShape.SizeVerCursor if movable else Qt.CursorShape.SizeHorCursor
            self.viewport().setCursor(shape)
        frame = max(round(self.time_at(ev.position())) - 1, 0) if len(self.points) > 1 else None
        self.hovered.emit((self._hover, frame))

    def _take_curve(self, position: QPointF, keypoint: int | None) -> None:
        """A drag begins: of a selected curve it bends it, of anything else it scrubs."""
        if keypoint is None or keypoint not in self._selection:
            self._scrubbing = True
            return
        self._bending = self._axis_at(position)
        self.bend_begun.emit(max(round(self.time_at(position)) - 1, 0))

    def _end_bending(self, kept: bool) -> None:
        self._press, self._bending = None, None
        self.bend_ended.emit(kept)
        for axis, plot in enumerate(self._plots):
            plot.getViewBox().setYRange(*self._value_range(axis), padding=0)

    def mouseReleaseEvent(self, ev) -> None:
        if self._bending is not None:
            self._end_bending(True)
        elif self._press is not None and not self._scrubbing and self._press[1] is not None:
            control = bool(ev.modifiers() & Qt.KeyboardModifier.ControlModifier)
            self.keypoint_clicked.emit(self._press[1], control)
        self._press, self._scrubbing = None, False

    def keyPressEvent(self, ev) -> None:
        match ev.key():
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal:
                self.zoom(0.8)
            case Qt.Key.Key_Minus:
                self.zoom(1.25)
            case Qt.Key.Key_0:
                self.show_all()
            case Qt.Key.Key_Escape if self._bending is not None:
                self._end_bending(False)
            case Qt.Key.Key_Escape if self._selection:
                self.selection_dropped.emit()
            case _:
                ev.ignore()

    def mouseDoubleClickEvent(self, ev) -> None:
        self.show_all()

    def leaveEvent(self, ev) -> None:
        self._set_hover(None)
        self.hovered.emit((None, None))
        super().leaveEvent(ev)

    def wheelEvent(self, ev) -> None:
        steps = ev.angleDelta()
        if steps.x() or ev.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.pan(-(steps.x() or steps.y()) / 120)
        elif steps.y():
            self.zoom(0.8 ** (steps.y() / 120), self.time_at(ev.position()))
        ev.accept()

    def changeEvent(self, ev) -> None:
        super().changeEvent(ev)
        if ev.type() == QEvent.Type.PaletteChange and hasattr(self, "curves"):
            self.apply_palette()

    def _set_hover(self, keypoint: int | None) -> None:
        if keypoint != self._hover:
            self._hover = keypoint
            self._restyle()
