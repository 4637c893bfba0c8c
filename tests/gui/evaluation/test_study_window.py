"""Ranking at the screen: by mouse and keys, blind, kept at once, and summed up."""

import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QWidget

from engine.errors import StudyError
from engine.study import ratings
from engine.study.study import open_study
from kpvp_gui.evaluation.study_window import StudyWindow
from kpvp_gui.evaluation.windows import EvaluationWindows
from tests.engine.study.conftest import SYSTEMS, study  # noqa: F401
from tests.engine.study.test_study import answer


@pytest.fixture
def window(qtbot, study):  # noqa: F811
    window = StudyWindow(study)
    window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    return window


def begun(qtbot, window, rater="Ann"):
    window.rater.setText(rater)
    window.begin()
    qtbot.waitUntil(lambda: window.next_button.isEnabled())
    return window.row


def drag(row, card, to):
    """A card by the mouse to where another one is."""
    start = card.rect().center()
    end = card.mapFromGlobal(row.mapToGlobal(row.slot(to).center()))
    QTest.mousePress(card, Qt.MouseButton.LeftButton, pos=start)
    for step in range(1, 6):
        point = start + (end - start) * (step / 5)
        # The card has moved below the mouse meanwhile.
        QTest.mouseMove(card, card.mapFromGlobal(row.mapToGlobal(row.slot(to).center())) if step == 5 else point)
    QTest.mouseRelease(card, Qt.MouseButton.LeftButton)


def test_a_clip_dragged_to_the_end_is_the_worst(qtbot, window):
    row = begun(qtbot, window)
    before = row.order
    first = row.cards[0]
    drag(row, first, 2)
    assert row.order == [*before[1:], before[0]]
    assert row.cards[2] is first and first.accessibleName() == "Clip at rank 3 of 3"
    assert [card.geometry() for card in row.cards] == [row.slot(rank) for rank in range(3)]


def test_arrows_and_digits_move_the_clip_that_has_the_focus(qtbot, window):
    row = begun(qtbot, window)
    before = row.order
    card = row.cards[0]
    card.setFocus()
    QTest.keyClick(card, Qt.Key.Key_Right)
    assert row.order == [before[1], before[0], before[2]]
    QTest.keyClick(card, Qt.Key.Key_3)
    assert row.order == [before[1], before[2], before[0]]
    QTest.keyClick(card, Qt.Key.Key_Left)
    QTest.keyClick(card, Qt.Key.Key_Left)
    QTest.keyClick(card, Qt.Key.Key_Left)
    assert row.order == before


def test_clips_play_in_step_and_space_stops_them(qtbot, window):
    row = begun(qtbot, window)
    seen = {id(row.cards[0].shown)}
    qtbot.waitUntil(lambda: seen.add(id(row.cards[0].shown)) or len(seen) > 2)
    QTest.keyClick(row.cards[0], Qt.Key.Key_Space)
    assert not row.playing and window.pause_button.text() == "&Play"
    QTest.keyClick(row.cards[0], Qt.Key.Key_Space)
    assert row.playing


def test_every_ranking_is_on_disk_before_the_next_trial_and_a_rater_goes_on_later(qtbot, window, study):  # noqa: F811
    row = begun(qtbot, window)
    QTest.keyClick(row.cards[0], Qt.Key.Key_2)
    said, trial = row.order, window.waiting[0].id
    QTest.keyClick(row.cards[0], Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.count.text() == "2 of 3")
    (kept,), _ = ratings.read_all(open_study(study.folder))
    assert list(kept.rankings[trial].order) == said and kept.rater == "Ann"
    later = StudyWindow(study)
    qtbot.addWidget(later)
    later.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    begun(qtbot, later)
    assert later.count.text() == "2 of 3" and trial not in [waiting.id for waiting in later.waiting]


def test_after_the_last_trial_the_results_are_those_that_were_said(qtbot, window, study):  # noqa: F811
    owner = {clip.id: clip.system for trial in study.trials for clip in trial.clips}
    row = begun(qtbot, window)
    for left in (2, 1, 0):
        for rank, system in enumerate(SYSTEMS):
            card = next(card for card in row.cards if owner[card.clip_id] == system)
            row.put(card, rank)
        window.confirm()
        qtbot.waitUntil(lambda left=left: len(window.waiting) == left)
        qtbot.waitUntil(lambda left=left: not left or window.next_button.isEnabled())
    assert window.pages.currentWidget() is window.end_page
    window.show_results()
    table = window.results_page.systems
    rows = [[table.item(row, column).text() for column in range(2)] for row in range(table.rowCount())]
    assert rows == [["ours", "1.00"], ["blurred", "2.00"], ["still", "3.00"]]
    assert "1 rater · 3 rankings" in window.results_page.summary.text()


def test_nothing_on_the_screen_says_whose_a_clip_is(qtbot, window):
    row = begun(qtbot, window)
    said = [window.windowTitle(), window.asked.text(), window.count.text()]
    for card in row.cards:
        said += [card.accessibleName(), card.toolTip(), card.objectName(), card.clip_id]
    assert not any(system in text for text in said for system in SYSTEMS)


def test_a_ranking_that_cannot_be_kept_stays_on_the_screen_and_is_reported(qtbot, window, monkeypatch):
    row = begun(qtbot, window)
    order, trial = row.order, window.waiting[0]

    def refuse(*_):
        raise StudyError("The ranking could not be kept: no space.", "Make room.")

    monkeypatch.setattr(ratings, "rank", refuse)
    window.confirm()
    qtbot.waitUntil(lambda: "no space" in window.banner.text)
    assert row.order == order and window.waiting[0] is trial and window.next_button.isEnabled()
    monkeypatch.undo()
    window.confirm()
    qtbot.waitUntil(lambda: trial not in window.waiting)
    assert window.banner.text == ""


def test_rankings_sent_back_and_the_page_and_table_are_a_button_away(qtbot, window, study, tmp_path, monkeypatch):  # noqa: F811
    back = tmp_path / "back.json"
    back.write_text(json.dumps(answer(study, "Eva", "ab" * 8, [SYSTEMS] * 3)))
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(back)], ""))
    targets = iter([tmp_path / "page.html", tmp_path / "ranks.csv"])
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(next(targets)), ""))
    window.show_results()
    buttons = window.results_page.buttons
    buttons["Add rankings"].click()
    qtbot.waitUntil(lambda: "3 rankings" in window.results_page.summary.text())
    buttons["Page for raters"].click()
    qtbot.waitUntil((tmp_path / "page.html").exists)
    buttons["Save table"].click()
    qtbot.waitUntil((tmp_path / "ranks.csv").exists)
    qtbot.waitUntil(lambda: len((tmp_path / "ranks.csv").read_text().splitlines()) == 10)


def test_a_folder_that_holds_no_study_is_reported_in_place(qtbot, document, remembered, tmp_path):
    said = []
    document.message.connect(lambda what, remedy: said.append(what))
    parent = QWidget()
    qtbot.addWidget(parent)
    windows = EvaluationWindows(document, remembered, parent)
    assert windows.open_study(tmp_path) is None
    assert "no study" in said[0]
