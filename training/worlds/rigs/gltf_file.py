"""Opens glTF 2.0 files with pygltflib and reads their arrays. What cannot be used is said in one sentence.

Knows nothing of characters. https://registry.khronos.org/glTF/specs/2.0/glTF-2.0.html
"""

from __future__ import annotations

import struct
import warnings
from pathlib import Path
from urllib.parse import unquote

import numpy as np
import pygltflib

from engine.errors import TrainingError
from engine.files import content_of

LARGEST = 256 * 2**20
_TYPES = {5120: np.int8, 5121: np.uint8, 5122: np.int16, 5123: np.uint16, 5125: np.uint32, 5126: np.float32}
_WIDTHS = {"SCALAR": 1, "VEC2": 2, "VEC3": 3, "VEC4": 4, "MAT4": 16}
_HARMLESS = {"KHR_mesh_quantization", "KHR_texture_transform"}
_COMPRESSED = {"KHR_draco_mesh_compression": "Draco", "EXT_meshopt_compression": "meshopt"}


class GltfFile:
    """An open file: `content` is pygltflib's; arrays are read when asked for."""

    def __init__(self, path: Path) -> None:
        """Raises TrainingError if it is no such file, cut off, too large, or needs an extension."""
        self.path = path
        self.content = self._opened()
        self._buffers: dict[int, bytes] = {}
        if not str(self.content.asset.version).startswith("2"):
            raise self.unusable(f"is glTF version {self.content.asset.version}", "Export it as glTF 2.0.")
        for extension in self.content.extensionsRequired:
            self.refuse_compressed([extension])
            if extension not in _HARMLESS and not extension.startswith("KHR_materials"):
                raise self.unusable(f"needs the extension {extension}", "Export it as plain glTF 2.0.")

    def unusable(self, what: str, remedy: str) -> TrainingError:
        """The error that says why this file cannot be used."""
        return TrainingError(f"{self.path.name} {what}.", remedy)

    def refuse_compressed(self, extensions) -> None:
        """Raises TrainingError if one of these extensions' names is a compression."""
        for kind in (_COMPRESSED[name] for name in extensions if name in _COMPRESSED):
            raise self.unusable(f"is compressed by {kind}", f"Export it without {kind} compression.")

    def _opened(self) -> pygltflib.GLTF2:
        try:
            if self.path.stat().st_size > LARGEST:
                raise self.unusable("is larger than 256 MiB", "Export it without textures, or with fewer triangles.")
            data = content_of(self.path, LARGEST)
        except OSError as error:
            raise self.unusable(
                f"cannot be read ({error.strerror})", "Check that it is there and may be read."
            ) from None
        binary = data[:4] == b"glTF"
        if binary:
            version, length = struct.unpack_from("<II", data.ljust(12, b"\0"), 4)
            if len(data) < max(length, 20):
                raise self.unusable(f"is cut off ({len(data)} of {length} bytes)", "Copy or export it anew.")
            if version != 2:
                raise self.unusable(f"is glTF version {version}", "Export it as glTF 2.0.")
        try:
            with warnings.catch_warnings():  # of every field that a file leaves out
                warnings.simplefilter("ignore")
                if binary:
                    content = pygltflib.GLTF2.load_from_bytes(data)
                else:
                    content = pygltflib.GLTF2.gltf_from_json(data.decode("utf-8-sig"))
        except Exception:  # whatever the library meets, it is not glTF
            content = None
        if content is None:
            raise self.unusable("is no glTF file", "Export the character as glTF 2.0 binary (.glb).")
        content._path = self.path.parent  # as its `load` does, for files beside this one
        return content

    def view(self, number: int) -> bytes:
        """A buffer view's bytes. Raises ValueError or IndexError if the file is damaged."""
        view = self.content.bufferViews[number]
        if view.buffer not in self._buffers:
            self._buffers[view.buffer] = self.data(self.content.buffers[view.buffer].uri)
        start = view.byteOffset or 0
        data = self._buffers[view.buffer][start : start + view.byteLength]
        if len(data) < view.byteLength:
            raise ValueError("data cut off")
        return data

    def data(self, uri: str | None) -> bytes:
        """What a URI stands for: the binary chunk (None), embedded data, or a file beside this one.

        Raises TrainingError for files that are missing, too large or elsewhere.
        """
        if uri is None:
            return self.content.get_data_from_buffer_uri(None) or b""
        if uri.startswith("data:"):  # the library knows one media type only
            return self.content.get_data_from_buffer_uri(pygltflib.DATA_URI_HEADER + uri.partition(",")[2])
        file = (self.path.parent / unquote(uri)).resolve()
        if self.path.parent.resolve() not in file.parents:
            raise self.unusable("refers to a file outside its folder", "Export it as one .glb file.")
        if not file.is_file():
            raise self.unusable(f"refers to {uri}, which is missing", "Export it as one .glb file.")
        if file.stat().st_size > LARGEST:
            raise self.unusable(f"refers to {uri}, which is too large", "Export it as one smaller .glb file.")
        return self.content.get_data_from_buffer_uri(unquote(uri))

    def array(self, number: int) -> np.ndarray:
        """An accessor's values [N, width]; normalised integers become f32. Raises ValueError, KeyError or IndexError if
        the file is damaged."""
        accessor = self.content.accessors[number]
        if accessor.sparse is not None or accessor.bufferView is None:
            raise self.unusable("holds sparse arrays", "Export it without sparse accessors.")
        kind, width = np.dtype(_TYPES[accessor.componentType]), _WIDTHS[accessor.type]
        data, start, count = self.view(accessor.bufferView), accessor.byteOffset or 0, accessor.count
        step = self.content.bufferViews[accessor.bufferView].byteStride or kind.itemsize * width
        if count < 0 or (count and start + (count - 1) * step + kind.itemsize * width > len(data)):
            raise ValueError("an array cut off")
        values = np.ndarray((count, width), kind, data, start, (step, kind.itemsize)).copy()
        if accessor.normalized and kind.kind in "iu":
            values = np.maximum(values.astype(np.float32) / np.iinfo(kind.type).max, -1)
        return values
