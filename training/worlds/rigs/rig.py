"""A rigged character: a mesh bound to bones, the poses it can take and the animations it came with.

Lengths are the file's own units; world axes are those of glTF and of `skeleton`: y up, the character faces +z, its own
right side has x < 0. Knows neither files nor pictures.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

import numba
import numpy as np


@dataclass(frozen=True)
class Track:
    """How one bone's translation, rotation (quaternion x, y, z, w) or scale changes.

    path: "translation", "rotation" or "scale"; times f32 [N] in seconds, rising; values f32 [N, 3 or 4], or
    [N, 3, 3 or 4] (in-tangent, value, out-tangent) for "CUBICSPLINE".
    """

    bone: int
    path: str
    times: np.ndarray
    values: np.ndarray
    interpolation: str = "LINEAR"

    def at(self, t: np.ndarray) -> np.ndarray:
        """Values f32 [T, 3 or 4] at the seconds t [T]; held before the first and after the last key. glTF 2.0,
        appendix C."""
        times, values = self.times, self.values
        cubic = self.interpolation == "CUBICSPLINE"
        if len(times) == 1:
            return np.repeat(values[:1, 1] if cubic else values[:1], len(t), axis=0)
        t = np.clip(t, times[0], times[-1])
        k = np.clip(np.searchsorted(times, t, side="right") - 1, 0, len(times) - 2)
        step = np.maximum(times[k + 1] - times[k], 1e-9)[:, None]
        u = (t - times[k])[:, None] / step
        if self.interpolation == "STEP":
            return values[np.where(u[:, 0] >= 1, k + 1, k)]
        if cubic:
            a, out, into, b = values[k, 1], values[k, 2] * step, values[k + 1, 0] * step, values[k + 1, 1]
            u2, u3 = u * u, u * u * u
            return (2 * u3 - 3 * u2 + 1) * a + (u3 - 2 * u2 + u) * out + (3 * u2 - 2 * u3) * b + (u3 - u2) * into
        a, b = values[k], values[k + 1]
        return _slerp(a, b, u) if self.path == "rotation" else a + u * (b - a)


@dataclass(frozen=True)
class Animation:
    """A named clip of a rig. duration in seconds. Bones without a track keep the rest pose's value."""

    name: str
    duration: float
    tracks: tuple[Track, ...]
    rest: tuple[np.ndarray, np.ndarray, np.ndarray]  # translations [B, 3], quaternions [B, 4], scales [B, 3]

    def local(self, t: np.ndarray) -> np.ndarray:
        """Local transforms f32 [T, B, 4, 4] at the seconds t [T]."""
        t = np.atleast_1d(np.asarray(t, np.float32))
        parts = {
            path: np.repeat(values[None], len(t), axis=0)
            for path, values in zip(("translation", "rotation", "scale"), self.rest, strict=True)
        }
        for track in self.tracks:
            parts[track.path][:, track.bone] = track.at(t)
        return composed(parts["translation"], parts["rotation"], parts["scale"])


@dataclass(frozen=True, eq=False)
class Rig:
    """One character.

    bone_names [B], parents int [B] (-1 = root; a parent comes before its children), rest_local and inverse_bind f32
    [B, 4, 4]; vertices and normals f32 [V, 3] in bind space (world axes and size, the pose it was bound in); triangles
    int32 [F, 3]; materials int32 [F]; material_names [M]; base_colours f32 [M, 3], sRGB in 0..1; colours f32 [V, 3]
    that multiply them, as do textures uint8 [M, H, W, 3] at uv f32 [V, 2] (0..1, repeating); pictures [M]: the same
    textures in their own sizes, uint8 [H, W, 4] RGBA, or None; cut [M]: transparent where a picture says so; joints
    int32 [V, 4] and weights f32 [V, 4], which add up to 1.
    """

    name: str
    bone_names: tuple[str, ...]
    parents: np.ndarray
    rest_local: np.ndarray
    inverse_bind: np.ndarray
    vertices: np.ndarray
    normals: np.ndarray
    triangles: np.ndarray
    materials: np.ndarray
    material_names: tuple[str, ...]
    base_colours: np.ndarray
    colours: np.ndarray
    uv: np.ndarray
    textures: np.ndarray
    joints: np.ndarray
    weights: np.ndarray
    pictures: tuple[np.ndarray | None, ...] = ()
    cut: tuple[bool, ...] = ()
    clips: dict[str, Animation] = field(default_factory=dict)

    def bone(self, name: str) -> int:
        """The number of a bone. Raises KeyError if there is none of that name."""
        try:
            return self.bone_names.index(name)
        except ValueError:
            raise KeyError(name) from None

    def transforms(self, local: np.ndarray) -> np.ndarray:
        """Forward kinematics: local [T, B, 4, 4] -> bone transforms f32 [T, B, 4, 4], with all that lies above them."""
        transforms = np.empty(local.shape, np.float32)
        for b, parent in enumerate(self.parents.tolist()):
            transforms[:, b] = local[:, b] if parent < 0 else transforms[:, parent] @ local[:, b]
        return transforms

    @cached_property
    def rest_transforms(self) -> np.ndarray:
        """Bone transforms f32 [B, 4, 4] of the rest pose."""
        return self.transforms(self.rest_local[None])[0]

    @cached_property
    def smooth_normals(self) -> np.ndarray:
        """Normals f32 [V, 3] in bind space, averaged over all faces that meet at a point."""
        span = max(float(np.ptp(self.vertices)), 1e-9)
        _, position = np.unique(np.round(self.vertices / (span * 1e-5)).astype(np.int64), axis=0, return_inverse=True)
        position = position.reshape(-1)
        corners = self.vertices[self.triangles]
        faces = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
        total = np.zeros((position.max() + 1, 3))
        for k in range(3):
            np.add.at(total, position[self.triangles[:, k]], faces)
        total /= np.linalg.norm(total, axis=1, keepdims=True) + 1e-12
        return total[position].astype(np.float32)

    def skin(self, transforms: np.ndarray, smooth: bool = True) -> tuple[np.ndarray, np.ndarray]:
        """Linear blend skinning: transforms [T, B, 4, 4] -> (vertices, unit normals), both f32 [T, V, 3].

        smooth: normals averaged where faces meet, rather than the file's own.
        """
        moves = np.ascontiguousarray((transforms @ self.inverse_bind)[:, :, :3], np.float32)
        normals = self.smooth_normals if smooth else self.normals
        return _skinned(moves, self.vertices, normals, self.joints, self.weights)


def composed(translation: np.ndarray, quaternion: np.ndarray, scale: np.ndarray) -> np.ndarray:
    """Transforms f32 [..., 4, 4] from translations [..., 3], quaternions [..., 4] (x, y, z, w) and scales [..., 3]."""
    q = quaternion / np.maximum(np.linalg.norm(quaternion, axis=-1, keepdims=True), 1e-12)
    x, y, z, w = np.moveaxis(q, -1, 0)
    out = np.zeros((*q.shape[:-1], 4, 4), np.float32)
    out[..., 0, 0], out[..., 0, 1], out[..., 0, 2] = 1 - 2 * (y * y + z * z), 2 * (x * y - z * w), 2 * (x * z + y * w)
    out[..., 1, 0], out[..., 1, 1], out[..., 1, 2] = 2 * (x * y + z * w), 1 - 2 * (x * x + z * z), 2 * (y * z - x * w)
    out[..., 2, 0], out[..., 2, 1], out[..., 2, 2] = 2 * (x * z - y * w), 2 * (y * z + x * w), 1 - 2 * (x * x + y * y)
    out[..., :3, :3] *= scale[..., None, :]
    out[..., :3, 3] = translation
    out[..., 3, 3] = 1
    return out


def decomposed(matrix: np.ndarray):
    """The translation [3], quaternion [4] and scale [3] of a transform [4, 4] without shear."""
    scale = np.linalg.norm(matrix[:3, :3], axis=0)
    if np.linalg.det(matrix[:3, :3]) < 0:
        scale[0] = -scale[0]
    r = matrix[:3, :3] / np.where(scale == 0, 1, scale)
    # The largest of the four squares, so that nothing small is divided by.
    squares = np.array([
        1 + r[0, 0] - r[1, 1] - r[2, 2], 1 - r[0, 0] + r[1, 1] - r[2, 2],
        1 - r[0, 0] - r[1, 1] + r[2, 2], 1 + np.trace(r),
    ])  # fmt: skip
    k = int(squares.argmax())
    x, y, z, w = (
        (squares[0], r[0, 1] + r[1, 0], r[0, 2] + r[2, 0], r[2, 1] - r[1, 2]),
        (r[0, 1] + r[1, 0], squares[1], r[1, 2] + r[2, 1], r[0, 2] - r[2, 0]),
        (r[0, 2] + r[2, 0], r[1, 2] + r[2, 1], squares[2], r[1, 0] - r[0, 1]),
        (r[2, 1] - r[1, 2], r[0, 2] - r[2, 0], r[1, 0] - r[0, 1], squares[3]),
    )[k]
    quaternion = np.array([x, y, z, w]) / (2 * np.sqrt(max(squares[k], 1e-12)))
    return matrix[:3, 3], quaternion, scale


def _slerp(a: np.ndarray, b: np.ndarray, u: np.ndarray) -> np.ndarray:
    dot = (a * b).sum(1, keepdims=True)
    b = np.where(dot < 0, -b, b)
    angle = np.arccos(np.clip(np.abs(dot), 0, 1))
    whole = np.sin(angle)
    near = whole < 1e-4
    safe = np.where(near, 1, whole)
    wa = np.where(near, 1 - u, np.sin((1 - u) * angle) / safe)
    wb = np.where(near, u, np.sin(u * angle) / safe)
    return wa * a + wb * b


@numba.njit(cache=True, fastmath=True)
def _skinned(moves, vertices, normals, joints, weights):
    n_frames, n_vertices = moves.shape[0], vertices.shape[0]
    placed = np.empty((n_frames, n_vertices, 3), np.float32)
    facing = np.empty((n_frames, n_vertices, 3), np.float32)
    m = np.empty((3, 4), np.float32)
    for t in range(n_frames):
        for v in range(n_vertices):
            m[:] = 0
            for k in range(4):
                w = weights[v, k]
                if w > 0:
                    bone = moves[t, joints[v, k]]
                    for i in range(3):
                        for j in range(4):
                            m[i, j] += w * bone[i, j]
            x, y, z = vertices[v, 0], vertices[v, 1], vertices[v, 2]
            a, b, c = normals[v, 0], normals[v, 1], normals[v, 2]
            length = np.float32(1e-12)
            for i in range(3):
                placed[t, v, i] = m[i, 0] * x + m[i, 1] * y + m[i, 2] * z + m[i, 3]
                n = m[i, 0] * a + m[i, 1] * b + m[i, 2] * c
                facing[t, v, i] = n
                length += n * n
            length = np.float32(1) / np.sqrt(length)
            for i in range(3):
                facing[t, v, i] *= length
    return placed, facing
