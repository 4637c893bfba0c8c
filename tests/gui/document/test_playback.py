"""The playhead: it plays, turns, stops and waits for frames."""

import sys


def with_clip(document, engine, photo):
    document.set_photo(photo)
    engine.serve_all()
    return document.clips.current


def test_playing_starts_with_the_clip_and_waits_for_frames(document, engine, photo, qtbot):
    document.set_photo(photo)
    request = engine.requests.pop()
    engine.begin(request)
    engine.frames(request, 0, 4)
    assert document.playback.playing
    qtbot.waitUntil(lambda: document.playback.playhead == 3)
    qtbot.wait(120)
    assert document.playback.playhead == 3
    engine.frames(request, 4, 32)
    qtbot.waitUntil(lambda: document.playback.playhead > 4)


def test_back_and_forth_turns_at_both_ends(document, engine, photo, qtbot):
    with_clip(document, engine, photo)
    document.playback.pause()
    document.playback.set_speed(0.25)  # slow enough that no frame is skipped on a busy machine
    document.playback.set_loop_mode("pingpong")
    seen = []
    document.playback.playhead_changed.connect(seen.append)
    document.playback.set_playhead(30)
    document.playback.play()
    qtbot.waitUntil(lambda: len(seen) >= 4)
    assert seen[:4] == [30, 31, 30, 29]


def test_once_stops_at_the_end(document, engine, photo, qtbot):
    with_clip(document, engine, photo)
    document.playback.set_loop_mode("once")
    document.playback.set_playhead(29)
    qtbot.waitUntil(lambda: not document.playback.playing)
    assert document.playback.playhead == 31


def test_emitting_a_signal_leaves_reference_counts_alone(document):
    """PySide6 6.12.0 on Python 3.11 gives a reference to True away with each `emit`, until the interpreter aborts."""
    document.playback.playhead_changed.emit(0)
    before = sys.getrefcount(True)
    for _ in range(30):
        document.playback.playhead_changed.emit(0)
    assert sys.getrefcount(True) >= before - 5
