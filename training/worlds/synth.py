"""Clips of a world written as folders of pictures with their true joints, or a contact sheet of them.

A written folder is laid out as training reads folders of clips (CLASS/clip/*.png); the joints are for evaluation only.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import cv2
import numpy as np

from engine.errors import Problem, TrainingError
from engine.files import atomic_folder, atomic_write
from engine.inputs import LARGEST_SEED
from training.worlds.registry import open_world
from training.worlds.sheet import draw_sheet
from training.worlds.world import World

_SIZES = range(32, 513)
_MOST_ROWS = 400


def synth(
    name: str,
    clips: int,
    seed: int,
    size: int,
    out: str | Path | None = None,
    sheet: str | Path | None = None,
    characters: str | None = None,
    progress: Callable[[int, int], None] | None = None,
    left_out: Callable[[Problem], None] = lambda problem: None,
) -> Path:
    """Write clips of seeds seed .. seed + clips - 1 of a world, `size` px, and return what was written.

    out: a new or empty folder for CLASS/clip_SEED/000.png ... and joints.npz (joints f32 [T, J, 2] in [-1, 1], their
    names, the silhouettes uint8 [T, S, S], the seed). sheet: a picture file with a row per clip instead. left_out is
    called for every file that the world cannot use. Raises TrainingError for an unknown world, numbers out of range or
    a path that cannot be written.
    """
    world = open_world(name, characters)
    for problem in world.problems:
        left_out(problem)
    if clips < 1 or seed < 0:
        raise TrainingError("There is nothing to draw.", "Give --clips of at least 1 and a --seed of at least 0.")
    if seed + clips > LARGEST_SEED:
        raise TrainingError("There are not so many seeds.", f"Give --seed and --clips that stay below {LARGEST_SEED}.")
    if size not in _SIZES:
        raise TrainingError(f"Clips of {size} px cannot be drawn.", f"Give a --size from {_SIZES[0]} to {_SIZES[-1]}.")
    if (out is None) == (sheet is None):
        raise TrainingError("It is not clear what to write.", "Give either --out or --sheet.")
    seeds = range(seed, seed + clips)
    try:
        if out is not None:
            return _folder(world, seeds, size, Path(out), progress)
        assert sheet is not None
        return _sheet(world, seeds, size, Path(sheet))
    except FileExistsError:
        raise TrainingError(f"{out} is not empty.", "Choose a folder that does not exist yet.") from None
    except OSError as error:
        raise TrainingError(f"{out or sheet} cannot be written ({error.strerror}).", "Choose another place.") from error


def _folder(world: World, seeds: range, size: int, out: Path, progress) -> Path:
    with atomic_folder(out) as folder:
        for done, (seed, clip) in enumerate(zip(seeds, world.clips(seeds, size), strict=True), 1):
            home = folder / world.actions[clip.action] / f"clip_{seed:07d}"
            home.mkdir(parents=True)
            for t, frame in enumerate(clip.frames):
                (home / f"{t:03d}.png").write_bytes(cv2.imencode(".png", frame[..., ::-1])[1].tobytes())
            truth: dict[str, Any] = {
                "joints": clip.joints,
                "joint_names": np.array(clip.joint_names),
                "silhouette": clip.silhouette,
            }
            np.savez_compressed(home / "joints.npz", **truth, seed=np.int64(seed))
            if progress:
                progress(done, len(seeds))
    return out


def _sheet(world: World, seeds: range, size: int, path: Path) -> Path:
    if len(seeds) > _MOST_ROWS:
        raise TrainingError(f"A sheet of {len(seeds)} rows is too tall.", f"Give --clips of at most {_MOST_ROWS}.")
    suffix = path.suffix.lower()
    if suffix not in (".png", ".jpg", ".jpeg", ".webp"):
        raise TrainingError(f"{path.name} is no kind of picture.", "Let the sheet's name end in .png, .jpg or .webp.")
    picture = cv2.imencode(suffix, draw_sheet(world, seeds, size)[..., ::-1])[1]
    with atomic_write(path) as temporary:
        temporary.write_bytes(picture.tobytes())
    return path
