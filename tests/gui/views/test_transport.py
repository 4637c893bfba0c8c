"""What moves the playhead, by mouse and keys."""

from kpvp_gui.views.transport import Transport, timecode


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


def test_the_readout_counts_seconds_and_frames():
    assert timecode(13, 32, 25) == "00:14 / 32"
    assert timecode(26, 32, 25) == "01:02 / 32"


def test_speed_and_loop_mode_reach_the_document(qtbot, playing):
    transport = shown(qtbot, Transport(playing.playback))
    transport.speed.setCurrentIndex(0)
    assert playing.playback.speed == 0.25
    transport.loop_actions["pingpong"].trigger()
    assert playing.playback.loop_mode == "pingpong"


def test_without_a_clip_there_is_nothing_to_play(qtbot, document):
    transport = shown(qtbot, Transport(document.playback))
    assert not transport.play_action.isEnabled() and not transport.slider.isEnabled()
