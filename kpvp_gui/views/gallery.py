"""Futures: every clip generated so far as a tile that plays under the mouse."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QMimeData,
    QModelIndex,
    QPoint,
    QPointF,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QAction, QDrag, QGuiApplication, QPainter, QPalette
from PySide6.QtWidgets import QAbstractItemView, QFrame, QInputDialog, QListView, QMenu, QWidget

from kpvp_gui.document.clip_record import ClipRecord
from kpvp_gui.document.document import Document
from kpvp_gui.futures.comparison import MOST_COMPARED
from kpvp_gui.translation import tr
from kpvp_gui.views.gallery_model import RECORD, GalleryModel
from kpvp_gui.views.gallery_order import GalleryOrder
from kpvp_gui.views.gallery_tile import AnyIndex, TileDelegate
from kpvp_gui.widgets import pictures
from kpvp_gui.widgets.icons import icon
from kpvp_gui.widgets.question import ask

_WIDTH = 104  # px of a tile at least; tiles share what is left over
_MARGIN = 12
_DRAGGED = 72  # px of the picture at the mouse
_MOVES = {
    getattr(Qt.Key, f"Key_{name}") for name in ("Up", "Down", "Left", "Right", "Home", "End", "PageUp", "PageDown")
}


class Gallery(QListView):
    """Click or arrows show a clip; star and menu are on the tile. `..._wanted` carry the id of a clip.

    Ctrl and Shift choose several, which are starred, exported or deleted at once. `dragged` gives what a drag of clips
    carries; without it no tile can be dragged.
    """

    export_wanted = Signal(str)
    export_several_wanted = Signal(object)  # ids
    several_wanted = Signal(object, bool)  # ids to compare, or to move between
    copy_wanted = Signal(str)
    compare_wanted = Signal(str)
    more_wanted = Signal(str)

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document, self._clips = document, document.clips
        self.listed = self._model = GalleryOrder(GalleryModel(document.clips, document.making, self), self)
        self.tiles = TileDelegate(self)
        self.dragged: Callable[[Iterable[ClipRecord]], QMimeData | None] | None = None
        self._following = False
        self.setModel(self._model)
        self.setItemDelegate(self.tiles)
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMovement(QListView.Movement.Static)
        self.setUniformItemSizes(True)
        self.setDragEnabled(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.viewport().setAutoFillBackground(False)
        self.setViewportMargins(_MARGIN, 0, 0, 0)
        self.setMinimumWidth(_MARGIN + _WIDTH + 16)
        self.setAccessibleName(tr("Futures"))
        self.setAccessibleDescription(tr("Every clip generated so far; the arrow keys choose one."))
        self._player = QTimer(self)
        self._player.timeout.connect(self._next_frame)
        self.tiles.star_clicked.connect(self._toggle_star)
        self.tiles.menu_clicked.connect(self._tile_menu)
        self.selectionModel().currentChanged.connect(self._chosen)
        for signal in (self._clips.current_changed, self._clips.added, self._clips.removed, self._clips.replaced):
            signal.connect(self._follow)
        self._follow()

    def sizeHint(self) -> QSize:
        return QSize(248, 400)

    def minimumSizeHint(self) -> QSize:
        return QSize(self.minimumWidth(), 80)

    # Between the Document's current clip and the list's

    def _follow(self) -> None:
        record = self._clips.current
        self.tiles.shown = record
        row = self._model.row_of(record)
        self._following = True
        try:
            index = self._model.index(row, 0) if row >= 0 else QModelIndex()
            if index != self.currentIndex():  # or several that are chosen would be one again
                # Said plainly: with Ctrl held, as for Ctrl+G, the view would add it to what is chosen.
                self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        finally:
            self._following = False
        self.viewport().update()

    def _chosen(self, index: QModelIndex, _before: QModelIndex) -> None:
        if not self._following and index.isValid():
            self._document.select_clip(index.data(RECORD).id)

    def chosen(self) -> list[ClipRecord]:
        """The clips that commands are about: those chosen together, else the one that is shown."""
        several = [index.data(RECORD) for index in self.selectedIndexes()]
        if len(several) > 1:
            return several
        return [self._clips.current] if self._clips.current in list(self._clips) else []

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        self.tiles.several = len(self.selectedIndexes()) > 1
        self.viewport().update()

    def rowsInserted(self, parent: AnyIndex, start: int, end: int) -> None:
        super().rowsInserted(parent, start, end)
        self.viewport().update()

    # Playing under the mouse

    def mouseMoveEvent(self, event) -> None:
        super().mouseMoveEvent(event)
        self.tiles.mouse = event.position()
        index = self.indexAt(event.position().toPoint())
        record = index.data(RECORD) if index.isValid() else None
        self._play(record)
        if index.isValid():
            self.update(index)

    def leaveEvent(self, event) -> None:
        super().leaveEvent(event)
        self.tiles.mouse = QPointF(-1, -1)
        self._play(None)

    def _play(self, record: ClipRecord | None) -> None:
        before = self.tiles.playing
        if (before[0] if before else None) is record:
            return
        self.tiles.playing = None if record is None else (record, 0)
        if record is None:
            self._player.stop()
        else:
            self._player.start(max(1, round(1000 / float(record.fps))))
        if before is not None:
            self.update(self._model.index(max(0, self._model.row_of(before[0])), 0))

    def _next_frame(self) -> None:
        if self.tiles.playing is None:
            return
        record, frame = self.tiles.playing
        frame = (frame + 1) % record.n_frames
        if record.is_ready(frame):
            self.tiles.playing = (record, frame)
            self.update(self._model.index(max(0, self._model.row_of(record)), 0))

    # Dragging out of the window

    def startDrag(self, supportedActions: Qt.DropAction) -> None:
        """Carry the chosen clips to another program, as files."""
        records = self.chosen()
        mime = self.dragged(records) if self.dragged is not None else None
        if mime is None:
            return
        drag = QDrag(self)
        drag.setMimeData(mime)
        drag.setPixmap(self.tiles.picture(records[0], _DRAGGED, self.devicePixelRatioF()))
        drag.setHotSpot(QPoint(_DRAGGED // 2, _DRAGGED // 2))
        drag.exec(Qt.DropAction.CopyAction)

    # What can be done with a tile

    def _toggle_star(self, index: QModelIndex) -> None:
        record = index.data(RECORD)
        self._document.star(record.id, not record.starred)

    def _tile_menu(self, index: QModelIndex, position: QPointF) -> None:
        self.menu(index.data(RECORD)).popup(self.viewport().mapToGlobal(position.toPoint() + QPoint(0, 4)))

    def menu(self, record: ClipRecord) -> QMenu:
        """The commands for one clip, or for all that are chosen if it is one of several."""
        together = self.chosen()
        if len(together) > 1 and record in together:
            return self._menu_of_several([each.id for each in together], all(each.starred for each in together))
        document, name = self._document, record.id
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

        def add(text: str, picture: str, do) -> QAction:
            act = menu.addAction(icon(picture), text)
            act.triggered.connect(lambda _=False: do())
            return act

        add(tr("&Export..."), "export", lambda: self.export_wanted.emit(name))
        add(tr("Copy c&lip"), "copy", lambda: self.copy_wanted.emit(name))
        add(tr("&Copy picture"), "copy", lambda: self._copy(record))
        add(tr("Co&mpare"), "compare", lambda: self.compare_wanted.emit(name))
        add(tr("&More like this"), "grid", lambda: self.more_wanted.emit(name))
        add(tr("Re&name..."), "tag", lambda: self._ask_name(record))
        add(tr("&Reuse these inputs"), "reuse", lambda: document.reuse(name))
        menu.addSeparator()
        star = tr("Remove &star") if record.starred else tr("&Star")
        add(star, "star-filled" if record.starred else "star", lambda: document.star(name, not record.starred))
        add(tr("&Delete"), "trash", lambda: document.delete_clip(name))
        return menu

    def _menu_of_several(self, names: list[str], starred: bool) -> QMenu:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        star = tr("Remove &star from %n", "", len(names)) if starred else tr("&Star %n futures", "", len(names))
        act = menu.addAction(icon("star-filled" if starred else "star"), star)
        act.triggered.connect(lambda _=False: self._document.star_clips(names, not starred))
        if len(names) <= MOST_COMPARED:
            act = menu.addAction(icon("compare"), tr("Co&mpare %n futures", "", len(names)))
            act.triggered.connect(lambda _=False: self.several_wanted.emit(names, False))
            act = menu.addAction(icon("bend"), tr("Move &between %n futures", "", len(names)))
            act.triggered.connect(lambda _=False: self.several_wanted.emit(names, True))
        act = menu.addAction(icon("export"), tr("&Export %n futures...", "", len(names)))
        act.triggered.connect(lambda _=False: self.export_several_wanted.emit(names))
        act = menu.addAction(icon("trash"), tr("&Delete %n futures", "", len(names)))
        act.triggered.connect(lambda _=False: self._document.delete_clips(names))
        return menu

    def _ask_name(self, record: ClipRecord) -> None:
        question = QInputDialog(self)
        question.setWindowTitle(tr("Rename the future"))
        question.setLabelText(tr("Name; empty for none"))
        question.setTextValue(record.name)
        question.textValueSelected.connect(lambda name: self._document.rename_clip(record.id, name))
        ask(question)

    def _copy(self, record: ClipRecord) -> None:
        """Its picture goes to the clipboard: the shown clip's as shown, another's as on its tile."""
        shown = self._document.playback.playhead if record is self._clips.current else record.n_frames // 2
        frame = record.nearest_ready(shown)
        array = record.thumbnail if frame is None else record.frames[frame]
        if array is not None:
            QGuiApplication.clipboard().setImage(pictures.image(array))

    def contextMenuEvent(self, event) -> None:
        by_key = event.reason() == event.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        if index.isValid():
            position = self.visualRect(index).center() if by_key else event.pos()
            self.menu(index.data(RECORD)).popup(self.viewport().mapToGlobal(position))

    def keyPressEvent(self, event) -> None:
        match event.key():
            case Qt.Key.Key_Space:
                self._document.playback.toggle()
            case key if key in _MOVES:
                super().keyPressEvent(event)
            case _:
                event.ignore()  # letters are the window's shortcuts, not a search in the list

    # Layout and the empty state

    def resizeEvent(self, event) -> None:
        width = self.viewport().width() - 4  # the view breaks a row that fits exactly
        columns = max(1, width // _WIDTH)
        self.tiles.set_width(width // columns)
        self.setGridSize(self.tiles.tile_size)
        super().resizeEvent(event)

    def paintEvent(self, event) -> None:
        if self._model.rowCount() == 0:
            painter = QPainter(self.viewport())
            painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
            text = tr("No future is found.") if len(self._clips) else tr("Every clip you generate\nis kept here.")
            area = self.viewport().rect().adjusted(4, 8, -_MARGIN, 0)
            painter.drawText(area, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft, text)
            return
        super().paintEvent(event)
