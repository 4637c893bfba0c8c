"""From networks at one size to networks at twice that size, keeping what was learned.

The detector always looks at `detector_size`, so it carries over whole. The translator's stages are matched from the
coarsest one; only the new finest stage, the heads that follow it and the encoder's new first level start afresh.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import torch

from engine.networks.spec import NetworkSpec

if TYPE_CHECKING:
    from torch import Tensor, nn


def at_size(spec: NetworkSpec, size: int) -> NetworkSpec:
    """The same networks for smaller pictures: without the finest levels of image encoder and translator."""
    levels, side = 0, spec.image_size
    while side > size:
        side, levels = side // 2, levels + 1
    if levels == 0:
        return spec
    widths = spec.translator_widths[:-levels]
    return replace(
        spec,
        image_size=size,
        detector_size=min(spec.detector_size, size),
        image_encoder=spec.image_encoder[levels:],
        translator_widths=widths,
        translator_depths=spec.translator_depths[:-levels],
        gaussian_stages=min(spec.gaussian_stages, len(widths)),
        carried_stages=min(spec.carried_stages, len(widths)),
    )


def grow_translator(small: nn.Module, large: nn.Module) -> None:
    """Copy into `large` every block of `small` whose place, counted from the coarse end, and shape agree.

    It serves as well to start a smaller one from a larger one.
    """
    if large.spec.translator == "moving":
        _grow_by_name(small, large)
        return
    for mine, theirs in zip(reversed(large.encoder.levels), reversed(small.encoder.levels), strict=False):
        _copy_blocks(theirs, mine)
    for mine, theirs in zip(large.stages, small.stages, strict=False):
        _copy_blocks(theirs, mine)


def with_further_columns(state: dict[str, Tensor], module: nn.Module) -> dict[str, Tensor]:
    """`state` with zeros where a convolution of `module` sees further channels behind those it knows."""
    wider = {}
    for name, own in module.state_dict().items():
        value = state.get(name)
        if value is None or value.ndim != 4 or value.shape[1] >= own.shape[1]:
            continue
        if (value.shape[0], *value.shape[2:]) == (own.shape[0], *own.shape[2:]):
            unheard = value.new_zeros(len(value), own.shape[1] - value.shape[1], *value.shape[2:])
            wider[name] = torch.cat([value, unheard], 1)
    return state | wider


def _grow_by_name(small: nn.Module, large: nn.Module) -> None:
    """A moving translator's levels are named by their side. Where one now also sees a finer one, which knows nothing
    yet, those last columns begin as zeros: the pictures are the same as before."""
    theirs, mine = small.state_dict(), large.state_dict()
    for name in theirs.keys() & mine.keys():
        value, own = theirs[name], mine[name]
        if value.shape == own.shape:
            own.copy_(value)
        elif value.ndim == 4 and value.shape[0] == own.shape[0] and value.shape[2:] == own.shape[2:]:
            columns = min(value.shape[1], own.shape[1])
            own.zero_()
            own[:, :columns] = value[:, :columns]


def _copy_blocks(source: nn.Sequential, target: nn.Sequential) -> None:
    for theirs, mine in zip(source, target, strict=False):
        if theirs.conv.weight.shape == mine.conv.weight.shape:
            mine.load_state_dict(theirs.state_dict())
