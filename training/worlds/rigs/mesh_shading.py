"""Colours the pixels of a rasterized mesh: its coats, key, sky and ground light, rim, shine, and its own shadow.

Compiled by Numba. All that `_shade` calls stands in this file: Numba's cache of compiled code notices changes of the
function's own file only.
"""

from __future__ import annotations

import numba
import numpy as np

from training.worlds.capsules.shading import Light
from training.worlds.rigs.coats import Covering, records
from training.worlds.rigs.rasterizer import rasterized
from training.worlds.rigs.rig import Rig

SHADOW_SIDE = 176
"""Of the picture taken from the lamp, in pixels."""
_GRID = np.random.default_rng(11).uniform(-1, 1, (32, 32, 32)).astype(np.float32)
"""Random numbers that `_noise` runs through; the same in every clip, which differ in where they look."""


def shaded(
    rig: Rig,
    owner: np.ndarray,
    seen: np.ndarray,
    vertices: np.ndarray,
    normals: np.ndarray,
    covering: Covering,
    lamp: Light,
) -> np.ndarray:
    """Pictures uint8 [T, side, side, 4], alpha 255 on the mesh and all 0 elsewhere.

    owner int32 [T, side, side] and seen f32 [T, V, 3] as `rasterized` has them, with nearness = 1 / depth times any
    constant; vertices, normals f32 [T, V, 3] in the world.
    """
    span = float(np.ptp(rig.vertices, axis=0).max())
    positions = ((rig.vertices - [0, rig.vertices[:, 1].min(), 0]) / span).astype(np.float32)
    to_map = lamp_axes(vertices, lamp.direction)
    cast = np.einsum("ij,tvj->tvi", to_map[:, :3], vertices) + to_map[:, 3]
    _, depths = rasterized(cast, rig.triangles, SHADOW_SIDE)
    halfway = lamp.direction + np.array([0, 0, 1])
    light = np.concatenate([
        lamp.direction, halfway / np.linalg.norm(halfway), lamp.key, lamp.sky, lamp.ground, [lamp.rim],
    ]).astype(np.float32)  # fmt: skip
    out = np.zeros((*owner.shape, 4), np.uint8)
    _shade(
        owner, seen, vertices, normals, rig.triangles, rig.materials, positions, rig.smooth_normals[:, 1], rig.colours,
        rig.uv, rig.textures, records(covering.coats), _GRID, covering.where.astype(np.float32),
        np.float32(covering.flatness), light, to_map.astype(np.float32), depths, out,
    )  # fmt: skip
    return out


def lamp_axes(vertices: np.ndarray, direction: np.ndarray) -> np.ndarray:
    """The map [3, 4] from the world to pixels of a picture taken from the lamp, and nearness to it, in pixels too."""
    z = direction / np.linalg.norm(direction)
    x = np.cross([0.0, 1.0, 0.0], z)
    x /= np.linalg.norm(x) + 1e-9
    axes = np.stack([x, np.cross(z, x), z])
    low, high = np.nanmin(vertices, axis=(0, 1)), np.nanmax(vertices, axis=(0, 1))
    reach = np.linalg.norm(high - low) / 2 + 1e-9
    scale = (SHADOW_SIDE / 2 - 2) / reach
    middle = np.array([SHADOW_SIDE / 2, SHADOW_SIDE / 2, 0]) - scale * axes @ ((low + high) / 2)
    return np.concatenate([scale * axes, middle[:, None]], axis=1).astype(np.float32)


@numba.njit(cache=True, inline="always")
def _noise(grid, x, y, z):
    """Smooth noise in -1..1, one bump per unit, repeating after 32."""
    fx, fy, fz = np.floor(x), np.floor(y), np.floor(z)
    i0, j0, k0 = int(fx) & 31, int(fy) & 31, int(fz) & 31
    u, v, w = x - fx, y - fy, z - fz
    u, v, w = u * u * (3 - 2 * u), v * v * (3 - 2 * v), w * w * (3 - 2 * w)
    i1, j1, k1 = (i0 + 1) & 31, (j0 + 1) & 31, (k0 + 1) & 31
    a = grid[i0, j0, k0] + u * (grid[i1, j0, k0] - grid[i0, j0, k0])
    b = grid[i0, j1, k0] + u * (grid[i1, j1, k0] - grid[i0, j1, k0])
    c = grid[i0, j0, k1] + u * (grid[i1, j0, k1] - grid[i0, j0, k1])
    d = grid[i0, j1, k1] + u * (grid[i1, j1, k1] - grid[i0, j1, k1])
    e = a + v * (b - a)
    return e + w * (c + v * (d - c) - e)


@numba.njit(cache=True, inline="always")
def _smooth(low, high, x):
    """0 below `low`, 1 above `high`, and a smooth step between."""
    s = min(max((x - low) / (high - low), np.float32(0)), np.float32(1))
    return s * s * (3 - 2 * s)


@numba.njit(cache=True)
def _tint(coat, grid, where, x, y, z, up, out):
    """Into out [3]: the colour at a point whose normal points `up` (-1..1) in bind space.

    coat: one of `records`; where f32 [3]: the clip's own position in the noise.
    """
    px, py, pz = x + where[0], y + where[1], z + where[2]
    slow = _noise(grid, px * 5, py * 5, pz * 5)
    fine = _noise(grid, px * 47, py * 23, pz * 47) if coat.fur > 0 else np.float32(0)
    mix = np.float32(0)
    if coat.threshold < 8:
        value, turn = np.float32(0), np.float32(2 * np.pi)
        if coat.checked > 0:
            value = coat.wave
            for k, position in enumerate((x, y, z)):
                if coat.stripes[k] != 0:
                    value *= np.sin(turn * coat.stripes[k] * position + coat.phase)
        elif coat.wave != 0:
            along = coat.stripes[0] * x + coat.stripes[1] * y + coat.stripes[2] * z + coat.bend * slow
            value = coat.wave * np.sin(turn * along + coat.phase)
        if coat.blotch != 0:  # turned and bent, or the noise's own grid would show
            bx, by, bz = coat.blobs * px, coat.blobs * py, coat.blobs * pz
            tx, ty, tz = 0.36 * bx + 0.48 * by - 0.8 * bz, -0.8 * bx + 0.6 * by, 0.48 * bx + 0.64 * by + 0.6 * bz
            bend = np.float32(0.45) * _noise(grid, 1.3 * bx + 5, 1.3 * by, 1.3 * bz)
            lumps = _noise(grid, tx + bend, ty - bend, tz + bend)
            value += coat.blotch * (lumps + np.float32(0.4) * _noise(grid, 2.3 * by + 3, 2.3 * bz, 2.3 * bx))
        mix = _smooth(coat.threshold - coat.edge, coat.threshold + coat.edge, value + 0.1 * fine)
    below = coat.under * _smooth(np.float32(-0.15), np.float32(0.75), 0.25 * slow - up)
    low = _smooth(np.float32(-0.06), np.float32(0.06), coat.points_below - y + 0.04 * slow)
    shade = 1 + coat.mottle * slow + coat.fur * fine
    for k in range(3):
        tone = coat.colour[k] + mix * (coat.second[k] - coat.colour[k])
        tone += below * (coat.belly[k] - tone)
        tone += low * (coat.points[k] - tone)
        out[k] = tone * shade


@numba.njit(cache=True, fastmath=True)
def _shade(
    owner, seen, vertices, normals, triangles, materials, positions, ups, tints, uv, textures, coats, grid, where,
    flatness, light, to_map, depths, out,
):  # fmt: skip
    n_frames, side, map_side = owner.shape[0], owner.shape[1], depths.shape[1]
    colour, n, p, q = np.empty(3, np.float32), np.empty(3, np.float32), np.empty(3, np.float32), np.empty(3, np.float32)
    one, zero = np.float32(1), np.float32(0)
    for t in range(n_frames):
        for y in range(side):
            for x in range(side):
                f = owner[t, y, x]
                if f < 0:
                    continue
                i, j, k = triangles[f, 0], triangles[f, 1], triangles[f, 2]
                a, b, c = seen[t, i], seen[t, j], seen[t, k]
                # Weights of the corners, in the picture and then in space.
                v = (b[0] - x) * (c[1] - y) - (b[1] - y) * (c[0] - x)
                w = (c[0] - x) * (a[1] - y) - (c[1] - y) * (a[0] - x)
                u = (a[0] - x) * (b[1] - y) - (a[1] - y) * (b[0] - x)
                wi, wj, wk = v * a[2], w * b[2], u * c[2]
                total = wi + wj + wk
                wi, wj, wk = wi / total, wj / total, wk / total
                for d in range(3):
                    n[d] = wi * normals[t, i, d] + wj * normals[t, j, d] + wk * normals[t, k, d]
                    p[d] = wi * vertices[t, i, d] + wj * vertices[t, j, d] + wk * vertices[t, k, d]
                    q[d] = wi * positions[i, d] + wj * positions[j, d] + wk * positions[k, d]
                coat = coats[materials[f]]
                _tint(coat, grid, where, q[0], q[1], q[2], wi * ups[i] + wj * ups[j] + wk * ups[k], colour)
                if flatness > 0:
                    e0, e1, e2 = (vertices[t, j, 0] - vertices[t, i, 0], vertices[t, j, 1] - vertices[t, i, 1],
                                  vertices[t, j, 2] - vertices[t, i, 2])  # fmt: skip
                    g0, g1, g2 = (vertices[t, k, 0] - vertices[t, i, 0], vertices[t, k, 1] - vertices[t, i, 1],
                                  vertices[t, k, 2] - vertices[t, i, 2])  # fmt: skip
                    m0, m1, m2 = e1 * g2 - e2 * g1, e2 * g0 - e0 * g2, e0 * g1 - e1 * g0
                    share = flatness / np.sqrt(m0 * m0 + m1 * m1 + m2 * m2 + np.float32(1e-20))
                    if m0 * n[0] + m1 * n[1] + m2 * n[2] < 0:
                        share = -share
                    n[0] += share * m0 - flatness * n[0]
                    n[1] += share * m1 - flatness * n[1]
                    n[2] += share * m2 - flatness * n[2]
                if coat.fur > 0:  # tufts catch the light
                    ruffle = np.float32(1.6) * coat.fur
                    n[0] += ruffle * _noise(grid, 31 * q[0] + 7, 17 * q[1], 31 * q[2])
                    n[1] += ruffle * _noise(grid, 31 * q[0], 17 * q[1] + 9, 31 * q[2])
                if n[2] < 0 and n[0] * n[0] + n[1] * n[1] < np.float32(0.5) * n[2] * n[2]:  # the inside of a sheet
                    n[0], n[1], n[2] = -n[0], -n[1], -n[2]
                length = one / np.sqrt(n[0] * n[0] + n[1] * n[1] + n[2] * n[2] + np.float32(1e-12))
                nx, ny, nz = n[0] * length, n[1] * length, max(n[2] * length, zero)

                facing = nx * light[0] + ny * light[1] + nz * light[2]
                lit = max(facing + np.float32(0.2), zero) / np.float32(1.2)
                if facing > -0.2:
                    sx = to_map[0, 0] * p[0] + to_map[0, 1] * p[1] + to_map[0, 2] * p[2] + to_map[0, 3]
                    sy = to_map[1, 0] * p[0] + to_map[1, 1] * p[1] + to_map[1, 2] * p[2] + to_map[1, 3]
                    sz = to_map[2, 0] * p[0] + to_map[2, 1] * p[1] + to_map[2, 2] * p[2] + to_map[2, 3]
                    sz += np.float32(1.5) + np.float32(2.5) * (one - max(facing, zero))
                    cx, cy = int(sx), int(sy)
                    if 0 < cx < map_side - 2 and 0 < cy < map_side - 2:
                        fx, fy = sx - cx, sy - cy
                        dark = zero
                        if depths[t, cy, cx] > sz:
                            dark += (one - fx) * (one - fy)
                        if depths[t, cy, cx + 1] > sz:
                            dark += fx * (one - fy)
                        if depths[t, cy + 1, cx] > sz:
                            dark += (one - fx) * fy
                        if depths[t, cy + 1, cx + 1] > sz:
                            dark += fx * fy
                        lit *= one - np.float32(0.85) * dark
                up = np.float32(0.5) + np.float32(0.5) * ny
                edge = one - nz
                rim = edge * edge * edge * max(up, zero) * light[15]
                shine = max(nx * light[3] + ny * light[4] + nz * light[5], zero)
                shine *= shine
                shine *= shine
                shine *= shine
                shine = shine * shine * coat.gloss + rim * (np.float32(0.25) + lit)
                tx = wi * uv[i, 0] + wj * uv[j, 0] + wk * uv[k, 0]
                ty = wi * uv[i, 1] + wj * uv[j, 1] + wk * uv[k, 1]
                column = min(int((tx - np.floor(tx)) * textures.shape[2]), textures.shape[2] - 1)
                line = min(int((ty - np.floor(ty)) * textures.shape[1]), textures.shape[1] - 1)
                print_ = textures[materials[f], line, column]
                dim = np.float32(0.8) + np.float32(0.2) * nz
                for d in range(3):
                    tone = wi * tints[i, d] + wj * tints[j, d] + wk * tints[k, d]
                    if print_[d] < 255:
                        tone *= print_[d] / np.float32(255)
                    power = (lit * light[6 + d] + up * light[9 + d] + (one - up) * light[12 + d]) * dim
                    value = (colour[d] * tone * power + shine * light[6 + d]) * np.float32(255)
                    out[t, y, x, d] = np.uint8(min(max(value, zero), np.float32(255)))
                out[t, y, x, 3] = 255
