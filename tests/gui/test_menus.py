"""The menu bar: which model is marked, and the list of keys."""

from dataclasses import replace

import pytest

from kpvp_gui.main_window import MainWindow


@pytest.fixture
def window(qtbot, document, remembered):
    window = MainWindow(document, remembered)
    qtbot.addWidget(window)
    return window


def marked(window) -> list[int]:
    return [number for number, act in enumerate(window.menus._model_menu.actions()) if act.isChecked()]


def test_the_chosen_model_is_marked(window, document):
    assert marked(window) == [0]
    document.set_model("other")
    assert marked(window) == [1]
    document.undo_stack.undo()
    assert marked(window) == [0]


def test_of_two_models_with_one_title_only_the_chosen_is_marked(window, document):
    first, second = document.models
    document.set_models([first, replace(second, card=replace(second.card, title=first.card.title))])
    assert marked(window) == [0]
    document.set_model(second.name)
    assert marked(window) == [1]


def test_choosing_from_the_menus_changes_the_document(window, document):
    window.menus._model_menu.actions()[1].trigger()
    assert document.model_entry.name == "other"
    window.menus._action_menu.actions()[1].trigger()
    assert document.inputs.active_actions() == {"waving": 1.0}


def test_the_list_of_keys_names_undo_plainly_whatever_it_would_undo(window, document):
    document.set_action(document.actions[1])
    names = [name for name, _ in window.menus.key_list()]
    assert {"Undo", "Redo", "Open photo", "Play or pause"} <= set(names)
    assert not any(name.startswith("Undo ") for name in names)


def test_undo_in_the_menu_takes_one_step_back(window, document):
    document.set_action(document.actions[1])
    document.set_action(document.actions[2])
    undo = dict(window.menus.all_commands())["Edit > Undo"]
    assert undo.text().replace("&", "") == "Undo Choose action"
    undo.trigger()
    assert document.inputs.active_actions() == {document.actions[1]: 1.0}
