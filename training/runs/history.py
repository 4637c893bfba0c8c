"""What a run's events say, gathered for drawing: steps, curves, previews, speed, what went wrong. Knows no Qt.

A resumed run goes back to its last checkpoint: when a stage begins again, what it said of later steps is void.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from training.runs.events import (
    Activity,
    Event,
    Losses,
    Preview,
    RunBegan,
    RunFailed,
    RunFinished,
    StageBegan,
    Warned,
)

_FIRST_ROOM = 256


class Series:
    """A growing curve: steps int64 and values float64, strictly increasing in steps."""

    def __init__(self) -> None:
        self._steps = np.empty(_FIRST_ROOM, np.int64)
        self._values = np.empty(_FIRST_ROOM, np.float64)
        self._length = 0

    def __len__(self) -> int:
        return self._length

    @property
    def steps(self) -> np.ndarray:
        return self._steps[: self._length]

    @property
    def values(self) -> np.ndarray:
        return self._values[: self._length]

    def add(self, step: int, value: float) -> None:
        """Append; what was added for `step` and later ones is forgotten."""
        if self._length and self._steps[self._length - 1] >= step:
            self.cut(step - 1)
        if self._length == len(self._steps):
            self._steps = np.concatenate([self._steps, np.empty_like(self._steps)])
            self._values = np.concatenate([self._values, np.empty_like(self._values)])
        self._steps[self._length], self._values[self._length] = step, value
        self._length += 1

    def cut(self, last: int) -> None:
        """Forget what comes after step `last`."""
        self._length = int(np.searchsorted(self.steps, last, "right"))


@dataclass
class StageRecord:
    """One stage of a run: how far it is, and its curves by loss."""

    name: str
    steps: int
    done: int = 0
    began: bool = False
    curves: dict[str, Series] = field(default_factory=dict)


class RunHistory:
    """All that was said so far; `add` takes one event."""

    def __init__(self) -> None:
        self.name = ""
        self.stages: dict[str, StageRecord] = {}
        self.current = ""  # the stage of the newest event about one
        self.previews: list[Preview] = []
        self.latest: Losses | None = None
        self.activity: Activity | None = None  # work before and between the stages
        self.warnings: list[str] = []
        self.error: RunFailed | None = None
        self.finished: RunFinished | None = None
        self.events = 0

    def add(self, event: Event) -> None:
        self.events += 1
        match event:
            case RunBegan():
                self.name = event.name
                for planned in event.stages:
                    self.stage(planned.name).steps = planned.steps
                self._go_on()
            case StageBegan():
                self._begin(event)
            case Losses():
                self._take_losses(event)
            case Preview():
                if not self.previews or self.previews[-1].file != event.file:
                    self.previews.append(event)
            case Activity():
                self.activity = event
            case Warned():
                self.warnings.append(event.what)
            case RunFailed():
                self.error = event
            case RunFinished():
                self.finished = event
                for record in self.stages.values():
                    record.done, record.began = max(record.done, record.steps), True

    @property
    def fraction(self) -> float:
        """Share of all steps that is done, 0..1."""
        total = sum(stage.steps for stage in self.stages.values())
        done = sum(min(stage.done, stage.steps) for stage in self.stages.values())
        return 1.0 if self.finished else done / total if total else 0.0

    def stage(self, name: str) -> StageRecord:
        return self.stages.setdefault(name, StageRecord(name, 0))

    def _go_on(self) -> None:
        self.error = self.finished = self.activity = None

    def _begin(self, event: StageBegan) -> None:
        record = self.stage(event.stage)
        record.steps, record.done, record.began = event.steps, event.step, True
        for series in record.curves.values():
            series.cut(event.step)
        self.previews = [preview for preview in self.previews if not event.voids(preview.stage, preview.step)]
        self.current = record.name
        self._go_on()

    def _take_losses(self, event: Losses) -> None:
        record = self.stage(event.stage)
        record.steps, record.done, record.began = event.steps or record.steps, event.step, True
        for name, value in event.losses.items():
            record.curves.setdefault(name, Series()).add(event.step, value)
        self.current, self.latest, self.activity = record.name, event, None


def smoothed(values: np.ndarray, width: int) -> np.ndarray:
    """Mean over `width` neighbours (fewer at the ends), float64 [N]. Linear in N, whatever the width."""
    count = len(values)
    if width <= 1 or count < 3:
        return values
    half = min(width, count) // 2
    sums = np.concatenate([[0.0], np.cumsum(values)])
    here = np.arange(count)
    low, high = np.maximum(here - half, 0), np.minimum(here + half + 1, count)
    return (sums[high] - sums[low]) / (high - low)


def thinned(steps: np.ndarray, values: np.ndarray, most: int) -> tuple[np.ndarray, np.ndarray]:
    """At most about `most` points that draw the same picture: the lowest and highest of every run of neighbours."""
    count = len(steps)
    if count <= most or most < 4:
        return steps, values
    size = -(-2 * count // most)
    whole = count // size * size
    blocks = values[:whole].reshape(-1, size)
    first = np.arange(len(blocks)) * size
    ends = np.stack([first + blocks.argmin(1), first + blocks.argmax(1)], 1)
    chosen = np.concatenate([[0], np.sort(ends, 1).ravel(), np.arange(whole, count), [count - 1]])
    chosen = np.unique(chosen)
    return steps[chosen], values[chosen]
