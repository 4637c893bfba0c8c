"""What a moving translator answers for besides its frames: moved pixels, and the figure's cover.

The cover needs no labels: what is not the figure must agree with a plate that does not move. What a renderer knows may
teach it too, see `losses.known`.
"""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional as F

from engine.networks.moving_fields import Composed
from engine.networks.source_layers import Layers
from engine.networks.warping import on_edges, positions
from training.losses.terms import weighted_l1
from training.runs.config import KeypointsConfig

_CELLS = 32  # along the grid on which a figure's coverage by keypoints is judged
_NEAR = 0.002  # squared half sides by which a keypoint is nearer than another for it to count alone
_LARGE = 0.5  # of the weight against half-covers: the weight against the covers' size


def terms(
    composed: Composed,
    layers: Layers,
    target: Tensor,
    weights: Tensor,
    figure: Tensor | None,
    settings: KeypointsConfig,
) -> dict[str, Tensor]:
    """The terms that `settings` give a weight. figure [N, 1, S, S]: the target's silhouettes, if known."""
    parts = {}
    with torch.autocast(target.device.type, enabled=False):
        if settings.moved > 0:
            parts["moved_pixels"] = settings.moved * moved_error(composed, target, weights, figure)
        if settings.drawn > 0:
            parts["drawn"] = settings.drawn * drawn_share(composed)
        if settings.crisp > 0:
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


def coverage(keypoints: Tensor, cover: Tensor) -> Tensor:
    """Mean squared distance, in half sides, from the figure's pixels to the keypoint nearest to each.

    keypoints [N, K, 2], cover [N, 1, S, S]. Arms are few pixels, but far from the trunk's keypoints: they get some.
    """
    cells = min(cover.shape[-1], _CELLS)
    weights = F.adaptive_avg_pool2d(cover.detach().float(), cells).flatten(1)
    middles = positions(cells, keypoints.float()).view(1, 1, -1, 2)
    apart = (middles - on_edges(keypoints.float(), cells)[:, :, None]).square().sum(-1)  # [N, K, cells²]
    nearest = -_NEAR * torch.logsumexp(-apart / _NEAR, 1)
    return ((nearest.clamp_min(0) * weights).sum(1) / weights.sum(1).clamp_min(1)).mean()
