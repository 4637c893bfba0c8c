"""The lock of a run's folder: one process trains it, and says every few seconds that it lives.

A thread does the saying, so that a long step, a slow disk or the drawing of a world does not look like death.
`training.runs.folder` reads the lock.
"""

from __future__ import annotations

import json
import os
import socket
import threading
import time
from contextlib import suppress

from engine.errors import TrainingError
from training.runs.folder import RunFolder, process_birth

BEAT = 5.0  # seconds
SETTLING = 0.1  # seconds in which a second process that takes the same stale lock shows itself


class Lock:
    """Holds `folder` from `take` to `release`."""

    def __init__(self, folder: RunFolder) -> None:
        self._folder = folder
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._keep_beating, name="heartbeat", daemon=True)
        self._start = time.time()
        self._mine = {
            "pid": os.getpid(),
            "birth": process_birth(os.getpid()),
            "host": socket.gethostname(),
            "start": self._start,
        }

    def take(self) -> None:
        """Become the process that trains this run. Raises TrainingError if another living one is, or OSError."""
        self._refuse_other(self._folder.holder())
        self._beat()
        time.sleep(SETTLING)
        self._refuse_other(self._folder.holder(), unless=self._start)
        self._thread.start()

    def release(self) -> None:
        """Let the next process train."""
        self._over.set()
        self._thread.join()
        with suppress(OSError):
            self._folder.lock_path.unlink(missing_ok=True)

    def _refuse_other(self, holder: dict | None, unless: float | None = None) -> None:
        if holder is not None and (holder.get("pid"), holder.get("start")) != (self._mine["pid"], unless):
            raise TrainingError(
                f"{self._folder.path} is being trained by process {holder.get('pid')}.", "Stop that one first."
            )

    def _keep_beating(self) -> None:
        while not self._over.wait(BEAT):
            # A full disk or a reader on Windows may refuse one beat; the next one comes in time.
            with suppress(OSError):
                self._beat()

    def _beat(self) -> None:
        # Not flushed to disk as other files are: after a power cut no lock is wanted.
        temporary = self._folder.path / f".lock.{os.getpid()}"
        temporary.write_text(json.dumps(self._mine | {"heartbeat": time.time()}), encoding="utf-8")
        os.replace(temporary, self._folder.lock_path)
