"""The clips as rows for a list view, the newest first. Draws nothing."""

from __future__ import annotations

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from kpvp_gui.document.clip_record import ClipRecord
from kpvp_gui.document.clips import ClipList
from kpvp_gui.document.making import ClipMaking
from kpvp_gui.translation import tr

RECORD = Qt.ItemDataRole.UserRole  # the ClipRecord itself


class GalleryModel(QAbstractListModel):
    """Row 0 is the latest clip. One clip that comes or goes is one row's change: the view keeps its place."""

    def __init__(self, clips: ClipList, making: ClipMaking, parent=None) -> None:
        super().__init__(parent)
        self.clips = clips
        self._rows = list(reversed(clips))
        clips.added.connect(self._added)
        clips.removed.connect(self._removed)
        clips.replaced.connect(self._replaced)
        for signal in (clips.star_changed, clips.name_changed):
            signal.connect(lambda position: self._changed(self.clips[position].id))
        making.frames_arrived.connect(self._changed)
        making.clip_finished.connect(self._changed)

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        record = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return record.title
            case Qt.ItemDataRole.ToolTipRole:
                named = f"{record.name} · " if record.name else ""
                return f"{named}{record.action_label} · {record.seed_label} · {record.photo_name} · {record.model_name}"
            case Qt.ItemDataRole.AccessibleTextRole:
                star = tr(", starred") if record.starred else ""
                return f"{record.title}, {record.seed_label}{star}"
            case _ if role == RECORD:
                return record
        return None

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsDragEnabled

    def row_of(self, record: ClipRecord | None) -> int:
        """The row of a clip, or -1."""
        return next((row for row, other in enumerate(self._rows) if other is record), -1)

    def _added(self, position: int) -> None:
        row = len(self._rows) - position
        self.beginInsertRows(QModelIndex(), row, row)
        self._rows.insert(row, self.clips[position])
        self.endInsertRows()

    def _removed(self, position: int) -> None:
        row = len(self._rows) - 1 - position
        self.beginRemoveRows(QModelIndex(), row, row)
        del self._rows[row]
        self.endRemoveRows()

    def _replaced(self) -> None:
        self.beginResetModel()
        self._rows = list(reversed(self.clips))
        self.endResetModel()

    def _changed(self, clip_id: str, _start: int = 0, _stop: int = 0) -> None:
        for row, record in enumerate(self._rows):
            if record.id == clip_id:
                self.dataChanged.emit(self.index(row), self.index(row))
                return
