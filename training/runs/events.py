"""What a run says while it trains: a type for every kind of event, and the one writer and reader of their lines.

A line of `events.jsonl` is {"time": seconds, "event": KIND, ...fields}. Reading passes over what is broken, keys that
the type does not know and values that do not fit; a line of a kind that is not known here, or without what its kind
must have, becomes `Foreign`. So a run made by an older or newer program is read as far as it is understood.
"""

from __future__ import annotations

import json
import math
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import MISSING, dataclass, field, fields
from functools import cache
from typing import Any

LINE_BEGINS = '{"time"'  # so that a log can tell an event from other output


@dataclass(frozen=True)
class Event:
    """Something a run said."""

    @property
    def kind(self) -> str:
        """The word for it on disk."""
        return _KINDS[type(self)]


_UNSAID = {"unsaid": True}  # of a field that the line leaves out while it is None


@dataclass(frozen=True)
class Planned:
    """A stage that a run will go through."""

    name: str
    steps: int


@dataclass(frozen=True)
class Reached:
    """How far a run had come: a step of a stage."""

    stage: str | None
    step: int


@dataclass(frozen=True)
class RunBegan(Event):
    """A process begins to train the run, or goes on with it after a checkpoint."""

    name: str = ""
    preset: str = ""
    stages: tuple[Planned, ...] = ()
    resumed_from: Reached | None = field(default=None, metadata=_UNSAID)


@dataclass(frozen=True)
class Data(Event):
    """What is learned from; said before and after the clips are opened."""

    source: str = ""
    clips: int = 0
    held_out: int | None = field(default=None, metadata=_UNSAID)
    size: int = 0  # px


@dataclass(frozen=True)
class Activity(Event):
    """How far work outside the steps is. `name` is one of ACTIVITIES, and the event's kind."""

    name: str
    done: int
    total: int

    @property
    def kind(self) -> str:
        return self.name

    @property
    def fraction(self) -> float:
        """0..1"""
        return self.done / max(self.total, 1)


HASHING, PROBING, DRAWING, DECODING, FINDING_KEYPOINTS = "hashing", "probing", "drawing", "decoding", "pseudo_labels"
ACTIVITIES = (HASHING, PROBING, DRAWING, DECODING, FINDING_KEYPOINTS)


@dataclass(frozen=True)
class StageBegan(Event):
    """A stage begins, or goes on after `step`: what it said of later steps is void."""

    stage: str
    step: int
    steps: int

    def voids(self, stage: str, step: int) -> bool:
        """Whether what was said of a step of a stage no longer counts."""
        return stage == self.stage and step > self.step


@dataclass(frozen=True)
class Losses(Event):
    """The losses of a step, the speed since the last such event, and the time that is left in seconds."""

    stage: str
    step: int
    steps: int = 0
    steps_per_s: float | None = field(default=None, metadata=_UNSAID)
    images_per_s: float | None = field(default=None, metadata=_UNSAID)
    data_share: float | None = field(default=None, metadata=_UNSAID)  # 0..1 of the time, spent waiting for data
    eta_s: float | None = field(default=None, metadata=_UNSAID)  # of this stage
    run_eta_s: float | None = field(default=None, metadata=_UNSAID)
    rate: float | None = field(default=None, metadata=_UNSAID)
    losses: dict[str, float] = field(default_factory=dict)


@dataclass(frozen=True)
class Preview(Event):
    """A picture in the run's `previews` folder; `columns` say what it shows, from left to right."""

    stage: str
    step: int
    file: str
    columns: tuple[str, ...] = ()


@dataclass(frozen=True)
class CheckpointSaved(Event):
    """A checkpoint was written; `score` (lower is better) is that of a best one."""

    stage: str
    step: int
    best: bool = False
    score: float | None = field(default=None, metadata=_UNSAID)


@dataclass(frozen=True)
class CheckpointUnreadable(Event):
    """A damaged checkpoint was passed over."""

    file: str = ""
    error: str = ""


@dataclass(frozen=True)
class FinishedEarly(Event):
    """A stage was ended before its last step."""

    stage: str
    step: int


@dataclass(frozen=True)
class Warned(Event):
    """Something went otherwise than was asked for; the run goes on."""

    what: str


@dataclass(frozen=True)
class _Interruption(Event):
    """Something that a watcher asked for: at a step of a stage, or during one of ACTIVITIES."""

    stage: str | None = field(default=None, metadata=_UNSAID)
    step: int | None = field(default=None, metadata=_UNSAID)
    during: str | None = field(default=None, metadata=_UNSAID)


@dataclass(frozen=True)
class RunPaused(_Interruption):
    """The process waits for another command."""


@dataclass(frozen=True)
class RunResumed(_Interruption):
    """The pause is over."""


@dataclass(frozen=True)
class RunStopped(_Interruption):
    """The process saved and ended; the run can be resumed."""


@dataclass(frozen=True)
class RunCancelled(_Interruption):
    """The process ended without saving; the run can be resumed."""


@dataclass(frozen=True)
class RunFailed(Event):
    """What ended the run, and what to do about it."""

    what: str = ""
    remedy: str = ""


@dataclass(frozen=True)
class Installing(Event):
    """The finished bundle is about to be copied to `path` in the models folder."""

    path: str


@dataclass(frozen=True)
class RunFinished(Event):
    """The run is done. `model` is its bundle's file name, `installed` the path of the copy in the models folder."""

    model: str = ""
    installed: str | None = None


@dataclass(frozen=True)
class Foreign(Event):
    """An event that this program does not understand."""

    name: str

    @property
    def kind(self) -> str:
        return self.name


_TYPES: dict[str, type[Event]] = {
    "run": RunBegan,
    "data": Data,
    "stage": StageBegan,
    "losses": Losses,
    "preview": Preview,
    "checkpoint": CheckpointSaved,
    "checkpoint_unreadable": CheckpointUnreadable,
    "finished_early": FinishedEarly,
    "warning": Warned,
    "paused": RunPaused,
    "resumed": RunResumed,
    "stopped": RunStopped,
    "cancelled": RunCancelled,
    "error": RunFailed,
    "installing": Installing,
    "finished": RunFinished,
}
_KINDS = {cls: kind for kind, cls in _TYPES.items()}


def line_of(event: Event) -> str:
    """The event as a line of `events.jsonl`, now, without its end."""
    said: dict[str, Any] = {"time": round(time.time(), 3), "event": event.kind}
    for item in fields(event):
        value = getattr(event, item.name)
        if not (value is None and "unsaid" in item.metadata):
            said[item.name] = value
    if isinstance(event, Activity):
        del said["name"]  # its kind says it
    return json.dumps(said, default=lambda value: vars(value))


def events_in(lines: Iterable[bytes]) -> Iterator[Event]:
    """The events in the lines of a run's file, each read when it is asked for."""
    for line in lines:
        try:
            record = json.loads(line)
        except (ValueError, RecursionError):
            continue
        if isinstance(record, dict) and isinstance(record.get("event"), str):
            yield _read(record["event"], record)


def _read(kind: str, record: dict[str, Any]) -> Event:
    if kind in ACTIVITIES:
        cls, values = Activity, {"name": kind}
    elif kind in _TYPES:
        cls, values = _TYPES[kind], {}
    else:
        return Foreign(kind)
    for name, convert, required in _reading(cls):
        value = record.get(name)
        if value is not None:
            try:
                values[name] = convert(value)
                continue
            except (TypeError, ValueError, KeyError, AttributeError, OverflowError):
                pass
        if required and name not in values:
            return Foreign(kind)
    return cls(**values)


@cache
def _reading(cls: type[Event]) -> tuple[tuple[str, Callable[[Any], Any], bool], ...]:
    """(field, what makes its value of JSON, whether an event must have it) of every field."""
    return tuple(
        (item.name, _CONVERT[str(item.type)], item.default is MISSING and item.default_factory is MISSING)
        for item in fields(cls)
    )


_LONGEST_TEXT = 4000  # characters that any event has a use for
_LARGEST_COUNT = 2**53  # curves count steps in int64, and JSON's readers elsewhere in float64


def _text(value: Any) -> str:
    return str(value)[:_LONGEST_TEXT]


def _count(value: Any) -> int:
    number = int(value)
    if not 0 <= number <= _LARGEST_COUNT:
        raise ValueError("no count")
    return number


def _number(value: Any) -> float:
    number = float(value)
    if not math.isfinite(number):
        raise ValueError("no finite number")
    return number


_CONVERT: dict[str, Callable[[Any], Any]] = {
    "str": _text,
    "str | None": _text,
    "int": _count,
    "int | None": _count,
    "float | None": _number,
    "bool": bool,
    "tuple[str, ...]": lambda names: tuple(map(_text, names)),
    "dict[str, float]": lambda losses: {_text(name): _number(value) for name, value in losses.items()},
    "tuple[Planned, ...]": lambda stages: tuple(Planned(_text(s["name"]), _count(s["steps"])) for s in stages),
    "Reached | None": lambda at: Reached(at.get("stage") and _text(at["stage"]), _count(at.get("step") or 0)),
}
