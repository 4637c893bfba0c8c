"""The report's figures, each a grid of pictures with words beside its rows and above its columns, as PNG and PDF.

Knows arrays; neither models nor scores.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from engine import overlay
from engine.formats.paper_figure import save_sheet
from training.report.shown import TIMES, Shown

Row = tuple[str, Sequence[np.ndarray | None]]

_CELL = 128
_GAP = 4
_MARGIN = 16
_INK, _QUIET, _PAPER = (24, 26, 32), (104, 106, 116), (255, 255, 255)
_MOMENT = 16  # the T of the one target frame in the qualitative figure


def overview(shown: Shown, names: Sequence[str]) -> np.ndarray:
    """Predictions over time, a row for every action: the paper's results figure. uint8 [H, W, 3]."""
    times = _times(len(shown.future[0]))
    rows = []
    for action in np.unique(shown.action):
        clip = int(np.flatnonzero(shown.action == action)[0])
        rows.append((_words(names[action]), [shown.source[clip], *shown.future[clip][[t - 1 for t in times]]]))
    return grid(rows, ["photo", *(f"T = {t}" for t in times)])


def qualitative(shown: Shown, names: Sequence[str], most: int = 9) -> np.ndarray:
    """What the parts do, a column for every action: v, v', k, k', the mask, the prediction, the continuation itself."""
    chosen = [int(np.flatnonzero(shown.action == action)[0]) for action in np.unique(shown.action)][:most]
    t = min(_MOMENT, shown.real.shape[1]) - 1
    rows: dict[str, list[np.ndarray | None]] = {
        "v": [shown.source[i] for i in chosen],
        "v'": [shown.real[i, t] for i in chosen],
        "k": [_dotted(shown.source[i], shown.keypoints[i, 0]) for i in chosen],
        "k'": [_dotted(shown.real[i, t], shown.keypoints[i, t + 1]) for i in chosen],
        "mask": [np.repeat(shown.mask[i, t][..., None], 3, -1) for i in chosen],
        "prediction": [shown.redrawn[i, t] for i in chosen],
    }
    return grid(list(rows.items()), [_words(names[shown.action[i]]) for i in chosen])


def comparison(systems: Mapping[str, Shown], number: int) -> np.ndarray:
    """One held-out clip by every system that shows it, below the real one, over time."""
    first = next(iter(systems.values()))
    clip = first.position(number)
    times = _times(first.real.shape[1])
    rows: list[Row] = [("real clip", [first.source[clip], *first.real[clip][[t - 1 for t in times]]])]
    for name, shown in systems.items():
        i = shown.position(number)
        cells = [shown.future[i][t - 1] if t <= len(shown.future[i]) else None for t in times]
        rows.append((name, [shown.source[i], *cells]))
    return grid(rows, ["photo", *(f"T = {t}" for t in times)])


def gallery(shown: Shown, cases: Sequence[tuple[int, str]]) -> np.ndarray:
    """What went wrong: (number of the held-out clip, words) as rows over time."""
    times = _times(len(shown.future[0]))
    rows = []
    for number, words in cases:
        i = shown.position(number)
        rows.append((words, [shown.source[i], *shown.future[i][[t - 1 for t in times]]]))
    return grid(rows, ["photo", *(f"T = {t}" for t in times)])


def grid(rows: Sequence[Row], columns: Sequence[str], cell: int = _CELL) -> np.ndarray:
    """uint8 [H, W, 3] on white; cells uint8 [S, S, 3] of any size, None is left empty. Words are wrapped at spaces."""
    font, small = (ImageFont.load_default(size) for size in (15, 13))
    words = [_wrapped(label, font, 150) for label, _ in rows]
    widest = max((font.getlength(line) for lines in words for line in lines), default=0)
    left, top = _MARGIN + int(widest) + 14, _MARGIN + 24
    count = max(len(cells) for _, cells in rows)
    width = left + count * (cell + _GAP) - _GAP + _MARGIN
    sheet = Image.new("RGB", (width, top + len(rows) * (cell + _GAP) - _GAP + _MARGIN), _PAPER)
    pen = ImageDraw.Draw(sheet)
    for column, title in enumerate(columns):
        x = left + column * (cell + _GAP) + cell / 2
        pen.text((x, top - 8), _cut(title, small, cell), _QUIET, small, anchor="ms")
    for row, (_, cells) in enumerate(rows):
        y = top + row * (cell + _GAP)
        pen.multiline_text((left - 14, y + cell / 2), "\n".join(words[row]), _INK, font, anchor="rm", align="right")
        for column, picture in enumerate(cells):
            if picture is not None:
                sheet.paste(_scaled(picture, cell), (left + column * (cell + _GAP), y))
    return np.asarray(sheet)


def save(figure: np.ndarray, folder: Path, name: str, title: str) -> list[str]:
    """Write a figure as NAME.png and NAME.pdf; their names. Raises `OSError`."""
    return [save_sheet(figure, folder / f"{name}{suffix}", title).name for suffix in (".png", ".pdf")]


def _times(frames: int) -> list[int]:
    return [t for t in TIMES if t <= frames]


def _words(name: str) -> str:
    return name.replace("_", " ")


def _dotted(frame: np.ndarray, keypoints: np.ndarray) -> np.ndarray:
    scale = max(1, 2 * _CELL // len(frame))
    return overlay.draw_frames(frame[None], keypoints[None], None, {"keypoints"}, scale=scale)[0]


def _scaled(picture: np.ndarray, side: int) -> Image.Image:
    kind = Image.Resampling.LANCZOS if len(picture) > side else Image.Resampling.BICUBIC
    return Image.fromarray(np.ascontiguousarray(picture)).resize((side, side), kind)


def _wrapped(text: str, font, width: int) -> list[str]:
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and font.getlength(longer) > width:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


def _cut(text: str, font, width: int) -> str:
    while text and font.getlength(text) > width:
        text = text[:-2].rstrip(" .") + "."
    return text
