"""The one training loop. A stage says what a step is; this file says when to log, save, preview, pause and stop."""

from __future__ import annotations

import math
import time
from typing import Protocol

import torch
from accelerate import Accelerator
from torch import nn

from engine.errors import TrainingError
from engine.files import atomic_write
from training.ema import Average
from training.run import Run


class Stage(Protocol):
    """One of the three steps, or one resolution of the first. `modules` are saved; `averaged` are what gets used."""

    name: str
    steps: int
    modules: dict[str, nn.Module]
    optimizers: dict[str, torch.optim.Optimizer]
    averaged: Average

    def step(self, n: int, accelerator: Accelerator) -> dict[str, torch.Tensor]:
        """Do optimisation step n, a pure function of the weights, the settings and n; return losses to report."""

    def preview(self) -> object | None:
        """A uint8 [H, W, 3] picture of what the averaged networks do now, or None."""


class Stopped(Exception):
    """The run was told to stop; its checkpoints are whole."""


def train(stage: Stage, run: Run, accelerator: Accelerator) -> None:
    """Run `stage` from its newest checkpoint to its end. Raises Stopped, or TrainingError for a loss that is NaN."""
    settings = run.config.loop
    first = _restore(stage, run)
    if first >= stage.steps:
        return
    run.event("stage", stage=stage.name, step=first, steps=stage.steps)
    began, since = time.time(), first
    for n in range(first, stage.steps):
        torch.manual_seed(hash((run.config.seed, stage.name == "motion", n, accelerator.process_index)) % 2**63)
        losses = stage.step(n, accelerator)
        done = n + 1
        if done % settings.log_every == 0 or done == stage.steps:
            values = {key: round(float(value), 5) for key, value in losses.items()}
            if not all(math.isfinite(value) for value in values.values()):
                raise TrainingError(
                    f"A loss of step {done} is not a number: {values}.",
                    "Resume from the last checkpoint with a lower rate.",
                )
            now = time.time()
            speed = (done - since) / max(now - began, 1e-6)
            began, since = now, done
            run.event(
                "losses", stage=stage.name, step=done, steps=stage.steps, steps_per_s=round(speed, 3), losses=values
            )
        if done % settings.preview_every == 0 or done == stage.steps:
            _preview(stage, run, done)
        if done % settings.checkpoint_every == 0 or done == stage.steps:
            _save(stage, run, done)
        run.beat()
        _obey(stage, run, done)


def cosine(step: int, steps: int, warmup: int, floor: float) -> float:
    """Learning rate factor: linear warm-up, then a cosine from 1 to `floor`."""
    if step < warmup:
        return (step + 1) / warmup
    progress = (step - warmup) / max(steps - warmup, 1)
    return floor + (1 - floor) * 0.5 * (1 + math.cos(math.pi * min(progress, 1.0)))


def _obey(stage: Stage, run: Run, done: int) -> None:
    command = run.command()
    if command == "pause":
        _save(stage, run, done)
        run.event("paused", stage=stage.name, step=done)
        while (command := run.command()) not in ("resume", "stop"):
            run.beat()
            time.sleep(0.25)
        run.event("resumed", stage=stage.name, step=done)
    if command == "stop":
        _save(stage, run, done)
        run.event("stopped", stage=stage.name, step=done)
        raise Stopped


def _save(stage: Stage, run: Run, done: int) -> None:
    run.save(
        stage.name,
        {
            "step": done,
            "modules": {name: module.state_dict() for name, module in stage.modules.items()},
            "optimizers": {name: optimizer.state_dict() for name, optimizer in stage.optimizers.items()},
            "averaged": stage.averaged.state_dict(),
        },
    )


def _restore(stage: Stage, run: Run) -> int:
    state = run.load(stage.name)
    if state is None:
        return 0
    for name, module in stage.modules.items():
        module.load_state_dict(state["modules"][name])
    for name, optimizer in stage.optimizers.items():
        optimizer.load_state_dict(state["optimizers"][name])
    stage.averaged.load_state_dict(state["averaged"])
    return state["step"]


def _preview(stage: Stage, run: Run, done: int) -> None:
    picture = stage.preview()
    if picture is not None:
        from PIL import Image

        name = f"{stage.name}-{done:07d}.png"
        with atomic_write(run.folder / "previews" / name) as temporary:
            Image.fromarray(picture).save(temporary)
        run.event("preview", stage=stage.name, step=done, file=name)
