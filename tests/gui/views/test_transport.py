"""What moves the playhead, by mouse and keys."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QToolButton

from kpvp_gui.views.transport import Transport, timecode

LEFT = Qt.MouseButton.LeftButton


def shown(qtbot, widget):
    qtbot.addWidget(widget)
    widget.show()
    return widget


def test_the_slider_scrubs_and_pauses(qtbot, playing):
    transport = shown(qtbot, Transport(playing.playback))
    playing.playback.play()
    transport.slider.setValue(17)
    assert playing.playback.playhead == 17 and not playing.playback.playing
    playing.playback.set_playhead(5)
    assert transport.slider.value() == 5


def test_the_play_button_plays_and_pauses(qtbot, playing):
    transport = shown(qtbot, Transport(playing.playback))
    transport.play_action.trigger()
    assert playing.playback.playing and transport.play_action.text() == "Pause"
    transport.play_action.trigger()
    assert not playing.playback.playing and transport.play_action.text() == "Play"


def test_the_readout_says_the_frame_and_the_seconds_after_the_photo():
    assert timecode(28, 32, 25) == "29 / 32 · 1.16 s"
    assert timecode(0, 32, 25) == "1 / 32 · 0.04 s"


def test_a_click_on_the_scrubber_goes_there_and_the_drag_that_follows_too(qtbot, playing):
    transport = shown(qtbot, Transport(playing.playback))
    transport.resize(900, transport.height())
    QApplication.processEvents()
    slider, playback = transport.slider, playing.playback
    middle = slider.height() // 2
    qtbot.mousePress(slider, LEFT, pos=QPoint(round(slider.position_of(20)), middle))
    assert playback.playhead == 20
    qtbot.mouseMove(slider, QPoint(round(slider.position_of(7)), middle))
    assert playback.playhead == 7
    qtbot.mouseMove(slider, QPoint(-50, middle))
    assert playback.playhead == 0
    qtbot.mouseRelease(slider, LEFT, pos=QPoint(-50, middle))
    qtbot.mouseMove(slider, QPoint(round(slider.position_of(25)), middle))
    assert playback.playhead == 0
    qtbot.mousePress(slider, Qt.MouseButton.RightButton, pos=QPoint(round(slider.position_of(25)), middle))
    assert playback.playhead == 0


def test_j_k_and_l_play_backwards_stop_and_play_faster_each_time(qtbot, playing):
    transport = shown(qtbot, Transport(playing.playback))
    commands = {act.shortcut().toString(): act for group in transport.actions_in_groups for act in group}
    playback = playing.playback
    playback.set_playhead(20)
    commands["J"].trigger()
    qtbot.waitUntil(lambda: playback.playhead < 20)
    commands["L"].trigger()
    assert playback.playing and playback.speed == 1.0
    commands["L"].trigger()
    commands["L"].trigger()
    assert playback.speed == 2.0 and transport.speed.currentText() == "2×"
    commands["K"].trigger()
    assert not playback.playing and playback.speed == 1.0 and transport.speed.currentText() == "1×"


def test_the_range_is_marked_on_the_scrubber_and_can_be_cleared(qtbot, playing):
    transport = shown(qtbot, Transport(playing.playback))
    commands = {act.shortcut().toString(): act for group in transport.actions_in_groups for act in group}
    assert not commands["Alt+X"].isEnabled()
    playing.playback.set_playhead(8)
    plain = transport.slider.grab().toImage()
    commands["I"].trigger()
    assert playing.playback.range == (8, 31)
    assert transport.slider.grab().toImage() != plain
    commands["Alt+X"].trigger()
    assert playing.playback.range is None
    assert transport.slider.grab().toImage() == plain


def test_a_narrow_transport_leaves_out_the_ends_and_has_them_again_when_there_is_room(qtbot, playing):
    transport = shown(qtbot, Transport(playing.playback))
    assert transport.minimumSizeHint().width() <= 534
    buttons = {button.defaultAction().text().replace("&", ""): button for button in transport.findChildren(QToolButton)}
    wide = transport.sizeHint().width()
    for width, there in ((wide, True), (transport.minimumSizeHint().width(), False), (wide, True)):
        transport.resize(width, transport.height())
        QApplication.processEvents()
        assert buttons["First frame"].isVisible() is there and buttons["Last frame"].isVisible() is there
        assert buttons["Play"].isVisible() and transport.speed.geometry().right() <= width


def test_speed_and_loop_mode_reach_the_document(qtbot, playing):
    transport = shown(qtbot, Transport(playing.playback))
    transport.speed.setCurrentIndex(0)
    assert playing.playback.speed == 0.25
    transport.loop_actions["pingpong"].trigger()
    assert playing.playback.loop_mode == "pingpong"


def test_without_a_clip_there_is_nothing_to_play(qtbot, document):
    transport = shown(qtbot, Transport(document.playback))
    assert not transport.play_action.isEnabled() and not transport.slider.isEnabled()
