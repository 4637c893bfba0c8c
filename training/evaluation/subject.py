"""The model under measurement: its three networks in plain float32, with batched calls on arrays.

Every score of a model card comes through here, so that it is the file's own, whatever the fast paths of the studio do.
Knows no data and no scores.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from engine.models.assembly import Networks, assemble
from engine.models.bundle import load_bundle
from engine.models.card import ModelCard
from engine.pixels import from_bytes, to_bytes

_PICTURES_AT_ONCE = 32


@dataclass(frozen=True)
class Rendered:
    """frames, synthesized uint8 [T, S, S, 3]; mask float32 [T, S, S] in [0, 1], 1 = background kept."""

    frames: np.ndarray
    synthesized: np.ndarray
    mask: np.ndarray


class Subject:
    """Detector, translator and motion generator on one device. It takes the networks over: float32, evaluation mode."""

    def __init__(self, card: ModelCard, networks: Networks, device: str | None = None) -> None:
        self.card = card
        self.spec = networks.spec
        self.device = torch.device(device or ("cuda" if torch.cuda.is_available() else "cpu"))
        self.detector, self.translator, self.motion = networks.detector, networks.translator, networks.motion
        for network in (self.detector, self.translator, self.motion):
            network.to(self.device).to(memory_format=torch.channels_last).float().eval()

    @classmethod
    def load(cls, path: str | Path, device: str | None = None) -> Subject:
        """The model in a bundle. Raises `BundleError`."""
        card, tensors = load_bundle(path)
        return cls(card, assemble(card.spec, tensors), device)

    @torch.inference_mode()
    def detect(self, frames: np.ndarray) -> np.ndarray:
        """Keypoints float32 [..., K, 2] in [-1, 1] of frames uint8 [..., S, S, 3]."""
        flat = frames.reshape(-1, *frames.shape[-3:])
        batches = [
            self.detector(self._images(flat[i : i + _PICTURES_AT_ONCE])).cpu().numpy()
            for i in range(0, len(flat), _PICTURES_AT_ONCE)
        ]
        return np.concatenate(batches).reshape(*frames.shape[:-3], self.spec.n_keypoints, 2)

    @torch.inference_mode()
    def imagine(self, z: np.ndarray, k0: np.ndarray, action: np.ndarray) -> np.ndarray:
        """Keypoint sequences float32 [N, T, K, 2] for z [N, Z], k0 [N, K, 2] and action vectors [N, C]."""
        inputs = (torch.as_tensor(np.ascontiguousarray(x, np.float32), device=self.device) for x in (z, k0, action))
        return self.motion.decode(*inputs).float().cpu().numpy()

    @torch.inference_mode()
    def translate(self, source: np.ndarray, source_keypoints: np.ndarray, keypoints: np.ndarray) -> Rendered:
        """Frames of one source picture uint8 [S, S, 3] at keypoints [T, K, 2]."""
        from_source = torch.as_tensor(source_keypoints, device=self.device)[None]
        prepared = self.translator.prepare(self._images(source[None]), from_source)
        parts = []
        for i in range(0, len(keypoints), _PICTURES_AT_ONCE):
            target = torch.as_tensor(keypoints[i : i + _PICTURES_AT_ONCE], device=self.device)
            frame, crude, mask = self.translator.compose(prepared, target)
            parts.append((to_bytes(frame.float()), to_bytes(crude.float()), mask[:, 0].float().cpu().numpy()))
        return Rendered(*(np.concatenate(part) for part in zip(*parts, strict=True)))

    def one_hot(self, action: int | np.ndarray) -> np.ndarray:
        """Action vectors float32 [..., C] of class numbers."""
        return np.eye(self.spec.n_actions, dtype=np.float32)[action]

    def _images(self, frames: np.ndarray) -> Tensor:
        return from_bytes(frames, self.device).contiguous(memory_format=torch.channels_last)
