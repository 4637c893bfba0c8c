"""Keys of commands: changed, conflicts said, put back, and still there at the next start."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from kpvp_gui.dialogs.key_editor import KeyEditor
from kpvp_gui.dialogs.keys import Keys
from kpvp_gui.main_window import MainWindow

NEXT, EXPORT, FIND, STAR = "next-frame", "export-clip", "find-a-command", "star-this-future"


@pytest.fixture
def editor(qtbot, window):
    window.helping.change_keys()
    editor = next(child for child in window.children() if isinstance(child, KeyEditor))
    qtbot.waitExposed(editor)
    return editor


def press(editor, name: str, key, modifiers=Qt.KeyboardModifier.NoModifier) -> None:
    editor.choose(name)
    editor.field.setFocus()
    QTest.keyClick(editor.field, key, modifiers)


def key_of(window, name: str) -> str:
    return window.shortcuts.key(name).toString()


def test_a_key_that_is_pressed_is_the_command_s_at_once_and_its_tooltip_and_lists_say_so(window, editor):
    press(editor, STAR, Qt.Key.Key_Y)
    assert key_of(window, STAR) == "Y" and window.menus.star.toolTip() == "Star this future  (Y)"
    assert ("Star this future", "Y") in window.menus.key_list()
    row = next(item for item in editor._items() if item.text(0) == "Edit > Star this future")
    assert row.text(1) == "Y" and editor.reset.isEnabled() and editor.name == STAR


def test_a_key_of_another_command_is_taken_only_when_that_is_wanted(window, editor):
    press(editor, STAR, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    assert key_of(window, STAR) == "S" and key_of(window, EXPORT) == "Ctrl+E"
    assert "Ctrl+E belongs to File > Export clip" in editor.conflict.text() and editor.take.isVisible()
    editor.take.click()
    assert key_of(window, STAR) == "Ctrl+E" and key_of(window, EXPORT) == ""
    assert not editor.take.isVisible() and not editor.conflict.text()


def test_a_command_can_do_without_a_key(window, editor):
    editor.choose(STAR)
    editor.none.click()
    assert key_of(window, STAR) == "" and window.menus.star.toolTip() == "Star this future"
    assert not editor.none.isEnabled() and editor.reset.isEnabled()


def test_keys_that_do_something_else_cannot_be_had(window, editor):
    for key, use in ((Qt.Key.Key_3, "choosing an action"), (Qt.Key.Key_F, "the menu File")):
        press(editor, STAR, key, Qt.KeyboardModifier.AltModifier)
        assert use in editor.conflict.text() and not editor.take.isVisible()
        assert key_of(window, STAR) == "S"


def test_reset_gives_a_command_all_the_keys_it_came_with(window, editor):
    press(editor, FIND, Qt.Key.Key_F9)
    press(editor, STAR, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert key_of(window, FIND) == "F9" and key_of(window, STAR) == "Ctrl+Shift+P"
    editor.choose(FIND)
    editor.reset.click()
    assert [key.toString() for key in window.shortcuts.commands[FIND].shortcuts()] == ["Ctrl+K", "Ctrl+Shift+P"]
    assert key_of(window, STAR) == ""  # it had one of them
    editor.reset_all.click()
    assert key_of(window, STAR) == "S" and not window.remembered.changed_keys


def test_changed_keys_are_there_at_the_next_start_and_no_key_is_one_too(qtbot, window, document, remembered):
    window.shortcuts.give(NEXT, QKeySequence("D"))
    window.shortcuts.give(STAR, QKeySequence())
    again = MainWindow(document, remembered)
    qtbot.addWidget(again)
    assert key_of(again, NEXT) == "D" and key_of(again, STAR) == "" and key_of(again, EXPORT) == "Ctrl+E"


@pytest.mark.parametrize("text", ["{", "[]", '{"Play > Next frame": 3, "Nowhere": "X", "File > Export clip": "Alt+F"}'])
def test_what_was_spoilt_in_the_settings_changes_no_key_but_its_own(qtbot, document, remembered, text):
    remembered.changed_keys = text
    window = MainWindow(document, remembered)
    qtbot.addWidget(window)
    assert key_of(window, EXPORT) == "Ctrl+E" and key_of(window, STAR) == "S"


def test_a_changed_key_of_the_playhead_moves_it(window, playing):
    window.shortcuts.give(NEXT, QKeySequence("D"))
    window.canvas.clip_view.setFocus()
    QTest.keyClick(window.canvas.clip_view, Qt.Key.Key_D)
    assert playing.playback.playhead == 1
    QTest.keyClick(window.canvas.clip_view, Qt.Key.Key_Right)
    assert playing.playback.playhead == 1


def test_words_find_a_command_or_a_key(editor):
    editor.words.setText("ctrl+e")
    assert [item.text(0) for item in editor._items() if not item.isHidden()] == ["File > Export clip"]


def test_the_page_of_keys_shows_the_actual_ones_and_leads_to_changing_them(qtbot, window):
    window.shortcuts.give(NEXT, QKeySequence("D"))
    window.helping.show_keys()
    page = next(child for child in window.children() if isinstance(child, Keys))
    assert "D" in [label.text() for label in page.findChildren(QLabel)]
    assert page.sizeHint().width() < 1200  # it is a page for small screens, too
    page.change.click()
    assert not page.isVisible()
    assert any(isinstance(each, KeyEditor) and each.isVisible() for each in QApplication.topLevelWidgets())
