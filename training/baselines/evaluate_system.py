"""A compared system on the held-out clips of a world: the scores that need frames alone, and a report.

Keypoints, masks and clips redrawn from keypoints are a model's own, so their scores are left out; the others come from
the same functions, clips and seeds as a model's.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import cv2
import numpy as np

from engine.inputs import LARGEST_SEED
from engine.models.library import find_model
from engine.predictor import load_model
from engine.systems.table import SYSTEMS
from training.evaluation.evaluate import check_clips
from training.evaluation.report import write_files
from training.report.shown import TIMES, Shown
from training.report.system_measure import measure_by_clips
from training.worlds import registry

_CELL = 96  # px of a frame in the sheet


def is_system(model: str | Path) -> bool:
    """Whether a model's name or path is that of a compared system. Raises `KpvpError` if there is none."""
    return find_model(model).card.system in SYSTEMS


def evaluate_system(
    model: str | Path,
    data: str = "people",
    clips: int = 90,
    seed: int = 0,
    out: str | Path | None = None,
    progress: Callable[[str], None] = lambda line: None,
    characters: str | None = None,
    i3d: str | Path | None = None,
) -> dict[str, Any]:
    """As `evaluate`, of a compared system. Returns scores by the keys of `evaluate --json`. Raises `KpvpError`."""
    check_clips(clips)
    seed %= LARGEST_SEED + 1 - clips
    predictor = load_model(model)
    world = registry.open_world(data, characters)
    outcome = measure_by_clips(predictor, world, clips, seed, i3d, progress)
    if out is not None:
        folder = Path(out)
        folder.mkdir(parents=True, exist_ok=True)
        facts: dict[str, Any] = {"model": predictor.card.name, "system": predictor.card.system, "world": world.name}
        facts |= {"world_version": world.version, "seed": seed}
        write_files(folder, outcome.scores, facts, clips_sheet(outcome.shown))
        progress(f"report written to {folder}")
    return outcome.scores


def clips_sheet(shown: Shown) -> np.ndarray:
    """uint8 [H, W, 3]: of each clip a row of the source and real frames, and one of the future that was made of it."""
    moments = [t - 1 for t in TIMES if t <= min(shown.real.shape[1], shown.future.shape[1])]
    rows = []
    for source, real, future in zip(shown.source, shown.real, shown.future, strict=True):
        rows += [[source, *real[moments]], [source, *future[moments]]]
    cells = [[cv2.resize(cell, (_CELL, _CELL), interpolation=cv2.INTER_AREA) for cell in row] for row in rows]
    return np.concatenate([np.concatenate(row, 1) for row in cells])
