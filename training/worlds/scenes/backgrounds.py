"""The scenes clips are filmed in, painted once per clip behind a level camera: courts, gyms, fields, greens, walls...

Each scene paints a picture [P, P, 3] in 0..1 with the ground meeting the camera's perspective. It knows no figure.
"""

from __future__ import annotations

import colorsys
from dataclasses import dataclass

import cv2
import numpy as np

from training.worlds.scenes.camera import Camera

MARGIN = 0.04
"""The painting reaches this far beyond the picture on every side, for a camera that drifts."""

SIDE = 216


@dataclass(frozen=True)
class Ground:
    """What each pixel of the painting sees: `u`, `v` picture coordinates; on the ground, world x and z [P, P]."""

    u: np.ndarray
    v: np.ndarray
    below: np.ndarray  # f32 [P, P]: how far below the horizon, in picture sides
    camera: Camera

    def wall(self, distance: float) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """A wall `distance` behind the figure: (bool where it hides what is behind, its x, its height)."""
        scale = self.camera.focal / (self.camera.distance + distance)
        height = self.camera.height - (self.v - self.camera.centre[1]) / scale
        return height > 0, (self.u - self.camera.centre[0]) / scale, height

    def floor(self) -> tuple[np.ndarray, np.ndarray]:
        """World x and z of the ground seen in each pixel; far away at and above the horizon."""
        distance = self.camera.focal * self.camera.height / np.maximum(self.below, 0.004)
        return (self.u - self.camera.centre[0]) * distance / self.camera.focal, self.camera.distance - distance


def backdrop(rng: np.random.Generator, camera: Camera, kind: str) -> np.ndarray:
    """The painted background, f32 [P, P, 3] in 0..1, of one of SCENES."""
    line = (np.arange(SIDE, dtype=np.float32) + 0.5) / SIDE * (1 + 2 * MARGIN) - MARGIN
    u, v = np.meshgrid(line, line)
    ground = Ground(u, v, v - camera.centre[1], camera)
    picture = SCENES[kind](rng, ground).astype(np.float32)
    picture = picture * rng.uniform(0.85, 1.25) + (rng.uniform(0.94, 1.06, 3) - 1).astype(np.float32)
    grey = picture.mean(axis=2, keepdims=True)
    picture = grey + (picture - grey) * rng.uniform(0.6, 1.05)
    softness = rng.uniform(0.3, 1.0) if rng.random() < 0.5 else rng.uniform(1.0, 2.6)
    return np.clip(cv2.GaussianBlur(picture.astype(np.float32), (0, 0), softness), 0.02, 0.98)


def seen_from(painting: np.ndarray, camera: Camera, size: int) -> np.ndarray:
    """The painted background in every frame of a clip, uint8 [T, S, S, 3], moving with the camera's drift."""
    edge = round(MARGIN * size) + 1
    reach = size + 2 * edge
    # Pixel i of the sheet shows picture coordinate (i + 0.5 - edge) / size.
    scale = len(painting) / ((1 + 2 * MARGIN) * size)
    smooth = cv2.GaussianBlur(painting, (0, 0), 0.4 * scale) if scale > 1.2 else painting
    shift = (MARGIN * size - edge + 0.5) * scale - 0.5
    matrix = np.array([[scale, 0, shift], [0, scale, shift]])
    flags = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
    sheet = cv2.warpAffine(smooth, matrix, (reach, reach), flags=flags, borderMode=cv2.BORDER_REPLICATE)
    sheet = (sheet * 255).astype(np.uint8)
    still = not camera.drift.any()
    frames = []
    for dx, dy in camera.drift[:1] if still else camera.drift:
        move = np.array([[1, 0, edge - dx * size], [0, 1, edge - dy * size]])
        frames.append(cv2.warpAffine(sheet, move, (size, size), flags=flags))
    return np.repeat(frames, len(camera.drift), axis=0) if still else np.stack(frames)


def noise(
    rng: np.random.Generator, octaves: int = 4, start: int = 3, stretch: float = 1.0, gain: float = 0.55
) -> np.ndarray:
    """Smooth random texture f32 [P, P], about -1..1; `stretch` > 1 makes it wider than high."""
    total, weight, size = np.zeros((SIDE, SIDE), np.float32), 1.0, float(start)
    for _ in range(octaves):
        shape = (max(2, round(size)), max(2, round(size / stretch)))
        grid = rng.uniform(-1, 1, shape).astype(np.float32)
        total += np.float32(weight) * cv2.resize(grid, (SIDE, SIDE), interpolation=cv2.INTER_CUBIC)
        weight, size = weight * gain, size * 2.1
    return total


def hue(rng: np.random.Generator, low: float, high: float, saturation=(0.2, 0.6), value=(0.35, 0.85)) -> np.ndarray:
    """A random colour [3]; hues in turns, from low to high."""
    return np.array(
        colorsys.hsv_to_rgb(rng.uniform(low, high) % 1, rng.uniform(*saturation), rng.uniform(*value)), np.float32
    )


def _fill(picture: np.ndarray, where: np.ndarray, colour) -> None:
    picture[where] = colour[where] if np.ndim(colour) == 3 else colour


def _textured(
    rng, colour: np.ndarray, amount: float, octaves: int = 5, start: int = 6, stretch: float = 1.0
) -> np.ndarray:
    return colour * (1 + amount * noise(rng, octaves, start, stretch))[..., None]


def _grain_of(rng, x: np.ndarray, z: np.ndarray, colour: np.ndarray, amount: float) -> np.ndarray:
    """A ground of one colour with blotches that lie flat: finer and flatter towards the horizon."""
    sheet = noise(rng, 5, 8)
    a, b = (np.mod(q * 36, SIDE).astype(np.int32) for q in (x, z))
    near = np.clip((z + 14) / 14, 0, 1)
    blotches = cv2.remap(sheet, np.mod(a, SIDE).astype(np.float32), b.astype(np.float32), cv2.INTER_LINEAR)
    return colour * (1 + amount * (blotches * near + 0.4 * noise(rng, 3, 24)))[..., None]


def _sky(rng, ground: Ground) -> np.ndarray:
    top, low = hue(rng, 0.54, 0.62, (0.25, 0.7), (0.55, 0.95)), hue(rng, 0.5, 0.62, (0.03, 0.25), (0.8, 0.97))
    mix = np.clip(-ground.below / rng.uniform(0.5, 1.0), 0, 1)[..., None]
    sky = low * (1 - mix) + top * mix
    cover = np.clip(noise(rng, 5, 3, 1.8) * rng.uniform(0.5, 1.3) + rng.uniform(-0.4, 0.3), 0, 1)[..., None]
    return sky * (1 - 0.85 * cover) + np.array([0.93, 0.94, 0.96], np.float32) * rng.uniform(0.8, 1.02) * 0.85 * cover


def _trees(rng, picture: np.ndarray, ground: Ground, distance: float, tallest: float) -> None:
    """A row of foliage standing on the ground at a distance behind the figure."""
    hides, _, height = ground.wall(distance)
    profile = tallest * (0.65 + 0.35 * noise(rng, 4, 4)[:1])
    leaves = hue(rng, 0.2, 0.38, (0.3, 0.65), (0.18, 0.5))
    foliage = (
        leaves * (1 + 0.55 * noise(rng, 6, 7))[..., None] * (0.75 + 0.35 * np.clip(height / tallest, 0, 1))[..., None]
    )
    ragged = profile + tallest * 0.10 * noise(rng, 4, 14)
    _fill(picture, hides & (height < ragged), foliage)


def _fence(rng, picture: np.ndarray, ground: Ground, distance: float, top: float) -> None:
    hides, x, height = ground.wall(distance)
    inside = hides & (height < top)
    if rng.random() < 0.55:  # a windscreen
        cloth = _textured(rng, hue(rng, 0.3, 0.65, (0.3, 0.7), (0.12, 0.4)), 0.10)
        _fill(picture, inside, cloth)
    else:
        wire = (np.mod(x + height, 0.07) < 0.012) | (np.mod(x - height, 0.07) < 0.012)
        picture[inside & wire] = picture[inside & wire] * 0.5 + 0.25
    posts = np.abs(np.mod(x + rng.uniform(0, 2), 1.7)) < 0.045
    rail = np.abs(height - top) < 0.025
    _fill(picture, hides & (height < top + 0.02) & (posts | rail), hue(rng, 0, 1, (0, 0.15), (0.15, 0.75)))


def _court(rng, ground: Ground) -> np.ndarray:
    picture = _sky(rng, ground)
    far = rng.uniform(3.5, 9)
    if rng.random() < 0.8:
        _trees(rng, picture, ground, far + 1.5, rng.uniform(1.6, 4))
    _fence(rng, picture, ground, far, rng.uniform(1.0, 2.2))
    x, z = ground.floor()
    hues = ((0.55, 0.64), (0.3, 0.45), (0.02, 0.06), (0.0, 1.0))[rng.choice(4, p=[0.4, 0.25, 0.25, 0.1])]
    inner = _grain_of(rng, x, z, hue(rng, *hues, (0.35, 0.7), (0.35, 0.7)), 0.07)
    outer = _grain_of(rng, x, z, hue(rng, *hues if rng.random() < 0.5 else (0.28, 0.4), (0.3, 0.6), (0.3, 0.6)), 0.07)
    below = z > -far
    dx, dz, turn = rng.uniform(-1.5, 1.5), rng.uniform(-1.2, 0.6), rng.choice([0, np.pi / 2, rng.uniform(-0.5, 0.5)])
    a = (x - dx) * np.cos(turn) + (z - dz) * np.sin(turn)
    b = (z - dz) * np.cos(turn) - (x - dx) * np.sin(turn)
    court = (np.abs(a) < 3.2) & (b < 0)
    _fill(picture, below, np.where(court[..., None], inner, outer))
    width = 0.028
    lines = ((np.abs(b) < width) & (np.abs(a) < 3.2 + width)) | ((b < 0) & (np.abs(np.abs(a) - 3.2) < width))
    lines |= (b < 0) & (np.abs(np.abs(a) - 2.4) < width) | ((np.abs(b + 3.1) < width) & (np.abs(a) < 2.4))
    picture[below & lines] = 0.92
    if rng.random() < 0.45:
        net = min(far - 0.3, rng.uniform(1.5, 5))
        hides, wx, height = ground.wall(net)
        mesh = hides & (height < 0.52)
        holes = (np.mod(wx, 0.05) < 0.012) | (np.mod(height, 0.05) < 0.012)
        picture[mesh] *= 0.72
        picture[mesh & holes] *= 0.5
        picture[hides & (np.abs(height - 0.54) < 0.03)] = 0.93
    return picture


def _gym(rng, ground: Ground) -> np.ndarray:
    far = rng.uniform(0.9, 4.0)
    hides, x, height = ground.wall(far)
    paint = _textured(rng, hue(rng, 0, 1, (0.02, 0.35), (0.4, 0.9)), 0.05, 4, 3)
    picture = paint * (0.85 + 0.12 * np.clip(height, 0, 2)[..., None])
    if rng.random() < 0.6:
        band = rng.uniform(0.3, 1.2)
        _fill(picture, height < band, _textured(rng, hue(rng, 0, 1, (0.2, 0.7), (0.25, 0.7)), 0.05))
    if rng.random() < 0.65:  # windows, or mirrors
        sill, head, pitch = rng.uniform(0.4, 1.0), rng.uniform(1.3, 2.2), rng.uniform(0.7, 1.6)
        along = np.mod(x + rng.uniform(0, 2), pitch)
        pane = (height > sill) & (height < head) & (along > 0.12)
        view = hue(rng, 0.5, 0.65, (0.02, 0.3), (0.7, 0.97)) * (1 + 0.12 * noise(rng, 4, 4))[..., None]
        _fill(picture, pane, view)
        bars = (np.abs(along - (pitch + 0.12) / 2) < 0.015) | (np.abs(height - (sill + head) / 2) < 0.015)
        _fill(picture, pane & bars, hue(rng, 0, 1, (0, 0.1), (0.2, 0.9)))
    for _ in range(rng.integers(0, 5)):  # racks, machines, mats
        left, wide, low = rng.uniform(-2.2, 2.2), rng.uniform(0.08, 0.5), rng.choice([0.0, rng.uniform(0.2, 0.9)])
        tall, colour = rng.uniform(0.12, 0.7), hue(rng, 0, 1, (0.0, 0.8), (0.08, 0.6))
        inside = (np.abs(x - left) < wide) & (height > low) & (height < low + tall)
        _fill(picture, inside, colour * (1 - 0.3 * np.abs(x - left)[..., None] / wide))
        if rng.random() < 0.5:
            picture[inside & (np.mod(height, 0.16) < 0.05)] *= 0.55
    gx, gz = ground.floor()
    floor = _grain_of(rng, gx, gz, hue(rng, 0.05, 0.12, (0.2, 0.6), (0.4, 0.8)) if rng.random() < 0.6
                      else hue(rng, 0, 1, (0, 0.2), (0.15, 0.55)), 0.06)  # fmt: skip
    if rng.random() < 0.5:
        plank = np.floor(gx / 0.12)
        floor = floor * (0.92 + 0.12 * np.mod(np.sin(plank * 12.9898) * 43758.5, 1))[..., None]
    floor = floor * (0.8 + 0.25 * np.clip(ground.below * 2, 0, 1))[..., None]
    _fill(picture, ~hides, floor)
    picture[hides & (height < 0.05)] *= 0.6
    return picture


def _field(rng, ground: Ground) -> np.ndarray:
    picture = _sky(rng, ground)
    far = rng.uniform(5, 16)
    if rng.random() < 0.85:
        _trees(rng, picture, ground, far + 2, rng.uniform(1.5, 5))
    if rng.random() < 0.75:
        _fence(rng, picture, ground, far, rng.uniform(0.8, 1.8))
    x, z = ground.floor()
    grass = _grain_of(rng, x, z, hue(rng, 0.2, 0.34, (0.35, 0.7), (0.3, 0.6)), 0.16)
    if rng.random() < 0.5:
        grass = (
            grass * (1 + 0.09 * np.sign(np.sin((x * rng.uniform(0.5, 1) + z * rng.uniform(-1, 1)) * 2.2)))[..., None]
        )
    _fill(picture, z > -far, grass)
    if rng.random() < 0.6:
        dirt = _grain_of(rng, x, z, hue(rng, 0.04, 0.1, (0.3, 0.6), (0.45, 0.75)), 0.12)
        reach = rng.uniform(0.8, 3.5) * (1 + 0.15 * noise(rng, 3, 4))
        _fill(picture, (z > -far) & (np.hypot(x - rng.uniform(-0.5, 0.5), z) < reach), dirt)
    if rng.random() < 0.4:
        chalk = np.abs(x * 0.7 + z * rng.choice([-0.7, 0.7]) + rng.uniform(-1, 1)) < 0.035
        picture[(z > -far) & chalk] = 0.9
    return picture


def _green(rng, ground: Ground) -> np.ndarray:
    picture = _sky(rng, ground)
    for distance in (rng.uniform(18, 30), rng.uniform(9, 16)):
        _trees(rng, picture, ground, distance, distance * rng.uniform(0.10, 0.3))
    x, z = ground.floor()
    rough = _grain_of(rng, x, z, hue(rng, 0.2, 0.32, (0.4, 0.7), (0.25, 0.5)), 0.2)
    fair = _grain_of(rng, x, z, hue(rng, 0.22, 0.32, (0.4, 0.7), (0.4, 0.7)), 0.06)
    patch = np.sin(x * rng.uniform(0.2, 0.6) + rng.uniform(0, 6)) + np.sin(
        z * rng.uniform(0.15, 0.5) + rng.uniform(0, 6)
    )
    lawn = np.where((patch + 0.3 * noise(rng, 3, 4) > 0)[..., None], fair, rough)
    _fill(picture, z > -9, lawn)
    if rng.random() < 0.5:
        sand = np.hypot((x - rng.uniform(-3, 3)) / rng.uniform(0.6, 1.6), z + rng.uniform(2, 6)) < 0.9
        _fill(picture, (z > -9) & sand, hue(rng, 0.1, 0.13, (0.15, 0.35), (0.75, 0.92)))
    return picture


def _wall(rng, ground: Ground) -> np.ndarray:
    far = rng.uniform(0.5, 2.5)
    hides, x, height = ground.wall(far)
    material = rng.integers(4)
    if material == 0:  # brick
        w, h = rng.uniform(0.11, 0.2), rng.uniform(0.04, 0.075)
        row = np.floor(height / h)
        shifted = x / w + 0.5 * np.mod(row, 2)
        tone = np.mod(np.sin(row * 127.1 + np.floor(shifted) * 311.7) * 43758.5, 1)
        picture = (
            hue(rng, 0.0, 0.08, (0.3, 0.6), (0.4, 0.7)) * (0.8 + 0.35 * tone + 0.10 * noise(rng, 4, 20))[..., None]
        )
        mortar = (np.mod(shifted, 1) < 0.09) | (np.mod(height / h, 1) < 0.16)
        _fill(picture, mortar, hue(rng, 0.05, 0.15, (0, 0.15), (0.5, 0.85)))
    elif material == 1:  # planks
        board = np.floor((x if rng.random() < 0.6 else height) / rng.uniform(0.09, 0.22))
        tone = np.mod(np.sin(board * 78.233) * 43758.5, 1)
        streaks = noise(rng, 5, 30, 0.15)
        picture = hue(rng, 0.04, 0.12, (0.2, 0.6), (0.35, 0.8)) * (0.78 + 0.3 * tone + 0.12 * streaks)[..., None]
    elif material == 2:  # plaster, stained
        picture = _textured(rng, hue(rng, 0, 1, (0.05, 0.5), (0.45, 0.92)), 0.12, 6, 3)
        cut = rng.uniform(0.3, 1.4)
        if rng.random() < 0.6:
            _fill(picture, height < cut, _textured(rng, hue(rng, 0, 1, (0.1, 0.6), (0.3, 0.85)), 0.08))
    else:  # concrete with joints
        picture = _textured(rng, hue(rng, 0.05, 0.65, (0, 0.12), (0.4, 0.75)), 0.13, 6, 4)
        seams = (np.mod(x + 0.3, rng.uniform(0.8, 1.5)) < 0.02) | (np.mod(height, rng.uniform(0.6, 1.1)) < 0.02)
        picture[seams] *= 0.65
    for _ in range(rng.integers(0, 3)):  # posters, doors
        left, low = rng.uniform(-1.4, 1.4), rng.choice([0.0, rng.uniform(0.4, 1.0)])
        inside = (np.abs(x - left) < rng.uniform(0.12, 0.35)) & (height > low) & (height < low + rng.uniform(0.3, 1.0))
        _fill(picture, inside, _textured(rng, hue(rng, 0, 1, (0.1, 0.8), (0.2, 0.9)), 0.15))
    gx, gz = ground.floor()
    pavement = _grain_of(rng, gx, gz, hue(rng, 0, 1, (0.0, 0.3), (0.3, 0.75)), 0.12)
    _fill(picture, ~hides, pavement)
    picture[hides & (height < 0.03)] *= 0.6
    return picture


def _bokeh(rng, ground: Ground) -> np.ndarray:
    """A park or street far out of focus."""
    low, high = hue(rng, 0, 1, (0.15, 0.6), (0.2, 0.55)), hue(rng, 0, 1, (0.1, 0.5), (0.4, 0.9))
    mix = np.clip(0.5 - ground.below * 1.4 + 0.35 * noise(rng, 4, 3), 0, 1)[..., None]
    picture = np.ascontiguousarray((low * (1 - mix) + high * mix).astype(np.float32))
    for _ in range(rng.integers(8, 26)):
        centre = rng.integers(0, SIDE, 2)
        layer = picture.copy()
        colour = hue(rng, 0, 1, (0.1, 0.7), (0.25, 1.0)).tolist()
        if rng.random() < 0.6:
            cv2.circle(layer, tuple(map(int, centre)), int(rng.integers(6, 26)), colour, -1, cv2.LINE_AA)
        else:
            corner = centre + rng.integers(8, 70, 2)
            cv2.rectangle(layer, tuple(map(int, centre)), tuple(map(int, corner)), colour, -1)
        strength = rng.uniform(0.25, 0.8)
        picture += np.float32(strength) * (layer - picture)
    picture = cv2.GaussianBlur(picture, (0, 0), float(rng.uniform(2.5, 6)))
    gx, gz = ground.floor()
    soil = _grain_of(rng, gx, gz, hue(rng, 0, 1, (0.1, 0.5), (0.3, 0.7)), 0.15)
    hides, _, _ = ground.wall(rng.uniform(3, 8))
    _fill(picture, ~hides, soil)
    return cv2.GaussianBlur(picture.astype(np.float32), (0, 0), 1.0)


def _studio(rng, ground: Ground) -> np.ndarray:
    colour = hue(rng, 0, 1, (0.03, 0.45), (0.35, 0.9))
    spot = np.exp(
        -((ground.u - rng.uniform(0.2, 0.8)) ** 2 + (ground.v - rng.uniform(0.1, 0.6)) ** 2) / rng.uniform(0.2, 0.8)
    )
    floor = 0.12 * np.tanh((ground.v - rng.uniform(0.7, 0.9)) * 14)
    return colour * (0.7 + 0.4 * spot + floor + 0.03 * noise(rng, 3, 3))[..., None]


SCENES = {
    "court": _court,
    "gym": _gym,
    "field": _field,
    "green": _green,
    "wall": _wall,
    "bokeh": _bokeh,
    "studio": _studio,
}
