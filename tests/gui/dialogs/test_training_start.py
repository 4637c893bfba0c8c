"""What a run starts from, and the preset that it came from."""

from dataclasses import replace
from pathlib import Path

import pytest

from engine.models.library import list_models
from kpvp_gui.dialogs.training_start import StartFrom
from tests.gui.conftest import model_entry
from training.runs.preset_files import presets


@pytest.mark.parametrize("name", ["people", "animals"])
def test_the_bundled_models_came_from_the_presets_of_their_names(qtbot, name):
    models = list_models()
    start = StartFrom(models, ())
    qtbot.addWidget(start)
    start.choose(next(entry.path for entry in models if entry.name == name))
    assert start.preset == name and name in presets()


def test_a_run_came_from_the_preset_in_its_settings(qtbot, tmp_path):
    start = StartFrom((), ())
    qtbot.addWidget(start)
    (tmp_path / "config.toml").write_text('preset = "tiny"\n', "utf-8")
    start.choose(tmp_path)
    assert start.preset == "tiny"


@pytest.mark.parametrize("settings", ["no TOML [", ""])
def test_settings_that_say_nothing_leave_what_the_card_says(qtbot, settings):
    entry = model_entry("kicks")
    entry = replace(entry, card=replace(entry.card, training={"preset": "tiny", "settings": settings}))
    start = StartFrom((entry,), ())
    qtbot.addWidget(start)
    start.choose(entry.path)
    assert start.preset == "tiny"


def test_nothing_and_a_folder_that_is_gone_came_from_no_preset(qtbot):
    start = StartFrom((), ())
    qtbot.addWidget(start)
    assert start.preset == ""
    start.choose(Path("/nowhere/run"))
    assert start.preset == ""


def test_what_a_preset_starts_from_is_suggested_until_somebody_chooses(qtbot):
    models = list_models()
    people, animals = (next(entry.path for entry in models if entry.name == name) for name in ("people", "animals"))
    start = StartFrom(models, ())
    qtbot.addWidget(start)
    start.suggest("people")
    assert start.path == str(people) and start.moves_pixels
    assert start.preset == ""  # a suggestion must not choose the preset in turn
    start.suggest("")
    assert start.path == "" and not start.moves_pixels
    start.suggest("gone")
    assert start.path == ""
    start.choose(animals)
    start.suggest("people")
    assert start.path == str(animals) and start.preset == "animals"


def test_nothing_chosen_by_hand_stays_nothing(qtbot):
    start = StartFrom(list_models(), ())
    qtbot.addWidget(start)
    start.suggest("people")
    start.setCurrentIndex(0)
    start.suggest("people")
    assert start.path == ""
