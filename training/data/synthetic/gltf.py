"""Reads rigged characters from glTF 2.0 files (.glb, .gltf): mesh, bones, skin weights, colours, animations.

A glTF file is JSON and a buffer of plain arrays, which `json` and NumPy read in a twentieth of the time of the library
tried (pygltflib), and that library leaves the arrays to its caller. What cannot be used is said in one sentence.
https://registry.khronos.org/glTF/specs/2.0/glTF-2.0.html
"""

from __future__ import annotations

import base64
import binascii
import json
import struct
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np

from engine.errors import TrainingError
from training.data.synthetic.rig import Animation, Rig, Track, composed

SUFFIXES = (".glb", ".gltf")
_LARGEST_FILE = 256 * 2**20
_MOST_TRIANGLES = 200_000
_MOST_BONES = 1_000
_TEXTURE_SIDE = 256
_TYPES = {5120: np.int8, 5121: np.uint8, 5122: np.int16, 5123: np.uint16, 5125: np.uint32, 5126: np.float32}
_WIDTHS = {"SCALAR": 1, "VEC2": 2, "VEC3": 3, "VEC4": 4, "MAT4": 16}
_HARMLESS = {"KHR_mesh_quantization", "KHR_texture_transform"}
_COMPRESSED = {"KHR_draco_mesh_compression": "Draco", "EXT_meshopt_compression": "meshopt"}


def read(path: str | Path) -> Rig:
    """The character in a file. Raises TrainingError if it is no such file, damaged, compressed, too large, or has no
    skinned mesh."""
    path = Path(path)
    try:
        if path.stat().st_size > _LARGEST_FILE:
            raise _unusable(path, "is larger than 256 MiB", "Export it without textures, or with fewer triangles.")
        data = path.read_bytes()
    except OSError as error:
        raise _unusable(path, f"cannot be read ({error.strerror})", "Check that it is there and may be read.") from None
    document, blob = _parts(path, data)
    try:
        return _Reader(path, document, blob).rig()
    except (KeyError, IndexError, TypeError, ValueError, AttributeError, RecursionError, struct.error) as error:
        raise _unusable(path, f"is damaged ({type(error).__name__}: {error})", "Export it anew.") from None


def _unusable(path: Path, what: str, remedy: str) -> TrainingError:
    return TrainingError(f"{path.name} {what}.", remedy)


def _parts(path: Path, data: bytes) -> tuple[dict, bytes]:
    """The JSON document and the binary chunk."""
    blob = b""
    if data[:4] == b"glTF":
        if len(data) < 20:
            raise _unusable(path, "is cut off", "Copy or export it anew.")
        version, length = struct.unpack_from("<II", data, 4)
        if version != 2:
            raise _unusable(path, f"is glTF version {version}", "Export it as glTF 2.0.")
        if length > len(data):
            raise _unusable(path, f"is cut off ({len(data)} of {length} bytes)", "Copy or export it anew.")
        at, text = 12, b""
        while at + 8 <= length:
            size, kind = struct.unpack_from("<II", data, at)
            chunk = data[at + 8 : at + 8 + size]
            if kind == 0x4E4F534A:
                text = chunk
            elif kind == 0x004E4942 and not blob:
                blob = chunk
            at += 8 + size
    else:
        text = data
    try:
        document = json.loads(text)
    except (ValueError, RecursionError):
        document = None
    if not isinstance(document, dict) or "asset" not in document:
        raise _unusable(path, "is no glTF file", "Export the character as glTF 2.0 binary (.glb).")
    return document, blob


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

    def __init__(self, path: Path, document: dict, blob: bytes) -> None:
        self.path, self.document, self.blob = path, document, blob
        self.buffers: dict[int, bytes] = {}
        self.twins: dict[int, list[int]] = {}  # bone -> itself and its twins, which differ in their bind matrices
        for extension in document.get("extensionsRequired", []):
            if extension in _COMPRESSED:
                kind = _COMPRESSED[extension]
                raise _unusable(path, f"is compressed by {kind}", f"Export it without {kind} compression.")
            if extension not in _HARMLESS and not extension.startswith("KHR_materials"):
                raise _unusable(path, f"needs the extension {extension}", "Export it as plain glTF 2.0.")
        self._hierarchy()

    def _hierarchy(self) -> None:
        nodes = self.document.get("nodes", [])
        children = {c for node in nodes for c in node.get("children", [])}
        stack = [(n, -1) for n in reversed(range(len(nodes))) if n not in children]
        self.order: list[int] = []
        self.parents: list[int] = []
        while stack:
            node, parent = stack.pop()
            if len(self.order) >= min(len(nodes), _MOST_BONES):
                if len(nodes) > _MOST_BONES:
                    raise _unusable(self.path, f"has {len(nodes)} bones", "Export one character with fewer bones.")
                raise ValueError("nodes in a circle")
            bone = len(self.order)
            self.order.append(node)
            self.parents.append(parent)
            stack += [(child, bone) for child in reversed(nodes[node].get("children", []))]
        self.bone_of = {node: bone for bone, node in enumerate(self.order)}
        rest = [self._rest(nodes[node]) for node in self.order]
        self.names = [str(nodes[node].get("name") or f"node {node}") for node in self.order]
        self.rest = [np.array([r[k] for r in rest], np.float32) for k in range(3)] if rest else []

    def _rest(self, node: dict):
        if "matrix" in node:
            return _decomposed(np.array(node["matrix"], np.float64).reshape(4, 4).T)
        return node.get("translation", (0, 0, 0)), node.get("rotation", (0, 0, 0, 1)), node.get("scale", (1, 1, 1))

    def rig(self) -> Rig:
        nodes = self.document.get("nodes", [])
        if not any("skin" in node and "mesh" in node for node in nodes):
            raise _unusable(self.path, "has no skinned mesh", "Export a character whose mesh is bound to an armature.")
        local = composed(*self.rest)
        world = np.empty_like(local)
        for b, parent in enumerate(self.parents):
            world[b] = local[b] if parent < 0 else world[parent] @ local[b]
        self.world = world.astype(np.float64)
        self.inverse_bind = [np.linalg.pinv(m) for m in self.world]
        meshes = [mesh for bone, node in enumerate(self.order) if "mesh" in nodes[node] for mesh in self._meshes(bone)]
        if not meshes:
            raise _unusable(self.path, "has no triangles", "Export a character with a mesh.")
        twins = len(self.names) - len(self.order)
        rest = [np.concatenate([r, np.repeat([d], twins, axis=0)]).astype(np.float32) for r, d in
                zip(self.rest, ((0, 0, 0), (0, 0, 0, 1), (1, 1, 1)), strict=True)]  # fmt: skip
        starts = np.cumsum([0, *(len(mesh.vertices) for mesh in meshes)])
        used = sorted({mesh.material for mesh in meshes})
        listed = self.document.get("materials", [])
        gather = lambda name: np.concatenate([getattr(mesh, name) for mesh in meshes])  # noqa: E731
        return Rig(
            name=self.path.stem,
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
            material_names=tuple(str(listed[m].get("name") or f"material {m}") if m >= 0 else "" for m in used),
            base_colours=np.array([self._colour(listed[m]) if m >= 0 else (0.8, 0.8, 0.8) for m in used], np.float32),
            colours=gather("colours").astype(np.float32),
            uv=gather("uv").astype(np.float32),
            textures=self._textures(used),
            joints=gather("joints").astype(np.int32),
            weights=gather("weights").astype(np.float32),
            clips=self._clips(rest),
        )

    def _meshes(self, bone: int):
        node = self.document["nodes"][self.order[bone]]
        skin = self.document["skins"][node["skin"]] if "skin" in node else None
        for primitive in self.document["meshes"][node["mesh"]]["primitives"]:
            for extension in primitive.get("extensions", {}):
                if extension in _COMPRESSED:
                    kind = _COMPRESSED[extension]
                    raise _unusable(self.path, f"is compressed by {kind}", f"Export it without {kind} compression.")
            mode, attributes = primitive.get("mode", 4), primitive["attributes"]
            if mode < 4:  # points and lines
                continue
            vertices = self._array(attributes["POSITION"]).astype(np.float64)
            order = self._array(primitive["indices"])[:, 0] if "indices" in primitive else np.arange(len(vertices))
            triangles = _triangles(order.astype(np.int64), mode)
            if len(triangles) > _MOST_TRIANGLES or len(vertices) > 3 * _MOST_TRIANGLES:
                raise _unusable(self.path, f"has {len(triangles)} triangles", "Reduce it to at most 200,000.")
            if len(triangles) == 0:
                continue
            if triangles.min() < 0 or triangles.max() >= len(vertices):
                raise ValueError("triangles of missing vertices")
            if not np.isfinite(vertices).all():
                raise ValueError("coordinates that are no numbers")
            if "NORMAL" in attributes:
                normals = self._array(attributes["NORMAL"]).astype(np.float64)
            else:
                normals = _face_normals(vertices, triangles)
            if skin is not None and "JOINTS_0" in attributes:
                to_world, joints, weights = self._bound(skin, attributes, vertices)
            else:
                to_world, joints = self.world[bone], np.full((len(vertices), 4), bone)
                weights = np.repeat([[1.0, 0, 0, 0]], len(vertices), axis=0)
            normals = normals @ np.linalg.pinv(to_world[:3, :3])
            normals /= np.linalg.norm(normals, axis=1, keepdims=True) + 1e-12
            yield _Mesh(
                vertices @ to_world[:3, :3].T + to_world[:3, 3], normals, self._painted(attributes, len(vertices)),
                self._laid(primitive, len(vertices)), joints, weights, triangles, primitive.get("material", -1),
            )  # fmt: skip

    def _bound(self, skin: dict, attributes: dict, vertices: np.ndarray):
        """(the matrix that takes the mesh to the bind pose in world axes [4, 4], bones [V, 4], weights [V, 4])."""
        bones = [self.bone_of[joint] for joint in skin["joints"]]
        if "inverseBindMatrices" in skin:
            inverse = self._array(skin["inverseBindMatrices"]).reshape(-1, 4, 4).transpose(0, 2, 1).astype(np.float64)
        else:
            inverse = np.repeat(np.eye(4)[None], len(bones), axis=0)
        sets = [k for k in range(4) if f"JOINTS_{k}" in attributes and f"WEIGHTS_{k}" in attributes]
        joints = np.concatenate([self._array(attributes[f"JOINTS_{k}"]) for k in sets], axis=1).astype(np.int64)
        weights = np.concatenate([self._array(attributes[f"WEIGHTS_{k}"]) for k in sets], axis=1).astype(np.float64)
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
        to_world = self.world[bones[first]] @ inverse[first]
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
            apart = self.world[bone] @ (self.inverse_bind[twin] - inverse_bind) @ corners
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
        for number, animation in enumerate(self.document.get("animations", [])):
            tracks = []
            for channel in animation.get("channels", []):
                target, sampler = channel["target"], animation["samplers"][channel["sampler"]]
                if target.get("path") not in ("translation", "rotation", "scale") or target.get("node") is None:
                    continue
                times = self._array(sampler["input"])[:, 0]
                values = self._array(sampler["output"])
                kind = sampler.get("interpolation", "LINEAR")
                if kind == "CUBICSPLINE":
                    values = values.reshape(-1, 3, values.shape[1])
                if len(times) == 0 or len(values) != len(times):
                    raise ValueError("an animation whose keys do not fit its times")
                tracks.append(Track(self.bone_of[target["node"]], target["path"], times, values, kind))
            if tracks:
                name = str(animation.get("name") or f"animation {number}")
                duration = max(float(track.times[-1]) for track in tracks)
                clips[name] = Animation(name, duration, tuple(tracks), tuple(rest))
        return clips

    def _colour(self, material: dict) -> np.ndarray:
        """A material's base colour, sRGB in 0..1; white where a texture has it."""
        factor = material.get("pbrMetallicRoughness", {}).get("baseColorFactor", (1, 1, 1, 1))
        return _srgb(np.clip(np.array(factor[:3], np.float32), 0, 1))

    def _painted(self, attributes: dict, n: int) -> np.ndarray:
        """The vertices' own colours, sRGB f32 [V, 3]; white without any."""
        if "COLOR_0" not in attributes:
            return np.ones((n, 3), np.float32)
        linear = np.clip(self._array(attributes["COLOR_0"])[:, :3].astype(np.float32), 0, 1)
        return np.where(linear < 1, _srgb(linear), 1)

    def _laid(self, primitive: dict, n: int) -> np.ndarray:
        """Where the material's texture lies on each vertex, f32 [V, 2]; 0 without one."""
        texture = self._texture(primitive.get("material", -1))
        place = f"TEXCOORD_{texture.get('texCoord', 0)}"
        return self._array(primitive["attributes"][place]) if place in primitive["attributes"] else np.zeros((n, 2))

    def _texture(self, material: int) -> dict:
        listed = self.document["materials"][material] if material >= 0 else {}
        return listed.get("pbrMetallicRoughness", {}).get("baseColorTexture") or {}

    def _textures(self, used: list[int]) -> np.ndarray:
        """The pictures of the materials uint8 [M, H, W, 3], made as large as each other; white for those without."""
        found = [self._picture(self._texture(material)) for material in used]
        if all(picture is None for picture in found):
            return np.full((len(used), 1, 1, 3), 255, np.uint8)
        size = (_TEXTURE_SIDE, _TEXTURE_SIDE)
        white = np.full((*size, 3), 255, np.uint8)
        return np.stack([white if p is None else cv2.resize(p, size, interpolation=cv2.INTER_AREA) for p in found])

    def _picture(self, texture: dict) -> np.ndarray | None:
        """A texture's picture uint8 [H, W, 3]; None if there is none, or none that can be read."""
        try:
            image = self.document["images"][self.document["textures"][texture["index"]]["source"]]
            data = self._view(image["bufferView"]) if "bufferView" in image else self._external(image["uri"])
            found = cv2.imdecode(np.frombuffer(data, np.uint8), cv2.IMREAD_COLOR)
        except (KeyError, IndexError, TrainingError, cv2.error):
            return None
        return None if found is None else found[..., ::-1].copy()

    def _external(self, uri: str) -> bytes:
        if uri.startswith("data:"):
            try:
                return base64.b64decode(uri.partition(",")[2], validate=True)
            except binascii.Error:
                raise ValueError("embedded data that is not base64") from None
        file = (self.path.parent / uri).resolve()
        if self.path.parent.resolve() not in file.parents:
            raise _unusable(self.path, "refers to a file outside its folder", "Export it as one .glb file.")
        try:
            if file.stat().st_size > _LARGEST_FILE:
                raise _unusable(self.path, f"refers to {uri}, which is too large", "Export it as one smaller .glb.")
            return file.read_bytes()
        except OSError:
            raise _unusable(self.path, f"refers to {uri}, which is missing", "Export it as one .glb file.") from None

    def _view(self, number: int) -> bytes:
        view = self.document["bufferViews"][number]
        buffer = view["buffer"]
        if buffer not in self.buffers:
            uri = self.document["buffers"][buffer].get("uri")
            self.buffers[buffer] = self._external(uri) if uri else self.blob
        start = view.get("byteOffset", 0)
        data = self.buffers[buffer][start : start + view["byteLength"]]
        if len(data) < view["byteLength"]:
            raise ValueError("data cut off")
        return data

    def _array(self, number: int) -> np.ndarray:
        """An accessor's values [N, width]; normalised integers become f32."""
        accessor = self.document["accessors"][number]
        if "sparse" in accessor or "bufferView" not in accessor:
            raise _unusable(self.path, "holds sparse arrays", "Export it without sparse accessors.")
        kind, width = np.dtype(_TYPES[accessor["componentType"]]), _WIDTHS[accessor["type"]]
        view = self.document["bufferViews"][accessor["bufferView"]]
        data, start, count = self._view(accessor["bufferView"]), accessor.get("byteOffset", 0), accessor["count"]
        step = view.get("byteStride") or kind.itemsize * width
        if count < 0 or (count and start + (count - 1) * step + kind.itemsize * width > len(data)):
            raise ValueError("an array cut off")
        values = np.ndarray((count, width), kind, data, start, (step, kind.itemsize)).copy()
        if accessor.get("normalized") and kind.kind in "iu":
            values = np.maximum(values.astype(np.float32) / np.iinfo(kind).max, -1)
        return values


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


def _decomposed(matrix: np.ndarray):
    """Translation, quaternion and scale of a transform [4, 4] without shear."""
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
