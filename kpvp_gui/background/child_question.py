"""Asking one of our own command lines for a JSON object without waiting for it: one question at a time, latest wins."""

from __future__ import annotations

import json
from collections.abc import Sequence

from PySide6.QtCore import QObject, QProcess, QTimer, Signal

from kpvp_gui.background.child_process import child_process
from kpvp_gui.translation import tr

_GIVE_UP_MS = 10 * 60 * 1000


class ChildQuestion(QObject):
    """`ask` starts `python -P ARGUMENTS`; then comes `answered` (a dict) or `failed` (what it said).

    A new question ends the one before, which then says nothing.
    """

    answered = Signal(object)
    failed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._process: QProcess | None = None
        # Done with, or killed and about to end. A process must not die within its own signal, nor may the connection
        # of a signal hold it (it would die twice): they go when the next question is asked, or with this object.
        self._retired: list[QProcess] = []
        self._patience = QTimer(self, singleShot=True, interval=_GIVE_UP_MS)
        self._patience.timeout.connect(self._give_up)

    @property
    def busy(self) -> bool:
        return self._process is not None

    def ask(self, arguments: Sequence[str], text: str = "") -> None:
        """Ask, with `text` on its standard input."""
        self.withdraw()
        self._discard_ended()
        process = self._process = child_process(self, arguments)
        process.finished.connect(self._ended)
        process.errorOccurred.connect(self._never_began)
        process.start()
        process.write(text.encode())
        process.closeWriteChannel()
        self._patience.start()

    def withdraw(self) -> None:
        """The answer is wanted no more."""
        process = self._retire()
        if process is not None:
            process.blockSignals(True)
            process.kill()

    def _retire(self) -> QProcess | None:
        process, self._process = self._process, None
        self._patience.stop()
        if process is not None:
            self._retired.append(process)
        return process

    def _discard_ended(self) -> None:
        """Let go of processes that have ended."""
        for process in [p for p in self._retired if p.state() == QProcess.ProcessState.NotRunning]:
            self._retired.remove(process)
            process.setParent(None)

    def _ended(self) -> None:
        process = self._retire()
        if process is None:
            return
        said = bytes(process.readAllStandardOutput().data()).decode("utf-8", "replace")
        complaint = bytes(process.readAllStandardError().data()).decode("utf-8", "replace").strip()
        answer = _object(said)
        if answer is not None:
            self.answered.emit(answer)
        else:
            self.failed.emit(complaint.splitlines()[-1] if complaint else tr("There was no answer."))

    def _never_began(self) -> None:
        if self._process is not None and self._process.state() == QProcess.ProcessState.NotRunning:
            self._ended()

    def _give_up(self) -> None:
        self.withdraw()
        self.failed.emit(tr("There was no answer within ten minutes."))


def _object(text: str) -> dict | None:
    """The JSON object in `text`, which may stand on its last line after other output."""
    for part in (text, text.strip().rpartition("\n")[2]):
        try:
            value = json.loads(part)
        except ValueError:
            continue
        if isinstance(value, dict):
            return value
    return None
