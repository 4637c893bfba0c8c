"""The filmstrip: its cells are the figure's, and its columns move the playhead."""

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt

from engine.formats import paper_figure
from kpvp_gui.views.filmstrip import Filmstrip
from kpvp_gui.widgets import pictures


@pytest.fixture
def strip(qtbot, document, engine, photo):
    document.set_photo(photo)
    engine.serve_all()
    document.playback.pause()
    strip = Filmstrip(document)
    qtbot.addWidget(strip)
    strip.resize(640, 260)
    strip.show()
    settle(qtbot, strip)
    return strip


def settle(qtbot, strip):
    qtbot.waitUntil(lambda: not strip._work.isActive(), timeout=20_000)


def seen(strip, row, column):
    """uint8 [h, w, 3] of a cell as painted."""
    whole = pictures.pixels(strip.grab().toImage())[..., :3]
    rect = strip.cell_rect(row, column)
    return whole[rect.top() : rect.bottom() + 1, rect.left() : rect.right() + 1]


def click(qtbot, strip, column):
    qtbot.mouseClick(strip, Qt.MouseButton.LeftButton, pos=strip.cell_rect(1, column).center())


def test_cells_show_prediction_synthesized_mask_and_keypoints_at_eight_times(strip, document):
    assert strip.times == (4, 8, 12, 16, 20, 24, 28, 32)
    side = strip.cell_rect(0, 0).width()
    for row, name in enumerate(paper_figure.ROWS):
        for column in (2, 7):
            wanted = paper_figure.cell(document.clips.current, name, strip.times[column] - 1, side)
            middle = slice(side // 4, -side // 4)
            difference = seen(strip, row, column)[middle, middle].astype(int) - wanted[middle, middle]
            assert np.abs(difference).max() <= 2, (name, column)


def test_columns_appear_as_their_frames_arrive(qtbot, strip, document, engine):
    document.generate()
    request = engine.requests[-1]
    engine.begin(request)
    engine.frames(request, 0, 9)
    settle(qtbot, strip)
    shown = {time for _, time in strip._cells}
    assert shown == {4, 8}
    engine.frames(request, 9, 32)
    settle(qtbot, strip)
    assert {time for _, time in strip._cells} == set(strip.times)


def test_clicking_a_column_goes_to_its_frame_and_stops_playing(qtbot, strip, document):
    document.playback.play()
    click(qtbot, strip, 4)
    assert document.playback.playhead == 19
    assert not document.playback.playing


def test_dragging_over_the_columns_scrubs(qtbot, strip, document):
    qtbot.mousePress(strip, Qt.MouseButton.LeftButton, pos=strip.cell_rect(0, 0).center())
    qtbot.mouseMove(strip, strip.cell_rect(0, 6).center())
    qtbot.mouseRelease(strip, Qt.MouseButton.LeftButton, pos=strip.cell_rect(0, 6).center())
    assert document.playback.playhead == 27
    qtbot.mouseMove(strip, strip.cell_rect(0, 1).center())
    assert document.playback.playhead == 27


def test_the_labels_at_the_left_are_no_column(strip):
    assert strip.column_at(QPointF(20, 100)) is None
    assert strip.column_at(QPointF(strip.cell_rect(0, 3).center())) == 3


@pytest.mark.parametrize(
    ("playhead", "key", "expected"),
    [
        (5, Qt.Key.Key_Right, 7),
        (7, Qt.Key.Key_Right, 11),
        (31, Qt.Key.Key_Right, 31),
        (5, Qt.Key.Key_Left, 3),
        (0, Qt.Key.Key_Left, 3),
        (5, Qt.Key.Key_End, 31),
    ],
)
def test_keys_step_from_column_to_column(qtbot, strip, document, playhead, key, expected):
    document.playback.set_playhead(playhead)
    qtbot.keyClick(strip, key)
    assert document.playback.playhead == expected


def test_the_marked_column_is_the_one_the_playhead_runs_towards(strip, document):
    marked = []
    for playhead in (0, 3, 4, 30):
        document.playback.set_playhead(playhead)
        marked.append(strip.times[strip._column])
    assert marked == [4, 4, 8, 32]


def test_hiding_rows_makes_the_others_larger(qtbot, strip):
    strip.resize(1000, 200)
    before = strip.cell_rect(0, 0).width()
    strip.row_actions["synthesized"].setChecked(False)
    strip.row_actions["mask"].setChecked(False)
    settle(qtbot, strip)
    assert strip.rows == ("prediction", "keypoints")
    assert strip.cell_rect(0, 0).width() > before * 1.5


def test_the_last_row_cannot_be_hidden(strip):
    for act in strip.row_actions.values():
        act.setChecked(False)
    assert len(strip.rows) == 1


def test_cells_fit_into_the_strip_at_any_size(strip):
    for width, height in ((480, 160), (640, 240), (1400, 400)):
        strip.resize(width, height)
        last = strip.cell_rect(len(strip.rows) - 1, 7)
        assert last.right() < width
        assert last.bottom() < height


def test_the_figure_can_be_copied(qtbot, strip, qapp):
    qapp.clipboard().clear()
    strip.copy_picture()
    qtbot.waitUntil(lambda: not qapp.clipboard().image().isNull(), timeout=20_000)
    image = qapp.clipboard().image()
    assert image.width() > 8 * 128
    assert image.height() > 4 * 128


def test_without_a_clip_there_is_nothing_to_copy_or_save(qtbot, document):
    strip = Filmstrip(document)
    qtbot.addWidget(strip)
    strip._enable_actions()
    assert not strip.copy_action.isEnabled()
    assert not strip.save_action.isEnabled()


def test_the_playhead_paints_the_columns_it_left_and_came_to_alone(qtbot, strip, document, monkeypatch):
    document.playback.pause()
    document.playback.set_playhead(0)
    strip.show()
    qtbot.waitExposed(strip)
    qtbot.wait(50)
    painted, paint = [], Filmstrip._paint_column
    monkeypatch.setattr(
        Filmstrip, "_paint_column", lambda s, p, column, t: painted.append(column) or paint(s, p, column, t)
    )
    document.playback.set_playhead(31)
    qtbot.waitUntil(lambda: 7 in painted)
    assert set(painted) <= {0, 1, 6, 7}  # beside each the one that its frame touches
