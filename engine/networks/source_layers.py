"""What a photograph consists of, once per photo: a figure that can be moved, and a place that stays.

A U-Net over the source and its keypoints' Gaussians. Nothing here depends on a target.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from engine.networks.keypoints import gaussian_maps
from engine.networks.layers import ConvBlock
from engine.networks.spec import NetworkSpec
from engine.networks.trunk import Trunk, trunk_channels
from engine.networks.warping import enlarged, filled

COVER_LIMIT = 6.0  # of a cover's logit
_GUESS_INV_STD = 6.0  # of the blobs around keypoints that a cover begins as, in inverse half sides
_GUESS = 5.0  # the blobs' height in logits
_DECIDED = 3  # a cover of a fifth already hides half of the place
# Gives back, where lookups lie anywhere between pixels, what they and the covers' rims take of detail.
RESTORED = 0.28
_MARGIN = 32  # the hole is the cover grown by 1/_MARGIN of the side: its edge is a mixture of both


def certain(logit: Any) -> Any:
    """A cover's logit, array or tensor, taken for surer than it is, and rather for the figure's: half-sure covers leave
    people translucent, which looks worse than an edge that is a pixel off."""
    return 1.75 * (logit + 0.5)


@dataclass(frozen=True)
class Layers:
    """Of N photos, with g cells along the coarsest grid:

    image     [N, 3, S, S]  the photo, in [-1, 1]
    figure    [N, 3, S, S]  the same, but for the figure's rim, whose colours are the figure's without the place's
    cover     [N, 1, S, S]  logit of how much of a pixel is the figure
    painted   [N, 3, S, S]  the place behind the figure
    kept      [N, 1, S, S]  1: the place is the photo's, 0: it is painted
    parts     [N, K, 2g, 2g]  logarithm of how much a place belongs to each keypoint's part
    features  [N, C, 4g, 4g]  what is carried to the frames

    decided: covers count as `certain`. Not while they are learned.
    """

    image: Tensor
    figure: Tensor
    cover: Tensor
    painted: Tensor
    kept: Tensor
    parts: Tensor
    features: Tensor
    decided: bool = False

    @property
    def plate(self) -> Tensor:
        """The place without the figure, [N, 3, S, S]."""
        return self.painted + self.kept * (self.image - self.painted)


class SourceLayers(nn.Module):
    """Picture [N, 3, S, S] and keypoints [N, K, 2] -> `Layers`.

    Every level of the encoder sees the picture at its own size, and what the finer levels found; the finest ones only
    add to what the coarser ones answer. So a network for small pictures is a part of the one for large pictures.
    """

    def __init__(self, spec: NetworkSpec) -> None:
        super().__init__()
        self.spec = spec
        widths = dict(zip(spec.sides, spec.image_encoder[::-1], strict=True))  # coarsest first
        answers = dict(zip(spec.sides, spec.translator_widths, strict=True))
        self.encoder, self.decoder, self.heads = (nn.ModuleDict() for _ in range(3))
        self.trunk, known = (Trunk(), trunk_channels(spec.image_size)) if spec.trunk != "none" else (None, {})
        for side in spec.sides:
            # What a network may have come to later, by growing or by a trunk, are further columns.
            inputs = 3 + self._maps(side) + widths.get(2 * side, 0) + known.get(side, 0)
            self.encoder[str(side)] = nn.Sequential(
                ConvBlock(inputs, widths[side]), ConvBlock(widths[side], widths[side])
            )
            coarser = answers.get(side // 2, widths[spec.grid])
            self.decoder[str(side)] = nn.Sequential(
                ConvBlock(coarser + widths[side], answers[side]), ConvBlock(answers[side], answers[side])
            )
            if side >= 4 * spec.grid:
                self.heads[str(side)] = nn.Conv2d(answers[side], 4, 3, padding=1)
        coarsest = widths[spec.grid]
        inputs = coarsest + known.get(spec.grid // 2, 0)
        self.deepest = nn.Sequential(ConvBlock(inputs, coarsest), ConvBlock(coarsest, coarsest))
        self.parts = nn.Conv2d(answers[2 * spec.grid], spec.n_keypoints, 3, padding=1)
        self.features = ConvBlock(answers[4 * spec.grid], answers[4 * spec.grid] // 2, 1)

    def forward(self, image: Tensor, keypoints: Tensor) -> Layers:
        seen, below = {}, None
        known = self.trunk(image) if self.trunk is not None else {}
        for side in self.spec.sides[::-1]:
            inputs = [_shrunk(image, side)]
            if self._maps(side):
                inputs.append(gaussian_maps(keypoints, side, self.spec.gaussian_inv_std * side / self.spec.grid))
            if below is not None:
                inputs.append(F.avg_pool2d(below, 2))
            if side in known:
                inputs.append(known[side])
            below = seen[side] = self.encoder[str(side)](_joined(inputs, below if below is not None else image))
        assert below is not None  # there are sides
        deepest = [F.avg_pool2d(below, 2), *(known[side] for side in (self.spec.grid // 2,) if side in known)]
        x, answer, features, parts = self.deepest(_joined(deepest, below)), None, None, None
        for side in self.spec.sides:
            x = self.decoder[str(side)](torch.cat([enlarged(x, side), seen[side]], 1))
            if side == 2 * self.spec.grid:
                parts = self.parts(x).float()
            if side >= 4 * self.spec.grid:
                features = self.features(x) if features is None else features
                more = self.heads[str(side)](x).float()
                answer = more if answer is None else enlarged(answer, side) + more
        assert answer is not None and parts is not None and features is not None  # there are three sides
        return self._layers(image, keypoints, answer, parts, features)

    def _layers(self, image: Tensor, keypoints: Tensor, answer: Tensor, parts: Tensor, features: Tensor) -> Layers:
        size = image.shape[-1]
        blobs = 1 - (1 - gaussian_maps(keypoints.float(), size, _GUESS_INV_STD)).prod(1, keepdim=True)
        cover = (answer[:, :1] + _GUESS * (blobs - 0.5)).clamp(-COVER_LIMIT, COVER_LIMIT)
        alpha = cover.sigmoid()
        reach = size // _MARGIN
        # A place that may be the figure's is painted: a soft patch is better than a ghost.
        kept = (1 - _grown(alpha, reach)) ** _DECIDED
        painted = filled(image, kept) + answer[:, 1:]
        return Layers(image, _figure_alone(image, alpha), cover, painted, kept, parts, features)

    def _maps(self, side: int) -> int:
        return self.spec.n_keypoints if side <= 2 * self.spec.grid else 0


def decided(layers: Layers) -> Layers:
    """The layers as finished frames are made of them: covers count as `certain`, so that the rim is narrow, and the
    figure has the detail beforehand that looking it up between pixels will take (bilinearly a third of it, on average).
    """
    alpha = certain(layers.cover).sigmoid()
    return replace(layers, figure=_restored(_figure_alone(layers.image, alpha)), decided=True)


def _figure_alone(image: Tensor, alpha: Tensor) -> Tensor:
    """The image with the figure's colours all over its rim, where cover alpha [N, 1, S, S] mixes in the place's."""
    rim = 4 * alpha * (1 - alpha)
    return image + rim * (filled(image, alpha) - image)


def _restored(image: Tensor) -> Tensor:
    """The image, in [-1, 1], plus `RESTORED` of what its pixels differ from their neighbours."""
    padded = F.pad(image, (1, 1, 1, 1), mode="replicate")
    across = padded[..., 1:-1, :-2] + padded[..., 1:-1, 2:]
    along = padded[..., :-2, 1:-1] + padded[..., 2:, 1:-1]
    return (image + RESTORED * (4 * image - across - along)).clamp(-1, 1)


def _grown(alpha: Tensor, reach: int) -> Tensor:
    """The largest of alpha [N, 1, S, S] within `reach` pixels along rows and columns, which are gone through apart."""
    columns = F.max_pool2d(alpha, (1, 2 * reach + 1), stride=1, padding=(0, reach))
    return F.max_pool2d(columns, (2 * reach + 1, 1), stride=1, padding=(reach, 0))


def _shrunk(image: Tensor, side: int) -> Tensor:
    return F.avg_pool2d(image, image.shape[-1] // side) if image.shape[-1] > side else image


def _joined(parts: list[Tensor], like: Tensor) -> Tensor:
    if len(parts) == 1:
        return parts[0]
    return torch.cat([part.to(like.dtype) for part in parts], 1)
