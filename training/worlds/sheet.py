"""Contact sheets: clips as rows of frames, evenly through time, with the class's name. Knows worlds only by `clips`."""

from __future__ import annotations

from collections.abc import Iterable

import cv2
import numpy as np

from training.worlds.world import World

_GAP = 2


def draw_sheet(world: World, seeds: Iterable[int], size: int, columns: int = 9, workers: int = 2) -> np.ndarray:
    """A picture uint8 [H, W, 3] with one row of `columns` frames per seed."""
    rows = []
    for clip in world.clips(seeds, size, workers):
        chosen = np.linspace(0, len(clip.frames) - 1, columns).round().astype(int)
        row = np.concatenate([np.pad(f, ((0, _GAP), (0, _GAP), (0, 0))) for f in clip.frames[chosen]], axis=1)
        text, corner, height = world.actions[clip.action], (3, size - 5), max(0.3, size / 320)
        for colour, thickness in (((0, 0, 0), 3), ((255, 255, 255), 1)):
            cv2.putText(row, text, corner, cv2.FONT_HERSHEY_SIMPLEX, height, colour, thickness, cv2.LINE_AA)
        rows.append(row)
    return np.concatenate(rows)
