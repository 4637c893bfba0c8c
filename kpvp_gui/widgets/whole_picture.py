"""A photo at the scale of the frames that move in its crop, and both composed as one picture. Knows no Document.

One picture is enlarged or made smaller on screen, so nothing tells the frame from the photo around it. A large photo is
brought to the scale in the thread pool.
"""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QObject, QRectF, Signal
from PySide6.QtGui import QImage, QPainter

from engine.media.photo import Crop, Photo, scaled_photo
from engine.media.returning_photo import ReturningPhoto
from kpvp_gui.background.jobs import Job
from kpvp_gui.widgets import pictures

_AT_ONCE = 1 << 19  # pixels that need no thread
_GREY = 64
_ROUGH = 640  # px of the longer side of what is shown until the photo has been brought to its scale


class WholePicture(QObject):
    """Call `show` with what is wanted, then draw `image`; `changed` says that a better one is there."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wanted: tuple[Photo, Crop, int] | None = None
        self._job: Job | None = None
        self._photo: Photo | None = None  # that `_image` is of
        self._image = QImage()
        self._crop = Crop(0, 0, 0)  # in `_image`
        self._step = 1.0  # pixels of the photo in one of `_image`
        self._corner = (0.0, 0.0)  # of `_image` in the photo
        self._frame: np.ndarray | None = None  # that is in its crop now
        self._plain: QImage | None = None  # what was in its crop before any frame

    @property
    def side(self) -> int:
        """Pixels of the crop in `image`."""
        return self._crop.size

    def show(self, photo: Photo, crop: Crop, side: int) -> None:
        """The photo whose crop has `side` pixels is wanted; until it is there, `image` is what there is of it."""
        if self._wanted is not None and self._wanted[0] is photo and self._wanted[1:] == (crop, side):
            return
        self._wanted, self._job = (photo, crop, side), None
        if self._photo is not photo:
            self._take_rough(photo)
        if photo.width * photo.height <= _AT_ONCE:
            self._take(photo, crop, side, _scaled(photo, crop, side))
            return
        job = self._job = Job(_scaled, photo, crop, side)
        job.finished.connect(lambda made: self._arrived(job, photo, crop, side, made))
        job.start()

    def clear(self) -> None:
        """Let go of the photo."""
        self._wanted = self._job = self._photo = self._frame = self._plain = None
        self._image, self._crop = QImage(), Crop(0, 0, 0)

    def fits(self, frame: np.ndarray) -> bool:
        """Whether a frame uint8 [s, s, 3] can be laid into the crop pixel by pixel."""
        return len(frame) == self._crop.size

    def image(self, frame: np.ndarray | None) -> QImage:
        """The photo with a frame that `fits` in its crop, or as it is."""
        if frame is self._frame:
            return self._image
        crop = self._crop
        if self._plain is None:
            self._plain = self._image.copy(*crop[:2], crop.size, crop.size)
        painter = QPainter(self._image)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
        painter.drawImage(*crop[:2], self._plain if frame is None else pictures.borrowed(frame))
        painter.end()
        self._frame = frame
        return self._image

    def rect(self, photo_rect: QRectF) -> QRectF:
        """Where `image` belongs if the photo is in `photo_rect`: part of a pixel may be missing at its borders."""
        assert self._photo is not None
        scale = photo_rect.width() / self._photo.width
        left, top = (at * scale for at in self._corner)
        width, height = (n * self._step * scale for n in (self._image.width(), self._image.height()))
        return QRectF(photo_rect.x() + left, photo_rect.y() + top, width, height)

    def rect_of(self, crop: Crop) -> QRectF:
        """Where a crop of the photo is in `image`."""
        x, y = ((at - start) / self._step for at, start in zip(crop[:2], self._corner, strict=True))
        return QRectF(x, y, crop.size / self._step, crop.size / self._step)

    def _take_rough(self, photo: Photo) -> None:
        pixels, every = _rough(photo)
        self._image = pictures.image(pixels).convertToFormat(QImage.Format.Format_RGB32)
        self._photo, self._crop, self._step, self._corner = photo, Crop(0, 0, 0), float(every), (0.0, 0.0)
        self._frame = self._plain = None

    def _arrived(self, job: Job, photo: Photo, crop: Crop, side: int, made: tuple[QImage, Crop]) -> None:
        if job is self._job:  # another may be wanted by now
            self._job = None
            self._take(photo, crop, side, made)
            self.changed.emit()

    def _take(self, photo: Photo, crop: Crop, side: int, made: tuple[QImage, Crop]) -> None:
        self._image, self._crop = made
        self._photo, self._step = photo, crop.size / side
        self._corner = crop.x - self._crop.x * self._step, crop.y - self._crop.y * self._step
        self._frame = self._plain = None


def _rough(photo: Photo) -> tuple[np.ndarray, int]:
    """Every n-th pixel, uint8 [h, w, 3], and n, of a photo that is not waited for if it has to be read again."""
    every = max(1, max(photo.width, photo.height) // _ROUGH)
    if not isinstance(photo, ReturningPhoto) or photo.nbytes:
        return photo.pixels[::every, ::every], every
    size = -(-photo.height // every), -(-photo.width // every), 3
    return photo.rough or (np.full(size, _GREY, np.uint8), every)


def _scaled(photo: Photo, crop: Crop, side: int) -> tuple[QImage, Crop]:
    whole, there = scaled_photo(photo.pixels, crop, side)
    return pictures.image(whole).convertToFormat(QImage.Format.Format_RGB32), there
