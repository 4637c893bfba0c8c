"""One model on the held-out clips of one world: all scores that apply, and the clips that they were read off.

The order of events only; what a score means is said where it is computed.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from training.evaluation.held_out import Clips, fitting_clips, held_out_clips, more_fitting_clips
from training.evaluation.judge_cache import judge_of_world
from training.evaluation.rulers.estimate import Estimate
from training.evaluation.rulers.i3d import I3D
from training.evaluation.scores import (
    Imagined,
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
from training.worlds.world import World

_DIGITS = 4
_COMPARED = 150  # training clips that stand beside the held-out ones in Frechet distances


@dataclass(frozen=True)
class Measured:
    """scores: by the keys of `evaluate --json`; held_out: the clips; imagined: their futures by the model."""

    scores: dict[str, Any]
    held_out: Clips
    imagined: Imagined


def measure_model(
    subject: Subject,
    world: World,
    clips: int,
    seed: int,
    fitting: int,
    i3d: str | Path | None,
    progress: Callable[[str], None],
) -> Measured:
    """Parameters as of `evaluate`. Raises `KpvpError`."""
    video_network = None if i3d is None else I3D(i3d)
    size, steps = subject.spec.image_size, subject.spec.n_frames
    held_out = held_out_clips(world, clips, seed, size, progress)
    action = action_vectors(subject.card, world.actions, held_out.actions)
    seen = fitting_clips(world, min(fitting, _COMPARED), size, progress)
    scores: dict[str, Any] = {"clips": clips}
    if held_out.joint_names:
        pairs = fitting_pairs(subject, seen, more_fitting_clips(world, len(seen.frames), fitting, size, progress))
        scores |= keypoint_scores(subject, pairs, held_out)
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
        vectors = action_vectors(subject.card, world.actions, asked)
        scores["judge_accuracy_other_action"] = other_action_accuracy(subject, judge, held_out, asked, vectors, seed)
        progress("futures judged")
    for key, distance in picture_distances(futures, held_out, seen).items():
        scores[key] = {**scores.get(key, {}), **distance}
    if video_network is not None:
        scores |= video_distance(video_network, futures, held_out, seen)
        progress("FVD measured")
    return Measured(with_intervals(scores), held_out, imagined)


def with_intervals(scores: dict[str, Any]) -> dict[str, Any]:
    """Scores as plain numbers, and under "intervals" the [low, high] of those that have one, by the same keys."""
    return _rounded(scores | {"intervals": _intervals(scores)})


def _intervals(scores: dict[str, Any]) -> dict[str, Any]:
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
