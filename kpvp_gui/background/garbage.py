"""Cyclic garbage is collected by the GUI thread only, in small portions.

Python collects in whichever thread happens to allocate. A dialog or job caught in a cycle would then die in the engine
thread, and a QObject that dies outside of its own thread takes the program with it. So the automatic collector is off
and a timer does its work, as soon as start-up is over: a collection among a million new objects would be a stall.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

_INTERVAL_MS = 500


class GarbageCollector(QObject):
    """Lives in the GUI thread; made once, before any other thread starts."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._thresholds = gc.get_threshold()
        self._timer = QTimer(self, interval=_INTERVAL_MS)
        self._timer.timeout.connect(self._collect)

    def begin(self) -> None:
        """Start-up is over. What is alive now stays: importing torch leaves objects that no collection need visit."""
        gc.freeze()
        self._timer.start()

    def _collect(self) -> None:
        """The oldest generation that is due, as the automatic collector would choose it."""
        for generation in (2, 1, 0):
            if gc.get_count()[generation] > self._thresholds[generation]:
                gc.collect(generation)
                return
