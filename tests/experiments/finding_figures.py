"""How often a model finds the people in photos that are wider than they are, against the middle square.

`python -m tests.experiments.finding_figures MODEL --characters DIR [--real DIR --pose FILE.tflite] [--photos N]
[--sheet FILE]`. The photos are made up of people cut out of held-out clips, or of real ones, before panoramas, so that
it is known where everyone stands. A crop is good if it shows nearly all of a person, half to nineteen twentieths of its
side high. Of photos with several people: the share of the people with a good crop, and of the crops without anybody.
"""

from __future__ import annotations

import argparse
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
import torch

import engine
from engine.media.photo import Crop, default_crop
from engine.models.figures import FoundFigure
from tests.experiments.wide_photos import CutOut, WidePhoto, drawn_people, open_people, real_people, wide_photos
from training.worlds.scenes import panoramas

_WHOLE, _LEAST, _MOST = 0.97, 0.5, 0.95
_COUNT = 4  # crops asked for where there are several people
_EVERY = 5  # frames of a real clip
_TILE, _ACROSS = 260, 8


@dataclass(frozen=True)
class Answer:
    """What a model found in a photo, and in how many seconds of one core."""

    photo: WidePhoto
    found: list[FoundFigure]
    seconds: float

    @property
    def best_is_good(self) -> bool:
        return any(is_good(self.found[0].crop, person) for person in self.photo.people)

    @property
    def middle_is_good(self) -> bool:
        middle = default_crop(self.photo.pixels.shape[1], self.photo.pixels.shape[0])
        return any(is_good(middle, person) for person in self.photo.people)

    @property
    def people_found(self) -> float:
        """The share of the people with a good crop."""
        return float(np.mean([any(is_good(f.crop, p) for f in self.found) for p in self.photo.people]))

    @property
    def mistaken(self) -> float:
        """The share of the crops that are nobody's."""
        return float(np.mean([not any(is_good(f.crop, p) for p in self.photo.people) for f in self.found]))


def is_good(crop: Crop, person: tuple[int, int, int, int]) -> bool:
    """Whether a crop shows a person, by its box, whole and neither too small nor too large."""
    (x, y, side), (left, top, right, bottom) = crop, person
    wide, high = min(right, x + side) - max(left, x), min(bottom, y + side) - max(top, y)
    share = max(wide, 0) * max(high, 0) / ((right - left) * (bottom - top))
    return share > _WHOLE and _LEAST <= (bottom - top) / side <= _MOST


def answers(model: engine.Predictor, photos: list[WidePhoto]) -> list[Answer]:
    results = []
    for photo in photos:
        started = time.process_time()
        found = model.find_figures(photo.pixels, 1 if len(photo.people) == 1 else _COUNT)
        results.append(Answer(photo, found, time.process_time() - started))
    return results


def report(name: str, results: list[Answer]) -> str:
    familiar = np.mean([bool(answer.found[0].familiarity.familiar) for answer in results])
    line = f"{name}: {len(results)} photos, seconds of one core {np.median([a.seconds for a in results]):.2f}"
    if len(results[0].photo.people) == 0:
        return f"{line}, familiar {familiar:.0%}"
    best, middle = np.mean([a.best_is_good for a in results]), np.mean([a.middle_is_good for a in results])
    line += f", best crop good {best:.0%} (middle square {middle:.0%}), familiar {familiar:.0%}"
    if len(results[0].photo.people) > 1:
        line += f", people found {np.mean([a.people_found for a in results]):.0%}"
        line += f", crops of nobody {np.mean([a.mistaken for a in results]):.0%}"
    return line


def sheet(results: list[Answer]) -> np.ndarray:
    """Every photo with its people (red) and crops (green, or yellow where the best is not good), uint8 [H, W, 3]."""
    tiles = []
    for answer in results:
        picture = answer.photo.pixels.copy()
        for left, top, right, bottom in answer.photo.people:
            cv2.rectangle(picture, (left, top), (right, bottom), (230, 40, 40), 3)
        for x, y, side in (found.crop for found in answer.found):
            colour = (60, 220, 90) if answer.best_is_good else (250, 220, 40)
            cv2.rectangle(picture, (x, y), (x + side - 1, y + side - 1), colour, 4)
        scale = _TILE / max(picture.shape[:2])
        small = cv2.resize(picture, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
        below, beside = _TILE + 2 - small.shape[0], _TILE + 2 - small.shape[1]
        tiles.append(np.pad(small, ((0, below), (0, beside), (0, 0))))
    tiles += [np.zeros_like(tiles[0])] * (-len(tiles) % _ACROSS)
    return np.concatenate([np.concatenate(tiles[i : i + _ACROSS], 1) for i in range(0, len(tiles), _ACROSS)])


def main(argv: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="finding_figures", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("model")
    parser.add_argument("--characters", required=True, type=Path, metavar="DIR", help=f"with {panoramas.FILE} in it")
    parser.add_argument("--real", type=Path, metavar="DIR", help="a folder of folders of pictures")
    parser.add_argument("--pose", type=Path, metavar="FILE")
    parser.add_argument("--photos", type=int, default=48, metavar="N", help="of each kind")
    parser.add_argument("--sheet", type=Path, metavar="FILE")
    args = parser.parse_args(argv)
    torch.set_num_threads(1)
    model = engine.load_model(args.model, device="cpu")
    around = args.characters / panoramas.FILE
    people: dict[str, list[CutOut]] = {"drawn": drawn_people(open_people(str(args.characters)), args.photos)}
    if args.real and args.pose:
        people["real"] = real_people(args.real, args.pose, _EVERY)
    everything = answers(model, wide_photos([], around, args.photos // 2, 0, 0))
    print(report("nobody", everything), flush=True)
    for seed, (name, cut) in enumerate(people.items(), 1):
        for at_once, number in ((1, args.photos), (2, args.photos // 2)):
            results = answers(model, wide_photos(cut, around, number, at_once, seed))
            print(report(f"{name}, {at_once} at once", results), flush=True)
            everything += results
    if args.sheet:
        cv2.imwrite(str(args.sheet), cv2.cvtColor(sheet(everything), cv2.COLOR_RGB2BGR))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
