"""Triangles into a z-buffer, all frames of a clip at once, compiled by Numba.

Everything is in pixels, x right, y down, pixel centres at whole coordinates. What is drawn with is not known here.
"""

from __future__ import annotations

import numba
import numpy as np


def rasterized(points: np.ndarray, triangles: np.ndarray, side: int) -> tuple[np.ndarray, np.ndarray]:
    """The nearest triangle in every pixel of T pictures of `side` x `side` px.

    points f32 [T, V, 3]: x, y and a nearness that is linear in the picture and greater for what is nearer (1 / depth
    for a perspective camera, minus the depth along parallel rays); a triangle with a corner of NaN is left out.
    triangles int32 [F, 3], both sides of each. Returns (triangle int32 [T, side, side], -1 where there is none;
    nearness f32 [T, side, side]).
    """
    owner = np.full((len(points), side, side), -1, np.int32)
    nearness = np.full((len(points), side, side), -np.inf, np.float32)
    _rasterize(np.ascontiguousarray(points, np.float32), triangles, owner, nearness)
    return owner, nearness


@numba.njit(cache=True)
def _rasterize(points, triangles, owner, nearness):
    n_frames, side = owner.shape[0], owner.shape[1]
    for t in range(n_frames):
        for f in range(triangles.shape[0]):
            a, b, c = points[t, triangles[f, 0]], points[t, triangles[f, 1]], points[t, triangles[f, 2]]
            ax, ay, bx, by, cx, cy = a[0], a[1], b[0], b[1], c[0], c[1]
            area = (bx - ax) * (cy - ay) - (by - ay) * (cx - ax)
            if not abs(area) > np.float32(1e-9):  # NaN comes here too
                continue
            low_y, high_y = min(ay, by, cy), max(ay, by, cy)
            low_x, high_x = min(ax, bx, cx), max(ax, bx, cx)
            if high_x < 0 or high_y < 0 or low_x > side - 1 or low_y > side - 1:
                continue
            x0, x1 = int(np.ceil(max(low_x, np.float32(0)))), int(np.floor(min(high_x, np.float32(side - 1))))
            y0, y1 = int(np.ceil(max(low_y, np.float32(0)))), int(np.floor(min(high_y, np.float32(side - 1))))
            if x1 < x0 or y1 < y0:
                continue
            scale = np.float32(1) / area
            # Weights of b and c, and how they grow from pixel to pixel.
            ux, uy = (cy - ay) * scale, (ax - cx) * scale
            vx, vy = (ay - by) * scale, (bx - ax) * scale
            qa, qb, qc = a[2], b[2] - a[2], c[2] - a[2]
            for y in range(y0, y1 + 1):
                u = (x0 - ax) * ux + (y - ay) * uy
                v = (x0 - ax) * vx + (y - ay) * vy
                for x in range(x0, x1 + 1):
                    if u >= 0 and v >= 0 and u + v <= 1:
                        q = qa + u * qb + v * qc
                        if q > nearness[t, y, x]:
                            nearness[t, y, x] = q
                            owner[t, y, x] = f
                    u += ux
                    v += vx
