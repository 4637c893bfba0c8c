"""How fast earlier runs went on this machine: an estimate can rest on more than a matrix product. Torch-free."""

from __future__ import annotations

from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from statistics import median

from engine.errors import KpvpError
from training.runs.config import RunConfig, parse
from training.runs.estimate import estimate, stage_costs
from training.runs.events import Losses
from training.runs.folder import RunFolder, list_runs, runs_root

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
        with suppress(OSError):
            for stage, speed in _speeds(run.path, run.events_path.stat().st_size).items():
                found.setdefault(stage, speed)
    return found


@lru_cache(maxsize=4 * _RUNS)
def _speeds(path: Path, size: int) -> dict[str, float]:
    """As `earlier_speeds`, of one run whose events have `size` bytes: a dialog asks with every change of a setting."""
    run = RunFolder(path)
    try:
        config = parse(run.config_path.read_text(encoding="utf-8"))
    except (KpvpError, OSError, UnicodeDecodeError):
        return {}
    rates: dict[str, list[float]] = {}
    for events, _ in run.pieces(max(size - _READ, 0)):
        for event in events:
            if isinstance(event, Losses) and event.steps_per_s is not None and event.steps_per_s > 0:
                rates.setdefault(event.stage, []).append(event.steps_per_s)
    costs = {cost.name: cost.multiply_adds for cost in stage_costs(config)}
    return {name: costs[name] * median(rates[name]) for name in costs if name in rates}
