"""Working copies: bounded, locked, left in good order or not, and whole whatever fails while they are written."""

import errno
import os
from dataclasses import replace

import pytest

from engine import files
from engine.errors import ProjectError
from engine.projects import kept
from engine.projects.kept import kept_work
from engine.projects.reading import open_folder
from engine.projects.working_copy import CopyState, WorkingCopy, copied, most_worth
from tests.engine.projects.made import a_clip, a_project, put


@pytest.fixture
def root(tmp_path):
    return tmp_path / "work"


def test_one_process_has_it_at_a_time(root):
    copy = a_project(root)
    assert WorkingCopy.take(copy.folder) is None and kept_work(root) == []
    copy.close()
    assert [work.clips for work in kept_work(root)] == [2]
    again = WorkingCopy.take(copy.folder)
    assert again is not None and again.state.closed


def test_closing_deletes_what_the_project_no_longer_names(root):
    copy = a_project(root)
    project = open_folder(copy.folder).project
    copy.write(replace(project, clips=project.clips[:1]))
    assert (copy.folder / "frames/clip1.npz").exists()  # the clip may come back by undo
    copy.close()
    assert not (copy.folder / "frames/clip1.npz").exists() and (copy.folder / "frames/clip0.npz").exists()


def test_the_oldest_frames_without_a_star_make_room(root):
    copy = WorkingCopy.create(root)
    entries = [put(copy, a_clip(n), f"clip{n}", created=float(n), starred=n == 0) for n in range(6)]
    one = (copy.folder / "frames/clip3.npz").stat().st_size
    copy.limit = int(3.5 * one)
    project = copy.write(replace(open_folder(a_project(root).folder).project, clips=entries))
    assert [bool(entry.frames) for entry in project.clips] == [True, False, False, False, True, True]
    assert sorted(path.name for path in (copy.folder / "frames").iterdir()) == ["clip0.npz", "clip4.npz", "clip5.npz"]
    assert all(open_folder(copy.folder).future(entry) is not None for entry in project.clips)  # keypoints stay


def test_of_many_clips_the_starred_and_the_latest_are_worth_most(root):
    copy = WorkingCopy.create(root)
    entries = [put(copy, a_clip(n), f"clip{n}", False, created=float(n), starred=n == 1) for n in range(6)]
    assert [entry.id for entry in most_worth(entries, 3)] == ["clip1", "clip4", "clip5"]


@pytest.mark.parametrize("reason", [errno.ENOSPC, errno.EIO])
def test_what_cannot_be_written_is_said_and_nothing_else_is_lost(root, monkeypatch, reason):
    copy = a_project(root)
    before = open_folder(copy.folder).project.to_text()

    def refuse(path):
        raise OSError(reason, os.strerror(reason))

    monkeypatch.setattr(files, "_flush", refuse)
    project = open_folder(copy.folder).project
    with pytest.raises(ProjectError) as caught:
        copy.write(replace(project, clips=[]))
    assert ("the disk is full" in str(caught.value)) == (reason == errno.ENOSPC)
    with pytest.raises(ProjectError):
        copy.save(root.parent / "a.kpvp")
    assert open_folder(copy.folder).project.to_text() == before
    assert not (root.parent / "a.kpvp").exists()
    monkeypatch.undo()
    copy.write(replace(project, clips=[]))
    assert open_folder(copy.folder).project.clips == []


def test_a_full_disk_leaves_no_half_made_copy(root, monkeypatch):
    root.mkdir()

    def refuse(path):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(files, "_flush", refuse)
    with pytest.raises(ProjectError, match="the disk is full"):
        WorkingCopy.create(root)
    assert list(root.iterdir()) == []


def test_a_copy_shares_no_file_that_is_written_to(root):
    copy = a_project(root)
    other = copied(copy, root)
    project = open_folder(other.folder).project
    other.write(replace(project, clips=[]))
    assert len(open_folder(copy.folder).project.clips) == 2 and other.state == CopyState()


def test_old_work_goes_and_work_in_use_stays(root, monkeypatch):
    monkeypatch.setattr(kept, "MOST_COPIES", 3)
    copies = [a_project(root) for _ in range(5)]
    for age, copy in enumerate(copies):
        os.utime(copy.folder / "project.json", (1e9 - age, 1e9 - age))
    for copy in copies[:-1]:
        copy.close()
    empty = WorkingCopy.create(root)
    empty.let_go()
    kept.tidy(root)
    there = {path.name for path in root.iterdir()}
    assert there == {copy.folder.name for copy in (*copies[:3], copies[4])}


def test_all_frames_together_are_bounded(root, monkeypatch):
    copies = [a_project(root) for _ in range(3)]
    one = sum(path.stat().st_size for path in (copies[0].folder / "frames").iterdir())
    monkeypatch.setattr(kept, "MOST_FRAMES_BYTES", int(2.5 * one))
    for age, copy in enumerate(copies):
        os.utime(copy.folder / "project.json", (1e9 - age, 1e9 - age))
        copy.close()
    for age, copy in enumerate(copies):
        os.utime(copy.folder / "project.json", (1e9 - age, 1e9 - age))
    kept.tidy(root)
    assert [(copy.folder / "frames").exists() for copy in copies] == [True, True, False]
    assert [work.clips for work in kept_work(root)] == [2, 2, 2]


def test_work_that_was_not_closed_is_known_as_such(root):
    a_project(root).let_go()
    a_project(root).close()
    assert sorted(work.left_open for work in kept_work(root)) == [False, True]


def test_a_saved_project_has_nothing_to_recover(root, tmp_path):
    copy = a_project(root)
    copy.save(tmp_path / "a.kpvp")
    copy.let_go()
    assert [work.left_open for work in kept_work(root)] == [False]
    kept.tidy(root)
    assert list(root.iterdir()) == []


@pytest.mark.parametrize("content", [b"", b"{", b'{"closed": 3}', b"[]"])
def test_a_damaged_state_hides_a_copy_and_deletes_nothing(root, content):
    copy = a_project(root)
    copy.let_go()
    (copy.folder / "working.json").write_bytes(content)
    kept.tidy(root)
    assert kept_work(root) == [] and WorkingCopy.take(copy.folder) is None and copy.folder.exists()
