"""Keeps one open project on disk: its working copy, from the first clip on, and its file when asked. Knows no Qt.

Its methods may be called from any thread and wait for each other.
"""

from __future__ import annotations

import threading
from pathlib import Path

from engine.errors import ProjectError
from engine.future import Future
from engine.projects import kept
from engine.projects.project import ClipEntry
from engine.projects.reading import open_folder
from engine.projects.working_copy import WorkingCopy
from kpvp_gui.projects.snapshot import Snapshot
from kpvp_gui.projects.writing import ProjectWriter
from kpvp_gui.translation import tr


class Keeper:
    """Begins without a working copy, or with the `writer` of one that was read. Raises `ProjectError`."""

    def __init__(self, root: Path, writer: ProjectWriter | None = None) -> None:
        self._root = root
        self._writer = writer
        self._latest = 0  # number of the snapshot written last
        self._left = False
        self._lock = threading.RLock()

    @property
    def folder(self) -> Path | None:
        """Of the working copy, if there is one yet."""
        return self._writer.copy.folder if self._writer is not None else None

    def write(self, state: Snapshot, modified: bool, frames: bool = True) -> bool:
        """Keep what is new in `state`, a part of it; whether there is more. An older state than the last is ignored.

        modified: whether there is something that the project's file lacks.
        """
        with self._lock:
            if self._left or state.number < self._latest or (self._writer is None and not state.clips):
                return False
            writer = self._begun()
            if modified:  # first: then it is offered again, whatever happens
                writer.copy.change(modified=True)
            more = writer.write(state, frames)
            self._latest = state.number
            return more

    def save(self, state: Snapshot, path: Path, checked: bool) -> None:
        """Write everything to the project file `path`. checked: not if it was changed since it was opened."""
        with self._lock:
            owner = kept.owner(self._root, path)
            if owner is not None and owner != self.folder:
                raise ProjectError(tr("{name} is open in another window.", name=path.name), tr("Save as another file."))
            writer = self._begun()
            while writer.write(state):
                pass
            self._latest = state.number
            writer.copy.save(path, writer.copy.state.file if checked else None)

    def leave(self, state: Snapshot | None, modified: bool) -> Path | None:
        """Keep everything and let go; the folder, or None if nothing in it is worth keeping.

        state: None to let go of it as it is.
        """
        with self._lock:
            if self._left:
                return self.folder
            if state is not None and (self._writer is not None or state.clips):
                writer = self._begun()
                while writer.write(state):
                    pass
                writer.copy.change(modified=modified)
            self._left = True
            if self._writer is None:
                return None
            copy = self._writer.copy
            if state is not None and not (copy.state.modified if copy.state.path else state.clips):
                copy.discard()
                return None
            copy.close()
            return copy.folder

    # Frames

    def entry(self, record_id: str) -> ClipEntry | None:
        """What is kept of a clip, if anything is."""
        return self._writer.entry(record_id) if self._writer is not None else None

    def read(self, entry: ClipEntry) -> Future:
        """A clip from disk: a `Clip` if its frames are kept."""
        assert self._writer is not None  # there is an entry
        opened = open_folder(self._writer.copy.folder)
        clip = opened.clip(entry)
        return clip if clip is not None else opened.future(entry)

    def _begun(self) -> ProjectWriter:
        """The writer. Where its folder was deleted, another begins, for which all that is in memory is new."""
        if self._writer is not None and not self._writer.copy.folder.is_dir():
            left = self._writer.copy.state
            self._writer.copy.let_go()
            self._writer = None
            copy = WorkingCopy.create(self._root, path=left.path, size=left.size, written=left.written, modified=True)
            self._writer = ProjectWriter(copy)
        if self._writer is None:
            self._writer = ProjectWriter(WorkingCopy.create(self._root))
        return self._writer
