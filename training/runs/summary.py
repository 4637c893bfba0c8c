"""One line about every run, read from its folder: for the list of runs and the status of the window. Knows no Qt.

Only the ends of the event file are read, and only when it has grown: looking at many runs once a second costs little.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from pathlib import Path

from engine.foreign_data import parsed_toml
from training.runs.events import Losses, RunBegan, RunFinished, StageBegan
from training.runs.folder import RunFolder, list_runs

ACTIVE = ("starting", "running", "paused")
RESUMABLE = ("stopped", "interrupted", "failed")
DAMAGED = "damaged"
_LONGEST_TITLE = 200  # characters


@dataclass(frozen=True)
class RunSummary:
    """A run at a glance. `state` is RunFolder's, "starting" before the process said anything, or `DAMAGED`."""

    path: Path
    title: str
    state: str
    fraction: float = 0.0  # of all steps
    stage: str = ""
    installed: str = ""  # path of the finished bundle in the models folder
    has_model: bool = False
    size: int = 0  # bytes of the event file this was read from

    @property
    def active(self) -> bool:
        return self.state in ACTIVE


def summarize_all(root: Path, also: tuple[Path, ...], before: dict[Path, RunSummary]) -> list[RunSummary]:
    """Every run in `root`, newest first, after those of `also` that have not got so far as to be one."""
    runs = list_runs(root)
    known = {run.path for run in runs}
    early = [RunSummary(path, path.name, "starting") for path in also if path not in known and path.is_dir()]
    return early + [_summarized(run, before.get(run.path)) for run in runs]


def _summarized(run: RunFolder, before: RunSummary | None) -> RunSummary:
    """As `summarize`, whatever lies in the folder: one damaged run must not hide the others."""
    try:
        return summarize(run, before)
    except Exception:  # what a damaged file makes of a reader is anything
        return RunSummary(run.path, run.path.name, DAMAGED)


def summarize(run: RunFolder, before: RunSummary | None = None) -> RunSummary:
    """What the ends of the event file say; as `before`, if that was read from a file of the same length."""
    state = run.state()
    try:
        size = run.events_path.stat().st_size
    except OSError:
        size = 0
    if before is not None and before.size == size and size:
        return replace(before, state=state, has_model=run.model_path.is_file())
    began = next((event for event in run.first_events() if isinstance(event, RunBegan)), RunBegan())
    title = before.title if before is not None and before.size else _title(run)
    latest = next((event for event in run.latest_events() if isinstance(event, Losses | StageBegan)), None)
    finished = next((event for event in run.latest_events() if isinstance(event, RunFinished)), RunFinished())
    return RunSummary(
        run.path,
        title,
        state,
        1.0 if state == "finished" else _fraction(began, latest),
        latest.stage if latest is not None else "",
        (finished.installed or "") if state == "finished" else "",
        run.model_path.is_file(),
        size,
    )


def _title(run: RunFolder) -> str:
    try:
        settings = parsed_toml(run.config_path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        settings = {}
    title = str(settings.get("title") or settings.get("name") or run.path.name)
    return "".join(c if c.isprintable() else " " for c in title)[:_LONGEST_TITLE]


def _fraction(began: RunBegan, latest: Losses | StageBegan | None) -> float:
    """Share of all steps that is done, 0..1: the stages before the newest one are whole."""
    if latest is None:
        return 0.0
    steps = {stage.name: stage.steps for stage in began.stages}
    if latest.stage not in steps:
        return latest.step / max(latest.steps, 1)
    names = list(steps)
    before = sum(steps[name] for name in names[: names.index(latest.stage)])
    return min(1.0, (before + latest.step) / max(sum(steps.values()), 1))


def free_folder(root: Path, name: str) -> Path:
    """A folder for a run of that name that is not there yet: NAME, NAME-2, ..."""
    plain = "".join(c if c.isalnum() or c in "-_" else "-" for c in name.strip().lower()).strip("-")[:60] or "run"
    path, number = root / plain, 2
    while os.path.lexists(path):
        path, number = root / f"{plain}-{number}", number + 1
    return path
