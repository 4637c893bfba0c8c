"""The world `people` and its renderer: truth that fits the picture, the same clip for the same seed, files of it."""

import cv2
import numpy as np
import pytest

from engine.errors import TrainingError
from training.worlds.capsules.raytracer import Cone, Ellipsoid, draw_solids
from training.worlds.motions.skeleton import INDEX
from training.worlds.people import People
from training.worlds.registry import open_world
from training.worlds.sheet import draw_sheet
from training.worlds.synth import synth

SIZE = 64

# Mean red, green and blue of four frames, and x, y of the right hand in them: what these seeds of this version show.
FROZEN_VERSION = "3"
# fmt: off
FROZEN = {
    5: [
        121.57, 98.11, 123.61, 122.87, 98.63, 124.07, 122.49, 98.59, 123.88, 121.55, 98.00, 123.28,
        -0.3785, -0.7560, -0.2996, 0.1641, -0.5316, -0.2944, -0.2827, -0.8133,
    ],
    1_000_003: [
        94.25, 81.41, 61.37, 93.87, 80.63, 60.48, 101.16, 81.36, 61.29, 102.22, 80.88, 60.66,
        -0.5666, -0.3650, -0.8760, -0.0318, 0.4056, -0.6562, 0.8073, -0.0394,
    ],
}
# fmt: on


@pytest.fixture(scope="module")
def people():
    return People()


@pytest.fixture(scope="module")
def clips(people):
    return list(people.clips(range(9), SIZE, workers=1))


def _still(clip):
    return np.median(clip.frames, axis=0)


def _fingerprint(clip):
    chosen = [0, 11, 22, 32]
    return np.concatenate([clip.frames[chosen].mean((1, 2)).ravel(), clip.joints[chosen, INDEX["r_hand"]].ravel()])


def test_nine_consecutive_seeds_show_the_nine_actions(people, clips):
    assert [clip.action for clip in clips] == list(range(9))
    assert people.clip(people.HELD_OUT_START, SIZE, 2).action == people.HELD_OUT_START % 9


def test_a_clip_has_the_promised_shapes(clips):
    for clip in clips:
        assert clip.frames.shape == (33, SIZE, SIZE, 3) and clip.frames.dtype == np.uint8
        assert clip.joints.shape == (33, len(clip.joint_names), 2) and clip.joints.dtype == np.float32
        assert clip.silhouette.shape == (33, SIZE, SIZE) and set(np.unique(clip.silhouette)) == {0, 255}


def test_a_seed_always_gives_the_same_clip(people, clips):
    again = people.clip(4, SIZE)
    assert np.array_equal(again.frames, clips[4].frames)
    assert np.array_equal(again.joints, clips[4].joints)
    assert not np.array_equal(people.clip(13, SIZE).joints, clips[4].joints)


def test_the_frozen_version_still_shows_what_it_showed(people):
    # Whoever changes what is drawn changes the version too: caches and models are named after it.
    assert people.version == FROZEN_VERSION
    for seed, expected in FROZEN.items():
        seen = _fingerprint(people.clip(seed, SIZE))
        assert np.abs(seen[:12] - expected[:12]).max() < 0.3
        assert np.abs(seen[12:] - expected[12:]).max() < 1e-3


def test_a_larger_clip_shows_the_same_scene(people, clips):
    large = people.clip(2, 2 * SIZE)
    assert np.allclose((large.joints + 1) / 2 * (2 * SIZE - 1), (clips[2].joints + 1) * (SIZE - 1) + 0.5, atol=1e-2)
    small = np.stack([cv2.resize(frame, (SIZE, SIZE), interpolation=cv2.INTER_AREA) for frame in large.frames])
    assert np.abs(small.astype(float) - clips[2].frames).mean() < 6


def test_the_figure_fills_the_frame_and_stays_in_it(clips):
    for clip in clips:
        assert np.abs(clip.joints).max() <= 1
        rows = np.flatnonzero(clip.silhouette.any((0, 2)))
        assert rows[-1] - rows[0] >= 0.6 * SIZE


def test_joints_lie_on_the_silhouette(clips):
    for clip in clips:
        grown = np.stack([cv2.dilate(mask, np.ones((3, 3), np.uint8)) for mask in clip.silhouette])
        x, y = np.round((clip.joints + 1) / 2 * (SIZE - 1)).astype(int).transpose(2, 0, 1)
        assert (grown[np.arange(33)[:, None], y, x] > 0).mean() > 0.98


def test_the_figure_differs_from_the_place_it_moves_in(clips):
    for clip in clips:
        differs = np.abs(clip.frames - _still(clip)).mean(axis=3)
        inside = clip.silhouette > 0
        assert differs[inside].mean() > 5 * differs[~inside].mean()


def test_no_background_is_one_flat_colour(clips):
    for clip in clips:
        assert _still(clip).reshape(-1, 3).std(axis=0).max() > 5


def test_joints_move_enough_to_be_worth_predicting(clips):
    joints = np.stack([clip.joints for clip in clips])
    assert np.linalg.norm(joints - joints.mean((0, 1)), axis=-1).mean() / 2 > 0.09


def test_processes_deliver_the_same_clips_in_order(people, clips):
    for ours, theirs in zip(clips, people.clips(range(3), SIZE, workers=2), strict=False):
        assert np.array_equal(ours.frames, theirs.frames)


def test_an_unknown_world_is_told():
    with pytest.raises(TrainingError, match="no world called 'moon'"):
        open_world("moon")


# The renderer


def _sphere(x, y, z, radius):
    centre = np.array([[x, y, z]], np.float32)
    return Cone(centre, centre, np.full(1, radius, np.float32), np.full(1, radius, np.float32))


SEEN = np.ones(1, bool)


def test_a_sphere_covers_its_circle_and_bulges_towards_the_viewer():
    surface = draw_solids([_sphere(32, 30, 5, 12)], [SEEN], 64)
    y, x = np.divmod(surface.pixel, 64)
    assert len(surface.pixel) == sum(i * i + j * j <= 144 for i in range(-12, 13) for j in range(-12, 13))
    assert np.allclose(surface.z, 5 + np.sqrt(np.maximum(144 - (x - 32) ** 2 - (y - 30) ** 2, 0)), atol=1e-3)
    assert np.allclose(np.linalg.norm(surface.normal, axis=0), 1, atol=1e-3)


def test_a_round_ellipsoid_is_a_sphere():
    ball = draw_solids([_sphere(32, 30, 5, 12)], [SEEN], 64)
    round_ = Ellipsoid(np.array([[32, 30, 5]], np.float32), 12 * np.eye(3, dtype=np.float32)[None])
    same = draw_solids([round_], [SEEN], 64)
    assert np.intersect1d(ball.pixel, same.pixel).size > 0.99 * len(ball.pixel)
    z = dict(zip(same.pixel.tolist(), same.z.tolist(), strict=True))
    inner = [(a, z[p]) for p, a in zip(ball.pixel.tolist(), ball.z.tolist(), strict=True) if a > 8 and p in z]
    assert max(abs(a - b) for a, b in inner) < 0.02


def test_a_cone_is_the_hull_of_its_spheres():
    a, b = np.array([[14, 20, 0]], np.float32), np.array([[48, 44, 10]], np.float32)
    cone = Cone(a, b, np.full(1, 9, np.float32), np.full(1, 4, np.float32))
    covered = set(draw_solids([cone], [SEEN], 64).pixel.tolist())
    steps = np.linspace(0, 1, 200)
    swept = [_sphere(*(a[0] + s * (b[0] - a[0])), 9 - 5 * s) for s in steps]
    expected = set(draw_solids(swept, [SEEN] * 200, 64).pixel.tolist())
    assert len(covered ^ expected) <= 0.01 * len(expected)


def test_the_nearer_solid_hides_the_other_whatever_their_order():
    near, far = _sphere(32, 32, 20, 8), _sphere(34, 32, 0, 14)
    for solids, front in (([near, far], 1), ([far, near], 2)):
        surface = draw_solids(solids, [SEEN, SEEN], 64)
        assert surface.solid[surface.pixel == 32 * 64 + 32] == front


def test_what_is_not_visible_is_not_drawn():
    surface = draw_solids([_sphere(32, 32, 0, 8)], [~SEEN], 64)
    assert len(surface.pixel) == 0


def test_what_lies_outside_the_picture_is_cut_off():
    surface = draw_solids([_sphere(-3, 70, 0, 10), _sphere(500, 500, 0, 10)], [SEEN, SEEN], 64)
    assert 0 < len(surface.pixel) < 80
    assert surface.pixel.max() < 64 * 64


# Kpvp synth


def test_synth_writes_folders_of_pictures_with_their_joints(tmp_path, clips, monkeypatch):
    monkeypatch.delenv("KPVP_CHARACTERS", raising=False)  # `clips` are of the world without them
    out = synth("people", 2, 3, SIZE, out=tmp_path / "clips")
    folder = out / "tennis_forehand" / "clip_0000003"
    pictures = sorted(folder.glob("*.png"))
    assert len(pictures) == 33
    picture = cv2.imread(str(pictures[7]))
    assert picture is not None and np.array_equal(picture[..., ::-1], clips[3].frames[7])
    with np.load(folder / "joints.npz", allow_pickle=False) as truth:
        assert np.array_equal(truth["joints"], clips[3].joints) and int(truth["seed"]) == 3


def test_synth_never_writes_into_a_folder_that_holds_something(tmp_path):
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(TrainingError, match="not empty"):
        synth("people", 1, 0, SIZE, out=tmp_path)
    assert [file.name for file in tmp_path.iterdir()] == ["mine.txt"]


def test_a_sheet_has_a_row_per_clip(tmp_path, people):
    path = synth("people", 2, 0, 32, sheet=tmp_path / "sheet.png")
    sheet = cv2.imread(str(path))
    assert sheet is not None and sheet.shape == draw_sheet(people, range(2), 32, workers=1).shape == (68, 306, 3)


@pytest.mark.parametrize(("clips", "size", "sheet"), [(0, 64, "a.png"), (1, 8, "a.png"), (1, 64, "a.txt")])
def test_synth_says_what_it_cannot_do(tmp_path, clips, size, sheet):
    with pytest.raises(TrainingError):
        synth("people", clips, 0, size, sheet=tmp_path / sheet)
    assert not list(tmp_path.iterdir())


def test_a_fingerprint_names_the_held_out_clips_and_the_version(people, monkeypatch):
    before = people.fingerprint(1)
    assert people.fingerprint(1) == before and len(before) == 16
    monkeypatch.setattr(type(people), "HELD_OUT_START", 2_000_000)
    assert people.fingerprint(1) != before


def test_seeds_that_no_file_could_note_are_refused(tmp_path):
    with pytest.raises(TrainingError, match="so many seeds"):
        synth("people", 1, 10**30, 64, tmp_path / "out")
