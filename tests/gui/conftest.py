"""A Document with models and a photo, settings of its own, and an engine that answers at once, without torch."""

import gc
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QSettings

from engine.clip import Clip
from engine.future import Future
from engine.media.photo import crop_pixels, read_photo
from engine.models.card import ModelCard
from engine.models.library import ModelEntry
from kpvp_gui import translation
from kpvp_gui.background.remembered import Remembered
from kpvp_gui.document.clip_record import ClipRecord
from kpvp_gui.document.document import Document
from kpvp_gui.document.inputs import Inputs, Kind, Request
from kpvp_gui.main_window import MainWindow
from tests.conftest import ACTIONS, small_spec

T, K, SIZE = 32, 10, 64


@pytest.fixture(autouse=True)
def _no_trace_at_home(monkeypatch, tmp_path):
    """The user's folders are not ours to write to."""
    for name in ("XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME"):
        monkeypatch.setenv(name, str(tmp_path / name))


@pytest.fixture(autouse=True)
def _collect_in_this_thread():
    """As the studio does: a QObject must not be collected by a thread of the pool (see `background.garbage`)."""
    gc.disable()
    yield
    gc.collect()


@pytest.fixture
def remembered(tmp_path):
    return Remembered(QSettings(str(tmp_path / "studio.ini"), QSettings.Format.IniFormat))


def model_entry(name: str, actions: tuple[str, ...] = ACTIONS) -> ModelEntry:
    spec = small_spec(n_actions=len(actions))
    card = ModelCard(name=name, title=name.capitalize(), network=spec.to_json(), actions=actions, image_size=SIZE)
    return ModelEntry(name, Path(f"/nowhere/{name}.safetensors"), card)


@pytest.fixture
def photo():
    rows, columns = np.mgrid[0:90, 0:160]
    return read_photo(np.stack([rows * 2, columns, rows + columns], axis=2).astype(np.uint8))


@pytest.fixture
def document(qtbot):
    """A Document that knows two models and has no photo yet."""
    document = Document()
    document.set_models([model_entry("people"), model_entry("other", ("squats", "waving"))])
    return document


@dataclass
class RecordingEngine:
    """Remembers what it was asked, and answers when told to."""

    document: Document
    requests: list[Request] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.document.making.requested.connect(self.requests.append)

    def begin(self, request: Request) -> None:
        inputs = request.inputs
        assert inputs.photo is not None and inputs.crop is not None
        source = crop_pixels(inputs.photo.pixels, inputs.crop, SIZE)
        rng = np.random.default_rng(len(request.id))
        k0 = rng.uniform(-0.8, 0.8, (K, 2)).astype(np.float32)
        drift = np.linspace(0, 0.2, T, dtype=np.float32)[:, None, None]
        future = future_of(inputs, source=source, source_keypoints=k0, keypoints=k0 + drift)
        self.document.making.clip_begins(ClipRecord(request.id, inputs, future, preview=request.kind is Kind.PREVIEW))

    def frames(self, request: Request, start: int = 0, stop: int = T) -> None:
        frames, mask = pixels(start, stop)
        self.document.making.frames_arrive(request.id, start, frames, frames[..., ::-1], mask)

    def finish(self, request: Request) -> None:
        inputs = request.inputs
        frames, mask = pixels(0, T)
        keypoints = np.zeros((T, K, 2), np.float32)
        assert inputs.photo is not None and inputs.crop is not None
        source = crop_pixels(inputs.photo.pixels, inputs.crop, SIZE)
        future = future_of(inputs, source=source, source_keypoints=keypoints[0], keypoints=keypoints)
        clip = Clip.of(future, frames=frames, synthesized=frames[..., ::-1], mask=mask)
        self.document.making.clip_finishes(request.id, clip)

    def serve(self, request: Request) -> None:
        self.begin(request)
        self.frames(request)
        self.finish(request)

    def serve_all(self) -> None:
        """Answer everything asked so far (an answer makes no new request)."""
        while self.requests:
            self.serve(self.requests.pop(0))


def future_of(inputs: Inputs, **arrays: Any) -> Future:
    """What the engine says of these inputs."""
    assert inputs.model is not None and inputs.photo is not None and inputs.crop is not None
    assert inputs.action is not None and inputs.z is not None
    return Future(
        action=inputs.action,
        action_names=inputs.model.card.actions,
        z=inputs.z,
        seed=inputs.seed,
        photo_name=inputs.photo.name,
        crop=inputs.crop,
        model_name=inputs.model.name,
        **arrays,
    )


def pixels(start: int, stop: int) -> tuple[np.ndarray, np.ndarray]:
    """Frames whose red is eight times their index, and masks of the left half."""
    frames = np.zeros((stop - start, SIZE, SIZE, 3), np.uint8)
    frames[..., 0] = 8 * np.arange(start, stop)[:, None, None]
    mask = np.zeros(frames.shape[:3], np.uint8)
    mask[:, :, : SIZE // 2] = 255
    return frames, mask


@pytest.fixture
def engine(document):
    return RecordingEngine(document)


@pytest.fixture
def playing(document, engine, photo):
    """The Document with a paused clip at its first frame."""
    document.set_photo(photo)
    engine.serve_all()
    document.playback.pause()
    document.playback.set_playhead(0)
    return document


@pytest.fixture
def speak(monkeypatch, qapp):
    """`translation.choose`, until the end of a test."""
    monkeypatch.delenv(translation.VARIABLE)
    yield translation.choose
    translation.choose("en")


@pytest.fixture
def window(qtbot, document, remembered):
    window = MainWindow(document, remembered)
    qtbot.addWidget(window)
    window.show()
    return window
