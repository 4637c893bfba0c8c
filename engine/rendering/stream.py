"""Rendering a sequence batch by batch: the schedule, stopping, and doing with less memory.

The first batch is a single frame, so that something is on screen at once. The schedule depends on nothing but the
number of frames and the batch size, so the same request gives the same bits.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
import torch

from engine.errors import Cancelled, DeviceError
from engine.rendering.renderer import Pixels, Prepared, Renderer
from engine.runtime import is_out_of_memory, release_memory


@dataclass(frozen=True)
class RenderedBatch:
    """Frames `start` .. `start + len(frames)` of a clip; arrays as in `Clip`, read-only."""

    start: int
    frames: np.ndarray
    synthesized: np.ndarray
    mask: np.ndarray


class Rendering:
    """An iterator over `RenderedBatch`es that knows afterwards how it went: `batch` and `notice`.

    `cancelled` is asked before every batch. Where memory runs out, the batch is halved, unless it is `fixed`.
    `prepare` gives what the renderer made of the source, or makes it.
    (Written without a generator: one that is left half way would keep itself and its tensors alive until the next
    garbage collection.)
    """

    def __init__(
        self,
        renderer: Renderer,
        prepare: Callable[[], Prepared],
        keypoints: torch.Tensor,
        batch: int,
        cancelled: Callable[[], bool] | None = None,
        fixed: bool = False,
    ) -> None:
        self.batch = batch
        self._fixed = fixed
        self.notice: str | None = None
        self.cancelled = cancelled
        self._renderer = renderer
        self._prepare = prepare
        self._keypoints = keypoints
        self._prepared: Prepared | None = None
        self._start = 0

    def __iter__(self) -> Iterator[RenderedBatch]:
        return self

    def __next__(self) -> RenderedBatch:
        """Raises `Cancelled` between two batches, `DeviceError` when even a single frame finds no memory."""
        if self._start >= len(self._keypoints):
            raise StopIteration
        while True:
            if self.cancelled is not None and self.cancelled():
                raise Cancelled
            start, stop = self._start, self._stop()
            try:
                if self._prepared is None:
                    self._prepared = self._prepare()
                pixels = self._renderer.render(self._prepared, self._keypoints[start:stop])
            except (RuntimeError, MemoryError) as error:
                if not is_out_of_memory(error):
                    raise
                self._do_with_less(stop - start, self._renderer.device, error)
                continue
            self._start = stop
            return read_only(start, pixels)

    def _stop(self) -> int:
        """The end of the next batch: batches end at multiples of the size, but for the very first frame."""
        end = self._start + self.batch - self._start % self.batch
        return min(end if self._start else 1, len(self._keypoints))

    def _do_with_less(self, size: int, device: torch.device, error: BaseException) -> None:
        release_memory(device)
        if size == 1:
            remedy = "Close other programs, or choose the CPU as device."
            raise DeviceError(f"The memory of {device} ran out while rendering one frame.", remedy) from error
        if self._fixed:
            remedy = "Ask for fewer frames at a time, or leave their number open."
            raise DeviceError(f"The memory of {device} ran out with {size} frames at a time.", remedy) from error
        self.batch = max(1, self.batch // 2)
        self.notice = f"Memory ran out on {device}: rendered {self.batch} frames at a time."


def read_only(start: int, pixels: Pixels) -> RenderedBatch:
    """`pixels` as the batch of frames from `start` on."""
    arrays = pixels.frames, pixels.synthesized, pixels.mask
    for array in arrays:
        array.flags.writeable = False
    return RenderedBatch(start, *arrays)
