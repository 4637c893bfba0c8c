"""What is known besides the pictures may teach the translator: covers, the figure's motion, the place.

By a world's renderer: joints never teach, and keypoints learn nothing from it, since the stage holds them fixed in the
steps that use it. By looking at neighbouring frames, which needs no labels: this teaches the keypoints, too, to stay
with the points of the figure.
"""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional as F

from engine.networks.moving_fields import Composed, Fields
from engine.networks.source_layers import Layers
from engine.networks.warping import on_edges, positions, sampled
from training.data.known import Known
from training.runs.config import KeypointsConfig

_SEEN_IS_MOVED = 0.05  # weight, beside the motion's, of using the photo's pixels where they can be seen
_IN_THE_OPEN = 0.1  # weight of the place where nobody stands


def terms(
    composed: Composed,
    layers: Layers,
    fields: Fields,
    keypoints: tuple[Tensor, Tensor],
    known: Known,
    settings: KeypointsConfig,
) -> dict[str, Tensor]:
    """The terms that `settings` give a weight and something is known for; keypoints [N, K, 2] of v and of v'."""
    parts = {}
    with torch.autocast(composed.frame.device.type, enabled=False):
        if known.figures is None:
            assert known.sources is not None and known.seen is not None
            seen = known.seen * F.adaptive_avg_pool2d(composed.cover.detach(), known.seen.shape[-1])
            parts["optical_flow"] = settings.optical_flow * flow_error(fields, known.sources, seen)
            if settings.followed > 0:
                parts["followed"] = settings.followed * followed_error(*keypoints, known.sources, seen)
            return parts
        if settings.silhouettes > 0:
            parts["silhouettes"] = settings.silhouettes * silhouette_error(composed, layers, known.figures)
        if settings.flow > 0 and known.sources is not None and known.seen is not None:
            parts["flow"] = settings.flow * flow_error(fields, known.sources, known.seen)
        if settings.plate > 0 and known.plates is not None and known.placed is not None:
            parts["plate"] = settings.plate * plate_error(layers, known.plates, known.figures[0] * known.placed)
    return parts


def silhouette_error(composed: Composed, layers: Layers, figures: Tensor) -> Tensor:
    """Cross-entropy of the covers against known silhouettes [2, N, 1, S, S] of source and target."""
    carried = composed.cover.clamp(1e-4, 1 - 1e-4)
    found = F.binary_cross_entropy_with_logits(layers.cover, figures[0])
    return found + F.binary_cross_entropy(carried, figures[1])


def flow_error(fields: Fields, sources: Tensor, seen: Tensor) -> Tensor:
    """Mean distance, in half sides, of where the fields take the figure from and where it is, `Known.sources`; and how
    much of what can be seen is drawn nevertheless."""
    cells = fields.own.shape[-1]
    if sources.shape[-1] != cells:
        sources, seen = (F.interpolate(x, (cells, cells), mode="nearest") for x in (sources, seen))
    apart = (fields.positions.permute(0, 3, 1, 2) - sources).square().sum(1, keepdim=True)
    # Smooth near nothing: a hundredth of a half side is less than a pixel.
    distance = (apart + 1e-4).sqrt()
    drawn = -fields.own.clamp_min(1e-4).log()
    return ((distance + _SEEN_IS_MOVED * drawn) * seen).sum() / seen.sum().clamp_min(1)


def followed_error(k_source: Tensor, k_target: Tensor, sources: Tensor, seen: Tensor) -> Tensor:
    """Mean distance, in half sides, of keypoints [N, K, 2] in v from where those in v' were, `Known.sources`.

    seen [N, 1, s, s]: how much of a cell is the figure, and seen to move.
    """
    cells = seen.shape[-1]
    source, target = (on_edges(keypoints.float(), cells) for keypoints in (k_source, k_target))
    still = positions(cells, sources).permute(2, 0, 1)
    # Where a keypoint lies says which motion it shares; it is not to look for one that suits it better.
    here = target.detach()[:, None]
    moves, counts = (sampled(x, here)[:, :, 0].transpose(1, 2) for x in (sources - still, seen))
    apart = (source - target - moves).square().sum(-1, keepdim=True)
    return ((apart + 1e-4).sqrt() * counts).sum() / counts.sum().clamp_min(1)


def plate_error(layers: Layers, plates: Tensor, hidden: Tensor) -> Tensor:
    """Mean absolute error of the painted place against known ones [N, 3, S, S], mostly where the figure [N, 1, S, S]
    hides it."""
    near = F.max_pool2d(hidden, 9, 1, 4)
    weights = near + _IN_THE_OPEN * near.amax((2, 3), keepdim=True)
    return ((layers.plate - plates).abs().mean(1, keepdim=True) * weights).sum() / weights.sum().clamp_min(1)
