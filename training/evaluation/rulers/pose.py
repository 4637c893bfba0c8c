"""A pose network as a ruler that nobody here trained: whether a person is in a picture, and where its joints are.

MediaPipe's pose landmark models (Bazarevsky et al., BlazePose, 2020; Apache-2.0) as .tflite files, which the user
brings. Its person score says that somebody is there in one piece, not that the picture looks real.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import NamedTuple

import cv2
import numpy as np

from engine.errors import TrainingError

_SIDE = 256
_LANDMARKS, _VALUES = 39, 5
# nose, shoulders, elbows, wrists, hips, knees, ankles
_JOINTS = (0, 11, 12, 13, 14, 15, 16, 23, 24, 25, 26, 27, 28)


class Poses(NamedTuple):
    """joints float32 [..., 13, 2], x and y as shares of the side; person float32 [...], the score in 0..1."""

    joints: np.ndarray
    person: np.ndarray


class PoseNetwork:
    """The network in a .tflite file. Raises TrainingError if it, or the interpreter for it, cannot be had."""

    def __init__(self, path: str | os.PathLike) -> None:
        try:
            from ai_edge_litert.interpreter import Interpreter  # ty: ignore[import-not-found]
        except ImportError:
            raise TrainingError(
                "A pose network needs an interpreter that is not installed.",
                "Install it with: pip install ai-edge-litert",
            ) from None
        try:
            self._network = Interpreter(model_content=Path(path).read_bytes(), num_threads=1)
            self._network.allocate_tensors()
            self._input = self._network.get_input_details()[0]
            outputs = {tuple(output["shape"]): output["index"] for output in self._network.get_output_details()}
            self._landmarks, self._person = outputs[1, _LANDMARKS * _VALUES], outputs[1, 1]
            known = tuple(self._input["shape"]) == (1, _SIDE, _SIDE, 3)
        except (OSError, ValueError, KeyError, RuntimeError):
            known = False
        if not known:
            raise TrainingError(
                f"{path} is not a pose network that this program knows.",
                "Give MediaPipe's pose_landmark_full.tflite, of the npm package @mediapipe/pose.",
            )

    def __call__(self, frames: np.ndarray) -> Poses:
        """Of frames uint8 [..., S, S, 3], RGB."""
        flat = frames.reshape(-1, *frames.shape[-3:])
        joints, person = np.empty((len(flat), len(_JOINTS), 2), np.float32), np.empty(len(flat), np.float32)
        for i, frame in enumerate(flat):
            picture = cv2.resize(frame, (_SIDE, _SIDE), interpolation=cv2.INTER_LINEAR)
            self._network.set_tensor(self._input["index"], picture[None].astype(np.float32) / 255)
            self._network.invoke()
            landmarks = self._network.get_tensor(self._landmarks).reshape(_LANDMARKS, _VALUES)
            joints[i] = landmarks[list(_JOINTS), :2] / _SIDE
            person[i] = self._network.get_tensor(self._person).item()
        outer = frames.shape[:-3]
        return Poses(joints.reshape(*outer, -1, 2), person.reshape(outer))
