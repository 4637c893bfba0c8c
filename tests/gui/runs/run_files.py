"""Runs as their processes write them: events in small, a lock, and waiting until the window has looked."""

import json
import os
import time

from kpvp_gui.runs.runs import TrainingRuns
from training.runs.events import events_in
from training.runs.folder import RunFolder
from training.runs.history import RunHistory

SIZES = {"keypoints-64": 100, "keypoints-128": 100, "motion": 50}
STAGES = [{"name": name, "steps": steps} for name, steps in SIZES.items()]


def event(kind: str, **values) -> dict:
    return {"time": 1.0, "event": kind, **values}


def begin(stage: str, step: int = 0) -> dict:
    return event("stage", stage=stage, step=step, steps=SIZES[stage])


def losses(step: int, stage: str = "keypoints-64", total: int = 100, **values: float) -> dict:
    told = {
        "steps_per_s": 2.0,
        "images_per_s": 16.0,
        "eta_s": 300.0,
        "run_eta_s": 900.0,
        "data_share": 0.01,
        "rate": 0.001,
    }
    return event("losses", stage=stage, step=step, steps=total, losses=values or {"l1": 1.0 / step}, **told)


def add(history: RunHistory, *told: dict) -> None:
    """Let the history hear events as they are read from a run's file."""
    for heard in events_in(json.dumps(each).encode() for each in told):
        history.add(heard)


BEGINNING = [event("run", name="one", preset="tiny", stages=STAGES), begin("keypoints-64")]


def hold(folder: RunFolder, pid: int | None = None) -> None:
    """A lock as a living process keeps it."""
    from training.runs.folder import process_birth

    pid = pid or os.getpid()
    held = {"pid": pid, "birth": process_birth(pid), "start": time.time(), "heartbeat": time.time()}
    folder.lock_path.write_text(json.dumps(held), "utf-8")


def look(runs: TrainingRuns, qtbot) -> None:
    qtbot.waitUntil(lambda: runs._scan is None)
    runs.look()
    qtbot.waitUntil(lambda: runs._scan is None)


def choose(window, runs, folder, qtbot):
    look(runs, qtbot)
    window.show_run(folder.path)
    qtbot.waitUntil(lambda: not window.monitor.watch.loading)
    return window.monitor
