"""A studio without a window that is killed again and again, and what it says before.

`python -m tests.gui.projects.lives` is one life: it brings back what the life before left, says which futures there
are, and goes on making more until it is killed. It prints `there SEED...` once, then `finished SEED`.
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[3]
_PATIENCE = 60.0  # seconds that a life may hang
_PER_FUTURE = 0.15  # seconds, roughly


def live() -> int:
    """One life. The engine's answers come in the pieces and the order that they have in the studio, only faster."""
    import numpy as np
    from PySide6.QtCore import QCoreApplication, QTimer

    from engine.media.photo import read_photo
    from kpvp_gui.background.remembered import Remembered
    from kpvp_gui.document.document import Document
    from kpvp_gui.projects.kept_clips import KeptClips
    from kpvp_gui.projects.session import ProjectSession
    from tests.gui.conftest import RecordingEngine, T, model_entry

    application = QCoreApplication(["kpvp"])
    document = Document()
    document.set_models([model_entry("people")])
    engine = RecordingEngine(document)
    session = ProjectSession(document, Remembered())
    asked: list[Any] = engine.requests
    kept = KeptClips(document, session.autosave, asked.append)
    document.making.requested.disconnect()
    document.making.requested.connect(kept.submit)
    document.making.clip_finishes = kept.finish  # as `connect_engine` does with the studio's own engine

    def say(*words: object) -> None:
        print(*words, flush=True)

    def finished(clip_id: str) -> None:
        if (record := document.clips.named(clip_id)) is not None:
            say("finished", record.seed)

    document.making.clip_finished.connect(finished)

    def answer() -> None:
        """The next piece of an answer, or the next request."""
        if not engine.requests:
            document.set_seed(max((record.seed or 0 for record in document.clips), default=0) + 1)
            if not engine.requests:  # the life before had chosen it already
                document.generate()
            return
        request = engine.requests[0]
        record = document.clips.named(request.id)
        if record is None or record.frames is None:  # the life before was killed before its frames were kept
            engine.begin(request)
        elif record.ready < T:
            engine.frames(request, record.ready, min(T, record.ready + 8))
        else:
            engine.finish(engine.requests.pop(0))

    def go_on() -> None:
        say("there", *(record.seed for record in document.clips))
        document.lock_seed(True)
        if document.photo is None:
            document.set_seed(0)  # futures are known by their seeds
            document.set_photo(read_photo(np.zeros((90, 160, 3), np.uint8)))
        timer.start(3)

    timer = QTimer(application)
    timer.timeout.connect(answer)
    started = []

    def begin() -> None:
        """Once whatever is to be brought back is there."""
        if session.autosave.keeper is not None and session._job is None and not started:
            started.append(True)
            if session.works and not len(document.clips):
                session.open_kept(session.works[0])
                waiting.start(5)
                started.clear()
                session.works = []
            else:
                waiting.stop()
                go_on()

    waiting = QTimer(application)
    waiting.timeout.connect(begin)
    session.start()
    waiting.start(5)
    return application.exec()


@dataclass
class Lives:
    """Lives of one studio in `home`, each killed at a random moment."""

    home: Path
    random: random.Random
    finished: set[int] = field(default_factory=set)
    lost: list[tuple[int, set[int]]] = field(default_factory=list)  # after which life, which futures
    count: int = 0

    def live(self, most: int) -> None:
        """Start one, and kill it at a random moment after at most `most` futures were finished in it."""
        environment = os.environ | {"PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
        for name in ("XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME"):
            environment[name] = str(self.home / name)
        command = [sys.executable, "-P", "-m", "tests.gui.projects.lives"]
        with open(self.home / "errors.log", "ab") as log:
            process = subprocess.Popen(
                command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=log, text=True
            )
        assert process.stdout is not None
        watch = threading.Timer(_PATIENCE, process.kill)
        watch.start()
        try:
            there = {int(seed) for seed in process.stdout.readline().split()[1:]}
            lines = [process.stdout.readline() for _ in range(self.random.randint(0, most))]
            time.sleep(self.random.random() * _PER_FUTURE)
        finally:
            watch.cancel()
            process.kill()
        said = [line.split() for line in (*lines, *process.stdout.read().splitlines())]
        process.wait()
        if self.finished - there:
            self.lost.append((self.count, self.finished - there))
        self.finished |= {int(words[1]) for words in said if len(words) == 2 and words[0] == "finished"}
        self.count += 1


def main() -> int:
    """`python -m tests.gui.projects.lives KILLS`: so many lives, and what was lost. Without a number: one life."""
    if len(sys.argv) == 1:
        return live()
    import tempfile

    with tempfile.TemporaryDirectory(prefix="kpvp-lives-") as home:
        lives = Lives(Path(home), random.Random(0))
        for _ in range(int(sys.argv[1]) + 1):
            lives.live(4)
        print(f"{lives.count - 1} kills, {len(lives.finished)} futures finished, lost: {lives.lost or 'none'}")
    return int(bool(lives.lost))


if __name__ == "__main__":
    sys.exit(main())
