"""Rendering a sequence batch by batch: the schedule, stopping, and doing with less memory.

The first batch is a single frame, so that something is on screen at once; where there are more than two cores, all of
them make it. The others are made side by side, one core each. The schedule depends on nothing but the number of frames
and the batch size, and a batch is computed alike by any worker, so the same request gives the same bits.
"""

from collections import deque
from collections.abc import Callable, Generator, Iterator
from concurrent.futures import Future
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass

import numpy as np
import torch

from engine.errors import Cancelled, DeviceError
from engine.rendering.renderer import Pixels, Prepared, Renderer
from engine.rendering.winograd import ready, wait, winograd
from engine.rendering.workers import Workers, worker_count, workers
from engine.runtime import is_out_of_memory, release_memory
from engine.sentences import sentence

# Frames per batch: small enough that a window stays alive and can cancel, large enough to fill the device.
_BATCH = {"cpu": 4, "cuda": 32, "mps": 8}
# The C library's allocator gives larger blocks, and several of this size, back to the system, which then has to clear
# every page of the next ones: that cost the authors' sizes a fifth of a clip.
_LARGEST_KEPT = 24 * 2**20
_FEW_THREADS = 2  # that make a frame no sooner than one by convolutions with a quarter of the multiplications


@dataclass(frozen=True)
class RenderedBatch:
    """Frames `start` .. `start + len(frames)` of a clip; arrays as in `Clip`, read-only."""

    start: int
    frames: np.ndarray
    synthesized: np.ndarray
    mask: np.ndarray


class Rendering:
    """An iterator over `RenderedBatch`es that knows afterwards how it went: `batch`, `winograd` and `notice`.

    `cancelled` is asked before every batch. Where memory runs out, the batch is halved, unless it is `fixed`.
    `prepare` gives what the renderer made of the source, or makes it. `patient`: the first frame waits until faster
    convolutions are there (`winograd.py`); otherwise a clip has them if they are there when it begins.
    (Written without a generator: one that is left half way would keep itself and its tensors alive until the next
    garbage collection.)
    """

    winograd: bool | None = None
    """Whether the frames had those convolutions and passes; None while there is none."""
    plain = False
    """Set before the first batch: all batches one after another, by plain convolutions. For comparison."""

    def __init__(
        self,
        renderer: Renderer,
        prepare: Callable[[], Prepared],
        keypoints: torch.Tensor,
        batch: int,
        cancelled: Callable[[], bool] | None = None,
        fixed: bool = False,
        patient: bool = True,
    ) -> None:
        self.batch = batch
        self._patient = patient
        self._fixed = fixed
        self.notice: str | None = None
        self.cancelled = cancelled
        self._renderer = renderer
        self._prepare = prepare
        self._keypoints = keypoints
        self._prepared: Prepared | None = None
        self._start = 0
        self._ahead: deque[Future[Pixels]] = deque()  # of the batches from `_start` on
        self._asked = 0  # the end of the last of them

    def __iter__(self) -> Iterator[RenderedBatch]:
        return self

    def __next__(self) -> RenderedBatch:
        """Raises `Cancelled` between two batches, `DeviceError` when even a single frame finds no memory."""
        if self._start >= len(self._keypoints):
            raise StopIteration
        while True:
            if self.cancelled is not None and self.cancelled():
                self._forget_ahead()
                raise Cancelled
            start, stop = self._start, self._stop(self._start)
            try:
                pixels = self._rendered(start, stop)
            except (RuntimeError, MemoryError) as error:
                self._forget_ahead()
                if not is_out_of_memory(error):
                    raise
                self._do_with_less(stop - start, self._renderer.device, error)
                continue
            self._start = stop
            return read_only(start, pixels)

    def _stop(self, start: int) -> int:
        """The end of the batch that begins at `start`: at a multiple of the size, but for the very first frame."""
        end = start + self.batch - start % self.batch
        return min(end if start else 1, len(self._keypoints))

    def _rendered(self, start: int, stop: int) -> Pixels:
        if self.winograd is None:
            self.winograd = not self.plain and _may_use_winograd(self._renderer, self._patient)
        if self._prepared is None:
            with _by_all_cores(self.winograd):
                self._prepared = self._prepare()
        # A single batch is made sooner by all cores at once.
        if start == 0 or self.plain or len(self._keypoints) <= self.batch:
            with _by_all_cores(self.winograd):
                return self._renderer.render(self._prepared, self._keypoints[start:stop])
        count = worker_count(self._renderer.device)
        if count == 1:
            return _made(self._renderer, self._prepared, self._keypoints[start:stop], self.winograd)
        self._ask_ahead(workers(count), self._prepared, self.winograd)
        return self._ahead.popleft().result()

    def _ask_ahead(self, workers: Workers, prepared: Prepared, use: bool) -> None:
        """One batch for every worker, and one more, so that none waits for what is done with a batch."""
        if not self._ahead:
            self._asked = self._start
        while len(self._ahead) <= workers.count and self._asked < len(self._keypoints):
            start, self._asked = self._asked, self._stop(self._asked)
            keypoints = self._keypoints[start : self._asked]
            self._ahead.append(workers.submit(_made, self._renderer, prepared, keypoints, use))

    def _forget_ahead(self) -> None:
        for batch in self._ahead:
            batch.cancel()
        self._ahead.clear()

    def _do_with_less(self, size: int, device: torch.device, error: BaseException) -> None:
        release_memory(device)
        if size == 1:
            remedy = sentence("Close other programs, or choose the CPU as device.")
            raise DeviceError(
                sentence("The memory of {device} ran out while rendering one frame.", device=device), remedy
            ) from error
        if self._fixed:
            remedy = sentence("Ask for fewer frames at a time, or leave their number open.")
            raise DeviceError(
                sentence("The memory of {device} ran out with {size} frames at a time.", device=device, size=size),
                remedy,
            ) from error
        self.batch = max(1, self.batch // 2)
        self.notice = f"Memory ran out on {device}: rendered {self.batch} frames at a time."


@contextmanager
def at_once(renderer: Renderer, patient: bool) -> Generator[None]:
    """Within it, photos are prepared, and frames made, that are wanted as soon as they can be, as a clip's first;
    `patient` as for a `Rendering`."""
    with _by_all_cores(_may_use_winograd(renderer, patient)):
        yield


def _by_all_cores(use: bool) -> AbstractContextManager[None]:
    """Convolutions by all cores where that is sooner, with compiled passes between them if `use`."""
    return winograd(use, convolutions=torch.get_num_threads() <= _FEW_THREADS)


def _may_use_winograd(renderer: Renderer, patient: bool) -> bool:
    if not renderer.compiles:
        return False
    return wait() if patient else ready()


def _made(renderer: Renderer, prepared: Prepared, keypoints: torch.Tensor, use: bool) -> Pixels:
    with winograd(use):
        return renderer.render(prepared, keypoints)


def read_only(start: int, pixels: Pixels) -> RenderedBatch:
    """`pixels` as the batch of frames from `start` on."""
    arrays = pixels.frames, pixels.synthesized, pixels.mask
    for array in arrays:
        array.flags.writeable = False
    return RenderedBatch(start, *arrays)


def frames_at_a_time(device: torch.device, frame_bytes: int) -> int:
    """What suits the device. By sizes alone, never by timing: the batch is a part of what decides a clip's bits."""
    if device.type != "cpu":
        return _BATCH[device.type]
    return max(1, min(_BATCH["cpu"], (_LARGEST_KEPT - 1) // frame_bytes))
