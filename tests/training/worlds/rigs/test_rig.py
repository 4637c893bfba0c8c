"""Posing a rig: animations between their keys, bones on bones, and skin that follows as computed by hand."""

import numpy as np
import pytest

from tests.training.worlds.rigs.tiny_rig import TOP, write
from training.worlds.rigs import gltf
from training.worlds.rigs.figure import placed
from training.worlds.rigs.rig import Track, composed, decomposed

BEND = "Armature|Bend"


@pytest.fixture(scope="module")
def column(tmp_path_factory):
    return gltf.read(write(tmp_path_factory.mktemp("rig") / "column.glb"))


def quarter_turn():
    """90 degrees about z: what points up comes to point along -x."""
    return np.array([[0, -1, 0], [1, 0, 0], [0, 0, 1]], np.float32)


def test_the_rest_pose_is_the_mesh_as_it_was_bound(column):
    vertices, normals = column.skin(column.rest_transforms[None])
    assert np.allclose(vertices[0], column.vertices, atol=1e-6)
    assert np.allclose(normals[0], column.smooth_normals, atol=1e-5)


def test_skin_follows_its_bones_by_their_weights(column):
    transforms = column.transforms(column.clips[BEND].local([0.5]))
    bent, _ = column.skin(transforms)
    turned = (column.vertices - [0, 1, 0]) @ quarter_turn().T + [0, 1, 0]
    assert np.allclose(bent[0, :4], column.vertices[:4], atol=1e-6)
    assert np.allclose(bent[0, TOP], turned[TOP], atol=1e-5)
    assert np.allclose(bent[0, 4:8], (column.vertices[4:8] + turned[4:8]) / 2, atol=1e-5)


def test_normals_turn_with_the_skin_and_stay_of_unit_length(column):
    transforms = placed(column.transforms(column.clips[BEND].local([0.5])), 3.0, 0.4, np.zeros(3))
    upright = placed(column.rest_transforms[None], 3.0, 0.4, np.zeros(3))
    bent, rest = column.skin(transforms)[1][0], column.skin(upright)[1][0]
    assert np.allclose(np.linalg.norm(bent, axis=1), 1, atol=1e-4)
    back = np.array([[np.cos(0.4), 0, np.sin(0.4)], [0, 1, 0], [-np.sin(0.4), 0, np.cos(0.4)]])
    assert np.allclose(bent[TOP], rest[TOP] @ back @ quarter_turn().T @ back.T, atol=1e-4)


def test_a_bone_carries_those_that_hang_on_it(column):
    local = column.rest_local[None].copy()
    local[0, column.bone("Lower"), :3, :3] = quarter_turn()
    transforms = column.transforms(local)[0]
    assert np.allclose(transforms[column.bone("Upper"), :3, 3], [-1, 0, 0], atol=1e-6)
    assert np.allclose(transforms[column.bone("Upper"), :3, :3], quarter_turn(), atol=1e-6)


def test_a_bone_that_is_not_there_is_a_key_error(column):
    with pytest.raises(KeyError):
        column.bone("Tail")


def test_rotations_turn_evenly_between_keys_and_rest_at_the_ends(column):
    local = column.clips[BEND].local([-1, 0, 0.125, 0.25, 0.5, 7])[:, column.bone("Upper")]
    angles = np.rad2deg(np.arctan2(local[:, 1, 0], local[:, 0, 0]))
    assert np.allclose(angles, [0, 0, 22.5, 45, 90, 0], atol=0.01)
    assert np.allclose(local[:, :3, 3], [0, 1, 0])


def test_steps_hold_and_cubic_splines_pass_through_their_keys_with_their_tangents():
    times = np.array([0, 1, 3], np.float32)
    values = np.array([[0, 0, 0], [1, 2, 3], [5, 5, 5]], np.float32)
    step = Track(0, "translation", times, values, "STEP")
    assert step.at(np.array([0.99, 1.0, 2.99, 3.0])).tolist() == [[0, 0, 0], [1, 2, 3], [1, 2, 3], [5, 5, 5]]
    slopes = np.ones_like(values)
    cubic = Track(0, "translation", times, np.stack([slopes, values, slopes], axis=1), "CUBICSPLINE")
    assert np.allclose(cubic.at(times), values)
    assert np.allclose((cubic.at(np.array([1.01])) - cubic.at(np.array([1.0]))) / 0.01, 1, atol=0.05)


def test_a_single_key_holds_for_ever():
    track = Track(0, "translation", np.zeros(1, np.float32), np.array([[1, 2, 3]], np.float32))
    assert track.at(np.array([-1.0, 0, 9])).tolist() == [[1, 2, 3]] * 3


def test_composed_transforms_scale_then_turn_then_shift():
    half = np.sqrt(0.5)
    matrix = composed(np.array([1, 2, 3]), np.array([0, 0, half, half]), np.array([2, 1, 1]))
    assert np.allclose(matrix @ [1, 0, 0, 1], [1, 4, 3, 1], atol=1e-6)


def test_placing_a_figure_scales_turns_and_shifts_it(column):
    transforms = placed(column.rest_transforms[None], 0.5, np.pi / 2, np.array([3, 0, 1]))
    top = column.skin(transforms)[0][0, TOP]
    assert np.allclose(top.mean(0), [3, 1, 1], atol=1e-5)
    # What was ahead of the figure (z) is to the viewer's right (x) after a quarter turn.
    ahead = column.vertices[TOP][:, 2] > 0
    assert (top[ahead, 0] > 3).all()


def test_a_matrix_is_taken_apart_and_put_together_again():
    rng = np.random.default_rng(1)
    for _ in range(20):
        parts = rng.normal(size=3), rng.normal(size=4), rng.uniform(0.3, 3, 3)
        matrix = composed(*(np.array(p, np.float32) for p in parts))
        again = composed(*(np.array(p, np.float32) for p in decomposed(matrix.astype(float))))
        assert np.allclose(matrix, again, atol=1e-4)
