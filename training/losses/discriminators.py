"""The two adversaries of training: one looks at single frames, the other at keypoint sequences (paper, section 3).

They live in a run's folder only; inference never needs them, so this file knows nothing of bundles.
"""

import math

from torch import Tensor, nn
from torch.nn import functional as F


class ImageDiscriminator(nn.Module):
    """Patch discriminator: 4x4 stride-2 convolutions, leaky ReLU 0.01, then a 3x3 convolution to patch logits.

    The authors' sizes are `image_size=128, width=64, depth=6` (widths 64 to 2048, a 2 x 2 patch of logits).

    image_size: side of the square pictures in pixels.
    width: channels after the first convolution; each further one doubles them, up to `max_width`.
    depth: number of stride-2 convolutions; by default as many as leave a 2 x 2 patch.
    padding: as `NetworkSpec.padding`; with "tf_same" every convolution pads 1 and then again as TensorFlow's SAME, as
        in the authors' code, so that sizes shrink less (128 px leave 6 x 6 logits).
    """

    def __init__(
        self,
        image_size: int,
        width: int = 64,
        depth: int | None = None,
        max_width: int = 2048,
        padding: str = "symmetric",
    ) -> None:
        super().__init__()
        deepest = int(math.log2(image_size))
        depth = deepest - 1 if depth is None else depth
        if not 1 <= depth <= deepest:
            raise ValueError(f"depth {depth} does not fit pictures of {image_size} px: 1 to {deepest} do")
        convolution = _PaddedTwice if padding == "tf_same" else nn.Conv2d
        layers: list[nn.Module] = []
        channels = 3
        for level in range(depth):
            wider = min(width * 2**level, max_width)
            layers += [convolution(channels, wider, 4, stride=2, padding=1), nn.LeakyReLU(0.01)]
            channels = wider
        self.features = nn.Sequential(*layers)
        self.logit = convolution(channels, 1, 3, padding=1, bias=False)
        self.apply(_xavier)

    def forward(self, images: Tensor) -> Tensor:
        """Logits of "this is a real frame": images [N, 3, H, W] in [-1, 1] -> [N, 1, H / 2^depth, W / 2^depth].

        With "tf_same" padding the patch is larger.
        """
        return self.logit(self.features(images))


class SequenceDiscriminator(nn.Module):
    """Two-layer LSTM over a keypoint sequence; its last output becomes one logit (paper: 1024 cells).

    rectified: whether the logit passes a ReLU, as in the authors' code (see `NetworkSpec.rectified_linear`).
    """

    def __init__(self, n_keypoints: int, cells: int = 1024, rectified: bool = False) -> None:
        super().__init__()
        self.rectified = rectified
        self.lstm = nn.LSTM(2 * n_keypoints, cells, num_layers=2, batch_first=True)
        self.logit = nn.Linear(cells, 1)
        self.logit.apply(_xavier)

    def forward(self, keypoints: Tensor) -> Tensor:
        """Logits of "these keypoints come from a real clip": [N, T, K, 2] in [-1, 1] -> [N, 1]."""
        outputs, _ = self.lstm(keypoints.flatten(2))
        logit = self.logit(outputs[:, -1])
        return F.relu(logit) if self.rectified else logit


class _PaddedTwice(nn.Conv2d):
    """The authors' convolution: `padding` on every side, and then what SAME adds, which may be one more after."""

    def forward(self, input: Tensor) -> Tensor:
        kernel, stride, given = self.kernel_size[0], self.stride[0], self.padding[0]
        assert isinstance(given, int)  # a number of pixels, not the name of a rule
        sides = []
        for size in (input.shape[3], input.shape[2]):
            padded = size + 2 * given
            same = max((math.ceil(padded / stride) - 1) * stride + kernel - padded, 0)
            sides += [given + same // 2, given + same - same // 2]
        return F.conv2d(F.pad(input, sides), self.weight, self.bias, self.stride)


def _xavier(module: nn.Module) -> None:
    if isinstance(module, (nn.Conv2d, nn.Linear)):
        nn.init.xavier_uniform_(module.weight)
        if module.bias is not None:
            nn.init.zeros_(module.bias)
