"""One request on its way to a clip: what is known before rendering, then the frames as they come.

Knows no torch: rendering is handed in as an iterator.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import numpy as np

from engine.clip import Clip

if TYPE_CHECKING:
    from engine.rendering.stream import RenderedBatch, Rendering

Cancel = Callable[[], bool] | None


@dataclass(eq=False)
class Prediction:
    """Everything about a future but its frames; arrays as in `Clip`.

    Iterate `batches()` to render, then call `clip()`; `clip()` renders what is still missing.
    """

    source: np.ndarray
    source_keypoints: np.ndarray
    keypoints: np.ndarray
    action: np.ndarray
    action_names: tuple[str, ...]
    z: np.ndarray
    seed: int | None
    fps: Fraction
    photo_name: str
    crop: tuple[int, int, int] | None
    model_id: str
    model_name: str
    schedule: dict[str, Any]
    start_rendering: "Callable[[Prediction], Rendering]" = field(repr=False)
    _done: int = field(default=0, init=False, repr=False)
    _parts: list = field(default_factory=list, init=False, repr=False)
    _rendering: "Rendering | None" = field(default=None, init=False, repr=False)

    def __len__(self) -> int:
        return len(self.keypoints)

    def batches(self, cancelled: Cancel = None) -> "Iterator[RenderedBatch]":
        """Render; each batch once. Raises `Cancelled` between batches when `cancelled()` says so."""
        if self._rendering is None:
            self._rendering = self.start_rendering(self)
        self._rendering.cancelled = cancelled
        for batch in self._rendering:
            self._parts.append(batch)
            self._done = batch.start + len(batch.frames)
            yield batch

    def clip(self, cancelled: Cancel = None) -> Clip:
        """The finished clip."""
        if self._done < len(self):
            for _ in self.batches(cancelled):
                pass
        schedule = dict(self.schedule, batch=self._rendering.batch)
        if self._rendering.notice:
            schedule["notice"] = self._rendering.notice
        return Clip(
            frames=np.concatenate([part.frames for part in self._parts]),
            synthesized=np.concatenate([part.synthesized for part in self._parts]),
            mask=np.concatenate([part.mask for part in self._parts]),
            keypoints=self.keypoints,
            source_keypoints=self.source_keypoints,
            source=self.source,
            action=self.action,
            action_names=self.action_names,
            z=self.z,
            seed=self.seed,
            fps=self.fps,
            photo_name=self.photo_name,
            crop=self.crop,
            model_id=self.model_id,
            model_name=self.model_name,
            schedule=schedule,
        )
