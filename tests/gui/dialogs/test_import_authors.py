"""The dialog for the paper's own checkpoints, used as a person would."""

from engine.models.library import list_models
from kpvp_gui.dialogs.import_authors import ImportAuthorsDialog
from kpvp_gui.main_window import MainWindow
from tests.engine.authors import tensorflow_writer as writer


def test_two_folders_become_a_model_of_the_list(qtbot, tmp_path, monkeypatch):
    models = tmp_path / "models"
    monkeypatch.setenv("KPVP_MODELS_DIR", str(models))
    one, two = (
        writer.write_checkpoint(tmp_path / name, arrays)
        for name, arrays in zip(("stage one", "stage two"), writer.variables(), strict=True)
    )
    dialog = ImportAuthorsDialog(folder=models)
    qtbot.addWidget(dialog)
    assert not dialog.start.isEnabled() and "stage 1" in dialog.message.text()
    dialog.stage1.line.setText(one.parent.as_uri())  # as dropped by a file manager
    assert dialog.stage1.path == str(one.parent)
    dialog.stage2.line.setText(str(two))
    dialog.name.setText("my penn")
    dialog.actions.setText("walk, run")
    with qtbot.waitSignal(dialog.imported, timeout=10_000) as signal:
        dialog.start.click()
    assert signal.args == ["my penn"]
    assert {m.name: m.card.actions for m in list_models()}["my penn"] == ("walk", "run")
    again = ImportAuthorsDialog(folder=models)
    qtbot.addWidget(again)
    again.stage1.line.setText("a")
    again.stage2.line.setText("b")
    again.name.setText("my penn")
    assert not again.start.isEnabled() and "already" in again.message.text()


def test_a_damaged_checkpoint_is_told_in_place_and_may_be_tried_again(qtbot, tmp_path):
    path = writer.write_checkpoint(tmp_path / "one", writer.variables()[0])
    (tmp_path / "one" / "model.ckpt-7.index").write_bytes(b"rubbish" * 20)
    dialog = ImportAuthorsDialog(folder=tmp_path / "models")
    qtbot.addWidget(dialog)
    dialog.stage1.line.setText(str(path))
    dialog.stage2.line.setText(str(path))
    dialog.start.click()
    qtbot.waitUntil(lambda: "intact" in dialog.message.text(), timeout=10_000)
    assert dialog.start.isEnabled() and not list((tmp_path / "models").iterdir())


def test_the_menu_imports_and_chooses_the_new_model(qtbot, tmp_path, monkeypatch, document, remembered):
    models = tmp_path / "models"
    monkeypatch.setenv("KPVP_MODELS_DIR", str(models))
    monkeypatch.setattr("kpvp_gui.dialogs.import_authors.user_folder", lambda: models)
    window = MainWindow(document, remembered)
    qtbot.addWidget(window)
    window.import_authors()
    dialog = window.findChild(ImportAuthorsDialog)
    for field, name, arrays in zip((dialog.stage1, dialog.stage2), "ab", writer.variables(), strict=True):
        field.line.setText(str(writer.write_checkpoint(tmp_path / name, arrays)))
    dialog.name.setText("penn")
    dialog.start.click()
    qtbot.waitUntil(lambda: getattr(document.model_entry, "name", "") == "penn", timeout=10_000)


def test_what_is_still_missing_is_quiet_and_what_went_wrong_is_not(qtbot, tmp_path):
    dialog = ImportAuthorsDialog(folder=tmp_path / "models")
    qtbot.addWidget(dialog)
    assert dialog.message.property("role") == "secondary" and dialog.focusWidget() is dialog.stage1.line
    for field in (dialog.stage1, dialog.stage2):
        field.line.setText(str(tmp_path / "nowhere" / "model.ckpt"))
    dialog.start.click()
    qtbot.waitUntil(lambda: dialog.message.property("role") == "wrong", timeout=10_000)
    dialog.name.setText("")
    assert dialog.message.property("role") == "secondary"
