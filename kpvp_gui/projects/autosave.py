"""Watches the Document and has everything kept, in the thread pool: a clip's keypoints as it begins, frames after."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from kpvp_gui.background.jobs import Job
from kpvp_gui.document.document import Document
from kpvp_gui.projects.keeper import Keeper
from kpvp_gui.projects.snapshot import document_state

_REST_MS = 400  # after the last change of inputs or view before it is written
_RETRY_MS = 15_000  # after something could not be written


class Autosave(QObject):
    """Has one `Keeper` at a time. One job runs at a time, with the Document as it is when the job begins."""

    failed = Signal(object)  # the exception; once, until something can be written again
    modified_changed = Signal()
    kept = Signal()  # something more is on the disk

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self.keeper: Keeper | None = None
        self.modified = False  # there is something that the project's file lacks
        self.revision = 0  # goes up with every change that a project's file lacks then
        self.trouble: Exception | None = None  # why the latest is not kept
        self._job: Job | None = None
        self._wanted = False
        self._kept: frozenset[str] = frozenset()  # ids of the clips that are on disk
        self._waiting: list[tuple[str, Callable[[], None]]] = []
        self._still = False  # while another project is filled in
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self.write)
        self._retry = QTimer(self, singleShot=True, interval=_RETRY_MS)
        self._retry.timeout.connect(self.write)
        document.clips.added.connect(self._changed)
        document.clips.removed.connect(self._changed)
        document.clips.star_changed.connect(self._changed)
        document.clips.name_changed.connect(self._changed)
        document.undo_stack.indexChanged.connect(self._edited)
        self._notes = document.marks.to_json()
        document.marks.changed.connect(self._noted)
        document.making.clip_finished.connect(lambda _: self.write())
        document.making.busy_changed.connect(lambda _: self.write())
        for signal in (document.clips.current_changed, document.overlays_changed, document.selection_changed):
            signal.connect(lambda *_: self._rest.start())

    def begin(self, keeper: Keeper, fill: Callable[[], object] = lambda: None, modified: bool = False) -> None:
        """Keep the Document there from now on; `fill` fills it with what is there, which is no change."""
        self.keeper, self.trouble, self._kept = keeper, None, frozenset()
        self._still = True
        try:
            fill()
        finally:
            self._still = False
        self.set_modified(modified)
        self.write()

    def set_modified(self, modified: bool) -> None:
        if modified != self.modified:
            self.modified = modified
            self.modified_changed.emit()

    def _changed(self, *_: object) -> None:
        if not self._still:
            self.revision += 1
            self.set_modified(True)
            self.write()

    def _edited(self, *_: object) -> None:
        if not self._still:
            self.revision += 1
            self.set_modified(True)
            self._rest.start()

    def _noted(self) -> None:
        """Names and groups of keypoints are a project's; which are out of sight is not."""
        notes, self._notes = self._notes, self._document.marks.to_json()
        if notes != self._notes:
            self._edited()

    def write(self) -> None:
        """Have what is new kept, soon."""
        if self._job is not None:
            self._wanted = True
        elif self.keeper is not None and not self._still:
            spare = not self._document.making.busy  # compressing frames would take from the making of the next
            state = document_state(self._document)
            ids = frozenset(clip.id for clip in state.clips)
            job = self._job = Job(self.keeper.write, state, self.modified, spare)
            job.finished.connect(lambda more, keeper=self.keeper: self._written(keeper, more, ids))
            job.failed.connect(lambda error, keeper=self.keeper: self._not_written(keeper, error))
            job.stopped.connect(lambda: self._next(False))
            self._wanted = False
            job.start()

    def when_kept(self, clip_id: str, do: Callable[[], None]) -> None:
        """Call `do` as soon as a clip would outlast the end of the program; at once where that is not to be had."""
        hopeless = self.keeper is None or self.trouble is not None or self._document.clips.named(clip_id) is None
        if clip_id in self._kept or hopeless:
            do()
        else:
            self._waiting.append((clip_id, do))
            self.write()

    def _written(self, keeper: Keeper, more: bool, ids: frozenset[str]) -> None:
        if keeper is self.keeper:
            self.trouble, self._kept = None, ids
            self.kept.emit()
        self._next(more)

    def _not_written(self, keeper: Keeper, error: Exception) -> None:
        if keeper is self.keeper:
            if self.trouble is None:
                self.failed.emit(error)
            self.trouble = error
            self._retry.start()
        self._next(False)

    def _next(self, more: bool) -> None:
        self._job = None
        if more or self._wanted:
            self.write()
        waiting, self._waiting = self._waiting, []
        for clip_id, do in waiting:
            self.when_kept(clip_id, do)
