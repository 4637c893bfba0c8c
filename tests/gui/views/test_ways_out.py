"""The verdict on a photo comes with buttons that lead on, and figures in it can be clicked."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QToolButton

from engine.models.familiarity import UNKNOWN, VERSION
from engine.models.figures import FoundFigure
from kpvp_gui.views.canvas import Canvas
from tests.gui.conftest import model_entry
from tests.gui.document.test_figure_finding import KNOWN, LEFT, MIDDLE, RIGHT, STRANGE, figure


@pytest.fixture
def searches(document):
    asked = []
    document.finding.requested.connect(asked.append)
    return asked


@pytest.fixture
def canvas(document, engine, remembered, qtbot):
    canvas = Canvas(document, remembered)
    qtbot.addWidget(canvas)
    canvas.resize(800, 450)
    canvas.show()
    return canvas


def found(document, searches, photo, *figures):
    document.take_photo(photo)
    document.finding.figures_arrive(searches[-1], figures)


def press(canvas, text):
    buttons = canvas.familiarity_banner.findChildren(QPushButton)
    [button for button in buttons if button.text() == text][-1].click()  # earlier ones are on their way out


def at(canvas, crop, corner=None):
    """A point within a figure's frame: its middle, or near its corner, where the number is."""
    frame = canvas.photo_crop.figure_rects()[crop]
    return (frame.center() if corner is None else frame.topLeft() + QPointF(*corner)).toPoint()


def test_a_familiar_photo_needs_no_way_out(canvas, document, searches, photo):
    found(document, searches, photo, figure(LEFT))
    assert canvas.familiarity_banner.text == ""
    assert canvas._photo_caption.text().endswith("familiar")


def test_the_caption_says_that_figures_are_looked_for(canvas, document, searches, photo):
    document.take_photo(photo)
    assert "looking for figures" in canvas._photo_caption.text()


def test_what_may_be_a_figure_is_offered_as_a_crop(canvas, document, searches, photo):
    found(document, searches, photo, FoundFigure(MIDDLE, STRANGE), figure(RIGHT, STRANGE))
    model = document.model_entry.card.title
    assert canvas.familiarity_banner.text.startswith(f"This picture is unlike what the model {model} learned from")
    assert canvas.familiarity_banner.ways == ["Crop around the figure", "Try a sample", "Train on my own clips…"]
    press(canvas, "Crop around the figure")
    assert document.crop == RIGHT


def test_nothing_of_the_pictures_is_covered(canvas, document, searches, photo):
    found(document, searches, photo, FoundFigure(MIDDLE, STRANGE), figure(RIGHT, STRANGE))
    QTest.qWait(20)
    banner = canvas.familiarity_banner
    area = QRect(banner.mapTo(canvas, QPoint()), banner.size())
    for view in (canvas.photo_crop, canvas.clip_view):
        shown = QRect(view.mapTo(canvas, QPoint()), view.size())
        assert shown.height() > 100 and not shown.intersects(area)


def test_in_a_narrow_canvas_the_ways_stand_below_each_other_and_are_whole(canvas, document, searches, photo):
    narrowest = canvas.minimumSizeHint().width()
    found(document, searches, photo, FoundFigure(MIDDLE, STRANGE), figure(RIGHT, STRANGE))
    QTest.qWait(20)
    assert canvas.minimumSizeHint().width() == narrowest
    lines = []
    for width in (800, narrowest):
        canvas.resize(width, 600)
        QTest.qWait(20)
        banner = canvas.familiarity_banner
        assert banner.geometry().right() < width
        for button in banner._buttons:
            assert button.width() >= button.sizeHint().width() and banner.rect().contains(button.geometry())
        lines.append(len({button.y() for button in banner._buttons}))
    assert lines[0] < lines[1]


def test_while_a_crop_is_dragged_the_photo_stays_where_it_is(canvas, document, searches, photo):
    found(document, searches, photo, FoundFigure(MIDDLE, STRANGE))
    QTest.qWait(20)
    there, height, banner = canvas.photo_crop.photo_rect(), canvas.photo_crop.height(), canvas.familiarity_banner
    middle = canvas.photo_crop.crop_rect().center().toPoint()
    QTest.mousePress(canvas.photo_crop, Qt.MouseButton.LeftButton, pos=middle)
    document.set_crop(*RIGHT, final=False)
    document.set_familiarity(KNOWN)
    QTest.qWait(20)
    assert banner.isHidden() and canvas.photo_crop.photo_rect() == there
    QTest.mouseRelease(canvas.photo_crop, Qt.MouseButton.LeftButton, pos=middle)
    document.set_familiarity(KNOWN)
    QTest.qWait(300)
    assert canvas.photo_crop.height() > height


def test_a_dismissed_verdict_gives_its_room_back(canvas, document, searches, photo):
    found(document, searches, photo, FoundFigure(MIDDLE, STRANGE))
    QTest.qWait(20)
    before = canvas.clip_view.height()
    canvas.familiarity_banner.findChild(QToolButton).click()
    QTest.qWait(20)
    assert canvas.clip_view.height() > before


def test_another_model_that_knows_the_photo_is_one_click_with_its_crop(canvas, document, searches, photo):
    entry = model_entry("animals")
    document.set_models([*document.models, replace(entry, card=replace(entry.card, familiarity={"version": VERSION}))])
    found(document, searches, photo, FoundFigure(MIDDLE, STRANGE))
    assert "Use Animals" not in canvas.familiarity_banner.ways
    document.finding.others_arrive(searches[-1], ((document.models[-1], figure(LEFT)),))
    press(canvas, "Use Animals")
    assert document.model_entry.name == "animals" and document.crop == LEFT
    document.undo_stack.undo()
    assert document.model_entry.name == "people" and document.crop == MIDDLE


def test_the_authors_weights_are_offered_where_they_are_imported(canvas, document, searches, photo):
    entry = model_entry("penn")
    history = {"imported_from": "the authors' TensorFlow checkpoints"}
    document.set_models([*document.models, replace(entry, card=replace(entry.card, training=history))])
    found(document, searches, photo, FoundFigure(MIDDLE, STRANGE))
    press(canvas, "Use Penn")
    assert document.model_entry.name == "penn"


def test_a_sample_like_the_action_opens(canvas, document, searches, photo, qtbot):
    document.set_action("squats")
    found(document, searches, photo, FoundFigure(MIDDLE, STRANGE))
    press(canvas, "Try a sample")
    qtbot.waitUntil(lambda: document.photo is not photo)
    assert document.photo.name == "squats.png"


def test_training_is_asked_for(canvas, document, searches, photo, qtbot):
    found(document, searches, photo, FoundFigure(MIDDLE, STRANGE))
    with qtbot.waitSignal(canvas.familiarity_banner.train_wanted):
        press(canvas, "Train on my own clips…")


def test_a_model_that_cannot_tell_says_so_once(canvas, document, searches, photo):
    found(document, searches, photo, FoundFigure(MIDDLE, UNKNOWN))
    assert "cannot say" in canvas.familiarity_banner.text
    assert canvas._photo_caption.text().endswith("familiarity unknown")
    found(document, searches, replace(photo, name="another"), FoundFigure(MIDDLE, UNKNOWN))
    assert canvas.familiarity_banner.text == ""


def test_of_several_figures_a_click_on_a_frame_chooses_one(canvas, document, searches, photo):
    found(document, searches, photo, figure(LEFT), figure(RIGHT))
    assert "2 figures" in canvas._photo_caption.text()
    view = canvas.photo_crop
    assert set(view.figure_rects()) == {RIGHT}
    QTest.mouseMove(view, at(canvas, RIGHT))
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=at(canvas, RIGHT))
    assert document.crop == RIGHT and set(view.figure_rects()) == {LEFT}
    assert document.familiarity is None or document.familiarity == KNOWN


def test_page_down_goes_through_the_figures(canvas, document, searches, photo):
    found(document, searches, photo, figure(LEFT), figure(RIGHT))
    crops = []
    for key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
        QTest.keyClick(canvas.photo_crop, key)
        crops.append(document.crop)
    assert crops == [RIGHT, LEFT, RIGHT]


def test_a_drag_across_a_frame_still_moves_the_crop(canvas, document, searches, photo):
    found(document, searches, photo, figure(MIDDLE), figure(RIGHT))
    view = canvas.photo_crop
    start = at(canvas, RIGHT, (30, 30))
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(view, start - QPointF(25, 0).toPoint())
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=start - QPointF(25, 0).toPoint())
    assert document.crop.size == MIDDLE.size and document.crop.x < MIDDLE.x
