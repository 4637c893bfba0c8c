"""Step 1: detector and translator together, on pairs of frames of one clip (paper section 3.1).

The detector is never told what a joint is: keypoints are whatever lets the translator turn v into v'.
"""

from __future__ import annotations

import numpy as np
import torch
from accelerate import Accelerator
from torch import nn
from torch.nn import functional as F

from engine.networks.detector import Detector
from engine.networks.spec import NetworkSpec
from engine.networks.translator import Translator
from training import losses
from training.config import RunConfig
from training.data.pairs import PairSampler, small_warps
from training.descent import descend, set_rate
from training.discriminators import ImageDiscriminator
from training.ema import Average
from training.loop import cosine
from training.perceptual import PerceptualLoss
from training.preview import pair_sheet

MASK_BIAS = -1.5  # the mask starts near 0: a mask that starts by copying the source never lets go of it


class KeypointsStage:
    """See `training.loop.Stage`. `part` is the place in the resolution schedule; batches are numbered across sizes."""

    def __init__(
        self,
        spec: NetworkSpec,
        config: RunConfig,
        sampler: PairSampler,
        held_out: PairSampler,
        part: int,
        device: torch.device,
    ) -> None:
        settings = config.keypoints
        self.name = f"keypoints-{spec.image_size}"
        self.spec, self.settings, self.sampler, self.device = spec, settings, sampler, device
        self.steps, self.offset = settings.steps[part], sum(settings.steps[:part])
        self.rate_scale = 1.0 if part == 0 else settings.grown_rate
        detector, translator = Detector(spec), Translator(spec)
        for module in (detector, translator):
            module.apply(_xavier)
        if translator.mask is not None:
            nn.init.constant_(translator.mask.bias, MASK_BIAS)
        self.modules = {"detector": detector, "translator": translator}
        self.perceptual = None
        if settings.perceptual > 0:
            self.perceptual = PerceptualLoss(settings.perceptual_features, scales=settings.perceptual_scales).to(device)
        if settings.gan > 0:
            self.modules["discriminator"] = ImageDiscriminator(spec.image_size, width=32, max_width=256)
        for module in self.modules.values():
            module.to(device, memory_format=torch.channels_last)
        self.averaged = Average({"detector": detector, "translator": translator}, settings.ema)
        parameters = [*detector.parameters(), *translator.parameters()]
        self.optimizers = {"generator": torch.optim.AdamW(parameters, settings.rate, settings.betas, weight_decay=1e-4)}
        if settings.gan > 0:
            self.optimizers["discriminator"] = torch.optim.AdamW(
                self.modules["discriminator"].parameters(), settings.rate / 2, settings.betas, weight_decay=0
            )
        self._held_out = held_out

    def step(self, n: int, accelerator: Accelerator) -> dict[str, torch.Tensor]:
        settings, when = self.settings, n + self.offset
        # A warm-up and a cosine per size: the layers that growing adds start from nothing.
        set_rate(self.optimizers, self.rate_scale * cosine(n, self.steps, settings.warmup, settings.rate_floor))
        for module in self.modules.values():
            module.train()
        v, target = (x.to(self.device, non_blocking=True) for x in self.sampler.batch(when, self.spec.image_size))
        detector, translator = self.modules["detector"], self.modules["translator"]
        with accelerator.autocast():
            count = v.shape[0]
            rng = np.random.default_rng([self.sampler.seed, when, self.sampler.rank, 1])
            theta = small_warps(count, rng).to(self.device)
            seen = [v, target]
            if settings.equivariance > 0:
                grid = F.affine_grid(theta, list(v.shape), align_corners=True)
                seen.append(F.grid_sample(target, grid, padding_mode="reflection", align_corners=True))
            keypoints = detector(torch.cat(seen)).split(count)
            k_source, k_target = keypoints[:2]
            frame, _, mask = translator(v, k_source, k_target)
        frame = frame.float()
        weights = losses.motion_weights(v, target, settings.motion_weight)
        parts = {"reconstruction": settings.reconstruction * losses.weighted_l1(frame, target, weights)}
        if self.perceptual is not None:
            parts["perceptual"] = settings.perceptual * self.perceptual(frame, target, weights)
        if settings.equivariance > 0:
            parts["equivariance"] = settings.equivariance * losses.equivariance(k_target, keypoints[2], theta)
        if settings.separation > 0:
            parts["separation"] = settings.separation * losses.separation(k_target, settings.separation_width)
        if settings.on_object > 0 and when >= settings.on_object_from and self.spec.background_mask:
            both = torch.cat([k_source, k_target], 1)
            parts["on_object"] = settings.on_object * losses.on_object(both, mask)
        if settings.gan > 0 and when >= settings.gan_from:
            parts["discriminator"] = self._discriminator_step(target, frame.detach(), accelerator)
            parts["gan"] = settings.gan * losses.generator_gan(self.modules["discriminator"](frame))
        total = sum(value for key, value in parts.items() if key != "discriminator")
        descend(self.optimizers["generator"], total, [detector, translator], settings.clip_norm, accelerator)
        self.averaged.update({"detector": detector, "translator": translator}, when)
        with torch.no_grad():
            parts["mask_mean"] = mask.mean()
            parts["moved"] = (k_target - k_source).norm(dim=-1).mean()
        return {key: value.detach() for key, value in parts.items()}

    @torch.no_grad()
    def preview(self) -> np.ndarray:
        """Eight held-out pairs: source and target with keypoints, target, prediction, synthesized, mask."""
        v, target = self._held_out.batch(0, self.spec.image_size)
        v, target = v[:8].to(self.device), target[:8].to(self.device)
        detector, translator = self.averaged.modules["detector"], self.averaged.modules["translator"]
        k_source, k_target = detector(v), detector(target)
        return pair_sheet(v, target, k_source, k_target, *translator(v, k_source, k_target))

    def _discriminator_step(self, real: torch.Tensor, fake: torch.Tensor, accelerator: Accelerator) -> torch.Tensor:
        discriminator = self.modules["discriminator"]
        loss = losses.discriminator_gan(discriminator(real), discriminator(fake))
        descend(self.optimizers["discriminator"], loss, [discriminator], self.settings.clip_norm, accelerator)
        return loss


def _xavier(module: nn.Module) -> None:
    if isinstance(module, nn.Conv2d):
        nn.init.xavier_uniform_(module.weight)
        if module.bias is not None:
            nn.init.zeros_(module.bias)
