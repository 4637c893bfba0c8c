"""Writes glTF files of a small rigged character: a square column of two bones that bends in its middle."""

import base64
import json
import struct
from typing import Any

import numpy as np

RINGS = (0.0, 1.0, 2.0)  # heights; the lower bone moves the first, the upper one the last, both the middle one
TOP = slice(8, 12)  # the last ring's vertices
COLOUR = (0.5, 0.1, 0.1)  # linear


def column() -> tuple[np.ndarray, np.ndarray]:
    """Vertices f32 [12, 3] of three rings and triangles uint16 [20, 3] of the sides and both ends."""
    corners = np.array([[-0.2, 0.2], [0.2, 0.2], [0.2, -0.2], [-0.2, -0.2]], np.float32)
    vertices = np.concatenate([np.insert(corners, 1, y, axis=1) for y in RINGS]).astype(np.float32)
    sides = []
    for below in (4 * r + k for r in range(2) for k in range(4)):
        beside = below + 1 if below % 4 < 3 else below - 3
        sides += [(below, beside, beside + 4), (below, beside + 4, below + 4)]
    ends = [(0, 3, 2), (0, 2, 1), (8, 9, 10), (8, 10, 11)]
    return vertices, np.array([*sides, *ends], np.uint16)


def document(
    scale: float = 1.0, turns: tuple[str, ...] = ("Armature|Bend",), period: float = 1.0, texture: bytes | None = None
) -> tuple[dict, bytes]:
    """A file's JSON and buffer. scale: of the armature, as some exporters leave 100 there; its children are so much
    smaller. turns: names of animations in which the upper bone turns by 90 degrees about z and back in `period`
    seconds. texture: a PNG file for the material."""
    vertices, triangles = column()
    weights = np.repeat([[1, 0, 0, 0], [0.5, 0.5, 0, 0], [0, 1, 0, 0]], 4, axis=0).astype(np.float32)
    joints = np.tile(np.array([0, 1, 0, 0], np.uint8), (12, 1))
    inverse = np.repeat(np.eye(4, dtype=np.float32)[None], 2, axis=0)
    inverse[1, 1, 3] = -1 / scale
    half = np.sqrt(0.5)
    arrays = {
        "POSITION": (vertices / scale, 5126, "VEC3"),
        "JOINTS_0": (joints, 5121, "VEC4"),
        "WEIGHTS_0": (weights, 5126, "VEC4"),
        "TEXCOORD_0": (np.repeat([[0.25, 0.5]], 12, axis=0).astype(np.float32), 5126, "VEC2"),
        "indices": (triangles.reshape(-1, 1), 5123, "SCALAR"),
        "bind": (inverse.transpose(0, 2, 1), 5126, "MAT4"),
        "times": (np.array([[0], [period / 2], [period]], np.float32), 5126, "SCALAR"),
        "values": (np.array([[0, 0, 0, 1], [0, 0, half, half], [0, 0, 0, 1]], np.float32), 5126, "VEC4"),
    }
    blob, views, accessors, number = b"", [], [], {}
    for name, (values, kind, shape) in arrays.items():
        number[name] = len(accessors)
        views.append({"buffer": 0, "byteOffset": len(blob), "byteLength": values.nbytes})
        accessors.append({"bufferView": len(views) - 1, "componentType": kind, "count": len(values), "type": shape})
        blob += values.tobytes() + b"\0" * (-values.nbytes % 4)
    shine: dict[str, Any] = {"baseColorFactor": [*COLOUR, 1]}
    material = {"name": "Skin", "pbrMetallicRoughness": shine}
    made = {
        "asset": {"version": "2.0"},
        "scenes": [{"nodes": [0]}],
        "nodes": [
            {"name": "Armature", "scale": [scale] * 3, "children": [1, 3]},
            {"name": "Lower", "children": [2]},
            {"name": "Upper", "translation": [0, 1 / scale, 0]},
            {"name": "Body", "mesh": 0, "skin": 0},
        ],
        "skins": [{"joints": [1, 2], "inverseBindMatrices": number["bind"]}],
        "meshes": [{"primitives": [{
            "attributes": {name: number[name] for name in ("POSITION", "JOINTS_0", "WEIGHTS_0", "TEXCOORD_0")},
            "indices": number["indices"], "material": 0,
        }]}],
        "materials": [material],
        "animations": [{
            "name": name,
            "channels": [{"sampler": 0, "target": {"node": 2, "path": "rotation"}}],
            "samplers": [{"input": number["times"], "output": number["values"]}],
        } for name in turns],
        "accessors": accessors,
        "bufferViews": views,
    }  # fmt: skip
    if texture:
        views.append({"buffer": 0, "byteOffset": len(blob), "byteLength": len(texture)})
        blob += texture + b"\0" * (-len(texture) % 4)
        made |= {"images": [{"bufferView": len(views) - 1}], "textures": [{"source": 0}]}
        shine["baseColorTexture"] = {"index": 0}
    made["buffers"] = [{"byteLength": len(blob)}]
    return made, blob


def packed(made: dict, blob: bytes) -> bytes:
    """The bytes of a .glb file."""
    text = json.dumps(made).encode()
    text += b" " * (-len(text) % 4)
    blob += b"\0" * (-len(blob) % 4)
    chunks = struct.pack("<II", len(text), 0x4E4F534A) + text + struct.pack("<II", len(blob), 0x004E4942) + blob
    return b"glTF" + struct.pack("<II", 2, 12 + len(chunks)) + chunks


def write(path, **options):
    """Write a .glb file, or, by its name, a .gltf file with the buffer inside; returns the path."""
    made, blob = document(**options)
    if path.suffix == ".gltf":
        made["buffers"][0]["uri"] = "data:application/octet-stream;base64," + base64.b64encode(blob).decode()
        path.write_text(json.dumps(made))
    else:
        path.write_bytes(packed(made, blob))
    return path
