"""The Document's clips as rows for a list view, the newest first. Knows the Document, draws nothing."""

from __future__ import annotations

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from kpvp_gui.document.clip_record import ClipRecord
from kpvp_gui.document.document import Document

RECORD = Qt.ItemDataRole.UserRole  # the ClipRecord itself


class GalleryModel(QAbstractListModel):
    """Row 0 is the latest clip. One clip that comes or goes is one row's change: the view keeps its place."""

    def __init__(self, document: Document, parent=None) -> None:
        super().__init__(parent)
        self._document = document
        self._rows: list[ClipRecord] = []
        document.clips_changed.connect(self._clips_changed)
        document.frames_arrived.connect(self._changed)
        document.clip_finished.connect(self._changed)
        self._clips_changed()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        record = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return record.action_label
            case Qt.ItemDataRole.ToolTipRole:
                return f"{record.action_label} · {record.seed_label} · {record.photo_name} · {record.model_name}"
            case Qt.ItemDataRole.AccessibleTextRole:
                star = ", starred" if record.starred else ""
                return f"{record.action_label}, {record.seed_label}{star}"
            case _ if role == RECORD:
                return record
        return None

    def row_of(self, record: ClipRecord | None) -> int:
        """The row of a clip, or -1."""
        return next((row for row, other in enumerate(self._rows) if other is record), -1)

    def _clips_changed(self) -> None:
        wanted = list(reversed(self._document.clips))
        before = self._rows
        if len(wanted) == len(before) + 1 and (row := _first_difference(before, wanted)) is not None:
            self.beginInsertRows(QModelIndex(), row, row)
            self._rows = wanted
            self.endInsertRows()
        elif len(wanted) == len(before) - 1 and (row := _first_difference(wanted, before)) is not None:
            self.beginRemoveRows(QModelIndex(), row, row)
            self._rows = wanted
            self.endRemoveRows()
        elif len(wanted) == len(before) and all(a is b for a, b in zip(wanted, before, strict=True)):
            if wanted:
                self.dataChanged.emit(self.index(0), self.index(len(wanted) - 1))
        else:
            self.beginResetModel()
            self._rows = wanted
            self.endResetModel()

    def _changed(self, clip_id: str, _start: int = 0, _stop: int = 0) -> None:
        for row, record in enumerate(self._rows):
            if record.id == clip_id:
                self.dataChanged.emit(self.index(row), self.index(row))
                return


def _first_difference(shorter: list[ClipRecord], longer: list[ClipRecord]) -> int | None:
    """The place of the one clip that only `longer` has, or None if they differ by more."""
    place = next((i for i, record in enumerate(shorter) if record is not longer[i]), len(shorter))
    same_after = all(a is b for a, b in zip(shorter[place:], longer[place + 1 :], strict=True))
    return place if same_after else None
