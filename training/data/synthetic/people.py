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

_VERSION = "2"
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
_FINE = 2  # each pixel's side is drawn as so many, for smooth edges
_NEAREST = 0.7  # to the camera, in body heights, that anything is drawn
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
        # From the side, an upright of the bar would stand before the figure.
        angle = view_angle(rng, sideways=ACTIONS[label] != "pull_ups")
        joints = turned(motion.joints, angle)
        tools = tuple(type(tool)(tool.kind, turned(tool.points, angle), tool.visible) for tool in motion.equipment)
        camera = framing(rng, joints)

        kinds = list(_ANYWHERE)
        kind = (
            _HOMES[ACTIONS[label]]
            if rng.random() < _AT_HOME
            else kinds[rng.choice(len(kinds), p=list(_ANYWHERE.values()))]
        )
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
        return SyntheticClip(
            frames, points.astype(np.float32), JOINTS, np.where(held > 127, 255, 0).astype(np.uint8), label
        )


def _behind(painting: np.ndarray) -> np.ndarray:
    """Colours around where the figure will stand, f32 [n, 3]."""
    side = len(painting)
    middle = painting[side // 6 : -side // 10, side // 4 : -side // 4]
    return cv2.resize(middle, (4, 8), interpolation=cv2.INTER_AREA).reshape(-1, 3)


def _figure(parts: list[bodies.Part], camera: Camera, lamp: shading.Light, size: int):
    """The figure alone: premultiplied colour uint8 [T, S, S, 3], cover and cover by what it holds uint8 [T, S, S]."""
    side = size * _FINE
    n_frames, flip = len(parts[0].points), np.array([1, -1, 1], np.float32)
    # Every part's ends and its pattern's origin at once: [T, P, 3, 3]. Pixel centres are whole, hence the half.
    ends = np.stack([part.points[:, [0, -1]] for part in parts], axis=1)
    origins = np.stack([part.origin for part in parts], axis=1)
    seen, scale = camera.project(np.concatenate([ends, origins[:, :, None]], axis=2))
    seen, scale = seen * side, scale * side
    seen[..., :2] -= 0.5
    in_front = camera.distance - ends[..., 2].max(2) > _NEAREST
    solids, visible, finishes = [], [], []
    for p, part in enumerate(parts):
        a, b, origin = (np.ascontiguousarray(seen[:, p, i]) for i in range(3))
        if part.axes is None:
            solids.append(Cone(a, b, part.radii[0] * scale[:, p, 0], part.radii[1] * scale[:, p, 1]))
        else:
            solids.append(Ellipsoid(a, (part.axes * flip * scale[:, p, :1, None]).astype(np.float32)))
        visible.append(in_front[:, p] if part.visible is None else in_front[:, p] & part.visible)
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
