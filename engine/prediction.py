"""One request on its way to a clip: what is known before rendering, then the frames as they come.

Knows no torch: rendering is handed in as an iterator.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from engine.clip import Clip
from engine.future import Future

if TYPE_CHECKING:
    from engine.rendering.stream import RenderedBatch, Rendering

Cancel = Callable[[], bool] | None


@dataclass(frozen=True, eq=False, kw_only=True)
class Prediction(Future):
    """A future that can be rendered: iterate `batches()`, then call `clip()`, which renders what is still missing."""

    rendering: Rendering = field(repr=False)
    _parts: list[RenderedBatch] = field(default_factory=list, init=False, repr=False)

    def batches(self, cancelled: Cancel = None) -> Iterator[RenderedBatch]:
        """Render; each batch once. Raises `Cancelled` between batches when `cancelled()` says so."""
        self.rendering.cancelled = cancelled
        for batch in self.rendering:
            self._parts.append(batch)
            yield batch

    def clip(self, cancelled: Cancel = None) -> Clip:
        """The finished clip."""
        for _ in self.batches(cancelled):
            pass
        schedule = dict(self.schedule, batch=self.rendering.batch, winograd=bool(self.rendering.winograd))
        if self.rendering.notice:
            schedule["notice"] = self.rendering.notice
        return Clip.of(
            self,
            frames=np.concatenate([part.frames for part in self._parts]),
            synthesized=np.concatenate([part.synthesized for part in self._parts]),
            mask=np.concatenate([part.mask for part in self._parts]),
            schedule=schedule,
        )
