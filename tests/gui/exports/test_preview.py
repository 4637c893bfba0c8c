"""Before an export: what it will look like, how large the file will be, and settings by a name."""

import json

import pytest
from PySide6.QtCore import QPoint, Qt

from engine.formats.table import FORMATS
from kpvp_gui.dialogs import export_target
from kpvp_gui.dialogs.export import ExportDialog
from kpvp_gui.exports.choice import GIVEN, ExportChoice, ExportPreset, from_text, to_text
from kpvp_gui.exports.trial import try_out

GIF = next(kind for kind in FORMATS if kind.suffix == ".gif")


@pytest.fixture
def dialog(qtbot, playing, remembered, tmp_path):
    (tmp_path / "out").mkdir()
    remembered.export_folder = str(tmp_path / "out")
    dialog = ExportDialog(playing, playing.clips.current, remembered)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def choose(dialog, name: str) -> None:
    """A preset, as by hand."""
    dialog.presets.box.setCurrentIndex(dialog.presets.box.findText(name))
    dialog.presets.box.activated.emit(dialog.presets.box.currentIndex())


def tried(qtbot, dialog) -> None:
    dialog._try()
    qtbot.waitUntil(lambda: dialog.file_size.text() not in ("", "…"), timeout=60_000)


def test_the_size_said_before_is_the_size_written(qtbot, dialog, tmp_path):
    choose(dialog, "Small GIF")
    tried(qtbot, dialog)
    said = dialog.file_size.text()
    assert len(dialog.preview._images) == 32
    dialog.start()
    qtbot.waitUntil(lambda: not dialog.busy, timeout=60_000)
    (written,) = (tmp_path / "out").iterdir()
    assert said == export_target.in_words(written.stat().st_size)


def test_what_would_take_long_to_try_is_reckoned_and_says_so(qtbot, playing):
    record = playing.clips.current
    large = ExportChoice(GIF, scale=8)
    trial = try_out(record, record.clip, large)
    assert not trial.exact
    assert trial.nbytes > try_out(record, record.clip, ExportChoice(GIF, scale=4)).nbytes


def test_a_preset_sets_all_fields_and_is_named_while_it_holds(dialog):
    choose(dialog, "MP4 beside the photo")
    assert dialog.kind.suffix == ".mp4" and dialog.target.suffix == ".mp4"
    assert dialog.form.beside.currentData() == "photo"
    assert dialog.estimate.text().startswith("520 × 256 pixels")
    assert dialog.presets.box.currentText() == "MP4 beside the photo"
    dialog.form.fps.setValue(12.5)
    assert dialog.presets.box.currentIndex() == -1


def test_own_presets_are_kept_and_deleted(qtbot, dialog, remembered):
    choose(dialog, "Small GIF")
    dialog.form.fps.setValue(50)
    dialog.presets.keep("  Zwei   mal so schnell ")
    assert dialog.presets.box.currentText() == "Zwei mal so schnell"
    (kept,) = from_text(remembered.export_presets)
    assert kept.choice.speed == 2.0 and kept.choice.colours == 64
    assert dialog.presets.delete_action.isEnabled()
    dialog.presets.delete()
    assert from_text(remembered.export_presets) == ()
    choose(dialog, "Small GIF")
    assert not dialog.presets.delete_action.isEnabled()


def test_presets_survive_the_store_and_what_is_none_is_left_out():
    fancy = ExportPreset(
        "a", ExportChoice(GIF, "512", 2, 0.5, "pingpong", ("mask",), "parts", (0.0, 0.0, 0.5, 1.0), 8), True
    )
    assert from_text(to_text((*GIVEN, fancy))) == (fancy,)
    row = json.loads(to_text((fancy,)))[0]
    for key, wrong in (
        ("kind", "Daguerreotype"),
        ("scale", 5),
        ("scale", True),
        ("size", "0"),
        ("speed", "fast"),
        ("speed", 1e9),
        ("cut", [0.5, 0, 0.1, 1]),
        ("cut", "all"),
        ("colours", 1000),
        ("overlays", 7),
        ("name", ""),
    ):
        assert from_text(json.dumps([row | {key: wrong}, row])) == (fancy,), key
    assert from_text("{") == from_text("7") == from_text("") == ()


def test_a_part_drawn_on_the_preview_is_what_is_written(qtbot, dialog):
    choose(dialog, "Small GIF")
    tried(qtbot, dialog)
    preview, where = dialog.preview, dialog.preview.picture_rect.toRect()
    start, end = where.topLeft(), where.topLeft() + QPoint(where.width() // 2, where.height() // 2)
    qtbot.mousePress(preview, Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(preview, end)
    qtbot.mouseRelease(preview, Qt.MouseButton.LeftButton, pos=end)
    assert dialog.form.cut == pytest.approx((0, 0, 0.5, 0.5), abs=0.01)
    assert dialog.estimate.text().startswith("64 × 64 pixels")
    assert dialog.whole_button.isVisible()
    dialog.form.set_cut((0.0, 0.0, 0.5, 0.5))
    dialog.preview.cut_drawn.emit((0.5, 0.5, 1.0, 1.0))  # in a part that is shown, of that part
    assert dialog.form.cut == (0.25, 0.25, 0.5, 0.5)
    dialog.whole_button.click()
    assert dialog.form.cut is None and not dialog.whole_button.isVisible()


def test_a_click_on_the_preview_cuts_nothing(qtbot, dialog):
    choose(dialog, "Small GIF")
    tried(qtbot, dialog)
    qtbot.mouseClick(dialog.preview, Qt.MouseButton.LeftButton)
    assert dialog.form.cut is None


def test_a_format_without_pictures_says_so_and_still_how_large_it_is(qtbot, dialog):
    dialog.form.format.setCurrentIndex(next(i for i, kind in enumerate(FORMATS) if kind.suffix == ".csv"))
    tried(qtbot, dialog)
    assert dialog.preview._images == [] and "No pictures" in dialog.preview._words
    assert dialog.file_size.text().endswith("KB")


def test_the_figure_is_seen_before(qtbot, dialog):
    choose(dialog, "The paper's figure")
    tried(qtbot, dialog)
    assert len(dialog.preview._images) == 1 and dialog.preview._images[0].width() > dialog.preview._images[0].height()
