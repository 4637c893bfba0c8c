"""From networks at one size to networks at twice that size, keeping what was learned.

The detector always looks at `detector_size`, so it carries over whole. The translator's stages are matched from the
coarsest one; only the new finest stage, the heads that follow it and the encoder's new first level start afresh.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from engine.networks.spec import NetworkSpec

if TYPE_CHECKING:
    from torch import nn


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
    for mine, theirs in zip(reversed(large.encoder.levels), reversed(small.encoder.levels), strict=False):
        _copy_blocks(theirs, mine)
    for mine, theirs in zip(large.stages, small.stages, strict=False):
        _copy_blocks(theirs, mine)


def _copy_blocks(source: nn.Sequential, target: nn.Sequential) -> None:
    for theirs, mine in zip(source, target, strict=False):
        if theirs.conv.weight.shape == mine.conv.weight.shape:
            mine.load_state_dict(theirs.state_dict())
