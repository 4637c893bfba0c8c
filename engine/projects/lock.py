"""A lock on a folder that ends with the process that holds it, however that ends."""

from __future__ import annotations

import os
from pathlib import Path

from engine.files import try_lock

NAME = ".lock"


class FolderLock:
    """Held from `take` until `release`, or until the process ends."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor

    @classmethod
    def take(cls, folder: Path) -> FolderLock | None:
        """None if another process, or another part of this one, holds it. Raises `OSError` for other reasons."""
        descriptor = os.open(folder / NAME, os.O_CREAT | os.O_RDWR, 0o600)
        if try_lock(descriptor):
            return cls(descriptor)
        os.close(descriptor)
        return None

    def release(self) -> None:
        os.close(self._descriptor)
