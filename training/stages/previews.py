"""Pictures of what a model in training does: sheets of pairs, of trajectories, and of pseudo labels."""

from __future__ import annotations

import numpy as np
from torch import Tensor

from engine.pixels import to_bytes

PAIR_COLUMNS = ("source", "target", "truth", "prediction", "synthesized", "mask")


def pair_sheet(
    v: Tensor, target: Tensor, k_source: Tensor, k_target: Tensor, frame: Tensor, crude: Tensor, mask: Tensor
) -> np.ndarray:
    """A row per pair, uint8 [N S, 6 S, 3]: its columns are PAIR_COLUMNS.

    The source and the target have their keypoints on them.
    """
    from engine.overlay import draw_frames

    source, goal = to_bytes(v.float()), to_bytes(target.float())
    marked = [
        draw_frames(x, k.float().cpu().numpy(), None, {"keypoints"}) for x, k in ((source, k_source), (goal, k_target))
    ]
    veil = np.repeat(np.rint(mask.float().cpu().numpy() * 255).astype(np.uint8).transpose(0, 2, 3, 1), 3, -1)
    columns = [*marked, goal, to_bytes(frame.float()), to_bytes(crude.float()), veil]
    return np.concatenate([np.concatenate(column) for column in columns], 1)


def trail_sheet(pictures: np.ndarray, k0: np.ndarray, futures: list[np.ndarray]) -> np.ndarray:
    """A row per picture uint8 [M, S, S, 3], a column per way its keypoints may go: uint8 [M S, len(futures) S, 3].

    k0 float32 [M, K, 2], futures float32 [M, T, K, 2] each. The dots are where keypoints end, the trails how they
    went there from k0.
    """
    from engine.overlay import TRAIL_FRAMES, draw_frame

    def cell(picture: np.ndarray, first: np.ndarray, future: np.ndarray) -> np.ndarray:
        moments = np.linspace(0, len(future), TRAIL_FRAMES + 1).round().astype(int)
        path = np.concatenate([first[None], future])[moments]
        frames = np.broadcast_to(picture, (len(path), *picture.shape))
        return draw_frame(frames, path, None, len(path) - 1, ("keypoints", "trails"))

    rows = [[cell(picture, k0[i], future[i]) for future in futures] for i, picture in enumerate(pictures)]
    return np.concatenate([np.concatenate(row, 1) for row in rows])


def label_sheet(clips: list[np.ndarray], keypoints: list[np.ndarray], columns: int = 6) -> np.ndarray:
    """A row per clip uint8 [T, S, S, 3] with its keypoints [T, K, 2], at `columns` moments from first to last frame."""
    from engine.overlay import draw_frames

    rows = []
    for frames, labels in zip(clips, keypoints, strict=True):
        moments = np.linspace(0, len(frames) - 1, columns).round().astype(int)
        rows.append(np.concatenate(draw_frames(np.asarray(frames[moments]), labels[moments], None), 1))
    return np.concatenate(rows)
