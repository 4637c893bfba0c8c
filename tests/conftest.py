"""What every test may use: Qt without a screen, and a small model with random weights."""

import os
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["KPVP_LANGUAGE"] = "en"  # whatever this machine speaks

import pytest

from engine.waiting import wait_passively

wait_passively()  # as the program does: beside other programs, tests with several threads take minutes otherwise

ACTIONS = (
    "tennis_serve",
    "pull_ups",
    "clean_and_jerk",
    "tennis_forehand",
    "baseball_pitch",
    "jumping_jacks",
    "golf_swing",
    "squats",
    "baseball_swing",
)


def small_spec(**changes):
    """A 64 px set of sizes that runs in milliseconds."""
    from engine.networks.spec import NetworkSpec

    sizes: dict[str, Any] = {
        "image_size": 64,
        "detector_size": 64,
        "n_keypoints": 10,
        "z_size": 16,
        "detector_encoder": (8, 16, 24),
        "detector_decoder": (24, 16),
        "detector_depths": (2, 2),
        "softargmax": "joint",
        "softargmax_scale": 10.0,
        "image_encoder": (8, 16, 24),
        "translator_widths": (24, 16, 8),
        "translator_depths": (2, 2, 2),
        "gaussian_inv_std": 10.0,
        "lstm_cells": 32,
        "motion_clock": 4,
        "motion_waves": 12,
        "motion_width": 48,
        "prior_layers": 3,
        "motion_residual": True,
        "gaussian_stages": 2,
        "carried_stages": 3,
    }
    return NetworkSpec(**(sizes | changes))


@pytest.fixture(scope="session")
def tiny_model(tmp_path_factory):
    """The path of a bundle with random weights, nine actions, 64 px."""
    return _random_model(tmp_path_factory, "tiny", small_spec())


@pytest.fixture(scope="session")
def tiny_moving_model(tmp_path_factory):
    """The same with a translator that moves the photo's own pixels."""
    return _random_model(tmp_path_factory, "moving", small_spec(translator="moving"))


def _random_model(tmp_path_factory, name: str, spec):
    import torch
    from torch import nn

    from engine.models.assembly import disassemble
    from engine.models.bundle import save_bundle
    from engine.models.card import ModelCard
    from engine.networks.detector import Detector
    from engine.networks.motion import MotionGenerator
    from engine.networks.translators import TRANSLATORS

    torch.manual_seed(0)
    networks: dict[str, nn.Module] = {
        "detector": Detector(spec),
        "translator": TRANSLATORS[spec.translator].network_class()(spec),
        "motion": MotionGenerator(spec),
    }
    card = ModelCard(name=name, title=name.capitalize(), network=spec.to_json(), actions=ACTIONS, image_size=64)
    path = tmp_path_factory.mktemp("models") / f"{name}.safetensors"
    save_bundle(path, card, disassemble(networks))
    return path
