"""A folder opened for training: what is decoded, what is held out, and what happens when it goes wrong."""

import json
import os
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from engine.errors import TrainingError
from tests.training import clip_files
from tests.training.clip_files import numbers
from tests.training.moving_square import MovingSquare, open_instead
from training.data import source
from training.data.source import open_source
from training.layouts.listing import SourceClip
from training.runs.config import DataConfig
from training.store import building, fingerprints
from training.store.writer import StoreWriter, writing


@pytest.fixture(autouse=True)
def cache(monkeypatch, tmp_path):
    place = tmp_path / "cache"
    monkeypatch.setenv("KPVP_FRAMES_DIR", str(place))
    return place


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Two classes of four GIFs and pictures, an mp4, and a text file named .mp4."""
    root = tmp_path_factory.mktemp("data") / "my clips"
    for number in range(3):
        clip_files.gif(root / "wave" / f"{number}.gif", 5 + number)
        clip_files.pictures(root / "jump" / f"{number}", 4 + number)
    clip_files.video(root / "wave" / "schön 跳.mp4", 9)
    clip_files.video(root / "jump" / "portrait.mp4", 7, width=48, height=64)
    (root / "wave" / "notes.mp4").write_text("not a video")
    return root


def settings(folder, **changes):
    return replace(DataConfig(source=str(folder), size=16, workers=1), **changes)


def lengths(store):
    return dict(zip(store.names, np.diff(store.starts).tolist(), strict=True))


def test_a_folder_becomes_two_stores_of_whole_clips(folder):
    seen = []
    opened = open_source(settings(folder), lambda *progress: seen.append(progress))
    store, held = opened.store, opened.held_out
    assert store.actions == ("jump", "wave") and store.fps == "10"
    assert store.frames.shape[1:] == (16, 16, 3) and len(store) + len(held) == 8
    assert lengths(store) | lengths(held) == {
        "jump/0": 4,
        "jump/1": 5,
        "jump/2": 6,
        "jump/portrait.mp4": 7,
        "wave/0.gif": 5,
        "wave/1.gif": 6,
        "wave/2.gif": 7,
        "wave/schön 跳.mp4": 9,
    }
    for part in (store, held):
        for clip, name in enumerate(part.names):
            assert part.actions[part.labels[clip]] == name.split("/")[0]
            frames = part.frames[part.starts[clip] : part.starts[clip + 1]]
            assert numbers(frames) == list(range(len(frames)))
    assert list(dict.fromkeys(kind for kind, *_ in seen)) == ["hashing", "probing", "decoding"]
    assert ("hashing", 9, 9) in seen and ("probing", 9, 9) in seen and seen[-1] == ("decoding", 8, 8)
    assert [(problem.file, problem.left_out) for problem in opened.problems] == [("wave/notes.mp4", True)]
    assert opened.facts["folder"] == "my clips" and opened.facts["layout"] == "folder"
    assert opened.facts["clips"] == 8 and opened.facts["held_out_clips"] == len(held) >= 1


def test_a_second_opening_decodes_nothing_and_tells_the_same(folder, monkeypatch):
    first = open_source(settings(folder))
    monkeypatch.setattr(building, "decode_all", None)
    again = open_source(settings(folder))
    assert np.array_equal(again.store.frames, first.store.frames) and again.problems == first.problems
    assert again.held_out.names == first.held_out.names and again.facts == first.facts


def test_the_cache_is_found_again_when_the_folder_has_moved(folder, tmp_path, monkeypatch):
    import shutil

    first = open_source(settings(folder))
    shutil.copytree(folder, tmp_path / "elsewhere" / "my clips")
    monkeypatch.setattr(building, "decode_all", None)
    assert open_source(settings(tmp_path / "elsewhere" / "my clips")).store.names == first.store.names


def test_a_changed_file_is_decoded_anew(tmp_path):
    clip_files.gif(tmp_path / "data" / "a.gif", 4)
    clip_files.gif(tmp_path / "data" / "b.gif", 5)
    before = open_source(settings(tmp_path / "data", held_out=0.0))
    clip_files.gif(tmp_path / "data" / "b.gif", 8)
    after = open_source(settings(tmp_path / "data", held_out=0.0))
    assert (len(before.store.frames), len(after.store.frames)) == (9, 12)


def test_several_processes_decode_the_same_as_one(folder, monkeypatch, tmp_path):
    one = open_source(settings(folder))
    monkeypatch.setenv("KPVP_FRAMES_DIR", str(tmp_path / "other"))
    two = open_source(settings(folder, workers=2))
    assert np.array_equal(one.store.frames, two.store.frames) and one.store.names == two.store.names


def test_a_store_follows_size_length_rate_and_classes_asked_for(folder):
    opened = open_source(settings(folder, size=24, longest=3, actions=("wave",), held_out=0.0))
    assert opened.store.actions == ("wave",) and opened.store.frames.shape == (12, 24, 24, 3)
    slower = open_source(settings(folder, fps=5.0, actions=("wave",), held_out=0.0))
    assert slower.store.fps == "5" and lengths(slower.store)["wave/2.gif"] == 4


def test_held_out_clips_follow_their_contents_and_every_class_keeps_some():
    clips = [SourceClip(f"{action}/{i}", action, "video", ()) for action in ("wave", "jump") for i in range(20)]
    contents = [f"{hash_:064x}" for hash_ in np.random.default_rng(0).permutation(40)]
    sides = fingerprints.held_out(clips, contents, 0.1)
    assert sum(sides[:20]) == 2 and sum(sides[20:]) == 2
    order = np.random.default_rng(1).permutation(20)
    shuffled = [sides[i] for i in order]
    assert fingerprints.held_out([clips[i] for i in order], [contents[i] for i in order], 0.1) == shuffled
    assert sum(fingerprints.held_out(clips[:2], contents[:2], 0.1)) == 1
    assert not any(fingerprints.held_out(clips, contents, 0.0))


def test_copies_of_one_clip_stay_on_one_side():
    clips = [SourceClip(str(i), "wave", "video", ()) for i in range(12)]
    sides = fingerprints.held_out(clips, ["a", "b", "c"] * 4, 0.4)
    assert sides == sides[:3] * 4 and sum(sides) == 4


def test_a_data_sets_own_split_is_kept(tmp_path):
    for side, count in (("train", 3), ("test", 2)):
        for number in range(count):
            clip_files.gif(tmp_path / "moving-gif" / side / f"{number}.gif", 4 + number)
    opened = open_source(settings(tmp_path))
    assert opened.store.names == ("train/0.gif", "train/1.gif", "train/2.gif")
    assert opened.held_out.names == ("test/0.gif", "test/1.gif")


def test_one_clip_trains_and_is_judged_on_itself_and_it_says_so(tmp_path):
    clip_files.gif(tmp_path / "data" / "only.gif", 6)
    opened = open_source(settings(tmp_path / "data"))
    assert opened.store.names == opened.held_out.names == ("only.gif",)
    assert opened.notes == ("No clip is held out: the model is judged on clips it was trained on.",)


def test_a_clip_that_ends_early_is_used_as_far_as_it_goes_and_listed(tmp_path):
    clip_files.gif(tmp_path / "data" / "good.gif", 6)
    path = clip_files.video(tmp_path / "data" / "short.mp4", extra=("-movflags", "+faststart"))
    clip_files.cut(path, 0.6)
    opened = open_source(settings(tmp_path / "data", held_out=0.0))
    kept = lengths(opened.store)["short.mp4"]
    assert 2 <= kept < 40
    (problem,) = opened.problems
    assert not problem.left_out and problem.what.endswith(f"Its first {kept} frames are used.")


def test_a_class_whose_clips_are_all_broken_is_no_class(tmp_path):
    clip_files.gif(tmp_path / "data" / "wave" / "a.gif", 6)
    folder = clip_files.pictures(tmp_path / "data" / "jump" / "b", 3)
    (folder / "000001.jpg").write_bytes((folder / "000001.jpg").read_bytes()[:300])
    (folder / "000002.jpg").write_bytes(b"")
    opened = open_source(settings(tmp_path / "data"))
    assert opened.store.actions == ("wave",) and opened.store.names == ("wave/a.gif",)
    assert [problem.file for problem in opened.problems] == ["jump/b"]


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda root: root.mkdir(), "holds no clips"),
        (lambda root: clip_files.pictures(root / "a", 1), "It has one frame; a clip needs two"),
        (lambda root: clip_files.gif(root / "a.gif", 1), "It has one frame; a clip needs two"),
        (lambda root: (root.mkdir(), (root / "a.mp4").write_text("text")), "It is no video, whatever its name says"),
        (lambda root: (root.mkdir(), (root / "a.mp4").touch()), "It is empty"),
    ],
)
def test_a_folder_without_a_usable_clip_is_told_in_a_sentence(tmp_path, make, said, cache):
    root = tmp_path / "data"
    make(root)
    with pytest.raises(TrainingError, match=said) as error:
        open_source(settings(root))
    assert error.value.remedy
    assert not list(cache.glob("*/index.json"))


def test_a_source_that_is_neither_world_nor_folder_is_told(tmp_path):
    with pytest.raises(TrainingError, match="There is no folder of characters"):
        open_source(DataConfig(source="animals", characters=str(tmp_path / "nowhere")))
    with pytest.raises(TrainingError, match="neither a world nor a folder"):
        open_source(DataConfig(source="nowhere"))
    with pytest.raises(TrainingError, match="There is no folder"):
        open_source(DataConfig(source=str(tmp_path / "nowhere")))
    with pytest.raises(TrainingError, match="There is no data to train on"):
        open_source(DataConfig(source=""))


def test_too_little_room_is_told_before_anything_is_decoded(folder, cache, monkeypatch):
    monkeypatch.setattr(building, "decode_all", None)
    with pytest.raises(TrainingError, match=r"would take .* the cache may take .*data\.cache_gb"):
        open_source(settings(folder, size=512, cache_gb=0.01))
    usage = type("Usage", (), {"free": 10**6})
    monkeypatch.setattr("training.store.cache_space.shutil.disk_usage", lambda path: usage)
    with pytest.raises(TrainingError, match=r"the disk of .* has"):
        open_source(settings(folder))


def counting(seen):
    """A progress that notes how many clips are decoded."""
    return lambda kind, done, total: seen.append(done) if kind == "decoding" else None


def test_a_disk_that_fills_up_is_told_and_what_is_decoded_is_kept(folder, monkeypatch):
    whole = open_source(settings(folder, size=8))
    real, calls = StoreWriter.append, []

    def full(*arguments):
        calls.append(arguments)
        if len(calls) == 4:
            raise OSError(28, "No space left on device")
        real(*arguments)

    monkeypatch.setattr(StoreWriter, "append", full)
    with pytest.raises(TrainingError, match=r"No space left on device.*is kept"):
        open_source(settings(folder))
    seen = []
    opened = open_source(settings(folder), counting(seen))
    assert seen == [3, 4, 5, 6, 7, 8]
    assert lengths(opened.store) == lengths(whole.store)


def test_a_cache_that_may_not_be_written_is_told(folder, monkeypatch, tmp_path):
    (tmp_path / "file").touch()
    monkeypatch.setenv("KPVP_FRAMES_DIR", str(tmp_path / "file"))
    with pytest.raises(TrainingError, match=r"cannot be written.*KPVP_FRAMES_DIR"):
        open_source(settings(folder))


def test_a_damaged_cache_is_made_again(folder, cache):
    first = open_source(settings(folder))
    frames = np.array(first.store.frames)
    path = first.store.folder / "frames.u8"
    with open(path, "r+b") as file:
        file.seek(100)
        file.write(b"damage")
    del first
    assert np.array_equal(open_source(settings(folder)).store.frames, frames)
    path.write_bytes(path.read_bytes()[:-1])
    assert np.array_equal(open_source(settings(folder)).store.frames, frames)


def test_a_torn_end_of_an_interrupted_build_is_cut_off_and_decoded_again(folder, cache, tmp_path, monkeypatch):
    whole = open_source(settings(folder))
    frames, index = np.array(whole.store.frames), dict(whole.store.index)
    place = whole.store.folder
    del whole
    raw = (place / "frames.u8").read_bytes()
    lines = []
    for start, stop, checksum in zip(index["starts"], index["starts"][1:], index["checksums"], strict=False):
        lines.append(json.dumps([stop - start, checksum, ""]) + "\n")
    (place / "index.json").unlink()
    # Five clips are whole; the sixth is announced but torn, and the journal's last line is half.
    five, six = (index["starts"][n] * 16 * 16 * 3 for n in (5, 6))
    (place / "frames.u8").write_bytes(raw[:five] + bytes(six - five) + b"rest")
    (place / "journal.jsonl").write_text("".join(lines[:6]) + "[3, 12")
    seen = []
    opened = open_source(settings(folder), counting(seen))
    assert seen == [5, 6, 7, 8] and np.array_equal(opened.store.frames, frames)
    assert (place / "frames.u8").read_bytes() == raw and not (place / "journal.jsonl").exists()


def test_two_runs_that_start_at_once_decode_once(folder, monkeypatch):
    from concurrent.futures import ThreadPoolExecutor

    real, calls = building.decode_all, []

    def slow(*arguments):
        calls.append(arguments)
        time.sleep(0.5)
        return real(*arguments)

    monkeypatch.setattr(building, "decode_all", slow)
    with ThreadPoolExecutor(2) as pool:
        one, two = pool.map(open_source, [settings(folder)] * 2)
    assert len(calls) == 1 and np.array_equal(one.store.frames, two.store.frames)


CHILD = """
import sys
from training.runs.config import DataConfig
from training.data.source import open_source
def tell(kind, done, total):
    if kind == "decoding":
        print(done, flush=True)

if __name__ == "__main__":
    open_source(DataConfig(source=sys.argv[1], size=128, workers=2), tell)
"""


@pytest.mark.skipif(os.name != "posix", reason="kills a process the POSIX way")
def test_a_killed_build_goes_on_and_leaves_no_process_behind(tmp_path):
    for number in range(12):
        clip_files.gif(tmp_path / "data" / f"{number}.gif", 10 + number, 200, 160)
    script = tmp_path / "child.py"
    script.write_text(CHILD)
    root = Path(__file__).parents[3]
    environment = os.environ | {"PYTHONPATH": str(root), "PYTHONUNBUFFERED": "1"}
    child = subprocess.Popen(
        [sys.executable, str(script), str(tmp_path / "data")], stdout=subprocess.PIPE, env=environment, text=True
    )
    assert child.stdout is not None
    while int(child.stdout.readline()) < 4:
        pass
    workers = Path(f"/proc/{child.pid}/task/{child.pid}/children")
    orphans = [int(pid) for pid in workers.read_text().split()] if workers.exists() else []
    assert len(orphans) >= 2 or not workers.exists()
    child.send_signal(signal.SIGKILL)
    child.wait()
    child.stdout.close()
    until = time.time() + 10
    while any(_lives(pid) for pid in orphans) and time.time() < until:
        time.sleep(0.1)
    assert not [pid for pid in orphans if _lives(pid)]
    seen = []
    opened = open_source(settings(tmp_path / "data", size=128, held_out=0.1), counting(seen))
    assert 4 <= seen[0] < 12 and seen[-1] == 12
    assert sum(lengths(opened.store).values()) + len(opened.held_out.frames) == sum(range(10, 22))
    for clip in range(len(opened.store)):
        frames = opened.store.frames[opened.store.starts[clip] : opened.store.starts[clip + 1]]
        assert numbers(frames) == list(range(len(frames)))


def _lives(pid):
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] not in "ZX"
    except OSError:
        return False


def test_a_clip_that_crashes_its_decoder_is_left_out(tmp_path, monkeypatch):
    for number in range(3):
        clip_files.gif(tmp_path / f"{number}.gif", 4 + number)
    clips = [SourceClip(f"{n}", "wave", "animation", (str(tmp_path / f"{n}.gif"),)) for n in range(3)]
    clips[1] = SourceClip("crash", "wave", "crash", ("x",))
    jobs = [building.DecodingJob(clip, 16, 0.0, 0, None) for clip in clips]
    monkeypatch.setattr(building, "_decode", _crashing)
    (tmp_path / "store").mkdir()
    with writing(tmp_path / "store", 16, len(jobs)) as writer:
        building.decode_all(writer, jobs, 2)
    assert [clip.frames for clip in writer.clips] == [4, 0, 6]
    assert writer.clips[1].problem == "The decoder crashed on it."


def _crashing(job, path, decode=building._decode):
    if job.clip.kind == "crash":
        os._exit(1)
    return decode(job, path)


def test_a_world_is_opened_by_its_name_with_clips_of_its_own_held_out(monkeypatch):
    open_instead(monkeypatch)
    seen = []
    opened = open_source(DataConfig(source="squares", clips=4, size=16), lambda *progress: seen.append(progress))
    assert seen == [("drawing", n, 4) for n in range(1, 5)]
    assert opened.facts == opened.world and opened.world["held_out_from"] == MovingSquare.HELD_OUT_START
    assert (len(opened.store), len(opened.held_out)) == (4, source.WORLD_HELD_OUT)
    assert opened.store.names[0] == "squares 0" and opened.held_out.names[0] == "squares 1000000"
