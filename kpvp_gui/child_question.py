"""Asking one of our own command lines for a JSON object without waiting for it: one question at a time, latest wins."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Sequence
from contextlib import suppress

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, QTimer, Signal

from kpvp_gui import training_process

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
        self._patience = QTimer(self, singleShot=True, interval=_GIVE_UP_MS)
        self._patience.timeout.connect(self._give_up)

    @property
    def busy(self) -> bool:
        return self._process is not None

    def ask(self, arguments: Sequence[str], text: str = "") -> None:
        """Ask, with `text` on its standard input."""
        self.withdraw()
        process = self._process = QProcess(self)
        program, *rest = training_process.python(*arguments)
        process.setProgram(program)
        process.setArguments(rest)
        process.setWorkingDirectory(tempfile.gettempdir())
        surroundings = QProcessEnvironment()
        for name, value in training_process.environment().items():
            surroundings.insert(name, value)
        process.setProcessEnvironment(surroundings)
        process.finished.connect(lambda *_: self._ended(process))
        process.errorOccurred.connect(lambda *_: self._never_began(process))
        if os.name == "posix":
            process.started.connect(lambda: _lower(process.processId()))
        process.start()
        process.write(text.encode())
        process.closeWriteChannel()
        self._patience.start()

    def withdraw(self) -> None:
        """The answer is wanted no more."""
        process, self._process = self._process, None
        self._patience.stop()
        if process is not None:
            process.kill()
            process.finished.connect(process.deleteLater)

    def _ended(self, process: QProcess) -> None:
        if process is not self._process:
            return
        self._process = None
        self._patience.stop()
        said = bytes(process.readAllStandardOutput()).decode("utf-8", "replace")
        complaint = bytes(process.readAllStandardError()).decode("utf-8", "replace").strip()
        process.deleteLater()
        answer = _object(said)
        if answer is not None:
            self.answered.emit(answer)
        else:
            self.failed.emit(complaint.splitlines()[-1] if complaint else "There was no answer.")

    def _never_began(self, process: QProcess) -> None:
        if process is self._process and process.state() == QProcess.ProcessState.NotRunning:
            self._ended(process)

    def _give_up(self) -> None:
        self.withdraw()
        self.failed.emit("There was no answer within ten minutes.")


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


def _lower(pid: int) -> None:
    with suppress(OSError):  # it has ended already
        os.setpriority(os.PRIO_PROCESS, pid, training_process.NICENESS)
