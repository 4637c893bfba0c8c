"""How many bytes the photos of all clips may hold: those that nobody looks at give way, and come back from the disk.

A photo of twelve megapixels is 36 MB, and a sitting may open a hundred. Knows the Document and no widget.
"""

from __future__ import annotations

from collections.abc import Iterable
from weakref import WeakKeyDictionary

from PySide6.QtCore import QObject, QTimer

from engine.errors import KpvpError
from engine.media.returning_photo import ReturningPhoto
from kpvp_gui.background.jobs import Job
from kpvp_gui.document.document import Document

PHOTO_BYTES = 256 << 20
_REST_MS = 200  # after something was looked at


class PhotoMemory(QObject):
    """Beyond `limit` bytes the photos looked at the longest ago let go of their pixels.

    The photo that is open and those of clips on screen stay, and so does what is not on the disk yet.
    """

    def __init__(self, document: Document, limit: int = PHOTO_BYTES, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document, self.limit = document, limit
        self._looked: WeakKeyDictionary[ReturningPhoto, int] = WeakKeyDictionary()  # when, counted
        self._count = 0
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self.trim)
        clips, making = document.clips, document.making
        for signal in (document.photo_changed, clips.current_changed, clips.added, clips.replaced):
            signal.connect(self.look)
        for signal in (making.clip_finished, document.full_size.pictures_ready, document.finding.changed):
            signal.connect(self.look)

    def look(self, *_: object) -> None:
        """Photos came, or are looked at, or were looked at in passing."""
        self._count += 1
        for photo in self._shown():
            self._looked[photo] = self._count
        self._rest.start()

    def trim(self) -> None:
        """Let go until the limit is kept."""
        for record in self._document.clips:
            if isinstance(record.inputs.photo, ReturningPhoto):
                self._looked.setdefault(record.inputs.photo, 0)
        shown = self._shown()
        photos = sorted(self._looked.items(), key=lambda each: each[1])
        total = sum(photo.nbytes for photo, _ in photos)
        for photo, _ in photos:
            if total <= self.limit:
                return
            if photo not in shown and photo.returns:
                total -= photo.nbytes
                photo.let_go()

    def fetch(self, photos: Iterable[ReturningPhoto]) -> None:
        """Have as many of these ready as there is place for, soon."""
        wanted, total = [], 0
        for photo in photos:
            total += 3 * photo.width * photo.height
            if total <= self.limit:
                wanted.append(photo)
        if wanted:
            Job(_read, wanted).start()

    def _shown(self) -> set[ReturningPhoto]:
        clips = self._document.clips
        seen = [record for record in clips if record.id in clips.looked_at]
        found = {record.inputs.photo for record in (clips.current, *seen) if record is not None}
        return {photo for photo in found | {self._document.photo} if isinstance(photo, ReturningPhoto)}


def _read(photos: list[ReturningPhoto]) -> None:
    for photo in photos:
        try:
            _ = photo.pixels
        except KpvpError:  # said when it is looked at
            continue
