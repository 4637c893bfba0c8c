"""The folder in which an open project is kept from moment to moment: its members as files, and where it belongs.

Every file is written whole and flushed, project.json last, so that whatever ends the process, what it names is there.
Knows nothing of who makes clips. Its methods may be called from any thread, one at a time.
"""

from __future__ import annotations

import json
import secrets
import shutil
import threading
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any

from engine.files import atomic_write
from engine.foreign_data import from_json
from engine.projects.lock import NAME as LOCK_NAME
from engine.projects.lock import FolderLock
from engine.projects.members import Folder
from engine.projects.project import TEXT_NAME, ClipEntry, Project
from engine.projects.saving import FileState, not_kept, save_members
from engine.sentences import sentence

STATE_NAME = "working.json"
FRAMES_BYTES = 256 * 1024**2  # of frames that are kept: about two hundred clips of the bundled models
_WHAT = sentence("Your latest work")


@dataclass(frozen=True)
class CopyState:
    """Where a working copy belongs, and how it was left."""

    path: str = ""  # of the project file; "" for work without a name
    size: int = 0  # of that file when it was last read or written
    written: int = 0
    modified: bool = False  # there is something that the file lacks
    closed: bool = False  # left in good order
    offered: bool = False  # after it was not: someone was asked what to do with it

    @property
    def file(self) -> FileState:
        return FileState(self.size, self.written)

    @classmethod
    def read(cls, folder: Path) -> CopyState | None:
        """None where there is none, or none that can be read."""
        try:
            data = from_json((folder / STATE_NAME).read_text("utf-8"))
            if not isinstance(data, dict):
                return None
            known = {f.name: data[f.name] for f in fields(cls) if f.name in data}
            return (
                cls(**known) if all(type(value) is type(getattr(cls, name)) for name, value in known.items()) else None
            )
        except (OSError, ValueError, TypeError):
            return None


class WorkingCopy:
    """Made by `create` or `take`, ended by `close`, which leaves it for the next start, or `discard`.

    Raises `ProjectError` where something cannot be written; what was kept before is kept still.
    """

    def __init__(self, folder: Path, lock: FolderLock, state: CopyState, limit: int = FRAMES_BYTES) -> None:
        self.folder, self.state, self.limit = folder, state, limit
        self._lock = lock
        self._sizes = Folder(folder).sizes()
        self._text = ""
        self._project = Project()
        self._busy = threading.RLock()

    @classmethod
    def create(cls, root: Path, fill: Callable[[Path], object] = lambda _: None, **state: Any) -> WorkingCopy:
        """A new one in `root`. `fill` may write members into its folder; whatever it raises, nothing is left."""
        folder = root / f"{time.strftime('%Y%m%d-%H%M%S')}-{secrets.token_hex(4)}"
        try:
            folder.mkdir(parents=True)
            lock = FolderLock.take(folder)
            assert lock is not None  # nobody else knows of it
            try:
                fill(folder)
                copy = cls(folder, lock, CopyState())
                copy.change(**state)
            except BaseException:
                lock.release()
                shutil.rmtree(folder, ignore_errors=True)
                raise
        except OSError as error:
            raise not_kept(_WHAT, error) from error
        return copy

    @classmethod
    def take(cls, folder: Path) -> WorkingCopy | None:
        """One that is there already; None if it is gone, or another process has it."""
        state = CopyState.read(folder)
        try:
            lock = FolderLock.take(folder) if state is not None else None
        except OSError:
            lock = None
        if lock is None or state is None:
            return None
        return cls(folder, lock, state)

    def change(self, **changes: Any) -> None:
        """Write other fields of the state."""
        with self._busy:
            state = replace(self.state, **changes)
            if state == self.state and (self.folder / STATE_NAME).exists():
                return
            self._put(STATE_NAME, json.dumps(asdict(state)).encode())
            self.state = state

    def __contains__(self, name: str) -> bool:
        return name in self._sizes

    def add(self, name: str, data: bytes) -> None:
        """Write a member, unless it is there. A project does not name it yet."""
        with self._busy:
            if name not in self._sizes:
                self._put(name, data)
                self._sizes[name] = len(data)

    def remove(self, names: Iterable[str]) -> None:
        """Delete members that the project no longer names."""
        for name in self._sizes.keys() & set(names):
            (self.folder / name).unlink(missing_ok=True)
            self._sizes.pop(name, None)

    def write(self, project: Project) -> Project:
        """The project is this from now on. Returned as it was written: the oldest frames went beyond the limit.

        Frames of clips without a star go first, and never the latest.
        """
        with self._busy:
            gone = self._beyond_limit(project)
            if gone:
                clips = [replace(entry, frames="") if entry.frames in gone else entry for entry in project.clips]
                project = replace(project, clips=clips)
            text = project.to_text()
            if text != self._text:
                self._put(TEXT_NAME, text.encode("utf-8", "surrogatepass"))
                self._text, self._project = text, project
            self.remove(gone)
            return project

    def save(self, path: Path, expected: FileState | None = None) -> None:
        """Write the project to a file (see `saving.save_members`), and belong to that from now on."""
        with self._busy:
            there = [name for name in self._project.named() if name in self._sizes]
            size, written = save_members(self.folder, there, path, expected)
            self.change(path=str(path), size=size, written=written, modified=False)

    def close(self) -> None:
        """Leave it in good order: without what the project no longer names, and free for others."""
        with self._busy:
            try:
                if self._text:
                    named = self._project.named() | {TEXT_NAME, STATE_NAME}
                    self.remove({name for name in self._sizes if name not in named})
                self.change(closed=True)
            finally:
                self._lock.release()

    def let_go(self) -> None:
        """Free it for others as it is."""
        self._lock.release()

    def discard(self) -> None:
        """Delete it."""
        with self._busy:
            (self.folder / STATE_NAME).unlink(missing_ok=True)  # half deleted, it is nothing
            self._lock.release()
            shutil.rmtree(self.folder, ignore_errors=True)

    def _beyond_limit(self, project: Project) -> set[str]:
        frames = {name: size for name, size in self._sizes.items() if name.startswith("frames/")}
        wanted = {entry.frames: entry for entry in project.clips if entry.frames in frames}
        order = [name for name in frames if name not in wanted]  # of clips that were deleted
        order += sorted(wanted, key=lambda name: _worth(wanted[name]))[:-1]
        total, gone = sum(frames.values()), set()
        for name in order:
            if total <= self.limit:
                break
            total -= frames[name]
            gone.add(name)
        return gone

    def _put(self, name: str, data: bytes) -> None:
        path = self.folder / name
        try:
            self.folder.stat()  # gone, it must not come back without what the project names
            path.parent.mkdir(exist_ok=True)
            with atomic_write(path) as temporary:
                temporary.write_bytes(data)
        except OSError as error:
            raise not_kept(_WHAT, error) from error


def copied(copy: WorkingCopy, root: Path, **state: Any) -> WorkingCopy:
    """Another working copy of the same project, which shares no file that is ever written to."""

    def fill(folder: Path) -> None:
        ignore = shutil.ignore_patterns(STATE_NAME, LOCK_NAME, ".*")
        shutil.copytree(copy.folder, folder, ignore=ignore, dirs_exist_ok=True)

    return WorkingCopy.create(root, fill, **state)


def most_worth(clips: Sequence[ClipEntry], count: int) -> list[ClipEntry]:
    """The latest `count` clips, starred ones before others, in the order that they have."""
    kept = {entry.id for entry in sorted(clips, key=_worth)[-count:]}
    return [entry for entry in clips if entry.id in kept]


def _worth(entry: ClipEntry) -> tuple[bool, float]:
    return entry.starred, entry.created
