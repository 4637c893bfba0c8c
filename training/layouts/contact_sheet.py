"""A picture of a folder of clips: a row per class, a few clips with first, middle and last frame, and their names."""

from __future__ import annotations

import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from training.layouts import decoding
from training.layouts.decoding import Damaged
from training.layouts.listing import SourceClip
from training.layouts.probing import Probe

SIDE = 96
_ROWS, _CLIPS, _MOST_CLIPS = 24, 4, 48
_GAP, _LABEL, _HEADING = 8, 16, 22
_PAPER, _INK, _MISSING = (255, 255, 255), (30, 30, 34), (236, 236, 238)
_FONTS = ("DejaVuSans.ttf", "NotoSansCJK-Regular.ttc", "Arial Unicode.ttf", "arialuni.ttf", "arial.ttf")


def draw_contact_sheet(classes: Sequence[str], clips: Sequence[SourceClip], probes: Sequence[Probe]) -> Image.Image:
    """The sheet of usable clips; probes [clips]. Only what it shows is decoded; a frame that cannot be is left grey."""
    rows = [(name, _chosen(name, clips, probes, len(classes))) for name in classes[:_ROWS]]
    jobs = [job for _, row in rows for job in row]
    with ThreadPoolExecutor(os.cpu_count() or 1) as pool:
        pictures = dict(zip(map(id, jobs), pool.map(lambda job: stills(*job, SIDE), jobs), strict=True))
    clip_width = 3 * SIDE + 2 + _GAP
    columns = max((len(row) for _, row in rows), default=1)
    row_height = _HEADING + SIDE + _LABEL + _GAP
    sheet = Image.new("RGB", (_GAP + columns * clip_width, _GAP + len(rows) * row_height), _PAPER)
    pen, heading, label = ImageDraw.Draw(sheet), _font(14), _font(10)
    for number, (name, row) in enumerate(rows):
        top = _GAP + number * row_height
        count = sum(clip.action == name for clip in clips)
        pen.text((_GAP, top), _fitted(pen, f"{name} ({count})", heading, columns * clip_width), _INK, heading)
        for column, job in enumerate(row):
            left = _GAP + column * clip_width
            for i, picture in enumerate(pictures[id(job)]):
                corner = (left + i * (SIDE + 1), top + _HEADING)
                if picture is None:
                    pen.rectangle((*corner, corner[0] + SIDE - 1, corner[1] + SIDE - 1), _MISSING)
                else:
                    sheet.paste(Image.fromarray(picture), corner)
            text = _fitted(pen, job[0].name, label, 3 * SIDE)
            pen.text((left, top + _HEADING + SIDE + 2), text, _INK, label)
    return sheet


def stills(clip: SourceClip, probe: Probe, size: int) -> list[np.ndarray | None]:
    """First, middle and last frame uint8 [size, size, 3]; None for one that cannot be decoded."""
    last = max(probe.frames - 1, 0)
    if clip.kind == "video":
        step = 1 / float(probe.fps) if probe.fps else 0.0
        return [_video_still(clip.files[0], (number - 0.5) * step, size) for number in (0, last // 2, last)]
    if clip.kind == "pictures":
        files = (clip.files[0], clip.files[last // 2], clip.files[last])
        return [_first(SourceClip(clip.name, clip.action, "pictures", (file,)), size) for file in files]
    wanted = {0: None, last // 2: None, last: None}
    try:
        for number, frame in enumerate(decoding.frames(clip, size)):
            if number in wanted:
                wanted[number] = frame
    except Damaged:
        pass
    return [wanted[0], wanted[last // 2], wanted[last]]


def _video_still(path: str, seconds: float, size: int) -> np.ndarray | None:
    try:
        return next(decoding.video(path, size, longest=1, seek=max(0.0, seconds)), None)
    except Damaged:
        return None


def _first(clip: SourceClip, size: int) -> np.ndarray | None:
    try:
        return next(decoding.frames(clip, size), None)
    except Damaged:
        return None


def _chosen(
    name: str, clips: Sequence[SourceClip], probes: Sequence[Probe], n_classes: int
) -> list[tuple[SourceClip, Probe]]:
    """A few clips of a class, evenly through its list."""
    all_of = [(c, p) for c, p in zip(clips, probes, strict=True) if c.action == name and p.usable]
    wanted = _MOST_CLIPS // 4 if n_classes == 1 else max(1, min(_CLIPS, _MOST_CLIPS // n_classes))
    chosen = np.unique(np.linspace(0, len(all_of) - 1, min(wanted, len(all_of))).round().astype(int))
    return [all_of[i] for i in chosen]


def _font(size: int) -> ImageFont.FreeTypeFont | ImageFont.ImageFont:
    for name in _FONTS:
        try:
            return ImageFont.truetype(name, size)
        except OSError:
            continue
    return ImageFont.load_default(size)


def _fitted(pen: ImageDraw.ImageDraw, text: str, font, width: int) -> str:
    """The text, or its end: clips of one folder differ there."""
    text = " ".join(text.split())  # a folder may be called by several lines
    if pen.textlength(text, font) <= width:
        return text
    while len(text) > 1 and pen.textlength("…" + text, font) > width:
        text = text[1:]
    return "…" + text
