"""A textured person of a few boxes, written as `kpvp humans` writes people, so that tests need no assets."""

from pathlib import Path

import numpy as np

from tests.training.worlds.rigs.humanoid import humanoid
from training.worlds.humans import glb
from training.worlds.humans.body import HumanBody
from training.worlds.humans.worn import Piece

RED, GREEN = (200, 30, 30), (30, 200, 30)
_CORNERS = np.array([[x, y, z] for x in (-1, 1) for y in (-1, 1) for z in (-1, 1)], float)
_SIDES = np.array([(0, 1, 3, 2), (4, 6, 7, 5), (0, 4, 5, 1), (2, 3, 7, 6), (0, 2, 6, 4), (1, 5, 7, 3)])
_TRIANGLES = np.concatenate([_SIDES[:, [0, 1, 2]], _SIDES[:, [0, 2, 3]]])


def write(path: Path, thick: float = 0.06) -> None:
    """A person with a red box on every bone and a green tuft over the head, of which the left half is cut out."""
    rig = humanoid()
    heads = rig.rest_transforms[:, :3, 3].astype(float)
    names, parents = (*rig.bone_names, "HeadTop"), (*rig.parents.tolist(), rig.bone("Head"))
    heads = np.concatenate([heads, [[0, 1.85, 0.05]]])
    body = HumanBody(heads, np.eye(len(names)), heads, np.repeat(np.eye(3)[None], len(names), 0), heads, 1.85)
    boxes, weights, faces = [], [], []
    for bone, parent in enumerate(parents):
        # From the parent's place to the bone's own, so that limbs are whole.
        start, end = heads[max(parent, 0)], heads[bone]
        half = np.abs(end - start) / 2 + thick
        faces.append(_TRIANGLES + 8 * len(boxes))
        boxes.append((start + end) / 2 + _CORNERS * half)
        weights.append(np.repeat(np.eye(len(names))[[max(parent, 0)]], 8, axis=0))
    skin = Piece(
        "Skin", np.concatenate(boxes), np.concatenate(weights), np.concatenate(faces),
        np.full((12 * len(boxes), 3, 2), 0.5), picture(RED),
    )  # fmt: skip
    tuft = picture(GREEN)
    tuft[:, :8, 3] = 0
    corners = heads[-1] + np.array([[-0.2, 0, 0.1], [0.2, 0, 0.1], [0.2, 0.3, 0.1], [-0.2, 0.3, 0.1]])
    uv = np.array([[0, 1], [1, 1], [1, 0], [0, 0]], float)
    quad = np.array([(0, 1, 2), (0, 2, 3)])
    weight = np.repeat(np.eye(len(names))[[rig.bone("Head")]], 4, axis=0)
    hair = Piece("Hair", corners, weight, quad, uv[quad], tuft, cut=True)
    path.parent.mkdir(parents=True, exist_ok=True)
    glb.write(path, body, names, parents, [skin, hair])


def picture(colour: tuple[int, int, int]) -> np.ndarray:
    """A texture of one colour, uint8 [16, 16, 4]."""
    return np.tile(np.array([*colour, 255], np.uint8), (16, 16, 1))


def folder(path: Path, people: int = 3) -> Path:
    """A folder of characters with so many people for training, two held out, and two panoramas: a sunny one, a grey."""
    for number in range(people):
        write(path / "humans" / f"human_0_{number:03d}.glb", 0.05 + 0.002 * number)
    for number in (6, 13):
        write(path / "humans" / "held-out" / f"human_0_{number:03d}.glb", 0.07 + 0.001 * number)
    sky = np.full((64, 128, 3), 0.5, np.float32)
    sky[32:] = [0.2, 0.15, 0.1]
    sunny = sky.copy()
    sunny[10:12, 60:62] = 5000
    np.savez(path / "panoramas.npz", grey=sky.astype(np.float16), sunny=sunny.astype(np.float16))
    return path
