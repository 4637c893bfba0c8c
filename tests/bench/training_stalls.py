"""How long the window does not answer while a model trains beside it and the window of runs is open, phase by phase.

`python -m tests.bench.training_stalls [--json]`. A real run trains in a process of its own; three finished ones of some
thousand events each lie there to be compared with it. See `stalls` for what is measured.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import numpy as np

from tests.bench import studio
from tests.bench.stalls import Pulse, measure

PAST_RUNS = 3
LOSSES = ("reconstruction", "perceptual", "equivariance", "separation", "mask_mean", "discriminator", "gan")
PREVIEWS = 40


def past_run(folder: Path, seed: int, events_per_stage: int = 2000) -> None:
    """The folder of a finished run: settings, events of three stages, previews."""
    from PIL import Image

    rng = np.random.default_rng(seed)
    previews = folder / "previews"
    previews.mkdir(parents=True)
    (folder / "config.toml").write_text(f'name = "{folder.name}"\ntitle = "Past run {seed}"\n', encoding="utf-8")
    stages = {"keypoints-64": LOSSES, "keypoints-128": LOSSES, "motion": ("l1", "kl")}
    steps = 10 * events_per_stage
    told = [{"event": "run", "name": folder.name, "stages": [{"name": name, "steps": steps} for name in stages]}]
    for stage, losses in stages.items():
        told.append({"event": "stage", "stage": stage, "step": 0, "steps": steps})
        for number in range(1, events_per_stage + 1):
            values = {loss: round(float(rng.gamma(9) / (9 + number / 50)), 5) for loss in losses}
            figures = {"steps_per_s": 2.0, "images_per_s": 32.0, "eta_s": 10.0, "data_share": 0.0, "rate": 0.001}
            place = {"stage": stage, "step": 10 * number, "steps": steps}
            told.append({"event": "losses", **place, **figures, "losses": values})
            if stage != "motion" and number % (events_per_stage // (PREVIEWS // 2)) == 0:
                name = f"{stage}-{10 * number:07d}.png"
                Image.fromarray(rng.integers(0, 256, (768, 768, 3), np.uint8)).save(previews / name)
                told.append({"event": "preview", "stage": stage, "step": 10 * number, "file": name})
    told.append({"event": "finished", "model": "model.safetensors", "installed": None})
    lines = [json.dumps({"time": 0, **event}) + "\n" for event in told]
    (folder / "events.jsonl").write_text("".join(lines), encoding="utf-8")


def script(pulse_out: list[Pulse], home: Path):
    """The steps, for `studio.run`."""

    def steps(window):
        from PySide6.QtCore import Qt

        from kpvp_gui.runs.runs import Plan
        from training.runs.folder import runs_root

        for number in range(1, PAST_RUNS + 1):
            past_run(runs_root() / f"past-{number}", number)
        document, training = window.document, window.training
        yield lambda: studio.engine_is_ready(window)
        document.open_photo(studio.make_photo(home / "photo.jpg"))
        yield lambda: document.photo is not None and not document.making.busy
        pulse = Pulse(window)
        pulse_out.append(pulse)
        pulse.phase("opening the window of runs")
        training.show_runs()
        yield 3.0
        runs = training.runs
        pulse.phase("starting a run")
        changes = {"data.clips": "60", "keypoints.steps": "[4000]", "loop.log_every": "5", "loop.preview_every": "40"}
        folder = runs.start(Plan("tiny", "Bench", "people", changes=changes))
        training.show_runs(folder.path)
        yield lambda: _has_trained(folder, 20)
        pulse.phase("training, watched")
        yield 10.0
        listed = training.runs_window.list
        pulse.phase("comparing four runs")
        for row in range(listed.count()):
            listed.item(row).setCheckState(Qt.CheckState.Checked)
            yield 1.5
        pulse.phase("choosing runs and steps")
        for row in (1, 2, 0):
            listed.setCurrentRow(row)
            yield 1.0
            training.runs_window.monitor.rail.chosen.emit(2)
            yield 0.7
        pulse.phase("training, four runs compared")
        yield 5.0
        pulse.phase("generating while training")
        for _ in range(5):
            document.generate()
            yield 0.1
        yield lambda: not document.making.busy
        pulse.phase("ending the run")
        runs.cancel(folder)
        yield lambda: folder.holder() is None
        yield 1.0
        pulse.phase(None)

    return steps


def _has_trained(folder, steps: int) -> bool:
    from training.runs.events import Losses

    events, _ = folder.events_since(0)
    return any(isinstance(event, Losses) and event.step >= steps for event in events)


def _end_all() -> None:
    """A script that hung has left its run training."""
    from training.runs import process as training_process
    from training.runs.folder import list_runs, runs_root

    for held in filter(None, (run.holder() for run in list_runs(runs_root()))):
        training_process.end(held["pid"], force=True)


def main() -> int:
    """See `stalls.measure`."""
    try:
        return measure(script, __doc__)
    finally:
        _end_all()


if __name__ == "__main__":
    sys.exit(main())
