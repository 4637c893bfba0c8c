"""The three steps of training as a watcher sees them: which stage belongs to which, how far each is. Knows no Qt."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from training.runs.history import RunHistory, StageRecord
from training.runs.terms import ADVERSARIAL

KEYPOINTS, LABELS, MOTION = 0, 1, 2
TITLES = ("Detector and translator", "Pseudo labels", "Motion generator")


@dataclass(frozen=True)
class Step:
    """A step of the rail. `parts` are (label, fraction) of its stages, in order."""

    title: str
    parts: tuple[tuple[str, float], ...]
    state: str  # "waiting", "current" or "done"

    @property
    def fraction(self) -> float:
        return sum(fraction for _, fraction in self.parts) / max(len(self.parts), 1)


def step_of(stage: str) -> int:
    """Number of the step that a stage belongs to."""
    return KEYPOINTS if stage.startswith("keypoints") else LABELS if stage.startswith("pseudo") else MOTION


def stages_of(history: RunHistory, step: int) -> list[StageRecord]:
    return [stage for stage in history.stages.values() if step_of(stage.name) == step]


def current_step(history: RunHistory) -> int:
    """The step the run is at."""
    if history.activity[0] == "pseudo_labels":
        return LABELS
    return step_of(history.current) if history.current else KEYPOINTS


def steps(history: RunHistory) -> list[Step]:
    """The rail: always three steps."""
    at = current_step(history)
    kind, done, total = history.activity
    result = []
    for number, title in enumerate(TITLES):
        state = "done" if history.finished or number < at else "current" if number == at else "waiting"
        if number == LABELS:
            share = done / max(total, 1) if kind == "pseudo_labels" else 0.0
            parts = (("", 1.0 if state == "done" else share),)
        else:
            parts = tuple(
                (stage_label(stage.name), 1.0 if state == "done" else min(stage.done / max(stage.steps, 1), 1.0))
                for stage in stages_of(history, number)
            ) or (("", 1.0 if state == "done" else 0.0),)
        result.append(Step(title, parts, state))
    return result


def stage_label(stage: str) -> str:
    """`keypoints-64` -> `64 px`."""
    size = stage.rpartition("-")[2]
    return f"{size} px" if size.isdigit() else ""


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
    plots = [(_title(name), (name,)) for name in names if name not in sides]
    if sides:
        plots.append(("Generator and discriminator" if len(sides) > 1 else sides[0], sides))
    return plots


def _title(loss: str) -> str:
    """`mask_mean` -> `Mask mean`, `kl` -> `KL`."""
    return loss.upper() if len(loss) <= 2 else loss.replace("_", " ").capitalize()
