"""The grid on screen: it fills when it is looked at, plays in step, and takes clicks and keys."""

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest

from engine.media.photo import read_photo
from kpvp_gui.futures.futures_grid import SIDE
from kpvp_gui.futures.grid_cells import caption_lines
from kpvp_gui.futures.middle import Middle
from kpvp_gui.views.canvas import Canvas
from tests.gui.futures.test_futures_grid import GridEngine

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def answers(three):
    return GridEngine(three.grid)


@pytest.fixture
def middle(qtbot, three, remembered, answers):
    middle = Middle(three, Canvas(three, remembered))
    qtbot.addWidget(middle)
    middle.resize(800, 420)
    middle.show()
    middle.grid_action.trigger()
    answers.serve_all()
    three.playback.pause()
    return middle


def test_opening_it_fills_it_from_the_seed_shown(three, middle):
    assert len(three.grid.cells) == SIDE * SIDE and three.grid.missing == 0
    assert three.grid.cells[0].inputs.seed == three.seed == 2


def test_all_cells_follow_the_playhead(three, middle):
    cells = middle.grid.cells
    for index in (4, 19):
        three.playback.set_playhead(index)
        image = cells.grab().toImage()
        for position in range(SIDE * SIDE):
            assert image.pixelColor(cells.rect_of(position).center().toPoint()).red() == 8 * index


def test_a_click_keeps_a_future(three, middle):
    cells = middle.grid.cells
    cell = three.grid.cells[6]
    QTest.mouseClick(cells, LEFT, pos=cells.rect_of(6).center().toPoint())
    assert cell.kept and three.clips.current is cell.record


def test_its_button_shows_more_like_it(three, middle, answers):
    cells, cell = middle.grid.cells, three.grid.cells[6]
    QTest.mouseClick(cells, LEFT, pos=cells.more_rect(6).center().toPoint())
    assert not cell.kept
    assert three.grid.cells[0].inputs is cell.inputs and three.grid.title == "More like the first one"


def test_arrows_and_enter_keep_one_and_m_shows_more(three, middle):
    cells = middle.grid.cells
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Right):
        QTest.keyClick(cells, key)
    chosen = three.grid.cells[2]
    QTest.keyClick(cells, Qt.Key.Key_Return)
    assert chosen.kept
    QTest.keyClick(cells, Qt.Key.Key_M)
    assert three.grid.cells[0].inputs is chosen.inputs


def test_a_cell_says_what_it_is_and_its_button_what_it_does(three, middle, monkeypatch):
    cells, said = middle.grid.cells, []
    monkeypatch.setattr("kpvp_gui.futures.grid_cells.QToolTip.showText", lambda _at, text, _on: said.append(text))
    for rect in (cells.rect_of(5), cells.more_rect(5)):
        at = rect.center().toPoint()
        cells.event(QHelpEvent(QEvent.Type.ToolTip, at, cells.mapToGlobal(at)))
    assert said == ["pull ups · seed 3: click to keep", "More like this  (M)"]


def test_sixteen_seeds_of_the_chosen_action(three, middle):
    middle.grid.seeds_action.trigger()
    assert [cell.inputs.seed for cell in three.grid.cells] == list(range(2, 18))
    assert len({tuple(cell.inputs.active_actions()) for cell in three.grid.cells}) == 1


def test_new_seeds_are_others(three, middle):
    before = [cell.inputs.seed for cell in three.grid.cells]
    middle.grid.new_action.trigger()
    assert [cell.inputs.seed for cell in three.grid.cells] != before


def test_another_crop_makes_them_anew(three, middle):
    old = three.grid.cells
    three.set_crop(0, 0, 60)
    assert three.grid.cells and all(cell not in old for cell in three.grid.cells)
    assert {cell.inputs.crop for cell in three.grid.cells} == {three.crop}


def test_another_photo_forgets_them(three, middle):
    three.set_photo(read_photo(np.zeros((80, 80, 3), np.uint8)))
    assert middle.canvas_action.isChecked()
    assert all(cell.inputs.photo is three.photo for cell in three.grid.cells)


def test_the_order_is_chosen_in_the_box(three, middle):
    order = middle.grid.order
    order.setCurrentIndex(1)
    order.activated.emit(1)
    assert three.grid.order == "most motion"


def test_cells_lie_within_the_view_at_any_size(three, middle):
    cells = middle.grid.cells
    for size in ((300, 300), (800, 300), (500, 700)):
        cells.resize(*size)
        rects = [cells.rect_of(i) for i in range(SIDE * SIDE)]
        assert all(cells.rect().contains(rect.toRect()) for rect in rects)
        assert not any(a.intersects(b) for i, a in enumerate(rects) for b in rects[:i])
        assert cells.cell_at(QPointF(rects[9].center())) == 9


def test_without_a_photo_it_says_what_is_missing(qtbot, document, remembered):
    said = []
    document.message.connect(lambda what, _remedy: said.append(what))
    middle = Middle(document, Canvas(document, remembered))
    qtbot.addWidget(middle)
    middle.show()
    middle.grid_action.trigger()
    assert said == ["There is no photo yet."]


def test_a_long_action_has_two_lines_on_a_small_picture_and_is_not_cut():
    def width(text: str) -> int:
        return 6 * len(text)

    assert caption_lines("clean and jerk", "seed 3", 76, width) == (["clean and", "jerk"], "3")
    assert caption_lines("clean and jerk", "seed 3", 150, width) == (["clean and jerk"], "seed 3")
    assert caption_lines("squats", "seed 3", 76, width) == (["squats"], "3")
    assert caption_lines("pommelling", "seed 12345", 76, width) == (
        ["pommelling"],
        "12345",
    )  # one word cannot be parted
