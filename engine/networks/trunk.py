"""The early stages of an ImageNet classifier as eyes that have seen photographs: EfficientNet-Lite0, frozen.

What is learned from drawn worlds alone takes a gymnasium's clutter for limbs. These features know better, and are not
trained further. Tan and Le, EfficientNet (2019); the Lite variant has neither squeeze-excitation nor swish. Weights are
Apache-2.0 and travel inside a bundle; batch norm is folded into them.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn

TRUNK_CHANNELS = (16, 24, 40, 112)
"""Of the features at strides 2, 4, 8 and 16."""
# Of each group: blocks, channels, expansion, kernel, stride of its first block.
_GROUPS = ((1, 16, 1, 3, 1), (2, 24, 6, 3, 2), (2, 40, 6, 5, 2), (3, 80, 6, 3, 2), (3, 112, 6, 5, 1))
_STEM = 32
_MEAN, _STD = 127 / 255, 128 / 255  # of what the classifier was trained on, with pixels in 0..1


class Trunk(nn.Module):
    """Pictures [N, 3, S, S] in [-1, 1] -> features by side, {S / 2: [N, 16, S / 2, S / 2], ...}; never a gradient."""

    def __init__(self) -> None:
        super().__init__()
        self.stem = nn.Conv2d(3, _STEM, 3, 2, 1)
        groups, inputs = [], _STEM
        for blocks, outputs, expansion, kernel, stride in _GROUPS:
            group = []
            for number in range(blocks):
                group.append(_Block(inputs, outputs, expansion, kernel, stride if number == 0 else 1))
                inputs = outputs
            groups.append(nn.Sequential(*group))
        # The last two groups have one resolution.
        self.levels = nn.ModuleList([*groups[:3], nn.Sequential(*groups[3], *groups[4])])
        self.requires_grad_(False)

    @torch.no_grad()
    def forward(self, images: Tensor) -> dict[int, Tensor]:
        x = (images * (0.5 / _STD) + (0.5 - _MEAN) / _STD).contiguous(memory_format=torch.channels_last)
        x, features = nn.functional.relu6(self.stem(x)), {}
        for level in self.levels:
            x = level(x)
            features[x.shape[-1]] = x
        return features


class _Block(nn.Module):
    """Expand 1x1, depthwise, project 1x1 (linear), with a shortcut where the shapes allow one."""

    def __init__(self, inputs: int, outputs: int, expansion: int, kernel: int, stride: int) -> None:
        super().__init__()
        wide = inputs * expansion
        layers: list[nn.Module] = [nn.Conv2d(inputs, wide, 1), nn.ReLU6()] if expansion > 1 else []
        layers += [nn.Conv2d(wide, wide, kernel, stride, kernel // 2, groups=wide), nn.ReLU6()]
        self.layers = nn.Sequential(*layers, nn.Conv2d(wide, outputs, 1))
        self.shortcut = stride == 1 and inputs == outputs

    def forward(self, x: Tensor) -> Tensor:
        return x + self.layers(x) if self.shortcut else self.layers(x)


def trunk_channels(image_size: int) -> dict[int, int]:
    """Channels by side of what a trunk makes of pictures of that size."""
    return {image_size >> (level + 1): channels for level, channels in enumerate(TRUNK_CHANNELS)}
