"""Frames as pictures that Pillow writes: one animated file, or a folder of numbered PNG files.

Knows nothing of clips or overlays: it is given finished frames.
"""

import os
import re
import tempfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from pathlib import Path

import numpy as np
from PIL import Image

from engine.errors import Cancelled, ExportError
from engine.files import atomic_folder

_OURS = re.compile(r"frame_\d+\.png")


@dataclass(frozen=True)
class Animation:
    """`count` frames uint8 [H, W, 3], shown at `fps`, for ever if `loop`."""

    frames: Iterator[np.ndarray]
    count: int
    fps: Fraction
    loop: bool

    def durations(self) -> list[int]:
        """Milliseconds of every frame, rounded so that their sum is."""
        times = [round(1000 * i / self.fps) for i in range(self.count + 1)]
        return [after - before for before, after in pairwise(times)]


def write_animation(path: Path, animation: Animation, suffix: str, cancelled: Callable[[], bool] | None = None) -> None:
    """Write ".webp" or ".apng". Raises `OSError` or `Cancelled`."""
    pictures = (Image.fromarray(frame) for frame in _unless(animation.frames, cancelled))
    first = next(pictures)
    options = {"save_all": True, "duration": animation.durations(), "loop": 0 if animation.loop else 1}
    with open(path, "wb") as file:
        if suffix == ".webp":
            # Lossless would be five times as large for noise nobody sees.
            first.save(file, "WEBP", append_images=pictures, quality=92, method=4, **options)
        else:
            first.save(file, "PNG", append_images=list(pictures), **options)


def write_folder(
    folder: Path, frames: Iterable[np.ndarray], cancelled: Callable[[], bool] | None = None, overwrite: bool = False
) -> None:
    """Write frame_001.png, frame_002.png, ... into `folder`, made if need be; all of them or none.

    An existing folder keeps its other files. Frames of an earlier export in it are replaced, all of them, if
    `overwrite`, and an `ExportError` otherwise. Raises `OSError` or `Cancelled` too.
    """
    if not folder.exists():
        with atomic_folder(folder) as temporary:
            _write_pictures(temporary, frames, cancelled)
        return
    earlier = [name for name in os.listdir(folder) if _OURS.fullmatch(name)]
    if earlier and not overwrite:
        raise ExportError(f"{folder.name} already holds frames.", "Choose another folder, or have them replaced.")
    with tempfile.TemporaryDirectory(dir=folder, prefix=".frames-") as temporary:
        names = _write_pictures(Path(temporary), frames, cancelled)
        for name in names:
            os.replace(Path(temporary) / name, folder / name)
    for name in set(earlier) - set(names):
        (folder / name).unlink()


def _write_pictures(folder: Path, frames: Iterable[np.ndarray], cancelled: Callable[[], bool] | None) -> list[str]:
    names = []
    for number, frame in enumerate(_unless(frames, cancelled), 1):
        names.append(f"frame_{number:03d}.png")
        Image.fromarray(frame).save(folder / names[-1], "PNG", compress_level=6)
    return names


def _unless(frames: Iterable[np.ndarray], cancelled: Callable[[], bool] | None) -> Iterator[np.ndarray]:
    for frame in frames:
        if cancelled is not None and cancelled():
            raise Cancelled
        yield frame
