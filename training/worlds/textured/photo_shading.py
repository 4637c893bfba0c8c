"""Colours the pixels of a rasterized, textured mesh in photographic light. Compiled by Numba."""

from __future__ import annotations

import numba
import numpy as np

from training.worlds.rigs.mesh_shading import SHADOW_SIDE, lamp_axes
from training.worlds.rigs.rasterizer import rasterized
from training.worlds.rigs.rig import Rig
from training.worlds.rigs.texels import Texels
from training.worlds.scenes.illumination import Illumination
from training.worlds.textured.attire import Attire

_SPARSE = 8  # every so many vertices say where the mesh is
_LINEAR = ((np.arange(256) / 255) ** 2.2).astype(np.float32)
_STEPS = 4096
_SHOWN = (255 * (np.arange(_STEPS) / (_STEPS - 1)) ** (1 / 2.2)).astype(np.uint8)


def photographed(
    rig: Rig,
    texels: Texels,
    attire: Attire,
    owner: np.ndarray,
    seen: np.ndarray,
    vertices: np.ndarray,
    normals: np.ndarray,
    light: Illumination,
) -> np.ndarray:
    """Pictures uint8 [T, side, side, 4], alpha 255 on the mesh and all 0 elsewhere.

    owner int32 [T, side, side] and seen f32 [T, V, 3] as `rasterized` has them, with nearness = 1 / depth times any
    constant; vertices, normals f32 [T, V, 3] in the world.
    """
    span = float(np.ptp(rig.vertices, axis=0).max())
    positions = ((rig.vertices - [0, rig.vertices[:, 1].min(), 0]) / span).astype(np.float32)
    to_map = lamp_axes(vertices[:, ::_SPARSE], light.sun)
    cast = np.einsum("ij,tvj->tvi", to_map[:, :3], vertices) + to_map[:, 3]
    _, depths = rasterized(cast, rig.triangles, SHADOW_SIDE)
    halfway = light.sun + np.array([0, 0, 1])
    sun = np.concatenate([light.sun, halfway / np.linalg.norm(halfway), light.sunlight]).astype(np.float32)
    out = np.zeros((*owner.shape, 4), np.uint8)
    _photograph(
        owner, seen, vertices, normals, rig.triangles, positions, rig.uv, texels.of_face, texels.table, texels.levels,
        texels.pixels, attire.record(texels.lightness), light.harmonics, sun, to_map.astype(np.float32), depths,
        _LINEAR, _SHOWN, out,
    )  # fmt: skip
    return out


@numba.njit(cache=True, inline="always")
def _shadow(depths, to_map, p, facing):
    """How much of the sun is hidden from a point, 0..1."""
    side = depths.shape[0]
    one = np.float32(1)
    sx = to_map[0, 0] * p[0] + to_map[0, 1] * p[1] + to_map[0, 2] * p[2] + to_map[0, 3]
    sy = to_map[1, 0] * p[0] + to_map[1, 1] * p[1] + to_map[1, 2] * p[2] + to_map[1, 3]
    sz = to_map[2, 0] * p[0] + to_map[2, 1] * p[1] + to_map[2, 2] * p[2] + to_map[2, 3]
    sz += np.float32(1.5) + np.float32(2.5) * (one - facing)
    cx, cy = int(sx), int(sy)
    dark = np.float32(0)
    if 0 < cx < side - 2 and 0 < cy < side - 2:
        fx, fy = sx - cx, sy - cy
        if depths[cy, cx] > sz:
            dark += (one - fx) * (one - fy)
        if depths[cy, cx + 1] > sz:
            dark += fx * (one - fy)
        if depths[cy + 1, cx] > sz:
            dark += (one - fx) * fy
        if depths[cy + 1, cx + 1] > sz:
            dark += fx * fy
    return dark


@numba.njit(cache=True, fastmath=True)
def _photograph(
    owner, seen, vertices, normals, triangles, positions, uv, of_face, table, levels, pixels, worn, harmonics, sun,
    to_map, depths, linear, shown, out,
):  # fmt: skip
    n_frames, side = owner.shape[0], owner.shape[1]
    n, p, texel, cloth = (
        np.empty(3, np.float32),
        np.empty(3, np.float32),
        np.empty(4, np.float32),
        np.empty(3, np.float32),
    )
    h = harmonics
    one, zero, half = np.float32(1), np.float32(0), np.float32(0.5)
    top = np.float32(len(shown) - 1)
    for t in range(n_frames):
        for y in range(side):
            for x in range(side):
                f = owner[t, y, x]
                if f < 0:
                    continue
                i, j, k = triangles[f, 0], triangles[f, 1], triangles[f, 2]
                a, b, c = seen[t, i], seen[t, j], seen[t, k]
                v = (b[0] - x) * (c[1] - y) - (b[1] - y) * (c[0] - x)
                w = (c[0] - x) * (a[1] - y) - (c[1] - y) * (a[0] - x)
                u = (a[0] - x) * (b[1] - y) - (a[1] - y) * (b[0] - x)
                area = abs(u + v + w)
                wi, wj, wk = v * a[2], w * b[2], u * c[2]
                total = wi + wj + wk
                wi, wj, wk = wi / total, wj / total, wk / total
                for d in range(3):
                    n[d] = wi * normals[t, i, d] + wj * normals[t, j, d] + wk * normals[t, k, d]
                    p[d] = wi * vertices[t, i, d] + wj * vertices[t, j, d] + wk * vertices[t, k, d]
                if n[2] < 0 and n[0] * n[0] + n[1] * n[1] < half * n[2] * n[2]:  # the inside of a sheet
                    n[0], n[1], n[2] = -n[0], -n[1], -n[2]
                length = one / np.sqrt(n[0] * n[0] + n[1] * n[1] + n[2] * n[2] + np.float32(1e-12))
                nx, ny, nz = n[0] * length, n[1] * length, n[2] * length

                # The picture, in the size whose points are about as large as the pixels.
                m = of_face[f]
                ratio = abs(
                    (uv[j, 0] - uv[i, 0]) * (uv[k, 1] - uv[i, 1]) - (uv[j, 1] - uv[i, 1]) * (uv[k, 0] - uv[i, 0])
                )
                ratio *= table[m, 0, 1] * table[m, 0, 2] / (area + np.float32(1e-9))
                level = 0
                while ratio > np.float32(2.5) and level < levels[m] - 1:
                    ratio *= np.float32(0.25)
                    level += 1
                start, wide, high = table[m, level, 0], table[m, level, 1], table[m, level, 2]
                tx = (wi * uv[i, 0] + wj * uv[j, 0] + wk * uv[k, 0]) * wide - half
                ty = (wi * uv[i, 1] + wj * uv[j, 1] + wk * uv[k, 1]) * high - half
                x0, y0 = int(np.floor(tx)), int(np.floor(ty))
                gx, gy = tx - x0, ty - y0
                texel[:] = 0
                for dy in range(2):
                    line = (y0 + dy) % high
                    for dx in range(2):
                        at = start + line * wide + (x0 + dx) % wide
                        share = (gx if dx else one - gx) * (gy if dy else one - gy)
                        share *= pixels[at, 3] + one  # what is transparent has no colour
                        texel[3] += share
                        for d in range(3):
                            texel[d] += share * linear[pixels[at, d]]
                for d in range(3):
                    texel[d] /= texel[3]

                dress = worn[m]
                second = zero
                if dress[7] > 0:
                    q0 = wi * positions[i, 0] + wj * positions[j, 0] + wk * positions[k, 0]
                    q1 = wi * positions[i, 1] + wj * positions[j, 1] + wk * positions[k, 1]
                    rise = q1 * dress[8] + dress[9]
                    over = q0 * dress[8] + dress[9]
                    rings, bars = rise - np.floor(rise) < half, over - np.floor(over) < half
                    if dress[7] == 1:
                        second = one if rings else zero
                    elif dress[7] == 2:
                        second = one if bars else zero
                    else:
                        second = half * ((one if rings else zero) + (one if bars else zero))
                grey = (
                    np.float32(0.21) * texel[0] + np.float32(0.72) * texel[1] + np.float32(0.07) * texel[2]
                ) * dress[10]
                grey = min(np.sqrt(grey), np.float32(1.35))  # seams of dark cloth would look engraved on pale
                for d in range(3):
                    dyed = (dress[d] + second * (dress[3 + d] - dress[d])) * grey
                    made = texel[d] * dress[d] if dress[6] == 0 else texel[d]
                    cloth[d] = min(made + dress[6] * (dyed - made), np.float32(0.92))

                facing = nx * sun[0] + ny * sun[1] + nz * sun[2]
                lit = max(facing, zero)
                if lit > 0:
                    lit *= one - _shadow(depths[t], to_map, p, lit)
                # Skin lets light through, so its terminator is soft; cloth's nearly so.
                lit += dress[12] * max(facing + np.float32(0.35), zero) * (one - lit) * np.float32(0.25)
                front = max(nz, zero)
                # Folds and limbs keep light from what is seen edge on.
                open_ = np.float32(0.78) + np.float32(0.22) * front
                shine = max(nx * sun[3] + ny * sun[4] + nz * sun[5], zero)
                shine *= shine
                shine *= shine
                shine *= shine
                shine *= shine * dress[11] * lit
                edge = one - front
                edge *= edge
                edge *= edge * dress[11]
                for d in range(3):
                    around = (
                        h[0, d] + h[1, d] * ny + h[2, d] * nz + h[3, d] * nx + h[4, d] * nx * ny + h[5, d] * ny * nz
                        + h[6, d] * (3 * nz * nz - one) + h[7, d] * nx * nz + h[8, d] * (nx * nx - ny * ny)
                    )  # fmt: skip
                    around = max(around, zero) * open_
                    value = cloth[d] * (around + lit * sun[6 + d]) + shine * sun[6 + d] + edge * around * half
                    value = value * (one + value / np.float32(9)) / (one + value) * np.float32(1.35)
                    out[t, y, x, d] = shown[int(min(max(value, zero), one) * top)]
                out[t, y, x, 3] = 255
