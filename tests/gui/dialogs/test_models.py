"""The dialog of all models: what they say, and what is done with the user's own."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent

from engine.models import library, own_models
from engine.models.library import list_models
from kpvp_gui.dialogs.models import ModelsDialog


@pytest.fixture
def home(tmp_path, monkeypatch):
    monkeypatch.setattr(library, "user_folder", lambda: tmp_path / "models")
    return tmp_path / "models"


@pytest.fixture
def dialog(qtbot, document, home, tiny_model):
    own_models.add(tiny_model)
    document.set_models(list_models())
    document.set_model("people")
    dialog = ModelsDialog(document)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def own(dialog):
    dialog.choose(next(path for path in library.user_folder().glob("*.safetensors")))
    return dialog.entry


def titles(dialog):
    return [dialog.list.item(row).text() for row in range(dialog.list.count())]


def test_the_models_card_and_scores_are_read(dialog):
    dialog.choose(next(entry.path for entry in list_models() if entry.name == "people"))
    page = dialog.page
    assert page.title.text() == "People" and "person" in page.about.text()
    assert "128 px" in page.facts.text() and "tennis serve" in page.facts.text()
    assert page.where.text().endswith("people.safetensors")
    shown = {page.scores.itemAt(i).widget().text() for i in range(page.scores.count())}
    assert "Landmark error" in shown and any(words.endswith(" dB") for words in shown)
    assert page.pictures.count() == 7  # six pictures, and the room beside them


def test_those_of_the_program_stay_as_they_are(dialog):
    dialog.choose(next(entry.path for entry in list_models() if entry.name == "people"))
    assert not dialog.rename_button.isEnabled() and not dialog.delete_button.isEnabled()
    assert "came with the program" in dialog.rename_button.toolTip()
    own(dialog)
    assert dialog.rename_button.isEnabled() and dialog.delete_button.isEnabled()


def test_an_own_model_gets_another_name_everywhere(qtbot, dialog, document):
    entry = own(dialog)
    dialog.rename(entry, "Meine Leute")
    qtbot.waitUntil(lambda: "Meine Leute" in titles(dialog), timeout=10_000)
    assert dialog.page.title.text() == "Meine Leute"
    assert {model.name for model in document.models} >= {entry.name}


def test_a_deleted_model_comes_back_by_undo(qtbot, dialog, document):
    entry = own(dialog)
    document.set_model(entry.name)
    dialog.choose(entry.path)
    dialog.delete_button.click()
    qtbot.waitUntil(lambda: all(model.path != entry.path for model in document.models), timeout=10_000)
    assert document.model_entry.path != entry.path and not entry.path.exists()
    undo = dialog.banner._choices.itemAt(0).widget()
    assert undo.text() == "Undo"
    undo.click()
    qtbot.waitUntil(lambda: any(model.path == entry.path for model in document.models), timeout=10_000)
    qtbot.waitUntil(lambda: dialog.entry.path == entry.path, timeout=10_000)


def test_a_file_dropped_is_added_and_chosen(qtbot, dialog, tiny_model, tmp_path):
    file = Path(shutil.copy(tiny_model, tmp_path / "Neue Welt.safetensors"))
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(file))])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    dialog.dropEvent(QDropEvent(QPointF(9, 9), copy, mime, left, none))
    qtbot.waitUntil(lambda: dialog.entry is not None and dialog.entry.name == "Neue Welt", timeout=10_000)


def test_what_is_no_model_is_said(qtbot, dialog, tmp_path):
    (tmp_path / "bad.safetensors").write_bytes(b"no")
    dialog.add(tmp_path / "bad.safetensors")
    qtbot.waitUntil(lambda: "bad.safetensors" in dialog.banner.text, timeout=10_000)


def test_evaluating_shows_what_was_measured_beside_the_card(dialog, monkeypatch):
    asked = []
    monkeypatch.setattr(dialog._question, "ask", lambda arguments, text="": asked.append(list(arguments)))
    dialog.choose(next(entry.path for entry in list_models() if entry.name == "people"))
    dialog.evaluate_button.click()
    assert asked[0][:3] == ["-m", "main", "evaluate"] and asked[0][asked[0].index("--data") + 1] == "people"
    assert "is measured" in dialog.banner.text
    dialog._question.answered.emit({"landmark_error_pct": 6.25, "clips": 30})
    shown = [dialog.page.scores.itemAt(i).widget().text() for i in range(dialog.page.scores.count())]
    assert "measured now" in shown and any(words.startswith("6.2 %") for words in shown)
    dialog._question.failed.emit("No such clips.")
    assert "No such clips." in dialog.banner.text


def test_double_click_uses_a_model(dialog, document):
    entry = own(dialog)
    dialog.list.itemDoubleClicked.emit(dialog.list.currentItem())
    assert document.model_entry.path == entry.path and not dialog.isVisible()


def test_the_window_takes_a_models_file_too(qtbot, window, home, tiny_model):
    window.open_path(tiny_model)
    qtbot.waitUntil(lambda: any(model.path.parent == home for model in window.document.models), timeout=10_000)
