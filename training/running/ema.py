"""An exponential moving average of networks' weights: what previews, pseudo labels and bundles are made with."""

from __future__ import annotations

import copy

import torch
from torch import nn


class Average:
    """Follows `modules` with `decay`; `modules` of its own hold the averaged weights, in evaluation mode."""

    def __init__(self, modules: dict[str, nn.Module], decay: float) -> None:
        self.decay = decay
        self.modules = {name: copy.deepcopy(module).eval().requires_grad_(False) for name, module in modules.items()}

    @torch.no_grad()
    def update(self, modules: dict[str, nn.Module], step: int) -> None:
        """One step towards the current weights; early steps follow faster, buffers are copied."""
        decay = min(self.decay, (1 + step) / (10 + step))
        for name, module in modules.items():
            mine = self.modules[name]
            torch._foreach_lerp_(list(mine.parameters()), list(module.parameters()), 1 - decay)
            for own, theirs in zip(mine.buffers(), module.buffers(), strict=True):
                own.copy_(theirs)

    def state_dict(self) -> dict:
        return {name: module.state_dict() for name, module in self.modules.items()}

    def load_state_dict(self, state: dict) -> None:
        for name, module in self.modules.items():
            module.load_state_dict(state[name])
