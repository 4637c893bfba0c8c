"""Clips on their way: progress, cancelling, and what fails."""

from engine.errors import PhotoError


def with_clip(document, engine, photo):
    document.set_photo(photo)
    engine.serve_all()
    return document.clips.current


def test_cancel_takes_half_done_tiles_away_and_leaves_the_rest(document, engine, photo):
    first = with_clip(document, engine, photo)
    document.generate()
    request = engine.requests.pop()
    engine.begin(request)
    engine.frames(request, 0, 4)
    document.generate()
    document.making.cancel()
    assert list(document.clips) == [first] and document.clips.current is first
    assert not document.making.busy
    engine.frames(request, 4, 8)  # a batch that was on its way
    engine.finish(request)
    assert list(document.clips) == [first]


def test_a_failed_clip_leaves_the_rest_and_says_why(document, engine, photo, qtbot):
    first = with_clip(document, engine, photo)
    document.generate()
    request = engine.requests.pop()
    engine.begin(request)
    with qtbot.waitSignal(document.message) as said:
        document.making.clip_fails(request.id, PhotoError("What happened.", "What to do."))
    assert said.args == ["What happened.", "What to do."]
    assert list(document.clips) == [first]


def test_a_bug_goes_to_the_crash_log_and_is_told(document, engine, photo, qtbot, tmp_path):
    document.set_photo(photo)
    with qtbot.waitSignal(document.message) as said:
        document.making.clip_fails(engine.requests[0].id, ZeroDivisionError("inside"))
    log = tmp_path / "XDG_STATE_HOME" / "kpvp" / "log" / "crash.log"
    assert str(log) in said.args[1]
    assert "ZeroDivisionError: inside" in log.read_text()


def test_progress_goes_from_nothing_to_done(document, engine, photo):
    seen = []
    document.making.progress_changed.connect(seen.append)
    document.set_photo(photo)
    request = engine.requests.pop()
    engine.begin(request)
    engine.frames(request, 0, 16)
    engine.frames(request, 16, 32)
    engine.finish(request)
    assert seen[0] == 0 and 0.5 in seen and seen[-1] is None
    assert not document.making.busy
