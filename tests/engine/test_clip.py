"""A clip on disk comes back whole, or says why not."""

import dataclasses
import io
import random
import zipfile
from fractions import Fraction
from typing import Any

import numpy as np
import pytest

from engine.clip import Clip
from engine.errors import ClipError, ExportError


def make_clip(**changes):
    t, s, k = 4, 8, 3
    chance = np.random.RandomState(0)
    values: dict[str, Any] = {
        "frames": chance.randint(0, 256, (t, s, s, 3), np.uint8),
        "synthesized": chance.randint(0, 256, (t, s, s, 3), np.uint8),
        "mask": chance.randint(0, 256, (t, s, s), np.uint8),
        "keypoints": chance.rand(t, k, 2).astype(np.float32),
        "source_keypoints": chance.rand(k, 2).astype(np.float32),
        "source": chance.randint(0, 256, (s, s, 3), np.uint8),
        "action": np.array([0, 1], np.float32),
        "action_names": ("sit", "stand"),
        "z": chance.rand(5).astype(np.float32),
        "seed": 7,
        "fps": Fraction(30000, 1001),
        "photo_name": "Zoë 50 %.jpg",
        "crop": (1, 2, 30),
        "model_id": "0123456789abcdef",
        "model_name": "people",
        "schedule": {"device": "cpu", "batch": 4},
    }
    return Clip(**(values | changes))


def assert_same(one, other):
    for field in dataclasses.fields(Clip):
        mine, theirs = getattr(one, field.name), getattr(other, field.name)
        assert np.array_equal(mine, theirs) if isinstance(mine, np.ndarray) else mine == theirs, field.name


@pytest.mark.parametrize("changes", [{}, {"seed": None, "crop": None, "schedule": {}}])
def test_a_saved_clip_comes_back_whole(tmp_path, changes):
    clip = make_clip(**changes)
    path = clip.save(tmp_path / "클립 #1 100%.npz")
    assert_same(Clip.load(path), clip)
    assert [file.name for file in tmp_path.iterdir()] == [path.name]


def test_scripts_can_read_it_without_pickle(tmp_path):
    clip = make_clip(seed=None)
    with np.load(clip.save(tmp_path / "clip.npz"), allow_pickle=False) as saved:
        assert saved["seed"] == -1 and saved["seed"].dtype == np.int64
        assert saved["fps"].tolist() == [30000, 1001]
        assert saved["action"].dtype == saved["z"].dtype == np.float32
        assert np.array_equal(saved["source"], clip.source)
        assert {"frames", "synthesized", "mask", "keypoints", "source_keypoints"} <= set(saved.files)


def test_its_arrays_are_read_only():
    with pytest.raises(ValueError, match="read-only"):
        make_clip().frames[0] = 0


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("frames", np.zeros((4, 8, 8, 3), np.float32)),
        ("mask", np.zeros((3, 8, 8), np.uint8)),
        ("keypoints", np.zeros((4, 2, 2), np.float32)),
        ("source", np.zeros((8, 8), np.uint8)),
        ("action_names", ("sit",)),
    ],
)
def test_parts_that_do_not_fit_together_are_refused(name, value):
    with pytest.raises(ClipError):
        make_clip(**{name: value})


def test_a_damaged_file_gives_a_sentence(tmp_path):
    whole = make_clip().save(tmp_path / "clip.npz").read_bytes()
    damaged = tmp_path / "damaged.npz"
    chance = random.Random(0)
    for round_ in range(200):
        data = bytearray(whole)
        if round_ % 2:
            del data[chance.randrange(len(data)) :]
        else:
            for _ in range(8):
                data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        damaged.write_bytes(data)
        try:
            Clip.load(damaged)
        except ClipError as error:
            assert error.what and error.remedy


def test_a_foreign_archive_names_what_is_missing(tmp_path):
    np.savez(tmp_path / "other.npz", frames=np.zeros(3))
    with pytest.raises(ClipError, match="lacks"):
        Clip.load(tmp_path / "other.npz")


def test_a_pickle_inside_is_not_run(tmp_path):
    np.savez(tmp_path / "bomb.npz", frames=np.array([{"a": 1}], object), fps=np.array([25, 1]), seed=np.int64(0))
    with pytest.raises(ClipError):
        Clip.load(tmp_path / "bomb.npz")


def test_a_zip_bomb_is_refused_before_it_unpacks(tmp_path, monkeypatch):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("frames.npy", b"\0" * 5_000_000)
    (tmp_path / "bomb.npz").write_bytes(buffer.getvalue())
    monkeypatch.setattr("engine.clip.MAX_UNPACKED_BYTES", 1_000_000)
    with pytest.raises(ClipError, match="unpacks"):
        Clip.load(tmp_path / "bomb.npz")


def test_a_place_that_cannot_be_written_is_a_sentence(tmp_path):
    with pytest.raises(ExportError):
        make_clip().save(tmp_path / "no such folder" / "clip.npz")


def test_a_missing_file_is_a_sentence(tmp_path):
    with pytest.raises(ClipError, match="cannot be opened"):
        Clip.load(tmp_path / "gone.npz")
