"""What a reader finds in a folder: clips by name and class, and what is wrong with the rest.

Knows file names only.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from engine.errors import Problem

ONLY_CLASS = "motion"  # the class's name where the data has no classes
VIDEOS = (".mp4", ".avi", ".mov", ".webm", ".m4v", ".mkv", ".mpg", ".mpeg", ".wmv", ".flv")
ANIMATIONS = (".gif", ".webp")
PICTURES = (".jpg", ".jpeg", ".png", ".bmp", ".tif", ".tiff", ".ppm")
_TRAINING_FOLDERS = ("train", "training")
_HELD_OUT_FOLDERS = ("test", "testing", "val", "valid", "validation")


@dataclass(frozen=True)
class SourceClip:
    """One clip as it lies on disk.

    name: unique within the listing, with forward slashes. kind: "video" or "animation" (one file), "strip" (one
    picture, its frames side by side), "pictures" (one file per frame, in order) or "array" (one of a NumPy file).
    held_out: what the data set's own split says, None where it says nothing. part: which clip of an array.
    """

    name: str
    action: str
    kind: str
    files: tuple[str, ...]
    held_out: bool | None = None
    part: int = 0


@dataclass
class Listing:
    """The clips of a folder, in the order of their names. notes: sentences about the whole folder."""

    layout: str
    root: Path
    clips: list[SourceClip] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    class_order: tuple[str, ...] = ()  # these classes come first, in this order; the others follow by name

    def classes(self) -> tuple[str, ...]:
        """The names of the classes that have clips, in the order of their numbers."""
        present = {clip.action for clip in self.clips}
        first = [name for name in self.class_order if name in present]
        return (*first, *sorted(present - set(first), key=natural))


def natural(text: str) -> list:
    """A sorting key in which clip2 comes before clip10."""
    parts = re.split(r"(\d+)", text.casefold())
    return [(0, int(part), "") if part.isdecimal() else (1, 0, part) for part in parts if part] + [(2, 0, text)]


def walk(root: Path, problems: list[Problem]) -> Iterator[tuple[str, list[str]]]:
    """(folder relative to `root` with forward slashes, file names) of every folder, in natural order; hidden files and
    folders are passed over, links to folders followed once. Unreadable folders are added to `problems`."""
    seen: set[tuple[int, int]] = set()

    def unreadable(error: OSError) -> None:
        name = os.path.relpath(error.filename, root) if error.filename else str(root)
        problems.append(Problem(name, f"The folder cannot be read: {error.strerror}."))

    for folder, folders, files in os.walk(root, onerror=unreadable, followlinks=True):
        status = os.stat(folder)
        if (status.st_dev, status.st_ino) in seen and status.st_ino:
            folders.clear()
            continue
        seen.add((status.st_dev, status.st_ino))
        folders[:] = sorted((name for name in folders if not _hidden(name)), key=natural)
        relative = os.path.relpath(folder, root).replace(os.sep, "/")
        usable = [file for file in files if not _hidden(file) and _is_file(os.path.join(folder, file))]
        yield "" if relative == "." else relative, sorted(usable, key=natural)


def _is_file(path: str) -> bool:
    """Whether there is a file, or nothing (a broken link fails where it is opened): a pipe would wait for ever."""
    return os.path.isfile(path) or not os.path.exists(path)


def suffix(name: str) -> str:
    return os.path.splitext(name)[1].lower()


def split_of(folder: str) -> bool | None:
    """Whether a folder's name says that it is held out (True), for training (False), or neither (None)."""
    plain = folder.casefold()
    return True if plain in _HELD_OUT_FOLDERS else False if plain in _TRAINING_FOLDERS else None


def _hidden(name: str) -> bool:
    return name.startswith(".") or name in ("__MACOSX", "Thumbs.db", "desktop.ini")
