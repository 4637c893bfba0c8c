"""The perceptual loss: pictures compared by a frozen classifier's features instead of their pixels (paper, section 3).

Knows pictures and features only; which weights are used is `feature_networks`' affair.
"""

from pathlib import Path

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from training.losses.feature_networks import load_features


class PerceptualLoss(nn.Module):
    """mean over layers l of mean |Phi_l(prediction) - Phi_l(target)|, at one or more scales (method, step 1's L_G).

    Layers differ in size by orders of magnitude. Each is weighted so that, on a fixed pair of made-up pictures, its
    share equals the mean absolute difference of the pixels: a loss of 0.1 then means about what an L1 of 0.1 does.

    features: "vgg19", "efficientnet-lite0" or "auto" (VGG19 where its weights are, else EfficientNet-Lite0).
    weights: a weights file to use instead of the installed one.
    scales: number of pyramid levels; each further level halves the pictures before the features are taken.

    Raises `TrainingError` when no weights can be found.
    """

    balance: Tensor

    def __init__(self, features: str = "auto", weights: str | Path | None = None, scales: int = 1) -> None:
        super().__init__()
        self.features = load_features(features, weights)
        self.scales = scales
        self.register_buffer("balance", self._balanced(), persistent=False)

    @property
    def name(self) -> str:
        """Whose features these are, for a run's record."""
        return self.features.name

    def forward(self, prediction: Tensor, target: Tensor, weight: Tensor | None = None) -> Tensor:
        """Scalar loss of prediction against target, both [N, 3, H, W] in [-1, 1]; no gradient reaches the target.

        `weight` [N, 1, H, W], if given, says how much each place counts relative to the others.
        """
        if weight is not None:
            weight = weight / weight.mean()
        total = prediction.new_zeros((), dtype=torch.float32)
        for scale in range(self.scales):
            if scale:
                prediction, target = F.avg_pool2d(prediction, 2), F.avg_pool2d(target, 2)
            total = total + (self._differences(prediction, target, weight) * self.balance).mean()
        return total / self.scales

    def _differences(self, prediction: Tensor, target: Tensor, weight: Tensor | None = None) -> Tensor:
        with torch.no_grad():
            wanted = self.features(target)
        layers = []
        for got, want in zip(self.features(prediction), wanted, strict=True):
            difference = (got - want).abs()
            if weight is not None:
                difference = difference.mean(1, keepdim=True) * F.adaptive_avg_pool2d(weight, got.shape[-2:])
            layers.append(difference.float().mean())
        return torch.stack(layers)

    @torch.no_grad()
    def _balanced(self) -> Tensor:
        """Per layer, the pixels' difference over the features' difference, on pictures with detail at every scale."""
        generator = torch.Generator().manual_seed(0)
        pictures = torch.zeros(16, 3, 128, 128)
        for side in (2, 4, 8, 16, 32):
            noise = torch.randn(16, 3, side, side, generator=generator)
            pictures += F.interpolate(noise, size=128, mode="bilinear") / 2
        pictures = pictures.clamp(-1, 1)
        first, second = pictures.chunk(2)
        return (first - second).abs().mean() / self._differences(first, second)
