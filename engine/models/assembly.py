"""Networks from a bundle's card and tensors, after checking that they belong together.

Knows torch and the networks; reads no files.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

import numpy as np
import torch
from torch import nn
from torch.overrides import TorchFunctionMode

from engine.errors import BundleError
from engine.models.card import REMEDY
from engine.networks.any_translator import AnyTranslator
from engine.networks.detector import Detector
from engine.networks.motion import MotionGenerator
from engine.networks.spec import NetworkSpec
from engine.networks.translators import TRANSLATORS

_KINDS = {
    "detector": Detector,
    "translator": lambda spec: TRANSLATORS[spec.translator].network_class()(spec),
    "motion": MotionGenerator,
}
_NAMED = 3  # how many wrong tensors an error names


@dataclass(frozen=True)
class Networks:
    """The three networks that inference needs, float32, in evaluation mode, with `spec`'s sizes."""

    spec: NetworkSpec
    detector: Detector
    translator: AnyTranslator
    motion: MotionGenerator


def assemble(spec: NetworkSpec, tensors: dict[str, np.ndarray]) -> Networks:
    """Build the networks of `spec` and fill them. Raises what `built` raises."""
    makers: dict[str, Any] = {kind: partial(network, spec) for kind, network in _KINDS.items()}
    networks: dict[str, Any] = built(makers, tensors)
    return Networks(spec, **networks)


def built(makers: dict[str, Callable[[], nn.Module]], tensors: dict[str, np.ndarray]) -> dict[str, nn.Module]:
    """The networks that `makers` make, by name, filled with the tensors "NAME.TENSOR", in evaluation mode. Raises
    `BundleError` naming tensors that are missing, superfluous or of another shape."""
    with _ShapesAlone():  # a forged spec must not allocate gigabytes
        expected = {
            f"{kind}.{name}": tuple(value.shape)
            for kind, make in makers.items()
            for name, value in _weights(make()).items()
        }
    _compare(expected, {name: array.shape for name, array in tensors.items()})
    networks = {kind: make().eval() for kind, make in makers.items()}
    for kind, network in networks.items():
        state = {name: torch.from_numpy(tensors[f"{kind}.{name}"]) for name in _weights(network)}
        network.load_state_dict(state, strict=False)
        network.requires_grad_(False)
    return networks


class _ShapesAlone(TorchFunctionMode):
    """Weights of layers are made without memory; small tables, as of cosines, are made as ever.

    Not `torch.device("meta")`: there `torch.arange`, `eye` and their like import torch's compiler, which takes ten
    times as long as the rest of loading, and 145 MB.
    """

    def __torch_function__(
        self, func: Callable, types: Sequence[type], args: tuple = (), kwargs: dict[str, Any] | None = None
    ) -> Any:
        more = {"device": "meta"} if func is torch.empty else {}
        return func(*args, **(kwargs or {}) | more)


def disassemble(networks: dict[str, nn.Module]) -> dict[str, np.ndarray]:
    """The tensors of a bundle, float32, from {"detector": ..., "translator": ..., "motion": ...}."""
    return {
        f"{kind}.{name}": value.detach().float().cpu().numpy()
        for kind, network in networks.items()
        for name, value in _weights(network).items()
    }


def finite(model: str, answer: torch.Tensor) -> np.ndarray:
    """What a network of the model answered, as float32. Raises `BundleError` where that is no finite number: each
    weight may be one, and all together may be none."""
    values = answer.float().cpu().numpy()
    if not np.isfinite(values).all():
        raise BundleError(f"The model {model} answers with what is no number.", REMEDY)
    return values


def _weights(network: nn.Module) -> dict[str, torch.Tensor]:
    """The state of a network without the counters that only training uses."""
    return {name: value for name, value in network.state_dict().items() if value.is_floating_point()}


def _compare(expected: dict[str, tuple], found: dict[str, tuple]) -> None:
    complaints = {
        "lacks": sorted(set(expected) - set(found)),
        "has no use for": sorted(set(found) - set(expected)),
        "has other sizes for": sorted(
            name for name in set(expected) & set(found) if expected[name] != tuple(found[name])
        ),
    }
    parts = [f"{verb} {_list(names)}" for verb, names in complaints.items() if names]
    if parts:
        raise BundleError(f"The model file {', and '.join(parts)}.", REMEDY)


def _list(names: list[str]) -> str:
    more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
    return ", ".join(names[:_NAMED]) + more
