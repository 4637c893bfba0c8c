"""Rackets, bats, clubs, barbells, bars and balls as parts, from the points a motion gives for them.

Lengths are body heights. Knows neither camera nor light.
"""

from __future__ import annotations

import numpy as np

from training.worlds.capsules.bodies import Body, Part, along, normalised
from training.worlds.capsules.wardrobe import Material
from training.worlds.motions.skeleton import INDEX, PLATE_RADIUS, Equipment

# A little larger than life, to be seen at 64 px.
_BALL_RADIUS = {"tennis_ball": 0.024, "baseball": 0.026, "golf_ball": 0.015}
_HANDS = [INDEX["r_hand"], INDEX["l_hand"]]
_WITHIN_REACH = 0.11


def held_solids(equipment: tuple[Equipment, ...], joints: np.ndarray, rng: np.random.Generator) -> list[Part]:
    """The parts of everything a clip's figure uses. joints: [T, 22, 3]. What it does not hold has `held` False."""
    body = Body()
    for item in equipment:
        points = item.points.astype(float)
        first = len(body.parts)
        if item.kind == "racket":
            _racket(body, points[:, 0], points[:, 1], rng)
        elif item.kind == "bat":
            _bat(body, points[:, 0], points[:, 1], rng)
        elif item.kind == "club":
            _club(body, points[:, 0], points[:, 1])
        elif item.kind == "barbell":
            _barbell(body, points[:, 0], points[:, 1], rng)
        elif item.kind == "bar":
            _bar(body, points[:, 0], points[:, 1], rng)
        elif item.kind == "glove":
            _glove(body, points[:, 0], points[:, 1], joints, rng)
        else:
            _ball(body, points[:, 0], item, joints)
        for part in body.parts[first:]:
            part.visible = item.visible if part.visible is None else part.visible & item.visible
    return body.parts


def _grey(value: float, gloss: float = 0.5) -> Material:
    return Material(np.full(3, value), gloss=gloss)


def _racket(body: Body, grip: np.ndarray, head: np.ndarray, rng: np.random.Generator) -> None:
    axis = normalised(head - grip)
    frame = _carried_along(axis)
    hue = Material(rng.uniform(0.05, 1, 3) ** 1.5, gloss=0.4)
    throat = head - 0.095 * axis
    body.cone(grip, grip + 0.10 * axis, 0.011, 0.011, _grey(0.12, 0.1))
    body.cone(grip + 0.10 * axis, throat, 0.009, 0.009, hue)
    angles = np.linspace(0, 2 * np.pi, 13)
    rim = head[:, None] + (
        frame[:, None, 0] * np.sin(angles)[:, None] * 0.076 - frame[:, None, 1] * np.cos(angles)[:, None] * 0.1
    )
    for k in range(12):
        body.cone(rim[:, k], rim[:, k + 1], 0.0085, 0.0085, hue)
    strings = _grey(0.9, 0.0)
    for offset in (-0.045, -0.015, 0.015, 0.045):
        half = np.sqrt(1 - (offset / 0.076) ** 2) * 0.1
        middle = head + frame[:, 0] * offset
        body.cone(middle - frame[:, 1] * half, middle + frame[:, 1] * half, 0.0024, 0.0024, strings)
    for offset in (-0.06, -0.03, 0.0, 0.03, 0.06):
        half = np.sqrt(1 - (offset / 0.1) ** 2) * 0.076
        middle = head + frame[:, 1] * offset
        body.cone(middle - frame[:, 0] * half, middle + frame[:, 0] * half, 0.0024, 0.0024, strings)


def _carried_along(axis: np.ndarray) -> np.ndarray:
    """Frames [T, 3, 3] whose second row is `axis`, carried from frame to frame without twisting about it."""
    frames = np.empty((len(axis), 3, 3))
    side = np.array([1.0, 0.0, 0.0]) if abs(axis[0, 0]) < 0.9 else np.array([0.0, 0.0, 1.0])
    for t, y in enumerate(axis):
        side = normalised(side - y * (side @ y))
        frames[t, 0], frames[t, 1] = side, y
    frames[:, 2] = np.cross(frames[:, 0], frames[:, 1])
    return frames


def _bat(body: Body, knob: np.ndarray, tip: np.ndarray, rng: np.random.Generator) -> None:
    wood = ((0.80, 0.62, 0.38), (0.45, 0.27, 0.15), (0.12, 0.12, 0.13), (0.75, 0.76, 0.78))[rng.integers(4)]
    material = Material(np.array(wood), gloss=0.35)
    body.cone(knob, knob, 0.016, 0.016, material)
    body.cone(knob, knob + 0.4 * (tip - knob), 0.0105, 0.012, material)
    body.cone(knob + 0.4 * (tip - knob), knob + 0.7 * (tip - knob), 0.012, 0.021, material)
    body.cone(knob + 0.7 * (tip - knob), tip, 0.021, 0.022, material)


def _club(body: Body, grip: np.ndarray, head: np.ndarray) -> None:
    body.cone(grip, grip + 0.25 * (head - grip), 0.0095, 0.008, _grey(0.1, 0.1))
    body.cone(grip + 0.25 * (head - grip), head, 0.0065, 0.0055, _grey(0.75))
    toe = along(head - grip)[:, 2] * 0.045
    body.cone(head, head + toe, 0.014, 0.02, _grey(0.2))


def _barbell(body: Body, left: np.ndarray, right: np.ndarray, rng: np.random.Generator) -> None:
    frame = along(right - left)
    body.cone(left, right, 0.0085, 0.0085, _grey(0.7))
    colour = ((0.75, 0.1, 0.1), (0.1, 0.2, 0.65), (0.85, 0.7, 0.1), (0.1, 0.45, 0.2), (0.09, 0.09, 0.1))[
        rng.integers(5)
    ]
    plate, hub = Material(np.array(colour), gloss=0.25), _grey(0.6)
    for end, sign in ((left, 1), (right, -1)):
        for inset, radius in ((0.055, 1.0), (0.085, 1.0), (0.03, 0.7)):
            centre = end + sign * inset * frame[:, 1]
            body.ellipsoid(centre, frame, (PLATE_RADIUS * radius, 0.017, PLATE_RADIUS * radius), plate)
        body.cone(end, end + sign * 0.02 * frame[:, 1], 0.015, 0.015, hub)


def _bar(body: Body, left: np.ndarray, right: np.ndarray, rng: np.random.Generator) -> None:
    metal = Material(np.full(3, rng.choice([0.15, 0.3, 0.75])) * rng.uniform(0.9, 1.1, 3), gloss=0.5)
    body.cone(left, right, 0.012, 0.012, metal, held=False)
    for end in (left, right):
        foot = end.copy()
        foot[:, 1] = 0
        body.cone(end + np.array([0, 0.015, 0]), foot, 0.017, 0.017, metal, held=False)


def _glove(body: Body, wrist: np.ndarray, tips: np.ndarray, joints: np.ndarray, rng: np.random.Generator) -> None:
    leather = ((0.42, 0.22, 0.1), (0.62, 0.38, 0.18), (0.15, 0.1, 0.08))[rng.integers(3)]
    material = Material(np.array(leather) * rng.uniform(0.85, 1.15), gloss=0.2)
    # A pocket as wide as long that opens away from the chest.
    y = normalised(tips - wrist)
    front = joints[:, INDEX["chest"]] - wrist
    z = normalised(front - y * (front * y).sum(-1, keepdims=True))
    frame = np.stack([np.cross(y, z), y, z], axis=1)
    middle = (wrist + tips) / 2
    body.ellipsoid(middle, frame, (0.052, 0.066, 0.024), material)
    thumb = middle + frame[:, 0] * 0.04
    body.cone(thumb, thumb + frame[:, 0] * 0.012 + y * 0.045, 0.02, 0.016, material)


def _ball(body: Body, centre: np.ndarray, item: Equipment, joints: np.ndarray) -> None:
    radius = _BALL_RADIUS[item.kind]
    colour = (0.82, 0.95, 0.18) if item.kind == "tennis_ball" else (0.96, 0.95, 0.92)
    near = np.linalg.norm(joints[:, _HANDS] - centre[:, None], axis=2).min(1) < _WITHIN_REACH
    for held, when in ((True, near), (False, ~near)):
        body.cone(centre, centre, radius, radius, Material(np.array(colour)), held=held, visible=when)
