"""Several clips written one after another; frames that had been dropped are made again first. Knows no widget."""

from __future__ import annotations

import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QObject, Signal

from engine.errors import KpvpError
from kpvp_gui.dialogs import export_target
from kpvp_gui.document.clip_record import ClipRecord
from kpvp_gui.document.document import Document
from kpvp_gui.exports.choice import ExportChoice
from kpvp_gui.exports.clip_export import ClipExport
from kpvp_gui.translation import tr

State = Literal["waiting", "made again", "written", "done", "failed", "stopped"]


@dataclass(eq=False)
class Queued:
    """A clip in the queue. `words`: its file's name when done, what went wrong when failed."""

    record: ClipRecord
    state: State = "waiting"
    words: str = ""
    path: Path | None = None

    @property
    def ended(self) -> bool:
        return self.state in ("done", "failed", "stopped")


class ExportQueue(QObject):
    """`start` once; `changed` says that some state or progress did. Nothing that exists is replaced."""

    changed = Signal()
    ended = Signal()

    def __init__(self, document: Document, records: Iterable[ClipRecord], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document, self._making = document, document.making
        self.queued = [Queued(record) for record in records]
        self.running = False
        self._choice, self._folder = ExportChoice(), Path()
        self._current: Queued | None = None
        self._export: ClipExport | None = None
        self._fraction = 0.0
        self._began = 0.0
        self._making.clip_finished.connect(self._clip_finished)
        self._making.busy_changed.connect(self._making_ended)

    # How far it is

    @property
    def done(self) -> int:
        """How many came to an end."""
        return sum(each.ended for each in self.queued)

    @property
    def fraction(self) -> float:
        return (self.done + self._fraction) / max(1, len(self.queued))

    @property
    def seconds_left(self) -> float | None:
        """Reckoned from what has been written so far; None before anything was."""
        if not self.running or self.fraction <= 0:
            return None
        return (time.monotonic() - self._began) * (1 - self.fraction) / self.fraction

    # Running

    def start(self, choice: ExportChoice, folder: Path) -> None:
        """Write all that are not written yet into `folder`."""
        self._choice, self._folder = choice, folder
        for each in self.queued:
            if each.state != "done":
                each.state, each.words = "waiting", ""
        self.running, self._began = True, time.monotonic()
        self._next()

    def cancel(self) -> None:
        """Stop with what is being written; what is written stays."""
        if not self.running:
            return
        for each in self.queued:
            if each.state in ("waiting", "made again"):
                each.state = "stopped"
        if self._export is not None:
            self._export.cancel()
        else:
            self._end()

    def _next(self) -> None:
        self._export, self._fraction = None, 0.0
        self._current = current = next((each for each in self.queued if each.state == "waiting"), None)
        if current is None:
            self._end()
            return
        # Or the frames of an old clip would be dropped again for want of memory before they are written.
        self._document.clips.exported = frozenset({current.record.id})
        if current.record.finished:
            self._write(current)
        else:
            current.state = "made again"
            self._making.request_again(current.record)
        self.changed.emit()

    def _clip_finished(self, clip_id: str) -> None:
        current = self._current
        if current is not None and current.state == "made again" and current.record.id == clip_id:
            self._write(current)
            self.changed.emit()

    def _making_ended(self, busy: bool) -> None:
        """The engine has nothing to do any more: what it was to make was stopped, or failed."""
        if not busy and self._current is not None and self._current.state == "made again":
            self._close("failed", tr("Its frames were not made."))

    def _write(self, current: Queued) -> None:
        current.state = "written"
        current.path = self._free_path(current.record)
        exporting = self._export = ClipExport(self._document, current.record, self._choice, current.path, parent=self)
        exporting.progress.connect(self._progressed)
        exporting.finished.connect(lambda path: self._close("done", path.name))
        exporting.failed.connect(self._failed)
        exporting.stopped.connect(lambda: self._close("stopped"))
        exporting.start()

    def _progressed(self, fraction: float) -> None:
        self._fraction = 0.95 * fraction
        self.changed.emit()

    def _failed(self, error: Exception) -> None:
        known = isinstance(error, KpvpError)
        self._close("failed", str(error) if known else tr("Details are in the crash log."))
        if not known:
            self._document.report(error)

    def _close(self, state: State, words: str = "") -> None:
        assert self._current is not None
        self._current.state, self._current.words = state, words
        self._next()

    def _end(self) -> None:
        self.running, self._current, self._export = False, None, None
        self._document.clips.exported = frozenset()
        self.changed.emit()
        self.ended.emit()

    def _free_path(self, record: ClipRecord) -> Path:
        """A name that nothing has yet."""
        assert record.clip is not None
        name = export_target.suggested_name(record.clip, record.name)
        number = 1
        while True:
            path = self._choice.kind.completed(self._folder / (name if number == 1 else f"{name}-{number}"))
            if not path.exists():
                return path
            number += 1
