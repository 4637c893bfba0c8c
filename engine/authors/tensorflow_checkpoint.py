"""Reads TensorFlow 1 checkpoints ("bundles": an index and data shards) without TensorFlow.

Nothing in a checkpoint is executed. Every byte of both files is covered by a checksum or checked to be nothing, so a
damaged file is refused rather than read wrongly. What the tensors mean is `authors.importing`'s affair.
"""

from __future__ import annotations

import math
import os
import re
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

import numpy as np

from engine.authors.sorted_table import MAX_TABLE_BYTES, checksum, read_table, varint
from engine.errors import BundleError
from engine.files import content_of

MAX_DATA_BYTES = 1024**3
_DTYPES = {1: "<f4", 2: "<f8", 3: "<i4", 9: "<i8", 19: "<f2"}  # TensorFlow's numbers for them
_REMEDY = "Fetch the checkpoint again."
_NAME = re.compile(r"(?P<prefix>.+)\.index")
_MAX_MEMBERS = 10_000
_Reader = Callable[[int], bytes]


@dataclass(frozen=True)
class _Entry:
    dtype: np.dtype
    shape: tuple[int, ...]
    shard: int
    start: int
    size: int
    crc: int


def read_checkpoint(path: str | os.PathLike) -> dict[str, np.ndarray]:
    """Every variable of a checkpoint by name, checksums verified.

    `path`: a prefix (`model.ckpt-120000`), its `.index` or `.data-*` file, a folder, or a zip that holds one; of
    several checkpoints in a folder or zip the one with the most steps is read. Raises `BundleError`.
    """
    path = Path(path)
    files = _files(path)
    prefix = _newest(path, files)
    index = files[f"{prefix}.index"](MAX_TABLE_BYTES)
    table = read_table(f"{prefix}.index", index)
    try:
        shards = _shards(table.pop(b"", b""))
        entries = {key.decode(): _entry(value) for key, value in table.items()}
    except ValueError as error:
        raise BundleError(f"{prefix}.index does not describe tensors: {error}.", _REMEDY) from error
    tensors: dict[str, np.ndarray] = {}
    for shard in range(shards):
        name = f"{prefix}.data-{shard:05d}-of-{shards:05d}"
        if name not in files:
            raise BundleError(f"{name} is missing beside {prefix}.index.", "Put the checkpoint's files together.")
        mine = {key: entry for key, entry in entries.items() if entry.shard == shard}
        tensors |= _tensors(name, files[name](MAX_DATA_BYTES), mine)
    if len(tensors) != len(entries):
        raise BundleError(f"{prefix}.index names shards that do not exist.", _REMEDY)
    return tensors


def _tensors(name: str, data: bytes, entries: dict[str, _Entry]) -> dict[str, np.ndarray]:
    tensors, position = {}, 0
    for key, entry in sorted(entries.items(), key=lambda item: (item[1].start, item[1].size)):
        if entry.start != position or entry.start + entry.size > len(data):
            raise BundleError(f"{name} does not hold {key} where its index says.", _REMEDY)
        position += entry.size
        part = memoryview(data)[entry.start : position]
        if checksum(part) != entry.crc:
            raise BundleError(f"{name} is damaged at {key}: its checksum does not match.", _REMEDY)
        tensors[key] = np.frombuffer(part, entry.dtype).reshape(entry.shape)
    if position != len(data):
        raise BundleError(f"{name} is cut short or has bytes too many.", _REMEDY)
    return tensors


def _shards(header: bytes) -> int:
    """The number of data files, from the table's first value (BundleHeaderProto)."""
    fields = _fields(header)
    shards = fields.get(1, [1])[-1]
    if not header or not isinstance(shards, int) or not 1 <= shards <= 1000:
        raise ValueError("it has no header")
    if fields.get(2, [0])[-1] != 0:
        raise ValueError("it was written on a big-endian machine")
    return shards


def _entry(message: bytes) -> _Entry:
    """One tensor's place (BundleEntryProto: dtype, shape, shard, offset, size, checksum, slices)."""
    fields = _fields(message)
    if 7 in fields:
        raise ValueError("a tensor is stored in slices")
    number = fields.get(1, [0])[-1]
    if number not in _DTYPES:
        raise ValueError(f"a tensor has the type number {number}")
    dtype = np.dtype(_DTYPES[number])
    shape = []
    for dimension in _fields(_message(fields.get(2, [b""])[-1])).get(2, []):
        shape.append(_count(_fields(_message(dimension)).get(1, [0])[-1]))
    shard, start, size = (_count(fields.get(key, [0])[-1]) for key in (3, 4, 5))
    if len(shape) > 8 or math.prod(shape) * dtype.itemsize != size or 6 not in fields:
        raise ValueError("a tensor's size is not that of its shape")
    return _Entry(dtype, tuple(shape), shard, start, size, _count(fields[6][-1]))


def _count(value: int | bytes) -> int:
    if not isinstance(value, int) or value > 1 << 40:
        raise ValueError("a number is out of range")
    return value


def _message(value: int | bytes) -> bytes:
    if not isinstance(value, bytes):
        raise ValueError("a field has another type")
    return value


def _fields(message: bytes) -> dict[int, list[int | bytes]]:
    """The fields of a protocol buffer by number: integers, or bytes of strings and nested messages."""
    found: dict[int, list[int | bytes]] = {}
    at = 0
    while at < len(message):
        tag, at = varint(message, at)
        kind = tag & 7
        value: int | bytes
        if kind == 0:
            value, at = varint(message, at)
        elif kind in (1, 2, 5):
            size = {1: 8, 5: 4}.get(kind)
            if size is None:
                size, at = varint(message, at)
            raw, at = message[at : at + size], at + size
            if len(raw) != size:
                raise ValueError("a field is cut short")
            value = raw if kind == 2 else int.from_bytes(raw, "little")
        else:
            raise ValueError("a field has an unknown type")
        found.setdefault(tag >> 3, []).append(value)
    return found


def _files(path: Path) -> dict[str, _Reader]:
    """What can be read of a checkpoint at `path`: file names, each with a function (limit) -> bytes."""
    if zipfile.is_zipfile(path):
        return _zipped(path)
    folder = path if path.is_dir() else path.parent
    try:
        names = sorted(entry.name for entry in os.scandir(folder) if entry.is_file())
    except OSError as error:
        raise BundleError(f"{folder} cannot be opened: {error.strerror}.", "Check the path.") from error
    if not path.is_dir():
        prefix = re.sub(r"\.(index|meta|data-\d{5}-of-\d{5})$", "", path.name)
        names = [name for name in names if name.startswith(f"{prefix}.")]
    return {name: lambda limit, name=name: _read(folder / name, limit) for name in names}


def _read(path: Path, limit: int) -> bytes:
    try:
        if path.stat().st_size > limit:
            raise BundleError(
                f"{path.name} is larger than {limit >> 20} MiB, too large for such a checkpoint.", _REMEDY
            )
        return content_of(path, limit)
    except OSError as error:
        raise BundleError(f"{path.name} cannot be read: {error.strerror}.", "Check its permissions.") from error


def _zipped(path: Path) -> dict[str, _Reader]:
    """The files inside a zip, read in memory: nothing is unpacked, so a member's path can do no harm."""
    damaged = BundleError(f"{path.name} is a damaged zip file.", _REMEDY)
    try:
        with zipfile.ZipFile(path) as archive:
            members = [member for member in archive.infolist() if not member.is_dir()]
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise damaged from error
    if len(members) > _MAX_MEMBERS:
        raise BundleError(f"{path.name} holds {len(members)} files, too many for a checkpoint.", _REMEDY)

    def reader(member: zipfile.ZipInfo) -> _Reader:
        def read(limit: int) -> bytes:
            if member.file_size > limit:
                raise BundleError(f"{member.filename} in {path.name} is too large for such a checkpoint.", _REMEDY)
            try:
                with zipfile.ZipFile(path) as archive, archive.open(member) as file:
                    data = file.read(limit + 1)
            except Exception as error:  # whatever a broken compressed stream makes zipfile raise
                raise damaged from error
            if len(data) != member.file_size:
                raise damaged
            return data

        return read

    names = {member.filename: reader(member) for member in members}
    plain = {name: read for name, read in names.items() if not PurePosixPath(name).name.startswith(".")}
    return {name: read for name, read in plain.items() if "__MACOSX" not in name}


def _newest(path: Path, files: dict[str, _Reader]) -> str:
    """The prefix of the checkpoint with the most steps."""
    prefixes = [match["prefix"] for name in files if (match := _NAME.fullmatch(name))]
    if not prefixes:
        raise BundleError(
            f"There is no TensorFlow checkpoint at {path}: no .index file.",
            "Give the folder, zip or prefix (model.ckpt-120000) of one.",
        )
    return max(prefixes, key=lambda prefix: (_steps(prefix), prefix))


def _steps(prefix: str) -> int:
    digits = re.search(r"-(\d{1,18})$", prefix)
    return int(digits[1]) if digits else -1
