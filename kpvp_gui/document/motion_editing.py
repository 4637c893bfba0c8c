"""Editing the motion of the clip shown: gestures that bend it under the hand, and commands that change it at once.

Each is one step of undo. The first makes a version beside the original, further ones change that version. What an edit
does to trajectories is `engine.editing`'s; which frames are wanted when is said here. Knows no widget and no thread.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

import numpy as np
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from engine.editing import bending, carrying, mirroring, timing
from engine.editing.bending import Reach
from engine.errors import ClipError
from kpvp_gui.document.clip_record import ClipRecord
from kpvp_gui.document.clips import ClipList
from kpvp_gui.document.keypoint_marks import KeypointMarks
from kpvp_gui.document.making import ClipMaking
from kpvp_gui.document.playback import Playback
from kpvp_gui.document.undo import EditMotion
from kpvp_gui.translation import tr

_LIMIT = 1.0  # keypoints stay in the crop, but where they had left it already
_DISTANCE = 0.24  # so that a foot takes its leg along
LARGEST_DISTANCE = 0.6  # of neighbours that follow, in half pictures


@dataclass
class _Gesture:
    """What a hand is doing: from which clip and keypoints it began, at which frame, with which keypoints."""

    shown: ClipRecord
    start: np.ndarray
    frame: int
    chosen: list[int]
    record: ClipRecord | None = None  # what changes; there as soon as something did
    now: np.ndarray | None = None


class MotionEditing(QObject):
    """`begin`, any number of `move` and `turn`, then `finish` or `abandon`; or one of the commands."""

    reach_changed = Signal()
    active_changed = Signal(bool)  # whether the window is there for editing

    def __init__(
        self,
        clips: ClipList,
        making: ClipMaking,
        playback: Playback,
        marks: KeypointMarks,
        undo_stack: QUndoStack,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.active = False
        self.reach = Reach(distance=_DISTANCE)
        self._clips, self._making, self._playback, self._marks = clips, making, playback, marks
        self._undo_stack = undo_stack
        self._gesture: _Gesture | None = None

    def set_active(self, active: bool) -> None:
        if active != self.active:
            self.active = active
            self.active_changed.emit(active)

    def set_reach(self, frames: float | None = None, distance: float | None = None) -> None:
        """How far a bend carries, in frames to either side and among neighbours in half pictures."""
        wanted = replace(
            self.reach,
            frames=self.reach.frames if frames is None else frames,
            distance=self.reach.distance if distance is None else distance,
        )
        if wanted != self.reach:
            self.reach = wanted
            self.reach_changed.emit()

    # A gesture

    @property
    def in_hand(self) -> bool:
        """Whether a gesture has begun and not ended."""
        return self._gesture is not None

    def begin(self, chosen: Iterable[int]) -> bool:
        """Take these keypoints of the clip shown at the playhead; False if there is nothing to take."""
        shown, movable = self._clips.current, sorted(set(chosen) - self._marks.pinned)
        if shown is None or shown.frames is None or not movable or self._gesture is not None:
            return False
        self._playback.pause()
        self._gesture = _Gesture(shown, np.array(shown.keypoints, np.float32), self._playback.playhead, movable)
        return True

    def move(self, displacement: np.ndarray) -> None:
        """Where the hand is: `displacement` [2] from where it began, in half pictures."""
        if self._gesture is not None:
            g = self._gesture
            self._show(bending.bent(g.start, g.frame, g.chosen, displacement, self._whole_reach()))

    def turn(self, angle: float, scale: float) -> None:
        """Rotated by `angle` (radians, clockwise on screen) and scaled since the gesture began."""
        if self._gesture is not None:
            g = self._gesture
            self._show(bending.rotated(g.start, g.frame, g.chosen, angle, scale, self._whole_reach()))

    def finish(self, text: str = tr("Bend motion")) -> None:
        """The hand lets go: one step of undo, if anything changed."""
        gesture, self._gesture = self._gesture, None
        if gesture is None or gesture.record is None or gesture.now is None:
            return
        if np.array_equal(gesture.now, gesture.start):
            self._put_back(gesture)
        else:
            self._push(text, gesture.record, gesture.start, gesture.now, gesture.shown)

    def abandon(self) -> None:
        """As if the hand had never moved."""
        gesture, self._gesture = self._gesture, None
        if gesture is not None and gesture.record is not None:
            self._put_back(gesture)

    def _show(self, keypoints: np.ndarray) -> None:
        """The keypoints of the moment: curves and dots at once, the frame at the playhead as soon as it is drawn."""
        gesture = self._gesture
        assert gesture is not None
        keypoints = _kept_within(keypoints, gesture.start)
        if gesture.now is not None and np.array_equal(keypoints, gesture.now):
            return
        if gesture.record is None:
            gesture.record = gesture.shown if gesture.shown.edited else gesture.shown.version(_new_id())
        gesture.now = keypoints
        self._clips.set_keypoints(gesture.record, keypoints)
        self._clips.show(gesture.record)
        self._making.retouch(gesture.record, gesture.frame)

    def _put_back(self, gesture: _Gesture) -> None:
        assert gesture.record is not None
        if gesture.record is gesture.shown:
            self._apply(gesture.shown, gesture.start)
        else:
            self._clips.show(gesture.shown)

    # Commands on the selection, or on all

    def smooth(self, chosen: Iterable[int]) -> None:
        self._command(tr("Smooth"), chosen, lambda points: timing.steadied(points, max(self.reach.frames / 2, 1)))

    def retime(self, chosen: Iterable[int], speeds: np.ndarray) -> None:
        """`speeds` [n], each >= 0 and not all 0, evenly over the clip."""
        self._command(tr("Change speed"), chosen, lambda points: timing.retimed(points, speeds))

    def reverse(self, chosen: Iterable[int]) -> None:
        self._command(tr("Reverse"), chosen, timing.backwards)

    def mirror(self, chosen: Iterable[int]) -> None:
        shown = self._clips.current
        if shown is not None:
            self._command(tr("Mirror"), chosen, lambda points: mirroring.reflected(points, shown.source_keypoints))

    def hold(self, chosen: Iterable[int]) -> None:
        """The pose at the playhead, for as many frames as the reach."""
        frame, count = self._playback.playhead, self._frames()
        self._command(tr("Hold"), chosen, lambda points: timing.held(points, frame, count))

    def loop(self, chosen: Iterable[int]) -> None:
        """The last frames, as many as the reach, lead back to the first."""
        count = self._frames()
        self._command(tr("Loop"), chosen, lambda points: timing.looped(points, count))

    def reset(self, chosen: Iterable[int]) -> None:
        """Back to the original: the chosen keypoints, or with none the whole clip."""
        shown = self._clips.current
        if shown is not None and shown.original is not None and len(shown.original) == shown.n_frames:
            original = shown.original
            self._command(tr("Reset"), chosen, lambda _points: original)

    def take(self, keypoints: np.ndarray, name: str) -> None:
        """Trajectories float32 [T, K, 2] from the file `name` for the clip shown, of any length. Raises `ClipError`."""
        shown = self._clips.current
        if shown is None:
            raise ClipError(tr("There is no clip to take trajectories over."), tr("Make one first."))
        count = shown.keypoints.shape[1]
        if keypoints.shape[1] != count:
            what = tr("{name} has %n keypoints, this model {count}.", "", keypoints.shape[1], name=name, count=count)
            raise ClipError(what, tr("Choose a file that was exported with the same model."))
        if len(keypoints) == shown.n_frames:
            self._command(tr("Import trajectories"), (), lambda _points: keypoints)
        else:
            self._add_moved(shown, _kept_within(keypoints, keypoints), name, tr("Import trajectories"))

    def _command(self, text: str, chosen: Iterable[int], change: Callable[[np.ndarray], np.ndarray]) -> None:
        shown = self._clips.current
        if shown is None or shown.frames is None or self._gesture is not None:
            return
        before = np.array(shown.keypoints, np.float32)
        moved = (set(chosen) or set(range(before.shape[1]))) - self._marks.pinned
        after = bending.within(before, moved, _kept_within(change(before), before))
        if np.array_equal(after, before):
            return
        self._playback.pause()
        record = shown if shown.edited else shown.version(_new_id())
        self._push(text, record, before, after, shown)

    def _push(self, text: str, record: ClipRecord, before: np.ndarray, after: np.ndarray, shown: ClipRecord) -> None:
        self._undo_stack.push(EditMotion(text, self._clips, self._apply, record, before, after, shown))

    def _apply(self, record: ClipRecord, keypoints: np.ndarray) -> None:
        """These are the clip's keypoints: show it, and have it drawn."""
        if not np.array_equal(record.keypoints, keypoints):
            self._clips.set_keypoints(record, keypoints)
        self._clips.show(record)
        if not record.finished:  # redone, it may be as it was
            self._making.redraw(record)

    # Driven by a video

    def drive(self, driver: np.ndarray, name: str) -> None:
        """The photo of the clip shown, moved as the keypoints `driver` [T, K, 2] of a video move."""
        shown = self._clips.current
        if shown is None or self._gesture is not None:
            return
        keypoints = carrying.driven(np.asarray(shown.source_keypoints, np.float32), driver)
        self._add_moved(shown, _kept_within(keypoints, keypoints), name, tr("Drive by video"))

    def _add_moved(self, shown: ClipRecord, keypoints: np.ndarray, name: str, text: str) -> None:
        record = shown.driven_version(_new_id(), keypoints, name)
        self._push(text, record, keypoints, keypoints, shown)

    def _whole_reach(self) -> Reach:
        """As set, and with what is pinned; at its largest the whole clip."""
        shown = self._gesture.shown if self._gesture is not None else self._clips.current
        whole = shown is not None and self.reach.frames >= shown.n_frames
        return replace(self.reach, frames=np.inf if whole else self.reach.frames, pinned=self._marks.pinned)

    def _frames(self) -> int:
        return max(1, round(self.reach.frames))


def _kept_within(keypoints: np.ndarray, start: np.ndarray) -> np.ndarray:
    """Within the crop, or as far outside as they have been."""
    low, high = min(-_LIMIT, float(start.min())), max(_LIMIT, float(start.max()))
    return keypoints.clip(low, high).astype(np.float32)


def _new_id() -> str:
    return f"edited-{uuid.uuid4().hex[:12]}"
