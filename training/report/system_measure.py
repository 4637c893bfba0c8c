"""One system on one world, for a report: its scores, its failures, and the clips that are shown.

A model with keypoints is measured in every way there is; any other that `engine.load_model` opens, by its clips alone.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np

from engine.errors import BundleError
from engine.predictor import Predictor, load_model
from training.evaluation.held_out import Clips, fitting_clips, held_out_clips
from training.evaluation.judge import as_judged, verdicts
from training.evaluation.judge_cache import judge_of_world
from training.evaluation.measure import measure, with_intervals
from training.evaluation.rulers.i3d import I3D
from training.evaluation.scores import action_vectors, conditioning_scores, picture_distances, video_distance
from training.evaluation.subject import Subject
from training.report.failures import failures
from training.report.shown import Shown
from training.worlds.world import World

FITTING = 450  # training clips that landmark maps are fitted to
_COMPARED = 150
_PER_ACTION = 1  # clips that are shown


@dataclass(frozen=True)
class Outcome:
    """scores: by the keys of `evaluate --json`, with frames and image_size; failures: as dicts of `Failure`."""

    scores: dict[str, Any]
    failures: list[dict]
    shown: Shown


def measure_system(
    path: Path,
    world: World,
    clips: int,
    seed: int,
    i3d: str | Path | None,
    progress: Callable[[str], None],
    fitting: int = FITTING,
) -> Outcome:
    """Measure the bundle at `path` on held-out clips of a world. Raises `KpvpError`."""
    try:
        subject = Subject.load(path)
    except BundleError:
        return measure_by_clips(load_model(path, precision="fp32"), world, clips, seed, i3d, progress, fitting)
    measured = measure(subject, world, clips, seed, fitting, i3d, progress)
    futures = [rendered.frames for rendered in measured.imagined.rendered]
    failed = _failures(world, subject.spec.image_size, measured.held_out, futures, len(subject.card.actions) > 1)
    shown = _shown(measured.held_out, futures, [case["clip"] for case in failed], subject)
    facts = {"frames": len(futures[0]), "image_size": subject.spec.image_size}
    return Outcome({**measured.scores, **facts}, failed, shown)


def measure_by_clips(
    predictor: Predictor,
    world: World,
    clips: int,
    seed: int,
    i3d: str | Path | None,
    progress: Callable[[str], None],
    fitting: int = FITTING,
) -> Outcome:
    """What can be said of a system that answers a photo and an action with frames."""
    network = None if i3d is None else I3D(i3d)
    size, actions = predictor.card.image_size, predictor.actions
    held_out = held_out_clips(world, clips, seed, size, progress)
    seen = fitting_clips(world, min(fitting, _COMPARED), size, progress)
    vectors = action_vectors(predictor.card, world.actions, held_out.actions)
    futures = [
        predictor.predict(np.ascontiguousarray(frames[0]), vector, seed=seed + number).frames
        for number, (frames, vector) in enumerate(zip(held_out.frames, vectors, strict=True))
    ]
    progress("futures imagined")
    scores: dict[str, Any] = {"clips": clips}
    steps = len(futures[0])
    if len(actions) > 1:
        judge, _ = judge_of_world(world, size, min(steps, held_out.frames.shape[1] - 1), progress)
        scores |= conditioning_scores(judge, futures, held_out, seen, world.actions)
    for key, distance in picture_distances(futures, held_out, seen).items():
        scores[key] = {**scores.get(key, {}), **distance}
    if network is not None:
        scores |= video_distance(network, futures, held_out, seen)
    failed = _failures(world, size, held_out, futures, len(actions) > 1)
    shown = _shown(held_out, futures, [case["clip"] for case in failed])
    return Outcome({**with_intervals(scores), "frames": steps, "image_size": size}, failed, shown)


def _failures(world: World, size: int, held_out: Clips, futures: list[np.ndarray], judged: bool) -> list[dict]:
    named = None
    if judged:
        judge, _ = judge_of_world(world, size, min(len(futures[0]), held_out.frames.shape[1] - 1))
        named, _ = verdicts(judge, np.stack([as_judged(frames) for frames in futures]))
    return [asdict(case) for case in failures(held_out.frames, futures, held_out.actions, named, world.actions)]


def _shown(
    held_out: Clips,
    futures: list[np.ndarray],
    more: Sequence[int],
    subject: Subject | None = None,
) -> Shown:
    """The first clips of every action, and `more`."""
    first = [int(i) for a in np.unique(held_out.actions) for i in np.flatnonzero(held_out.actions == a)[:_PER_ACTION]]
    chosen = list(dict.fromkeys([*first, *more]))
    frames = held_out.frames[chosen]
    nothing = np.empty(0, np.float32)
    keypoints = redrawn = mask = nothing
    if subject is not None:
        keypoints = subject.detect(frames)

        pairs = zip(frames, keypoints, strict=True)
        drawn = [subject.translate(clip[0], points[0], points[1:]) for clip, points in pairs]
        redrawn = np.stack([each.frames for each in drawn])
        mask = (np.stack([each.mask for each in drawn]) * 255).round().astype(np.uint8)
    return Shown(
        np.array(chosen),
        held_out.actions[chosen],
        frames[:, 0],
        frames[:, 1:],
        np.stack([futures[i] for i in chosen]),
        keypoints,
        redrawn,
        mask,
    )
