"""A model for the engine's tests whose normalisation has work to do, so that folding it can be wrong."""

import numpy as np
import pytest

from tests.conftest import ACTIONS, small_spec


@pytest.fixture(scope="session")
def lively_networks():
    """A function giving the same random networks each time: {"detector": ..., "translator": ..., "motion": ...}."""

    def build(**changes):
        import torch
        from torch import nn

        from engine.networks.detector import Detector
        from engine.networks.motion import MotionGenerator
        from engine.networks.translator import Translator

        spec = small_spec(**changes)
        with torch.random.fork_rng(devices=[]):
            torch.manual_seed(1)
            networks = {"detector": Detector(spec), "translator": Translator(spec), "motion": MotionGenerator(spec)}
            for network in networks.values():
                for module in network.modules():
                    if isinstance(module, nn.BatchNorm2d):
                        assert module.running_mean is not None and module.running_var is not None
                        module.running_mean.normal_(0, 0.2)
                        module.running_var.uniform_(0.5, 2)
                        nn.init.uniform_(module.weight, 0.8, 1.6)
                        nn.init.normal_(module.bias, 0, 0.2)
                network.eval().requires_grad_(False)
        return networks

    return build


@pytest.fixture(scope="session")
def lively_model(tmp_path_factory, lively_networks):
    """The path of a bundle of those networks, in float32, so that they can be compared with the originals."""
    from engine.models.assembly import disassemble
    from engine.models.bundle import save_bundle
    from engine.models.card import ModelCard

    networks = lively_networks()
    spec = networks["detector"].spec
    card = ModelCard(name="lively", network=spec.to_json(), actions=ACTIONS, image_size=spec.image_size)
    path = tmp_path_factory.mktemp("models") / "lively.safetensors"
    return save_bundle(path, card, disassemble(networks), weights="float32")


@pytest.fixture(scope="session")
def model(lively_model):
    """A loaded predictor on the CPU in float32."""
    import engine

    return engine.load_model(lively_model, device="cpu", precision="fp32")


@pytest.fixture
def picture():
    """uint8 [90, 120, 3]: smooth shapes, as a photo has, rather than noise."""
    y, x = np.mgrid[0:90, 0:120] / 30
    waves = np.stack([np.sin(x + y), np.cos(2 * x - y), np.sin(3 * y) * np.cos(x)], -1)
    return ((waves + 1) * 127).astype(np.uint8)
