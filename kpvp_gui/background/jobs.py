"""Work that takes time and needs no network: decoding, export, saving, thumbnails, in Qt's thread pool.

A job's signals arrive in the GUI thread, where jobs are made. Results must not hold a QPixmap: those belong there too.
The pool's threads never touch a Job itself, only plain Python: a QObject must not die in another thread.
"""

from __future__ import annotations

import queue
from collections.abc import Callable
from functools import cache

from PySide6.QtCore import QObject, Qt, QThreadPool, Signal

from engine.errors import Cancelled


class Job(QObject):
    """One call of `work(*arguments)` elsewhere. Exactly one of `finished`, `failed` and `stopped` is emitted.

    With `reports=True` the work also gets `progress=callable(fraction)` and `cancelled=callable() -> bool`.
    """

    finished = Signal(object)  # what the work returned
    failed = Signal(object)  # the exception
    stopped = Signal()  # cancelled before or while it ran
    progress = Signal(float)

    def __init__(self, work: Callable, *arguments: object, reports: bool = False, **keywords: object) -> None:
        super().__init__()
        self._task = _Task(work, arguments, keywords, reports)

    def start(self) -> Job:
        _running[self._task] = self  # alive until its last signal, even if nothing else holds it
        _messenger()
        QThreadPool.globalInstance().start(self._task.run)
        return self

    def cancel(self) -> None:
        """Ask the work to stop at its next look; a job not begun yet never begins."""
        self._task.cancelled = True


class _Task:
    """What a thread of the pool works on."""

    def __init__(self, work: Callable, arguments: tuple, keywords: dict, reports: bool) -> None:
        self.cancelled = False
        if reports:
            keywords = {**keywords, "progress": self._report, "cancelled": lambda: self.cancelled}
        self._call: Callable | None = lambda: work(*arguments, **keywords)

    def run(self) -> None:
        try:
            if self.cancelled:
                raise Cancelled
            assert self._call is not None  # a task runs once
            signal, *values = "finished", self._call()
        except Cancelled:
            signal, *values = ("stopped",)
        except Exception as error:
            signal, *values = "failed", error
        self._call = None  # the arguments may be large, and a closure over them may be a cycle
        self._report_outcome(signal, *values)

    def _report(self, fraction: float) -> None:
        self._report_outcome("progress", float(fraction))

    def _report_outcome(self, signal: str, *values: object) -> None:
        _outcomes.put((self, signal, values))
        _messenger().outcome_ready.emit()


class _Messenger(QObject):
    """Wakes the GUI thread; lives as long as the program."""

    outcome_ready = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.outcome_ready.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def _deliver(self) -> None:
        while True:
            try:
                task, signal, values = _outcomes.get_nowait()
            except queue.Empty:
                return
            job = _running.get(task) if signal == "progress" else _running.pop(task, None)
            if job is not None:
                getattr(job, signal).emit(*values)
                if signal != "progress":
                    job.deleteLater()  # and its connections: a lambda that names the job would keep both for ever


_running: dict[_Task, Job] = {}
_outcomes: queue.SimpleQueue = queue.SimpleQueue()


@cache
def _messenger() -> _Messenger:
    return _Messenger()  # the first job is started by the GUI thread, and so it lives there


def wait_for_all(milliseconds: int = 5000) -> bool:
    """Cancel what runs and wait for it: called once, when the window has closed."""
    for job in tuple(_running.values()):
        job.cancel()
    return QThreadPool.globalInstance().waitForDone(milliseconds)
