"""Draws moving.webp: people whom `people` has never seen, in photographed scenes, moving at 512 px.

`python -m docs.pictures.moving [--model NAME] [--characters DIR] [--seeds N,N]`; the folder must hold textured humans
(docs/humans.md) and panoramas: each is the first frame of a held-out clip, drawn by CC0 parts only. A photograph that
anybody may show can take their place: `--photo PHOTO:ACTION`, which moves whole. `--sheet FILE` draws what the next 24
held-out seeds would give, to choose from, and nothing else.
"""

import argparse
import io
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import cv2
import numpy as np
from PIL import Image

import engine
from training.worlds.people import People

SEEDS = (1_003_046, 1_003_048)  # jumping jacks, squats
SIDE = 512
MOST_BYTES = 3_000_000
QUALITIES = (86, 80, 74, 68, 60, 52)
FRAME_MS = 60
MOMENTS = (3, 10, 17, 24, 31)  # frames on the sheet
SHEET_SIDE, SHEET_SEEDS = 192, 24


def made(model: engine.Predictor, world: People, seed: int) -> np.ndarray:
    """The first frame of a held-out clip, and its future as the model sees it: uint8 [1 + T, SIDE, SIDE, 3]."""
    clip = world.clip(seed, size=SIDE, n_frames=2)
    return future(model, clip.frames[0], world.actions[clip.action])


def future(model: engine.Predictor, photo: np.ndarray, action: str) -> np.ndarray:
    """A photo uint8 [H, W, 3] and its frames, SIDE pixels high."""
    clip = model.predict(photo, action, seed=1, crop=model.find_figures(photo)[0].crop)
    height, width = photo.shape[:2]
    size = round(width * SIDE / height), SIDE
    frames = model.full_size(clip, photo, max(size))
    first = cv2.resize(photo, frames[0].shape[1::-1], interpolation=cv2.INTER_AREA)
    return np.stack([first, *frames])


def save(frames: Iterable[np.ndarray], path: Path) -> None:
    """An animated WebP, as good as MOST_BYTES allow."""
    first, *others = map(Image.fromarray, frames)
    for quality in QUALITIES:
        file = io.BytesIO()
        first.save(
            file, "webp", save_all=True, append_images=others, duration=FRAME_MS, loop=0, quality=quality, method=6
        )
        if file.tell() <= MOST_BYTES:
            path.write_bytes(file.getvalue())
            print(f"{path.name}: {file.tell() / 1e6:.1f} MB, quality {quality}")
            return
    raise SystemExit(f"The picture has more than {MOST_BYTES / 1e6:.0f} MB. Give fewer seeds.")


def sheet(model: engine.Predictor, world: People, first: int) -> np.ndarray:
    """A row for each seed: the photo and five moments."""
    rows = []
    for seed in range(first, first + SHEET_SEEDS):
        frames = made(model, world, seed)
        row = [cv2.resize(frames[t], (SHEET_SIDE, SHEET_SIDE), interpolation=cv2.INTER_AREA) for t in (0, *MOMENTS)]
        row[0] = cv2.putText(row[0], str(seed), (6, 16), cv2.FONT_HERSHEY_SIMPLEX, 0.45, (255, 255, 0), 1)
        rows.append(np.concatenate(row, 1))
    half = SHEET_SEEDS // 2
    return np.concatenate([np.concatenate(rows[:half]), np.concatenate(rows[half:])], 1)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", default="people")
    parser.add_argument("--characters")
    parser.add_argument("--seeds", default=",".join(map(str, SEEDS)))
    parser.add_argument("--photo", help="PHOTO:ACTION")
    parser.add_argument("--sheet", type=Path)
    parser.add_argument("--out", type=Path, default=Path(__file__).with_name("moving.webp"))
    args = parser.parse_args()
    model = engine.load_model(args.model)
    if args.photo:
        photo, action = args.photo.rsplit(":", 1)
        save(future(model, engine.read_photo(photo).pixels, action), args.out)
        return
    # Photographs have licences of their own; the panoramas are CC0.
    world = replace(People.of(args.characters), photographs=())
    seeds = [int(seed) for seed in args.seeds.split(",")]
    if args.sheet:
        Image.fromarray(sheet(model, world, seeds[0])).save(args.sheet)
    else:
        save(np.concatenate([made(model, world, seed) for seed in seeds], axis=2), args.out)


if __name__ == "__main__":
    main()
