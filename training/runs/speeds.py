"""How fast earlier runs went on this machine: an estimate can rest on more than a matrix product. Torch-free."""

from __future__ import annotations

from pathlib import Path
from statistics import median

from engine.errors import KpvpError
from training.runs.config import RunConfig, parse
from training.runs.estimate import estimate, works
from training.runs.folder import list_runs, runs_root

_RUNS = 8  # newest ones that are asked
_READ = 1 << 20  # bytes at the end of a run's events


def later_in_steps(config: RunConfig, stage: str) -> float:
    """How long the stages after `stage` will take, in steps of that one; 0.0 if the run has no such stage."""
    stages = estimate(config, earlier_speeds())["per_stage"]
    names = [each["name"] for each in stages]
    if stage not in names:
        return 0.0
    here = names.index(stage)
    a_step = stages[here]["seconds"] / max(stages[here]["steps"], 1)
    later = sum(each["seconds"] for each in stages[here + 1 :])
    return later / a_step if a_step > 0 else 0.0


def earlier_speeds(root: Path | None = None) -> dict[str, float]:
    """Multiply-adds per second by stage name, from the newest run that trained the stage; {} where there is none."""
    found: dict[str, float] = {}
    for run in list_runs(root or runs_root())[:_RUNS]:
        try:
            config = parse(run.config_path.read_text(encoding="utf-8"))
            begin = max(run.events_path.stat().st_size - _READ, 0)
        except (KpvpError, OSError, UnicodeDecodeError):
            continue
        rates: dict[str, list[float]] = {}
        for event in run.events_since(begin)[0]:
            if event["event"] == "losses" and isinstance(event.get("steps_per_s"), int | float):
                rates.setdefault(str(event.get("stage")), []).append(event["steps_per_s"])
        for work in works(config):
            if rates.get(work.name) and work.name not in found:
                found[work.name] = work.multiply_adds * median(rates[work.name])
    return {name: speed for name, speed in found.items() if speed > 0}
