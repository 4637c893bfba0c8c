"""Keypoint sequences of 1 + T frames for step 3, augmented. Batch n is a pure function of (seed, n, rank).

Long clips give every floor(n / (T + 1))-th frame, from a random offset; clips that are too short give their frames
with midpoints in between (paper, supplementary).
"""

from __future__ import annotations

import numpy as np
import torch
from torch import Tensor

from training.runs.config import MotionConfig

_GOING_OVER = 0.4  # of a sequence: how long it takes from another pose into its own


class SequenceSampler:
    """keypoints float32 [N frames, K, 2], starts [clips + 1], labels [clips]."""

    def __init__(
        self, keypoints, starts, labels, n_actions: int, n_frames: int, config: MotionConfig, seed: int, rank: int = 0
    ):
        self.config, self.n_actions, self.n_frames = config, n_actions, n_frames
        self.keypoints, self.starts, self.labels = keypoints, starts, labels
        self.seed, self.rank = seed, rank

    def batch(self, n: int) -> tuple[Tensor, Tensor, Tensor]:
        """(k_0 [B, K, 2], future [B, T, K, 2], action one-hot [B, C])."""
        rng = np.random.default_rng([self.seed, n, self.rank, 3])
        clips = rng.integers(len(self.labels), size=self.config.batch)
        sequences = np.stack([self._sequence(clip, rng) for clip in clips])
        if self.config.other_poses > 0:
            others = rng.integers(len(self.labels), size=len(clips))
            poses = np.stack([self._sequence(clip, rng)[0] for clip in others])
            begun = begun_elsewhere(sequences, poses)
            sequences = np.where(
                rng.random(len(clips))[:, None, None, None] < self.config.other_poses, begun, sequences
            )
        sequences = augmented(sequences, self.config, rng)
        k0 = sequences[:, 0]
        if self.config.k0_noise > 0:
            noise = rng.normal(0, self.config.k0_noise, k0.shape).astype(np.float32)
            k0 = np.clip(k0 + noise, -1, 1)
        return self._tensors(k0, sequences[:, 1:], clips)

    def fixed(self, most: int) -> tuple[Tensor, Tensor, Tensor]:
        """The first sequence of each of the first `most` clips, unchanged, as `batch` gives them."""
        clips = np.arange(min(most, len(self.labels)))
        sequences = np.stack([self._sequence(clip, None) for clip in clips])
        return self._tensors(sequences[:, 0], sequences[:, 1:], clips)

    def _tensors(self, k0: np.ndarray, future: np.ndarray, clips: np.ndarray) -> tuple[Tensor, Tensor, Tensor]:
        actions = np.eye(self.n_actions, dtype=np.float32)[self.labels[clips]]
        first, then, weights = (torch.from_numpy(np.ascontiguousarray(x)) for x in (k0, future, actions))
        return first, then, weights

    def _sequence(self, clip: int, rng: np.random.Generator | None) -> np.ndarray:
        keypoints = self.keypoints[self.starts[clip] : self.starts[clip + 1]]
        wanted = self.n_frames + 1
        if len(keypoints) < wanted:
            moments = np.linspace(0, len(keypoints) - 1, wanted)
            low = np.floor(moments).astype(int)
            high, part = np.minimum(low + 1, len(keypoints) - 1), (moments - low)[:, None, None].astype(np.float32)
            return keypoints[low] * (1 - part) + keypoints[high] * part
        stride = len(keypoints) // wanted
        first = 0 if rng is None else int(rng.integers(len(keypoints) - (wanted - 1) * stride))
        return keypoints[first : first + wanted * stride : stride]


def begun_elsewhere(sequences: np.ndarray, poses: np.ndarray) -> np.ndarray:
    """Sequences [B, 1 + T, K, 2] that begin in other poses [B, K, 2], and go over into their own.

    Data show an action from its own poses only, while a photo may be asked for any. Brought to the size and place of
    the other figure, a sequence is added to its pose as displacements at first, and taken as it is in the end.
    """

    def centre_and_size(pose: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        centre = pose.mean(-2, keepdims=True)
        return centre, np.linalg.norm(pose - centre, axis=-1, keepdims=True).mean(-2, keepdims=True)

    centre, size = centre_and_size(sequences[:, :1])
    there, wanted = centre_and_size(poses[:, None])
    own = there + (sequences - centre) * (wanted / np.maximum(size, 1e-6))
    displaced = poses[:, None] + own - own[:, :1]
    time = np.minimum(np.arange(sequences.shape[1]) / (_GOING_OVER * (sequences.shape[1] - 1)), 1)
    share = (time * time * (3 - 2 * time)).astype(np.float32)[None, :, None, None]
    return displaced + share * (own - displaced)


def augmented(sequences: np.ndarray, config: MotionConfig, rng: np.random.Generator) -> np.ndarray:
    """Each sequence [B, 1 + T, K, 2] rotated, scaled and shifted by its own random amount, as one.

    Unlike the paper's, no mirror image is taken unless `flip` is set: a keypoint that means "left hand" after
    training would then sit on the right one, a pose the translator never sees. The shift is ours too: without it a
    clip is recognised by where it begins, and its future recited.
    """
    count = len(sequences)
    angle = np.radians(rng.uniform(-config.rotation, config.rotation, count))
    scale = rng.uniform(*config.scale, count)
    cos, sin = np.cos(angle) * scale, np.sin(angle) * scale
    turn = np.stack([np.stack([cos, -sin], -1), np.stack([sin, cos], -1)], -2).astype(np.float32)
    if config.flip:
        turn[:, :, 0] *= np.where(rng.random(count) < 0.5, -1, 1)[:, None]
    turned = np.einsum("bij,btkj->btki", turn, sequences)
    if config.shift > 0:
        # No further than the picture's edge: what leaves it would be squashed there.
        low = np.clip(-1 - turned.min((1, 2)), -config.shift, 0)
        high = np.clip(1 - turned.max((1, 2)), 0, config.shift)
        turned += rng.uniform(low, high).astype(np.float32)[:, None, None]
    return np.clip(turned, -1, 1)
