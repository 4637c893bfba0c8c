"""The clips that are compared, and how near each comes to what really happened, if the photo came from a video.

They may be of different models and systems: the real clip is brought to the size of each, and its keypoints, which are
those of one model, are compared with that one's clips alone.

The real clip is read in the thread pool, its keypoints are found by the engine, scores are computed in the pool. An
answer that comes too late is dropped. Knows no widget, no thread and no network; adds no step of undo.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from PIL import Image
from PySide6.QtCore import QObject, Signal

from engine.media.continuation import has_continuation, read_continuation
from engine.scores import keypoint_error, psnr, ssim
from kpvp_gui.background.jobs import Job
from kpvp_gui.document.clip_record import ClipRecord
from kpvp_gui.document.clips import ClipList
from kpvp_gui.document.inputs import Detection, Inputs
from kpvp_gui.document.making import ClipMaking

MOST_COMPARED = 4


@dataclass(frozen=True, eq=False)
class Continuation:
    """What followed the photo in its video: frames uint8 [T, S, S, 3]; keypoints float32 [T, K, 2] once detected."""

    frames: np.ndarray
    keypoints: np.ndarray | None = None


@dataclass(frozen=True, eq=False)
class Scores:
    """Of one clip against the real one, each float [T] for the frames that both have: dB, up to 1, % of the side."""

    psnr: np.ndarray
    ssim: np.ndarray
    keypoint_error: np.ndarray | None  # None until the real clip's keypoints are there


class Comparison(QObject):
    """Up to four clips. `real_wanted` asks for the real clip as well, which all of them must share.

    `scores` are by clip id, and come one after another.
    """

    changed = Signal()  # the clips, the real one or the scores
    requested = Signal(object)  # Detection
    failed = Signal(object)  # exception

    def __init__(self, clips: ClipList, making: ClipMaking, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.records: tuple[ClipRecord, ...] = ()
        self.real: Continuation | None = None
        self.real_wanted = True
        self.scores: dict[str, Scores] = {}
        self._clips, self._making = clips, making
        self._numbers = itertools.count(1)
        self._real_of: Inputs | None = None  # whose photo's video `real` is, or is being read for
        self._detecting = ""  # the id of a Detection on its way
        self._size_detected = 0  # px of the pictures that the model of `_real_of` sees
        clips.removed.connect(self._forget_removed)
        making.clip_finished.connect(self._clip_finished)

    # Which clips

    def set_clips(self, records: Iterable[ClipRecord]) -> None:
        """Compare these, at most the first four of them; frames that had been dropped are made again."""
        wanted = tuple(dict.fromkeys(records))[:MOST_COMPARED]
        if wanted == self.records:
            return
        self.records = wanted
        self._clips.looked_at = frozenset(record.id for record in wanted)
        self.scores = {name: scores for name, scores in self.scores.items() if name in self._clips.looked_at}
        for record in wanted:
            if record.frames is None:
                self._making.request_again(record)
        self._follow_real()
        self.changed.emit()

    def add(self, record: ClipRecord) -> None:
        """One more; of four the last one gives way."""
        self.set_clips((*self.records[: MOST_COMPARED - 1], record) if record not in self.records else self.records)

    def remove(self, record: ClipRecord) -> None:
        self.set_clips(other for other in self.records if other is not record)

    def _forget_removed(self, *_: object) -> None:
        self.set_clips(record for record in self.records if record in self._clips)

    # The real clip

    @property
    def real_possible(self) -> bool:
        """Whether all clips are of one crop of one frame of a video that goes on."""
        if not self.records:
            return False
        first = self.records[0].inputs
        alike = all(_same_view(first, record.inputs) for record in self.records)
        return alike and has_continuation(first.photo)

    def want_real(self, wanted: bool) -> None:
        """Show the real clip beside the others whenever there is one."""
        if wanted != self.real_wanted:
            self.real_wanted = wanted
            self._follow_real()
            self.changed.emit()

    @property
    def shows_real(self) -> bool:
        return self.real is not None and self.real_wanted and self.real_possible

    def _follow_real(self) -> None:
        """Read the real clip of these clips unless it is there."""
        if not (self.real_wanted and self.real_possible):
            return
        largest = max(self.records, key=lambda record: record.source.shape[0])
        first = next((record for record in self.records if record.keypoints.shape[1]), largest)
        inputs = first.inputs
        if self._real_of is not None and _same_view(self._real_of, inputs) and self._real_of.same_model(inputs):
            self._score_all()
            return
        self._real_of, self.real, self.scores = inputs, None, {}
        assert inputs.photo is not None and inputs.crop is not None  # a clip was made of them
        size = largest.source.shape[0]
        self._size_detected = first.source.shape[0]
        job = Job(read_continuation, inputs.photo, inputs.crop, size, first.fps, first.n_frames)
        job.finished.connect(lambda frames: self._real_arrives(inputs, frames))
        job.failed.connect(lambda error: self._real_of is inputs and self.failed.emit(error))
        job.start()

    def _real_arrives(self, inputs: Inputs, frames: np.ndarray) -> None:
        if self._real_of is not inputs:
            return
        self.real = Continuation(frames)
        self._detecting = f"real-{next(self._numbers)}"
        self.requested.emit(Detection(self._detecting, inputs, _at(self._size_detected, frames)))
        self._score_all()
        self.changed.emit()

    def keypoints_arrive(self, name: str, keypoints: np.ndarray) -> None:
        """The real clip's keypoints float32 [T, K, 2]."""
        if name == self._detecting and self.real is not None:
            self.ends(name)
            self.real = Continuation(self.real.frames, keypoints)
            self._score_all(again=True)

    def fails(self, name: str, error: Exception) -> None:
        if name == self._detecting:
            self.ends(name)
            self.failed.emit(error)

    def ends(self, name: str) -> None:
        """A detection came to its end, or was given up: then there is no keypoint error."""
        if name == self._detecting:
            self._detecting = ""

    # Scores

    def _clip_finished(self, clip_id: str) -> None:
        if any(record.id == clip_id for record in self.records):
            self.scores.pop(clip_id, None)
            self._score_all()
            self.changed.emit()

    def _score_all(self, again: bool = False) -> None:
        if self.real is None:
            return
        for record in self.records:
            if record.finished and (again or record.id not in self.scores):
                self._score(record, self.real)

    def _score(self, record: ClipRecord, real: Continuation) -> None:
        same = self._real_of is not None and record.inputs.same_model(self._real_of) and record.keypoints.shape[1] > 0
        keypoints = np.array(record.keypoints, np.float32) if same else None
        job = Job(_scores, record.frames, keypoints, real)
        job.finished.connect(lambda scores: self._scores_arrive(record, real, scores))
        job.failed.connect(self.failed)
        job.start()

    def _scores_arrive(self, record: ClipRecord, real: Continuation, scores: Scores) -> None:
        if real is self.real and record in self.records:
            self.scores[record.id] = scores
            self.changed.emit()


def _same_view(a: Inputs, b: Inputs) -> bool:
    """Whether both look at the same crop of the same photo."""
    return a.photo is b.photo and a.crop == b.crop


def _at(size: int, frames: np.ndarray) -> np.ndarray:
    """Frames uint8 [T, S, S, 3] at `size` px."""
    if frames.shape[1] == size:
        return frames
    shrunk = [Image.fromarray(frame).resize((size, size), Image.Resampling.BOX) for frame in frames]
    return np.stack([np.asarray(picture) for picture in shrunk])


def _scores(frames: np.ndarray, keypoints: np.ndarray | None, real: Continuation) -> Scores:
    count = min(len(frames), len(real.frames))
    truth, off = _at(frames.shape[1], real.frames[:count]), None
    if keypoints is not None and real.keypoints is not None:
        off = keypoint_error(keypoints[:count], real.keypoints[:count])
    return Scores(psnr(frames[:count], truth), ssim(frames[:count], truth), off)
