"""The losses of step 1 and step 3 as pure functions; what each weighs is the stages' business.

Pictures are [N, 3, S, S] in [-1, 1], keypoints [N, K, 2] in [-1, 1].
"""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional as F

_ENOUGH = 0.25  # of the peak of the foreground, for a keypoint to be on the object


def motion_weights(source: Tensor, target: Tensor, strength: float) -> Tensor:
    """1 + strength * (local |v - v'| relative to its mean), [N, 1, S, S].

    Without it a small moving object is cheapest to ignore, and the mask goes to 1 everywhere.
    """
    return _local_weights((source - target).abs(), strength)


def weighted_l1(prediction: Tensor, target: Tensor, weights: Tensor) -> Tensor:
    """Mean absolute error under pixel weights [N, 1, S, S], normalised by their mean."""
    return ((prediction - target).abs() * weights).mean() / weights.mean()


def hard_weights(prediction: Tensor, target: Tensor, strength: float) -> Tensor:
    """1 + strength * (local |prediction - v'| relative to its mean), [N, 1, S, S], without a gradient.

    A forearm drawn as a blur is few pixels; without this, nothing makes a keypoint go there.
    """
    return _local_weights((prediction.detach() - target).abs(), strength)


def separation(keypoints: Tensor, width: float) -> Tensor:
    """Mean over pairs of exp(-d^2 / (2 width^2)): keypoints that share a place pay."""
    count = keypoints.shape[1]
    squared = (keypoints[:, :, None] - keypoints[:, None]).square().sum(-1)
    near = torch.exp(-squared / (2 * width**2)).sum((1, 2)) - count
    return (near / (count * max(count - 1, 1))).mean()


def equivariance(keypoints: Tensor, warped_keypoints: Tensor, theta: Tensor) -> Tensor:
    """L1 between keypoints and those of the warped picture carried back by its sampling matrices theta [N, 2, 3].

    theta maps places of the warped picture to places of the original (torch's `affine_grid`).
    """
    carried = warped_keypoints @ theta[:, :, :2].transpose(1, 2) + theta[:, None, :, 2]
    return (carried - keypoints).abs().mean()


def on_object(keypoints: Tensor, mask: Tensor) -> Tensor:
    """How far keypoints lie from what the (detached) background mask [N, 1, S, S] calls foreground, 0 to 1.

    The foreground is blurred and brought to a peak of 1 per picture, so that a keypoint parked on the background
    feels which way the object is. A part of the peak is enough: blurred, a hand has about 0.4 of what a chest has, and
    must not pay for it. Needs no labels: the mask is learned.
    """
    foreground = 1 - mask.detach().float()
    coarse = F.adaptive_avg_pool2d(foreground, 32)
    blurred = F.avg_pool2d(coarse, 5, stride=1, padding=2)
    foreground = 0.5 * (coarse + blurred)
    foreground = foreground / foreground.amax((2, 3), keepdim=True).clamp_min(0.05)
    sampled = F.grid_sample(foreground, keypoints[:, :, None].float(), padding_mode="border", align_corners=True)
    return (1 - sampled.clamp(0, _ENOUGH) / _ENOUGH).mean()


def generator_gan(logits: Tensor) -> Tensor:
    """-log D(fake), non-saturating."""
    return F.softplus(-logits).mean()


def discriminator_gan(real: Tensor, fake: Tensor) -> Tensor:
    """-log D(real) - log(1 - D(fake))."""
    return F.softplus(-real).mean() + F.softplus(fake).mean()


def kl_divergence(mu: Tensor, sigma: Tensor) -> Tensor:
    """KL(N(mu, sigma^2) || N(0, 1)), summed over z, mean over the batch."""
    return (0.5 * (mu.square() + sigma.square() - 1) - sigma.log()).sum(1).mean()


def _local_weights(difference: Tensor, strength: float) -> Tensor:
    difference = difference.mean(1, keepdim=True)
    radius = max(difference.shape[-1] // 32, 1)
    local = F.avg_pool2d(difference, 2 * radius + 1, stride=1, padding=radius, count_include_pad=False)
    return 1 + strength * local / local.mean((1, 2, 3), keepdim=True).clamp_min(1e-3)
