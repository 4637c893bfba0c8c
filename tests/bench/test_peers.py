"""The bench of the authors' TensorFlow graph: it is their graph, and it says what it lacks."""

import importlib.util
import os
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest

import engine
from engine.authors.importing import import_authors
from engine.models.bundle import load_bundle
from engine.networks.spec import NetworkSpec
from tests.bench import peers
from tests.bench.tensorflow_graph import AUTHORS, AuthorsGraph

ROOT = Path(__file__).parents[2]
SHARED = Path(os.environ.get("KPVP_AUTHORS_CHECKPOINT", ROOT.parent / "shared" / "authors-checkpoint"))
TENSORFLOW = importlib.util.find_spec("tensorflow") is not None
needs_tensorflow = pytest.mark.skipif(not TENSORFLOW, reason="TensorFlow, which this bench needs, is not installed")
TINY: dict[str, Any] = {
    "image_size": 16,
    "detector_size": 16,
    "n_keypoints": 3,
    "n_actions": 2,
    "z_size": 4,
    "n_frames": 5,
    "detector_encoder": (4, 6, 8),
    "detector_decoder": (6, 4, 4),
    "detector_depths": (2, 2, 1),
    "image_encoder": (4, 6),
    "translator_widths": (8, 6),
    "translator_depths": (2, 1),
    "lstm_cells": 6,
    "motion_code": 5,
}


@pytest.fixture(scope="module")
def tiny(tmp_path_factory):
    """The path of a bundle of the authors' networks that are done in a moment."""
    return peers.random_bundle(tmp_path_factory.mktemp("models") / "tiny.safetensors", NetworkSpec(**AUTHORS, **TINY))


def test_random_networks_of_the_authors_sizes_draw_something(tiny):
    model = engine.load_model(tiny, "cpu", "fp32")
    clip = model.predict(peers._photos(16)[0], 0, seed=0)
    assert 10 < clip.synthesized.std() < 110 and np.mean(clip.synthesized % 255 == 0) < 0.2
    assert 20 < clip.mask.mean() < 235
    assert np.ptp(clip.keypoints, 0).max() > 0.01


@needs_tensorflow
@pytest.mark.parametrize("together", [None, 2])
def test_their_graph_gives_our_pixels(tiny, together):
    card, tensors = load_bundle(tiny)
    model = engine.load_model(tiny, "cpu", "fp32")
    clip = model.predict(peers._photos(16)[0], 1, seed=3)
    theirs = AuthorsGraph(card.spec, tensors, together=together).run(clip.source, clip.action, clip.z)
    apart = peers.parity(clip, theirs)
    assert apart["keypoints"] < 1e-5 and apart["levels_most"] < 0.51


@needs_tensorflow
@pytest.mark.skipif(not SHARED.is_dir(), reason="the authors' graph's own outputs are not here")
def test_the_graph_is_the_authors(tmp_path):
    folder = SHARED / "small"
    card, tensors = load_bundle(import_authors(folder / "stage1", folder / "stage2", tmp_path / "m.safetensors").path)
    with np.load(folder / "expected.npz") as archive:
        expected = {name: array[0] if name != "frame_index" else array for name, array in archive.items()}
    graph = AuthorsGraph(card.spec, tensors)
    k0, future, frames, crude, mask = graph.run(expected["image"], expected["action"], expected["z"])
    assert np.abs(k0 - expected["keypoints"]).max() < 1e-4
    assert np.abs(future - expected["future_keypoints"]).max() < 1e-4
    for made, name in ((frames.clip(-1, 1), "frames"), (crude, "crude"), (mask, "mask")):
        assert np.abs(made[expected["frame_index"]] - expected[name]).max() * 127.5 < 0.1


@needs_tensorflow
def test_both_are_measured_by_turns(tiny, capsys):
    peers.main([str(tiny), "--rounds", "1", "--threads", "1"])
    said = capsys.readouterr().out
    assert "5 frames, 1 threads, ours in fp32" in said and "ours / theirs" in said and "keypoints" in said


def test_without_tensorflow_it_says_what_to_do(tiny, monkeypatch):
    monkeypatch.setitem(sys.modules, "tensorflow", None)
    with pytest.raises(SystemExit, match="TensorFlow is not installed") as stopped:
        peers.main([str(tiny), "--rounds", "1", "--threads", "1"])
    assert stopped.value.code == peers.MISSING


def test_a_model_of_other_networks_is_refused(monkeypatch):
    people = ROOT / "resources" / "models" / "people.safetensors"
    with pytest.raises(SystemExit, match=r"people.safetensors has other networks .* Give a bundle"):
        peers.main([str(people), "--rounds", "1", "--threads", "1"])
