"""What the window shows and edits: photo, crop, model, action, z, clips, playhead, overlays, selection.

Every view reads the Document and sends its edits here; no view knows another. It knows no widget, no network and no
thread: it *asks* for clips by signals (`requested`, `cancel_requested`), and whoever makes them answers through
`clip_begins`, `frames_arrive`, `clip_finishes`, `clip_fails` and `clip_cancelled` (see `connection.py`).
"""

from __future__ import annotations

import itertools
import random
from collections.abc import Callable, Iterable
from dataclasses import replace

import numpy as np
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from engine.errors import KpvpError
from engine.inputs import latent
from engine.media.photo import Crop, Photo, default_crop
from engine.models.library import ModelEntry
from engine.overlay import OVERLAYS
from kpvp_gui.background import crash_log
from kpvp_gui.document.clip_record import ClipRecord
from kpvp_gui.document.futures import Futures
from kpvp_gui.document.inputs import Inputs, Kind
from kpvp_gui.document.photo_opening import PhotoOpening
from kpvp_gui.document.playback import Playback
from kpvp_gui.document.requests import Requests, number
from kpvp_gui.document.undo import ChangeInputs, DeleteClip, Star

CANVAS_LAYERS = (*OVERLAYS, "synthesized", "frame")  # what is drawn over the frames, and what is shown instead
SEEDS = 10_000  # new seeds are drawn below this: short enough to read aloud
UNDO_STEPS = 100


class Document(QObject):
    """One per window. Signals say what changed; the properties say to what."""

    photo_changed = Signal()
    crop_changed = Signal()
    model_changed = Signal()
    models_changed = Signal()
    actions_changed = Signal()  # the weights
    latent_changed = Signal()  # z, seed or the lock
    clip_started = Signal(object)  # ClipRecord; its frames are about to arrive
    frames_arrived = Signal(str, int, int)  # clip id, start, stop
    clip_finished = Signal(str)
    clip_failed = Signal(str, str)  # clip id, message
    clips_changed = Signal()  # tiles came, went or were starred
    current_clip_changed = Signal()
    playhead_changed = Signal(int)
    playing_changed = Signal(bool)
    playback_changed = Signal()  # speed or loop mode
    overlays_changed = Signal()
    selection_changed = Signal()  # indices of keypoints
    familiarity_changed = Signal()
    message = Signal(str, str)  # what happened, what to do
    message_cleared = Signal()
    progress_changed = Signal(object)  # 0..1 of the clip being made, or None
    busy_changed = Signal(bool)
    frame_choice_needed = Signal(object, object)  # a Photo of several frames, and what it was read from
    opening_changed = Signal(bool)  # a photo is being decoded
    requested = Signal(object)  # Request
    cancel_requested = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.undo_stack = QUndoStack(self)
        self.undo_stack.setUndoLimit(UNDO_STEPS)
        self.inputs = Inputs()
        self.models: tuple[ModelEntry, ...] = ()
        self.clips = Futures()
        self.seed_locked = False
        self.overlays: frozenset[str] = frozenset({"frame"})
        self.selection: frozenset[int] = frozenset()
        self.familiarity = None  # engine Familiarity of the current crop, or None while unknown
        self.progress: float | None = None  # 0..1 of the clip being made
        self._was_busy = False
        self._current: ClipRecord | None = None
        self._requests = Requests()
        self._gestures = itertools.count(1)
        self._show_from = 0  # clips requested before the user chose a tile do not take its place
        self._gesture: tuple[str, int] | None = None
        self._action_with_photo = ""
        self._opening = PhotoOpening(self)
        self._opening.opened.connect(lambda photo: self.set_photo(photo, self._action_with_photo))
        self._opening.choice_needed.connect(self.frame_choice_needed)
        self._opening.failed.connect(self.report)
        self._opening.changed.connect(self.opening_changed)
        self._playback = Playback(lambda i: self._current is not None and self._current.is_ready(i), self)
        self._playback.playhead_changed.connect(self.playhead_changed)
        self._playback.playing_changed.connect(self.playing_changed)

    # -- inputs

    @property
    def photo(self) -> Photo | None:
        return self.inputs.photo

    @property
    def crop(self) -> Crop | None:
        return self.inputs.crop

    @property
    def model_entry(self) -> ModelEntry | None:
        return self.inputs.model

    @property
    def action_weights(self) -> np.ndarray:
        """float32 [C]; empty without a model."""
        return self.inputs.action if self.inputs.action is not None else np.zeros(0, np.float32)

    @property
    def actions(self) -> tuple[str, ...]:
        return self.inputs.model.card.actions if self.inputs.model else ()

    @property
    def seed(self) -> int | None:
        """None when z was set by hand."""
        return self.inputs.seed

    @property
    def z(self) -> np.ndarray:
        """float32 [Z]; empty without a model."""
        return self.inputs.z if self.inputs.z is not None else np.zeros(0, np.float32)

    def set_models(self, models: Iterable[ModelEntry], preferred: str = "") -> None:
        """The models there are; without one chosen yet, the preferred or first is taken (not an undo step)."""
        self.models = tuple(models)
        self.models_changed.emit()
        if self.inputs.model is None and self.models:
            entry = next((m for m in self.models if m.name == preferred), self.models[0])
            self.apply_inputs(self.inputs.with_model(entry))
            self._generate_if_complete()

    def open_photo(self, source: object, frame: int | None = None, action: str = "") -> None:
        """Read a picture or video (path, bytes or uint8 array) elsewhere and show it. The latest call wins.

        Of several frames the user chooses first (`frame_choice_needed`). On failure everything stays as it was. With
        `action`, that is chosen too, if the model knows it.
        """
        self.message_cleared.emit()
        self._action_with_photo = action
        self._opening.open(source, frame)

    def set_photo(self, photo: Photo, action: str = "") -> None:
        """Take `photo`, cropped to its middle square, and make a clip of it; with `action`, choose that as well."""
        wanted = {"photo": photo, "crop": default_crop(photo.width, photo.height)}
        if action in self.actions:
            wanted["action"] = self._only(action)
        self._change("Open photo", **wanted)

    def set_crop(self, x: int, y: int, size: int, final: bool = True) -> None:
        """Crop to a square in photo pixels. While dragging, `final=False` previews and merges into one undo step."""
        if self.photo is not None:
            self._change("Move crop", final, crop=Crop(int(x), int(y), int(size)))

    def set_model(self, name: str) -> None:
        entry = next((m for m in self.models if m.name == name), None)
        if entry is not None and entry is not self.inputs.model:
            wanted = self.inputs.with_model(entry)
            self._change("Choose model", model=entry, action=wanted.action, seed=wanted.seed, z=wanted.z)

    def set_action(self, name: str) -> None:
        """One action alone."""
        self.set_action_weights(self._only(name))

    def _only(self, name: str) -> np.ndarray:
        return np.array([float(action == name) for action in self.actions], np.float32)

    def set_action_weights(self, weights: np.ndarray, final: bool = True) -> None:
        """float32 [C], as the motion generator takes them."""
        weights = np.asarray(weights, np.float32)
        if weights.shape == self.action_weights.shape:
            self._change("Choose action", final, action=weights)

    def set_seed(self, seed: int) -> None:
        if self.inputs.model is not None:
            self._change("Choose seed", seed=int(seed), z=latent(int(seed), len(self.z)))

    def set_z(self, z: np.ndarray, final: bool = True) -> None:
        """float32 [Z] by hand; there is no seed then."""
        z = np.asarray(z, np.float32)
        if z.shape == self.z.shape:
            self._change("Choose z", final, seed=None, z=z)

    def lock_seed(self, locked: bool) -> None:
        """Whether *Generate* keeps the seed. Changes nothing else."""
        if locked != self.seed_locked:
            self.seed_locked = locked
            self.latent_changed.emit()

    def reuse(self, clip_id: str) -> None:
        """Take over the inputs of a clip and show it."""
        record = self.record(clip_id)
        if record is not None:
            inputs = record.inputs
            self._change("Reuse inputs", False, **{name: getattr(inputs, name) for name in inputs.__dataclass_fields__})
            self._gesture = None
            self.select_clip(clip_id)

    def _change(self, text: str, final: bool = True, **fields: object) -> None:
        """Make the change one undo step (a gesture's changes merge), then preview it or make a clip of it."""
        after = replace(self.inputs, **fields)
        running = self._gesture if self._gesture is not None and self._gesture[0] == text else None
        if after.same_as(self.inputs) and running is None:
            self._show_matching(after)
            return
        gesture = running or (text, next(self._gestures))
        self._gesture = None if final else gesture
        self.undo_stack.push(ChangeInputs(self, text, self.inputs, after, gesture[1]))
        if final:
            self._generate_if_complete()
        elif after.complete():
            self._request(Kind.PREVIEW, after)

    def apply_inputs(self, inputs: Inputs, show: bool = False) -> None:
        """Called by undo and redo: become `inputs`, and show the clip they made."""
        old, self.inputs = self.inputs, inputs
        if not old.same_model(inputs):
            self.model_changed.emit()
        if old.photo is not inputs.photo:
            self.photo_changed.emit()
        if old.photo is not inputs.photo or old.crop != inputs.crop:
            self.crop_changed.emit()
            self.set_familiarity(None)
        if old.action is not inputs.action:
            self.actions_changed.emit()
        if old.seed != inputs.seed or old.z is not inputs.z:
            self.latent_changed.emit()
        if show:
            self._gesture = None
            if not self._show_matching(inputs) and inputs.complete():
                self._request(Kind.PREVIEW, inputs)

    # -- making clips

    @property
    def busy(self) -> bool:
        return len(self._requests) > 0

    def generate(self) -> None:
        """Another future: a new seed unless the seed is locked. Each call gives a tile."""
        if not self.inputs.complete():
            self.message.emit(*_WHAT_IS_MISSING[self.inputs.model is None])
            return
        if not self.seed_locked:
            seed = random.randrange(SEEDS)
            after = replace(self.inputs, seed=seed, z=latent(seed, len(self.z)))
            self.undo_stack.push(ChangeInputs(self, "New future", self.inputs, after, None))
        self._gesture = None
        self._request(Kind.GENERATE, self.inputs)

    def _generate_if_complete(self) -> None:
        """The clip of these inputs: the one there is already, or a new one."""
        if self.inputs.complete() and not self._show_matching(self.inputs):
            self._request(Kind.GENERATE, self.inputs)

    def _show_matching(self, inputs: Inputs) -> bool:
        """Show the clip these inputs made, if there is one (same inputs, same clip)."""
        if (record := self.clips.made_of(inputs)) is not None:
            self.select_clip(record.id)
            return True
        return self._requests.asked_for(inputs)

    def _request(self, kind: Kind, inputs: Inputs, again: ClipRecord | None = None) -> None:
        if kind is Kind.GENERATE:
            self.message_cleared.emit()
        request = self._requests.make(kind, inputs, self.playhead, again)
        self._progress()
        self.requested.emit(request)

    def cancel(self) -> None:
        """Stop what is being made and forget what waits. Clips half done go."""
        self.cancel_requested.emit()
        for name in self._requests.names:
            self.clip_cancelled(name)

    def clip_begins(self, record: ClipRecord) -> None:
        """The engine knows source and keypoints of a requested clip; frames follow."""
        request = self._requests.begin(record)
        if request is None:
            return  # cancelled meanwhile
        if request.kind is Kind.REGENERATE:
            self._requests.filled(record.id).allocate()
            return
        record.share_source(self.clips.shared_source(record))
        if request.kind is Kind.GENERATE:
            self.clips.append(record)
            self.clips_changed.emit()
        if number(record.id) >= self._show_from:
            self._show(record)
            if request.kind is Kind.GENERATE:
                self._playback.set_playhead(0)
                self.play()
        self.clip_started.emit(record)

    def frames_arrive(self, clip_id: str, start: int, frames: np.ndarray, synthesized: np.ndarray, mask: np.ndarray):
        record = self._requests.filled(clip_id)
        if record is None:
            return
        record.put(start, frames, synthesized, mask)
        self.frames_arrived.emit(clip_id, start, start + len(frames))
        self._progress()

    def clip_finishes(self, clip_id: str, clip: object) -> None:
        request, record = self._requests.withdraw(clip_id)
        if request is None or record is None:
            return
        record.finish(clip)
        self.clips.trim(self._current)
        self.clip_finished.emit(clip_id)
        self._progress()

    def clip_fails(self, clip_id: str, error: Exception) -> None:
        if clip_id in self._requests:
            self.clip_cancelled(clip_id)
            self.clip_failed.emit(clip_id, str(error))
            self.report(error)

    def clip_cancelled(self, clip_id: str) -> None:
        """The clip will not come: a half-filled tile goes, a known clip stays without its frames."""
        request, record = self._requests.withdraw(clip_id)
        if request is not None and record is not None:
            if request.kind is Kind.REGENERATE:
                record.drop()
            elif record in self.clips:
                self.apply_removal(record)
        self._progress()

    def _progress(self) -> None:
        fraction = self._requests.progress
        if fraction != self.progress:
            self.progress = fraction
            self.progress_changed.emit(fraction)
        if self.busy != self._was_busy:
            self._was_busy = self.busy
            self.busy_changed.emit(self.busy)

    # -- the futures

    @property
    def current(self) -> ClipRecord | None:
        """The clip on the canvas: a tile's, or a preview that is in no tile."""
        return self._current

    def record(self, clip_id: str) -> ClipRecord | None:
        return self.clips.named(clip_id)

    def select_clip(self, clip_id: str) -> None:
        """Show a clip; its seed becomes the seed shown, unless that is locked. Dropped frames are made again."""
        record = self.record(clip_id)
        if record is None:
            return
        self._show_from = self._requests.following
        if not self.seed_locked and len(record.z) == len(self.z) and self._gesture is None:
            seed, z = record.seed, record.z
            if seed != self.seed or z is not self.z:
                self.inputs = replace(self.inputs, seed=seed, z=z)
                self.latent_changed.emit()
        self._show(record)
        if record.frames is None and record.id not in self._requests:
            self._request(Kind.REGENERATE, record.inputs, record)

    def star(self, clip_id: str, on: bool) -> None:
        record = self.record(clip_id)
        if record is not None and record.starred != on:
            self.undo_stack.push(Star(self, record, on))

    def delete_clip(self, clip_id: str) -> None:
        record = self.record(clip_id)
        if record is not None:
            self.undo_stack.push(DeleteClip(self, record))

    def apply_star(self, record: ClipRecord, on: bool) -> None:
        record.starred = on
        self.clips_changed.emit()

    def apply_removal(self, record: ClipRecord) -> int:
        """Take a clip out and return its place. Beside it, the next one is shown."""
        place = self.clips.index(record)
        del self.clips[place]
        self.clips.trim(self._current)
        self.clips_changed.emit()
        if record is self._current:
            self._show(self.clips[min(place, len(self.clips) - 1)] if self.clips else None)
        return place

    def apply_insertion(self, record: ClipRecord, place: int) -> None:
        self.clips.insert(place, record)
        self.clips_changed.emit()

    def _show(self, record: ClipRecord | None) -> None:
        if record is self._current:
            return
        self._current = record
        self._playback.n_frames = record.n_frames if record else 0
        if record:
            self._playback.fps = float(record.fps)
            self._playback.set_playhead(self.playhead)
            known = frozenset(k for k in self.selection if k < record.keypoints.shape[1])
            self.select_keypoints(known)
        else:
            self.pause()
            self._playback.set_playhead(0)
        self.current_clip_changed.emit()

    # -- looking

    @property
    def playhead(self) -> int:
        return self._playback.playhead

    @property
    def playing(self) -> bool:
        return self._playback.playing

    @property
    def speed(self) -> float:
        return self._playback.speed

    @property
    def loop_mode(self) -> str:
        return self._playback.loop_mode

    def set_playhead(self, index: int) -> None:
        self._playback.set_playhead(index)

    def play(self) -> None:
        self._playback.play()

    def pause(self) -> None:
        self._playback.pause()

    def toggle_playing(self) -> None:
        self.pause() if self.playing else self.play()

    def step(self, frames: int) -> None:
        """Pause and go `frames` on (or back)."""
        self.pause()
        self.set_playhead(self.playhead + frames)

    def set_speed(self, speed: float) -> None:
        self._playback.set_speed(speed)
        self.playback_changed.emit()

    def set_loop_mode(self, mode: str) -> None:
        self._playback.loop_mode = mode
        self.playback_changed.emit()

    def toggle_overlay(self, name: str) -> None:
        self.set_overlays(self.overlays ^ {name})

    def set_overlays(self, names: Iterable[str]) -> None:
        wanted = frozenset(names) & frozenset(CANVAS_LAYERS)
        if wanted != self.overlays:
            self.overlays = wanted
            self.overlays_changed.emit()

    def select_keypoints(self, indices: Iterable[int]) -> None:
        wanted = frozenset(int(i) for i in indices)
        if wanted != self.selection:
            self.selection = wanted
            self.selection_changed.emit()

    def set_familiarity(self, familiarity: object) -> None:
        if familiarity is not self.familiarity:
            self.familiarity = familiarity
            self.familiarity_changed.emit()

    def familiarity_arrives(self, inputs: Inputs, familiarity: object) -> None:
        """How familiar the crop of `inputs` is; an answer about an earlier crop is dropped."""
        now = self.inputs
        if inputs.photo is now.photo and inputs.crop == now.crop and inputs.same_model(now):
            self.set_familiarity(familiarity)

    # -- what went wrong

    def report(self, error: Exception) -> None:
        """Tell the user: their own mistake in its words; anything else is a bug and goes to the crash log."""
        if isinstance(error, KpvpError):
            self.message.emit(error.what, error.remedy)
        else:
            self.tell_bug(error, crash_log.record)

    def tell_bug(self, error: BaseException, record: Callable[[BaseException], object] | None = None) -> None:
        where = record(error) if record else crash_log.log_path()
        self.message.emit("Something went wrong inside the studio; your work is intact.", f"Details are in {where}.")


_WHAT_IS_MISSING = {
    False: ("There is no photo yet.", "Drop one, paste one, or choose a sample."),
    True: ("No model is installed.", "Put a model file into the models folder and start the studio again."),
}
