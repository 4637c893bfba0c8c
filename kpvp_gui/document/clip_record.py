"""A clip as the window knows it: its inputs at once, its frames as they stream in, the engine's Clip at the end."""

from __future__ import annotations

import time
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np

from engine.clip import Clip
from engine.future import Future
from engine.words import printable
from kpvp_gui.document import sentences
from kpvp_gui.document.inputs import Inputs
from kpvp_gui.shown import shown
from kpvp_gui.translation import tr

THUMBNAIL_SIZE = 64
_LONGEST_NAME = 80  # characters


@dataclass(eq=False)
class ClipRecord:
    """A future, whose fields are the record's own attributes (`record.keypoints`, `record.fps`, ...), and its frames.

    Arrays are as in `engine.Clip`: frames and synthesized uint8 [T, H, W, 3], mask uint8 [T, H, W]. `ready` counts the
    leading frames that have arrived. A clip dropped from memory has `frames is None` (so have `synthesized`, `mask` and
    `clip`) until it is selected again; its thumbnail uint8 [64, 64, 3] stays, and keypoints in float16.
    """

    id: str
    inputs: Inputs
    future: Future
    preview: bool = False  # shown while dragging; never a tile
    # Arrays, but None once dropped; a frame is looked at after `is_ready` or `nearest_ready` has said that it is there.
    frames: Any = None
    synthesized: Any = None
    mask: Any = None
    starred: bool = False
    name: str = ""  # that a person gave it
    thumbnail: np.ndarray | None = None
    clip: Clip | None = None
    # A version with other keypoints: the id of the clip it was made of, that one's keypoints float32 [T, K, 2], and the
    # name of the file that moves it, if one does.
    edited_from: str = ""
    original: np.ndarray | None = None
    driver: str = ""
    revision: int = 0  # goes up whenever its frames become others
    created: float = field(default_factory=time.time)
    _arrived: np.ndarray | None = None  # bool [T]
    _outdated: np.ndarray | None = None  # bool [T]: there, but of other keypoints

    def __post_init__(self) -> None:
        self.allocate()

    # What made it

    def __getattr__(self, name: str) -> Any:
        if name == "future":  # not there yet: a copy is being made
            raise AttributeError(name)
        return getattr(self.future, name)

    def lacking(self, overlay: str) -> str:
        """Why the clip has no such overlay, in one sentence; "" where it has it."""
        return self.inputs.model.card.lacking(overlay) if self.inputs.model is not None else ""

    @property
    def action_weights(self) -> np.ndarray:
        return self.future.action

    @property
    def action_label(self) -> str:
        """The actions with weight, strongest first, as a person reads them: "golf swing", "squats 70 % + ..."."""
        if self.inputs.then:
            return tr("storyboard of %n", "", 1 + len(self.inputs.then))
        weights = sorted(self.inputs.active_actions().items(), key=lambda pair: -pair[1])
        if len(weights) == 1:
            return shown(weights[0][0])
        return " + ".join(f"{shown(name)} {weight:.0%}" for name, weight in weights)

    @property
    def title(self) -> str:
        """Its name, or what it shows."""
        return self.name or self.action_label

    @property
    def seed_label(self) -> str:
        seed = sentences.of_latent(self.seed, self.z)
        if self.driver:
            return tr("driven by {driver}", driver=self.driver)
        return tr("edited · {seed}", seed=seed) if self.edited else seed

    # Edited by hand

    @property
    def edited(self) -> bool:
        """Whether its keypoints are not what its inputs lead to."""
        return bool(self.edited_from)

    def version(self, clip_id: str) -> ClipRecord:
        """This clip under another id, to be edited; until it is redrawn it shows copies of this one's frames."""
        copy = ClipRecord(clip_id, self.inputs, self.future, preview=True)
        copy.edited_from, copy.original = self.id, np.array(self.keypoints, np.float32)
        if self.frames is not None and self._arrived is not None:
            copy.frames, copy.synthesized, copy.mask = self.frames.copy(), self.synthesized.copy(), self.mask.copy()
            copy._arrived = self._arrived.copy()
        return copy

    def driven_version(self, clip_id: str, keypoints: np.ndarray, driver: str) -> ClipRecord:
        """This clip under another id with keypoints [T', K, 2] of any length, taken from the file `driver`."""
        record = ClipRecord(clip_id, self.inputs, replace(self.future, keypoints=keypoints), preview=True)
        record.edited_from, record.original, record.driver = self.id, keypoints, driver
        return record

    def set_keypoints(self, keypoints: np.ndarray) -> None:
        """Other keypoints float32 [T, K, 2] for as many frames; those that there are stay, outdated."""
        self.future = replace(self.future, keypoints=np.array(keypoints, np.float32))
        self.clip = None
        self.revision += 1
        self._own_frames()
        self._outdated = np.ones(self.n_frames, bool)

    # Frames

    @property
    def n_frames(self) -> int:
        return len(self.keypoints)

    @property
    def finished(self) -> bool:
        return self.clip is not None

    @property
    def ready(self) -> int:
        """How many frames of its keypoints have arrived without a gap from the first."""
        if self._arrived is None:
            return 0
        current = self._arrived if self._outdated is None else self._arrived & ~self._outdated
        return len(current) if current.all() else int(np.argmin(current))

    def is_ready(self, index: int) -> bool:
        return self._arrived is not None and bool(self._arrived[index])

    def nearest_ready(self, index: int) -> int | None:
        """The arrived frame nearest to `index`, or None when there is none yet."""
        if self._arrived is None or not self._arrived.any():
            return None
        arrived = np.flatnonzero(self._arrived)
        return int(arrived[np.argmin(np.abs(arrived - index))])

    @property
    def nbytes(self) -> int:
        """Bytes that `drop` would free."""
        return sum(a.nbytes for a in (self.frames, self.synthesized, self.mask) if a is not None)

    def allocate(self) -> None:
        """Make room for frames to arrive in, marking all as missing."""
        shape = (self.n_frames, *self.source.shape[:2])
        self.frames = np.zeros((*shape, 3), np.uint8)
        self.synthesized = np.zeros((*shape, 3), np.uint8)
        self.mask = np.zeros(shape, np.uint8)
        self._arrived = np.zeros(self.n_frames, bool)

    def begin_again(self) -> None:
        """All frames come once more: with none to show, make room for them."""
        if self.frames is None or not self.edited:
            self.allocate()
        self._own_frames()
        self.thumbnail = None if self.edited else self.thumbnail
        self._outdated = np.ones(self.n_frames, bool) if self.edited else None

    def _own_frames(self) -> None:
        """Others can be put in the place of those that are the engine's, or were read."""
        if self.frames is not None and not self.frames.flags.writeable:
            self.frames, self.synthesized, self.mask = self.frames.copy(), self.synthesized.copy(), self.mask.copy()

    def put(self, start: int, frames: np.ndarray, synthesized: np.ndarray, mask: np.ndarray) -> None:
        """Take the arrived frames `start .. start + len(frames)`."""
        stop = start + len(frames)
        self.frames[start:stop] = frames
        self.synthesized[start:stop] = synthesized
        self.mask[start:stop] = mask
        assert self._arrived is not None  # frames come after `allocate`
        self._arrived[start:stop] = True
        if self._outdated is not None:
            self._outdated[start:stop] = False
        if self.thumbnail is None and stop > self.n_frames // 2 - 1:
            self.thumbnail = _shrunk(self.frames[max(start, min(stop - 1, self.n_frames // 2))])

    def share_source(self, source: np.ndarray) -> None:
        """Hold an equal array that other records hold, too."""
        self.future = replace(self.future, source=source)

    def finish(self, clip: Clip) -> None:
        """The engine's Clip has everything: share its arrays instead of holding copies."""
        self.clip = clip
        self.frames, self.synthesized, self.mask = clip.frames, clip.synthesized, clip.mask
        self.future = Future.of(clip, source=self.source, crop=self.crop)  # a source may be shared
        self._arrived, self._outdated = np.ones(len(clip), bool), None
        self.revision += 1
        if self.thumbnail is None:
            self.thumbnail = _shrunk(clip.frames[len(clip) // 2])

    def drop(self) -> None:
        """Free the pixels; the inputs that make them again stay."""
        self.frames = self.synthesized = self.mask = self.clip = None
        if not self.edited:  # exact ones come with frames
            self.future = replace(self.future, keypoints=self.keypoints.astype(np.float16))
        self._arrived = self._outdated = None


def as_clip_name(text: str) -> str:
    """A text as a clip's name: one line, without control characters."""
    return " ".join(printable(text).split())[:_LONGEST_NAME]


def _shrunk(frame: np.ndarray) -> np.ndarray:
    """uint8 [64, 64, 3]: whole blocks averaged, as a tile shows it."""
    block = max(1, frame.shape[0] // THUMBNAIL_SIZE)
    size = frame.shape[0] // block
    cut = frame[: size * block, : size * block].reshape(size, block, size, block, 3)
    return np.ascontiguousarray(cut.mean((1, 3)).astype(np.uint8))
