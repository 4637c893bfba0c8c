"""What an export was last like (folder, format, scale, ...), so that the next one starts there."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from PySide6.QtCore import QSettings, QStandardPaths

from engine.clip import Clip


@cache
def _settings() -> QSettings:
    """One for all: each that goes writes its file at once, in the window's time."""
    return QSettings("kpvp", "studio")


def recall(name: str, default: object, kind: type = str) -> object:
    return _settings().value(f"export/{name}", default, kind)


def keep(name: str, value: object) -> None:
    _settings().setValue(f"export/{name}", value)


def folder() -> Path:
    """The folder last exported to, while it exists; else the user's pictures, or home."""
    kept = recall("folder", "")
    pictures = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)
    for candidate in (kept, pictures):
        if candidate and Path(candidate).is_dir():
            return Path(candidate)
    return Path.home()


def suggested_name(clip: Clip) -> str:
    """A file name, without suffix, that says what is in it: "beach-squats-seed-7"."""
    latent = "own-z" if clip.seed is None else f"seed-{clip.seed}"
    words = [Path(clip.photo_name or "clip").stem, clip.action_label, latent]
    name = "-".join(words).replace(" + ", "-").replace("_", "-").replace(" ", "-")
    return "".join("-" if c in '<>:"/\\|?*.' or ord(c) < 32 else c for c in name)[:100]
