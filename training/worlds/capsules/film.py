"""Films a person of capsules: its parts, its shadow on the ground, in front of a painted place.

Lengths are body heights, the ground is y = 0, axes as in `skeleton`.
"""

from __future__ import annotations

import cv2
import numpy as np

from training.worlds.capsules import shading
from training.worlds.capsules.bodies import Part
from training.worlds.capsules.solids import traced
from training.worlds.motions.skeleton import INDEX
from training.worlds.scenes import backgrounds, degrade
from training.worlds.scenes.camera import Camera

_FINE = 2  # each pixel's side is drawn as so many, for smooth edges
_SHADOWED_BONES = (
    ("pelvis", "neck", 0.075), ("head", "head", 0.06), ("r_shoulder", "r_elbow", 0.03), ("r_elbow", "r_hand", 0.025),
    ("l_shoulder", "l_elbow", 0.03), ("l_elbow", "l_hand", 0.025), ("r_hip", "r_knee", 0.05), ("l_hip", "l_knee", 0.05),
    ("r_knee", "r_ankle", 0.035), ("l_knee", "l_ankle", 0.035),
)  # fmt: skip


def film(rng, parts: list[Part], joints, camera: Camera, lamp: shading.Light, painting, size: int):
    """(frames uint8 [T, S, S, 3], silhouettes uint8 [T, S, S]) of a person of capsules and what it uses."""
    shadow = rng.uniform(0.25, 0.6)
    colour, cover, held = _figure(parts, camera, lamp, size)
    frames = backgrounds.seen_from(painting, camera, size)
    frames = _darkened(frames, joints, camera, lamp, size, shadow)
    frames = colour + (frames * (255 - cover[..., None].astype(np.uint16)) // 255).astype(np.uint8)
    return degrade.degraded(rng, frames), np.where(held > 127, 255, 0).astype(np.uint8)


def _figure(parts: list[Part], camera: Camera, lamp: shading.Light, size: int):
    """The figure alone: premultiplied colour uint8 [T, S, S, 3], cover and cover by what it holds uint8 [T, S, S]."""
    side, n_frames = size * _FINE, len(parts[0].points)
    surface, finishes = traced(parts, camera, side)
    rgba = np.zeros((n_frames * side * side, 4), np.uint8)
    rgba[surface.pixel, :3] = shading.shade(surface, finishes, lamp, side, camera.scale * side)
    rgba[surface.pixel, 3] = 255
    mine = np.zeros(n_frames * side * side, np.uint8)
    mine[surface.pixel] = np.array([255 if part.held else 0 for part in parts], np.uint8)[surface.solid - 1]
    rgba, mine = rgba.reshape(n_frames, side, side, 4), mine.reshape(n_frames, side, side)
    small = np.stack([cv2.resize(frame, (size, size), interpolation=cv2.INTER_AREA) for frame in rgba])
    held = np.stack([cv2.resize(frame, (size, size), interpolation=cv2.INTER_AREA) for frame in mine])
    return small[..., :3], small[..., 3], held


def _darkened(frames, joints, camera: Camera, lamp: shading.Light, size: int, strength: float) -> np.ndarray:
    """The frames with the figure's shadow on the ground: soft where cast, darker where the feet touch."""
    squash = max(0.15, min(0.6, camera.height / camera.distance))  # of a disc on the ground, as seen
    reach = np.array([-lamp.direction[0], 0, -lamp.direction[2]]) / max(lamp.direction[1], 0.5) * 0.6
    bones = joints[:, [[INDEX[a], INDEX[b]] for a, b, _ in _SHADOWED_BONES]]
    widths = np.array([radius for *_, radius in _SHADOWED_BONES]) * (0.35 + squash)
    cast = _strokes(bones + bones[..., 1:2] * reach, widths, camera, size)
    feet = joints[:, [[INDEX[f"{s}_ankle"], INDEX[f"{s}_toe"]] for s in ("r", "l")]]
    touch = _strokes(feet, np.full(2, 0.03) * (0.5 + squash), camera, size)
    weights = (255 * np.clip(1.2 - feet[..., 1].min(axis=2) / 0.10, 0, 1)).astype(int).tolist()
    for frame, strokes, soles, weight in zip(frames, cast, touch, weights, strict=True):
        soft, dark = np.zeros((2, size, size), np.uint8)
        for p, q, width in strokes:
            cv2.line(soft, p, q, 190, width, cv2.LINE_AA, 4)
        for (p, q, width), value in zip(soles, weight, strict=True):
            cv2.line(dark, p, q, value, width, cv2.LINE_AA, 4)
        soft = cv2.GaussianBlur(soft, (0, 0), 0.012 * size)
        dark = cv2.GaussianBlur(dark, (0, 0), 0.008 * size)
        kept = 1 - np.maximum(soft, dark) * np.float32(strength / 255)
        frame[:] = frame * kept[..., None]
    return frames


def _strokes(bones: np.ndarray, widths: np.ndarray, camera: Camera, size: int) -> list[list[tuple]]:
    """Bones [T, n, 2, 3] dropped to the ground, per frame as arguments of cv2.line: two ends and a thickness."""
    flat = bones.copy()
    flat[..., 1] = 0
    seen, scale = camera.project(flat)
    # Sixteenths of a pixel: whole ones would make the shadow jump.
    ends = np.round((np.clip(seen[..., :2], -1, 2) * size - 0.5) * 16).astype(int).tolist()
    thick = np.maximum(np.round(2 * widths * scale.mean(2) * size), 1).astype(int).tolist()
    return [
        [(tuple(p), tuple(q), width) for (p, q), width in zip(lines, row, strict=True)]
        for lines, row in zip(ends, thick, strict=True)
    ]
