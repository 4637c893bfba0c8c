"""A working copy written to a project file: whole or not at all, with the version before as a backup beside it."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from engine.errors import ProjectError
from engine.files import atomic_write, put
from engine.projects.members import backups, pack
from engine.sentences import sentence


class FileState(NamedTuple):
    """What tells whether a file was changed: its size in bytes, and when it was written in ns. (0, 0): it is absent."""

    size: int
    written: int

    @classmethod
    def of(cls, path: Path) -> FileState:
        try:
            found = path.stat()
        except OSError:
            return cls(0, 0)
        return cls(found.st_size, found.st_mtime_ns)


def save_members(folder: Path, names: Iterable[str], path: Path, expected: FileState | None = None) -> FileState:
    """Write the members `names` of a folder to a project file, and return the file's state.

    expected: what the file was when it was opened; another is not overwritten. None: whatever is there is replaced.
    What was there becomes the first backup. Raises `ProjectError`; the file is then as it was.
    """
    if expected is not None and FileState.of(path) not in (expected, FileState(0, 0)):
        raise ProjectError(
            sentence("{name} was changed by another program since it was opened.", name=path.name),
            sentence("Save as another file."),
        )
    try:
        with atomic_write(path) as temporary:
            pack(folder, names, temporary)
            _rotate(path)
        return FileState.of(path)
    except OSError as error:
        raise not_kept(path.name, error) from error


def not_kept(what: str, error: OSError) -> ProjectError:
    """The sentences for what could not be written."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return ProjectError(
            sentence("{what} could not be saved: the disk is full.", what=what),
            sentence("Free some space; nothing else was lost."),
        )
    reason = (error.strerror or str(error)).lower().rstrip(".")
    return ProjectError(
        sentence("{what} could not be saved: {reason}.", what=what, reason=reason),
        sentence("Save as another file, or in another folder."),
    )


def _rotate(path: Path) -> None:
    """The file becomes its first backup, and that the second; it stays where it is, too."""
    if not path.exists():
        return
    first, second = backups(path)
    with suppress(OSError):  # a folder that takes no backup is no reason not to save
        if first.exists():
            if first.samefile(path):
                return  # by a save that was killed next; further links would make one file of both backups
            put(first, second)
        try:
            os.link(path, first)
        except OSError:
            with atomic_write(first) as temporary:
                shutil.copyfile(path, temporary)
