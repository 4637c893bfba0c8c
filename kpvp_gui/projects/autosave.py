"""Watches the Document and has everything kept, in the thread pool: a clip's keypoints as it begins, frames after."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from kpvp_gui.background.jobs import Job
from kpvp_gui.document.document import Document
from kpvp_gui.projects.keeper import Keeper
from kpvp_gui.projects.snapshot import snapshot

_REST_MS = 400  # after the last change of inputs or view before it is written
_RETRY_MS = 15_000  # after something could not be written


class Autosave(QObject):
    """Has one `Keeper` at a time. One job runs at a time, with the Document as it is when the job begins."""

    failed = Signal(object)  # the exception; once, until something can be written again
    modified_changed = Signal()

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self.keeper: Keeper | None = None
        self.modified = False  # there is something that the project's file lacks
        self.revision = 0  # goes up with every change that a project's file lacks then
        self.trouble: Exception | None = None  # why the latest is not kept
        self._job: Job | None = None
        self._wanted = False
        self._still = False  # while another project is put in place
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self.write)
        self._retry = QTimer(self, singleShot=True, interval=_RETRY_MS)
        self._retry.timeout.connect(self.write)
        document.clips.added.connect(self._changed)
        document.clips.removed.connect(self._changed)
        document.clips.star_changed.connect(self._changed)
        document.undo_stack.indexChanged.connect(self._edited)
        document.making.clip_finished.connect(lambda _: self.write())
        document.making.busy_changed.connect(lambda _: self.write())
        for signal in (document.clips.current_changed, document.overlays_changed, document.selection_changed):
            signal.connect(lambda *_: self._rest.start())

    def begin(self, keeper: Keeper | None, modified: bool = False) -> None:
        """Keep the Document there from now on; None: nowhere."""
        self.keeper, self.trouble = keeper, None
        self.set_modified(modified)
        self.write()

    def set_modified(self, modified: bool) -> None:
        if modified != self.modified:
            self.modified = modified
            self.modified_changed.emit()

    def hold_still(self, still: bool) -> None:
        """While another project is put in place, what changes is no change of this one."""
        self._still = still

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

    def write(self) -> None:
        """Have what is new kept, soon."""
        if self._job is not None:
            self._wanted = True
        elif self.keeper is not None and not self._still:
            spare = not self._document.making.busy  # compressing frames would take from the making of the next
            job = self._job = Job(self.keeper.write, snapshot(self._document), self.modified, spare)
            job.finished.connect(lambda more, keeper=self.keeper: self._written(keeper, more))
            job.failed.connect(lambda error, keeper=self.keeper: self._not_written(keeper, error))
            job.stopped.connect(lambda: self._next(False))
            self._wanted = False
            job.start()

    def _written(self, keeper: Keeper, more: bool) -> None:
        if keeper is self.keeper:
            self.trouble = None
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
