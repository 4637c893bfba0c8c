"""The variables of the authors' checkpoints, taken by name, and their layers as ours.

Knows how TensorFlow 1 and torch lay out a convolution, a batch norm, an LSTM and a linear layer; which network has
which of them is said in `importing` and `training`. Torch-free.
"""

from __future__ import annotations

import re

import numpy as np

from engine.errors import BundleError

REMEDY = "Give the two checkpoints that the authors' training wrote: --stage1 and --stage2."
_BOOKKEEPING = re.compile(r".*/(Adam(_\d+)?|Momentum)|beta[12]_power|global_step")
_KINDS = ("vae_encoder/", "seq_discr/", "img_discr/", "image_encoder/")  # of what may be left over, for messages


class Variables:
    """The variables of both checkpoints, remembering which were used."""

    def __init__(self, arrays: dict[str, np.ndarray]) -> None:
        self._arrays = arrays
        self._used: set[str] = set()

    def take(self, name: str, dimensions: int) -> np.ndarray:
        """The variable as float32, perhaps read-only. Raises `BundleError` if it is missing or no such array."""
        self.shape(name, dimensions)
        array = self._arrays[name]
        if not np.isfinite(array).all():
            raise BundleError(f"The variable {name} holds values that are not finite.", REMEDY)
        self._used.add(name)
        return np.asarray(array, np.float32)

    def shape(self, name: str, dimensions: int) -> tuple[int, ...]:
        """Its shape alone: a variable looked at for its size is not used by that."""
        if name not in self._arrays:
            raise BundleError(f"The checkpoints lack the variable {name}.", REMEDY)
        array = self._arrays[name]
        if array.ndim != dimensions or array.dtype.kind != "f":
            raise BundleError(f"The variable {name} has the shape {list(array.shape)}, which does not fit.", REMEDY)
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


def block(variables: Variables, theirs: str, number: str, ours: str) -> dict[str, np.ndarray]:
    """A convolution and the batch norm after it."""
    tensors = convolution(variables, f"{theirs}conv_{number}", f"{ours}.conv")
    names = {"gamma": "weight", "beta": "bias", "moving_mean": "running_mean", "moving_variance": "running_var"}
    for name, our_name in names.items():
        tensors[f"{ours}.norm.{our_name}"] = variables.take(f"{theirs}b_norm_{number}/{name}", 1)
    return tensors


def convolution(variables: Variables, theirs: str, ours: str, biased: bool = True) -> dict[str, np.ndarray]:
    """Theirs is [height, width, inputs, outputs], ours [outputs, inputs, height, width]."""
    kernel = variables.take(f"{theirs}/conv2d/kernel", 4)
    tensors = {f"{ours}.weight": np.ascontiguousarray(kernel.transpose(3, 2, 0, 1))}
    return tensors | ({f"{ours}.bias": variables.take(f"{theirs}/conv2d/bias", 1)} if biased else {})


def linear(weights: np.ndarray, biases: np.ndarray, ours: str) -> dict[str, np.ndarray]:
    """Theirs is [inputs, outputs], ours [outputs, inputs]."""
    return {f"{ours}.weight": np.ascontiguousarray(weights.T), f"{ours}.bias": biases}


def lstm_layer(variables: Variables, theirs: str, layer: int, ours: str) -> dict[str, np.ndarray]:
    """Their one kernel is [inputs and state, gates i j f o] with a forget bias of 1 added at run time; ours are two
    matrices with gates i f g o."""
    cell = f"{theirs}/multi_rnn_cell/cell_{layer}/basic_lstm_cell"
    kernel, bias = variables.take(f"{cell}/kernel", 2), variables.take(f"{cell}/bias", 1)
    cells = len(bias) // 4
    if kernel.shape[1] != len(bias) or kernel.shape[0] <= cells:
        raise BundleError(f"The variable {cell}/kernel has the shape {list(kernel.shape)}, which does not fit.", REMEDY)
    order = np.concatenate([np.arange(cells) + gate * cells for gate in (0, 2, 1, 3)])
    kernel, bias = kernel[:, order], bias[order]
    bias[cells : 2 * cells] += 1
    return {
        f"{ours}.weight_ih_l{layer}": np.ascontiguousarray(kernel[:-cells].T),
        f"{ours}.weight_hh_l{layer}": np.ascontiguousarray(kernel[-cells:].T),
        f"{ours}.bias_ih_l{layer}": bias,
        f"{ours}.bias_hh_l{layer}": np.zeros_like(bias),
    }
