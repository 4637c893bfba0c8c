"""The engine thread with a real (random) model: tiles queue, previews give way, and it always goes quietly."""

import numpy as np
import pytest

from engine.models.library import ModelEntry
from engine.predictor import load_model
from kpvp_gui.document.inputs import FigureSearch
from tests.gui.answered import answered


@pytest.fixture
def studio(qtbot, tiny_model, photo):
    """A Document whose requests a running EngineThread answers."""
    with answered(tiny_model) as (document, engine):
        yield document, engine


def wait_until_idle(qtbot, document):
    qtbot.waitUntil(lambda: not document.making.busy, timeout=20_000)


def test_a_photo_becomes_the_clip_that_predict_makes(qtbot, studio, photo, tiny_model):
    document, _ = studio
    document.set_seed(0)
    document.set_photo(photo)
    wait_until_idle(qtbot, document)
    expected = load_model(tiny_model).predict(photo, document.actions[0], seed=0, crop=document.crop)
    assert np.abs(document.clips.current.frames.astype(int) - expected.frames).max() <= 2
    assert np.allclose(document.clips.current.keypoints, expected.keypoints, atol=1e-4)


def test_frames_stream_before_the_clip_is_finished(qtbot, studio, photo):
    document, _ = studio
    arrived = []
    document.making.frames_arrived.connect(lambda _id, start, stop: arrived.append((start, stop)))
    document.making.clip_finished.connect(lambda _: arrived.append("finished"))
    document.set_photo(photo)
    wait_until_idle(qtbot, document)
    assert arrived[0][0] == 0 and arrived[-1] == "finished"
    assert len(arrived) > 3


def test_five_presses_of_generate_give_five_tiles_in_order(qtbot, studio, photo):
    document, _ = studio
    document.set_photo(photo)
    wait_until_idle(qtbot, document)
    seeds = []
    for _ in range(5):
        document.generate()
        seeds.append(document.seed)
    wait_until_idle(qtbot, document)
    assert [record.seed for record in document.clips][1:] == seeds
    assert all(record.finished for record in document.clips)


def test_a_long_drag_leaves_no_tile_and_ends_with_the_last_position(qtbot, studio, photo):
    document, _ = studio
    document.set_photo(photo)
    wait_until_idle(qtbot, document)
    for x in range(34, 4, -1):
        document.set_crop(x, 0, 80, final=False)
        qtbot.wait(2)
    wait_until_idle(qtbot, document)
    assert len(document.clips) == 1
    assert document.clips.current.preview and document.clips.current.crop.x == 5


def test_the_frame_on_screen_is_previewed_first(qtbot, studio, photo):
    document, _ = studio
    document.set_photo(photo)
    wait_until_idle(qtbot, document)
    document.playback.pause()
    document.playback.set_playhead(20)
    arrived = []
    document.making.frames_arrived.connect(lambda _id, start, _stop: arrived.append(start))
    document.set_crop(0, 0, 60, final=False)
    wait_until_idle(qtbot, document)
    assert arrived[:2] == [20, 0]


def test_cancel_stops_all_and_the_thread_lives_on(qtbot, studio, photo):
    document, _ = studio
    document.set_photo(photo)
    for _ in range(10):
        document.generate()
    document.making.cancel()
    assert not document.making.busy
    document.generate()
    wait_until_idle(qtbot, document)
    assert document.clips and all(record.finished for record in document.clips)


def test_a_model_file_that_is_none_is_said_and_the_thread_lives_on(qtbot, studio, photo, tmp_path):
    document, _ = studio
    broken = tmp_path / "broken.safetensors"
    broken.write_bytes(b"nothing")
    good = document.model_entry
    document.set_models([good, ModelEntry("broken", broken, good.card)])
    document.set_photo(photo)
    wait_until_idle(qtbot, document)
    with qtbot.waitSignal(document.message) as said:
        document.set_model("broken")
    assert "broken" in said.args[0]
    document.set_model("tiny")
    document.generate()
    wait_until_idle(qtbot, document)
    assert document.clips.current.finished


def test_shutting_down_amid_work_waits_and_returns(qtbot, studio, photo):
    document, engine = studio
    document.set_photo(photo)
    for _ in range(20):
        document.generate()
    engine.shut_down()
    assert engine.isFinished()


def test_an_opened_photo_is_searched_then_made_into_a_clip(qtbot, studio, photo):
    document, _ = studio
    document.take_photo(photo)
    qtbot.waitUntil(lambda: len(document.clips) == 1, timeout=20_000)
    wait_until_idle(qtbot, document)
    assert document.clips.current.crop == document.crop == (35, 0, 90)  # the model was never calibrated
    assert document.familiarity is not None and document.familiarity.familiar is None


def test_other_models_are_asked_without_taking_the_place_of_the_chosen_one(qtbot, studio, photo):
    document, engine = studio
    document.take_photo(photo)
    wait_until_idle(qtbot, document)
    qtbot.waitUntil(lambda: not document.finding.searching, timeout=20_000)
    search = FigureSearch("search-x", document.inputs, document.models)
    with qtbot.waitSignal(engine.known_elsewhere, timeout=20_000) as answer:
        engine.submit(search)
    assert answer.args == [search, ()]  # nobody who cannot tell finds it familiar
    document.generate()
    qtbot.waitUntil(lambda: len(document.clips) == 2, timeout=20_000)


def test_a_first_clip_does_not_wait_for_faster_convolutions(qtbot, tiny_model, photo, monkeypatch):
    monkeypatch.setattr("engine.runtime.has_native_bf16", lambda device: False)  # such a CPU renders in float32
    monkeypatch.setattr("engine.rendering.stream.ready", lambda: False)
    monkeypatch.setattr("engine.rendering.stream.wait", lambda: pytest.fail("the window waited"))
    with answered(tiny_model) as (document, _):
        document.set_photo(photo)
        wait_until_idle(qtbot, document)
        assert _schedule(document)["precision"] == "fp32" and _schedule(document)["winograd"] is False
        monkeypatch.setattr("engine.rendering.stream.ready", lambda: True)
        document.generate()
        wait_until_idle(qtbot, document)
        assert _schedule(document)["winograd"] is True


def _schedule(document):
    record = document.clips.current
    assert record is not None and record.clip is not None
    return record.clip.schedule
