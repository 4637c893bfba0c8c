"""Requests go to the engine, its answers to the Document. Neither knows the other; this is where they meet."""

from __future__ import annotations

from kpvp_gui.document.document import Document
from kpvp_gui.document.engine_thread import EngineThread


def connect_engine(document: Document, engine: EngineThread) -> None:
    """Called once, before the engine starts."""
    document.requested.connect(engine.submit)
    document.cancel_requested.connect(engine.cancel)
    engine.begins.connect(document.clip_begins)
    engine.frames.connect(document.frames_arrive)
    engine.done.connect(lambda clip_id, clip, _seconds: document.clip_finishes(clip_id, clip))
    engine.failed.connect(document.clip_fails)
    engine.dropped.connect(document.clip_cancelled)
    engine.trouble.connect(document.report)
    engine.familiarity_known.connect(document.familiarity_arrives)
