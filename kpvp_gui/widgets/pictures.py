"""Arrays as QImages and back. What is kept has memory of its own: sooner or later it outlives an array it borrows."""

from __future__ import annotations

import numpy as np
from PySide6.QtGui import QImage

PICTURE_MARGIN = 6  # px around the large pictures, for handles and outlines


def pixels(image: QImage) -> np.ndarray:
    """uint8 [H, W, 4] of a QImage, its own memory."""
    image = image.convertToFormat(QImage.Format.Format_RGBA8888)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return rows[:, : 4 * image.width()].reshape(image.height(), image.width(), 4).copy()


def image(array: np.ndarray) -> QImage:
    """A QImage of uint8 [H, W, 3], or of uint8 [H, W, 4] with alpha."""
    array = np.ascontiguousarray(array)
    return borrowed(array).copy()


def borrowed(array: np.ndarray) -> QImage:
    """The same without a copy, of an array that lies in one piece: to be drawn at once and not kept."""
    assert array.flags.c_contiguous
    height, width, channels = array.shape
    formats = {3: QImage.Format.Format_RGB888, 4: QImage.Format.Format_RGBA8888}
    return QImage(array.data, width, height, channels * width, formats[channels])
