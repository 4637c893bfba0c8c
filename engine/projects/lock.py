"""A lock on a folder that ends with the process that holds it, however that ends."""

from __future__ import annotations

import os
import sys
from pathlib import Path

NAME = ".lock"


class FolderLock:
    """Held from `take` until `release`, or until the process ends."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor

    @classmethod
    def take(cls, folder: Path) -> FolderLock | None:
        """None if another process, or another part of this one, holds it. Raises `OSError` for other reasons."""
        descriptor = os.open(folder / NAME, os.O_CREAT | os.O_RDWR, 0o600)
        if _locked(descriptor):
            return cls(descriptor)
        os.close(descriptor)
        return None

    def release(self) -> None:
        os.close(self._descriptor)


if sys.platform == "win32":
    import msvcrt

    def _locked(descriptor: int) -> bool:
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _locked(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:  # a file system without locks: better without than not at all
            return True
        return True
