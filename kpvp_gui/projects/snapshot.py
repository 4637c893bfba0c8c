"""The Document at one moment, as values that another thread may look at. Knows no Qt but the Document's."""

from __future__ import annotations

import itertools
from typing import Any, NamedTuple

import numpy as np

from engine.clip import Clip
from engine.future import Future
from kpvp_gui.document.document import Document
from kpvp_gui.document.inputs import Inputs

_numbers = itertools.count(1)


class ClipState(NamedTuple):
    """A clip as it is now. `clip` is there if it is finished and in memory."""

    id: str
    inputs: Inputs
    future: Future
    starred: bool
    created: float
    thumbnail: np.ndarray | None
    clip: Clip | None
    edited_from: str
    original: np.ndarray | None
    driver: str
    name: str


class Snapshot(NamedTuple):
    """All that a project holds of the Document. `view` and `keypoints` are as in project.json; `number` grows."""

    number: int
    clips: tuple[ClipState, ...]
    inputs: Inputs
    seed_locked: bool
    view: dict[str, Any]
    keypoints: dict[str, Any]


def document_state(document: Document) -> Snapshot:
    """Nothing is copied: arrays of a clip are never written to once they are its own."""
    current, playback = document.clips.current, document.playback
    clips = tuple(
        ClipState(
            record.id,
            record.inputs,
            record.future,
            record.starred,
            record.created,
            record.thumbnail,
            record.clip,
            record.edited_from,
            record.original,
            record.driver,
            record.name,
        )
        for record in document.clips
    )
    view = {
        "clip": current.id if current is not None and not current.preview else "",
        "playhead": playback.playhead,
        "speed": playback.speed,
        "loop": playback.loop_mode,
        "overlays": sorted(document.overlays),
        "keypoints": sorted(document.selection),
    }
    return Snapshot(next(_numbers), clips, document.inputs, document.seed_locked, view, document.marks.to_json())
