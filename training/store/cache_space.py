"""Room for a new store: within the cache's bound and the disk's free space, by removing what was used longest ago.

A store that any process has open is never removed (see `file_lock`).
"""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from pathlib import Path

from engine.errors import TrainingError
from training.store.file_lock import FileLock

_SPARE = 200 * 10**6  # bytes of the disk left to others
_DOOMED = ".removed-"
_USED = "used"  # its time says when a store was last opened


def lock_path(folder: Path) -> Path:
    """Where a store's lock is: beside it, so that it outlives the folder."""
    return folder.with_name(folder.name + ".lock")


def mark_used(folder: Path) -> None:
    """Say that a store was opened now. A cache that cannot be written says nothing."""
    with suppress(OSError):
        (folder / _USED).touch()


def make_room(folder: Path, needed: int, bound: int) -> list[str]:
    """See to it that the store in `folder` can grow to `needed` bytes; the names of the stores removed for it.

    bound: bytes that all stores beside `folder` may take together. Raises TrainingError before removing anything if
    `needed` can never fit, and if stores in use leave too little.
    """
    root = folder.parent
    for half in root.glob(f"{_DOOMED}*"):  # a removal that was killed
        shutil.rmtree(half, ignore_errors=True)
    if needed > bound:
        raise TrainingError(
            f"The decoded clips would take {_gb(needed)}, and the cache may take {_gb(bound)} (data.cache_gb).",
            "Raise data.cache_gb, or lower data.size, data.longest or data.fps.",
        )
    others = sorted(
        (path for path in root.iterdir() if path.is_dir() and path != folder and not path.name.startswith(".")),
        key=_last_used,
    )
    sizes = {path: _size(path) for path in others}
    reachable = shutil.disk_usage(root).free + _size(folder) + sum(sizes.values())
    if needed + _SPARE > reachable:
        raise TrainingError(
            f"The decoded clips would take {_gb(needed)}, and the disk of {root} has {_gb(reachable)} for them.",
            "Free some space, or lower data.size, data.longest or data.fps.",
        )
    removed = []
    for path in others:
        if _fits(folder, needed, bound, sum(sizes.values())):
            break
        if _remove(path):
            removed.append(path.name)
            del sizes[path]
    if not _fits(folder, needed, bound, sum(sizes.values())):
        raise TrainingError(
            f"The decoded clips would take {_gb(needed)}, and {_gb(sum(sizes.values()))} are in use by other runs.",
            "Wait for them, free some space, or raise data.cache_gb.",
        )
    return removed


def _fits(folder: Path, needed: int, bound: int, others: int) -> bool:
    free = shutil.disk_usage(folder.parent).free + _size(folder)
    return needed + others <= bound and needed + _SPARE <= free


def _remove(path: Path) -> bool:
    try:
        lock = FileLock.attempt(lock_path(path))
    except OSError:
        return False
    if lock is None:
        return False
    with lock:
        doomed = path.with_name(f"{_DOOMED}{path.name}-{os.getpid()}")
        try:
            path.rename(doomed)  # at once, so that no one takes half a store for a whole one
        except OSError:
            return False
        shutil.rmtree(doomed, ignore_errors=True)
    return True


def _last_used(path: Path) -> float:
    for file in (path / _USED, path / "index.json", path):
        with suppress(OSError):
            return file.stat().st_mtime
    return 0.0


def _size(path: Path) -> int:
    total = 0
    for folder, _, files in os.walk(path):
        for file in files:
            with suppress(OSError):
                total += os.stat(os.path.join(folder, file)).st_size
    return total


def _gb(size: float) -> str:
    return f"{size / 1e9:.1f} GB" if size >= 1e8 else f"{size / 1e6:.1f} MB"
