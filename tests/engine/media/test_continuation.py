"""What came after a photo in its video: the right frames, cropped as the photo, at the rate asked for."""

from fractions import Fraction

import numpy as np
import pytest

from engine.errors import PhotoError
from engine.media.continuation import has_continuation, read_continuation
from engine.media.photo import crop_pixels, read_photo
from tests.engine.media.test_photo import video

COUNT, FPS = 12, 10


@pytest.fixture
def path(tmp_path):
    """Grey frames, each 20 lighter than the one before, with a dark left half."""
    frames = np.zeros((COUNT, 48, 64, 3), np.uint8)
    frames[:, :, 32:] = (20 * np.arange(COUNT))[:, None, None, None]
    return video(tmp_path / "a clip.mp4", list(frames), fps=FPS)


def brightness(frames: np.ndarray) -> np.ndarray:
    return frames.mean((1, 2, 3))


def test_the_frames_behind_the_photo_come_in_its_crop(path):
    photo = read_photo(path, frame=3)
    frames = read_continuation(photo, (40, 4, 20), 16, Fraction(FPS), 5)
    assert frames.shape == (5, 16, 16, 3) and frames.dtype == np.uint8
    expected = [crop_pixels(read_photo(path, frame=3 + i).pixels, (40, 4, 20), 16).mean() for i in range(1, 6)]
    assert brightness(frames) == pytest.approx(expected, abs=2)


def test_a_video_that_ends_gives_what_there_is(path):
    assert len(read_continuation(read_photo(path, frame=8), (0, 0, 48), 16, Fraction(FPS), 32)) == COUNT - 9


def test_another_rate_is_met_by_time(path):
    photo = read_photo(path, frame=0)
    frames = read_continuation(photo, (40, 4, 20), 16, Fraction(FPS, 2), 4)
    assert brightness(frames) == pytest.approx([40, 80, 120, 160], abs=4)


def test_the_last_frame_and_a_still_picture_have_none(path):
    last, still = read_photo(path, frame=COUNT - 1), read_photo(np.zeros((8, 8, 3), np.uint8))
    assert not has_continuation(last) and not has_continuation(still) and not has_continuation(None)
    with pytest.raises(PhotoError, match="no frames behind"):
        read_continuation(still, (0, 0, 8), 8, Fraction(FPS), 4)
