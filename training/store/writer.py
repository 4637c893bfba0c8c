"""The one writer of frame stores: appends clip after clip, and goes on after what an earlier process left whole.

frames.u8      the frames of clip after clip
journal.jsonl  one line per clip that is in the other files as a whole, a `StoredClip`
index.json     written last: with it the store is whole

Beside the frames there may be further files with so many bytes per frame, "sidecars": what a world's renderer knows.
"""

from __future__ import annotations

import json
import os
import zlib
from collections.abc import Generator, Iterable, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from engine.errors import TrainingError
from engine.files import atomic_write
from engine.foreign_data import from_json

CHUNK = 2**20  # bytes read at once


@dataclass(frozen=True)
class StoredClip:
    """frames: how many there are in the store, 0 for a clip that is left out; checksum: CRC-32 of them; problem: a
    sentence or empty; label: number of its class, where the clip itself tells it."""

    frames: int
    checksum: int
    problem: str = ""
    label: int | None = None

    @property
    def is_sound(self) -> bool:
        """Whether the values are such as a writer notes."""
        counts = [self.frames, self.checksum, *([] if self.label is None else [self.label])]
        return isinstance(self.problem, str) and all(type(count) is int and count >= 0 for count in counts)

    def line(self) -> bytes:
        values = [self.frames, self.checksum, self.problem]
        return json.dumps(values if self.label is None else [*values, self.label]).encode() + b"\n"


@dataclass(frozen=True)
class Sidecar:
    """A file beside the frames, and how many bytes it has per frame."""

    file: BinaryIO
    per_frame: int


class StoreWriter:
    """Made by `writing`. `clips` are those that the store in `folder` holds so far."""

    def __init__(
        self, folder: Path, frames: BinaryIO, sidecars: dict[str, Sidecar], journal: BinaryIO, size: int, most: int
    ) -> None:
        self.clips: list[StoredClip] = []
        self.folder, self._size = folder, size
        self._frames, self._sidecars, self._journal = frames, sidecars, journal
        self._resume(most)

    def append(
        self,
        data: Iterable[bytes],
        problem: str = "",
        label: int | None = None,
        beside: Mapping[str, bytes] | None = None,
    ) -> None:
        """Add a clip whose frames are the bytes of `data` together; without any it is noted as left out.

        beside: what goes into each of the store's sidecars.
        """
        length = checksum = 0
        for piece in data:
            self._frames.write(piece)
            checksum = zlib.crc32(piece, checksum)
            length += len(piece)
        # Frames and what lies beside them are written before their line: a line stands for a whole clip.
        self._frames.flush()
        for name, sidecar in self._sidecars.items():
            sidecar.file.write((beside or {})[name])
            sidecar.file.flush()
        clip = StoredClip(length // self._frame_bytes, checksum, problem, label)
        self._journal.write(clip.line())
        self._journal.flush()
        self.clips.append(clip)

    def finish(self, index: dict) -> None:
        """Write the index, with which the store is whole."""
        for file in (self._frames, *(sidecar.file for sidecar in self._sidecars.values())):
            os.fsync(file.fileno())
        with atomic_write(self.folder / "index.json") as temporary:
            temporary.write_text(json.dumps(index), encoding="utf-8")

    @property
    def _frame_bytes(self) -> int:
        return self._size**2 * 3

    def _resume(self, most: int) -> None:
        """Take over, by size and checksum, what earlier work left whole; all files are cut there."""
        kept = frames = lines = 0
        there = [os.fstat(sidecar.file.fileno()).st_size // sidecar.per_frame for sidecar in self._sidecars.values()]
        for line in self._journal:
            if not line.endswith(b"\n") or len(self.clips) == most:
                break
            try:
                clip = StoredClip(*from_json(line))
            except (ValueError, TypeError):
                break
            if not clip.is_sound:
                break
            length = clip.frames * self._frame_bytes
            if any(frames + clip.frames > drawn for drawn in there):
                break
            if not _matches(self._frames, length, clip.checksum):
                break
            self.clips.append(clip)
            kept += length
            frames += clip.frames
            lines += len(line)
        whole = [(self._frames, kept), (self._journal, lines)]
        whole += [(sidecar.file, frames * sidecar.per_frame) for sidecar in self._sidecars.values()]
        for file, length in whole:
            file.truncate(length)
            file.seek(0, os.SEEK_END)


@contextmanager
def writing(folder: Path, size: int, most: int, sidecars: Mapping[str, int] | None = None) -> Generator[StoreWriter]:
    """A writer of the store in `folder`, of up to `most` clips in frames of `size` px.

    sidecars: the names of the files beside the frames, and how many bytes they have per frame.

    Raises TrainingError if the disk is full, also for what the with-block writes; what is whole by then is kept.
    """
    journal_path = folder / "journal.jsonl"
    try:
        with ExitStack() as opened:
            frames, journal = (opened.enter_context(open(path, "a+b")) for path in (folder / "frames.u8", journal_path))
            beside = {
                name: Sidecar(opened.enter_context(open(folder / name, "a+b")), per_frame)
                for name, per_frame in (sidecars or {}).items()
            }
            for file in (frames, journal):
                file.seek(0)
            yield StoreWriter(folder, frames, beside, journal, size, most)
        if (folder / "index.json").is_file():
            journal_path.unlink(missing_ok=True)
    except OSError as error:
        raise TrainingError(
            f"The frames could not be written to {folder} ({error.strerror or error}).",
            "Free some space and start again; what is there already is kept.",
        ) from None


def _matches(file: BinaryIO, length: int, checksum: int) -> bool:
    """Whether the next `length` bytes are there and have that checksum."""
    found = 0
    while length:
        data = file.read(min(length, CHUNK))
        if not data:
            return False
        found = zlib.crc32(data, found)
        length -= len(data)
    return found == checksum
