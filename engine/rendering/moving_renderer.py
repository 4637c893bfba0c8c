"""The moving translator at work: one prepared source, any number of target keypoints, finished pixels.

The same function as `networks.moving_translator`, arranged for speed: batch norm folded, all that depends on the photo
alone (its layers, and their share in two stages) computed once per clip, convolutions fused. Geometry and what becomes
pixels stay float32; only the layers between run in the renderer's precision.
"""

import functools
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as F

from engine.networks.keypoints import bells, gaussian_maps
from engine.networks.layers import ConvBlock
from engine.networks.moving_fields import Fields, compose
from engine.networks.moving_translator import COVER_STEP, FINE_STEP, LayeredSource, MovingTranslator
from engine.networks.source_layers import COVER_LIMIT
from engine.networks.spec import NetworkSpec
from engine.networks.specks import without_specks
from engine.networks.warping import enlarged, positions, sampled
from engine.pixels import to_bytes
from engine.rendering import moving_passes
from engine.rendering.convolution import Convolution
from engine.rendering.full_size import PicturesOnDemand
from engine.rendering.moved_photo import MovedPhoto
from engine.rendering.moving_passes import PhotoArrays
from engine.rendering.renderer import Pixels
from engine.rendering.seen_once import fused
from engine.rendering.winograd import passes
from engine.runtime import DTYPES, Precision, fold

_EXACT = ("seen", "wide")  # stages in float32: rounded to bfloat16 they let the edges of covers come and go
_TYPICAL_BATCH = 4  # weights are laid out for it; any other size works too


@dataclass(frozen=True)
class MovingPrepared:
    """A photo's `LayeredSource`, what every part's motion is tried on [K, 5, 2g, 2g], what is carried to the fine grid
    [1, C, 4g, 4g], the plate there, and its share [cells, width] in the first stage."""

    photo: LayeredSource
    tried: Tensor
    carried: Tensor
    plate: Tensor
    plate_share: Tensor

    @functools.cached_property
    def arrays(self) -> PhotoArrays:
        """The same for compiled passes."""
        return PhotoArrays(self.photo.layers, self.photo.keypoints, self.tried, self.carried, self.plate)


class MovingRenderer:
    """A moving translator folded and laid out for one device and precision. Takes the translator over."""

    def __init__(self, translator: MovingTranslator, device: torch.device, precision: Precision) -> None:
        self.device = device
        self.dtype = DTYPES[precision]
        self.spec = translator.spec
        self._translator = fold(translator).to(device)
        fused(self._translator.source)
        grid = 2 * self.spec.grid
        with torch.inference_mode():
            t, sides = self._translator, {"seen": grid, "down": grid // 2, "deep": grid // 4, "up": grid // 2}
            self._stages = {
                name: tuple(self._fused(block.conv, side, name in _EXACT) for block in getattr(t, name))
                for name, side in (sides | {"wide": grid, "fine": 2 * grid}).items()
            }
            self._stages["seen"] = self._stages["seen"][1:]
            k = self.spec.n_keypoints
            first = t.seen[0]
            assert isinstance(first, ConvBlock)
            self._first_bias = _bias(first.conv)
            moved, others, plate = first.conv.weight.float().flatten(1).split([4 * k, 2 * k, 3], 1)
            # By part, as the parts are tried, with nothing from the scores that lie beside their pixels.
            moved = F.pad(moved.view(-1, 4, k).mT, (0, 1)).flatten(1)
            self._moved_weight, self._others_weight = moved.mT.contiguous(), others.mT.contiguous()
            pixels = self._moved_weight.view(k, 5, -1)[:, :4].flatten(0, 1)
            self._seen_weight = torch.cat([pixels, self._others_weight]).contiguous()
            self._plate_weight = plate.mT.contiguous()
            x, y = positions(grid, t.log_width.to(device)).view(-1, 2).unbind(-1)
            self._monomials = torch.stack([x * x, y * y, torch.ones_like(x), x * y, x, y])
            self._narrow = self._fused(t.narrow.conv, grid)
            # What a head answers becomes positions and pixels: rounded to bfloat16 they would show.
            self._heads = tuple(
                Convolution(head.weight, _bias(head), (_TYPICAL_BATCH, head.weight.shape[1], side, side), rectify=False)
                for head, side in ((t.parts, grid), (t.fields, 2 * grid))
            )

    @staticmethod
    def wide(_spec: NetworkSpec) -> bool:
        """As `Renderer.wide`: what is wide here is a small part of a frame."""
        return False

    @property
    def frame_bytes(self) -> int:
        """The largest tensor that one frame needs while it is rendered: a soft choice of parts, or the pixels."""
        parts = self.spec.n_keypoints * (4 * self.spec.grid) ** 2 * 4
        return max(parts, 4 * self.spec.image_size**2 * 4)

    @property
    def compiles(self) -> bool:
        """Whether compiled kernels make batches faster here: passes in any precision, and convolutions in float32."""
        return self.device.type == "cpu" and self.spec.translator_widths[2] // 2 >= moving_passes.FEWEST

    @torch.inference_mode()
    def prepare(self, source: Tensor, source_keypoints: Tensor) -> MovingPrepared:
        """source [1, 3, S, S] in [-1, 1] and its keypoints [1, K, 2], both float32 on the device."""
        image = source.contiguous(memory_format=torch.channels_last)
        photo, grid = self._translator.prepare(image, source_keypoints), 2 * self.spec.grid
        layers = photo.layers
        tried = torch.cat([photo.small.expand(self.spec.n_keypoints, -1, -1, -1), layers.parts.transpose(0, 1)], 1)
        small = F.adaptive_avg_pool2d(torch.cat([layers.figure, layers.cover / COVER_LIMIT], 1), 2 * grid)
        plate = F.adaptive_avg_pool2d(layers.plate, 2 * grid)
        share = F.avg_pool2d(plate, 2)[0].flatten(1).mT @ self._plate_weight + self._first_bias
        carried = torch.cat([layers.features, small], 1).contiguous()
        return MovingPrepared(photo, tried.contiguous(), carried, plate, share)

    @torch.inference_mode()
    def fields(self, prepared: MovingPrepared, keypoints: Tensor) -> Fields:
        """What frames of target keypoints [n, K, 2] are composed with, as `MovingTranslator.compose` has it."""
        t, n, grid = self._translator, len(keypoints), 2 * self.spec.grid
        source = prepared.photo.keypoints
        matrix, offset = t.motion(source.expand(n, -1, -1), t.placed(keypoints))
        flow = torch.cat([matrix.flatten(2), offset], 2)  # [n, K, 6]
        compiled = passes()
        if compiled is None:
            scores, x = self._looked_up(prepared, matrix, offset, keypoints)
        else:
            inv_std = 2 * self.spec.gaussian_inv_std
            columns, rows = (bells(keypoints[..., axis], grid, inv_std) for axis in (0, 1))
            inverse = 1 / (2 * (2 * t.log_width).exp())
            scores, x = moving_passes.looked_up(compiled, prepared.arrays, flow, inverse, rows, columns)
            x = torch.mm(x, self._seen_weight).view(n, grid * grid, -1).add_(prepared.plate_share).relu_()
        x = self._run("seen", x.view(n, grid, grid, -1).permute(0, 3, 1, 2))
        deep = self._run("down", F.avg_pool2d(x, 2).to(self.dtype))
        deepest = self._run("deep", F.avg_pool2d(deep, 2))
        deep = self._run("up", enlarged(deepest, grid // 2) + deep)
        x = self._run("wide", enlarged(deep, grid) + x)
        parts, fields = self._heads
        scores, narrow = scores + parts(x.float()), self._narrow(x.to(self.dtype))
        if compiled is None:
            rough, x = self._joined(prepared, scores, flow, narrow)
        else:
            rough, x = moving_passes.joined(compiled, prepared.arrays, scores, flow, narrow)
        x = self._run("fine", self._laid_out(x))
        fine, cover, own, drawn = fields(x.float()).split([2, 1, 1, 3], 1)
        found = Fields(rough + FINE_STEP * fine.permute(0, 2, 3, 1), COVER_STEP * cover, own.sigmoid(), drawn)
        return without_specks(prepared.photo.layers, found)

    @torch.inference_mode()
    def render(self, prepared: MovingPrepared, keypoints: Tensor) -> Pixels:
        """Frames of target keypoints [n, K, 2] (float32, on the device)."""
        fields, compiled = self.fields(prepared, keypoints), passes()
        if compiled is not None:
            return moving_passes.as_pixels(compiled, prepared.arrays, fields)
        composed = compose(prepared.photo.layers, fields)
        return Pixels(to_bytes(composed.frame), to_bytes(composed.crude), to_bytes(composed.mask * 2 - 1))

    def at_size(self, prepared: MovingPrepared, crop: np.ndarray) -> MovedPhoto:
        """The photo's own crop uint8 [s, s, 3], ready to be moved: once for all frames of that size."""
        return MovedPhoto.of(prepared.photo.layers, prepared.photo.textures[0], crop)

    def full_size(self, prepared: MovingPrepared, keypoints: Tensor, photo: MovedPhoto) -> Sequence[np.ndarray]:
        """Frames uint8 [s, s, 3] of keypoints [n, K, 2], moved in what `at_size` made."""
        fields = self.fields(prepared, keypoints).to("cpu")
        return PicturesOnDemand(len(keypoints), lambda index: photo.frame(fields, index))

    def _near(self, matrix: Tensor, apart: Tensor) -> Tensor:
        """How near each part's place in the source is to its keypoint, as logits [n, K, cells], from matrices
        [n, K, 2, 2] and offsets from that keypoint [n, K, 2]: squares of affine functions of the place."""
        (a, b), (c, d) = (row.unbind(-1) for row in matrix.unbind(-2))
        e, f = apart.unbind(-1)
        squares = [a * a + c * c, b * b + d * d, e * e + f * f, 2 * (a * b + c * d), 2 * (a * e + c * f)]
        squares = torch.stack([*squares, 2 * (b * e + d * f)], -1)
        return (-squares / (2 * (2 * self._translator.log_width).exp()[:, None])) @ self._monomials

    def _looked_up(
        self, prepared: MovingPrepared, matrix: Tensor, offset: Tensor, keypoints: Tensor
    ) -> tuple[Tensor, Tensor]:
        """Scores of the parts [n, K, h, h] and what the first stage's 1x1 convolution makes of all that it sees
        [n, h h, width], by products of matrices that give channels last without laying anything out."""
        (n, k), grid, source = matrix.shape[:2], 2 * self.spec.grid, prepared.photo.keypoints
        at = positions(grid, source).view(-1, 2)
        by_part = matrix.transpose(0, 1).reshape(n * k, 2, 2), offset.transpose(0, 1).reshape(n * k, 1, 2)
        tried = torch.baddbmm(by_part[1], at.expand(n * k, -1, -1), by_part[0].mT).view(k, n * grid, grid, 2)
        moved = sampled(prepared.tried, tried).view(5 * k, n * grid * grid)
        scores = self._near(matrix, offset - source) + moved.view(k, 5, n, -1)[:, 4].transpose(0, 1)
        maps = gaussian_maps(keypoints, grid, 2 * self.spec.gaussian_inv_std).flatten(2)
        others = torch.cat([scores.softmax(1), maps], 1)
        x = torch.mm(moved.mT, self._moved_weight).view(n, grid * grid, -1).add_(prepared.plate_share)
        x = x.baddbmm_(others.mT, self._others_weight.expand(n, -1, -1)).relu_()
        return scores.view(n, k, grid, grid), x

    def _joined(self, prepared: MovingPrepared, scores: Tensor, flow: Tensor, narrow: Tensor) -> tuple[Tensor, Tensor]:
        """Positions [n, 2h, 2h, 2] by scores [n, K, h, h] and the parts' flow [n, K, 6], and what the last stage sees
        [n, C, 2h, 2h]."""
        n, fine, source = len(scores), 4 * self.spec.grid, prepared.photo.keypoints
        shares = enlarged(scores, fine).softmax(1)
        a, b, c, d, e, f = torch.bmm(flow.mT, shares.flatten(2)).view(n, 6, fine, fine).unbind(1)
        px, py = positions(fine, source).unbind(-1)
        rough = torch.stack([a * px + b * py + e, c * px + d * py + f], -1)
        carried = sampled(prepared.carried, rough.view(1, n * fine, fine, 2))[0]
        carried = carried.view(-1, n, fine, fine).transpose(0, 1)
        plate = prepared.plate.expand(n, -1, -1, -1)
        return rough, torch.cat([enlarged(narrow, fine), self._laid_out(torch.cat([carried, plate], 1))], 1)

    def _run(self, name: str, x: Tensor) -> Tensor:
        for convolution in self._stages[name]:
            x = convolution(x)
        return x

    def _laid_out(self, x: Tensor) -> Tensor:
        return x.to(self.dtype, memory_format=torch.channels_last)

    def _fused(self, conv: torch.nn.Conv2d, side: int, exact: bool = False) -> Convolution:
        dtype = torch.float32 if exact else self.dtype
        weight, bias = conv.weight.to(dtype), _bias(conv).to(dtype)
        return Convolution(weight, bias, (_TYPICAL_BATCH, weight.shape[1], side, side))


def _bias(conv: torch.nn.Conv2d) -> Tensor:
    assert conv.bias is not None  # once folded, all have one
    return conv.bias
