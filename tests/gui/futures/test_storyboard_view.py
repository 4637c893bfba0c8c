"""The storyboard on screen: cards that come, move and go, and the clip that is made of them."""

import numpy as np
import pytest

from engine.inputs import latent
from kpvp_gui.document.inputs import Kind
from kpvp_gui.futures.middle import Middle
from kpvp_gui.views.canvas import Canvas
from tests.gui.conftest import model_entry


@pytest.fixture
def middle(qtbot, three, remembered):
    middle = Middle(three, Canvas(three, remembered))
    qtbot.addWidget(middle)
    middle.resize(760, 420)
    middle.show()
    middle.storyboard_action.trigger()
    return middle


def chosen(view):
    return [(card.action_choice.currentIndex(), card.seed.value()) for card in view.cards]


def test_it_begins_with_the_chosen_action_and_the_next(three, middle):
    assert chosen(middle.storyboard) == [(0, 2), (1, 3)]


def test_cards_are_added_moved_and_taken_out(middle):
    view = middle.storyboard
    view.add_action.trigger()
    assert chosen(view) == [(0, 2), (1, 3), (1, 4)]
    view.cards[0].later.trigger()
    assert chosen(view) == [(1, 3), (0, 2), (1, 4)]
    view.cards[2].remove.trigger()
    assert chosen(view) == [(1, 3), (0, 2)]
    assert [card.title.text() for card in view.cards] == ["1", "2"]
    assert not view.cards[0].earlier.isEnabled() and not view.cards[1].later.isEnabled()


def test_the_last_card_stays(middle):
    view = middle.storyboard
    view.cards[0].remove.trigger()
    assert not view.cards[0].remove.isEnabled()


def test_its_length_is_said(middle):
    view = middle.storyboard
    view.overlap.setValue(4)
    assert view._length.text() == "2 actions · 60 frames · 2.40 s"


def test_make_clip_asks_for_all_shots_and_goes_to_the_canvas(three, middle, engine):
    view = middle.storyboard
    view.cards[1].action_choice.setCurrentIndex(5)
    view.make_button.click()
    (request,) = engine.requests
    inputs = request.inputs
    assert request.kind is Kind.GENERATE and np.argmax(inputs.action) == 0
    assert np.array_equal(inputs.z, latent(2, len(inputs.z)))
    assert [(int(np.argmax(shot.action)), shot.seed) for shot in inputs.then] == [(5, 3)]
    assert middle.canvas_action.isChecked()


def test_it_is_a_tile_of_its_own_and_made_once(three, middle, engine):
    view = middle.storyboard
    view.make()
    view.make()
    assert len(engine.requests) == 1
    engine.serve_all()
    record = three.clips[3]
    assert record.action_label == "storyboard of 2"
    view.make()
    assert not engine.requests and three.clips.current is record
    view.overlap.setValue(9)
    view.make()
    assert len(engine.requests) == 1


def test_reusing_its_inputs_takes_its_first_action(three, middle, engine):
    middle.storyboard.make()
    engine.serve_all()
    three.reuse(three.clips[3].id)
    assert three.inputs.then == () and three.seed == 2
    three.undo_stack.undo()
    assert three.inputs.then == ()


def test_another_model_begins_anew(three, middle, engine):
    three.set_model("other")
    assert [card.action_choice.count() for card in middle.storyboard.cards] == [2, 2]


def test_without_a_photo_it_says_what_is_missing(qtbot, document, remembered):
    said = []
    document.message.connect(lambda what, _remedy: said.append(what))
    document.set_models([model_entry("people")])
    middle = Middle(document, Canvas(document, remembered))
    qtbot.addWidget(middle)
    middle.show()
    middle.storyboard_action.trigger()
    middle.storyboard.make()
    assert said == ["There is no photo yet."]
