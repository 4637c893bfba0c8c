"""What is open in the window and how it came to be: photo, crop, model, action and z, what they made, and undo.

Every view reads the Document and sends its edits here; no view knows another. It knows no widget, no network and no
thread. What changes by itself is an object with its own signals, which views take directly: `clips` (what there
is), `making` (what is on its way), `playback` (the playhead), `full_size` (the photo's own size), `opening` (the photo
being read), `finding` (who is in it), `editing` (trajectories changed by hand), `video_driver` (moving the photo),
`marks` (notes on keypoints), `comparison` (clips side by side) and `grid` (many futures at a glance).
"""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterable
from dataclasses import fields, replace
from typing import Any

import numpy as np
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from engine.errors import KpvpError
from engine.inputs import latent
from engine.media.photo import Crop, Photo
from engine.models.familiarity import Familiarity
from engine.models.library import ModelEntry
from engine.overlay import OVERLAYS, TRAIL_FRAMES
from kpvp_gui.document import sentences
from kpvp_gui.document.clip_record import ClipRecord, as_clip_name
from kpvp_gui.document.clips import ClipList
from kpvp_gui.document.figure_finding import FigureFinding
from kpvp_gui.document.full_size import FullSize
from kpvp_gui.document.inputs import Inputs, Kind
from kpvp_gui.document.keypoint_marks import KeypointMarks
from kpvp_gui.document.making import ClipMaking
from kpvp_gui.document.motion_editing import MotionEditing
from kpvp_gui.document.photo_opening import PhotoOpening
from kpvp_gui.document.playback import Playback
from kpvp_gui.document.shown_inputs import ShownInputs
from kpvp_gui.document.undo import ChangeInputs, DeleteClips, RenameClip, Star
from kpvp_gui.document.video_driver import VideoDriver
from kpvp_gui.futures.comparison import Comparison
from kpvp_gui.futures.futures_grid import FuturesGrid
from kpvp_gui.translation import marked, tr

_OPENED = marked("Open photo")
EDITING_LAYERS = ("skeleton", "onion")  # lines between keypoints that move together; the frames before and after
CANVAS_LAYERS = (*OVERLAYS, "synthesized", "frame", *EDITING_LAYERS)  # drawn over the frames, or shown instead
SEEDS = 10_000  # new seeds are drawn below this: short enough to read aloud
UNDO_STEPS = 100


class Document(ShownInputs, QObject):
    """One per window. Signals say what changed; the properties say to what.

    A step of undo is whatever changes the inputs, the stars or the list of clips. Selecting a clip is none, although
    its seed becomes the seed shown: it is looking, as moving the playhead is. Arrow keys run through hundreds of
    tiles, another click undoes it, and as steps they would push out the edits that undo is for.
    """

    photo_changed = Signal()
    crop_changed = Signal()
    model_changed = Signal()
    models_changed = Signal()
    actions_changed = Signal()  # the weights
    latent_changed = Signal()  # z, seed or the lock
    overlays_changed = Signal()
    selection_changed = Signal()  # indices of keypoints
    familiarity_changed = Signal()
    message = Signal(str, str)  # what happened, what to do
    message_cleared = Signal()
    bug_recorded = Signal()  # the message before this one was of a bug, whose details are in the crash log

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.undo_stack = QUndoStack(self)
        self.undo_stack.setUndoLimit(UNDO_STEPS)
        self.inputs = Inputs()
        self.models: tuple[ModelEntry, ...] = ()
        self.seed_locked = False
        self.overlays: frozenset[str] = frozenset({"frame"})
        self.trail_frames = TRAIL_FRAMES
        self.selection: frozenset[int] = frozenset()
        self.familiarity: Familiarity | None = None  # of the current crop; None while unknown
        self.clips = ClipList(parent=self)
        self.playback = Playback(self)
        self.making = ClipMaking(self.clips, self.playback, self)
        self.full_size = FullSize(self.clips, self.playback, self.making, self)
        self.opening = PhotoOpening(self.other_photos, self)
        self.finding = FigureFinding(self)
        self.marks = KeypointMarks(self)
        self.editing = MotionEditing(self.clips, self.making, self.playback, self.marks, self.undo_stack, self)
        self.video_driver = VideoDriver(self.clips, self.editing, self)
        self.comparison = Comparison(self.clips, self.making, self)
        self.grid = FuturesGrid(self.clips, self.making, self)
        self._gestures = itertools.count(1)
        self._gesture: tuple[str, int] | None = None
        self._action_with_photo = ""
        self.clips.current_changed.connect(self._current_changed)  # before any view is connected to it
        for part in (self.making, self.full_size, self.opening, self.finding, self.video_driver):
            part.failed.connect(self.report)
        self.comparison.failed.connect(self.report)
        self.grid.failed.connect(self.report)
        self.grid.kept.connect(self.select_clip)
        self.opening.opened.connect(lambda photo: self.take_photo(photo, self._action_with_photo))
        self.finding.crop_found.connect(self._crop_to_figure)
        self.finding.judged.connect(self.familiarity_arrives)

    # Inputs

    def set_models(self, models: Iterable[ModelEntry], preferred: str = "") -> None:
        """The models there are; without one chosen yet, the preferred or first is taken (not an undo step)."""
        self.models = tuple(models)
        self.models_changed.emit()
        if self.inputs.model is None and self.models:
            entry = next((m for m in self.models if m.name == preferred), self.models[0])
            self._apply(self.inputs.with_model(entry))
            self._generate_if_complete()

    def open_photo(self, source: object, frame: int | None = None, action: str = "") -> None:
        """Read a picture or video (path, bytes or uint8 array) elsewhere and show it. The latest call wins.

        Of several frames the user chooses first (`opening.choice_needed`). On failure everything stays as it was. With
        `action`, that is chosen too, if the model knows it.
        """
        self.message_cleared.emit()
        self._action_with_photo = action
        self.opening.open(source, frame)

    def set_photo(self, photo: Photo, action: str = "") -> None:
        """Take `photo`, cropped to its middle square, and make a clip of it; with `action`, choose that as well."""
        self._change(tr(_OPENED), **self.inputs.changes_by_photo(photo, action))

    def take_photo(self, photo: Photo, action: str = "") -> None:
        """As `set_photo`, but cropped to the figure that the model knows best; the clip is made once that is found."""
        if self.inputs.model is None:
            self.set_photo(photo, action)
            return
        self.finding.choose_crop_of(photo)
        gesture = self._gesture = (tr(_OPENED), next(self._gestures))
        after = replace(self.inputs, **self.inputs.changes_by_photo(photo, action))
        self.undo_stack.push(ChangeInputs(self._apply, tr(_OPENED), self.inputs, after, gesture[1]))

    def _crop_to_figure(self, asked: Inputs, crop: Crop) -> None:
        """A photo's figure was found: one step with opening it, unless the user has chosen a crop meanwhile."""
        if asked.photo is self.photo and asked.crop == self.crop:
            self._change(tr(_OPENED) if self._gesture is not None else tr("Crop to the figure"), crop=crop)

    def set_crop(self, x: int, y: int, size: int, final: bool = True) -> None:
        """Crop to a square in photo pixels. While dragging, `final=False` previews and merges into one undo step."""
        if self.photo is not None:
            self._change(tr("Move crop"), final, crop=Crop(int(x), int(y), int(size)))

    def set_model(self, name: str, crop: Crop | None = None) -> None:
        """Make clips with that model, of another crop if one is given."""
        entry = next((m for m in self.models if m.name == name), None)
        if entry is not None and entry is not self.inputs.model:
            wanted = self.inputs.with_model(entry)
            new: dict[str, Any] = {"action": wanted.action, "seed": wanted.seed, "z": wanted.z}
            self._change(tr("Choose model"), model=entry, crop=crop or self.crop, **new)

    def set_action(self, name: str) -> None:
        """One action alone."""
        self.set_action_weights(self.inputs.only(name))

    def set_action_weights(self, weights: np.ndarray, final: bool = True) -> None:
        """float32 [C], as the motion generator takes them."""
        weights = np.asarray(weights, np.float32)
        if weights.shape == self.action_weights.shape:
            self._change(tr("Choose action"), final, action=weights)

    def set_seed(self, seed: int) -> None:
        if self.inputs.model is not None:
            self._change(tr("Choose seed"), seed=int(seed), z=latent(int(seed), len(self.z)))

    def set_z(self, z: np.ndarray, final: bool = True) -> None:
        """float32 [Z] by hand; there is no seed then."""
        z = np.asarray(z, np.float32)
        if z.shape == self.z.shape:
            self._change(tr("Choose z"), final, seed=None, z=z)

    def set_between(self, action: np.ndarray, seed: int | None, z: np.ndarray, final: bool = True) -> None:
        """A future between others: weights float32 [C] and z float32 [Z] at once; `seed` where it is one of them."""
        if z.shape == self.z.shape and action.shape == self.action_weights.shape:
            self._change(tr("Move between futures"), final, action=action, seed=seed, z=z)

    def lock_seed(self, locked: bool) -> None:
        """Whether *Generate* keeps the seed. Changes nothing else."""
        if locked != self.seed_locked:
            self.seed_locked = locked
            self.latent_changed.emit()

    def reuse(self, clip_id: str) -> None:
        """Take over the inputs of a clip and show it."""
        record = self.clips.named(clip_id)
        if record is not None:
            inputs = record.inputs
            kept = {f.name: getattr(inputs, f.name) for f in fields(inputs)}
            self._change(tr("Reuse inputs"), False, **(kept | {"then": ()}))  # of a storyboard, its first shot
            self._gesture = None
            self.select_clip(clip_id)

    def _change(self, text: str, final: bool = True, **changes: Any) -> None:
        """Make the change one undo step (a gesture's changes merge), then preview it or make a clip of it."""
        after = replace(self.inputs, **changes)
        running = self._gesture if self._gesture is not None and self._gesture[0] == text else None
        if after.same_as(self.inputs) and running is None:
            self._show_matching(after)
            return
        gesture = running or (text, next(self._gestures))
        self._gesture = None if final else gesture
        self.undo_stack.push(ChangeInputs(self._apply, text, self.inputs, after, gesture[1]))
        if final:
            self._generate_if_complete()
        elif after.complete():
            self._request(Kind.PREVIEW, after)

    def _apply(self, inputs: Inputs, show: bool = False) -> None:
        """Take `inputs` over; with `show` (undo and redo) also show the clip they made, or a preview of it."""
        old, self.inputs = self.inputs, inputs
        if not old.same_model(inputs):
            self.model_changed.emit()
        if old.photo is not inputs.photo:
            self.photo_changed.emit()
        if old.photo is not inputs.photo or old.crop != inputs.crop:
            self.crop_changed.emit()
            self.set_familiarity(None)
        if old.photo is not inputs.photo or not old.same_model(inputs):
            self.set_familiarity(None)
            self.finding.look_at(inputs, self.models)
        if old.action is not inputs.action:
            self.actions_changed.emit()
        if old.seed != inputs.seed or old.z is not inputs.z:
            self.latent_changed.emit()
        if show:
            self._gesture = None
            if not self._show_matching(inputs) and inputs.complete():
                self._request(Kind.PREVIEW, inputs)

    # Back and forth

    def undo(self) -> None:
        """The step before; while a hand is on the motion, what it has done so far is given up instead."""
        (self.editing.abandon if self.editing.in_hand else self.undo_stack.undo)()

    def redo(self) -> None:
        if not self.editing.in_hand:
            self.undo_stack.redo()

    # Other work

    def open_work(
        self, records: Iterable[ClipRecord], inputs: Inputs, shown: str = "", seed_locked: bool = False
    ) -> None:
        """Other clips and inputs for all there is, as of a project, showing the clip of id `shown`. Not undone."""
        self.editing.abandon()
        self.making.cancel()
        self.undo_stack.clear()
        self._gesture = None
        self.message_cleared.emit()
        self.clips.replace(records)
        self._apply(inputs if inputs.model is not None or not self.models else inputs.with_model(self.models[0]))
        self.lock_seed(seed_locked)
        if (record := self.clips.named(shown)) is not None:
            self._show(record)

    # Making clips

    def generate(self) -> None:
        """Another future, of a new seed; with the seed locked, the one of these inputs if it is not there yet."""
        if not self.inputs.complete():
            self.message.emit(*(sentences.no_photo() if self.inputs.model is not None else sentences.no_model()))
            return
        if self.seed_locked and self._show_matching(self.inputs):
            self.message.emit(*sentences.seed_is_locked())
            return
        if not self.seed_locked:
            seed = random.randrange(SEEDS)
            after = replace(self.inputs, seed=seed, z=latent(seed, len(self.z)))
            self.undo_stack.push(ChangeInputs(self._apply, tr("New future"), self.inputs, after, None))
        self._gesture = None
        self._request(Kind.GENERATE, self.inputs)

    def _generate_if_complete(self) -> None:
        if self.inputs.complete() and not self._show_matching(self.inputs):
            self._request(Kind.GENERATE, self.inputs)

    def _show_matching(self, inputs: Inputs) -> bool:
        """Show the clip these inputs made, if there is one (same inputs, same clip)."""
        if (record := self.clips.made_of(inputs)) is not None:
            self.select_clip(record.id)
            return True
        return self.making.asked_for(inputs)

    def _request(self, kind: Kind, inputs: Inputs) -> None:
        if kind is Kind.GENERATE:
            self.message_cleared.emit()
        self.making.request(kind, inputs)

    # The clips

    def select_clip(self, clip_id: str) -> None:
        """Show a clip (no step of undo). Frames that were dropped, or never came, are made.

        Its seed becomes the seed shown, unless that is locked: what stands beside a picture is what made it.
        """
        record = self.clips.named(clip_id)
        if record is None:
            return
        self.making.keep_shown()
        if not self.seed_locked and len(record.z) == len(self.z) and self._gesture is None:
            seed, z = record.seed, record.z
            if seed != self.seed or z is not self.z:
                self.inputs = replace(self.inputs, seed=seed, z=z)
                self.latent_changed.emit()
        self._show(record)

    def _show(self, record: ClipRecord) -> None:
        self.clips.show(record)
        if not record.finished:
            self.making.request_again(record)

    def star(self, clip_id: str, starred: bool) -> None:
        record = self.clips.named(clip_id)
        if record is not None and record.starred != starred:
            self.undo_stack.push(Star(self.clips, record, starred))

    def star_clips(self, clip_ids: Iterable[str], starred: bool) -> None:
        """All of them, as one step of undo."""
        self.undo_stack.beginMacro(tr("Star") if starred else tr("Remove star"))
        for clip_id in clip_ids:
            self.star(clip_id, starred)
        self.undo_stack.endMacro()

    def rename_clip(self, clip_id: str, name: str) -> None:
        """Give a clip a name of its own; an empty one takes it away."""
        record, name = self.clips.named(clip_id), as_clip_name(name)
        if record is not None and record.name != name:
            self.undo_stack.push(RenameClip(self.clips, record, name))

    def delete_clip(self, clip_id: str) -> None:
        self.delete_clips([clip_id])

    def delete_clips(self, clip_ids: Iterable[str]) -> None:
        """All of them, as one step of undo."""
        records = [record for name in clip_ids if (record := self.clips.named(name)) is not None]
        if records:
            self.undo_stack.push(DeleteClips(self.clips, records, self.select_clip))

    def _current_changed(self) -> None:
        record = self.clips.current
        self.playback.set_clip(record)
        if record is not None:
            self.marks.set_model(record.model_name)
            self.select_keypoints(k for k in self.selection if k < record.keypoints.shape[1])

    # What is looked at

    def set_overlays(self, names: Iterable[str]) -> None:
        wanted = frozenset(names) & frozenset(CANVAS_LAYERS)
        if wanted != self.overlays:
            self.overlays = wanted
            self.overlays_changed.emit()

    def set_trail_frames(self, frames: int) -> None:
        """How long trails are on the canvas."""
        if frames != self.trail_frames:
            self.trail_frames = frames
            self.overlays_changed.emit()

    def select_keypoints(self, indices: Iterable[int]) -> None:
        wanted = frozenset(int(i) for i in indices)
        if wanted != self.selection:
            self.selection = wanted
            self.selection_changed.emit()

    def set_familiarity(self, familiarity: Familiarity | None) -> None:
        if familiarity != self.familiarity:
            self.familiarity = familiarity
            self.familiarity_changed.emit()

    def familiarity_arrives(self, inputs: Inputs, familiarity: Familiarity | None) -> None:
        """How familiar the crop of `inputs` is; an answer about an earlier crop is dropped."""
        now = self.inputs
        if inputs.photo is now.photo and inputs.crop == now.crop and inputs.same_model(now):
            self.set_familiarity(familiarity)

    # What went wrong

    def report(self, error: Exception) -> None:
        """Say it: the user's own mistake in its words; anything else is a bug and goes to the crash log."""
        self.message.emit(*sentences.of_error(error))
        if not isinstance(error, KpvpError):
            self.bug_recorded.emit()

    def report_recorded(self, _error: BaseException) -> None:
        """Say that there was a bug, which is in the crash log already."""
        self.message.emit(*sentences.of_recorded())
        self.bug_recorded.emit()
