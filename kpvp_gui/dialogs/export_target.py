"""Where the file of a clip goes unless the user says otherwise: its folder and its name; and how large files are."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths

from engine.clip import Clip
from engine.files import as_file_name
from kpvp_gui.background.remembered import Remembered


def folder(remembered: Remembered) -> Path:
    """The folder last exported to, while it exists; else the user's pictures, or home."""
    pictures = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)
    for candidate in (remembered.export_folder, pictures):
        if candidate and Path(candidate).is_dir():
            return Path(candidate)
    return Path.home()


def suggested_name(clip: Clip, name: str = "") -> str:
    """A file name, without suffix: the clip's own name, or what is in it: "beach-squats-seed-7"."""
    if name:
        return as_file_name(name)
    latent = "own-z" if clip.seed is None else f"seed-{clip.seed}"
    words = [Path(clip.photo_name or "clip").stem, clip.action_label, latent]
    return as_file_name("-".join(words).replace(" + ", "-").replace("_", "-").replace(" ", "-"))


def bytes_of(path: Path) -> int:
    """Bytes of a file, or of the pictures in a folder."""
    return path.stat().st_size if path.is_file() else sum(f.stat().st_size for f in path.glob("*.png"))


def in_words(size: float) -> str:
    """Bytes as a person reads them: "1.3 MB"."""
    for unit in ("bytes", "KB", "MB"):
        if size < 1000:
            return f"{size:.0f} {unit}" if unit == "bytes" or size >= 100 else f"{size:.1f} {unit}"
        size /= 1000
    return f"{size:.0f} GB" if size >= 100 else f"{size:.1f} GB"
