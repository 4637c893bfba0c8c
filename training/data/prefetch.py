"""The next sample is made in a thread while the present one is learned from. Knows neither data nor torch.

Which sample is number n does not change by it: the thread only calls the maker earlier.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Generic, TypeVar

Sample = TypeVar("Sample")


class Prefetch(Generic[Sample]):
    """`get(n)` gives `make(n)`, for n below `end`; `waited` is how many seconds callers have waited for it in all."""

    def __init__(self, make: Callable[[int], Sample], end: int) -> None:
        self._make, self._end = make, end
        self._worker = ThreadPoolExecutor(1, "samples")
        self._coming: tuple[int, Future] | None = None
        self.waited = 0.0

    def get(self, n: int) -> Sample:
        """Sample n; number n + 1 is begun. Raises what making it raised."""
        began = time.perf_counter()
        if self._coming is None or self._coming[0] != n:
            self._coming = self._begun(n)
        _, future = self._coming
        self._coming = None
        sample = future.result()
        self.waited += time.perf_counter() - began
        if n + 1 < self._end:
            self._coming = self._begun(n + 1)
        return sample

    def _begun(self, n: int) -> tuple[int, Future]:
        return n, self._worker.submit(self._make, n)
