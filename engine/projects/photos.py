"""Photos in a project: as the file that they were, where that gives the same pixels, else as PNG; and read again late.

A project may have many photos of which one is looked at, so each is decoded when its pixels are first asked for.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np

from engine.errors import KpvpError, PhotoError
from engine.media.photo import Photo, read_photo
from engine.media.returning_photo import ReturningPhoto
from engine.projects.encoding import picture_to_bytes
from engine.projects.project import REMEDY, PhotoEntry
from engine.sentences import sentence

MAX_FILE_BYTES = 48 * 1024**2  # of a file kept as it is


class StoredPhoto(ReturningPhoto):
    """A photo of a project, whose `pixels` are decoded when first looked at. Raises `PhotoError` then.

    read: gives the bytes of its file.
    """

    def __init__(self, entry: PhotoEntry, read: Callable[[], bytes]) -> None:
        super().__init__(entry.name, entry.width, entry.height, None, entry.frame_count, entry.frame)
        for name, value in {"entry": entry, "_read": read}.items():
            object.__setattr__(self, name, value)
        self.comes_back(lambda: pixels_of(entry, self.file_bytes()))

    entry: PhotoEntry
    _read: Callable[[], bytes]

    def file_bytes(self) -> bytes:
        """Of its file, as it lies in the project."""
        return self._read()


def pixels_of(entry: PhotoEntry, data: bytes) -> np.ndarray:
    """The pixels uint8 [H, W, 3] of a photo of a project, of the bytes of its file. Raises `PhotoError`."""
    pixels = read_photo(data, frame=0).pixels
    if pixels.shape[:2] != (entry.height, entry.width):  # crops were chosen by what the project says
        raise PhotoError(sentence("The photo {name} in the project is not the one it was.", name=entry.name), REMEDY)
    return pixels


def photo_id(photo: Photo) -> str:
    """24 hexadecimal digits that tell pixels apart."""
    if isinstance(photo, StoredPhoto):
        return photo.entry.id
    digest = hashlib.blake2b(f"{list(photo.pixels.shape)}".encode(), digest_size=12)
    digest.update(np.ascontiguousarray(photo.pixels).data)
    return digest.hexdigest()


def stored(photo: Photo) -> tuple[PhotoEntry, bytes]:
    """The entry of a photo, and the bytes of its file."""
    if isinstance(photo, StoredPhoto):
        return _stored_again(photo)
    name, original = photo_id(photo), _original(photo)
    suffix = ".png" if original is None or photo.path is None else photo.path.suffix.lower()
    entry = PhotoEntry(
        id=name,
        name=photo.name,
        file=f"photos/{name}{suffix}",
        width=photo.width,
        height=photo.height,
        frame=photo.frame,
        frame_count=photo.frame_count,
    )
    return entry, picture_to_bytes(photo.pixels) if original is None else original


def _stored_again(photo: StoredPhoto) -> tuple[PhotoEntry, bytes]:
    """From its file, or its pixels where that is gone."""
    try:
        return photo.entry, photo.file_bytes()
    except KpvpError:
        file = str(Path(photo.entry.file).with_suffix(".png").as_posix())
        return replace(photo.entry, file=file), picture_to_bytes(photo.pixels)


def _original(photo: Photo) -> bytes | None:
    """The file that a still photo was read from, if it still gives these pixels."""
    path: Path | None = photo.path
    try:
        if path is None or photo.frame_count > 1 or not path.suffix[1:].isalnum():
            return None
        if path.stat().st_size > MAX_FILE_BYTES:
            return None
        data = path.read_bytes()
        return data if np.array_equal(read_photo(data, frame=0).pixels, photo.pixels) else None
    except (OSError, KpvpError):
        return None
