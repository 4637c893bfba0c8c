"""One system on one world, for a report: its scores, its failures, and the clips that are shown.

A model with keypoints is measured in every way there is; a compared system, by its clips alone.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, NamedTuple

import cv2
import numpy as np

from engine.models.bundle import read_card
from engine.networks.spec import CLIP_FRAMES
from engine.predictor import Predictor, load_model
from engine.systems.table import SYSTEMS
from training.evaluation.held_out import Clips, fitting_clips, held_out_clips
from training.evaluation.judge import Judge, as_judged, verdicts
from training.evaluation.judge_cache import judge_of_world
from training.evaluation.measure import measure_model, with_intervals
from training.evaluation.rulers.i3d import I3D
from training.evaluation.scores import action_vectors, conditioning_scores, picture_distances, video_distance
from training.evaluation.subject import Subject
from training.report.failures import failures
from training.report.shown import Shown
from training.worlds.world import World

FITTING = 450  # training clips that landmark maps are fitted to
_COMPARED = 150
_PER_ACTION = 1  # clips that are shown


class Ruler(NamedTuple):
    """What the clips of all systems of a report are judged at: one size in px, and one judge, of clips of so many
    frames. Distances in the features of two judges could not be compared."""

    size: int
    frames: int


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
    ruler: Ruler | None = None,
) -> Outcome:
    """Measure the bundle at `path` on held-out clips of a world; `ruler` None is its own. Raises `KpvpError`."""
    if read_card(path).system in SYSTEMS:
        return measure_by_clips(load_model(path, precision="fp32"), world, clips, seed, i3d, progress, fitting, ruler)
    subject = Subject.load(path)
    own = Ruler(subject.spec.image_size, subject.spec.n_frames)
    alike = ruler in (None, own)
    measured = measure_model(subject, world, clips, seed, fitting, i3d if alike else None, progress)
    scores, held_out = measured.scores, measured.held_out
    futures = [rendered.frames for rendered in measured.imagined.rendered]
    judged = len(subject.card.actions) > 1
    if ruler is not None and not alike:
        compared = _compared(world, futures, judged, clips, seed, i3d, progress, fitting, ruler)
        scores = {**scores, **compared, "intervals": {**scores["intervals"], **compared["intervals"]}}
    failed = _failures(world, ruler or own, held_out, futures, judged)
    shown = _shown(held_out, futures, [case["clip"] for case in failed], subject)
    return Outcome({**scores, "frames": len(futures[0]), "image_size": subject.spec.image_size}, failed, shown)


def measure_by_clips(
    predictor: Predictor,
    world: World,
    clips: int,
    seed: int,
    i3d: str | Path | None,
    progress: Callable[[str], None],
    fitting: int = FITTING,
    ruler: Ruler | None = None,
) -> Outcome:
    """What can be said of a system that answers a photo and an action with frames; as `measure_system`."""
    size, judged = predictor.card.image_size, len(predictor.actions) > 1
    held_out = held_out_clips(world, clips, seed, size, progress)
    vectors = action_vectors(predictor.card, world.actions, held_out.actions)
    futures = [
        predictor.predict(np.ascontiguousarray(frames[0]), vector, seed=seed + number).frames
        for number, (frames, vector) in enumerate(zip(held_out.frames, vectors, strict=True))
    ]
    progress("futures imagined")
    ruler = ruler or Ruler(size, len(futures[0]))
    scores = _compared(world, futures, judged, clips, seed, i3d, progress, fitting, ruler)
    failed = _failures(world, ruler, held_out, futures, judged)
    shown = _shown(held_out, futures, [case["clip"] for case in failed])
    return Outcome({"clips": clips, **scores, "frames": len(futures[0]), "image_size": size}, failed, shown)


def _compared(
    world: World,
    futures: list[np.ndarray],
    judged: bool,
    clips: int,
    seed: int,
    i3d: str | Path | None,
    progress: Callable[[str], None],
    fitting: int,
    ruler: Ruler,
) -> dict[str, Any]:
    """The scores of clips alone, by a ruler: brought to its size, and judged by its judge."""
    network = None if i3d is None else I3D(i3d)
    held_out = held_out_clips(world, clips, seed, ruler.size, progress)
    seen = fitting_clips(world, min(fitting, _COMPARED), ruler.size, progress)
    sized = [_sized(frames, ruler.size) for frames in futures]
    scores: dict[str, Any] = {}
    if judged:
        scores |= conditioning_scores(_judge(world, ruler, progress), sized, held_out, seen, world.actions)
    for key, distance in picture_distances(sized, held_out, seen).items():
        scores[key] = {**scores.get(key, {}), **distance}
    if network is not None:
        scores |= video_distance(network, sized, held_out, seen)
    return with_intervals(scores)


def _judge(world: World, ruler: Ruler, progress: Callable[[str], None] = lambda line: None) -> Judge:
    return judge_of_world(world, ruler.size, min(ruler.frames, CLIP_FRAMES - 1), progress)[0]


def _sized(frames: np.ndarray, size: int) -> np.ndarray:
    side = frames.shape[1]
    if side == size:
        return frames
    how = cv2.INTER_CUBIC if side < size else cv2.INTER_AREA
    return np.stack([cv2.resize(frame, (size, size), interpolation=how) for frame in frames])


def _failures(world: World, ruler: Ruler, held_out: Clips, futures: list[np.ndarray], judged: bool) -> list[dict]:
    named = None
    if judged:
        named, _ = verdicts(_judge(world, ruler), np.stack([as_judged(frames) for frames in futures]))
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
