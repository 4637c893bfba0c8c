"""Whether files say where they were made: a search through their bytes, unpacked where they are packed."""

from __future__ import annotations

import base64
import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

_BASE64 = re.compile(rb"[A-Za-z0-9+/]{200,}={0,2}")
_DEFLATED = re.compile(rb"stream\r?\n(.*?)endstream", re.DOTALL)


def naming(root: Path, *words: str) -> list[str]:
    """ "file: word" for each of `words` in the files of a folder, or in one file, whatever its case or slashes."""
    files = sorted(path for path in root.rglob("*") if path.is_file()) if root.is_dir() else [root]
    found = set()
    for file in files:
        for content in _unpacked(file.read_bytes()):
            plain = content.replace(b"\\\\", b"/").replace(b"\\", b"/").replace(b"\0", b"").lower()
            found |= {f"{file.relative_to(root.parent)}: {word}" for word in words if word.lower().encode() in plain}
    return sorted(found)


def _unpacked(content: bytes) -> Iterator[bytes]:
    yield content
    if zipfile.is_zipfile(io.BytesIO(content)):  # projects and .npz
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for name in archive.namelist():
                yield name.encode()
                yield from _unpacked(archive.read(name))
    if content.startswith(b"%PDF"):
        for stream in _DEFLATED.findall(content):
            try:
                yield zlib.decompress(stream.lstrip(b"\r\n"))
            except zlib.error:
                continue
    if content.lstrip()[:1] == b"<":  # a page holds its pictures
        for text in _BASE64.findall(content):
            yield base64.b64decode(text + b"=" * (-len(text) % 4))
