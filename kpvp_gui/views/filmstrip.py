"""The paper's figure of the current clip: prediction, synthesized image, mask and keypoints at T = 4, 8, ..., 32.

Cells are drawn by `paper_figure.cell` at the size they have on screen, a few in each turn of the event loop.
"""

from __future__ import annotations

import time
from typing import cast

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QColor, QFont, QGuiApplication, QPainter, QPainterPath, QPalette, QPen, QPixmap
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from engine.clip import Clip
from engine.formats import paper_figure
from kpvp_gui.background.jobs import Job
from kpvp_gui.document.clip_record import ClipRecord
from kpvp_gui.document.document import Document
from kpvp_gui.shown import capitalized, shown
from kpvp_gui.translation import tr
from kpvp_gui.widgets import pictures
from kpvp_gui.widgets.icons import icon
from kpvp_gui.widgets.theme import tabular_font, text_font

_BUDGET = 0.006  # s of drawing cells in one turn of the event loop
_MARGIN, _GAP, _HEADER, _LABELS = 16, 4, 24, 84
_MIN_CELL, _MAX_CELL = 24, 192


class Filmstrip(QWidget):
    """Click or drag goes to a column's frame; the arrows step by columns. The context menu chooses rows.

    `save_wanted` carries the finished Clip and the rows shown.
    """

    save_wanted = Signal(object, object)

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clips, self._playback, self._report = document.clips, document.playback, document.report
        self._record: ClipRecord | None = None
        self.rows: tuple[str, ...] = ()  # shown, of `paper_figure.ROWS`
        self.times: tuple[int, ...] = ()  # T of every column: it stands for the frames up to its own
        self._cells: dict[tuple[str, int], QPixmap] = {}
        self._outdated: set[tuple[str, int]] = set()  # cells whose frames became others
        self._cell_pixels = self._cell = self._column_gap = 0
        self._fonts = (text_font(12), tabular_font(11), tabular_font(11))
        self._fonts[2].setWeight(QFont.Weight.DemiBold)
        self._column = -1
        self._hover: int | None = None
        self._scrubbing = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAccessibleName(tr("Filmstrip"))
        self.setAccessibleDescription(tr("The clip at eight times; the arrow keys go from one to the next."))
        self.setToolTip(tr("Click a column to go to its frame  (Left, Right)"))
        self._work = QTimer(self, interval=0)
        self._work.timeout.connect(self._draw_some)
        self.row_actions = self._make_row_actions()
        self.copy_action = QAction(icon("copy"), tr("&Copy as picture"), self)
        self.copy_action.triggered.connect(self.copy_picture)
        self.save_action = QAction(icon("export"), tr("&Save figure..."), self)
        self.save_action.triggered.connect(self._ask_to_save)
        self.menu_button = self._make_menu_button()
        self._clips.current_changed.connect(self._clip_changed)
        document.making.clip_finished.connect(self._clip_finished)
        document.making.frames_arrived.connect(self._frames_arrived)
        self._playback.playhead_changed.connect(self._playhead_changed)
        self._clip_changed()

    def _make_row_actions(self) -> dict[str, QAction]:
        actions = {}
        for row in paper_figure.ROWS:
            act = actions[row] = QAction(capitalized(row), self)
            act.setCheckable(True)
            act.setChecked(True)
            act.toggled.connect(lambda _: self._rows_changed())
        return actions

    def _make_menu_button(self) -> QToolButton:
        """For the heading over the filmstrip."""
        button = QToolButton()
        button.setIcon(icon("more"))
        button.setIconSize(QSize(12, 12))
        button.setAutoRaise(True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setToolTip(tr("Rows, copy, save"))
        button.setAccessibleName(tr("Filmstrip menu"))
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setMenu(self._make_menu())
        return button

    def _make_menu(self) -> QMenu:
        menu = QMenu(self)
        menu.addActions(list(self.row_actions.values()))
        menu.addSeparator()
        menu.addActions((self.copy_action, self.save_action))
        menu.aboutToShow.connect(self._enable_actions)
        return menu

    def sizeHint(self) -> QSize:
        return QSize(480, 210)

    def minimumSizeHint(self) -> QSize:
        rows = max(1, len(self.rows))
        height = _HEADER + rows * _MIN_CELL + (rows - 1) * _GAP + _MARGIN // 2
        return QSize(_LABELS + 2 * _MARGIN + 8 * (_MIN_CELL + _GAP), height)

    # What is shown

    def cell_rect(self, row: int, column: int) -> QRect:
        """Where a cell is, in pixels of the widget."""
        size, gap = self._cell, self._column_gap
        return QRect(_MARGIN + _LABELS + column * (size + gap), _HEADER + row * (size + _GAP), size, size)

    def _measure(self) -> None:
        """As large as panel, columns and rows allow; what is left over widens the gaps a little."""
        columns, rows = max(1, len(self.times)), len(self.rows)
        across = (self.width() - 2 * _MARGIN - _LABELS - (columns - 1) * _GAP) // columns
        down = (self.height() - _HEADER - _MARGIN // 2 - (rows - 1) * _GAP) // rows
        self._cell = max(_MIN_CELL, min(across, down, _MAX_CELL))
        spare = self.width() - 2 * _MARGIN - _LABELS - columns * self._cell - (columns - 1) * _GAP
        self._column_gap = _GAP + min(12, max(0, spare) // max(1, columns - 1))

    def _clip_changed(self) -> None:
        self._record = self._clips.current
        self._restart()

    def _clip_finished(self, clip_id: str) -> None:
        if self._record is not None and self._record.id == clip_id:
            self._work.start()

    def _rows_changed(self) -> None:
        if any(act.isChecked() for act in self.row_actions.values()):
            self._restart()
        else:  # a strip of nothing cannot be clicked back
            self.row_actions["prediction"].setChecked(True)

    def _restart(self) -> None:
        """Measure, and draw all cells again."""
        self.rows = tuple(row for row, act in self.row_actions.items() if act.isChecked())
        frames = self._record.n_frames if self._record else paper_figure.TIMES[-1]
        self.times = tuple(t for t in paper_figure.TIMES if t <= frames)
        self.updateGeometry()
        self._measure()
        self._cells.clear()
        self._outdated.clear()
        self._cell_pixels = round(self._cell * self.devicePixelRatioF())
        self._column = self._current_column()
        self._work.start()
        self.update()

    def _frames_arrived(self, clip_id: str, start: int, stop: int) -> None:
        if self._record is not None and self._record.id == clip_id:
            self._outdated |= {cell for cell in self._cells if start < cell[1] <= stop}  # as of a clip being edited
            self._work.start()

    def _draw_some(self) -> None:
        """Draw missing cells of arrived frames until the budget of this turn is spent."""
        until = time.perf_counter() + _BUDGET
        record = self._record
        if record is not None and record.frames is not None:
            for column, t in enumerate(self.times):
                if not record.is_ready(t - 1):
                    continue
                for position, row in enumerate(self.rows):
                    if (row, t) in self._cells and (row, t) not in self._outdated:
                        continue
                    if time.perf_counter() > until:
                        return
                    array = paper_figure.cell(cast(Clip, record), row, t - 1, self._cell_pixels)  # has what it needs
                    pixmap = QPixmap.fromImage(pictures.image(array))
                    pixmap.setDevicePixelRatio(self.devicePixelRatioF())
                    self._cells[row, t] = pixmap
                    self._outdated.discard((row, t))
                    self.update(self.cell_rect(position, column))
        self._work.stop()

    # The current column

    def _current_column(self) -> int:
        if self._record is None:
            return -1
        after = [column for column, t in enumerate(self.times) if t - 1 >= self._playback.playhead]
        return after[0] if after else len(self.times) - 1

    def _playhead_changed(self, _frame: int) -> None:
        column = self._current_column()
        if column != self._column:
            for changed in (column, self._column):
                self.update(self._column_rect(changed))
            self._column = column

    def _column_rect(self, column: int) -> QRect:
        top, bottom = self.cell_rect(0, column), self.cell_rect(len(self.rows) - 1, column)
        return top.united(bottom).adjusted(-4, -_HEADER, 4, 4)

    def column_at(self, position: QPointF) -> int | None:
        """The column under a point of the widget: the gaps belong to the nearer one."""
        if self._record is None or position.x() < _MARGIN + _LABELS - _GAP:
            return None
        rects = [self.cell_rect(0, column) for column in range(len(self.times))]
        if not rects or position.x() > rects[-1].right() + _GAP:
            return None
        return min(range(len(rects)), key=lambda column: abs(rects[column].center().x() - position.x()))

    def _go_to(self, column: int) -> None:
        if 0 <= column < len(self.times):
            self._playback.scrub(self.times[column] - 1)

    # Painting

    def paintEvent(self, event) -> None:
        painter = QPainter(self)
        palette = self.palette()
        quiet = palette.color(QPalette.ColorRole.PlaceholderText)
        painter.setFont(self._fonts[0])
        painter.setPen(quiet)
        region = event.region()  # not its bounds: between the columns that the playhead left and came to lie others
        for position, row in enumerate(self.rows):
            rect = self.cell_rect(position, 0)
            label = QRect(_MARGIN, rect.top(), _LABELS - 12, rect.height())
            if not region.intersects(label):
                continue
            painter.drawText(label, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown(row))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for column, t in enumerate(self.times):
            if region.intersects(self._column_rect(column)):
                self._paint_column(painter, column, t)

    def _paint_column(self, painter: QPainter, column: int, t: int) -> None:
        palette = self.palette()
        accent = palette.color(QPalette.ColorRole.Highlight)
        current = column == self._column
        first = self.cell_rect(0, column)
        painter.setFont(self._fonts[2 if current else 1])
        painter.setPen(accent if current else palette.color(QPalette.ColorRole.PlaceholderText))
        header = QRect(first.left() - 6, 0, first.width() + 12, _HEADER - 2)
        painter.drawText(header, Qt.AlignmentFlag.AlignCenter, f"T = {t}" if first.width() >= 36 else str(t))
        edge = QColor(palette.color(QPalette.ColorRole.Text))
        edge.setAlpha(36)
        for position, row in enumerate(self.rows):
            rect = QRectF(self.cell_rect(position, column))
            shape = QPainterPath()
            shape.addRoundedRect(rect, 4, 4)
            pixmap = self._cells.get((row, t))
            if pixmap is None:
                painter.fillPath(shape, palette.color(QPalette.ColorRole.Midlight))
                continue
            painter.save()
            painter.setClipPath(shape)
            painter.drawPixmap(rect.topLeft(), pixmap)
            painter.restore()
            painter.setPen(QPen(edge, 1))
            painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        if current or column == self._hover:
            if not current:
                accent.setAlphaF(0.4)
            last = self.cell_rect(len(self.rows) - 1, column)
            painter.setPen(QPen(accent, 2))
            painter.drawRoundedRect(QRectF(first.united(last)).adjusted(-1, -1, 1, 1), 5, 5)
        if current and self.hasFocus():
            painter.drawLine(QPointF(first.left(), _HEADER - 5), QPointF(first.right() + 1, _HEADER - 5))

    # Mouse and keys

    def mousePressEvent(self, event) -> None:
        column = self.column_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and column is not None:
            self._scrubbing = True
            self._go_to(column)

    def mouseMoveEvent(self, event) -> None:
        column = self.column_at(event.position())
        if self._scrubbing and column is not None:
            self._go_to(column)
        self._set_hover(column)

    def mouseReleaseEvent(self, event) -> None:
        self._scrubbing = False

    def leaveEvent(self, event) -> None:
        self._set_hover(None)

    def _set_hover(self, column: int | None) -> None:
        if column != self._hover:
            for changed in (column, self._hover):
                if changed is not None:
                    self.update(self._column_rect(changed))
            self._hover = column

    def keyPressEvent(self, event) -> None:
        match event.key():
            case Qt.Key.Key_Left:
                earlier = [c for c, t in enumerate(self.times) if t - 1 < self._playback.playhead]
                self._go_to(earlier[-1] if earlier else 0)
            case Qt.Key.Key_Right:
                later = [c for c, t in enumerate(self.times) if t - 1 > self._playback.playhead]
                self._go_to(later[0] if later else len(self.times) - 1)
            case Qt.Key.Key_Home:
                self._go_to(0)
            case Qt.Key.Key_End:
                self._go_to(len(self.times) - 1)
            case _:
                super().keyPressEvent(event)

    def resizeEvent(self, event) -> None:
        self._measure()
        if round(self._cell * self.devicePixelRatioF()) != self._cell_pixels:
            self._restart()

    def focusInEvent(self, event) -> None:
        self.update()

    def focusOutEvent(self, event) -> None:
        self.update()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._restart()
        return super().event(event)

    # The menu

    def contextMenuEvent(self, event) -> None:
        self._make_menu().popup(event.globalPos())

    def _enable_actions(self) -> None:
        finished = self._record is not None and self._record.finished
        for act in (self.copy_action, self.save_action):
            act.setEnabled(finished)

    def copy_picture(self) -> None:
        """Put the figure, with the rows shown here, on the clipboard."""
        if self._record is not None and self._record.finished:
            drawing = Job(paper_figure.draw, self._record.clip, self.rows)
            drawing.finished.connect(lambda array: QGuiApplication.clipboard().setImage(pictures.image(array)))
            drawing.failed.connect(self._report)
            drawing.start()

    def _ask_to_save(self) -> None:
        if self._record is not None and self._record.finished:
            self.save_wanted.emit(self._record.clip, self.rows)
