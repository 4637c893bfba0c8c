"""What is known of pairs of frames besides their pictures: by a world's renderer, or by looking at how they move.

None of it is needed to learn.
"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
import torch
from torch import Tensor

from engine.networks.warping import positions
from engine.pixels import to_bytes
from training.data import optical_flow
from training.data.augmentation import on_another_grid, shrunk, warped
from training.store.frame_store import FrameStore
from training.store.known import FLOW_UNIT, UNKNOWN, KnownTruth

_SURE = 0.9  # of a cell's pixels that agree on how they move


@dataclass(frozen=True)
class Known:
    """What is known of B pairs (v, v') of S px.

    figures [2, B, 1, S, S]  silhouettes of v and v', in [0, 1]
    sources [B, 2, h, h]     where in v the figure in each cell of v' is: x, y in [-1, 1] of the picture's edges
    seen    [B, 1, h, h]     1 where that is known, and the same point can be seen in v
    plates  [B, 3, S, S]     v without the figure, in [-1, 1]
    placed  [B, 1, 1, 1]     1 where the plate is known

    A renderer knows the figures, and the rest where `data.truth` stored it; of what was seen to move, only `sources`
    and `seen` are known. Everything else is None.
    """

    figures: Tensor | None = None
    sources: Tensor | None = None
    seen: Tensor | None = None
    plates: Tensor | None = None
    placed: Tensor | None = None

    def to(self, device: torch.device) -> Known:
        """The same on another device."""
        moved = {name: x if x is None else x.to(device, non_blocking=True) for name, x in vars(self).items()}
        return Known(**moved)


def figures(store: FrameStore, chosen: list[tuple[int, int]], size: int, matrices: np.ndarray | None) -> Tensor:
    """Silhouettes [2, B, 1, size, size] of pairs of frames; matrices [B, 2, 3]: see `augmentation.augment`, or None."""
    known = store.silhouettes
    assert known is not None
    found = np.empty((2, len(chosen), 1, size, size), np.float32)
    for i, frames in enumerate(chosen):
        for side, frame in enumerate(frames):
            figure = shrunk(np.unpackbits(known[frame], axis=-1, count=store.size) * np.uint8(255), size)
            found[side, i, 0] = figure if matrices is None else warped(figure, matrices[i])
    return torch.from_numpy(found / 255)


def partner(store: FrameStore, truth: KnownTruth, frame: int, number: int) -> int:
    """The store's number of the frame that the surface in `frame` was followed to as partner `number`."""
    return int(store.starts[store.clip_of(frame)]) + int(truth.partners[frame, number])


def followed(
    truth: KnownTruth, targets: list[int], numbers: np.ndarray, size: int, matrices: np.ndarray | None
) -> tuple[Tensor, Tensor]:
    """(`Known.sources`, `Known.seen`) of the targets and their partners of those numbers, for pictures of `size` px."""
    cells = truth.flows.shape[2]
    here = positions(cells, torch.empty(0)).permute(2, 0, 1).numpy()
    sources = np.empty((len(targets), 2, cells, cells), np.float32)
    seen = np.empty((len(targets), 1, cells, cells), np.float32)
    for i, (frame, number) in enumerate(zip(targets, numbers, strict=True)):
        flow = np.asarray(truth.flows[frame, number])
        if matrices is not None:
            matrix = on_another_grid(matrices[i], size, cells)
            flow = cv2.warpAffine(
                flow,
                matrix,
                (cells, cells),
                flags=cv2.INTER_NEAREST | cv2.WARP_INVERSE_MAP,
                borderValue=(UNKNOWN, UNKNOWN),
            )
        known = flow[..., 0] != UNKNOWN
        apart = flow.astype(np.float32) * (2 * FLOW_UNIT)
        if matrices is not None:
            apart = apart @ np.linalg.inv(matrices[i][:, :2]).T.astype(np.float32)
        sources[i] = here + apart.transpose(2, 0, 1)
        seen[i, 0] = known & (np.abs(sources[i]) < 1).all(0)
    return torch.from_numpy(sources), torch.from_numpy(seen)


def seen_to_move(v: Tensor, target: Tensor, count: int) -> Known:
    """What optical flow tells of `count` pairs, of which v and target [B, 3, S, S] in [-1, 1] are the first."""
    size = v.shape[-1]
    cells = size // 2
    sources, seen = np.zeros((count, 2, cells, cells), np.float32), np.zeros((count, 1, cells, cells), np.float32)
    here = positions(cells, torch.empty(0)).permute(2, 0, 1).numpy()
    for i, (source, picture) in enumerate(zip(to_bytes(v), to_bytes(target), strict=True)):
        moved, sure = optical_flow.flow(picture, source)
        small = cv2.resize(moved, (cells, cells), interpolation=cv2.INTER_AREA)
        sources[i] = here + small.transpose(2, 0, 1) * (2 / size)
        seen[i, 0] = cv2.resize(sure.astype(np.float32), (cells, cells), interpolation=cv2.INTER_AREA) > _SURE
    return Known(sources=torch.from_numpy(sources), seen=torch.from_numpy(seen))
