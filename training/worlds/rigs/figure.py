"""Films a posed rig: the skinned mesh, what it holds, its shadow on the ground, in front of a painted scene.

Lengths are body heights (any unit in which the figure measures about 1), the ground is y = 0, axes as in `skeleton`.
"""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np

from training.worlds.capsules import shading
from training.worlds.capsules.bodies import Part
from training.worlds.capsules.solids import traced
from training.worlds.rigs.coats import Covering
from training.worlds.rigs.ground_shadows import shadows
from training.worlds.rigs.mesh_shading import shaded
from training.worlds.rigs.rasterizer import rasterized
from training.worlds.rigs.rig import Rig
from training.worlds.scenes import backgrounds, degrade
from training.worlds.scenes.camera import Camera

_FINE = 2  # each pixel's side is drawn as so many, for smooth edges
_NEAREST = 0.4  # to the camera, that a triangle is drawn
_CLEAR = 0.18  # how far, in 0..1, the figure's colours should at least lie from those behind it


def placed(transforms: np.ndarray, scale: float, turn: float, offset: np.ndarray) -> np.ndarray:
    """Bone transforms [T, B, 4, 4] of a rig moved in the world: made `scale` times as large, turned by `turn` radians
    about the vertical (as `camera.turned`) and shifted by offset [3] or [T, 3]."""
    c, s = scale * np.cos(turn), scale * np.sin(turn)
    move = np.zeros((len(transforms), 1, 4, 4), np.float32)
    move[:, 0, :3, :3] = np.array([[c, 0, s], [0, scale, 0], [-s, 0, c]])
    move[:, 0, :3, 3] = offset
    move[:, 0, 3, 3] = 1
    return (move @ transforms).astype(np.float32)


def film(
    rng: np.random.Generator,
    rig: Rig,
    transforms: np.ndarray,
    covering: Covering,
    camera: Camera,
    lamp: shading.Light,
    painting: np.ndarray,
    size: int,
    parts: Sequence[Part] = (),
    grain: bool = True,
) -> tuple[np.ndarray, np.ndarray]:
    """(frames uint8 [T, S, S, 3], silhouettes uint8 [T, S, S], 255 = the figure and what it holds).

    transforms f32 [T, B, 4, 4]: of the bones; painting: of `backgrounds.backdrop` or `landscapes.landscape`; parts:
    solids in the same space, of which the `held` ones belong to the figure; grain: with a modest camera's noise.
    """
    vertices, normals = rig.skin(transforms)
    colour, cover, held = _drawn(rig, vertices, normals, covering, camera, lamp, size, parts)
    strength = rng.uniform(0.35, 0.7)
    weights = strength, 0.35 * strength, 0.8 * strength
    dark = shadows(vertices, rig.triangles, camera, lamp.direction, size, *weights)
    painting = _set_apart(painting, colour, cover)
    frames = backgrounds.seen_from(painting, camera, size)
    for frame, over, alpha, shade in zip(frames, colour, cover, dark, strict=True):
        kept = shade * (1 - alpha.astype(np.float32) / 255)
        frame[:] = over + frame * kept[..., None]
    frames = degrade.degraded(rng, frames) if grain else frames
    return frames, np.where(held > 127, 255, 0).astype(np.uint8)


def _drawn(rig, vertices, normals, covering: Covering, camera: Camera, lamp: shading.Light, size: int, parts):
    """The figure alone: premultiplied colour uint8 [T, S, S, 3], cover and cover by what belongs to it [T, S, S]."""
    side, n_frames = size * _FINE, len(vertices)
    seen, nearness = camera.project(vertices)
    seen = np.concatenate([seen[..., :2] * side - 0.5, nearness[..., None]], axis=2)
    seen[camera.distance - vertices[..., 2] < _NEAREST] = np.nan
    owner, near = rasterized(seen, rig.triangles, side)
    rgba = shaded(rig, owner, seen, vertices, normals, covering, lamp)
    mine = (rgba[..., 3] > 0).view(np.uint8) * np.uint8(255)
    if parts:
        surface, finishes = traced(parts, camera, side)
        depth = camera.distance - surface.z / (camera.scale * side)
        nearer = camera.focal / depth > near.reshape(-1)[surface.pixel]
        pixel = surface.pixel[nearer]
        rgba.reshape(-1, 4)[pixel, :3] = shading.shade(surface, finishes, lamp, side, camera.scale * side)[nearer]
        rgba.reshape(-1, 4)[pixel, 3] = 255
        belongs = np.array([255 if part.held else 0 for part in parts], np.uint8)
        mine.reshape(-1)[pixel] = belongs[surface.solid[nearer] - 1]
    small = np.empty((n_frames, size, size, 4), np.uint8)
    held = np.empty((n_frames, size, size), np.uint8)
    for t in range(n_frames):
        cv2.resize(rgba[t], (size, size), dst=small[t], interpolation=cv2.INTER_AREA)
        cv2.resize(mine[t], (size, size), dst=held[t], interpolation=cv2.INTER_AREA)
    return small[..., :3], small[..., 3], held


def _set_apart(painting: np.ndarray, colour: np.ndarray, cover: np.ndarray) -> np.ndarray:
    """The painting, made lighter or darker as far as the figure would be lost before it."""
    alpha = cover[0].astype(np.float32) / 255
    if alpha.sum() < 1:
        return painting
    figure = colour[0].reshape(-1, 3).sum(0) / (255 * alpha.sum())
    ring = cv2.dilate(alpha, np.ones((9, 9))) * (1 - alpha)
    wide = cv2.resize(np.pad(ring, round(backgrounds.MARGIN * len(ring))), painting.shape[1::-1])
    behind = (painting * wide[..., None]).sum((0, 1)) / max(wide.sum(), 1e-6)
    apart = float(np.linalg.norm(figure - behind)) / np.sqrt(3)
    if apart >= _CLEAR:
        return painting
    brightness = float(behind.mean())
    lighter = figure.mean() < brightness if abs(figure.mean() - brightness) > 0.03 else brightness < 0.45
    wanted = figure.mean() + (1.2 * _CLEAR if lighter else -1.2 * _CLEAR)
    if lighter:
        share = np.clip((wanted - brightness) / max(1 - brightness, 1e-3), 0, 0.8)
        return (painting + share * (1 - painting)).astype(np.float32)
    return (painting * np.clip(wanted / max(brightness, 1e-3), 0.4, 1)).astype(np.float32)
