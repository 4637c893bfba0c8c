"""The trajectory timeline: scrubbed, zoomed and selected in, and always in step with the Document."""

import csv
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QPalette, QTextDocument, QWheelEvent

from engine.formats.keypoint_files import write_csv
from engine.overlay import keypoint_colours
from kpvp_gui.trajectories.timeline import Timeline

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def timeline(qtbot, document, engine, photo):
    timeline = Timeline(document)
    qtbot.addWidget(timeline)
    timeline.resize(700, 420)
    timeline.show()
    qtbot.waitUntil(lambda: timeline.plot is not None, timeout=30_000)
    document.set_photo(photo)
    engine.begin(engine.requests[0])
    engine.frames(engine.requests[0])
    document.playback.pause()
    document.playback.set_playhead(0)
    settle(qtbot, timeline)
    return timeline


def settle(qtbot, timeline):
    qtbot.waitUntil(lambda: not timeline._redraw.isActive(), timeout=5000)
    qtbot.wait(20)


def point_position(timeline, keypoint, frame, axis) -> QPointF:
    """Where a keypoint's value at a frame index is drawn, in viewport pixels (axis 0: x(t), 1: y(t))."""
    return QPointF(*timeline.plot._to_pixels(axis)[frame + 1, keypoint])


def at_frame(timeline, frame, axis=0) -> QPoint:
    """Where a frame is in time, at a height where no curve passes."""
    rect = timeline.plot._rect(axis)
    x = point_position(timeline, 0, frame, axis).x()
    heights = np.arange(rect.top() + 2, rect.bottom() - 2, 3)
    free = [y for y in heights if timeline.plot.curve_at(QPointF(x, y)) is None]
    return QPointF(x, free[0]).toPoint()


def on_curve(timeline, keypoint, axis=0) -> QPoint:
    """A point where this curve, and no other, is."""
    for frame in range(2, 30):
        place = point_position(timeline, keypoint, frame, axis).toPoint()
        if timeline.plot.curve_at(QPointF(place)) == keypoint and abs(frame - timeline._document.playback.playhead) > 3:
            return place
    pytest.fail(f"the curve of {keypoint} is nowhere to be hit")


def wheel(timeline, place: QPoint, notches: int, modifiers=Qt.KeyboardModifier.NoModifier):
    event = QWheelEvent(
        QPointF(place), QPointF(place), QPoint(), QPoint(0, 120 * notches), Qt.MouseButton.NoButton,
        modifiers, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    timeline.plot.wheelEvent(event)


def span(timeline):
    return timeline.plot._plots[0].getViewBox().viewRange()[0]


def test_the_curves_are_the_photo_s_keypoints_and_then_the_clip_s(timeline, document):
    record = document.clips.current
    for axis in range(2):
        values = timeline.plot.curves[axis].values
        assert values[0] == pytest.approx(record.source_keypoints[:, axis])
        assert values[1:] == pytest.approx(record.keypoints[..., axis])


def test_a_curve_has_its_keypoint_s_colour(qtbot, timeline, document):
    for k, wanted in enumerate(keypoint_colours(10)):
        document.select_keypoints({k})  # drawn over the others
        settle(qtbot, timeline)
        image = timeline.plot.viewport().grab().toImage()
        place = point_position(timeline, k, 20, 1).toPoint()
        around = [image.pixelColor(place.x(), place.y() + y).getRgb()[:3] for y in range(-2, 3)]
        assert np.abs(np.array(around, int) - wanted).sum(1).min() < 30


def test_trajectories_are_there_before_the_frames_are(qtbot, timeline, document, engine):
    document.generate()
    engine.begin(engine.requests[-1])
    settle(qtbot, timeline)
    assert timeline.plot.curves[0].values[5] == pytest.approx(document.clips.current.keypoints[4, :, 0])


@pytest.mark.parametrize("axis", [0, 1])
def test_clicking_anywhere_goes_to_that_frame_at_once(qtbot, timeline, document, axis):
    document.playback.play()
    qtbot.mouseClick(timeline.plot.viewport(), LEFT, pos=at_frame(timeline, 17, axis))
    assert document.playback.playhead == 17
    assert not document.playback.playing


def test_dragging_scrubs_and_stays_within_the_clip(qtbot, timeline, document):
    viewport = timeline.plot.viewport()
    seen = []
    document.playback.playhead_changed.connect(seen.append)
    qtbot.mousePress(viewport, LEFT, pos=at_frame(timeline, 5))
    for frame in (9, 14):
        qtbot.mouseMove(viewport, at_frame(timeline, frame))
    qtbot.mouseMove(viewport, QPoint(5000, 60))
    qtbot.mouseRelease(viewport, LEFT, pos=QPoint(5000, 60))
    assert seen == [5, 9, 14, 31]


def test_the_line_follows_the_playhead(qtbot, timeline, document):
    accent = timeline.palette().color(QPalette.ColorRole.Highlight).name()
    for frame in (12, 25):
        document.playback.set_playhead(frame)
        settle(qtbot, timeline)
        image = timeline.plot.viewport().grab().toImage()
        for axis in range(2):
            row = at_frame(timeline, frame, axis).y()
            marked = [x for x in range(image.width()) if image.pixelColor(x, row).name() == accent]
            assert marked
            assert np.mean(marked) == pytest.approx(point_position(timeline, 0, frame, axis).x(), abs=1.5)


def test_many_changes_in_one_turn_are_one_redraw(qtbot, timeline, document, monkeypatch):
    drawn = []
    original = timeline.plot.set_playhead
    monkeypatch.setattr(timeline.plot, "set_playhead", lambda frame: (drawn.append(frame), original(frame)))
    for frame in range(1, 20):
        document.playback.set_playhead(frame)
    settle(qtbot, timeline)
    assert drawn == [19]


def test_a_new_clip_changes_the_curves_and_makes_no_new_items(qtbot, timeline, document, engine):
    before = set(map(id, timeline.plot.scene().items()))
    document.generate()
    engine.serve(engine.requests[-1])
    settle(qtbot, timeline)
    assert set(map(id, timeline.plot.scene().items())) == before
    assert (timeline.plot.curves[1].values[1:] == document.clips.current.keypoints[..., 1]).all()


def test_clicking_a_curve_selects_its_keypoint(qtbot, timeline, document):
    qtbot.mouseClick(timeline.plot.viewport(), LEFT, pos=on_curve(timeline, 4))
    assert document.selection == {4}
    assert document.playback.playhead == 0


def test_ctrl_click_adds_and_takes_away(qtbot, timeline, document):
    viewport, control = timeline.plot.viewport(), Qt.KeyboardModifier.ControlModifier
    qtbot.mouseClick(viewport, LEFT, pos=on_curve(timeline, 4))
    qtbot.mouseClick(viewport, LEFT, control, on_curve(timeline, 7, axis=1))
    assert document.selection == {4, 7}
    qtbot.mouseClick(viewport, LEFT, control, on_curve(timeline, 4))
    assert document.selection == {7}


def test_what_is_selected_elsewhere_is_thick_here_and_the_rest_dimmed(qtbot, timeline, document):
    document.select_keypoints({2})
    settle(qtbot, timeline)
    pens = timeline.plot.curves[0].pens
    assert pens[2].widthF() > 1.5 * pens[3].widthF()
    assert pens[3].color().alpha() == 255
    assert pens[3].color().getRgb()[:3] != tuple(keypoint_colours(10)[3])


def test_escape_clears_the_selection(qtbot, timeline, document):
    document.select_keypoints({2, 3})
    settle(qtbot, timeline)
    qtbot.keyClick(timeline.plot, Qt.Key.Key_Escape)
    assert document.selection == frozenset()


@pytest.mark.parametrize(
    ("key", "expected"),
    [(Qt.Key.Key_Left, 9), (Qt.Key.Key_Right, 11), (Qt.Key.Key_Home, 0), (Qt.Key.Key_End, 31)],
)
def test_keys_move_the_playhead(qtbot, timeline, document, key, expected):
    document.playback.set_playhead(10)
    qtbot.keyClick(timeline.plot, key)
    assert document.playback.playhead == expected


def test_space_plays_and_pauses(qtbot, timeline, document):
    qtbot.keyClick(timeline.plot, Qt.Key.Key_Space)
    assert document.playback.playing
    qtbot.keyClick(timeline.plot, Qt.Key.Key_Space)
    assert not document.playback.playing


def test_the_wheel_zooms_about_the_mouse_and_never_beyond_the_clip(timeline):
    place = at_frame(timeline, 20)
    wheel(timeline, place, 3)
    start, stop = span(timeline)
    assert 0 < start < 21 < stop < 32
    assert timeline.plot.time_at(QPointF(place)) == pytest.approx(21, abs=0.2)
    wheel(timeline, place, 40)
    assert np.diff(span(timeline))[0] == pytest.approx(4)
    wheel(timeline, place, -60)
    assert span(timeline) == pytest.approx([0, 32])


def test_shift_and_the_wheel_move_a_zoomed_view(timeline):
    place = at_frame(timeline, 16)
    wheel(timeline, place, 4)
    before = span(timeline)
    wheel(timeline, place, -2, Qt.KeyboardModifier.ShiftModifier)
    assert span(timeline)[0] > before[0]
    assert np.diff(span(timeline)) == pytest.approx(np.diff(before))


def test_a_double_click_shows_the_whole_clip(qtbot, timeline):
    wheel(timeline, at_frame(timeline, 16), 5)
    qtbot.mouseDClick(timeline.plot.viewport(), LEFT, pos=QPoint(200, 100))
    assert span(timeline) == pytest.approx([0, 32])


def test_x_or_y_can_have_all_the_room(timeline):
    timeline.shown_actions["y"].trigger()
    assert [plot.isVisible() for plot in timeline.plot._plots] == [False, True]
    timeline.shown_actions["both"].trigger()
    assert [plot.isVisible() for plot in timeline.plot._plots] == [True, True]


def test_in_a_low_panel_the_plots_lie_side_by_side(qtbot, timeline):
    timeline.resize(700, 200)
    qtbot.wait(20)
    x, y = (timeline.plot._rect(axis) for axis in range(2))
    assert x.top() == y.top()
    assert x.right() < y.left()


def test_the_readout_names_what_is_under_the_mouse(qtbot, timeline, document):
    place = on_curve(timeline, 6)
    qtbot.mouseMove(timeline.plot.viewport(), place)
    record, frame = document.clips.current, max(round(timeline.plot.time_at(QPointF(place))) - 1, 0)
    text = timeline.readout.text()
    assert "keypoint 6" in text
    assert f"T = {frame + 1}" in text
    assert f"{abs(record.keypoints[frame, 6, 0]):.2f}" in text


def test_in_a_narrow_panel_the_name_gives_way_to_the_numbers(qtbot, timeline, document):
    document.marks.set_model("people")
    document.marks.set_name(3, "the left hand of the one in front")
    document.select_keypoints({3})
    document.playback.set_playhead(11)

    def shown(width: int) -> str:
        timeline.resize(width, 420)
        settle(qtbot, timeline)
        page = QTextDocument()
        page.setDefaultFont(timeline.readout.font())
        page.setHtml(timeline.readout.text())
        page.setDocumentMargin(0)
        assert page.idealWidth() <= timeline.readout.width() + 1
        return page.toPlainText().replace("\N{NO-BREAK SPACE}", " ")

    assert "the left hand of the one in front" in shown(700)
    cut = shown(360)
    assert "the left" in cut and "in front" not in cut and "…" in cut
    narrow = shown(280)
    for text in (cut, narrow):
        assert "T = 12" in text and "x " in text and "y " in text


def test_keypoints_and_times_are_numbered_as_in_an_exported_table(qtbot, timeline, document, engine, tmp_path):
    engine.finish(engine.requests[0])
    record = document.clips.current
    document.select_keypoints({3})
    document.playback.set_playhead(11)
    settle(qtbot, timeline)
    write_csv(record.clip, tmp_path / "a.csv", record.fps)
    with open(tmp_path / "a.csv", newline="", encoding="utf-8") as file:
        row = next(row for row in csv.DictReader(file) if row["frame"] == "12" and row["keypoint"] == "3")
    text = timeline.readout.text().replace("\N{NO-BREAK SPACE}", " ")
    assert "keypoint 3 " in text and "T = 12 " in text
    assert f"{abs(float(row['y'])):.2f}" in text


def test_another_future_is_shown_whole_and_the_same_one_stays_zoomed(qtbot, timeline, document, engine):
    timeline.plot.zoom(0.3)
    engine.finish(engine.requests[0])
    document.clips.show(replace(document.clips.current, id="edited", preview=True))
    settle(qtbot, timeline)
    assert span(timeline)[1] - span(timeline)[0] < 12
    document.set_model("other")
    engine.serve(engine.requests[-1])
    settle(qtbot, timeline)
    assert span(timeline) == pytest.approx((0, 32))


def test_the_background_follows_light_and_dark(qtbot, timeline):
    palette = QPalette(timeline.palette())
    palette.setColor(QPalette.ColorRole.Window, "#101112")
    palette.setColor(QPalette.ColorRole.Text, "#f0f0f0")
    timeline.setPalette(palette)
    assert timeline.plot.backgroundBrush().color().name() == "#101112"
    assert timeline.plot._plots[0].getAxis("left").textPen().color().lightness() > 120


def test_a_finished_clip_is_not_drawn_anew(qtbot, timeline, document, engine, monkeypatch):
    document.generate()
    request = engine.requests[-1]
    engine.begin(request)
    settle(qtbot, timeline)
    drawn = []
    monkeypatch.setattr(timeline.plot, "set_trajectories", lambda *_: drawn.append(1))
    document.making.clip_finished.emit(request.id)
    settle(qtbot, timeline)
    assert not drawn
