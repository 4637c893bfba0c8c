"""Draws docs/pictures/animals-world.jpg: clips of the world `animals`, two actions a row, five moments each.

`python docs/pictures/animals_world.py`; needs the characters' folder (KPVP_CHARACTERS).
"""

from pathlib import Path

import cv2
import numpy as np

from training.worlds.registry import open_world
from training.worlds.world import World

SIZE, MOMENTS, GAP = 116, 5, 3
SEEDS = (6, 19, 2, 39, 28, 53, 12, 13, 8, 3, 1_000_000, 65)
"""Clips that show the variety; those from 1,000,000 on show species that are never trained on."""


def strip(world: World, seed: int) -> np.ndarray:
    clip = world.clip(seed, SIZE)
    chosen = np.linspace(0, len(clip.frames) - 1, MOMENTS).round().astype(int)
    row = np.concatenate(list(clip.frames[chosen]), axis=1)
    text = world.actions[clip.action]
    for colour, thickness in (((0, 0, 0), 3), ((255, 255, 255), 1)):
        cv2.putText(row, text, (6, SIZE - 8), cv2.FONT_HERSHEY_SIMPLEX, 0.45, colour, thickness, cv2.LINE_AA)
    return np.pad(row, ((0, GAP), (0, GAP), (0, 0)), constant_values=255)


def main() -> None:
    world = open_world("animals")
    strips = [strip(world, seed) for seed in SEEDS]
    rows = [np.concatenate(pair, axis=1) for pair in zip(strips[::2], strips[1::2], strict=True)]
    path = Path(__file__).with_name("animals-world.jpg")
    cv2.imwrite(str(path), np.concatenate(rows)[..., ::-1], [cv2.IMWRITE_JPEG_QUALITY, 88])


if __name__ == "__main__":
    main()
