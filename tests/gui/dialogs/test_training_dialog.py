"""The dialog that starts training: settings checked while typed, a first look at the clips, the command it starts."""

import itertools
from dataclasses import replace

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, QSettings, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest

from engine import sentences
from engine.errors import TrainingError
from kpvp_gui.background.remembered import Remembered
from kpvp_gui.dialogs.training import TrainingDialog
from kpvp_gui.runs.runs import TrainingRuns
from tests.gui import described
from tests.gui.conftest import model_entry
from tests.gui.described import fine, look, worlds
from tests.gui.dialogs.questions import Questions
from training.runs import process as training_process
from training.runs import toml_text
from training.runs.folder import RunFolder


@pytest.fixture
def questions(monkeypatch):
    return Questions(monkeypatch)


@pytest.fixture
def launched(monkeypatch, tmp_path):
    """Folders and arguments of the processes that would have been started."""
    monkeypatch.setenv("KPVP_RUNS_DIR", str(tmp_path / "runs"))
    started = []

    class Child:
        pid = 0

        def poll(self):
            return None

    monkeypatch.setattr(training_process, "launch", lambda folder, args: started.append((folder, args)) or Child())
    return started


@pytest.fixture
def clips(tmp_path):
    folder = tmp_path / "My clips"
    folder.mkdir()
    return folder


@pytest.fixture
def runs(qtbot, launched):
    return TrainingRuns()


@pytest.fixture
def remembered(tmp_path):
    return Remembered(QSettings(str(tmp_path / "studio.ini"), QSettings.Format.IniFormat))


@pytest.fixture
def dialog(qtbot, questions, runs, remembered):
    dialog = TrainingDialog(runs, remembered, (model_entry("people"),), schema=described.schema())
    questions.answer("--describe", worlds())
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


@pytest.fixture
def ready(dialog, questions, clips, qtbot):
    """All filled in and checked: Start is enabled."""
    dialog.data.set_source(str(clips))
    questions.answer("data", look())
    dialog.name.selectAll()
    QTest.keyClicks(dialog.name, "My sports")
    check(dialog, questions, qtbot)
    assert dialog.start_button.isEnabled(), dialog.obstacle
    return dialog


def check(dialog, questions, qtbot, answer=None):
    qtbot.waitUntil(lambda: not dialog.check.waiting)
    questions.checks[-1][0].finished.emit(answer or fine())


def type_into(field, text):
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)


def test_start_waits_for_clips_a_name_and_a_check_and_says_for_which(dialog, questions, clips, qtbot):
    assert not dialog.start_button.isEnabled() and "folder of clips" in dialog.reason.text()
    dialog.data.set_source(str(clips / "nowhere"))
    assert "no such folder" in dialog.reason.text()
    dialog.data.set_source(str(clips))
    questions.answer("data", look())
    dialog.name.selectAll()
    QTest.keyClick(dialog.name, Qt.Key.Key_Delete)
    assert "name" in dialog.reason.text()
    QTest.keyClicks(dialog.name, "Mine")
    assert "Checking" in dialog.reason.text() and not dialog.start_button.isEnabled()
    check(dialog, questions, qtbot)
    assert dialog.start_button.isEnabled() and not dialog.reason.isVisible()


def test_the_first_look_tells_clips_classes_lengths_and_what_was_left_out(ready):
    facts = ready.data.facts.text()
    assert "12 clips, 2 classes: golf swing 6, squats 6" in facts
    assert "20 to 64, mostly about 33 frames a clip" in facts and "25 fps" in facts and "96×96" in facts
    assert ready.data.problems.text() == "Left out: notes.mp4: It is no video."


def test_clips_that_cannot_be_used_say_why_and_do_not_start(ready, questions, clips, tmp_path):
    (tmp_path / "empty").mkdir()
    ready.data.set_source(str(tmp_path / "empty"))
    questions.answer("data", look(clips=0, usable=False, advice="There is no clip in this folder."))
    assert ready.reason.text() == "There is no clip in this folder." and not ready.start_button.isEnabled()


def test_advice_about_data_is_said_in_the_language_of_the_window(ready, questions, tmp_path, speak):
    speak("de")
    advice = sentences.sentence("This can be trained on.")
    note = sentences.sentence("Some clips are very large: decoding them once will take a while.")
    made_of = {"advice": sentences.as_data(advice), "notes": [sentences.as_data(note)]}
    ready.data.set_source(str(tmp_path))
    questions.answer("data", look(made_of=made_of))
    assert "Damit lässt sich trainieren." in ready.data.facts.text() and "sehr groß" in ready.data.facts.text()


def test_a_number_out_of_range_is_told_beside_its_field_while_it_is_typed(ready):
    row = ready.form.rows["keypoints.batch"]
    for typed, said in (("0", "At least 1 pairs."), ("9999", "At most 4096 pairs."), ("x", "Type a whole number.")):
        type_into(row.field, typed)
        assert row.note.text() == said
        assert not ready.start_button.isEnabled() and said in ready.reason.text()
    type_into(row.field, "32")
    assert row.complaint == "" and ready.form.changes == {"keypoints.batch": 32}


def test_a_help_too_long_for_its_row_ends_in_an_ellipsis_and_a_complaint_is_told_whole(ready, qtbot):
    row = ready.form.rows["keypoints.batch"]
    row.setting = replace(row.setting, help="pictures of one clip " * 20)
    row.say("")
    qtbot.waitUntil(lambda: row.note.shown.endswith("…"))
    assert row.note.text().startswith(row.note.shown.rstrip("…"))
    row.say("Pictures of other clips do not belong here. " * 5)
    assert row.note.shown == row.note.text()
    qtbot.waitUntil(lambda: row.note.height() >= row.note.heightForWidth(row.note.width()))


def test_an_emptied_field_goes_back_to_the_preset(ready):
    row = ready.form.rows["keypoints.batch"]
    type_into(row.field, "32")
    row.field.selectAll()
    QTest.keyClick(row.field, Qt.Key.Key_Delete)
    QTest.keyClick(row.field, Qt.Key.Key_Tab)
    assert ready.form.changes == {} and row.field.text() == "16"


def test_what_was_typed_stays_when_another_preset_is_chosen(ready):
    type_into(ready.form.rows["keypoints.batch"].field, "24")
    assert ready.form.rows["keypoints.steps"].field.text() == "6000, 4000"
    ready.presets.setCurrentRow(2)
    assert ready.form.rows["keypoints.steps"].field.text() == "400"
    assert ready.form.rows["keypoints.batch"].field.text() == "24"


def test_expert_settings_are_folded_away_and_unfold_where_something_is_wrong(ready, questions, qtbot):
    assert "keypoints.rate" not in ready.form.rows
    ready._settings_changed()
    check(ready, questions, qtbot, {"ok": False, "what": "Too high.", "remedy": "Lower it.", "key": "keypoints.rate"})
    row = ready.form.rows["keypoints.rate"]
    assert row.field.isVisible() and row.note.text() == "Too high."
    assert ready.reason.text() == "Too high. Lower it." and not ready.start_button.isEnabled()


def test_the_estimate_tells_time_memory_and_disk_before_start(ready):
    assert ready.estimate.text() == "About 13 min, roughly · 1.5 GB of memory · 220 MB on disk"
    assert "keypoints-64: 400 steps, 10 min" in ready.estimate.toolTip()


def test_what_is_checked_is_what_would_be_started(ready, questions, clips, qtbot):
    import tomllib

    type_into(ready.form.rows["keypoints.steps"].field, "10, 20")
    check(ready, questions, qtbot)
    values = tomllib.loads(questions.checks[-1][1])
    assert values["keypoints"] == {"steps": [10, 20], "batch": 16}
    assert values["data"]["source"] == str(clips) and values["title"] == "My sports" and values["domain"] == ""


def test_start_gives_the_process_preset_folder_data_and_changes(ready, questions, clips, launched, tmp_path, qtbot):
    type_into(ready.form.rows["keypoints.steps"].field, "10 20")
    check(ready, questions, qtbot)
    with qtbot.waitSignal(ready.started):
        ready.start_button.click()
    folder, arguments = launched[0]
    assert folder.path == tmp_path / "runs" / "my-sports"
    assert arguments[:5] == ["-m", "training", "people", "--out", str(folder.path)]
    assert arguments[5:7] == ["--data", str(clips)]
    sets = [value for word, value in itertools.pairwise(arguments) if word == "--set"]
    assert sets == ['name="my-sports"', 'title="My sports"', "keypoints.steps=[10, 20]", 'domain=""']
    assert not ready.isVisible()


def test_a_start_that_fails_says_so_in_the_dialog(ready, monkeypatch):
    def refuse(folder, arguments):
        raise TrainingError("Training could not be started.", "Make room.")

    monkeypatch.setattr(training_process, "launch", refuse)
    ready.start_button.click()
    assert ready.isVisible() and ready.reason.text() == "Training could not be started. Make room."


def test_fine_tuning_says_what_starts_afresh(ready, questions, launched, qtbot, tmp_path):
    assert "random weights" in ready.afresh.text()
    ready.start_from.setCurrentIndex(1)
    assert "Discriminators and optimizers start afresh" in ready.afresh.text()
    check(ready, questions, qtbot)
    ready.start_button.click()
    arguments = launched[0][1]
    assert arguments[arguments.index("--init") + 1] == str(model_entry("people").path)


def test_fine_tuning_a_model_begins_with_the_preset_it_came_from(qtbot, questions, runs, remembered, clips):
    entry = model_entry("kicks")
    entry = replace(entry, card=replace(entry.card, training={"preset": "tiny"}))
    dialog = TrainingDialog(runs, remembered, (entry,), schema=described.schema())
    questions.answer("--describe", worlds())
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.preset is not None and dialog.preset.name == "people"
    dialog.fine_tune(entry.path)
    assert dialog.preset is not None and dialog.preset.name == "tiny"
    dialog.data.set_source(str(clips))
    questions.answer("data", look())
    assert dialog.preset is not None and dialog.preset.name == "tiny"


def test_fine_tuning_a_run_takes_everything(dialog, tmp_path):
    dialog.fine_tune(tmp_path)
    assert dialog.start_from.currentData() == ("run", str(tmp_path))
    assert "with everything" in dialog.afresh.text()


def test_a_duplicate_begins_with_the_settings_of_the_run(dialog, questions, launched, clips, qtbot, tmp_path):
    folder = tmp_path / "runs" / "first"
    folder.mkdir(parents=True)
    told = {"name": "first", "title": "First one", "data": {"source": str(clips)}, "keypoints": {"batch": 12}}
    (folder / "config.toml").write_text(toml_text.to_toml(told), "utf-8")
    dialog.duplicate(RunFolder(folder))
    assert dialog.name.text() == "First one" and dialog.form.rows["keypoints.batch"].field.text() == "12"
    questions.answer("data", look())
    check(dialog, questions, qtbot)
    dialog.start_button.click()
    new, arguments = launched[0]
    assert new.path.name == "first-one" and arguments[2] == str(folder / "config.toml")


@pytest.mark.parametrize("text", [b"\xff", b"a = " + b"[" * 5000, b"data = 5", b"init = 3", b"[motion]\nbatch = []"])
def test_a_duplicate_of_damaged_settings_says_so(dialog, tmp_path, text):
    (tmp_path / "config.toml").write_bytes(text)
    before = dialog.presets.count()
    dialog.duplicate(RunFolder(tmp_path))
    assert "could not be read" in dialog.summary.text() and dialog.presets.count() == before


def test_a_folder_can_be_dropped_and_a_dropped_clip_means_its_folder(dialog, questions, clips):
    clip = clips / "a.mp4"
    clip.write_bytes(b"")
    for dropped in (clips, clip):
        dialog.data.set_source("")
        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(str(dropped))])
        where = (QPoint(60, 60), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton)
        entering = QDragEnterEvent(*where, Qt.KeyboardModifier.NoModifier)
        dialog.data.dragEnterEvent(entering)
        assert entering.isAccepted()
        dialog.data.dropEvent(QDropEvent(QPointF(60, 60), *where[1:], Qt.KeyboardModifier.NoModifier))
        assert dialog.data.source == str(clips)
    assert questions.last("data")[1][:4] == ["-m", "main", "data", str(clips)]


def test_data_as_distributed_brings_its_preset_until_another_is_taken(dialog, questions, clips, tmp_path):
    assert dialog.preset is not None and dialog.preset.name == "people"
    dialog.data.set_source(str(clips))
    questions.answer("data", look(layout="mgif"))
    assert dialog.preset is not None and dialog.preset.name == "mgif"


def test_a_world_needs_no_first_look_to_start(dialog, questions, qtbot):
    dialog.data.set_source("people")
    assert dialog.name.text() == "People"
    check(dialog, questions, qtbot)
    assert dialog.start_button.isEnabled()
    assert "domain" not in dialog.changes  # the preset's own words are true of its own world


def test_where_a_worlds_characters_are_is_asked_and_remembered(dialog, questions, qtbot, remembered, tmp_path):
    assert dialog.data.cast.isHidden()
    dialog.data.set_source("people")
    assert dialog.data.cast.isVisible() and "--characters" not in questions.last("synth")[1]
    questions.last("synth")[0].failed.emit("kpvp: The world people needs a folder of rigged characters.")
    assert dialog.reason.text() == "The world people needs a folder of rigged characters."
    dialog.data.set_characters(str(tmp_path))
    arguments = questions.last("synth")[1]
    assert arguments[arguments.index("--characters") + 1] == str(tmp_path)
    check(dialog, questions, qtbot)
    assert dialog.start_button.isEnabled() and dialog.changes["data.characters"] == str(tmp_path)
    assert remembered.store.value("training/characters") == str(tmp_path)


def test_the_model_is_called_as_its_folder_until_it_is_called_otherwise(dialog, questions, clips, tmp_path):
    dialog.data.set_source(str(clips))
    assert dialog.name.text() == "My clips"
    (tmp_path / "other").mkdir()
    dialog.data.set_source(str(tmp_path / "other"))
    assert dialog.name.text() == "other"
    dialog.name.setText("Mine")
    dialog.data.set_source(str(clips))
    assert dialog.name.text() == "Mine"


def test_a_check_that_breaks_does_not_stand_in_the_way(ready, questions, qtbot):
    ready._settings_changed()
    qtbot.waitUntil(lambda: not ready.check.waiting)
    questions.checks[-1][0].failed.emit(ValueError("a bug"))
    assert ready.start_button.isEnabled() and "could not be estimated" in ready.reason.text()


def test_the_dialog_fits_a_1280_by_720_screen(ready):
    assert ready.width() <= 1280 and ready.height() <= 700
    assert ready.minimumSizeHint().height() <= 700


def test_presets_and_a_check_come_without_a_process_and_worlds_from_one(qtbot, runs, remembered):
    dialog = TrainingDialog(runs, remembered)
    qtbot.addWidget(dialog)
    dialog.data.set_source("people")
    dialog.show()
    assert not dialog.start_button.isEnabled()
    qtbot.waitUntil(lambda: dialog.preset is not None, timeout=20_000)
    assert dialog.preset is not None and dialog.preset.name == "people"
    qtbot.waitUntil(lambda: "animals" in dialog.data.worlds, timeout=30_000)
    qtbot.waitUntil(lambda: dialog.start_button.isEnabled(), timeout=20_000)
    assert dialog.estimate.text().startswith("About ")
    dialog.reject()


def test_an_answer_about_settings_that_have_changed_since_is_dropped(ready, questions, qtbot):
    ready._settings_changed()
    qtbot.waitUntil(lambda: not ready.check.waiting)
    late = questions.checks[-1][0]
    type_into(ready.form.rows["keypoints.batch"].field, "32")
    late.finished.emit(fine())
    assert not ready.start_button.isEnabled() and "Checking" in ready.reason.text()


def test_a_world_that_was_drawn_shows_its_sheet_and_what_it_left_out(dialog, questions, qtbot):
    from PIL import Image

    dialog.data.set_source("people")
    arguments = questions.last("synth")[1]
    assert "--json" in arguments
    sheet = arguments[arguments.index("--sheet") + 1]
    Image.new("RGB", (8, 8), (0, 200, 0)).save(sheet)
    problems = [{"name": "a/broken.glb", "what": "It has no skeleton.", "remedy": "Repair it."}]
    questions.answer("synth", {"world": "people", "clips": 12, "sheet": sheet, "problems": problems})
    qtbot.waitUntil(lambda: not dialog.data.picture.words)
    assert dialog.data.problems.text() == "Left out: broken.glb: It has no skeleton."
    assert dialog.data.trouble == ""
