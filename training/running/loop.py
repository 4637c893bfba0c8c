"""The one training loop. A stage says what a step is; this file says when to log, save, preview, validate, pause, stop.

What a resumed run needs is in the checkpoint or follows from (seed, step, rank), so that a run that was killed ends in
the same weights, bit for bit, as one that was not.
"""

from __future__ import annotations

import math
import time
import zlib
from collections.abc import Iterator

import numpy as np
import torch
from accelerate import Accelerator
from torch import nn

from engine.errors import TrainingError
from engine.files import atomic_write
from training.running import processes
from training.running.run import Run, Stopped
from training.running.stage import Stage
from training.runs.events import CheckpointSaved, FinishedEarly, Losses, Preview, StageBegan, Warned
from training.runs.speeds import later_in_steps

__all__ = ["Stopped", "train"]


def train(stage: Stage, run: Run, accelerator: Accelerator) -> None:
    """Run `stage` from its newest checkpoint to its end, and leave the best averaged weights in it.

    Raises Stopped, or TrainingError: for a loss or weight that is no number, a full disk, too little memory.
    """
    settings = run.config.loop
    processes.synchronise_norms(stage.modules.values())
    progress = _Progress(stage, run, accelerator)
    if progress.done < stage.steps and not progress.finished:
        run.say(StageBegan(stage=stage.name, step=progress.done, steps=stage.steps))
        progress.obey()  # a `finish` that is still waiting was meant for the stage before
        _steps(stage, run, accelerator, progress, settings)
    progress.keep_best()


def _steps(stage: Stage, run: Run, accelerator: Accelerator, progress: _Progress, settings) -> None:
    speed = _Speed(stage, progress.done, later_in_steps(run.config, stage.name))
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


class _Progress:
    """How far a stage is, how good its best weights are, and how that is saved and restored."""

    def __init__(self, stage: Stage, run: Run, accelerator: Accelerator) -> None:
        self._stage, self._run, self._scaler = stage, run, accelerator.scaler
        self.done, self.finished, self._best = 0, False, None
        state = processes.share(run.load(stage.name) if processes.is_main() else None)
        if state is not None:
            self._restore(state)

    def save(self) -> None:
        """Make a checkpoint of now. Raises TrainingError rather than save weights that are no numbers."""
        for name, module in [*self._stage.modules.items(), *self._stage.averaged.modules.items()]:
            if not all(bool(torch.isfinite(t).all()) for t in _tensors(module)):
                raise TrainingError(
                    f"The weights of the {name} are no longer numbers at step {self.done}.",
                    "Resume from the last checkpoint, which is whole, with a lower rate.",
                )
        self._run.save(
            self._stage.name,
            {
                "step": self.done,
                "finished": self.finished,
                "best": self._best,
                "modules": {name: module.state_dict() for name, module in self._stage.modules.items()},
                "optimizers": {name: o.state_dict() for name, o in self._stage.optimizers.items()},
                "averaged": self._stage.averaged.state_dict(),
                "scaler": self._scaler.state_dict() if self._scaler is not None else None,
            },
        )
        self._run.say(CheckpointSaved(stage=self._stage.name, step=self.done, best=False))

    def validate(self) -> None:
        """Score the averaged networks, and keep them if they are the best so far."""
        score = processes.share(self._stage.validate())
        if score is None or not math.isfinite(score) or (self._best is not None and score >= self._best["score"]):
            return
        self._best = {"score": float(score), "step": self.done}
        if processes.is_main():
            self._run.checkpoints.save_best(
                self._stage.name, self._best | {"averaged": self._stage.averaged.state_dict()}
            )
        self._run.say(CheckpointSaved(stage=self._stage.name, step=self.done, best=True, score=round(score, 6)))

    def finish(self, validated: bool) -> None:
        """End the stage before its last step."""
        if validated:
            self.validate()
        self.finished = True
        self.save()
        self._run.say(FinishedEarly(stage=self._stage.name, step=self.done))

    def keep_best(self) -> None:
        """The best averaged weights become the stage's, where there was a validation."""
        if self._best is None or self._best["step"] == self.done:
            return
        best = processes.share(self._run.checkpoints.load_best(self._stage.name) if processes.is_main() else None)
        if best is not None and best["step"] == self._best["step"]:
            self._stage.averaged.load_state_dict(best["averaged"])
        else:
            self._run.say(Warned(f"The best weights of {self._stage.name} are gone; its last ones are used."))

    def obey(self, speed: _Speed | None = None) -> bool:
        """Do what the run's watchers ask for; whether to finish this stage early."""
        began = time.monotonic()
        finish = self._run.obey(self.save, processes.share, stage=self._stage.name, step=self.done)
        if speed is not None:
            speed.leave_out(time.monotonic() - began)
        return finish

    def _restore(self, state: dict) -> None:
        for name, module in self._stage.modules.items():
            module.load_state_dict(state["modules"][name])
        for name, optimizer in self._stage.optimizers.items():
            optimizer.load_state_dict(state["optimizers"][name])
        self._stage.averaged.load_state_dict(state["averaged"])
        if self._scaler is not None and state.get("scaler"):
            self._scaler.load_state_dict(state["scaler"])
        # Runs from before there was a best one lack the last two.
        self.done, self.finished, self._best = state["step"], state.get("finished", False), state.get("best")


class _Speed:
    """How fast steps go by between two reports, pauses left out, and what share of that waits for data."""

    def __init__(self, stage: Stage, done: int, later: float) -> None:
        """later: how long the stages after this one will take, in steps of this one."""
        self._stage, self._later = stage, later
        self._begin(done)

    def leave_out(self, seconds: float) -> None:
        self._began += seconds

    def measure(self, done: int) -> dict[str, float]:
        """The figures since the last call, in the words of the `losses` event."""
        seconds = max(time.monotonic() - self._began, 1e-6)
        per_second = (done - self._since) / seconds
        waited = self._stage.data_seconds - self._waited
        self._begin(done)
        return {
            "steps_per_s": round(per_second, 3),
            "images_per_s": round(per_second * self._stage.pairs_per_step * processes.count(), 2),
            "data_share": round(min(max(waited / seconds, 0.0), 1.0), 4),
            "eta_s": round((self._stage.steps - done) / per_second, 1),
            "run_eta_s": round((self._stage.steps - done + self._later) / per_second, 1),
        }

    def _begin(self, done: int) -> None:
        self._began, self._since = time.monotonic(), done
        self._waited = self._stage.data_seconds


def _seed(seed: int, stage: str, n: int, rank: int) -> int:
    """The same on every machine and Python, and unlike that of any other step, stage or process."""
    entropy = [seed % 2**64, zlib.crc32(stage.encode()), n, rank]
    return int(np.random.SeedSequence(entropy).generate_state(1, np.uint64)[0] >> 1)


def _report(stage: Stage, run: Run, done: int, losses: dict[str, float], speed: _Speed) -> None:
    values = {key: round(value, 5) for key, value in losses.items()}
    if not all(math.isfinite(value) for value in values.values()):
        raise TrainingError(
            f"A loss of step {done} is not a number: {values}.", "Resume from the last checkpoint with a lower rate."
        )
    rate = next(iter(stage.optimizers.values())).param_groups[0]["lr"] if stage.optimizers else 0.0
    figures = speed.measure(done)
    run.say(Losses(stage=stage.name, step=done, steps=stage.steps, **figures, rate=rate, losses=values))


def _tensors(module: nn.Module) -> Iterator[torch.Tensor]:
    yield from module.parameters()
    yield from (buffer for buffer in module.buffers() if buffer.is_floating_point())


def _preview(stage: Stage, run: Run, done: int) -> None:
    picture = stage.preview() if processes.is_main() else None
    if picture is not None:
        from PIL import Image

        path = run.files.preview_path(stage.name, done)
        with atomic_write(path) as temporary:
            Image.fromarray(picture).save(temporary)
        run.say(Preview(stage=stage.name, step=done, file=path.name, columns=stage.preview_columns))
