"""A person of a few triangles with the bones of the rigged people, in a T, so that tests need no files."""

import numpy as np

from training.worlds.rigs.rig import Rig

_MIDDLE = {
    "Root": (None, (0, 0, 0.0)), "Hips": ("Root", (0, 0.98, 0.05)), "Abdomen": ("Hips", (0, 1.1, 0.05)),
    "Torso": ("Abdomen", (0, 1.22, 0.05)), "Chest": ("Torso", (0, 1.36, 0.05)), "Neck": ("Chest", (0, 1.51, 0.05)),
    "Head": ("Neck", (0, 1.59, 0.05)),
}  # fmt: skip
_LEFT = {
    "Shoulder": ("Chest", (0.08, 1.4, 0.05)), "UpperArm": ("Shoulder", (0.14, 1.43, 0.05)),
    "LowerArm": ("UpperArm", (0.34, 1.43, 0.045)), "Hand": ("LowerArm", (0.58, 1.43, 0.08)),
    "Index1": ("Hand", (0.71, 1.43, 0.11)), "Index2": ("Index1", (0.75, 1.43, 0.12)),
    "Thumb1": ("Hand", (0.63, 1.42, 0.13)),
    "UpperLeg": ("Hips", (0.1, 0.97, 0.045)), "LowerLeg": ("UpperLeg", (0.1, 0.54, 0.08)),
    "Foot": ("LowerLeg", (0.1, 0.02, 0.06)),
}  # fmt: skip


def humanoid(size: float = 1.0) -> Rig:
    """The person, 1.85 * size high; a triangle hangs on every bone, and one at each foot lies on the ground."""
    bones: dict[str, tuple[str | None, tuple[float, ...]]] = dict(_MIDDLE)
    for name, (parent, position) in _LEFT.items():
        for side, sign in (("L", 1), ("R", -1)):
            above = parent if parent in _MIDDLE else f"{parent}.{side}"
            bones[f"{name}.{side}"] = (above, (sign * position[0], *position[1:]))
    names = tuple(bones)
    parents = np.array([names.index(parent) if parent else -1 for parent, _ in bones.values()])
    positions = np.array([position for _, position in bones.values()], np.float32) * size
    transforms = np.tile(np.eye(4, dtype=np.float32), (len(names), 1, 1))
    transforms[:, :3, 3] = positions
    local = transforms.copy()
    local[:, :3, 3] -= np.where(parents[:, None] >= 0, positions[parents], 0)
    corners = np.array([[0, 0, 0], [0.03, 0, 0], [0, 0, 0.03]], np.float32) * size
    vertices = (positions[:, None] + corners).reshape(-1, 3)
    joints = np.zeros((len(vertices), 4), np.int32)
    joints[:, 0] = np.repeat(np.arange(len(names)), 3)
    return Rig(
        name="humanoid", bone_names=names, parents=parents, rest_local=local, inverse_bind=np.linalg.inv(transforms),
        vertices=vertices, normals=np.tile(np.array([0, 1, 0], np.float32), (len(vertices), 1)),
        triangles=np.arange(len(vertices), dtype=np.int32).reshape(-1, 3),
        materials=np.zeros(len(names), np.int32), material_names=("Skin",),
        base_colours=np.full((1, 3), 0.7, np.float32), colours=np.ones((len(vertices), 3), np.float32),
        uv=np.zeros((len(vertices), 2), np.float32), textures=np.full((1, 1, 1, 3), 255, np.uint8),
        joints=joints, weights=np.tile(np.array([1, 0, 0, 0], np.float32), (len(vertices), 1)),
    )  # fmt: skip
