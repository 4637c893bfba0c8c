"""Snapshots of the Document become members and entries of a working copy. Knows no Qt; any thread, one at a time.

What a person waited for comes first: keypoints and what made a clip at once, then photos, then frames, clip by clip.
"""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any
from weakref import WeakKeyDictionary

import numpy as np

from engine.errors import KpvpError, ProjectError
from engine.future import Future
from engine.media.photo import Photo
from engine.media.returning_photo import ReturningPhoto
from engine.models.library import ModelEntry
from engine.projects import encoding
from engine.projects.members import Folder
from engine.projects.photos import photo_id, pixels_of, stored
from engine.projects.project import REMEDY, ClipEntry, PhotoEntry, Project, UsedModel, made
from engine.projects.working_copy import WorkingCopy
from kpvp_gui.document.clip_record import ClipRecord
from kpvp_gui.document.inputs import Inputs
from kpvp_gui.projects import storyboards
from kpvp_gui.projects.snapshot import ClipState, Snapshot

_LOST = ""  # the id of a photo that went with the folder it was kept in
_NOT_OF_A_MODEL = ("familiarity", "training", "scores")  # of its card: pages that only its file needs


@dataclass
class _Written:
    """What of a clip is there already: from which objects its entry was made."""

    entry: ClipEntry
    future: Future | None = None
    keypoints: np.ndarray | None = None
    thumbnail: np.ndarray | None = None
    may_have_frames: bool = True  # not if they went to make room


class ProjectWriter:
    """Writes one working copy. `opened` is the project that was read from it: what this version does not know stays."""

    def __init__(self, copy: WorkingCopy, opened: Project | None = None) -> None:
        self.copy = copy
        self._opened = opened if opened is not None else Project()
        self._clips = {entry.id: _Written(entry) for entry in self._opened.clips}
        self._ids = {entry.id: entry.id for entry in self._opened.clips}  # of the record: of the entry
        self._photo_ids: WeakKeyDictionary[Photo, str] = WeakKeyDictionary()
        self._photos: dict[str, PhotoEntry] = {entry.id: entry for entry in self._opened.photos}
        self._sources: dict[int, tuple[np.ndarray, str]] = {}
        self._superseded: set[str] = set()  # members that entries named before
        self._cards: dict[tuple[str, str], UsedModel] = {(model.id, model.name): model for model in self._opened.models}

    def adopt(self, records: Iterable[ClipRecord]) -> None:
        """These were read from the working copy: nothing of them need be written again."""
        for record in records:
            written = self._clips[record.id]
            written.future, written.keypoints, written.thumbnail = record.future, record.keypoints, record.thumbnail
            self._sources[id(record.source)] = record.source, written.entry.source

    def write(self, state: Snapshot, frames: bool = True) -> bool:
        """Keep what there is, but at most one photo and, with `frames`, those of one clip; whether there is more.

        Raises `ProjectError`: then everything before this call is kept still.
        """
        for clip in state.clips:
            self._write_clip(clip)
        self._write_project(state)
        self._let_go_of_others(state)
        photos = [photo for photo in _photos(state) if self._id_of(photo) not in {*self._photos, _LOST}]
        waiting = [clip for clip in reversed(state.clips) if frames and self._lacks_frames(clip)]
        self._let_photos_return(state)
        if photos:
            self._write_photo(photos[0])
        elif waiting:
            self._write_frames(waiting[0])
        else:
            return False
        self._write_project(state)
        return len(photos) + len(waiting) > 1

    def _let_go_of_others(self, state: Snapshot) -> None:
        """Clips that were deleted are in memory no more; one that comes back is found on disk by its content."""
        names = {self._ids[clip.id] for clip in state.clips}
        for name, written in self._clips.items():
            if name not in names:
                written.future = written.keypoints = written.thumbnail = None
        sources = {id(clip.future.source) for clip in state.clips}
        self._sources = {key: source for key, source in self._sources.items() if key in sources}

    def entry(self, record_id: str) -> ClipEntry | None:
        """What is kept of a clip; None before it is."""
        written = self._clips.get(self._ids.get(record_id, ""))
        return written.entry if written is not None and written.entry.arrays else None

    # Clips

    def _write_clip(self, state: ClipState) -> None:
        name = self._ids.setdefault(state.id, secrets.token_hex(6))
        written = self._clips.setdefault(name, _Written(ClipEntry(id=name)))
        entry, future = written.entry, state.future
        if written.future is not future:
            entry = replace(entry, made=made(future), created=state.created, photo=self._photo_of(state.inputs, entry))
            entry = replace(entry, source=entry.source or self._source(future.source))
            entry = replace(entry, storyboard=storyboards.to_json(state.inputs) or entry.storyboard)
            # Dropped from memory, keypoints are rounded; the exact ones are here already.
            exact = future.keypoints.dtype == np.float32 or not entry.arrays
            if exact and written.keypoints is not future.keypoints:
                entry = self._with_arrays(entry, state)
                written.keypoints = future.keypoints
                written.may_have_frames |= entry.arrays != written.entry.arrays
            elif not exact:
                written.keypoints = None
            written.future = future
        if state.thumbnail is not None and written.thumbnail is not state.thumbnail:
            data = encoding.picture_to_bytes(state.thumbnail)
            thumbnail = f"thumbnails/{name}.{_digest(data)}.png"
            self.copy.add(thumbnail, data)
            entry, written.thumbnail = replace(entry, thumbnail=thumbnail), state.thumbnail
        edited_from = self._ids.get(state.edited_from, state.edited_from)
        entry = replace(entry, starred=state.starred, edited_from=edited_from, driver=state.driver)
        entry = replace(entry, name=state.name)
        before = written.entry
        self._superseded |= {before.arrays, before.thumbnail, before.frames}
        self._superseded -= {entry.arrays, entry.thumbnail, entry.frames}
        written.entry = entry

    def _with_arrays(self, entry: ClipEntry, state: ClipState) -> ClipEntry:
        """Frames belong to keypoints: those of others are no longer this clip's."""
        data = encoding.arrays_to_bytes(state.future, state.original)
        arrays = f"clips/{entry.id}.{_digest(data)}.safetensors"
        if arrays == entry.arrays:
            return entry
        self.copy.add(arrays, data)
        return replace(entry, arrays=arrays, frames="")

    def _source(self, source: np.ndarray) -> str:
        """The member of a source; many clips share one array."""
        if id(source) not in self._sources:
            data = encoding.picture_to_bytes(source)
            name = f"sources/{_digest(data)}.png"
            self.copy.add(name, data)
            self._sources[id(source)] = source, name
        return self._sources[id(source)][1]

    def _lacks_frames(self, state: ClipState) -> bool:
        written = self._clips[self._ids[state.id]]
        return state.clip is not None and not written.entry.frames and written.may_have_frames

    def _write_frames(self, state: ClipState) -> None:
        written = self._clips[self._ids[state.id]]
        assert state.clip is not None  # as `_lacks_frames` has seen
        stem = written.entry.arrays.removeprefix("clips/").removesuffix(".safetensors")
        name = f"frames/{stem}.npz"
        self.copy.add(name, encoding.frames_to_bytes(state.clip))
        written.entry = replace(written.entry, frames=name)

    # The project

    def _write_project(self, state: Snapshot) -> None:
        opened = self._opened
        entries = [self._clips[self._ids[clip.id]].entry for clip in state.clips]
        wanted = {entry.photo for entry in entries} | {self._id_of(photo) for photo in _photos(state)}
        view = dict(state.view, clip=self._ids.get(state.view["clip"], ""))
        project = Project(
            photos=[entry for entry in self._photos.values() if entry.id in wanted],
            models=self._models(state),
            clips=entries,
            inputs={**opened.inputs, **self._inputs(state)},
            view={**opened.view, **view},
            keypoints=_merged(opened.keypoints, state.keypoints),
            unread=opened.unread,
            unknown=opened.unknown,
        )
        for before, after in zip(entries, self.copy.write(project).clips, strict=True):
            if before is not after:
                self._clips[after.id].entry = after
                self._clips[after.id].may_have_frames = False
        self.copy.remove(self._superseded)
        self._superseded.clear()

    def _inputs(self, state: Snapshot) -> dict[str, Any]:
        inputs = state.inputs
        by_hand = inputs.seed is None and inputs.z is not None
        return {
            "photo": "" if inputs.photo is None else self._id_of(inputs.photo),
            "crop": None if inputs.crop is None else list(inputs.crop),
            "model": "" if inputs.model is None else inputs.model.name,
            "action": inputs.active_actions(),
            "seed": inputs.seed,
            "z": [float(value) for value in inputs.z] if by_hand and inputs.z is not None else None,
            "seed_locked": state.seed_locked,
        }

    def _models(self, state: Snapshot) -> list[UsedModel]:
        """Each model once, in the order of the clips; that of the inputs last, if it made none of them."""
        found: dict[tuple[str, str], UsedModel] = {}
        for clip in state.clips:
            key = clip.future.model_id, clip.future.model_name
            found.setdefault(key, self._model(key, clip.inputs.model))
        chosen = state.inputs.model
        if chosen is not None and chosen.name not in {name for _, name in found}:
            found["", chosen.name] = self._model(("", chosen.name), chosen)
        return list(found.values())

    def _model(self, key: tuple[str, str], entry: ModelEntry | None) -> UsedModel:
        if key not in self._cards:
            card = entry.card.to_json() if entry is not None else {}
            card = {name: value for name, value in card.items() if name not in _NOT_OF_A_MODEL}
            self._cards[key] = UsedModel(id=key[0], name=key[1], card=card)
        return self._cards[key]

    def _write_photo(self, photo: Photo) -> None:
        try:
            entry, data = stored(photo)
        except KpvpError:
            self._photo_ids[photo] = _LOST
            return
        self.copy.add(entry.file, data)
        self._photos[entry.id] = entry
        self._let_return(photo, entry)

    def _let_photos_return(self, state: Snapshot) -> None:
        """What is here need not stay in memory."""
        for photo in _photos(state):
            entry = self._photos.get(self._id_of(photo))
            if entry is not None and isinstance(photo, ReturningPhoto) and not photo.returns:
                self._let_return(photo, entry)

    def _let_return(self, photo: Photo, entry: PhotoEntry) -> None:
        if isinstance(photo, ReturningPhoto):
            folder = Folder(self.copy.folder)
            photo.comes_back(lambda: pixels_of(entry, _member(folder, entry.file)))

    def _photo_of(self, inputs: Inputs, entry: ClipEntry) -> str:
        return entry.photo if inputs.photo is None else self._id_of(inputs.photo)

    def _id_of(self, photo: Photo) -> str:
        if photo not in self._photo_ids:
            try:
                self._photo_ids[photo] = photo_id(photo)
            except KpvpError:
                self._photo_ids[photo] = _LOST
        return self._photo_ids[photo]


def _member(folder: Folder, name: str) -> bytes:
    try:
        return folder.read(name)
    except KeyError as error:
        raise ProjectError(f"The project lacks {name}.", REMEDY) from error


def _photos(state: Snapshot) -> list[Photo]:
    """Each once, in the order of the clips; that of the inputs last."""
    found = [clip.inputs.photo for clip in state.clips] + [state.inputs.photo]
    return list(dict.fromkeys(photo for photo in found if photo is not None))


def _merged(before: Mapping[str, Any], now: Mapping[str, Any]) -> dict[str, Any]:
    """Notes on keypoints by model, with what this version does not know of them."""
    known = {name: notes if isinstance(notes, dict) else {} for name, notes in before.items()}
    return {**before, **{name: {**known.get(name, {}), **notes} for name, notes in now.items()}}


def _digest(data: bytes) -> str:
    return hashlib.blake2b(data, digest_size=8).hexdigest()
