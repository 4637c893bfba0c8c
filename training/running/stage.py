"""What the loop runs: one of the trained steps, or one resolution of the first. It says what a step of it is."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from accelerate import Accelerator
from torch import Tensor, nn, optim

from training.running.optimisation import Average


@dataclass(frozen=True)
class StepResult:
    """What one step of optimisation found, as scalars without a gradient.

    losses: the weighted terms whose sum the generator's networks descended on. metrics: what is only looked at, the
    discriminator's own loss included.
    """

    losses: dict[str, Tensor]
    metrics: dict[str, Tensor] = field(default_factory=dict)

    @classmethod
    def of(cls, losses: dict[str, Tensor], metrics: dict[str, Tensor]) -> StepResult:
        """The result of a step that is done with the gradients of `losses`."""
        return cls(*({name: value.detach() for name, value in part.items()} for part in (losses, metrics)))

    def reported(self) -> dict[str, Tensor]:
        """All of it by name, as a `losses` event has it."""
        return self.losses | self.metrics


class Stage:
    """One stage of a run, to subclass. `modules` are trained and saved; `averaged` holds what gets used in the end.

    name: as `training.runs` has it. steps: how many there are. pairs_per_step: samples of one step on one process.
    preview_columns: what the columns of a preview show, in words.
    """

    name: str
    steps: int
    modules: dict[str, nn.Module]
    averaged: Average
    optimizers: dict[str, optim.Optimizer]
    pairs_per_step: int = 0
    preview_columns: tuple[str, ...] = ()

    def step(self, n: int, accelerator: Accelerator) -> StepResult:
        """Do optimisation step n, a pure function of the weights, the settings and n."""
        raise NotImplementedError

    def validate(self) -> float | None:
        """The held-out loss of the averaged networks, lower is better; None where it should not choose the weights."""
        return None

    def preview(self) -> np.ndarray | None:
        """A picture uint8 [H, W, 3] of what the averaged networks do now, or None."""
        return None

    @property
    def data_seconds(self) -> float:
        """All the time that steps have waited for data, in seconds."""
        return 0.0
