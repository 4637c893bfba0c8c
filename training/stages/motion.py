"""Step 3: the motion generator, a conditional VAE on pseudo labels with a sequence GAN (paper section 3.2).

L = KL + 1000 L1(k_tilde, k_hat) - log D_seq(k_tilde), where k_tilde is decoded from the encoder's z.
"""

from __future__ import annotations

import functools

import numpy as np
import torch
from accelerate import Accelerator
from torch import nn

from engine.inputs import latent
from engine.networks.motion import MotionEncoder, MotionGenerator
from engine.networks.spec import NetworkSpec
from training.data.prefetch import Prefetch
from training.data.sequences import SequenceSampler
from training.losses import terms as losses
from training.losses.discriminators import SequenceDiscriminator
from training.running.optimisation import Average, descend, optimizers_for, rate_factor, set_rate
from training.running.stage import Stage, StepResult
from training.runs.config import RunConfig
from training.runs.stage_names import MOTION
from training.runs.terms import DISCRIMINATOR, GAN
from training.stages.previews import trail_sheet

HELD_OUT_CLIPS = 64
LEAST_SIGMA = 1e-4  # a rectified sigma may be 0, of which there is no logarithm; the authors add 1e-8 to its square
SAMPLES = 3


class MotionStage(Stage):
    """Step 3."""

    name = MOTION
    preview_columns = ("true future", "z = 0", *(f"z {number}" for number in range(1, SAMPLES + 1)))

    def __init__(
        self,
        spec: NetworkSpec,
        config: RunConfig,
        sampler: SequenceSampler,
        held_out: SequenceSampler,
        pictures: np.ndarray,
        device: torch.device,
    ) -> None:
        """pictures uint8 [M, S, S, 3]: the first frames of the first M held-out clips, which previews draw on."""
        settings = config.motion
        self.settings, self.device, self.steps = settings, device, settings.steps
        self.pairs_per_step = settings.batch
        self._batches = Prefetch(sampler.batch, self.steps)
        self._fixed = tuple(x.to(device) for x in held_out.fixed(HELD_OUT_CLIPS))
        self._pictures = pictures
        generator, encoder = MotionGenerator(spec), MotionEncoder(spec)
        self.modules: dict[str, nn.Module] = {"motion": generator, "encoder": encoder}
        if settings.gan > 0:
            self.modules["discriminator"] = SequenceDiscriminator(
                spec.n_keypoints, settings.discriminator_cells, rectified=spec.rectified_linear
            )
        for module in self.modules.values():
            module.to(device)
        self.averaged = Average({"motion": generator}, settings.ema)
        adversary = self.modules.get("discriminator")
        self.optimizers = optimizers_for(settings, [generator, encoder], adversary, device)

    @property
    def data_seconds(self) -> float:
        """All the time that steps have waited for sequences."""
        return self._batches.waited

    def step(self, n: int, accelerator: Accelerator) -> StepResult:
        settings = self.settings
        set_rate(self.optimizers, rate_factor(settings, n, self.steps))
        for module in self.modules.values():
            module.train()
        k0, future, action = (x.to(self.device) for x in self._batches.get(n))
        mu, sigma = self.modules["encoder"](future, k0, action)
        z = mu + sigma * torch.randn_like(mu)
        generator, encoder = self.modules["motion"], self.modules["encoder"]
        assert isinstance(generator, MotionGenerator)
        decoded = generator.course(z, k0, action)
        parts = {
            "l1": settings.l1 * (decoded - future).abs().mean(),
            "kl": settings.kl * losses.kl_divergence(mu, sigma.clamp(min=LEAST_SIGMA)),
        }
        if generator.prior is not None:
            # The prior follows the encoder and does not lead it: its loss ends at z.
            condition = torch.cat([k0.flatten(1), action], 1)
            parts["prior"] = generator.prior.surprise(z.detach(), condition).mean()
        if settings.velocity > 0:
            moved = (decoded.diff(dim=1) - future.diff(dim=1)).abs().mean()
            parts["velocity"] = settings.velocity * settings.l1 * moved
        metrics = {}
        if settings.gan > 0:
            # The prior's futures face the discriminator too: they are what a user sees.
            imagined = generator.decode(torch.randn_like(mu), k0, action)
            fake = torch.cat([decoded, imagined])
            discriminator = self.modules["discriminator"].requires_grad_(True)
            loss = losses.discriminator_gan(discriminator(future), discriminator(fake.detach()))
            descend(self.optimizers["discriminator"], loss, [discriminator], settings.clip_norm, accelerator)
            metrics[DISCRIMINATOR] = loss
            parts[GAN] = settings.gan * losses.generator_gan(discriminator.requires_grad_(False)(fake))
        total = functools.reduce(torch.add, parts.values())
        descend(self.optimizers["generator"], total, [generator, encoder], settings.clip_norm, accelerator)
        self.averaged.update(self.modules, n)
        return StepResult.of(parts, metrics)

    @torch.no_grad()
    def validate(self) -> float | None:
        """The VAE's objective on held-out clips, in half sides: L1 with z at the encoder's mean, plus its share of KL.

        None where the L1 has no weight, and where a prior is learned: this score is best long before the futures that
        the prior draws are (docs/training.md), so that it must not choose the weights.
        """
        generator = self.averaged.modules["motion"]
        assert isinstance(generator, MotionGenerator)
        if self.settings.l1 == 0 or generator.prior is not None:
            return None
        k0, future, action = self._fixed
        mu, sigma = self.modules["encoder"].eval()(future, k0, action)
        decoded = generator.course(mu, k0, action)
        divergence = losses.kl_divergence(mu, sigma.clamp(min=LEAST_SIGMA)) * self.settings.kl / self.settings.l1
        return float((decoded - future).abs().mean() + divergence)

    @torch.no_grad()
    def preview(self) -> np.ndarray:
        """Held-out first frames with the real future's trails, then those of z = 0 and of three z."""
        count = len(self._pictures)
        k0, future, action = (x[:count] for x in self._fixed)
        generator = self.averaged.modules["motion"]
        assert isinstance(generator, MotionGenerator)
        size, decode = generator.spec.z_size, generator.decode
        latents = latent(0, SAMPLES, count, size)
        futures = [future, decode(torch.zeros(count, size, device=self.device), k0, action)]
        futures += [decode(torch.from_numpy(z).to(self.device), k0, action) for z in latents]
        return trail_sheet(self._pictures, k0.cpu().numpy(), [f.float().cpu().numpy() for f in futures])
