"""Each data set, built small in its true layout, gives the clips, classes and split it should."""

import os
import sys

import pytest

from engine.authors.importing import PENN_ACTIONS
from engine.errors import TrainingError
from tests.training import clip_files
from training.layouts import penn_action
from training.layouts import recognition as layouts
from training.layouts.listing import natural
from training.layouts.penn_action_split import authors_split
from training.runs import process as training_process


def named(listing):
    return {clip.name: clip.action for clip in listing.clips}


def empty(root, *names):
    for name in names:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).touch()
    return root


def test_penn_action_is_recognised_and_its_spellings_become_the_papers(tmp_path):
    videos = {1: ("pullup", 1, 4), 2: ("squat", -1, 3), 3: ("jumping_jacks", 1, 3), 4: ("bowl", 1, 2)}
    listing = layouts.read(clip_files.penn_action(tmp_path / "Penn_Action", videos))
    assert listing.layout == "penn_action"
    assert named(listing) == {"0001": "pull_ups", "0002": "squats", "0003": "jumping_jacks", "0004": "bowl"}
    assert listing.classes() == ("pull_ups", "jumping_jacks", "squats", "bowl")
    assert [clip.held_out for clip in listing.clips] == [False, True, False, False]
    assert [len(clip.files) for clip in listing.clips] == [4, 3, 3, 2]
    assert listing.clips[0].files[0].endswith("000001.jpg")
    assert listing.problems == []


def test_penn_action_takes_the_authors_split_where_the_numbers_are_the_real_ones(tmp_path):
    # 2289 is a test video of the paper, 2288 a training video, whatever the flag says; 1155 is not in its lists.
    videos = {2288: ("tennis_serve", -1, 2), 2289: ("tennis_serve", 1, 2), 1155: ("pullup", 1, 2)}
    listing = layouts.read(clip_files.penn_action(tmp_path, videos))
    assert {clip.name: clip.held_out for clip in listing.clips} == {"2288": False, "2289": True}
    assert "1 clips that the paper's authors did not use are left out." in listing.notes


def test_a_penn_action_copy_with_numbers_of_its_own_goes_by_the_flag(tmp_path):
    # 2289 is a tennis serve in the real numbering.
    videos = {2288: ("tennis_serve", -1, 2), 2289: ("squat", 1, 2), 168: ("baseball_pitch", 1, 2)}
    listing = layouts.read(clip_files.penn_action(tmp_path, videos))
    assert {clip.name: clip.held_out for clip in listing.clips} == {"0168": False, "2288": True, "2289": False}
    assert listing.notes == []


def test_the_authors_split_has_the_papers_counts_and_class_order():
    tables = [authors_split(name) for name in PENN_ACTIONS]
    assert sum(not held for table in tables for held in table.values()) == 1172
    assert sum(held for table in tables for held in table.values()) == 90
    assert PENN_ACTIONS[:2] == ("tennis_serve", "pull_ups") and PENN_ACTIONS[8] == "baseball_swing"


@pytest.mark.parametrize(
    ("theirs", "ours"),
    [("pullup", "pull_ups"), ("squat", "squats"), ("Jumping Jacks", "jumping_jacks"), ("golf_swing", "golf_swing")],
)
def test_a_spelling_of_a_class_becomes_the_engines(theirs, ours):
    assert penn_action.spelled(theirs) == ours


def test_penn_action_lists_damaged_and_missing_labels_and_goes_on(tmp_path):
    root = clip_files.penn_action(tmp_path, {1: ("squat", 1, 2), 2: ("squat", 1, 2), 3: ("squat", 1, 5)})
    (root / "labels" / "0001.mat").write_bytes(b"not a mat file")
    (root / "labels" / "0002.mat").unlink()
    (root / "frames" / "0003" / "000005.jpg").unlink()
    listing = layouts.read(root)
    assert named(listing) == {"0003": "squats"}
    found = {problem.file: problem for problem in listing.problems}
    assert found["labels/0001.mat"].left_out and "no label that can be read" in found["labels/0001.mat"].what
    assert "has no label" in found["frames/0002"].what
    assert not found["frames/0003"].left_out and "1 of its 5 frames are missing" in found["frames/0003"].what


def test_uva_nemo_is_one_class_and_tells_what_its_table_misses(tmp_path):
    names = ["001_deliberate_smile_2.mp4", "001_spontaneous_smile_1.mp4"]
    listing = layouts.read(clip_files.uva_nemo(tmp_path, names, missing=["002_deliberate_smile_1.mp4"]))
    assert listing.layout == "uva_nemo" and listing.classes() == ("smile",)
    assert [clip.name for clip in listing.clips] == [f"videos/{name}" for name in names]
    assert [(problem.file, problem.left_out) for problem in listing.problems] == [("002_deliberate_smile_1.mp4", True)]


def test_mgif_keeps_its_split_and_reads_gifs_and_strips(tmp_path):
    empty(tmp_path, "moving-gif/train/1.gif", "moving-gif/train/10.gif", "moving-gif/test/2.gif")
    empty(tmp_path, "moving-gif/train/9.png")
    listing = layouts.read(tmp_path)
    assert listing.layout == "mgif" and listing.classes() == ("motion",)
    assert [(clip.name, clip.kind, clip.held_out) for clip in listing.clips] == [
        ("test/2.gif", "animation", True),
        ("train/1.gif", "animation", False),
        ("train/9.png", "strip", False),
        ("train/10.gif", "animation", False),
    ]
    assert layouts.read(tmp_path / "moving-gif").layout == "mgif"


def test_class_folders_give_classes_and_hold_videos_animations_and_folders_of_pictures(tmp_path):
    empty(tmp_path, "wave/a.mp4", "wave/b.MOV", "wave/c/001.jpg", "wave/c/002.jpg", "jump/d.gif", "jump/e.webm")
    empty(tmp_path, "jump/deep/er/f.avi", "jump/notes.txt", "jump/.hidden.mp4", "__MACOSX/wave/a.mp4")
    listing = layouts.read(tmp_path)
    assert listing.layout == "folder" and listing.classes() == ("jump", "wave")
    assert named(listing) == {
        "jump/d.gif": "jump",
        "jump/e.webm": "jump",
        "jump/deep/er/f.avi": "jump",
        "wave/a.mp4": "wave",
        "wave/b.MOV": "wave",
        "wave/c": "wave",
    }
    assert listing.notes == ["1 other files were passed over."]


def test_without_class_folders_everything_is_one_class(tmp_path):
    empty(tmp_path, "a.mp4", "b/1.png", "b/2.png")
    assert named(layouts.read(tmp_path)) == {"a.mp4": "motion", "b": "motion"}


def test_clips_beside_class_folders_are_listed_and_left_out(tmp_path):
    empty(tmp_path, "stray.mp4", "wave/a.mp4")
    listing = layouts.read(tmp_path)
    assert named(listing) == {"wave/a.mp4": "wave"}
    assert [problem.file for problem in listing.problems] == ["stray.mp4"]


def test_train_and_test_folders_are_a_split_and_not_classes(tmp_path):
    empty(tmp_path, "train/wave/a.mp4", "val/wave/b.mp4", "train/jump/c.mp4")
    listing = layouts.read(tmp_path)
    assert listing.classes() == ("jump", "wave")
    assert {clip.name: clip.held_out for clip in listing.clips} == {
        "train/jump/c.mp4": False,
        "train/wave/a.mp4": False,
        "val/wave/b.mp4": True,
    }


def test_pictures_beside_a_video_are_not_a_clip(tmp_path):
    empty(tmp_path, "wave/a.mp4", "wave/a.jpg")
    assert list(named(layouts.read(tmp_path))) == ["wave/a.mp4"]


def test_frames_follow_each_other_by_number():
    assert sorted(["10.jpg", "9.jpg", "1.jpg", "a.jpg"], key=natural) == ["1.jpg", "9.jpg", "10.jpg", "a.jpg"]


def test_a_folder_that_links_to_itself_is_walked_once(tmp_path):
    empty(tmp_path, "wave/a.mp4")
    try:
        (tmp_path / "wave" / "again").symlink_to(tmp_path, target_is_directory=True)
    except OSError:
        pytest.skip("this system lets no one make links")
    assert list(named(layouts.read(tmp_path))) == ["wave/a.mp4"]


def test_wanted_classes_are_kept_in_the_wanted_order_whatever_their_spelling(tmp_path):
    listing = layouts.read(empty(tmp_path, "golf swing/a.mp4", "wave/b.mp4", "jump/c.mp4"))
    clips, classes = layouts.kept(listing, ("wave", "Golf_Swing"))
    assert classes == ("wave", "golf swing") and [clip.name for clip in clips] == ["golf swing/a.mp4", "wave/b.mp4"]
    with pytest.raises(TrainingError, match=r"no class 'dance'.*golf swing, jump, wave"):
        layouts.kept(listing, ("dance",))


def test_places_that_are_no_folder_are_told(tmp_path):
    with pytest.raises(TrainingError, match="There is no folder"):
        layouts.read(tmp_path / "nowhere")
    (tmp_path / "file.mp4").touch()
    with pytest.raises(TrainingError, match="is a file"):
        layouts.read(tmp_path / "file.mp4")
    with pytest.raises(TrainingError, match="no layout 'zip'"):
        layouts.read(tmp_path, "zip")


def test_a_folder_that_may_not_be_read_is_told(tmp_path, monkeypatch):
    from pathlib import Path

    def refused(self):
        raise PermissionError(13, "Permission denied", str(self))

    monkeypatch.setattr(Path, "iterdir", refused)
    with pytest.raises(TrainingError, match=r"cannot be read: Permission denied\. Check that you may read it"):
        layouts.read(tmp_path)


def test_a_label_that_crashes_its_reader_costs_only_its_own_clip(tmp_path, monkeypatch):
    root = clip_files.penn_action(tmp_path, {n: ("squat", 1, 2) for n in (1, 2, 3)})
    script = (
        "import os, training.layouts.penn_labels as p; real = p.read_label\n"
        "p.read_label = lambda path: os.abort() if path.stem == '0002' else real(path)\n"
        "p._main()"
    )
    monkeypatch.setattr(training_process, "python", lambda *_: [sys.executable, "-P", "-c", script])
    listing = layouts.read(root)
    assert named(listing) == {"0001": "squats", "0003": "squats"}
    assert [problem.file for problem in listing.problems] == ["labels/0002.mat"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes by name")
def test_a_pipe_in_a_folder_of_clips_keeps_nobody_waiting(tmp_path):
    clip_files.gif(tmp_path / "jump" / "a.gif", 3)
    for name in ("x.mp4", "y.gif", "z.jpg"):
        os.mkfifo(tmp_path / "jump" / name)
    assert named(layouts.read(tmp_path)) == {"jump/a.gif": "jump"}
