"""The clips there are, oldest first, which of them is shown, and how much memory their frames may hold.

A model in Qt's sense: views read it and connect to its signals. Knows neither the Document nor a widget.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from weakref import WeakSet

import numpy as np
from PySide6.QtCore import QObject, Signal

from kpvp_gui.document.clip_record import ClipRecord
from kpvp_gui.document.inputs import Inputs

CLIP_BYTES = 192 << 20


class ClipList(QObject):
    """A sequence of `ClipRecord`s: the tiles. The clip shown is one of them, or a preview that is in no tile.

    Beyond `limit` bytes the frames of the oldest clips are dropped; the clips stay, to be made again when chosen.
    """

    added = Signal(int)  # its position
    removed = Signal(int)  # the position it had
    star_changed = Signal(int)  # position
    name_changed = Signal(int)  # position
    keypoints_changed = Signal(object)  # the ClipRecord whose keypoints were edited
    current_changed = Signal()
    replaced = Signal()  # all of them became others

    def __init__(self, limit: int = CLIP_BYTES, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.limit = limit
        self.looked_at: frozenset[str] = frozenset()  # ids of clips on screen beside the one shown
        self.exported: frozenset[str] = frozenset()  # ids of clips being written to files
        self._records: list[ClipRecord] = []
        self._current: ClipRecord | None = None
        self._removed: WeakSet[ClipRecord] = WeakSet()  # steps of undo may hold them, with their frames

    def __len__(self) -> int:
        return len(self._records)

    def __iter__(self) -> Iterator[ClipRecord]:
        return iter(self._records)

    def __getitem__(self, position: int) -> ClipRecord:
        return self._records[position]

    @property
    def current(self) -> ClipRecord | None:
        """The clip on the canvas."""
        return self._current

    def named(self, clip_id: str) -> ClipRecord | None:
        return next((record for record in self._records if record.id == clip_id), None)

    def made_of(self, inputs: Inputs) -> ClipRecord | None:
        """The latest clip of these inputs (same inputs, same clip) that was not edited."""
        unedited = (record for record in reversed(self._records) if not record.edited)
        return next((record for record in unedited if record.inputs.same_as(inputs)), None)

    def shared_source(self, record: ClipRecord) -> np.ndarray:
        """One array for all clips of the same crop: hundreds of clips of one photo hold it once."""
        for other in reversed(self._records):
            same_crop = other.inputs.photo is record.inputs.photo and other.crop == record.crop
            if same_crop and np.array_equal(other.source, record.source):
                return other.source
        return record.source

    def show(self, record: ClipRecord | None) -> None:
        """Put a clip, a preview or nothing on the canvas."""
        if record is not self._current:
            self._current = record
            self.current_changed.emit()

    def append(self, record: ClipRecord) -> None:
        self.insert(len(self._records), record)

    def insert(self, position: int, record: ClipRecord) -> None:
        self._records.insert(position, record)
        self.added.emit(position)

    def names_before(self, position: int) -> frozenset[str]:
        """The ids of the clips before a position."""
        return frozenset(record.id for record in self._records[:position])

    def insert_behind(self, names: frozenset[str], record: ClipRecord) -> None:
        """Behind the last of the clips of those ids that is there: a position stays right while clips come and go."""
        there = [position for position, other in enumerate(self._records) if other.id in names]
        self.insert(there[-1] + 1 if there else 0, record)

    def replace(self, records: Iterable[ClipRecord]) -> None:
        """These and no others, as when a project is opened. The clip shown stays if it is one of them."""
        self._records = list(records)
        self.replaced.emit()
        if self._current not in self._records:
            self.show(None)

    def remove(self, record: ClipRecord) -> int:
        """Take a clip out and return the position it had. If it was shown, the next one is shown instead."""
        position = self._records.index(record)
        del self._records[position]
        self._removed.add(record)
        self.trim()
        self.removed.emit(position)
        if record is self._current:
            self.show(self._records[min(position, len(self._records) - 1)] if self._records else None)
        return position

    def set_starred(self, record: ClipRecord, starred: bool) -> None:
        record.starred = starred
        if record in self._records:  # or it was cancelled half done, and undo comes to its star
            self.star_changed.emit(self._records.index(record))

    def set_name(self, record: ClipRecord, name: str) -> None:
        record.name = name
        if record in self._records:
            self.name_changed.emit(self._records.index(record))

    def set_keypoints(self, record: ClipRecord, keypoints: np.ndarray) -> None:
        """Edited trajectories float32 [T, K, 2] of the same length; a clip's frames stay until they are redrawn."""
        record.set_keypoints(keypoints)
        self.keypoints_changed.emit(record)

    def trim(self) -> None:
        """Drop frames until the limit is kept: never a clip on screen, being made or written.

        Those that were removed go first, those with a star last.
        """
        removed = [r for r in self._removed if r not in self._records]
        total = sum(r.nbytes for r in removed + self._records)
        spare = [r for r in removed + self._records if r.finished and r.frames is not None and r is not self._current]
        spare = [r for r in spare if r.id not in self.looked_at | self.exported]
        for record in sorted(spare, key=lambda r: r.starred and r not in removed):
            if total <= self.limit:
                return
            total -= record.nbytes
            record.drop()
