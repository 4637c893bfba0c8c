"""The world `people` with a folder of rigged characters: who is kept apart, what is drawn, and what it is named."""

import os
import pickle
from pathlib import Path

import cv2
import numpy as np
import pytest

from engine.errors import TrainingError
from training.worlds.motions.skeleton import INDEX
from training.worlds.people import People
from training.worlds.registry import open_world
from training.worlds.rigs.cast import HELD_OUT, casts, performer

FOLDER = Path(os.environ.get("KPVP_CHARACTERS") or Path(__file__).parents[4] / "shared" / "characters")
needs_the_packs = pytest.mark.skipif(
    not (FOLDER / "modular_men").is_dir(), reason="the packs of rigged people are not here (KPVP_CHARACTERS)"
)
SIZE = 96


@pytest.fixture(scope="module")
def people() -> People:
    return People.of(str(FOLDER))


@pytest.fixture(scope="module")
def clips(people):
    return [people.clip(seed, SIZE) for seed in range(9)]


def test_without_a_folder_everyone_is_made_of_capsules(monkeypatch):
    monkeypatch.delenv("KPVP_CHARACTERS", raising=False)
    assert open_world("people") == People() and People().cast is None and "-" not in People().version


def test_a_folder_without_people_is_refused(tmp_path):
    (tmp_path / "horse.glb").write_bytes(b"glTF, of a horse")
    with pytest.raises(TrainingError, match="no two rigged people"):
        People.of(str(tmp_path))


def test_a_folder_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(TrainingError, match="no folder"):
        People.of(str(tmp_path / "nowhere"))


@needs_the_packs
def test_two_men_and_two_women_are_kept_for_evaluation(people):
    held = {f"{Path(path).parent.name}/{Path(path).stem}" for path in people.cast.held_out}
    assert held == set(HELD_OUT) and sorted(name.split("/")[0][8:] for name in held) == ["men", "men", "women", "women"]
    assert len(people.cast.training) == 17 and not set(people.cast.training) & set(people.cast.held_out)


@needs_the_packs
def test_seeds_show_only_the_people_meant_for_them(people):
    seen = {True: set(), False: set()}
    for seed in (*range(60), *range(people.HELD_OUT_START, people.HELD_OUT_START + 60)):
        who = people._performer(np.random.default_rng(seed), seed)
        seen[seed >= people.HELD_OUT_START].add(who and who.body.rig.vertices.tobytes())
    apart = {performer(path).body.rig.vertices.tobytes() for path in people.cast.held_out}
    assert None in seen[True] and None in seen[False]  # capsules now and then
    assert seen[True] - {None} == apart and not seen[False] & apart


@needs_the_packs
def test_the_version_says_which_people_there_are(people, tmp_path):
    assert people.version.startswith(People().version + "-") and people.fingerprint(1) != People().fingerprint(1)
    for name in ("a", "b", "c"):
        (tmp_path / f"{name}.glb").write_bytes(Path(people.cast.training[0]).read_bytes())
    few, _ = casts(tmp_path)
    assert few is not None
    (tmp_path / "c.glb").unlink()
    fewer, _ = casts(tmp_path)
    assert fewer is not None and few.fingerprint not in (fewer.fingerprint, people.cast.fingerprint)
    assert len(few.held_out) == 1 and len(few.training) == 2


@needs_the_packs
def test_a_seed_always_gives_the_same_clip_also_from_a_pickled_world(people, clips):
    assert np.array_equal(people.clip(3, SIZE).frames, clips[3].frames)
    again = pickle.loads(pickle.dumps(people))
    assert np.array_equal(again.clip(0, SIZE).frames, clips[0].frames)


@needs_the_packs
def test_joints_lie_on_the_silhouette_and_the_figure_fills_the_frame(clips):
    for clip in clips:
        assert clip.frames.shape == (33, SIZE, SIZE, 3) and set(np.unique(clip.silhouette)) == {0, 255}
        grown = np.stack([cv2.dilate(mask, np.ones((5, 5), np.uint8)) for mask in clip.silhouette])
        x, y = np.round((clip.joints + 1) / 2 * (SIZE - 1)).astype(int).transpose(2, 0, 1)
        assert (grown[np.arange(33)[:, None], y, x] > 0).mean() > 0.97
        rows = np.flatnonzero(clip.silhouette.any((0, 2)))
        assert rows[-1] - rows[0] >= 0.55 * SIZE


@needs_the_packs
def test_every_person_wears_coats_for_all_of_its_pieces(people):
    behind = np.full((8, 3), 0.5)
    for path in (*people.cast.training, *people.cast.held_out):
        who = performer(path)
        roles = who.wardrobe.roles
        assert "bottom" in roles and {"hair", "hat"} & set(roles), path
        rig = who.wardrobe.rig
        looks = [who.wardrobe.look(np.random.default_rng(seed), behind) for seed in range(6)]
        for look in looks:
            assert len(look.coats) == len(rig.material_names) == len(roles) > rig.materials.max()
        eyes = [look.coats[i].colour for i, role in enumerate(roles) if role == "eyes" for look in looks]
        assert all(np.mean(colour) < 0.35 for colour in eyes), path
        first = [tuple(np.round(look.coats[roles.index("bottom")].colour, 3)) for look in looks if "bottom" in roles]
        assert len(set(first)) > 2, path


@needs_the_packs
def test_every_person_can_perform(people):
    for path in (*people.cast.training, *people.cast.held_out):
        body = performer(path).body
        joints, stature = body.joints / body.stature, body.proportions
        assert 0.97 < joints[INDEX["head_top"], 1] < 1.03
        assert 0.45 < stature.pelvis_height < 0.62 and 0.25 < stature.arm < 0.42, path
