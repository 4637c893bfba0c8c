"""In every language, all words of the window and its dialogs can be read where there is least room."""

import re
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QScrollArea, QToolButton, QWidget

from kpvp_gui.background.child_question import ChildQuestion
from kpvp_gui.dialogs.about import About
from kpvp_gui.dialogs.export import ExportDialog
from kpvp_gui.dialogs.keys import Keys
from kpvp_gui.dialogs.settings import SettingsDialog
from kpvp_gui.dialogs.training import TrainingDialog
from kpvp_gui.main_window import MainWindow
from kpvp_gui.runs.runs import TrainingRuns
from tests.gui.conftest import model_entry
from tests.gui.described import fine, look
from training.runs.schema import schema

LANGUAGES = ("de", "zh_CN")
SMALLEST = QSize(900, 600)
_UNBROKEN = re.compile(r"[^\s\u2e80-\uffef]+|$")  # Chinese goes to the next line anywhere


@pytest.fixture(params=LANGUAGES)
def spoken(request, speak):
    speak(request.param)


@pytest.mark.parametrize("size", [SMALLEST, QSize(1280, 720)])
def test_nothing_in_the_window_is_cut_off(spoken, qtbot, playing, remembered, size):
    window = MainWindow(playing, remembered)
    check(qtbot, window, size)
    for act in window.middle.actions_in_order:
        act.trigger()
        assert not cut(window), act.text()


def test_nothing_in_an_empty_window_is_cut_off(spoken, qtbot, document, remembered):
    check(qtbot, MainWindow(document, remembered))


def test_the_list_of_keys_fits_a_small_screen(spoken, qtbot, window, monkeypatch):
    small = SimpleNamespace(availableGeometry=lambda: QRect(QPoint(), SMALLEST))
    monkeypatch.setattr(Keys, "screen", lambda _: small)
    keys = Keys(window.menus.key_list())
    qtbot.addWidget(keys)
    keys.show()
    assert keys.width() <= SMALLEST.width() and keys.height() <= SMALLEST.height()
    assert not cut(keys)


def test_nothing_in_about_is_cut_off(spoken, qtbot):
    about = About("1.0")
    check(qtbot, about)
    about.pages.setCurrentWidget(about.licences)
    assert not cut(about)


def test_nothing_in_the_settings_is_cut_off(spoken, qtbot, remembered):
    check(qtbot, SettingsDialog(remembered))


def test_nothing_in_an_export_is_cut_off(spoken, qtbot, playing, engine, remembered):
    dialog = ExportDialog(playing, playing.clips.current, remembered)
    check(qtbot, dialog)
    for kind in range(dialog.form.format.count()):
        dialog.form.format.setCurrentIndex(kind)
        assert not cut(dialog), dialog.form.format.currentText()


def test_nothing_in_a_training_is_cut_off(spoken, qtbot, remembered, monkeypatch, tmp_path):
    monkeypatch.setenv("KPVP_RUNS_DIR", str(tmp_path / "runs"))
    monkeypatch.setattr(ChildQuestion, "ask", lambda *_: None)
    dialog = TrainingDialog(TrainingRuns(), remembered, (model_entry("people"),), schema=schema())
    dialog.data.set_worlds(("people", "animals"))
    check(qtbot, dialog)
    dialog.data.set_source("people")
    dialog.check.withdraw()
    dialog.check.answered.emit(fine())
    assert not cut(dialog)
    dialog.data.set_source(str(tmp_path))
    dialog.data._looked(look())
    dialog.check.withdraw()
    for preset in range(dialog.presets.count()):
        dialog.presets.setCurrentRow(preset)
        assert not cut(dialog), preset
    assert dialog.form is not None
    for section in dialog.form._folds:
        dialog.form.unfold(section)
    assert not cut(dialog)


def check(qtbot, window, size=SMALLEST):
    qtbot.addWidget(window)
    window.resize(size)
    window.show()
    assert window.size() == size
    assert not cut(window)


def cut(window) -> list[str]:
    """What is not shown whole, in its own room or that of what it lies in."""
    for _ in range(3):  # what was said last has its room only when that has gone up and down the layouts
        QApplication.processEvents()
    found = []
    for widget in window.findChildren(QWidget):
        if not isinstance(widget, QAbstractButton | QLabel | QComboBox) or not widget.isVisible() or not words(widget):
            continue
        room = widget.visibleRegion().boundingRect()
        if room.isEmpty():  # scrolled out of sight
            continue
        hidden = (room.left() > 0 or room.width() < widget.width()) and not scrolls(widget)
        if lacks(widget) or hidden:
            found.append(f"{words(widget)!r}: {room.width()} x {widget.height()} of {widget.sizeHint()}")
    return found


def scrolls(widget) -> bool:
    """Whether the rest of it can be scrolled into sight."""
    areas = (each for each in ancestors(widget) if isinstance(each, QScrollArea))
    return any(area.horizontalScrollBar().maximum() > 0 for area in areas)


def ancestors(widget):
    while (widget := widget.parentWidget()) is not None:
        yield widget


def words(widget) -> str:
    if isinstance(widget, QToolButton) and widget.toolButtonStyle().name == "ToolButtonIconOnly":
        return ""
    return widget.currentText() if isinstance(widget, QComboBox) else widget.text()


def lacks(widget) -> bool:
    """Whether the words of a widget need more room than it has."""
    if isinstance(widget, QComboBox):
        return widget.fontMetrics().horizontalAdvance(widget.currentText()) > widget.width() - 24
    if isinstance(widget, QLabel):
        if type(widget) is not QLabel:  # which says with "…" that it has more
            return False
        if widget.wordWrap():
            longest = max(widget.fontMetrics().horizontalAdvance(word) for word in _UNBROKEN.findall(widget.text()))
            return widget.height() < widget.heightForWidth(widget.width()) or longest > widget.width()
    return widget.width() < widget.sizeHint().width()
