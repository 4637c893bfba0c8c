"""Overlays are drawn where they belong, crisp at any scale, in colours that the eye tells apart."""

import subprocess
import sys
from itertools import pairwise

import numpy as np
import pytest

from engine.overlay import TRAIL_FRAMES, draw_frame, draw_frames, enlarge, keypoint_colours, pixel_positions

SIZE = 64


def grey(count=1, value=128):
    return np.full((count, SIZE, SIZE, 3), value, np.uint8)


def at(x, y, size=SIZE):
    """The keypoint at the centre of pixel column x and row y."""
    return (2 * x / (size - 1) - 1, 2 * y / (size - 1) - 1)


def points(*positions, frames=1):
    return np.tile(np.array([at(*p) for p in positions], np.float32).reshape(-1, 2), (frames, 1, 1))


def oklab(colour):
    linear = colour / 255.0
    linear = np.where(linear <= 0.04045, linear / 12.92, ((linear + 0.055) / 1.055) ** 2.4)
    to_cones = [
        (0.4122214708, 0.2119034982, 0.0883024619),
        (0.5363325363, 0.6806995451, 0.2817188376),
        (0.0514459929, 0.1073969566, 0.6299787005),
    ]
    to_lab = [
        (0.2104542553, 1.9779984951, 0.0259040371),
        (0.7936177850, -2.4285922050, 0.7827717662),
        (-0.0040720468, 0.4505937099, -0.8086757660),
    ]
    return np.cbrt(linear @ to_cones) @ to_lab


@pytest.mark.parametrize("count", [1, 2, 10, 16, 40, 64])
def test_keypoint_colours_are_an_even_circle_of_one_lightness(count):
    colours = keypoint_colours(count)
    assert colours.shape == (count, 3) and colours.dtype == np.uint8
    lightness, a, b = oklab(colours.astype(float)).T
    assert np.ptp(lightness) < 0.01 and np.ptp(np.hypot(a, b)) < 0.012
    steps = np.diff(np.unwrap(np.arctan2(b, a))) if count > 2 else np.array([])
    assert np.allclose(np.rad2deg(steps), 360 / count, atol=2.5)
    assert len(np.unique(colours, axis=0)) == count


def test_keypoint_colours_cannot_be_changed_by_one_view_for_the_others():
    with pytest.raises(ValueError):
        keypoint_colours(8)[0] = 0


def test_colours_keep_their_contrast_on_black_and_white():
    colours = keypoint_colours(64) / 255.0
    linear = np.where(colours <= 0.04045, colours / 12.92, ((colours + 0.055) / 1.055) ** 2.4)
    luminance = linear @ (0.2126, 0.7152, 0.0722)
    assert ((luminance + 0.05) / 0.05 > 6).all()  # on black; the dark outline carries them on white
    assert (1.05 / (luminance + 0.05) > 1.8).all()


@pytest.mark.parametrize("scale", [1, 2, 3, 8])
def test_a_dot_has_its_colour_at_the_keypoint_and_a_dark_ring(scale):
    frame = draw_frames(grey(), points((20, 40)), None, {"keypoints"}, scale)[0]
    assert frame.shape == (SIZE * scale, SIZE * scale, 3)
    centre = int((40 + 0.5) * scale), int((20 + 0.5) * scale)
    assert np.abs(frame[centre].astype(int) - keypoint_colours(1)[0]).max() <= 2
    assert frame.min() < 90  # the ring
    changed = np.argwhere((frame != 128).any(-1))
    assert np.allclose(changed.mean(0) + 0.5, ((40 + 0.5) * scale, (20 + 0.5) * scale), atol=0.6)


def test_dots_follow_fractions_of_a_pixel():
    centres = []
    for x in (20.0, 20.25, 20.5, 20.75):
        frame = draw_frames(grey(value=0), points((x, 20)), None, {"keypoints"}, 4)[0].astype(float)
        weight = frame.sum(-1).sum(0)
        centres.append((weight * (np.arange(SIZE * 4) + 0.5)).sum() / weight.sum())
    assert np.allclose(np.diff(centres), 1.0, atol=0.15)


def test_the_corners_of_the_range_are_the_centres_of_the_outer_pixels():
    positions = pixel_positions(np.array([[-1, -1], [1, 1], [0, 0]], np.float32), 128, 64)
    assert np.allclose(positions, [[0.5, 0.5], [127.5, 63.5], [64, 32]])


def test_keypoints_outside_the_frame_or_undefined_are_left_out():
    strange = np.array([[[-3, 0], [5, 5], [np.nan, 0], [np.inf, 0]]], np.float32)
    assert (draw_frames(grey(), strange, None, {"keypoints", "trails"}) == 128).all()


def test_a_dot_on_the_edge_is_cut_by_it():
    frame = draw_frames(grey(), points((0, 0)), None, {"keypoints"}, 4)[0]
    assert (frame[0, 0] != 128).any() and (frame[-20:, -20:] == 128).all()


def moving(count=24):
    """One keypoint going right by two pixels a frame along row 30."""
    return np.array([[at(5 + 2 * t, 30)] for t in range(count)], np.float32)


def test_a_trail_shows_where_the_keypoint_came_from_and_fades():
    frame = draw_frame(grey(24, 0), moving(), None, 23, {"trails"}, 4).astype(int).sum(-1)
    row = frame[int(30.5 * 4)]
    strengths = [row[int((5 + 2 * t + 0.5) * 4)] for t in range(24)]
    assert strengths[0] == 0 and strengths[23 - TRAIL_FRAMES - 1] == 0
    recent = strengths[23 - TRAIL_FRAMES + 1 : 23]
    assert all(a < b for a, b in pairwise(recent))


def test_a_trail_has_no_beads_where_its_pieces_meet():
    frame = draw_frame(grey(24, 0), moving(), None, 23, {"trails"}, 8).astype(int).sum(-1)
    row = frame[int(30.5 * 8), 37 * 8 : 50 * 8]
    assert (np.diff(row) >= -2).all()


def test_the_first_frame_has_no_trail():
    assert (draw_frame(grey(24, 0), moving(), None, 0, {"trails"}) == 0).all()


def disc_mask():
    y, x = np.mgrid[:SIZE, :SIZE]
    return np.where((x - 32) ** 2 + (y - 32) ** 2 < 15**2, 0, 255).astype(np.uint8)[None]


@pytest.mark.parametrize("scale", [1, 4])
def test_the_mask_veils_the_kept_background_and_leaves_the_figure(scale):
    frame = draw_frames(grey(), points(), disc_mask(), {"mask"}, scale)[0].astype(int)
    middle, corner = frame[32 * scale, 32 * scale], frame[3 * scale, 3 * scale]
    assert np.abs(middle - 128).max() <= 2
    assert corner.mean() < 85
    along = frame[32 * scale, : 32 * scale].mean(-1)
    assert along.max() > 170 and abs(int(along.argmax()) / scale - 17) <= 1.5  # the line around it


def test_a_mask_without_a_figure_has_no_line():
    for value in (0, 255, 250):
        mask = np.full((1, SIZE, SIZE), value, np.uint8)
        assert np.ptp(draw_frames(grey(), points(), mask, {"mask"}, 2)) <= 20


def test_nothing_chosen_draws_nothing():
    frames = np.random.default_rng(0).integers(0, 256, (3, SIZE, SIZE, 3), np.uint8)
    assert np.array_equal(draw_frames(frames, points((1, 1), frames=3), None, ()), frames)


def test_the_frames_given_are_left_alone():
    frames = grey(2)
    draw_frames(frames, points((20, 20), frames=2), np.concatenate([disc_mask()] * 2), {"keypoints", "trails", "mask"})
    assert (frames == 128).all()


def test_enlarging_is_smooth_and_keeps_the_mean():
    frame = np.zeros((8, 8, 3), np.uint8)
    frame[:, 4:] = 200
    large = enlarge(frame, 4)
    assert large.shape == (32, 32, 3) and len(np.unique(large[0, :, 0])) > 4
    assert abs(large.mean() - frame.mean()) < 2


def test_an_unknown_overlay_is_named():
    with pytest.raises(ValueError, match="unknown overlay sparkles"):
        draw_frames(grey(), points((1, 1)), None, {"sparkles"})


def test_drawing_imports_neither_torch_nor_cv2():
    heavy = "('torch', 'cv2', 'PySide6')"
    code = f"import sys, engine.overlay, engine.export; print([m for m in {heavy} if m in sys.modules])"
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert result.stdout.strip() == "[]"
