"""What a renderer knows of pairs: true motion that fits the augmented pictures, empty places, and what they teach."""

import dataclasses

import cv2
import numpy as np
import pytest
import torch
from accelerate import Accelerator

from engine.errors import TrainingError
from engine.networks.moving_fields import Fields
from engine.networks.warping import positions, sampled
from engine.pixels import signed
from tests.training.moving_square import MovingSquare
from tests.training.stages.test_moving_step import stage_on
from training.data.augmentation import on_another_grid
from training.data.known import seen_to_move
from training.data.pairs import PairSampler
from training.losses import known as losses
from training.runs import config
from training.store import building

SETTINGS = config.load("tiny", ["keypoints.batch=8", "augment.rotation=20", "augment.zoom=0.2", "augment.shift=0.1"])


def _store(root, truth: bool = True, clips: int = 4):
    asked = dataclasses.replace(SETTINGS.data, source="squares", clips=clips, size=64, truth=truth)
    return building.from_world(MovingSquare(), asked, root)


def test_the_motion_known_brings_back_the_target(tmp_path):
    sampler = PairSampler(_store(tmp_path), SETTINGS.keypoints, SETTINGS.augment, 3)
    v, target, known = sampler.batch_with_known(5, 64)
    assert known.sources is not None and known.seen is not None and known.figures is not None
    back = sampled(v, known.sources.permute(0, 2, 3, 1))
    there = torch.nn.functional.avg_pool2d(target, 2)
    inside = torch.nn.functional.avg_pool2d(known.figures[1], 2) > 0.99
    seen = (known.seen > 0) & inside
    assert seen.sum() > 8 * 20
    apart = (back - there).abs().mean(1, keepdim=True)
    assert apart[seen].mean() < 0.05
    unmoved = (torch.nn.functional.avg_pool2d(v, 2) - there).abs().mean(1, keepdim=True)
    assert unmoved[seen].mean() > 5 * apart[seen].mean()


def test_the_empty_place_is_the_picture_without_its_figure(tmp_path):
    sampler = PairSampler(_store(tmp_path), SETTINGS.keypoints, SETTINGS.augment, 3)
    v, _, known = sampler.batch_with_known(2, 64)
    assert known.figures is not None and known.plates is not None and known.placed is not None and known.placed.all()
    figure = torch.nn.functional.max_pool2d(known.figures[0], 5, 1, 2) > 0
    apart = (v - known.plates).abs().mean(1, keepdim=True)
    assert (
        known.placed is not None
        and known.placed.all()
        and apart[~figure].max() < 0.02 < apart[known.figures[0] > 0.99].min()
    )


def test_pictures_are_what_they_are_without_the_truth(tmp_path):
    """Only which frame is v depends on it: the changes of pictures are the same."""
    with_truth, without = (_store(tmp_path, truth) for truth in (True, False))
    targets = [
        PairSampler(store, SETTINGS.keypoints, None, 3).batch_with_known(0, 64)[1] for store in (with_truth, without)
    ]
    assert torch.equal(*targets)


def test_a_grid_is_moved_as_its_picture_is():
    matrix = np.array([[0.9, -0.2, 7.0], [0.2, 0.9, -3.0]])
    coarse = on_another_grid(matrix, 64, 32)
    cell = np.array([5.0, 11.0])
    pixel = 2 * cell + 0.5
    assert np.allclose(2 * (coarse[:, :2] @ cell + coarse[:, 2]) + 0.5, matrix[:, :2] @ pixel + matrix[:, 2])


def test_the_right_motion_costs_least():
    sources = torch.rand(2, 2, 8, 8) - 0.5
    seen = torch.ones(2, 1, 8, 8)
    right, wrong, drawn = (
        Fields(sources.permute(0, 2, 3, 1) + shift, seen, seen * own, torch.zeros(2, 3, 8, 8))
        for shift, own in ((0.0, 1.0), (0.2, 1.0), (0.0, 0.3))
    )
    costs = [float(losses.flow_error(fields, sources, seen)) for fields in (right, wrong, drawn)]
    assert costs[0] < min(costs[1:])
    nowhere = float(losses.flow_error(wrong, sources, seen * 0))
    assert nowhere == 0


def test_the_truth_teaches_the_translator_and_leaves_the_keypoints(tmp_path):
    stage = stage_on(_store(tmp_path), flow=2.0, plate=0.3, silhouettes=0.3)
    accelerator = Accelerator(cpu=True)
    even = stage.step(0, accelerator).losses
    assert "equivariance" in even and not {"flow", "plate", "silhouettes"} & set(even)
    detector = {name: value.clone() for name, value in stage.modules["detector"].state_dict().items()}
    translator = {name: value.clone() for name, value in stage.modules["translator"].state_dict().items()}
    odd = stage.step(1, accelerator).losses
    assert {"flow", "plate", "silhouettes", "moved_pixels"} <= set(odd)
    assert odd["equivariance"] == even["equivariance"]  # reported as it last was
    assert all(torch.equal(value, detector[name]) for name, value in stage.modules["detector"].state_dict().items())
    changed = stage.modules["translator"].state_dict()
    assert any(not torch.equal(value, changed[name]) for name, value in translator.items())


def test_clips_without_the_truth_are_told(tmp_path):
    with pytest.raises(TrainingError, match="true motion") as refused:
        stage_on(_store(tmp_path, truth=False), flow=1.0)
    assert "data.truth=true" in refused.value.remedy


def test_a_half_written_truth_is_noticed(tmp_path):
    store = _store(tmp_path)
    path = store.folder / "flows.i2"
    path.write_bytes(path.read_bytes()[:-2])
    with pytest.raises(TrainingError, match="damaged"):
        type(store)(store.folder)


def test_motion_is_seen_in_the_pictures_alone():
    texture = cv2.GaussianBlur(np.random.default_rng(0).integers(0, 256, (80, 80, 3)).astype(np.uint8), (0, 0), 2)
    v, target = (signed(torch.tensor(texture[8:72, x : x + 64])).permute(2, 0, 1)[None] for x in (8, 6))
    known = seen_to_move(v, target, 2)
    assert known.figures is None and known.sources is not None and known.seen is not None
    assert known.seen[0].mean() > 0.8 and not known.seen[1].any()
    middles = (torch.arange(32) * 2 + 1) / 32 - 1
    apart = (known.sources[0, 0] - middles)[known.seen[0, 0] > 0] * 32
    assert abs(float(apart.mean()) + 2) < 0.2  # the target's pixels are two to the right of where they were


def test_neighbours_are_near_and_of_one_clip(tmp_path):
    store = _store(tmp_path)
    sampler = PairSampler(store, SETTINGS.keypoints, SETTINGS.augment, 3)
    rng = np.random.default_rng(0)
    for target in (0, 1, 32, 33, 65, 131):
        v, same = sampler._neighbours(target, rng)
        assert same == target and 1 <= abs(v - target) <= 3 and v // 33 == target // 33


def test_seen_motion_teaches_keypoints(tmp_path):
    stage = stage_on(_store(tmp_path), optical_flow=5.0, perceptual=0.0)
    detector = {name: value.clone() for name, value in stage.modules["detector"].state_dict().items()}
    losses = stage.step(0, Accelerator(cpu=True)).losses
    assert "optical_flow" in losses and "flow" not in losses
    changed = stage.modules["detector"].state_dict()
    assert any(not torch.equal(value, changed[name]) for name, value in detector.items())


def test_keypoints_that_go_along_with_what_moves_are_not_corrected(tmp_path):
    cells = 64
    here = positions(cells, torch.empty(0)).permute(2, 0, 1)[None]
    step = torch.tensor([0.1, -0.05])
    sources = here + step[None, :, None, None]  # all of the target was a tenth of a half side further right
    target = torch.tensor([[[0.0, 0.0], [-0.4, 0.3]]], requires_grad=True)
    there, seen = target.detach() + step * cells / (cells - 1), torch.ones(1, 1, cells, cells)
    along = float(losses.followed_error(there, target, sources, seen).detach())
    staying = losses.followed_error(target.detach(), target, sources, seen)
    assert along == pytest.approx(0.01, abs=1e-4)  # what is called nothing
    assert float(staying) == pytest.approx(float(step.norm()), rel=0.02)
    (gradient,) = torch.autograd.grad(staying, target)
    assert (gradient[..., 0] > 0).all() and (gradient[..., 1] < 0).all()  # downhill is left and down, away from v
    nobody = losses.followed_error(target.detach(), target, sources, torch.zeros_like(seen))
    assert float(nobody) == 0


def test_following_is_a_term_of_its_own(tmp_path):
    stage = stage_on(_store(tmp_path), optical_flow=5.0, followed=4.0, perceptual=0.0)
    assert "followed" in stage.step(0, Accelerator(cpu=True)).losses


def test_one_step_of_so_many_learns_from_what_is_known(tmp_path):
    stage = stage_on(_store(tmp_path), flow=1.0, known_every=3, perceptual=0.0)
    assert [stage._drawn(n)[2] is not None for n in range(6)] == [False, True, False, False, True, False]
