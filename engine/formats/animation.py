"""Animated WebP and PNG, which Pillow writes."""

from fractions import Fraction
from itertools import pairwise
from pathlib import Path

from PIL import Image

from engine.files import atomic_write
from engine.formats.request import ExportRequest


def write(request: ExportRequest, path: Path) -> None:
    """Write .webp or .apng."""
    pictures = (Image.fromarray(frame) for frame in request.frames())
    durations = _durations(len(request.order), request.fps)
    options = {"save_all": True, "duration": durations, "loop": 0 if request.loop else 1}
    with atomic_write(path) as temporary, open(temporary, "wb") as file:
        first = next(pictures)
        if path.suffix.lower() == ".webp":
            # Lossless would be five times as large for noise nobody sees.
            first.save(file, "WEBP", append_images=pictures, quality=92, method=4, **options)
        else:
            first.save(file, "PNG", append_images=list(pictures), **options)


def _durations(count: int, fps: Fraction) -> list[int]:
    """Milliseconds of every frame, rounded so that their sum is."""
    times = [round(1000 * i / fps) for i in range(count + 1)]
    return [after - before for before, after in pairwise(times)]
