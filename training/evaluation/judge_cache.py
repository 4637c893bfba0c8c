"""Judges are trained once per world and picture size and kept in the user's cache folder.

Knows worlds, files and the judge's interface; the judge itself knows neither.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import numpy as np
from safetensors import SafetensorError, safe_open
from safetensors.torch import save_file

from engine.files import atomic_write
from engine.folders import user_cache
from training.evaluation.judge import Judge, as_judged, train_judge, verdicts
from training.worlds.world import World

_TRAINING_CLIPS = 810
_CHECK_CLIPS = 180
_EPOCHS = 40
_FIRST_TRAINING_SEED = 100_000
_FIRST_CHECK_SEED = 900_000  # still training seeds: held-out ones are for models under measurement
JUDGE_VERSION = 2  # of the judge's networks and training


def judge_of_world(
    world: World, side: int, n_frames: int, progress: Callable[[str], None] = lambda line: None
) -> tuple[Judge, float]:
    """The judge of a world's clips of `side` px and 1 + n_frames frames, and its accuracy on real clips new to it."""
    path = _folder() / f"{world.name}-{world.version}-{side}px-{n_frames}-v{JUDGE_VERSION}.safetensors"
    found = _read(path, len(world.actions))
    if found is not None:
        return found
    clips, actions = _real_clips(world, _FIRST_TRAINING_SEED, _TRAINING_CLIPS, side, n_frames, progress)
    judge = train_judge(clips, actions, len(world.actions), _EPOCHS, progress=progress)
    clips, actions = _real_clips(world, _FIRST_CHECK_SEED, _CHECK_CLIPS, side, n_frames, progress)
    accuracy = float((verdicts(judge, clips)[0] == actions).mean())
    path.parent.mkdir(parents=True, exist_ok=True)
    with atomic_write(path) as temporary:
        save_file(judge.state_dict(), temporary, metadata={"judge": json.dumps({"accuracy": accuracy})})
    return judge, accuracy


def _folder() -> Path:
    return user_cache() / "judges"


def _read(path: Path, n_classes: int) -> tuple[Judge, float] | None:
    """A cached judge, or None if there is none that can be used: a cache is rebuilt rather than repaired."""
    judge = Judge(n_classes)
    try:
        with safe_open(path, "pt") as file:
            judge.load_state_dict({name: file.get_tensor(name) for name in file.keys()})  # noqa: SIM118
            accuracy = float(json.loads(file.metadata()["judge"])["accuracy"])
    except (OSError, SafetensorError, RuntimeError, KeyError, TypeError, ValueError):
        return None
    return judge.eval(), accuracy


def _real_clips(
    world: World, first_seed: int, n_clips: int, side: int, n_frames: int, progress: Callable[[str], None]
) -> tuple[np.ndarray, np.ndarray]:
    clips, actions = [], []
    for clip in world.clips(range(first_seed, first_seed + n_clips), side):
        clips.append(as_judged(clip.frames[1 : n_frames + 1]))
        actions.append(clip.action)
        if len(clips) % 90 == 0:
            progress(f"judge: {len(clips)} of {n_clips} real clips drawn")
    return np.stack(clips), np.asarray(actions)
