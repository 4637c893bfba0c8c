"""A stage small enough for milliseconds: a noisy regression with a batch norm, one optimizer and an average."""

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

from training.running.optimisation import Average, descend
from training.running.stage import Stage, StepResult
from training.runs import config

SETTINGS = ["loop.log_every=2", "loop.checkpoint_every=2", "loop.preview_every=100", "loop.validate_every=3"]


def settings(*overrides):
    """A run's settings; what the three steps do with them does not matter here."""
    return config.load("tiny", [*SETTINGS, *overrides])


class ToyStage(Stage):
    pairs_per_step = 4

    def __init__(self, steps=10, name="toy", seed=0, rank=0, scores=None, device="cpu"):
        torch.manual_seed(seed)
        self.name, self.steps, self.rank, self.scores, self.device = name, steps, rank, scores, device
        net = nn.Sequential(nn.Linear(3, 8), nn.BatchNorm1d(8), nn.ReLU(), nn.Linear(8, 1)).to(device)
        self.modules = {"net": net}
        self.averaged = Average({"net": net}, 0.9)
        self.optimizers = {"net": torch.optim.AdamW(net.parameters(), 1e-2)}
        self.done = 0

    def step(self, n, accelerator):
        rng = np.random.default_rng([n, self.rank])
        x = torch.from_numpy(rng.normal(size=(4, 3))).float().to(self.device)
        net = self.modules["net"].train()
        with accelerator.autocast():
            y = net(x + 0.1 * torch.randn_like(x)).float()
        loss = F.mse_loss(y, x.sum(1, keepdim=True))
        descend(self.optimizers["net"], loss, [net], 1.0, accelerator)
        self.averaged.update(self.modules, n)
        self.done = n + 1
        return StepResult({"l2": loss.detach()})

    def preview(self):
        return np.zeros((4, 4, 3), np.uint8)

    def validate(self):
        return self.scores(self.done) if self.scores else None

    def weights(self):
        return [t.clone() for m in (self.modules["net"], self.averaged.modules["net"]) for t in m.state_dict().values()]
