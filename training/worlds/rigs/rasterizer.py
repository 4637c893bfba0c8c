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


def cut_out(points: np.ndarray, triangles: np.ndarray, faces: np.ndarray, uv, texels, owner, nearness) -> None:
    """Adds triangles that are partly transparent to pictures of `rasterized`, in place.

    faces int32 [N]: which triangles; uv f32 [V, 2]; texels: of `texels`, with a picture for each triangle's material,
    whose alpha of at least one half hides what is behind.
    """
    _cut_out(np.ascontiguousarray(points, np.float32), triangles, faces, uv, texels.of_face, texels.table,
             texels.levels, texels.pixels, owner, nearness)  # fmt: skip


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


@numba.njit(cache=True)
def _cut_out(points, triangles, faces, uv, of_face, table, levels, pixels, owner, nearness):
    n_frames, side = owner.shape[0], owner.shape[1]
    for t in range(n_frames):
        for f in faces:
            i, j, k = triangles[f, 0], triangles[f, 1], triangles[f, 2]
            a, b, c = points[t, i], points[t, j], points[t, k]
            ax, ay, bx, by, cx, cy = a[0], a[1], b[0], b[1], c[0], c[1]
            area = (bx - ax) * (cy - ay) - (by - ay) * (cx - ax)
            if not abs(area) > np.float32(1e-9):
                continue
            low_y, high_y = min(ay, by, cy), max(ay, by, cy)
            low_x, high_x = min(ax, bx, cx), max(ax, bx, cx)
            if high_x < 0 or high_y < 0 or low_x > side - 1 or low_y > side - 1:
                continue
            x0, x1 = int(np.ceil(max(low_x, np.float32(0)))), int(np.floor(min(high_x, np.float32(side - 1))))
            y0, y1 = int(np.ceil(max(low_y, np.float32(0)))), int(np.floor(min(high_y, np.float32(side - 1))))
            scale = np.float32(1) / area
            m = of_face[f]
            ratio = abs((uv[j, 0] - uv[i, 0]) * (uv[k, 1] - uv[i, 1]) - (uv[j, 1] - uv[i, 1]) * (uv[k, 0] - uv[i, 0]))
            ratio *= table[m, 0, 1] * table[m, 0, 2] * abs(scale)
            level = 0
            while ratio > 2 and level < levels[m] - 1:
                ratio *= np.float32(0.25)
                level += 1
            start, wide, high = table[m, level, 0], table[m, level, 1], table[m, level, 2]
            for y in range(y0, y1 + 1):
                for x in range(x0, x1 + 1):
                    u = ((x - ax) * (cy - ay) - (y - ay) * (cx - ax)) * scale
                    v = ((y - ay) * (bx - ax) - (x - ax) * (by - ay)) * scale
                    if u < 0 or v < 0 or u + v > 1:
                        continue
                    q = a[2] + u * (b[2] - a[2]) + v * (c[2] - a[2])
                    if q <= nearness[t, y, x]:
                        continue
                    w = 1 - u - v
                    tx = w * uv[i, 0] + u * uv[j, 0] + v * uv[k, 0]
                    ty = w * uv[i, 1] + u * uv[j, 1] + v * uv[k, 1]
                    column = min(int((tx - np.floor(tx)) * wide), wide - 1)
                    line = min(int((ty - np.floor(ty)) * high), high - 1)
                    if pixels[start + line * wide + column, 3] >= 110:
                        nearness[t, y, x] = q
                        owner[t, y, x] = f
