"""How a picture lies in a view: fitted, or enlarged about a point and moved by hand. Knows rectangles only."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF

LARGEST = 16.0  # px of the widget per pixel of the picture


class Zoom:
    """`factor`: widget pixels per pixel of the picture; 0 fits it into the view."""

    def __init__(self) -> None:
        self.factor = 0.0
        self._pan = QPointF()

    @staticmethod
    def fitting(room: QRectF, width: float, height: float) -> float:
        """The factor at which a picture just fits."""
        return min(room.width() / width, room.height() / height)

    def rect(self, room: QRectF, width: float, height: float) -> QRectF:
        """Where a picture of width x height is, in the view's coordinates."""
        factor = self.factor or self.fitting(room, width, height)
        size = QPointF(width * factor, height * factor)
        corner = room.center() - size / 2 + (self._pan if self.factor else QPointF())
        return QRectF(corner, corner + size)

    def set(self, factor: float, about: QPointF | None, room: QRectF, width: float, height: float) -> None:
        """Enlarge (0: fit), keeping the point `about` of the view where it is; None: the picture's middle."""
        factor = min(factor, LARGEST) if factor > 0 else 0.0
        old = self.rect(room, width, height)
        self._pan, self.factor = QPointF(), factor
        if factor and about is not None:
            share = QPointF((about.x() - old.x()) / old.width(), (about.y() - old.y()) / old.height())
            middle = about + QPointF((0.5 - share.x()) * width, (0.5 - share.y()) * height) * factor
            self._pan = middle - room.center()
        self._keep_in_sight(width, height)

    @property
    def pan(self) -> QPointF:
        return QPointF(self._pan)

    def move_to(self, pan: QPointF, width: float, height: float) -> None:
        """Move an enlarged picture by `pan` from the view's middle."""
        self._pan = QPointF(pan)
        self._keep_in_sight(width, height)

    def _keep_in_sight(self, width: float, height: float) -> None:
        """At least the middle of the view shows picture."""
        reach_x, reach_y = width * self.factor / 2, height * self.factor / 2
        self._pan = QPointF(max(-reach_x, min(self._pan.x(), reach_x)), max(-reach_y, min(self._pan.y(), reach_y)))
