"""What a mesh's surfaces are made of: colours and procedural patterns, laid out in bind space so that they move with
the skin. Knows neither meshes nor light.

Places are in figure lengths (the longest extent of the mesh is 1): x to the character's left, y up from the ground,
z ahead.
"""

from __future__ import annotations

from dataclasses import dataclass, fields

import numba
import numpy as np

GRID = np.random.default_rng(11).uniform(-1, 1, (32, 32, 32)).astype(np.float32)
"""Random numbers that `noise` runs through; the same in every clip, which differ in where they look."""


@dataclass(frozen=True)
class Coat:
    """One material. Colours are sRGB [3] in 0..1.

    The second colour shows where `wave * sin(2 pi (stripes . place + bend * slow noise) + phase) + blotch * noise(blobs
    * place)` exceeds `threshold`, with an edge `edge` wide; with `checked`, the stripes along x, y and z are multiplied
    instead. belly: what the underside fades to, as far as `under`; points: what the lowest parts fade to, below the
    height `points_below`. fur: amount of fine tufts; mottle: of slow variation; gloss: of shine.
    """

    colour: np.ndarray
    second: np.ndarray | None = None
    stripes: tuple[float, float, float] = (0.0, 0.0, 0.0)
    wave: float = 0.0
    bend: float = 0.0
    phase: float = 0.0
    blobs: float = 0.0
    blotch: float = 0.0
    threshold: float = 9.0
    edge: float = 0.1
    checked: float = 0.0
    belly: np.ndarray | None = None
    under: float = 0.0
    points: np.ndarray | None = None
    points_below: float = -9.0
    fur: float = 0.0
    mottle: float = 0.0
    gloss: float = 0.0


_COLOURS = ("colour", "second", "belly", "points")
_RECORD = np.dtype(
    [(f.name, np.float32, 3) if f.name in (*_COLOURS, "stripes") else (f.name, np.float32) for f in fields(Coat)]
)


def records(coats: list[Coat]) -> np.ndarray:
    """Coats as a structured array [M] with a field of f32 for each of theirs, for compiled code."""
    table = np.zeros(len(coats), _RECORD)
    for row, coat in zip(table, coats, strict=True):
        for name in _RECORD.names:
            value = getattr(coat, name)
            row[name] = coat.colour if value is None else value
    return table


@numba.njit(cache=True, inline="always")
def noise(grid, x, y, z):
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
def smooth(low, high, x):
    """0 below `low`, 1 above `high`, and a smooth step between."""
    s = min(max((x - low) / (high - low), np.float32(0)), np.float32(1))
    return s * s * (3 - 2 * s)


@numba.njit(cache=True)
def tint(coat, grid, where, x, y, z, up, out):
    """Into out [3]: the colour at a place whose normal points `up` (-1..1) in bind space.

    coat: one of `records`; where f32 [3]: the clip's own place in the noise.
    """
    px, py, pz = x + where[0], y + where[1], z + where[2]
    slow = noise(grid, px * 5, py * 5, pz * 5)
    fine = noise(grid, px * 47, py * 23, pz * 47) if coat.fur > 0 else np.float32(0)
    mix = np.float32(0)
    if coat.threshold < 8:
        value, turn = np.float32(0), np.float32(2 * np.pi)
        if coat.checked > 0:
            value = coat.wave
            for k, place in enumerate((x, y, z)):
                if coat.stripes[k] != 0:
                    value *= np.sin(turn * coat.stripes[k] * place + coat.phase)
        elif coat.wave != 0:
            along = coat.stripes[0] * x + coat.stripes[1] * y + coat.stripes[2] * z + coat.bend * slow
            value = coat.wave * np.sin(turn * along + coat.phase)
        if coat.blotch != 0:
            value += coat.blotch * noise(grid, px * coat.blobs, py * coat.blobs, pz * coat.blobs)
        mix = smooth(coat.threshold - coat.edge, coat.threshold + coat.edge, value + 0.1 * fine)
    below = coat.under * smooth(np.float32(-0.15), np.float32(0.75), 0.25 * slow - up)
    low = smooth(np.float32(-0.06), np.float32(0.06), coat.points_below - y + 0.04 * slow)
    shade = 1 + coat.mottle * slow + coat.fur * fine
    for k in range(3):
        tone = coat.colour[k] + mix * (coat.second[k] - coat.colour[k])
        tone += below * (coat.belly[k] - tone)
        tone += low * (coat.points[k] - tone)
        out[k] = tone * shade
