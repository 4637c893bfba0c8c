"""Clips leave for other programs: dragged as files, copied, exported many at a time."""

from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QGuiApplication

from engine.errors import Cancelled
from kpvp_gui.dialogs import export_target
from kpvp_gui.dialogs.export import ExportDialog
from kpvp_gui.exports import clip_export
from kpvp_gui.exports.outgoing import OutgoingFiles
from kpvp_gui.exports.queue import ExportQueue
from kpvp_gui.exports.queue_dialog import QueueDialog, in_words


@pytest.fixture
def three(document, engine, photo):
    """A Document with three finished futures of one photo."""
    document.set_photo(photo)
    for seed in (1, 2):
        document.set_seed(seed)
    engine.serve_all()
    document.playback.pause()
    assert len(document.clips) == 3
    return document


@pytest.fixture
def exports(window, three, remembered, tmp_path):
    (tmp_path / "out").mkdir()
    remembered.export_folder = str(tmp_path / "out")
    remembered.export_scale = 1
    return window.exports


def started(exports, qtbot):
    dialog = exports.queue
    qtbot.addWidget(dialog)
    dialog.start()
    return dialog


def over(qtbot, dialog) -> None:
    qtbot.waitUntil(lambda: not dialog.queue.running, timeout=120_000)


# Dragging


def test_a_dragged_tile_is_a_file_where_it_is_dropped(exports, three):
    mime = exports.dragged(list(three.clips)[:2])
    assert mime.hasUrls() and mime.formats() == ["text/uri-list"]
    first, second = [Path(url.toLocalFile()) for url in mime.urls()]
    assert first.suffix == second.suffix == ".mp4" and first.stat().st_size > 500
    assert first != second


def test_it_is_a_gif_if_that_was_chosen(exports, three, window):
    futures = window.panels["futures"].content
    futures.drag_actions[".gif"].trigger()
    (url,) = exports.dragged([three.clips[0]]).urls()
    with Image.open(url.toLocalFile()) as image:
        assert image.format == "GIF" and getattr(image, "n_frames", 1) == 32


def test_dragging_the_same_clip_again_writes_no_second_file(exports, three):
    mimes = [exports.dragged([three.clips[0]]) for _ in range(2)]
    assert mimes[0].urls() == mimes[1].urls()


def test_what_is_not_finished_is_not_dragged(exports, three):
    three.clips[0].drop()
    assert exports.dragged([three.clips[0]]) is None


def test_a_drag_starts_with_what_is_chosen(window, three, monkeypatch):
    carried = []
    window.gallery.dragged = lambda records: carried.append([record.id for record in records])
    window.gallery.selectAll()
    window.gallery.startDrag(Qt.DropAction.CopyAction)
    assert sorted(carried[0]) == sorted(record.id for record in three.clips)


def test_the_files_go_with_the_studio(three, remembered, exports):
    files = OutgoingFiles()
    file = files.file_of(three.clips[0], exports._usual())
    assert file.wait()
    del files
    assert not file.path.exists()


# Copying


def test_a_copied_clip_can_be_pasted_as_a_file(qtbot, exports, three, remembered):
    remembered.drag_format = ".gif"
    with qtbot.waitSignal(exports.said, check_params_cb=lambda words: words.startswith("Copied "), timeout=60_000):
        exports.copy_clip(three.clips[0].id)
    mime = QGuiApplication.clipboard().mimeData()
    (url,) = mime.urls()
    assert Path(url.toLocalFile()).read_bytes() == bytes(QByteArray(mime.data("image/gif")).data())
    assert three.clips.current is three.clips[0]


# Many at a time


def test_all_starred_are_written_under_names_of_their_own(qtbot, exports, three, tmp_path):
    three.star_clips([three.clips[0].id, three.clips[2].id], True)
    taken = export_target.suggested_name(three.clips[0].clip) + ".mp4"
    (tmp_path / "out" / taken).write_text("mine")
    exports.export_starred()
    dialog = started(exports, qtbot)
    over(qtbot, dialog)
    assert [each.state for each in dialog.queue.queued] == ["done", "done"]
    written = {path.name for path in (tmp_path / "out").iterdir()}
    assert len(written) == 3 and {each.words for each in dialog.queue.queued} < written
    assert (tmp_path / "out" / taken).read_text() == "mine"
    assert all(each.path.stat().st_size > 500 for each in dialog.queue.queued)
    assert dialog.words.text() == "2 of 2 written"
    assert dialog.show_button.isVisible() and not dialog.export_button.isEnabled()


def test_without_stars_it_says_what_to_do(qtbot, exports, three):
    with qtbot.waitSignal(three.message) as said:
        exports.export_starred()
    assert said.args[0] == "No future has a star."


def test_two_of_the_same_name_do_not_replace_each_other(qtbot, three, exports, tmp_path):
    record = three.clips[0]
    queue = ExportQueue(three, [record, record])
    queue.start(exports._usual(), tmp_path / "out")
    qtbot.waitUntil(lambda: not queue.running, timeout=60_000)
    first, second = [each.path for each in queue.queued if each.path is not None]
    assert second.name == f"{first.stem}-2{first.suffix}" and second.exists()


def test_frames_that_were_dropped_are_made_again_and_kept_until_written(qtbot, exports, three, engine):
    gone = three.clips[0]
    gone.drop()
    three.clips.limit = 0  # nothing has room but what is needed
    exports.export_several([gone.id])
    dialog = started(exports, qtbot)
    assert dialog.queue.queued[0].state == "made again" and "made again" in dialog.list.item(0).text()
    engine.serve_all()
    over(qtbot, dialog)
    assert dialog.queue.queued[0].state == "done"
    assert three.clips.exported == frozenset()


def test_a_clip_that_is_not_made_again_does_not_stop_the_others(qtbot, exports, three):
    three.clips[0].drop()
    exports.export_several([three.clips[0].id, three.clips[2].id])
    dialog = started(exports, qtbot)
    three.making.cancel()
    over(qtbot, dialog)
    assert [each.state for each in dialog.queue.queued] == ["failed", "done"]
    assert dialog.words.text() == "1 of 2 written"


def test_stopping_leaves_what_is_written_and_goes_on_later(qtbot, exports, three, monkeypatch):
    real, calls = clip_export.export, []

    def slow(clip, path, *, cancelled, progress, **keywords):
        calls.append(path)
        if len(calls) == 2:
            while not cancelled():
                pass
            raise Cancelled
        return real(clip, path, cancelled=cancelled, progress=progress, **keywords)

    monkeypatch.setattr(clip_export, "export", slow)
    exports.export_several([record.id for record in three.clips])
    dialog = started(exports, qtbot)
    qtbot.waitUntil(lambda: len(calls) == 2, timeout=60_000)
    assert dialog.queue.seconds_left is not None and "left" in dialog.words.text()
    dialog.close_button.click()
    over(qtbot, dialog)
    assert [each.state for each in dialog.queue.queued] == ["done", "stopped", "stopped"]
    assert dialog.isVisible() and dialog.export_button.isEnabled()
    dialog.start()
    over(qtbot, dialog)
    assert [each.state for each in dialog.queue.queued] == ["done", "done", "done"]
    assert len(calls) == 4  # the first was not written twice


def test_remaining_time_reads_as_a_person_says_it():
    assert [in_words(s) for s in (0.2, 41.4, 200, 7200)] == ["about 1 s", "about 41 s", "about 3 min", "about 2.0 h"]


def test_several_chosen_tiles_have_it_in_their_menu(qtbot, window, three):
    window.gallery.selectAll()
    menu = window.gallery.menu(three.clips[0])
    act = next(act for act in menu.actions() if "Export" in act.text())
    with qtbot.waitSignal(window.gallery.export_several_wanted) as asked:
        act.trigger()
    assert len(asked.args[0]) == 3
    qtbot.addWidget(window.exports.queue)


# Dialogs


def test_the_export_dialog_is_made_in_one_turn_of_the_event_loop_and_shown_in_another(exports, window, qtbot):
    exports.export_current()
    (dialog,) = window.findChildren(ExportDialog)
    assert not dialog.isVisible()
    qtbot.waitUntil(dialog.isVisible)
    dialog.reject()


def test_a_closed_dialog_is_gone_with_all_that_it_showed(exports, window, qtbot):
    exports.export_current()
    exports.export_several([record.id for record in window.document.clips])
    dialogs = window.findChildren(ExportDialog) + window.findChildren(QueueDialog)
    assert len(dialogs) == 2
    qtbot.waitUntil(lambda: all(dialog.isVisible() for dialog in dialogs))
    for dialog in dialogs:
        with qtbot.waitSignal(dialog.destroyed):
            dialog.reject()
    assert exports.queue is None
