"""The steps of training as a watcher sees them, three or those of a compared system: their stages, curves and how far
each is. Knows no Qt."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from engine.systems.table import SYSTEMS
from kpvp_gui.translation import marked, tr
from training.runs.events import FINDING_KEYPOINTS
from training.runs.history import RunHistory, StageRecord
from training.runs.stage_names import KEYPOINTS, MOTION, PSEUDO_LABELS, STEPS, size_of, step_of
from training.runs.terms import ADVERSARIAL

TITLES = {
    KEYPOINTS: marked("Detector and translator"),
    PSEUDO_LABELS: marked("Pseudo labels"),
    MOTION: marked("Motion generator"),
}


@dataclass(frozen=True)
class Step:
    """A step of the rail. `parts` are (label, fraction) of its stages, in order."""

    title: str
    parts: tuple[tuple[str, float], ...]
    state: str  # "waiting", "current" or "done"

    @property
    def fraction(self) -> float:
        return sum(fraction for _, fraction in self.parts) / max(len(self.parts), 1)


def stages_of(history: RunHistory, step: int) -> list[StageRecord]:
    """The stages of step number `step`, as far as they are known."""
    if _system_stages(history):
        return [history.stages[_system_stages(history)[step]]]
    return [stage for stage in history.stages.values() if step_of(stage.name) == STEPS[step]]


def current_step(history: RunHistory) -> int:
    """Number of the step the run is at."""
    own = _system_stages(history)
    if own:
        return own.index(history.current) if history.current in own else 0
    return STEPS.index(PSEUDO_LABELS if _labels(history) else step_of(history.current or KEYPOINTS))


def _labels(history: RunHistory) -> bool:
    """Whether the pseudo labels are being made."""
    return history.activity is not None and history.activity.name == FINDING_KEYPOINTS


def steps(history: RunHistory) -> list[Step]:
    """The rail: three steps, or the stages of a compared system."""
    at = current_step(history)
    result = []
    for number, step in enumerate(_system_stages(history) or STEPS):
        state = "done" if history.finished or number < at else "current" if number == at else "waiting"
        if step == PSEUDO_LABELS:
            share = history.activity.fraction if history.activity is not None and _labels(history) else 0.0
            parts = (("", 1.0 if state == "done" else share),)
        else:
            parts = tuple(
                (stage_label(stage.name), 1.0 if state == "done" else min(stage.done / max(stage.steps, 1), 1.0))
                for stage in stages_of(history, number)
            ) or (("", 1.0 if state == "done" else 0.0),)
        result.append(Step(tr(TITLES[step]) if step in TITLES else _system_title(step), parts, state))
    return result


def _system_stages(history: RunHistory) -> list[str]:
    """The stages of a compared system, each of which is a step of its run; [] in a run of ours."""
    return [name for name in history.stages if any(name in system.stages for system in SYSTEMS.values())]


def _system_title(stage: str) -> str:
    system = next(system for system in SYSTEMS.values() if stage in system.stages)
    return system.title if len(system.stages) == 1 else f"{system.title}: {stage.replace('-', ' ')}"


def stage_label(stage: str) -> str:
    """What tells a stage from others of its step: `64 px`, or nothing."""
    size = size_of(stage)
    return f"{size} px" if size is not None else ""


def curves_of(history: RunHistory, step: int) -> dict[str, tuple[np.ndarray, np.ndarray]]:
    """Loss -> (steps int64, values float64) over the whole step: its stages one after the other."""
    pieces: dict[str, list[tuple[np.ndarray, np.ndarray]]] = {}
    offset = 0
    for stage in stages_of(history, step):
        for name, series in stage.curves.items():
            pieces.setdefault(name, []).append((series.steps + offset, series.values))
        offset += stage.steps
    return {
        name: (np.concatenate([s for s, _ in parts]), np.concatenate([v for _, v in parts]))
        for name, parts in pieces.items()
    }


def grouped(names: list[str]) -> list[tuple[str, tuple[str, ...]]]:
    """(title, losses) of every plot: the two sides of an adversary share one, where one alone says nothing."""
    sides = tuple(name for name in names if name in ADVERSARIAL)
    plots: list[tuple[str, tuple[str, ...]]] = [(_title(name), (name,)) for name in names if name not in sides]
    if sides:
        plots.append((tr("Generator and discriminator") if len(sides) > 1 else sides[0], sides))
    return plots


def _title(loss: str) -> str:
    """`mask_mean` -> `Mask mean`, `kl` -> `KL`."""
    return loss.upper() if len(loss) <= 2 else loss.replace("_", " ").capitalize()
