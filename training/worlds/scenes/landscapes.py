"""Open country, woods and barns that look photographed: noise at every scale, haze with distance, depth of field.

Each paints a picture [P, P, 3] in 0..1, once per clip, with the ground meeting the camera's perspective, as
`backgrounds` does. It knows no figure; lengths are figure lengths.
"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from training.worlds.scenes.backgrounds import MARGIN, Ground, hue
from training.worlds.scenes.camera import Camera

_SIDE = 240
_TILE = 256


@dataclass(frozen=True)
class Country:
    """A kind of country. Hues in turns: (low, high), saturation and value ranges, for the ground's main and second
    colour; `hills`: how many ridges, and how high; `trees`: chance of a row of them; `crown`: their shape."""

    ground: tuple
    second: tuple
    blades: float
    hills: tuple[int, int, float]
    trees: float
    crown: str
    leaves: tuple
    overcast: float = 0.5


COUNTRIES = {
    "meadow": Country(
        ((0.2, 0.3), (0.35, 0.65), (0.32, 0.55)), ((0.13, 0.22), (0.3, 0.6), (0.4, 0.65)),
        0.5, (1, 3, 0.05), 0.8, "round", ((0.22, 0.34), (0.3, 0.6), (0.18, 0.42)),
    ),
    "autumn": Country(
        ((0.1, 0.2), (0.35, 0.6), (0.35, 0.6)), ((0.05, 0.1), (0.4, 0.65), (0.35, 0.6)),
        0.4, (1, 3, 0.07), 0.9, "round", ((0.03, 0.13), (0.45, 0.75), (0.3, 0.6)),
    ),
    "savannah": Country(
        ((0.1, 0.14), (0.35, 0.55), (0.55, 0.78)), ((0.07, 0.12), (0.35, 0.6), (0.4, 0.6)),
        0.55, (0, 2, 0.03), 0.75, "flat", ((0.16, 0.26), (0.3, 0.5), (0.22, 0.4)), 0.3,
    ),
    "snow": Country(
        ((0.55, 0.62), (0.02, 0.1), (0.78, 0.95)), ((0.56, 0.63), (0.08, 0.2), (0.65, 0.82)),
        0.05, (1, 3, 0.1), 0.8, "pointed", ((0.3, 0.5), (0.12, 0.3), (0.15, 0.3)), 0.8,
    ),
    "desert": Country(
        ((0.06, 0.1), (0.35, 0.6), (0.6, 0.85)), ((0.04, 0.08), (0.35, 0.6), (0.45, 0.65)),
        0.06, (1, 4, 0.09), 0.25, "flat", ((0.14, 0.25), (0.2, 0.4), (0.25, 0.4)), 0.15,
    ),
    "moor": Country(
        ((0.12, 0.24), (0.25, 0.5), (0.26, 0.45)), ((0.88, 0.98), (0.12, 0.3), (0.3, 0.45)),
        0.45, (2, 4, 0.12), 0.3, "pointed", ((0.25, 0.4), (0.2, 0.45), (0.14, 0.3)), 0.8,
    ),
    "shore": Country(
        ((0.09, 0.12), (0.15, 0.35), (0.65, 0.85)), ((0.08, 0.12), (0.2, 0.4), (0.5, 0.65)),
        0.03, (0, 2, 0.05), 0.15, "round", ((0.2, 0.32), (0.3, 0.5), (0.2, 0.4)), 0.4,
    ),
}  # fmt: skip


def landscape(rng: np.random.Generator, camera: Camera, kind: str) -> np.ndarray:
    """A painted scene, f32 [P, P, 3] in 0..1, of one of KINDS."""
    line = (np.arange(_SIDE, dtype=np.float32) + 0.5) / _SIDE * (1 + 2 * MARGIN) - MARGIN
    u, v = np.meshgrid(line, line)
    ground = Ground(u, v, v - camera.centre[1], camera)
    if kind == "wood":
        picture, far = _wood(rng, ground)
    elif kind == "barn":
        picture, far = _barn(rng, ground)
    else:
        picture, far = _open(rng, ground, COUNTRIES[kind])
    picture = _focused(picture, far, rng.uniform(0.3, 0.8), rng.uniform(0.8, 4.0))
    grade = rng.uniform(0.85, 1.2) * (1 + rng.uniform(-0.05, 0.05, 3))
    picture = np.clip(picture * grade.astype(np.float32), 0, 1)
    grey = picture.mean(axis=2, keepdims=True)
    picture = grey + (picture - grey) * np.float32(rng.uniform(0.7, 1.1))
    return np.clip(picture, 0.02, 0.98).astype(np.float32)


KINDS = (*COUNTRIES, "wood", "barn")


def _tone(rng: np.random.Generator, ranges: tuple) -> np.ndarray:
    hues, saturation, value = ranges
    return hue(rng, *hues, saturation, value)


def _cloud(rng: np.random.Generator, slope: float = 1.2, wide: float = 1.0) -> np.ndarray:
    """Noise as natural pictures have it, f32 [P, P] of mean 0 and deviation 1: amplitude falls as frequency^-slope.
    wide > 1 stretches it sideways."""
    spectrum = np.fft.rfft2(rng.standard_normal((_TILE, _TILE), np.float32))
    fy, fx = np.fft.fftfreq(_TILE)[:, None], np.fft.rfftfreq(_TILE)[None]
    falloff = (np.hypot(fx * wide, fy) + 1 / _TILE) ** -slope
    falloff[0, 0] = 0
    picture = np.fft.irfft2(spectrum * falloff, (_TILE, _TILE)).astype(np.float32)[:_SIDE, :_SIDE]
    return (picture - picture.mean()) / (picture.std() + 1e-6)


def _bumps(rng: np.random.Generator) -> np.ndarray:
    """A tile f32 [P, P] of bumps eight pixels wide that joins at its edges, for the ground's texture."""
    tile = cv2.GaussianBlur(np.tile(rng.standard_normal((_TILE, _TILE), np.float32), (2, 2)), (0, 0), 2.6)
    tile = tile[_TILE // 2 : -_TILE // 2, _TILE // 2 : -_TILE // 2]
    return tile / tile.std()


def _step(low: float, high: float, x: np.ndarray) -> np.ndarray:
    s = np.clip((x - low) / (high - low), 0, 1)
    return s * s * (3 - 2 * s)


def _mixed(a: np.ndarray, b: np.ndarray, share: np.ndarray) -> np.ndarray:
    return a + (b - a) * share[..., None]


def _sky(rng, ground: Ground, overcast: float) -> tuple[np.ndarray, np.ndarray]:
    """(the sky [P, P, 3], the colour of haze [3])."""
    mood = rng.random()
    if mood < overcast:  # white or grey
        top, low = hue(rng, 0.55, 0.62, (0.02, 0.15), (0.6, 0.85)), hue(rng, 0.1, 0.6, (0.01, 0.07), (0.8, 0.97))
    elif mood < 0.88:
        top, low = hue(rng, 0.55, 0.61, (0.3, 0.6), (0.6, 0.9)), hue(rng, 0.5, 0.6, (0.05, 0.2), (0.85, 0.97))
    else:  # evening
        top, low = hue(rng, 0.55, 0.68, (0.15, 0.4), (0.5, 0.8)), hue(rng, 0.04, 0.12, (0.2, 0.45), (0.85, 0.98))
    height = np.clip(-ground.below / rng.uniform(0.35, 0.9), 0, 1)
    sky = _mixed(low, top, height**0.7)
    # Clouds flatten towards the horizon.
    cover = _cloud(rng, rng.uniform(1.3, 1.7), rng.uniform(1.5, 3))
    share = _step(rng.uniform(-0.3, 0.9), rng.uniform(1.2, 2.4), cover) * rng.uniform(0.4, 0.95)
    lit = _mixed(
        np.array([0.72, 0.74, 0.78], np.float32), np.array([0.99, 0.98, 0.96], np.float32), _step(-0.5, 1.5, cover)
    )
    sky = _mixed(sky, np.ones(1, np.float32), np.zeros_like(share)) * (1 - share[..., None]) + lit * share[..., None]
    return sky.astype(np.float32), (0.7 * low + 0.3 * np.array([0.8, 0.83, 0.88], np.float32)).astype(np.float32)


def _profile(rng, roughness: float) -> np.ndarray:
    """A ridge's height along the picture, f32 [P], mostly 0..1."""
    spectrum = np.fft.rfft(rng.standard_normal(_TILE * 2))
    f = np.fft.rfftfreq(_TILE * 2)
    spectrum *= (f + 1 / _TILE) ** -roughness * (f > 0)
    line = np.fft.irfft(spectrum)[:_SIDE]
    return ((line - line.min()) / (np.ptp(line) + 1e-6)).astype(np.float32)


def _open(rng, ground: Ground, kind: Country) -> tuple[np.ndarray, np.ndarray]:
    picture, haze = _sky(rng, ground, kind.overcast)
    leaves = _tone(rng, kind.leaves)
    ridges = int(rng.integers(kind.hills[0], kind.hills[1] + 1))
    distance = ground.camera.focal * ground.camera.height / np.maximum(ground.below, 0.006)
    above = -ground.below
    for k in range(ridges):
        near = (k + 1) / (ridges + 0.6)
        crest = kind.hills[2] * rng.uniform(0.5, 1.6) * (1.25 - 0.7 * near) * (0.25 + 0.75 * _profile(rng, 1.35))
        hill = _mixed(leaves * rng.uniform(0.8, 1.3), haze, np.full_like(above, 0.86 - 0.62 * near))
        hill = hill * (1 + (0.04 + 0.1 * near) * _cloud(rng, 0.9, 2.0))[..., None]
        edge = crest + 0.004 * near * _cloud(rng, 0.6)[:1]
        picture = _mixed(picture, hill, _step(-0.004, 0.004, edge - above))
    picture = _mixed(picture, _soil(rng, ground, kind, haze, distance), _step(-0.003, 0.003, ground.below))
    if rng.random() < kind.trees:
        for _ in range(int(rng.integers(1, 3))):
            picture = _trees(rng, picture, ground, kind.crown, leaves * rng.uniform(0.75, 1.15, 3), haze)
    if rng.random() < 0.25:
        picture = _rails(rng, picture, ground)
    return picture, np.where(ground.below > 0, distance, 60.0)


def _soil(rng, ground: Ground, kind: Country, haze, distance) -> np.ndarray:
    """The ground: two colours mingled at every scale that a pixel can show, tufts close by, haze far off."""
    x, z = ground.floor()
    first, second = _tone(rng, kind.ground), _tone(rng, kind.second)
    tile, mix = _bumps(rng), np.zeros_like(x)
    pixel = distance / (ground.camera.focal * _SIDE)  # what a pixel spans across
    deep = pixel * distance / ground.camera.height  # and along the ground
    for scale in (6.0, 2.4, 0.9, 0.36, 0.14, 0.055):
        fade = np.clip(1.4 - 0.5 * deep / scale, 0.12, 1) * np.clip(1.2 - pixel / scale, 0, 1)
        across, along = (np.mod(q * (8 / scale) + rng.uniform(0, _TILE), _TILE).astype(np.float32) for q in (x, z))
        mix += fade * scale**0.18 * cv2.remap(tile, across, along, cv2.INTER_LINEAR, borderMode=cv2.BORDER_WRAP)
    mix = mix / 2.1
    soil = _mixed(first, second, _step(-0.9, 1.6, mix + rng.uniform(-0.5, 0.5)))
    soil = soil * (1 + 0.13 * mix)[..., None]
    if kind.blades > 0.1:  # upright tufts, the larger the nearer
        near = np.clip(ground.below / 0.5, 0, 1)
        fine, coarse = _cloud(rng, 0.5, 0.2), _cloud(rng, 0.7, 0.3)
        soil = soil * (1 + kind.blades * (0.10 * fine * (1 - near) + 0.2 * coarse * near))[..., None]
    veil = 1 - np.exp(-distance / rng.uniform(25, 90))
    return _mixed(soil, haze, np.clip(veil, 0, 0.9))


def _trees(rng, picture, ground: Ground, crown: str, leaves, haze) -> np.ndarray:
    """Trees that stand in a row behind the figure: light above, dark below, gaps between."""
    distance = rng.uniform(6, 26)
    hides, x, height = ground.wall(distance)
    tall = rng.uniform(0.09, 0.22) * (distance + ground.camera.distance) ** rng.uniform(0.75, 1.0)
    pitch, ragged = tall * rng.uniform(0.5, 1.4), _cloud(rng, 0.75)
    number = np.floor(x / pitch + 0.13 * ragged).astype(np.int64)
    chance = np.mod(np.sin(number * 12.9898 + rng.uniform(0, 9)) * 43758.5453, 1).astype(np.float32)
    along = np.abs(np.mod(x / pitch + 0.13 * ragged, 1) - 0.5) * 2
    top = tall * (0.55 + 0.45 * chance)
    relative = height / top
    if crown == "pointed":
        inside = np.minimum(1 - relative - 0.9 * along, relative - 0.03)
    elif crown == "flat":
        inside = np.minimum(0.2 - np.abs(relative - 0.78 - 0.1 * chance) * (1 + along), 0.9 - along)
        inside = np.maximum(inside, (0.06 - along * 1.0) * (relative < 0.8))
    else:
        inside = 0.55 - np.hypot((relative - 0.55) * 1.15, along * 0.62)
    inside = inside + 0.10 * ragged + np.where(chance < rng.uniform(0.0, 0.45), -1, 0)
    share = _step(-0.03, 0.05, inside) * hides
    light = 0.62 + 0.5 * np.clip(relative, 0, 1) + 0.2 * _cloud(rng, 0.8)
    foliage = leaves * np.clip(light, 0.25, 1.7)[..., None]
    veil = 1 - np.exp(-distance / rng.uniform(30, 90))
    return _mixed(picture, _mixed(foliage, haze, np.full_like(share, veil)), share)


def _rails(rng, picture, ground: Ground) -> np.ndarray:
    """A paddock's fence of posts and rails."""
    hides, x, height = ground.wall(rng.uniform(1.2, 4.0))
    wood = hue(rng, 0.05, 0.12, (0.05, 0.4), (0.3, 0.85)) * (1 + 0.12 * _cloud(rng, 0.7, 3.0))[..., None]
    top, gap = rng.uniform(0.4, 0.7), rng.uniform(0.9, 1.6)
    post = (np.abs(np.mod(x + rng.uniform(0, 2), gap) - gap / 2) < 0.028) & (height < top * 1.08)
    rail = np.zeros_like(post)
    for level in (0.35, 0.65, 0.95):
        rail |= np.abs(height - level * top + 0.006 * np.sin(x * 3)) < 0.02
    share = cv2.GaussianBlur((hides & (post | rail)).astype(np.float32), (0, 0), 0.6)
    return _mixed(picture, wood * np.where(post, 0.85, 1.0)[..., None], share)


def _wood(rng, ground: Ground) -> tuple[np.ndarray, np.ndarray]:
    """The edge of a wood: trunks one behind the other, light through the leaves."""
    leaves = hue(rng, 0.14, 0.34, (0.3, 0.65), (0.25, 0.5))
    glow = hue(rng, 0.12, 0.3, (0.1, 0.35), (0.7, 0.95))
    depth = _cloud(rng, 1.0)
    picture = leaves * (0.75 + 0.28 * depth)[..., None]
    picture = _mixed(picture, glow, 0.8 * _step(0.6, 2.2, _cloud(rng, 0.9) + 0.5 * depth))
    bark = hue(rng, 0.04, 0.12, (0.1, 0.4), (0.15, 0.4))
    streaks = _cloud(rng, 0.8, 0.2)
    for distance in sorted(rng.uniform(2.5, 16, int(rng.integers(6, 16))), reverse=True):
        hides, x, height = ground.wall(distance)
        reach = (ground.camera.distance + distance) / ground.camera.focal * 0.6
        left, half = rng.uniform(-reach, reach), rng.uniform(0.04, 0.16)
        off = x - left - rng.uniform(-0.06, 0.06) * height - 0.012 * streaks
        share = _step(half * 1.05, half * 0.9, np.abs(off)) * hides
        lit = 1.05 + 0.5 * off / half + 0.18 * streaks
        trunk = _mixed(bark * np.clip(lit, 0.3, 1.8)[..., None], leaves, np.full_like(x, min(0.75, distance / 20)))
        picture = _mixed(picture, trunk, share)
    floor = Country(((0.05, 0.28), (0.25, 0.55), (0.22, 0.42)), ((0.06, 0.14), (0.3, 0.55), (0.3, 0.5)),
                    0.4, (0, 0, 0), 0, "", ())  # fmt: skip
    distance = ground.camera.focal * ground.camera.height / np.maximum(ground.below, 0.006)
    soil = _soil(rng, ground, floor, leaves * 0.9, distance)
    soil = soil * (1 + 0.3 * _step(0.5, 1.6, _cloud(rng, 1.2, 2.5)))[..., None]  # sun on the ground
    edge = 0.02 + 0.01 * _cloud(rng, 0.8)[:1]
    return _mixed(picture, soil, _step(-0.012, 0.012, ground.below - edge)), np.where(ground.below > 0, distance, 12.0)


def _barn(rng, ground: Ground) -> tuple[np.ndarray, np.ndarray]:
    """Inside a barn or stable: boards or plaster, straw, light that falls in from one side."""
    far = rng.uniform(1.0, 3.0)
    hides, x, height = ground.wall(far)
    grain = _cloud(rng, 0.9, 0.12 if rng.random() < 0.6 else 8.0)
    paint = hue(rng, 0.03, 0.13, (0.15, 0.55), (0.25, 0.6))
    if rng.random() < 0.7:
        across = x if rng.random() < 0.6 else height
        board = np.floor(across / rng.uniform(0.12, 0.3))
        tone = np.mod(np.sin(board * 78.233) * 43758.5, 1).astype(np.float32)
        gap = np.abs(np.mod(across, rng.uniform(0.15, 0.3))) < 0.012
        wall = paint * (0.75 + 0.35 * tone + 0.14 * grain)[..., None] * np.where(gap, 0.5, 1.0)[..., None]
    else:
        wall = hue(rng, 0, 1, (0.02, 0.25), (0.5, 0.85)) * (1 + 0.09 * _cloud(rng, 1.3))[..., None]
        dado = rng.uniform(0.3, 0.8) + 0.006 * _cloud(rng, 0.8)[:1]
        wall = _mixed(wall, paint * (1 + 0.1 * grain)[..., None], _step(0.01, -0.01, height - dado))
    if rng.random() < 0.6:  # a window or a door, overexposed
        left, low = rng.uniform(-1.2, 1.2), rng.choice([0.0, rng.uniform(0.5, 0.9)])
        wide, tall = rng.uniform(0.15, 0.45), rng.uniform(0.4, 0.9)
        pane = _step(0.02, -0.02, np.maximum(np.abs(x - left) - wide, np.abs(height - low - tall / 2) - tall / 2))
        wall = _mixed(wall, np.array([0.95, 0.96, 0.92], np.float32) * (1 + 0.08 * _cloud(rng, 1.4))[..., None], pane)
        wall = wall + 0.25 * cv2.GaussianBlur(pane, (0, 0), 9)[..., None]
    straw = Country(((0.09, 0.13), (0.3, 0.55), (0.45, 0.7)), ((0.06, 0.1), (0.3, 0.5), (0.3, 0.5)),
                    0.35, (0, 0, 0), 0, "", ())  # fmt: skip
    distance = ground.camera.focal * ground.camera.height / np.maximum(ground.below, 0.006)
    soil = _soil(rng, ground, straw, paint, distance)
    soil = soil * (1 + 0.18 * _step(0.3, 1.8, _cloud(rng, 0.3)))[..., None]  # loose stalks
    contact = np.clip(1 - 0.45 * np.exp(-np.clip(height, 0, 9) / 0.05), 0, 1)
    inside = _mixed(soil, wall * contact[..., None], cv2.GaussianBlur(hides.astype(np.float32), (0, 0), 0.8))
    fall = rng.uniform(0.45, 0.9) + rng.uniform(0.2, 0.6) * _step(1.2, -0.4, np.hypot(
        ground.u - rng.uniform(0, 1), ground.v - rng.uniform(0, 0.8)
    ))  # fmt: skip
    return inside * fall[..., None], np.where(hides, ground.camera.distance + far, distance)


def _focused(picture: np.ndarray, distance: np.ndarray, sharp: float, soft: float) -> np.ndarray:
    """Depth of field: `sharp` px of blur where the figure stands, up to `soft` more far behind it and close by."""
    picture = np.ascontiguousarray(np.clip(picture, 0, 1.2), np.float32)
    away = np.clip(np.abs(1 / np.maximum(distance, 0.2) - 0.3) / 0.3, 0, 1) ** 1.5
    away = cv2.GaussianBlur(away.astype(np.float32), (0, 0), 3)
    near, far = cv2.GaussianBlur(picture, (0, 0), sharp), cv2.GaussianBlur(picture, (0, 0), sharp + soft)
    half = cv2.GaussianBlur(picture, (0, 0), sharp + soft / 3)
    low, high = np.clip(away * 2, 0, 1), np.clip(away * 2 - 1, 0, 1)
    return _mixed(_mixed(near, half, low), far, high)
