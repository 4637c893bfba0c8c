"""What helps: every command by its words, the documents inside, the report for the clipboard."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton

from kpvp_gui import plain_words
from kpvp_gui.dialogs.about import About
from kpvp_gui.dialogs.command_search import CommandSearch
from kpvp_gui.dialogs.help_pages import PAGES, HelpPages

USERS = ("studio", "glossary", "futures", "editing", "projects", "exporting", "training")


@pytest.fixture
def search(window):
    window.helping.find_command()
    return next(child for child in window.children() if isinstance(child, CommandSearch))


def names(search) -> list[str]:
    return [search.list.item(row).text() for row in range(search.list.count())]


def test_every_command_of_every_menu_is_found(window, document):
    found = {name for name, _ in window.menus.all_commands()}
    assert {"File > Open photo", "View > Keypoints", "Play > Next frame", "Help > Find a command"} <= found
    assert {"Model > Action > Squats", "Model > Model > Other"} <= found
    assert any(name.startswith("File > Samples > ") for name in found)
    assert "Edit > Undo" in found and "Play > Play or pause" in found


def test_words_find_a_command_and_enter_does_it(search, document):
    QTest.keyClicks(search.words, "mod oth")
    assert names(search) == ["Model > Model > Other", "Model > Generate another future   Ctrl+G"]
    QTest.keyClick(search.words, Qt.Key.Key_Return)
    assert not search.isVisible() and document.model_entry.name == "other"


def test_a_command_whose_name_begins_so_comes_first_and_down_goes_to_the_next(search, document):
    QTest.keyClicks(search.words, "squ")
    QTest.keyClick(search.words, Qt.Key.Key_Down)
    assert search.list.currentRow() == min(1, search.list.count() - 1)
    search.words.setText("trails")
    assert names(search)[0].startswith("View > Trails")
    QTest.keyClick(search.words, Qt.Key.Key_Return)
    assert "trails" in document.overlays


def test_what_makes_no_sense_now_is_not_offered(search):
    QTest.keyClicks(search.words, "next frame")  # there is no clip
    assert names(search) == [] and search.nothing.isVisible()
    QTest.keyClick(search.words, Qt.Key.Key_Return)
    assert search.isVisible()


def test_two_keys_open_the_search(window):
    find = dict(window.menus.all_commands())["Help > Find a command"]
    assert [keys.toString() for keys in find.shortcuts()] == ["Ctrl+K", "Ctrl+Shift+P"]


def test_help_shows_the_documents_and_links_go_from_page_to_page(qtbot):
    pages = HelpPages()
    qtbot.addWidget(pages)
    pages.show()
    assert pages.list.count() == len(PAGES)
    assert pages.list.item(0).text() == "The studio" and "Ctrl+K" in pages.page.toPlainText()
    assert pages.open_page("training") and "kpvp train" in pages.page.toPlainText()
    pages.page.anchorClicked.emit(QUrl("data.md"))
    assert pages.list.currentItem().data(Qt.ItemDataRole.UserRole) == "data"
    assert not pages.open_page("nowhere")


def test_every_link_between_the_pages_leads_to_one(qtbot):
    pages = HelpPages()
    qtbot.addWidget(pages)
    for name in USERS:
        assert pages.open_page(name)
        for other in re.findall(r"\]\(([a-z_]+)\.md\)", pages._file(name).read_text("utf-8")):
            assert other in PAGES, (name, other)


def test_the_question_mark_beside_a_heading_opens_its_plain_words(window, qtbot):
    next(button for button in window.left.findChildren(QToolButton) if "words mean" in button.toolTip()).click()
    pages = next(child for child in window.children() if isinstance(child, HelpPages))
    assert pages.list.currentItem().text() == "Plain words" and "throw of the dice" in pages.page.toPlainText()
    pages.open_page("glossary", 3)
    first = pages.page.cursorForPosition(QPoint(40, 40)).block()
    assert "Scores" in (first.text(), first.previous().text(), first.next().text())


@pytest.mark.parametrize("language", ("de", "zh_CN"))
def test_the_plain_words_are_there_in_every_language(speak, qtbot, language):
    plain = Path(plain_words.__file__).parents[1] / "docs"
    english, other = (plain / f"glossary{each}.md" for each in ("", f".{language}"))
    for mark in (r"(?m)^## ", r"(?m)^\*\*"):
        assert len(re.findall(mark, english.read_text("utf-8"))) == len(re.findall(mark, other.read_text("utf-8")))
    speak(language)
    pages = HelpPages()
    qtbot.addWidget(pages)
    pages.open_page("glossary")
    assert pages.list.currentItem().text() == other.read_text("utf-8").partition("\n")[0].removeprefix("# ")


def test_a_page_whose_pictures_were_not_installed_has_their_captions(qtbot, tmp_path):
    (tmp_path / "studio.md").write_text("# One\n\n![A person jumps](pictures/none.png)\n", "utf-8")
    pages = HelpPages(folder=tmp_path)
    qtbot.addWidget(pages)
    assert pages.page.toPlainText() == "One\nA person jumps"


def test_without_the_documents_help_says_where_they_should_be(qtbot, tmp_path):
    pages = HelpPages(folder=tmp_path / "gone")
    qtbot.addWidget(pages)
    assert str(tmp_path / "gone") in pages.page.toPlainText()


def test_the_keys_of_the_studio_page_are_those_of_the_menus(window):
    pages = HelpPages()
    text = pages.page.toPlainText()
    keys = {act.shortcut().toString() for _, act in window.menus.all_commands()}
    for written in re.findall(r"\((Ctrl\+\w|F\d)\)", text):
        assert written in keys, written
    assert {"J", "K", "L", "I", "O", "Alt+X"} <= keys


def test_copy_details_puts_the_report_of_the_doctor_on_the_clipboard(qtbot, monkeypatch):
    monkeypatch.setattr("kpvp_gui.dialogs.about.doctor.examine", lambda: {"problems": ["One."]})
    monkeypatch.setattr(
        "kpvp_gui.dialogs.about.doctor.as_text", lambda found: f"kpvp 1\nPROBLEM: {found['problems'][0]}"
    )
    about = About("1")
    qtbot.addWidget(about)
    about.copy.click()
    assert not about.copy.isEnabled()
    qtbot.waitUntil(lambda: about.copy.text() == "Copied")
    text = QApplication.clipboard().text()
    assert text.startswith("kpvp 1\nPROBLEM: One.\nCrash log: ")


def test_about_lists_the_licences_of_all_parts_and_shows_their_texts(qtbot):
    about = About("1.0")
    qtbot.addWidget(about)
    about.show()
    assert about.licences.list.topLevelItemCount() == 0  # many files are read for it: only when it is looked at
    about.pages.setCurrentWidget(about.licences)
    qtbot.waitUntil(lambda: about.licences.list.topLevelItemCount() > 20)
    rows = {
        item.text(0): item
        for i in range(about.licences.list.topLevelItemCount())
        if (item := about.licences.list.topLevelItem(i))
    }
    assert "LGPL" in rows["PySide6"].text(2) and rows["EfficientNet-Lite0, weights"].text(2) == "Apache-2.0"
    about.licences.list.setCurrentItem(rows["platformdirs"])
    assert "Permission is hereby granted" in about.licences.text.toPlainText()
