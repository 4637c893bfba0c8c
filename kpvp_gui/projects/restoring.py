"""A project that was read becomes what the Document takes: records of clips, and inputs. Knows no Qt; any thread."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np

from engine.errors import BundleError, KpvpError
from engine.files import as_file_name
from engine.future import Future
from engine.inputs import given_latent, latent
from engine.media.photo import Crop, default_crop
from engine.media.returning_photo import ReturningPhoto
from engine.models.card import ModelCard
from engine.models.library import ModelEntry
from engine.projects.project import ClipEntry, Project
from engine.projects.reading import OpenedProject
from engine.projects.working_copy import most_worth
from kpvp_gui.document.clip_record import ClipRecord, as_clip_name
from kpvp_gui.document.inputs import Inputs
from kpvp_gui.projects import storyboards

_NOWHERE = Path("missing")  # a folder that models are not in


@dataclass(frozen=True)
class Restored:
    """`project` without the clips that could not be read, which are among its `unread`."""

    project: Project
    records: list[ClipRecord]
    inputs: Inputs
    photos: list[ReturningPhoto]  # of the clips, beside that of the inputs; the latest first
    lost: int  # clips that could not be read


def restore(opened: OpenedProject, models: Sequence[ModelEntry], most: int | None = None) -> Restored:
    """Everything but frames. most: only so many clips, the latest and those with a star."""
    project = opened.project
    if most is not None and len(project.clips) > most:
        project = replace(project, clips=most_worth(project.clips, most))
    known = _Models(project, models)
    records, read, unread = [], [], []
    for entry in project.clips:
        try:
            records.append(_record(opened, entry, known))
            read.append(entry)
        except (KpvpError, ValueError):
            unread.append(entry.to_json())
    _share(records)
    project = replace(project, clips=read, unread=[*project.unread, *unread])
    inputs = _inputs(opened, known)
    photos = dict.fromkeys(record.inputs.photo for record in reversed(records))
    others = [photo for photo in photos if isinstance(photo, ReturningPhoto) and photo is not inputs.photo]
    return Restored(project, records, inputs, others, len(unread))


class _Models:
    """The models that clips were made with: those there are, else what the project says of them."""

    def __init__(self, project: Project, models: Sequence[ModelEntry]) -> None:
        self._there = {model.name: model for model in models}
        self._cards = {model.name: model.card for model in project.models}
        self._made: dict[tuple[str, tuple[str, ...]], ModelEntry] = {}

    def chosen(self, name: str) -> ModelEntry | None:
        return self._there.get(name)

    def of(self, future: Future) -> ModelEntry:
        """With the actions of the clip, whatever has become of the model."""
        name, actions = future.model_name, future.action_names
        there = self._there.get(name)
        if there is not None and there.card.actions == actions:
            return there
        if (name, actions) not in self._made:
            self._made[name, actions] = ModelEntry(
                name, _NOWHERE / f"{as_file_name(name)}.safetensors", self._card(name, future)
            )
        return self._made[name, actions]

    def _card(self, name: str, future: Future) -> ModelCard:
        try:
            card = ModelCard.from_json(self._cards.get(name))
        except BundleError:
            card = None
        if card is not None and card.actions == future.action_names:
            return card
        return ModelCard(name or "unknown", {"z_size": len(future.z)}, future.action_names)


def _record(opened: OpenedProject, entry: ClipEntry, models: _Models) -> ClipRecord:
    future, original = opened.edited(entry)
    crop = None if future.crop is None else Crop(*future.crop)
    photo = opened.photo(entry.photo)
    inputs = Inputs(photo, crop, models.of(future), future.action, future.seed, future.z)
    inputs = replace(inputs, **storyboards.fields_of(entry.storyboard, len(future.z)))
    record = ClipRecord(entry.id, inputs, future, starred=entry.starred, created=entry.created)
    record.thumbnail, record.name = opened.thumbnail(entry), as_clip_name(entry.name)
    record.edited_from, record.original, record.driver = entry.edited_from, original, entry.driver
    record.drop()
    return record


def _share(records: list[ClipRecord]) -> None:
    """Equal actions are one array: hundreds of clips have few."""
    seen: dict[bytes, np.ndarray] = {}
    for record in records:
        action = seen.setdefault(record.future.action.tobytes(), record.future.action)
        record.inputs = replace(record.inputs, action=action)
        record.future = replace(record.future, action=action)


def _inputs(opened: OpenedProject, models: _Models) -> Inputs:
    """What was set; what cannot be understood is left out."""
    data = opened.project.inputs
    photo = opened.photo(str(data.get("photo")))
    inputs = Inputs(photo, None if photo is None else _crop(data.get("crop"), photo.width, photo.height))
    if photo is not None:
        try:
            _ = photo.pixels  # it is looked at at once
        except KpvpError:
            inputs = Inputs()
    model = models.chosen(str(data.get("model")))
    if model is None:
        return inputs
    weights = data.get("action")
    weights = weights if isinstance(weights, dict) else {}
    action = np.array([_number(weights.get(name)) for name in model.card.actions], np.float32)
    seed = data.get("seed")
    try:
        size = int(model.card.network["z_size"])
        z = latent(seed, size) if seed is not None else given_latent(data["z"], size)
    except (KpvpError, KeyError):
        seed, z = None, None
    return replace(inputs, action=action, seed=seed, z=z, model=model).with_model(model)


def _crop(value: Any, width: int, height: int) -> Crop:
    if isinstance(value, list) and len(value) == 3 and all(type(number) is int for number in value):
        crop = Crop(*value)
        inside = min(crop.x, crop.y) >= 0 and crop.x + crop.size <= width and crop.y + crop.size <= height
        if crop.size > 0 and inside:
            return crop
    return default_crop(width, height)


def _number(value: Any) -> float:
    return float(value) if isinstance(value, int | float) else 0.0
