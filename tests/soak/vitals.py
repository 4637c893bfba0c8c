"""What a process takes of the machine, looked at from time to time: memory, files, threads. And how it grew."""

from __future__ import annotations

from typing import NamedTuple

import psutil


class Vitals(NamedTuple):
    """At one moment: MiB resident, files and sockets open, threads."""

    memory: float
    files: int
    threads: int


def vitals() -> Vitals:
    process = psutil.Process()
    return Vitals(process.memory_info().rss / 2**20, process.num_fds(), process.num_threads())


def growth(seen: list[Vitals], warm_up: float) -> Vitals:
    """From after the first part `warm_up` of all looks to the end, the median of a tenth of the looks at either side.

    memory: in percent; files and threads: how many more.
    """
    after = seen[int(len(seen) * warm_up) :]
    few = max(1, len(after) // 10)
    first, last = (_middle(part) for part in (after[:few], after[-few:]))
    return Vitals(100 * (last.memory / first.memory - 1), last.files - first.files, last.threads - first.threads)


def _middle(part: list[Vitals]) -> Vitals:
    return Vitals(*(sorted(values)[len(part) // 2] for values in zip(*part, strict=True)))
