"""Triangles in a z-buffer, and a figure filmed: coverage, order, perspective, light and shadow."""

import numpy as np
import pytest

from tests.training.worlds.rigs.tiny_rig import write
from training.worlds.capsules import shading
from training.worlds.capsules.bodies import Part
from training.worlds.capsules.wardrobe import Material
from training.worlds.rigs import figure, gltf
from training.worlds.rigs.coats import Coat, Covering
from training.worlds.rigs.rasterizer import rasterized
from training.worlds.scenes.camera import Camera

ONE = np.array([[0, 1, 2]], np.int32)
NOWHERE = np.zeros(3, np.float32)


def drawn(*triangles, side=32):
    """Triangles of ((x, y, nearness) * 3) in one picture."""
    points = np.array(triangles, np.float32).reshape(1, -1, 3)
    numbers = np.arange(3 * len(triangles), dtype=np.int32).reshape(-1, 3)
    owner, nearness = rasterized(points, numbers, side)
    return owner[0], nearness[0]


def test_a_triangle_covers_the_pixels_whose_centres_it_holds():
    owner, _ = drawn(((2, 2, 1), (12, 2, 1), (2, 12, 1)))
    y, x = np.mgrid[:32, :32]
    assert np.array_equal(owner == 0, (x >= 2) & (y >= 2) & (x + y <= 14))
    assert set(np.unique(owner)) == {-1, 0}


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
@pytest.mark.parametrize("mirrored", [False, True])
def test_the_nearer_triangle_hides_the_other_whatever_the_order_and_side(order, mirrored):
    near, far = ((0, 0, 2), (20, 0, 2), (0, 20, 2)), ((0, 0, 1), (20, 0, 1), (0, 20, 1))
    pair = [(near, far)[i] for i in order]
    if mirrored:
        pair = [triangle[::-1] for triangle in pair]
    owner, nearness = drawn(*pair)
    assert owner[5, 5] == order.index(0) and nearness[5, 5] == 2


def test_triangles_that_cut_each_other_show_on_either_side_of_the_cut():
    owner, _ = drawn(((0, 0, 0), (30, 0, 30), (0, 30, 0)), ((0, 0, 10), (30, 0, 10), (0, 30, 10)))
    assert owner[1, 5] == 1 and owner[1, 15] == 0


def test_nearness_runs_evenly_over_a_triangle():
    _, nearness = drawn(((0, 0, 1), (30, 0, 4), (0, 30, 7)))
    assert np.isclose(nearness[8, 18], 1 + 18 * 0.1 + 8 * 0.2, atol=1e-4)


def test_what_lies_outside_or_is_no_number_is_left_out():
    owner, _ = drawn(((-50, -50, 1), (-10, -50, 1), (-50, -10, 1)), ((np.nan, 0, 1), (9, 0, 1), (0, 9, 1)))
    assert (owner == -1).all()
    owner, _ = drawn(((-100, -100, 1), (200, -100, 1), (-100, 300, 1)))
    assert (owner == 0).all()


def test_neighbours_leave_no_gap_between_them():
    owner, _ = drawn(((1, 1, 1), (30, 2, 1), (3, 29, 1)), ((30, 2, 1), (3, 29, 1), (29, 30, 1)))
    inner = owner[5:20, 8:20]
    assert (inner >= 0).all() and set(np.unique(inner)) == {0, 1}


# A figure filmed


@pytest.fixture(scope="module")
def column(tmp_path_factory):
    return gltf.read(write(tmp_path_factory.mktemp("rig") / "column.glb"))


def camera(frames=1):
    return Camera(4.0, 0.5, 3.0, (0.5, 0.6), np.zeros((frames, 2), np.float32))


def lamp(direction=(0.0, 0.6, 0.8)):
    one = np.full(3, 0.4)
    return shading.Light(np.array(direction), np.full(3, 0.7), one, one * 0.5, 0.0)


def filmed(rig, transforms, coat=None, parts=(), light=None, painting=0.9, size=64):
    covering = Covering([coat or Coat(np.array([0.8, 0.2, 0.2]))] * len(rig.material_names), 0.0, NOWHERE)
    place = np.full((64, 64, 3), painting, np.float32)
    rng = np.random.default_rng(0)
    return figure.film(
        rng, rig, transforms, covering, camera(len(transforms)), light or lamp(), place, size, parts, grain=False
    )


@pytest.fixture(scope="module")
def standing(column):
    return figure.placed(column.rest_transforms[None], 0.5, 0.3, np.zeros(3))


def test_a_figure_stands_where_the_camera_sees_it_in_its_own_colour(column, standing):
    frames, silhouette = filmed(column, standing)
    seen, _ = camera().project(column.skin(standing)[0])
    x, y = seen[0, :, :2].T * 64 - 0.5
    rows, columns = np.flatnonzero(silhouette[0].any(1)), np.flatnonzero(silhouette[0].any(0))
    assert abs(rows[0] - y.min()) < 1.5 and abs(rows[-1] - y.max()) < 1.5
    assert abs(columns[0] - x.min()) < 1.5 and abs(columns[-1] - x.max()) < 1.5
    red, green, _ = frames[0][silhouette[0] > 0].mean(0)
    assert red > 2.5 * green


def test_the_side_towards_the_lamp_is_lighter(column, standing):
    left, right = [filmed(column, standing, light=lamp((s, 0.3, 0.5)))[0][0] for s in (-0.8, 0.8)]
    _, silhouette = filmed(column, standing)
    columns = np.flatnonzero(silhouette[0].any(0))
    inside = silhouette[0] > 0
    west, east = inside.copy(), inside.copy()
    west[:, columns[len(columns) // 3] :] = False
    east[:, : columns[-len(columns) // 3]] = False
    assert left[west].mean() > left[east].mean() and right[east].mean() > right[west].mean()


def test_a_shadow_falls_on_the_ground_away_from_the_lamp(column, standing):
    frames, silhouette = filmed(column, standing, light=lamp((0.7, 0.6, 0.3)))
    darkened = (frames[0].mean(2) < 0.85 * 0.9 * 255) & (silhouette[0] == 0)
    x = np.flatnonzero(darkened.any(0))
    middle = np.flatnonzero(silhouette[0].any(0)).mean()
    assert darkened.sum() > 20 and x.mean() < middle


def test_what_floats_casts_its_shadow_apart_from_itself(column):
    high = figure.placed(column.rest_transforms[None], 0.3, 0.3, np.array([0, 0.4, 0]))
    frames, silhouette = filmed(column, high)
    foot = np.flatnonzero(silhouette[0].any(1))[-1]
    column_of = int(np.flatnonzero(silhouette[0].any(0)).mean())
    assert frames[0, foot + 2, column_of].mean() > 0.97 * 0.9 * 255
    assert frames[0, foot + 2 :].mean(2).min() < 0.9 * 0.9 * 255


def test_solids_are_hidden_behind_the_figure_and_hide_it_in_front(column, standing):
    def ball(z):
        centre = np.array([[[0.0, 0.5, z]]]).repeat(2, axis=1)
        frame = np.eye(3)[None]
        return Part(centre, Material(np.array([0.1, 0.9, 0.1])), np.array([0.12, 0.12]), None, centre[:, 0], frame)

    for z, seen in ((0.6, True), (-0.6, False)):
        frames, silhouette = filmed(column, standing, parts=[ball(z)])
        middle = frames[0][silhouette[0] > 0]
        green = (middle[:, 1].astype(int) > middle[:, 0].astype(int) + 30).sum()
        assert (green > 40) == seen


def test_stripes_stay_on_the_skin_when_the_figure_moves(column, standing):
    coat = Coat(np.ones(3) * 0.9, second=np.ones(3) * 0.1, stripes=(0, 4, 0), wave=1.0, threshold=0.0, edge=0.05)
    light = lamp((0.0, 0.6, 0.8))
    still = filmed(column, standing, coat, light=light)[0][0].astype(int)
    across = figure.placed(column.rest_transforms[None], 0.5, 0.3, np.array([0.3, 0, 0]))
    moved = filmed(column, across, coat, light=light)[0][0].astype(int)
    shift = round(0.3 * 3.0 / 4.0 * 64)
    rows = slice(12, 36)
    assert still[rows, 32].std() > 50
    assert np.corrcoef(still[rows, 32, 0], moved[rows, 32 + shift, 0])[0, 1] > 0.95


def test_a_figure_as_dark_as_its_place_is_set_apart_from_it(column, standing):
    dark = Coat(np.full(3, 0.25))
    frames, silhouette = filmed(column, standing, dark, painting=0.2)
    inside, outside = frames[0][silhouette[0] > 0].mean(), frames[0][:10].mean()
    assert abs(outside - inside) > 30


def test_edges_are_smooth(column, standing):
    frames, silhouette = filmed(column, standing, painting=1.0)
    edge = np.abs(np.diff(silhouette[0].astype(int), axis=1)) > 0
    levels = frames[0][:, 1:, 1][edge]
    assert len(np.unique(levels)) > 6
