"""Asking for a table of keypoints, and taking it over as an edit of the clip shown."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from engine.formats.keypoint_reading import read_keypoints
from kpvp_gui.background.remembered import Remembered
from kpvp_gui.document.document import Document
from kpvp_gui.translation import marked, tr
from kpvp_gui.widgets.question import ask

_KINDS = marked("Keypoints (*.csv *.json);;All files (*)")


def choose(document: Document, remembered: Remembered, parent: QWidget) -> None:
    """Which file; then `take` it."""
    dialog = QFileDialog(parent, tr("Import trajectories"), remembered.export_folder, tr(_KINDS))
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.fileSelected.connect(lambda name: take(document, Path(name)))
    ask(dialog)


def take(document: Document, path: Path) -> None:
    """The trajectories of a .csv or .json for the clip shown; what is wrong with them is said in place."""
    try:
        document.editing.take(read_keypoints(path), path.name)
    except Exception as error:
        document.report(error)
