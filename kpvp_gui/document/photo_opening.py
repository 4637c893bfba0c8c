"""Reading the photo the user asked for, in the thread pool. The latest request wins; older answers are dropped."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from engine.media.photo import Photo, read_photo
from kpvp_gui.background.jobs import Job


class PhotoOpening(QObject):
    """`open` ends in `opened`, `choice_needed` or `failed`, unless another `open` overtakes it."""

    opened = Signal(object)  # Photo
    choice_needed = Signal(object, object)  # a Photo of several frames, and what it was read from
    failed = Signal(object)  # the exception
    changed = Signal(bool)  # whether something is being read

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._job: Job | None = None

    def open(self, source: object, frame: int | None) -> None:
        if self._job is not None:
            self._job.cancel()
        job = self._job = Job(read_photo, source, frame)
        job.finished.connect(lambda photo: self._read(job, photo, source, frame))
        job.failed.connect(lambda error: self._done(job) and self.failed.emit(error))
        self.changed.emit(True)
        job.start()

    def _read(self, job: Job, photo: Photo, source: object, frame: int | None) -> None:
        if not self._done(job):
            return
        if frame is None and photo.frame_count > 1:
            self.choice_needed.emit(photo, source)
        else:
            self.opened.emit(photo)

    def _done(self, job: Job) -> bool:
        """Whether `job` is the latest; if so nothing is being read any more."""
        if job is not self._job:
            return False
        self._job = None
        self.changed.emit(False)
        return True
