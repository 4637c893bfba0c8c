"""The image translator (paper section 3.1): a picture, its keypoints and target keypoints -> the target picture.

v_hat = m * v0 + (1 - m) * c: the mask m keeps the background of the source v0, so that only the moving object, the
crude image c ("synthesized"), has to be drawn. Seeing both sets of keypoints it can reason by analogy.
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor, nn

from engine.networks.any_translator import AnyTranslator
from engine.networks.keypoints import carried, gaussian_maps
from engine.networks.layers import Encoder, stage, upsample
from engine.networks.spec import NetworkSpec


@dataclass(frozen=True)
class EncodedSource:
    """What stays the same over a clip: the source [N, 3, S, S], its keypoints [N, K, 2], its features, coarsest first,
    and its Gaussian maps per stage."""

    image: Tensor
    keypoints: Tensor
    features: tuple[Tensor, ...]
    source_maps: tuple[Tensor, ...]


class Translator(AnyTranslator):
    """Image encoder, upsampling stages that see Gaussian maps, and two heads: crude image and mask."""

    def __init__(self, spec: NetworkSpec) -> None:
        super().__init__()
        self.spec = spec
        self.encoder = Encoder(spec.image_encoder, spec)
        n_maps = spec.n_keypoints * (2 if spec.source_keypoints else 1)
        stages, inputs = [], spec.image_encoder[-1]
        for i, (width, depth) in enumerate(zip(spec.translator_widths, spec.translator_depths, strict=True)):
            inputs += n_maps if i < spec.gaussian_stages else 0
            inputs += spec.image_encoder[-1 - i] if i < spec.carried_stages else 0
            stages.append(stage(inputs, width, depth, spec))
            inputs = width
        self.stages = nn.ModuleList(stages)
        self.crude = nn.Conv2d(inputs, 3, 3, padding=1)
        self.mask = nn.Conv2d(inputs, 1, 3, padding=1) if spec.background_mask else None

    def prepare(self, image: Tensor, source_keypoints: Tensor) -> EncodedSource:
        """The parts that do not depend on the target; image [N, 3, S, S] in [-1, 1], source_keypoints [N, K, 2]."""
        maps = [m for m in self._maps(source_keypoints) if m is not None] if self.spec.source_keypoints else []
        return EncodedSource(image, source_keypoints, tuple(self.encoder(image)[::-1]), tuple(maps))

    def compose(self, prepared: EncodedSource, target_keypoints: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """(frame, crude, mask) for target_keypoints [N, K, 2]; one prepared source serves any number of targets.

        frame and crude [N, 3, S, S] are unclipped around [-1, 1]; mask [N, 1, S, S] in [0, 1], 1 = background kept
        (all zeros when the network has no mask).
        """
        n = target_keypoints.shape[0]
        x = prepared.features[0].expand(n, -1, -1, -1)
        for i, (blocks, maps) in enumerate(zip(self.stages, self._maps(target_keypoints, pad=True), strict=True)):
            if i > 0:
                x = upsample(x, self.spec.upsampling)
            if maps is not None:
                seen = [prepared.source_maps[i].expand(n, -1, -1, -1)] if self.spec.source_keypoints else []
                x = torch.cat([x, *(m.to(x.dtype) for m in (*seen, maps))], 1)
            if i < self.spec.carried_stages:
                moved = carried(prepared.features[i], prepared.keypoints, target_keypoints)
                x = torch.cat([x, moved.to(x.dtype)], 1)
            x = blocks(x)
        crude = self.crude(x)
        if self.mask is None:
            return crude, crude, torch.zeros_like(crude[:, :1])
        mask = self.mask(x).sigmoid()
        return mask * prepared.image + (1 - mask) * crude, crude, mask

    def _maps(self, keypoints: Tensor, pad: bool = False) -> tuple[Tensor | None, ...]:
        sizes = [self.spec.grid * 2**i for i in range(self.spec.gaussian_stages)]
        # Each finer grid gets Gaussians as much narrower, so that they span the same number of cells.
        maps = [gaussian_maps(keypoints, size, self.spec.gaussian_inv_std * size / sizes[0]) for size in sizes]
        missing = len(self.stages) - len(maps) if pad else 0
        return (*maps, *[None] * missing)
