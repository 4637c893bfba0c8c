"""The keypoint detector ("pose encoder", paper section 3.1): a picture -> K keypoints, learned without labels."""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from engine.networks.keypoints import soft_argmax
from engine.networks.layers import Encoder, stage, upsample
from engine.networks.spec import NetworkSpec
from engine.networks.trunk import Trunk, trunk_channels


class Detector(nn.Module):
    """An encoder-decoder with skips; its K maps become coordinates by soft-argmax."""

    def __init__(self, spec: NetworkSpec) -> None:
        super().__init__()
        self.spec = spec
        self.encoder = Encoder(spec.detector_encoder, spec)
        self.trunk, known = (Trunk(), trunk_channels(spec.image_size)) if spec.trunk != "none" else (None, {})
        side = spec.detector_size // 2 ** (len(spec.detector_encoder) - 1)
        skips = spec.detector_encoder[::-1]
        stages, inputs = [], skips[0]
        for i, (width, depth) in enumerate(zip(spec.detector_decoder, spec.detector_depths, strict=True)):
            # Last come the trunk's features: a detector without it becomes one with it by further columns.
            inputs += known.get(side * 2**i, 0)
            stages.append(stage(inputs, width, depth, spec))
            if i + 1 < len(spec.detector_decoder):
                inputs = width + skips[i + 1]
        self.decoder = nn.ModuleList(stages)
        self.head = nn.Conv2d(spec.detector_decoder[-1], spec.n_keypoints, 1)

    def maps(self, images: Tensor) -> Tensor:
        """Score maps [N, K, h, w] of images [N, 3, image_size, image_size] in [-1, 1]."""
        known = self.trunk(images) if self.trunk is not None else {}
        shrink = images.shape[-1] // self.spec.detector_size
        if shrink > 1:
            images = F.avg_pool2d(images, shrink)
        features = self.encoder(images)[::-1]
        x = features[0]
        for i, blocks in enumerate(self.decoder):
            if i > 0:
                up = upsample(x, self.spec.upsampling)
                # The upsampled map comes first: the order of the authors' weights.
                x = torch.cat([up, features[i]], 1)
            if x.shape[-1] in known:
                x = torch.cat([x, known[x.shape[-1]].to(x.dtype)], 1)
            x = blocks(x)
        return self.head(x)

    def forward(self, images: Tensor) -> Tensor:
        """Keypoints [N, K, 2] in [-1, 1] of images [N, 3, image_size, image_size] in [-1, 1]."""
        return soft_argmax(self.maps(images), self.spec.softargmax, self.spec.softargmax_scale)
