"""Model, actions, latent (and every control of the transport): each does what it says, by mouse and by keys."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractSpinBox, QApplication, QComboBox, QSlider

from kpvp_gui.document.inputs import Kind
from kpvp_gui.views.actions import Actions
from kpvp_gui.views.latent import Latent
from kpvp_gui.views.model_panel import ModelPanel
from kpvp_gui.views.transport import Transport

LEFT = Qt.MouseButton.LeftButton


def shown(qtbot, widget):
    qtbot.addWidget(widget)
    widget.resize(800, widget.sizeHint().height())
    widget.show()
    return widget


def test_clicking_an_action_makes_its_clip(qtbot, playing, engine):
    actions = shown(qtbot, Actions(playing))
    QTest.mouseClick(actions.buttons["golf_swing"], LEFT)
    assert [r.inputs.active_actions() for r in engine.requests] == [{"golf_swing": 1.0}]
    assert [name for name, button in actions.buttons.items() if button.isChecked()] == ["golf_swing"]


def test_clicking_the_chosen_action_again_leaves_it_checked(qtbot, playing):
    actions = shown(qtbot, Actions(playing))
    first = actions.buttons[playing.actions[0]]
    QTest.mouseClick(first, LEFT)
    assert first.isChecked()


def test_a_model_with_a_long_title_neither_widens_the_panel_nor_cuts_its_domain(qtbot, document):
    panel = ModelPanel(document)
    qtbot.addWidget(panel)
    panel.setFixedSize(200, 240)
    panel.show()
    long = replace(document.models[0], card=replace(document.models[0].card, title=80 * "W", domain="One person. " * 5))
    document.set_models([long, *document.models[1:]])
    document.set_model("other")
    document.set_model("people")
    QApplication.processEvents()
    assert panel.minimumSizeHint().width() <= 200
    domain = panel._domain
    assert domain.width() <= 200 and domain.height() >= domain.heightForWidth(domain.width())
    assert 80 * "W" in panel.choice.toolTip()


def test_a_mixture_checks_no_single_action(qtbot, playing):
    actions = shown(qtbot, Actions(playing))
    weights = np.zeros(9, np.float32)
    weights[:2] = 0.5
    playing.set_action_weights(weights)
    assert not any(button.isChecked() for button in actions.buttons.values())


def test_another_model_brings_its_own_actions(qtbot, playing):
    panel, actions = shown(qtbot, ModelPanel(playing)), shown(qtbot, Actions(playing))
    panel.choice.setCurrentIndex(1)
    panel.choice.activated.emit(1)
    assert list(actions.buttons) == ["squats", "waving"]
    assert playing.model_entry.name == "other"


def test_typing_a_seed_makes_its_clip(qtbot, playing, engine):
    latent = shown(qtbot, Latent(playing))
    latent.seed.setFocus()
    latent.seed.selectAll()
    QTest.keyClicks(latent.seed, "42")
    QTest.keyClick(latent.seed, Qt.Key.Key_Return)
    assert [r.inputs.seed for r in engine.requests] == [42]


def test_generate_shows_the_new_seed_at_once(qtbot, playing, engine):
    latent = shown(qtbot, Latent(playing))
    QTest.mouseClick(latent.generate, LEFT)
    assert latent.seed.value() == engine.requests[-1].inputs.seed


def test_the_lock_keeps_the_seed(qtbot, playing, engine):
    playing.set_seed(7)
    engine.serve_all()
    latent = shown(qtbot, Latent(playing))
    seed = latent.seed.value()
    latent.lock_action.trigger()
    playing.delete_clip(playing.clips[-1].id)  # the one of this seed, or it would be shown
    QTest.mouseClick(latent.generate, LEFT)
    assert latent.seed.value() == seed == engine.requests[-1].inputs.seed


def test_cancel_is_offered_while_a_clip_is_being_made(qtbot, playing):
    latent = shown(qtbot, Latent(playing))
    assert not latent.cancel_action.isEnabled()
    playing.generate()
    assert latent.cancel_action.isEnabled()
    latent.cancel_action.trigger()
    assert not playing.making.busy and not latent.cancel_action.isEnabled()


def test_the_pads_right_is_the_seed_and_its_middle_the_mean_future(qtbot, playing):
    latent = shown(qtbot, Latent(playing))
    pad = latent.pad
    assert np.allclose(pad.coordinates(), (0, 0)) and latent.seed.text().endswith("mean future")
    playing.set_seed(7)
    assert np.allclose(pad.coordinates(), (1, 0), atol=1e-5)
    QTest.mouseClick(pad, LEFT, pos=pad.rect().center())
    assert np.abs(playing.z).max() < 0.1
    assert playing.seed is None


def test_dragging_on_the_pad_previews_and_letting_go_makes_one_clip(qtbot, playing, engine):
    latent, steps = shown(qtbot, Latent(playing)), playing.undo_stack.count()
    pad = latent.pad
    start = pad.point()
    QTest.mousePress(pad, LEFT, pos=start.toPoint())
    for x in range(10, 50, 10):
        QTest.mouseMove(pad, (start - QPointF(x, 0)).toPoint())
    QTest.mouseRelease(pad, LEFT, pos=(start - QPointF(40, 0)).toPoint())
    kinds = [r.kind for r in engine.requests]
    assert kinds[:-1] == [Kind.PREVIEW] * (len(kinds) - 1) and kinds[-1] is Kind.GENERATE
    assert playing.undo_stack.count() == steps + 1


def test_arrow_keys_on_the_pad_make_one_clip_when_they_rest(qtbot, playing, engine):
    latent = shown(qtbot, Latent(playing))
    pad = latent.pad
    for _ in range(3):
        QTest.keyClick(pad, Qt.Key.Key_Up)
    assert pad.coordinates()[1] == pytest.approx(0.3, abs=0.01)
    qtbot.waitUntil(lambda: any(r.kind is Kind.GENERATE for r in engine.requests), timeout=2000)


@pytest.mark.parametrize("view", [Actions, Latent, ModelPanel, lambda document: Transport(document.playback)])
def test_every_control_has_a_tooltip_and_a_name_and_the_keyboard_reaches_it(qtbot, playing, view):
    widget = shown(qtbot, view(playing))
    controls = [
        c for kind in (QAbstractButton, QAbstractSpinBox, QComboBox, QSlider) for c in widget.findChildren(kind)
    ]
    assert controls
    for control in controls:
        assert control.toolTip(), control
        assert control.accessibleName() or control.text(), control
        assert control.focusPolicy() & Qt.FocusPolicy.TabFocus, control
