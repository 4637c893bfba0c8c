"""What editing asks of the engine: the frame under the hand first and only the latest, then the clip, once."""

import numpy as np
import pytest

from engine.future import Future
from engine.predictor import load_model
from kpvp_gui.document.inputs import Inputs, Kind, Request, Retouch
from kpvp_gui.document.mailbox import Mailbox
from tests.gui.answered import answered
from tests.gui.document.test_mailbox import request, taken

FUTURE = Future(
    keypoints=np.zeros((2, 1, 2), np.float32),
    source_keypoints=np.zeros((1, 2), np.float32),
    source=np.zeros((4, 4, 3), np.uint8),
    z=np.zeros(1, np.float32),
    action=np.ones(1, np.float32),
    action_names=("a",),
)


def retouch(name: str, clip_id: str = "clip") -> Retouch:
    return Retouch(name, Inputs(), FUTURE, FUTURE.keypoints[:1], 0, clip_id)


def redraw(name: str, clip_id: str = "clip") -> Request:
    return Request(name, Kind.REDRAW, Inputs(), future=FUTURE, clip_id=clip_id)


def test_of_frames_under_the_hand_the_latest_goes_before_everything():
    box = Mailbox()
    box.put(request("tile", Kind.GENERATE))
    for name in "abc":
        box.put(retouch(name))
    assert [taken(box) for _ in range(2)] == ["c", "tile"]


def test_it_is_served_between_the_batches_of_a_clip_which_goes_on():
    box = Mailbox()
    box.put(request("tile", Kind.GENERATE))
    box.take()
    box.put(retouch("a"))
    box.put(retouch("b"))
    assert not box.is_stale()
    found = box.take_retouch(Inputs())
    assert found is not None and found.id == "b"
    assert box.take_retouch(Inputs()) is None


def test_a_clip_being_redrawn_is_given_up_when_it_is_edited_again():
    for edit in (retouch("hand"), redraw("again")):
        box = Mailbox()
        box.put(redraw("first"))
        box.take()
        box.put(redraw("another", clip_id="another"))
        assert not box.is_stale()
        box.put(edit)
        assert box.is_stale()


def test_of_redrawings_of_one_clip_that_wait_the_last_is_kept():
    box = Mailbox()
    for name, clip_id in (("a", "x"), ("b", "y"), ("c", "x")):
        box.put(redraw(name, clip_id))
    assert [taken(box) for _ in range(2)] == ["b", "c"]


@pytest.fixture
def studio(qtbot, tiny_moving_model, photo):
    """A Document with a finished clip, and the thread that answers it."""
    with answered(tiny_moving_model) as (document, _):
        document.set_photo(photo)
        qtbot.waitUntil(lambda: document.clips.current is not None and document.clips.current.finished, timeout=20_000)
        document.playback.pause()
        yield document


def test_the_frame_follows_the_hand_and_the_clip_is_what_the_model_renders(qtbot, studio, tiny_moving_model):
    document, original = studio, studio.clips.current
    document.playback.set_playhead(9)
    arrived = []
    document.making.frames_arrived.connect(lambda _id, start, stop: arrived.append((start, stop)))
    document.editing.begin({0, 1})
    document.editing.move(np.array([0.2, 0.1]))
    qtbot.waitUntil(lambda: (9, 10) in arrived, timeout=10_000)
    record = document.clips.current
    model = load_model(tiny_moving_model, device="cpu")
    one = model.retouch(record.future, record.keypoints[9:10]).frames[0]
    assert np.abs(record.frames[9].astype(int) - one).max() <= 2
    assert (record.frames[20] == original.frames[20]).all()
    document.editing.finish()
    qtbot.waitUntil(lambda: record.finished, timeout=20_000)
    expected = model.render(original.clip, record.keypoints)
    assert np.abs(record.frames.astype(int) - expected.frames).max() <= 2
    assert not document.making.busy


def test_undo_and_redo_have_the_clip_drawn_again(qtbot, studio):
    document = studio
    for way in (0.2, -0.4):
        document.editing.begin({0})
        document.editing.move(np.array([way, 0.0]))
        document.editing.finish()
        qtbot.waitUntil(lambda: document.clips.current.finished, timeout=20_000)
    record, last = document.clips.current, document.clips.current.frames.copy()
    document.undo_stack.undo()
    qtbot.waitUntil(lambda: record.finished, timeout=20_000)
    first = record.frames.copy()
    document.undo_stack.redo()
    qtbot.waitUntil(lambda: record.finished, timeout=20_000)
    assert (record.frames == last).all() and (first != last).any()
