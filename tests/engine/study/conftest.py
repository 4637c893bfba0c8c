"""A study of three trials of three systems, each a square that moves at a speed of its own."""

import numpy as np
import pytest

from engine.study.study import NewTrial, make_study

SYSTEMS = ("ours", "blurred", "still")


def moving_square(step: int, colour: tuple[int, int, int], n: int = 12, side: int = 32) -> np.ndarray:
    frames = np.full((n, side, side, 3), 40, np.uint8)
    for t in range(n):
        x = 2 + t * step % (side - 10)
        frames[t, 10:18, x : x + 8] = colour
    return frames


@pytest.fixture
def study(tmp_path):
    trials = []
    for number, colour in enumerate(((240, 80, 80), (80, 240, 80), (80, 80, 240))):
        clips = {name: moving_square(step, colour) for name, step in zip(SYSTEMS, (2, 1, 0), strict=True)}
        trials.append(NewTrial(clips["ours"][0], f"Action {number}", clips))
    return make_study(tmp_path / "study", trials, "Squares")
