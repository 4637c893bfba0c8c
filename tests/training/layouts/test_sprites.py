"""Sprites: arrays of many clips become clips of nine classes, whatever numbers their pixels are."""

import numpy as np
import pytest

from training.layouts import decoding, recognition, sprites
from training.layouts.probing import probe_clip


def arrays(clips: int, seed: int) -> np.ndarray:
    return np.random.default_rng(seed).integers(0, 256, (clips, 8, 64, 64, 3)).astype(np.uint8)


@pytest.fixture
def folder(tmp_path):
    """Two training clips and one test clip of each class, as numbers in [0, 1]."""
    home = tmp_path / "sprites" / "npy"
    home.mkdir(parents=True)
    for number, name in enumerate(sprites.CLASSES):
        for side, clips in (("train", 2), ("test", 1)):
            np.save(home / f"{name}_frames_{side}.npy", arrays(clips, number).astype(np.float32) / 255)
            np.save(home / f"{name}_attributes_{side}.npy", np.zeros((clips, 8, 4, 6)))
    return home.parent


def test_nine_classes_are_read_in_their_own_order_and_with_their_own_split(folder):
    assert recognition.recognise(folder) == recognition.recognise(folder / "npy") == "sprites"
    listing = recognition.read(folder)
    assert listing.layout == "sprites" and listing.classes() == sprites.CLASSES and not listing.problems
    assert len(listing.clips) == 27 and sum(bool(clip.held_out) for clip in listing.clips) == 9
    assert len({clip.name for clip in listing.clips}) == 27


@pytest.mark.parametrize("stored", ["bytes", "to 1", "from -1", "to 255"])
def test_pixels_come_out_as_they_were_whatever_numbers_they_are(folder, stored):
    pixels = arrays(2, 0)
    as_stored = {
        "bytes": pixels,
        "to 1": pixels / np.float32(255),
        "from -1": pixels / np.float32(127.5) - 1,
        "to 255": pixels.astype(np.float64),
    }
    np.save(folder / "npy" / "walk_front_frames_train.npy", as_stored[stored])
    clip = next(clip for clip in recognition.read(folder).clips if clip.action == "walk_front" and clip.part == 1)
    frames = np.stack(list(decoding.frames(clip, 64)))
    np.testing.assert_array_equal(frames, pixels[1])
    probe = probe_clip(clip)
    assert (probe.frames, probe.width, probe.height, probe.usable) == (8, 64, 64, True)


def test_arrays_that_are_none_or_missing_are_named_and_the_others_read(folder):
    home = folder / "npy"
    (home / "walk_left_frames_test.npy").unlink()
    (home / "slash_front_frames_train.npy").write_bytes(b"no array")
    np.save(home / "slash_left_frames_train.npy", np.zeros((3, 3)))
    np.save(home / "slash_right_frames_train.npy", np.array([{"a": 1}], object), allow_pickle=True)
    listing = recognition.read(folder)
    assert {problem.file for problem in listing.problems} == {
        "walk_left_frames_test.npy",
        "slash_front_frames_train.npy",
        "slash_left_frames_train.npy",
        "slash_right_frames_train.npy",
    }
    assert len(listing.clips) == 27 - 1 - 6


def test_a_clip_that_is_cut_off_is_damaged(folder):
    clip = next(clip for clip in recognition.read(folder).clips if clip.part == 1)
    whole = (folder / "npy" / "walk_front_frames_train.npy").read_bytes()
    (folder / "npy" / "walk_front_frames_train.npy").write_bytes(whole[: len(whole) // 2])
    with pytest.raises(decoding.Damaged):
        list(decoding.frames(clip, 32))
    assert not probe_clip(clip).usable
