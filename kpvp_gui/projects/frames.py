"""Frames that are kept on disk come from there, in the thread pool; only what is not there is asked of the engine."""

from __future__ import annotations

from collections.abc import Callable

from engine.clip import Clip
from kpvp_gui.background.jobs import Job
from kpvp_gui.document.document import Document
from kpvp_gui.document.inputs import AnyRequest, Kind
from kpvp_gui.projects.autosave import Autosave


class FramesFromDisk:
    """Stands before the engine: `submit` answers what it can, and hands the rest on."""

    def __init__(self, document: Document, autosave: Autosave, engine: Callable[[AnyRequest], None]) -> None:
        self._making, self._autosave, self._engine = document.making, autosave, engine

    def submit(self, request: AnyRequest) -> None:
        keeper = self._autosave.keeper
        entry = keeper.entry(request.id) if keeper is not None and request.kind is Kind.REGENERATE else None
        if keeper is None or entry is None:
            self._engine(request)
            return
        job = Job(keeper.clip, entry)
        job.finished.connect(lambda clip: self._read(request, clip))
        job.failed.connect(lambda _: self._engine(request))
        job.start()

    def _read(self, request: AnyRequest, clip: Clip | None) -> None:
        if clip is None:
            self._engine(request)
        else:
            self._making.clip_finishes(request.id, clip)
