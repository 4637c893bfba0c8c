"""The thread that makes clips. It alone imports torch and owns the Predictor; the window only receives signals.

`run()` works through a locked mailbox and has no slots. Arrays in signals are never written to again.
"""

from __future__ import annotations

import os
import sys
import threading
import time
from contextlib import suppress
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QThread, Signal

from engine.errors import Cancelled, DeviceError, KpvpError
from engine.future import Future
from engine.models.library import ModelEntry
from engine.storyboard import Shot, begin_storyboard
from kpvp_gui.background.torch_import import import_torch
from kpvp_gui.document.clip_record import ClipRecord
from kpvp_gui.document.inputs import (
    AnyRequest,
    Detection,
    Enlargement,
    FigureSearch,
    Inputs,
    Kind,
    Request,
    Retouch,
    WholePictures,
)
from kpvp_gui.document.mailbox import Mailbox
from kpvp_gui.translation import tr

if TYPE_CHECKING:
    from engine.predictor import Prediction, Predictor

MOST_FIGURES = 6  # found in one photo
_DETECTED_AT_A_TIME = 8  # frames
_NICENESS = 5  # on a machine without idle cores the window is served first


class EngineThread(QThread):
    """`submit` requests; each is answered by `begins`, `frames` and `done`, or by `failed` or `dropped`.

    A frame being retouched: by `retouched` or `failed`, or not at all if another is wanted by then.

    At the photo's size: by `enlarged` for each frame and `enlarged_all`, or by `pictures`; `failed` or `dropped` too.
    A search for figures: by `figures_found` or, of other models, `known_elsewhere`; `failed` or `dropped` too.
    """

    model_loaded = Signal(str)  # where it runs: "CPU fp32"
    trouble = Signal(object)  # an exception that belongs to no request
    noticed = Signal(str)  # what was done otherwise than asked, as fewer frames at a time; once
    begins = Signal(object)  # ClipRecord without frames
    frames = Signal(str, int, object, object, object)  # id, start, frames, synthesized, mask
    done = Signal(str, object, float)  # id, Clip, seconds
    failed = Signal(str, object)  # id, exception
    retouched = Signal(object, object)  # Retouch, RenderedBatch of one frame
    detected = Signal(str, object)  # id of a Detection, keypoints float32 [T, K, 2]
    enlarged = Signal(object, int, object)  # Enlargement, index, frame
    enlarged_all = Signal(str)  # id
    pictures = Signal(str, object)  # id, sequence of pictures that any thread may look at
    figures_found = Signal(object, object)  # FigureSearch, FoundFigures
    known_elsewhere = Signal(object, object)  # FigureSearch, (ModelEntry, FoundFigure) of those that find one familiar
    dropped = Signal(str)  # id of a request that was no longer wanted
    familiarity_known = Signal(object, object)  # Inputs, Familiarity

    def __init__(self, model: ModelEntry | None = None, device: str = "auto") -> None:
        super().__init__()
        self._mailbox = Mailbox()
        self._first_model = model
        self._device = device
        self._predictor: Predictor | None = None
        self._loaded: ModelEntry | None = None
        self._judged: Inputs | None = None
        self._notice = ""

    # Called by the GUI thread

    def submit(self, request: AnyRequest) -> None:
        self._mailbox.put(request)

    def cancel(self) -> None:
        self._mailbox.clear()

    def shut_down(self) -> None:
        """Stop at the next batch and wait. A thread is never killed: that would take the program with it."""
        self._mailbox.close()
        self.wait()

    # The engine thread itself

    def run(self) -> None:
        try:
            import_torch(lambda: self._mailbox.closed)
            if self._mailbox.closed:
                return
            _make_polite()
            if self._first_model is not None:
                self._load(self._first_model)
        except BaseException as error:  # even what ends a thread must not leave the window without an engine
            self.trouble.emit(_in_words(error))
        while (request := self._mailbox.take()) is not None:
            try:
                self._serve(request)
            except Cancelled:
                self.dropped.emit(request.id)
            except KpvpError as error:
                self.failed.emit(request.id, error)
            except BaseException as error:  # a bug, or no memory
                self._predictor = None  # in whatever state it is: the next request reads the model again
                self.failed.emit(request.id, _in_words(error))

    def _load(self, model: ModelEntry) -> Predictor:
        if self._predictor is None or self._loaded is None or self._loaded.path != model.path:
            from engine.predictor import load_model

            self._predictor = None  # let go of the old one first: two may not fit
            self._predictor = load_model(model.path, device=self._device, patient=False)
            self._loaded = model
            self.model_loaded.emit(self._predictor.describe())
        return self._predictor

    def _serve(self, request: AnyRequest) -> None:
        assert request.inputs.model is not None  # as of every request
        predictor = self._load(request.inputs.model)
        if isinstance(request, Retouch):
            self.retouched.emit(request, predictor.retouch(request.future, request.keypoints))
        elif isinstance(request, Detection):
            self._detect(predictor, request)
        elif isinstance(request, Enlargement):
            self._enlarge(predictor, request)
        elif isinstance(request, WholePictures):
            photo = request.inputs.photo
            assert photo is not None  # as of every request
            stale = self._mailbox.is_stale
            pictures = predictor.full_size(request.clip, photo, request.size, stale, request.whole)
            self.pictures.emit(request.id, pictures)
        elif isinstance(request, FigureSearch):
            self._find_figures(predictor, request)
        else:
            self._make(predictor, request)

    def _find_figures(self, predictor: Predictor, request: FigureSearch) -> None:
        photo, stale = request.inputs.photo, self._mailbox.is_stale
        assert photo is not None  # as of every request
        if not request.others:
            self.figures_found.emit(request, tuple(predictor.find_figures(photo, MOST_FIGURES, stale)))
            return
        from engine.predictor import load_model

        known = []
        for model in request.others:
            self._stop_if_stale()
            found = load_model(model.path, device=self._device).find_figures(photo, 1, stale)[0]
            if found.familiarity.familiar:
                known.append((model, found))
        self.known_elsewhere.emit(request, tuple(known))

    def _detect(self, predictor: Predictor, request: Detection) -> None:
        found = []
        for start in range(0, len(request.frames), _DETECTED_AT_A_TIME):
            found.append(predictor.detect(request.frames[start : start + _DETECTED_AT_A_TIME]))
            self._stop_if_stale()
        self.detected.emit(request.id, np.concatenate(found))

    def _enlarge(self, predictor: Predictor, request: Enlargement) -> None:
        photo = request.inputs.photo
        assert photo is not None  # as of every request
        stale = self._mailbox.is_stale
        for index, frame in predictor.full_size_crop(request.clip, photo, request.side, request.order, stale):
            self.enlarged.emit(request, index, frame)
        self.enlarged_all.emit(request.id)

    def _make(self, predictor: Predictor, request: Request) -> None:
        started = time.perf_counter()
        prediction = self._begin(predictor, request)
        self.begins.emit(
            ClipRecord(
                id=request.id,
                inputs=request.inputs,
                future=Future.of(prediction),
                preview=request.kind is Kind.PREVIEW,
            )
        )
        if request.kind is Kind.PREVIEW:
            self._show_frame(predictor, prediction, request)
        for batch in prediction.batches(self._mailbox.is_stale):
            self._stop_if_stale()
            self.frames.emit(request.id, batch.start, batch.frames, batch.synthesized, batch.mask)
            self._serve_hand(predictor, request.inputs)
        clip = prediction.clip()
        self.done.emit(request.id, clip, time.perf_counter() - started)
        if (notice := clip.schedule.get("notice") or "") not in ("", self._notice):
            self._notice = notice
            self.noticed.emit(notice)
        if not self._mailbox.is_stale():
            self._judge(predictor, prediction.source, request.inputs)

    def _serve_hand(self, predictor: Predictor, inputs: Inputs) -> None:
        """The frame under the user's hand does not wait for a clip to end."""
        if (request := self._mailbox.take_retouch(inputs)) is None:
            return
        try:
            self.retouched.emit(request, predictor.retouch(request.future, request.keypoints))
        except Exception as error:
            self.failed.emit(request.id, error)

    def _begin(self, predictor: Predictor, request: Request) -> Prediction:
        inputs = request.inputs
        if request.future is not None:
            return predictor.redraw(request.future, request.future.keypoints)
        assert inputs.photo is not None and inputs.action is not None  # as of every request
        if inputs.then:
            first = Shot(inputs.action, inputs.seed, inputs.z if inputs.seed is None else None)
            shots, stale = (first, *inputs.then), self._mailbox.is_stale
            return begin_storyboard(predictor, inputs.photo, shots, inputs.crop, inputs.overlap, stale)
        return predictor.begin(
            inputs.photo,
            inputs.action,
            seed=inputs.seed,
            z=inputs.z if inputs.seed is None else None,
            crop=inputs.crop,
            cancelled=self._mailbox.is_stale,
        )

    def _show_frame(self, predictor: Predictor, prediction: Prediction, request: Request) -> None:
        """Render the frame on screen before all others, so that a drag is seen to have its effect."""
        index = request.first_frame
        # A clip without keypoints comes at once.
        if 0 < index < len(prediction.keypoints) and prediction.keypoints.shape[1]:
            one = prediction.keypoints[index : index + 1]
            for batch in predictor.render_frames(prediction.source, prediction.source_keypoints, one):
                self.frames.emit(request.id, index, batch.frames, batch.synthesized, batch.mask)
        self._stop_if_stale()

    def _judge(self, predictor: Predictor, source: np.ndarray, inputs: Inputs) -> None:
        """Say once per crop and model how familiar the picture is."""
        judged = self._judged
        if judged and judged.photo is inputs.photo and judged.crop == inputs.crop and judged.same_model(inputs):
            return
        self._judged = inputs
        try:
            self.familiarity_known.emit(inputs, predictor.familiarity(source))
        except Exception as error:  # the clip is there all the same
            self.trouble.emit(error)

    def _stop_if_stale(self) -> None:
        if self._mailbox.is_stale():
            raise Cancelled


def _in_words(error: BaseException) -> BaseException:
    """A sentence for memory that ran out, wherever; anything else as it is."""
    from engine.runtime import is_out_of_memory

    if not is_out_of_memory(error):
        return error
    return DeviceError(
        tr("There was not enough memory for this."), tr("Close other programs, or choose a smaller model.")
    )


def _make_polite() -> None:
    """Linux has a priority per thread, which the threads torch starts from here inherit."""
    if sys.platform == "linux":
        with suppress(OSError):
            thread = threading.get_native_id()
            os.setpriority(os.PRIO_PROCESS, thread, os.getpriority(os.PRIO_PROCESS, thread) + _NICENESS)
