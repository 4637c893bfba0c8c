"""MoCoGAN (Tulyakov et al., CVPR 2018), trained. From the paper: content, category and motion codes of 50, C and 10
numbers, motion by a GRU from noise, a DCGAN generator per frame, a patch discriminator of single frames, one of clips
with 3-D convolutions that also names the category, Adam at 2e-4 (0.5, 0.999) with weight decay 1e-5, 16 frames.

Deviations:
* The paper's content code is drawn from N(0, I); here an encoder (the frame discriminator's layers) makes it of the
  first frame, and the motion code that the GRU starts from too, since the clip has to begin with a given photo. So an
  L1 of the first frame drawn again (weight 10) joins the generator's loss.
* The clip discriminator sees the photo before the 16 frames, so that a clip which does not follow from it is false.
* The category is the class label that real clips have, not one found by itself: the category loss is a cross-entropy
  with the true label for real clips, and with the one asked for in the generator's loss.
* Width 32 instead of 64 (a setting); both discriminators see the same clips, as many as the setting says (the paper: 3
  clips and 10 frames); a rate that falls along a cosine, and averaged weights, as in the models it is compared with.
"""

from __future__ import annotations

import torch
from accelerate import Accelerator
from torch import Tensor, nn
from torch.nn import functional as F

from engine.systems.mocogan import MOTION, MoCoGAN
from training.baselines.system_stage import SystemStage, SystemWork
from training.losses import terms
from training.running.optimisation import descend
from training.running.stage import StepResult
from training.runs.config import OptimizerConfig
from training.runs.terms import DISCRIMINATOR, GAN

_PHOTO_AGAIN = 10.0


class MoCoGANStage(SystemStage):
    """The one stage: both discriminators, then the generator."""

    name = "mocogan"
    frames_seen = 16
    optimizer = OptimizerConfig(
        rate=2e-4, betas=(0.5, 0.999), weight_decay=1e-5, discriminator_rate=1.0, warmup=0, clip_norm=1e9, ema=0.99
    )

    def __init__(self, work: SystemWork) -> None:
        spec = work.spec
        self.of_frames = FrameDiscriminator(spec.image_size, spec.width)
        self.of_clips = ClipDiscriminator(spec.image_size, spec.width, spec.n_actions)
        super().__init__(work, {"of_frames": self.of_frames, "of_clips": self.of_clips})

    def step(self, n: int, accelerator: Accelerator) -> StepResult:
        real, action = self.begun(n)
        network = self.network
        assert isinstance(network, MoCoGAN)
        photo = real[:, 0]
        noise = torch.randn(len(real), real.shape[1] - 1, MOTION, device=self.device)
        moments = torch.randint(1, real.shape[1], (len(real),), device=self.device)
        rows = torch.arange(len(real), device=self.device)
        adversaries = [self.of_frames.requires_grad_(True), self.of_clips.requires_grad_(True)]
        with accelerator.autocast():
            made = network.clip(photo, action, noise)
            fake = torch.cat([photo[:, None], made[:, 1:]], 1)
            real_clips, classes = self.of_clips(real)
            fake_clips, _ = self.of_clips(fake.detach())
            of_frames = self.of_frames(real[rows, moments]), self.of_frames(fake[rows, moments].detach())
        against = terms.discriminator_gan(real_clips.float(), fake_clips.float())
        against = against + terms.discriminator_gan(*(logits.float() for logits in of_frames))
        naming = F.cross_entropy(classes.float(), action.argmax(1))
        descend(self.optimizers["discriminator"], against + naming, adversaries, self.settings.clip_norm, accelerator)
        for adversary in adversaries:
            adversary.requires_grad_(False)
        with accelerator.autocast():
            fooled, asked = self.of_clips(fake)
            frame_fooled = self.of_frames(fake[rows, moments])
        parts = {
            GAN: terms.generator_gan(fooled.float()) + terms.generator_gan(frame_fooled.float()),
            "category": F.cross_entropy(asked.float(), action.argmax(1)),
            "photo": _PHOTO_AGAIN * (made[:, 0].float() - photo).abs().mean(),
        }
        total = parts[GAN] + parts["category"] + parts["photo"]
        descend(self.optimizers["generator"], total, [network], self.settings.clip_norm, accelerator)
        self.averaged.update(self.modules, n)
        return StepResult.of(parts, {DISCRIMINATOR: against, "category_real": naming})


class FrameDiscriminator(nn.Module):
    """Patches of single frames [N, 3, S, S] -> logits [N, 1, S / 16, S / 16], real above 0."""

    def __init__(self, size: int, width: int) -> None:
        super().__init__()
        levels = min(4, size.bit_length() - 3)
        layers: list[nn.Module] = []
        channels = 3
        for level in range(levels):
            wider = width * 2**level
            layers.append(nn.Conv2d(channels, wider, 4, 2, 1, bias=level == 0))
            layers += [nn.BatchNorm2d(wider)] if level else []
            layers.append(nn.LeakyReLU(0.2))
            channels = wider
        self.layers = nn.Sequential(*layers, nn.Conv2d(channels, 1, 3, 1, 1))

    def forward(self, frames: Tensor) -> Tensor:
        return self.layers(frames)


class ClipDiscriminator(nn.Module):
    """Clips [N, 1 + T, 3, S, S] -> (logits of patches, logits [N, C] of the category)."""

    def __init__(self, size: int, width: int, n_actions: int) -> None:
        super().__init__()
        levels = min(4, size.bit_length() - 3)
        layers: list[nn.Module] = []
        channels = 3
        for level in range(levels):
            wider = width * 2**level
            # Time shrinks by two frames per level, space by half, as in the paper's network.
            layers.append(nn.Conv3d(channels, wider, 4, (1, 2, 2), (1, 1, 1), bias=level == 0))
            layers += [nn.BatchNorm3d(wider)] if level else []
            layers.append(nn.LeakyReLU(0.2))
            channels = wider
        self.layers = nn.Sequential(*layers)
        self.answer = nn.Conv3d(channels, 1 + n_actions, (1, 3, 3), 1, (0, 1, 1))

    def forward(self, clips: Tensor) -> tuple[Tensor, Tensor]:
        answers = self.answer(self.layers(clips.transpose(1, 2)))
        return answers[:, :1], answers[:, 1:].mean((2, 3, 4))
