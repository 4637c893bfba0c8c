"""What was dropped or pasted, as something `engine.media.photo` reads: a path, the bytes of a file, or pixels.

Knows Qt's mime data and nothing of the window.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QImage

from engine.errors import PhotoError
from kpvp_gui.translation import tr
from kpvp_gui.widgets import pictures

# Compressed as the browser had it: the colour profile and orientation are still in there.
_FILE_FORMATS = ("image/png", "image/jpeg", "image/webp", "image/avif", "image/gif", "image/tiff", "image/bmp")


def can_take(mime: QMimeData) -> bool:
    """Cheap enough for every move of a drag."""
    return mime.hasUrls() or mime.hasImage() or any(mime.hasFormat(name) for name in _FILE_FORMATS)


def photo_source(mime: QMimeData) -> Path | bytes | np.ndarray:
    """The first picture in `mime`: a local file, else image data. Raises `PhotoError` when there is none."""
    urls = mime.urls()
    for url in urls:
        if url.isLocalFile():
            return Path(url.toLocalFile())
    for name in _FILE_FORMATS:
        if mime.hasFormat(name) and (data := bytes(mime.data(name).data())):
            return data
    if mime.hasImage():
        image = QImage(mime.imageData())
        if not image.isNull():
            return pictures.pixels(image)
    if urls:
        raise PhotoError(
            tr("Only a link was dropped, and the studio does not fetch from the web."),
            tr("Copy the picture itself, or save it and drop the file."),
        )
    raise PhotoError(tr("There is no picture in what was pasted."), tr("Copy a picture or a picture file first."))
