"""A folder of numbered PNG pictures."""

import os
import re
import tempfile
from pathlib import Path

from PIL import Image

from engine.errors import ExportError
from engine.files import atomic_folder, put
from engine.formats.request import ExportRequest
from engine.sentences import sentence

_OURS = re.compile(r"frame_\d+\.png")


def write(request: ExportRequest, path: Path) -> None:
    """Write frame_001.png, frame_002.png, ... into the folder `path`, made if need be; all of them or none.

    An existing folder keeps its other files. Frames of an earlier export in it are replaced, all of them, if
    `overwrite` is asked for, and an `ExportError` otherwise.
    """
    if not path.exists():
        with atomic_folder(path) as temporary:
            _write_pictures(temporary, request)
        return
    earlier = [name for name in os.listdir(path) if _OURS.fullmatch(name)]
    if earlier and not request.overwrite:
        raise ExportError(
            sentence("{name} already holds frames.", name=path.name),
            sentence("Choose another folder, or have them replaced."),
        )
    with tempfile.TemporaryDirectory(dir=path, prefix=".frames-") as temporary:
        names = _write_pictures(Path(temporary), request)
        for name in names:
            put(Path(temporary) / name, path / name)
    for name in set(earlier) - set(names):
        (path / name).unlink()


def _write_pictures(folder: Path, request: ExportRequest) -> list[str]:
    names = []
    for number, frame in enumerate(request.frames(), 1):
        names.append(f"frame_{number:03d}.png")
        Image.fromarray(frame).save(folder / names[-1], "PNG", compress_level=6)
    return names
