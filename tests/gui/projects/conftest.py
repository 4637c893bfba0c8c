"""Studios without a window, one after another or side by side, that keep their work in the same folder."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from kpvp_gui.background.remembered import Remembered
from kpvp_gui.document.document import Document
from kpvp_gui.projects.kept_clips import KeptClips
from kpvp_gui.projects.session import ProjectSession
from tests.gui.conftest import RecordingEngine, model_entry


class Studio:
    """A Document, an engine that answers when told to, and the session that keeps what they make."""

    def __init__(self, qtbot, remembered: Remembered) -> None:
        self.qtbot, self.remembered = qtbot, remembered
        self.document = Document()
        self.document.set_models([model_entry("people"), model_entry("other", ("squats", "waving"))])
        self.engine = RecordingEngine(self.document)
        self.document.making.requested.disconnect()
        self.session = ProjectSession(self.document, remembered)
        asked: list[Any] = self.engine.requests
        self.kept = KeptClips(self.document, self.session.autosave, asked.append)
        self.document.making.requested.connect(self.kept.submit)
        self.said: list[tuple[str, str]] = []
        self.offered: list = []
        self.document.message.connect(lambda *what: self.said.append(what))
        self.session.left_open.connect(self.offered.append)

    def start(self, *arguments: Any, **keywords: Any) -> "Studio":
        self.session.start(*arguments, **keywords)
        self.wait(lambda: self.session.autosave.keeper is not None)
        return self.settled()

    def wait(self, condition: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(condition, timeout=30000)

    def settled(self) -> "Studio":
        """Nothing is being read or written."""
        session = self.session
        self.wait(lambda: session._job is None and session.autosave._job is None)
        assert session.settle() is None
        return self

    def make(self, photo=None, clips: int = 1) -> "Studio":
        """So many clips, finished and kept."""
        if photo is not None:
            self.document.set_photo(photo)
            clips -= 1
        for _ in range(clips):
            self.engine.serve_all()
            self.document.generate()
        self.engine.serve_all()
        return self.settled()

    def save(self, path) -> "Studio":
        self.session.save(path)
        return self.settled()

    def open(self, path) -> "Studio":
        self.session.open(path)
        return self.settled()

    def end(self) -> None:
        self.settled()
        self.session.end()
        self.leave_no_jobs()

    def crash(self) -> None:
        """What the system does for a process that is killed: its locks go, and nothing else happens."""
        self.settled()
        keeper, self.session.autosave.keeper = self.session.autosave.keeper, None
        assert keeper is not None
        if keeper._writer is not None:
            keeper._writer.copy.let_go()
        self.leave_no_jobs()

    def leave_no_jobs(self) -> None:
        self.wait(lambda: self.session.autosave._job is None)

    def seeds(self) -> list[int | None]:
        return [record.seed for record in self.document.clips]

    def frames(self) -> list[np.ndarray]:
        """Of every clip, each shown so that they are read or asked for."""
        found = []
        for record in self.document.clips:
            self.document.select_clip(record.id)
            self.wait(lambda record=record: record.frames is not None)
            found.append(record.frames)
        return found


@pytest.fixture
def studio(qtbot, remembered):
    """Makes another studio each time it is called."""
    made = []

    def another() -> Studio:
        made.append(Studio(qtbot, remembered))
        return made[-1]

    yield another
    for one in made:
        if one.session.autosave.keeper is not None:
            one.crash()
