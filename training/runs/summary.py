"""One line about every run, read from its folder: for the list of runs and the status of the window. Knows no Qt.

Only the ends of the event file are read, and only when it has grown: looking at many runs once a second costs little.
"""

from __future__ import annotations

import json
import os
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from training.runs.folder import RunFolder, list_runs

ACTIVE = ("starting", "running", "paused")
RESUMABLE = ("stopped", "interrupted", "failed")
_HEAD, _TAIL = 1 << 16, 1 << 14


@dataclass(frozen=True)
class RunSummary:
    """A run at a glance. `state` is RunFolder's, or "starting" before the process has said anything."""

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

    @property
    def words(self) -> str:
        """The state as a user reads it."""
        if self.state in ("running", "paused", "stopped", "interrupted"):
            return f"{_WORDS[self.state]} · {self.fraction:.0%}".replace("%", " %")
        return _WORDS[self.state]


_WORDS = {
    "starting": "Starting…",
    "running": "Training",
    "paused": "Paused",
    "stopped": "Stopped",
    "interrupted": "Interrupted",
    "finished": "Finished",
    "failed": "Failed",
}


def summarize_all(root: Path, also: tuple[Path, ...], before: dict[Path, RunSummary]) -> list[RunSummary]:
    """Every run in `root`, newest first, after those of `also` that have not got so far as to be one."""
    runs = list_runs(root)
    known = {run.path for run in runs}
    early = [RunSummary(path, path.name, "starting") for path in also if path not in known and path.is_dir()]
    return early + [summarize(run, before.get(run.path)) for run in runs]


def summarize(run: RunFolder, before: RunSummary | None = None) -> RunSummary:
    """What the ends of the event file tell; as `before`, if that was read from a file of the same length."""
    state = run.state()
    try:
        size = run.events_path.stat().st_size
    except OSError:
        size = 0
    if before is not None and before.size == size and size:
        return replace(before, state=state, has_model=run.model_path.is_file())
    head, tail = _ends(run.events_path, size)
    told = next((event for event in _events(head) if event["event"] == "run"), {})
    title = before.title if before is not None and before.size else _title(run)
    steps = {str(s["name"]): int(s["steps"]) for s in told.get("stages", []) if isinstance(s, dict)}
    latest = next((e for e in _events(reversed(tail)) if e["event"] in ("losses", "stage")), {})
    finished = next((e for e in _events(reversed(tail)) if e["event"] == "finished"), {}) if state == "finished" else {}
    return RunSummary(
        run.path,
        title,
        state,
        1.0 if state == "finished" else _fraction(steps, latest),
        str(latest.get("stage", "")),
        str(finished.get("installed") or ""),
        run.model_path.is_file(),
        size,
    )


def _title(run: RunFolder) -> str:
    try:
        told = tomllib.loads(run.config_path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        told = {}
    return str(told.get("title") or told.get("name") or run.path.name)


def _fraction(steps: dict[str, int], latest: dict) -> float:
    """Stages before the newest one are whole."""
    stage, here = latest.get("stage"), int(latest.get("step", 0))
    if stage not in steps:
        return here / max(int(latest.get("steps", 0)), 1) if latest else 0.0
    names = list(steps)
    before = sum(steps[name] for name in names[: names.index(stage)])
    return min(1.0, (before + here) / max(sum(steps.values()), 1))


def _ends(path: Path, size: int) -> tuple[list[bytes], list[bytes]]:
    """The lines that the file begins and ends with. Those that the chunk cut will not parse."""
    try:
        with open(path, "rb") as file:
            head = file.read(_HEAD)
            file.seek(max(0, size - _TAIL))
            tail = file.read()
    except OSError:
        return [], []
    return head[: head.rfind(b"\n") + 1].split(b"\n"), tail[: tail.rfind(b"\n") + 1].split(b"\n")


def _events(lines: Iterable[bytes]) -> Iterator[dict]:
    """The events in the lines, each parsed when it is asked for: this is done every second while the window works."""
    for line in lines:
        try:
            event = json.loads(line)
        except ValueError:
            continue
        if isinstance(event, dict) and "event" in event:
            yield event


def free_folder(root: Path, name: str) -> Path:
    """A folder for a run of that name that is not there yet: NAME, NAME-2, ..."""
    plain = "".join(c if c.isalnum() or c in "-_" else "-" for c in name.strip().lower()).strip("-")[:60] or "run"
    path, number = root / plain, 2
    while os.path.lexists(path):
        path, number = root / f"{plain}-{number}", number + 1
    return path
