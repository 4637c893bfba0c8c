"""The world `people`: nine actions performed by dressed figures of capsules in drawn places.

Everything about a clip follows from the world's version and the clip's seed.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

import cv2
import numpy as np

from training.data.synthetic import backgrounds, bodies, degrade, equipment, shading, wardrobe
from training.data.synthetic.camera import Camera, framing, turned, view_angle
from training.data.synthetic.motions import ACTIONS, perform
from training.data.synthetic.renderer import Cone, Ellipsoid, draw
from training.data.synthetic.skeleton import INDEX, JOINTS, Proportions
from training.data.synthetic.worlds import SyntheticClip, World

_VERSION = "people-1"
_AT_HOME = 0.5
_HOMES = {
    "tennis_serve": "court",
    "tennis_forehand": "court",
    "pull_ups": "gym",
    "clean_and_jerk": "gym",
    "squats": "gym",
    "jumping_jacks": "gym",
    "golf_swing": "green",
    "baseball_pitch": "field",
    "baseball_swing": "field",
}
_ANYWHERE = {"court": 0.11, "gym": 0.18, "field": 0.13, "green": 0.1, "wall": 0.25, "bokeh": 0.17, "studio": 0.06}
_SHADOWED_BONES = (
    ("pelvis", "neck", 0.075), ("head", "head", 0.06), ("r_shoulder", "r_elbow", 0.03), ("r_elbow", "r_hand", 0.025),
    ("l_shoulder", "l_elbow", 0.03), ("l_elbow", "l_hand", 0.025), ("r_hip", "r_knee", 0.05), ("l_hip", "l_knee", 0.05),
    ("r_knee", "r_ankle", 0.035), ("l_knee", "l_ankle", 0.035),
)  # fmt: skip


@dataclass(frozen=True)
class People(World):
    """Dressed people of tapered capsules."""

    name: str = "people"
    version: str = _VERSION
    actions: tuple[str, ...] = ACTIONS
    fps: Fraction = Fraction(25)

    def clip(self, seed: int, size: int = 128, n_frames: int = 33) -> SyntheticClip:
        """See `World.clip`. The same seed shows the same scene at any size."""
        label = seed % len(ACTIONS)
        key = [*self.version.encode(), seed]
        rng = np.random.default_rng(key)
        breadth = float(np.clip(rng.normal(0, 0.5), -1, 1))
        motion = perform(ACTIONS[label], rng, n_frames, Proportions.varied(rng, breadth))
        angle = view_angle(rng)
        joints = turned(motion.joints, angle)
        tools = tuple(
            type(tool)(tool.kind, turned(tool.points, angle), tool.visible) for tool in motion.equipment
        )
        camera = framing(rng, joints)

        kinds = list(_ANYWHERE)
        kind = _HOMES[ACTIONS[label]] if rng.random() < _AT_HOME else kinds[rng.choice(len(kinds), p=list(_ANYWHERE.values()))]
        painting = backgrounds.backdrop(rng, camera, kind)
        look = wardrobe.look(rng, _behind(painting))
        parts = bodies.dressed(joints, look) + equipment.carried(tools, joints, rng)
        lamp = shading.light(rng)
        shadow = rng.uniform(0.25, 0.6)

        colour, cover, held = _figure(parts, camera, lamp, size)
        frames = _places(painting, camera, size)
        frames = _darkened(frames, joints, camera, lamp, size, shadow)
        frames = colour + (frames * (255 - cover[..., None].astype(np.uint16)) // 255).astype(np.uint8)
        frames = degrade.filmed(rng, frames)
        seen, _ = camera.project(joints)
        points = (seen[..., :2] * size - 0.5) / (size - 1) * 2 - 1
        return SyntheticClip(frames, points.astype(np.float32), JOINTS, np.where(held > 127, 255, 0).astype(np.uint8), label)


def _behind(painting: np.ndarray) -> np.ndarray:
    """Colours around where the figure will stand, f32 [n, 3]."""
    side = len(painting)
    middle = painting[side // 6 : -side // 10, side // 4 : -side // 4]
    return cv2.resize(middle, (4, 8), interpolation=cv2.INTER_AREA).reshape(-1, 3)


def _figure(parts: list[bodies.Part], camera: Camera, lamp: shading.Light, size: int):
    """The figure alone: premultiplied colour uint8 [T, S, S, 3], cover and cover by what it holds uint8 [T, S, S]."""
    fine = 2 if size > 96 else 3
    side = size * fine
    solids, visible, finishes = [], [], []
    flip = np.array([1, -1, 1], np.float32)
    n_frames = len(parts[0].points)
    # A point's picture coordinate p lies at p * side - 0.5, pixel centres being whole.
    for part in parts:
        seen, scale = camera.project(part.points)
        seen *= side
        seen[..., :2] -= 0.5
        scale = scale * side
        if part.axes is None:
            solids.append(Cone(seen[:, 0], seen[:, 1], part.radii[0] * scale[:, 0], part.radii[1] * scale[:, 1]))
        else:
            solids.append(Ellipsoid(seen[:, 0], (part.axes * flip * scale[:, :1, None]).astype(np.float32)))
        near = camera.distance - part.points[..., 2].max(1) > 0.7
        visible.append(near if part.visible is None else near & part.visible)
        origin, _ = camera.project(part.origin[:, None])
        origin = origin[:, 0] * side
        origin[:, :2] -= 0.5
        finishes.append(shading.Finish(part.material, part.paint, origin, (part.frame * flip).astype(np.float32)))
    surface = draw(solids, visible, side)
    rgba = np.zeros((n_frames * side * side, 4), np.uint8)
    rgba[surface.pixel, :3] = shading.shade(surface, finishes, lamp, side, camera.scale * side)
    rgba[surface.pixel, 3] = 255
    mine = np.zeros(n_frames * side * side, np.uint8)
    mine[surface.pixel] = np.array([255 if part.held else 0 for part in parts], np.uint8)[surface.solid - 1]
    rgba, mine = rgba.reshape(n_frames, side, side, 4), mine.reshape(n_frames, side, side)
    small = np.stack([cv2.resize(frame, (size, size), interpolation=cv2.INTER_AREA) for frame in rgba])
    held = np.stack([cv2.resize(frame, (size, size), interpolation=cv2.INTER_AREA) for frame in mine])
    return small[..., :3], small[..., 3], held


def _places(painting: np.ndarray, camera: Camera, size: int) -> np.ndarray:
    """The background of every frame, uint8 [T, S, S, 3], moving with the camera's drift."""
    edge = round(backgrounds.MARGIN * size) + 1
    reach = size + 2 * edge
    # Pixel i of the sheet shows picture coordinate (i + 0.5 - edge) / size.
    scale = len(painting) / ((1 + 2 * backgrounds.MARGIN) * size)
    smooth = cv2.GaussianBlur(painting, (0, 0), 0.4 * scale) if scale > 1.2 else painting
    shift = (backgrounds.MARGIN * size - edge + 0.5) * scale - 0.5
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


def _darkened(frames, joints, camera: Camera, lamp: shading.Light, size: int, strength: float) -> np.ndarray:
    """The frames with the figure's shadow on the ground: soft where cast, darker where the feet touch."""
    reach = np.array([-lamp.direction[0], 0, -lamp.direction[2]]) / max(lamp.direction[1], 0.5) * 0.6
    ends = [[INDEX[a], INDEX[b]] for a, b, _ in _SHADOWED_BONES]
    bones = joints[:, ends]
    flat = bones + bones[..., 1:2] * reach
    flat[..., 1] = 0
    seen, scale = camera.project(flat)
    feet = joints[:, [[INDEX[f"{s}_ankle"], INDEX[f"{s}_toe"]] for s in ("r", "l")]]
    lifted = feet[..., 1].min(axis=2)
    soles = feet.copy()
    soles[..., 1] = 0
    touch, sole_scale = camera.project(soles)
    squash = max(0.15, min(0.6, camera.height / camera.distance))
    out = np.empty_like(frames)
    for t in range(len(frames)):
        cast = np.zeros((size, size), np.uint8)
        for (a, b), width, (_, _, radius) in zip(seen[t, ..., :2], scale[t].mean(1), _SHADOWED_BONES, strict=True):
            _stroke(cast, a, b, radius * width * (0.35 + squash), size, 255)
        cast = cv2.GaussianBlur(cast, (0, 0), 0.012 * size)
        contact = np.zeros((size, size), np.uint8)
        for (a, b), width, height in zip(touch[t, ..., :2], sole_scale[t].mean(1), lifted[t], strict=True):
            near = float(np.clip(1 - (height - 0.02) / 0.10, 0, 1))
            if near:
                _stroke(contact, a, b, 0.03 * width * (0.5 + squash), size, int(255 * near))
        contact = cv2.GaussianBlur(contact, (0, 0), 0.008 * size)
        dark = 1 - strength * np.maximum(cast * np.float32(0.75 / 255), contact * np.float32(1 / 255))
        out[t] = frames[t] * dark[..., None]
    return out


def _stroke(mask: np.ndarray, a, b, radius: float, size: int, value: int) -> None:
    # Sixteenths of a pixel: whole ones would make the shadow jump.
    p, q = (tuple(int(round((c * size - 0.5) * 16)) for c in np.clip(end, -1, 2)) for end in (a, b))
    cv2.line(mask, p, q, value, max(1, round(2 * radius * size)), cv2.LINE_AA, 4)
