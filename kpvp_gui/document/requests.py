"""The requests that have not been answered yet, and the clips being filled by their answers. Knows no Qt."""

from __future__ import annotations

import itertools
from dataclasses import replace

from kpvp_gui.document.clip_record import ClipRecord
from kpvp_gui.document.inputs import Inputs, Kind, Request


class Requests:
    """Numbers requests in the order they are made; an answer to one that was withdrawn finds nothing here."""

    def __init__(self) -> None:
        self._numbers = itertools.count(1)
        self._last = 0
        self._waiting: dict[str, Request] = {}
        self._filling: dict[str, ClipRecord] = {}

    def __len__(self) -> int:
        return len(self._waiting)

    def __contains__(self, clip_id: str) -> bool:
        return clip_id in self._waiting

    @property
    def names(self) -> list[str]:
        return list(self._waiting)

    @property
    def following(self) -> int:
        """The number of the next request."""
        return self._last + 1

    @property
    def progress(self) -> float | None:
        """0..1 of the clip being made; None when nothing is wanted."""
        making = next((self._filling[name] for name in self._waiting if name in self._filling), None)
        if making is not None:
            return making.ready / making.n_frames
        return 0.0 if self._waiting else None

    def make(self, kind: Kind, inputs: Inputs, first_frame: int, again: ClipRecord | None = None) -> Request:
        """A new request; `again` is the clip whose frames are wanted once more. It supersedes waiting previews.

        A redrawing has a name of its own: answers to an earlier one of the same clip then find nothing.
        """
        for old in [name for name, request in self._waiting.items() if request.kind is Kind.PREVIEW]:
            self.withdraw(old)
        self._last = next(self._numbers)
        name = f"{kind.name.lower()}-{self._last}"
        request = Request(name, kind, inputs, first_frame, self._last)
        if again is not None and kind is Kind.REDRAW:
            self.withdraw_redrawing(again)
            request = replace(request, future=again.future, clip_id=again.id)
        elif again is not None:
            request = replace(request, id=again.id)
        self._waiting[request.id] = request
        if again is not None:
            self._filling[request.id] = again
        return request

    def withdraw_redrawing(self, record: ClipRecord) -> None:
        """Forget that a clip is to be redrawn."""
        for old in [name for name, request in self._waiting.items() if request.clip_id == record.id]:
            self.withdraw(old)

    def fills(self, record: ClipRecord) -> bool:
        """Whether frames of a clip are on their way."""
        return any(record is other for other in self._filling.values())

    def asked_for(self, inputs: Inputs) -> bool:
        """Whether a tile of these inputs is on its way."""
        return any(r.kind is Kind.GENERATE and r.inputs.same_as(inputs) for r in self._waiting.values())

    def begin(self, record: ClipRecord) -> Request | None:
        """The request that `record` answers, from now on filled; None if it was withdrawn."""
        request = self._waiting.get(record.id)
        if request is not None:
            self._filling.setdefault(record.id, record)
        return request

    def filled(self, clip_id: str) -> ClipRecord | None:
        """The clip being filled for a request that is still wanted."""
        return self._filling.get(clip_id) if clip_id in self._waiting else None

    def withdraw(self, clip_id: str) -> tuple[Request | None, ClipRecord | None]:
        """Forget a request, answered or not: what it was, and the clip that was being filled."""
        return self._waiting.pop(clip_id, None), self._filling.pop(clip_id, None)
