"""Step 3: the motion generator, a conditional VAE on pseudo labels with a sequence GAN (paper section 3.2).

L = KL + 1000 L1(k_tilde, k_hat) - log D_seq(k_tilde), where k_tilde is decoded from the encoder's z.
"""

from __future__ import annotations

import torch
from accelerate import Accelerator
from torch import nn

from engine.networks.motion import MotionEncoder, MotionGenerator
from engine.networks.spec import NetworkSpec
from training import losses
from training.config import RunConfig
from training.data.sequences import SequenceSampler
from training.descent import descend, set_rate
from training.discriminators import SequenceDiscriminator
from training.ema import Average
from training.loop import cosine


class MotionStage:
    """See `training.loop.Stage`."""

    name = "motion"

    def __init__(self, spec: NetworkSpec, config: RunConfig, sampler: SequenceSampler, device: torch.device) -> None:
        settings = config.motion
        self.settings, self.sampler, self.device, self.steps = settings, sampler, device, settings.steps
        generator, encoder = MotionGenerator(spec), MotionEncoder(spec)
        self.modules: dict[str, nn.Module] = {"motion": generator, "encoder": encoder}
        if settings.gan > 0:
            self.modules["discriminator"] = SequenceDiscriminator(spec.n_keypoints, settings.discriminator_cells)
        for module in self.modules.values():
            module.to(device)
        self.averaged = Average({"motion": generator}, settings.ema)
        parameters = [*generator.parameters(), *encoder.parameters()]
        self.optimizers = {"generator": torch.optim.AdamW(parameters, settings.rate, settings.betas, weight_decay=1e-5)}
        if settings.gan > 0:
            self.optimizers["discriminator"] = torch.optim.AdamW(
                self.modules["discriminator"].parameters(), settings.rate / 4, settings.betas, weight_decay=0
            )

    def step(self, n: int, accelerator: Accelerator) -> dict[str, torch.Tensor]:
        settings = self.settings
        set_rate(self.optimizers, cosine(n, self.steps, settings.warmup, settings.rate_floor))
        for module in self.modules.values():
            module.train()
        k0, future, action = (x.to(self.device) for x in self.sampler.batch(n))
        mu, sigma = self.modules["encoder"](future, k0, action)
        z = mu + sigma * torch.randn_like(mu)
        decoded = self.modules["motion"].decode(z, k0, action)
        parts = {
            "l1": settings.l1 * (decoded - future).abs().mean(),
            "kl": settings.kl * losses.kl_divergence(mu, sigma),
        }
        if settings.velocity > 0:
            moved = (decoded.diff(dim=1) - future.diff(dim=1)).abs().mean()
            parts["velocity"] = settings.velocity * settings.l1 * moved
        if settings.gan > 0:
            # The prior's futures face the discriminator too: they are what a user sees.
            imagined = self.modules["motion"].decode(torch.randn_like(mu), k0, action)
            fake = torch.cat([decoded, imagined])
            discriminator = self.modules["discriminator"]
            loss = losses.discriminator_gan(discriminator(future), discriminator(fake.detach()))
            descend(self.optimizers["discriminator"], loss, [discriminator], settings.clip_norm, accelerator)
            parts["gan"] = settings.gan * losses.generator_gan(discriminator(fake))
        generator, encoder = self.modules["motion"], self.modules["encoder"]
        descend(
            self.optimizers["generator"], sum(parts.values()), [generator, encoder], settings.clip_norm, accelerator
        )
        if settings.gan > 0:
            parts["discriminator"] = loss
        self.averaged.update({"motion": generator}, n)
        return {key: value.detach() for key, value in parts.items()}

    def preview(self) -> None:
        """Trajectories are seen in the studio; this step draws no picture."""
        return None
