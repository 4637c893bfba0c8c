"""MGIF as it is distributed: moving-gif/{train,test}/*.gif, or the same as PNG strips. One class.

(Siarohin et al., Animating Arbitrary Objects via Deep Motion Transfer, CVPR 2019.) A strip is one picture with square
frames side by side.
"""

from __future__ import annotations

from pathlib import Path

from training.layouts.listing import ANIMATIONS, Listing, SourceClip, split_of, suffix, walk

CLASS = "motion"
_STRIPS = (".png",)


def recognised(root: Path) -> bool:
    """Whether `root`, or moving-gif in it, has a train and a test folder, with GIFs or PNG strips and nothing else."""
    home = _home(root)
    if not ((home / "train").is_dir() and (home / "test").is_dir()):
        return False
    names = [path.name for side in ("train", "test") for path in (home / side).iterdir()]
    suffixes = {suffix(name) for name in names if not name.startswith(".")}
    return bool(suffixes) and suffixes <= {".gif", *_STRIPS}


def read(root: Path) -> Listing:
    """Every animation and strip, with the data set's split."""
    listing = Listing("mgif", root)
    home = _home(root)
    for folder, files in walk(home, listing.problems):
        for file in files:
            kind = "animation" if suffix(file) in ANIMATIONS else "strip" if suffix(file) in _STRIPS else None
            if kind:
                name = f"{folder}/{file}" if folder else file
                held_out = split_of(folder.split("/")[0])
                listing.clips.append(SourceClip(name, CLASS, kind, (str(home / name),), held_out))
    return listing


def _home(root: Path) -> Path:
    return root / "moving-gif" if (root / "moving-gif").is_dir() else root
