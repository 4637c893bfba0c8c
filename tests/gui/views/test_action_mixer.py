"""Mixing actions: sliders that share one whole, a preview while dragging, one clip and one undo step at the end."""

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kpvp_gui.document.inputs import Kind
from kpvp_gui.views.action_mixer import shares
from kpvp_gui.views.actions import Actions


@pytest.fixture
def actions(qtbot, playing):
    actions = Actions(playing)
    qtbot.addWidget(actions)
    actions.resize(200, 400)
    actions.show()
    actions.mix_action.trigger()
    return actions


def drag(slider, value: int) -> None:
    slider.setSliderDown(True)
    slider.setValue(value)
    slider.setSliderDown(False)


def test_what_one_gains_the_others_lose_in_proportion():
    mixed = shares(np.array([0.6, 0.2, 0.2], np.float32), 1, 0.6)
    assert mixed == pytest.approx([0.3, 0.6, 0.1])
    assert shares(np.array([1, 0, 0], np.float32), 2, 0.25) == pytest.approx([0.75, 0, 0.25])


def test_an_action_alone_cannot_be_lowered():
    assert shares(np.array([0, 1, 0], np.float32), 1, 0.4) == pytest.approx([0, 1, 0])


def test_sliders_show_the_chosen_action(playing, actions):
    assert [slider.value() for slider in actions.mixer.sliders] == [100] + [0] * 8


def test_dragging_previews_and_letting_go_makes_one_clip_and_one_step(playing, actions, engine):
    steps = playing.undo_stack.count()
    slider = actions.mixer.sliders[3]
    slider.setSliderDown(True)
    slider.setValue(20)
    slider.setValue(40)
    assert {request.kind for request in engine.requests} == {Kind.PREVIEW}
    slider.setSliderDown(False)
    assert engine.requests[-1].kind is Kind.GENERATE
    assert engine.requests[-1].inputs.action == pytest.approx([0.6, 0, 0, 0.4, 0, 0, 0, 0, 0])
    assert [slider.value() for slider in actions.mixer.sliders[:4]] == [60, 0, 0, 40]
    assert playing.undo_stack.count() == steps + 1
    playing.undo_stack.undo()
    assert [slider.value() for slider in actions.mixer.sliders] == [100] + [0] * 8


def test_arrow_keys_mix_too(playing, actions, engine, qtbot):
    slider = actions.mixer.sliders[2]
    slider.setFocus()
    QTest.keyClick(slider, Qt.Key.Key_PageUp)
    qtbot.waitUntil(lambda: any(request.kind is Kind.GENERATE for request in engine.requests))
    assert playing.action_weights[2] == pytest.approx(0.1)


def test_a_mixture_that_is_taken_over_is_shown_as_one(qtbot, playing):
    actions = Actions(playing)
    qtbot.addWidget(actions)
    assert actions.mixer is None
    weights = np.zeros(9, np.float32)
    weights[[1, 4]] = 0.3, 0.7
    playing.set_action_weights(weights)
    assert actions.mix_action.isChecked() and actions.mixer is not None
    assert [slider.value() for slider in actions.mixer.sliders[:5]] == [0, 30, 0, 0, 70]


def test_another_model_has_sliders_of_its_own(playing, actions):
    playing.set_model("other")
    assert len(actions.mixer.sliders) == 2


def test_back_to_one_action(playing, actions, engine):
    drag(actions.mixer.sliders[1], 50)
    actions.mix_action.trigger()
    QTest.mouseClick(actions.buttons["pull_ups"], Qt.MouseButton.LeftButton)
    assert playing.inputs.active_actions() == {"pull_ups": 1.0}
