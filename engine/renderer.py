"""The translator at work: one prepared source, any number of target keypoints, finished pixels.

Knows torch and devices; nothing of photos, actions or clips.
"""

from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from engine.networks.translator import Prepared, Translator
from engine.runtime import DTYPES, Precision, fold


@dataclass(frozen=True)
class Pixels:
    """n rendered frames: frames and synthesized uint8 [n, S, S, 3], mask uint8 [n, S, S] (255 = background kept)."""

    frames: np.ndarray
    synthesized: np.ndarray
    mask: np.ndarray


class Renderer:
    """A translator folded and laid out for one device and precision. Takes the translator over."""

    def __init__(self, translator: Translator, device: torch.device, precision: Precision) -> None:
        self.device = device
        self.dtype = DTYPES[precision]
        self.translator = fold(translator).to(device, self.dtype)

    @torch.inference_mode()
    def prepare(self, source: Tensor, source_keypoints: Tensor) -> Prepared:
        """source [1, 3, S, S] in [-1, 1] and its keypoints [1, K, 2], both float32 on the device."""
        image = source.to(self.dtype).contiguous(memory_format=torch.channels_last)
        prepared = self.translator.prepare(image, source_keypoints)
        return Prepared(source, prepared.features, prepared.source_maps)

    @torch.inference_mode()
    def render(self, prepared: Prepared, keypoints: Tensor) -> Pixels:
        """Frames of target keypoints [n, K, 2] (float32)."""
        frame, crude, mask = self.translator.compose(prepared, keypoints.to(self.device))
        return Pixels(to_bytes(frame), to_bytes(crude), to_bytes(mask * 2 - 1)[..., 0])


def to_bytes(images: Tensor) -> np.ndarray:
    """[n, C, H, W] around [-1, 1] -> uint8 [n, H, W, C], clipped and rounded."""
    scaled = images.float().clamp(-1, 1).add(1).mul(127.5).round_().to(torch.uint8)
    return scaled.permute(0, 2, 3, 1).contiguous().cpu().numpy()


def from_bytes(pixels: np.ndarray, device: torch.device) -> Tensor:
    """uint8 [n, H, W, 3] -> float32 [n, 3, H, W] in [-1, 1] on the device."""
    tensor = torch.tensor(pixels).to(device).permute(0, 3, 1, 2)
    return tensor.float().div(127.5).sub(1)
