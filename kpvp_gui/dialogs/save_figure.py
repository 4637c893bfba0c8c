"""The paper's figure of a clip as a file: asks where, then writes it in the thread pool."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from engine.clip import Clip
from engine.errors import ExportError
from engine.formats import paper_figure
from kpvp_gui.background.jobs import Job
from kpvp_gui.background.remembered import Remembered
from kpvp_gui.dialogs import export_target
from kpvp_gui.translation import marked, tr

_KINDS = marked("Picture (*.png);;Page (*.pdf)")
_SUFFIXES = (".png", ".pdf")


def ask_and_write(
    clip: Clip,
    rows: Sequence[str],
    remembered: Remembered,
    report: Callable[[Exception], object],
    parent: QWidget | None = None,
) -> None:
    """Ask for a file and write the figure, with these of `paper_figure.ROWS`, as PNG or PDF. Errors go to `report`."""
    suggestion = export_target.folder(remembered) / f"{export_target.suggested_name(clip)}-figure.png"
    name, kind = QFileDialog.getSaveFileName(parent, tr("Save figure"), str(suggestion), tr(_KINDS))
    if not name:
        return
    path = Path(name)
    if path.suffix.lower() not in _SUFFIXES:
        path = path.with_name(path.name + _SUFFIXES["pdf" in kind])
    remembered.export_folder = str(path.parent)
    writing = Job(_write, clip, path, rows)
    writing.failed.connect(report)
    writing.start()


def _write(clip: Clip, path: Path, rows: Sequence[str]) -> Path:
    """Write `clip`'s figure to `path`, as PNG or PDF by its suffix. Raises `ExportError`."""
    try:
        return paper_figure.save(clip, path, rows)
    except OSError as error:
        reason = (error.strerror or str(error)).lower().rstrip(".")
        raise ExportError(
            tr("{name} could not be written: {reason}.", name=path.name, reason=reason),
            tr("Choose another folder or name."),
        ) from error
