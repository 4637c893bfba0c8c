"""Squares cut out of photos: exactly at their own size, antialiased when shrunk."""

import numpy as np
import pytest
from PIL import Image

from engine.errors import PhotoError
from engine.media.photo import Crop, crop_pixels, default_crop
from tests.engine.media.test_photo import picture


def test_the_default_crop_is_the_middle_square():
    assert default_crop(640, 480) == Crop(80, 0, 480)
    assert default_crop(480, 641) == (0, 80, 480)
    assert default_crop(1, 1) == (0, 0, 1)


def test_a_crop_is_cut_exactly_at_its_own_size():
    result = crop_pixels(picture(), (5, 3, 20), 20)
    assert np.array_equal(result, picture()[3:23, 5:25])
    result[:] = 0  # a copy


def test_shrinking_is_antialiased():
    stripes = np.zeros((512, 512, 3), np.uint8)
    stripes[:, ::2] = 255
    result = crop_pixels(stripes, Crop(0, 0, 512), 100)
    assert result.shape == (100, 100, 3) and np.abs(result[:, 4:-4].astype(int) - 128).max() < 16


@pytest.mark.parametrize("side", [1000, 1013, 1531])
def test_large_crops_agree_with_an_exact_average(side):
    smooth = np.asarray(Image.fromarray(picture(40, 40)).resize((1600, 1600), Image.Resampling.BICUBIC))
    exact = Image.fromarray(smooth[30 : 30 + side, 50 : 50 + side].copy()).resize((64, 64), Image.Resampling.BICUBIC)
    assert np.abs(crop_pixels(smooth, (50, 30, side), 64).astype(int) - np.asarray(exact)).max() <= 6


def test_a_crop_may_be_enlarged_from_one_pixel():
    assert (crop_pixels(picture(), (40, 20, 1), 128) == picture()[20, 40]).all()


@pytest.mark.parametrize("crop", [(-1, 0, 8), (0, -1, 8), (41, 0, 8), (0, 25, 8), (0, 0, 33), (0, 0, 0)])
def test_a_crop_outside_the_photo_is_refused(crop):
    with pytest.raises(PhotoError, match="48 x 32"):
        crop_pixels(picture(), crop, 16)
