"""Work without a file: there again at the next start, offered once after a crash, bounded, not lost to a full disk."""

import errno
import shutil
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtWidgets import QMessageBox, QWidget

from engine import files
from engine.media.photo import read_photo
from engine.projects import kept
from engine.projects.reading import open_folder
from engine.storyboard import Shot
from kpvp_gui.document.inputs import Kind
from kpvp_gui.projects import opening
from kpvp_gui.projects.controls import ProjectControls


def kept_clips() -> list:
    """The clips of the only working copy, as they lie on disk."""
    (folder,) = kept.root().iterdir()
    return list(open_folder(folder).project.clips)


def test_nothing_is_written_before_the_first_clip(studio, photo):
    one = studio().start()
    one.document.open_photo(photo)
    one.settled()
    assert not kept.root().exists() or not list(kept.root().iterdir())
    one.end()
    assert studio().start().document.photo is None


def test_futures_are_there_again_at_the_next_start(studio, photo):
    one = studio().start().make(photo, clips=3)
    one.document.star(one.document.clips[1].id, True)
    one.document.select_clip(one.document.clips[0].id)
    one.document.playback.scrub(11)
    one.document.set_overlays(("frame", "trails"))
    one.document.select_keypoints({2, 5})
    seeds, frames = one.seeds(), [record.frames for record in one.document.clips]
    one.end()
    two = studio().start()
    assert two.seeds() == seeds and [record.starred for record in two.document.clips] == [False, True, False]
    assert two.document.clips.current is two.document.clips[0] and two.document.playback.playhead == 11
    assert two.document.overlays == {"frame", "trails"} and two.document.selection == {2, 5}
    assert np.array_equal(two.document.photo.pixels, photo.pixels) and two.document.crop == (35, 0, 90)
    assert all(np.array_equal(a, b) for a, b in zip(two.frames(), frames, strict=True))
    assert two.engine.requests == [] and two.offered == [] and two.said == []


def test_keypoints_are_kept_before_there_is_a_frame(studio, photo):
    one = studio().start()
    one.document.set_photo(photo)
    one.engine.begin(one.engine.requests.pop())
    one.settled()
    assert len(kept_clips()) == 1
    one.crash()
    two = studio().start()
    two.session.open_kept(two.offered[0])
    two.settled()
    assert len(two.document.clips) == 1
    two.document.select_clip(two.document.clips[0].id)
    two.wait(lambda: bool(two.engine.requests))
    (request,) = two.engine.requests  # frames are made again, of the keypoints that were kept
    assert request.kind is Kind.REGENERATE and request.future.keypoints.dtype == np.float32


def test_a_clip_is_finished_when_it_is_kept(studio, photo, monkeypatch):
    one = studio().start()
    finished = []
    one.document.making.clip_finished.connect(lambda clip_id: finished.append(len(kept_clips())))
    monkeypatch.setattr(one.document.making, "clip_finishes", one.kept.finish)
    one.document.set_photo(photo)
    one.engine.serve_all()
    assert finished == []
    one.wait(lambda: finished == [1])


def test_work_whose_folder_was_deleted_is_kept_again_from_memory(studio, photo):
    one = studio().start().make(photo, clips=2)
    shutil.rmtree(one.session.autosave.keeper.folder)
    one.make(clips=1)
    seeds = one.seeds()
    assert len(seeds) == 3
    one.end()
    two = studio().start()
    assert two.seeds() == seeds and two.document.photo is not None
    assert all(np.array_equal(frames, two.frames()[0]) for frames in two.frames())


def test_deleted_futures_stay_deleted_unless_that_is_undone(studio, photo):
    one = studio().start().make(photo, clips=3)
    seeds = one.seeds()
    one.document.delete_clip(one.document.clips[0].id)
    one.document.delete_clip(one.document.clips[0].id)
    one.document.undo_stack.undo()
    one.end()
    assert studio().start().seeds() == seeds[1:]


def test_edited_keypoints_come_back_with_those_before(studio, photo):
    one = studio().start().make(photo)
    record = one.document.clips[0]
    edited = record.keypoints + np.float32(0.1)
    one.document.clips.append(version := type(record)("of-its-own", record.inputs, record.future))
    version.edited_from, version.original, version.driver = record.id, record.keypoints, "dance.mp4"
    one.settled()
    version.future = replace(record.future, keypoints=edited)  # a gesture goes on
    one.document.star("of-its-own", True)
    one.end()
    (folder,) = kept.root().iterdir()
    first, second = open_folder(folder).project.clips
    future, original = open_folder(folder).edited(second)
    assert original is not None and np.array_equal(original, record.keypoints)
    assert np.array_equal(future.keypoints, edited)
    assert (second.edited_from, second.driver) == (first.id, "dance.mp4")
    assert len(list((folder / "clips").iterdir())) == 2  # what was edited since is gone
    two = studio().start()
    assert two.document.clips[1].edited_from == two.document.clips[0].id


def test_a_clip_of_several_actions_stays_one(studio, photo):
    one = studio().start().make(photo)
    record = one.document.clips[0]
    shots = tuple(Shot(record.inputs.action, seed) for seed in (4, 7))
    inputs = replace(record.inputs, then=shots, overlap=3)
    one.document.clips.append(type(record)("storyboard", inputs, record.future))
    one.settled()
    one.end()
    plain, storyboard = (each.inputs for each in studio().start().document.clips)
    assert not plain.then and storyboard.overlap == 3
    assert [mine.same_as(theirs) for mine, theirs in zip(storyboard.then, shots, strict=True)] == [True, True]


def test_names_and_groups_of_keypoints_are_kept(studio, photo):
    one = studio().start().make(photo)
    one.document.marks.set_name(3, "left hand")
    one.document.marks.set_group("arm", {2, 3})
    one.document.marks.hide({5})
    one.end()
    marks = studio().start().document.marks
    assert marks.name(3) == "left hand" and marks.groups == {"arm": {2, 3}} and marks.is_shown(5)


def test_an_edited_clip_is_drawn_again_from_its_own_keypoints(studio, photo):
    one = studio().start().make(photo)
    record = one.document.clips[0]
    edited = record.keypoints + np.float32(0.1)
    version = record.version("of-its-own")
    version.set_keypoints(edited)
    one.document.clips.append(version)
    one.end()
    two = studio().start()
    again = two.document.clips[1]
    assert again.edited and np.array_equal(again.keypoints, edited)
    two.document.select_clip(again.id)
    two.wait(lambda: bool(two.engine.requests))
    (request,) = two.engine.requests
    assert request.kind is Kind.REDRAW and np.array_equal(request.future.keypoints, edited)


def test_work_goes_on_beneath_a_photo_that_is_opened_at_the_start(studio, photo):
    studio().start().make(photo, clips=2).end()
    two = studio()
    two.document.open_photo(np.zeros((30, 40, 3), np.uint8))
    two.start(with_photo=True)
    two.wait(lambda: two.document.photo is not None)
    assert len(two.document.clips) == 2 and two.document.photo.width == 40
    two.make(clips=1)
    two.end()
    assert len(studio().start().document.clips) >= 3


def test_several_photos_are_kept_each_once(studio, photo):
    one = studio().start().make(photo)
    one.make(read_photo(np.zeros((30, 40, 3), np.uint8))).make(photo)
    one.end()
    two = studio().start()
    assert [(p.width, p.height) for p in two.session.photos] == [(160, 90), (40, 30)]
    (folder,) = kept.root().iterdir()
    assert len(list((folder / "photos").iterdir())) == 2


# After a crash


def test_after_a_crash_a_copy_is_offered_once(studio, photo):
    one = studio().start().make(photo, clips=2)
    seeds = one.seeds()
    one.crash()
    two = studio().start()
    assert len(two.document.clips) == 0 and [work.clips for work in two.offered] == [2]
    two.session.open_kept(two.offered[0])
    two.settled()
    assert two.seeds() == seeds and two.session.path is None
    two.end()
    three = studio().start()
    assert three.offered == [] and three.seeds() == seeds


def test_recovery_can_be_declined_for_good(studio, photo):
    studio().start().make(photo, clips=2).crash()
    two = studio().start()
    two.session.discard(two.offered[0])
    two.settled()
    assert list(kept.root().iterdir()) == []
    two.end()
    three = studio().start()
    assert three.offered == [] and three.session.works == []


def test_recovery_that_is_passed_over_is_not_offered_again_but_still_there(studio, photo):
    studio().start().make(photo, clips=2).crash()
    studio().start().end()
    three = studio().start()
    three.wait(lambda: len(three.session.works) == 1)
    assert three.offered == []
    three.session.open_kept(three.session.works[0])
    assert len(three.settled().document.clips) == 2


def test_a_second_studio_begins_with_nothing_and_offers_nothing(studio, photo):
    studio().start().make(photo, clips=2)
    two = studio().start()
    assert len(two.document.clips) == 0 and two.offered == []
    two.make(photo)
    two.end()
    assert len(studio().start().document.clips) == 1


def test_beginning_anew_keeps_what_there_was(studio, photo):
    one = studio().start().make(photo, clips=2)
    one.session.new()
    one.settled()
    assert len(one.document.clips) == 0 and one.document.photo is None and not one.document.undo_stack.canUndo()
    one.wait(lambda: len(one.session.works) == 1)
    one.end()
    two = studio().start()
    assert len(two.document.clips) == 0  # as it was left
    two.wait(lambda: len(two.session.works) == 1)
    two.session.open_kept(two.session.works[0])
    assert len(two.settled().document.clips) == 2


# Bounds


def test_work_without_a_file_is_bounded_and_stars_last_longest(studio, photo, monkeypatch):
    monkeypatch.setattr(opening, "UNNAMED_CLIPS", 3)
    one = studio().start().make(photo, clips=5)
    one.document.star(one.document.clips[0].id, True)
    seeds = one.seeds()
    one.end()
    two = studio().start()
    assert two.seeds() == [seeds[0], *seeds[3:]]


def test_frames_are_bounded_and_what_goes_is_made_again(studio, photo):
    one = studio().start().make(photo)
    writer = one.session.autosave.keeper._writer
    writer.copy.limit = 3 * sum(writer.copy._sizes[name] for name in writer.copy._sizes if name.startswith("frames/"))
    one.make(clips=6)
    has = [bool(entry.frames) for entry in kept_clips()]
    assert len(has) == 7 and sum(has) in (2, 3) and has[-1] and not has[0]
    one.end()
    two = studio().start()
    two.document.select_clip(two.document.clips[0].id)
    two.wait(lambda: bool(two.engine.requests))
    assert [request.kind for request in two.engine.requests] == [Kind.REGENERATE]


# When things cannot be written


@pytest.fixture
def full_disk(monkeypatch):
    """Call it to fill the disk, with False to free it."""

    def refuse(path):
        raise OSError(errno.ENOSPC, "No space left on device")

    def fill(full: bool = True) -> None:
        monkeypatch.setattr(files, "_flush", refuse if full else _real_flush)

    _real_flush = files._flush
    return fill


def test_a_full_disk_is_said_once_and_loses_nothing(studio, photo, full_disk):
    one = studio().start().make(photo)
    full_disk()
    for _ in range(2):
        one.document.generate()
        one.engine.serve_all()
        one.wait(lambda: one.session.autosave._job is None)
    assert [what for what, _ in one.said] == ["Your latest work could not be saved: the disk is full."]
    assert len(one.document.clips) == 3 and len(kept_clips()) == 1
    full_disk(False)
    one.session.autosave.write()
    one.settled()
    assert len(kept_clips()) == 3 and one.session.autosave.trouble is None


def test_on_a_full_disk_another_project_is_not_opened(studio, photo, full_disk):
    one = studio().start().make(photo)
    full_disk()
    one.document.generate()
    one.engine.serve_all()
    one.session.new()
    one.wait(lambda: one.session._job is None and one.session.autosave._job is None)
    assert len(one.document.clips) == 2  # as they could not be kept
    full_disk(False)


@pytest.mark.parametrize("full", [False, True])
def test_quitting_asks_only_if_something_cannot_be_kept(studio, photo, full_disk, monkeypatch, qtbot, full):
    one = studio().start().make(photo)
    window = QWidget()
    qtbot.addWidget(window)
    controls = ProjectControls(one.session, one.document, one.remembered, window)
    full_disk(full)
    one.document.generate()
    one.engine.serve_all()
    asked = []
    monkeypatch.setattr(QMessageBox, "exec", lambda box: asked.append(box.informativeText()))
    monkeypatch.setattr(QMessageBox, "clickedButton", lambda box: box.defaultButton())
    assert controls.may_close() is not full
    assert len(asked) == full and all("the disk is full" in text for text in asked)
    full_disk(False)


def test_a_model_that_is_gone_leaves_its_clips_to_look_at(studio, photo):
    one = studio().start().make(photo, clips=2)
    frames = [record.frames for record in one.document.clips]
    one.end()
    two = studio()
    two.document.models = tuple(model for model in two.document.models if model.name != "people")
    two.start()
    assert [record.action_label for record in two.document.clips] == ["tennis serve"] * 2
    assert all(np.array_equal(a, b) for a, b in zip(two.frames(), frames, strict=True))


def test_damaged_work_is_said_and_set_aside(studio, photo):
    studio().start().make(photo).end()
    (folder,) = kept.root().iterdir()
    (folder / "project.json").write_text("{")
    two = studio().start()
    assert len(two.document.clips) == 0 and "project.json is not valid JSON" in two.said[0][0]
    assert Path(folder).exists()
