"""Futures: a tile per clip, and what can be done with one."""

import pytest
from PySide6.QtCore import QEvent, QItemSelectionModel, QPoint, QPointF, Qt
from PySide6.QtWidgets import QApplication, QInputDialog

from kpvp_gui.dialogs import export_target
from kpvp_gui.futures.futures_panel import Futures
from kpvp_gui.views.gallery import Gallery
from kpvp_gui.views.gallery_model import RECORD
from kpvp_gui.views.gallery_tile import TileDelegate


@pytest.fixture
def gallery(qtbot, document, engine, photo):
    gallery = Gallery(document)
    qtbot.addWidget(gallery)
    gallery.resize(248, 480)
    gallery.show()
    document.set_photo(photo)
    engine.serve_all()
    for _ in range(4):
        document.generate()
        engine.serve_all()
    document.playback.pause()
    QApplication.processEvents()  # which lays the tiles out
    return gallery


@pytest.fixture
def futures(qtbot, gallery, remembered):
    futures = Futures(gallery, remembered)
    qtbot.addWidget(futures)
    futures.resize(248, 520)
    futures.show()
    return futures


def tiles(gallery):
    model = gallery.model()
    return [model.index(row, 0).data(RECORD) for row in range(model.rowCount())]


def place(gallery, row) -> QPoint:
    return gallery.visualRect(gallery.model().index(row, 0)).center()


def hover(gallery, row):
    """A mouse move, as the offscreen platform does not make them."""
    from PySide6.QtGui import QMouseEvent

    at = QPointF(place(gallery, row))
    none = Qt.MouseButton.NoButton
    gallery.mouseMoveEvent(QMouseEvent(QEvent.Type.MouseMove, at, at, none, none, Qt.KeyboardModifier.NoModifier))


def test_five_clips_are_five_tiles_with_the_latest_first(gallery, document):
    assert tiles(gallery) == list(reversed(document.clips))
    assert len(tiles(gallery)) == 5


def test_two_tiles_stand_side_by_side(gallery):
    first, second, third = (place(gallery, row) for row in range(3))
    assert first.y() == second.y() < third.y()
    assert second.x() + 50 < gallery.viewport().width()


def test_clicking_a_tile_shows_its_clip(qtbot, gallery, document):
    wanted = tiles(gallery)[3]
    qtbot.mouseClick(gallery.viewport(), Qt.MouseButton.LeftButton, pos=place(gallery, 3))
    assert document.clips.current is wanted


def test_arrow_keys_go_through_the_clips(qtbot, gallery, document):
    document.select_clip(tiles(gallery)[0].id)
    qtbot.keyClick(gallery, Qt.Key.Key_Right)
    assert document.clips.current is tiles(gallery)[1]
    qtbot.keyClick(gallery, Qt.Key.Key_Down)
    assert document.clips.current is tiles(gallery)[3]


def test_the_clip_on_the_canvas_is_the_current_tile(gallery, document):
    document.select_clip(document.clips[1].id)
    assert gallery.currentIndex().data(RECORD) is document.clips[1]
    assert gallery.tiles.shown is document.clips[1]


def test_a_new_clip_keeps_the_list_where_it_is_and_makes_no_second_selection(gallery, document, engine):
    resets = []
    gallery.model().modelReset.connect(lambda: resets.append(1))
    asked = len(engine.requests)
    document.generate()
    engine.serve_all()
    assert not resets
    assert len(engine.requests) == asked
    assert tiles(gallery)[0] is document.clips[-1]


def test_the_star_on_a_tile_stars_it_and_shows_nothing_else(qtbot, gallery, document):
    record, shown = tiles(gallery)[2], document.clips.current
    rect = gallery.visualRect(gallery.model().index(2, 0))
    qtbot.mouseClick(gallery.viewport(), Qt.MouseButton.LeftButton, pos=TileDelegate.star_rect(rect).center())
    assert record.starred
    assert document.clips.current is shown
    document.undo_stack.undo()
    assert not record.starred


def test_a_tile_plays_under_the_mouse_and_rests_without_it(qtbot, gallery):
    hover(gallery, 1)
    record = tiles(gallery)[1]
    qtbot.waitUntil(lambda: gallery.tiles.playing is not None and gallery.tiles.playing[1] >= 2, timeout=5000)
    assert gallery.tiles.playing[0] is record
    gallery.leaveEvent(QEvent(QEvent.Type.Leave))
    assert gallery.tiles.playing is None
    assert not gallery._player.isActive()


def test_a_tile_paints_what_its_clip_shows(gallery):
    image = gallery.viewport().grab().toImage()
    colour = image.pixelColor(place(gallery, 0) - QPoint(0, 18))
    assert colour.red() == pytest.approx(8 * 16, abs=3)  # the middle frame: see conftest.pixels
    assert colour.green() <= 3


def test_the_menu_reuses_the_inputs_of_a_clip(qtbot, gallery, document, engine):
    record = tiles(gallery)[-1]
    document.set_action("golf_swing")
    engine.serve_all()
    texts = {act.text().replace("&", ""): act for act in gallery.menu(record).actions()}
    texts["Reuse these inputs"].trigger()
    assert document.seed == record.seed
    assert list(document.action_weights) == list(record.action_weights)
    assert document.clips.current is record


def test_the_menu_exports_copies_and_deletes(qtbot, qapp, gallery, document):
    record = tiles(gallery)[1]
    texts = {act.text().replace("&", ""): act for act in gallery.menu(record).actions()}
    with qtbot.waitSignal(gallery.export_wanted) as asked:
        texts["Export..."].trigger()
    assert asked.args == [record.id]
    texts["Copy picture"].trigger()
    assert qapp.clipboard().image().width() == record.frames.shape[2]
    texts["Delete"].trigger()
    assert record not in document.clips
    assert record not in tiles(gallery)
    document.undo_stack.undo()
    assert tiles(gallery)[1] is record


def test_a_dropped_clip_keeps_its_picture_and_is_made_again_when_chosen(qtbot, gallery, document, engine):
    record = tiles(gallery)[4]
    record.drop()
    gallery.viewport().grab()  # painted from the thumbnail
    hover(gallery, 4)
    qtbot.wait(150)
    qtbot.mouseClick(gallery.viewport(), Qt.MouseButton.LeftButton, pos=place(gallery, 4))
    assert engine.requests[-1].id == record.id
    engine.serve_all()
    assert record.frames is not None
    assert len(tiles(gallery)) == 5


def test_hundreds_of_clips_keep_only_a_few_scaled_pictures(gallery, document, engine):
    for _ in range(120):
        document.generate()
        engine.serve_all()
    bar = gallery.verticalScrollBar()
    for value in range(0, bar.maximum(), 100):
        bar.setValue(value)
        gallery.viewport().grab()
    assert len(gallery.tiles._scaled) <= 48


def test_tiles_tell_screen_readers_what_they_are(gallery, document):
    record = tiles(gallery)[0]
    document.star(record.id, True)
    text = gallery.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert text == f"tennis serve, seed {record.seed}, starred"


def test_letters_are_left_to_the_window(qtbot, gallery, document):
    shown = document.clips.current
    qtbot.keyClick(gallery, Qt.Key.Key_T)
    assert document.clips.current is shown


def test_words_find_futures_by_action_and_seed_and_stars_alone_can_be_listed(qtbot, futures, gallery, document, engine):
    document.set_action("squats")
    engine.serve_all()
    squats = document.clips.current
    futures.words.setText(f"squats {squats.seed}")
    assert tiles(gallery) == [squats]
    futures.words.setText("nothing of the kind")
    assert tiles(gallery) == []
    futures.words.clear()
    assert len(tiles(gallery)) == 6
    document.star(document.clips[2].id, True)
    futures.starred_action.trigger()
    assert tiles(gallery) == [document.clips[2]]
    document.star(document.clips[0].id, True)
    assert tiles(gallery) == [document.clips[2], document.clips[0]]


def test_futures_are_listed_in_the_order_that_was_chosen(futures, gallery, document, engine):
    document.set_action("baseball_pitch")
    engine.serve_all()
    document.star(document.clips[1].id, True)
    clips = list(document.clips)
    for order, wanted in (
        ("oldest", clips),
        ("starred", [clips[1], *reversed([c for c in clips if c is not clips[1]])]),
        ("action", list(reversed(clips))),
        ("newest", list(reversed(clips))),
    ):
        futures.order_actions[order].trigger()
        assert tiles(gallery) == wanted, order


def test_several_futures_are_starred_and_deleted_as_one_step_of_undo(qtbot, gallery, document):
    first, second, third = tiles(gallery)[1], tiles(gallery)[2], tiles(gallery)[3]
    before, steps = list(document.clips), document.undo_stack.count()
    control = Qt.KeyboardModifier.ControlModifier
    qtbot.mouseClick(gallery.viewport(), Qt.MouseButton.LeftButton, pos=place(gallery, 1))
    for row in (2, 3):
        qtbot.mouseClick(gallery.viewport(), Qt.MouseButton.LeftButton, control, place(gallery, row))
    assert set(gallery.chosen()) == {first, second, third} and gallery.tiles.several
    commands = {act.text().replace("&", ""): act for act in gallery.menu(second).actions()}
    commands["Star 3 futures"].trigger()
    assert first.starred and second.starred and third.starred
    commands["Delete 3 futures"].trigger()
    assert len(document.clips) == len(before) - 3 and document.undo_stack.count() == steps + 2
    document.undo_stack.undo()
    assert list(document.clips) == before and document.clips.current in (first, second, third)
    document.undo_stack.undo()
    assert not (first.starred or second.starred or third.starred)


def test_the_menu_of_a_tile_that_is_not_chosen_is_its_own(qtbot, gallery, document):
    for row in (1, 2):
        gallery.selectionModel().select(gallery.model().index(row, 0), QItemSelectionModel.SelectionFlag.Select)
    assert len(gallery.chosen()) == 3
    texts = {act.text().replace("&", "") for act in gallery.menu(tiles(gallery)[4]).actions()}
    assert "Export..." in texts


def test_a_future_made_while_ctrl_is_held_is_chosen_alone(qtbot, gallery, document, engine):
    control = Qt.KeyboardModifier.ControlModifier
    for row in (1, 2):
        qtbot.mouseClick(gallery.viewport(), Qt.MouseButton.LeftButton, control, place(gallery, row))
    assert len(gallery.chosen()) == 3
    document.generate()
    engine.serve_all()
    assert gallery.chosen() == [document.clips[-1]] and not gallery.tiles.several


def test_a_future_gets_a_name_which_is_found_undone_and_a_files(document, gallery, futures):
    record = document.clips[1]
    document.rename_clip(record.id, "  Erster\nVersuch: gut ")
    assert record.name == "Erster Versuch: gut" and record in tiles(gallery)
    futures.words.setText("versuch")
    assert tiles(gallery) == [record]
    assert export_target.suggested_name(record.clip, record.name) == "Erster Versuch- gut"
    document.undo_stack.undo()
    assert record.name == "" and document.undo_stack.redoText() == "Rename future"
    steps = document.undo_stack.count()
    document.rename_clip(record.id, " ")
    assert document.undo_stack.count() == steps  # no other name, no step


def test_the_menu_of_a_tile_asks_for_the_name(qtbot, document, gallery):
    record = document.clips[0]
    next(act for act in gallery.menu(record).actions() if act.text() == "Re&name...").trigger()
    question = gallery.findChild(QInputDialog)
    assert question.isVisible()
    question.setTextValue("Sprung")
    question.accept()
    assert record.title == "Sprung"
