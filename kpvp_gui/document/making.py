"""Making clips: requests go out by signals, the engine's answers come back through `clip_begins` and its siblings.

Which thread or process answers is not known here (see `connection.py`). An answer to a withdrawn request is dropped.
"""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject, Signal

from engine.clip import Clip
from kpvp_gui.document.clip_record import ClipRecord
from kpvp_gui.document.clips import ClipList
from kpvp_gui.document.inputs import Inputs, Kind, Retouch
from kpvp_gui.document.playback import Playback
from kpvp_gui.document.requests import Requests

if TYPE_CHECKING:
    from engine.rendering.stream import RenderedBatch


class ClipMaking(QObject):
    """Puts clips among `clips` as they begin, shows and plays them, and fills them as their frames arrive."""

    requested = Signal(object)  # Request
    cancel_requested = Signal()
    clip_started = Signal(object)  # ClipRecord, a tile's or a preview's; its frames are about to arrive
    frames_arrived = Signal(str, int, int)  # clip id, start, stop
    clip_finished = Signal(str)
    failed = Signal(object)  # exception
    progress_changed = Signal(object)  # 0..1 of the clip being made, or None
    busy_changed = Signal(bool)

    def __init__(self, clips: ClipList, playback: Playback, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.progress: float | None = None  # 0..1 of the clip being made
        self._clips, self._playback = clips, playback
        self._requests = Requests()
        self._was_busy = False
        self._retouches = itertools.count(1)
        self._retouched: ClipRecord | None = None  # the clip under the user's hand
        self._show_from = 0  # the first request whose clip may take the place of the one shown

    @property
    def busy(self) -> bool:
        return len(self._requests) > 0

    # Asking

    def request(self, kind: Kind, inputs: Inputs) -> None:
        self._send(kind, inputs)

    def request_again(self, record: ClipRecord) -> None:
        """Ask for the frames of a clip that it lost, or never had, unless they are on their way."""
        if not self._requests.fills(record):
            self._send(Kind.REDRAW if record.edited else Kind.REGENERATE, record.inputs, record)

    def redraw(self, record: ClipRecord) -> None:
        """Ask for all frames of a clip whose keypoints are others now; what it shows stays until they come."""
        self._send(Kind.REDRAW, record.inputs, record)

    def retouch(self, record: ClipRecord, index: int) -> None:
        """Ask for one frame of a clip under the user's hand. A redrawing of it is given up."""
        self._requests.withdraw_redrawing(record)
        self._update_progress()
        keypoints = record.keypoints[index : index + 1]
        name = f"retouch-{next(self._retouches)}"
        self._retouched = record
        self.requested.emit(Retouch(name, record.inputs, record.future, keypoints, index, record.id))

    def _send(self, kind: Kind, inputs: Inputs, again: ClipRecord | None = None) -> None:
        request = self._requests.make(kind, inputs, self._playback.playhead, again)
        self._update_progress()
        self.requested.emit(request)

    def asked_for(self, inputs: Inputs) -> bool:
        """Whether a tile of these inputs is on its way."""
        return self._requests.asked_for(inputs)

    def keep_shown(self) -> None:
        """The user chose the clip that is shown: what has been requested so far will not take its place."""
        self._show_from = self._requests.following

    def cancel(self) -> None:
        """Stop what is being made and forget what waits. Clips half done go."""
        self.cancel_requested.emit()
        for name in self._requests.names:
            self.clip_cancelled(name)

    # Answers

    def clip_begins(self, record: ClipRecord) -> None:
        """The engine knows source and keypoints of a requested clip; frames follow."""
        request = self._requests.begin(record)
        if request is None:
            return  # cancelled meanwhile
        if request.kind in (Kind.REGENERATE, Kind.REDRAW):
            filled = self._requests.filled(record.id)
            assert filled is not None
            filled.begin_again()
            return
        record.share_source(self._clips.shared_source(record))
        if request.kind is Kind.GENERATE:
            self._clips.append(record)
        if request.number >= self._show_from:
            self._clips.show(record)
            if request.kind is Kind.GENERATE:
                self._playback.set_playhead(0)
                self._playback.play()
        self.clip_started.emit(record)

    def frames_arrive(self, clip_id: str, start: int, frames: np.ndarray, synthesized: np.ndarray, mask: np.ndarray):
        """Frames uint8 [N, H, W, 3] from index `start` on, with their synthesized images and masks uint8 [N, H, W]."""
        record = self._requests.filled(clip_id)
        if record is None:
            return
        record.put(start, frames, synthesized, mask)
        self.frames_arrived.emit(record.id, start, start + len(frames))
        self._update_progress()

    def retouch_arrives(self, request: Retouch, batch: RenderedBatch) -> None:
        """The frame that the user's hand is on; shown even if the hand has moved on, so that it is seen to follow."""
        record = self._retouched
        if record is not None and record.id == request.clip_id and record.frames is not None:
            record.put(request.index, batch.frames, batch.synthesized, batch.mask)
            self.frames_arrived.emit(record.id, request.index, request.index + 1)

    def clip_finishes(self, clip_id: str, clip: Clip) -> None:
        request, record = self._requests.withdraw(clip_id)
        if request is None or record is None:
            return
        record.finish(clip)
        self._clips.trim()
        self.clip_finished.emit(record.id)
        self._update_progress()

    def clip_fails(self, clip_id: str, error: Exception) -> None:
        if clip_id in self._requests:
            self.clip_cancelled(clip_id)
            self.failed.emit(error)

    def clip_cancelled(self, clip_id: str) -> None:
        """The clip will not come: a half-filled tile goes, a known clip stays without its frames."""
        request, record = self._requests.withdraw(clip_id)
        if request is not None and record is not None:
            if request.kind in (Kind.REGENERATE, Kind.REDRAW):
                record.drop()
            elif record in self._clips:
                self._clips.remove(record)
        self._update_progress()

    def _update_progress(self) -> None:
        fraction = self._requests.progress
        if fraction != self.progress:
            self.progress = fraction
            self.progress_changed.emit(fraction)
        if self.busy != self._was_busy:
            self._was_busy = self.busy
            self.busy_changed.emit(self.busy)
