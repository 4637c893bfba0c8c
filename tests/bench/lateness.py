"""How late things were, counted by tenths of a millisecond: half an hour of beats takes as much memory as a second."""

from __future__ import annotations

_STEPS_PER_MS = 10
_LONGEST_MS = 10_000


class Lateness:
    """Counts of durations; those beyond 10 s are one, but for the longest."""

    def __init__(self) -> None:
        self.count, self.longest = 0, 0.0  # ms
        self._counts = [0] * (_STEPS_PER_MS * _LONGEST_MS + 1)

    def add(self, milliseconds: float) -> None:
        self.count += 1
        self.longest = max(self.longest, milliseconds)
        self._counts[min(int(_STEPS_PER_MS * max(0.0, milliseconds)), len(self._counts) - 1)] += 1

    def percentile(self, percent: float) -> float:
        """The upper end, in ms, of the tenth below which `percent` of all lie; 0 without any."""
        wanted, seen = self.count * percent / 100, 0
        for step, count in enumerate(self._counts):
            seen += count
            if count and seen >= wanted:
                last = step + 1 == len(self._counts)
                return self.longest if last else min((step + 1) / _STEPS_PER_MS, self.longest)
        return 0.0
