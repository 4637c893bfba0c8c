"""What a renderer knows of a filmed mesh besides its pictures: where each point of it is in every other frame."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

_SAME = 0.03  # of the nearness, by which a point may differ from what is seen where it should be


@dataclass(frozen=True, eq=False)
class FilmedSurface:
    """A mesh in the frames of a clip.

    triangles int32 [F, 3]; seen f32 [T, V, 3]: the vertices in pixels, and their nearness, 1 / depth times a constant;
    owner int32 [T, S, S]: the triangle in each pixel's upper left quarter, -1 where there is none or something lies
    before it; nearness f32 [T, S, S] there; drift f32 [T, 2]: how far the camera has moved the scene, in pixels.
    """

    triangles: np.ndarray
    seen: np.ndarray
    owner: np.ndarray
    nearness: np.ndarray
    drift: np.ndarray

    def flow(self, here: int, there: int) -> tuple[np.ndarray, np.ndarray]:
        """How far each pixel of frame `here` has moved in frame `there`.

        Returns (pixels x, y f32 [S, S, 2], of the mesh where it is seen, of the scene elsewhere; visible bool [S, S]:
        whether the point of the mesh in this pixel can be seen there, too; False off the mesh).
        """
        side = self.owner.shape[1]
        moved = np.empty((side, side, 2), np.float32)
        moved[:] = self.drift[there] - self.drift[here]
        visible = np.zeros((side, side), bool)
        y, x = np.nonzero(self.owner[here] >= 0)
        if not len(x):
            return moved, visible
        corners = self.triangles[self.owner[here, y, x]]
        at = np.stack([x, y], axis=1) - 0.25
        goal = self.seen[there, corners]
        deep = _weights(self.seen[here, corners], at) / goal[..., 2]
        far = deep.sum(1)
        arrived = (deep[..., None] * goal[..., :2]).sum(1) / far[:, None]
        moved[y, x] = arrived - at
        column, line = np.round(arrived + 0.25).astype(int).T
        inside = (column >= 0) & (column < side) & (line >= 0) & (line < side)
        column, line = column.clip(0, side - 1), line.clip(0, side - 1)
        there_seen = self.nearness[there, line, column]
        hit = self.owner[there, line, column] >= 0
        visible[y, x] = inside & hit & (1 / far > there_seen * (1 - _SAME))
        return moved, visible


def _weights(corners: np.ndarray, at: np.ndarray) -> np.ndarray:
    """Where points [N, 2] lie between the corners [N, 3, 3] of their triangles, in space: weights f64 [N, 3]."""
    a, b, c = (corners[:, k].astype(np.float64) for k in range(3))

    def area(p, q):
        return (p[:, 0] - at[:, 0]) * (q[:, 1] - at[:, 1]) - (p[:, 1] - at[:, 1]) * (q[:, 0] - at[:, 0])

    flat = np.stack([area(b, c), area(c, a), area(a, b)], axis=1)
    total = flat.sum(1, keepdims=True)
    flat = flat / np.where(np.abs(total) < 1e-12, 1e-12, total)
    # Even in the picture is uneven in space: undo the perspective.
    near = flat * corners[..., 2]
    return near / near.sum(1, keepdims=True)
