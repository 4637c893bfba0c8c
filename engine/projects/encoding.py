"""The bytes of a project's members: keypoints and what made them, pictures, frames. Knows no files.

Frames are held as differences: the first from the source (a mask's from 255, which is all kept), each other from the
one before, all modulo 256. So what stands still costs nothing, and nothing is lost.
"""

from __future__ import annotations

import io
import zipfile
from dataclasses import fields

import numpy as np
from PIL import Image

from engine.clip import Clip
from engine.errors import ProjectError
from engine.future import Future, fits

MAX_FRAMES_BYTES = 2 * 1024**3
MAX_PICTURE_PIXELS = 4096**2  # of a source or thumbnail, which have a model's size
_SPECS = {f.name: f.metadata for f in fields(Future) if f.metadata and f.name != "source"}
_PIXELS = ("frames", "synthesized", "mask")
_REMEDY = "Its backups may hold it still."


def arrays_to_bytes(future: Future, original: np.ndarray | None = None) -> bytes:
    """Every array of a future but its source, as safetensors; with `original`, what an edited clip's keypoints were."""
    from safetensors.numpy import save

    arrays = {name: (getattr(future, name), spec["dtype"]) for name, spec in _SPECS.items()}
    if original is not None:
        arrays["original"] = original, np.dtype(np.float32)
    return save({name: np.ascontiguousarray(array, dtype) for name, (array, dtype) in arrays.items()})


def arrays_from_bytes(data: bytes, source: np.ndarray) -> dict[str, np.ndarray]:
    """What `arrays_to_bytes` wrote, with `source` uint8 [H, W, 3], all read-only. Raises `ProjectError`.

    There may be `original`, float32 [T', K, 2].
    """
    from safetensors.numpy import load

    try:
        content = load(data)
    except Exception as error:  # of a type of its own
        raise ProjectError("The keypoints of a clip are damaged.", _REMEDY) from error
    sizes: dict[str, int] = {}
    found = {"source": source}
    for name, spec in _SPECS.items():
        array = content.get(name)
        if array is None or array.dtype != spec["dtype"] or not fits(array.shape, spec["shape"], sizes):
            raise ProjectError(f"The {name} of a clip are not as they must be.", _REMEDY)
        if not np.isfinite(array).all() or not len(array):
            raise ProjectError(f"The {name} of a clip are not finite numbers.", _REMEDY)
        found[name] = array
    original = content.get("original")
    if original is not None and original.dtype == np.float32 and original.shape[1:] == found["keypoints"].shape[1:]:
        found["original"] = original
    for array in found.values():
        array.flags.writeable = False
    return found


def picture_to_bytes(pixels: np.ndarray) -> bytes:
    """uint8 [H, W, 3] as PNG."""
    file = io.BytesIO()
    Image.fromarray(np.ascontiguousarray(pixels)).save(file, "PNG", compress_level=1)
    return file.getvalue()


def picture_from_bytes(data: bytes) -> np.ndarray:
    """uint8 [H, W, 3] of a PNG. Raises `ProjectError`."""
    try:
        with Image.open(io.BytesIO(data), formats=("PNG",)) as image:
            if image.width * image.height > MAX_PICTURE_PIXELS:  # before anything is decoded
                raise ValueError("too large")
            return np.array(image.convert("RGB"))
    except Exception as error:  # whatever the decoder does with damaged bytes
        raise ProjectError("A picture of the project is damaged.", _REMEDY) from error


def frames_to_bytes(clip: Clip) -> bytes:
    """Frames, synthesized and mask of a clip, as a compressed .npz of differences."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name in _PIXELS:
            values = getattr(clip, name)
            before = np.concatenate([_first(name, clip.source)[None], values[:-1]])
            data = io.BytesIO()
            np.lib.format.write_array(data, values - before, allow_pickle=False)
            archive.writestr(zipfile.ZipInfo(f"{name}.npy"), data.getvalue(), zipfile.ZIP_DEFLATED, 1)
    return file.getvalue()


def clip_from_bytes(data: bytes, future: Future) -> Clip:
    """The finished clip of a future whose frames were written by `frames_to_bytes`. Raises `ProjectError`."""
    try:
        file = io.BytesIO(data)
        with zipfile.ZipFile(file) as archive:  # sizes first: a small file can unpack to a huge one
            if sum(entry.file_size for entry in archive.infolist()) > MAX_FRAMES_BYTES:
                raise ValueError("too large")
        with np.load(file, allow_pickle=False) as content:
            pixels = {}
            for name in _PIXELS:
                values = content[name]
                values[0] += _first(name, future.source)
                pixels[name] = np.add.accumulate(values, axis=0, dtype=np.uint8)
        return Clip.of(future, **pixels)
    except Exception as error:  # zip, zlib and NumPy raise a dozen kinds for a damaged file
        raise ProjectError("The frames of a clip are damaged.", _REMEDY) from error


def _first(name: str, source: np.ndarray) -> np.ndarray:
    """What the first frame is a difference from."""
    return np.full(source.shape[:2], 255, np.uint8) if name == "mask" else source
