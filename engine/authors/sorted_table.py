"""Reads the sorted-table files (LevelDB's format) in which TensorFlow keeps the index of a checkpoint.

Every block carries a checksum; nothing is believed before its checksum has been compared, and sizes are checked before
memory is taken. Knows bytes, keys and values; nothing of tensors.
"""

from __future__ import annotations

from collections.abc import Iterator

import google_crc32c

from engine.errors import BundleError

MAX_TABLE_BYTES = 64 * 1024**2
_MAGIC = 0xDB4775248B80FB57
_FOOTER = 48  # bytes: two block handles, zeros, the magic number
_PIECE = 1 << 20  # bytes summed at a time: the native function wants a copy of its own
_TRAILER = 5  # bytes after every block: compression, checksum
_REMEDY = "Fetch the checkpoint again."


def checksum(data: bytes | memoryview) -> int:
    """The masked crc32c that LevelDB and TensorFlow store beside their data."""
    crc = 0
    for start in range(0, len(data), _PIECE):
        crc = google_crc32c.extend(crc, bytes(data[start : start + _PIECE]))
    return ((crc >> 15 | crc << 17) + 0xA282EAD8) & 0xFFFFFFFF


def varint(data: bytes, at: int) -> tuple[int, int]:
    """(value, place after it) of the variable-length integer at `at`. Raises ValueError where there is none."""
    value = shift = 0
    while True:
        if at >= len(data) or shift > 63:
            raise ValueError("a number is cut short")
        byte = data[at]
        value |= (byte & 0x7F) << shift
        at, shift = at + 1, shift + 7
        if byte < 0x80:
            return value, at


def read_table(name: str, data: bytes) -> dict[bytes, bytes]:
    """Keys and values of a whole table; `name` is for messages.

    Raises `BundleError` for anything that is not such a table, or was changed after it was written.
    """
    try:
        return dict(_entries(data))
    except ValueError as error:
        raise BundleError(f"{name} is not an intact checkpoint index: {error}.", _REMEDY) from error


def _entries(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    if not _FOOTER <= len(data) <= MAX_TABLE_BYTES:
        raise ValueError("its size is impossible")
    footer = data[-_FOOTER:]
    if int.from_bytes(footer[-8:], "little") != _MAGIC:
        raise ValueError("its end is missing, or it is a file of another kind")
    meta, at = _handle(footer, 0)
    index, at = _handle(footer, at)
    if any(footer[at:-8]):
        raise ValueError("its footer is damaged")
    list(_block(data, *meta))
    covered = [meta, index]
    previous = None
    for _, value in _block(data, *index):
        extent, end = _handle(value, 0)
        if end != len(value):
            raise ValueError("its index is damaged")
        covered.append(extent)
        for key, entry in _block(data, *extent):
            if previous is not None and key <= previous:
                raise ValueError("its names are out of order")
            previous = key
            yield key, entry
    if sum(size + _TRAILER for _, size in covered) != len(data) - _FOOTER:
        raise ValueError("it has bytes that belong to nothing")


def _handle(data: bytes, at: int) -> tuple[tuple[int, int], int]:
    offset, at = varint(data, at)
    size, at = varint(data, at)
    return (offset, size), at


def _block(data: bytes, offset: int, size: int) -> Iterator[tuple[bytes, bytes]]:
    """The entries of a block: each key is stored as what it shares with the one before, and the rest."""
    stop = offset + size
    if stop + _TRAILER > len(data) - _FOOTER or size < 4:
        raise ValueError("a block reaches beyond its end")
    stored = int.from_bytes(data[stop + 1 : stop + _TRAILER], "little")
    if checksum(data[offset : stop + 1]) != stored:
        raise ValueError("a checksum does not match")
    if data[stop] != 0:
        raise ValueError("it is compressed, which TensorFlow's own checkpoints never are")
    restarts = int.from_bytes(data[stop - 4 : stop], "little")
    end = stop - 4 - 4 * restarts
    if end < offset:
        raise ValueError("a block is damaged")
    block, at, key = data[offset:end], 0, b""
    while at < len(block):
        shared, at = varint(block, at)
        fresh, at = varint(block, at)
        length, at = varint(block, at)
        if shared > len(key) or at + fresh + length > len(block):
            raise ValueError("a block is damaged")
        key = key[:shared] + block[at : at + fresh]
        yield key, block[at + fresh : at + fresh + length]
        at += fresh + length
