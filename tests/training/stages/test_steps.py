"""What a step of training does: its data, its losses, its adversaries, its switches, and how it is judged."""

import dataclasses
from typing import Any

import numpy as np
import pytest
import torch
from accelerate import Accelerator
from torch.nn import functional as F

from tests.training.moving_square import MovingSquare
from tests.training.test_pipeline import QUICK
from training.data.augmentation import _in_pixels, affine, augment
from training.data.pairs import PairSampler
from training.data.prefetch import Prefetch
from training.data.sequences import SequenceSampler, augmented, begun_elsewhere
from training.running.optimisation import rate_factor
from training.runs import config
from training.stages.keypoints import KeypointsStage
from training.stages.motion import MotionStage
from training.store import building

PLAIN: dict[str, Any] = {"rotation": 0.0, "zoom": 0.0, "shift": 0.0, "flip": False, "colour": 0.0, "sharpness": 0.0}


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    torch.set_num_threads(1)
    folder = tmp_path_factory.mktemp("squares")
    return building.from_world(MovingSquare(), config.load("tiny", QUICK).data, folder)


@pytest.fixture(scope="module")
def accelerator():
    return Accelerator(cpu=True)


def keypoints_stage(store, *overrides, n_actions=2):
    settings = config.load("tiny", [*QUICK, "keypoints.sizes=[32]", "keypoints.steps=[8]", *overrides])
    sampler = PairSampler(store, settings.keypoints, settings.augment, 0)
    held_out = PairSampler(store, settings.keypoints, None, 1)
    torch.manual_seed(0)
    return KeypointsStage(settings.spec(n_actions), settings, sampler, held_out, 0, torch.device("cpu"))


def motion_stage(*overrides):
    settings = config.load("tiny", [*QUICK, *overrides])
    spec = settings.spec(2)
    rng = np.random.default_rng(0)
    steps = rng.normal(0, 0.05, (6, 9, spec.n_keypoints, 2)).cumsum(1).clip(-1, 1).astype(np.float32)
    starts, labels = np.arange(7) * 9, np.arange(6) % 2
    sampler = SequenceSampler(steps.reshape(-1, spec.n_keypoints, 2), starts, labels, 2, 8, settings.motion, 0)
    torch.manual_seed(0)
    pictures = np.zeros((3, 32, 32, 3), np.uint8)
    return MotionStage(spec, settings, sampler, sampler, pictures, torch.device("cpu"))


# Data


def test_a_pair_is_changed_alike_and_stays_in_range():
    rng = np.random.default_rng(0)
    frame = rng.integers(0, 256, (32, 32, 3)).astype(np.uint8)
    out = np.empty((2, 5, 32, 32, 3), np.float32)
    augment([[frame, frame]] * 5, config.AugmentConfig(), rng, out)
    assert np.array_equal(out[0], out[1])
    assert not np.array_equal(out[0, 0], out[0, 1])
    assert out.min() >= -1 and out.max() <= 1


def test_without_any_change_a_picture_comes_through_as_it_is():
    frame = np.random.default_rng(0).integers(0, 256, (16, 16, 3)).astype(np.uint8)
    out = np.empty((2, 1, 16, 16, 3), np.float32)
    augment([[frame, frame]], config.AugmentConfig(**PLAIN), np.random.default_rng(0), out)
    assert np.allclose(out[0, 0], frame / 127.5 - 1, atol=1e-6)


def test_pictures_are_moved_as_torch_would_move_them():
    yy, xx = np.mgrid[0:32, 0:32]
    frame = np.stack([xx * 7, yy * 7, (xx + yy) * 3], -1).astype(np.uint8)
    theta = affine(np.array([0.2]), np.array([1.2]), np.array([[0.1, -0.05]]), np.array([-1.0]))
    import cv2

    moved = cv2.warpAffine(
        frame,
        _in_pixels(theta.numpy().astype(np.float64), 32)[0],
        (32, 32),
        flags=cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP,
        borderMode=cv2.BORDER_REFLECT,
    )
    x = torch.from_numpy(frame).permute(2, 0, 1)[None].float()
    grid = F.affine_grid(theta, list(x.shape), align_corners=False)
    wanted = F.grid_sample(x, grid, padding_mode="reflection", align_corners=False)[0].permute(1, 2, 0).numpy()
    assert np.abs(moved - wanted).max() < 2


def test_sharpness_blurs_and_sharpens_and_colour_tints():
    rng = np.random.default_rng(0)
    frame = np.zeros((32, 32, 3), np.uint8)
    frame[:, 16:] = 200
    out = np.empty((2, 40, 32, 32, 3), np.float32)
    augment([[frame, frame]] * 40, dataclasses.replace(config.AugmentConfig(**PLAIN), sharpness=0.5), rng, out)
    slopes = np.abs(np.diff(out[0, :, 16, :, 0], axis=1)).max(1)
    assert slopes.min() < 1.5 < 1.6 < slopes.max()
    augment([[frame, frame]] * 40, dataclasses.replace(config.AugmentConfig(**PLAIN), colour=0.3), rng, out)
    assert out[0, :, 16, 24].std(0).min() > 0.05


def test_the_next_sample_is_made_ahead_and_is_the_one_asked_for():
    made = []
    samples = Prefetch(lambda n: made.append(n) or n * n, end=4)
    assert [samples.get(n) for n in (0, 1, 2, 3)] == [0, 1, 4, 9]
    assert made == [0, 1, 2, 3]
    assert samples.get(1) == 1  # out of order, as after a resume


def test_what_goes_wrong_while_making_a_sample_is_raised_where_it_is_used():
    samples = Prefetch(lambda n: 1 // (2 - n), end=9)
    samples.get(0), samples.get(1)
    with pytest.raises(ZeroDivisionError):
        samples.get(2)


def test_sequences_are_shifted_whole_and_never_beyond_the_picture():
    settings = dataclasses.replace(config.MotionConfig(), rotation=0.0, scale=(1.0, 1.0), flip=False, shift=0.5)
    sequences = np.random.default_rng(0).uniform(-0.8, 0.4, (64, 9, 4, 2)).astype(np.float32)
    moved = augmented(sequences, settings, np.random.default_rng(1))
    by = moved - sequences
    assert np.allclose(by, by[:, :1, :1], atol=1e-6)
    assert np.abs(moved).max() <= 1
    assert by[:, 0, 0].min() < -0.1 and by[:, 0, 0].max() > 0.4


def test_noise_on_the_first_keypoints_leaves_the_future_alone():
    keypoints = np.zeros((90, 4, 2), np.float32)
    settings = dataclasses.replace(config.MotionConfig(), k0_noise=0.1, shift=0.0)
    sampler = SequenceSampler(keypoints, np.array([0, 90]), np.array([0]), 1, 8, settings, 0)
    k0, future, _ = sampler.batch(0)
    assert 0.08 < float(k0.std()) < 0.12 and not future.any()
    k0, future, _ = sampler.fixed(4)
    assert not k0.any() and len(k0) == 1


def test_a_sequence_begins_in_another_pose_and_goes_over_into_its_own():
    rng = np.random.default_rng(0)
    sequences = rng.uniform(-0.4, 0.4, (5, 11, 6, 2)).astype(np.float32)
    poses = rng.uniform(-0.8, 0.8, (5, 6, 2)).astype(np.float32)
    begun = begun_elsewhere(sequences, poses)
    assert np.allclose(begun[:, 0], poses, atol=1e-6)
    for own, made in zip(sequences[:, 5:], begun[:, 5:], strict=True):  # by then the same but for size and place
        scale = (made - made.mean((0, 1))).std() / (own - own.mean((0, 1))).std()
        assert np.allclose(made, (own - own.mean((0, 1))) * scale + made.mean((0, 1)), atol=1e-5)
    assert np.allclose(begun_elsewhere(sequences, sequences[:, 0]), sequences, atol=1e-6)
    assert np.isfinite(begun_elsewhere(np.zeros_like(sequences), poses)).all()


def test_the_share_of_sequences_that_begin_elsewhere_is_the_setting():
    keypoints = np.zeros((90, 4, 2), np.float32)
    keypoints[45:] += np.array([[-0.5, 0], [0.5, 0], [0, 0.5], [0, -0.5]], np.float32)
    settings = dataclasses.replace(config.MotionConfig(), k0_noise=0.0, rotation=0.0, shift=0.0, scale=(1.0, 1.0))
    for share in (0.0, 1.0):
        settings = dataclasses.replace(settings, other_poses=share)
        k0, _, action = SequenceSampler(keypoints, np.array([0, 45, 90]), np.array([0, 1]), 2, 8, settings, 0).batch(0)
        spread = k0.abs().amax((1, 2)) > 0.1
        assert bool((spread == action[:, 1].bool()).all()) == (share == 0)


# Steps


@pytest.mark.parametrize(
    ("overrides", "expected"),
    [
        ([], {"reconstruction", "equivariance", "separation", "on_object"}),
        (["keypoints.equivariance=0", "keypoints.separation=0", "keypoints.on_object=0"], {"reconstruction"}),
        (["keypoints.gan=1.0"], {"reconstruction", "equivariance", "separation", "on_object", "gan", "discriminator"}),
    ],
)
def test_a_step_has_the_losses_it_was_told_to_have(store, accelerator, overrides, expected):
    stage = keypoints_stage(store, "keypoints.on_object_from=0", *overrides)
    reported = stage.step(0, accelerator).reported()
    assert set(reported) == expected | {"mask_mean", "moved"}


def test_base_base_k_and_base_k_bg_are_one_setting_each(store, accelerator):
    for overrides, maps, mask in (
        (["network.source_keypoints=false", "network.background_mask=false", "network.carried_stages=0"], 1, False),
        (["network.background_mask=false"], 2, False),
        ([], 2, True),
    ):
        stage = keypoints_stage(store, "network.carried_stages=0", *overrides)
        translator = stage.modules["translator"]
        assert (translator.mask is not None) == mask
        assert translator.stages[0][0].conv.in_channels == 12 + 4 * maps
        assert np.isfinite(float(stage.step(0, accelerator).losses["reconstruction"]))


@pytest.mark.parametrize("rule", ["marginal", "joint"])
def test_both_soft_argmaxes_train(store, accelerator, rule):
    stage = keypoints_stage(store, f"network.softargmax='{rule}'", "network.softargmax_scale=3.0")
    before = stage.modules["detector"].head.weight.detach().clone()
    stage.step(0, accelerator)
    assert not torch.equal(before, stage.modules["detector"].head.weight)


def test_the_image_adversary_learns_and_the_generator_feels_it(store, accelerator):
    stage = keypoints_stage(store, "keypoints.gan=1.0", "keypoints.rate=0.003")
    _, real, _ = stage._batches.get(0)
    values = [stage._discriminator_step(real, real.roll(8, 2) * 0.3, accelerator).item() for _ in range(15)]
    assert values[-1] < 0.8 * values[0]
    alone = keypoints_stage(store, "keypoints.gan=0")
    alone.step(0, accelerator)
    fooling = keypoints_stage(store, "keypoints.gan=1.0")
    fooling.step(0, accelerator)
    one, other = (s.modules["translator"].crude.weight for s in (alone, fooling))
    assert not torch.equal(one, other)


def test_the_generators_step_leaves_no_gradient_in_the_adversary(store, accelerator):
    stage = keypoints_stage(store, "keypoints.gan=1.0")
    frame = torch.zeros(2, 3, 32, 32, requires_grad=True)
    stage.modules["discriminator"].zero_grad(set_to_none=True)
    stage._fooling(frame, accelerator).backward()
    assert frame.grad is not None and frame.grad.abs().sum() > 0
    assert all(p.grad is None for p in stage.modules["discriminator"].parameters())


def test_the_sequence_adversary_sees_decoded_and_imagined_futures_and_learns(accelerator):
    stage = motion_stage("motion.gan=1.0", "motion.rate=1e-4", "motion.discriminator_rate=100", "motion.warmup=0")
    values = []
    for _ in range(30):
        torch.manual_seed(1)
        values.append(stage.step(0, accelerator).reported())
    assert set(values[0]) == {"l1", "kl", "prior", "gan", "discriminator"}
    assert float(values[-1]["discriminator"]) < 0.5 * float(values[0]["discriminator"])
    assert "gan" not in motion_stage("motion.gan=0").step(0, accelerator).reported()


def test_more_steps_bring_both_validations_down(store, accelerator):
    stage = keypoints_stage(store, "keypoints.steps=[60]", "keypoints.rate=0.003", "keypoints.ema=0.5")
    before = stage.validate()
    for n in range(25):
        stage.step(n, accelerator)
    assert stage.validate() < before
    assert stage.validate() == stage.validate()
    plain = ["network.prior_layers=0", "motion.ema=0.5", "motion.k0_noise=0"]
    motion = motion_stage("motion.steps=200", "motion.rate=0.01", *plain)
    before = motion.validate()
    for n in range(60):
        motion.step(n, accelerator)
    assert motion.validate() < before


def test_a_motion_generator_with_a_learned_prior_is_used_as_it_ends():
    assert motion_stage().validate() is None


def test_previews_show_pairs_and_trails(store):
    pairs, trails = keypoints_stage(store, "keypoints.batch=8"), motion_stage()
    assert pairs.preview().shape == (8 * 32, 6 * 32, 3) and len(pairs.preview_columns) == 6
    assert trails.preview().shape == (3 * 32, 5 * 32, 3) and len(trails.preview_columns) == 5


def test_the_paper_schedule_falls_by_steps_of_all_sizes_and_the_cosine_within_one():
    paper = dataclasses.replace(config.KeypointsConfig(), schedule="paper", warmup=0)
    assert rate_factor(paper, 0, 100) == 1.0
    assert rate_factor(paper, 10_000, 50_000, before=30_000) == pytest.approx(0.95**2)
    cosine = config.KeypointsConfig()
    assert rate_factor(cosine, 0, 1000) == pytest.approx(0.01)
    assert rate_factor(cosine, 999, 1000) == pytest.approx(cosine.rate_floor, abs=1e-3)


def test_the_perceptual_loss_joins_in_when_it_has_a_weight(store, accelerator):
    stage = keypoints_stage(store, "keypoints.perceptual=1.0", "keypoints.perceptual_features='efficientnet-lite0'")
    assert float(stage.step(0, accelerator).losses["perceptual"]) > 0
