"""The steps of undo, one per gesture. They change what they are given and know neither the Document nor a widget."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from PySide6.QtGui import QUndoCommand

from kpvp_gui.document.clip_record import ClipRecord
from kpvp_gui.document.clips import ClipList
from kpvp_gui.document.inputs import Inputs
from kpvp_gui.translation import tr

_INPUTS_ID = 1


class ChangeInputs(QUndoCommand):
    """Photo, crop, model, action or z became others. Changes of one gesture merge into one step.

    `apply(inputs, show)` takes the inputs over; `show` asks for the clip they made to be shown.
    """

    def __init__(
        self, apply: Callable[[Inputs, bool], None], text: str, before: Inputs, after: Inputs, gesture: int | None
    ) -> None:
        super().__init__(text)
        self._apply, self._before, self._after, self._gesture = apply, before, after, gesture
        self._done_before = False

    def id(self) -> int:
        return _INPUTS_ID

    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, ChangeInputs) or self._gesture is None or other._gesture != self._gesture:
            return False
        self._after = other._after
        self.setObsolete(self._after.same_as(self._before))
        return True

    def redo(self) -> None:
        self._apply(self._after, self._done_before)
        self._done_before = True

    def undo(self) -> None:
        self._apply(self._before, True)


class Star(QUndoCommand):
    """A clip was starred or lost its star."""

    def __init__(self, clips: ClipList, record: ClipRecord, starred: bool) -> None:
        super().__init__(tr("Star") if starred else tr("Remove star"))
        self._clips, self._record, self._starred = clips, record, starred

    def redo(self) -> None:
        self._clips.set_starred(self._record, self._starred)

    def undo(self) -> None:
        self._clips.set_starred(self._record, not self._starred)


class RenameClip(QUndoCommand):
    """A clip got another name."""

    def __init__(self, clips: ClipList, record: ClipRecord, name: str) -> None:
        super().__init__(tr("Rename future"))
        self._clips, self._record, self._before, self._after = clips, record, record.name, name

    def redo(self) -> None:
        self._clips.set_name(self._record, self._after)

    def undo(self) -> None:
        self._clips.set_name(self._record, self._before)


class DeleteClips(QUndoCommand):
    """Clips left the futures; undo brings them back where they were, and shows the first.

    show: puts the clip with that id on the canvas, and has dropped frames made again.
    """

    def __init__(self, clips: ClipList, records: list[ClipRecord], show: Callable[[str], None]) -> None:
        super().__init__(tr("Delete future") if len(records) == 1 else tr("Delete %n futures", "", len(records)))
        self._clips, self._records, self._show = clips, records, show
        self._before: list[frozenset[str]] = []  # of each: ids of the clips before it

    def redo(self) -> None:
        self._before = [self._clips.names_before(self._clips.remove(record)) for record in self._records]

    def undo(self) -> None:
        for record, before in reversed(list(zip(self._records, self._before, strict=True))):
            self._clips.insert_behind(before, record)
        self._show(self._records[0].id)


class EditMotion(QUndoCommand):
    """A clip's keypoints became others. The first edit of `shown` puts a version beside it, undo takes that out again.

    `apply(record, keypoints)` gives a clip keypoints float32 [T, K, 2], shows it and has it drawn.
    """

    def __init__(
        self,
        text: str,
        clips: ClipList,
        apply: Callable[[ClipRecord, np.ndarray], None],
        record: ClipRecord,
        before: np.ndarray,
        after: np.ndarray,
        shown: ClipRecord,
    ) -> None:
        super().__init__(text)
        self._clips, self._apply, self._record = clips, apply, record
        self._before, self._after, self._shown = before, after, shown
        self._is_new = record is not shown
        tiles = list(clips)
        self._beside = clips.names_before(tiles.index(shown) + 1 if shown in tiles else len(tiles))

    def redo(self) -> None:
        if self._is_new:
            self._record.preview = False
            self._clips.insert_behind(self._beside, self._record)
        self._apply(self._record, self._after)

    def undo(self) -> None:
        if self._is_new:
            self._clips.show(self._shown)
            self._clips.remove(self._record)
        else:
            self._apply(self._record, self._before)
