"""The authors' released checkpoints as one of our bundles: which of their variables is which of our tensors.

Their graph is our networks with `padding="tf_same"`, `upsampling="tf1"`, `rectified_linear=True` and marginal
soft-argmax; sizes are read from the variables' shapes. Torch-free: NumPy arrays in, NumPy arrays out.
"""

from __future__ import annotations

import datetime
import os
import re
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import numpy as np

from engine.bundle import save_bundle
from engine.errors import BundleError
from engine.model_card import ModelCard
from engine.networks.spec import NetworkSpec
from engine.tensorflow_checkpoint import read_checkpoint

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
_REMEDY = "Give the two checkpoints that the authors' training wrote: --stage1 and --stage2."
_BOOKKEEPING = re.compile(r".*/(Adam(_\d+)?|Momentum)|beta[12]_power|global_step")
_KINDS = ("vae_encoder/", "seq_discr/", "img_discr/", "image_encoder/")  # of what may be left over, for messages
_RELEASED_Z = 64


@dataclass(frozen=True)
class Import:
    """The bundle's path, its card, and the variables that no network of ours uses, by what they are."""

    path: Path
    card: ModelCard
    ignored: dict[str, int]


def import_authors(
    stage1: str | os.PathLike,
    stage2: str | os.PathLike,
    out: str | os.PathLike,
    actions: Iterable[str] | None = None,
    image_size: int = 128,
    fps: Fraction | str = "25/1",
) -> Import:
    """Turn the authors' two checkpoints into a bundle at `out`, float32.

    Parameters
    ----------
    stage1, stage2: each a prefix, an index file, a folder or a zip (see `read_checkpoint`): detector and translator;
        motion generator.
    actions: names of the classes, in the order of their action vector; by default the paper's for nine classes. Where
        no variable tells z's size, their number does, and without them it is the released 64.
    image_size: side of the pictures they were trained on, pixels; the weights do not say.

    Raises `BundleError` for checkpoints that are damaged, lack a variable (it is named) or do not belong together.
    """
    names = None if actions is None else tuple(actions)
    variables = _Variables({**read_checkpoint(stage2), **read_checkpoint(stage1)})
    spec = _spec(variables, image_size, names)
    tensors = {**_detector(variables), **_translator(variables), **_motion(variables)}
    card = ModelCard(
        name=Path(out).stem,
        title=f"{Path(out).stem} (authors' weights)",
        network=spec.to_json(),
        actions=_names(names, spec.n_actions),
        domain="What the authors trained it on; for the nine-class model, people in Penn Action videos.",
        image_size=image_size,
        fps=Fraction(fps),
        training={"imported_from": "the authors' TensorFlow checkpoints", "steps": variables.steps},
        licence="The authors published these weights without a licence.",
        created=datetime.date.today().isoformat(),
    )
    try:
        path = save_bundle(out, card, tensors, weights="float32")
    except OSError as error:
        raise BundleError(f"{out} cannot be written: {error.strerror}.", "Choose another place.") from error
    return Import(path, card, variables.ignored())


class _Variables:
    """The variables of both checkpoints, remembering which were used."""

    def __init__(self, arrays: dict[str, np.ndarray]) -> None:
        self._arrays = arrays
        self._used: set[str] = set()

    def take(self, name: str, dimensions: int) -> np.ndarray:
        """The variable as float32. Raises `BundleError` if it is missing or no such array."""
        self.shape(name, dimensions)
        array = self._arrays[name]
        if not np.isfinite(array).all():
            raise BundleError(f"The variable {name} holds values that are not finite.", _REMEDY)
        self._used.add(name)
        return array.astype(np.float32)

    def shape(self, name: str, dimensions: int) -> tuple[int, ...]:
        """Its shape alone: a variable looked at for its size is not used by that."""
        if name not in self._arrays:
            raise BundleError(f"The checkpoints lack the variable {name}.", _REMEDY)
        array = self._arrays[name]
        if array.ndim != dimensions or array.dtype.kind != "f":
            raise BundleError(f"The variable {name} has the shape {list(array.shape)}, which does not fit.", _REMEDY)
        return array.shape

    def has(self, name: str) -> bool:
        return name in self._arrays

    @property
    def steps(self) -> int:
        return int(self._arrays.get("global_step", 0))

    def ignored(self) -> dict[str, int]:
        """How many variables nobody took: the optimizer's, those of networks for training only (and the image encoder's
        last level, which their translator never looks at), anything else by name."""
        kinds: dict[str, int] = {}
        for name in sorted(set(self._arrays) - self._used):
            if _BOOKKEEPING.fullmatch(name):
                kind = "optimizer and counters"
            else:
                kind = next((part[:-1] for part in _KINDS if name.startswith(part)), name)
            kinds[kind] = kinds.get(kind, 0) + 1
        return kinds


def _spec(variables: _Variables, image_size: int, names: tuple[str, ...] | None) -> NetworkSpec:
    """Sizes from shapes. Depths and widths are the released graph's; K, C, z and cells vary."""
    kernels = [variables.shape(f"pose_encoder/encoder/conv_{i}/conv2d/kernel", 4) for i in range(1, 9)]
    n_keypoints = variables.shape("pose_encoder/conv_0/conv2d/kernel", 4)[3]
    seen, code = variables.shape("vae_decoder/fully_connected/weights", 2)
    cells, coordinates = variables.shape("vae_decoder/fully_connected/W", 2)
    if coordinates != 2 * n_keypoints:
        raise BundleError(
            f"Stage 1 has {n_keypoints} keypoints and stage 2 {coordinates // 2}: they do not belong together.", _REMEDY
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


def _split_inputs(variables: _Variables, rest: int, names: tuple[str, ...] | None) -> tuple[int, int]:
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


def _detector(variables: _Variables) -> dict[str, np.ndarray]:
    tensors = _encoder(variables, "pose_encoder", "detector", 4)
    tensors |= _stages(variables, "pose_encoder", "detector.decoder", (4, 4, 4, 2))
    return tensors | _convolution(variables, "pose_encoder/conv_0", "detector.head")


def _translator(variables: _Variables) -> dict[str, np.ndarray]:
    tensors = _encoder(variables, "image_encoder", "translator", 3)
    tensors |= _stages(variables, "translator", "translator.stages", (4, 4, 2))
    tensors |= _convolution(variables, "translator/conv_6_0", "translator.crude")
    return tensors | _convolution(variables, "translator/conv_6_1", "translator.mask")


def _encoder(variables: _Variables, theirs: str, ours: str, levels: int) -> dict[str, np.ndarray]:
    """Two blocks per level, theirs counted from 1."""
    tensors = {}
    for i in range(2 * levels):
        tensors |= _block(variables, f"{theirs}/encoder/", f"{i + 1}", f"{ours}.encoder.levels.{i // 2}.{i % 2}")
    return tensors


def _stages(variables: _Variables, theirs: str, ours: str, depths: tuple[int, ...]) -> dict[str, np.ndarray]:
    """Their blocks come in pairs NUMBER_0, NUMBER_1, numbered through all stages."""
    tensors, block = {}, 0
    for stage, depth in enumerate(depths):
        for i in range(depth):
            number = f"{block // 2 + 1}_{block % 2}"
            tensors |= _block(variables, f"{theirs}/", number, f"{ours}.{stage}.{i}")
            block += 1
    return tensors


def _block(variables: _Variables, theirs: str, number: str, ours: str) -> dict[str, np.ndarray]:
    tensors = _convolution(variables, f"{theirs}conv_{number}", f"{ours}.conv")
    names = {"gamma": "weight", "beta": "bias", "moving_mean": "running_mean", "moving_variance": "running_var"}
    for name, our_name in names.items():
        tensors[f"{ours}.norm.{our_name}"] = variables.take(f"{theirs}b_norm_{number}/{name}", 1)
    return tensors


def _convolution(variables: _Variables, theirs: str, ours: str) -> dict[str, np.ndarray]:
    kernel = variables.take(f"{theirs}/conv2d/kernel", 4)  # height, width, inputs, outputs
    return {
        f"{ours}.weight": np.ascontiguousarray(kernel.transpose(3, 2, 0, 1)),
        f"{ours}.bias": variables.take(f"{theirs}/conv2d/bias", 1),
    }


def _motion(variables: _Variables) -> dict[str, np.ndarray]:
    theirs = "vae_decoder/fully_connected"
    tensors = {
        "motion.code.weight": variables.take(f"{theirs}/weights", 2).T.copy(),
        "motion.code.bias": variables.take(f"{theirs}/biases", 1),
        "motion.coordinates.weight": variables.take(f"{theirs}/W", 2).T.copy(),
        "motion.coordinates.bias": variables.take(f"{theirs}/b", 1),
    }
    for layer in range(2):
        tensors |= _lstm_layer(variables, "vae_decoder", layer, "motion.lstm")
    return tensors


def _lstm_layer(variables: _Variables, theirs: str, layer: int, ours: str) -> dict[str, np.ndarray]:
    """Their one kernel is [inputs and state, gates i j f o] with a forget bias of 1 added at run time; ours are two
    matrices with gates i f g o."""
    cell = f"{theirs}/multi_rnn_cell/cell_{layer}/basic_lstm_cell"
    kernel, bias = variables.take(f"{cell}/kernel", 2), variables.take(f"{cell}/bias", 1)
    cells = len(bias) // 4
    if kernel.shape[1] != len(bias) or kernel.shape[0] <= cells:
        raise BundleError(
            f"The variable {cell}/kernel has the shape {list(kernel.shape)}, which does not fit.", _REMEDY
        )
    order = np.concatenate([np.arange(cells) + gate * cells for gate in (0, 2, 1, 3)])
    kernel, bias = kernel[:, order], bias[order]
    bias[cells : 2 * cells] += 1
    return {
        f"{ours}.weight_ih_l{layer}": np.ascontiguousarray(kernel[:-cells].T),
        f"{ours}.weight_hh_l{layer}": np.ascontiguousarray(kernel[-cells:].T),
        f"{ours}.bias_ih_l{layer}": bias,
        f"{ours}.bias_hh_l{layer}": np.zeros_like(bias),
    }
