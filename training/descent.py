"""What the training steps share of going downhill: the learning rate's factor, and one optimizer step."""

from __future__ import annotations

from collections.abc import Iterable

from accelerate import Accelerator
from torch import Tensor, nn, optim


def set_rate(optimizers: dict[str, optim.Optimizer], factor: float) -> None:
    """Every optimizer's learning rate becomes `factor` times the one it was made with, also after a resume."""
    for optimizer in optimizers.values():
        for group in optimizer.param_groups:
            group.setdefault("initial_lr", group["lr"])
            group["lr"] = group["initial_lr"] * factor


def descend(
    optimizer: optim.Optimizer, loss: Tensor, modules: Iterable[nn.Module], clip_norm: float, accelerator: Accelerator
) -> None:
    """One step of `optimizer` on `loss`, with the gradient of all `modules` together clipped to `clip_norm`."""
    optimizer.zero_grad(set_to_none=True)
    accelerator.backward(loss)
    accelerator.clip_grad_norm_([p for module in modules for p in module.parameters()], clip_norm)
    optimizer.step()
