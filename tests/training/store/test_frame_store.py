"""The cache keeps within its bound, never at the cost of a store in use, and notices damage."""

import itertools
import json
import os
import zlib
from dataclasses import replace

import numpy as np
import pytest

from engine.errors import TrainingError
from tests.training.moving_square import MovingSquare
from training.runs.config import DataConfig
from training.store import frame_store
from training.store.building import from_world
from training.store.cache_space import lock_path, make_room
from training.store.file_lock import FileLock
from training.store.frame_store import DamagedStore, FrameStore
from training.store.writer import writing

SMALL = DataConfig(source="squares", clips=3, size=16, workers=1)
FRAMES = 3 * 33 * 16 * 16 * 3
BYTES = FRAMES + 3 * 33 * 16 * 2  # and silhouettes, a bit per pixel


def stored(root, name, size, used):
    """A finished store of `size` bytes, last used at a time in seconds."""
    folder = root / name
    folder.mkdir(parents=True)
    (folder / "frames.u8").write_bytes(bytes(size))
    for file in ("index.json", "used"):
        (folder / file).touch()
        os.utime(folder / file, (used, used))
    return folder


@pytest.mark.parametrize(
    "change",
    [
        {"starts": None},
        {"starts": [0, 33, 10**30, 99]},
        {"starts": [0, 99]},
        {"labels": [0, 0, 7]},
        {"labels": "x"},
        {"size": {}},
        {"fps": "1e999999999"},
        {"checksums": 3},
        {"checksums": ["x"] * 3},
        {"source": 5},
        {"actions": None},
        "[]",
        "[" * 100_000,
    ],
)
def test_an_index_that_is_damaged_is_told_in_a_sentence(tmp_path, change):
    folder = from_world(MovingSquare(), SMALL, tmp_path).folder
    index = folder / "index.json"
    text = change if isinstance(change, str) else json.dumps(json.loads(index.read_text()) | change)
    index.write_text(text)
    with pytest.raises(DamagedStore):
        FrameStore(folder)


def test_a_worlds_store_names_its_clips_and_keeps_its_folders_name(tmp_path):
    store = from_world(MovingSquare(), replace(SMALL, first_seed=7), tmp_path)
    assert store.folder == tmp_path / "squares-1-16px-7-3"
    assert store.names == ("squares 7", "squares 8", "squares 9")
    assert store.frames.shape == (99, 16, 16, 3) and store.fps == "25/1"


def test_a_store_made_before_there_were_names_and_checksums_still_opens(tmp_path):
    folder = from_world(MovingSquare(), SMALL, tmp_path).folder
    assert "checksums" not in (folder / "index.json").read_text()
    assert len(FrameStore(folder)) == 3


def test_a_part_of_a_store_reads_the_same_frames(tmp_path):
    store = from_world(MovingSquare(), SMALL, tmp_path)
    part = store.part(1, 3)
    assert len(part) == 2 and part.starts.tolist() == [0, 33, 66]
    assert np.array_equal(part.frames, store.frames[33:])
    assert part.names == store.names[1:] and part.labels.tolist() == [1, 0]
    assert isinstance(part.frames, np.memmap) and len(store) == 3


def test_what_was_used_longest_ago_makes_room(tmp_path):
    for name, used in (("old", 100), ("older", 50), ("new", 200)):
        stored(tmp_path, name, 1000, used)
    (tmp_path / "mine").mkdir()
    assert make_room(tmp_path / "mine", 800, 2900) == ["older"]
    assert sorted(path.name for path in tmp_path.iterdir() if path.is_dir()) == ["mine", "new", "old"]


def test_opening_a_store_makes_it_the_newest(tmp_path):
    folder = from_world(MovingSquare(), SMALL, tmp_path).folder
    os.utime(folder / "used", (50, 50))
    FrameStore(folder)
    stored(tmp_path, "older", BYTES, 100)
    (tmp_path / "mine").mkdir()
    assert make_room(tmp_path / "mine", 1000, BYTES + 3000) == ["older"]


def test_a_store_in_use_is_never_removed(tmp_path):
    store = from_world(MovingSquare(), SMALL, tmp_path)
    os.utime(store.folder / "used", (50, 50))
    stored(tmp_path, "newer", 1000, 100)
    (tmp_path / "mine").mkdir()
    with pytest.raises(TrainingError, match="are in use by other runs"):
        make_room(tmp_path / "mine", 2000, BYTES)
    assert FrameStore(store.folder).frames[0].any() and not (tmp_path / "newer").exists()
    part = store.part(0, 1)
    folder = store.folder
    del store
    with pytest.raises(TrainingError, match="in use"):
        make_room(tmp_path / "mine", 2000, BYTES)
    del part
    assert make_room(tmp_path / "mine", 2000, BYTES) == [folder.name]


def test_nothing_is_removed_for_what_can_never_fit(tmp_path):
    stored(tmp_path, "old", 1000, 50)
    (tmp_path / "mine").mkdir()
    with pytest.raises(TrainingError, match=r"data\.cache_gb"):
        make_room(tmp_path / "mine", 5000, 4000)
    assert (tmp_path / "old" / "frames.u8").exists()


def test_a_half_removed_store_is_cleared_away(tmp_path):
    stored(tmp_path, ".removed-old-17", 1000, 50)
    (tmp_path / "mine").mkdir()
    assert make_room(tmp_path / "mine", 10, 1000) == []
    assert not (tmp_path / ".removed-old-17").exists()


def test_drawing_a_world_makes_room_first(tmp_path):
    stored(tmp_path, "old", BYTES, 50)
    from_world(MovingSquare(), replace(SMALL, cache_gb=1.5 * BYTES / 1e9), tmp_path)
    assert not (tmp_path / "old").exists()
    with pytest.raises(TrainingError, match="would take"):
        from_world(MovingSquare(), replace(SMALL, clips=4, cache_gb=BYTES / 1e9), tmp_path)


def test_a_full_disk_while_drawing_is_told_and_the_clips_are_kept(tmp_path):
    class Full(MovingSquare):
        def clips(self, seeds, size=128, workers=1, truth=False):
            yield from list(super().clips(seeds, size))[:2]
            raise OSError(28, "No space left on device")

    with pytest.raises(TrainingError, match="No space left on device"):
        from_world(Full(), SMALL, tmp_path)
    drawn = []
    from_world(MovingSquare(), SMALL, tmp_path, lambda done, total: drawn.append(done))
    assert drawn == [3]


def test_silhouettes_are_stored_a_bit_per_pixel_and_those_of_an_unfinished_clip_are_cut(tmp_path):
    class Interrupted(MovingSquare):
        def clips(self, seeds, size=128, workers=1, truth=False):
            yield from itertools.islice(super().clips(seeds, size, workers), 2)
            raise KeyboardInterrupt

    folder = tmp_path / "squares-1-16px-0-3"
    with pytest.raises(KeyboardInterrupt):
        from_world(Interrupted(), SMALL, tmp_path)
    with open(folder / "silhouettes.u1", "r+b") as file:  # of the second clip, not all
        file.truncate(33 * 16 * 2 + 100)
    store = from_world(MovingSquare(), SMALL, tmp_path)
    assert store.silhouettes is not None
    figures = np.unpackbits(store.silhouettes, axis=-1, count=16)
    assert np.array_equal(figures == 1, (np.asarray(store.frames) == (230, 200, 60)).all(-1)) and figures.any()
    part = store.part(1, 2).silhouettes
    assert part is not None and np.array_equal(part, store.silhouettes[33:66])


def test_a_store_of_the_wrong_length_or_with_wrong_frames_is_damaged(tmp_path):
    import json

    folder = from_world(MovingSquare(), SMALL, tmp_path).folder
    index = json.loads((folder / "index.json").read_text())
    raw = (folder / "frames.u8").read_bytes()
    index["checksums"] = [zlib.crc32(raw[i * FRAMES // 3 : (i + 1) * FRAMES // 3]) for i in range(3)]
    (folder / "index.json").write_text(json.dumps(index))
    assert len(FrameStore(folder)) == 3
    (folder / "frames.u8").write_bytes(raw[:40_000] + b"\x07" + raw[40_001:])
    with pytest.raises(DamagedStore, match="Delete that folder"):
        FrameStore(folder)
    (folder / "frames.u8").write_bytes(raw[:-1])
    with pytest.raises(DamagedStore):
        FrameStore(folder)
    (folder / "index.json").write_text("{")
    with pytest.raises(DamagedStore):
        FrameStore(folder)
    # An attempt that failed holds nothing.
    assert FileLock.attempt(lock_path(folder)) is not None


def test_the_environment_can_name_another_cache(tmp_path, monkeypatch):
    monkeypatch.setenv("KPVP_FRAMES_DIR", str(tmp_path / "here"))
    assert from_world(MovingSquare(), SMALL).folder.parent == tmp_path / "here" == frame_store.cache_root()


def test_locks_are_shared_by_readers_and_refused_to_a_writer_meanwhile(tmp_path):
    path = tmp_path / "a.lock"
    first, second = FileLock(path, shared=True), FileLock(path, shared=True)
    first.close()
    if os.name == "posix":
        assert FileLock.attempt(path) is None
    second.close()
    third = FileLock.attempt(path)
    assert third is not None
    with third:
        assert FileLock.attempt(path) is None


@pytest.mark.parametrize("line", ['[1.5, 0, ""]', '[-1, 0, ""]', '["1", 0, ""]', "[" * 100_000, "[true, 0, 5]", "{}"])
def test_a_line_of_a_journal_that_makes_no_sense_ends_what_is_taken_over(tmp_path, line):
    (tmp_path / "frames.u8").write_bytes(bytes(2 * 4 * 4 * 3))
    (tmp_path / "journal.jsonl").write_text(f"{line}\n", "ascii")
    with writing(tmp_path, 4, 5) as store:
        assert store.clips == []
    assert (tmp_path / "frames.u8").stat().st_size == 0
