"""`make soak`, or `python -m tests.soak [MINUTES [MODEL.safetensors]]`: a scripted user in the real studio.

Opens photos, makes futures, scrubs, edits, undoes, compares, stars, deletes, saves and exports, over and over, while
`tiny` trains in a process of its own. Prints exceptions, growth after the warm-up, and stalls of the event loop; the
status is 1 if anything was raised, left over or hung.
"""

from __future__ import annotations

import os
import shutil
import sys
import time
from pathlib import Path

import numpy as np

from tests.bench import stalls, studio
from tests.soak.vitals import Vitals, growth, vitals
from training.runs.folder import RunFolder

WARM_UP = 0.3  # of the time, until caches and the gallery have filled
MOST_FUTURES = 24  # older ones without a star are deleted, as by somebody who tidies up
MEMORY_BAR, STALL_BAR_MS, TAIL_BAR_MS = 2.0, 50.0, 16.0  # percent, ms, ms


class User:
    """Goes through `steps` until the time is over. `seen`, `raised` and `rounds` tell how it went."""

    def __init__(self, minutes: float, home: Path) -> None:
        self.seconds, self.home = 60 * minutes, home
        self.seen: list[Vitals] = []
        self.raised: list[str] = []
        self.rounds = 0
        self.pulses: list[stalls.Pulse] = []
        self.run: RunFolder | None = None

    def steps(self, window):
        """For `studio.run`."""
        from kpvp_gui.background import crash_log

        crash_log.install(lambda error: self.raised.append(repr(error)))
        document = window.document
        document.bug_recorded.connect(lambda: self.raised.append(crash_log.latest()))
        yield lambda: studio.engine_is_ready(window)
        photos = [studio.make_photo(self.home / f"photo {n}.jpg", 1200 + 200 * n, 900) for n in range(3)]
        self._train(window)
        pulse = stalls.Pulse(window)
        self.pulses.append(pulse)
        pulse.phase("warming up")
        began = time.monotonic()
        while (passed := time.monotonic() - began) < self.seconds:
            if passed > WARM_UP * self.seconds:
                pulse.phase("in use")
            yield from self._round(window, photos[self.rounds % len(photos)])
            self.rounds += 1
            self.seen.append(vitals())
            now = self.seen[-1]
            print(f"{passed:5.0f} s: {now.memory:.0f} MiB, {now.files} files, {now.threads} threads", flush=True)
        pulse.phase(None)
        if (run := self.run) is not None:
            window.training.runs.cancel(run)
            yield lambda: run.process() is None

    def _train(self, window) -> None:
        from kpvp_gui.runs.runs import Plan

        changes = {"install": "false", "data.clips": "12", "data.workers": "1"}
        self.run = window.training.runs.start(Plan("tiny", "Soak", "people", changes=changes))

    def _round(self, window, photo: Path):
        document = window.document

        def idle() -> bool:
            return not document.making.busy and window.session.autosave._job is None

        before = document.photo
        document.open_photo(photo)
        yield lambda: document.photo is not before
        yield idle
        for _ in range(2):
            document.generate()
            yield idle
        for step in range(24):  # scrub
            document.playback.pause()
            document.playback.set_playhead(step)
            yield 0.02
        document.editing.begin({0, 1})
        for step in range(8):
            document.editing.move(np.array([0.01 * step, -0.01 * step]))
            yield 0.03
        document.editing.finish()
        yield idle
        document.undo_stack.undo()
        yield idle
        document.undo_stack.redo()
        yield idle
        window.middle.show_comparison(document.clips[0].id)
        yield 0.5
        window.middle.canvas_action.setChecked(True)
        document.playback.play()
        yield 1.0
        document.star(document.clips.current.id, self.rounds % 5 == 0)
        self._tidy(document)
        window.session.save(self.home / "soak.kpvp")
        yield lambda: window.session._job is None and idle()
        target = self.home / f"clip.{('gif', 'mp4')[self.rounds % 2]}"
        target.unlink(missing_ok=True)
        yield from stalls.export(window, target)

    def _tidy(self, document) -> None:
        spare = [record.id for record in document.clips if not record.starred and record is not document.clips.current]
        if (many := len(document.clips) - MOST_FUTURES) > 0:
            document.delete_clips(spare[:many])


def main(minutes: float, model: str = "") -> int:
    """Print how it went; the exit status."""
    home = studio.prepare()
    os.environ["KPVP_RUNS_DIR"] = str(home / "runs")
    if model:
        from kpvp_gui.background.remembered import Remembered

        (home / "models").mkdir(exist_ok=True)
        os.environ["KPVP_MODELS_DIR"] = str(home / "models")
        shutil.copy(model, home / "models" / "soak.safetensors")
        remembered = Remembered()
        remembered.model = "soak"
        remembered.store.sync()
    user = User(minutes, home)
    status = studio.run(user.steps)
    figures = user.pulses[0].figures() if user.pulses else {}
    print(f"{user.rounds} rounds in {minutes:g} minutes, {len(user.raised)} exceptions")
    for text in user.raised:
        print(text)
    if len(user.seen) > 3:
        grown, last = growth(user.seen, WARM_UP), user.seen[-1]
        print(f"memory {last.memory:.0f} MiB, {grown.memory:+.1f} % after the warm-up (bar {MEMORY_BAR} %)")
        print(f"files {last.files} ({grown.files:+d}), threads {last.threads} ({grown.threads:+d})")
    for name, figure in figures.items():
        bars = f"bars {TAIL_BAR_MS:.0f} and {STALL_BAR_MS:.0f} ms"
        late = f"{figure['p99_ms']:.0f} ms (99 %), {figure['longest_ms']:.0f} at most"
        own = f"{figure['own_p99_ms']:.0f} and {figure['own_work_ms']:.0f} of own work"
        print(f"{name}: event loop late by {late}, {own} ({bars})")
    left = [path.name for path in home.iterdir() if path.name.startswith(".")]
    if left:
        print(f"left behind: {left}")
    shutil.rmtree(home, ignore_errors=True)
    return 1 if status or user.raised or left or not user.rounds else 0


if __name__ == "__main__":
    wanted, model, *_ = [*sys.argv[1:], *("30", "")[len(sys.argv) - 1 :]]
    sys.exit(main(float(wanted), model))
