"""A body of tapered capsules and ellipsoids around a skeleton, dressed as a `Look` says.

It turns joints into parts: a solid, its material, and a frame of its own in which patterns are drawn. It knows
neither camera nor light; lengths are body heights, axes as in `skeleton`.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from training.worlds.capsules.wardrobe import Look, Material
from training.worlds.motions.skeleton import INDEX


@dataclass
class Part:
    """One solid. A cone: points [T, 2, 3], radii [2] or [T, 2]. An ellipsoid: points [T, 1, 3], axes [T, 3, 3] (rows).

    origin [T, 3] and frame [T, 3, 3] (rows: the wearer's left, up, forward) are for patterns; `trunk` smooths shading.
    """

    points: np.ndarray
    material: Material
    radii: np.ndarray | None = None
    axes: np.ndarray | None = None
    origin: np.ndarray | None = None
    frame: np.ndarray | None = None
    visible: np.ndarray | None = None
    held: bool = True
    paint: str = ""


@dataclass
class Body:
    """Parts in drawing order, with shorthand to add them."""

    parts: list[Part] = field(default_factory=list)

    def cone(self, a, b, ra, rb, material, origin=None, frame=None, **more) -> None:
        points = np.stack([a, b], axis=1)
        if frame is None:
            # Only what is patterned needs directions of its own, and they take time.
            plain = material.pattern == "plain" and not material.wrinkles
            origin, frame = a, np.broadcast_to(np.eye(3), (len(a), 3, 3)) if plain else along(b - a)
        self.parts.append(Part(points, material, np.array([ra, rb]), None, origin, frame, **more))

    def ellipsoid(self, centre, frame, size, material, origin=None, **more) -> None:
        axes = frame * np.asarray(size)[:, None]
        self.parts.append(
            Part(centre[:, None], material, None, axes, centre if origin is None else origin, frame, **more)
        )


def normalised(vectors: np.ndarray) -> np.ndarray:
    return vectors / (np.linalg.norm(vectors, axis=-1, keepdims=True) + 1e-9)


def along(direction: np.ndarray) -> np.ndarray:
    """Frames [T, 3, 3] whose second row is `direction`; the others are as good as any, for patterns on a limb."""
    y = normalised(direction)
    reference = np.array([0.35, 0.25, 0.9])
    x = normalised(np.cross(y, reference))
    return np.stack([x, y, np.cross(x, y)], axis=1)


def upright(left: np.ndarray, up: np.ndarray) -> np.ndarray:
    """Frames [T, 3, 3] (rows left, up, forward) with exactly this `up`."""
    y = normalised(up)
    x = normalised(left - y * (left * y).sum(-1, keepdims=True))
    return np.stack([x, y, np.cross(x, y)], axis=1)


def dressed(joints: np.ndarray, gaze: np.ndarray, look: Look) -> list[Part]:
    """The parts of one person. joints: [T, 22, 3]; gaze: where the face points [T, 3]."""
    j = {name: joints[:, i].astype(float) for name, i in INDEX.items()}
    body = Body()
    chest = upright(j["l_shoulder"] - j["r_shoulder"], j["neck"] - j["spine"])
    hips = upright(j["l_hip"] - j["r_hip"], j["spine"] - j["pelvis"])
    _trunk(body, j, chest, hips, look)
    for side in ("l", "r"):
        _arm(body, j, side, look)
        _leg(body, j, side, hips, look)
    _head(body, j, gaze, look)
    return body.parts


def _at(origin: np.ndarray, frame: np.ndarray, x: float, y: float, z: float) -> np.ndarray:
    return origin + frame[:, 0] * x + frame[:, 1] * y + frame[:, 2] * z


def _trunk(body: Body, j: dict, chest: np.ndarray, hips: np.ndarray, look: Look) -> None:
    g, wide, narrow = look.girth, 1 + 0.06 * look.breadth, 1 - 0.08 * look.breadth
    top = {"material": look.top, "paint": "trunk"}
    shoulders = np.linalg.norm(j["l_shoulder"] - j["r_shoulder"], axis=1).mean()
    ribs = j["chest"] * 0.9 + j["neck"] * 0.1
    belly = 0.45 * j["pelvis"] + 0.55 * j["spine"]
    middle = upright(chest[:, 0] + hips[:, 0], j["chest"] - j["pelvis"])
    body.ellipsoid(ribs, chest, (0.40 * shoulders * g * wide, 0.118, 0.066 * g), origin=ribs, **top)
    upper = _at(j["neck"], chest, 0, -0.055, 0)
    body.ellipsoid(upper, chest, (0.42 * shoulders * g * wide, 0.055, 0.052 * g), origin=ribs, **top)
    waist = 0.076 * g * (1.0 if not look.bust else 0.92)
    body.ellipsoid(belly, middle, (waist, 0.115, 0.056 * g), origin=ribs, **top)
    if look.bust:
        for x in (-1, 1):
            spot = _at(ribs, chest, 0.038 * x, 0.004, 0.036 * g)
            body.ellipsoid(spot, chest, (0.040, 0.042, 0.040), look.top, origin=ribs)
    pelvis = _at(j["pelvis"], hips, 0, 0.0, 0)
    body.ellipsoid(pelvis, hips, (0.088 * g * narrow, 0.066, 0.067 * g), look.bottom, paint="trunk")
    base = _at(j["neck"], chest, 0, -0.012, -0.008)
    for x, name in ((1, "l_shoulder"), (-1, "r_shoulder")):
        sleeve = look.top if look.sleeves != "none" else look.skin
        inner = _at(base, chest, 0.03 * x, -0.028, 0)
        outer = j[name] * 0.8 + base * 0.2
        body.cone(inner, outer, 0.036 * g, 0.036 * g * look.muscle, look.top, ribs, chest, paint="trunk")
        body.cone(
            j[name], j[name], 0.040 * g * look.muscle, 0.040 * g * look.muscle, sleeve, ribs, chest, paint="trunk"
        )
    body.cone(base, j["head"] - (j["head"] - j["neck"]) * 0.2, 0.032 * g, 0.028 * g, look.skin)


def _arm(body: Body, j: dict, side: str, look: Look) -> None:
    g, m = look.girth, look.girth * look.muscle
    shoulder, elbow, wrist, hand = (j[f"{side}_{name}"] for name in ("shoulder", "elbow", "wrist", "hand"))
    lower = look.top if look.sleeves == "long" else look.skin
    ra, rb = 0.036 * m, 0.029 * m
    if look.sleeves == "short":
        cuff = shoulder + 0.55 * (elbow - shoulder)
        body.cone(shoulder, cuff, ra + 0.006, ra + 0.004, look.top)
    body.cone(shoulder, elbow, ra, rb, lower)
    bulge = elbow + 0.3 * (wrist - elbow)
    extra = 0.003 if look.sleeves == "long" else 0
    body.cone(elbow, bulge, rb + extra, 0.030 * m + extra, lower)
    body.cone(bulge, wrist, 0.030 * m + extra, 0.019 * g + extra, lower)
    body.cone(wrist, hand, 0.018 * g, 0.023 * g, look.skin)
    body.cone(hand, hand + 0.022 * normalised(hand - wrist), 0.022 * g, 0.017 * g, look.skin)


def _leg(body: Body, j: dict, side: str, hips: np.ndarray, look: Look) -> None:
    g, m, wide = look.girth, look.girth * look.muscle, 1 - 0.06 * look.breadth
    hip, knee, ankle, toe = (j[f"{side}_{name}"] for name in ("hip", "knee", "ankle", "toe"))
    clothed = look.legs in ("trousers", "leggings")
    extra = 0.006 if look.legs == "trousers" else 0.0
    cloth = look.bottom if clothed else look.skin
    thigh, knee_r = 0.058 * m * wide + extra, 0.042 * m + extra
    body.cone(hip, knee, thigh, knee_r, cloth)
    forward = normalised(toe - ankle)
    calf = knee + 0.32 * (ankle - knee) - 0.012 * forward
    ankle_r = 0.025 * g + (0.012 if look.legs == "trousers" else 0)
    body.cone(knee, calf, knee_r, 0.042 * m + extra, cloth)
    body.cone(calf, ankle, 0.042 * m + extra, ankle_r, cloth)
    if look.legs == "shorts":
        body.cone(hip, hip + 0.62 * (knee - hip), thigh + 0.007, 0.050 * m + 0.014, look.bottom)
    elif look.legs == "skirt":
        body.cone(
            hip,
            hip + 0.5 * (knee - hip) + hips[:, 0] * (0.01 if side == "l" else -0.01),
            thigh + 0.012,
            0.072 * g,
            look.bottom,
        )
    if look.socks is not None and not clothed:
        body.cone(ankle + 0.4 * (calf - ankle), ankle, 0.033 * m, 0.028 * g, look.socks)
    down = normalised(ankle - knee)
    level = normalised(forward - down * (forward * down).sum(-1, keepdims=True) * 0.5)
    heel = ankle + 0.016 * down - 0.022 * level
    body.cone(heel, toe, 0.027, 0.022, look.shoes)
    body.cone(toe, toe + 0.028 * level, 0.022, 0.017, look.shoes)
    body.cone(ankle, heel, 0.027 * g, 0.026, look.shoes)


def _head(body: Body, j: dict, gaze: np.ndarray, look: Look) -> None:
    up = j["head_top"] - j["head"]
    ahead = upright(np.cross(up, gaze), up)
    size = np.linalg.norm(up, axis=1).mean() / 0.08
    centre = _at(j["head"], ahead, 0, 0.002 * size, 0)
    skull = np.array([0.053, 0.074, 0.062]) * size
    body.ellipsoid(centre, ahead, skull, look.skin, origin=centre, paint="face")
    chin = _at(centre, ahead, 0, -0.060 * size, 0.026 * size)
    body.cone(
        _at(centre, ahead, 0, -0.02 * size, 0.012 * size),
        chin,
        0.047 * size,
        0.024 * size,
        look.skin,
        centre,
        ahead,
        paint="face",
    )
    nose = _at(centre, ahead, 0, -0.012 * size, 0.062 * size)
    body.cone(_at(centre, ahead, 0, 0.006, 0.054 * size), nose, 0.007 * size, 0.012 * size, look.skin)
    for x in (-1, 1):
        ear = _at(centre, ahead, 0.053 * x * size, -0.006 * size, -0.004)
        body.ellipsoid(ear, ahead, (0.008, 0.018, 0.013), look.skin)
    _hair(body, centre, ahead, size, look)


def _hair(body: Body, centre: np.ndarray, ahead: np.ndarray, size: float, look: Look) -> None:
    style = look.hair_style
    if style == "bald":
        return
    material = look.hat if style == "cap" else look.hair
    grow = {"crop": 1.02, "short": 1.08, "afro": 1.4, "cap": 1.09}.get(style, 1.1)
    skull = np.array([0.053, 0.070, 0.062]) * size * grow
    cap = _at(centre, ahead, 0, (0.020 if style != "afro" else 0.028) * size, -0.014 * size)
    body.ellipsoid(cap, ahead, skull, material)
    if style == "cap":
        brim = _at(centre, ahead, 0, 0.030 * size, 0.075 * size)
        body.ellipsoid(brim, ahead, np.array([0.045, 0.008, 0.045]) * size, material)
        body.ellipsoid(
            _at(centre, ahead, 0, -0.012 * size, -0.02 * size), ahead, np.array([0.054, 0.05, 0.055]) * size, look.hair
        )
    elif style == "long":
        nape = _at(centre, ahead, 0, -0.02 * size, -0.03 * size)
        body.cone(nape, _at(centre, ahead, 0, -0.125 * size, -0.045 * size), 0.054 * size, 0.036 * size, material)
    elif style == "bun":
        body.cone(*[_at(centre, ahead, 0, 0.05 * size, -0.062 * size)] * 2, 0.026 * size, 0.026 * size, material)
    elif style == "tail":
        knot = _at(centre, ahead, 0, 0.03 * size, -0.075 * size)
        body.cone(knot, _at(centre, ahead, 0, -0.085 * size, -0.10 * size), 0.022 * size, 0.012 * size, material)
