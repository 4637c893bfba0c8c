"""The curves of one plot of the trajectories, as a single item: one for each of hundreds would cost far more.

It knows arrays and pyqtgraph, no Document.
"""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen


class Curves(pg.GraphicsObject):
    """K curves over times 0..T. Pens are opaque and cosmetic: their widths are in pixels of the screen at any zoom."""

    def __init__(self) -> None:
        super().__init__()
        self.values = np.zeros((0, 0), np.float32)
        self.pens: list[QPen] = []
        self._order: list[int] = []
        self._paths: list[QPainterPath] = []
        self._bounds = QRectF()

    def set_values(self, values: np.ndarray) -> None:
        """float32 [T + 1, K], finite."""
        self.prepareGeometryChange()
        self.values = values
        times = np.arange(len(values), dtype=np.float64)
        columns = values.T.astype(np.float64)
        self._paths = [pg.arrayToQPath(times, column, finiteCheck=False) for column in columns]
        low, high = (float(values.min()), float(values.max())) if values.size else (0.0, 0.0)
        self._bounds = QRectF(0, low, max(len(values) - 1, 0), high - low)
        self.update()

    def set_styles(self, styles: list[tuple[QColor, float, int]]) -> None:
        """(colour, width in px, height in the stack) of every curve; below 0 it is not drawn."""
        self.pens = []
        for colour, width, _ in styles:
            pen = QPen(colour, width)
            pen.setCosmetic(True)
            self.pens.append(pen)
        self._order = sorted((k for k in range(len(styles)) if styles[k][2] >= 0), key=lambda k: styles[k][2])
        self.update()

    def boundingRect(self) -> QRectF:
        return self._bounds

    def paint(self, painter: QPainter, option, widget=None) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for k in self._order:
            if k < len(self._paths):
                painter.setPen(self.pens[k])
                painter.drawPath(self._paths[k])
