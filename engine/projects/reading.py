"""A project read: its entries, and clips and photos from its members. The command line reads files, the studio folders
that they were unpacked in.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np

from engine.clip import Clip
from engine.errors import ProjectError
from engine.future import Future
from engine.projects import encoding
from engine.projects.members import Folder, Members
from engine.projects.photos import StoredPhoto
from engine.projects.project import REMEDY, TEXT_NAME, ClipEntry, Project
from engine.sentences import sentence


class OpenedProject:
    """`project` and what its entries stand for. Raises `ProjectError` where a member is lacking or damaged.

    Sources that are equal are one array, and a photo is one `StoredPhoto`.
    """

    def __init__(self, members: Members) -> None:
        self._members = members
        self._sources: dict[str, np.ndarray] = {}
        self._photos: dict[str, StoredPhoto] = {}
        try:
            text = members.read(TEXT_NAME).decode("utf-8", "surrogatepass")
        except KeyError as error:
            raise ProjectError(sentence("There is no project.json."), REMEDY) from error
        except UnicodeError as error:
            raise ProjectError(sentence("The project's project.json is no text."), REMEDY) from error
        self.project = Project.from_text(text)

    def future(self, entry: ClipEntry) -> Future:
        """Inputs and keypoints of a clip, its arrays read-only."""
        return self.edited(entry)[0]

    def edited(self, entry: ClipEntry) -> tuple[Future, np.ndarray | None]:
        """The same, and the keypoints float32 [T', K, 2] before they were edited, if they were."""
        arrays = encoding.arrays_from_bytes(self._read(entry.arrays), self._source(entry.source))
        original = arrays.pop("original", None)
        future = Future(**entry.future_fields(), **arrays)
        if len(future.action_names) != len(future.action):
            raise ProjectError(sentence("The clip {id} names other actions than it weighs.", id=entry.id), REMEDY)
        return future, original

    def clip(self, entry: ClipEntry) -> Clip | None:
        """The finished clip; None where its frames are not kept."""
        if not entry.frames:
            return None
        try:
            data = self._members.read(entry.frames)
        except KeyError:  # they went to make room
            return None
        return encoding.clip_from_bytes(data, self.future(entry))

    def thumbnail(self, entry: ClipEntry) -> np.ndarray | None:
        """uint8 [h, w, 3], or None."""
        try:
            return encoding.picture_from_bytes(self._members.read(entry.thumbnail))
        except (KeyError, ProjectError):  # it is made again with the frames
            return None

    def photo(self, photo_id: str) -> StoredPhoto | None:
        """The photo of that id; None if the project lacks it."""
        if photo_id not in self._photos:
            entry = next((entry for entry in self.project.photos if entry.id == photo_id), None)
            if entry is None or entry.file not in self._members:
                return None
            self._photos[photo_id] = StoredPhoto(entry, lambda: self._read(entry.file))
        return self._photos[photo_id]

    def _source(self, name: str) -> np.ndarray:
        if name not in self._sources:
            self._sources[name] = encoding.picture_from_bytes(self._read(name))
        return self._sources[name]

    def _read(self, name: str) -> bytes:
        try:
            return self._members.read(name)
        except KeyError as error:
            raise ProjectError(sentence("The project lacks {name}.", name=name), REMEDY) from error


def open_folder(folder: Path) -> OpenedProject:
    """The project unpacked in a folder. Raises `ProjectError`."""
    return OpenedProject(Folder(folder))
