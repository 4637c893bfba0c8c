"""Between the Document and the engine: frames that are on disk come from there, and what is finished is kept."""

from __future__ import annotations

from collections.abc import Callable

from engine.clip import Clip
from kpvp_gui.background.jobs import Job
from kpvp_gui.document.document import Document
from kpvp_gui.document.inputs import AnyRequest, Kind
from kpvp_gui.projects.autosave import Autosave


class KeptClips:
    """`submit` takes requests, answers what it can and hands the engine the rest; `finish` takes finished clips."""

    def __init__(self, document: Document, autosave: Autosave, engine: Callable[[AnyRequest], None]) -> None:
        self._finishes, self._autosave, self._engine = document.making.clip_finishes, autosave, engine

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

    def finish(self, clip_id: str, clip: Clip) -> None:
        """A clip is finished when a crash can no longer take it: its keypoints are on disk, or never will be."""
        self._autosave.when_kept(clip_id, lambda: self._finishes(clip_id, clip))

    def _read(self, request: AnyRequest, clip: Clip | None) -> None:
        if clip is None:
            self._engine(request)
        else:
            self._finishes(request.id, clip)
