"""Clips as files for other programs: dragged to a file manager, or copied. They lie in a temporary folder that goes
with the studio.

A drag begins before its file is there: it is written while the hand is on its way, and waited for where it is let go.
"""

from __future__ import annotations

import itertools
import shutil
import tempfile
import threading
import weakref
from collections import OrderedDict
from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QMimeData, QUrl

from engine.clip import Clip
from engine.export import export
from kpvp_gui.background.jobs import Job
from kpvp_gui.dialogs import export_target
from kpvp_gui.document.clip_record import ClipRecord
from kpvp_gui.exports.choice import ExportChoice

_KEPT = 24  # files: what was dragged or copied before is long where it was wanted
_PATIENCE = 60.0  # s that a drop waits for its file
_URLS = "text/uri-list"


class OutgoingFile:
    """A clip being written to `path`; `job` says when, and `wait` waits for it in this thread."""

    def __init__(self, clip: Clip, path: Path, keywords: dict) -> None:
        self.path = path
        self._over = threading.Event()
        self.job = Job(_write, clip, path, keywords, self._over)

    @property
    def failed(self) -> bool:
        """Whether the writing is over, and no file there."""
        return self._over.is_set() and not self.path.exists()

    def wait(self) -> bool:
        """Whether the file is there, after waiting for it."""
        return self._over.wait(_PATIENCE) and self.path.exists()


class OutgoingFiles:
    """Writes clips into a folder of its own; the same clip asked for again is the same file."""

    def __init__(self) -> None:
        self._folder: Path | None = None
        self._numbers = itertools.count(1)
        self._files: OrderedDict[tuple, OutgoingFile] = OrderedDict()

    def file_of(self, record: ClipRecord, choice: ExportChoice) -> OutgoingFile:
        """The file of a finished clip at the model's size, being written from now on."""
        assert record.clip is not None
        key = (record.id, record.revision, record.name, choice)
        known = self._files.get(key)
        if known is not None and not known.failed:
            return known
        folder = self._home() / str(next(self._numbers))
        folder.mkdir()
        path = choice.kind.completed(folder / export_target.suggested_name(record.clip, record.name))
        file = self._files[key] = OutgoingFile(record.clip, path, choice.keywords(record, at_photos_size=False))
        file.job.start()
        while len(self._files) > _KEPT:
            _, old = self._files.popitem(last=False)
            shutil.rmtree(old.path.parent, ignore_errors=True)
        return file

    def _home(self) -> Path:
        if self._folder is None:
            self._folder = Path(tempfile.mkdtemp(prefix="kpvp-outgoing-"))
            weakref.finalize(self, shutil.rmtree, self._folder, ignore_errors=True)  # at exit at the latest
        return self._folder


class DraggedFiles(QMimeData):
    """Files for whatever they are dropped on, which get their addresses once they are written."""

    def __init__(self, files: Iterable[OutgoingFile]) -> None:
        super().__init__()
        self._files = list(files)

    def formats(self) -> list[str]:
        return [_URLS]

    def hasFormat(self, mimetype: str) -> bool:
        return mimetype == _URLS

    def retrieveData(self, mimetype: str, preferred: object) -> object:
        if mimetype != _URLS:
            return None
        return [QUrl.fromLocalFile(str(file.path)) for file in self._files if file.wait()]


def copied_file(path: Path) -> QMimeData:
    """A written file for the clipboard: as a file, and a GIF as a picture that moves, too."""
    mime = QMimeData()
    url = QUrl.fromLocalFile(str(path))
    mime.setUrls([url])
    mime.setData("x-special/gnome-copied-files", b"copy\n" + bytes(url.toEncoded().data()))
    if path.suffix == ".gif":
        mime.setData("image/gif", path.read_bytes())
    return mime


def _write(clip: Clip, path: Path, keywords: dict, over: threading.Event) -> Path:
    try:
        return export(clip, path, **keywords)
    finally:
        over.set()
