"""What a run's events tell, gathered for drawing: steps, curves, previews, speed, what went wrong. Knows no Qt.

A resumed run goes back to its last checkpoint: a `stage` event voids what that stage told of later steps.
"""

from __future__ import annotations

from bisect import bisect_right
from contextlib import suppress
from dataclasses import dataclass, field

import numpy as np

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
        """Append; steps told before from `step` on are forgotten."""
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

    @property
    def complete(self) -> bool:
        return self.began and self.done >= self.steps


@dataclass(frozen=True)
class PreviewRecord:
    """A picture in the run's `previews` folder."""

    stage: str
    step: int
    file: str
    columns: tuple[str, ...] = ()  # what the picture's columns are, from left to right


class RunHistory:
    """Everything told so far. `add` takes one event and says whether it voided something told earlier."""

    def __init__(self) -> None:
        self.name = ""
        self.preset = ""
        self.stages: dict[str, StageRecord] = {}
        self.current = ""  # the stage of the newest event about one
        self.previews: list[PreviewRecord] = []
        self.latest: dict = {}  # the newest `losses` event: images_per_s, eta_s, data_share, rate
        self.activity: tuple[str, int, int] = ("", 0, 0)  # kind, done, total, of work before and between the stages
        self.best: dict[str, tuple[int, float]] = {}  # stage -> (step, score) of its best checkpoint
        self.warnings: list[str] = []
        self.error: tuple[str, str] | None = None  # what, remedy
        self.finished: dict | None = None
        self.events = 0

    def add(self, event: dict) -> None:
        self.events += 1
        handler = getattr(self, f"_on_{event.get('event')}", None)
        if handler is not None:
            with suppress(KeyError, TypeError, ValueError):  # a foreign or damaged event must not end the watching
                handler(event)

    @property
    def fraction(self) -> float:
        """Share of all steps that is done, 0..1."""
        total = sum(stage.steps for stage in self.stages.values())
        done = sum(min(stage.done, stage.steps) for stage in self.stages.values())
        return 1.0 if self.finished else done / total if total else 0.0

    def stage(self, name: str) -> StageRecord:
        return self.stages.setdefault(name, StageRecord(name, 0))

    def _on_run(self, event: dict) -> None:
        self.name, self.preset = str(event.get("name", "")), str(event.get("preset", ""))
        for told in event.get("stages", []):
            self.stage(str(told["name"])).steps = int(told["steps"])
        self._go_on()

    def _go_on(self) -> None:
        self.error, self.finished, self.activity = None, None, ("", 0, 0)

    def _on_stage(self, event: dict) -> None:
        record = self.stage(str(event["stage"]))
        first = int(event.get("step", 0))
        record.steps, record.done, record.began = int(event["steps"]), first, True
        for series in record.curves.values():
            series.cut(first)
        self.previews = [p for p in self.previews if p.stage != record.name or p.step <= first]
        self.current = record.name
        self._go_on()

    def _on_losses(self, event: dict) -> None:
        record = self.stage(str(event["stage"]))
        step = int(event["step"])
        record.steps, record.done, record.began = int(event.get("steps", record.steps)), step, True
        for name, value in event["losses"].items():
            record.curves.setdefault(name, Series()).add(step, float(value))
        self.current, self.latest, self.activity = record.name, event, ("", 0, 0)

    def _on_preview(self, event: dict) -> None:
        columns = tuple(map(str, event.get("columns", ())))
        new = PreviewRecord(str(event["stage"]), int(event["step"]), str(event["file"]), columns)
        if not self.previews or self.previews[-1].file != new.file:
            self.previews.append(new)

    def _on_checkpoint(self, event: dict) -> None:
        if event.get("best") and event.get("score") is not None:
            self.best[str(event["stage"])] = (int(event["step"]), float(event["score"]))

    def _progress(self, event: dict) -> None:
        self.activity = (event["event"], int(event["done"]), int(event["total"]))

    _on_hashing = _on_probing = _on_drawing = _on_decoding = _on_pseudo_labels = _progress

    def _on_warning(self, event: dict) -> None:
        self.warnings.append(str(event["what"]))

    def _on_error(self, event: dict) -> None:
        self.error = (str(event.get("what", "")), str(event.get("remedy", "")))

    def _on_finished(self, event: dict) -> None:
        self.finished = event
        for record in self.stages.values():
            record.done, record.began = max(record.done, record.steps), True


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


def nearest_preview(previews: list[PreviewRecord], stage: str, step: int) -> int:
    """Index of the newest preview of `stage` at or before `step`; -1 when there is none."""
    own = [index for index, preview in enumerate(previews) if preview.stage == stage]
    place = bisect_right([previews[index].step for index in own], step)
    return own[place - 1] if place else -1
