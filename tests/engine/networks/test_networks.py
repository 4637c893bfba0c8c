"""The paper's networks: shapes, the quirks of the authors' layers, and the pure functions between maps and points."""

import numpy as np
import pytest
import torch

from engine.errors import BundleError
from engine.networks.detector import Detector
from engine.networks.keypoints import CARRY_INV_STD, CARRY_STILL, carried, gaussian_maps, soft_argmax
from engine.networks.layers import ConvBlock, upsample
from engine.networks.motion import MotionEncoder, MotionGenerator
from engine.networks.spec import NetworkSpec, compact
from engine.networks.translator import Translator
from tests.conftest import small_spec


@pytest.mark.parametrize("rule", ["marginal", "joint"])
def test_a_sharp_peak_is_found_where_it_is(rule):
    maps = torch.zeros(1, 2, 32, 48)
    maps[0, 0, 5, 40] = maps[0, 1, 31, 0] = 1e4
    found = soft_argmax(maps, rule)
    expected = torch.tensor([[40 / 47 * 2 - 1, 5 / 31 * 2 - 1], [-1.0, 1.0]])
    assert torch.allclose(found[0], expected, atol=1e-4)


def test_flat_maps_give_the_centre():
    assert soft_argmax(torch.zeros(1, 3, 16, 16), "joint").abs().max() < 1e-6


def test_gaussian_maps_follow_the_formula_of_the_paper():
    points = torch.tensor([[[0.25, -0.5]]])
    maps = gaussian_maps(points, 32, 14.3)[0, 0].numpy()
    grid = np.linspace(-1, 1, 32)
    expected = np.exp(-((grid[None] - 0.25) ** 2 + (grid[:, None] + 0.5) ** 2) * 14.3**2)
    assert np.abs(maps - expected).max() < 1e-6


def test_soft_argmax_undoes_gaussian_maps():
    points = torch.tensor([[[0.3, -0.2], [-0.6, 0.55]]])
    found = soft_argmax(gaussian_maps(points, 64, 8.0), "joint", 30.0)
    assert (found - points).abs().max() < 0.02


def test_tf_same_padding_pads_after_at_stride_two():
    block = ConvBlock(1, 1, 3, stride=2, padding="tf_same").eval()
    torch.nn.init.zeros_(block.conv.weight)
    assert block.conv.bias is not None
    torch.nn.init.zeros_(block.conv.bias)
    block.conv.weight.data[0, 0, 0, 0] = 1
    image = torch.arange(16.0).reshape(1, 1, 4, 4)
    # With nothing padded before, the kernel's first tap sees rows and columns 0 and 2.
    assert torch.allclose(block(image)[0, 0], image[0, 0, ::2, ::2], atol=1e-3)


def test_tf1_upsampling_keeps_samples_and_puts_means_between():
    out = upsample(torch.tensor([[[[1.0, 3.0], [5.0, 9.0]]]]), "tf1")[0, 0]
    assert out[0].tolist() == [1, 2, 3, 3]
    assert out[:, 0].tolist() == [1, 3, 5, 5]
    assert out[1, 1].item() == pytest.approx(4.5)


RECURRENT = {"motion_waves": 0, "prior_layers": 0}


@pytest.mark.parametrize(
    "spec",
    [NetworkSpec(), compact(), compact(**RECURRENT), small_spec()],
    ids=["authors", "compact", "compact with an LSTM", "small"],
)
def test_every_size_of_network_keeps_the_documented_shapes(spec):
    side, count = spec.image_size, spec.n_keypoints
    images = torch.rand(2, 3, side, side) * 2 - 1
    with torch.inference_mode():
        keypoints = Detector(spec).eval()(images)
        frame, crude, mask = Translator(spec).eval()(images, keypoints, keypoints)
        action = torch.eye(spec.n_actions)[:2]
        future = MotionGenerator(spec).decode(torch.randn(2, spec.z_size), keypoints, action)
        mu, sigma = MotionEncoder(spec)(future, keypoints, action)
    assert keypoints.shape == (2, count, 2) and keypoints.abs().max() <= 1
    assert frame.shape == crude.shape == (2, 3, side, side)
    assert mask.shape == (2, 1, side, side) and mask.min() >= 0 and mask.max() <= 1
    assert future.shape == (2, spec.n_frames, count, 2) and future.abs().max() <= 1
    assert mu.shape == sigma.shape == (2, spec.z_size) and sigma.min() > 0


def test_the_frame_is_the_source_where_the_mask_says_background():
    spec = small_spec()
    translator = Translator(spec).eval()
    assert translator.mask is not None and translator.mask.bias is not None
    torch.nn.init.constant_(translator.mask.bias, 50.0)
    image = torch.rand(1, 3, 64, 64)
    frame, _, _ = translator(image, torch.zeros(1, 10, 2), torch.zeros(1, 10, 2))
    assert torch.allclose(frame, image, atol=1e-4)


@pytest.mark.parametrize("source_keypoints", [True, False])
@pytest.mark.parametrize("background_mask", [True, False])
def test_the_ablations_are_switches_of_one_network(source_keypoints, background_mask):
    carried = 3 if source_keypoints else 0
    spec = small_spec(source_keypoints=source_keypoints, background_mask=background_mask, carried_stages=carried)
    image, there, here = torch.rand(1, 3, 64, 64), torch.rand(1, 10, 2), torch.zeros(1, 10, 2)
    translator = Translator(spec).eval()
    frame, crude, _ = translator(image, here, here)
    moved_source = translator(image, there, here)[0]
    assert torch.equal(frame, crude) is (not background_mask)
    assert torch.equal(frame, moved_source) is (not source_keypoints)


def test_a_spec_survives_its_json():
    spec = small_spec(gaussian_stages=1)
    assert NetworkSpec.from_json(spec.to_json()) == spec


@pytest.mark.parametrize(
    "change",
    [
        {"image_size": 10**9},
        {"n_keypoints": 0},
        {"n_keypoints": True},
        {"n_keypoints": "many"},
        {"translator_widths": [32, 32]},
        {"translator_widths": [1e9, 2, 3]},
        {"detector_size": 48},
        {"softargmax": "hard"},
        {"gaussian_stages": 9},
        {"surprise": 1},
    ],
)
def test_an_absurd_spec_is_refused_before_anything_is_built(change):
    with pytest.raises(BundleError):
        NetworkSpec.from_json(small_spec().to_json() | change)


def test_carrying_is_a_softmax_over_the_keypoints_and_standing_still():
    torch.manual_seed(0)
    source, target = torch.rand(2, 3, 5, 2).mul(2).sub(1)
    # A feature that is linear in place shows from where each place was fetched, as long as nothing leaves the picture.
    source, target = source / 2, source / 2 + 0.1 * target
    grid = torch.stack(torch.meshgrid(torch.linspace(-1, 1, 9), torch.linspace(-1, 1, 9), indexing="xy"))
    squared = (target[:, :, :, None, None] - grid).square().sum(2)
    scores = torch.cat([-squared * CARRY_INV_STD**2, torch.full((3, 1, 9, 9), -CARRY_STILL)], 1)
    flow = torch.einsum("nkhw,nkc->nchw", scores.softmax(1)[:, :-1], source - target)
    moved = carried(grid[None], source, target)
    assert torch.allclose(moved, (grid + flow).clamp(-1, 1), atol=1e-5)


def test_carried_features_follow_their_keypoint():
    features = torch.zeros(1, 1, 33, 33)
    features[0, 0, 16, 8] = 1.0
    source, target = torch.tensor([[[-0.5, 0.0]]]), torch.tensor([[[0.25, 0.5]]])
    moved = carried(features, source, target)[0, 0]
    assert moved[24, 20] > 0.6 and moved[24, 20] == moved[20:, 16:].max()
    assert torch.allclose(carried(features, source, source), features, atol=1e-4)
