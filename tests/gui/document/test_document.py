"""What the Document promises: when clips are made, what undo covers, what is kept."""

from dataclasses import replace

import numpy as np
import pytest

from engine.inputs import latent
from kpvp_gui.document.document import Document
from kpvp_gui.document.inputs import Kind
from tests.gui.conftest import model_entry


def kinds(engine):
    return [request.kind for request in engine.requests]


def with_clip(document, engine, photo):
    document.set_photo(photo)
    engine.serve_all()
    return document.clips.current


def test_choosing_a_photo_crops_its_middle_and_makes_a_clip_at_once(document, engine, photo):
    document.set_photo(photo)
    assert document.crop == (35, 0, 90)
    assert kinds(engine) == [Kind.GENERATE]
    assert engine.requests[0].inputs.photo is photo


def test_a_sample_brings_its_action_in_the_same_step(document, engine, photo):
    document.set_photo(photo, action="squats")
    assert document.inputs.active_actions() == {"squats": 1.0}
    assert document.undo_stack.count() == 1 and len(engine.requests) == 1


def test_a_photo_named_after_no_action_leaves_the_action(document, photo):
    document.set_photo(photo, action="gardening")
    assert document.inputs.active_actions() == {document.actions[0]: 1.0}


def test_without_a_photo_generate_says_what_is_missing(document, engine, qtbot):
    with qtbot.waitSignal(document.message) as said:
        document.generate()
    assert "no photo" in said.args[0] and said.args[1]
    assert not engine.requests


def test_five_presses_of_generate_give_five_tiles_with_five_seeds(document, engine, photo):
    with_clip(document, engine, photo)
    for _ in range(5):
        document.generate()
    engine.serve_all()
    assert len(document.clips) == 6
    assert len({record.seed for record in document.clips}) >= 5  # one in ten thousand draws repeats


def test_a_locked_seed_stays_and_locking_changes_nothing(document, engine, photo):
    with_clip(document, engine, photo)
    seed, z = document.seed, document.z
    document.lock_seed(True)
    assert (document.seed, document.z is z) == (seed, True)
    document.set_action("squats")
    assert engine.requests[-1].inputs.seed == seed


def test_generate_with_a_locked_seed_shows_the_future_that_is_there_and_says_so(qtbot, document, engine, photo):
    first = with_clip(document, engine, photo)
    document.set_action("squats")
    engine.serve_all()
    document.lock_seed(True)
    document.undo_stack.undo()
    assert document.clips.current is first
    with qtbot.waitSignal(document.message) as said:
        document.generate()
    assert "locked" in said.args[0] and said.args[1]
    assert document.clips.current is first
    assert not engine.requests and len(document.clips) == 2


def test_generate_with_a_locked_seed_makes_the_future_that_is_not_there(document, engine, photo):
    first = with_clip(document, engine, photo)
    document.lock_seed(True)
    document.delete_clip(first.id)
    document.generate()
    engine.serve_all()
    assert [record.seed for record in document.clips] == [first.seed]


def test_the_z_of_a_seed_is_the_one_the_command_line_makes(document):
    document.set_seed(7)
    expected = np.random.RandomState(7).standard_normal(16).astype(np.float32)
    assert np.array_equal(document.z, expected)


def test_the_seed_shown_is_the_one_that_made_the_picture(document, engine, photo):
    first = with_clip(document, engine, photo)
    document.generate()
    engine.serve_all()
    document.select_clip(first.id)
    assert document.seed == first.seed
    assert np.array_equal(document.z, first.z)


def test_choosing_an_action_a_second_time_shows_its_clip_instead_of_making_it_again(document, engine, photo):
    first = with_clip(document, engine, photo)
    document.set_action("squats")
    engine.serve_all()
    document.set_action(document.actions[0])
    assert document.clips.current is first
    assert not engine.requests


def test_dragging_the_crop_previews_and_letting_go_makes_one_tile(document, engine, photo):
    with_clip(document, engine, photo)
    for x in range(30, 20, -1):
        document.set_crop(x, 0, 90, final=False)
    document.set_crop(20, 0, 90)
    assert kinds(engine) == [Kind.PREVIEW] * 10 + [Kind.GENERATE]
    engine.serve_all()
    assert len(document.clips) == 2
    assert document.clips.current is document.clips[-1]


def test_a_drag_is_one_step_of_undo(document, engine, photo):
    with_clip(document, engine, photo)
    before = document.crop
    steps = document.undo_stack.count()
    for x in (30, 25, 20):
        document.set_crop(x, 0, 90, final=False)
    document.set_crop(20, 0, 90)
    assert document.undo_stack.count() == steps + 1
    document.undo_stack.undo()
    assert document.crop == before
    document.undo_stack.redo()
    assert document.crop == (20, 0, 90)


def test_two_drags_are_two_steps(document, engine, photo):
    with_clip(document, engine, photo)
    steps = document.undo_stack.count()
    for x in (30, 20):
        document.set_crop(x - 1, 0, 90, final=False)
        document.set_crop(x, 0, 90)
    assert document.undo_stack.count() == steps + 2


def test_a_drag_that_returns_to_its_start_leaves_no_step(document, engine, photo):
    with_clip(document, engine, photo)
    steps, (x, y, size) = document.undo_stack.count(), document.crop
    document.set_crop(x - 5, y, size, final=False)
    document.set_crop(x, y, size)
    assert document.undo_stack.count() == steps


def test_undo_goes_back_through_photo_action_model_and_seed(document, engine, photo):
    start = document.inputs
    with_clip(document, engine, photo)
    document.set_action("squats")
    document.set_seed(5)
    document.set_model("other")
    engine.serve_all()
    end = document.inputs
    while document.undo_stack.canUndo():
        document.undo_stack.undo()
    assert document.inputs.same_as(start)
    while document.undo_stack.canRedo():
        document.undo_stack.redo()
    assert document.inputs.same_as(end)


def test_undo_shows_the_clip_that_the_earlier_inputs_made(document, engine, photo):
    first = with_clip(document, engine, photo)
    document.set_action("squats")
    engine.serve_all()
    document.undo_stack.undo()
    assert document.clips.current is first
    assert not engine.requests


def test_stars_and_deletions_can_be_undone(document, engine, photo):
    first = with_clip(document, engine, photo)
    document.generate()
    engine.serve_all()
    second = document.clips.current
    document.star(first.id, True)
    document.delete_clip(first.id)
    assert list(document.clips) == [second]
    document.undo_stack.undo()
    assert list(document.clips) == [first, second] and first.starred
    document.undo_stack.undo()
    assert not first.starred


def test_undoing_a_deletion_shows_the_clip_again_and_has_its_frames_made(document, engine, photo):
    first = with_clip(document, engine, photo)
    document.generate()
    engine.serve_all()
    first.drop()
    document.delete_clip(first.id)
    assert document.clips.current is not first
    document.undo_stack.undo()
    assert document.clips.current is first and document.seed == first.seed
    assert engine.requests[-1].id == first.id


def test_playhead_overlays_selection_and_arrival_are_no_steps_of_undo(document, engine, photo):
    with_clip(document, engine, photo)
    steps = document.undo_stack.count()
    document.playback.set_playhead(5)
    document.set_overlays(document.overlays ^ {"keypoints"})
    document.select_keypoints({1, 2})
    document.select_clip(document.clips[0].id)
    assert document.undo_stack.count() == steps


def test_another_model_keeps_the_action_by_name(document):
    document.set_action("squats")
    document.set_model("other")
    assert document.actions == ("squats", "waving")
    assert document.action_weights.tolist() == [1, 0]


def test_a_result_changes_no_inputs(document, engine, photo):
    document.set_photo(photo)
    request = engine.requests.pop()
    document.set_action("squats")
    document.set_seed(9)
    inputs = document.inputs
    engine.serve(request)
    assert document.inputs is inputs


def test_a_clip_asked_for_before_a_tile_was_chosen_does_not_take_its_place(document, engine, photo):
    first = with_clip(document, engine, photo)
    document.generate()
    document.select_clip(first.id)
    engine.serve_all()
    assert len(document.clips) == 2
    assert document.clips.current is first


def test_reusing_a_clip_brings_all_its_inputs_back_in_one_step(document, engine, photo):
    first = with_clip(document, engine, photo)
    document.set_action("squats")
    document.set_crop(0, 0, 40)
    engine.serve_all()
    steps = document.undo_stack.count()
    document.reuse(first.id)
    assert document.inputs.same_as(first.inputs)
    assert document.undo_stack.count() == steps + 1
    assert document.clips.current is first


def test_the_first_future_is_the_mean_one(document, engine, photo):
    with_clip(document, engine, photo)
    assert document.seed is None and not document.clips[0].inputs.z.any()
    assert document.clips[0].seed_label == "mean future"


def test_z_by_hand_has_no_seed(document, engine, photo):
    with_clip(document, engine, photo)
    document.set_seed(3)
    engine.serve_all()
    document.set_z(np.full(16, 0.5, np.float32))
    assert document.seed is None
    assert engine.requests[-1].inputs.seed is None
    engine.serve_all()
    assert document.clips[-1].seed_label == "own z"


@pytest.mark.parametrize("bad", [np.zeros(3), np.zeros((2, 16))])
def test_z_of_another_size_is_not_taken(document, bad):
    document.set_seed(3)
    document.set_z(bad)
    assert np.array_equal(document.z, latent(3, 16))


def test_a_model_begins_with_what_it_does_best_and_keeps_an_action_that_was_chosen(qtbot):
    document = Document()
    first, other = model_entry("people"), model_entry("other")
    best = other.card.actions[-1]
    document.set_models([first, replace(other, card=replace(other.card, default_action=best))], "other")
    assert document.inputs.active_actions() == {best: 1.0}
    document.set_action(other.card.actions[0])
    document.set_model("people")
    document.set_model("other")
    assert document.inputs.active_actions() == {other.card.actions[0]: 1.0}
