"""The canvas at the photo's own size, with a real (random) model that moves pixels, in the engine thread."""

from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QNativeGestureEvent, QPointingDevice
from PySide6.QtWidgets import QApplication

from engine.media.photo import read_photo, scaled_photo
from engine.models.library import ModelEntry
from engine.predictor import load_model
from kpvp_gui.document.connection import connect_engine
from kpvp_gui.document.document import Document
from kpvp_gui.document.engine_thread import EngineThread
from kpvp_gui.document.inputs import Enlargement, Inputs, Kind, Request
from kpvp_gui.document.mailbox import Mailbox
from kpvp_gui.views.canvas import Canvas
from kpvp_gui.widgets.pictures import pixels
from tests.gui.document.test_mailbox import taken


@pytest.fixture
def moving(qtbot, tiny_moving_model, remembered):
    """The canvas with a paused clip of a photo of 400 x 300 px, and the Document."""
    document = Document()
    entry = ModelEntry("moving", tiny_moving_model, load_model(tiny_moving_model).card)
    document.set_models([entry])
    canvas = Canvas(document, remembered)
    qtbot.addWidget(canvas)
    canvas.resize(900, 460)
    canvas.show()
    engine = EngineThread(entry, "cpu")
    connect_engine(document, engine)
    engine.start()
    rows, columns = np.mgrid[0:300, 0:400]
    document.set_photo(read_photo(np.stack([rows // 2, columns // 2, (rows + columns) // 4], axis=2).astype(np.uint8)))
    qtbot.waitUntil(lambda: document.clips.current is not None and document.clips.current.finished, timeout=20_000)
    document.playback.pause()
    yield canvas, document
    engine.shut_down()


def wait_for_all(qtbot, document):
    record = document.clips.current
    every = range(record.n_frames)
    qtbot.waitUntil(lambda: all(document.full_size.frame(record, i) is not None for i in every), timeout=30_000)
    return record


def test_the_frames_become_those_of_the_photo_and_the_caption_says_so(qtbot, moving, tiny_moving_model):
    canvas, document = moving
    inputs, steps = document.inputs, document.undo_stack.count()
    record = wait_for_all(qtbot, document)
    side = document.full_size.side
    assert record.source.shape[0] < side <= record.crop[2] == 300
    assert canvas._clip_caption.text().endswith(f" · {side} px")
    assert canvas.clip_view.current_image().width() == side
    model = load_model(tiny_moving_model, device="cpu")
    photo = document.inputs.photo
    for index, frame in model.full_size_crop(record.clip, photo, side, [0, 9, 31]):
        assert np.abs(document.full_size.frame(record, index).astype(int) - frame).max() <= 2
    assert document.inputs is inputs and document.undo_stack.count() == steps


def test_the_frame_at_the_playhead_comes_first(qtbot, moving):
    _, document = moving
    wait_for_all(qtbot, document)
    arrived = []
    document.full_size.frame_arrived.connect(lambda _id, index: arrived.append(index))
    document.generate()
    qtbot.waitUntil(lambda: not document.making.busy, timeout=20_000)
    document.playback.pause()
    document.playback.set_playhead(20)
    arrived.clear()
    document.full_size._held.clear()
    document.full_size._asked = None
    document.full_size._ask()
    wait_for_all(qtbot, document)
    assert arrived.index(20) < arrived.index(21) < arrived.index(5)


def test_full_size_can_be_switched_off_and_is_remembered(qtbot, moving, remembered):
    canvas, document = moving
    record = wait_for_all(qtbot, document)
    assert canvas.full_size_action in canvas.action_groups()[1]
    canvas.full_size_action.trigger()
    assert not remembered.full_size
    assert document.full_size.frame(record, 0) is None and "px" not in canvas._clip_caption.text()
    assert canvas.clip_view.current_image().width() == record.source.shape[0]


def shown_pixels(canvas) -> np.ndarray:
    return pixels(canvas.clip_view.current_image())[..., :3].astype(int)


def test_the_whole_photo_moves_and_around_the_crop_it_is_the_photo(qtbot, moving, remembered, tiny_moving_model):
    canvas, document = moving
    canvas.whole_action.trigger()
    assert remembered.whole_photo and document.full_size.whole
    record = wait_for_all(qtbot, document)
    view, (x, _, size) = canvas.clip_view, record.crop
    rect, crop_rect = view.image_rect(), view.crop_rect()
    assert rect.width() / rect.height() == pytest.approx(400 / 300)
    assert crop_rect.x() - rect.x() == pytest.approx(x * rect.width() / 400)
    assert crop_rect.width() == pytest.approx(size * rect.width() / 400)
    document.playback.set_playhead(9)
    photo, side = document.inputs.photo, document.full_size.side
    expected, (left, top, _) = scaled_photo(photo.pixels, record.crop, side)
    moved = dict(load_model(tiny_moving_model, device="cpu").full_size_crop(record.clip, photo, side, [9]))[9]
    expected = expected.astype(int)
    expected[top : top + side, left : left + side] = moved
    assert np.abs(shown_pixels(canvas) - expected).max() <= 2


def test_keypoints_stay_on_the_figure_in_the_whole_photo(qtbot, moving):
    canvas, _ = moving
    view = canvas.clip_view
    on_crop = (view.keypoint_positions(5) - view.crop_rect().topLeft().toTuple()) / view.crop_rect().width()
    canvas.whole_action.trigger()
    in_photo = (view.keypoint_positions(5) - view.crop_rect().topLeft().toTuple()) / view.crop_rect().width()
    assert np.allclose(on_crop, in_photo) and view.crop_rect() != view.image_rect()


def test_until_frames_at_full_size_are_there_the_figure_moves_over_the_sharp_photo(qtbot, moving):
    canvas, document = moving
    canvas.full_size_action.trigger()  # off: they never come
    canvas.whole_action.trigger()
    record, photo = document.clips.current, document.inputs.photo
    document.playback.set_playhead(9)
    side = document.full_size.photo_side(record, photo)
    scaled, (x, y, _) = scaled_photo(photo.pixels, record.crop, side)
    shown = shown_pixels(canvas)
    away = np.ones(scaled.shape[:2], bool)
    away[y : y + side, x : x + side] = False
    assert np.array_equal(shown[away], scaled[away])
    border = shown[y : y + side, x] - scaled[y : y + side, x]
    assert np.abs(border).max() <= 16  # no edge where the crop begins
    assert (shown != scaled).any()


def test_switching_to_the_whole_photo_leaves_an_enlarged_crop_where_it_was(qtbot, moving):
    canvas, _ = moving
    view = canvas.clip_view
    canvas.actual_size_action.trigger()
    view.zoom_by(2.0, QPointF(100, 80))
    view.repaint()
    before = view.crop_rect()
    for _ in range(2):
        canvas.whole_action.trigger()
        view.repaint()
        after = view.crop_rect()
        assert (after.center() - before.center()).manhattanLength() < 1
        assert after.width() == pytest.approx(before.width())


def test_keys_fit_and_show_the_photos_own_pixels(qtbot, moving):
    canvas, _ = moving
    view, ratio = canvas.clip_view, canvas.devicePixelRatio()
    canvas.whole_action.trigger()
    canvas.actual_size_action.trigger()
    assert view.image_rect().width() == pytest.approx(400 / ratio) and view.percent() == 100
    assert canvas._clip_caption.text().endswith(" · 100 %")
    canvas.closer_action.trigger()
    assert view.percent() == 150 and not canvas.actual_size_action.isChecked()
    canvas.actual_size_action.trigger()
    assert view.percent() == 100
    canvas.fit_action.trigger()
    assert view.zoom == 0 and not canvas.actual_size_action.isChecked() and "%" not in canvas._clip_caption.text()
    keys = {act.shortcut().toString() for group in canvas.action_groups() for act in group}
    assert {"Ctrl+0", "Ctrl+1", "Ctrl++", "Ctrl+-", "W"} <= keys


def test_two_fingers_zoom_about_where_they_are(qtbot, moving):
    canvas, _ = moving
    view = canvas.clip_view
    view.set_zoom(1.0)
    at, device = QPointF(120, 90), QPointingDevice.primaryPointingDevice()
    before = (at - view.image_rect().topLeft()) / view.image_rect().width()
    kind = Qt.NativeGestureType.ZoomNativeGesture
    where = QPointF(view.mapToGlobal(at))
    QApplication.sendEvent(view, QNativeGestureEvent(kind, device, 2, at, at, where, 0.5, QPointF()))
    assert view.zoom == pytest.approx(1.5)
    after = (at - view.image_rect().topLeft()) / view.image_rect().width()
    assert (before - after).manhattanLength() < 0.01


def test_a_new_future_goes_before_and_then_is_at_full_size_itself(qtbot, moving):
    _, document = moving
    for _ in range(3):
        document.generate()
        qtbot.wait(150)
    qtbot.waitUntil(lambda: not document.making.busy, timeout=20_000)
    assert all(record.finished for record in document.clips)
    wait_for_all(qtbot, document)


def test_frames_go_with_their_clip_and_the_memory_is_bounded(qtbot, moving):
    _, document = moving
    first = wait_for_all(qtbot, document)
    document.full_size.limit = int(1.5 * document.full_size.nbytes)
    document.generate()
    qtbot.waitUntil(lambda: not document.making.busy, timeout=20_000)
    second = wait_for_all(qtbot, document)
    assert document.full_size.nbytes <= document.full_size.limit
    assert document.full_size.frame(first, 0) is None
    document.delete_clip(second.id)
    assert document.full_size.frame(second, 0) is None


def test_a_paused_frame_is_as_sharp_as_it_is_seen_where_memory_has_no_place_for_all(qtbot, moving):
    canvas, document = moving
    full_size = document.full_size
    full_size.limit = 32 * 3 * 100 * 100  # all frames at 100 px
    canvas.whole_action.trigger()
    canvas.actual_size_action.trigger()
    record = wait_for_all(qtbot, document)
    for index in (12, 20):
        document.playback.set_playhead(index)
        qtbot.waitUntil(lambda index=index: len(full_size.frame(record, index)) == 300, timeout=20_000)
        assert len(full_size.frame(record, index - 1)) == 100 and full_size.nbytes <= full_size.limit
        assert np.array_equal(shown_pixels(canvas)[:, 50:350], full_size.frame(record, index))
    document.playback.play()
    assert len(full_size.frame(record, 20)) == 100  # as large as the others while it plays
    document.playback.pause()
    document.delete_clip(record.id)
    assert full_size._still is None


def test_frames_at_full_size_wait_for_all_else_and_give_way():
    box = Mailbox()
    no_clip: Any = None
    box.put(Enlargement("e", Inputs(), no_clip, "clip", 512, (0,)))
    box.put(Request("p", Kind.PREVIEW, Inputs()))
    assert [taken(box), taken(box)] == ["p", "e"]
    assert not box.is_stale()
    box.put(Request("g", Kind.GENERATE, Inputs()))
    assert box.is_stale()


def test_the_clip_shown_may_be_larger_than_what_is_kept_of_others(document, engine, photo, qtbot):
    full_size = document.full_size
    full_size.limit, full_size.kept = 4 * 3 * 50 * 50, 3 * 3 * 50 * 50

    def arrives(record, count: int) -> None:
        request = Enlargement("big", record.inputs, record.clip, record.id, 50, tuple(range(count)))
        for index in range(count):
            full_size.frame_arrives(request, index, np.zeros((50, 50, 3), np.uint8))

    document.set_photo(photo)
    engine.serve_all()
    first = document.clips.current
    arrives(first, 4)
    assert full_size.nbytes == full_size.limit
    document.generate()
    engine.serve_all()
    second = document.clips.current
    arrives(second, 2)
    assert full_size.frame(first, 0) is None and full_size.frame(second, 0) is not None
