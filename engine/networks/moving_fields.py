"""What a moving translator decides about a frame, on grids smaller than the picture, and the frame made of it."""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor

from engine.networks.source_layers import Layers, certain
from engine.networks.warping import enlarged, positions, sampled


@dataclass(frozen=True)
class Fields:
    """What a frame is composed with, smooth and so of any size: positions [N, 4g, 4g, 2] that the figure comes from,
    cover [N, 1, 4g, 4g] (logits added to the carried one), own [N, 1, 4g, 4g] (o, in [0, 1]), drawn [N, 3, 4g, 4g]."""

    positions: Tensor
    cover: Tensor
    own: Tensor
    drawn: Tensor

    def to(self, device: torch.device | str) -> Fields:
        """The same on another device."""
        return Fields(*(field.to(device) for field in (self.positions, self.cover, self.own, self.drawn)))


@dataclass(frozen=True)
class Composed:
    """frame, crude, moved [N, 3, S, S] around [-1, 1]; mask, cover, own [N, 1, S, S] in [0, 1].

    mask is the paper's m: how much of the frame is the photo where it stands, so frame = m * v0 + (1 - m) * crude.
    cover: the figure in the frame; moved: the photo's figure moved there, own: how much of it is used.
    """

    frame: Tensor
    crude: Tensor
    mask: Tensor
    cover: Tensor
    moved: Tensor
    own: Tensor


def compose(layers: Layers, fields: Fields) -> Composed:
    """Frames from a photo's layers [1 or N, ...] and N frames' fields, at the layers' size."""
    size, n = layers.image.shape[-1], len(fields.own)
    at = fields.positions
    if at.shape[1] != size:
        shift = (at - positions(at.shape[1], at)).permute(0, 3, 1, 2)
        at = positions(size, at) + enlarged(shift, size).permute(0, 2, 3, 1)
    looked_up = sampled(torch.cat([layers.figure, layers.cover], 1).expand(n, -1, -1, -1), at)
    moved, carried = looked_up[:, :3], looked_up[:, 3:]
    logit = carried + enlarged(fields.cover, size)
    cover = (certain(logit) if layers.decided else logit).sigmoid()
    own = enlarged(fields.own, size)
    figure = own * moved + (1 - own) * enlarged(fields.drawn, size)
    plate = layers.plate
    frame = plate + cover * (figure - plate)
    mask = (1 - cover) * layers.kept
    # What the paper calls crude: all that is not the photo where it stands.
    share = cover / (1 - mask).clamp_min(1e-3)
    crude = layers.painted + share * (figure - layers.painted)
    return Composed(frame, crude, mask, cover, moved, own)
