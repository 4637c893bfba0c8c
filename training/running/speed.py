"""How fast the steps of a stage go by, and how long the run will still take at that speed."""

from __future__ import annotations

import time

from training.running import processes
from training.running.stage import Stage


class Speed:
    """How fast steps go by between two reports, pauses left out, and what share of that waits for data."""

    def __init__(self, stage: Stage, done: int, later: float) -> None:
        """later: how long the stages after this one will take, in steps of this one."""
        self._stage, self._later = stage, later
        self._begin(done)

    def leave_out(self, seconds: float) -> None:
        self._began += seconds

    def measure(self, done: int) -> dict[str, float]:
        """The figures since the last call, in the words of the `losses` event."""
        seconds = max(time.monotonic() - self._began, 1e-6)
        per_second = (done - self._since) / seconds
        waited = self._stage.data_seconds - self._waited
        self._begin(done)
        return {
            "steps_per_s": round(per_second, 3),
            "images_per_s": round(per_second * self._stage.pairs_per_step * processes.count(), 2),
            "data_share": round(min(max(waited / seconds, 0.0), 1.0), 4),
            "eta_s": round((self._stage.steps - done) / per_second, 1),
            "run_eta_s": round((self._stage.steps - done + self._later) / per_second, 1),
        }

    def _begin(self, done: int) -> None:
        self._began, self._since = time.monotonic(), done
        self._waited = self._stage.data_seconds
