"""How soon the frame follows the hand, from the mouse event to the frame being painted: scrubbing, and bending.

`python -m tests.bench.editing [--json]`. The real studio, without a screen unless QT_QPA_PLATFORM says otherwise.
`scrub` is the wait for another frame of a finished clip, `follow` that for the frame of a keypoint being dragged; the
bars are of an idle machine, on a busy one "own work" (the processor time of all the studio's threads within that wait)
says what the studio itself takes. `burst` is a mouse that moves 125 times a second: moves that another overtakes get no
frame. `redraw` is the clip after letting go.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from pathlib import Path

import numpy as np

from tests.bench import studio

SCRUB_BAR_MS, BAR_MS = 16, 25
_MOVES = 40
_MOUSE_S = 0.008


class Watch:
    """When frames of moves were painted."""

    def __init__(self, window) -> None:
        self.view, self.document = window.canvas.clip_view, window.document
        self.moved = self.painted = self.work = 0.0
        self._arrived, self._began = False, 0.0
        self.document.making.frames_arrived.connect(self._arrives)
        original = self.view.paintEvent

        def paint(event) -> None:
            original(event)
            if self._arrived:
                self._arrived, self.painted = False, time.perf_counter()
                self.work = time.process_time() - self._began

        self.view.paintEvent = paint

    def _arrives(self, _clip_id: str, start: int, _stop: int) -> None:
        self._arrived = self._arrived or start == self.document.playback.playhead

    def expect(self) -> None:
        """The next picture painted is the one waited for, wherever it comes from."""
        self._arrived, self.painted = True, 0.0

    def send(self, kind, position, to=None) -> None:
        """A mouse event at a `position` of the widget `to`, else of the canvas."""
        from PySide6.QtCore import QEvent, QPointF, Qt
        from PySide6.QtGui import QMouseEvent
        from PySide6.QtWidgets import QApplication

        left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
        button = none if kind == QEvent.Type.MouseMove else left
        held = none if kind == QEvent.Type.MouseButtonRelease else left
        target = to or self.view
        screen = QPointF(target.mapToGlobal(position))
        event = QMouseEvent(kind, position, screen, button, held, Qt.KeyboardModifier.NoModifier)
        self.moved, self._began = time.perf_counter(), time.process_time()
        QApplication.sendEvent(target, event)


def script(figures: dict[str, float], home: Path):
    """The steps, for `studio.run`."""
    from PySide6.QtCore import QEvent, QPointF

    kinds = QEvent.Type

    def steps(window):
        document = window.document
        yield lambda: studio.engine_is_ready(window)
        document.set_photo(_photo(home))
        yield lambda: document.clips.current is not None and document.clips.current.finished
        yield 0.5
        document.playback.pause()
        document.playback.set_playhead(12)
        watch = Watch(window)
        yield from _scrub(window, watch, figures)
        window.canvas.strip.edit_action.trigger()
        yield 0.5
        start = QPointF(*watch.view.keypoint_positions(12)[0])
        watch.send(kinds.MouseButtonPress, start)
        waits, work = [], []
        for step in range(_MOVES + 5):
            watch.painted = 0.0
            watch.send(kinds.MouseMove, start + QPointF(12 + 2 * (step % 20), step % 7))
            yield lambda: watch.painted > 0
            waits.append(1000 * (watch.painted - watch.moved))
            work.append(1000 * watch.work)
            yield 0.02
        figures["follow_ms"], figures["follow_p95_ms"] = _middle(waits[5:])  # the first ones prepare the source
        figures["follow_work_ms"], _ = _middle(work[5:])
        shown: list[float] = []
        document.making.frames_arrived.connect(lambda *_: shown.append(time.perf_counter()))
        for step in range(_MOVES):
            watch.send(kinds.MouseMove, start + QPointF(12 + step, 5 + step % 5))
            yield _MOUSE_S
        yield lambda: watch.painted > watch.moved
        figures["burst_moves"], figures["burst_shown"] = _MOVES, len(shown)
        figures["burst_last_ms"] = round(1000 * (watch.painted - watch.moved), 1)
        released = time.perf_counter()
        watch.send(kinds.MouseButtonRelease, start + QPointF(60, 5))
        yield lambda: document.clips.current.finished
        figures["redraw_ms"] = round(1000 * (time.perf_counter() - released), 1)

    return steps


def _scrub(window, watch: Watch, figures: dict[str, float]):
    from PySide6.QtCore import QEvent, QPointF

    scrubber, kinds, waits = window.transport.slider, QEvent.Type, []
    for step in range(_MOVES):
        frame = (13 + 7 * step) % 32
        watch.expect()
        kind = kinds.MouseMove if step else kinds.MouseButtonPress
        watch.send(kind, QPointF(scrubber.position_of(frame + scrubber.minimum()), scrubber.height() / 2), scrubber)
        yield lambda: watch.painted > 0
        waits.append(1000 * (watch.painted - watch.moved))
        yield 0.02
    watch.send(kinds.MouseButtonRelease, QPointF(scrubber.position_of(12), scrubber.height() / 2), scrubber)
    window.document.playback.set_playhead(12)
    figures["scrub_ms"], figures["scrub_p95_ms"] = _middle(waits)


def _photo(home: Path):
    from engine.media.photo import read_photo

    return read_photo(studio.make_photo(home / "photo.jpg", 512, 512))


def _middle(waits: list[float]) -> tuple[float, float]:
    return round(float(np.median(waits)), 1), round(float(np.percentile(waits, 95)), 1)


def main() -> int:
    """The status tells whether the studio came through, not whether it kept the bar."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true")
    as_json = parser.parse_args().json
    home = studio.prepare()
    figures: dict[str, float] = {}
    status = studio.run(script(figures, home))
    if as_json or not figures:
        print(json.dumps(figures))
    else:
        tail = f"(95 %: {figures['scrub_p95_ms']:.1f})   bar {SCRUB_BAR_MS} ms"
        print(f"scrubbing            {figures['scrub_ms']:7.1f} ms {tail}")
        tail = f"(95 %: {figures['follow_p95_ms']:.1f}; own work {figures['follow_work_ms']:.1f})   bar {BAR_MS} ms"
        print(f"frame under the hand {figures['follow_ms']:7.1f} ms {tail}")
        print(f"in a fast drag       {figures['burst_shown']:.0f} of {figures['burst_moves']:.0f} moves had a frame")
        print(f"last move's frame    {figures['burst_last_ms']:7.1f} ms")
        print(f"clip after letting go{figures['redraw_ms']:7.1f} ms")
    return status


if __name__ == "__main__":
    sys.exit(main())
