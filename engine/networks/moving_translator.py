"""A translator that moves the photo's own pixels and draws only what they lack: a variant beside the paper's.

The paper's words keep their meaning: the crude image is c = o * moved(v0) + (1 - o) * drawn, the frame
v_hat = (1 - a) * plate + a * c. The figure's cover is found once, at the source, and carried by the same flow as its
pixels: a is sharp where the photo is. The plate is painted once per photo, so it can neither move nor shimmer.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional as F

from engine.networks.any_translator import AnyTranslator
from engine.networks.keypoints import gaussian_maps
from engine.networks.layers import ConvBlock
from engine.networks.moving_fields import Fields, compose
from engine.networks.part_motion import PartMotion
from engine.networks.source_layers import COVER_LIMIT, Layers, SourceLayers, decided
from engine.networks.spec import NetworkSpec
from engine.networks.specks import without_specks
from engine.networks.texture import Texture, found_texture
from engine.networks.warping import enlarged, on_edges, positions, sampled
from engine.pixels import signed, to_levels

_PART_WIDTH = 0.12  # half sides around a keypoint that begin as its part
_OWN_AT_FIRST = 2.0  # logit of o before training: the photo's own pixels
FINE_STEP = 0.05  # half sides by which an answer of 1 corrects the flow
COVER_STEP = 4.0  # logits by which an answer of 1 corrects the carried cover


@dataclass(frozen=True)
class LayeredSource:
    """What stays the same over a clip: the photo's layers, its keypoints as positions [N, K, 2], and a small copy of
    figure and cover [N, 4, 2g, 2g] that every part's motion is tried on.

    textures: what `layers.painted` has beside what the network paints, None for a photo that gives nothing to copy;
    while training there are none at all, and the painting is the network's own.
    """

    layers: Layers
    keypoints: Tensor
    small: Tensor
    textures: tuple[Texture | None, ...] = ()


class MovingTranslator(AnyTranslator):
    """`SourceLayers`, the parts' motions, and a small hourglass that says which part every place of a frame belongs to.

    All of a frame is decided on grids of 2g and 4g cells (32 and 64 in the bundled sizes), whatever the picture's size.
    """

    def __init__(self, spec: NetworkSpec) -> None:
        super().__init__()
        self.spec = spec
        k, (coarse, middle, fine) = spec.n_keypoints, spec.translator_widths[:3]
        self.source = SourceLayers(spec)
        self.motion = PartMotion(k)
        self.log_width = nn.Parameter(torch.full((k,), _PART_WIDTH).log())
        self.seen = nn.Sequential(ConvBlock(6 * k + 3, middle, 1), ConvBlock(middle, middle))
        self.down = nn.Sequential(ConvBlock(middle, coarse), ConvBlock(coarse, coarse))
        self.deep = nn.Sequential(ConvBlock(coarse, coarse), ConvBlock(coarse, coarse))
        self.up = nn.Sequential(ConvBlock(coarse, coarse), ConvBlock(coarse, middle, 1))
        self.wide = nn.Sequential(ConvBlock(middle, middle), ConvBlock(middle, middle))
        self.parts = nn.Conv2d(middle, k, 3, padding=1)
        self.narrow = ConvBlock(middle, fine // 2, 1)
        self.fine = nn.Sequential(ConvBlock(fine + 7, fine), ConvBlock(fine, fine))
        self.fields = nn.Conv2d(fine, 7, 3, padding=1)

    def begin(self) -> None:
        """Weights of an untrained network that already moves parts by their keypoints: corrections begin as nothing."""
        for head in (self.parts, self.fields, self.source.parts, *self.source.heads.values()):
            for parameter in head.parameters():
                nn.init.zeros_(parameter)
        assert self.fields.bias is not None
        with torch.no_grad():
            self.fields.bias[3] = _OWN_AT_FIRST

    def prepare(self, image: Tensor, source_keypoints: Tensor) -> LayeredSource:
        """The parts that do not depend on the target; image [N, 3, S, S] in [-1, 1], source_keypoints [N, K, 2]."""
        layers = self.source(image, source_keypoints)
        small = F.adaptive_avg_pool2d(torch.cat([layers.figure, layers.cover.sigmoid()], 1), 2 * self.spec.grid)
        # What is copied has no gradient.
        layers, textures = (layers, ()) if self.training else textured(decided(layers))
        return LayeredSource(layers, self.placed(source_keypoints), small, textures)

    def compose(self, prepared: LayeredSource, target_keypoints: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """(frame, crude, mask) for target_keypoints [N, K, 2]; one prepared source serves any number of targets.

        frame and crude [N, 3, S, S] are unclipped around [-1, 1]; mask [N, 1, S, S] in [0, 1], 1 = background kept.
        """
        fields = self.field(prepared, target_keypoints)
        if prepared.layers.decided:
            fields = without_specks(prepared.layers, fields)
        composed = compose(prepared.layers, fields)
        return composed.frame, composed.crude, composed.mask

    def field(self, prepared: LayeredSource, target_keypoints: Tensor) -> Fields:
        """The fields of frames with target_keypoints [N, K, 2]."""
        n, grid = len(target_keypoints), 2 * self.spec.grid
        layers, source = prepared.layers, prepared.keypoints.expand(n, -1, -1)
        with _exact(target_keypoints):
            matrix, offset = self.motion(source, self.placed(target_keypoints))
            at = positions(grid, source)
            tried = torch.einsum("nkij,hwj->nkhwi", matrix, at) + offset[:, :, None, None]
            apart = (tried - source[:, :, None, None]).square().sum(-1)
            near = -apart / (2 * (2 * self.log_width).exp()[:, None, None])
            moved = sampled(prepared.small.expand(n, -1, -1, -1), tried.flatten(1, 2)).unflatten(2, (-1, grid))
            belongs = sampled(layers.parts.expand(n, -1, -1, -1).reshape(-1, 1, grid, grid), tried.flatten(0, 1)).view(
                n, -1, grid, grid
            )
            scores = near + belongs
            maps = gaussian_maps(target_keypoints.float(), grid, 2 * self.spec.gaussian_inv_std)
            plate = F.adaptive_avg_pool2d(layers.plate, grid).expand(n, -1, -1, -1)
            seen = torch.cat([moved.flatten(1, 2), scores.softmax(1), maps, plate], 1)
        x = self.seen(seen.to(layers.features.dtype).contiguous(memory_format=torch.channels_last))
        deep = self.down(F.avg_pool2d(x, 2))
        deep = self.up(enlarged(self.deep(F.avg_pool2d(deep, 2)), grid // 2) + deep)
        x = self.wide(enlarged(deep, grid) + x)
        more = self.parts(x).float()
        with _exact(target_keypoints):
            at, flow = positions(2 * grid, source), torch.cat([matrix.flatten(2), offset], 2)
            shares = enlarged(scores + more, 2 * grid).softmax(1)
            a, b, c, d, e, f = torch.einsum("nkhw,nkc->cnhw", shares, flow)
            px, py = at.unbind(-1)
            rough = torch.stack([a * px + b * py + e, c * px + d * py + f], -1)
            small = F.adaptive_avg_pool2d(torch.cat([layers.figure, layers.cover / COVER_LIMIT], 1), 2 * grid).expand(
                n, -1, -1, -1
            )
            plate = F.adaptive_avg_pool2d(layers.plate, 2 * grid).expand(n, -1, -1, -1)
            features = layers.features.float().expand(n, -1, -1, -1)
            carried = torch.cat([sampled(torch.cat([features, small], 1), rough), plate], 1)
        x = torch.cat([enlarged(self.narrow(x), 2 * grid), carried.to(x.dtype)], 1)
        answer = self.fields(self.fine(x)).float()
        fine, cover, own, drawn = answer.split([2, 1, 1, 3], 1)
        fine = FINE_STEP * fine.permute(0, 2, 3, 1)
        return Fields(rough + fine, COVER_STEP * cover, own.sigmoid(), drawn)

    def placed(self, keypoints: Tensor) -> Tensor:
        """Keypoints [N, K, 2] as positions, float32."""
        return on_edges(keypoints.float(), self.spec.detector_map)


def textured(layers: Layers) -> tuple[Layers, tuple[Texture | None, ...]]:
    """The layers of N photos with a painting that has the photos' detail, and the N textures."""
    photos, painted, kept = (
        x.detach().float().permute(0, 2, 3, 1).contiguous().cpu().numpy()
        for x in (layers.image, layers.painted, layers.kept)
    )
    textures, results = [], []
    for photo, smooth, share in zip(to_levels(photos), to_levels(painted), kept[..., 0], strict=True):
        texture = found_texture(photo, smooth, share)
        textures.append(texture)
        results.append(smooth if texture is None else texture.over(smooth, photo))
    images = torch.from_numpy(signed(np.stack(results))).permute(0, 3, 1, 2)
    return replace(layers, painted=images.to(layers.painted)), tuple(textures)


def _exact(like: Tensor) -> torch.autocast:
    """Geometry is float32 whatever the networks run in: positions to a hundredth of a pixel need it."""
    return torch.autocast(like.device.type, enabled=False)
