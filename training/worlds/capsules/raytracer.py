"""Draws solids, frame by frame, into one z-buffer: sphere-swept cones and ellipsoids, exact per pixel.

Everything is in pixels: x right, y down, z towards the viewer, seen along z. Perspective is the camera's business
(it scales each solid by its distance), colour is the shading's. All frames of a clip are drawn together: a solid's
pixels are enumerated by scanline over every frame at once, which is what makes NumPy fast enough.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

_TINY = np.float32(1e-6)
_FAR = np.float32(-1e9)
_BATCH = 1400  # solids drawn together times the picture's side: few calls, yet what they touch stays in the cache


@dataclass(frozen=True)
class Cone:
    """The hull of two spheres: centres f32 [T, 3] and radii f32 [T], in pixels. A sphere has a == b."""

    a: np.ndarray
    b: np.ndarray
    radius_a: np.ndarray
    radius_b: np.ndarray


@dataclass(frozen=True)
class Ellipsoid:
    """centre f32 [T, 3] and semi-axes f32 [T, 3, 3] (rows are vectors), in pixels."""

    centre: np.ndarray
    axes: np.ndarray


@dataclass(frozen=True)
class Surface:
    """What is seen of the solids: N covered pixels.

    pixel int64 [N] (into the flattened [T, side, side]), solid uint8 [N] (1-based), z f32 [N], normal f32 [3, N].
    """

    pixel: np.ndarray
    solid: np.ndarray
    z: np.ndarray
    normal: np.ndarray


def draw_solids(solids: list[Cone | Ellipsoid], visible: list[np.ndarray], side: int) -> Surface:
    """The nearest surface in every pixel of T pictures of `side` x `side` px.

    visible: for each solid, bool [T]. At most 255 solids. Pixel centres are at whole coordinates.
    """
    n_frames = len(visible[0])
    depth = np.full(n_frames * side * side, _FAR, np.float32)
    owner = np.zeros(n_frames * side * side, np.uint8)
    normals = np.empty((n_frames * side * side, 3), np.float32)
    for kind, trace in ((Cone, _cones), (Ellipsoid, _ellipsoids)):
        numbers = [i for i, solid in enumerate(solids) if isinstance(solid, kind)]
        together = max(1, _BATCH // side)
        for start in range(0, len(numbers), together):
            batch = numbers[start : start + together]
            items = _Items(np.concatenate([visible[i] for i in batch]), n_frames, side)
            drawn = trace([solids[i] for i in batch], items)
            if drawn is None:
                continue
            item, pixel, z, normal = drawn
            # Pixels come solid by solid; within one solid none occurs twice.
            bounds = np.searchsorted(item, np.arange(len(batch) + 1) * n_frames)
            for number, first, last in zip(batch, bounds, bounds[1:], strict=False):
                at, height = pixel[first:last], z[first:last]
                nearer = np.flatnonzero(height > depth[at])
                at = at[nearer]
                depth[at] = height[nearer]
                owner[at] = number + 1
                normals[at] = normal[:, first:last].take(nearer, axis=1).T
    pixel = np.flatnonzero(owner)
    return Surface(pixel, owner[pixel], depth[pixel], np.ascontiguousarray(normals[pixel].T))


@dataclass(frozen=True)
class _Items:
    """A batch of solids in every frame, I = solids x T items in a row, solid by solid; `seen` is bool [I]."""

    seen: np.ndarray
    n_frames: int
    side: int

    def rows(self, top: np.ndarray, bottom: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """(item, y) of every scanline between top and bottom (f32 [I]) of the items that are seen."""
        first = np.clip(np.ceil(top), 0, self.side).astype(np.int64)
        last = np.clip(np.floor(bottom) + 1, 0, self.side).astype(np.int64)
        count = np.where(self.seen, np.maximum(last - first, 0), 0)
        item = np.repeat(np.arange(len(count)), count)
        return item, np.arange(len(item)) + np.repeat(first - (np.cumsum(count) - count), count)

    def pixels(self, item: np.ndarray, y: np.ndarray, left: np.ndarray, right: np.ndarray):
        """Every pixel of the scanlines [left, right]: (its row's number, its flat index, its x as f32), or None."""
        first = np.clip(np.ceil(left), 0, self.side).astype(np.int64)
        last = np.clip(np.floor(right) + 1, 0, self.side).astype(np.int64)
        count = np.maximum(last - first, 0)
        total = int(count.sum())
        if not total:
            return None
        row = np.repeat(np.arange(len(count)), count)
        x = np.arange(total) + (first - (np.cumsum(count) - count))[row]
        line = (item % self.n_frames * self.side + y) * self.side
        return row, x + line[row], x.astype(np.float32)


def _cones(cones: list, items: _Items):
    # The ray-cone intersection of Inigo Quilez's "rounded cone", reduced to rays along z: the sphere of the sweep
    # that a ray meets first has its centre at a + s (b - a).
    a = np.concatenate([cone.a for cone in cones])
    axis = np.concatenate([cone.b for cone in cones]) - a
    ra = np.concatenate([cone.radius_a for cone in cones])
    rb = np.concatenate([cone.radius_b for cone in cones])
    bx, by, bz = axis.T
    shrink = ra - rb
    flat = bx * bx + by * by
    k = flat - shrink * shrink  # <= 0: one circle lies inside the other
    d = np.maximum(k + bz * bz, _TINY)
    inside = k <= 1e-3 * np.maximum(flat, 1)

    top = np.minimum(a[:, 1] - ra, a[:, 1] + by - rb)
    item, y = items.rows(top, np.maximum(a[:, 1] + ra, a[:, 1] + by + rb))
    if not len(item):
        return None
    dy = y.astype(np.float32) - a[item, 1]
    left, right = _hull_spans(dy, *(v[item] for v in (bx, by, ra, rb, flat, shrink, inside)))
    found = items.pixels(item, y, left + a[item, 0], right + a[item, 0])
    if found is None:
        return None
    row, pixel, x = found

    safe = np.where(inside, 1, k)
    larger = np.where(rb > ra, 1.0, 0.0)  # the only sphere seen where one circle lies inside the other
    per_item = np.stack([
        a[:, 0], bx, by, bz, ra, shrink, a[:, 2],
        np.where(inside, 0, 1 / safe), np.where(inside, 0, bz / (safe * np.sqrt(d))), np.where(inside, larger, 0), k,
    ]).astype(np.float32)  # fmt: skip
    offset = by[item] * dy - shrink[item] * ra[item]
    bulge = k[item] * (ra[item] ** 2 - dy * dy)
    rows = np.concatenate([per_item[:, item], np.stack([offset, bulge, dy]).astype(np.float32)])
    ax, bx, by, bz, ra, shrink, az, slope, lean, fixed, k, offset, bulge, dy = rows.take(row, axis=1)
    dx = x - ax
    q = bx * dx + offset
    g = np.maximum(q * q + bulge - k * dx * dx, 0)
    s = np.clip(q * slope + lean * np.sqrt(g) + fixed, 0, 1)
    r = ra - s * shrink
    nx, ny = (dx - s * bx) / r, (dy - s * by) / r
    nz = np.sqrt(np.maximum(1 - nx * nx - ny * ny, 0))
    return item[row], pixel, az + s * bz + r * nz, np.stack([nx, ny, nz])


def _hull_spans(dy, bx, by, ra, rb, flat, shrink, inside):
    """Left and right end of the hull of two circles (one at 0, one at b) on the scanlines dy, all f32 [R]."""
    big = np.float32(1e6)
    half_a = np.sqrt(np.maximum(ra * ra - dy * dy, 0))
    half_b = np.sqrt(np.maximum(rb * rb - (dy - by) ** 2, 0))
    on_a, on_b = np.abs(dy) <= ra, np.abs(dy - by) <= rb
    left = np.minimum(np.where(on_a, -half_a, big), np.where(on_b, bx - half_b, big))
    right = np.maximum(np.where(on_a, half_a, -big), np.where(on_b, bx + half_b, -big))
    # The two outer tangents touch both circles along the same normal, whose part along the axis is shrink / length.
    length = np.sqrt(np.maximum(flat, _TINY))
    along = np.clip(shrink / length, -1, 1)
    across = np.sqrt(1 - along * along)
    for sign in (1, -1):
        ux = (along * bx - sign * across * by) / length
        uy = (along * by + sign * across * bx) / length
        y0, y1 = ra * uy, by + rb * uy
        x0, x1 = ra * ux, bx + rb * ux
        touched = ~inside & (dy >= np.minimum(y0, y1)) & (dy <= np.maximum(y0, y1))
        rise = np.where(np.abs(y1 - y0) < _TINY, 1, y1 - y0)
        x = x0 + (x1 - x0) * (dy - y0) / rise
        left = np.where(touched, np.minimum(left, x), left)
        right = np.where(touched, np.maximum(right, x), right)
    return left, right


def _ellipsoids(ellipsoids: list, items: _Items):
    # With C = sum of the semi-axes' outer products, the outline is p' inv(C_xy) p = 1, and the front surface lies
    # at C_z,xy inv(C_xy) p + sqrt(C_zz - C_z,xy inv(C_xy) C_xy,z) sqrt(1 - p' inv(C_xy) p).
    centre = np.concatenate([ellipsoid.centre for ellipsoid in ellipsoids])
    axes = np.concatenate([ellipsoid.axes for ellipsoid in ellipsoids])
    shape = np.einsum("tij,tik->tjk", axes, axes).astype(np.float64)
    shape[:, (0, 1, 2), (0, 1, 2)] += 0.02  # keeps the inverse finite for a disc seen from the side
    full = np.linalg.inv(shape)
    cxx, cxy, cyy = shape[:, 0, 0], shape[:, 0, 1], shape[:, 1, 1]
    det = cxx * cyy - cxy * cxy
    ixx, ixy, iyy = cyy / det, -cxy / det, cxx / det
    gx, gy = shape[:, 2, 0] * ixx + shape[:, 2, 1] * ixy, shape[:, 2, 0] * ixy + shape[:, 2, 1] * iyy
    thick = np.sqrt(np.maximum(shape[:, 2, 2] - gx * shape[:, 2, 0] - gy * shape[:, 2, 1], 0))

    reach = np.sqrt(cyy)
    item, y = items.rows(centre[:, 1] - reach, centre[:, 1] + reach)
    if not len(item):
        return None
    dy = y - centre[item, 1]
    middle = centre[item, 0] + cxy[item] / cyy[item] * dy
    half = np.sqrt(np.maximum((det / cyy)[item] * (1 - dy * dy / cyy[item]), 0))
    found = items.pixels(item, y, middle - half, middle + half)
    if found is None:
        return None
    row, pixel, x = found
    per_item = np.stack([
        centre[:, 0], ixx, ixy, iyy, gx, gy, thick, centre[:, 2],
        full[:, 0, 0], full[:, 0, 1], full[:, 0, 2], full[:, 1, 1], full[:, 1, 2], full[:, 2, 2],
    ])  # fmt: skip
    rows = np.concatenate([per_item[:, item], dy[None]]).astype(np.float32)
    cx, ixx, ixy, iyy, gx, gy, thick, cz, fxx, fxy, fxz, fyy, fyz, fzz, dy = rows.take(row, axis=1)
    dx = x - cx
    z = gx * dx + gy * dy + thick * np.sqrt(np.maximum(1 - (ixx * dx + 2 * ixy * dy) * dx - iyy * dy * dy, 0))
    normal = np.stack([fxx * dx + fxy * dy + fxz * z, fxy * dx + fyy * dy + fyz * z, fxz * dx + fyz * dy + fzz * z])
    normal /= np.sqrt((normal * normal).sum(0)) + _TINY
    return item[row], pixel, cz + z, normal
