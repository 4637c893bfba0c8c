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


def test_a_range_is_played_round_and_round_from_wherever_the_playhead_was(document, engine, photo, qtbot):
    with_clip(document, engine, photo)
    playback = document.playback
    playback.pause()
    playback.set_speed(0.25)
    for frame, change in ((10, playback.begin_range), (12, playback.end_range)):
        playback.set_playhead(frame)
        change()
    assert (playback.first, playback.last) == (10, 12)
    seen = []
    playback.set_playhead(3)
    playback.playhead_changed.connect(seen.append)
    playback.play()
    qtbot.waitUntil(lambda: len(seen) >= 5)
    assert seen[:5] == [10, 11, 12, 10, 11]
    playback.pause()
    playback.set_loop_mode("pingpong")
    del seen[:]
    playback.set_playhead(12)
    playback.play()
    qtbot.waitUntil(lambda: len(seen) >= 4)
    assert seen[:4] == [12, 11, 10, 11] or seen[:4] == [11, 10, 11, 12]


def test_a_range_ends_after_it_begins_whichever_is_set_last(document, engine, photo):
    with_clip(document, engine, photo)
    playback = document.playback
    playback.pause()
    playback.set_playhead(20)
    playback.end_range()
    playback.set_playhead(25)
    playback.begin_range()
    assert playback.range == (25, 31)
    playback.set_playhead(5)
    playback.end_range()
    assert playback.range == (0, 5)
    playback.set_playhead(31)
    playback.end_range()
    assert playback.range is None


def test_a_range_stays_for_futures_of_the_same_length_only(document, engine, photo):
    with_clip(document, engine, photo)
    document.playback.scrub(9)
    document.playback.begin_range()
    document.generate()
    engine.serve_all()
    assert document.playback.range == (9, 31)
    document.clips.show(None)
    assert document.playback.range is None


def test_backwards_goes_from_the_last_frame_to_the_first_and_once_stops_there(document, engine, photo, qtbot):
    with_clip(document, engine, photo)
    playback = document.playback
    playback.pause()
    playback.set_playhead(1)
    seen = []
    playback.playhead_changed.connect(seen.append)
    playback.set_speed(0.25)
    playback.play(backwards=True)
    qtbot.waitUntil(lambda: len(seen) >= 3)
    assert seen[:3] == [0, 31, 30]
    playback.set_loop_mode("once")
    playback.set_playhead(2)
    qtbot.waitUntil(lambda: not playback.playing)
    assert playback.playhead == 0


def test_emitting_a_signal_leaves_reference_counts_alone(document):
    """PySide6 6.12.0 on Python 3.11 gives a reference to True away with each `emit`, until the interpreter aborts."""
    document.playback.playhead_changed.emit(0)
    before = sys.getrefcount(True)
    for _ in range(30):
        document.playback.playhead_changed.emit(0)
    assert sys.getrefcount(True) >= before - 5
