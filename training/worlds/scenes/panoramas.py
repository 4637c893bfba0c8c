"""Scenes as photographed all around: what a camera sees of them, and the light that they give.

The file `panoramas.npz` holds one f16 or f32 [H, W, 3] per scene, linear light, the sky above; it belongs to the user.
The camera's picture is exposed and white-balanced as a camera would, for the figure as much as for the scene.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import cv2
import numpy as np

from engine.errors import TrainingError
from training.worlds.scenes.backgrounds import MARGIN
from training.worlds.scenes.camera import Camera
from training.worlds.scenes.illumination import Illumination, developed, gathered

FILE = "panoramas.npz"
_UNFIT = (
    "pmndrs_bridge",
    "pmndrs_sky",
    "pmndrs_night",
    "pmndrs_studio",
    "blender_studio",
)  # nobody could stand, or be seen, there
_WIDE = np.radians([42, 78])  # what a phone sees, about: less, and a panorama shows its points
_SMALL = (64, 32)
_SUN_OVER = 20  # times the lightest point that is not broken
_MID = 0.17  # what a camera makes of the average, in linear light
_DARKEST, _LIGHTEST = 0.28, 1.1  # that a white figure may be
_SUN_AT_MOST = 2.0  # times the light around, or skin burns out
_COLOURFUL = 0.06  # how far each harmonic of the light around may differ from grey, as a share of the first


@dataclass(frozen=True, eq=False)
class Panorama:
    """picture f32 [H, W, 3]; directions f32 [N, 3], solid f32 [N] and radiance f32 [N, 3] of its light without the
    sun, coarsely; sun f32 [3] and sunlight f32 [3], 0 where there is none. In the panorama's own axes, y up."""

    picture: np.ndarray
    directions: np.ndarray
    solid: np.ndarray
    radiance: np.ndarray
    sun: np.ndarray
    sunlight: np.ndarray


@lru_cache(maxsize=4)
def scene_names(file: Path) -> tuple[str, ...]:
    """The scenes of a file. Raises TrainingError if it cannot be read."""
    try:
        with np.load(file) as content:
            return tuple(sorted(name for name in content.files if name not in _UNFIT))
    except (OSError, ValueError) as error:
        raise TrainingError(
            f"{file} cannot be read ({error}).", "Write it anew, or leave it out of the folder."
        ) from None


@lru_cache(maxsize=32)
def panorama(file: Path, name: str) -> Panorama:
    """One scene of a file, read once per process. Raises TrainingError if it is no panorama."""
    with np.load(file) as content:
        picture = content[name]
    if picture.ndim != 3 or picture.shape[2] != 3:
        raise TrainingError(f"{file} holds {name}, which is no panorama.", "Leave it out of the file.")
    picture = _repaired(np.nan_to_num(picture.astype(np.float32), nan=6e4, posinf=6e4).clip(0, 6e4))
    light = picture.mean(2)
    cap = float(np.percentile(light, 99.6))
    beyond = np.maximum(light - cap, 0) / (light + 1e-6)
    around = cv2.resize(picture * (1 - beyond[..., None]), _SMALL, interpolation=cv2.INTER_AREA).reshape(-1, 3)
    bright = cv2.resize(picture * beyond[..., None], _SMALL, interpolation=cv2.INTER_AREA).reshape(-1, 3)
    directions, solid = _sphere(*_SMALL)
    power = bright.mean(1) * solid
    mean = (directions * power[:, None]).sum(0) / max(float(power.sum()), 1e-9)
    gathered_there = float(np.linalg.norm(mean))
    sun = mean / max(gathered_there, 1e-6)
    # Lamps all over the ceiling are no sun: what does not come from one side is light around.
    share = np.clip((gathered_there - 0.45) / 0.4, 0, 1) * float(sun[1] > 0.02)
    sunlight = (bright * solid[:, None]).sum(0) / np.pi * share
    return Panorama(picture, directions, solid, around + bright * (1 - share), sun, sunlight)


def _repaired(picture: np.ndarray) -> np.ndarray:
    """The picture with a white sun where storing it has broken its colours: far too light in one of them only, or
    black amid that; and without the dark rings that making it smaller has left around lamps and windows."""
    most, least = picture.max(2), picture.min(2)
    usual = float(np.percentile(most, 99))
    broken = ((most > 4 * usual) & (least < 0.1 * most)).astype(np.uint8)
    broken = cv2.dilate(broken, np.ones((3, 3), np.uint8)) > 0
    white = _SUN_OVER * float(picture[~broken].max() if broken.any() else 0)
    picture = np.where(broken[..., None], white, picture).astype(np.float32)
    near = cv2.dilate((picture.max(2) > 4 * np.median(most)).astype(np.uint8), np.ones((5, 5), np.uint8)) > 0
    closed = cv2.morphologyEx(picture, cv2.MORPH_CLOSE, np.ones((3, 3), np.uint8))
    return np.where(near[..., None], closed, picture)


def filmed(rng: np.random.Generator, there: Panorama, camera: Camera, side: int) -> tuple[np.ndarray, Illumination]:
    """(the scene as painted by `backgrounds`, f32 [P, P, 3] sRGB in 0..1, margins included; its light).

    The scene is turned at random and seen somewhat wider than the figure is, since panoramas are coarse.
    """
    yaw, sight = rng.uniform(0, 2 * np.pi), np.tan(rng.uniform(*_WIDE) / 2)
    wider = float(np.clip(2 * sight * camera.focal, 1.0, 3.2))
    turn = np.array([[np.cos(yaw), 0, np.sin(yaw)], [0, 1, 0], [-np.sin(yaw), 0, np.cos(yaw)]])
    side = round(max(side, 128) * (1 + 2 * MARGIN))
    view = _seen(there.picture, turn, camera, side, wider)
    harmonics = gathered(there.radiance, there.directions @ turn, there.solid)
    sun = there.sun @ turn
    sun[1] = max(sun[1], 0.22)
    sun = sun / np.linalg.norm(sun)
    sunlight = there.sunlight * 1.0

    met = Illumination(harmonics, sun, sunlight)
    ahead = met.met(np.array([0.0, 0.25, 0.97]))
    sunlight *= min(1.0, _SUN_AT_MOST * ahead.mean() / max(float(sunlight.mean()), 1e-9))
    figure = ahead + sunlight * max(float(sun @ [0, 0.25, 0.97]), 0.15)
    white = ((figure.mean() / np.maximum(figure, 1e-6)) ** rng.uniform(0.15, 0.6)).clip(0.78, 1.28)
    seen = np.percentile(view.mean(2), 70)
    # Between the figure, taken as a middling grey, and what lies behind it.
    exposure = _MID / np.exp(0.6 * np.log(0.32 * figure.mean() + 1e-9) + 0.4 * np.log(seen + 1e-9))
    exposure *= 2 ** rng.normal(0, 0.3)
    exposure = float(np.clip(exposure, _DARKEST / figure.mean(), _LIGHTEST / figure.mean()))
    harmonics, sunlight = _calm(harmonics * white * exposure), _calm(sunlight[None] * white * exposure, 3.0)[0]
    view = developed(_grained(rng, view * (white * exposure).astype(np.float32), camera, side))
    return _focused(rng, view), Illumination(harmonics.astype(np.float32), sun, sunlight)


def _sphere(wide: int, high: int) -> tuple[np.ndarray, np.ndarray]:
    """Directions f32 [N, 3] of a panorama's points, row by row, and the solid angle of each."""
    down = (np.arange(high) + 0.5) / high * np.pi
    around = (np.arange(wide) + 0.5) / wide * 2 * np.pi
    sine = np.sin(down)[:, None]
    directions = np.stack([sine * np.sin(around), np.cos(down)[:, None] + 0 * around, -sine * np.cos(around)], axis=-1)
    solid = np.repeat(np.sin(down)[:, None] * (np.pi / high) * (2 * np.pi / wide), wide, axis=1)
    return directions.reshape(-1, 3).astype(np.float32), solid.reshape(-1).astype(np.float32)


def _rays(camera: Camera, side: int) -> tuple[np.ndarray, np.ndarray]:
    """Where the picture's columns and rows, margins included, look: x [P] and y [P] at depth 1."""
    line = (np.arange(side, dtype=np.float32) + 0.5) / side * (1 + 2 * MARGIN) - MARGIN
    return (line - camera.centre[0]) / camera.focal, (camera.centre[1] - line) / camera.focal


def _seen(picture: np.ndarray, turn: np.ndarray, camera: Camera, side: int, wider: float) -> np.ndarray:
    x, y = _rays(camera, side)
    rays = np.stack(np.broadcast_arrays(x[None] * wider, y[:, None] * wider, np.float32(-1)), axis=-1) @ turn.T
    rays /= np.linalg.norm(rays, axis=-1, keepdims=True)
    high, wide = picture.shape[:2]
    usual = float(np.median(picture)) + 1e-6
    coded = np.log1p(picture / usual)  # between a lamp and a wall, only this has no dark rings
    column = np.mod(np.arctan2(rays[..., 0], -rays[..., 2]) / (2 * np.pi), 1) * wide - 0.5
    row = np.arccos(rays[..., 1].clip(-1, 1)) / np.pi * high - 0.5
    maps = column.astype(np.float32), row.astype(np.float32)
    return usual * np.expm1(cv2.remap(coded, *maps, cv2.INTER_CUBIC, borderMode=cv2.BORDER_WRAP).clip(0))


def _grained(rng: np.random.Generator, view: np.ndarray, camera: Camera, side: int) -> np.ndarray:
    """The view with fine structure on the ground, where panoramas are coarsest and a camera is in focus."""
    x, y = _rays(camera, side)
    depth = camera.height / np.maximum(-y, 1e-3)
    tile = rng.normal(size=(256, 256)).astype(np.float32)
    tile = tile + 1.6 * cv2.resize(
        rng.normal(size=(64, 64)).astype(np.float32), (256, 256), interpolation=cv2.INTER_CUBIC
    )
    grain, amount = rng.uniform(40, 220), rng.uniform(0.0, 0.13)
    across = x[None] * depth[:, None] * grain
    along = np.repeat((depth * grain)[:, None], side, axis=1)
    found = cv2.remap(
        tile, np.mod(across, 255).astype(np.float32), np.mod(along, 255).astype(np.float32), cv2.INTER_LINEAR
    )
    # Finer than a pixel it would glitter: fade it there.
    spans = depth / (camera.focal * side) * grain
    fade = np.clip(1.2 - 0.5 * spans, 0, 1) * (y < -0.01)
    return view * np.exp(amount * fade[:, None] * found)[..., None]


def _focused(rng: np.random.Generator, view: np.ndarray) -> np.ndarray:
    """Sometimes out of focus, sometimes with the crispness a phone adds."""
    side, chance = len(view), rng.random()
    if chance < 0.3:
        return cv2.GaussianBlur(view, (0, 0), rng.uniform(0.004, 0.014) * side)
    if chance < 0.8:
        return (view + rng.uniform(0.2, 0.7) * (view - cv2.GaussianBlur(view, (0, 0), 0.008 * side))).clip(0, 1)
    return view


def _calm(light: np.ndarray, more: float = 1.0) -> np.ndarray:
    """Harmonics [n, 3], or the sun's light, without strong colours: the first keeps no more than a tinge, which is the
    measure for the others."""
    grey = light.mean(1, keepdims=True)
    tinge = light - grey
    limit = np.maximum(more * _COLOURFUL * np.abs(grey[:1]), 1e-9)
    return grey + tinge * np.minimum(1, limit / np.maximum(np.abs(tinge).max(1, keepdims=True), 1e-9))
