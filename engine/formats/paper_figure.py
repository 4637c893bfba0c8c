"""The paper's figure: rows of prediction, synthesized image, background mask and keypoints over the time of a clip.

`cell` is one picture of it, which the window's filmstrip shows too. Must not import torch, cv2 or Qt.
"""

import io
import os
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from engine import overlay
from engine.clip import Clip
from engine.files import atomic_write
from engine.formats.request import ExportRequest

ROWS = ("prediction", "synthesized", "mask", "keypoints")
TIMES = (4, 8, 12, 16, 20, 24, 28, 32)
_LABELS = {
    "prediction": "prediction",
    "synthesized": "synthesized\nimage",
    "mask": "background\nmask",
    "keypoints": "keypoints",
}
_INK, _QUIET, _RULE, _PAPER = (24, 26, 32), (112, 118, 130), (222, 225, 230), (255, 255, 255)
_DIMMED = 0.45  # how much of the frame remains behind the keypoints


def cell(clip: Clip, row: str, index: int, size: int) -> np.ndarray:
    """Frame `index` (0 is the first after the photo) of a row of `ROWS`, uint8 [size, size, 3].

    `clip` may be anything with `frames`, `synthesized`, `mask` and `keypoints` like a `Clip`. Frames are scaled with
    a smooth filter; keypoints are drawn afterwards, over a dimmed grey frame.
    """
    match row:
        case "prediction":
            return _scaled(clip.frames[index], size)
        case "synthesized":
            return _scaled(clip.synthesized[index], size)
        case "mask":
            return np.repeat(_scaled(clip.mask[index], size)[..., None], 3, -1)
        case "keypoints":
            return _keypoint_cell(clip.frames[index], clip.keypoints[index], size)
    raise ValueError(f"unknown row {row}: choose from {', '.join(ROWS)}")


def draw(clip: Clip, rows: Sequence[str] = ROWS, times: Sequence[int] = TIMES, cell_size: int = 128) -> np.ndarray:
    """The figure as uint8 [H, W, 3] on white, with labelled rows and columns.

    Columns are times: T = t is the t-th frame after the photo, T = 0 the photo itself. Times beyond the clip are left
    out.
    """
    times = [t for t in times if 0 <= t <= len(clip.frames)]
    gap = max(2, cell_size // 32)
    row_font = _font(max(10, cell_size * 0.125))
    column_font = _font(max(9, cell_size * 0.11))
    margin = gap * 3
    words = [word for row in rows for word in _LABELS[row].split("\n")]
    left = margin + max(int(row_font.getlength(word)) for word in words) + gap * 3
    top = margin + int(column_font.size * 1.7)
    width = left + len(times) * (cell_size + gap) - gap + margin
    height = top + len(rows) * (cell_size + gap) - gap + margin
    sheet = Image.new("RGB", (width, height), _PAPER)
    ink = ImageDraw.Draw(sheet)
    for column, time in enumerate(times):
        x = left + column * (cell_size + gap)
        label = "photo" if time == 0 else f"T = {time}"
        ink.text((x + cell_size / 2, top - column_font.size * 0.45), label, _QUIET, column_font, anchor="ms")
        for line, row in enumerate(rows):
            picture = _photo_cell(clip, row, cell_size) if time == 0 else cell(clip, row, time - 1, cell_size)
            if picture is not None:
                y = top + line * (cell_size + gap)
                sheet.paste(Image.fromarray(picture), (x, y))
                if row == "mask":  # white on white needs an edge
                    ink.rectangle((x, y, x + cell_size - 1, y + cell_size - 1), outline=_RULE)
    for line, row in enumerate(rows):
        y = top + line * (cell_size + gap) + cell_size / 2
        ink.text((left - gap * 3, y), _LABELS[row], _INK, row_font, anchor="rm", align="right")
    return np.asarray(sheet)


def write(request: ExportRequest, path: Path) -> None:
    """Write .png or .pdf with all rows."""
    save(request.clip, path)


def save(
    clip: Clip,
    path: str | os.PathLike,
    rows: Sequence[str] = ROWS,
    times: Sequence[int] = (0, *TIMES),
    cell_size: int = 256,
) -> Path:
    """Write the figure as PNG or, if `path` ends so, PDF (a page as wide as a text column's two). Raises `OSError`.

    An existing file is replaced: asking first is the caller's part.
    """
    title = " ".join(word for word in (getattr(clip, "action_label", ""), getattr(clip, "photo_name", "")) if word)
    return save_sheet(draw(clip, rows, times, cell_size), path, title)


def save_sheet(picture: np.ndarray, path: str | os.PathLike, title: str = "") -> Path:
    """Write a drawn figure uint8 [H, W, 3] as PNG or PDF, by its suffix. Replaces and raises as `save`."""
    path = Path(path)
    sheet = Image.fromarray(picture)
    content = io.BytesIO()
    if path.suffix.lower() == ".pdf":
        inches = 7
        # Pillow puts RGB into a PDF as JPEG; at this quality and without subsampling nothing is seen of it.
        sheet.save(content, "PDF", resolution=sheet.width / inches, title=title, quality=95, subsampling=0)
    else:
        sheet.save(content, "PNG")
    with atomic_write(path) as temporary:
        temporary.write_bytes(content.getvalue())
    return path


def _font(size: float) -> ImageFont.FreeTypeFont:
    font = ImageFont.load_default(size)
    assert isinstance(font, ImageFont.FreeTypeFont)  # as it is for every size that is given
    return font


def _scaled(frame: np.ndarray, size: int) -> np.ndarray:
    if frame.shape[:2] == (size, size):
        return frame
    return np.asarray(Image.fromarray(frame).resize((size, size), Image.Resampling.BICUBIC))


def _keypoint_cell(frame: np.ndarray, keypoints: np.ndarray, size: int) -> np.ndarray:
    height, width = frame.shape[:2]
    grey = _scaled(np.asarray(Image.fromarray(frame).convert("L")), size)
    canvas = np.repeat((grey * np.float32(_DIMMED) + np.float32(10))[..., None], 3, -1)
    scale = np.array((size / width, size / height), np.float32)
    overlay.draw_dots(canvas, overlay.pixel_positions(keypoints, width, height) * scale, relative_size=1.7)
    return (canvas + 0.5).clip(0, 255).astype(np.uint8)


def _photo_cell(clip: Clip, row: str, size: int) -> np.ndarray | None:
    """What the photo has to show in a row: nothing was synthesized or masked in it."""
    if row == "prediction":
        return _scaled(clip.source, size)
    return _keypoint_cell(clip.source, clip.source_keypoints, size) if row == "keypoints" else None
