"""What may happen to the engine under a studio: it crashes, its memory runs out, its model goes; the work is intact."""

import shutil

import pytest
import torch
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton

from engine.predictor import Predictor
from engine.rendering.renderer import Renderer
from kpvp_gui.views.canvas import Canvas
from tests.engine.test_predictor import scarce_above
from tests.gui.answered import answered
from tests.gui.conftest import _no_trace_at_home, photo, remembered  # noqa: F401


@pytest.fixture
def model(tiny_model, tmp_path):
    """A copy that a test may delete."""
    return shutil.copy(tiny_model, tmp_path / "tiny.safetensors")


@pytest.fixture
def studio(qtbot, model, photo):  # noqa: F811
    """A Document with one finished clip, and what it said."""
    with answered(model) as (document, engine):
        said = []
        document.message.connect(lambda what, remedy: said.append(f"{what} {remedy}"))
        document.set_photo(photo)
        qtbot.waitUntil(lambda: not document.making.busy, timeout=20_000)
        yield document, engine, said


@pytest.mark.parametrize("crash", [ZeroDivisionError("inside"), SystemExit(3), KeyboardInterrupt()])
def test_a_crash_in_the_engine_is_said_with_details_and_the_next_future_comes(
    qtbot,
    studio,
    remembered,  # noqa: F811
    monkeypatch,
    crash,
):
    document, engine, said = studio
    canvas = Canvas(document, remembered)
    qtbot.addWidget(canvas)
    canvas.show()
    loads, before = [], list(document.clips)
    engine.model_loaded.connect(loads.append)

    def broken(self, *arguments, **keywords):
        monkeypatch.undo()
        raise crash

    monkeypatch.setattr(Predictor, "begin", broken)
    document.generate()
    qtbot.waitUntil(lambda: bool(said), timeout=20_000)
    assert "your work is intact" in said[0] and list(document.clips) == before and before[0].finished
    qtbot.waitUntil(lambda: any(not each.isHidden() for each in canvas.error_banner.findChildren(QPushButton)))
    (button,) = [each for each in canvas.error_banner.findChildren(QPushButton) if not each.isHidden()]
    assert button.text() == "Copy details"
    button.click()
    assert type(crash).__name__ in QGuiApplication.clipboard().text()
    document.generate()
    qtbot.waitUntil(lambda: len(document.clips) == 2 and not document.making.busy, timeout=20_000)
    assert engine.isRunning() and len(loads) == 1, "the model was read again"
    document.message.emit("Another matter.", "")
    assert all(each.isHidden() for each in canvas.error_banner.findChildren(QPushButton))


def test_memory_that_runs_out_means_fewer_frames_at_a_time_said_once(qtbot, studio, monkeypatch):
    document, _, said = studio
    monkeypatch.setattr(Renderer, "render", scarce_above(Renderer.render, 2))
    for _ in range(2):
        document.generate()
        qtbot.waitUntil(lambda: not document.making.busy, timeout=20_000)
    assert all(record.finished for record in document.clips) and len(document.clips) == 3
    qtbot.waitUntil(lambda: bool(said), timeout=5_000)
    assert len(said) == 1 and "Memory ran out" in said[0] and "2 frames at a time" in said[0]


@pytest.mark.parametrize("error", [MemoryError(), torch.OutOfMemoryError("no memory")])
def test_no_memory_at_all_is_a_sentence_and_the_next_future_comes(qtbot, studio, monkeypatch, error):
    document, _, said = studio

    def none(self, *arguments, **keywords):
        monkeypatch.undo()
        raise error

    monkeypatch.setattr(Predictor, "begin", none)
    document.generate()
    qtbot.waitUntil(lambda: bool(said), timeout=20_000)
    assert "not enough memory" in said[0] and "smaller model" in said[0]
    document.generate()
    qtbot.waitUntil(lambda: len(document.clips) == 2 and not document.making.busy, timeout=20_000)


def test_a_model_that_is_deleted_while_it_is_loaded_goes_on(qtbot, studio, model):
    document, engine, said = studio
    model.unlink()
    document.generate()
    qtbot.waitUntil(lambda: len(document.clips) == 2 and not document.making.busy, timeout=20_000)
    assert said == []
    engine._loaded = None  # as after another model
    document.generate()
    qtbot.waitUntil(lambda: bool(said), timeout=20_000)
    assert "no model" in said[0] and len(document.clips) == 2 and engine.isRunning()
