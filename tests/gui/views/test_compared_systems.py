"""A compared system in the studio: its clips are made and compared as any; what they lack is grey and says why."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from engine.media.photo import read_photo
from engine.models.card import ModelCard
from engine.models.library import ModelEntry
from engine.systems.table import SYSTEMS
from kpvp_gui.dialogs.export import ExportDialog
from kpvp_gui.views.canvas import Canvas
from tests.conftest import ACTIONS
from tests.engine.media.test_photo import numbered_frames, video
from tests.engine.systems.test_system_predictor import bundle
from tests.gui.answered import answered
from tests.gui.conftest import SIZE


def compared(name="mocogan") -> ModelEntry:
    network = {"image_size": SIZE, "n_actions": len(ACTIONS), "z_size": 320, "n_frames": 32, "width": 8}
    card = ModelCard(name, network | {"n_keypoints": 0}, ACTIONS, system=name, image_size=SIZE)
    return ModelEntry(name, Path(f"/nowhere/{name}.safetensors"), card)


@pytest.fixture
def canvas(qtbot, document, remembered):
    canvas = Canvas(document, remembered)
    qtbot.addWidget(canvas)
    return canvas


def test_overlays_that_a_system_has_not_are_grey_and_say_why(canvas, document, engine, photo):
    document.set_models([*document.models, compared()])
    document.set_photo(photo)
    engine.serve_all()
    assert all(act.isEnabled() for act in canvas.overlay_actions.values())
    tip = canvas.overlay_actions["keypoints"].toolTip()
    document.set_model("mocogan")
    engine.serve_all()
    for name in ("keypoints", "trails", "mask", "synthesized"):
        assert not canvas.overlay_actions[name].isEnabled()
        assert canvas.overlay_actions[name].toolTip() == SYSTEMS["mocogan"].lacks
    assert canvas.overlay_actions["frame"].isEnabled()
    assert not canvas.strip.edit_action.isEnabled()
    document.select_clip(document.clips[0].id)
    assert canvas.overlay_actions["keypoints"].isEnabled() and canvas.overlay_actions["keypoints"].toolTip() == tip
    assert canvas.strip.edit_action.isEnabled()


def test_the_export_dialog_greys_them_too(qtbot, document, engine, photo, remembered):
    document.set_models([*document.models, compared()])
    document.set_model("mocogan")
    document.set_photo(photo)
    engine.serve_all()
    document.set_overlays({"frame", "keypoints"})
    dialog = ExportDialog(document, document.clips.current, remembered)
    qtbot.addWidget(dialog)
    assert not any(box.isEnabled() or box.isChecked() for box in dialog.form.overlays.values())
    assert dialog.form.overlays["mask"].toolTip() == SYSTEMS["mocogan"].lacks


def test_clips_of_two_systems_share_the_real_clip(document, engine, tmp_path, qtbot):
    document.set_models([*document.models, compared()])
    asked = []
    document.comparison.requested.connect(asked.append)
    document.set_photo(read_photo(video(tmp_path / "clip.mp4", numbered_frames(), fps=25), frame=2))
    engine.serve_all()
    document.set_model("mocogan")
    engine.serve_all()
    ours, theirs = document.clips
    none = {"keypoints": theirs.keypoints[:, :0], "source_keypoints": theirs.source_keypoints[:0]}
    theirs.future = replace(theirs.future, **none)
    comparison = document.comparison
    comparison.set_clips([theirs, ours])
    qtbot.waitUntil(lambda: len(comparison.scores) == 2)
    comparison.keypoints_arrive(asked[-1].id, np.asarray(ours.keypoints[:9]))
    qtbot.waitUntil(lambda: comparison.scores[ours.id].keypoint_error is not None)
    assert comparison.scores[theirs.id].psnr.shape == (9,)
    assert comparison.scores[theirs.id].keypoint_error is None


def test_the_engine_thread_makes_its_clips_from_the_frame_that_is_shown(tmp_path, qtbot, photo):
    with answered(bundle(tmp_path, "mocogan"), "mocogan") as (document, _):
        document.set_seed(0)
        document.set_photo(photo)
        qtbot.waitUntil(lambda: document.clips.current is not None and document.clips.current.finished, timeout=20_000)
        first = document.clips.current
        assert first is not None and first.seed == 0
        assert first.keypoints.shape == (4, 0, 2) and first.frames.std() > 0
        document.playback.pause()
        document.playback.set_playhead(2)
        document.set_seed(first.seed + 1)
        qtbot.waitUntil(lambda: len(document.clips) == 2 and document.clips[1].finished, timeout=20_000)
        assert document.clips[1].seed == first.seed + 1
