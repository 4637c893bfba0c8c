"""The two adversaries of training: one looks at single frames, the other at keypoint sequences (paper, section 3).

They live in a run's folder only; inference never needs them, so this file knows nothing of bundles.
"""

import math

from torch import Tensor, nn


class ImageDiscriminator(nn.Module):
    """Patch discriminator: 4x4 stride-2 convolutions, leaky ReLU 0.01, then a 3x3 convolution to patch logits.

    The authors' sizes are `image_size=128, width=64, depth=6` (widths 64 to 2048, a 2 x 2 patch of logits).

    Parameters
    ----------
    image_size: side of the square pictures in pixels.
    width: channels after the first convolution; each further one doubles them, up to `max_width`.
    depth: number of stride-2 convolutions; by default as many as leave a 2 x 2 patch.
    """

    def __init__(self, image_size: int, width: int = 64, depth: int | None = None, max_width: int = 2048) -> None:
        super().__init__()
        deepest = int(math.log2(image_size))
        depth = deepest - 1 if depth is None else depth
        if not 1 <= depth <= deepest:
            raise ValueError(f"depth {depth} does not fit pictures of {image_size} px: 1 to {deepest} do")
        layers: list[nn.Module] = []
        channels = 3
        for level in range(depth):
            wider = min(width * 2**level, max_width)
            layers += [nn.Conv2d(channels, wider, 4, stride=2, padding=1), nn.LeakyReLU(0.01)]
            channels = wider
        self.features = nn.Sequential(*layers)
        self.logit = nn.Conv2d(channels, 1, 3, padding=1, bias=False)
        self.apply(_xavier)

    def forward(self, images: Tensor) -> Tensor:
        """Logits of "this is a real frame": images [N, 3, H, W] in [-1, 1] -> [N, 1, H / 2^depth, W / 2^depth]."""
        return self.logit(self.features(images))


class SequenceDiscriminator(nn.Module):
    """Two-layer LSTM over a keypoint sequence; its last output becomes one logit (paper: 1024 cells)."""

    def __init__(self, n_keypoints: int, cells: int = 1024) -> None:
        super().__init__()
        self.lstm = nn.LSTM(2 * n_keypoints, cells, num_layers=2, batch_first=True)
        self.logit = nn.Linear(cells, 1)
        self.logit.apply(_xavier)

    def forward(self, keypoints: Tensor) -> Tensor:
        """Logits of "these keypoints come from a real clip": [N, T, K, 2] in [-1, 1] -> [N, 1]."""
        outputs, _ = self.lstm(keypoints.flatten(2))
        return self.logit(outputs[:, -1])


def _xavier(module: nn.Module) -> None:
    if isinstance(module, (nn.Conv2d, nn.Linear)):
        nn.init.xavier_uniform_(module.weight)
        if module.bias is not None:
            nn.init.zeros_(module.bias)
