"""Hierarchical prediction (Villegas et al., ICML 2017), trained. From the paper: an LSTM predicts joints by a squared
error, fed zeros after the frames that it has seen; an image generator dec(f_img(photo) + f_pose(joints to come) -
f_pose(joints of the photo)) with three poolings learns by the squared error of pixels and of features, and against a
discriminator that also sees frames with joints that are not theirs.

It needs joints to learn from: worlds know them. Deviations:
* One frame is given, not ten. Joints of a photo are found by a small hourglass that learns from the same joints (the
  paper's is Newell's, which learned from photographs).
* The action joins the LSTM's inputs (the published code builds it and feeds it nowhere), as in all systems here.
  Joints are predicted as displacements from the photo's, 1 x 256 cells instead of 1024; all joints count as visible.
* A Gaussian map per joint, without the maps of limbs; nearest-neighbour upsampling instead of zero-filled unpooling;
  width 32 instead of 64; batch norm.
* Features are those of the perceptual loss of our own models, as absolute differences, instead of AlexNet's and the
  hourglass's; the adversary weighs 0.02 instead of 1 and learns at every step, instead of being held back by its loss.
* Photo and frame are 1 to 16 learning frames apart (the paper: 1 to 29 of the film's); AdamW at 1e-3 on a cosine,
  averaged weights; mirroring, which changes the sides of joints, is left out.
* z means nothing: there is one future.
"""

from __future__ import annotations

import torch
from accelerate import Accelerator
from torch import Tensor, nn

from engine.networks.keypoints import gaussian_maps
from engine.systems.hierarchical import SHARPNESS, Hierarchical
from training.baselines.system_stage import SystemStage, SystemWork
from training.losses import terms
from training.losses.perceptual import PerceptualLoss
from training.running.optimisation import descend
from training.running.stage import StepResult
from training.runs.config import OptimizerConfig
from training.runs.terms import DISCRIMINATOR, GAN

_OPTIMIZER = OptimizerConfig(rate=1e-3, betas=(0.9, 0.999), weight_decay=0.0, warmup=20, ema=0.99)
_ADVERSARY = 0.02


class JointsStage(SystemStage):
    """The joints of a picture."""

    name = "joints"
    frames_seen = 3
    optimizer = _OPTIMIZER

    def trained(self) -> list[nn.Module]:
        return [_of(self.network).detector]

    def step(self, n: int, accelerator: Accelerator) -> StepResult:
        frames, _, joints = self.begun(n)
        network = _of(self.network).detector
        loss = (network(frames.flatten(0, 1)) - joints.flatten(0, 1)).square().mean()
        descend(self.optimizers["generator"], loss, [network], self.settings.clip_norm, accelerator)
        self.averaged.update(self.modules, n)
        mean_pose = joints - joints.mean((0, 1), keepdim=True)
        return StepResult.of({"joints": loss}, {"joints_mean_pose": mean_pose.square().mean()})

    @torch.no_grad()
    def validate(self) -> float:
        """The mean distance of held-out joints, in half sides."""
        frames, _, joints = self.held_out()
        found = _of(self.used).detector(frames[:, ::4].flatten(0, 1))
        return float((found - joints[:, ::4].flatten(0, 1)).norm(dim=-1).mean())


class JointMotionStage(SystemStage):
    """The joints to come."""

    name = "joint-motion"
    frames_seen = 32
    optimizer = _OPTIMIZER

    def trained(self) -> list[nn.Module]:
        return [_of(self.network).motion]

    def step(self, n: int, accelerator: Accelerator) -> StepResult:
        _, action, joints = self.begun(n)
        network = _of(self.network).motion
        made = network(joints[:, 0], action, joints.shape[1] - 1)
        loss = (made - joints[:, 1:]).square().mean()
        descend(self.optimizers["generator"], loss, [network], self.settings.clip_norm, accelerator)
        self.averaged.update(self.modules, n)
        return StepResult.of({"motion": loss}, {"motion_still": (joints[:, :1] - joints[:, 1:]).square().mean()})

    @torch.no_grad()
    def validate(self) -> float:
        """The squared error of held-out joints to come, from the photo's true ones."""
        _, action, joints = self.held_out()
        made = _of(self.used).motion(joints[:, 0], action, joints.shape[1] - 1)
        return float((made - joints[:, 1:]).square().mean())


class ImagesStage(SystemStage):
    """Frames from joints."""

    name = "images"
    frames_seen = 16
    optimizer = _OPTIMIZER

    def __init__(self, work: SystemWork) -> None:
        spec = work.spec
        self.adversary = PoseDiscriminator(spec.image_size, spec.n_keypoints, spec.width)
        super().__init__(work, {"adversary": self.adversary})
        settings = work.config.keypoints
        self.perceptual = None
        if settings.perceptual > 0:
            self.perceptual = PerceptualLoss(settings.perceptual_features).to(self.device).requires_grad_(False)

    def trained(self) -> list[nn.Module]:
        return [_of(self.network).frames]

    def step(self, n: int, accelerator: Accelerator) -> StepResult:
        frames, _, joints = self.begun(n)
        network, rows = _of(self.network).frames, torch.arange(len(frames), device=self.device)
        moments = torch.randint(1, frames.shape[1], (len(frames),), device=self.device)
        photo, k0 = frames[:, 0], joints[:, 0]
        target, pose = frames[rows, moments], joints[rows, moments]
        made = network(photo, k0, pose)
        adversary = self.adversary.requires_grad_(True)
        # The photo with the joints of the other frame is false as well.
        false = torch.cat([adversary(made.detach(), pose), adversary(photo, pose)])
        against = terms.discriminator_gan(adversary(target, pose), false)
        descend(self.optimizers["discriminator"], against, [adversary], self.settings.clip_norm, accelerator)
        parts = {"pixels": (made - target).square().mean()}
        if self.perceptual is not None:
            parts["perceptual"] = self.perceptual(made, target)
        parts[GAN] = _ADVERSARY * terms.generator_gan(adversary.requires_grad_(False)(made, pose))
        total = torch.stack(list(parts.values())).sum()
        descend(self.optimizers["generator"], total, [network], self.settings.clip_norm, accelerator)
        self.averaged.update(self.modules, n)
        copied = (photo - target).square().mean()
        return StepResult.of(parts, {DISCRIMINATOR: against, "pixels_copy": copied})


class PoseDiscriminator(nn.Module):
    """Patches of a frame [N, 3, S, S] and its joints [N, J, 2] -> logits, real and fitting above 0."""

    def __init__(self, size: int, joints: int, width: int) -> None:
        super().__init__()
        layers: list[nn.Module] = []
        channels = 3 + joints
        for level in range(min(4, size.bit_length() - 3)):
            wider = width * 2**level
            layers += [nn.Conv2d(channels, wider, 4, 2, 1), nn.LeakyReLU(0.2)]
            channels = wider
        self.layers = nn.Sequential(*layers, nn.Conv2d(channels, 1, 3, 1, 1))

    def forward(self, frames: Tensor, joints: Tensor) -> Tensor:
        maps = gaussian_maps(joints, frames.shape[-1], SHARPNESS)
        return self.layers(torch.cat([frames, maps], 1))


def _of(network: nn.Module) -> Hierarchical:
    assert isinstance(network, Hierarchical)
    return network
