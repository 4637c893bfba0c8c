"""Requests go to the engine, its answers to the Document. Neither knows the other; this is where they meet."""

from __future__ import annotations

from collections.abc import Callable

from engine.clip import Clip
from kpvp_gui.document.document import Document
from kpvp_gui.document.engine_thread import EngineThread
from kpvp_gui.document.inputs import AnyRequest
from kpvp_gui.translation import tr


def connect_engine(
    document: Document,
    engine: EngineThread,
    submit: Callable[[AnyRequest], None] | None = None,
    finish: Callable[[str, Clip], None] | None = None,
) -> None:
    """Called once, before the engine starts.

    submit: takes requests for clips, and hands the engine those that it does not answer; finish: takes finished clips,
    and hands them on. Without them both talk to each other.
    """
    making = document.making
    making.requested.connect(submit or engine.submit)
    making.cancel_requested.connect(engine.cancel)
    finished = finish or making.clip_finishes
    engine.begins.connect(making.clip_begins)
    engine.frames.connect(making.frames_arrive)
    engine.retouched.connect(making.retouch_arrives)
    engine.done.connect(lambda clip_id, clip, _seconds: finished(clip_id, clip))
    engine.failed.connect(making.clip_fails)
    engine.dropped.connect(making.clip_cancelled)
    full_size = document.full_size
    full_size.requested.connect(engine.submit)
    engine.enlarged.connect(full_size.frame_arrives)
    engine.pictures.connect(full_size.pictures_arrive)
    engine.failed.connect(full_size.fails)
    for over in (engine.enlarged_all, engine.dropped):
        over.connect(full_size.ends)
    engine.figures_found.connect(document.finding.figures_arrive)
    engine.known_elsewhere.connect(document.finding.others_arrive)
    engine.detected.connect(document.video_driver.keypoints_arrive)
    engine.detected.connect(document.comparison.keypoints_arrive)
    for asker in (document.finding, document.video_driver, document.comparison):
        asker.requested.connect(engine.submit)
        engine.failed.connect(asker.fails)
        engine.dropped.connect(asker.ends)
    engine.trouble.connect(document.report)
    engine.noticed.connect(lambda what: document.message.emit(what, tr("The clip is whole.")))
    engine.familiarity_known.connect(document.familiarity_arrives)
    grid = document.grid
    grid.requested.connect(engine.submit)
    engine.begins.connect(grid.clip_begins)
    engine.frames.connect(grid.frames_arrive)
    engine.done.connect(lambda clip_id, clip, _seconds: grid.clip_finishes(clip_id, clip))
    engine.failed.connect(grid.clip_fails)
    engine.dropped.connect(grid.clip_cancelled)
