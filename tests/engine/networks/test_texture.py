"""The detail that the place behind a figure takes from elsewhere in the photo."""

import cv2
import numpy as np
import pytest

from engine.networks.texture import found_texture

SIDE = 128
HOLE = np.s_[40:100, 50:80]
INNER = np.s_[44:96, 54:76]


def _gravel(side: int = SIDE, seed: int = 0) -> np.ndarray:
    """float32 [side, side, 3] in levels: grain of about two pixels."""
    grain = np.random.RandomState(seed).standard_normal((side, side)).astype(np.float32)
    grain = cv2.GaussianBlur(grain, (0, 0), 1)
    return np.repeat((120 + 30 * grain / grain.std())[..., None], 3, 2).clip(0, 255)


def _kept(side: int = SIDE) -> np.ndarray:
    kept = np.ones((side, side), np.float32)
    kept[HOLE] = 0
    return kept


def _with_figure(photo: np.ndarray) -> np.ndarray:
    seen = photo.copy()
    seen[HOLE] = (255, 0, 0)
    return seen


def _detail(picture: np.ndarray) -> np.ndarray:
    return np.abs(cv2.Laplacian(cv2.cvtColor(picture.astype(np.float32), cv2.COLOR_RGB2GRAY), cv2.CV_32F))


def _textured(photo: np.ndarray, painted: np.ndarray) -> np.ndarray:
    texture = found_texture(photo, painted, _kept())
    assert texture is not None
    return texture.over(painted, photo)


def test_a_flat_painting_gets_the_photos_grain():
    photo, painted = _gravel(), np.full((SIDE, SIDE, 3), 120, np.float32)
    result = _textured(_with_figure(photo), painted)
    assert _detail(painted)[INNER].mean() == 0
    assert 0.8 < _detail(result)[INNER].mean() / _detail(photo)[INNER].mean() < 1.2


def test_a_pattern_goes_on_where_somebody_stood():
    rows, columns = np.mgrid[:SIDE, :SIDE]
    bricks = np.where((rows % 8 < 2) | ((columns + 4 * (rows // 8 % 2)) % 8 < 2), 190, 90).astype(np.float32)
    photo = np.repeat(bricks[..., None], 3, 2)
    painted = cv2.GaussianBlur(photo, (0, 0), 8)
    result = _textured(_with_figure(photo), painted)
    apart = np.abs(result - photo)[INNER].mean()
    assert apart < 0.35 * np.abs(painted - photo)[INNER].mean()


def test_the_paintings_shading_stays():
    painted = np.repeat(np.linspace(60, 200, SIDE, dtype=np.float32)[:, None], SIDE, 1)[..., None].repeat(3, 2)
    photo = _gravel() - 120 + painted
    result = _textured(_with_figure(photo), painted)
    assert np.abs(cv2.GaussianBlur(result - painted, (0, 0), 6))[INNER].mean() < 5


def test_what_is_known_is_left_alone_and_the_figure_is_never_copied():
    photo, painted = _gravel(), np.full((SIDE, SIDE, 3), 120, np.float32)
    result = _textured(_with_figure(photo), painted)
    far = cv2.dilate(1 - _kept(), np.ones((5, 5))) == 0
    assert np.array_equal(result[far], painted[far])
    assert np.abs(result[..., 0] - result[..., 1]).max() < 1


def test_the_same_photo_has_the_same_texture():
    seen, painted = _with_figure(_gravel()), np.full((SIDE, SIDE, 3), 120, np.float32)
    assert np.array_equal(_textured(seen, painted), _textured(seen.copy(), painted.copy()))


def test_a_large_photos_hole_is_as_sharp_as_the_large_photo():
    large = _gravel(4 * SIDE)
    seen = large.copy()
    seen[160:400, 200:320] = (255, 0, 0)
    small = cv2.resize(seen, (SIDE, SIDE), interpolation=cv2.INTER_AREA)
    texture = found_texture(small, np.full((SIDE, SIDE, 3), 120, np.float32), _kept())
    assert texture is not None
    result = texture.over(np.full((4 * SIDE, 4 * SIDE, 3), 120, np.float32), seen.astype(np.uint8))
    inner = np.s_[176:384, 216:304]
    assert 0.8 < _detail(result)[inner].mean() / _detail(large)[inner].mean() < 1.2
    assert np.abs(result[..., 0] - result[..., 1])[inner].max() < 1


@pytest.mark.parametrize("kept", [0.0, 1.0])
def test_without_a_hole_or_without_a_place_there_is_nothing_to_copy(kept):
    photo = _gravel()
    assert found_texture(photo, photo, np.full((SIDE, SIDE), kept, np.float32)) is None
