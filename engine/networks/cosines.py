"""Courses of coordinates as sums of cosines: the basis in which the dense motion decoder answers.

Movement of bodies is smooth, so few slow cosines hold it (Mao et al., Learning Trajectory Dependencies for Human Motion
Prediction, 2019), and a network that may only answer with these cannot tremble.
"""

from __future__ import annotations

import math

import torch
from torch import Tensor


def cosines(n_frames: int, count: int) -> Tensor:
    """The first columns of the orthonormal discrete cosine transform (type II), float32 [T, min(count, T)]."""
    count = min(count, n_frames)
    times = (torch.arange(n_frames) + 0.5) / n_frames
    basis = torch.cos(math.pi * times[:, None] * torch.arange(count)) * math.sqrt(2 / n_frames)
    basis[:, 0] /= math.sqrt(2)
    return basis
