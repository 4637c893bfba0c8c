"""The networks that look at a photo once, arranged for speed: every convolution with what follows it as one operation,
and one trunk for all of them, which is asked once about a picture.

The detector and a moving translator bring the same frozen trunk with them, and see the same crop: half of that work,
and of the memory, is spared. Where convolutions cannot be fused, the networks stay as they are. For rendering only.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn

from engine.networks.layers import ConvBlock
from engine.networks.trunk import Trunk
from engine.rendering.convolution import Convolution, fusing_works


class Fused(nn.Module):
    """A convolution on its device, and what follows: ReLU, up to a limit if there is one, or nothing."""

    def __init__(self, conv: nn.Conv2d, rectify: bool, limit: float | None = None) -> None:
        super().__init__()
        assert conv.bias is not None  # once folded, all have one
        self._weight, self._bias = conv.weight, conv.bias
        self._stride, self._groups = conv.stride[0], conv.groups
        self._rectify, self._limit = rectify, limit
        self._convolution: Convolution | None = None

    def forward(self, x: Tensor) -> Tensor:
        """What the convolution gives for x; laid out for pictures of the size that come first."""
        if self._convolution is None:
            more = self._rectify, self._stride, self._groups, self._limit
            self._convolution = Convolution(self._weight, self._bias, tuple(x.shape), *more)
        return self._convolution(x)


def fused(network: nn.Module) -> None:
    """Fuse the convolutions of a folded network on its device, in place."""
    parameter = next(network.parameters())
    if parameter.device.type == "cpu" and fusing_works(parameter.dtype):
        _fuse(network)


def _fuse(network: nn.Module) -> None:
    children = dict(network.named_children())
    following = [*list(children.values())[1:], None] if isinstance(network, nn.Sequential) else [None] * len(children)
    for (name, child), then in zip(children.items(), following, strict=True):
        if isinstance(child, ConvBlock):
            if not child.uneven:
                setattr(network, name, Fused(child.conv, rectify=True))
        elif isinstance(child, nn.Conv2d):
            limited = isinstance(then, nn.ReLU6)
            setattr(network, name, Fused(child, limited, 6.0 if limited else None))
        elif not isinstance(child, nn.ReLU6):
            _fuse(child)


def share_trunk(detector: nn.Module, source: nn.Module | None) -> None:
    """Have two networks with one trunk's weights each, if these are the same, ask one."""
    mine, theirs = getattr(detector, "trunk", None), getattr(source, "trunk", None)
    if source is None or mine is None or theirs is None:
        return
    pairs = zip(mine.parameters(), theirs.parameters(), strict=True)
    if all(torch.equal(one, other) for one, other in pairs):
        shared = OneTrunk(mine)
        for network in (detector, source):
            network.add_module("trunk", shared)


class OneTrunk(nn.Module):
    """A trunk that keeps its last answer: about the same picture it is asked by several networks."""

    def __init__(self, trunk: Trunk) -> None:
        super().__init__()
        self._trunk = trunk
        self._last: tuple[Tensor, dict[int, Tensor]] | None = None

    def forward(self, images: Tensor) -> dict[int, Tensor]:
        """As `Trunk`. Use it from one thread at a time."""
        if self._last is not None and torch.equal(self._last[0], images):
            return self._last[1]
        features = self._trunk(images)
        if len(images) == 1:
            self._last = images.clone(), features
        return features
