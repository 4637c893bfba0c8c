"""A clip written on trial, to see how it will look and how large the file will be. Runs in the thread pool; no Qt."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from PIL import Image, ImageSequence

from engine.clip import Clip
from engine.export import export
from engine.formats import paper_figure
from engine.formats.arranged import Arranged
from engine.formats.request import ExportRequest
from engine.media.photo import Photo, with_longer_side
from kpvp_gui.document.clip_record import ClipRecord
from kpvp_gui.exports.choice import ExportChoice

_LARGEST = 256  # px of a side that is tried: what is larger is reckoned from it
_SHOWN = 480  # px of the longer side of what is looked at


@dataclass(frozen=True, eq=False)
class SizeTrial:
    """`pictures` uint8 [h, w, 3] in the order they are shown, if the format has any; `exact`: the file is as large."""

    pictures: tuple[np.ndarray, ...]
    nbytes: int
    exact: bool


def try_out(
    record: ClipRecord,
    clip: Clip,
    choice: ExportChoice,
    progress: Callable[[float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> SizeTrial:
    """Write `clip` as chosen, smaller if that would take long. Raises what `engine.export` raises."""
    kind, photo = choice.kind, record.inputs.photo if choice.at_photos_size(record) else None
    scale = min(choice.scale, max(1, _LARGEST // clip.frames.shape[2]))
    tried = replace(choice, scale=scale)
    area = (choice.scale / scale) ** 2
    pictures: Sequence[np.ndarray] | None = None
    if photo is not None and not choice.whole:  # the frames are what will be larger
        pictures = list(clip.frames)
        area = (record.crop[2] / clip.frames.shape[2]) ** 2
    elif photo is not None:
        pictures = _InPhoto(clip, photo)
        width, height = with_longer_side(photo.width, photo.height, choice.longer_side)
        area = width * height / (pictures.width * pictures.height)
    keywords = tried.keywords(record, photo is not None)
    with tempfile.TemporaryDirectory(prefix="kpvp-trial-") as folder:
        path = kind.completed(Path(folder) / "clip")
        export(clip, path, **keywords, pictures=pictures, progress=progress, cancelled=cancelled)
        files = [path] if path.is_file() else list(path.iterdir())
        nbytes = sum(file.stat().st_size for file in files)
        seen = _seen(path, clip, keywords, pictures)
    exact = not kind.sized or (photo is None and scale == choice.scale)
    grown = 1.0 if exact else area**kind.growth
    return SizeTrial(tuple(seen), round(nbytes * grown), exact)


def _seen(path: Path, clip: Clip, keywords: dict, pictures: Sequence[np.ndarray] | None) -> list[np.ndarray]:
    kind = keywords["kind"]
    if kind.writer.endswith("paper_figure"):
        return [_shrunk(paper_figure.draw(clip))]
    if not kind.sized:
        return []
    if kind.palette:  # what is seen are its colours
        with Image.open(path) as animation:
            return [_shrunk(np.asarray(frame.convert("RGB"))) for frame in ImageSequence.Iterator(animation)]
    order = ExportRequest(clip, clip.fps, loop=keywords["loop"], pingpong=keywords["pingpong"]).order
    options = (keywords[name] for name in ("overlays", "scale", "beside", "cut"))
    rows = Arranged(clip, *options, pictures)
    made = {index: _shrunk(rows[index]) for index in set(order)}
    return [made[index] for index in order]


class _InPhoto(Sequence[np.ndarray]):
    """Each frame pasted over its crop of the small photo: near enough to judge by, without asking the engine."""

    def __init__(self, clip: Clip, photo: Photo) -> None:
        self._frames, (x, y, side) = clip.frames, clip.crop or (0, 0, min(photo.width, photo.height))
        self.width, self.height = with_longer_side(photo.width, photo.height, min(_SHOWN, max(photo.pixels.shape[:2])))
        self._photo = Image.fromarray(photo.pixels[..., :3]).resize((self.width, self.height), Image.Resampling.BOX)
        ratio = self.width / photo.width
        self._corner, self._side = (round(x * ratio), round(y * ratio)), max(1, round(side * ratio))

    def __len__(self) -> int:
        return len(self._frames)

    def __getitem__(self, index):
        whole = self._photo.copy()
        whole.paste(Image.fromarray(self._frames[index]).resize((self._side, self._side)), self._corner)
        return np.asarray(whole)


def _shrunk(picture: np.ndarray) -> np.ndarray:
    height, width = picture.shape[:2]
    if max(height, width) <= _SHOWN:
        return picture
    ratio = _SHOWN / max(height, width)
    size = max(1, round(width * ratio)), max(1, round(height * ratio))
    return np.asarray(Image.fromarray(picture).resize(size, Image.Resampling.BOX))
