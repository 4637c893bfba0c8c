"""The joints of all frames that a run learns from, for the one compared system that needs labels.

A world knows them of every clip that it draws; the frame store keeps pictures alone, so they are asked for once more.
"""

from __future__ import annotations

import numpy as np

from engine.errors import TrainingError
from engine.files import atomic_write
from training.data.source import Source
from training.running import processes
from training.running.run import Run
from training.runs.events import DRAWING
from training.store.frame_store import FrameStore
from training.worlds import registry

_FILE = "joints.npz"


def known_joints(run: Run, source: Source) -> tuple[np.ndarray, np.ndarray]:
    """Float32 [N, J, 2] in [-1, 1] of the frames to train on, and of the held-out ones. Raises TrainingError where the
    data have none."""
    if source.world is None:
        raise TrainingError(
            "This system learns from joints, which these clips do not have.", "Train it on a world: --data people."
        )
    path = run.folder / _FILE
    processes.on_main(lambda: None if path.is_file() else _write(run, source))
    with np.load(path, allow_pickle=False) as kept:
        found = kept["training"], kept["held_out"]
    if any(
        len(joints) != len(store.frames) for joints, store in zip(found, (source.store, source.held_out), strict=True)
    ):
        raise TrainingError(f"{path.name} belongs to other clips.", "Delete it; it is made again.")
    return found


def _write(run: Run, source: Source) -> None:
    training, held_out = (_drawn(run, store) for store in (source.store, source.held_out))
    with atomic_write(run.folder / _FILE) as temporary, open(temporary, "wb") as file:
        np.savez(file, training=training, held_out=held_out)


def _drawn(run: Run, store: FrameStore) -> np.ndarray:
    config, first = run.config, int(store.source["first_seed"])
    world = registry.open_world(config.data.source, config.data.characters or None)
    found = []
    for clip in world.clips(range(first, first + len(store)), config.compared.size, config.data.workers):
        found.append(np.asarray(clip.joints, np.float32))
        run.progress(DRAWING, len(found), len(store))
    return np.concatenate(found)
