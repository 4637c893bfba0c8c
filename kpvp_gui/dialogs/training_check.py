"""What stands in the way of a start, and the settings judged while they are typed: what is wrong, or their cost."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from kpvp_gui.background.jobs import Job

CHECK_MS = 500


@dataclass(frozen=True)
class Obstacle:
    """Why nothing can be started now. `wrong`: something has to be corrected, rather than chosen or waited for."""

    words: str
    wrong: bool = False


class SettingsCheck(QObject):
    """Checks in a job, soon after the last `changed`; an answer about settings that changed meanwhile is dropped."""

    answered = Signal(object)  # as `training.runs.checking.check_settings` says it
    failed = Signal()

    def __init__(self, settings: Callable[[], str | None], parent: QObject | None = None) -> None:
        """`settings` gives them as TOML, or None while they cannot be checked."""
        super().__init__(parent)
        self._settings = settings
        self._job: Job | None = None
        self._soon = QTimer(self, singleShot=True, interval=CHECK_MS)
        self._soon.timeout.connect(self._ask)

    @property
    def waiting(self) -> bool:
        """Whether it has yet to begin."""
        return self._soon.isActive()

    def changed(self) -> None:
        """The settings are others now."""
        self._job = None
        self._soon.start()

    def withdraw(self) -> None:
        """The answer is wanted no more."""
        self._job = None
        self._soon.stop()

    def _ask(self) -> None:
        text = self._settings()
        if text is None:
            return
        job = self._job = Job(_check, text)
        job.finished.connect(lambda answer: self._over(job, answer))
        job.failed.connect(lambda _: self._over(job, None))
        job.start()

    def _over(self, job: Job, answer: dict[str, Any] | None) -> None:
        if job is not self._job:
            return
        self._job = None
        if answer is None:
            self.failed.emit()
        else:
            self.answered.emit(answer)


def _check(text: str) -> dict[str, Any]:
    """Imported in the job, which takes 0.2 s: it reads earlier runs and measures this machine."""
    from training.runs import checking

    return checking.check_settings(text)
