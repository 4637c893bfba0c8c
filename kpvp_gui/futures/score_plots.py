"""How near each compared clip comes to the real one over time: PSNR, SSIM and keypoint error, small."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPalette, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from kpvp_gui.document.playback import Playback
from kpvp_gui.futures.compare_pictures import letter_colour
from kpvp_gui.futures.comparison import Comparison, Scores
from kpvp_gui.translation import marked, tr
from kpvp_gui.widgets.theme import tabular_font, text_font

MEASURES = (
    ("psnr", "PSNR", "{:.1f} dB"),
    ("ssim", "SSIM", "{:.3f}"),
    ("keypoint_error", marked("Keypoint error"), "{:.1f} %"),
)
_HEADING, _LINE, _MARGIN = 20, 16, 16


class ScorePlots(QWidget):
    """A plot per measure, a curve per clip in its colour; the values at the playhead beside it."""

    def __init__(self, comparison: Comparison, playback: Playback, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._comparison, self._playback = comparison, playback
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("Scores against the real clip"))
        self.setToolTip(tr("Each frame against the real clip's; keypoint error in percent of the picture's side"))
        comparison.changed.connect(self._changed)
        playback.playhead_changed.connect(self.update)
        self._changed()

    def sizeHint(self) -> QSize:
        return QSize(480, _HEADING + 4 * _LINE + 12)

    def _changed(self) -> None:
        self.setVisible(self._comparison.shows_real)
        self.update()

    def values(self, name: str) -> list[tuple[int, np.ndarray]]:
        """(position of the clip, its scores float [T]) of a measure, as far as they are there."""
        found = []
        for position, record in enumerate(self._comparison.records):
            scores: Scores | None = self._comparison.scores.get(record.id)
            series = None if scores is None else getattr(scores, name)
            if series is not None:
                found.append((position, series))
        return found

    def paintEvent(self, event) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = (self.width() - 2 * _MARGIN - (len(MEASURES) - 1) * _MARGIN) / len(MEASURES)
        for column, (name, title, form) in enumerate(MEASURES):
            left = _MARGIN + column * (width + _MARGIN)
            self._paint_measure(painter, QRectF(left, 0, width, self.height() - 8), title, form, self.values(name))

    def _paint_measure(self, painter: QPainter, area: QRectF, title: str, form: str, values: list) -> None:
        palette, playhead = self.palette(), self._playback.playhead
        painter.setFont(text_font(12))
        painter.setPen(palette.color(QPalette.ColorRole.PlaceholderText))
        painter.drawText(area, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft, tr(title))
        painter.setFont(tabular_font(12))
        room = painter.fontMetrics().horizontalAdvance("A 00.000 dB") + 8
        plot = area.adjusted(0, _HEADING, -room, 0)
        painter.setPen(QPen(palette.color(QPalette.ColorRole.Mid), 1))
        painter.drawRect(plot)
        if not values:
            return
        low = min(float(series.min()) for _, series in values)
        high = max(float(series.max()) for _, series in values)
        last = max(1, max(len(series) for _, series in values) - 1)
        spread = max(high - low, 1e-6)
        inner = plot.adjusted(2, 4, -2, -4)
        x = inner.left() + inner.width() * min(playhead, last) / last
        painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()))
        for line, (position, series) in enumerate(values):
            colour = letter_colour(position)
            across = inner.left() + inner.width() * np.arange(len(series)) / last
            down = inner.bottom() - inner.height() * (series - low) / spread
            painter.setPen(QPen(QColor(colour), 1.5))
            painter.drawPolyline(QPolygonF([QPointF(a, b) for a, b in zip(across, down, strict=True)]))
            value = float(series[min(playhead, len(series) - 1)])
            beside = QRectF(plot.right() + 8, plot.top() + line * _LINE, room, _LINE)
            painter.drawText(beside, Qt.AlignmentFlag.AlignVCenter, f"{'ABCD'[position]}  {form.format(value)}")
