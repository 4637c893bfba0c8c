"""Which of the futures are listed, and in which order. Draws nothing and knows no widget."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSortFilterProxyModel, Qt

from engine.scores import amount_of_motion
from kpvp_gui.document.clip_record import ClipRecord
from kpvp_gui.futures.futures_grid import distance
from kpvp_gui.translation import marked
from kpvp_gui.views.gallery_model import RECORD, GalleryModel

ORDERS = {
    "newest": marked("Newest first"),
    "oldest": marked("Oldest first"),
    "action": marked("By action"),
    "starred": marked("Starred first"),
    "motion": marked("Most motion first"),
    "nearest": marked("Most like the shown one first"),
}


class GalleryOrder(QSortFilterProxyModel):
    """The rows of a `GalleryModel`: those with all of the words that were typed, in one of `ORDERS`."""

    def __init__(self, model: GalleryModel, parent=None) -> None:
        super().__init__(parent)
        self.order = "newest"
        self._words: list[str] = []
        self._starred = False
        self._shown: ClipRecord | None = None  # what others are near to
        self._measured: dict[tuple[str, int], float] = {}
        self._model = model
        self.setSourceModel(model)
        self.setDynamicSortFilter(True)
        self.sort(0)

    def find(self, words: str, starred: bool) -> None:
        """List what has all `words` in its action, seed, photo or model; with `starred`, only what has a star."""
        self._words, self._starred = words.lower().split(), starred
        self.invalidate()

    def set_order(self, order: str) -> None:
        """One of `ORDERS`. Within an action, and among the starred, the newest come first.

        What is most like the shown one is so at the time it is asked for: looking around changes no order.
        """
        self.order = order
        self._shown = self._model.clips.current
        self._measured = {}
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
            case "motion" | "nearest" if self._measure(a) != self._measure(b):
                return self._measure(a) < self._measure(b)
        return left.row() < right.row()

    def _measure(self, record: ClipRecord) -> float:
        """What futures are ordered by, the first the least."""
        key = record.id, record.revision
        if key not in self._measured:
            if self.order == "motion":
                value = -amount_of_motion(record.keypoints)
            else:
                value = 0.0 if self._shown is None else distance(record.keypoints, self._shown.keypoints)
            self._measured[key] = float(value)
        return self._measured[key]
