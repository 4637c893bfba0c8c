"""Photos wider than their people, made up of cut-out people before scenes photographed all around: it is known where
everyone stands.

People are cut out of a world's held-out clips by their silhouettes, or out of real clips by a pose network's mask.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np

from training.evaluation.real_clips import read_clips
from training.worlds.registry import open_world
from training.worlds.scenes.illumination import developed
from training.worlds.scenes.panoramas import panorama, scene_names
from training.worlds.world import World

_SHAPES = ((960, 640), (1120, 630), (640, 900))  # width and height: two kinds of landscape, and a portrait
_HEIGHTS = 0.28, 0.88  # of a person, in heights of the photo
_LARGEST = 0.9  # side of a person, in shorter sides of the photo
_APART = 0.15  # the most that two people's boxes may share
_PICTURE = 256  # px of the clips that people are cut from
_MASK, _LANDMARKS = 256 * 256, 39 * 5  # numbers of a pose network's mask, and of its landmarks
_ANKLES = [27, 28]  # of the landmarks


@dataclass(frozen=True)
class CutOut:
    """Somebody's pixels uint8 [h, w, 3] and cover float32 [h, w] in 0..1, cut to the cover's box."""

    pixels: np.ndarray
    cover: np.ndarray

    @classmethod
    def of(cls, picture: np.ndarray, cover: np.ndarray) -> CutOut:
        """Out of uint8 [S, S, 3] by a cover [S, S] in 0..1: its largest piece."""
        stats = cv2.connectedComponentsWithStats((cover > 0.5).astype(np.uint8))[2]
        left, top, wide, high, _ = stats[1 + stats[1:, cv2.CC_STAT_AREA].argmax()] if len(stats) > 1 else stats[0]
        window = np.s_[top : top + high, left : left + wide]
        return cls(picture[window], cover[window].astype(np.float32))


@dataclass(frozen=True)
class WidePhoto:
    """pixels uint8 [H, W, 3] and, of everyone in it, the box (left, top, right, bottom)."""

    pixels: np.ndarray
    people: tuple[tuple[int, int, int, int], ...]


def drawn_people(world: World, count: int) -> list[CutOut]:
    """The first frames of held-out clips."""
    start = world.HELD_OUT_START
    clips = (world.clip(seed, size=_PICTURE, n_frames=2) for seed in range(start, start + count))
    return [CutOut.of(clip.frames[0], clip.silhouette[0] / 255) for clip in clips]


def real_people(folder: Path, pose: Path, every: int) -> list[CutOut]:
    """Of every `every`-th frame of the real clips in a folder that shows somebody with both ankles."""
    from ai_edge_litert.interpreter import Interpreter  # ty: ignore[import-not-found]

    network = Interpreter(model_content=pose.read_bytes(), num_threads=1)
    network.allocate_tensors()
    outputs = {int(np.prod(each["shape"])): each["index"] for each in network.get_output_details()}
    people = []
    for frames in read_clips(folder, _PICTURE).values():
        for frame in frames[::every]:
            network.set_tensor(network.get_input_details()[0]["index"], frame[None].astype(np.float32) / 255)
            network.invoke()
            logits = network.get_tensor(outputs[_MASK]).reshape(_PICTURE, _PICTURE)
            x, y = network.get_tensor(outputs[_LANDMARKS]).reshape(39, 5)[_ANKLES, :2].T.round().astype(int)
            cover = 1 / (1 + np.exp(-logits.clip(-60, 60)))
            standing = min(x.min(), y.min()) >= 0 and max(x.max(), y.max()) < _PICTURE and (cover[y, x] > 0.5).all()
            if network.get_tensor(outputs[1]).item() > 0.5 and standing:
                people.append(CutOut.of(frame, cover))
    return people


def wide_photos(people: Sequence[CutOut], panoramas: Path, count: int, at_once: int, seed: int) -> list[WidePhoto]:
    """`count` photos with `at_once` people each, chosen, scaled and placed at random."""
    rng, names = np.random.default_rng(seed), scene_names(panoramas)
    photos = []
    while len(photos) < count:
        width, height = _SHAPES[len(photos) % len(_SHAPES)]
        photo = _view(rng, panorama(panoramas, names[rng.integers(len(names))]).picture, width, height)
        boxes: list[tuple[int, int, int, int]] = []
        for number in rng.permutation(len(people))[: 8 * at_once]:
            if len(boxes) == at_once:
                break
            box = _placed(rng, people[number], width, height)
            if box is not None and all(_shared(box, other) < _APART for other in boxes):
                _paste(photo, people[number], box)
                boxes.append(box)
        if len(boxes) == at_once:
            photos.append(WidePhoto(photo, tuple(boxes)))
    return photos


def open_people(characters: str | None) -> World:
    """The world `people` with the characters of a folder."""
    return open_world("people", characters)


def _placed(rng: np.random.Generator, who: CutOut, width: int, height: int) -> tuple[int, int, int, int] | None:
    """A box for somebody with the feet in the lower third; None if there is no room."""
    high = round(height * rng.uniform(*_HEIGHTS))
    wide = round(high * who.cover.shape[1] / who.cover.shape[0])
    bottom = round(height * rng.uniform(0.72, 0.97))
    if max(wide, high) > _LARGEST * min(width, height) or bottom < high:
        return None  # no square could hold them
    left = int(rng.integers(0, width - wide))
    return left, bottom - high, left + wide, bottom


def _paste(photo: np.ndarray, who: CutOut, box: tuple[int, int, int, int]) -> None:
    left, top, right, bottom = box
    size = (right - left, bottom - top)
    how = cv2.INTER_AREA if size[1] < len(who.cover) else cv2.INTER_CUBIC
    cover = cv2.resize(who.cover, size, interpolation=how).clip(0, 1)[..., None]
    pixels = cv2.resize(who.pixels, size, interpolation=how)
    there = photo[top:bottom, left:right]
    there[:] = np.rint(there + cover * (pixels.astype(np.float32) - there)).astype(np.uint8)


def _shared(a: tuple[int, int, int, int], b: tuple[int, int, int, int]) -> float:
    """Two boxes' intersection over the smaller one."""
    wide, high = min(a[2], b[2]) - max(a[0], b[0]), min(a[3], b[3]) - max(a[1], b[1])
    smaller = min((box[2] - box[0]) * (box[3] - box[1]) for box in (a, b))
    return max(wide, 0) * max(high, 0) / smaller


def _view(rng: np.random.Generator, picture: np.ndarray, width: int, height: int) -> np.ndarray:
    """A part of a panorama as a camera held level sees it, uint8 [height, width, 3]."""
    sight = np.tan(np.radians(rng.uniform(45, 75)) / 2) * 2 / max(width, height)
    x = (np.arange(width, dtype=np.float32) - width / 2) * sight
    y = (np.arange(height, dtype=np.float32) - height * 0.42) * sight
    yaw = rng.uniform(0, 2 * np.pi)
    x, y = np.broadcast_arrays(x, y[:, None])
    high, wide = picture.shape[:2]
    column = np.mod((np.arctan(x) + yaw) / (2 * np.pi), 1) * wide - 0.5
    row = (0.5 + np.arctan2(y, np.hypot(x, 1)) / np.pi) * high - 0.5
    light = cv2.remap(
        np.log1p(picture),
        column.astype(np.float32),
        row.astype(np.float32),
        cv2.INTER_CUBIC,
        borderMode=cv2.BORDER_WRAP,
    )
    light = np.expm1(light.clip(0))
    exposed = developed(light * np.float32(0.3 / (np.percentile(light, 60) + 1e-6)))
    return np.rint(exposed.clip(0, 1) * 255).astype(np.uint8)
