"""Other people in the picture, who have nothing to do with what is filmed: they stand about behind the figure.

Lengths are body heights, axes as in `skeleton`.
"""

from __future__ import annotations

import cv2
import numpy as np

from training.worlds.motions.skeleton import Motion
from training.worlds.motions.standing import standing
from training.worlds.rigs.cast import Performer
from training.worlds.rigs.figure import placed
from training.worlds.scenes.backgrounds import MARGIN
from training.worlds.scenes.camera import Camera
from training.worlds.scenes.illumination import Illumination
from training.worlds.textured.attire import attire
from training.worlds.textured.photograph import drawn


def behind(
    rng: np.random.Generator,
    people: list[Performer],
    painting: np.ndarray,
    camera: Camera,
    light: Illumination,
) -> np.ndarray:
    """The painting f32 [P, P, 3] of a scene with people added, who stand farther from the camera than the figure."""
    side = len(painting)
    wide = 1 + 2 * MARGIN
    # The painting is the picture with a margin: a camera whose picture is all of it.
    still = Camera(
        camera.distance, camera.height, camera.focal / wide,
        ((camera.centre[0] + MARGIN) / wide, (camera.centre[1] + MARGIN) / wide), np.zeros((1, 2), np.float32),
    )  # fmt: skip
    distances = np.sort(rng.uniform(1.0, 7.0, len(people)))[::-1]
    for who, away in zip(people, distances, strict=True):
        pose = standing(rng, who.body.proportions)
        gaze = np.array([[0, 0, 1.0]], np.float32)
        transforms = who.body.perform(Motion(pose[None].astype(np.float32), (), gaze, "standing"))
        across = (
            rng.uniform(-0.55, 0.55) * (camera.distance + away) / camera.focal
            + (0.5 - camera.centre[0]) * (camera.distance + away) / camera.focal
        )
        offset = np.array([across, 0, -away])
        transforms = placed(transforms, rng.uniform(0.92, 1.08), rng.uniform(-np.pi, np.pi), offset)
        vertices, normals = who.body.rig.skin(transforms)
        dressed = attire(rng, who.body.rig, painting.reshape(-1, 3)[:1])
        found = drawn(who.body.rig, who.texels, vertices, normals, dressed, still, light, side, [])
        soft = rng.uniform(0.001, 0.005) * side * min(away, 3)
        colour, alpha = (cv2.GaussianBlur(layer[0], (0, 0), max(soft, 0.3)) for layer in (found.colour, found.cover))
        keep = 1 - alpha.astype(np.float32)[..., None] / 255
        painting = colour.astype(np.float32) / 255 + painting * keep
    return painting
