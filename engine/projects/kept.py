"""The working copies there are: which one to go on with, which were not left in good order, which are old enough to go.

They lie in the user's data folder, so that work without a name is there at the next start.
"""

from __future__ import annotations

import shutil
import time
from dataclasses import dataclass
from pathlib import Path

from engine.errors import ProjectError
from engine.folders import user_data
from engine.projects.lock import FolderLock
from engine.projects.members import Folder
from engine.projects.project import TEXT_NAME
from engine.projects.reading import open_folder
from engine.projects.working_copy import STATE_NAME, CopyState

MOST_COPIES = 10
MOST_FRAMES_BYTES = 512 * 1024**2  # of all working copies together
UNNAMED_CLIPS = 400  # of work without a name that are there again at the next start
_HALF_MADE = 3600.0  # seconds after which a folder without a state is nobody's


@dataclass(frozen=True)
class KeptWork:
    """A working copy that nobody has open."""

    folder: Path
    state: CopyState
    clips: int
    about: str  # its file's name, or that of its first photo
    used: float  # seconds since 1970

    @property
    def worth_keeping(self) -> bool:
        """Whether it holds something that no file does."""
        return self.state.modified if self.state.path else self.clips > 0

    @property
    def left_open(self) -> bool:
        """Whether the studio ended before it could close it, and nobody was asked yet what to do."""
        return not self.state.closed and not self.state.offered and self.worth_keeping


def root() -> Path:
    return user_data() / "work"


def kept_work(folder: Path) -> list[KeptWork]:
    """Every working copy below `folder` that is free, the latest used first."""
    found = [work for path in _folders(folder) if (work := _described(path)) is not None]
    return sorted(found, key=lambda work: work.used, reverse=True)


def owner(folder: Path, path: Path) -> Path | None:
    """The working copy of the project file `path` that is open in another window, if one is."""
    for inner in _folders(folder):
        state = CopyState.read(inner)
        if state is not None and state.path and Path(state.path) == path and not state.closed and not _is_free(inner):
            return inner
    return None


def tidy(folder: Path) -> None:
    """Delete what nobody needs: beyond `MOST_COPIES` and the bytes of frames, the longest unused first."""
    works = kept_work(folder)
    known = {work.folder for work in works}
    for path in _folders(folder):
        if path in known:
            continue
        state = CopyState.read(path)
        never_written = state is not None and not (path / TEXT_NAME).exists() and not (path / "clips").exists()
        half_made = state is None and not (path / STATE_NAME).exists() and time.time() - _used(path) > _HALF_MADE
        if never_written or half_made:
            _delete(path)
    for work in works:
        if not work.worth_keeping and not work.state.closed:
            _delete(work.folder)
    works = [work for work in works if work.folder.exists()]
    for work in works[MOST_COPIES:]:
        _delete(work.folder)
    total = 0
    for work in works[:MOST_COPIES]:
        total += sum(size for name, size in Folder(work.folder).sizes().items() if name.startswith("frames/"))
        if total > MOST_FRAMES_BYTES and _is_free(work.folder):
            shutil.rmtree(work.folder / "frames", ignore_errors=True)


def _described(folder: Path) -> KeptWork | None:
    state = CopyState.read(folder)
    if state is None or not _is_free(folder):
        return None
    try:
        project = open_folder(folder).project
    except ProjectError:
        return None
    about = Path(state.path).name or next((photo.name for photo in project.photos), "")
    return KeptWork(folder, state, len(project.clips), about, _used(folder))


def _folders(folder: Path) -> list[Path]:
    try:
        return [path for path in folder.iterdir() if path.is_dir()]
    except OSError:
        return []


def _used(folder: Path) -> float:
    for path in (folder / TEXT_NAME, folder):
        try:
            return path.stat().st_mtime
        except OSError:
            continue
    return 0.0


def _is_free(folder: Path) -> bool:
    try:
        lock = FolderLock.take(folder)
    except OSError:
        return False
    if lock is not None:
        lock.release()
    return lock is not None


def _delete(folder: Path) -> None:
    if _is_free(folder):
        shutil.rmtree(folder, ignore_errors=True)
