"""Clips of one's own: CLASS/clip.mp4, CLASS/clip.gif, CLASS/clip/0001.jpg, or the same without class folders.

A folder of train/ and test/ (or val/) folders keeps that split. Anything deeper than CLASS/ belongs to that class.
"""

from __future__ import annotations

from pathlib import Path

from training.layouts.listing import (
    ANIMATIONS,
    ONLY_CLASS,
    PICTURES,
    VIDEOS,
    Listing,
    Problem,
    SourceClip,
    split_of,
    walk,
)


def read(root: Path) -> Listing:
    """Every clip below `root`."""
    listing = Listing("folder", root)
    found: list[tuple[str, str, tuple[str, ...]]] = []  # name, kind, files
    others = 0
    for folder, files in walk(root, listing.problems):
        kinds = [_kind(file) for file in files]
        # Pictures beside videos are posters or thumbnails; pictures alone are the frames of one clip.
        lone = not any(kind in ("video", "animation") for kind in kinds)
        if lone and "picture" in kinds:
            pictures = [file for file, kind in zip(files, kinds, strict=True) if kind == "picture"]
            found.append((folder, "pictures", tuple(str(root / folder / file) for file in pictures)))
        for file, kind in zip(files, kinds, strict=True):
            if kind in ("video", "animation"):
                found.append((f"{folder}/{file}" if folder else file, kind, (str(root / folder / file),)))
            elif kind is None or not lone:
                others += 1
    split = _has_split(root, found)
    depths = {_class_of(name, kind, split) is not None for name, kind, _ in found}
    with_classes = True in depths
    for name, kind, files in found:
        action = _class_of(name, kind, split)
        if action is None and with_classes:
            listing.problems.append(Problem(name or root.name, "It lies outside of the class folders."))
            continue
        held_out = split_of(name.split("/")[0]) if split else None
        listing.clips.append(SourceClip(name or root.name, action or ONLY_CLASS, kind, files, held_out))
    if others:
        listing.notes.append(f"{others} other files were passed over.")
    return listing


def _kind(file: str) -> str | None:
    end = file[file.rfind(".") :].lower() if "." in file else ""
    return "video" if end in VIDEOS else "animation" if end in ANIMATIONS else "picture" if end in PICTURES else None


def _has_split(root: Path, found: list) -> bool:
    """Whether all clips lie in train/ and test/ folders, some in each."""
    sides = {split_of(name.split("/")[0]) if "/" in name else None for name, _, _ in found}
    return sides == {True, False}


def _class_of(name: str, kind: str, split: bool) -> str | None:
    """The class a clip's place gives it: the first folder above the clip's own file or folder."""
    parts = name.split("/")[1 if split else 0 :]
    if len(parts) < 2:
        return None
    # The command line writes NAME=WEIGHT,NAME=WEIGHT.
    return parts[0].replace(",", "_").replace("=", "_").strip() or None
