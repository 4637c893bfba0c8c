"""The playhead and what moves it: the only motion in the window. Knows a clip's length and rate, not its pixels."""

from __future__ import annotations

import time

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from kpvp_gui.document.clip_record import ClipRecord

LOOP_MODES = ("loop", "pingpong", "once")
SPEEDS = (0.25, 0.5, 1.0, 1.5, 2.0)
BIG_STEP = 5  # frames
_IDLE_FPS = 25.0  # without a clip


class Playback(QObject):
    """Moves the playhead by the clock, dropping frames when late, and waits where frames have not arrived yet.

    It plays from `first` to `last`, which are the whole clip unless a range is set. A range outlives the clip only in
    clips of the same length, so that futures, or versions of one, can be compared in it.
    """

    clip_changed = Signal()
    playhead_changed = Signal(int)
    playing_changed = Signal(bool)
    speed_changed = Signal()
    loop_mode_changed = Signal()
    range_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.speed = 1.0
        self.loop_mode = "loop"
        self.playhead = 0  # index of the frame on screen
        self.range: tuple[int, int] | None = None  # the first and last frame played; None: all
        self._clip: ClipRecord | None = None
        self._direction = 1
        self._speed_at_rest: float | None = None  # what a pause goes back to after `shuttle`
        self._due = 0.0
        self._timer = QTimer(self, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)

    @property
    def n_frames(self) -> int:
        """Of the clip; 0 without one."""
        return self._clip.n_frames if self._clip is not None else 0

    @property
    def fps(self) -> float:
        """Frames per second at speed 1."""
        return float(self._clip.fps) if self._clip is not None else _IDLE_FPS

    @property
    def first(self) -> int:
        """The first frame that is played."""
        return self.range[0] if self.range else 0

    @property
    def last(self) -> int:
        """The last frame that is played."""
        return self.range[1] if self.range else max(0, self.n_frames - 1)

    @property
    def playing(self) -> bool:
        return self._timer.isActive()

    def set_clip(self, clip: ClipRecord | None) -> None:
        """Move within this clip from now on. The playhead stays where it is, as far as the clip goes."""
        before = self.n_frames
        self._clip = clip
        if clip is None:
            self.pause()
        if self.n_frames != before:
            self.clear_range()
        self.set_playhead(self.playhead)
        self.clip_changed.emit()

    def set_playhead(self, index: int) -> None:
        index = max(0, min(index, self.n_frames - 1)) if self.n_frames else 0
        if index != self.playhead:
            self.playhead = index
            self.playhead_changed.emit(index)

    # What is played

    def begin_range(self) -> None:
        """Play from the playhead on."""
        self._set_range(self.playhead, self.last if self.last > self.playhead else self.n_frames - 1)

    def end_range(self) -> None:
        """Play up to the playhead."""
        self._set_range(self.first if self.first < self.playhead else 0, self.playhead)

    def clear_range(self) -> None:
        """Play the whole clip."""
        if self.range is not None:
            self.range = None
            self.range_changed.emit()

    def _set_range(self, first: int, last: int) -> None:
        if self.n_frames and (first, last) != self.range:
            whole = (first, last) == (0, self.n_frames - 1)
            self.range = None if whole else (first, last)
            self.range_changed.emit()

    # Playing

    def play(self, backwards: bool = False) -> None:
        """From where the playhead is; where "once" has come to its end, from the beginning."""
        if self.playing or not self.n_frames:
            return
        self._direction = -1 if backwards else 1
        start, end = (self.last, self.first) if backwards else (self.first, self.last)
        if self.loop_mode == "once" and self.playhead == end:
            self.set_playhead(start)
        self._due = time.perf_counter() + self._interval()
        self._timer.start(self._milliseconds())
        self.playing_changed.emit(True)

    def pause(self) -> None:
        if self.playing:
            self._timer.stop()
            if self._speed_at_rest is not None:
                self.speed, self._speed_at_rest = self._speed_at_rest, None
                self.speed_changed.emit()
            self.playing_changed.emit(False)

    def shuttle(self, backwards: bool) -> None:
        """Play that way; if it does already, play faster until the next pause."""
        if self.playing and (self._direction < 0) == backwards:
            faster = next((speed for speed in SPEEDS if speed > self.speed), self.speed)
            kept = self.speed if self._speed_at_rest is None else self._speed_at_rest
            self.set_speed(faster)
            self._speed_at_rest = kept
        else:
            self.pause()
            self.play(backwards)

    def toggle(self) -> None:
        """Play or pause."""
        self.pause() if self.playing else self.play()

    def scrub(self, index: int) -> None:
        """Pause and go to a frame."""
        self.pause()
        self.set_playhead(index)

    def step(self, frames: int) -> None:
        """Pause and go `frames` on (or back)."""
        self.scrub(self.playhead + frames)

    def set_speed(self, speed: float) -> None:
        self.speed, self._speed_at_rest = speed, None
        if self.playing:
            self._timer.setInterval(self._milliseconds())
        self.speed_changed.emit()

    def set_loop_mode(self, mode: str) -> None:
        """One of `LOOP_MODES`."""
        self.loop_mode = mode
        self.loop_mode_changed.emit()

    def _interval(self) -> float:
        return 1.0 / (self.fps * self.speed)

    def _milliseconds(self) -> int:
        return max(1, round(1000 * self._interval()))

    def _tick(self) -> None:
        now = time.perf_counter()
        steps = 1 + max(0, int((now - self._due) / self._interval()))
        self._due = max(self._due + steps * self._interval(), now)
        target = self.playhead
        for _ in range(min(steps, self.n_frames)):
            following = self._next(target)
            if following is None:
                self.pause()
                break
            if self._clip is None or not self._clip.is_ready(following):
                break
            target = following
        self.set_playhead(target)

    def _next(self, index: int) -> int | None:
        """The frame after `index` in this loop mode and range, or None at the end of "once"."""
        first, last = self.first, self.last
        if first <= index + self._direction <= last:
            return index + self._direction
        start = first if self._direction > 0 else last
        if not first <= index <= last:
            return start
        if self.loop_mode == "once":
            return None
        if self.loop_mode == "pingpong" and first < last:
            self._direction = -self._direction
            return index + self._direction
        return start
