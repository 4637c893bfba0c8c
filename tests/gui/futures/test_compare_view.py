"""Comparing on screen: from a tile's menu, in three modes, in step with the playhead."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest

from engine.media.photo import read_photo
from kpvp_gui.document.playback import Playback
from kpvp_gui.futures.compare_pictures import DIFFERENCE_GAIN, difference
from kpvp_gui.views.gallery import Gallery

LEFT = Qt.MouseButton.LeftButton


def colour_at(widget, point: QPointF) -> tuple[int, int, int]:
    image = widget.grab().toImage()
    colour = image.pixelColor(point.toPoint())
    return colour.red(), colour.green(), colour.blue()


def test_a_tile_is_compared_with_the_clip_shown(three, middle, qtbot):
    gallery = Gallery(three)
    qtbot.addWidget(gallery)
    gallery.compare_wanted.connect(middle.show_comparison)
    menu = gallery.menu(three.clips[0])
    next(act for act in menu.actions() if act.text() == "Co&mpare").trigger()
    assert three.comparison.records == (three.clips[2], three.clips[0])
    assert middle.pages.currentWidget() is middle.compare
    middle.show_comparison(three.clips[1].id)
    assert three.comparison.records == (three.clips[2], three.clips[0], three.clips[1])


def test_the_button_compares_the_clip_shown_with_the_latest_other(three, middle):
    middle.compare_action.trigger()
    assert three.comparison.records == (three.clips[2], three.clips[1])


def test_all_pictures_follow_the_playhead(three, middle):
    middle.compare_action.trigger()
    playback: Playback = three.playback
    pictures = middle.compare.pictures
    for index in (3, 20):
        playback.set_playhead(index)
        for cell in pictures.cells(2):
            assert colour_at(pictures, cell.center()) == (8 * index, 0, 0)


def test_pictures_are_squares_that_do_not_overlap(three, middle):
    pictures = middle.compare.pictures
    for count in (1, 2, 3, 4, 5):
        cells = pictures.cells(count)
        assert all(cell.width() == cell.height() > 60 for cell in cells)
        assert all(pictures.rect().contains(cell.toRect()) for cell in cells)
        assert not any(a.intersects(b) for i, a in enumerate(cells) for b in cells[:i])


def test_the_cross_takes_a_clip_out(three, middle):
    three.comparison.set_clips(three.clips)
    middle.compare_action.trigger()
    pictures = middle.compare.pictures
    QTest.mouseClick(pictures, LEFT, pos=pictures.cross_rect(1).center().toPoint())
    assert three.comparison.records == (three.clips[0], three.clips[2])


def test_dragging_the_line_of_a_wipe(three, middle):
    middle.compare_action.trigger()
    pictures = middle.compare.pictures
    middle.compare.mode_actions["wipe"].trigger()
    (cell,) = pictures.cells(1)
    start = QPoint(int(cell.left() + cell.width() / 2), int(cell.top() + 20))
    QTest.mousePress(pictures, LEFT, pos=start)
    QTest.mouseMove(pictures, start + QPoint(int(cell.width() / 4), 0))
    QTest.mouseRelease(pictures, LEFT, pos=start)
    assert pictures.dividers == pytest.approx([0.75], abs=0.01)


def test_the_lines_of_a_wipe_do_not_pass_each_other(three, middle):
    three.comparison.set_clips(three.clips)
    middle.compare_action.trigger()
    pictures = middle.compare.pictures
    pictures.set_mode("wipe")
    (cell,) = pictures.cells(1)
    start = QPoint(int(cell.left() + cell.width() / 3), int(cell.top() + 20))
    QTest.mousePress(pictures, LEFT, pos=start)
    QTest.mouseMove(pictures, QPoint(int(cell.right()), start.y()))
    QTest.mouseRelease(pictures, LEFT, pos=start)
    assert pictures.dividers == pytest.approx([2 / 3, 2 / 3])


def test_equal_clips_differ_in_nothing(three, middle):
    middle.compare_action.trigger()
    middle.compare.mode_actions["difference"].trigger()
    pictures = middle.compare.pictures
    assert colour_at(pictures, pictures.cells(1)[0].center()) == (0, 0, 0)


def test_a_difference_is_enlarged_and_never_wraps_round():
    a, b = np.full((4, 4, 3), 10, np.uint8), np.full((4, 4, 3), 14, np.uint8)
    assert (difference(a, b) == 4 * DIFFERENCE_GAIN).all()
    assert (difference(np.zeros_like(a), np.full_like(a, 255)) == 255).all()


def test_another_photo_goes_back_to_the_canvas(three, middle):
    middle.compare_action.trigger()
    three.set_photo(read_photo(np.zeros((80, 80, 3), np.uint8)))
    assert middle.canvas_action.isChecked() and middle.pages.currentWidget() is not middle.compare


def test_what_goes_wrong_is_said_over_the_comparison(three, middle):
    middle.compare_action.trigger()
    three.message.emit("The video cannot be read.", "Try another.")
    assert middle._banner.isVisible()
    middle.canvas_action.trigger()
    assert not middle._banner.isVisible()
