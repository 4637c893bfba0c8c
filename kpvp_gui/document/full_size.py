"""Clips at the photo's own size: frames for the canvas, kept for the clips looked at lately; pictures for an export.

Asked of the engine by signals, after everything else; an answer that comes too late is dropped. Knows no widget, no
thread and no network, changes no inputs and adds no step of undo.
"""

from __future__ import annotations

import itertools
from collections import OrderedDict

import numpy as np
from PySide6.QtCore import QObject, QTimer, Signal

from engine.clip import Clip
from engine.errors import KpvpError
from engine.media.photo import Photo
from kpvp_gui.document.clip_record import ClipRecord
from kpvp_gui.document.clips import ClipList
from kpvp_gui.document.inputs import Enlargement, WholePictures
from kpvp_gui.document.making import ClipMaking
from kpvp_gui.document.playback import Playback

FULL_SIZE_BYTES = 192 << 20  # of the clip shown
KEPT_BYTES = 96 << 20  # of all clips, where the one shown leaves room for others
LONGEST_SIDE = 1536  # px of a frame for the canvas
LARGEST_PHOTO = 16_000_000  # pixels of the whole photo around it
_STEP = 128  # sides are whole multiples, so that a window being resized does not ask at every pixel
_TOO_LARGE = 2  # times what is wanted: smaller frames look better then
_REST_MS = 120  # without a change before frames are asked for: a drag goes through many clips


def can_have(record: ClipRecord) -> bool:
    """Whether a clip's frames are made of the photo's own pixels."""
    model = record.inputs.model
    return model is not None and model.card.moves and record.inputs.photo is not None and record.crop is not None


class FullSize(QObject):
    """The frames uint8 [s, s, 3] of the shown clip's crop at the size that the canvas has room for.

    They come one by one, first the one at the playhead, and fit `limit` bytes. Of clips shown before they are kept
    while all fit `kept` bytes, and go when the clip or its frames go.
    """

    requested = Signal(object)  # Enlargement or WholePictures
    frame_arrived = Signal(str, int)  # clip id, index
    side_changed = Signal()
    whole_changed = Signal()
    pictures_ready = Signal(str, object)  # request id, sequence of uint8 [H, W, 3]
    pictures_failed = Signal(str, object)  # request id, exception or None if it was given up
    failed = Signal(object)  # exception

    def __init__(self, clips: ClipList, playback: Playback, making: ClipMaking, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clips, self._playback, self._making = clips, playback, making
        self.limit, self.kept = FULL_SIZE_BYTES, KEPT_BYTES
        self.enabled = True
        self.whole = False  # whether the canvas shows the photo around the crop
        self.side = 0  # of the frames shown, in pixels; 0 while they are the model's own
        self._room = 0
        self._held: OrderedDict[str, dict[int, np.ndarray]] = OrderedDict()  # by clip id, the last shown at the end
        self._still: tuple[Clip, int, np.ndarray] | None = None  # a frame larger than those, and whose it is
        self._asked: Enlargement | None = None
        self._exports: set[str] = set()
        self._refused: set[tuple[str, int]] = set()  # (clip id, side) that the engine could not make
        self._numbers = itertools.count(1)
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self._ask)
        clips.current_changed.connect(self._changed)
        clips.removed.connect(self._changed)
        clips.replaced.connect(self._changed)
        clips.keypoints_changed.connect(self._forget)
        making.clip_finished.connect(self._changed)
        making.busy_changed.connect(self._changed)
        playback.playhead_changed.connect(self._rests)
        playback.playing_changed.connect(self._rests)

    # What is shown

    def set_enabled(self, enabled: bool) -> None:
        self.enabled = enabled
        self._changed()

    def set_whole(self, whole: bool) -> None:
        """Show the whole photo, or the crop alone."""
        if whole != self.whole:
            self.whole = whole
            self.whole_changed.emit()
            self._changed()

    def photo_around(self, record: ClipRecord) -> Photo | None:
        """The photo that is shown around a clip's crop; None where the crop is alone."""
        return record.inputs.photo if self.whole and record.crop is not None else None

    def photo_side(self, record: ClipRecord, photo: Photo) -> int:
        """How many pixels the crop has in the photo around it: as the canvas has room and the memory has place for."""
        side = self._seen_side(record, photo)
        there = max(map(len, self._held.get(record.id, {}).values()), default=0) if self.enabled else 0
        return there if side < there <= _TOO_LARGE * side else side

    def set_room(self, pixels: int) -> None:
        """How many screen pixels a side of the crop has in the canvas."""
        if pixels != self._room:
            self._room = pixels
            self._rest.start()

    def frame(self, record: ClipRecord, index: int) -> np.ndarray | None:
        """A frame uint8 [s, s, 3], if it is there and wanted: of a paused clip as large as it is seen."""
        if not self.enabled:
            return None
        still = self._still
        if still is not None and still[0] is record.clip and still[1] == index and not self._playback.playing:
            return still[2]
        return self._held.get(record.id, {}).get(index)

    @property
    def nbytes(self) -> int:
        return sum(frame.nbytes for frames in self._held.values() for frame in frames.values())

    def _wanted_side(self, record: ClipRecord) -> int:
        """What the canvas has room for, the photo has pixels for, and the memory has place for; 0: the model's own."""
        fits = int((self.limit / (3 * record.n_frames)) ** 0.5)
        side = min(self._steps() * _STEP, record.crop[2], LONGEST_SIDE, fits)
        return side if side > record.source.shape[0] or self.photo_around(record) is not None else 0

    def _seen_side(self, record: ClipRecord, photo: Photo) -> int:
        """What the canvas has room for and the photo has pixels for, of a single picture."""
        around = photo.width * photo.height if self.whole else record.crop[2] ** 2
        fits = int(record.crop[2] * (LARGEST_PHOTO / around) ** 0.5)
        return max(1, min(self._steps() * _STEP, record.crop[2], fits))

    def _steps(self) -> int:
        return max(1, -(-self._room // _STEP))

    # Asking for frames

    def _changed(self, *_: object) -> None:
        shown = self._clips.current
        alive = {record.id for record in self._clips if record.frames is not None}
        alive |= {shown.id} if shown is not None and shown.frames is not None else set()
        for gone in self._held.keys() - alive:
            del self._held[gone]
        if shown is not None and shown.id in self._held:
            self._held.move_to_end(shown.id)
        if self._still is not None and (shown is None or shown.clip is not self._still[0]):
            self._still = None
        self._update_side()
        self._rest.start()

    def _rests(self, *_: object) -> None:
        if not self._playback.playing:
            self._rest.start()

    def _forget(self, record: ClipRecord) -> None:
        """Frames of other keypoints than a clip has now."""
        self._held.pop(record.id, None)
        self._update_side()

    def _ask(self) -> None:
        record = self._clips.current
        if not self.enabled or record is None or not record.finished or self._making.busy or not can_have(record):
            return
        side = self._wanted_side(record)
        missing = self._missing(record, side) if side else ()
        still = bool(side) and not missing and not self._playback.playing
        if still:
            photo = record.inputs.photo
            assert photo is not None  # as it can have frames of its size
            side, missing = self._still_wanted(record, self._seen_side(record, photo))
        asked = self._asked
        if asked is not None and asked.clip is record.clip and (asked.side, asked.still) == (side, still):
            missing = missing if still and missing != asked.order else ()
        if missing and (record.id, side) not in self._refused:
            name = f"full-size-{next(self._numbers)}"
            assert record.clip is not None  # as it is finished
            self._asked = Enlargement(name, record.inputs, record.clip, record.id, side, missing, still)
            self.requested.emit(self._asked)

    def _missing(self, record: ClipRecord, side: int) -> tuple[int, ...]:
        """The frames that are not there at that size, from the playhead on."""
        held, first = self._held.get(record.id, {}), self._playback.playhead
        order = [*range(first, record.n_frames), *range(first)]
        return tuple(i for i in order if i not in held or not side <= len(held[i]) <= _TOO_LARGE * side)

    def _still_wanted(self, record: ClipRecord, side: int) -> tuple[int, tuple[int, ...]]:
        """The frame at the playhead, where it is seen larger than all are held."""
        index = self._playback.playhead
        there = self.frame(record, index)
        return side, () if there is not None and len(there) >= side else (index,)

    def _update_side(self) -> None:
        shown = self._clips.current
        frames = self._held.get(shown.id, {}) if shown is not None and self.enabled else {}
        side = max(map(len, frames.values()), default=0)
        if side != self.side:
            self.side = side
            self.side_changed.emit()

    # Answers

    def frame_arrives(self, request: Enlargement, index: int, frame: np.ndarray) -> None:
        """Frame `index` uint8 [s, s, 3] of a clip."""
        shown, clip_id = self._clips.current, request.clip_id
        record = shown if shown is not None and shown.id == clip_id else self._clips.named(clip_id)
        if record is None or record.clip is not request.clip:
            return  # deleted or edited meanwhile
        if request.still:
            self._still = request.clip, index, frame
            self.frame_arrived.emit(clip_id, index)
            return
        self._held.setdefault(clip_id, {})[index] = frame
        if shown is not None and shown.id in self._held:
            self._held.move_to_end(shown.id)
        while len(self._held) > 1 and self.nbytes > min(self.limit, self.kept):
            self._held.popitem(last=False)
        self._update_side()
        self.frame_arrived.emit(clip_id, index)

    def ends(self, name: str) -> None:
        """A request was answered, or was given up for another: what is missing is asked for again."""
        if self._asked is not None and self._asked.id == name:
            self._asked = None
            self._rest.start()
        if name in self._exports:
            self._exports.remove(name)
            self.pictures_failed.emit(name, None)

    def fails(self, name: str, error: Exception) -> None:
        if self._asked is not None and self._asked.id == name:
            self._refused.add((self._asked.clip_id, self._asked.side))
            self._asked = None
            if not isinstance(error, KpvpError):  # else the model's own frames are all there is
                self.failed.emit(error)
        if name in self._exports:
            self._exports.remove(name)
            self.pictures_failed.emit(name, error)

    # Pictures for an export

    def ask_for_pictures(self, record: ClipRecord, size: int | None, whole: bool = True) -> str:
        """The clip in its whole photo, its longer side `size` pixels or, None, as it is; or the crop alone. The
        request's id."""
        assert record.clip is not None  # only a finished clip is exported
        name = f"pictures-{next(self._numbers)}"
        self._exports.add(name)
        self.requested.emit(WholePictures(name, record.inputs, record.clip, size, whole))
        return name

    def pictures_arrive(self, name: str, pictures: object) -> None:
        if name in self._exports:
            self._exports.remove(name)
            self.pictures_ready.emit(name, pictures)
