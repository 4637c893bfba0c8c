"""The formats the export dialog offers, and which of its fields each of them has a use for. Knows no widget."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Format:
    """`suffix` as `engine.export` wants it; an empty one is a folder of pictures."""

    name: str
    suffix: str
    about: str = ""
    sized: bool = False  # has pixels that can be enlarged and drawn over
    timed: bool = False  # says how fast it is
    looped: bool = False  # plays
    figure: bool = False

    @property
    def folder(self) -> bool:
        return not self.suffix

    def completed(self, path: Path) -> Path:
        """`path` with this format's suffix, whatever other dots are in its name."""
        if self.folder or not path.name or path.name.lower().endswith(self.suffix):
            return path
        return path.with_name(path.name + self.suffix)

    def renamed(self, path: Path) -> Path:
        """`path` with another format's suffix exchanged for this one's."""
        if not path.name:
            return path
        if path.suffix.lower() in {kind.suffix for kind in FORMATS if kind.suffix}:
            path = path.with_name(path.name[: -len(path.suffix)])
        return self.completed(path)


FORMATS = (
    Format("GIF animation", ".gif", sized=True, timed=True, looped=True),
    Format("MP4 video", ".mp4", sized=True, timed=True, looped=True),
    Format("WebM video", ".webm", sized=True, timed=True, looped=True),
    Format("WebP animation", ".webp", sized=True, timed=True, looped=True),
    Format("Folder of PNG pictures", "", sized=True),
    Format("Figure as picture (PNG)", ".png", "The paper's figure: four rows at T = 4, 8, …, 32.", figure=True),
    Format("Figure as page (PDF)", ".pdf", "The paper's figure: four rows at T = 4, 8, …, 32.", figure=True),
    Format("Keypoints as table (CSV)", ".csv", timed=True),
    Format("Keypoints as JSON", ".json", timed=True),
    Format("Everything, as NumPy arrays (NPZ)", ".npz", "Frames, masks, keypoints, photo, z and action."),
)


def file_size(path: Path) -> str:
    """Bytes of a file, or of the pictures in a folder, as a person reads them."""
    size = path.stat().st_size if path.is_file() else sum(f.stat().st_size for f in path.glob("*.png"))
    for unit in ("bytes", "KB", "MB", "GB"):
        if size < 1000 or unit == "GB":
            return f"{size:.0f} {unit}" if unit == "bytes" or size >= 100 else f"{size:.1f} {unit}"
        size /= 1000
    raise AssertionError("unreachable")
