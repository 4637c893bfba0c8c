"""Draws moving.webp: three people whom `people` has never seen, moving at 288 px.

`python -m docs.pictures.moving [--model NAME] [--characters DIR]`; the folder must hold textured humans
(docs/humans.md) and panoramas. Each is the first frame of a held-out clip, drawn by CC0 parts only.
"""

import argparse
from dataclasses import replace
from pathlib import Path

import numpy as np
from PIL import Image

import engine
from training.worlds.people import People

SEEDS = (1_003_037, 1_003_020, 1_003_036)  # jumping jacks, golf, a pitch
SIDE = 288


def future(model: engine.Predictor, world: People, seed: int) -> np.ndarray:
    """uint8 [T, SIDE, SIDE, 3]"""
    clip = world.clip(seed, size=SIDE, n_frames=2)
    photo = clip.frames[0]
    imagined = model.predict(photo, world.actions[clip.action], seed=1)
    return np.stack([photo, *model.full_size(imagined, photo)])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", default="people")
    parser.add_argument("--characters")
    args = parser.parse_args()
    # Photographs have licences of their own; the panoramas are CC0.
    world = replace(People.of(args.characters), photographs=())
    model = engine.load_model(args.model)
    frames = np.concatenate([future(model, world, seed) for seed in SEEDS], axis=2)
    pictures = [Image.fromarray(frame) for frame in frames]
    path = Path(__file__).with_name("moving.webp")
    pictures[0].save(path, save_all=True, append_images=pictures[1:], duration=60, loop=0, quality=82, method=6)


if __name__ == "__main__":
    main()
