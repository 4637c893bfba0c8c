"""The moving translator at work: one prepared source, any number of target keypoints, finished pixels.

The same function as `networks.moving_translator`, arranged for speed: batch norm folded, all that depends on the photo
alone (its layers, and their share in two stages) computed once per clip, convolutions fused. Geometry and what becomes
pixels stay float32; only the layers between run in the renderer's precision.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as F

from engine.networks.keypoints import gaussian_maps
from engine.networks.moving_translator import (
    COVER_STEP,
    FINE_STEP,
    Fields,
    MovingTranslator,
    Prepared,
    compose,
)
from engine.networks.source_layers import COVER_LIMIT
from engine.networks.warping import enlarged, places, sampled
from engine.pixels import to_bytes
from engine.rendering.convolution import Convolution
from engine.rendering.full_size import MovedPhoto
from engine.rendering.renderer import Pixels
from engine.runtime import DTYPES, Precision, fold

_TYPICAL_BATCH = 4  # weights are laid out for it; any other size works too


@dataclass(frozen=True)
class MovingPrepared:
    """A photo's `Prepared`, what every part's motion is tried on [K, 5, 2g, 2g], what is carried to the fine grid
    [1, C, 4g, 4g], and the plate on both grids."""

    photo: Prepared
    tried: Tensor
    carried: Tensor
    plates: tuple[Tensor, Tensor]


class MovingRenderer:
    """A moving translator folded and laid out for one device and precision. Takes the translator over."""

    def __init__(self, translator: MovingTranslator, device: torch.device, precision: Precision) -> None:
        self.device = device
        self.dtype = DTYPES[precision]
        self.spec = translator.spec
        self._translator = fold(translator).to(device)
        grid = 2 * self.spec.grid
        with torch.inference_mode():
            t, sides = self._translator, {"seen": grid, "down": grid // 2, "deep": grid // 4, "up": grid // 2}
            self._stages = {
                name: tuple(self._fused(block.conv, side) for block in getattr(t, name))
                for name, side in (sides | {"wide": grid, "fine": 2 * grid}).items()
            }
            self._narrow = self._fused(t.narrow.conv, grid)
            # What a head answers becomes places and pixels: rounded to bfloat16 they would show.
            self._heads = tuple(
                Convolution(head.weight, head.bias, (_TYPICAL_BATCH, head.weight.shape[1], side, side), rectify=False)
                for head, side in ((t.parts, grid), (t.fields, 2 * grid))
            )

    @property
    def frame_bytes(self) -> int:
        """The largest tensor that one frame needs while it is rendered: a soft choice of parts, or the pixels."""
        parts = self.spec.n_keypoints * (4 * self.spec.grid) ** 2 * 4
        return max(parts, 4 * self.spec.image_size**2 * 4)

    @torch.inference_mode()
    def prepare(self, source: Tensor, source_keypoints: Tensor) -> MovingPrepared:
        """source [1, 3, S, S] in [-1, 1] and its keypoints [1, K, 2], both float32 on the device."""
        image = source.contiguous(memory_format=torch.channels_last)
        photo, grid = self._translator.prepare(image, source_keypoints), 2 * self.spec.grid
        layers = photo.layers
        tried = torch.cat([photo.small.expand(self.spec.n_keypoints, -1, -1, -1), layers.parts.transpose(0, 1)], 1)
        small = F.adaptive_avg_pool2d(torch.cat([layers.figure, layers.cover / COVER_LIMIT], 1), 2 * grid)
        plates = tuple(F.adaptive_avg_pool2d(layers.plate, side) for side in (grid, 2 * grid))
        return MovingPrepared(photo, tried.contiguous(), torch.cat([layers.features, small], 1).contiguous(), plates)

    @torch.inference_mode()
    def fields(self, prepared: MovingPrepared, keypoints: Tensor) -> Fields:
        """What frames of target keypoints [n, K, 2] are composed with, as `MovingTranslator.field` has it."""
        t, n, k, grid = self._translator, len(keypoints), self.spec.n_keypoints, 2 * self.spec.grid
        source = prepared.photo.keypoints
        matrix, offset = t.motion(source.expand(n, -1, -1), t.placed(keypoints))
        at = places(grid, source).view(-1, 2)
        tried = torch.baddbmm(offset.view(n * k, 1, 2), at.expand(n * k, -1, -1), matrix.view(n * k, 2, 2).mT)
        tried = tried.view(n, k, grid, grid, 2)
        near = -(tried - source[0, :, None, None]).square().sum(-1) / (2 * (2 * t.log_width).exp()[:, None, None])
        by_part = tried.transpose(0, 1).reshape(k, n * grid, grid, 2)
        moved = sampled(prepared.tried, by_part).view(k, 5, n, grid, grid)
        scores = near + moved[:, 4].transpose(0, 1)
        maps = gaussian_maps(keypoints, grid, 2 * self.spec.gaussian_inv_std)
        plate = prepared.plates[0].expand(n, -1, -1, -1)
        seen = [moved[:, :4].permute(2, 1, 0, 3, 4).flatten(1, 2), scores.softmax(1), maps, plate]
        x = self._run("seen", self._laid_out(torch.cat(seen, 1)))
        deep = self._run("down", F.avg_pool2d(x, 2))
        deepest = self._run("deep", F.avg_pool2d(deep, 2))
        deep = self._run("up", enlarged(deepest, grid // 2) + deep)
        x = self._run("wide", enlarged(deep, grid) + x)
        parts, fields = self._heads
        shares = enlarged(scores + parts(x.float()), 2 * grid).softmax(1)
        flow = torch.cat([matrix.flatten(2), offset], 2)  # [n, K, 6]
        a, b, c, d, e, f = torch.bmm(flow.mT, shares.flatten(2)).view(n, 6, 2 * grid, 2 * grid).unbind(1)
        px, py = places(2 * grid, source).unbind(-1)
        rough = torch.stack([a * px + b * py + e, c * px + d * py + f], -1)
        carried = sampled(prepared.carried, rough.view(1, n * 2 * grid, 2 * grid, 2))[0]
        carried = carried.view(-1, n, 2 * grid, 2 * grid).transpose(0, 1)
        plate = prepared.plates[1].expand(n, -1, -1, -1)
        narrow = enlarged(self._narrow(x), 2 * grid)
        x = self._run("fine", torch.cat([narrow, self._laid_out(torch.cat([carried, plate], 1))], 1))
        fine, cover, own, drawn = fields(x.float()).split([2, 1, 1, 3], 1)
        return Fields(rough + FINE_STEP * fine.permute(0, 2, 3, 1), COVER_STEP * cover, own.sigmoid(), drawn)

    @torch.inference_mode()
    def render(self, prepared: MovingPrepared, keypoints: Tensor) -> Pixels:
        """Frames of target keypoints [n, K, 2] (float32, on the device)."""
        composed = compose(prepared.photo.layers, self.fields(prepared, keypoints))
        return Pixels(to_bytes(composed.frame), to_bytes(composed.crude), to_bytes(composed.mask * 2 - 1))

    def full_size(self, prepared: MovingPrepared, keypoints: Tensor, crop: np.ndarray) -> Iterator[np.ndarray]:
        """Frames uint8 [s, s, 3] of keypoints [n, K, 2], moved in the photo's own crop uint8 [s, s, 3]."""
        photo, fields = MovedPhoto.of(prepared.photo.layers, crop), self.fields(prepared, keypoints).to("cpu")
        return (photo.frame(fields, index) for index in range(len(keypoints)))

    def _run(self, name: str, x: Tensor) -> Tensor:
        for convolution in self._stages[name]:
            x = convolution(x)
        return x

    def _laid_out(self, x: Tensor) -> Tensor:
        return x.to(self.dtype, memory_format=torch.channels_last)

    def _fused(self, conv: torch.nn.Conv2d, side: int) -> Convolution:
        weight, bias = conv.weight.to(self.dtype), conv.bias.to(self.dtype)
        return Convolution(weight, bias, (_TYPICAL_BATCH, weight.shape[1], side, side))
