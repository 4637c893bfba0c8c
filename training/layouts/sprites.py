"""Sprites (Liberated Pixel Cup characters; Li and Mandt, ICML 2018, Disentangled Sequential Autoencoder) as arrays.

npy/ACTION_DIRECTION_frames_train.npy and ..._frames_test.npy, each [clips, 8, 64, 64, 3]: three actions in three
directions are nine classes. Pixels may be bytes, or numbers in [0, 1] or [-1, 1]. Attributes are not read.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np

from training.layouts.listing import Listing, Problem, SourceClip

ACTIONS = ("walk", "spellcard", "slash")
DIRECTIONS = ("front", "left", "right")
CLASSES = tuple(f"{action}_{direction}" for action in ACTIONS for direction in DIRECTIONS)  # as its labels count them
_SIDES = {"train": False, "test": True}


def recognised(root: Path) -> bool:
    """Whether `root`, or npy in it, has arrays of one of the classes."""
    return any(_file(root, name, side).is_file() for name in CLASSES for side in _SIDES)


def read(root: Path) -> Listing:
    """Every clip of every array, with the data set's split; no pixel is looked at."""
    listing = Listing("sprites", root, class_order=CLASSES)
    for name in CLASSES:
        for side, held_out in _SIDES.items():
            path = _file(root, name, side)
            if not path.is_file():
                listing.problems.append(Problem(path.name, "The file is missing."))
                continue
            try:
                shape = np.load(path, mmap_mode="r", allow_pickle=False).shape
            except Exception as error:  # NumPy reads a header by Python's own tokenizer, which raises many kinds
                listing.problems.append(Problem(path.name, f"It is no array that can be read ({str(error)[:80]})."))
                continue
            if len(shape) != 5 or shape[-1] != 3 or 0 in shape:
                listing.problems.append(Problem(path.name, f"It is {list(shape)}, not [clips, frames, H, W, 3]."))
                continue
            listing.clips += [
                SourceClip(f"{side}/{name}/{part:04}", name, "array", (str(path),), held_out, part)
                for part in range(shape[0])
            ]
    return listing


def _file(root: Path, name: str, side: str) -> Path:
    home = root / "npy" if (root / "npy").is_dir() else root
    return home / f"{name}_frames_{side}.npy"
