"""Step 1 with a translator that moves pixels: silhouettes, a detector that stays, growing."""

import json

import numpy as np
import pytest
import torch
from accelerate import Accelerator

from engine.errors import TrainingError
from engine.networks.moving_translator import MovingTranslator
from training.data.pairs import PairSampler
from training.losses import moving as moving_losses
from training.runs import config
from training.runs.resolution import at_size
from training.stages.keypoints import KeypointsStage
from training.store.frame_store import FrameStore
from training.transfer import grow_translator

SPEC = """
[network]
n_keypoints = 6
translator = "moving"
detector_size = 32
detector_encoder = [8, 16]
detector_decoder = [16, 8]
detector_depths = [1, 1]
image_encoder = [6, 8, 12, 16]
translator_widths = [16, 12, 8, 6]
translator_depths = [1, 1, 1, 1]
"""
KEYPOINTS = """
[keypoints]
sizes = [32, 64]
steps = [2, 2]
batch = 2
perceptual = 0.0
"""


def _store(folder, silhouettes: bool) -> FrameStore:
    """One clip of a square that walks, with its silhouettes."""
    frames, figures = np.full((12, 64, 64, 3), 60, np.uint8), np.zeros((12, 64, 64), np.uint8)
    for t in range(12):
        frames[t, 20:44, 4 + 3 * t : 20 + 3 * t] = 220
        figures[t, 20:44, 4 + 3 * t : 20 + 3 * t] = 1
    folder.mkdir()
    frames.tofile(folder / "frames.u8")
    if silhouettes:
        np.packbits(figures, axis=-1).tofile(folder / "silhouettes.u1")
    index = {"actions": ["walk"], "size": 64, "fps": "25", "starts": [0, 12], "labels": [0], "source": {}}
    (folder / "index.json").write_text(json.dumps(index))
    return FrameStore(folder)


def stage_on(store: FrameStore, part: int = 0, **changes) -> KeypointsStage:
    overrides = [f"keypoints.{name}={value}" for name, value in changes.items()]
    run = config.parse(SPEC + KEYPOINTS, overrides)
    samplers = PairSampler(store, run.keypoints, run.augment, 0), PairSampler(store, run.keypoints, None, 1)
    spec = at_size(run.spec(1), run.keypoints.sizes[part])
    return KeypointsStage(spec, run, *samplers, part, torch.device("cpu"))


def test_silhouettes_are_moved_with_their_pictures(tmp_path):
    store = _store(tmp_path / "clips", silhouettes=True)
    settings = config.load("tiny")
    sampler = PairSampler(store, settings.keypoints, settings.augment, 3)
    v, target, known = sampler.batch_with_known(5, 64)
    assert torch.equal(v, sampler.batch(5, 64)[0]) and known.figures is not None
    for pictures, covers in zip((v, target), known.figures, strict=True):
        bright = pictures.mean(1, keepdim=True)
        inside, outside = bright[covers > 0.9], bright[covers < 0.1]
        assert inside.mean() - outside.mean() > 0.8


def test_silhouettes_teach_and_a_detector_may_stay(tmp_path):
    stage = stage_on(_store(tmp_path / "clips", silhouettes=True), silhouettes=0.1, detector_rate=0)
    before = {name: value.clone() for name, value in stage.modules["detector"].state_dict().items()}
    losses = stage.step(0, Accelerator(cpu=True)).losses  # in every step, as nothing else could be learned
    assert {"silhouettes", "moved_pixels", "drawn"} <= set(losses) and "equivariance" not in losses
    assert all(torch.equal(value, before[name]) for name, value in stage.modules["detector"].state_dict().items())


def test_a_cover_is_learned_without_labels_too(tmp_path):
    stage = stage_on(_store(tmp_path / "clips", silhouettes=False))
    losses = stage.step(0, Accelerator(cpu=True)).losses
    assert "crisp" in losses and "silhouettes" not in losses


def test_silhouettes_that_are_not_there_are_told(tmp_path):
    with pytest.raises(TrainingError, match="silhouettes"):
        stage_on(_store(tmp_path / "clips", silhouettes=False), silhouettes=0.1)


def test_growing_keeps_the_picture(tmp_path):
    store = _store(tmp_path / "clips", silhouettes=False)
    small, large = (stage_on(store, part).modules["translator"].eval() for part in (0, 1))
    assert isinstance(small, MovingTranslator)
    with torch.no_grad():
        for head in (small.parts, small.fields, small.source.parts):
            head.weight.normal_(0, 0.1)
    grow_translator(small, large)
    picture, k = torch.rand(1, 3, 8, 8) * 2 - 1, torch.rand(2, 1, 6, 2) - 0.5
    pictures = [torch.nn.functional.interpolate(picture, side) for side in (32, 64)]
    before, after = (net(x, *k)[2] for net, x in zip((small, large), pictures, strict=True))
    assert (torch.nn.functional.avg_pool2d(after, 2) - before).abs().mean() < 0.05


def test_coverage_calls_keypoints_to_what_has_none():
    """A figure with an arm: of keypoints on its trunk the one nearest to the arm feels it most, and goes there."""
    cover = torch.zeros(1, 1, 64, 64)
    cover[..., 24:56, 26:38] = 1  # the trunk
    cover[..., 26:29, 38:60] = 1  # the arm, to the right
    keypoints = torch.tensor([[[-0.1, -0.1], [0.1, -0.2], [0.0, 0.3], [0.0, 0.6]]], requires_grad=True)
    missed = moving_losses.coverage(keypoints, cover)
    missed.backward()
    assert keypoints.grad is not None
    assert int(keypoints.grad[0, :, 0].argmin()) == 1 and keypoints.grad[0, 1, 0] < 0
    with_arm = torch.cat([keypoints.detach(), torch.tensor([[[0.6, -0.15]]])], 1)
    assert moving_losses.coverage(with_arm, cover) < 0.5 * missed


def test_coverage_teaches_where_it_is_asked_for(tmp_path):
    stage = stage_on(_store(tmp_path / "clips", silhouettes=False), coverage=10.0)
    assert "coverage" in stage.step(0, Accelerator(cpu=True)).losses
