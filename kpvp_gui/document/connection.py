"""Requests go to the engine, its answers to the Document. Neither knows the other; this is where they meet."""

from __future__ import annotations

from kpvp_gui.document.document import Document
from kpvp_gui.document.engine_thread import EngineThread


def connect_engine(document: Document, engine: EngineThread) -> None:
    """Called once, before the engine starts."""
    making = document.making
    making.requested.connect(engine.submit)
    making.cancel_requested.connect(engine.cancel)
    engine.begins.connect(making.clip_begins)
    engine.frames.connect(making.frames_arrive)
    engine.done.connect(lambda clip_id, clip, _seconds: making.clip_finishes(clip_id, clip))
    engine.failed.connect(making.clip_fails)
    engine.dropped.connect(making.clip_cancelled)
    full_size = document.full_size
    full_size.requested.connect(engine.submit)
    engine.enlarged.connect(full_size.frame_arrives)
    engine.pictures.connect(full_size.pictures_arrive)
    engine.failed.connect(full_size.fails)
    for over in (engine.enlarged_all, engine.dropped):
        over.connect(full_size.ends)
    engine.trouble.connect(document.report)
    engine.familiarity_known.connect(document.familiarity_arrives)
    comparison = document.comparison
    comparison.requested.connect(engine.submit)
    engine.detected.connect(comparison.keypoints_arrive)
    engine.failed.connect(comparison.fails)
    engine.dropped.connect(comparison.ends)
    grid = document.grid
    grid.requested.connect(engine.submit)
    engine.begins.connect(grid.clip_begins)
    engine.frames.connect(grid.frames_arrive)
    engine.done.connect(lambda clip_id, clip, _seconds: grid.clip_finishes(clip_id, clip))
    engine.failed.connect(grid.clip_fails)
    engine.dropped.connect(grid.clip_cancelled)
