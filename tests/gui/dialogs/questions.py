"""What the training dialog asks child processes and checks, remembered, and answered when a test says so."""

from PySide6.QtCore import QObject, Signal

from kpvp_gui.background.child_question import ChildQuestion
from kpvp_gui.dialogs import training_check


class Checking(QObject):
    """Stands for the job of a check."""

    finished, failed = Signal(object), Signal(object)

    def start(self):
        return self


class Questions:
    """Stands for the child processes and the checks: remembers what was asked, answers on request."""

    def __init__(self, monkeypatch):
        self.asked: list[tuple[ChildQuestion, list[str]]] = []
        self.checks: list[tuple[Checking, str]] = []  # and the settings that are checked
        monkeypatch.setattr(ChildQuestion, "ask", lambda q, arguments, text="": self.asked.append((q, arguments)))
        monkeypatch.setattr(ChildQuestion, "withdraw", lambda q: None)
        monkeypatch.setattr(training_check, "Job", self._check)

    def _check(self, work, text: str) -> Checking:
        self.checks.append((Checking(), text))
        return self.checks[-1][0]

    def last(self, word: str) -> tuple[ChildQuestion, list[str]]:
        return next(entry for entry in reversed(self.asked) if word in entry[1])

    def answer(self, word: str, value: dict) -> None:
        self.last(word)[0].answered.emit(value)
