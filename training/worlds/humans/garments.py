"""Shirts, trousers, shorts and skirts cut from the base mesh's own tights: what fits every body, in any length.

A garment is what is left of the tights where a length along the body, in metres, is positive; hems are cut straight
through the triangles. Its cloth is a light grey, to be dyed. Lengths and axes are those of `body`.
"""

from __future__ import annotations

import colorsys

import cv2
import numpy as np

from training.worlds.humans.body import Bodies, HumanBody
from training.worlds.humans.worn import Piece

_UNDER = 0.035  # so far inside a hem the skin is hidden
_SIDE = 256
_WORDS = ("RUN", "NOVA", "84", "7", "TEAM", "west", "LUMA", "hello", "23", "PEAK", "aqua", "10", "STUDIO", "north")


def top(rng: np.random.Generator, bodies: Bodies, body: HumanBody, sex: str, over: float) -> tuple[Piece, np.ndarray]:
    """A shirt of some cut, and the skin beneath it, bool [B]. over: how far what is worn below stands off."""
    arm = _arm(bodies, body)
    kind = rng.choice(["tee", "tank", "long", "crop"], p=[0.5, 0.2, 0.22, 0.08])
    whole = _arm_length(bodies, body)
    sleeve = {"tee": rng.uniform(0.24, 0.5), "tank": rng.uniform(0.0, 0.06), "long": 0.98, "crop": 0.3}[kind] * whole
    hips, chest = _height(bodies, body, "UpperLeg.L"), _height(bodies, body, "Chest")
    hem = chest - 0.1 * (chest - hips) if kind == "crop" else hips + rng.uniform(-0.03, 0.06)
    neck = body.heads[bodies.bone_names.index("Neck")]
    away = np.linalg.norm((body.vertices - neck) * [0.85, 1.0, 1.0], axis=1)
    front = (body.vertices[:, 2] > neck[2]) * np.clip(1 - np.abs(body.vertices[:, 0]) / 0.1, 0, 1)
    collar = rng.uniform(0.06, 0.09) + front * rng.choice([0.0, rng.uniform(0.02, 0.07)])
    if kind == "tank":
        collar = collar + 0.025
    inside = np.minimum(body.vertices[:, 1] - hem, away - collar)
    inside = np.minimum(inside, neck[1] - 0.015 - body.vertices[:, 1])
    inside = np.where(np.isnan(arm), inside, np.minimum(inside, sleeve - np.nan_to_num(arm)))
    loose = rng.uniform(0.008, 0.02) * (0.6 if sex == "female" and kind != "long" else 1.0)
    loose = max(loose, over + 0.005)
    return _cut(rng, bodies, body, "Top", inside, loose, printed=rng.random() < 0.45)


def bottom(rng: np.random.Generator, bodies: Bodies, body: HumanBody) -> tuple[Piece, np.ndarray, float]:
    """Trousers, leggings or shorts, the skin beneath them, bool [B], and how far they stand off."""
    hips, knee, foot = (_height(bodies, body, bone) for bone in ("UpperLeg.L", "LowerLeg.L", "Foot.L"))
    kind = rng.choice(["shorts", "tight", "trousers"], p=[0.5, 0.25, 0.25])
    if kind == "shorts":
        end = knee + rng.uniform(0.0, 0.68) * (hips - knee)
    else:
        end = foot + rng.uniform(0.02, 0.12 if kind == "tight" else 0.05)
    waist = hips + rng.uniform(0.1, 0.16)
    inside = np.minimum(waist - body.vertices[:, 1], body.vertices[:, 1] - end)
    inside = np.where(np.isnan(_arm(bodies, body)), inside, -1.0)
    loose = {"shorts": rng.uniform(0.006, 0.016), "tight": 0.003, "trousers": rng.uniform(0.008, 0.014)}[kind]
    return *_cut(rng, bodies, body, "Bottom", inside, loose, printed=False), loose


def skirt(rng: np.random.Generator, bodies: Bodies, body: HumanBody) -> tuple[Piece, np.ndarray, float]:
    """A skirt to some length, the skin beneath it, bool [B], and how far it stands off."""
    hips, knee = (_height(bodies, body, bone) for bone in ("UpperLeg.L", "LowerLeg.L"))
    end, waist = knee + rng.uniform(-0.25, 0.5) * (hips - knee), hips + rng.uniform(0.1, 0.16)
    inside = np.minimum(waist - body.vertices[:, 1], body.vertices[:, 1] - end)
    inside = np.where(np.isnan(_arm(bodies, body)), inside, -1.0)
    piece, under = _cut(rng, bodies, body, "Skirt", inside, 0.004, printed=False, mesh=bodies.skirt)
    # Legs show from below: only what never does is left out.
    return piece, under & (body.vertices[:, 1] > hips), 0.02


def _arm(bodies: Bodies, body: HumanBody) -> np.ndarray:
    """How far along the arm each vertex lies from the shoulder, f64 [B]; NaN off the arms."""
    at = {bone: body.heads[b] for b, bone in enumerate(bodies.bone_names)}
    along = np.full(len(body.vertices), np.nan)
    for side in "LR":
        shoulder, elbow, wrist = at[f"UpperArm.{side}"], at[f"LowerArm.{side}"], at[f"Hand.{side}"]
        upper, lower = elbow - shoulder, wrist - elbow
        long, more = np.linalg.norm(upper), np.linalg.norm(lower)
        first = (body.vertices - shoulder) @ upper / long
        second = (body.vertices - elbow) @ lower / more
        names = [b for b, n in enumerate(bodies.bone_names) if n.endswith(side) and n.startswith(
            ("UpperArm", "LowerArm", "Hand", "Thumb", "Index", "Middle", "Ring", "Pinky"))]  # fmt: skip
        share = body.bone_weights[:, names].sum(1)
        far = body.bone_weights[:, names[1:]].sum(1)
        here = np.where(far > 0.5, long + second, first)
        along = np.where(share > 0.05, here, along)
    return along


def _arm_length(bodies: Bodies, body: HumanBody) -> float:
    """From the shoulder to the wrist."""
    shoulder, elbow, wrist = (
        body.heads[bodies.bone_names.index(bone)] for bone in ("UpperArm.L", "LowerArm.L", "Hand.L")
    )
    return float(np.linalg.norm(elbow - shoulder) + np.linalg.norm(wrist - elbow))


def _height(bodies: Bodies, body: HumanBody, bone: str) -> float:
    return float(body.heads[bodies.bone_names.index(bone), 1])


def _cut(rng, bodies: Bodies, body: HumanBody, name: str, inside: np.ndarray, loose: float, printed: bool, mesh=None):
    """(the tights, or another `mesh`, where `inside` is positive, the skin that lies well beneath)."""
    mesh = bodies.tights if mesh is None else mesh
    vertices = body.vertices + loose * _wavy(body.vertices, rng) * _outward(body.vertices, mesh)
    points, weights, triangles = _clipped(vertices, body.bone_weights, mesh, inside)
    around = np.arctan2(points[:, 0], points[:, 2] + 0.03) / (2 * np.pi) + 0.5
    uv = np.stack([around * 2, (points[triangles, 1].max() - points[:, 1]) / 0.62], axis=1)[triangles]
    # Where a triangle lies across the back's seam, its corners go on beyond 1.
    wide = np.ptp(uv[..., 0], axis=1) > 1
    uv[wide, :, 0] += 2 * (uv[wide, :, 0] < 1)
    piece = Piece(name, points, weights, triangles, uv, _cloth(rng, printed), _colour(rng))
    return piece, inside > _UNDER


def _clipped(vertices, weights, triangles, inside):
    """The triangles' parts where `inside`, given by vertex, is positive."""
    points, bones, faces = [vertices], [weights], []
    made: dict[tuple[int, int], int] = {}
    count = len(vertices)

    def edge(a: int, b: int) -> int:
        nonlocal count
        key = (min(a, b), max(a, b))
        if key not in made:
            t = inside[a] / (inside[a] - inside[b])
            points.append((vertices[a] + t * (vertices[b] - vertices[a]))[None])
            bones.append((weights[a] + t * (weights[b] - weights[a]))[None])
            made[key] = count
            count += 1
        return made[key]

    for corners in triangles.tolist():
        ring = []
        for a, b in zip(corners, corners[1:] + corners[:1], strict=True):
            if inside[a] > 0:
                ring.append(a)
            if (inside[a] > 0) != (inside[b] > 0):
                ring.append(edge(a, b))
        faces += [(ring[0], ring[k], ring[k + 1]) for k in range(1, len(ring) - 1)]
    return np.concatenate(points), np.concatenate(bones), np.array(faces)


def _outward(vertices: np.ndarray, triangles: np.ndarray) -> np.ndarray:
    corners = vertices[triangles]
    faces = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    total = np.zeros_like(vertices)
    for k in range(3):
        np.add.at(total, triangles[:, k], faces)
    return total / (np.linalg.norm(total, axis=1, keepdims=True) + 1e-12)


def _wavy(vertices: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """A slow variation about 1 [V, 1]: cloth is no second skin."""
    waves = rng.normal(size=(4, 3)) * 18
    return 1 + 0.35 * np.sin(vertices @ waves.T + rng.uniform(0, 6.3, 4)).mean(1, keepdims=True)


def _colour(rng: np.random.Generator) -> tuple[float, float, float]:
    """What cloth is mostly dyed: black, grey, white, blue, or anything, rarely strong."""
    if rng.random() < 0.5:
        colour = np.full(3, rng.choice([0.12, 0.22, 0.45, 0.75, 1.0, 1.15])) * rng.uniform(0.95, 1.05, 3)
    else:
        hue = rng.random() if rng.random() < 0.6 else rng.normal(0.61, 0.03)
        colour = np.array(colorsys.hsv_to_rgb(hue % 1, rng.uniform(0.15, 0.8), rng.uniform(0.25, 1.1)))
    return tuple(np.clip(colour, 0.03, 1.15).tolist())


def _cloth(rng: np.random.Generator, printed: bool) -> np.ndarray:
    """A light grey cloth with folds, and perhaps a print on the chest, uint8 [S, S, 4], seamless across."""
    folds = np.zeros((_SIDE, _SIDE), np.float32)
    for cells in (5, 9, 18):
        grid = rng.normal(size=(cells, cells)).astype(np.float32)
        grid = np.concatenate([grid, grid[:, :1]], axis=1)
        folds += cv2.resize(grid, (_SIDE, _SIDE), interpolation=cv2.INTER_CUBIC) / cells
    ridges = 1 - np.abs(folds) / (np.abs(folds).max() + 1e-6)
    weave = rng.normal(size=(_SIDE, _SIDE)).astype(np.float32)
    grey = 205 + 22 * (ridges**2 - 0.5) + 5 * weave
    picture = np.repeat(grey[..., None], 3, axis=2).clip(0, 255).astype(np.uint8)
    if printed:
        ink = [int(v) for v in rng.integers(15, 240, 3)]
        # The texture runs round the body twice: what is drawn at its side lies on the chest.
        here = np.zeros((_SIDE, _SIDE, 3), np.uint8)
        middle = (_SIDE // 2, int(rng.uniform(0.3, 0.42) * _SIDE))
        if rng.random() < 0.6:
            word, large = str(rng.choice(_WORDS)), rng.uniform(0.5, 0.9)
            (wide, _), _ = cv2.getTextSize(word, cv2.FONT_HERSHEY_DUPLEX, large, 2)
            cv2.putText(here, word, (middle[0] - wide // 2, middle[1]), cv2.FONT_HERSHEY_DUPLEX, large, (1, 1, 1), 2)
        else:
            cv2.ellipse(here, middle, (int(rng.uniform(12, 30)), int(rng.uniform(10, 30))), 0, 0, 360, (1, 1, 1), -1)
        here = np.roll(here, _SIDE // 2, axis=1)
        picture = np.where(here > 0, (picture * (np.array(ink) / 255)).astype(np.uint8), picture)
    return np.concatenate([picture, np.full((_SIDE, _SIDE, 1), 255, np.uint8)], axis=2)
