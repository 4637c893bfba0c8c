"""What the stages of all compared systems share: clips, previews, and what is measured on held-out clips."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import torch
from torch import Tensor, nn

from engine.inputs import latent
from engine.pixels import to_bytes
from engine.systems.network import SystemNetwork
from engine.systems.spec import SystemSpec
from training.data.clips import ClipSampler
from training.data.prefetch import Prefetch
from training.data.source import Source
from training.running.optimisation import Average, optimizers_for, rate_factor, set_rate
from training.running.stage import Stage
from training.runs.config import OptimizerConfig, RunConfig

_HELD_OUT = 8  # clips that validation sees
_SHOWN = 4  # of them in a preview
_COLUMNS = 8


@dataclass(frozen=True)
class SystemWork:
    """What a system is trained with: its network, which every stage trains a part of, and the data."""

    network: SystemNetwork
    config: RunConfig
    source: Source
    device: torch.device
    rank: int = 0
    joints: tuple[np.ndarray, np.ndarray] | None = None  # float32 [N, J, 2] of all frames to train on, and held out

    @property
    def spec(self) -> SystemSpec:
        return self.network.spec

    def clips(self, n_frames: int, held_out: bool = False) -> ClipSampler:
        """Clips of 1 + `n_frames` frames; held-out ones are not augmented."""
        config = self.config
        store = self.source.held_out if held_out else self.source.store
        augmentation, seed = (None, config.seed + 1) if held_out else (config.augment, config.seed)
        shape = (self.spec.image_size, n_frames, config.compared.batch, seed)
        if self.joints is None:
            return ClipSampler(store, augmentation, *shape, self.rank)
        # A mirrored left hand would be called a right one.
        augmentation = None if augmentation is None else replace(augmentation, flip=False)
        return ClipSampler(store, augmentation, *shape, self.rank, self.joints[held_out])


class SystemStage(Stage):
    """To subclass: a stage gives `name`, `optimizer`, its `trained` networks, perhaps an adversary, and `step`.

    The whole network is averaged, so that the average of the last stage is what the bundle holds.
    """

    frames_seen = 16
    optimizer = OptimizerConfig()
    preview_columns = ("a clip in two rows: real, and as the system goes on from its first frame",)

    def __init__(self, work: SystemWork, adversaries: dict[str, nn.Module] | None = None) -> None:
        self.work, self.device, settings = work, work.device, work.config.compared
        self.steps = work.config.stages[self.name]
        self.pairs_per_step = settings.batch
        self.settings = replace(self.optimizer, rate=settings.rate or self.optimizer.rate)
        adversaries = adversaries or {}
        self.network = work.network.to(self.device)
        self.modules = {"network": self.network, **adversaries}
        for module in self.modules.values():
            module.to(self.device)
        self.averaged = Average({"network": self.network}, self.settings.ema)
        adversary = nn.ModuleList(adversaries.values()) if adversaries else None
        self.optimizers = optimizers_for(self.settings, self.trained(), adversary, self.device)
        self._batches = Prefetch(work.clips(self.frames_seen).batch, self.steps)
        self._held_out = work.clips(work.spec.n_frames, held_out=True).fixed(_HELD_OUT)

    def trained(self) -> list[nn.Module]:
        """The parts of the network that this stage trains."""
        return [self.network]

    @property
    def data_seconds(self) -> float:
        return self._batches.waited

    def begun(self, n: int) -> tuple[Tensor, ...]:
        """Begin step n: rates set, networks in training mode; the batch, as of `ClipSampler`."""
        set_rate(self.optimizers, rate_factor(self.settings, n, self.steps))
        for module in self.modules.values():
            module.train()
        return tuple(x.to(self.device) for x in self._batches.get(n))

    def held_out(self) -> tuple[Tensor, ...]:
        """Held-out clips, as long as those that the system makes, as of `ClipSampler`."""
        return tuple(x.to(self.device) for x in self._held_out)

    @property
    def used(self) -> SystemNetwork:
        """The averaged network."""
        network = self.averaged.modules["network"]
        assert isinstance(network, SystemNetwork)
        return network

    @torch.no_grad()
    def preview(self) -> np.ndarray:
        """Of each of a few held-out clips a row of real frames, and one of the future that the system gives it."""
        frames, action = (x[:_SHOWN] for x in self.held_out()[:2])
        z = torch.from_numpy(latent(0, len(frames), self.work.spec.z_size)).to(self.device)
        made = self.used.future(frames[:, 0], action, z).frames.clamp(-1, 1)
        moments = np.linspace(0, made.shape[1] - 1, min(_COLUMNS, made.shape[1])).round().astype(int)
        rows = []
        for real, future in zip(frames, made, strict=True):
            for row in (real[1:], future):
                rows.append(np.concatenate(list(to_bytes(torch.cat([real[:1], row[moments]]).float())), 1))
        return np.concatenate(rows)
