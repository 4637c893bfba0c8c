"""Penn Action as it is distributed: frames/0001/000001.jpg and labels/0001.mat. (Zhang, Zhu and Derpanis, ICCV 2013.)

Of the .mat files the class, the train flag and the number of frames are read; joints and boxes are never used for
training. Where the videos are those of the paper's nine classes, its authors' split goes before the flag.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from engine.authors.importing import PENN_ACTIONS
from engine.errors import Problem
from training.layouts import penn_labels
from training.layouts.listing import PICTURES, Listing, SourceClip, natural, suffix, walk
from training.layouts.penn_action_split import authors_split

_AGREEMENT = 0.9  # share of the paper's videos found under their number that must be of their class
# The data set says `pullup` and `squat` where the paper says pull_ups and squats.
_SPELLINGS = {
    "pullup": "pull_ups",
    "pullups": "pull_ups",
    "squat": "squats",
    "pushup": "push_ups",
    "pushups": "push_ups",
    "situp": "sit_ups",
    "situps": "sit_ups",
    "jumping_jack": "jumping_jacks",
}


def recognised(root: Path) -> bool:
    """Whether `root` holds Penn Action's two folders."""
    return (root / "frames").is_dir() and next((root / "labels").glob("*.mat"), None) is not None


def read(root: Path) -> Listing:
    """Every video that has both frames and a label."""
    listing = Listing("penn_action", root, class_order=PENN_ACTIONS)
    flags: dict[str, int] = {}
    found: dict[str, tuple[str, ...]] = {}
    for folder, files in walk(root / "frames", listing.problems):
        pictures = tuple(str(root / "frames" / folder / file) for file in files if suffix(file) in PICTURES)
        if not pictures:
            continue
        label = root / "labels" / f"{folder}.mat"
        if not label.is_file():
            listing.problems.append(Problem(f"frames/{folder}", f"It has no label: labels/{folder}.mat is missing."))
            continue
        found[folder] = pictures
    labels = penn_labels.labels([root / "labels" / f"{folder}.mat" for folder in found])
    for (folder, pictures), label in zip(found.items(), labels, strict=True):
        if isinstance(label, str):
            listing.problems.append(Problem(f"labels/{folder}.mat", label))
            continue
        flags[folder] = label.train
        if label.frames > len(pictures):
            missing = f"{label.frames - len(pictures)} of its {label.frames} frames are missing."
            listing.problems.append(Problem(f"frames/{folder}", missing, left_out=False))
        listing.clips.append(SourceClip(folder, spelled(label.action), "pictures", pictures))
    _divide(listing, flags)
    return listing


def spelled(action: str) -> str:
    """A class's name as the engine spells it: `pullup` is pull_ups, "Jumping Jacks" is jumping_jacks."""
    plain = action.strip().lower().replace(" ", "_").replace("-", "_")
    return _SPELLINGS.get(plain, plain)


def _divide(listing: Listing, flags: dict[str, int]) -> None:
    """Set every clip's side of the split, and leave out what the authors left out."""
    sides = {name: authors_split(name) for name in PENN_ACTIONS}
    owners = {number: name for name, table in sides.items() for number in table}
    numbered = [(_number(clip.name), clip.action) for clip in listing.clips]
    found = [(owners[number], action) for number, action in numbered if number in owners]
    # A copy with numbers of its own would have other classes under the numbers of the paper's lists.
    real = bool(found) and sum(theirs == here for theirs, here in found) >= _AGREEMENT * len(found)
    kept, dropped = [], 0
    for clip in sorted(listing.clips, key=lambda clip: natural(clip.name)):
        table = sides.get(clip.action) if real else None
        held_out = table.get(_number(clip.name)) if table else flags[clip.name] < 0
        if held_out is None:  # one of the nine classes, but not in the paper's lists
            dropped += 1
        else:
            kept.append(replace(clip, held_out=held_out))
    listing.clips = kept
    if real:
        listing.notes.append("The split is the one of the paper's authors.")
    if dropped:
        listing.notes.append(f"{dropped} clips that the paper's authors did not use are left out.")


def _number(name: str) -> int | None:
    return int(name) if name.isdecimal() else None
