"""A model on disk: one .safetensors file whose header metadata holds the model card.

Reading executes nothing and trusts nothing: sizes, offsets, dtypes and shapes are checked before any is used, and
whatever is wrong becomes a `BundleError`. Torch-free; whether the tensors fit the networks is checked where the
networks are built (`models.assembly`).
"""

import hashlib
import json
import os
from dataclasses import dataclass
from math import prod
from pathlib import Path
from typing import Any, BinaryIO, Literal

import numpy as np

from engine.errors import BundleError
from engine.files import atomic_write
from engine.models.card import REMEDY, ModelCard
from engine.sentences import sentence

SUFFIX = ".safetensors"
METADATA_KEY = "kpvp"
MAX_FILE_BYTES = 512 * 1024**2
MAX_HEADER_BYTES = 8 * 1024**2
MAX_TENSORS = 20_000
MAX_DIMENSIONS = 8

_DTYPES = {"F32": np.dtype("<f4"), "F16": np.dtype("<f2")}
_LARGEST_HALF = 65504.0


@dataclass(frozen=True)
class _Entry:
    dtype: np.dtype
    shape: tuple[int, ...]
    start: int  # bytes after the header
    stop: int


def read_card(path: str | os.PathLike) -> ModelCard:
    """The model card of a bundle, without reading its tensors. Raises `BundleError`."""
    path = Path(path)
    with _opened(path) as file:
        return _read_header(path.name, file)[0]


def load_bundle(path: str | os.PathLike) -> tuple[ModelCard, dict[str, np.ndarray]]:
    """The card and the tensors of a bundle, every tensor as a writable float32 array. Raises `BundleError`."""
    path = Path(path)
    with _opened(path) as file:
        card, entries = _read_header(path.name, file)
        try:
            data = file.read()
        except OSError as error:
            raise BundleError(sentence("{name} could not be read to its end.", name=path.name), REMEDY) from error
    if len(data) != max((entry.stop for entry in entries.values()), default=0):
        raise BundleError(sentence("{name} changed while it was read.", name=path.name), sentence("Open it again."))
    tensors = {}
    for name, entry in entries.items():
        raw = np.frombuffer(data, entry.dtype, prod(entry.shape), entry.start)
        tensors[name] = raw.reshape(entry.shape).astype(np.float32)
        if not np.isfinite(tensors[name]).all():
            raise BundleError(sentence("{name} holds weights that are not finite.", name=path.name), REMEDY)
    return card, tensors


def save_bundle(
    path: str | os.PathLike,
    card: ModelCard,
    tensors: dict[str, np.ndarray],
    weights: Literal["float16", "float32"] = "float16",
) -> Path:
    """Write a bundle atomically.

    tensors: `detector.*`, `translator.*`, `motion.*`: floating point arrays. Counters of training are left out.
    weights: dtype of tensors with two or more dimensions. Biases and normalisation are float32 always, and so is a
        tensor that float16 cannot hold.

    Raises `BundleError` for tensors that are not finite floating point numbers, or too many of them.
    """
    path = Path(path)
    arrays = {name: _stored(name, array, weights) for name, array in sorted(tensors.items()) if _is_weight(name)}
    header: dict[str, Any] = {"__metadata__": {METADATA_KEY: card.to_text()}}
    position = 0
    for name, array in arrays.items():
        code = "F16" if array.dtype == np.float16 else "F32"
        header[name] = {
            "dtype": code,
            "shape": list(array.shape),
            "data_offsets": [position, position + array.nbytes],
        }
        position += array.nbytes
    text = json.dumps(header, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 8)  # the format asks for an aligned header
    if len(text) > MAX_HEADER_BYTES or 8 + len(text) + position > MAX_FILE_BYTES or len(arrays) > MAX_TENSORS:
        raise BundleError(
            sentence("The model is too large for a bundle (512 MiB)."), sentence("Choose smaller networks.")
        )
    with atomic_write(path) as temporary, open(temporary, "wb") as file:
        file.write(len(text).to_bytes(8, "little") + text)
        for array in arrays.values():
            file.write(array.tobytes())
    return path


def tensors_id(tensors: dict[str, np.ndarray]) -> str:
    """16 hexadecimal digits that tell weights apart: a hash of sorted names, dtypes, shapes and bytes."""
    digest = hashlib.sha256()
    for name in sorted(tensors):
        array = tensors[name]
        digest.update(f"{name}\0{array.dtype}\0{list(array.shape)}\0".encode())
        digest.update(np.ascontiguousarray(array).data)
    return digest.hexdigest()[:16]


def _is_weight(name: str) -> bool:
    return not name.endswith("num_batches_tracked")


def _stored(name: str, array: np.ndarray, weights: str) -> np.ndarray:
    array = np.asarray(array)
    if array.dtype.kind != "f":
        raise BundleError(
            sentence("{name} is {dtype}, not floating point.", name=name, dtype=array.dtype),
            sentence("Save the networks' own tensors."),
        )
    if not np.isfinite(array).all():
        raise BundleError(
            sentence("{name} holds values that are not finite.", name=name),
            sentence("Go back to an earlier checkpoint."),
        )
    half = weights == "float16" and array.ndim >= 2 and np.abs(array).max(initial=0) <= _LARGEST_HALF
    # NumPy would make a single number a row of one.
    return np.ascontiguousarray(array, _DTYPES["F16" if half else "F32"]).reshape(array.shape)


def _opened(path: Path) -> BinaryIO:
    try:
        if path.exists() and not path.is_file():  # opening a folder fails, opening a pipe can wait for ever
            raise BundleError(
                sentence("{value} is a folder or device, not a file.", value=path.name or path),
                sentence("Choose a {suffix} file.", suffix=SUFFIX),
            )
        return open(path, "rb")
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "the name is not valid"
        raise BundleError(
            sentence("{name} cannot be opened: {reason}.", name=path.name, reason=reason), sentence("Check the path.")
        ) from error


def _read_header(name: str, file: BinaryIO) -> tuple[ModelCard, dict[str, _Entry]]:
    """Card and entries of an open file, which is left at the first byte of the tensors."""
    size = os.fstat(file.fileno()).st_size
    if size > MAX_FILE_BYTES:
        raise BundleError(sentence("{name} is larger than 512 MiB, too large for a model file.", name=name), REMEDY)
    length = int.from_bytes(file.read(8), "little")
    if size < 10 or length < 2 or length > min(MAX_HEADER_BYTES, size - 8):
        raise BundleError(sentence("{name} is not a model file, or is cut short.", name=name), REMEDY)
    try:
        header = json.loads(file.read(length).decode(), object_pairs_hook=_without_duplicates)
    except (ValueError, RecursionError) as error:
        raise BundleError(sentence("The header of {name} is damaged.", name=name), REMEDY) from error
    metadata = header.pop("__metadata__", None) if isinstance(header, dict) else None
    if not isinstance(metadata, dict) or not isinstance(metadata.get(METADATA_KEY), str):
        raise BundleError(sentence("{name} was not written by this program: it has no model card.", name=name), REMEDY)
    card = ModelCard.from_text(metadata[METADATA_KEY])
    return card, _entries(name, header, size - 8 - length)


def _without_duplicates(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    result = dict(pairs)
    if len(result) != len(pairs):
        raise ValueError("a name appears twice")
    return result


def _entries(name: str, header: dict[str, Any], size: int) -> dict[str, _Entry]:
    """The tensors' places, checked to fill `size` bytes without gap or overlap."""
    if not 1 <= len(header) <= MAX_TENSORS:
        raise BundleError(sentence("{name} holds {count} tensors.", name=name, count=len(header)), REMEDY)
    entries = {key: _entry(name, key, value) for key, value in header.items()}
    position = 0
    for entry in sorted(entries.values(), key=lambda entry: (entry.start, entry.stop)):
        if entry.start != position:
            raise BundleError(sentence("The tensors of {name} overlap or leave gaps.", name=name), REMEDY)
        position = entry.stop
    if position != size:
        raise BundleError(sentence("{name} is cut short or has bytes too many.", name=name), REMEDY)
    return entries


def _entry(name: str, key: str, value: Any) -> _Entry:
    problem = BundleError(sentence("{name} describes its tensor {value!r} wrongly.", name=name, value=key[:80]), REMEDY)
    if not isinstance(value, dict) or set(value) != {"dtype", "shape", "data_offsets"}:
        raise problem
    shape, offsets = value["shape"], value["data_offsets"]
    if not isinstance(value["dtype"], str) or value["dtype"] not in _DTYPES:
        raise BundleError(
            sentence(
                "{name} stores {tensor!r} as {kind}, not F32 or F16.",
                name=name,
                tensor=key[:80],
                kind=str(value["dtype"])[:20],
            ),
            REMEDY,
        )
    if not _are_counts(shape) or len(shape) > MAX_DIMENSIONS or not _are_counts(offsets) or len(offsets) != 2:
        raise problem
    entry = _Entry(_DTYPES[value["dtype"]], tuple(shape), *offsets)
    if prod(shape) * entry.dtype.itemsize != entry.stop - entry.start:
        raise problem
    return entry


def _are_counts(value: Any) -> bool:
    return isinstance(value, list) and all(
        isinstance(v, int) and not isinstance(v, bool) and 0 <= v <= MAX_FILE_BYTES for v in value
    )
