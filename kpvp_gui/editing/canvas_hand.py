"""The hand on the canvas: keypoints dragged, picked by a rubber band, turned and scaled by the box around them.

It turns mouse and keys into edits of the Document; where keypoints are on screen is given by the canvas.
"""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPalette, QPen
from PySide6.QtWidgets import QWidget

from kpvp_gui.document.document import Document
from kpvp_gui.translation import tr

_GRIP = 5.0  # px, half a side of what the box is held by
_AROUND = 14.0  # px between the outermost keypoints and the box
_STEM = 22.0  # px from the box to what it is turned by
_REST_MS = 450  # after the last key before a nudge is one step of undo
_NUDGE = 1.0  # pixels of the frame
_TURN_STEP, _SCALE_STEP = math.radians(3), 1.04

_ARROWS = {
    Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1),
}  # fmt: skip
_TURNS = {Qt.Key.Key_Comma: (-1, 0), Qt.Key.Key_Period: (1, 0), Qt.Key.Key_Minus: (0, -1), Qt.Key.Key_Equal: (0, 1)}


class CanvasHand:
    """`press`, `drag` and `release` say whether they had a use for the mouse; then nobody else has."""

    def __init__(
        self, document: Document, canvas: QWidget, positions: Callable[[], np.ndarray], unit: Callable[[], float]
    ) -> None:
        """`positions`: float [K, 2] on screen at the playhead. `unit`: half pictures per px of the screen."""
        self._document, self._editing, self._canvas = document, document.editing, canvas
        self._positions, self._unit = positions, unit
        self._doing = ""  # "", "wait", "move", "turn", "scale" or "band"
        self._held: int | None = None
        self._press = self._at = QPointF()
        self._box = QRectF()
        self._adding = False
        self._nudged = np.zeros(4)  # x, y in half pictures, angle, log of the scale
        self._rest = QTimer(canvas, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self._end_nudge)

    # The mouse

    def press(self, position: QPointF, keypoint: int | None, adding: bool) -> bool:
        """The left button went down, over a keypoint or not; `adding` to the selection."""
        self._end_nudge()
        self._press = self._at = position
        self._held, self._adding, self._doing = keypoint, adding, ""
        if keypoint is None and self._editing.active and (grip := self.grip_at(position)):
            self._box = self.box()
            if self._editing.begin(self._document.selection):
                self._doing = grip
        elif keypoint is not None:
            self._doing = "wait"
        elif self._editing.active:
            self._doing = "band"
        return bool(self._doing)

    def drag(self, position: QPointF, threshold: int) -> bool:
        """The mouse moved with the button down."""
        self._at = position
        far = (position - self._press).manhattanLength() >= threshold
        if self._doing == "wait" and far:
            self._begin_move()
        if self._doing == "move":
            way = (position - self._press) * self._unit()
            self._editing.move(np.array([way.x(), way.y()]))
        elif self._doing in ("turn", "scale"):
            self._turn(position)
        elif self._doing == "band":
            self._canvas.update()
        return bool(self._doing)

    def release(self) -> bool:
        """The button came up. False: it was a click, which picks."""
        doing, self._doing = self._doing, ""
        if doing == "move":
            self._editing.finish()
        elif doing in ("turn", "scale"):
            self._editing.finish(tr("Rotate") if doing == "turn" else tr("Scale"))
        elif doing == "band":
            self._canvas.update()
            if (self._at - self._press).manhattanLength() < 3:
                return False
            self._take_band()
        return doing not in ("", "wait")

    def let_go(self) -> bool:
        """Give up what is being done; whether anything was."""
        doing, self._doing = self._doing, ""
        busy = doing not in ("", "wait") or self._rest.isActive()
        self._rest.stop()
        self._nudged[:] = 0
        self._editing.abandon()
        self._canvas.update()
        return busy

    def _begin_move(self) -> None:
        assert self._held is not None
        if self._held not in self._document.selection:
            self._document.select_keypoints(self._document.selection | {self._held} if self._adding else {self._held})
        self._doing = "move" if self._editing.begin(self._document.selection) else ""

    def _turn(self, position: QPointF) -> None:
        centre = self._box.center()
        before, now = self._press - centre, position - centre
        if self._doing == "turn":
            self._editing.turn(math.atan2(now.y(), now.x()) - math.atan2(before.y(), before.x()), 1.0)
        else:
            ratio = math.hypot(now.x(), now.y()) / max(math.hypot(before.x(), before.y()), 1.0)
            self._editing.turn(0.0, max(ratio, 0.05))

    def _take_band(self) -> None:
        band = QRectF(self._press, self._at).normalized()
        shown = self._document.marks.is_shown
        inside = {k for k, point in enumerate(self._positions()) if shown(k) and band.contains(QPointF(*point))}
        self._document.select_keypoints(self._document.selection | inside if self._adding else inside)

    # The keys

    def key(self, key: int, alt: bool) -> bool:
        """Alt with arrows moves the selection, with comma and full stop turns it, with minus and equals scales it."""
        if not alt or not self._document.selection or key not in _ARROWS.keys() | _TURNS.keys():
            return False
        if not self._rest.isActive() and not self._editing.begin(self._document.selection):
            return False
        turns = key in _TURNS
        if self._rest.isActive() and turns != bool(self._nudged[2:].any()):  # the other kind is another step
            self._end_nudge()
            self._editing.begin(self._document.selection)
        if turns:
            self._nudged[2:] += _TURNS[Qt.Key(key)]
            self._editing.turn(self._nudged[2] * _TURN_STEP, _SCALE_STEP ** self._nudged[3])
        else:
            record = self._document.clips.current
            assert record is not None
            self._nudged[:2] += _ARROWS[Qt.Key(key)]
            self._editing.move(self._nudged[:2] * _NUDGE * 2 / (record.source.shape[1] - 1))
        self._rest.start()
        return True

    def _end_nudge(self) -> None:
        if self._nudged.any():
            self._rest.stop()
            self._editing.finish(tr("Turn") if self._nudged[2:].any() else tr("Bend motion"))
            self._nudged[:] = 0

    # What is drawn for it

    def box(self) -> QRectF:
        """Around two or more selected keypoints, on screen; empty with fewer."""
        chosen = sorted(self._document.selection)
        if len(chosen) < 2 or not self._editing.active:
            return QRectF()
        points = self._positions()[chosen]
        return QRectF(QPointF(*points.min(0)), QPointF(*points.max(0))).adjusted(-_AROUND, -_AROUND, _AROUND, _AROUND)

    def grip_at(self, position: QPointF) -> str:
        """What the box is held by there: "turn", "scale" or nothing."""
        box = self.box()
        if box.isNull():
            return ""
        if _near(position, _knob(box)):
            return "turn"
        return "scale" if any(_near(position, corner) for corner in _corners(box)) else ""

    def paint(self, painter: QPainter) -> None:
        accent = self._canvas.palette().color(QPalette.ColorRole.Highlight)
        if self._doing == "band":
            fill = QColor(accent)
            fill.setAlphaF(0.16)
            painter.setPen(QPen(accent, 1))
            painter.setBrush(fill)
            painter.drawRect(QRectF(self._press, self._at).normalized())
        box = self.box()
        if box.isNull() or self._doing == "move":
            return
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for colour, width in ((QColor(12, 13, 16, 150), 3.0), (QColor("white"), 1.0)):
            painter.setPen(QPen(colour, width))
            painter.drawRoundedRect(box, 3, 3)
            painter.drawLine(QPointF(box.center().x(), box.top()), _knob(box))
        painter.setPen(QPen(QColor(12, 13, 16, 200), 1))
        painter.setBrush(QColor("white"))
        for corner in _corners(box):
            painter.drawRect(QRectF(corner.x() - 3.5, corner.y() - 3.5, 7, 7))
        painter.setBrush(accent)
        painter.drawEllipse(_knob(box), _GRIP, _GRIP)


def _corners(box: QRectF) -> tuple[QPointF, ...]:
    return box.topLeft(), box.topRight(), box.bottomLeft(), box.bottomRight()


def _knob(box: QRectF) -> QPointF:
    return QPointF(box.center().x(), box.top() - _STEM)


def _near(a: QPointF, b: QPointF) -> bool:
    return math.hypot(a.x() - b.x(), a.y() - b.y()) <= _GRIP + 3
