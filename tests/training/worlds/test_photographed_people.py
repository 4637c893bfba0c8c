"""The world `people` with textured humans: who is kept apart, what their pictures show, and what else is known."""

import pickle

import numpy as np
import pytest

from engine.errors import TrainingError
from tests.training.worlds import tiny_human
from training.worlds import people as world_of
from training.worlds.motions.actions import ACTIONS, perform
from training.worlds.motions.skeleton import BONES, INDEX, Proportions
from training.worlds.motions.standing import from_standing
from training.worlds.people import People
from training.worlds.rigs import gltf
from training.worlds.rigs.cast import casts, performer
from training.worlds.rigs.texels import texels

SIZE = 64


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tiny_human.folder(tmp_path_factory.mktemp("characters"))


@pytest.fixture
def people(folder, monkeypatch) -> People:
    monkeypatch.setattr(world_of, "_TEXTURED", 1.0)
    return People.of(str(folder))


def test_what_is_written_is_read_again(folder):
    rig = gltf.read(folder / "humans" / "human_0_000.glb")
    assert rig.material_names == ("Skin", "Hair") and rig.cut == (False, True)
    skin, hair = rig.pictures
    assert skin is not None and hair is not None
    assert np.abs(skin[..., :3].mean((0, 1)) - tiny_human.RED).max() < 4  # a JPEG
    assert hair.shape == (16, 16, 4) and hair[0, 0, 3] == 0
    assert rig.vertices[:, 1].min() == pytest.approx(0, abs=1e-6)
    found = texels(rig)
    assert found.table[1, 1].tolist()[1:] == [8, 8] and 0 < found.lightness[0] < found.lightness[1] < 1


def test_the_bone_at_the_heads_top_says_how_tall_somebody_is(folder):
    body = performer(str(folder / "humans" / "human_0_000.glb")).body
    assert body.stature == pytest.approx(body.rig.rest_transforms[body.rig.bone("HeadTop"), 1, 3])


def test_people_in_the_folder_held_out_are_kept_for_evaluation(folder):
    plain, textured = casts(folder)
    assert plain is None and textured is not None and len(textured.training) == 3 and len(textured.held_out) == 2
    assert all("held-out" in path for path in textured.held_out)


def test_seeds_show_only_the_people_meant_for_them(people, monkeypatch):
    seen = []
    monkeypatch.setattr(world_of, "performer", lambda path: seen.append(path) or performer(path))
    people.clip(4, SIZE)
    assert seen and set(seen) <= set(people.humans.training)
    seen.clear()
    people.clip(people.HELD_OUT_START + 4, SIZE)
    assert seen and set(seen) <= set(people.humans.held_out)


def test_the_version_says_who_there_is_and_where(people, folder, tmp_path):
    other = People.of(str(tiny_human.folder(tmp_path, people=2)))
    assert len({People().version, people.version, other.version}) == 3


def test_a_seed_always_gives_the_same_clip_also_from_a_pickled_world(people):
    clip = people.clip(5, SIZE)
    again = pickle.loads(pickle.dumps(people)).clip(5, SIZE)
    assert np.array_equal(clip.frames, again.frames) and clip.truth is None


def test_joints_lie_on_the_silhouette(people):
    for seed in range(0, 18, 2):
        clip = people.clip(seed, SIZE)
        x, y = np.round((clip.joints + 1) / 2 * (SIZE - 1)).astype(int).transpose(2, 0, 1)
        inside = (x >= 0) & (x < SIZE) & (y >= 0) & (y < SIZE)
        on = clip.silhouette[np.arange(33)[:, None], y.clip(0, SIZE - 1), x.clip(0, SIZE - 1)] > 0
        assert inside.mean() > 0.95 and on[inside].mean() > 0.8, seed


def test_the_plate_is_the_place_without_the_figure(people):
    clip = people.clip(2, SIZE, truth=True)
    apart = np.abs(clip.frames.astype(int) - clip.truth.plate).mean(3)
    figure = clip.silhouette > 0
    assert apart[figure].mean() > 3 * apart[~figure].mean()


def test_true_flow_leads_to_the_same_point_of_the_figure(people):
    surface = people.clip(7, SIZE, truth=True).truth.surface
    moved, visible = surface.flow(0, 0)
    own = surface.owner[0] >= 0
    assert own.any() and np.abs(moved[own]).max() < 1e-3 and visible[own].mean() > 0.97
    moved, visible = surface.flow(3, 12)
    # The triangle seen there is mostly the one that was followed, or its neighbour on the same box.
    y, x = np.nonzero(visible)
    there = np.round(np.stack([x, y], 1) + moved[y, x]).astype(int)
    same = surface.owner[12, there[:, 1], there[:, 0]] // 12 == surface.owner[3, y, x] // 12
    assert len(y) > 30 and same.mean() > 0.6


def test_hair_is_cut_out_where_its_picture_is_transparent(people):
    from training.worlds.rigs.rasterizer import cut_out, rasterized

    who = performer(people.humans.training[0])
    rig = who.body.rig
    hair = np.flatnonzero(rig.materials == 1).astype(np.int32)
    points = np.zeros((1, len(rig.vertices), 3), np.float32)
    corners = np.unique(rig.triangles[hair])
    points[0, corners] = np.concatenate([rig.uv[corners] * 31, np.ones((len(corners), 1))], axis=1)
    owner, near = rasterized(points, rig.triangles[:0], 32)
    cut_out(points, rig.triangles, hair, rig.uv, who.texels, owner, near)
    assert (owner[0, :, :14] < 0).all() and (owner[0, 1:-1, 18:31] >= 0).all()


@pytest.mark.parametrize("action", ACTIONS)
def test_who_begins_standing_has_whole_limbs_and_feet_on_the_ground(action):
    p = Proportions()
    motion = from_standing(np.random.default_rng(3), perform(action, np.random.default_rng(3), 24, p), p, 8)
    assert len(motion.joints) == (24 if action == "pull_ups" else 32) == len(motion.gaze)
    assert all(len(item.points) == len(item.visible) == len(motion.joints) for item in motion.equipment)
    for a, b in BONES:
        length = np.linalg.norm(motion.joints[:, INDEX[a]] - motion.joints[:, INDEX[b]], axis=1)
        assert np.ptp(length) < 0.03, (a, b)
    if action != "pull_ups":
        assert motion.joints[:8, [INDEX["l_toe"], INDEX["r_toe"]], 1].min() > -0.01
        hands = motion.joints[0, [INDEX["l_hand"], INDEX["r_hand"]], 1]
        assert hands.max() < motion.joints[0, INDEX["spine"], 1]


def test_damaged_panoramas_are_named(folder, tmp_path):
    tiny_human.write(tmp_path / "a.glb")
    tiny_human.write(tmp_path / "b.glb")
    (tmp_path / "panoramas.npz").write_bytes(b"no archive")
    world_of_two = People.of(str(tmp_path))
    with pytest.raises(TrainingError, match=r"panoramas\.npz cannot be read"):
        [world_of_two.clip(seed, SIZE) for seed in range(20)]
