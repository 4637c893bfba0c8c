"""What the authors' checkpoints hold beyond inference: the VAE's encoder and the two discriminators.

A bundle holds what inference needs, so these go into a file of the same format beside it, NAME.training, which no list
of models shows and `kpvp train --init` reads. Its tensors are named STEP.MODULE.TENSOR as training names them:
`keypoints.discriminator.*`, `motion.encoder.*`, `motion.discriminator.*`. Torch-free.
"""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import numpy as np

from engine.authors.variables import Variables, convolution, linear, lstm_layer
from engine.models.bundle import load_bundle, save_bundle, tensors_id
from engine.models.card import ModelCard

SUFFIX = ".training"
PARTS = {  # what a user calls them, and their tensors
    "image discriminator": "keypoints.discriminator.",
    "motion encoder": "motion.encoder.",
    "sequence discriminator": "motion.discriminator.",
}
_DEPTH = 6  # convolutions of the image discriminator, at any size of pictures


def training_path(bundle: str | os.PathLike) -> Path:
    """Where the rest of a bundle is, if it has any."""
    return Path(bundle).with_suffix(SUFFIX)


def training_tensors(variables: Variables, z_size: int) -> dict[str, np.ndarray]:
    """The training-only networks that the checkpoints hold; empty if they hold none.

    Raises `BundleError` naming a variable that is missing from a network of which there is a part.
    """
    tensors: dict[str, np.ndarray] = {}
    if variables.has("img_discr/conv_0/conv2d/kernel"):
        for level in range(_DEPTH):
            # Ours alternates convolutions and activations.
            tensors |= convolution(
                variables, f"img_discr/conv_{level}", f"keypoints.discriminator.features.{2 * level}"
            )
        tensors |= convolution(variables, "img_discr/D_logit", "keypoints.discriminator.logit", biased=False)
    if variables.has("vae_encoder/rnn/multi_rnn_cell/cell_0/basic_lstm_cell/kernel"):
        tensors |= _lstm(variables, "vae_encoder/rnn", "motion.encoder.lstm")
        weights = variables.take("vae_encoder/fully_connected/weights", 2)
        biases = variables.take("vae_encoder/fully_connected/biases", 1)
        tensors |= linear(weights[:, :z_size], biases[:z_size], "motion.encoder.mu")
        tensors |= linear(weights[:, z_size:], biases[z_size:], "motion.encoder.sigma")
    if variables.has("seq_discr/rnn/multi_rnn_cell/cell_0/basic_lstm_cell/kernel"):
        tensors |= _lstm(variables, "seq_discr/rnn", "motion.discriminator.lstm")
        weights = variables.take("seq_discr/fully_connected/weights", 2)
        biases = variables.take("seq_discr/fully_connected/biases", 1)
        tensors |= linear(weights, biases, "motion.discriminator.logit")
    return tensors


def parts_of(tensors: dict[str, np.ndarray]) -> tuple[str, ...]:
    """The names of the networks in them, as a user calls them."""
    return tuple(part for part, prefix in PARTS.items() if any(name.startswith(prefix) for name in tensors))


def save_training(bundle: Path, card: ModelCard, model_id: str, tensors: dict[str, np.ndarray]) -> Path | None:
    """Write them beside the bundle whose tensors have this id; without any, remove what an earlier import left there.

    Raises `BundleError` and OSError as `save_bundle`.
    """
    path = training_path(bundle)
    if not tensors:
        path.unlink(missing_ok=True)
        return None
    return save_bundle(path, replace(card, extra={**card.extra, "belongs_to": model_id}), tensors, weights="float32")


def load_training(bundle: Path, bundle_tensors: dict[str, np.ndarray]) -> dict[str, np.ndarray]:
    """What lies beside a bundle; empty if nothing does, or if it belongs to another model that was there before.

    Raises `BundleError` if it is damaged.
    """
    path = training_path(bundle)
    if not path.is_file():
        return {}
    card, tensors = load_bundle(path)
    return tensors if card.extra.get("belongs_to") == tensors_id(bundle_tensors) else {}


def _lstm(variables: Variables, theirs: str, ours: str) -> dict[str, np.ndarray]:
    return lstm_layer(variables, theirs, 0, ours) | lstm_layer(variables, theirs, 1, ours)
