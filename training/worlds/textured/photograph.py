"""Films a textured person as a camera would: in light from all around, with what it holds, its shadow on the ground and
the scene behind it.

Lengths are body heights, the ground is y = 0, axes as in `skeleton`.
"""

from __future__ import annotations

import copy
from dataclasses import dataclass

import cv2
import numpy as np

from training.worlds.capsules import shading
from training.worlds.capsules.bodies import Part
from training.worlds.capsules.solids import traced
from training.worlds.rigs.ground_shadows import shadows
from training.worlds.rigs.rasterizer import cut_out, rasterized
from training.worlds.rigs.rig import Rig
from training.worlds.rigs.texels import Texels
from training.worlds.scenes import backgrounds, degrade
from training.worlds.scenes.camera import Camera
from training.worlds.scenes.illumination import Illumination
from training.worlds.textured import photo_shading
from training.worlds.textured.attire import Attire
from training.worlds.textured.surface import FilmedSurface

_FINE = 2  # each pixel's side is drawn as so many, for smooth edges
_NEAREST = 0.4  # to the camera, that a triangle is drawn
_SPREAD = 0.08  # body heights that the shadow of a cloudy day is soft


@dataclass(frozen=True, eq=False)
class Truth:
    """What is known of a filmed clip: plate uint8 [T, S, S, 3], the same without the figure and its shadow, stored by
    the same camera; surface: where each point of the figure is in every frame."""

    plate: np.ndarray
    surface: FilmedSurface


@dataclass(frozen=True, eq=False)
class Drawing:
    """A figure alone: premultiplied colour uint8 [T, S, S, 3], cover and cover by what belongs to it uint8 [T, S, S];
    and, twice as fine, what `rasterized` found of it."""

    colour: np.ndarray
    cover: np.ndarray
    held: np.ndarray
    seen: np.ndarray
    owner: np.ndarray
    nearness: np.ndarray

    def surface(self, triangles: np.ndarray, camera: Camera) -> FilmedSurface:
        """The figure's surface in the pictures' own pixels."""
        size = self.colour.shape[1]
        half = np.array([0.5, 0.5, 0])
        seen = (self.seen + half) / [_FINE, _FINE, 1] - half
        owner, near = (np.ascontiguousarray(fine[:, ::_FINE, ::_FINE]) for fine in (self.owner, self.nearness))
        return FilmedSurface(triangles, seen.astype(np.float32), owner, near, camera.drift * size)


def film(
    rng: np.random.Generator,
    rig: Rig,
    texels: Texels,
    transforms: np.ndarray,
    attire: Attire,
    camera: Camera,
    light: Illumination,
    painting: np.ndarray,
    size: int,
    parts: list[Part],
    truth: bool = False,
) -> tuple[np.ndarray, np.ndarray, Truth | None]:
    """(frames uint8 [T, S, S, 3]; silhouettes uint8 [T, S, S], 255 = the figure and what it holds; with `truth`, what
    else is known of them).

    transforms f32 [T, B, 4, 4]: of the bones; painting: of `panoramas.filmed` or `backgrounds.backdrop`; parts: solids
    in the same space, of which the `held` ones belong to the figure.
    """
    vertices, normals = rig.skin(transforms)
    drawing = drawn(rig, texels, vertices, normals, attire, camera, light, size, parts)
    sunny = light.sunny
    # Without a sun the ground is darkest where the body hides most of the sky.
    weights = 0.85 * sunny, 0.2 + 0.4 * (1 - sunny), 0.75
    wide = _SPREAD * camera.scale
    spread = wide, wide * min(max(camera.height / camera.distance, 0.1), 0.6)
    dark = shadows(vertices, rig.triangles, camera, light.sun, size, *weights, spread)
    frames = backgrounds.seen_from(painting, camera, size)
    empty = frames.copy()
    for frame, over, alpha, shade in zip(frames, drawing.colour, drawing.cover, dark, strict=True):
        kept = shade * (1 - alpha.astype(np.float32) / 255)
        frame[:] = over + frame * kept[..., None]
    silhouettes = np.where(drawing.held > 127, 255, 0).astype(np.uint8)
    if not truth:
        return degrade.photographed(rng, frames), silhouettes, None
    plate = degrade.photographed(copy.deepcopy(rng), empty)  # as the same camera stores it
    return degrade.photographed(rng, frames), silhouettes, Truth(plate, drawing.surface(rig.triangles, camera))


def drawn(
    rig, texels, vertices, normals, attire, camera: Camera, light: Illumination, size: int, parts: list[Part]
) -> Drawing:
    """The figure alone, from its skinned vertices and normals f32 [T, V, 3]."""
    side, n_frames = size * _FINE, len(vertices)
    seen, nearness = camera.project(vertices)
    seen = np.concatenate([seen[..., :2] * side - 0.5, nearness[..., None]], axis=2)
    seen[camera.distance - vertices[..., 2] < _NEAREST] = np.nan
    cut = np.array(rig.cut, bool)[rig.materials]
    whole = np.flatnonzero(~cut).astype(np.int32)
    owner, near = rasterized(seen, rig.triangles[whole], side)
    owner = np.where(owner >= 0, whole[owner], -1).astype(np.int32)
    cut_out(seen, rig.triangles, np.flatnonzero(cut).astype(np.int32), rig.uv, texels, owner, near)
    rgba = photo_shading.photographed(rig, texels, attire, owner, seen, vertices, normals, light)
    mine = (rgba[..., 3] > 0).view(np.uint8) * np.uint8(255)
    if parts:
        surface, finishes = traced(parts, camera, side)
        depth = camera.distance - surface.z / (camera.scale * side)
        nearer = camera.focal / depth > near.reshape(-1)[surface.pixel]
        pixel = surface.pixel[nearer]
        rgba.reshape(-1, 4)[pixel, :3] = shading.shade(surface, finishes, light.lamp, side, camera.scale * side)[nearer]
        rgba.reshape(-1, 4)[pixel, 3] = 255
        belongs = np.array([255 if part.held else 0 for part in parts], np.uint8)
        mine.reshape(-1)[pixel] = belongs[surface.solid[nearer] - 1]
        owner.reshape(-1)[pixel] = -1
    small = np.empty((n_frames, size, size, 4), np.uint8)
    held = np.empty((n_frames, size, size), np.uint8)
    for t in range(n_frames):
        cv2.resize(rgba[t], (size, size), dst=small[t], interpolation=cv2.INTER_AREA)
        cv2.resize(mine[t], (size, size), dst=held[t], interpolation=cv2.INTER_AREA)
    return Drawing(small[..., :3], small[..., 3], held, seen, owner, near)
