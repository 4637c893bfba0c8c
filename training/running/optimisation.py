"""How both trained steps go downhill: the optimizers, their rate, one clipped step, and the average of the weights."""

from __future__ import annotations

import copy
import math
from collections.abc import Iterable
from typing import Any

import torch
from accelerate import Accelerator
from torch import Tensor, nn, optim

from training.running.processes import average_gradients
from training.runs.config import OptimizerConfig

PAPER_DECAY, PAPER_STEPS = 0.95, 20_000


def optimizers_for(
    settings: OptimizerConfig, networks: Iterable[nn.Module], discriminator: nn.Module | None, device: torch.device
) -> dict[str, optim.Optimizer]:
    """ "generator" over the parameters of all `networks`, and, where there is one, "discriminator" for the adversary.

    AdamW (Adam where weight_decay is 0), in one pass where the device has it.
    """
    fused = torch.device(device).type in ("cpu", "cuda")
    parameters = [parameter for network in networks for parameter in network.parameters()]
    adam: dict[str, Any] = {"betas": settings.betas, "fused": fused}
    made = {"generator": optim.AdamW(parameters, settings.rate, weight_decay=settings.weight_decay, **adam)}
    if discriminator is not None:
        rate = settings.rate * settings.discriminator_rate
        made["discriminator"] = optim.AdamW(list(discriminator.parameters()), rate, weight_decay=0, **adam)
    return made


def rate_factor(settings: OptimizerConfig, step: int, steps: int, before: int = 0) -> float:
    """The factor on the learning rate at `step` of `steps`, after `before` steps of earlier stages.

    "cosine": a linear warm-up, then a cosine from 1 down to the floor within this stage; "paper": 0.95 times less
    every 20,000 steps of all.
    """
    warmup = settings.warmup
    if settings.schedule == "paper":
        warm = min((step + 1) / warmup, 1.0) if warmup else 1.0
        return warm * PAPER_DECAY ** ((step + before) // PAPER_STEPS)
    if step < warmup:
        return (step + 1) / warmup
    progress = min((step - warmup) / max(steps - warmup, 1), 1.0)
    return settings.rate_floor + (1 - settings.rate_floor) * 0.5 * (1 + math.cos(math.pi * progress))


def set_rate(optimizers: dict[str, optim.Optimizer], factor: float) -> None:
    """Every optimizer's learning rate becomes `factor` times the one it was made with, also after a resume."""
    for optimizer in optimizers.values():
        for group in optimizer.param_groups:
            group.setdefault("initial_lr", group["lr"])
            group["lr"] = group["initial_lr"] * factor


def descend(
    optimizer: optim.Optimizer, loss: Tensor, modules: Iterable[nn.Module], clip_norm: float, accelerator: Accelerator
) -> None:
    """One step of `optimizer` on `loss`, with the gradient of all `modules` together clipped to `clip_norm`.

    With several processes the gradient is that of the global batch. With fp16 the loss is scaled up so that small
    gradients survive, and a step whose gradients overflow is left out.
    """
    parameters = [p for module in modules for p in module.parameters()]
    optimizer.zero_grad(set_to_none=True)
    accelerator.backward(loss)
    average_gradients(parameters)
    scaler = accelerator.scaler
    if scaler is not None:
        scaler.unscale_(optimizer)
    nn.utils.clip_grad_norm_(parameters, clip_norm)
    if scaler is None:
        optimizer.step()
    else:
        scaler.step(optimizer)
        scaler.update()


class Average:
    """An exponential moving average of weights, with `decay`: what previews, pseudo labels and bundles are made with.

    Its own `modules` hold the averaged weights, in evaluation mode.
    """

    def __init__(self, modules: dict[str, nn.Module], decay: float) -> None:
        self.decay = decay
        self.modules = {name: copy.deepcopy(module).eval().requires_grad_(False) for name, module in modules.items()}

    @torch.no_grad()
    def update(self, modules: dict[str, nn.Module], step: int) -> None:
        """One step towards the current weights of the `modules` of the same names; buffers are copied.

        Early steps follow faster. Modules that are not averaged are passed over.
        """
        decay = min(self.decay, (1 + step) / (10 + step))
        for name, mine in self.modules.items():
            theirs = modules[name]
            torch._foreach_lerp_(list(mine.parameters()), list(theirs.parameters()), 1 - decay)
            for own, current in zip(mine.buffers(), theirs.buffers(), strict=True):
                own.copy_(current)

    def state_dict(self) -> dict:
        return {name: module.state_dict() for name, module in self.modules.items()}

    def load_state_dict(self, state: dict) -> None:
        for name, module in self.modules.items():
            module.load_state_dict(state[name])
