"""Whole clips for systems that learn from videos: 1 + T frames, augmented alike. Batch n is a pure function of
(seed, n, rank)."""

from __future__ import annotations

import numpy as np
import torch
from torch import Tensor

from engine.networks.spec import CLIP_FRAMES
from engine.pixels import signed
from training.data.augmentation import augment, shrunk
from training.runs.config import AugmentConfig
from training.store.frame_store import FrameStore


class ClipSampler:
    """Draws windows of 1 + `n_frames` frames of a store at `size` px, at the rate at which motion is learned: every
    floor(n / 33)-th frame of a clip. A clip that is too short is slowed down."""

    def __init__(
        self,
        store: FrameStore,
        augmentation: AugmentConfig | None,
        size: int,
        n_frames: int,
        batch: int,
        seed: int,
        rank: int = 0,
        joints: np.ndarray | None = None,
    ) -> None:
        """joints: float32 [N, J, 2] in [-1, 1] of all frames of the store, where they are known."""
        self.store, self.augmentation, self.size = store, augmentation, size
        self.n_frames, self.batch_size, self.seed, self.rank = n_frames, batch, seed, rank
        self.joints = joints

    def batch(self, n: int) -> tuple[Tensor, ...]:
        """(frames float32 [B, 1 + T, 3, S, S] in [-1, 1], actions one-hot [B, C]) on the CPU; and, where joints are
        known, where they are in those frames, [B, 1 + T, J, 2]."""
        rng = np.random.default_rng([self.seed, n, self.rank, 5])
        clips = rng.integers(len(self.store), size=self.batch_size)
        return self._tensors([self._window(int(clip), rng) for clip in clips], clips, rng)

    def fixed(self, most: int) -> tuple[Tensor, ...]:
        """The beginnings of `most` clips at most, evenly chosen and unchanged, as `batch` gives them."""
        clips = np.unique(np.linspace(0, len(self.store) - 1, min(most, len(self.store))).round().astype(int))
        return self._tensors([self._window(int(clip), None) for clip in clips], clips, None)

    def _window(self, clip: int, rng: np.random.Generator | None) -> np.ndarray:
        """The numbers of frames of a clip."""
        start, stop = (int(x) for x in self.store.starts[clip : clip + 2])
        length, wanted = stop - start, self.n_frames + 1
        stride = max(length // CLIP_FRAMES, 1)
        if length < wanted:
            chosen = np.linspace(0, length - 1, wanted).round().astype(int)
        else:
            stride = min(stride, (length - 1) // (wanted - 1)) if wanted > 1 else 1
            room = length - (wanted - 1) * stride
            chosen = (0 if rng is None else int(rng.integers(room))) + stride * np.arange(wanted)
        return start + np.asarray(chosen)

    def _tensors(
        self, windows: list[np.ndarray], clips: np.ndarray, rng: np.random.Generator | None
    ) -> tuple[Tensor, ...]:
        groups = [[shrunk(self.store.frames[i], self.size) for i in window] for window in windows]
        matrices = None
        pictures = np.empty((len(groups[0]), len(groups), self.size, self.size, 3), np.float32)
        if rng is None or self.augmentation is None:
            signed(np.swapaxes(groups, 0, 1), out=pictures)
        else:
            matrices = augment(groups, self.augmentation, rng, out=pictures)
        actions = np.eye(len(self.store.actions), dtype=np.float32)[self.store.labels[clips]]
        made = torch.from_numpy(pictures).permute(1, 0, 4, 2, 3).contiguous(), torch.from_numpy(actions)
        if self.joints is None:
            return made
        return *made, torch.from_numpy(
            _moved(np.stack([self.joints[window] for window in windows]), matrices, self.size)
        )


def _moved(joints: np.ndarray, matrices: np.ndarray | None, size: int) -> np.ndarray:
    """Joints float32 [B, 1 + T, J, 2] where the pictures went that `warped` looked up by matrices [B, 2, 3]."""
    if matrices is None:
        return joints
    pixels = (joints + 1) / 2 * (size - 1)
    back = np.linalg.inv(matrices[:, :, :2])
    moved = np.einsum("bij,btkj->btki", back, pixels - matrices[:, None, None, :, 2])
    return (moved / (size - 1) * 2 - 1).astype(np.float32)
