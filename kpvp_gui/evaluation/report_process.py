"""`kpvp report` as a child process: what it says as it goes, what came of it, and its end when it is wanted no more."""

from __future__ import annotations

import json
from collections.abc import Sequence

from PySide6.QtCore import QObject, QProcess, QTimer, Signal

from kpvp_gui.background.child_process import child_process
from kpvp_gui.translation import tr

_PATIENCE_MS = 4000  # between asking it to end and ending it
_LONGEST = 200  # characters of a line that is shown


class ReportProcess(QObject):
    """`start` it; then come `said` for each line of progress, and one of `finished` (a dict), `failed` or `stopped`."""

    said = Signal(str)
    finished = Signal(object)
    failed = Signal(str)
    stopped = Signal()

    def __init__(self, arguments: Sequence[str], parent: QObject | None = None) -> None:
        """arguments: of `kpvp`, as ["report", MODEL, ...]; --json is added."""
        super().__init__(parent)
        self._last, self._stopping = "", False
        self._process = process = child_process(self, ["-m", "main", *arguments, "--json"])
        process.readyReadStandardError.connect(self._read)
        process.finished.connect(self._ended)
        process.errorOccurred.connect(self._never_began)

    @property
    def running(self) -> bool:
        return self._process.state() != QProcess.ProcessState.NotRunning

    def start(self) -> None:
        self._process.start()
        self._process.closeWriteChannel()

    def stop(self) -> None:
        """Ask it to end, and end it if it does not. What it has measured is kept."""
        if self.running:
            self._stopping = True
            self._process.terminate()
            QTimer.singleShot(_PATIENCE_MS, self._process, self._process.kill)

    def end_now(self) -> None:
        """End it before this object goes; no signal comes any more."""
        self.blockSignals(True)
        if self.running:
            self._process.terminate()
            if not self._process.waitForFinished(_PATIENCE_MS):
                self._process.kill()
                self._process.waitForFinished(_PATIENCE_MS)

    def _read(self) -> None:
        text = bytes(self._process.readAllStandardError().data()).decode("utf-8", "replace")
        for line in filter(None, (line.strip() for line in text.splitlines())):
            self._last = line[:_LONGEST]
            self.said.emit(self._last)

    def _ended(self, status: int) -> None:
        self._read()
        output = bytes(self._process.readAllStandardOutput().data()).decode("utf-8", "replace")
        if self._stopping:
            self.stopped.emit()
        elif status == 0:
            try:
                self.finished.emit(json.loads(output))
            except ValueError:
                self.failed.emit(tr("There was no answer."))
        else:
            self.failed.emit(self._last or tr("There was no answer."))

    def _never_began(self) -> None:
        if not self.running and not self._stopping and self._process.error() == QProcess.ProcessError.FailedToStart:
            self.failed.emit(tr("It could not be started: {errorString}.", errorString=self._process.errorString()))
