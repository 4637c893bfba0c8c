"""A lock on a file that the system gives up when its process dies, however it dies.

Exclusive for building and removing, shared for reading. Where the file system knows no locks there is none.
"""

from __future__ import annotations

import os
import time
from pathlib import Path

from engine.files import try_lock

_POLL_SECONDS = 0.1


class FileLock:
    """Holds `path` (made if need be) locked until `close`, the end of a `with` block, or the end of the process.

    `FileLock(path)` waits until no one else holds it; `FileLock.attempt` gives None instead of waiting.
    """

    _file: int | None = None

    def __init__(self, path: Path, shared: bool = False) -> None:
        self._file = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
        try:
            while not try_lock(self._file, shared):
                time.sleep(_POLL_SECONDS)
        except BaseException:
            self.close()
            raise

    @classmethod
    def attempt(cls, path: Path) -> FileLock | None:
        """An exclusive lock, or None if another holds it."""
        lock = cls.__new__(cls)
        lock._file = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
        if try_lock(lock._file):
            return lock
        lock.close()
        return None

    def close(self) -> None:
        if self._file is not None:
            os.close(self._file)
            self._file = None

    def __enter__(self) -> FileLock:
        return self

    def __exit__(self, *exception) -> None:
        self.close()

    def __del__(self) -> None:
        self.close()
