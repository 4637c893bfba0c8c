"""Squares stay inside their picture."""

import numpy as np
import pytest

from engine.media.photo import Crop
from kpvp_gui.widgets import crop_geometry


@pytest.mark.parametrize("seed", range(20))
def test_no_gesture_leaves_the_picture(seed):
    rng = np.random.default_rng(seed)
    width, height = rng.integers(1, 300, 2)
    crop = Crop(0, 0, int(min(width, height)))
    for _ in range(30):
        a, b = rng.uniform(0, 1, 2) * (width, height), rng.uniform(0, 1, 2) * (width, height)
        crop = [
            lambda crop, a, b: crop_geometry.moved(crop, *(3 * a - b), width, height),
            lambda crop, a, b: crop_geometry.spanned(tuple(a), tuple(b), width, height),
            lambda crop, a, b: crop_geometry.grown(crop, float(a[0] - b[0]), width, height),
        ][rng.integers(3)](crop, a, b)
        assert crop.size >= 1 and crop.x >= 0 and crop.y >= 0
        assert crop.x + crop.size <= width and crop.y + crop.size <= height
