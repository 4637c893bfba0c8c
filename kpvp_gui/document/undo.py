"""The steps of undo: one per gesture. They call back into the Document and know no widget."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QUndoCommand

if TYPE_CHECKING:
    from kpvp_gui.document.clip_record import ClipRecord
    from kpvp_gui.document.document import Document
    from kpvp_gui.document.inputs import Inputs

_INPUTS_ID = 1


class ChangeInputs(QUndoCommand):
    """Photo, crop, model, action or z became others. Changes of one gesture merge into one step."""

    def __init__(self, document: Document, text: str, before: Inputs, after: Inputs, gesture: int | None) -> None:
        super().__init__(text)
        self._document, self._before, self._after, self._gesture = document, before, after, gesture
        self._done_before = False

    def id(self) -> int:
        return _INPUTS_ID

    def mergeWith(self, other: QUndoCommand) -> bool:
        if self._gesture is None or other._gesture != self._gesture:
            return False
        self._after = other._after
        self.setObsolete(self._after.same_as(self._before))
        return True

    def redo(self) -> None:
        self._document.apply_inputs(self._after, show=self._done_before)
        self._done_before = True

    def undo(self) -> None:
        self._document.apply_inputs(self._before, show=True)


class Star(QUndoCommand):
    """A clip was starred or lost its star."""

    def __init__(self, document: Document, record: ClipRecord, on: bool) -> None:
        super().__init__("Star" if on else "Remove star")
        self._document, self._record, self._on = document, record, on

    def redo(self) -> None:
        self._document.apply_star(self._record, self._on)

    def undo(self) -> None:
        self._document.apply_star(self._record, not self._on)


class DeleteClip(QUndoCommand):
    """A clip left the futures; undo brings it back to its place (its frames are made again when it is shown)."""

    def __init__(self, document: Document, record: ClipRecord) -> None:
        super().__init__("Delete future")
        self._document, self._record = document, record
        self._place = 0

    def redo(self) -> None:
        self._place = self._document.apply_removal(self._record)

    def undo(self) -> None:
        self._document.apply_insertion(self._record, self._place)
