"""A photo that lets its pixels go looks the same to everybody, and is itself all the while."""

import threading

import numpy as np
import pytest

from engine.errors import PhotoError
from engine.media.photo import read_photo
from engine.media.returning_photo import ReturningPhoto


def picture(height: int = 30, width: int = 40) -> np.ndarray:
    return np.random.default_rng(0).integers(0, 256, (height, width, 3), np.uint8)


def test_pixels_come_back_as_they_were():
    photo, reads = ReturningPhoto.of(read_photo(picture(), name="a")), []
    photo.comes_back(lambda: reads.append(1) or picture())
    photo.let_go()
    assert photo.nbytes == 0 and (photo.width, photo.height, photo.name) == (40, 30, "a")
    assert np.array_equal(photo.pixels, picture()) and photo.nbytes == picture().nbytes
    assert photo.pixels is photo.pixels and len(reads) == 1


def test_what_could_not_come_back_stays():
    photo = ReturningPhoto.of(read_photo(picture()))
    photo.let_go()
    assert np.array_equal(photo.pixels, picture())


def test_threads_that_look_at_once_read_once():
    photo, reads = ReturningPhoto.of(read_photo(picture())), []
    photo.comes_back(lambda: reads.append(1) or picture())
    photo.let_go()
    looking = [threading.Thread(target=lambda: photo.pixels) for _ in range(8)]
    for thread in looking:
        thread.start()
    for thread in looking:
        thread.join()
    assert len(reads) == 1


def test_a_file_that_is_gone_is_said_and_tried_again():
    photo = ReturningPhoto.of(read_photo(picture()))

    def gone():
        raise PhotoError("It is gone.")

    photo.comes_back(gone)
    photo.let_go()
    for _ in range(2):
        with pytest.raises(PhotoError, match="gone"):
            _ = photo.pixels


def test_something_of_a_large_photo_stays_to_be_shown():
    photo = ReturningPhoto.of(read_photo(picture(900, 1300)))
    photo.comes_back(lambda: picture(900, 1300))
    photo.let_go()
    assert photo.rough is not None
    rough, every = photo.rough
    assert np.array_equal(rough, picture(900, 1300)[::every, ::every]) and max(rough.shape) < 650
