"""The canvas by mouse and keys: crop, zoom, keypoints, overlays, banners."""

from dataclasses import replace
from typing import Any, cast

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QToolButton

from engine.models.familiarity import Familiarity
from kpvp_gui.document.inputs import Kind
from kpvp_gui.views.canvas import Canvas
from kpvp_gui.views.clip_picture import NOTHING_SHOWN
from kpvp_gui.views.samples import sample_paths
from kpvp_gui.widgets.pictures import PICTURE_MARGIN

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def canvas(qtbot, document, remembered):
    canvas = Canvas(document, remembered)
    qtbot.addWidget(canvas)
    canvas.resize(900, 460)
    canvas.show()
    return canvas


@pytest.fixture
def shown(canvas, document, engine, photo):
    """The canvas with a paused clip."""
    document.set_photo(photo)
    engine.serve_all()
    document.playback.pause()
    return canvas


def drag(widget, start: QPointF, stop: QPointF, steps: int = 5) -> None:
    QTest.mousePress(widget, LEFT, pos=start.toPoint())
    for step in range(1, steps + 1):
        QTest.mouseMove(widget, (start + (stop - start) * step / steps).toPoint())
    QTest.mouseRelease(widget, LEFT, pos=stop.toPoint())


def colour_at(widget, point: QPointF) -> tuple[int, int, int]:
    return widget.grab().toImage().pixelColor(point.toPoint()).getRgb()[:3]


def test_the_empty_canvas_invites_and_a_photo_replaces_the_invitation(canvas, document, photo):
    assert canvas.samples.isVisible()
    document.set_photo(photo)
    assert not canvas.samples.isVisible()
    assert canvas.photo_crop.isVisible() and canvas.clip_view.isVisible()


def test_the_samples_are_those_of_the_models_world_or_the_default_models(canvas, document):
    assert {path.parent.name for path in canvas.samples.paths} == {"people"}
    entry = document.model_entry
    folder = canvas.samples.paths[0].parents[1]
    for world, shown in (("people", "people"), ("unheard of", "people"), ("", "people")):
        own = replace(entry, card=replace(entry.card, world={"name": world} if world else {}))
        assert {path.parent for path in sample_paths(own)} == {folder / shown}


def test_dragging_the_square_moves_the_crop_in_one_step_and_makes_one_clip(shown, document, engine):
    crop, steps = document.crop, document.undo_stack.count()
    view = shown.photo_crop
    start = view.crop_rect().center()
    drag(view, start, start - QPointF(40, 0))
    assert document.crop.x < crop.x - 5 and document.crop.size == crop.size
    assert document.undo_stack.count() == steps + 1
    assert [r.kind for r in engine.requests].count(Kind.GENERATE) == 1


def test_pulling_a_corner_resizes_about_the_opposite_one(shown, document):
    crop, view = document.crop, shown.photo_crop
    rect = view.crop_rect()
    drag(view, rect.bottomRight(), rect.center())
    assert (document.crop.x, document.crop.y) == (crop.x, crop.y)
    assert abs(document.crop.size - crop.size / 2) <= 2


def test_drawing_outside_of_the_square_makes_a_new_one(shown, document):
    view = shown.photo_crop
    photo = view.photo_rect()
    drag(view, photo.topLeft() + QPointF(3, 3), photo.topLeft() + QPointF(63, 63))
    assert document.crop.x <= 2 and document.crop.y <= 2
    assert document.crop.size < 60


def test_a_click_on_the_photo_changes_nothing(shown, document, engine):
    crop = document.crop
    QTest.mouseClick(shown.photo_crop, LEFT, pos=(shown.photo_crop.photo_rect().topLeft() + QPointF(4, 9)).toPoint())
    assert document.crop == crop and not engine.requests


def test_arrow_keys_move_the_crop_and_make_one_clip_when_they_rest(shown, document, engine, qtbot):
    crop = document.crop
    for _ in range(3):
        QTest.keyClick(shown.photo_crop, Qt.Key.Key_Left)
    assert document.crop.x < crop.x
    qtbot.waitUntil(lambda: any(r.kind is Kind.GENERATE for r in engine.requests), timeout=2000)
    assert [r.kind for r in engine.requests] == [Kind.PREVIEW] * 3 + [Kind.GENERATE]


def test_minus_makes_the_crop_smaller(shown, document):
    size = document.crop.size
    QTest.keyClick(shown.photo_crop, cast(Any, "-"))
    assert document.crop.size < size


def test_the_frame_at_the_playhead_is_painted(shown, document):
    centre = shown.clip_view.image_rect().center()
    document.playback.set_playhead(20)
    assert colour_at(shown.clip_view, centre)[0] == 160
    document.playback.set_playhead(2)
    assert colour_at(shown.clip_view, centre)[0] == 16


def test_synthesized_covers_the_frame_and_with_neither_the_mask_is_seen(shown, document):
    view, rect = shown.clip_view, shown.clip_view.image_rect()
    left, right = rect.center() - QPointF(60, 0), rect.center() + QPointF(60, 0)
    document.playback.set_playhead(20)
    document.set_overlays(document.overlays ^ {"synthesized"})
    assert colour_at(view, right) == (0, 0, 160)
    document.set_overlays({"mask"})
    assert colour_at(view, left) == (255, 255, 255)
    assert colour_at(view, right) == (0, 0, 0)
    document.set_overlays({"frame", "mask"})
    assert colour_at(view, left)[0] < 0.6 * colour_at(view, right)[0]


def test_clicking_a_keypoint_selects_it_ctrl_adds_and_the_background_clears(shown, document):
    view = shown.clip_view
    document.set_overlays({"frame", "keypoints"})
    document.clips.current.keypoints = np.random.default_rng(3).uniform(-0.9, 0.9, (32, 10, 2)).astype(np.float32)
    points = view.keypoint_positions(document.playback.playhead)
    QTest.mouseClick(view, LEFT, pos=QPointF(*points[4]).toPoint())
    assert document.selection == {4}
    QTest.mouseClick(view, LEFT, Qt.KeyboardModifier.ControlModifier, QPointF(*points[7]).toPoint())
    assert document.selection == {4, 7}
    QTest.mouseClick(view, LEFT, pos=QPoint(2, 2))
    assert document.selection == frozenset()


def test_brackets_go_through_the_keypoints(shown, document):
    for key, expected in (("]", {0}), ("]", {1}), ("[", {0}), ("[", {9})):
        QTest.keyClick(shown.clip_view, cast(Any, key))
        assert document.selection == expected
    QTest.keyClick(shown.clip_view, Qt.Key.Key_Escape)
    assert document.selection == frozenset()


def test_keypoints_are_painted_in_their_colours_where_they_are(shown, document):
    from engine.overlay import keypoint_colours

    document.set_overlays({"frame", "keypoints"})
    keypoints = np.zeros((32, 10, 2), np.float32)
    keypoints[:, :, 0] = np.linspace(-0.9, 0.9, 10)
    document.clips.current.keypoints = keypoints
    shown.clip_view.update()
    for position, colour in zip(shown.clip_view.keypoint_positions(0), keypoint_colours(10), strict=True):
        painted = np.array(colour_at(shown.clip_view, QPointF(*position)))
        assert np.abs(painted - colour).max() <= 3


def test_one_to_one_shows_screen_pixels_and_fit_brings_the_whole_back(shown):
    shown.actual_size_action.trigger()
    assert shown.clip_view.image_rect().width() == 64 / shown.devicePixelRatio()
    shown.actual_size_action.trigger()
    assert shown.clip_view.zoom == 0
    assert shown.clip_view.image_rect().height() == pytest.approx(shown.clip_view.height() - 2 * PICTURE_MARGIN)


def test_zooming_keeps_the_point_under_the_mouse(shown):
    view = shown.clip_view
    point = view.image_rect().center() + QPointF(50, 30)
    before = (point - view.image_rect().topLeft()) / view.image_rect().width()
    view.set_zoom(10, point)
    after = (point - view.image_rect().topLeft()) / view.image_rect().width()
    assert (before - after).manhattanLength() < 0.01


def test_with_everything_switched_off_the_picture_says_how_to_get_the_clip_back(shown, document):
    shown.clip_view.resize(360, 360)

    def colours() -> int:
        image = shown.clip_view.grab(shown.clip_view.image_rect().toAlignedRect().adjusted(4, 4, -4, -4)).toImage()
        return len({image.pixel(x, y) for x in range(image.width()) for y in range(0, image.height(), 2)})

    document.set_overlays(())
    assert colour_at(shown.clip_view, shown.clip_view.image_rect().topLeft() + QPointF(3, 3)) == (12, 13, 16)
    assert colours() > 1  # words on it
    assert shown.overlay_actions["frame"].shortcut().toString() == "5" and "(5)" in NOTHING_SHOWN


def test_a_narrow_canvas_shows_its_switches_without_words(shown, qtbot):
    assert shown.minimumSizeHint().width() <= 534  # what is left of 900 pixels
    buttons = [b for b in shown.findChildren(QToolButton) if b.defaultAction() in shown.overlay_actions.values()]
    style = Qt.ToolButtonStyle
    for width, wanted in ((534, style.ToolButtonIconOnly), (1000, style.ToolButtonTextBesideIcon)):
        shown.resize(width, 460)
        QApplication.processEvents()
        assert {button.toolButtonStyle() for button in buttons} == {wanted} and len(buttons) == 5


def test_samples_are_smaller_where_there_is_little_room(canvas):
    canvas.resize(520, 346)
    QApplication.processEvents()
    tiles = [
        each for each in canvas.samples.findChildren(QAbstractButton) if each.accessibleName().startswith("Sample ")
    ]
    assert len(tiles) == 9
    assert all(canvas.rect().contains(QRect(tile.mapTo(canvas, QPoint(0, 0)), tile.size())) for tile in tiles)
    small = tiles[0].width()
    canvas.resize(900, 600)
    QApplication.processEvents()
    assert tiles[0].width() > small


def test_the_switches_and_the_document_agree(shown, document):
    shown.overlay_actions["trails"].trigger()
    assert "trails" in document.overlays
    document.set_overlays(document.overlays ^ {"trails"})
    assert not shown.overlay_actions["trails"].isChecked()


def test_what_went_wrong_is_said_in_place_until_dismissed(shown, document):
    document.message.emit("It is cut off.", "Download it again.")
    assert shown.error_banner.text == "It is cut off. Download it again."
    shown.error_banner.findChild(QToolButton).click()
    assert shown.error_banner.text == ""


def test_an_unfamiliar_photo_is_told_and_the_next_crop_takes_it_back(shown, document):
    document.set_familiarity(Familiarity(0.1, False, "Crop closer to one person."))
    assert shown.familiarity_banner.text.startswith("This picture is unlike what the model People learned from")
    assert document.clips.current is not None  # the clip is shown all the same
    document.set_crop(0, 0, 60)
    assert shown.familiarity_banner.text == ""


def test_hiding_the_photo_is_remembered(shown, document, remembered, qtbot):
    shown.crop_action.trigger()
    assert not shown.photo_crop.isVisible()
    again = Canvas(document, remembered)
    qtbot.addWidget(again)
    assert not again.crop_action.isChecked()


def test_a_large_photo_is_drawn_from_a_smaller_copy(canvas, document, qtbot):
    from engine.media.photo import read_photo

    document.set_photo(read_photo(np.full((3000, 4000, 3), 90, np.uint8)))
    qtbot.waitUntil(lambda: canvas.photo_crop._image is not None)
    assert canvas.photo_crop._image.width() <= 1600
    assert colour_at(canvas.photo_crop, canvas.photo_crop.crop_rect().center()) == (90, 90, 90)
