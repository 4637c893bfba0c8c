"""A photo at another scale, whose crop fits into it to the pixel."""

import numpy as np
import pytest
from PIL import Image

from engine.media.photo import Crop, scaled_crop, scaled_photo


@pytest.fixture
def photo():
    rng = np.random.RandomState(3)
    return np.asarray(Image.fromarray(rng.randint(0, 256, (60, 90, 3), np.uint8)).resize((900, 600)))


@pytest.mark.parametrize("crop", [Crop(0, 0, 600), Crop(133, 71, 409), Crop(491, 191, 409), Crop(300, 0, 600)])
@pytest.mark.parametrize("side", [37, 128, 384])
def test_the_crop_of_the_whole_is_the_crop_alone(photo, crop, side):
    whole, (x, y, size) = scaled_photo(photo, crop, side)
    assert size == side
    apart = np.abs(whole[y : y + side, x : x + side].astype(int) - scaled_crop(photo, crop, side))
    assert apart.max() <= 1 and apart.mean() < 0.001


@pytest.mark.parametrize("crop", [Crop(133, 71, 409), Crop(491, 191, 409)])
def test_at_most_a_pixel_is_missing_at_each_border(photo, crop):
    whole, (x, y, side) = scaled_photo(photo, crop, 128)
    step = crop.size / side
    before = crop.x / step - x, crop.y / step - y
    after = [
        (length - at - crop.size) / step - (got - start - side)
        for length, at, got, start in zip((900, 600), crop[:2], whole.shape[1::-1], (x, y), strict=True)
    ]
    assert all(0 <= missing < 1 for missing in (*before, *after))


def test_what_is_made_smaller_is_averaged(photo):
    small, _ = scaled_photo(photo, Crop(0, 0, 600), 60)
    means = photo.reshape(60, 10, 90, 10, 3).mean((1, 3))
    assert np.abs(small - means).mean() < 5


def test_the_photos_own_scale_is_the_photo(photo):
    whole, crop = scaled_photo(photo, Crop(5, 6, 400), 400)
    assert whole is photo and crop == (5, 6, 400)
    assert np.array_equal(scaled_crop(photo, crop, 400), photo[6:406, 5:405])


def test_a_crop_may_be_enlarged(photo):
    large = scaled_crop(photo, Crop(850, 550, 50), 200)
    assert large.shape == (200, 200, 3)
    assert np.abs(large[::4, ::4].astype(int) - photo[550:, 850:]).mean() < 12
