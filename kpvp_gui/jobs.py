"""Work that takes time and needs no network: decoding, export, saving, thumbnails, in Qt's thread pool.

A job's signals arrive in the thread that made it. Results must not hold a QPixmap: those belong to the GUI thread.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

from engine.errors import Cancelled

_running: set[Job] = set()


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
        if reports:
            keywords = {**keywords, "progress": self._report, "cancelled": lambda: self.is_cancelled}
        self._work, self._arguments, self._keywords = work, arguments, keywords
        self.is_cancelled = False

    def start(self) -> Job:
        _running.add(self)  # alive until its last signal, whoever forgets it
        for done in (self.finished, self.failed, self.stopped):
            done.connect(self._forget)
        QThreadPool.globalInstance().start(_Runnable(self))
        return self

    def cancel(self) -> None:
        """Ask the work to stop at its next look; a job not begun yet never begins."""
        self.is_cancelled = True

    def _report(self, fraction: float) -> None:
        self.progress.emit(float(fraction))

    def _forget(self, *_: object) -> None:
        _running.discard(self)

    def run(self) -> None:
        """Called by the pool's thread."""
        try:
            if self.is_cancelled:
                raise Cancelled
            result = self._work(*self._arguments, **self._keywords)
        except Cancelled:
            self.stopped.emit()
        except Exception as error:
            self.failed.emit(error)
        else:
            self.finished.emit(result)


class _Runnable(QRunnable):
    def __init__(self, job: Job) -> None:
        super().__init__()
        self._job = job

    def run(self) -> None:
        self._job.run()


def wait_for_all(milliseconds: int = 5000) -> bool:
    """Cancel what runs and wait for it: called once, when the window has closed."""
    for job in tuple(_running):
        job.cancel()
    return QThreadPool.globalInstance().waitForDone(milliseconds)
