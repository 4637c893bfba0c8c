"""What goes into a clip, as one immutable value, and the requests made of the engine thread with it.

Knows neither widgets nor networks.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import Any

import numpy as np

from engine.clip import Clip
from engine.future import Future
from engine.inputs import latent
from engine.media.photo import Crop, Photo, default_crop
from engine.models.library import ModelEntry
from engine.storyboard import OVERLAP, Shot


@dataclass(frozen=True, eq=False)
class Inputs:
    """Photo, crop, model, action weights float32 [C] and latent float32 [Z]. `seed` is None where none was drawn: at
    first, when z is 0, and when it was set by hand.

    then: the shots of a storyboard that go on from there, `overlap` frames of each fading into the next.
    """

    photo: Photo | None = None
    crop: Crop | None = None
    model: ModelEntry | None = None
    action: np.ndarray | None = None
    seed: int | None = None
    z: np.ndarray | None = None
    then: tuple[Shot, ...] = ()
    overlap: int = OVERLAP

    def same_as(self, other: Inputs) -> bool:
        """Whether both make the same clip."""
        return (
            self.photo is other.photo
            and self.crop == other.crop
            and self.same_model(other)
            and _equal(self.action, other.action)
            and self.seed == other.seed
            and _equal(self.z, other.z)
            and self._same_shots(other)
        )

    def _same_shots(self, other: Inputs) -> bool:
        if len(self.then) != len(other.then) or (self.then and self.overlap != other.overlap):
            return False
        return all(mine.same_as(theirs) for mine, theirs in zip(self.then, other.then, strict=True))

    def same_model(self, other: Inputs) -> bool:
        mine, theirs = self.model, other.model
        return mine is theirs or (mine is not None and theirs is not None and mine.path == theirs.path)

    def complete(self) -> bool:
        """Whether a clip can be made of them."""
        return self.photo is not None and self.crop is not None and self.model is not None

    def with_model(self, model: ModelEntry) -> Inputs:
        """The same for another model: actions kept by name, else its default. The first future is the mean one, the
        calmest; z of another size is drawn again from the seed, and is the mean one without a seed."""
        names, kept = model.card.actions, self.active_actions()
        weights = np.array([kept.get(name, 0.0) for name in names], np.float32)
        if not weights.any():
            weights[names.index(model.card.default_action or names[0])] = 1.0
        size = int(model.card.network["z_size"])
        seed, z = self.seed, self.z
        if z is None or len(z) != size:
            z = np.zeros(size, np.float32) if seed is None else latent(seed, size)
        return replace(self, model=model, action=weights, seed=seed, z=z)

    def with_crop(self, crop: Crop) -> Inputs:
        return replace(self, crop=crop)

    def changes_by_photo(self, photo: Photo, action: str = "") -> dict[str, Any]:
        """What another photo changes, by field: cropped to its middle square, with `action` if the model knows it."""
        changed: dict[str, Any] = {"photo": photo, "crop": default_crop(photo.width, photo.height)}
        known = self.model is not None and action in self.model.card.actions
        return changed | ({"action": self.only(action)} if known else {})

    def only(self, action: str) -> np.ndarray:
        """Weights float32 [C] of one action alone."""
        names = self.model.card.actions if self.model is not None else ()
        return np.array([float(name == action) for name in names], np.float32)

    def active_actions(self) -> dict[str, float]:
        """The actions with weight, by name."""
        if self.model is None or self.action is None:
            return {}
        names = self.model.card.actions
        return {name: float(w) for name, w in zip(names, self.action, strict=True) if w}


def _equal(a: np.ndarray | None, b: np.ndarray | None) -> bool:
    return a is b or (a is not None and b is not None and np.array_equal(a, b))


class Kind(Enum):
    """What a request leaves behind."""

    GENERATE = auto()  # a tile
    GRID = auto()  # a cell of the grid of futures
    PREVIEW = auto()  # nothing: superseded by the next preview
    REGENERATE = auto()  # the frames of a clip that had been dropped from memory
    DETECT = auto()  # the keypoints of a video's frames
    REDRAW = auto()  # the frames of a clip whose keypoints were edited: superseded by the clip's next
    RETOUCH = auto()  # a frame of a clip being edited: goes before everything, and is superseded by the next
    ENLARGE = auto()  # frames at the photo's size: gives way to everything, and is superseded by the next
    PICTURES = auto()  # an export's pictures
    SEARCH = auto()  # the figures of a photo: superseded by the next


@dataclass(frozen=True, eq=False)
class Request:
    """One clip wanted. `future` is there if its keypoints are known: then nothing but frames is made."""

    id: str
    kind: Kind
    inputs: Inputs
    first_frame: int = 0  # a preview renders this frame first: it is the one on screen
    number: int = 0  # in the order requests are made
    future: Future | None = None
    clip_id: str = ""  # of the clip that a redrawing is for


@dataclass(frozen=True, eq=False)
class Retouch:
    """One frame wanted of a clip that is being edited: that of keypoints float32 [1, K, 2]."""

    id: str
    inputs: Inputs
    future: Future
    keypoints: np.ndarray
    index: int
    clip_id: str
    kind: Kind = Kind.RETOUCH


@dataclass(frozen=True, eq=False)
class Enlargement:
    """Frames of a finished clip at the photo's own size, for the canvas."""

    id: str
    inputs: Inputs
    clip: Clip
    clip_id: str
    side: int  # pixels
    order: tuple[int, ...]  # which frames, the most urgent first
    still: bool = False  # the one frame of a paused clip, larger than there is memory for all of them
    kind: Kind = Kind.ENLARGE


@dataclass(frozen=True, eq=False)
class WholePictures:
    """A finished clip in its whole photo, or of the crop alone at the photo's size, for an export. `size` is the
    photo's longer side in pixels, None its own."""

    id: str
    inputs: Inputs
    clip: Clip
    size: int | None
    whole: bool = True
    kind: Kind = Kind.PICTURES


@dataclass(frozen=True, eq=False)
class FigureSearch:
    """The figures of a photo wanted: as the model of `inputs` finds them, or, with `others`, as those models do."""

    id: str
    inputs: Inputs
    others: tuple[ModelEntry, ...] = ()
    kind: Kind = Kind.SEARCH


@dataclass(frozen=True, eq=False)
class Detection:
    """The keypoints of frames uint8 [T, S, S, 3], as the model of `inputs` finds them."""

    id: str
    inputs: Inputs
    frames: np.ndarray
    kind: Kind = Kind.DETECT


AnyRequest = Request | Retouch | Detection | Enlargement | WholePictures | FigureSearch
