"""The user's own models as files: added, given another title, deleted and brought back. Those of the program stay.

Torch-free. A deleted file lies in a folder that no list of models looks into, for a month.
"""

import os
import shutil
import time
from contextlib import suppress
from pathlib import Path

from engine.errors import BundleError
from engine.files import atomic_write, put
from engine.models import library
from engine.models.bundle import SUFFIX, read_card
from engine.models.library import ModelEntry
from engine.models.rewriting import rewrite_card
from engine.words import printable

LONGEST_TITLE = 80  # characters
_DELETED = ".deleted"
_KEPT_SECONDS = 30 * 24 * 3600


def is_own(entry: ModelEntry) -> bool:
    """Whether it lies in the user's folder of models."""
    return entry.path.parent == library.user_folder()


def add(path: Path) -> Path:
    """Copy a model's file into the user's folder, under a name that no model has. Its new path.

    Raises `BundleError` for what is no model, or cannot be copied.
    """
    read_card(path)
    folder = library.user_folder()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        target = folder / f"{unused_name(path.stem, folder)}{SUFFIX}"
        with atomic_write(target) as temporary:
            shutil.copyfile(path, temporary)
    except OSError as error:
        raise _failure(path, "copied", error) from error
    return target


def rename(entry: ModelEntry, title: str) -> None:
    """Give an own model another title; the name of its file, which commands and projects know, stays.

    Raises `BundleError` for an empty title, and if the file cannot be written.
    """
    title = " ".join(printable(title).split())[:LONGEST_TITLE]
    if not title:
        raise BundleError("A model needs a name.", "Type one.")
    try:
        rewrite_card(entry.path, title=title)
    except OSError as error:
        raise _failure(entry.path, "renamed", error) from error


def delete(entry: ModelEntry) -> Path:
    """Put an own model away, where `restore` finds it. Where that is. Raises `BundleError`."""
    folder = entry.path.parent / _DELETED
    away = folder / f"{time.time_ns()}-{entry.path.name}"
    try:
        folder.mkdir(exist_ok=True)
        put(entry.path, away)
        os.utime(away)  # its month begins
    except OSError as error:
        raise _failure(entry.path, "deleted", error) from error
    return away


def bring_back(away: Path, entry: ModelEntry) -> Path:
    """Bring a deleted model back under its name, or one like it if that is taken. Its path. Raises `BundleError`."""
    folder = entry.path.parent
    target = folder / f"{unused_name(entry.name, folder)}{SUFFIX}"
    try:
        put(away, target)
    except OSError as error:
        raise _failure(entry.path, "brought back", error) from error
    return target


def forget_deleted() -> None:
    """Remove for good what was deleted more than a month ago."""
    for path in (library.user_folder() / _DELETED).glob(f"*{SUFFIX}"):
        with suppress(OSError):
            if time.time() - path.stat().st_mtime > _KEPT_SECONDS:
                path.unlink()


def unused_name(name: str, folder: Path) -> str:
    """`name`, or with a number behind it, such that no model and no file of `folder` has it."""
    taken = {entry.name.casefold() for entry in library.list_models()}
    taken |= {path.stem.casefold() for path in folder.glob(f"*{SUFFIX}")}
    number, candidate = 1, name
    while candidate.casefold() in taken:
        number += 1
        candidate = f"{name}-{number}"
    return candidate


def _failure(path: Path, what: str, error: OSError) -> BundleError:
    reason = (error.strerror or str(error)).lower().rstrip(".")
    return BundleError(f"{path.name} could not be {what}: {reason}.", "Free some space, or check the models folder.")
