"""Which of the futures are listed, and in which order. Draws nothing and knows no widget."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSortFilterProxyModel, Qt

from kpvp_gui.document.clip_record import ClipRecord
from kpvp_gui.views.gallery_model import RECORD, GalleryModel

ORDERS = {"newest": "Newest first", "oldest": "Oldest first", "action": "By action", "starred": "Starred first"}


class GalleryOrder(QSortFilterProxyModel):
    """The rows of a `GalleryModel`: those with all of the words that were typed, in one of `ORDERS`."""

    def __init__(self, model: GalleryModel, parent=None) -> None:
        super().__init__(parent)
        self.order = "newest"
        self._words: list[str] = []
        self._starred = False
        self._model = model
        self.setSourceModel(model)
        self.setDynamicSortFilter(True)
        self.sort(0)

    def find(self, words: str, starred: bool) -> None:
        """List what has all `words` in its action, seed, photo or model; with `starred`, only what has a star."""
        self._words, self._starred = words.lower().split(), starred
        self.invalidate()

    def set_order(self, order: str) -> None:
        """One of `ORDERS`. Within an action, and among the starred, the newest come first."""
        self.order = order
        self.invalidate()

    def row_of(self, record: ClipRecord | None) -> int:
        """The row of a clip, or -1 when it is not listed."""
        row = self._model.row_of(record)
        return self.mapFromSource(self._model.index(row)).row() if row >= 0 else -1

    def filterAcceptsRow(self, row: int, parent: QModelIndex | QPersistentModelIndex) -> bool:
        index = self._model.index(row)
        record: ClipRecord = index.data(RECORD)
        text = str(index.data(Qt.ItemDataRole.ToolTipRole)).lower()
        return (record.starred or not self._starred) and all(word in text for word in self._words)

    def lessThan(self, left: QModelIndex | QPersistentModelIndex, right: QModelIndex | QPersistentModelIndex) -> bool:
        a, b = left.data(RECORD), right.data(RECORD)
        match self.order:
            case "oldest":
                return left.row() > right.row()
            case "action" if a.action_label != b.action_label:
                return a.action_label < b.action_label
            case "starred" if a.starred != b.starred:
                return a.starred
        return left.row() < right.row()
