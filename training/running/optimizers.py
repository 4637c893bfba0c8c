"""The optimizer of all three networks and both adversaries."""

from __future__ import annotations

from collections.abc import Iterable

import torch
from torch import nn


def adam(
    modules: Iterable[nn.Module], rate: float, betas: tuple[float, float], weight_decay: float, device: torch.device
) -> torch.optim.Optimizer:
    """AdamW over the parameters of `modules` (Adam where weight_decay is 0), in one pass where the device has it."""
    parameters = [parameter for module in modules for parameter in module.parameters()]
    fused = torch.device(device).type in ("cpu", "cuda")
    return torch.optim.AdamW(parameters, rate, betas, weight_decay=weight_decay, fused=fused)
