"""Reads rigged characters from glTF files (.glb, .gltf): mesh, bones, skin weights, colours, animations."""

from __future__ import annotations

import io
import struct
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
import pygltflib
from PIL import Image

from engine.errors import TrainingError
from training.worlds.rigs.gltf_file import GltfFile
from training.worlds.rigs.rig import Animation, Rig, Track, composed, decomposed

SUFFIXES = (".glb", ".gltf")
_MOST_TRIANGLES = 200_000
_MOST_BONES = 1_000
_TEXTURE_SIDE = 256
_PICTURE_SIDE = 1024
_MOST_PIXELS = 8192 * 8192
_PICTURES = ("PNG", "JPEG", "WEBP", "BMP", "TIFF")


def read(path: str | Path) -> Rig:
    """The character in a file. Raises TrainingError if it is no such file, damaged, compressed, too large, or has no
    skinned mesh."""
    file = GltfFile(Path(path))
    try:
        return _Reader(file).rig()
    except (KeyError, IndexError, TypeError, ValueError, AttributeError, OverflowError, struct.error) as error:
        raise file.unusable(f"is damaged ({type(error).__name__}: {error})", "Export it anew.") from None


@dataclass
class _Mesh:
    """What a mesh node adds to the character; joints count the rig's bones."""

    vertices: np.ndarray
    normals: np.ndarray
    colours: np.ndarray
    uv: np.ndarray
    joints: np.ndarray
    weights: np.ndarray
    triangles: np.ndarray
    material: int


class _Reader:
    """One file on its way to a Rig. Every node of the scene becomes a bone, since any may be animated."""

    def __init__(self, file: GltfFile) -> None:
        self.file, self.content = file, file.content
        self.twins: dict[int, list[int]] = {}  # bone -> itself and its twins, which differ in their bind matrices
        self._hierarchy()

    def _hierarchy(self) -> None:
        nodes = self.content.nodes
        children = {c for node in nodes for c in node.children or []}
        stack = [(n, -1) for n in reversed(range(len(nodes))) if n not in children]
        self.order: list[int] = []
        self.parents: list[int] = []
        while stack:
            node, parent = stack.pop()
            if len(self.order) >= min(len(nodes), _MOST_BONES):
                if len(nodes) > _MOST_BONES:
                    raise self.file.unusable(f"has {len(nodes)} bones", "Export one character with fewer bones.")
                raise ValueError("nodes in a circle")
            bone = len(self.order)
            self.order.append(node)
            self.parents.append(parent)
            stack += [(child, bone) for child in reversed(nodes[node].children or [])]
        self.bone_of = {node: bone for bone, node in enumerate(self.order)}
        rest = [self._rest(nodes[node]) for node in self.order]
        self.names = [str(nodes[node].name or f"node {node}") for node in self.order]
        self.rest = [np.array([r[k] for r in rest], np.float32) for k in range(3)] if rest else []

    def _rest(self, node: pygltflib.Node):
        if node.matrix is not None:
            return decomposed(np.array(node.matrix, np.float64).reshape(4, 4).T)
        return node.translation or (0, 0, 0), node.rotation or (0, 0, 0, 1), node.scale or (1, 1, 1)

    def rig(self) -> Rig:
        nodes = self.content.nodes
        if not any(node.skin is not None and node.mesh is not None for node in nodes):
            raise self.file.unusable("has no skinned mesh", "Export a character whose mesh is bound to an armature.")
        local = composed(*self.rest)
        transforms = np.empty_like(local)
        for b, parent in enumerate(self.parents):
            transforms[b] = local[b] if parent < 0 else transforms[parent] @ local[b]
        self.transforms = transforms.astype(np.float64)
        self.inverse_bind = [np.linalg.pinv(m) for m in self.transforms]
        meshes = [
            mesh for bone, node in enumerate(self.order) if nodes[node].mesh is not None for mesh in self._meshes(bone)
        ]
        if not meshes:
            raise self.file.unusable("has no triangles", "Export a character with a mesh.")
        twins = len(self.names) - len(self.order)
        rest = [np.concatenate([r, np.repeat([d], twins, axis=0)]).astype(np.float32) for r, d in
                zip(self.rest, ((0, 0, 0), (0, 0, 0, 1), (1, 1, 1)), strict=True)]  # fmt: skip
        starts = np.cumsum([0, *(len(mesh.vertices) for mesh in meshes)])
        used = sorted({mesh.material for mesh in meshes})
        listed = self.content.materials
        pictures = [self._picture(self._texture(material)) for material in used]
        gather = lambda name: np.concatenate([getattr(mesh, name) for mesh in meshes])  # noqa: E731
        return Rig(
            name=self.file.path.stem,
            bone_names=tuple(self.names),
            parents=np.array(self.parents),
            rest_local=composed(*rest),
            inverse_bind=np.array(self.inverse_bind, np.float32),
            vertices=gather("vertices").astype(np.float32),
            normals=gather("normals").astype(np.float32),
            triangles=np.concatenate([m.triangles + s for m, s in zip(meshes, starts[:-1], strict=True)]).astype(
                np.int32
            ),
            materials=np.concatenate([np.full(len(m.triangles), used.index(m.material), np.int32) for m in meshes]),
            material_names=tuple(str(listed[m].name or f"material {m}") if m >= 0 else "" for m in used),
            base_colours=np.array([self._colour(listed[m]) if m >= 0 else (0.8, 0.8, 0.8) for m in used], np.float32),
            colours=gather("colours").astype(np.float32),
            uv=gather("uv").astype(np.float32),
            textures=_alike(pictures),
            joints=gather("joints").astype(np.int32),
            weights=gather("weights").astype(np.float32),
            pictures=tuple(pictures),
            cut=tuple(m >= 0 and listed[m].alphaMode in ("MASK", "BLEND") for m in used),
            clips=self._clips(rest),
        )

    def _meshes(self, bone: int):
        node = self.content.nodes[self.order[bone]]
        skin = self.content.skins[node.skin] if node.skin is not None else None
        assert node.mesh is not None  # as the caller saw to
        for primitive in self.content.meshes[node.mesh].primitives:
            self.file.refuse_compressed(primitive.extensions)
            mode = 4 if primitive.mode is None else primitive.mode
            attributes = {name: number for name, number in vars(primitive.attributes).items() if number is not None}
            if mode < 4:  # points and lines
                continue
            vertices = self.file.array(attributes["POSITION"]).astype(np.float64)
            order = np.arange(len(vertices)) if primitive.indices is None else self.file.array(primitive.indices)[:, 0]
            triangles = _triangles(order.astype(np.int64), mode)
            if len(triangles) > _MOST_TRIANGLES or len(vertices) > 3 * _MOST_TRIANGLES:
                raise self.file.unusable(f"has {len(triangles)} triangles", "Reduce it to at most 200,000.")
            if len(triangles) == 0:
                continue
            if triangles.min() < 0 or triangles.max() >= len(vertices):
                raise ValueError("triangles of missing vertices")
            if not np.isfinite(vertices).all():
                raise ValueError("coordinates that are no numbers")
            if "NORMAL" in attributes:
                normals = self.file.array(attributes["NORMAL"]).astype(np.float64)
            else:
                normals = _face_normals(vertices, triangles)
            if skin is not None and "JOINTS_0" in attributes:
                to_world, joints, weights = self._bound(skin, attributes, vertices)
            else:
                to_world, joints = self.transforms[bone], np.full((len(vertices), 4), bone)
                weights = np.repeat([[1.0, 0, 0, 0]], len(vertices), axis=0)
            normals = normals @ np.linalg.pinv(to_world[:3, :3])
            normals /= np.linalg.norm(normals, axis=1, keepdims=True) + 1e-12
            yield _Mesh(
                vertices @ to_world[:3, :3].T + to_world[:3, 3], normals, self._painted(attributes, len(vertices)),
                self._laid(primitive.material, attributes, len(vertices)), joints, weights, triangles,
                -1 if primitive.material is None else primitive.material,
            )  # fmt: skip

    def _bound(self, skin: pygltflib.Skin, attributes: dict, vertices: np.ndarray):
        """(the matrix that takes the mesh to the bind pose in world axes [4, 4], bones [V, 4], weights [V, 4])."""
        bones = [self.bone_of[joint] for joint in skin.joints or ()]
        if skin.inverseBindMatrices is not None:
            inverse = self.file.array(skin.inverseBindMatrices).reshape(-1, 4, 4).transpose(0, 2, 1).astype(np.float64)
        else:
            inverse = np.repeat(np.eye(4)[None], len(bones), axis=0)
        sets = [k for k in range(4) if f"JOINTS_{k}" in attributes and f"WEIGHTS_{k}" in attributes]
        joints = np.concatenate([self.file.array(attributes[f"JOINTS_{k}"]) for k in sets], axis=1).astype(np.int64)
        weights = np.concatenate([self.file.array(attributes[f"WEIGHTS_{k}"]) for k in sets], axis=1).astype(np.float64)
        if (
            joints.shape != (len(vertices), 4 * len(sets))
            or weights.shape != joints.shape
            or joints.max() >= len(bones)
        ):
            raise ValueError("a skin that does not fit its mesh")
        top = np.argsort(-weights, axis=1, kind="stable")[:, :4]
        joints, weights = np.take_along_axis(joints, top, 1), np.take_along_axis(weights, top, 1).clip(0)
        total = weights.sum(1, keepdims=True)
        weights = np.where(total > 0, weights / np.where(total > 0, total, 1), [[1.0, 0, 0, 0]])
        first = int(np.argmin(bones))  # the same for every mesh of one armature, so that they share a bind space
        to_world = self.transforms[bones[first]] @ inverse[first]
        back = np.linalg.inv(to_world)
        numbers = np.zeros(len(bones), np.int64)
        placed = vertices @ to_world[:3, :3].T + to_world[:3, 3]
        for j in np.unique(joints):
            numbers[j] = self._bone_for(bones[j], inverse[j] @ back, placed)
        return to_world, numbers[joints], weights

    def _bone_for(self, bone: int, inverse_bind: np.ndarray, mesh: np.ndarray) -> int:
        """The bone itself, or, where another mesh was bound to it otherwise, a twin with this bind matrix.

        mesh [V, 3]: what is bound, which says how much of a difference matters.
        """
        low, high = mesh.min(0), mesh.max(0)
        corners = np.stack([*np.meshgrid(*zip(low, high, strict=True)), np.ones((2, 2, 2))]).reshape(4, 8)
        for twin in self.twins.setdefault(bone, []):
            apart = self.transforms[bone] @ (self.inverse_bind[twin] - inverse_bind) @ corners
            if np.abs(apart).max() < 1e-3 * (high - low).max():
                return twin
        if not self.twins[bone]:
            twin = bone
            self.inverse_bind[bone] = inverse_bind
        else:
            twin = len(self.names)
            self.names.append(f"{self.names[bone]} (again)")
            self.parents.append(bone)
            self.inverse_bind.append(inverse_bind)
        self.twins[bone].append(twin)
        return twin

    def _clips(self, rest) -> dict[str, Animation]:
        clips: dict[str, Animation] = {}
        for number, animation in enumerate(self.content.animations):
            tracks = []
            for channel in animation.channels:
                target, sampler = channel.target, animation.samplers[channel.sampler]
                if target.path not in ("translation", "rotation", "scale") or target.node is None:
                    continue
                times = self.file.array(sampler.input)[:, 0]
                values = self.file.array(sampler.output)
                kind = sampler.interpolation or "LINEAR"
                if kind == "CUBICSPLINE":
                    values = values.reshape(-1, 3, values.shape[1])
                if len(times) == 0 or len(values) != len(times):
                    raise ValueError("an animation whose keys do not fit its times")
                tracks.append(Track(self.bone_of[target.node], target.path, times, values, kind))
            if tracks:
                name = str(animation.name or f"animation {number}")
                duration = max(float(track.times[-1]) for track in tracks)
                clips[name] = Animation(name, duration, tuple(tracks), tuple(rest))
        return clips

    def _colour(self, material: pygltflib.Material) -> np.ndarray:
        """A material's base colour, sRGB in 0..1; white where a texture has it."""
        shine = material.pbrMetallicRoughness
        factor = (shine.baseColorFactor if shine else None) or (1, 1, 1, 1)
        return _srgb(np.clip(np.array(factor[:3], np.float32), 0, 1))

    def _painted(self, attributes: dict, n: int) -> np.ndarray:
        """The vertices' own colours, sRGB f32 [V, 3]; white without any."""
        if "COLOR_0" not in attributes:
            return np.ones((n, 3), np.float32)
        linear = np.clip(self.file.array(attributes["COLOR_0"])[:, :3].astype(np.float32), 0, 1)
        return np.where(linear < 1, _srgb(linear), 1)

    def _laid(self, material: int | None, attributes: dict, n: int) -> np.ndarray:
        """Where the material's texture lies on each vertex, f32 [V, 2]; 0 without one."""
        texture = self._texture(-1 if material is None else material)
        name = f"TEXCOORD_{(texture and texture.texCoord) or 0}"
        return self.file.array(attributes[name]) if name in attributes else np.zeros((n, 2))

    def _texture(self, material: int) -> pygltflib.TextureInfo | None:
        shine = self.content.materials[material].pbrMetallicRoughness if material >= 0 else None
        return shine.baseColorTexture if shine else None

    def _picture(self, texture: pygltflib.TextureInfo | None) -> np.ndarray | None:
        """A texture's picture uint8 [H, W, 4] RGBA; None if there is none, or none that can be read."""
        if texture is None:
            return None
        try:
            source = self.content.textures[texture.index].source
            if source is None:
                return None
            image = self.content.images[source]
            data = self.file.data(image.uri) if image.bufferView is None else self.file.view(image.bufferView)
            with Image.open(io.BytesIO(data), formats=_PICTURES) as header:  # a small file can hold a huge picture
                if header.width * header.height > _MOST_PIXELS:
                    return None
            found = cv2.imdecode(np.frombuffer(data, np.uint8), cv2.IMREAD_UNCHANGED)
        except (IndexError, TypeError, ValueError, AttributeError, OSError, SyntaxError, TrainingError, cv2.error):
            return None
        except Image.DecompressionBombError:
            return None
        return None if found is None else _rgba(found)


def _rgba(found: np.ndarray) -> np.ndarray:
    """A picture as OpenCV reads it, of any depth and with any channels, as uint8 [H, W, 4] RGBA of at most 1024 px."""
    if found.dtype != np.uint8:
        found = (
            (found >> 8).astype(np.uint8) if found.dtype == np.uint16 else (found * 255).clip(0, 255).astype(np.uint8)
        )
    convert = {2: cv2.COLOR_GRAY2RGBA, 3: cv2.COLOR_BGR2RGBA, 4: cv2.COLOR_BGRA2RGBA}[
        found.shape[2] if found.ndim > 2 else 2
    ]
    found = cv2.cvtColor(found, convert)
    share = _PICTURE_SIDE / max(found.shape[:2])
    return cv2.resize(found, None, fx=share, fy=share, interpolation=cv2.INTER_AREA) if share < 1 else found


def _alike(pictures: list[np.ndarray | None]) -> np.ndarray:
    """The pictures of the materials uint8 [M, H, W, 3], made as large as each other; white for those without."""
    if all(picture is None for picture in pictures):
        return np.full((len(pictures), 1, 1, 3), 255, np.uint8)
    size = (_TEXTURE_SIDE, _TEXTURE_SIDE)
    white = np.full((*size, 3), 255, np.uint8)
    return np.stack([
        white if p is None else cv2.resize(np.ascontiguousarray(p[..., :3]), size, interpolation=cv2.INTER_AREA)
        for p in pictures
    ])  # fmt: skip


def _triangles(order: np.ndarray, mode: int) -> np.ndarray:
    """Corner numbers [F, 3] of a list (4), strip (5) or fan (6) of triangles."""
    if mode == 4:
        return order[: len(order) // 3 * 3].reshape(-1, 3)
    count = max(len(order) - 2, 0)
    i = np.arange(count)
    if mode == 5:
        return np.stack([order[i + i % 2], order[i + 1 - i % 2], order[i + 2]], axis=1)
    return np.stack([order[np.zeros(count, int)], order[i + 1], order[i + 2]], axis=1)


def _face_normals(vertices: np.ndarray, triangles: np.ndarray) -> np.ndarray:
    corners = vertices[triangles]
    faces = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    normals = np.zeros_like(vertices)
    for k in range(3):
        np.add.at(normals, triangles[:, k], faces)
    return normals


def _srgb(linear: np.ndarray) -> np.ndarray:
    return np.where(linear <= 0.0031308, 12.92 * linear, 1.055 * np.maximum(linear, 1e-9) ** (1 / 2.4) - 0.055)
