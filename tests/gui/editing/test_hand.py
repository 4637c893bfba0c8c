"""The hand on canvas, timeline and strip: drags, rubber band, box, keys, buttons."""

import math
from typing import Any, cast

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest

from kpvp_gui.document.inputs import Kind
from kpvp_gui.views.canvas import Canvas

LEFT = Qt.MouseButton.LeftButton
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def view(qtbot, document, engine, photo, remembered):
    """The canvas' clip with keypoints on a grid, editing on."""
    canvas = Canvas(document, remembered)
    qtbot.addWidget(canvas)
    canvas.resize(1100, 520)
    canvas.show()
    document.set_photo(photo)
    engine.serve_all()
    document.playback.pause()
    columns, rows = np.meshgrid(np.linspace(-0.8, 0.8, 5), (-0.5, 0.5))
    pose = np.stack([columns.ravel(), rows.ravel()], 1).astype(np.float32)
    document.clips.set_keypoints(document.clips.current, np.repeat(pose[None], 32, 0))
    document.playback.set_playhead(10)
    document.editing.set_active(True)
    document.editing.set_reach(distance=0)
    canvas.grab()
    return canvas.clip_view


def at(view, k) -> QPointF:
    return QPointF(*view.keypoint_positions(view._playback.playhead)[k])


def drag(view, start: QPointF, stop: QPointF, modifiers=Qt.KeyboardModifier.NoModifier, release=True):
    QTest.mousePress(view, LEFT, modifiers, start.toPoint())
    for share in (0.3, 0.6, 1.0):
        QTest.mouseMove(view, (start + (stop - start) * share).toPoint())
    if release:
        QTest.mouseRelease(view, LEFT, modifiers, stop.toPoint())


def test_a_dragged_keypoint_is_under_the_mouse_and_is_selected(view, document):
    target = at(view, 6) + QPointF(40, -30)
    drag(view, at(view, 6), target)
    assert document.selection == {6}
    assert (at(view, 6) - target).manhattanLength() < 3
    assert document.clips.current.edited
    assert document.undo_stack.undoText() == "Bend motion"


def test_a_click_only_selects(view, document):
    QTest.mouseClick(view, LEFT, pos=at(view, 6).toPoint())
    assert document.selection == {6} and len(document.clips) == 1


def test_dragging_one_of_several_selected_takes_all(view, document):
    document.select_keypoints({1, 2})
    before = [at(view, k) for k in (1, 2, 3)]
    drag(view, at(view, 1), at(view, 1) + QPointF(0, 30))
    moved = [at(view, k) - was for k, was in zip((1, 2, 3), before, strict=True)]
    assert moved[0].y() == pytest.approx(30, abs=2) and moved[1].y() == pytest.approx(30, abs=2)
    assert moved[2].y() == pytest.approx(0, abs=0.1)


def test_escape_while_dragging_puts_all_back(view, document):
    drag(view, at(view, 6), at(view, 6) + QPointF(40, 0), release=False)
    assert document.clips.current.edited
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert document.clips.current is document.clips[0]
    QTest.mouseRelease(view, LEFT, pos=QPoint(300, 100))
    assert len(document.clips) == 1


def test_a_rubber_band_selects_what_is_in_it_and_shift_adds(view, document):
    margin = QPointF(15, 15)
    drag(view, at(view, 0) - margin, at(view, 1) + margin)
    assert document.selection == {0, 1}
    drag(view, at(view, 8) - margin, at(view, 9) + margin, Qt.KeyboardModifier.ShiftModifier)
    assert document.selection == {0, 1, 8, 9}
    assert len(document.clips) == 1


def test_hidden_keypoints_are_neither_picked_nor_banded(view, document):
    document.marks.hide({1})
    assert view.keypoint_at(at(view, 1)) is None
    margin = QPointF(15, 15)
    drag(view, at(view, 0) - margin, at(view, 2) + margin)
    assert document.selection == {0, 2}


def test_the_box_around_a_selection_turns_and_scales_it(view, document):
    document.select_keypoints({1, 3})
    box = view._hand.box()
    knob = QPointF(box.center().x(), box.top() - 22)
    assert view._hand.grip_at(knob) == "turn" and view._hand.grip_at(box.topLeft()) == "scale"
    centre = box.center()
    drag(view, knob, centre + QPointF(centre.y() - knob.y(), 0))  # a quarter turn, clockwise
    way = at(view, 3) - at(view, 1)
    assert abs(way.x()) < 3 and way.y() > 50
    assert document.undo_stack.undoText() == "Rotate"
    length = math.hypot(way.x(), way.y())
    box = view._hand.box()
    drag(view, box.topLeft(), box.center() + (box.topLeft() - box.center()) * 0.5)
    way = at(view, 3) - at(view, 1)
    assert math.hypot(way.x(), way.y()) == pytest.approx(length / 2, rel=0.06)
    assert document.undo_stack.undoText() == "Scale"


def test_without_editing_an_empty_drag_selects_nothing(view, document, monkeypatch):
    document.editing.set_active(False)
    carried = []
    monkeypatch.setattr(view, "_carry_out", lambda: carried.append(1))
    drag(view, at(view, 0) - QPointF(15, 15), at(view, 1) + QPointF(15, 15))
    assert document.selection == frozenset() and carried


def test_alt_and_arrows_nudge_in_one_step(view, document, qtbot):
    document.select_keypoints({6})
    steps, before = document.undo_stack.count(), document.clips.current.keypoints[10, 6].copy()
    for _ in range(3):
        QTest.keyClick(view, Qt.Key.Key_Right, ALT)
    QTest.keyClick(view, Qt.Key.Key_Up, ALT)
    qtbot.waitUntil(lambda: document.undo_stack.count() == steps + 1, timeout=5000)
    pixel = 2 / 63
    assert document.clips.current.keypoints[10, 6] - before == pytest.approx([3 * pixel, -pixel], abs=1e-4)


def test_alt_and_full_stop_turn_the_selection(view, document, qtbot):
    document.select_keypoints({1, 3})
    QTest.keyClick(view, Qt.Key.Key_Period, ALT)
    qtbot.waitUntil(lambda: document.undo_stack.undoText() == "Turn", timeout=5000)
    assert document.clips.current.keypoints[10, 3, 1] > document.clips.current.keypoints[10, 1, 1]


def test_the_strip_comes_with_editing_and_shows_the_keypoints(view, document):
    strip = view.window().strip
    assert strip.isVisible() and "keypoints" in document.overlays
    strip.edit_action.trigger()
    assert not strip.isVisible() and not document.editing.active


def test_the_strip_keeps_to_one_row_before_its_sliders_lose_their_names(view, qtbot):
    canvas, strip = view.window(), view.window().strip
    heights, named = [], []
    for width in (1100, 760, 640, 430):
        canvas.resize(width, 520)
        qtbot.wait(20)
        heights.append(strip.height())
        named.append(strip.reach._label.isVisible())
    assert heights[0] == heights[1] == heights[2] < heights[3]
    assert named == [True, named[1], False, False]
    canvas.resize(1100, 520)
    qtbot.waitUntil(lambda: strip.reach._label.isVisible())


def test_the_strip_s_sliders_are_the_reach(view, document):
    strip = view.window().strip
    strip.reach.slider.setValue(3)
    strip.neighbours.slider.setValue(5)
    assert document.editing.reach.frames == 3 and document.editing.reach.distance == pytest.approx(0.3)
    drag(view, at(view, 6), at(view, 6) + QPointF(0, 30))
    original, version = document.clips
    moved = np.abs(version.keypoints - original.keypoints).sum(-1) > 1e-6
    assert moved[7:14, 6].all() and not moved[:7].any() and not moved[14:].any()
    assert moved[10, 5] and moved[10, 7]  # its neighbours


def test_at_its_largest_the_reach_is_the_whole_clip(view, document):
    view.window().strip.reach.slider.setValue(32)
    drag(view, at(view, 6), at(view, 6) + QPointF(0, 30))
    original, version = document.clips
    way = version.keypoints[:, 6] - original.keypoints[:, 6]
    assert way == pytest.approx(np.repeat(way[:1], 32, 0), abs=1e-5)


def test_the_strip_s_commands_are_off_where_they_would_do_nothing(view, document):
    strip = view.window().strip
    document.select_keypoints(())
    assert not strip.pin_action.isEnabled() and not strip.reset_action.isEnabled()
    assert strip.commands["reverse"].isEnabled()
    document.select_keypoints({1})
    assert strip.pin_action.isEnabled()
    strip.pin_action.trigger()
    assert document.marks.pinned == {1} and strip.pin_action.isChecked()
    strip.solo_action.trigger()
    assert document.marks.alone == {1}
    strip.show_action.trigger()
    assert document.marks.alone == frozenset()
    document.editing.mirror(())
    drag(view, at(view, 6), at(view, 6) + QPointF(0, 30))
    assert strip.reset_action.isEnabled()


def test_a_speed_curve_is_drawn_by_mouse_or_keys_and_changes_the_speed(view, document, engine):
    strip = view.window().strip
    drift = document.clips.current.keypoints + np.linspace(0, 0.2, 32, dtype=np.float32)[:, None, None]
    document.clips.set_keypoints(document.clips.current, drift)
    popup = strip._speed
    popup.resize(popup.sizeHint())
    curve = popup.curve
    curve.resize(curve.sizeHint())
    QTest.mousePress(curve, LEFT, pos=curve.handle(0).toPoint())
    QTest.mouseMove(curve, QPoint(12, 200))
    QTest.mouseRelease(curve, LEFT, pos=QPoint(12, 200))
    assert curve.speeds.tolist() == [0, 1, 1, 1, 1]
    QTest.keyClick(curve, Qt.Key.Key_Right)
    QTest.keyClick(curve, Qt.Key.Key_Down)
    assert curve.speeds.tolist() == pytest.approx([0, 0.9, 1, 1, 1])
    popup.apply_button.click()
    original, version = document.clips
    assert np.diff(version.keypoints[:, 0, 0])[0] < 0.5 * np.diff(original.keypoints[:, 0, 0])[0]
    assert document.undo_stack.undoText() == "Change speed"


def test_trails_are_as_long_as_wanted(view, document):
    view.window().strip.trails.slider.setValue(30)
    assert document.trail_frames == 30


def test_a_selected_curve_is_bent_by_dragging_it_up_and_down(qtbot, view, document):
    from kpvp_gui.trajectories.timeline import Timeline

    timeline = Timeline(document)
    qtbot.addWidget(timeline)
    timeline.resize(700, 420)
    timeline.show()
    qtbot.waitUntil(lambda: timeline.plot is not None, timeout=30_000)
    document.select_keypoints({6})
    assert timeline.plot is not None
    plot = timeline.plot
    qtbot.waitUntil(lambda: not timeline._redraw.isActive() and len(plot.points) > 0, timeout=5000)
    qtbot.wait(20)
    start = QPointF(*plot._to_pixels(1)[21, 6])
    viewport = plot.viewport()
    before = document.clips.current.keypoints[20, 6].copy()
    QTest.mousePress(viewport, LEFT, pos=start.toPoint())
    for y in (5, 15, 25):
        QTest.mouseMove(viewport, (start + QPointF(0, y)).toPoint())
    assert document.playback.playhead == 20
    wanted = 25 * plot.value_per_pixel(1)
    QTest.mouseRelease(viewport, LEFT, pos=(start + QPointF(0, 25)).toPoint())
    moved = document.clips.current.keypoints[20, 6] - before
    assert moved == pytest.approx([0, wanted], abs=0.02) and wanted > 0.02
    assert document.clips.current.edited


def test_dragging_a_keypoint_of_a_clip_asks_for_frames_and_then_for_the_clip(view, document, engine):
    engine.requests.clear()
    drag(view, at(view, 6), at(view, 6) + QPointF(40, 0))
    kinds = [request.kind for request in engine.requests]
    assert kinds[-1] is Kind.REDRAW and set(kinds[:-1]) == {Kind.RETOUCH} and len(kinds) > 2
    assert cast(Any, engine.requests[-1]).clip_id == document.clips.current.id


def test_neighbours_follow_unless_that_is_turned_off(qtbot, document, remembered):
    canvas = Canvas(document, remembered)
    qtbot.addWidget(canvas)
    assert document.editing.reach.distance > 0
    assert canvas.strip.neighbours.slider.value() == 4
    canvas.strip.neighbours.slider.setValue(0)
    assert document.editing.reach.distance == 0
