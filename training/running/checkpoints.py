"""The checkpoints of a run: for each step the last, the one before it, and the best, none of them ever half there.

A checkpoint is written beside the last one, flushed, and only then replaces it; the last becomes the previous.
A kill in between leaves at least one whole checkpoint, and reading takes the newest that is whole.
"""

from __future__ import annotations

import errno
import zipfile
from collections.abc import Callable
from pathlib import Path

import torch

from engine.errors import TrainingError
from engine.files import atomic_write, put


class Checkpoints:
    """`folder`/NAME.pt, NAME.previous.pt and NAME.best.pt; NAME.next.pt only between two renames."""

    def __init__(self, folder: Path, unreadable: Callable[[str, str], None]) -> None:
        """`unreadable(file, error)` is called for a checkpoint that is passed over."""
        self._folder, self._unreadable = folder, unreadable

    def save(self, name: str, state: dict) -> None:
        """Make `state` the last checkpoint of NAME. Raises TrainingError if it cannot be written."""
        path = self._path(name)
        next_one = self._path(name, "next")
        self._write(next_one, state)
        try:
            if path.exists():
                put(path, self._path(name, "previous"))
            put(next_one, path)
        except OSError as error:
            raise _unwritten(error) from None

    def save_best(self, name: str, state: dict) -> None:
        """Make `state` the best checkpoint of NAME."""
        self._write(self._path(name, "best"), state)

    def load(self, name: str) -> dict | None:
        """The newest whole checkpoint of NAME; None if there never was one. Raises TrainingError if none is whole."""
        found = False
        for kind in ("next", "", "previous"):
            path = self._path(name, kind)
            if path.exists():
                found = True
                if (state := self._read(path)) is not None:
                    return state
        if found:
            raise TrainingError(
                f"No checkpoint of {name} can be read.",
                f"Delete the {name} files in {self._folder} to do that step again from its start.",
            )
        return None

    def load_best(self, name: str) -> dict | None:
        """The best checkpoint of NAME, if there is one and it is whole."""
        path = self._path(name, "best")
        return self._read(path) if path.exists() else None

    def clear_torn(self) -> None:
        """Remove the temporary files of writes that a kill cut short."""
        for torn in self._folder.glob(".*.pt"):
            torn.unlink(missing_ok=True)

    def _path(self, name: str, kind: str = "") -> Path:
        return self._folder / (f"{name}.{kind}.pt" if kind else f"{name}.pt")

    def _write(self, path: Path, state: dict) -> None:
        try:
            with atomic_write(path) as temporary, open(temporary, "wb") as file:
                torch.save(state, file)
        except OSError as error:
            raise _unwritten(error) from None
        except RuntimeError as error:  # torch's way of saying that a write failed
            cause = error.__context__ or error.__cause__
            raise _unwritten(cause if isinstance(cause, OSError) else error) from None

    def _read(self, path: Path) -> dict | None:
        try:
            with zipfile.ZipFile(path) as archive:  # torch's own format; torch does not check its sums
                if (damaged := archive.testzip()) is not None:
                    raise zipfile.BadZipFile(f"{damaged} is damaged")
            state = torch.load(path, map_location="cpu", weights_only=True)
            if not isinstance(state, dict):
                raise ValueError("it is no table")
            if not _finite(state):
                raise ValueError("it holds values that are no numbers")
            return state
        except Exception as error:  # what a damaged file makes of a reader is anything
            self._unreadable(path.name, str(error)[:200])
            return None


def _finite(state: object) -> bool:
    """Whether all tensors in nested tables and lists are finite."""
    pending = [state]
    while pending:
        item = pending.pop()
        if isinstance(item, dict):
            pending += item.values()
        elif isinstance(item, list | tuple):
            pending += item
        elif isinstance(item, torch.Tensor) and item.is_floating_point() and not bool(torch.isfinite(item).all()):
            return False
    return True


def _unwritten(error: Exception) -> TrainingError:
    why = getattr(error, "strerror", None) or str(error).partition("\n")[0]
    remedy = "Free some space and resume." if is_full(error) else "See to its folder and resume."
    return TrainingError(f"The checkpoint could not be written ({why}); the one before is whole.", remedy)


def is_full(error: Exception) -> bool:
    """Whether an error says that the disk, or the user's share of it, is full."""
    return getattr(error, "errno", None) in (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC))
