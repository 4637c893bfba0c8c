"""The action judge: a small classifier of movement, trained on real clips only, that grades generated ones.

A judge that saw whole frames would name the action from the court or the rack in the background, which the source photo
gives away. This one sees grey frames minus the clip's mean frame: a clip in which nothing moves is blank to it.
Knows clips and classes; nothing of models under measurement or files.
"""

from __future__ import annotations

import math
from collections.abc import Callable

import cv2
import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor, nn

from engine.pixels import signed

SIDE = 48
FRAMES = 16
_BATCH = 32
_LAYERS = ((24, 5, 3), (40, 3, 2), (64, 3, 2))  # channels, kernel, stride: 48 -> 16 -> 8 -> 4 px


class Judge(nn.Module):
    """Per-frame convolutions to a 4 x 4 grid, convolutions over time, then class logits."""

    def __init__(self, n_classes: int) -> None:
        super().__init__()
        layers: list[nn.Module] = []
        channels = 2
        for width, kernel, stride in _LAYERS:
            layers += [nn.Conv2d(channels, width, kernel, stride, 1), nn.BatchNorm2d(width), nn.ReLU()]
            channels = width
        self.frame = nn.Sequential(*layers, nn.Flatten(), nn.Linear(channels * 4 * 4, 96), nn.ReLU())
        self.time = nn.Sequential(
            nn.Conv1d(96, 96, 3, padding=1), nn.ReLU(), nn.Conv1d(96, 64, 3, padding=1), nn.ReLU()
        )
        self.squeeze = nn.Sequential(nn.Dropout(0.3), nn.Linear(128, 32))
        self.classes = nn.Linear(32, n_classes)

    def features(self, clips: Tensor) -> Tensor:
        """Clips [N, FRAMES, SIDE, SIDE] in [-1, 1] -> features [N, 32]."""
        moving = clips - clips.mean(1, keepdim=True)
        change = F.pad(moving.diff(dim=1), (0, 0, 0, 0, 1, 0))
        seen = torch.stack([moving, change], 2)
        frames = self.frame(seen.flatten(0, 1).contiguous(memory_format=torch.channels_last)).unflatten(
            0, seen.shape[:2]
        )
        steps = self.time(frames.transpose(1, 2))
        return self.squeeze(torch.cat([steps.mean(2), steps.amax(2)], 1))

    def forward(self, clips: Tensor) -> Tensor:
        """Class logits [N, C]."""
        return self.classes(F.relu(self.features(clips)))


def as_judged(frames: np.ndarray) -> np.ndarray:
    """What the judge looks at: uint8 [FRAMES, SIDE, SIDE], grey, of a future uint8 [T, S, S, 3], evenly over time."""
    chosen = np.linspace(0, len(frames) - 1, FRAMES).round().astype(int)
    grey = (cv2.cvtColor(frame, cv2.COLOR_RGB2GRAY) for frame in frames[chosen])
    return np.stack([cv2.resize(frame, (SIDE, SIDE), interpolation=cv2.INTER_AREA) for frame in grey])


def train_judge(
    clips: np.ndarray,
    actions: np.ndarray,
    n_classes: int,
    epochs: int,
    seed: int = 0,
    progress: Callable[[str], None] = lambda line: None,
) -> Judge:
    """Fit a judge to real clips uint8 [N, FRAMES, SIDE, SIDE] with class numbers [N]."""
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(seed)
        judge = Judge(n_classes)
        rng = np.random.default_rng(seed)
        steps = epochs * -(-len(clips) // _BATCH)
        optimizer = torch.optim.AdamW(judge.parameters(), lr=2e-3, weight_decay=0.02)
        schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, 3e-3, total_steps=steps, pct_start=0.15)
        for epoch in range(epochs):
            order = rng.permutation(len(clips))
            right = 0
            for start in range(0, len(order), _BATCH):
                chosen = order[start : start + _BATCH]
                labels = torch.from_numpy(actions[chosen]).long()
                logits = judge(_varied(_tensor(clips[chosen]), rng))
                loss = F.cross_entropy(logits, labels, label_smoothing=0.05)
                optimizer.zero_grad()
                loss.backward()
                optimizer.step()
                schedule.step()
                right += int((logits.argmax(1) == labels).sum())
            progress(f"judge: epoch {epoch + 1} of {epochs}, right on {right / len(clips):.1%} of its training clips")
    return judge.eval()


@torch.inference_mode()
def verdicts(judge: Judge, clips: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """(class number [N], features float32 [N, 32]) of clips uint8 [N, FRAMES, SIDE, SIDE]."""
    features = torch.cat([judge.features(_tensor(clips[i : i + 64])) for i in range(0, len(clips), 64)])
    return judge.classes(F.relu(features)).argmax(1).numpy(), features.numpy()


@torch.inference_mode()
def certainty(judge: Judge, features: np.ndarray) -> dict[str, float]:
    """How sure the judge is of clips with these `verdicts` features [N, 32], and of how many classes they are.

    inception_score exp(E KL(p(y|x) | p(y))), at most the number of classes; entropy_within H(y|x), small for clips
    that are plainly of a class; entropy H(y), at most the logarithm of the number of classes; all with natural
    logarithms (Salimans et al. 2016).
    """
    p = judge.classes(F.relu(torch.from_numpy(features))).double().softmax(1)
    within = float(-(p * p.clamp_min(1e-12).log()).sum(1).mean())
    mean = p.mean(0)
    entropy = float(-(mean * mean.clamp_min(1e-12).log()).sum())
    return {"inception_score": math.exp(entropy - within), "entropy_within": within, "entropy": entropy}


def _tensor(clips: np.ndarray) -> Tensor:
    return signed(torch.from_numpy(clips))


def _varied(clips: Tensor, rng: np.random.Generator) -> Tensor:
    """Mirrored, moved by a few pixels, in other contrast or as a negative, softened: the action stays."""
    varied = torch.empty_like(clips)
    for i, clip in enumerate(clips):
        if rng.random() < 0.5:
            clip = clip.flip(-1)
        if rng.random() < 0.5:
            clip = F.avg_pool2d(clip, 3, stride=1, padding=1, count_include_pad=False)
        shift = tuple(int(s) for s in rng.integers(-4, 5, 2))
        varied[i] = torch.roll(clip, shift, (-2, -1)) * float(rng.uniform(0.6, 1.4) * rng.choice([-1, 1], p=[0.2, 0.8]))
    return varied
