"""Reading the photo the user asked for, in the thread pool. The latest request wins; older answers are dropped.

A file that is opened again, with the pixels that it had, is the photo of before: it takes no more memory.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

import numpy as np
from PySide6.QtCore import QObject, Signal

from engine.media.photo import Photo, read_photo
from engine.media.returning_photo import ReturningPhoto
from kpvp_gui.background.jobs import Job


class PhotoOpening(QObject):
    """`open` ends in `opened`, `choice_needed` or `failed`, unless another `open` overtakes it.

    known: gives the photos that one may be equal to; the one that is open is opened anew.
    """

    opened = Signal(object)  # Photo
    choice_needed = Signal(object, object)  # a Photo of several frames, and what it was read from
    failed = Signal(object)  # the exception
    changed = Signal(bool)  # whether something is being read

    def __init__(self, known: Callable[[], Iterable[Photo]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._known = known
        self._job: Job | None = None

    def open(self, source: object, frame: int | None) -> None:
        if self._job is not None:
            self._job.cancel()
        job = self._job = Job(_read, source, frame, tuple(self._known()))
        job.finished.connect(lambda found: self._read(job, *found, source, frame))
        job.failed.connect(lambda error: self._done(job) and self.failed.emit(error))
        self.changed.emit(True)
        job.start()

    def _read(self, job: Job, photo: Photo, equal: Photo | None, source: object, frame: int | None) -> None:
        if not self._done(job):
            return
        if frame is None and photo.frame_count > 1:
            self.choice_needed.emit(photo, source)
        else:
            self.opened.emit(equal if equal is not None and equal in self._known() else photo)

    def _done(self, job: Job) -> bool:
        """Whether `job` is the latest; if so nothing is being read any more."""
        if job is not self._job:
            return False
        self._job = None
        self.changed.emit(False)
        return True


def _read(source, frame: int | None, known: tuple[Photo, ...]) -> tuple[Photo, Photo | None]:
    """The photo, and which of those that are known it is."""
    photo = ReturningPhoto.of(read_photo(source, frame))
    return photo, next((other for other in known if _equal(photo, other)), None)


def _equal(one: Photo, other: Photo) -> bool:
    named = [(photo.path, photo.frame, photo.frame_count) for photo in (one, other)]
    return one.path is not None and named[0] == named[1] and np.array_equal(one.pixels, other.pixels)
