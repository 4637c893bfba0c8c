"""What the engine thread is asked to do, in the order that serves the user. Plain Python: no Qt, no torch.

The frame under the user's hand goes first. Requests that leave something (a tile) queue; previews supersede each other
and give way to them; then a photo's figures are looked for; frames at the photo's size give way to all.
"""

from __future__ import annotations

import threading
from collections import deque

from kpvp_gui.document.inputs import AnyRequest, Inputs, Kind, Request, Retouch


class Mailbox:
    """Filled by the GUI thread, emptied by the engine thread; every method may be called from either."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._queue: deque[AnyRequest] = deque()
        self._retouch: Retouch | None = None
        self._preview: AnyRequest | None = None
        self._search: AnyRequest | None = None
        self._enlarging: AnyRequest | None = None
        self._doing: AnyRequest | None = None
        self._abandoned = False
        self._closed = False

    def put(self, request: AnyRequest) -> None:
        with self._changed:
            abandoned = (Kind.PREVIEW, Kind.ENLARGE)
            if isinstance(request, Retouch):
                self._retouch, abandoned = request, (Kind.ENLARGE,)
                self._abandoned |= self._is_redrawing(self._doing, request.clip_id)
            elif request.kind is Kind.SEARCH:
                self._search, abandoned = request, (Kind.SEARCH, Kind.ENLARGE)
            elif request.kind is Kind.ENLARGE:
                self._enlarging, abandoned = request, (Kind.ENLARGE,)
            elif request.kind is Kind.PREVIEW:
                self._preview = request
            else:
                if isinstance(request, Request) and request.kind is Kind.REDRAW:
                    kept = [other for other in self._queue if not self._is_redrawing(other, request.clip_id)]
                    self._queue = deque(kept)
                    self._abandoned |= self._is_redrawing(self._doing, request.clip_id)
                self._queue.append(request)
                if request.kind not in (Kind.PICTURES, Kind.DETECT, Kind.GRID):
                    self._preview = None  # its clip would cover the one that was asked for
            self._abandoned |= self._doing is not None and self._doing.kind in abandoned
            self._changed.notify()

    def take(self) -> AnyRequest | None:
        """Wait for the next request; None once closed."""
        with self._changed:
            self._doing = None
            self._changed.wait_for(lambda: self._closed or self._waits())
            if self._closed:
                return None
            if self._retouch is not None:
                self._doing, self._retouch = self._retouch, None
            elif self._queue:
                self._doing = self._queue.popleft()
            elif self._preview is not None:
                self._doing, self._preview = self._preview, None
            elif self._search is not None:
                self._doing, self._search = self._search, None
            else:
                self._doing, self._enlarging = self._enlarging, None
            self._abandoned = False
            return self._doing

    def take_retouch(self, inputs: Inputs) -> Retouch | None:
        """The frame under the user's hand, between two batches of a clip of `inputs`; None if another model's."""
        with self._changed:
            request = self._retouch
            if request is None or not request.inputs.same_model(inputs):
                return None
            self._retouch = None
            return request

    def is_stale(self) -> bool:
        """Whether the request taken last is no longer wanted. Asked between two batches."""
        with self._changed:
            return self._abandoned or self._closed

    def clear(self) -> None:
        """Forget what waits and abandon what is being done, but for frames at the photo's size: their clip is there."""
        with self._changed:
            self._queue.clear()
            self._retouch = self._preview = None
            self._abandoned = self._doing is not None

    def close(self) -> None:
        with self._changed:
            self._closed = True
            self._queue.clear()
            self._retouch = self._preview = self._search = self._enlarging = None
            self._changed.notify()

    @property
    def closed(self) -> bool:
        with self._changed:
            return self._closed

    def _waits(self) -> bool:
        return bool(self._retouch or self._queue or self._preview or self._search or self._enlarging)

    @staticmethod
    def _is_redrawing(request: AnyRequest | None, clip_id: str) -> bool:
        return isinstance(request, Request) and request.kind is Kind.REDRAW and request.clip_id == clip_id
