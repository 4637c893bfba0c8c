"""Opening work that is kept: a project file, a working copy left in good order or by a crash. Knows no Qt."""

from __future__ import annotations

import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from engine.errors import ProjectError
from engine.models.library import ModelEntry
from engine.projects import kept
from engine.projects.kept import UNNAMED_CLIPS, KeptWork, kept_work
from engine.projects.members import Archive
from engine.projects.reading import open_folder
from engine.projects.saving import FileState
from engine.projects.working_copy import CopyState, WorkingCopy, copied
from kpvp_gui.projects.keeper import Keeper
from kpvp_gui.projects.restoring import Restored, restore
from kpvp_gui.projects.writing import ProjectWriter
from kpvp_gui.translation import tr


@dataclass(frozen=True)
class OpenedWork:
    """What was read, and the keeper that goes on from there. `path` is its file's; None: it has none."""

    keeper: Keeper
    restored: Restored
    path: Path | None = None
    modified: bool = False
    elsewhere: Path | None = None  # the file, which another window has open
    damaged: int = 0  # parts of the file that could not be read


def open_file(root: Path, path: Path, models: Sequence[ModelEntry]) -> OpenedWork:
    """A project file; with what was done since it was saved, if that was left in good order.

    Open in another window, it is opened as a copy without a file. Raises `ProjectError`.
    """
    path = path.resolve()
    state = FileState.of(path)
    elsewhere = path if kept.owner(root, path) is not None else None
    for work in [] if elsewhere else kept_work(root):
        if _goes_on(work, path, state) and (copy := WorkingCopy.take(work.folder)) is not None:
            return _opened(root, copy, models, None)
    damaged: list[str] = []
    with Archive(path) as archive:
        known = {} if elsewhere else {"path": str(path), "size": state.size, "written": state.written}
        copy = WorkingCopy.create(root, lambda folder: damaged.extend(archive.unpack(folder)), **known)
    return replace(_opened(root, copy, models, None), elsewhere=elsewhere, damaged=len(damaged))


def go_on(root: Path, folder: Path, models: Sequence[ModelEntry]) -> OpenedWork | None:
    """Work that was left in good order; None if it is not there. Raises `ProjectError`."""
    state = CopyState.read(folder)
    copy = WorkingCopy.take(folder) if state is not None and state.closed else None
    return None if copy is None else _opened(root, copy, models, None if copy.state.path else UNNAMED_CLIPS)


def recover(root: Path, folder: Path, models: Sequence[ModelEntry]) -> OpenedWork:
    """A copy, without a file, of work that was not left in good order. Raises `ProjectError`."""
    left = WorkingCopy.take(folder)
    if left is None:
        raise ProjectError(tr("The work that was kept is no longer there."), tr("Another window may have opened it."))
    try:
        opened = _opened(root, copied(left, root), models, None)
    except BaseException:
        left.let_go()
        raise
    left.discard()
    return opened


def discard(folder: Path) -> None:
    """Delete work that nobody wants back."""
    if (copy := WorkingCopy.take(folder)) is not None:
        copy.discard()


def survey(root: Path) -> tuple[list[KeptWork], list[KeptWork]]:
    """What is kept, and what of it was not left in good order: each of those is named here once only."""
    kept.tidy(root)
    works = kept_work(root)
    left = [work for work in works if work.left_open]
    for work in left:
        if (copy := WorkingCopy.take(work.folder)) is not None:
            copy.change(offered=True)
            copy.let_go()
    return works, left


def caption(work: KeptWork) -> str:
    """ "squats.png, 12 futures, 24 Nov 22:31" """
    futures = tr("%n futures", "", work.clips)
    when = time.strftime("%d %b %H:%M", time.localtime(work.used)).lstrip("0")
    return ", ".join(part for part in (work.about, futures, when) if part)


def _goes_on(work: KeptWork, path: Path, state: FileState) -> bool:
    kept_state = work.state
    return kept_state.path == str(path) and kept_state.closed and kept_state.modified and kept_state.file == state


def _opened(root: Path, copy: WorkingCopy, models: Sequence[ModelEntry], most: int | None) -> OpenedWork:
    named = copy.state.path
    try:
        with suppress(ProjectError):  # on a full disk it can be looked at all the same
            copy.change(closed=False, offered=False)
        restored = restore(open_folder(copy.folder), models, most)
        writer = ProjectWriter(copy, restored.project)
        writer.adopt(restored.records)
    except BaseException:
        copy.let_go()
        raise
    return OpenedWork(Keeper(root, writer), restored, Path(named) if named else None, copy.state.modified)
