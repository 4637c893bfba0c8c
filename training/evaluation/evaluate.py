"""One model, one set of clips, all scores that apply, a report.

The order of events only; what a score means is said where it is computed.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np

from engine.errors import TrainingError
from engine.inputs import LARGEST_SEED
from engine.models.library import find_model
from training.evaluation.held_out import fitting_clips, held_out_clips, more_fitting_clips
from training.evaluation.judge_cache import judge_of_world
from training.evaluation.report import write_report
from training.evaluation.rulers.estimate import Estimate
from training.evaluation.rulers.i3d import I3D
from training.evaluation.scores import (
    action_vectors,
    conditioning_scores,
    fitting_pairs,
    frame_scores,
    imagine,
    keypoint_scores,
    motion_scores,
    other_action_accuracy,
    picture_distances,
    redrawn_accuracy,
    video_distance,
)
from training.evaluation.subject import Subject
from training.worlds import registry

_DIGITS = 4
_COMPARED = 150  # training clips that stand beside the held-out ones in Frechet distances


def evaluate(
    model: str | Path | Subject,
    data: str = "people",
    clips: int = 90,
    seed: int = 0,
    out: str | Path | None = None,
    progress: Callable[[str], None] = lambda line: None,
    fitting: int = 450,
    characters: str | None = None,
    i3d: str | Path | None = None,
) -> dict:
    """Measure a model on the held-out clips of a world.

    model: a model's name, a bundle's path, or networks already loaded.
    data: the world's name.
    clips: number of held-out clips; consecutive ones go through all classes.
    seed: which held-out clips, and which z.
    out: folder for report.json, report.md and contact_sheet.png; it is made if missing.
    fitting: number of training clips that the landmark map is fitted to.
    characters: the folder of rigged characters, for a world that draws them; None: as KPVP_CHARACTERS says.
    i3d: a TorchScript file of I3D, for FVD; without it that is left out.

    Returns the scores by the keys of `evaluate --json`; a score that does not apply is left out. "intervals" has, by
    the same keys, the [low, high] between which 95 % of resampled sets of clips lie. Raises `KpvpError`.
    """
    if clips < 1:
        raise TrainingError(f"{clips} clips cannot be measured.", "Ask for at least one; 90 are ten of each action.")
    folder = None if out is None else _folder(Path(out), progress)
    video_network = None if i3d is None else I3D(i3d)
    seed %= LARGEST_SEED + 1
    subject = model if isinstance(model, Subject) else Subject.load(find_model(model).path)
    size, steps = subject.spec.image_size, subject.spec.n_frames
    world = registry.open_world(data, characters)
    held_out = held_out_clips(world, clips, seed, size, progress)
    action = action_vectors(subject, world.actions, held_out.actions)
    seen = fitting_clips(world, min(fitting, _COMPARED), size, progress)
    pairs = fitting_pairs(subject, seen, more_fitting_clips(world, len(seen.frames), fitting, size, progress))
    scores: dict[str, Any] = {"clips": clips, **keypoint_scores(subject, pairs, held_out)}
    progress("keypoints measured")
    scores |= frame_scores(subject, held_out)
    progress("frames and masks measured")
    imagined = imagine(subject, held_out, action, seed)
    scores |= motion_scores(imagined, held_out.actions)
    progress("futures imagined")
    futures = [rendered.frames for rendered in imagined.rendered]
    if len(subject.card.actions) > 1:
        judge, _ = judge_of_world(world, size, min(steps, held_out.frames.shape[1] - 1), progress)
        scores |= conditioning_scores(judge, futures, held_out, seen, world.actions)
        scores["judge_accuracy_redrawn"] = redrawn_accuracy(subject, judge, held_out)
        other = np.random.RandomState(seed).randint(1, len(world.actions), clips)
        asked = (held_out.actions + other) % len(world.actions)
        vectors = action_vectors(subject, world.actions, asked)
        scores["judge_accuracy_other_action"] = other_action_accuracy(subject, judge, held_out, asked, vectors, seed)
        progress("futures judged")
    for key, distance in picture_distances(futures, held_out, seen).items():
        scores[key] = {**scores.get(key, {}), **distance}
    if video_network is not None:
        scores |= video_distance(video_network, futures, held_out, seen)
        progress("FVD measured")
    scores = _rounded(scores | {"intervals": _intervals(scores)})
    if folder is not None:
        facts = {"model": subject.card.name, "world": world.name, "world_version": world.version, "seed": seed}
        facts |= {"fitting_clips": fitting, "frames": steps, "image_size": size}
        write_report(folder, scores, facts, world.actions, held_out, imagined, subject)
        progress(f"report written to {folder}")
    return scores


def _folder(folder: Path, progress: Callable[[str], None]) -> Path:
    """`folder`, made if missing: it is better to learn now than after the measurement that it cannot be written."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise TrainingError(f"The folder {folder} cannot be made ({error.strerror}).", "Choose another one.") from error
    if (folder / "report.json").exists():
        progress(f"the report in {folder} will be replaced")
    return folder


def _intervals(scores: dict[str, Any]) -> dict[str, Any]:
    """[low, high] of every estimate that has them, by the scores' own keys."""
    found: dict[str, Any] = {}
    for key, value in scores.items():
        if isinstance(value, dict) and (inner := _intervals(value)):
            found[key] = inner
        elif isinstance(value, Estimate) and math.isfinite(value.low):
            found[key] = [value.low, value.high]
    return found


def _rounded(value: Any) -> Any:
    """Scores to four digits after the point; without the ones that came out as not a number."""
    if isinstance(value, dict):
        rounded = {key: _rounded(item) for key, item in value.items()}
        return {key: item for key, item in rounded.items() if item is not None}
    if isinstance(value, list):
        return [_rounded(item) for item in value]
    if isinstance(value, float):
        return round(value, _DIGITS) if math.isfinite(value) else None
    return value
