"""Project files in the studio: saved and opened they are the same; two windows, changes, titles, recent ones."""

import json
import zipfile

import numpy as np
import pytest

from engine.projects import kept
from engine.projects.members import backups
from kpvp_gui.main_window import MainWindow


@pytest.fixture
def file(studio, photo, tmp_path):
    """A project of three clips, saved and closed."""
    one = studio().start().make(photo, clips=3)
    one.document.star(one.document.clips[2].id, True)
    one.document.rename_clip(one.document.clips[0].id, "Erster Versuch")
    one.save(tmp_path / "dance")
    one.end()
    return tmp_path / "dance.kpvp"


def test_opened_and_saved_again_it_is_the_same_file(studio, file, tmp_path):
    two = studio().start().open(file)
    assert two.session.path == file and not two.session.modified
    assert [record.starred for record in two.document.clips] == [False, False, True]
    assert [record.name for record in two.document.clips] == ["Erster Versuch", "", ""]
    two.save(tmp_path / "again.kpvp")
    assert (tmp_path / "again.kpvp").read_bytes() == file.read_bytes()


def test_what_a_later_version_wrote_survives_the_studio(studio, file, tmp_path, photo):
    with zipfile.ZipFile(file) as archive:
        content = {name: archive.read(name) for name in archive.namelist()}
    data = json.loads(content["project.json"])
    data["storyboard"] = ["later"]
    data["clips"][0]["mood"] = "calm"
    data["view"]["layout"] = "beside"
    data["keypoints"] = {"people": {"names": {"1": "hand"}, "of_later": 1}}
    content["project.json"] = json.dumps(data).encode()
    with zipfile.ZipFile(file, "w") as archive:
        for name, value in content.items():
            archive.writestr(name, value)
    two = studio().start().open(file).make(clips=1)
    two.save(tmp_path / "again.kpvp")
    with zipfile.ZipFile(tmp_path / "again.kpvp") as archive:
        data = json.loads(archive.read("project.json"))
    assert data["storyboard"] == ["later"] and data["clips"][0]["mood"] == "calm" and len(data["clips"]) == 4
    assert data["view"]["layout"] == "beside" and data["keypoints"]["people"]["of_later"] == 1


def test_the_open_project_is_there_at_the_next_start(studio, file):
    two = studio().start()
    assert two.session.path == file and len(two.document.clips) == 3
    assert len(list(kept.root().iterdir())) == 1  # its working copy alone
    two.end()
    assert list(kept.root().iterdir()) == []  # the file has everything


def test_a_photo_on_the_command_line_leaves_a_project_alone(studio, file):
    two = studio()
    two.document.open_photo(np.zeros((30, 40, 3), np.uint8))
    two.start(with_photo=True)
    assert two.session.path is None and len(two.document.clips) == 0


def test_changes_since_saving_are_there_again_and_the_file_is_as_it_was_saved(studio, file):
    before = file.read_bytes()
    two = studio().start().make(clips=1)
    assert two.session.modified
    two.end()
    assert file.read_bytes() == before
    three = studio().start()
    assert three.session.path == file and three.session.modified and len(three.document.clips) == 4
    three.save(file)
    assert not three.session.modified and file.read_bytes() != before
    assert backups(file)[0].read_bytes() == before


def test_looking_is_no_change(studio, file):
    two = studio().start().open(file)
    two.document.select_clip(two.document.clips[0].id)
    two.document.playback.scrub(4)
    two.document.set_overlays(("mask",))
    two.settled()
    assert not two.session.modified


def test_after_a_crash_changes_come_as_a_copy_and_the_file_stays(studio, file):
    before = file.read_bytes()
    studio().start().make(clips=1).crash()
    three = studio().start()
    assert three.session.path == file and len(three.document.clips) == 3  # as saved
    assert [(work.about, work.clips) for work in three.offered] == [("dance.kpvp", 4)]
    three.session.open_kept(three.offered[0])
    three.settled()
    assert three.session.path is None and len(three.document.clips) == 4 and file.read_bytes() == before


def test_open_in_two_windows_the_second_is_read_only_and_says_so(studio, file, tmp_path):
    one = studio().start()
    two = studio().start().open(file)
    assert two.session.name == "dance.kpvp (read-only)" and two.session.path is None
    assert "is open in another window" in two.said[-1][0]
    two.make(clips=1)
    two.session.save(file)
    two.settled()
    assert "is open in another window" in two.said[-1][0] and two.session.path is None
    two.save(tmp_path / "mine.kpvp")
    assert two.session.path == tmp_path / "mine.kpvp" and one.session.path == file
    two.end()
    one.end()
    three = studio().start(tmp_path / "mine.kpvp")
    assert len(three.document.clips) == 4


def test_a_file_that_was_changed_elsewhere_is_not_overwritten(studio, file):
    two = studio().start().make(clips=1)
    file.write_bytes(b"of another program")
    two.save(file)
    assert "was changed by another program" in two.said[-1][0] and file.read_bytes() == b"of another program"
    assert two.session.modified


def test_a_file_that_is_none_leaves_everything_as_it_is(studio, photo, tmp_path):
    (tmp_path / "odd.kpvp").write_bytes(b"odd")
    one = studio().start().make(photo, clips=2).open(tmp_path / "odd.kpvp")
    assert len(one.document.clips) == 2 and "odd.kpvp is not a project" in one.said[-1][0]


def test_opening_a_project_leaves_the_work_before_it_where_it_is(studio, file, photo):
    two = studio().start()
    two.session.new()
    two.settled()
    two.make(photo, clips=2).open(file)
    assert two.session.path == file and not two.document.undo_stack.canUndo()
    two.wait(lambda: [work.clips for work in two.session.works] == [2])


def test_recent_projects_are_remembered_the_latest_first(studio, file, tmp_path):
    two = studio().start().open(file)
    two.save(tmp_path / "second.kpvp")
    assert two.session.recent == [tmp_path / "second.kpvp", file]


# In the window


@pytest.fixture
def window(qtbot, document, remembered):
    window = MainWindow(document, remembered)
    qtbot.addWidget(window)
    window.show()
    window.session.start()
    qtbot.waitUntil(lambda: window.session.autosave.keeper is not None, timeout=20000)
    yield window
    qtbot.waitUntil(lambda: window.session._job is None and window.session.autosave._job is None)
    window.session.end()


def test_a_dropped_project_opens_and_the_title_says_its_name(qtbot, window, document, file):
    from PySide6.QtCore import QMimeData, QUrl

    from tests.gui.test_window import drop_on

    window.session.new()
    qtbot.waitUntil(lambda: window.session._job is None and len(document.clips) == 0)
    assert window.windowTitle() == "KPVP Studio"
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(file))])
    drop_on(window, mime)
    qtbot.waitUntil(lambda: len(document.clips) == 3, timeout=20000)
    assert window.windowTitle() == "dance.kpvp[*] – picture – KPVP Studio" and not window.isWindowModified()
    document.star(document.clips[0].id, True)
    assert window.isWindowModified()
    assert window.gallery.model().rowCount() == 3


def test_the_window_offers_what_a_crash_left(qtbot, studio, photo, document, remembered):
    from PySide6.QtWidgets import QPushButton

    studio().start().make(photo, clips=2).crash()
    window = MainWindow(document, remembered)
    qtbot.addWidget(window)
    window.show()
    window.session.start()
    qtbot.waitUntil(lambda: window.projects.banner.isVisible(), timeout=20000)
    assert "This was kept: picture, 2 futures" in window.projects.banner.text
    button = next(b for b in window.projects.banner.findChildren(QPushButton) if b.text() == "Open a copy")
    button.click()
    qtbot.waitUntil(lambda: len(document.clips) == 2, timeout=20000)
    assert not window.projects.banner.isVisible()
    qtbot.waitUntil(lambda: window.session._job is None and window.session.autosave._job is None)
    window.session.end()
