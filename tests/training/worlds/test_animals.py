"""The world `animals`, where its packs are present: truth that fits the picture, every class, species kept apart."""

import os
import pickle
from pathlib import Path

import cv2
import numpy as np
import pytest

from training.worlds import animals
from training.worlds.registry import open_world
from training.worlds.rigs import creatures
from training.worlds.rigs import folder as characters
from training.worlds.rigs.creatures import HELD_OUT, LANDMARKS, SPECIES
from training.worlds.rigs.rig import Rig
from training.worlds.scenes import landscapes
from training.worlds.scenes.camera import Camera

FOLDER = Path(os.environ.get("KPVP_CHARACTERS") or Path(__file__).parents[4] / "shared" / "characters")
SIZE = 64

needs_packs = pytest.mark.skipif(
    not (FOLDER / "animals_pack").is_dir(), reason="the packs of rigged animals are not here (KPVP_CHARACTERS)"
)

# Mean red, green and blue of four frames, and x, y of the nose in them: what these seeds of this version show.
FROZEN_VERSION = "1"
FROZEN = {
    26: [111.98, 90.82, 76.54, 112.13, 90.96, 76.97, 112.44, 91.49, 77.1, 112.55, 90.83, 77.0,
         0.636, 0.1086, 0.6598, 0.1002, 0.6279, 0.1314, 0.7018, 0.073],
    1_000_003: [235.75, 233.84, 230.59, 235.66, 233.36, 229.96, 235.99, 233.92, 230.55, 236.22, 234.08, 230.91,
                0.4218, -0.1995, 0.5659, -0.3008, 0.6307, -0.323, 0.789, -0.2767],
}  # fmt: skip


@pytest.fixture(scope="module")
def place():
    return open_world("animals", str(FOLDER))


@pytest.fixture(scope="module")
def clips(place):
    return list(place.clips(range(12), SIZE, workers=1))


@needs_packs
def test_six_consecutive_seeds_show_the_six_actions(place, clips):
    assert place.actions == ("walk", "gallop", "eat", "jump", "kick", "idle")
    assert [clip.action for clip in clips] == [*range(6), *range(6)]
    assert place.clip(place.HELD_OUT_START, SIZE, 2).action == place.HELD_OUT_START % 6


@needs_packs
def test_a_clip_has_the_promised_shapes(clips):
    for clip in clips:
        assert clip.frames.shape == (33, SIZE, SIZE, 3) and clip.frames.dtype == np.uint8
        assert clip.joints.shape == (33, len(LANDMARKS), 2) and clip.joints.dtype == np.float32
        assert clip.silhouette.shape == (33, SIZE, SIZE) and set(np.unique(clip.silhouette)) == {0, 255}


@needs_packs
def test_a_seed_always_gives_the_same_clip_in_any_process(place, clips):
    for ours, theirs in zip(clips, pickle.loads(pickle.dumps(place)).clips(range(2), SIZE, workers=2), strict=False):
        assert np.array_equal(ours.frames, theirs.frames) and np.array_equal(ours.joints, theirs.joints)


@needs_packs
def test_the_frozen_version_still_shows_what_it_showed(place):
    # Whoever changes what is drawn changes the version too: caches and models are named after it.
    assert place.version.split("-")[0] == FROZEN_VERSION
    for seed, expected in FROZEN.items():
        clip, chosen = place.clip(seed, SIZE), [0, 11, 22, 32]
        assert np.abs(clip.frames[chosen].mean((1, 2)).ravel() - expected[:12]).max() < 0.3
        assert np.abs(clip.joints[chosen, LANDMARKS.index("nose")].ravel() - expected[12:]).max() < 1e-3


@needs_packs
def test_the_animal_is_large_and_stays_inside(clips):
    for clip in clips:
        extents = [max(np.ptp(np.flatnonzero(mask.any(axis))) for axis in (0, 1)) for mask in clip.silhouette]
        assert 0.5 < max(extents) / SIZE < 0.95
        assert not clip.silhouette[:, [0, -1]].any() and not clip.silhouette[:, :, [0, -1]].any()


@needs_packs
def test_landmarks_lie_on_the_animal(clips):
    for clip in clips:
        grown = np.stack([cv2.dilate(mask, np.ones((3, 3), np.uint8)) for mask in clip.silhouette])
        x, y = np.round((clip.joints + 1) / 2 * (SIZE - 1)).astype(int).transpose(2, 0, 1)
        assert (grown[np.arange(33)[:, None], y, x] > 0).mean() > 0.95


@needs_packs
def test_the_animal_differs_from_the_place_it_moves_in(clips):
    for clip in clips:
        inside = clip.silhouette[0] > 0
        ring = (cv2.dilate(clip.silhouette[0], np.ones((7, 7), np.uint8)) > 0) & ~inside
        apart = np.linalg.norm(clip.frames[0][inside].mean(0) - clip.frames[0][ring].mean(0)) / 255 / np.sqrt(3)
        assert apart > 0.07


@needs_packs
def test_a_larger_clip_shows_the_same_scene(place, clips):
    large = place.clip(2, 2 * SIZE)
    assert np.allclose((large.joints + 1) / 2 * (2 * SIZE - 1), (clips[2].joints + 1) * (SIZE - 1) + 0.5, atol=1e-2)
    small = np.stack([cv2.resize(frame, (SIZE, SIZE), interpolation=cv2.INTER_AREA) for frame in large.frames])
    assert np.abs(small.astype(float) - clips[2].frames).mean() < 8


def test_held_out_species_are_asked_of_held_out_seeds_only():
    for action in creatures.ACTIONS:
        training, kept = creatures.able(action, False), creatures.able(action, True)
        assert len(training) >= 9 and len(kept) >= 3
        assert not set(training) & set(HELD_OUT) and set(kept) <= set(HELD_OUT)


@needs_packs
def test_clips_show_the_species_that_their_seed_allows(place, monkeypatch):
    seen = []
    monkeypatch.setattr(
        animals.fur, "covering", lambda rng, rig, draw=animals.fur.covering: seen.append(rig.name) or draw(rng, rig)
    )
    for seed in range(6):
        place.clip(seed, 32, 2)
        place.clip(place.HELD_OUT_START + seed, 32, 2)
    assert not set(seen[::2]) & set(HELD_OUT) and set(seen[1::2]) <= set(HELD_OUT)
    assert len(set(seen)) > 4


@needs_packs
def test_every_species_has_its_landmarks_and_every_action_its_species():
    paths = characters.named_files(FOLDER, SPECIES, "animals")
    for name in SPECIES:
        rig: Rig = characters.rig(paths[name])
        marks = creatures.landmarks(rig)
        at = marks.at(rig.rest_transforms[None])[0]
        low, high = rig.skin(rig.rest_transforms[None])[0][0].min(0), rig.skin(rig.rest_transforms[None])[0][0].max(0)
        assert (at > low - 0.05 * (high - low)).all() and (at < high + 0.05 * (high - low)).all()
        assert at[LANDMARKS.index("nose"), 2] > at[LANDMARKS.index("croup"), 2] > at[LANDMARKS.index("tail_tip"), 2]
        left, right = (at[[LANDMARKS.index(f"{s}_{p}") for p in ("knee", "hock")], 0] for s in ("l", "r"))
        assert (left > right).all()
        for action in creatures.ACTIONS:
            if name in creatures.able(action, name in HELD_OUT):
                assert creatures.clips_of(rig, action)


@needs_packs
def test_the_fingerprint_names_the_files(place):
    assert place.fingerprint(1) == open_world("animals", str(FOLDER)).fingerprint(1)
    other = animals.Animals(place.folder, place.version + "x")
    assert other.fingerprint(1) != place.fingerprint(1)


@pytest.mark.parametrize("kind", landscapes.KINDS)
def test_a_landscape_is_textured_and_the_same_for_the_same_seed(kind):
    camera = Camera(3.5, 0.5, 2.6, (0.5, 0.5), np.zeros((1, 2), np.float32))
    one, again, other = (landscapes.landscape(np.random.default_rng(seed), camera, kind) for seed in (3, 3, 4))
    assert one.dtype == np.float32 and one.min() >= 0 and one.max() <= 1 and np.array_equal(one, again)
    assert not np.array_equal(one, other)
    ground = one[int(0.75 * len(one)) :].mean(axis=2)
    assert (ground - cv2.GaussianBlur(ground, (0, 0), 8)).std() > 0.003
