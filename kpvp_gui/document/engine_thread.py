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

from engine.errors import Cancelled
from engine.future import Future
from engine.models.library import ModelEntry
from engine.storyboard import Shot, begin_storyboard
from kpvp_gui.background.torch_import import import_torch
from kpvp_gui.document.clip_record import ClipRecord
from kpvp_gui.document.inputs import AnyRequest, Detection, Enlargement, Inputs, Kind, Request, WholePictures
from kpvp_gui.document.mailbox import Mailbox

if TYPE_CHECKING:
    from engine.predictor import Prediction, Predictor

_DETECTED_AT_A_TIME = 8  # frames
_NICENESS = 5  # on a machine without idle cores the window is served first


class EngineThread(QThread):
    """`submit` requests; each is answered by `begins`, `frames` and `done`, or by `failed` or `dropped`.

    At the photo's size: by `enlarged` for each frame and `enlarged_all`, or by `pictures`; `failed` or `dropped` too.
    """

    model_loaded = Signal(str)  # "people · CPU fp32"
    trouble = Signal(object)  # an exception that belongs to no request
    begins = Signal(object)  # ClipRecord without frames
    frames = Signal(str, int, object, object, object)  # id, start, frames, synthesized, mask
    done = Signal(str, object, float)  # id, Clip, seconds
    failed = Signal(str, object)  # id, exception
    detected = Signal(str, object)  # id of a Detection, keypoints float32 [T, K, 2]
    enlarged = Signal(object, int, object)  # Enlargement, index, frame
    enlarged_all = Signal(str)  # id
    pictures = Signal(str, object)  # id, sequence of pictures that any thread may look at
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
        except Exception as error:
            self.trouble.emit(error)
        while (request := self._mailbox.take()) is not None:
            try:
                self._serve(request)
            except Cancelled:
                self.dropped.emit(request.id)
            except Exception as error:
                self.failed.emit(request.id, error)

    def _load(self, model: ModelEntry) -> Predictor:
        if self._predictor is None or self._loaded is None or self._loaded.path != model.path:
            from engine.predictor import load_model

            self._predictor = None  # let go of the old one first: two may not fit
            self._predictor = load_model(model.path, device=self._device)
            self._loaded = model
            self.model_loaded.emit(f"{model.name} · {self._predictor.describe()}")
        return self._predictor

    def _serve(self, request: AnyRequest) -> None:
        assert request.inputs.model is not None  # as of every request
        predictor = self._load(request.inputs.model)
        if isinstance(request, Detection):
            self._detect(predictor, request)
        elif isinstance(request, Enlargement):
            self._enlarge(predictor, request)
        elif isinstance(request, WholePictures):
            photo = request.inputs.photo
            assert photo is not None  # as of every request
            stale = self._mailbox.is_stale
            self.pictures.emit(request.id, predictor.full_size(request.clip, photo, request.size, stale))
        else:
            self._make(predictor, request)

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
        self.done.emit(request.id, prediction.clip(), time.perf_counter() - started)
        if not self._mailbox.is_stale():
            self._judge(predictor, prediction.source, request.inputs)

    def _begin(self, predictor: Predictor, request: Request) -> Prediction:
        inputs = request.inputs
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
        if 0 < index < len(prediction.keypoints):
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


def _make_polite() -> None:
    """Linux has a priority per thread, which the threads torch starts from here inherit."""
    if sys.platform == "linux":
        with suppress(OSError):
            thread = threading.get_native_id()
            os.setpriority(os.PRIO_PROCESS, thread, os.getpriority(os.PRIO_PROCESS, thread) + _NICENESS)
