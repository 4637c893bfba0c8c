"""What the engine thread is asked to do, in the order that serves the user. Plain Python: no Qt, no torch.

Requests that leave something (a tile) queue; previews supersede each other and give way to them; frames at the photo's
size give way to all.
"""

from __future__ import annotations

import threading
from collections import deque

from kpvp_gui.document.inputs import AnyRequest, Kind


class Mailbox:
    """Filled by the GUI thread, emptied by the engine thread; every method may be called from either."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._queue: deque[AnyRequest] = deque()
        self._preview: AnyRequest | None = None
        self._enlarging: AnyRequest | None = None
        self._doing: AnyRequest | None = None
        self._abandoned = False
        self._closed = False

    def put(self, request: AnyRequest) -> None:
        with self._changed:
            abandoned = (Kind.PREVIEW, Kind.ENLARGE)
            if request.kind is Kind.ENLARGE:
                self._enlarging, abandoned = request, (Kind.ENLARGE,)
            elif request.kind is Kind.PREVIEW:
                self._preview = request
            else:
                self._queue.append(request)
                if request.kind not in (Kind.PICTURES, Kind.DETECT, Kind.GRID):
                    self._preview = None  # its clip would cover the one that was asked for
            self._abandoned |= self._doing is not None and self._doing.kind in abandoned
            self._changed.notify()

    def take(self) -> AnyRequest | None:
        """Wait for the next request; None once closed."""
        with self._changed:
            self._doing = None
            self._changed.wait_for(lambda: self._closed or self._queue or self._preview or self._enlarging)
            if self._closed:
                return None
            if self._queue:
                self._doing = self._queue.popleft()
            elif self._preview is not None:
                self._doing, self._preview = self._preview, None
            else:
                self._doing, self._enlarging = self._enlarging, None
            self._abandoned = False
            return self._doing

    def is_stale(self) -> bool:
        """Whether the request taken last is no longer wanted. Asked between two batches."""
        with self._changed:
            return self._abandoned or self._closed

    def clear(self) -> None:
        """Forget what waits and abandon what is being done, but for frames at the photo's size: their clip is there."""
        with self._changed:
            self._queue.clear()
            self._preview = None
            self._abandoned = self._doing is not None

    def close(self) -> None:
        with self._changed:
            self._closed = True
            self._queue.clear()
            self._preview = self._enlarging = None
            self._changed.notify()

    @property
    def closed(self) -> bool:
        with self._changed:
            return self._closed
