"""The one training loop. A stage says what a step is; this file says when to log, save, preview, validate, pause, stop.

What a resumed run needs is in the checkpoint or follows from (seed, step, rank), so that a run that was killed ends in
the same weights, bit for bit, as one that was not.
"""

from __future__ import annotations

import math
import zlib

import numpy as np
import torch
from accelerate import Accelerator

from engine.errors import TrainingError
from engine.files import atomic_write
from training.running import processes
from training.running.progress import StageProgress
from training.running.run import Run, Stopped
from training.running.speed import Speed
from training.running.stage import Stage
from training.runs.events import Losses, Preview, StageBegan
from training.runs.speeds import later_in_steps

__all__ = ["Stopped", "train"]


def train(stage: Stage, run: Run, accelerator: Accelerator) -> None:
    """Run `stage` from its newest checkpoint to its end, and leave the best averaged weights in it.

    Raises Stopped, or TrainingError: for a loss or weight that is no number, a full disk, too little memory.
    """
    processes.synchronise_norms(stage.modules.values())
    progress = StageProgress(stage, run, accelerator.scaler)
    if progress.done < stage.steps and not progress.finished:
        run.say(StageBegan(stage=stage.name, step=progress.done, steps=stage.steps))
        progress.obey()  # a `finish` that is still waiting was meant for the stage before
        _go_on(stage, run, accelerator, progress)
    progress.keep_best()


def _go_on(stage: Stage, run: Run, accelerator: Accelerator, progress: StageProgress) -> None:
    """All steps that are left, unless the run's watchers want the stage finished early."""
    settings = run.config.loop
    speed = Speed(stage, progress.done, later_in_steps(run.config, stage.name))
    for n in range(progress.done, stage.steps):
        torch.manual_seed(_seed(run.config.seed, stage.name, n, accelerator.process_index))
        try:
            result = stage.step(n, accelerator)
        except torch.OutOfMemoryError:
            raise TrainingError(
                f"The graphics card has too little memory for {stage.name}.",
                "Choose a smaller batch or smaller pictures, or close what else uses the card.",
            ) from None
        progress.done = done = n + 1
        last = done == stage.steps
        if done % settings.log_every == 0 or last:
            _report(stage, run, done, processes.mean(result.reported()), speed)
        if done % settings.preview_every == 0 or last:
            _preview(stage, run, done)
        if settings.validate_every and (done % settings.validate_every == 0 or last):
            progress.validate()
        if done % settings.checkpoint_every == 0 or last:
            progress.save()
        if progress.obey(speed):
            progress.finish(settings.validate_every > 0)
            return


def _seed(seed: int, stage: str, n: int, rank: int) -> int:
    """The same on every machine and Python, and unlike that of any other step, stage or process."""
    entropy = [seed % 2**64, zlib.crc32(stage.encode()), n, rank]
    return int(np.random.SeedSequence(entropy).generate_state(1, np.uint64)[0] >> 1)


def _report(stage: Stage, run: Run, done: int, losses: dict[str, float], speed: Speed) -> None:
    values = {key: round(value, 5) for key, value in losses.items()}
    if not all(math.isfinite(value) for value in values.values()):
        raise TrainingError(
            f"A loss of step {done} is not a number: {values}.", "Resume from the last checkpoint with a lower rate."
        )
    rate = next(iter(stage.optimizers.values())).param_groups[0]["lr"] if stage.optimizers else 0.0
    figures = speed.measure(done)
    run.say(Losses(stage=stage.name, step=done, steps=stage.steps, **figures, rate=rate, losses=values))


def _preview(stage: Stage, run: Run, done: int) -> None:
    picture = stage.preview() if processes.is_main() else None
    if picture is not None:
        from PIL import Image

        path = run.files.preview_path(stage.name, done)
        with atomic_write(path) as temporary:
            Image.fromarray(picture).save(temporary)
        run.say(Preview(stage=stage.name, step=done, file=path.name, columns=stage.preview_columns))
