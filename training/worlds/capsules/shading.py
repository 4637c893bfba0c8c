"""Colours a drawn surface: cloth patterns, a painted face, a key light, the sky's and the ground's light, a rim.

Knows solids only as numbered surfaces with materials and pattern frames.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from training.worlds.capsules.raytracer import Surface
from training.worlds.capsules.wardrobe import Material

_TRUNK_WIDE, _TRUNK_DEEP = np.float32(0.095**-2), np.float32(0.066**-2)
_EVENNESS = np.float32(0.6)


@dataclass(frozen=True)
class Light:
    """direction [3]: towards the key light, x right, y up, z towards the viewer. Colours [3], around 1."""

    direction: np.ndarray
    key: np.ndarray
    sky: np.ndarray
    ground: np.ndarray
    rim: float


@dataclass(frozen=True)
class Finish:
    """A part's material, its paint ("", "trunk" or "face") and the frame patterns are drawn in.

    origin f32 [T, 3] in pixels; frame f32 [T, 3, 3]: rows left, up, forward as unit vectors of the picture's axes.
    """

    material: Material
    paint: str
    origin: np.ndarray
    frame: np.ndarray


def light(rng: np.random.Generator) -> Light:
    """From above on either side, mostly in front; warm or cool, with a fill of the other temperature."""
    turn, rise = rng.uniform(-1.25, 1.25), rng.uniform(0.35, 1.1)
    direction = np.array([np.sin(turn) * np.cos(rise), np.sin(rise), np.cos(turn) * np.cos(rise)])
    warmth = rng.uniform(-0.08, 0.12)
    strength = rng.uniform(0.5, 0.85)
    return Light(
        direction=direction,
        key=strength * np.array([1 + warmth, 1.0, 1 - warmth]),
        sky=(1.12 - 0.72 * strength) * np.array([1 - 0.6 * warmth, 1.0, 1 + 0.8 * warmth]),
        ground=(0.62 - 0.42 * strength) * rng.uniform(0.85, 1.1, 3),
        rim=float(rng.uniform(0.05, 0.3)),
    )


def shade(surface: Surface, finishes: list[Finish], lamp: Light, side: int, scale: float) -> np.ndarray:
    """The colour of every surface pixel, uint8 [N, 3]. scale: pixels per body height."""
    part = surface.solid.astype(np.int64) - 1
    materials = [finish.material for finish in finishes]
    colours = np.stack([m.colour for m in materials]).astype(np.float32)
    gloss = np.array([m.gloss for m in materials], np.float32)
    albedo = np.ascontiguousarray(colours[part].T)
    nx, ny, nz = surface.normal[0].copy(), -surface.normal[1], surface.normal[2].copy()

    for chosen, paint in _groups(finishes):
        at = np.flatnonzero(chosen[part])
        if len(at):
            coordinates = _coordinates(surface, finishes, part[at], at, side, scale)
            if paint == "face":
                _face(albedo, at, coordinates)
            else:
                _cloth(albedo, at, coordinates, materials[int(np.flatnonzero(chosen)[0])])
                folds = materials[int(np.flatnonzero(chosen)[0])].wrinkles
                if folds:
                    u, v, w = coordinates
                    ny[at] += np.sin(v * 58 + np.sin(u * 37 + w * 45) * 2.5) * np.float32(folds)
    trunk = np.array([finish.paint == "trunk" for finish in finishes])
    at = np.flatnonzero(trunk[part])
    if len(at):
        _smooth(nx, ny, nz, at, _coordinates(surface, finishes, part[at], at, side, scale, axes=True))
    shorten = 1 / np.sqrt(nx * nx + ny * ny + nz * nz + 1e-6)
    nx, ny, nz = nx * shorten, ny * shorten, nz * shorten

    lx, ly, lz = lamp.direction.astype(np.float32)
    facing = nx * lx + ny * ly + nz * lz
    lit = np.maximum(facing + 0.25, 0) / 1.25
    up = 0.5 + 0.5 * ny
    edge = 1 - nz
    rim = edge * edge * edge * np.maximum(up, 0) * np.float32(lamp.rim)
    halfway = lamp.direction + np.array([0, 0, 1])
    hx, hy, hz = halfway / np.linalg.norm(halfway)
    shine = np.maximum(nx * np.float32(hx) + ny * np.float32(hy) + nz * np.float32(hz), 0)
    shine *= shine
    shine *= shine
    shine *= shine
    shine = shine * shine * gloss[part] + rim
    dim = 0.72 + 0.28 * nz  # limbs stay readable in front of the trunk
    out = np.empty((len(part), 3), np.uint8)
    for c in range(3):
        power = (
            lit * np.float32(lamp.key[c]) + up * np.float32(lamp.sky[c]) + (1 - up) * np.float32(lamp.ground[c])
        ) * dim
        out[:, c] = np.clip((albedo[c] * power + shine * np.float32(lamp.key[c])) * 255, 0, 255)
    return out


def _groups(finishes: list[Finish]):
    """Which parts are painted alike: (bool [P], paint), one per patterned or wrinkled material, one for faces."""
    seen = []
    for number, finish in enumerate(finishes):
        material = finish.material
        if finish.paint == "face":
            key = "face"
        elif material.pattern != "plain" or material.wrinkles:
            key = id(material)
        else:
            continue
        for known, members, _ in seen:
            if known == key:
                members[number] = True
                break
        else:
            members = np.zeros(len(finishes), bool)
            members[number] = True
            seen.append((key, members, "face" if key == "face" else ""))
    return [(members, paint) for _, members, paint in seen]


def _coordinates(surface: Surface, finishes: list[Finish], part, at, side: int, scale: float, axes: bool = False):
    """Where pixels lie in their parts' frames, in body heights: left, up, forward, each f32 [n].

    With `axes`, the frames' nine coordinates follow.
    """
    used = np.unique(part)
    slot = np.zeros(len(finishes), np.int64)
    slot[used] = np.arange(len(used))
    table = np.concatenate(
        [
            np.stack([finishes[p].origin for p in used])[..., None, :],
            np.stack([finishes[p].frame for p in used]),
        ],
        axis=2,
    )
    n_frames = table.shape[1]
    table = table.reshape(-1, 12).T.astype(np.float32)
    pixel = surface.pixel[at]
    frame, rest = np.divmod(pixel, side * side)
    y, x = np.divmod(rest, side)
    rows = table.take(slot[part] * n_frames + frame, axis=1)
    dx, dy, dz = x - rows[0], y - rows[1], surface.z[at] - rows[2]
    shrink = np.float32(1 / scale)
    coordinates = [
        ((dx * rows[k] + dy * rows[k + 1] + dz * rows[k + 2]) * shrink).astype(np.float32) for k in (3, 6, 9)
    ]
    return [*coordinates, *rows[3:]] if axes else coordinates


def _smooth(nx: np.ndarray, ny: np.ndarray, nz: np.ndarray, at: np.ndarray, coordinates: list[np.ndarray]) -> None:
    """Bends the normals of the trunk's solids towards those of one oval trunk, so that no seams are seen."""
    u, _, w, lx, ly, lz, _, _, _, fx, fy, fz = coordinates
    a, b = u * _TRUNK_WIDE, w * _TRUNK_DEEP
    even = _EVENNESS / np.sqrt(a * a + b * b + 1e-6)
    a, b = a * even, b * even
    nx[at] = (1 - _EVENNESS) * nx[at] + a * lx + b * fx
    ny[at] = (1 - _EVENNESS) * ny[at] - a * ly - b * fy
    nz[at] = (1 - _EVENNESS) * nz[at] + a * lz + b * fz


def _cloth(albedo: np.ndarray, at: np.ndarray, coordinates, material: Material) -> None:
    u, v, _ = coordinates
    p, phase = np.float32(material.period), np.float32(material.phase)
    if material.pattern == "rings":
        second = np.mod(v / p + phase, 1) < 0.45
    elif material.pattern == "stripes":
        second = np.mod(u / p + 0.225, 1) < 0.45
    elif material.pattern == "checks":
        second = (np.mod(u / p + 0.25, 1) < 0.5) ^ (np.mod(v / p + phase, 1) < 0.5)
    elif material.pattern == "panels":
        second = np.abs(u) > 0.055
    elif material.pattern == "yoke":
        second = v > 0.02
    else:
        return
    assert material.second is not None  # every pattern has a second colour
    where = at[second]
    for c in range(3):
        albedo[c, where] = np.float32(material.second[c])


def _face(albedo: np.ndarray, at: np.ndarray, coordinates) -> None:
    u, v, w = coordinates
    front = w > 0.02
    beside = np.abs(u) - 0.021
    eyes = front & ((beside / 0.0105) ** 2 + ((v - 0.004) / 0.008) ** 2 < 1)
    brows = front & (np.abs(beside) < 0.014) & (np.abs(v - 0.021) < 0.004)
    mouth = front & (np.abs(u) < 0.018) & (np.abs(v + 0.043) < 0.0055)
    for mask, tint in ((eyes, (0.18, 0.17, 0.2)), (brows, (0.45, 0.4, 0.38)), (mouth, (0.72, 0.42, 0.42))):
        where = at[mask]
        for c in range(3):
            albedo[c, where] *= np.float32(tint[c])
