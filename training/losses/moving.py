"""What a moving translator answers for besides its frames: moved pixels, and the figure's cover.

The cover needs no labels: what is not the figure must agree with a plate that does not move. Where a world's renderer
knows the silhouettes, they may teach it too; joints never do.
"""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional as F

from engine.networks.moving_translator import Composed
from engine.networks.source_layers import Layers
from training.losses.terms import weighted_l1
from training.runs.config import KeypointsConfig

_LARGE = 0.5  # of the weight against half-covers: the weight against the covers' size


def terms(
    composed: Composed,
    layers: Layers,
    target: Tensor,
    weights: Tensor,
    figures: Tensor | None,
    settings: KeypointsConfig,
) -> dict[str, Tensor]:
    """The terms that `settings` give a weight. figures [2, N, 1, S, S]: silhouettes of source and target, if known."""
    parts = {}
    with torch.autocast(target.device.type, enabled=False):
        if settings.moved > 0:
            there = None if figures is None else figures[1]
            parts["moved_pixels"] = settings.moved * moved_error(composed, target, weights, there)
        if settings.drawn > 0:
            parts["drawn"] = settings.drawn * drawn_share(composed)
        if figures is not None:
            parts["silhouettes"] = settings.silhouettes * silhouette_error(composed, layers, figures)
        elif settings.crisp > 0:
            parts["crisp"] = settings.crisp * crispness(composed, layers)
    return parts


def moved_error(composed: Composed, target: Tensor, weights: Tensor, figure: Tensor | None) -> Tensor:
    """The L1 error of the photo's moved pixels alone, before anything is drawn, where the target's figure is.

    Without it the flow learns nothing where drawing would do. figure [N, 1, S, S]: known silhouettes, or None for the
    carried cover.
    """
    there = composed.cover.detach() if figure is None else figure
    return weighted_l1(composed.moved, target, weights * (there + 0.02))


def drawn_share(composed: Composed) -> Tensor:
    """How much of the figure is drawn instead of moved, 0 to 1.

    A blur is never far off, so the error alone draws wherever the flow is unsure: sharpness goes first.
    """
    cover = composed.cover.detach()
    return ((1 - composed.own) * cover).sum() / cover.sum().clamp_min(1)


def crispness(composed: Composed, layers: Layers) -> Tensor:
    """Mean 4 a (1 - a) of the covers of both pictures, and their mean size: none is cheaper than a half."""
    covers = torch.stack([composed.cover, layers.cover.sigmoid()])
    return (4 * covers * (1 - covers)).mean() + _LARGE * covers.mean()


def silhouette_error(composed: Composed, layers: Layers, figures: Tensor) -> Tensor:
    """Cross-entropy of the covers against known silhouettes [2, N, 1, S, S] of source and target."""
    carried = composed.cover.clamp(1e-4, 1 - 1e-4)
    found = F.binary_cross_entropy_with_logits(layers.cover, figures[0])
    return found + F.binary_cross_entropy(carried, figures[1])
