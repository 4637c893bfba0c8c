"""The paper's figure as a file, its errors in the user's words. Runs in a job's thread; knows no widget."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from engine.clip import Clip
from engine.errors import ExportError
from engine.formats import paper_figure


def write(clip: Clip, path: Path, rows: Sequence[str] = paper_figure.ROWS) -> Path:
    """Write `clip`'s figure to `path`, as PNG or PDF by its suffix. Raises `ExportError`."""
    try:
        return paper_figure.save(clip, path, rows)
    except OSError as error:
        reason = (error.strerror or str(error)).lower().rstrip(".")
        raise ExportError(f"{path.name} could not be written: {reason}.", "Choose another folder or name.") from error
