"""Model, actions, latent, transport: each control does what it says, by mouse and by keys."""

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractSpinBox, QComboBox, QSlider

from engine.media.photo import read_photo
from kpvp_gui.dialogs.frame_choice import FrameChoice
from kpvp_gui.document.inputs import Kind
from kpvp_gui.views.actions import Actions
from kpvp_gui.views.latent import Latent
from kpvp_gui.views.model_panel import ModelPanel
from kpvp_gui.views.transport import Transport, timecode

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def playing(document, engine, photo):
    """The Document with a paused clip at its first frame."""
    document.set_photo(photo)
    engine.serve_all()
    document.playback.pause()
    document.playback.set_playhead(0)
    return document


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
    latent = shown(qtbot, Latent(playing))
    seed = latent.seed.value()
    latent.lock_action.trigger()
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


def test_the_slider_scrubs_and_pauses(qtbot, playing):
    transport = shown(qtbot, Transport(playing.playback))
    playing.playback.play()
    transport.slider.setValue(17)
    assert playing.playback.playhead == 17 and not playing.playback.playing
    playing.playback.set_playhead(5)
    assert transport.slider.value() == 5


def test_the_play_button_plays_and_pauses(qtbot, playing):
    transport = shown(qtbot, Transport(playing.playback))
    transport.play_action.trigger()
    assert playing.playback.playing and transport.play_action.text() == "Pause"
    transport.play_action.trigger()
    assert not playing.playback.playing and transport.play_action.text() == "Play"


def test_the_readout_counts_seconds_and_frames():
    assert timecode(13, 32, 25) == "00:14 / 32"
    assert timecode(26, 32, 25) == "01:02 / 32"


def test_speed_and_loop_mode_reach_the_document(qtbot, playing):
    transport = shown(qtbot, Transport(playing.playback))
    transport.speed.setCurrentIndex(0)
    assert playing.playback.speed == 0.25
    transport.loop_actions["pingpong"].trigger()
    assert playing.playback.loop_mode == "pingpong"


def test_without_a_clip_there_is_nothing_to_play(qtbot, document):
    transport = shown(qtbot, Transport(document.playback))
    assert not transport.play_action.isEnabled() and not transport.slider.isEnabled()


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


def test_the_frame_of_an_animation_is_chosen_with_a_slider(qtbot, tmp_path):
    from PIL import Image

    path = tmp_path / "three.gif"
    pictures = [Image.new("RGB", (20, 20), colour) for colour in ("red", "lime", "blue")]
    pictures[0].save(path, save_all=True, append_images=pictures[1:], duration=100)
    dialog = FrameChoice(read_photo(path), path)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.slider.setValue(2)
    assert dialog.frame == 2
    qtbot.waitUntil(lambda: dialog._picture.pixmap().toImage().pixelColor(10, 10).blue() > 200)


def test_an_animation_asks_for_its_frame_before_anything_changes(document, qtbot, tmp_path):
    from PIL import Image

    path = tmp_path / "two.gif"
    Image.new("RGB", (20, 20), "red").save(path, save_all=True, append_images=[Image.new("RGB", (20, 20), "blue")])
    with qtbot.waitSignal(document.opening.choice_needed) as asked:
        document.open_photo(path)
    assert asked.args[0].frame_count == 2 and document.photo is None
    document.open_photo(path, 1)
    qtbot.waitUntil(lambda: document.photo is not None)
    assert document.photo.pixels[0, 0, 2] > 200
