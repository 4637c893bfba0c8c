"""What the canvas shows of a clip under its keypoints: frame, synthesized or mask, alone or in the whole photo."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QObject, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath

from engine.media.photo import Crop, Photo, border_ramp
from kpvp_gui.document.clip_record import ClipRecord
from kpvp_gui.document.document import Document
from kpvp_gui.translation import marked, tr
from kpvp_gui.widgets import pictures
from kpvp_gui.widgets.whole_picture import WholePicture

NOTHING_SHOWN = marked("Everything is switched off.\nFrame (5) shows the clip again.")
_NOTHING_FLAGS = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
_VEIL = (28, 36, 56, 158)  # over what is kept from the photo


class ClipPicture(QObject):
    """`paint` draws what the Document's overlays and its `full_size` say; `changed`: there is something better."""

    changed = Signal()

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._whole = WholePicture(self)
        self._whole.changed.connect(self.changed)

    def frame(self, record: ClipRecord, index: int) -> np.ndarray:
        """Of the crop: at the photo's own size as soon as that is there, until then at the model's; uint8 [s, s, 3]."""
        full = self._document.full_size.frame(record, index)
        return record.frames[index] if full is None else full

    def image(self, record: ClipRecord, index: int) -> QImage:
        """The frame on its own, in the whole photo where that is shown."""
        photo = self._document.full_size.photo_around(record)
        if photo is None:
            return pictures.image(self.frame(record, index))
        self._show(record, photo)
        full = self._document.full_size.frame(record, index)
        fits = full is not None and self._whole.fits(full)
        image = self._whole.image(full if fits else None).copy()
        if not fits:
            painter = QPainter(image)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(self._whole.rect_of(Crop(*record.crop)), _moving(record, index, full))
            painter.end()
        return image

    # Painting

    def paint(self, painter: QPainter, record: ClipRecord, rect: QRectF, crop_rect: QRectF) -> int | None:
        """The picture in `rect`, with the crop in `crop_rect`. The frame that is shown, if there is one yet."""
        overlays, photo = self._document.overlays, self._document.full_size.photo_around(record)
        index = record.nearest_ready(self._document.playback.playhead)
        if photo is None:
            self._whole.clear()
        if index is not None and not overlays & {"frame", "synthesized"}:
            painter.fillRect(rect, QColor("#0c0d10"))
            if not overlays:
                painter.setPen(QColor("#a0a2ac"))
                painter.drawText(rect.adjusted(8, 8, -8, -8), _NOTHING_FLAGS, tr(NOTHING_SHOWN))
            return index
        synthesized = index is not None and "synthesized" in overlays
        if photo is not None:
            self._show(record, photo)
            self._paint_whole(painter, record, rect, crop_rect, None if synthesized else index)
        elif index is None:  # nothing rendered yet: the photo it starts from
            painter.drawImage(crop_rect, pictures.image(record.source))
        elif not synthesized:
            painter.drawImage(crop_rect, pictures.image(self.frame(record, index)))
        if synthesized:
            painter.drawImage(crop_rect, pictures.image(record.synthesized[index]))
        return index

    def paint_mask(self, painter: QPainter, record: ClipRecord, index: int, rect: QRectF, crop_rect: QRectF) -> None:
        """Darkness over what is kept from the photo; where no frame is shown, the mask itself in grey."""
        mask, over = record.mask[index], bool(self._document.overlays & {"frame", "synthesized"})
        around = QPainterPath()
        around.addRect(rect)
        inside = QPainterPath()
        inside.addRect(crop_rect)
        painter.fillPath(around - inside, QColor(*_VEIL) if over else QColor("white"))
        if over:
            veil = np.empty((*mask.shape, 4), np.uint8)
            veil[..., :3] = _VEIL[:3]
            veil[..., 3] = mask.astype(np.uint16) * _VEIL[3] // 255
            painter.drawImage(crop_rect, pictures.image(veil))
        else:
            painter.drawImage(crop_rect, pictures.image(np.repeat(mask[..., None], 3, axis=2)))

    def _show(self, record: ClipRecord, photo: Photo) -> None:
        self._whole.show(photo, Crop(*record.crop), self._document.full_size.photo_side(record, photo))

    def _paint_whole(
        self, painter: QPainter, record: ClipRecord, rect: QRectF, crop_rect: QRectF, index: int | None
    ) -> None:
        full = None if index is None else self._document.full_size.frame(record, index)
        fits = full is not None and self._whole.fits(full)
        painter.drawImage(self._whole.rect(rect), self._whole.image(full if fits else None))
        if index is not None and not fits:
            painter.drawImage(crop_rect, _moving(record, index, full))


def _moving(record: ClipRecord, index: int, full: np.ndarray | None) -> QImage:
    """A frame at another size than the photo's; of the model's size what it has in front of the photo, see-through
    where the photo is kept, fading at the crop's border."""
    if full is not None:
        return pictures.image(full)
    mask = record.mask[index]
    ramp = border_ramp(len(mask))
    figure = np.empty((*mask.shape, 4), np.uint8)
    figure[..., :3] = record.synthesized[index]
    figure[..., 3] = (255 - mask) * ramp[:, None] * ramp
    return pictures.image(figure)
