"""Everything of a clip as NumPy arrays: the .npz that `Clip.load` reads."""

from pathlib import Path

from engine.formats.request import ExportRequest


def write(request: ExportRequest, path: Path) -> None:
    request.clip.save(path)
