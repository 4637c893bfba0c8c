"""The clips there are, oldest first, and how much memory their frames may hold. Knows neither Qt nor the Document."""

from __future__ import annotations

import numpy as np

from kpvp_gui.document.clip_record import ClipRecord
from kpvp_gui.document.inputs import Inputs

CLIP_BYTES = 256 << 20


class Futures(list[ClipRecord]):
    """Beyond `limit` bytes the frames of the oldest clips are dropped; the clips stay, to be made again when chosen."""

    def __init__(self, limit: int = CLIP_BYTES) -> None:
        super().__init__()
        self.limit = limit

    def named(self, clip_id: str) -> ClipRecord | None:
        return next((record for record in self if record.id == clip_id), None)

    def made_of(self, inputs: Inputs) -> ClipRecord | None:
        """The latest clip of these inputs (same inputs, same clip)."""
        return next((record for record in reversed(self) if record.inputs.same_as(inputs)), None)

    def shared_source(self, record: ClipRecord) -> np.ndarray:
        """One array for all clips of the same crop: hundreds of clips of one photo hold it once."""
        for other in reversed(self):
            same_crop = other.inputs.photo is record.inputs.photo and other.crop == record.crop
            if same_crop and np.array_equal(other.source, record.source):
                return other.source
        return record.source

    def trim(self, shown: ClipRecord | None) -> None:
        """Drop frames until the limit is kept: never the clip shown or one being made, starred ones last."""
        held = [r for r in self if r.finished and r.frames is not None and r is not shown]
        total = sum(r.nbytes for r in self)
        for record in sorted(held, key=lambda r: r.starred):
            if total <= self.limit:
                return
            total -= record.nbytes
            record.drop()
