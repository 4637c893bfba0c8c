"""Editing as the Document knows it: a version beside the original, one step of undo per gesture, and the way back."""

import numpy as np
import pytest

from kpvp_gui.document.inputs import Kind, Retouch


@pytest.fixture
def edited(playing, engine):
    """The Document after one bend of keypoint 3 at frame 10, redrawn."""
    playing.playback.set_playhead(10)
    gesture(playing, {3}, (0.1, -0.1))
    serve_redraws(playing, engine)
    return playing


def gesture(document, chosen, *ways):
    assert document.editing.begin(chosen)
    for way in ways:
        document.editing.move(np.array(way))
    document.editing.finish()


def serve_redraws(document, engine):
    """Answer what was asked: retouched frames are ignored, redrawings finish."""
    from engine.clip import Clip
    from kpvp_gui.document.clip_record import ClipRecord
    from tests.gui.conftest import pixels

    while engine.requests:
        request = engine.requests.pop(0)
        if isinstance(request, Retouch):
            continue
        assert request.kind is Kind.REDRAW
        document.making.clip_begins(ClipRecord(request.id, request.inputs, request.future))
        frames, mask = pixels(0, 32)
        document.making.frames_arrive(request.id, 0, frames, frames, mask)
        clip = Clip.of(request.future, frames=frames, synthesized=frames, mask=mask)
        document.making.clip_finishes(request.id, clip)


@pytest.fixture(autouse=True)
def _nobody_follows(document):
    """But where a test wants neighbours to."""
    document.editing.set_reach(distance=0)


def test_a_bend_makes_a_version_beside_the_original(edited):
    original, version = edited.clips
    assert version.edited and version.edited_from == original.id and not original.edited
    assert edited.clips.current is version and version.finished and not version.preview
    moved = version.keypoints[10, 3] - original.keypoints[10, 3]
    assert moved == pytest.approx([0.1, -0.1], abs=1e-5)
    assert (version.keypoints[:, 0] == original.keypoints[:, 0]).all()
    assert version.seed_label == f"edited · {original.seed_label}"


def test_a_version_lies_beside_its_original_even_among_others(playing, engine):
    first = playing.clips[0]
    playing.generate()
    engine.serve_all()
    playing.select_clip(first.id)
    gesture(playing, {1}, (0.1, 0))
    assert [record.edited for record in playing.clips] == [False, True, False]


def test_a_gesture_is_one_step_of_undo_however_often_the_mouse_moved(playing, engine):
    before, steps = playing.clips[0].keypoints.copy(), playing.undo_stack.count()
    gesture(playing, {3}, *[(0.01 * i, 0) for i in range(1, 20)])
    assert playing.undo_stack.count() == steps + 1
    playing.undo_stack.undo()
    assert len(playing.clips) == 1 and playing.clips.current is playing.clips[0]
    assert (playing.clips[0].keypoints == before).all()
    playing.undo_stack.redo()
    assert len(playing.clips) == 2 and playing.clips.current.edited


def test_an_edit_redone_when_its_clip_was_finished_is_redrawn_without_a_fault(edited, engine):
    version = edited.clips.current
    serve_redraws(edited, engine)
    assert version.finished
    edited.undo_stack.undo()
    edited.undo_stack.redo()
    serve_redraws(edited, engine)
    assert edited.clips.current is version and version.finished and not edited.making.busy


def test_further_edits_change_the_version_and_undo_goes_through_them(edited, engine):
    version = edited.clips.current
    states = [version.keypoints.copy()]
    for way in ((0.05, 0), (0, 0.2)):
        gesture(edited, {3, 4}, way)
        states.append(version.keypoints.copy())
    assert len(edited.clips) == 2
    for state in reversed(states[:-1]):
        edited.undo_stack.undo()
        assert (version.keypoints == state).all()
    for state in states[1:]:
        edited.undo_stack.redo()
        assert (version.keypoints == state).all()
    serve_redraws(edited, engine)
    assert version.finished and (version.clip.keypoints == states[-1]).all()


def test_any_commands_undone_all_give_the_original_and_redone_all_the_same_again(playing, engine):
    rng, editing = np.random.default_rng(5), playing.editing
    original = playing.clips[0].keypoints.copy()
    commands = [editing.smooth, editing.reverse, editing.mirror, editing.hold, editing.loop, editing.reset]
    start = playing.undo_stack.index()
    for _ in range(25):
        playing.playback.set_playhead(int(rng.integers(32)))
        chosen = set(rng.integers(0, 10, rng.integers(0, 4)).tolist())
        if chosen and rng.random() < 0.4:
            gesture(playing, chosen, rng.uniform(-0.2, 0.2, 2))
        else:
            commands[rng.integers(len(commands))](chosen)
    end, last = playing.undo_stack.index(), playing.clips.current.keypoints.copy()
    assert end > start + 5
    while playing.undo_stack.index() > start:
        playing.undo_stack.undo()
    assert len(playing.clips) == 1 and (playing.clips.current.keypoints == original).all()
    while playing.undo_stack.canRedo():
        playing.undo_stack.redo()
    assert (playing.clips.current.keypoints == last).all()


def test_while_dragging_only_the_frame_at_the_playhead_is_asked_for(playing, engine):
    engine.requests.clear()
    playing.playback.set_playhead(7)
    playing.editing.begin({2})
    playing.editing.move(np.array([0.1, 0.0]))
    (request,) = engine.requests
    assert isinstance(request, Retouch) and request.index == 7
    assert (request.keypoints[0] == playing.clips.current.keypoints[7]).all()
    assert not playing.making.busy
    playing.editing.finish()
    assert [request.kind for request in engine.requests] == [Kind.RETOUCH, Kind.REDRAW]


def test_a_retouched_frame_is_shown_and_the_others_stay_until_they_are_redrawn(playing, engine):
    from engine.rendering.stream import RenderedBatch

    playing.playback.set_playhead(7)
    playing.editing.begin({2})
    playing.editing.move(np.array([0.1, 0.0]))
    frame = np.full((1, 64, 64, 3), 77, np.uint8)
    playing.making.retouch_arrives(engine.requests[-1], RenderedBatch(0, frame, frame, frame[..., 0]))
    record = playing.clips.current
    assert (record.frames[7] == 77).all() and record.frames[8, 0, 0, 0] == 64
    assert record.is_ready(20) and record.ready == 0
    assert playing.clips[0].frames[7, 0, 0, 0] == 56  # the original is left alone


def test_abandoning_leaves_nothing_behind(playing, engine):
    steps = playing.undo_stack.count()
    playing.editing.begin({2})
    playing.editing.move(np.array([0.1, 0.0]))
    playing.editing.abandon()
    assert playing.clips.current is playing.clips[0] and len(playing.clips) == 1
    assert playing.undo_stack.count() == steps


def test_a_drag_that_comes_back_changes_nothing(playing):
    steps = playing.undo_stack.count()
    gesture(playing, {2}, (0.1, 0.0), (0.0, 0.0))
    assert playing.undo_stack.count() == steps and len(playing.clips) == 1
    assert playing.clips.current is playing.clips[0]


def test_keypoints_stay_in_the_crop(playing):
    gesture(playing, {2}, (9.0, -9.0))
    assert np.abs(playing.clips.current.keypoints).max() <= max(1.0, np.abs(playing.clips[0].keypoints).max())


def test_what_is_pinned_stays_put(playing):
    playing.marks.pin({4}, True)
    assert not playing.editing.begin({4})
    playing.editing.set_reach(distance=0.6)
    gesture(playing, {3, 4}, (0.2, 0.1))
    playing.editing.reverse(())
    original, version = playing.clips
    assert (version.keypoints[:, 4] == original.keypoints[:, 4]).all()
    assert (version.keypoints[:, 3] != original.keypoints[:, 3]).any()


def test_commands_change_the_selection_or_all(playing):
    playing.editing.reverse({5})
    original, version = playing.clips
    assert version.keypoints[:, 5] == pytest.approx(original.keypoints[::-1, 5])
    assert (version.keypoints[:, 6] == original.keypoints[:, 6]).all()
    playing.editing.reverse(())
    assert version.keypoints[:, 6] == pytest.approx(original.keypoints[::-1, 6])
    assert version.keypoints[:, 5] == pytest.approx(original.keypoints[:, 5])


def test_reset_brings_the_original_back(edited):
    original, version = edited.clips
    edited.editing.mirror(())
    edited.editing.reset({3})
    assert (version.keypoints[:, 3] == original.keypoints[:, 3]).all()
    edited.editing.reset(())
    assert (version.keypoints == original.keypoints).all()
    assert edited.clips.current is version


def test_the_same_inputs_still_find_the_clip_they_made_and_not_the_edited_one(edited):
    assert edited.clips.made_of(edited.inputs) is edited.clips[0]


def test_an_edited_clip_dropped_from_memory_comes_back_edited(edited, engine):
    original, version = edited.clips
    edited.select_clip(original.id)
    keypoints = version.keypoints.copy()
    version.drop()
    assert version.keypoints.dtype == np.float32
    edited.select_clip(version.id)
    assert engine.requests[-1].kind is Kind.REDRAW
    serve_redraws(edited, engine)
    assert version.finished and (version.keypoints == keypoints).all()


def test_a_video_drives_the_photo_in_a_version_of_its_own_length(playing, engine):
    driver = np.cumsum(np.full((50, 10, 2), 0.005, np.float32), 0)
    driver += np.random.default_rng(0).uniform(-0.5, 0.5, (10, 2)).astype(np.float32)
    original = playing.clips[0]
    playing.editing.drive(driver, "walk.mp4")
    version = playing.clips.current
    assert version.n_frames == 50 and version.seed_label == "driven by walk.mp4"
    assert version.keypoints[0] == pytest.approx(original.source_keypoints, abs=1e-4)
    assert engine.requests[-1].kind is Kind.REDRAW and len(engine.requests[-1].future) == 50
    playing.undo_stack.undo()
    assert playing.clips.current is original and len(playing.clips) == 1


def test_deleting_the_original_leaves_the_version_whole(edited):
    original, version = edited.clips
    edited.delete_clip(original.id)
    before = version.original
    edited.editing.reset(())
    assert (version.keypoints == before).all()


def test_marks_survive_as_json_with_the_numbers_on_screen(document):
    marks = document.marks
    marks.set_model("people")
    marks.set_name(3, "left hand")
    marks.set_group("arms", {3, 5})
    notes = marks.to_json()
    assert notes == {"people": {"names": {"3": "left hand"}, "groups": {"arms": [3, 5]}}}
    marks.from_json({})
    assert marks.name(3) == "keypoint 3"
    marks.from_json(notes)
    assert marks.name(3) == "left hand" and marks.groups == {"arms": {3, 5}}
    for nonsense in (None, [], {"people": 3}, {"people": {"names": {"x": 1}, "groups": {"a": ["b"]}}}):
        marks.from_json(nonsense)
        assert marks.groups == {}


@pytest.mark.parametrize(
    "text", ["", "{", "[" * 100_000, '{"a": 1e400}', '{"people": {"names": {"²": "x", "9999999": "y"}}}']
)
def test_marks_that_were_edited_by_hand_are_left_out_where_they_make_no_sense(document, text):
    document.marks.set_model("people")
    document.marks.from_text(text)
    assert document.marks.named == frozenset() and document.marks.groups == {}


def test_solo_and_hide_decide_what_is_shown(document):
    marks = document.marks
    marks.hide({1})
    marks.solo({1, 2})
    assert [marks.is_shown(k) for k in range(4)] == [False, False, True, False]
    marks.show_all()
    assert all(marks.is_shown(k) for k in range(4))


def test_trajectories_of_a_file_become_an_edit_and_undo_takes_them_back(playing, tmp_path):
    from kpvp_gui.dialogs import open_trajectories

    original = playing.clips[0]
    rows = [f"{t},{k},0.{k},{t / 100}" for t in range(1, 33) for k in range(10)]
    (tmp_path / "own.csv").write_text("frame,keypoint,x,y\n" + "\n".join(rows), encoding="utf-8")
    open_trajectories.take(playing, tmp_path / "own.csv")
    version = playing.clips.current
    assert version.edited_from == original.id
    assert version.keypoints[4, 3] == pytest.approx([0.3, 0.05])
    playing.undo_stack.undo()
    assert playing.clips.current is original


def test_trajectories_of_another_model_are_refused_in_words(playing, tmp_path):
    from kpvp_gui.dialogs import open_trajectories

    said = []
    playing.message.connect(lambda what, remedy: said.append((what, remedy)))
    (tmp_path / "own.csv").write_text("frame,keypoint,x,y\n1,0,0,0\n", encoding="utf-8")
    open_trajectories.take(playing, tmp_path / "own.csv")
    assert said == [("own.csv has 1 keypoint, this model 10.", "Choose a file that was exported with the same model.")]
    assert len(playing.clips) == 1


def test_the_filmstrip_shows_the_edited_frames(qtbot, playing, engine):
    from kpvp_gui.views.filmstrip import Filmstrip

    strip = Filmstrip(playing)
    qtbot.addWidget(strip)
    strip.resize(800, 300)
    strip.show()
    gesture(playing, {3}, (0.1, 0))
    record = playing.clips.current
    qtbot.waitUntil(lambda: ("prediction", 8) in strip._cells and not strip._work.isActive(), timeout=5000)
    before = strip._cells["prediction", 8].toImage()
    white = np.full((1, 64, 64, 3), 255, np.uint8)
    record.put(7, white, white, white[..., 0])
    playing.making.frames_arrived.emit(record.id, 7, 8)
    qtbot.waitUntil(lambda: not strip._work.isActive(), timeout=5000)
    assert strip._cells["prediction", 8].toImage() != before


def test_an_edit_redone_after_its_clip_was_finished_is_the_finished_clip(edited, engine):
    version = edited.clips[1]
    frames = version.frames
    edited.undo()
    assert list(edited.clips) == [edited.clips[0]]
    edited.redo()
    assert edited.clips.current is version and version.finished and version.frames is frames
    assert not engine.requests and not edited.making.busy


def test_undo_while_the_hand_is_on_the_motion_gives_up_what_it_has_done(edited, engine):
    version, before = edited.clips[1], edited.clips[1].keypoints.copy()
    assert edited.editing.begin({2})
    edited.editing.move(np.array((0.2, 0.2)))
    edited.redo()
    edited.undo()
    assert not edited.editing.in_hand and np.array_equal(version.keypoints, before)
    assert edited.undo_stack.undoText() == "Bend motion" and len(edited.clips) == 2
    edited.undo()
    assert len(edited.clips) == 1
