"""One of our own command lines as a child process, at the low priority of what the window need not wait for."""

from __future__ import annotations

import os
import tempfile
import weakref
from collections.abc import Sequence
from contextlib import suppress

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment

from training.runs import process as training_process


def child_process(parent: QObject, arguments: Sequence[str]) -> QProcess:
    """`python -P ARGUMENTS`, not started yet, in a folder that holds nothing of the user's."""
    process = QProcess(parent)
    program, *rest = training_process.python(*arguments)
    process.setProgram(program)
    process.setArguments(rest)
    process.setWorkingDirectory(tempfile.gettempdir())
    environment = QProcessEnvironment()
    for name, value in training_process.environment().items():
        environment.insert(name, value)
    process.setProcessEnvironment(environment)
    if os.name == "posix":
        known = weakref.ref(process)  # a connection that holds its own process would let it die twice
        process.started.connect(lambda: _lower(known()))
    return process


def _lower(process: QProcess | None) -> None:
    if process is None:
        return
    with suppress(OSError):  # it has ended already
        os.setpriority(os.PRIO_PROCESS, process.processId(), training_process.NICENESS)
