"""How far a stage of a run is: its steps done, its best weights, and how both are saved, restored and interrupted."""

from __future__ import annotations

import math
import time
from collections.abc import Iterator

import torch
from torch import nn

from engine.errors import TrainingError
from training.running import processes
from training.running.run import Run
from training.running.speed import Speed
from training.running.stage import Stage
from training.runs.events import CheckpointSaved, FinishedEarly, Warned


class StageProgress:
    """How far a stage is, how good its best weights are, and how that is saved and restored."""

    def __init__(self, stage: Stage, run: Run, scaler: torch.amp.GradScaler | None) -> None:
        self._stage, self._run, self._scaler = stage, run, scaler
        self.done, self.finished, self._best = 0, False, None
        state = processes.share(run.load(stage.name) if processes.is_main() else None)
        if state is not None:
            self._restored(state)

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
        if best is not None and best.get("step") == self._best["step"] and "averaged" in best:
            self._stage.averaged.load_state_dict(best["averaged"])
        else:
            self._run.say(Warned(f"The best weights of {self._stage.name} are gone; its last ones are used."))

    def obey(self, speed: Speed | None = None) -> bool:
        """Do what the run's watchers ask for; whether to finish this stage early."""
        began = time.monotonic()
        finish = self._run.obey(self.save, processes.share, stage=self._stage.name, step=self.done)
        if speed is not None:
            speed.leave_out(time.monotonic() - began)
        return finish

    def _restored(self, state: dict) -> None:
        """Raises TrainingError for a checkpoint of other networks or settings, or with parts missing."""
        try:
            self._restore(state)
        except (KeyError, TypeError, ValueError, AttributeError, IndexError, RuntimeError):  # torch's, for sizes too
            raise TrainingError(
                f"The checkpoint of {self._stage.name} does not fit this run's networks.",
                "Delete that stage's files in the run's checkpoints folder to do it again from its start.",
            ) from None

    def _restore(self, state: dict) -> None:
        for name, module in self._stage.modules.items():
            module.load_state_dict(state["modules"][name])
        for name, optimizer in self._stage.optimizers.items():
            optimizer.load_state_dict(state["optimizers"][name])
        self._stage.averaged.load_state_dict(state["averaged"])
        if self._scaler is not None and state.get("scaler"):
            self._scaler.load_state_dict(state["scaler"])
        # Runs from before there was a best one lack the last two.
        self.done, self.finished, self._best = int(state["step"]), state.get("finished", False), state.get("best")
        if self._best is not None:
            self._best = {"score": float(self._best["score"]), "step": int(self._best["step"])}


def _tensors(module: nn.Module) -> Iterator[torch.Tensor]:
    yield from module.parameters()
    yield from (buffer for buffer in module.buffers() if buffer.is_floating_point())
