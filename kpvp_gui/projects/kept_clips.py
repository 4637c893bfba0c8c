"""Between the Document and the engine: frames that are on disk come from there, and what is finished is kept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np

from engine.clip import Clip
from engine.future import Future
from kpvp_gui.background.jobs import Job
from kpvp_gui.document.document import Document
from kpvp_gui.document.inputs import AnyRequest, Kind, Request
from kpvp_gui.projects.autosave import Autosave


class KeptClips:
    """`submit` takes requests, answers what it can and hands the engine the rest; `finish` takes finished clips."""

    def __init__(self, document: Document, autosave: Autosave, engine: Callable[[AnyRequest], None]) -> None:
        self._clips, self._autosave, self._engine = document.clips, autosave, engine
        self._finishes = document.making.clip_finishes

    def submit(self, request: AnyRequest) -> None:
        """A clip without frames is read, or rendered from the exact keypoints that are on disk."""
        again = isinstance(request, Request) and request.kind in (Kind.REGENERATE, Kind.REDRAW)
        record = self._clips.named(request.clip_id or request.id) if again else None
        keeper = self._autosave.keeper
        entry = keeper.entry(record.id) if keeper and record is not None and record.frames is None else None
        if keeper is None or entry is None or not isinstance(request, Request):
            self._engine(request)
            return
        job = Job(keeper.read, entry)
        job.finished.connect(lambda future: self._read(request, future))
        job.failed.connect(lambda _: self._engine(request))
        job.start()

    def finish(self, clip_id: str, clip: Clip) -> None:
        """A clip is finished when a crash can no longer take it: its keypoints are on disk, or never will be."""
        self._autosave.when_kept(clip_id, lambda: self._finishes(clip_id, clip))

    def _read(self, request: Request, future: Future) -> None:
        wanted = request.future
        if wanted is not None and not np.array_equal(wanted.keypoints, future.keypoints):
            self._engine(request)  # it was edited since it was kept
        elif isinstance(future, Clip):
            self._finishes(request.id, future)
        else:
            self._engine(replace(request, future=future))
