"""Threads that render batches side by side, one for each core, each of which computes with one thread of its own.

The other way, all cores in every convolution, has them wait for each other some hundred times per frame; where another
program takes one core for a while, all of them wait for it. Here nothing waits but a clip's next batch.
"""

from __future__ import annotations

import functools
import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import ParamSpec, TypeVar

import torch

Arguments = ParamSpec("Arguments")
Result = TypeVar("Result")


class Workers:
    """`count` threads, started at once; they end with the program."""

    def __init__(self, count: int) -> None:
        self.count = count
        threads = torch.get_num_threads()
        self._pool = ThreadPoolExecutor(count, "renders", _compute_alone)
        # What a thread sets for itself becomes the default of threads to come: put it back once all have begun.
        begun = threading.Barrier(count + 1)
        for _ in range(count):
            self._pool.submit(begun.wait)
        begun.wait()
        torch.set_num_threads(threads)

    def submit(
        self, work: Callable[Arguments, Result], *args: Arguments.args, **more: Arguments.kwargs
    ) -> Future[Result]:
        """`work` of the arguments, by the next worker that is free."""
        return self._pool.submit(work, *args, **more)


def worker_count(device: torch.device) -> int:
    """How many workers there are for a device: as many as torch has threads on a CPU, 1 where it computes alone."""
    return torch.get_num_threads() if device.type == "cpu" else 1


@functools.cache
def workers(count: int) -> Workers:
    """The program's `count` workers, which all models share."""
    return Workers(count)


def _compute_alone() -> None:
    """For the calling thread, whose number torch would set at first use: it is asked for before it is changed."""
    torch.get_num_threads()
    torch.set_num_threads(1)
