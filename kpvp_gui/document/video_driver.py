"""A video that drives the photo: its frames are read in the thread pool, its keypoints found by the engine.

Asked by signals; an answer to anything but the latest video is dropped. Knows no widget, no thread and no network.
"""

from __future__ import annotations

import itertools
from pathlib import Path

import numpy as np
from PySide6.QtCore import QObject, Signal

from engine.errors import PhotoError
from engine.media.video_frames import read_square_frames
from kpvp_gui.background.jobs import Job
from kpvp_gui.document.clips import ClipList
from kpvp_gui.document.inputs import Detection, Inputs
from kpvp_gui.document.motion_editing import MotionEditing
from kpvp_gui.translation import tr

LONGEST = 250  # frames taken from a video: ten seconds


class VideoDriver(QObject):
    """`drive` ends in a driven clip beside the one shown, or in `failed`."""

    requested = Signal(object)  # Detection
    failed = Signal(object)  # exception
    changed = Signal(bool)  # whether a video is on its way

    def __init__(self, clips: ClipList, editing: MotionEditing, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clips, self._editing = clips, editing
        self._numbers = itertools.count(1)
        self._waiting: tuple[str, str] | None = None  # id and the video's name

    def drive(self, path: Path) -> None:
        """Have the photo of the clip shown moved as the figure in the middle of the video at `path` moves."""
        shown = self._clips.current
        if shown is None or shown.inputs.model is None:
            error = PhotoError(tr("There is no clip whose photo the video could drive."), tr("Open a photo first."))
            self.failed.emit(error)
            return
        name = f"driver-{next(self._numbers)}"
        self._wait_for((name, path.name))
        size = shown.source.shape[0]
        job = Job(read_square_frames, path, size, shown.fps, LONGEST)
        job.finished.connect(lambda frames: self._read(name, shown.inputs, frames))
        job.failed.connect(lambda error: self.fails(name, error))
        job.start()

    def _read(self, name: str, inputs: Inputs, frames: np.ndarray) -> None:
        if self._waiting is not None and self._waiting[0] == name:
            self.requested.emit(Detection(name, inputs, frames))

    def keypoints_arrive(self, name: str, keypoints: np.ndarray) -> None:
        """The video's keypoints float32 [T, K, 2]."""
        if self._waiting is not None and self._waiting[0] == name:
            video = self._waiting[1]
            self._wait_for(None)
            self._editing.drive(keypoints, video)

    def fails(self, name: str, error: Exception) -> None:
        if self._waiting is not None and self._waiting[0] == name:
            self._wait_for(None)
            self.failed.emit(error)

    def ends(self, name: str) -> None:
        """It was given up."""
        if self._waiting is not None and self._waiting[0] == name:
            self._wait_for(None)

    def _wait_for(self, what: tuple[str, str] | None) -> None:
        self._waiting = what
        self.changed.emit(what is not None)
