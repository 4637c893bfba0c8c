"""Where rigged characters lie: a folder that the user names, never part of this repository."""

from __future__ import annotations

import hashlib
import os
from functools import lru_cache
from pathlib import Path

from engine.errors import TrainingError
from training.worlds.rigs import gltf
from training.worlds.rigs.rig import Rig

VARIABLE = "KPVP_CHARACTERS"
_HOW_TO = f"Give it as --characters DIR, or in the environment variable {VARIABLE} (docs/characters.md says which)."


def named_folder(named: str | None) -> Path | None:
    """The folder to look in: the one named, else the environment's, else None. Raises TrainingError if there is no
    such folder."""
    named = named or os.environ.get(VARIABLE)
    if not named:
        return None
    folder = Path(named).expanduser().resolve()
    if not folder.is_dir():
        raise TrainingError(f"There is no folder of characters {named}.", _HOW_TO)
    return folder


def needed_folder(named: str | None, world: str) -> Path:
    """The same for a world that cannot do without. Raises TrainingError if none is named."""
    folder = named_folder(named)
    if folder is None:
        raise TrainingError(f"The world {world} needs a folder of rigged characters.", _HOW_TO)
    return folder


def files(folder: Path) -> list[Path]:
    """Every glTF file in a folder and below it, in order."""
    return sorted(path for path in folder.rglob("*") if path.suffix.lower() in gltf.SUFFIXES and path.is_file())


def named_files(folder: Path, names: tuple[str, ...], world: str) -> dict[str, Path]:
    """The file of each of the characters, by the file's name without its ending. Raises TrainingError for missing
    ones."""
    found = {path.stem: path for path in reversed(files(folder))}
    missing = [name for name in names if name not in found]
    if missing:
        listed = ", ".join(missing[:4]) + (" ..." if len(missing) > 4 else "")
        raise TrainingError(f"{folder} lacks characters that the world {world} needs: {listed}.", _HOW_TO)
    return {name: found[name] for name in names}


def digest(paths: list[Path]) -> str:
    """A short hash of the files' names and sizes."""
    text = "\n".join(f"{path.name} {path.stat().st_size}" for path in sorted(paths, key=lambda path: path.name))
    return hashlib.sha256(text.encode()).hexdigest()[:8]


@lru_cache(maxsize=64)
def rig(path: Path) -> Rig:
    """The character in a file, read once per process. Raises TrainingError."""
    return gltf.read(path)
