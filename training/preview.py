"""Pictures of what a model in training does: a sheet of pairs, and a sheet of keypoint trajectories."""

from __future__ import annotations

import numpy as np
from torch import Tensor


def pair_sheet(
    v: Tensor, target: Tensor, k_source: Tensor, k_target: Tensor, frame: Tensor, crude: Tensor, mask: Tensor
) -> np.ndarray:
    """A row per pair, uint8 [N S, 6 S, 3]: source and target with keypoints, target, frame, synthesized, mask."""
    from engine.overlay import draw

    source, goal = _pixels(v), _pixels(target)
    marked = [draw(x, k.float().cpu().numpy(), None, {"keypoints"}) for x, k in ((source, k_source), (goal, k_target))]
    veil = np.repeat(np.rint(mask.float().cpu().numpy() * 255).astype(np.uint8).transpose(0, 2, 3, 1), 3, -1)
    columns = [*marked, goal, _pixels(frame), _pixels(crude), veil]
    return np.concatenate([np.concatenate(column) for column in columns], 1)


def _pixels(x: Tensor) -> np.ndarray:
    """[N, 3, H, W] in [-1, 1] -> uint8 [N, H, W, 3]."""
    return ((x.float().clamp(-1, 1) + 1) * 127.5).round().byte().permute(0, 2, 3, 1).cpu().numpy()
