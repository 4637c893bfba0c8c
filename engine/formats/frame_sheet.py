"""A clip as one picture: its frames in a grid, in reading order, for what plays clips without a video player.

A web page cuts it up again by number. Must not import torch, cv2 or Qt.
"""

import io

import numpy as np
from PIL import Image

COLUMNS = 8
_QUALITY = 84
_MOST_PIXELS = 64_000_000


def to_sheet(frames: np.ndarray) -> bytes:
    """WebP of uint8 [T, S, S, 3]."""
    n, height, width = frames.shape[:3]
    rows = -(-n // COLUMNS)
    cells = np.zeros((rows * COLUMNS, height, width, 3), np.uint8)
    cells[:n] = frames
    grid = cells.reshape(rows, COLUMNS, height, width, 3).swapaxes(1, 2).reshape(rows * height, COLUMNS * width, 3)
    content = io.BytesIO()
    Image.fromarray(grid).save(content, "WEBP", quality=_QUALITY, method=4)
    return content.getvalue()


def from_sheet(content: bytes, n: int) -> np.ndarray:
    """The n frames uint8 [n, S, S, 3] of a sheet, nearly as they were. Raises `ValueError` or `OSError`."""
    with Image.open(io.BytesIO(content), formats=["WEBP"]) as picture:
        if picture.width * picture.height > _MOST_PIXELS:
            raise ValueError("the picture is too large")
        grid = np.asarray(picture.convert("RGB"))
    rows = -(-n // COLUMNS)
    height, width = grid.shape[0] // max(rows, 1), grid.shape[1] // COLUMNS
    if n < 1 or not height or (rows * height, COLUMNS * width) != grid.shape[:2]:
        raise ValueError(f"the picture is no sheet of {n} frames")
    cells = grid.reshape(rows, height, COLUMNS, width, 3).swapaxes(1, 2).reshape(-1, height, width, 3)
    return cells[:n].copy()
