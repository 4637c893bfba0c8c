"""What the training steps share of going downhill: the learning rate's factor, and one optimizer step."""

from __future__ import annotations

from collections.abc import Iterable

from accelerate import Accelerator
from torch import Tensor, nn, optim

from training.running.processes import average_gradients


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
