"""A photo and the frame that moves in its crop, as one picture."""

import numpy as np
import pytest
from PySide6.QtCore import QRectF

from engine.media.photo import Crop, read_photo, scaled_photo
from kpvp_gui.widgets.pictures import pixels
from kpvp_gui.widgets.whole_picture import WholePicture

CROP = Crop(131, 47, 211)


@pytest.fixture
def photo():
    return read_photo(np.random.RandomState(0).randint(0, 256, (300, 420, 3), np.uint8))


def rgb(image):
    return pixels(image)[..., :3]


def test_a_frame_is_laid_into_the_photo_to_the_pixel_and_leaves_it_again(qtbot, photo):
    whole = WholePicture()
    whole.show(photo, CROP, 100)
    scaled, (x, y, side) = scaled_photo(photo.pixels, CROP, 100)
    assert np.array_equal(rgb(whole.image(None)), scaled)
    for value in (30, 200):
        frame = np.full((100, 100, 3), value, np.uint8)
        assert whole.fits(frame)
        shown = rgb(whole.image(frame))
        assert (shown[y : y + side, x : x + side] == value).all()
        shown[y : y + side, x : x + side] = scaled[y : y + side, x : x + side]
        assert np.array_equal(shown, scaled)
    assert np.array_equal(rgb(whole.image(None)), scaled)
    assert not whole.fits(np.zeros((99, 99, 3), np.uint8))


def test_its_crop_is_where_the_photos_crop_is(qtbot, photo):
    whole, on_screen = WholePicture(), QRectF(10, 20, 840, 600)  # twice the photo
    for side in (100, 211, 64):
        whole.show(photo, CROP, side)
        there, rect = whole.rect_of(CROP), whole.rect(on_screen)
        scale = rect.width() / whole.image(None).width()
        assert rect.x() + there.x() * scale == pytest.approx(10 + 2 * CROP.x)
        assert rect.y() + there.y() * scale == pytest.approx(20 + 2 * CROP.y)
        assert there.width() * scale == pytest.approx(2 * CROP.size)
        assert (there.x(), there.width()) == pytest.approx((round(there.x()), side))


def test_a_large_photo_is_there_at_once_roughly_and_then_at_its_scale(qtbot):
    photo = read_photo(np.random.RandomState(0).randint(0, 256, (30, 40, 3), np.uint8).repeat(50, 0).repeat(50, 1))
    whole, crop = WholePicture(), Crop(500, 250, 1000)
    with qtbot.waitSignal(whole.changed, timeout=5000):
        whole.show(photo, crop, 700)
        rough = whole.image(None)
        assert 300 < rough.width() <= 1000 and not whole.fits(np.zeros((700, 700, 3), np.uint8))
    assert whole.side == 700 and whole.image(None).width() == 1400


def test_what_is_no_longer_wanted_does_not_come(qtbot):
    photo = read_photo(np.full((1500, 2000, 3), 90, np.uint8))
    whole = WholePicture()
    whole.show(photo, Crop(0, 0, 1000), 700)
    whole.show(photo, Crop(0, 0, 1000), 300)
    qtbot.waitUntil(lambda: whole.side == 300, timeout=5000)
    qtbot.wait(200)
    assert whole.side == 300
    whole.clear()
    assert whole.image(None).isNull()
