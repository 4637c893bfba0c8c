"""Runs of compared systems on the squares' world, small enough for seconds."""

import pytest
import torch

from engine import load_model
from tests.training.moving_square import open_instead
from training import pipeline
from training.running.run import Run
from training.runs import config
from training.store import frame_store

SMALL = [
    "data.source='squares'",
    "data.clips=12",
    "data.size=64",
    "augment.rotation=0.0",
    "augment.zoom=0.0",
    "augment.shift=0.0",
    "augment.flip=false",
    "compared.size=16",
    "compared.width=8",
    "network.n_frames=8",
    "loop.log_every=5",
    "loop.checkpoint_every=100",
    "loop.preview_every=100",
    "install=false",
]


@pytest.fixture(autouse=True)
def squares(monkeypatch, tmp_path_factory):
    torch.set_num_threads(1)
    open_instead(monkeypatch)
    cache = tmp_path_factory.getbasetemp() / "squares-of-systems"
    monkeypatch.setattr(frame_store, "cache_root", lambda: cache)


@pytest.fixture
def trained(tmp_path):
    """trained(system, *settings): (the run's folder, its model opened)."""

    def train(system, *settings):
        folder = tmp_path / f"run-{len(list(tmp_path.iterdir()))}"
        with Run.start(folder, config.load("tiny", [*SMALL, f"system='{system}'", *settings])) as run:
            path = pipeline.train(run)
        return folder, load_model(path, device="cpu")

    return train
