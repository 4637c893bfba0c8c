"""The authors' released checkpoints as one of our bundles: which of their variables is which of our tensors.

Their graph is our networks with `padding="tf_same"`, `upsampling="tf1"`, `rectified_linear=True` and marginal
soft-argmax; sizes are read from the variables' shapes. Torch-free: NumPy arrays in, NumPy arrays out.
"""

from __future__ import annotations

import datetime
import os
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import numpy as np

from engine.authors.tensorflow_checkpoint import read_checkpoint
from engine.authors.training import parts_of, save_training, training_tensors
from engine.authors.variables import REMEDY, Variables, block, convolution, linear, lstm_layer
from engine.errors import BundleError
from engine.models.bundle import save_bundle, tensors_id
from engine.models.card import ModelCard
from engine.networks.spec import NetworkSpec

PENN_ACTIONS = (
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
_RELEASED_Z = 64


@dataclass(frozen=True)
class Import:
    """The bundle's path, its card, and the variables that no network of ours uses, by what they are.

    `training` is the file beside it with what only training needs, or None; `parts` names the networks in it.
    """

    path: Path
    card: ModelCard
    ignored: dict[str, int]
    training: Path | None
    parts: tuple[str, ...]


def import_authors(
    stage1: str | os.PathLike,
    stage2: str | os.PathLike,
    out: str | os.PathLike,
    actions: Iterable[str] | None = None,
    image_size: int = 128,
    fps: Fraction | str = "25/1",
) -> Import:
    """Turn the authors' two checkpoints into a bundle at `out`, float32; what only training needs goes beside it.

    stage1, stage2: each a prefix, an index file, a folder or a zip (see `read_checkpoint`): detector and translator;
        motion generator.
    actions: names of the classes, in the order of their action vector; by default the paper's for nine classes. Where
        no variable says z's size, their number does, and without them it is the released 64.
    image_size: side of the pictures they were trained on, pixels; the weights do not say.

    Raises `BundleError` for checkpoints that are damaged, lack a variable (it is named) or do not belong together.
    """
    names = None if actions is None else tuple(actions)
    variables = Variables({**read_checkpoint(stage2), **read_checkpoint(stage1)})
    spec = _spec(variables, image_size, names)
    tensors = {**_detector(variables), **_translator(variables), **_motion(variables)}
    rest = training_tensors(variables, spec.z_size)
    history = {"imported_from": "the authors' TensorFlow checkpoints", "steps": variables.steps}
    card = ModelCard(
        name=Path(out).stem,
        title=f"{Path(out).stem} (authors' weights)",
        network=spec.to_json(),
        actions=_names(names, spec.n_actions),
        domain="What the authors trained it on; for the nine-class model, people in Penn Action videos.",
        image_size=image_size,
        fps=Fraction(fps),
        training=history | {"for_training_beside_it": list(parts_of(rest))},
        licence="The authors published these weights without a licence.",
        created=datetime.date.today().isoformat(),
    )
    try:
        path = save_bundle(out, card, tensors, weights="float32")
        beside = save_training(path, card, tensors_id(tensors), rest)
    except OSError as error:
        raise BundleError(f"{out} cannot be written: {error.strerror}.", "Choose another place.") from error
    return Import(path, card, variables.ignored(), beside, parts_of(rest))


def _spec(variables: Variables, image_size: int, names: tuple[str, ...] | None) -> NetworkSpec:
    """Sizes from shapes. Depths and widths are the released graph's; K, C, z and cells vary."""
    kernels = [variables.shape(f"pose_encoder/encoder/conv_{i}/conv2d/kernel", 4) for i in range(1, 9)]
    n_keypoints = variables.shape("pose_encoder/conv_0/conv2d/kernel", 4)[3]
    seen, code = variables.shape("vae_decoder/fully_connected/weights", 2)
    cells, coordinates = variables.shape("vae_decoder/fully_connected/W", 2)
    if coordinates != 2 * n_keypoints:
        raise BundleError(
            f"Stage 1 has {n_keypoints} keypoints and stage 2 {coordinates // 2}: they do not belong together.", REMEDY
        )
    z_size, n_actions = _split_inputs(variables, seen - 2 * n_keypoints, names)
    return NetworkSpec(
        image_size=image_size,
        detector_size=image_size,
        n_keypoints=n_keypoints,
        n_actions=n_actions,
        z_size=z_size,
        detector_encoder=tuple(kernel[3] for kernel in kernels[::2]),
        detector_decoder=tuple(variables.shape(f"pose_encoder/conv_{i}_0/conv2d/kernel", 4)[3] for i in (1, 3, 5, 7)),
        detector_depths=(4, 4, 4, 2),
        image_encoder=tuple(variables.shape(f"image_encoder/encoder/conv_{i}/conv2d/kernel", 4)[3] for i in (1, 3, 5)),
        translator_widths=tuple(variables.shape(f"translator/conv_{i}_0/conv2d/kernel", 4)[3] for i in (1, 3, 5)),
        translator_depths=(4, 4, 2),
        lstm_cells=cells,
        motion_code=code,
        padding="tf_same",
        upsampling="tf1",
        rectified_linear=True,
    )


def _split_inputs(variables: Variables, rest: int, names: tuple[str, ...] | None) -> tuple[int, int]:
    """(z, C): `rest` is what the motion generator sees beside keypoints."""
    if variables.has("vae_encoder/fully_connected/weights"):
        z_size = variables.shape("vae_encoder/fully_connected/weights", 2)[1] // 2
    else:
        z_size = _RELEASED_Z if names is None else rest - len(names)
    if not 0 < z_size < rest:
        raise BundleError(
            f"The motion generator's {rest} inputs beside keypoints do not split into z and action.",
            "Name the actions, one for each class.",
        )
    return z_size, rest - z_size


def _names(actions: tuple[str, ...] | None, count: int) -> tuple[str, ...]:
    if actions is None:
        if count == len(PENN_ACTIONS):
            return PENN_ACTIONS
        return ("motion",) if count == 1 else tuple(f"action_{i}" for i in range(count))
    if len(actions) != count:
        raise BundleError(f"{len(actions)} actions are named, but the model has {count}.", "Name each of them once.")
    return actions


def _detector(variables: Variables) -> dict[str, np.ndarray]:
    tensors = _encoder(variables, "pose_encoder", "detector", 4)
    tensors |= _stages(variables, "pose_encoder", "detector.decoder", (4, 4, 4, 2))
    return tensors | convolution(variables, "pose_encoder/conv_0", "detector.head")


def _translator(variables: Variables) -> dict[str, np.ndarray]:
    tensors = _encoder(variables, "image_encoder", "translator", 3)
    tensors |= _stages(variables, "translator", "translator.stages", (4, 4, 2))
    tensors |= convolution(variables, "translator/conv_6_0", "translator.crude")
    return tensors | convolution(variables, "translator/conv_6_1", "translator.mask")


def _encoder(variables: Variables, theirs: str, ours: str, levels: int) -> dict[str, np.ndarray]:
    """Two blocks per level, theirs counted from 1."""
    tensors = {}
    for i in range(2 * levels):
        tensors |= block(variables, f"{theirs}/encoder/", f"{i + 1}", f"{ours}.encoder.levels.{i // 2}.{i % 2}")
    return tensors


def _stages(variables: Variables, theirs: str, ours: str, depths: tuple[int, ...]) -> dict[str, np.ndarray]:
    """Their blocks come in pairs NUMBER_0, NUMBER_1, numbered through all stages."""
    tensors, count = {}, 0
    for stage, depth in enumerate(depths):
        for i in range(depth):
            number = f"{count // 2 + 1}_{count % 2}"
            tensors |= block(variables, f"{theirs}/", number, f"{ours}.{stage}.{i}")
            count += 1
    return tensors


def _motion(variables: Variables) -> dict[str, np.ndarray]:
    scope = "vae_decoder/fully_connected"
    code = variables.take(f"{scope}/weights", 2), variables.take(f"{scope}/biases", 1)
    coordinates = variables.take(f"{scope}/W", 2), variables.take(f"{scope}/b", 1)
    tensors = linear(*code, "motion.code") | linear(*coordinates, "motion.coordinates")
    for layer in range(2):
        tensors |= lstm_layer(variables, "vae_decoder", layer, "motion.lstm")
    return tensors
