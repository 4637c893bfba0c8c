"""The formats a clip can be exported in: what each is called, which choices it has a use for, and who writes it.

`engine.export`, the command line and the export dialog all read this table. Light to import: a writer's module is
imported when something is written.
"""

import importlib
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

SIZES = 16, 8192  # px that the longer side of a photo may be given
OVERLAYS = ("keypoints", "trails", "mask")  # what can be drawn over frames; `engine.overlay` draws it
DITHERS = ("ordered", "diffused", "none")  # how a palette's colours are mixed; `engine.formats.video` does it


class Format(NamedTuple):
    """One line of the table.

    `suffix` is how the file's name ends, "" for a folder of pictures. `named_by` is the suffix in a path or `--format`
    that means this format, None where a path cannot say it.
    """

    name: str
    suffix: str
    named_by: str | None
    writer: str  # a module with `write(request: ExportRequest, path: Path) -> None`
    about: str = ""
    sized: bool = False  # has pixels that can be enlarged and drawn over
    timed: bool = False  # says how fast it is
    looped: bool = False  # plays
    palette: bool = False  # has few colours, mixed by a dither
    fastest: int | None = None  # frames per second, where the format itself sets a limit
    growth: float = 0.7  # measured: bytes grow with this power of the area, as enlarging adds smooth pixels

    @property
    def folder(self) -> bool:
        return not self.suffix

    @property
    def write(self) -> Callable:
        """The writer's function. It raises `OSError`, `FfmpegError`, `ExportError` or `Cancelled`."""
        return importlib.import_module(self.writer).write

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


def _playing(name: str, suffix: str, writer: str, growth: float) -> Format:
    return Format(name, suffix, suffix, writer, sized=True, timed=True, looped=True, growth=growth)


_VIDEO, _ANIMATION, _FIGURE = "engine.formats.video", "engine.formats.animation", "engine.formats.paper_figure"
_KEYPOINTS, _FOLDER, _ARRAYS = "engine.formats.keypoint_files", "engine.formats.picture_folder", "engine.formats.arrays"
_THE_FIGURE = "The paper's figure: four rows at T = 4, 8, …, 32."
_EVERYTHING = "Frames, masks, keypoints, photo, z and action."

FORMATS = (
    # Browsers slow shorter delays down to ten frames a second.
    _playing("GIF animation", ".gif", _VIDEO, 0.9)._replace(palette=True, fastest=50),
    _playing("MP4 video", ".mp4", _VIDEO, 0.7),
    _playing("WebM video", ".webm", _VIDEO, 0.5),
    _playing("WebP animation", ".webp", _ANIMATION, 0.5),
    _playing("PNG animation", ".apng", _ANIMATION, 0.7),
    Format("Folder of PNG pictures", "", ".png", _FOLDER, sized=True),
    Format("Figure as picture (PNG)", ".png", None, _FIGURE, _THE_FIGURE),
    Format("Figure as page (PDF)", ".pdf", ".pdf", _FIGURE, _THE_FIGURE),
    Format("Keypoints as table (CSV)", ".csv", ".csv", _KEYPOINTS, timed=True),
    Format("Keypoints as JSON", ".json", ".json", _KEYPOINTS, timed=True),
    Format("Everything, as NumPy arrays (NPZ)", ".npz", ".npz", _ARRAYS, _EVERYTHING),
)
BY_SUFFIX = {kind.named_by: kind for kind in FORMATS if kind.named_by}


def format_of(path: Path) -> Format | None:
    """The format that a path names: a folder, or a path without suffix, takes pictures. None for another suffix."""
    suffix = path.suffix.lower()
    return BY_SUFFIX.get(".png" if path.is_dir() or not suffix else suffix)
