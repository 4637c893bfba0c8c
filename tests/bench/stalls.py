"""How long the window does not answer: the longest gap between two beats of a 1 ms timer, phase by phase.

`python -m tests.bench.stalls [--json]`. The real studio, without a screen unless QT_QPA_PLATFORM says otherwise, goes
through start-up, opening photos, generating, dragging, playing, bending the motion, undoing, mixing actions, many
futures at a time, projects and exporting. The bars are of an idle machine: on a busy one, "own work" (processor time
that the window's thread spent within one gap) tells what the studio itself is to blame for, though not what it waited
for other threads of the studio.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np

from engine.formats.table import FORMATS
from tests.bench import studio
from tests.bench.lateness import Lateness

BARS_MS = {"start-up": 300}
OTHER_BAR_MS = 50
TAIL_BAR_MS = 16  # 99th percentile


class Pulse:
    """A timer that wants to fire every millisecond, and how late it was, by phase."""

    def __init__(self, parent) -> None:
        from PySide6.QtCore import Qt, QTimer

        self.phases: dict[str, tuple[Lateness, Lateness]] = {}  # how late, and the processor time of the gap
        self._now: tuple[Lateness, Lateness] | None = None
        self._last = self._last_work = 0.0
        timer = QTimer(parent, timerType=Qt.TimerType.PreciseTimer, interval=1)
        timer.timeout.connect(self._beat)
        timer.start()

    def phase(self, name: str | None) -> None:
        """From here on count for `name`, or for nothing."""
        self._now = None if name is None else self.phases.setdefault(name, (Lateness(), Lateness()))
        self._last, self._last_work = time.perf_counter(), time.thread_time()

    def _beat(self) -> None:
        now, work = time.perf_counter(), time.thread_time()
        if self._now is not None:
            late, own = self._now
            late.add(max(0.0, 1000 * (now - self._last) - 1))
            own.add(1000 * (work - self._last_work))
        self._last, self._last_work = now, work

    def figures(self) -> dict[str, dict[str, float]]:
        """{phase: {longest_ms, p99_ms, own_work_ms, own_p99_ms, beats}}.

        The 99th percentiles are of all beats; `own_work_ms` is the most processor time spent within one gap.
        """
        result = {}
        for name, (late, own) in self.phases.items():
            result[name] = {
                "longest_ms": round(late.longest, 1),
                "p99_ms": round(late.percentile(99), 1),
                "own_work_ms": round(own.longest, 1),
                "own_p99_ms": round(own.percentile(99), 1),
                "beats": late.count,
            }
        return result


def script(pulse_out: list[Pulse], home: Path):
    """The steps, for `studio.run`."""

    def steps(window):
        document = window.document
        pulse = Pulse(window)
        pulse_out.append(pulse)
        pulse.phase("start-up")  # the window was painted in the turn before
        yield lambda: studio.engine_is_ready(window)
        pulse.phase(None)
        photos = [studio.make_photo(home / name) for name in ("first.jpg", "second.png", "third.webp")]
        yield 1.0
        for photo in photos:
            pulse.phase("opening photos")
            before = document.photo
            document.open_photo(photo)
            yield lambda before=before: document.photo is not before
            yield 0.3
            pulse.phase(None)
            yield lambda: not document.making.busy
        pulse.phase("generating")
        for _ in range(5):
            document.generate()
            yield 0.1
        yield lambda: not document.making.busy
        pulse.phase("dragging the crop")
        crop = document.crop
        for step in range(40):
            document.set_crop(crop.x + 4 * step, crop.y, crop.size - 4 * step, final=step == 39)
            yield 0.03
        yield lambda: not document.making.busy
        pulse.phase("playing, all overlays")
        document.set_overlays(("frame", "synthesized", "mask", "keypoints", "trails"))
        document.playback.play()
        yield 4.0
        document.set_overlays(("frame", "keypoints", "trails"))
        pulse.phase("scrubbing")
        document.playback.pause()
        for step in range(64):
            document.playback.set_playhead(step % 32)
            document.select_keypoints({step % 7})
            yield 0.02
        pulse.phase("bending the motion")
        for gesture in range(3):
            document.editing.begin({gesture, gesture + 1})
            for step in range(20):
                document.editing.move(np.array([0.01 * step, -0.005 * step]))
                yield 0.03
            document.editing.finish()
            yield lambda: not document.making.busy
        for command in (document.editing.smooth, document.editing.mirror, document.editing.reset):
            command(())
            yield lambda: not document.making.busy
        yield from futures_at_a_time(window, pulse)
        yield from projects(window, pulse, home)
        document.playback.play()
        for suffix in ("gif", "mp4"):
            pulse.phase(f"exporting {suffix}, playing")
            yield from export(window, home / f"clip.{suffix}")
        pulse.phase("exporting all starred")
        document.star_clips([record.id for record in list(document.clips)[-3:]], True)
        window.exports.export_starred()
        window.exports.queue.start()
        yield lambda: not window.exports.queue.queue.running
        window.exports.queue.reject()
        pulse.phase(None)

    return steps


def futures_at_a_time(window, pulse: Pulse):
    """Undo and redo, mixing, the grid, comparing, moving between, a storyboard."""
    document, middle = window.document, window.middle

    def idle() -> bool:
        return not document.making.busy

    pulse.phase("undoing and redoing")
    for back_and_forth in (document.undo, document.redo):
        for _ in range(8):
            back_and_forth()
            yield 0.05
    yield idle
    pulse.phase("mixing actions")
    window.actions_panel.mix_action.setChecked(True)
    for share in range(0, 100, 4):
        window.actions_panel.mixer.sliders[1].setValue(share)
        yield 0.03
    yield 0.6
    yield idle
    window.actions_panel.mix_action.setChecked(False)
    pulse.phase("grid of futures")
    middle.grid_action.trigger()
    yield lambda: bool(document.grid.cells) and not document.grid.missing
    for order in ("most motion", "nearest", "as made"):
        document.grid.sort(order)
        yield 0.3
    for cell in document.grid.cells[:3]:
        document.grid.keep(cell.id)
        yield 0.2
    yield idle
    pulse.phase("comparing")
    middle.show_several([record.id for record in list(document.clips)[-4:]])
    document.playback.play()
    for mode in middle.compare.mode_actions.values():
        mode.trigger()
        yield 0.8
    pulse.phase("moving between")
    middle.compare.between_action.trigger()
    for step in range(24):
        middle.compare.between._move_to((0.9 - 0.07 * step, 0.02 * step), step == 23)
        yield 0.04
    yield idle
    pulse.phase("storyboard")
    middle.storyboard_action.trigger()
    middle.storyboard.add_shot()
    yield 0.2
    middle.storyboard.make()
    yield 0.1
    yield idle
    middle.canvas_action.trigger()
    yield 0.3


def projects(window, pulse: Pulse, home: Path):
    """Saved, left for an empty one, and opened again."""
    session, document = window.session, window.document

    def idle() -> bool:
        return session._job is None and not document.making.busy

    pulse.phase("saving a project")
    session.save(home / "use.kpvp")
    yield idle
    pulse.phase("opening a project")
    session.new()
    yield lambda: idle() and not len(document.clips)
    session.open(home / "use.kpvp")
    yield lambda: idle() and len(document.clips) > 0
    yield 1.0
    yield lambda: idle() and document.clips.current is not None and document.clips.current.finished


def export(window, path: Path):
    from kpvp_gui.dialogs.export import ExportDialog

    def shown() -> list:
        return [child for child in window.children() if isinstance(child, ExportDialog) and child.isVisible()]

    window.exports.export_current()
    yield lambda: bool(shown())
    dialog = shown()[0]
    dialog.form.format.setCurrentIndex([kind.suffix for kind in FORMATS].index(path.suffix))
    dialog.name.setText(str(path))
    dialog.start()
    yield path.exists
    yield 0.3
    dialog.reject()


def _report(pulses: list[Pulse], as_json: bool) -> None:
    """Print the figures of the first pulse, as a table or as one JSON object."""
    figures = pulses[0].figures() if pulses else {}
    if as_json:
        print(json.dumps(figures))
        return
    print(f"{'phase':28s}{'longest':>10s}{'99 %':>10s}{'own work':>11s}      bars")
    for name, figure in figures.items():
        bar = BARS_MS.get(name, OTHER_BAR_MS)
        tail = "" if name in BARS_MS else f", {TAIL_BAR_MS} ms"
        columns = f"{figure['longest_ms']:7.0f} ms{figure['p99_ms']:7.0f} ms{figure['own_work_ms']:8.0f} ms"
        print(f"{name:28s}{columns}      {bar} ms{tail}")


def measure(script: Callable[[list[Pulse], Path], studio.Script], description: str) -> int:
    """Run a script as the command line asks, and print its figures.

    The status tells whether the studio came through, not whether it kept the bars.
    """
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--json", action="store_true")
    as_json = parser.parse_args().json
    home = studio.prepare()
    pulses: list[Pulse] = []
    status = studio.run(script(pulses, home))
    _report(pulses, as_json)
    return status


if __name__ == "__main__":
    sys.exit(measure(script, __doc__))
