"""The translator at work: one prepared source, any number of target keypoints, finished pixels.

The same function as `networks.translator.Translator.compose`, arranged for speed: batch norm folded, what the source
contributes to a stage computed once per clip (a convolution of concatenated channels is a sum over its parts), the two
heads in one convolution. Knows torch and devices; nothing of photos, actions or clips.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor, nn

from engine.networks.keypoints import carried, gaussian_maps
from engine.networks.layers import ConvBlock, upsample
from engine.networks.spec import NetworkSpec
from engine.networks.translator import Translator
from engine.pixels import to_bytes
from engine.rendering.convolution import Convolution
from engine.rendering.enlarging import EnlargingConvolution
from engine.rendering.full_size import PicturesOnDemand, drawn_in
from engine.rendering.seen_once import fused
from engine.rendering.upsampling import upsample_tf1
from engine.runtime import DTYPES, Precision, fold

_TYPICAL_BATCH = 4  # weights are laid out for it; any other size works too
_WIDE = 64  # channels, from which on Winograd's convolutions take less than half of plain ones' time


@dataclass(frozen=True)
class Pixels:
    """n rendered frames: frames and synthesized uint8 [n, S, S, 3], mask uint8 [n, S, S] (255 = background kept)."""

    frames: np.ndarray
    synthesized: np.ndarray
    mask: np.ndarray


@dataclass(frozen=True)
class Prepared:
    """What stays the same over a clip: the source float32 [1, 3, S, S], what it adds to the stages that see
    Gaussian maps, [1, width, s, s] each, and what is carried along: its keypoints and float32 features per stage."""

    image: Tensor
    shares: tuple[Tensor, ...]
    keypoints: Tensor
    features: tuple[Tensor, ...]


@dataclass(frozen=True)
class _Stage:
    """`share` of the source alone (None: nothing), then the convolutions of everything else. `enlarging` is the first
    of them where it sees nothing but what the stage before made, enlarged."""

    share: Convolution | None
    enlarging: EnlargingConvolution | None
    convolutions: tuple[Convolution, ...]


class Renderer:
    """A translator folded and laid out for one device and precision. Takes the translator over."""

    def __init__(self, translator: Translator, device: torch.device, precision: Precision) -> None:
        self.device = device
        self.dtype = DTYPES[precision]
        self.spec = translator.spec
        self._translator = fold(translator).to(device)
        # Encoder and heads stay float32: the one runs once per clip, the others' rounding would show in every pixel.
        self._translator.stages.to(self.dtype)
        fused(self._translator.encoder)
        with torch.inference_mode():
            self._stages = tuple(self._stage(i) for i in range(len(translator.stages)))
            self._heads = self._merged_heads()

    @staticmethod
    def wide(spec: NetworkSpec) -> bool:
        """Whether Winograd's convolutions in float32 are faster than plain ones in bfloat16 by vectors alone, which
        take about half of plain float32's time: those take less in layers of so many channels, as the authors'."""
        return min(spec.translator_widths) >= _WIDE

    @property
    def frame_bytes(self) -> int:
        """The largest tensor that one frame needs while it is rendered: what goes into a stage."""
        inputs = [self._convolutions(i)[0].in_channels for i in range(len(self._translator.stages))]
        cells = [(self.spec.grid * 2**i) ** 2 for i in range(len(inputs))]
        return max(n * area for n, area in zip(inputs, cells, strict=True)) * self.dtype.itemsize

    @property
    def compiles(self) -> bool:
        """Whether compiled kernels make batches faster here: in other precisions there is nothing for them to do."""
        return self.device.type == "cpu" and self.dtype == torch.float32

    @torch.inference_mode()
    def prepare(self, source: Tensor, source_keypoints: Tensor) -> Prepared:
        """source [1, 3, S, S] in [-1, 1] and its keypoints [1, K, 2], both float32 on the device."""
        image = source.contiguous(memory_format=torch.channels_last)
        features = self._translator.encoder(image)[::-1]
        known = [features[0].to(self.dtype)]
        shares = []
        for i, stage in enumerate(self._stages[: self.spec.gaussian_stages]):
            if self.spec.source_keypoints:
                known.append(self._maps(source_keypoints, i))
            if known:
                assert stage.share is not None  # these stages see Gaussians of the source, or its features
                shares.append(stage.share(torch.cat(known, 1)))
            known = []
        moving = tuple(level.contiguous() for level in features[: self.spec.carried_stages])
        return Prepared(source.contiguous(), tuple(shares), source_keypoints, moving)

    @torch.inference_mode()
    def render(self, prepared: Prepared, keypoints: Tensor) -> Pixels:
        """Frames of target keypoints [n, K, 2] (float32, on the device)."""
        x = None
        for i, stage in enumerate(self._stages):
            if stage.enlarging is not None and x is not None:
                x = stage.enlarging(x.to(stage.enlarging.dtype))
                for convolution in stage.convolutions:
                    x = convolution(x.to(convolution.dtype))
                continue
            seen = [] if x is None else [self._upsampled(x)]
            if i < self.spec.gaussian_stages:
                seen.append(self._maps(keypoints, i))
            if i < self.spec.carried_stages:
                moved = carried(prepared.features[i], prepared.keypoints, keypoints)
                seen.append(moved.to(self.dtype, memory_format=torch.channels_last))
            x = torch.cat(seen, 1) if len(seen) > 1 else seen[0]
            share = None
            if i < len(prepared.shares):
                share = prepared.shares[i].expand(len(keypoints), -1, -1, -1)
                share = share.contiguous(memory_format=torch.channels_last)
            for j, convolution in enumerate(stage.convolutions):
                x = convolution(x.to(convolution.dtype), share if j == 0 else None)
        assert x is not None
        return self._pixels(prepared.image, self._heads(x.float()))

    def at_size(self, _prepared: Prepared, crop: np.ndarray) -> np.ndarray:
        """What `full_size` needs of the photo's own crop uint8 [s, s, 3]: itself."""
        return crop

    def full_size(self, prepared: Prepared, keypoints: Tensor, crop: np.ndarray) -> Sequence[np.ndarray]:
        """Frames uint8 [s, s, 3] of keypoints [n, K, 2]: what is drawn, enlarged, in the photo's own crop."""
        pixels = self.render(prepared, keypoints)
        return PicturesOnDemand(len(keypoints), lambda i: drawn_in(crop, pixels.synthesized[i], pixels.mask[i]))

    def _pixels(self, image: Tensor, heads: Tensor) -> Pixels:
        """v_hat = m * v0 + (1 - m) * c in float32, whatever the networks ran in, plane by plane in memory."""
        planes = heads.contiguous(memory_format=torch.contiguous_format)
        crude = planes[:, :3]
        if not self.spec.background_mask:
            drawn = to_bytes(crude)
            return Pixels(drawn, drawn.copy(), np.zeros(drawn.shape[:3], np.uint8))
        mask = planes[:, 3:].sigmoid()
        frames = torch.lerp(crude, image, mask)
        return Pixels(to_bytes(frames), to_bytes(crude), to_bytes(mask * 2 - 1))

    def _upsampled(self, x: Tensor) -> Tensor:
        return upsample_tf1(x) if self.spec.upsampling == "tf1" else upsample(x, self.spec.upsampling)

    def _maps(self, keypoints: Tensor, stage: int) -> Tensor:
        """The Gaussian maps that a stage sees, as `Translator` draws them."""
        size = self.spec.grid * 2**stage
        maps = gaussian_maps(keypoints, size, self.spec.gaussian_inv_std * 2**stage)
        return maps.to(self.dtype, memory_format=torch.channels_last)

    def _stage(self, index: int) -> _Stage:
        """Split a stage's first convolution by its input channels: [x or features | source maps | what moves]."""
        first, *others = self._convolutions(index)
        size = self.spec.grid * 2**index
        weight, k = first.weight, self.spec.n_keypoints
        parts = [weight]
        if index < self.spec.gaussian_stages:
            n_source = k if self.spec.source_keypoints else 0
            moving = k + (self.spec.image_encoder[-1 - index] if index < self.spec.carried_stages else 0)
            parts = list(weight.split([weight.shape[1] - n_source - moving, n_source, moving], 1))
        share = None
        if index == 0:
            share, parts = torch.cat(parts[:2], 1), parts[2:]
        elif len(parts) == 3 and parts[1].shape[1]:
            share, parts = parts[1], [parts[0], parts[2]]
        share_alone = None
        bias = _bias(first)
        if share is not None:
            share_alone = Convolution(share, bias, (1, share.shape[1], size, size), rectify=False)
            bias = torch.zeros_like(bias)
        kernels = [(torch.cat(parts, 1), bias), *((conv.weight, _bias(conv)) for conv in others)]
        if index == len(self._translator.stages) - 1 and len(kernels) > 1:
            # The last convolution hands its pixels to the heads in float32: rounded to bfloat16 they would show.
            kernels[-1] = (kernels[-1][0].float(), kernels[-1][1].float())
        shapes = [(_TYPICAL_BATCH, kernel.shape[1], size, size) for kernel, _ in kernels]
        layers = [(weight, bias, shape) for (weight, bias), shape in zip(kernels, shapes, strict=True)]
        alone = index > 0 and index >= max(self.spec.gaussian_stages, self.spec.carried_stages)
        enlarging = EnlargingConvolution(*layers.pop(0)) if alone and self.spec.upsampling == "tf1" else None
        return _Stage(share_alone, enlarging, tuple(Convolution(*layer) for layer in layers))

    def _convolutions(self, index: int) -> list[nn.Conv2d]:
        return [block.conv for block in self._translator.stages[index].children() if isinstance(block, ConvBlock)]

    def _merged_heads(self) -> Convolution:
        """Crude image and mask in one convolution, always float32: rounding pixels to bfloat16 shows."""
        heads = [head for head in (self._translator.crude, self._translator.mask) if head is not None]
        weight = torch.cat([head.weight for head in heads])
        bias = torch.cat([_bias(head) for head in heads])
        size = self.spec.image_size
        return Convolution(weight, bias, (_TYPICAL_BATCH, weight.shape[1], size, size), rectify=False)


def _bias(convolution: nn.Conv2d) -> Tensor:
    assert convolution.bias is not None  # folding a batch norm gives one, and heads have their own
    return convolution.bias
