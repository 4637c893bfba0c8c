"""One clip on its way to a file: pictures at the photo's size are asked of the engine first, then a job writes."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from PySide6.QtCore import QObject, Signal

from engine.export import export
from kpvp_gui.background.jobs import Job
from kpvp_gui.document.clip_record import ClipRecord
from kpvp_gui.document.document import Document
from kpvp_gui.exports.choice import ExportChoice


class ClipExport(QObject):
    """Writes the finished clip of `record`. Exactly one of `finished`, `failed` and `stopped` is emitted.

    An existing file stays unless `overwrite` is asked for.
    """

    progress = Signal(float)  # 0..1 of the writing
    finished = Signal(object)  # Path
    failed = Signal(object)  # exception
    stopped = Signal()

    def __init__(
        self,
        document: Document,
        record: ClipRecord,
        choice: ExportChoice,
        path: Path,
        overwrite: bool = False,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        assert record.clip is not None  # only a finished clip is exported
        self._document, self._record, self._clip = document, record, record.clip
        self._choice, self._path, self._overwrite = choice, path, overwrite
        self._job: Job | None = None
        self._awaited = ""  # the request for pictures, until they are there
        self._at_photos_size = choice.at_photos_size(record)

    @property
    def awaits_pictures(self) -> bool:
        """Whether it waits for the engine, which says nothing of how far it is."""
        return bool(self._awaited)

    def start(self) -> None:
        if not self._at_photos_size:
            self._write(None)
            return
        full_size = self._document.full_size
        full_size.pictures_ready.connect(self._pictures_ready)
        full_size.pictures_failed.connect(self._pictures_failed)
        self._awaited = full_size.ask_for_pictures(self._record, self._choice.longer_side, self._choice.whole)

    def cancel(self) -> None:
        """Stop; `stopped` follows, at once or as soon as the job has noticed."""
        if self._job is not None:
            self._job.cancel()
        elif self._awaited:
            self._awaited = ""
            self.stopped.emit()

    def _pictures_ready(self, request: str, pictures: Sequence[np.ndarray]) -> None:
        if request == self._awaited:
            self._awaited = ""
            self._write(pictures)

    def _pictures_failed(self, request: str, error: Exception | None) -> None:
        if request == self._awaited:
            self._awaited = ""
            self.stopped.emit() if error is None else self.failed.emit(error)

    def _write(self, pictures: Sequence[np.ndarray] | None) -> None:
        keywords = self._choice.keywords(self._record, self._at_photos_size)
        self._job = Job(
            export, self._clip, self._path, **keywords, overwrite=self._overwrite, pictures=pictures, reports=True
        )
        self._job.progress.connect(self.progress)
        self._job.finished.connect(self.finished)
        self._job.failed.connect(self.failed)
        self._job.stopped.connect(self.stopped)
        self._job.start()
