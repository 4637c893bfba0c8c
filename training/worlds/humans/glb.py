"""Writes a dressed human as a binary glTF file: one skinned mesh with a material per piece.

The bones stand in a T; the mesh is bound to them in the pose it was modelled in, which deforms the shoulders less.
https://registry.khronos.org/glTF/specs/2.0/glTF-2.0.html
"""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
import pygltflib as gltf

from engine.files import atomic_write
from training.worlds.humans.body import HumanBody
from training.worlds.humans.worn import Piece

_CUT_BELOW = 0.4  # of full opacity, that is transparent
_VERTICES, _INDICES = gltf.ARRAY_BUFFER, gltf.ELEMENT_ARRAY_BUFFER


def write(path: Path, body: HumanBody, names: tuple[str, ...], parents: tuple[int, ...], pieces: list[Piece]) -> None:
    """The pieces, bound to the body's bones, in one file. The lowest vertex stands on y = 0."""
    ground = min(float(piece.vertices[np.unique(piece.triangles), 1].min()) for piece in pieces)
    down = np.array([0, ground, 0])
    writer = _Writer()
    writer.bones(names, parents, body.rest_heads - down, body.heads - down, body.turns)
    images: dict[int, int] = {}
    for piece in pieces:
        if id(piece.picture) not in images:
            images[id(piece.picture)] = writer.image(piece.picture, piece.cut)
        writer.piece(piece, piece.vertices - down, images[id(piece.picture)])
    with atomic_write(path) as temporary:
        temporary.write_bytes(b"".join(writer.finished().save_to_bytes()))


class _Writer:
    def __init__(self) -> None:
        self.content = gltf.GLTF2(asset=gltf.Asset(version="2.0", generator="kpvp humans"))
        self.content.meshes = [gltf.Mesh(primitives=[])]
        self.content.samplers = [gltf.Sampler(wrapS=gltf.REPEAT, wrapT=gltf.REPEAT)]
        self.data = bytearray()

    def bones(self, names, parents, rest_heads, bind_heads, turns) -> None:
        """Nodes without rotation, at rest in a T; `turns` take the pose of the mesh there."""
        for bone, (name, parent) in enumerate(zip(names, parents, strict=True)):
            offset = rest_heads[bone] - (rest_heads[parent] if parent >= 0 else 0)
            children = [child for child, above in enumerate(parents) if above == bone]
            self.content.nodes.append(gltf.Node(name=name, translation=offset.tolist(), children=children))
        inverse = np.zeros((len(names), 4, 4))
        inverse[:, :3, :3] = turns
        inverse[:, :3, 3] = -np.einsum("bij,bj->bi", turns, bind_heads)
        inverse[:, 3, 3] = 1
        matrices = self._array(inverse.transpose(0, 2, 1).astype(np.float32), gltf.MAT4)
        self.content.skins = [gltf.Skin(joints=list(range(len(names))), inverseBindMatrices=matrices, skeleton=0)]
        self.content.nodes.append(gltf.Node(name="Human", mesh=0, skin=0))
        self.content.scenes = [gltf.Scene(nodes=[0, len(names)])]
        self.content.scene = 0

    def image(self, picture: np.ndarray, cut: bool) -> int:
        """A texture: PNG where parts of it are transparent, else JPEG. picture uint8 [H, W, 4]."""
        if cut and picture[..., 3].min() < 255:
            kind, coded = "image/png", cv2.imencode(".png", cv2.cvtColor(picture, cv2.COLOR_RGBA2BGRA))[1]
        else:
            bgr = np.ascontiguousarray(picture[..., 2::-1])
            kind, coded = "image/jpeg", cv2.imencode(".jpg", bgr, [cv2.IMWRITE_JPEG_QUALITY, 92])[1]
        self.content.images.append(gltf.Image(bufferView=self._view(coded.tobytes()), mimeType=kind))
        self.content.textures.append(gltf.Texture(source=len(self.content.images) - 1, sampler=0))
        return len(self.content.textures) - 1

    def piece(self, piece: Piece, vertices: np.ndarray, texture: int) -> None:
        """A primitive of its own material. Vertices are doubled where the texture has seams."""
        corners = np.column_stack([piece.triangles.reshape(-1), piece.uv.reshape(-1, 2).round(6)])
        unique, order = np.unique(corners, axis=0, return_inverse=True)
        origin = unique[:, 0].astype(int)
        joints, weights = _four(piece.weights[origin])
        normals = _normals(vertices, piece.triangles)[origin]
        attributes = gltf.Attributes(
            POSITION=self._array(vertices[origin].astype(np.float32), gltf.VEC3, _VERTICES, bounds=True),
            NORMAL=self._array(normals.astype(np.float32), gltf.VEC3, _VERTICES),
            TEXCOORD_0=self._array(unique[:, 1:].astype(np.float32), gltf.VEC2, _VERTICES),
            JOINTS_0=self._array(joints.astype(np.uint8), gltf.VEC4, _VERTICES),
            WEIGHTS_0=self._array(weights.astype(np.float32), gltf.VEC4, _VERTICES),
        )
        linear = np.where(np.array(piece.colour) <= 0.04045, np.array(piece.colour) / 12.92,
                          ((np.array(piece.colour) + 0.055) / 1.055) ** 2.4)  # fmt: skip
        shine = gltf.PbrMetallicRoughness(
            baseColorTexture=gltf.TextureInfo(index=texture), baseColorFactor=[*linear.clip(0, 1).tolist(), 1.0],
            metallicFactor=0.0, roughnessFactor=0.8,
        )  # fmt: skip
        cut = piece.cut and piece.picture[..., 3].min() < 255
        self.content.materials.append(gltf.Material(
            name=piece.name, pbrMetallicRoughness=shine, doubleSided=True, alphaMode="MASK" if cut else "OPAQUE",
            alphaCutoff=_CUT_BELOW if cut else None,
        ))  # fmt: skip
        order = order.reshape(-1).astype(np.uint16 if len(unique) < 65536 else np.uint32)
        self.content.meshes[0].primitives.append(
            gltf.Primitive(
                attributes=attributes,
                indices=self._array(order, gltf.SCALAR, _INDICES),
                material=len(self.content.materials) - 1,
            )
        )

    def finished(self) -> gltf.GLTF2:
        self.content.buffers = [gltf.Buffer(byteLength=len(self.data))]
        self.content.set_binary_blob(bytes(self.data))
        return self.content

    def _view(self, data: bytes, target: int | None = None) -> int:
        self.data += b"\0" * (-len(self.data) % 4)
        self.content.bufferViews.append(
            gltf.BufferView(buffer=0, byteOffset=len(self.data), byteLength=len(data), target=target)
        )
        self.data += data
        return len(self.content.bufferViews) - 1

    def _array(self, values: np.ndarray, kind: str, target: int | None = None, bounds: bool = False) -> int:
        types = {"float32": gltf.FLOAT, "uint8": gltf.UNSIGNED_BYTE, "uint16": gltf.UNSIGNED_SHORT,
                 "uint32": gltf.UNSIGNED_INT}  # fmt: skip
        accessor = gltf.Accessor(
            bufferView=self._view(np.ascontiguousarray(values).tobytes(), target),
            componentType=types[values.dtype.name],
            count=len(values),
            type=kind,
        )
        if bounds:
            accessor.min, accessor.max = values.min(0).tolist(), values.max(0).tolist()
        self.content.accessors.append(accessor)
        return len(self.content.accessors) - 1


def _four(weights: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The four strongest bones of each vertex [V, 4], and how strong they are [V, 4], adding up to 1."""
    top = np.argsort(-weights, axis=1, kind="stable")[:, :4]
    kept = np.take_along_axis(weights, top, 1)
    kept = np.where(kept < 0.004, 0, kept)
    return top, kept / kept.sum(1, keepdims=True)


def _normals(vertices: np.ndarray, triangles: np.ndarray) -> np.ndarray:
    corners = vertices[triangles]
    faces = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    total = np.zeros_like(vertices)
    for k in range(3):
        np.add.at(total, triangles[:, k], faces)
    return total / (np.linalg.norm(total, axis=1, keepdims=True) + 1e-12)
