"""Building blocks shared by the networks: padded convolutions, x2 upsampling, the encoder and decoder stages.

Tensors are [N, C, H, W]; a block is convolution (with bias), batch norm (eps 1e-5), ReLU, as in the paper.
"""

from __future__ import annotations

from itertools import pairwise

from torch import Tensor, nn
from torch.nn import functional as F

from engine.networks.spec import NetworkSpec


class ConvBlock(nn.Module):
    """Convolution, batch norm, ReLU. `padding` as in `NetworkSpec.padding`."""

    def __init__(self, inputs: int, outputs: int, kernel: int = 3, stride: int = 1, padding: str = "symmetric") -> None:
        super().__init__()
        # TensorFlow's SAME at stride 2 on even sizes pads one less before than after.
        self.uneven = padding == "tf_same" and stride == 2
        self.conv = nn.Conv2d(inputs, outputs, kernel, stride, 0 if self.uneven else kernel // 2)
        self.norm = nn.BatchNorm2d(outputs, eps=1e-5)

    def forward(self, x: Tensor) -> Tensor:
        if self.uneven:
            before = (self.conv.kernel_size[0] - 2) // 2
            after = self.conv.kernel_size[0] - 2 - before
            x = F.pad(x, (before, after, before, after))
        return F.relu(self.norm(self.conv(x)), inplace=not self.training)


def stage(inputs: int, width: int, depth: int, spec: NetworkSpec) -> nn.Sequential:
    """`depth` convolution blocks of one width at one resolution."""
    blocks = [ConvBlock(inputs if i == 0 else width, width, padding=spec.padding) for i in range(depth)]
    return nn.Sequential(*blocks)


def upsample(x: Tensor, rule: str) -> Tensor:
    """Twice the height and width, bilinearly, by `NetworkSpec.upsampling`'s rule."""
    if rule == "half_pixel":
        return F.interpolate(x, scale_factor=2, mode="bilinear", align_corners=False)
    # TensorFlow 1 puts samples at the even places and means between them, the last one repeated: aligned corners with
    # one more row and column, which are then cut off.
    height, width = x.shape[2:]
    x = F.pad(x, (0, 1, 0, 1), mode="replicate")
    x = F.interpolate(x, size=(2 * height + 1, 2 * width + 1), mode="bilinear", align_corners=True)
    return x[:, :, :-1, :-1]


class Encoder(nn.Module):
    """The paper's convolutional encoder: 7x7 and 3x3 at stride 1, then (3x3 stride 2, 3x3) per further level.

    forward: images [N, 3, H, W] -> features at strides 1, 2, 4, ..., one tensor per entry of `widths`.
    """

    def __init__(self, widths: tuple[int, ...], spec: NetworkSpec) -> None:
        super().__init__()
        first = widths[0]
        levels = [
            nn.Sequential(ConvBlock(3, first, 7, padding=spec.padding), ConvBlock(first, first, padding=spec.padding))
        ]
        for before, width in pairwise(widths):
            down = ConvBlock(before, width, stride=2, padding=spec.padding)
            levels.append(nn.Sequential(down, ConvBlock(width, width, padding=spec.padding)))
        self.levels = nn.ModuleList(levels)

    def forward(self, images: Tensor) -> list[Tensor]:
        features = []
        for level in self.levels:
            images = level(images)
            features.append(images)
        return features
