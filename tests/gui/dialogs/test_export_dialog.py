"""The export dialog: it says what will be written, writes it elsewhere, asks before replacing, and can be stopped."""

import json
from pathlib import Path

import pytest
from PIL import Image

from engine.clip import Clip
from engine.errors import Cancelled
from engine.formats.table import FORMATS
from kpvp_gui.dialogs import export_target
from kpvp_gui.dialogs.export import ExportDialog
from kpvp_gui.exports import clip_export


@pytest.fixture(autouse=True)
def _a_folder_of_our_own(remembered, tmp_path):
    (tmp_path / "out").mkdir()
    remembered.export_folder = str(tmp_path / "out")


@pytest.fixture
def dialog(qtbot, document, engine, photo, remembered):
    document.set_photo(photo)
    engine.serve_all()
    document.playback.pause()
    return opened(qtbot, document, remembered)


def opened(qtbot, document, remembered):
    dialog = ExportDialog(document, document.clips.current, remembered)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def choose(dialog, ending: str):
    """The first format whose name has this ending in it."""
    names = [kind.name for kind in FORMATS]
    dialog.form.format.setCurrentIndex(next(i for i, name in enumerate(names) if ending in name))


def finish(qtbot, dialog):
    qtbot.waitUntil(lambda: not dialog.busy, timeout=60_000)


def test_a_gif_of_the_chosen_size_and_speed_is_written(qtbot, dialog, tmp_path):
    choose(dialog, "GIF")
    dialog.form.scale.setCurrentIndex(dialog.form.scale.findData(2))
    dialog.form.fps.setValue(10)
    dialog.start()
    finish(qtbot, dialog)
    files = list((tmp_path / "out").iterdir())
    assert [file.suffix for file in files] == [".gif"]
    with Image.open(files[0]) as image:
        assert image.size == (128, 128)
        assert getattr(image, "n_frames", 1) == 32
        assert image.info["duration"] == 100
    assert files[0].name in dialog.notice.text()
    assert dialog.show_button.isVisible()


@pytest.mark.parametrize("kind", FORMATS, ids=lambda kind: kind.name)
def test_every_format_is_written(qtbot, dialog, tmp_path, kind):
    dialog.form.format.setCurrentIndex(FORMATS.index(kind))
    dialog.form.scale.setCurrentIndex(0)
    dialog.start()
    finish(qtbot, dialog)
    assert dialog.show_button.isVisible(), dialog.notice.text()
    (written,) = (tmp_path / "out").iterdir()
    assert written.is_dir() == kind.folder
    assert written.suffix == kind.suffix


def test_arrays_come_back_as_the_clip(qtbot, dialog, document, tmp_path):
    choose(dialog, "NumPy")
    dialog.start()
    finish(qtbot, dialog)
    clip = Clip.load(next((tmp_path / "out").iterdir()))
    assert (clip.frames == document.clips.current.frames).all()


def test_the_estimate_speaks_of_pixels_frames_and_seconds(dialog):
    choose(dialog, "GIF")
    dialog.form.scale.setCurrentIndex(dialog.form.scale.findData(4))
    dialog.form.playback.setCurrentIndex(dialog.form.playback.findData("loop"))
    dialog.form.fps.setValue(25)
    assert dialog.estimate.text() == "256 × 256 pixels · 32 frames · 1.28 s"
    dialog.form.playback.setCurrentIndex(dialog.form.playback.findData("pingpong"))
    assert "62 frames" in dialog.estimate.text()


def test_a_speed_that_gifs_cannot_have_is_said(dialog):
    choose(dialog, "GIF")
    dialog.form.fps.setValue(60)
    assert "at 50 frames per second" in dialog.estimate.text()
    choose(dialog, "MP4")
    assert "at 50" not in dialog.estimate.text()


def test_fields_a_format_has_no_use_for_are_hidden(dialog):
    choose(dialog, "JSON")
    assert not dialog.form.scale.isVisible()
    assert dialog.form.fps.isVisible()
    choose(dialog, "PDF")
    assert not dialog.form.fps.isVisible()
    choose(dialog, "MP4")
    assert dialog.form.scale.isVisible()


def test_choosing_a_format_changes_the_suffix_and_nothing_else_of_the_name(dialog):
    choose(dialog, "GIF")
    dialog.name.setText("v1.2 take.gif")
    choose(dialog, "MP4")
    assert dialog.target.name == "v1.2 take.mp4"
    choose(dialog, "Folder")
    assert dialog.target.name == "v1.2 take"


def test_nothing_is_replaced_before_the_user_says_so(qtbot, dialog, tmp_path):
    choose(dialog, "JSON")
    there = dialog.target
    there.write_text("mine")
    dialog.start()
    assert dialog.question.isVisible()
    assert there.read_text() == "mine"
    buttons = {button.text().replace("&", ""): button for button in dialog.question.buttons()}
    assert dialog.question.defaultButton() is buttons["Cancel"]
    buttons["Replace"].click()
    finish(qtbot, dialog)
    assert json.loads(there.read_text())["keypoints"]


def test_saying_no_keeps_the_file(qtbot, dialog):
    choose(dialog, "JSON")
    dialog.target.write_text("mine")
    dialog.start()
    dialog.question.reject()
    assert not dialog.busy
    assert dialog.target.read_text() == "mine"


def test_cancel_stops_the_export_and_leaves_nothing(qtbot, dialog, tmp_path, monkeypatch):
    def slow(clip, path, *, progress, cancelled, **_):
        progress(0.4)
        while not cancelled():
            pass
        raise Cancelled

    monkeypatch.setattr(clip_export, "export", slow)
    dialog.start()
    qtbot.waitUntil(lambda: dialog.progress.value() == 40)
    assert dialog.close_button.text() == "Cancel"
    assert not dialog.export_button.isEnabled()
    dialog.close_button.click()
    finish(qtbot, dialog)
    assert dialog.isVisible()
    assert dialog.close_button.text() == "Close"
    assert list((tmp_path / "out").iterdir()) == []


def test_a_folder_that_is_gone_is_told_in_place(qtbot, dialog, tmp_path):
    dialog.set_folder(tmp_path / "gone")
    dialog.start()
    finish(qtbot, dialog)
    assert "gone does not exist" in dialog.notice.text()
    assert not dialog.show_button.isVisible()


def test_without_a_name_there_is_nothing_to_export(dialog):
    dialog.name.setText("  ")
    assert not dialog.export_button.isEnabled()


def test_the_next_export_starts_where_the_last_one_was(qtbot, dialog, document, remembered, tmp_path):
    elsewhere = tmp_path / "Бильдер 100 %"
    elsewhere.mkdir()
    dialog.set_folder(elsewhere)
    choose(dialog, "CSV")
    dialog.start()
    finish(qtbot, dialog)
    again = opened(qtbot, document, remembered)
    assert again.target.parent == elsewhere
    assert again.kind.suffix == ".csv"


def test_the_canvas_overlays_are_offered(qtbot, document, engine, photo, remembered):
    document.set_photo(photo)
    engine.serve_all()
    document.set_overlays({"frame", "keypoints"})
    dialog = opened(qtbot, document, remembered)
    assert {name for name, box in dialog.form.overlays.items() if box.isChecked()} == {"keypoints"}


def test_a_name_from_a_strange_photo_is_a_name_for_any_system(document, engine, photo):
    document.set_photo(photo)
    engine.serve_all()
    name = export_target.suggested_name(document.clips.current.clip)
    assert name == Path(name).name
    assert not set('<>:"/\\|?*.') & set(name)
