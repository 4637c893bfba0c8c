"""The three steps of a run as a rail: done, under way, to come. A click chooses whose curves are shown."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QHelpEvent, QPainter, QPalette
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from kpvp_gui.runs.steps import Step
from kpvp_gui.translation import marked, tr
from kpvp_gui.widgets import icons
from kpvp_gui.widgets.theme import text_font

_DISC = 22  # px
_BAR = 4
_HINT = marked("Click a step to see its curves  (Left, Right)")


class RunRail(QWidget):
    """`chosen` with a step's number, by mouse or arrow keys."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.steps: list[Step] = []
        self.shown = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleDescription(tr(_HINT))

    def sizeHint(self) -> QSize:
        return QSize(480, 56)

    def set_steps(self, steps: list[Step], shown: int) -> None:
        """Show `steps`, and that the curves are those of step number `shown`."""
        if (steps, shown) != (self.steps, self.shown):
            self.steps, self.shown = steps, shown
            words = [
                tr("step {number}, {title}: {fraction:.0%}", number=n + 1, title=s.title, fraction=s.fraction)
                for n, s in enumerate(steps)
            ]
            self.setAccessibleName("; ".join(words))
            self.update()

    def _step_rect(self, number: int) -> QRectF:
        width = self.width() / max(len(self.steps), 1)
        return QRectF(number * width, 0, width, self.height())

    def paintEvent(self, event) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for number, step in enumerate(self.steps):
            self._paint_step(painter, number, step)

    def _paint_step(self, painter: QPainter, number: int, step: Step) -> None:
        colour = self.palette().color
        accent, idle = colour(QPalette.ColorRole.Highlight), colour(QPalette.ColorRole.Mid)
        rect = self._step_rect(number).adjusted(0, 0, -16, 0)
        disc = QRectF(rect.left() + 1, 2, _DISC, _DISC)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(accent if step.state != "waiting" else idle)
        painter.drawEllipse(disc)
        ink = colour(QPalette.ColorRole.HighlightedText if step.state != "waiting" else QPalette.ColorRole.Text)
        if step.state == "done":
            icons.paint(painter, "check", disc.adjusted(3, 3, -3, -3), ink)
        else:
            painter.setFont(text_font(12))
            painter.setPen(ink)
            painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, str(number + 1))
        font = text_font()
        font.setBold(number == self.shown)
        painter.setFont(font)
        painter.setPen(
            colour(QPalette.ColorRole.Text if step.state != "waiting" else QPalette.ColorRole.PlaceholderText)
        )
        room = QRectF(disc.right() + 8, disc.top(), rect.right() - disc.right() - 8, disc.height())
        title = QFontMetricsF(font).elidedText(step.title, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, title)
        if self.hasFocus() and number == self.shown:
            painter.setPen(accent)
            painter.drawLine(QPointF(room.left(), room.bottom() - 1), QPointF(room.left() + 24, room.bottom() - 1))
        self._paint_bars(painter, rect, step, accent, idle)

    def _paint_bars(self, painter: QPainter, rect: QRectF, step: Step, accent: QColor, idle: QColor) -> None:
        gap = 8
        width = (rect.width() - gap * (len(step.parts) - 1)) / len(step.parts)
        painter.setFont(text_font(11))
        for index, (label, fraction) in enumerate(step.parts):
            bar = QRectF(rect.left() + index * (width + gap), 32, width, _BAR)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(idle)
            painter.drawRoundedRect(bar, 2, 2)
            if fraction > 0:
                painter.setBrush(accent)
                painter.drawRoundedRect(QRectF(bar.left(), bar.top(), max(_BAR, width * fraction), _BAR), 2, 2)
            painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
            words = f"{label}  {fraction:.0%}".replace("%", " %").strip() if fraction < 1 else label
            painter.drawText(QRectF(bar.left(), 38, width, 16), Qt.AlignmentFlag.AlignVCenter, words)

    def tip(self, position: QPointF) -> str:
        """What the tooltip says of the step under a point: all of its title, which may be cut off."""
        under = next((step for n, step in enumerate(self.steps) if self._step_rect(n).contains(position)), None)
        return f"{under.title}\n{tr(_HINT)}" if under is not None else ""

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.tip(QPointF(event.pos())), self)
            return True
        return super().event(event)

    def mousePressEvent(self, event) -> None:
        for number in range(len(self.steps)):
            if self._step_rect(number).contains(event.position()):
                self.chosen.emit(number)

    def keyPressEvent(self, event) -> None:
        move = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if move is None:
            super().keyPressEvent(event)
        elif 0 <= self.shown + move < len(self.steps):
            self.chosen.emit(self.shown + move)

    def focusInEvent(self, event) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event) -> None:
        super().focusOutEvent(event)
        self.update()
