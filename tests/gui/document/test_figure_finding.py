"""A photo that is opened is cropped to its figure, in one step of undo, and judged before a clip is made of it."""

from dataclasses import replace

import pytest

from engine.media.photo import Crop
from engine.models.familiarity import UNKNOWN, VERSION, Familiarity
from engine.models.figures import FoundFigure
from kpvp_gui.document.inputs import Kind
from tests.gui.conftest import model_entry

MIDDLE, LEFT, RIGHT = Crop(35, 0, 90), Crop(0, 20, 60), Crop(100, 30, 60)
KNOWN, STRANGE = Familiarity(0.9, True, ""), Familiarity(0.1, False, "Crop closer.")


def figure(crop, verdict=KNOWN):
    x, y, side = crop
    return FoundFigure(crop, verdict, (x + 10, y + 10, x + side - 10, y + side - 10))


@pytest.fixture
def searches(document):
    asked = []
    document.finding.requested.connect(asked.append)
    return asked


def calibrated(name):
    entry = model_entry(name)
    return replace(entry, card=replace(entry.card, familiarity={"version": VERSION}))


def test_an_opened_photo_is_shown_at_once_and_waits_for_its_crop(document, engine, searches, photo):
    document.take_photo(photo)
    assert document.photo is photo and document.crop == MIDDLE
    assert not engine.requests and document.finding.searching
    document.finding.figures_arrive(searches[-1], (figure(LEFT), figure(RIGHT)))
    assert document.crop == LEFT and not document.finding.searching
    (request,) = engine.requests
    assert request.kind is Kind.GENERATE and request.inputs.crop == LEFT


def test_the_verdict_is_there_before_the_clip(document, engine, searches, photo):
    document.take_photo(photo)
    document.finding.figures_arrive(searches[-1], (figure(LEFT),))
    assert document.familiarity == KNOWN and not len(document.clips)


def test_opening_and_cropping_are_one_step_of_undo(document, engine, searches, photo):
    document.take_photo(photo)
    document.finding.figures_arrive(searches[-1], (figure(LEFT),))
    assert document.undo_stack.count() == 1
    document.undo_stack.undo()
    assert document.photo is None and document.finding.figures == ()
    document.undo_stack.redo()
    assert document.photo is photo and document.crop == LEFT
    assert [found.crop for found in document.finding.figures] == [LEFT]
    assert len(searches) == 1  # what was found is remembered
    assert document.familiarity == KNOWN


def test_a_crop_that_the_user_chose_meanwhile_stays(document, engine, searches, photo):
    document.take_photo(photo)
    document.set_crop(10, 10, 50)
    document.finding.figures_arrive(searches[-1], (figure(LEFT),))
    assert document.crop == (10, 10, 50)
    assert [found.crop for found in document.finding.figures] == [LEFT]
    assert [request.inputs.crop for request in engine.requests] == [(10, 10, 50)]


def test_an_action_chosen_meanwhile_stays_too_and_the_crop_comes(document, engine, searches, photo):
    document.take_photo(photo)
    document.set_action("squats")
    document.finding.figures_arrive(searches[-1], (figure(LEFT),))
    assert document.crop == LEFT and document.inputs.active_actions() == {"squats": 1.0}
    document.undo_stack.undo()
    assert document.crop == MIDDLE and document.photo is photo


def test_an_answer_about_an_earlier_photo_is_dropped(document, engine, searches, photo):
    other = replace(photo, name="other")
    document.take_photo(photo)
    document.take_photo(other)
    first, second = searches
    document.finding.figures_arrive(first, (figure(LEFT),))
    assert document.crop == MIDDLE and not engine.requests
    document.finding.figures_arrive(second, (figure(RIGHT),))
    assert document.photo is other and document.crop == RIGHT


def test_another_model_looks_again_and_keeps_the_crop(document, engine, searches, photo):
    document.take_photo(photo)
    document.finding.figures_arrive(searches[-1], (figure(LEFT),))
    document.set_model("other")
    assert searches[-1].inputs.model.name == "other" and document.finding.figures == ()
    assert document.familiarity is None  # the other's verdict says nothing about this one
    document.finding.figures_arrive(searches[-1], (figure(RIGHT), figure(LEFT, STRANGE)))
    assert document.crop == LEFT and document.familiarity == STRANGE


def test_where_nothing_is_familiar_calibrated_models_are_asked(document, engine, searches, photo):
    document.set_models([*document.models, calibrated("animals"), calibrated("faces")])
    document.take_photo(photo)
    document.finding.figures_arrive(searches[-1], (FoundFigure(MIDDLE, STRANGE),))
    assert document.crop == MIDDLE and document.familiarity == STRANGE and document.finding.figures == ()
    assert [model.name for model in searches[-1].others] == ["animals", "faces"]
    assert not document.finding.searching  # of this model everything is known
    animals = searches[-1].others[0]
    document.finding.others_arrive(searches[-1], ((animals, figure(RIGHT)),))
    assert [model.name for model, _ in document.finding.elsewhere] == ["animals"]


def test_a_familiar_photo_asks_no_other_model(document, engine, searches, photo):
    document.set_models([*document.models, calibrated("animals")])
    document.take_photo(photo)
    document.finding.figures_arrive(searches[-1], (figure(LEFT),))
    assert len(searches) == 1


def test_an_uncalibrated_model_does_not_know_and_takes_the_middle(document, engine, searches, photo):
    document.take_photo(photo)
    document.finding.figures_arrive(searches[-1], (FoundFigure(MIDDLE, UNKNOWN),))
    assert document.crop == MIDDLE and document.familiarity == UNKNOWN and len(engine.requests) == 1


def test_a_failed_search_is_said_and_the_photo_stays(document, engine, searches, photo, qtbot):
    document.take_photo(photo)
    with qtbot.waitSignal(document.message):
        document.finding.fails(searches[-1].id, RuntimeError("no memory"))
    assert document.photo is photo and not document.finding.searching
    document.generate()
    assert engine.requests[-1].inputs.crop == MIDDLE
