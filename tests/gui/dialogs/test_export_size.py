"""The size of an export: the choices are the command line's, greyed where there is none, and written."""

from dataclasses import replace

import numpy as np
import pytest
from PIL import Image

from engine.media.photo import read_photo
from engine.predictor import load_model
from kpvp_gui.dialogs.export import ExportDialog
from tests.gui.answered import answered
from tests.gui.dialogs.test_export_dialog import choose


@pytest.fixture
def large_photo():
    rows, columns = np.mgrid[0:300, 0:400]
    return read_photo(np.stack([rows // 2, columns // 2, (rows + columns) // 4], axis=2).astype(np.uint8))


@pytest.fixture
def moving(qtbot, tiny_moving_model, large_photo, remembered, tmp_path):
    """A Document with a finished clip of a model that moves pixels, made by a running engine thread."""
    (tmp_path / "out").mkdir()
    remembered.export_folder = str(tmp_path / "out")
    with answered(tiny_moving_model, "moving") as (document, _):
        document.set_photo(large_photo)
        qtbot.waitUntil(lambda: document.clips.current is not None and document.clips.current.finished, timeout=20_000)
        yield document


def opened(qtbot, document, remembered):
    dialog = ExportDialog(document, document.clips.current, remembered)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def choose_size(dialog, text: str) -> None:
    size = dialog.picture_size
    size.choice.setCurrentIndex(size.choice.findData("pixels" if text.isdecimal() else text))
    if text.isdecimal():
        size.pixels.setValue(int(text))


@pytest.mark.parametrize(("text", "size", "whole"), [("native", None, True), ("200", 200, True), ("crop", None, False)])
def test_the_photos_pixels_are_written_as_the_command_line_writes_them(
    qtbot, moving, remembered, large_photo, tiny_moving_model, tmp_path, text, size, whole
):
    dialog = opened(qtbot, moving, remembered)
    choose(dialog, "Folder")
    choose_size(dialog, text)
    model, clip = load_model(tiny_moving_model, device="cpu"), moving.clips.current.clip
    expected = list(model.full_size(clip, large_photo, size, whole=whole))
    height, width = expected[0].shape[:2]
    assert dialog.estimate.text() == f"{width} × {height} pixels · 32 frames"
    dialog.start()
    assert dialog.busy and not dialog.export_button.isEnabled()
    qtbot.waitUntil(lambda: not dialog.busy, timeout=60_000)
    assert dialog.show_button.isVisible(), dialog.notice.text()
    (folder,) = (tmp_path / "out").iterdir()
    written = [np.asarray(Image.open(path).convert("RGB")) for path in sorted(folder.glob("*.png"))]
    assert len(written) == len(expected)
    assert all(np.array_equal(mine, theirs) for mine, theirs in zip(written, expected, strict=True))


def test_the_size_is_remembered_and_the_models_keeps_its_enlargement(qtbot, moving, remembered):
    dialog = opened(qtbot, moving, remembered)
    choose(dialog, "MP4")
    assert dialog.scale.isVisible() and not dialog.picture_size.pixels.isVisible()
    choose_size(dialog, "250")
    assert not dialog.scale.isVisible() and dialog.picture_size.pixels.isVisible()
    assert dialog.estimate.text().startswith("250 × 188 pixels")
    dialog.start()
    qtbot.waitUntil(lambda: not dialog.busy, timeout=60_000)
    assert remembered.export_size == "250"
    again = opened(qtbot, moving, remembered)
    assert again.picture_size.text == "250" and again.picture_size.is_photos


def test_overlays_are_for_the_models_size(qtbot, moving, remembered):
    dialog = opened(qtbot, moving, remembered)
    choose(dialog, "MP4")
    assert all(box.isEnabled() for box in dialog.overlays.values())
    choose_size(dialog, "native")
    assert not any(box.isEnabled() for box in dialog.overlays.values())
    assert "model's size" in dialog.overlays["mask"].toolTip()


def test_cancelling_while_the_pictures_are_awaited_writes_nothing(qtbot, moving, remembered, tmp_path):
    dialog = opened(qtbot, moving, remembered)
    choose(dialog, "MP4")
    choose_size(dialog, "native")
    dialog.start()
    dialog.close_button.click()
    assert not dialog.busy and dialog.isVisible() and dialog.export_button.isEnabled()
    qtbot.wait(500)
    assert list((tmp_path / "out").iterdir()) == []


def test_a_format_without_pictures_has_no_size_and_says_so(qtbot, moving, remembered):
    dialog = opened(qtbot, moving, remembered)
    choose(dialog, "NumPy")
    assert not dialog.picture_size.choice.isEnabled()
    assert "format" in dialog.picture_size.reason.text()


def test_a_model_that_draws_has_one_size_and_says_so(qtbot, document, engine, photo, remembered):
    remembered.export_size = "native"
    document.set_photo(photo)
    engine.serve_all()
    dialog = opened(qtbot, document, remembered)
    choose(dialog, "MP4")
    assert not dialog.picture_size.choice.isEnabled() and not dialog.picture_size.is_photos
    assert "draws" in dialog.picture_size.reason.text() and dialog.picture_size.reason.isVisible()
    assert dialog.scale.isVisible()


def test_a_card_says_whether_its_model_moves(document):
    card = document.model_entry.card
    assert not card.moves
    assert replace(card, network=card.network | {"translator": "moving"}).moves
