"""What the sizes and switches of the networks mean, as settings: the section [network].

Names, types and defaults are those of `NetworkSpec` and its compact set; only meaning and range are said here.
`image_size` follows from keypoints.sizes and `n_actions` from the data, so they are no settings. Torch-free.
"""

from __future__ import annotations

from dataclasses import replace

from engine.networks.spec import NetworkSpec, compact
from training.runs.settings import Setting, settings_of

_MEANING = {
    "n_keypoints": {"help": "Keypoints the detector finds.", "minimum": 1, "maximum": 256, "level": "basic"},
    "translator": {
        "help": "drawing: the paper's, which draws the whole figure; moving: moves the photo's own pixels.",
        "choices": ("drawing", "moving"),
        "type": "choice",
        "level": "basic",
    },
    "source_keypoints": {
        "help": "Show the translator the source's keypoints too: off is Base, on is Base + k.",
    },
    "background_mask": {"help": "Predict a mask that keeps the background: + bg."},
    "softargmax": {
        "help": "joint: one softmax over the map; marginal: the paper's, one per axis.",
        "choices": ("joint", "marginal"),
        "type": "choice",
    },
    "softargmax_scale": {"help": "Factor on the scores before the softmax.", "minimum": 0.001, "maximum": 1000},
    "carried_stages": {
        "help": "Translator stages that see source features carried along by the keypoints; 0 is the paper's.",
        "minimum": 0,
        "maximum": 8,
    },
    "gaussian_inv_std": {
        "help": "Inverse width of the keypoints' Gaussians.",
        "unit": "per half side",
        "minimum": 0.001,
        "maximum": 1000,
    },
    "gaussian_stages": {"help": "Translator stages that see the Gaussians.", "minimum": 1, "maximum": 8},
    "z_size": {"help": "Size of the latent.", "minimum": 1, "maximum": 4096},
    "n_frames": {"help": "Future frames.", "unit": "frames", "minimum": 1, "maximum": 1024},
    "detector_size": {"help": "Side at which the detector looks.", "unit": "px", "minimum": 1, "maximum": 1024},
    "detector_encoder": {"help": "Channels of the detector at strides 1, 2, 4, ..."},
    "detector_decoder": {"help": "Channels of its decoder, coarsest first."},
    "detector_depths": {"help": "Convolutions per stage of that decoder.", "minimum": 1, "maximum": 16},
    "image_encoder": {"help": "Channels of the image encoder at strides 1, 2, 4, ..."},
    "translator_widths": {"help": "Channels of the translator's stages, coarsest first."},
    "translator_depths": {"help": "Convolutions per stage of the translator.", "minimum": 1, "maximum": 16},
    "lstm_cells": {"help": "LSTM cells of the motion generator, where it has any.", "minimum": 1, "maximum": 4096},
    "motion_code": {"help": "Size of the code that starts its decoder.", "minimum": 1, "maximum": 4096},
    "motion_clock": {"help": "Waves of time its decoder sees; 0 is the paper's.", "minimum": 0, "maximum": 64},
    "motion_waves": {
        "help": "Cosines that make up a keypoint's course, by a dense motion generator; 0 is the paper's LSTM.",
        "minimum": 0,
        "maximum": 1024,
    },
    "motion_width": {"help": "Units of its layers.", "minimum": 1, "maximum": 8192},
    "prior_layers": {
        "help": "Layers that learn which z belong to a first pose and an action; 0 is the paper's.",
        "minimum": 0,
        "maximum": 64,
    },
    "prior_spread": {
        "help": "How far z is spread before these layers: above 1, futures differ more; 1 is the paper's.",
        "minimum": 0.0,
        "maximum": 10.0,
    },
    "motion_residual": {"help": "Predict displacements from the first keypoints instead of places."},
    "padding": {"help": "Padding at stride 2.", "choices": ("symmetric", "tf_same"), "type": "choice"},
    "upsampling": {"help": "Rule of the bilinear upsampling.", "choices": ("half_pixel", "tf1"), "type": "choice"},
    "rectified_linear": {"help": "Rectify the motion generator's linear layers, as the authors' code does."},
}
_WIDTHS = ("detector_encoder", "detector_decoder", "image_encoder", "translator_widths")


def network_settings() -> list[Setting]:
    """Every setting of [network], basic ones first, with the compact set's defaults."""
    defaults, found = compact(), settings_of(NetworkSpec, "network")
    settings = [
        replace(
            found[key], default=getattr(defaults, key), **({"minimum": 1, "maximum": 4096} if key in _WIDTHS else {})
        )
        for key in _MEANING
    ]
    return [replace(setting, **_MEANING[setting.key]) for setting in settings]
