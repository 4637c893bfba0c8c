"""The cells of the grid as pictures at the playhead. A click keeps one; the button on it spreads out more like it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QKeyEvent, QPainter, QPainterPath, QPalette, QPen
from PySide6.QtWidgets import QToolTip, QWidget

from kpvp_gui.document import sentences
from kpvp_gui.document.playback import Playback
from kpvp_gui.futures.futures_grid import SIDE, Cell, FuturesGrid
from kpvp_gui.shown import shown
from kpvp_gui.translation import tr
from kpvp_gui.widgets import icons, pictures
from kpvp_gui.widgets.theme import text_font

_GAP, _MARGIN, _BUTTON = 8, 16, 20
_LINE = 14  # px of a line of the caption over the foot of a picture
_WAYS = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1)}


class GridCells(QWidget):
    """Arrows choose a cell, Enter keeps it, M spreads out more like it. `more_wanted` carries a cell's id."""

    more_wanted = Signal(str)

    def __init__(self, grid: FuturesGrid, playback: Playback, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid, self._playback = grid, playback
        self._mouse = QPointF(-1, -1)
        self.chosen = 0  # by the arrow keys
        self.setMouseTracking(True)
        self.setMinimumSize(240, 240)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Grid of futures"))
        self.setAccessibleDescription(tr("Arrow keys choose a future, Enter keeps it, M shows more like it."))
        grid.changed.connect(self._changed)
        grid.cell_changed.connect(lambda _: self.update())
        playback.playhead_changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(600, 400)

    def _changed(self) -> None:
        self.chosen = 0
        self.update()

    # Where things are

    @property
    def columns(self) -> int:
        """As many as make the squares largest; rows of actions stay rows where that costs little."""
        count = max(1, len(self._grid.cells))
        return max((SIDE, 2 * SIDE), key=lambda n: self._side(n, -(-count // n)))

    def _side(self, columns: int, rows: int) -> int:
        across = (self.width() - 2 * _MARGIN - (columns - 1) * _GAP) / columns
        down = (self.height() - 8 - (rows - 1) * _GAP) / rows
        return max(1, int(min(across, down)))

    def rect_of(self, position: int) -> QRectF:
        """The square of the cell at `position`."""
        columns, count = self.columns, max(1, len(self._grid.cells))
        rows = -(-count // columns)
        side = self._side(columns, rows)
        left = (self.width() - columns * side - (columns - 1) * _GAP) // 2
        top = max(0, (self.height() - 8 - rows * side - (rows - 1) * _GAP) // 2)
        row, column = divmod(position, columns)
        return QRectF(left + column * (side + _GAP), top + row * (side + _GAP), side, side)

    def more_rect(self, position: int) -> QRectF:
        """Its button for more like it."""
        cell = self.rect_of(position)
        return QRectF(cell.right() - _BUTTON - 4, cell.top() + 4, _BUTTON, _BUTTON)

    def cell_at(self, point: QPointF) -> int | None:
        return next((i for i in range(len(self._grid.cells)) if self.rect_of(i).contains(point)), None)

    # Painting

    def paintEvent(self, event) -> None:
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.SmoothPixmapTransform | QPainter.RenderHint.Antialiasing)
        if not self._grid.cells:
            painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(self.rect(), flags, tr("Open a photo: sixteen of its futures play here at once."))
        under = self.cell_at(self._mouse)
        for position, cell in enumerate(self._grid.cells):
            self._paint_cell(painter, self.rect_of(position), position, cell, position == under)

    def _paint_cell(self, painter: QPainter, rect: QRectF, position: int, cell: Cell, hovered: bool) -> None:
        palette, record = self.palette(), cell.record
        shape = QPainterPath()
        shape.addRoundedRect(rect, 6, 6)
        painter.setClipPath(shape)
        painter.fillRect(rect, palette.color(QPalette.ColorRole.Mid))
        if record is not None:
            index = record.nearest_ready(self._playback.playhead % record.n_frames)
            painter.drawImage(rect, pictures.image(record.source if index is None else record.frames[index]))
        self._paint_caption(painter, rect, cell)
        painter.setClipping(False)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        focused = self.hasFocus() and position == self.chosen
        if cell.kept or cell.wanted:
            painter.setPen(QPen(palette.color(QPalette.ColorRole.Highlight), 2))
            painter.drawRoundedRect(rect.adjusted(-1, -1, 1, 1), 7, 7)
        elif hovered or focused:
            painter.setPen(QPen(palette.color(QPalette.ColorRole.Text), 1))
            painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        if focused:
            painter.setPen(QPen(palette.color(QPalette.ColorRole.Text), 1, Qt.PenStyle.DotLine))
            painter.drawRoundedRect(rect.adjusted(-3, -3, 3, 3), 8, 8)
        if hovered or focused:
            self._paint_button(painter, self.more_rect(position), "grid")
        if cell.kept:
            self._paint_button(painter, QRectF(rect.left() + 4, rect.top() + 4, _BUTTON, _BUTTON), "check")

    def _paint_button(self, painter: QPainter, rect: QRectF, name: str) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(18, 19, 23, 230 if rect.contains(self._mouse) else 165))
        painter.drawEllipse(rect)
        icons.paint(painter, name, rect.adjusted(4, 4, -4, -4), QColor("#ffffff"))

    def _paint_caption(self, painter: QPainter, rect: QRectF, cell: Cell) -> None:
        painter.setFont(text_font(11))
        metrics = painter.fontMetrics()
        lines, seed = caption_lines(*words(cell), int(rect.width()) - 12, metrics.horizontalAdvance)
        height = _LINE * len(lines) + 2
        foot = QRectF(rect.left(), rect.bottom() - height, rect.width(), height)
        painter.fillRect(foot, QColor(18, 19, 23, 150))
        painter.setPen(QColor("#f2f2f5"))
        for number, line in enumerate(lines):
            room = QRectF(foot.left() + 6, foot.top() + 1 + _LINE * number, foot.width() - 12, _LINE)
            if number == len(lines) - 1:
                painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, seed)
                room.setWidth(room.width() - metrics.horizontalAdvance(seed) - 6)
            cut = metrics.elidedText(line, Qt.TextElideMode.ElideRight, int(room.width()))
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, cut)

    # Mouse and keys

    def mouseMoveEvent(self, event) -> None:
        self._mouse = event.position()
        on_cell = self.cell_at(self._mouse) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if on_cell else Qt.CursorShape.ArrowCursor)
        self.update()

    def leaveEvent(self, event) -> None:
        self._mouse = QPointF(-1, -1)
        self.update()

    def mouseReleaseEvent(self, event) -> None:
        position = self.cell_at(event.position())
        if event.button() != Qt.MouseButton.LeftButton or position is None:
            return
        self.chosen = position
        cell = self._grid.cells[position]
        if self.more_rect(position).contains(event.position()):
            self.more_wanted.emit(cell.id)
        else:
            self._grid.keep(cell.id)

    def keyPressEvent(self, event) -> None:
        count = len(self._grid.cells)
        way = _WAYS.get(event.key())
        if way is not None and count:
            moved = self.chosen + way[0] + way[1] * self.columns
            self.chosen = moved if 0 <= moved < count else self.chosen
            self.update()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and count:
            self._grid.keep(self._grid.cells[self.chosen].id)
        elif event.key() == Qt.Key.Key_M and count and not event.modifiers():
            self.more_wanted.emit(self._grid.cells[self.chosen].id)
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        overriding = event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if overriding and event.key() == Qt.Key.Key_M and not event.modifiers():
            event.accept()  # here, M is no command of the window
            return True
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            at = QPointF(event.pos())
            position = self.cell_at(at)
            if position is not None:
                keep = tr("{future}: click to keep", future=" · ".join(words(self._grid.cells[position])))
                on_button = self.more_rect(position).contains(at)
                QToolTip.showText(event.globalPos(), tr("More like this  (M)") if on_button else keep, self)
            return True
        return super().event(event)

    def focusInEvent(self, event) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event) -> None:
        super().focusOutEvent(event)
        self.update()


def words(cell: Cell) -> tuple[str, str]:
    """("squats", "seed 7")."""
    inputs = cell.inputs
    names = sorted(inputs.active_actions().items(), key=lambda pair: -pair[1])
    action = " + ".join(shown(name) for name, _ in names)
    return action, sentences.of_latent(inputs.seed, inputs.z)


def caption_lines(action: str, seed: str, room: int, width: Callable[[str], int]) -> tuple[list[str], str]:
    """The lines of an action, and the seed that stands behind the last one, in `room` px.

    What does not fit is said with less first: without the word "seed", then in two lines, parted where they are most
    alike in length. width: of a text, in px.
    """
    if width(action + seed) + 12 > room:
        seed = seed.removeprefix(tr("seed "))
    parts = action.split(" ")
    if width(action) + width(seed) + 6 <= room or len(parts) == 1:
        return [action], seed
    halves = [(" ".join(parts[:n]), " ".join(parts[n:])) for n in range(1, len(parts))]
    first, last = min(halves, key=lambda pair: max(width(pair[0]), width(pair[1]) + width(seed) + 6))
    return [first, last], seed
