"""From networks at one size to networks at twice that size, keeping what was learned.

The detector always looks at `detector_size`, so it carries over whole. The translator's stages are matched from the
coarsest one; only the new finest stage, the heads that follow it and the encoder's new first level start afresh.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from torch import nn


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
