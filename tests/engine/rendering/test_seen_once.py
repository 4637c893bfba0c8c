"""Networks that look at a photo once: fused they give the same, and one trunk is asked once about a picture."""

import copy

import torch

from engine.networks.detector import Detector
from engine.networks.moving_translator import MovingTranslator
from engine.rendering.seen_once import OneTrunk, fused, share_trunk
from engine.runtime import fold
from tests.conftest import small_spec


def networks():
    torch.manual_seed(0)
    spec = small_spec(translator="moving", trunk="efficientnet-lite0")
    detector, translator = Detector(spec).eval(), MovingTranslator(spec).eval()
    assert detector.trunk is not None and translator.source.trunk is not None
    translator.source.trunk.load_state_dict(detector.trunk.state_dict())
    return detector, translator


def test_a_fused_network_finds_the_same_keypoints():
    detector, _ = networks()
    images = torch.rand(2, 3, 64, 64) * 2 - 1
    with torch.inference_mode():
        expected = detector(images)
        fold(detector)
        fused(detector)
        torch.testing.assert_close(detector(images), expected, atol=1e-5, rtol=0)


def test_two_networks_ask_one_trunk_once_about_a_picture():
    detector, translator = networks()
    expected, keypoints = copy.deepcopy(translator), torch.rand(1, 10, 2) - 0.5
    share_trunk(detector, translator.source)
    trunk = detector.trunk
    assert isinstance(trunk, OneTrunk) and translator.source.trunk is trunk
    asked = []
    trunk._trunk.register_forward_hook(lambda *_: asked.append(1))
    with torch.inference_mode():
        for image in torch.rand(2, 1, 3, 64, 64):
            detector(image)
            layers = translator.source(image, keypoints)
            assert torch.equal(layers.cover, expected.source(image, keypoints).cover)
    assert len(asked) == 2


def test_trunks_that_differ_stay_two():
    detector, translator = networks()
    with torch.no_grad():
        next(iter(detector.trunk.parameters())).add_(1)
    mine, theirs = detector.trunk, translator.source.trunk
    share_trunk(detector, translator.source)
    assert detector.trunk is mine and translator.source.trunk is theirs
