"""Flow-grounded prediction (Li et al., ECCV 2018), trained. From the paper: a conditional VAE of 3-D convolutions that
encodes photo and 16 flows and decodes h + h * z, h being what is seen in the photo, through an output of 5 tanh, with
L1 + 0.1 KL; then a network that draws a frame from the warped one before it and the flow, with a perceptual loss.

Deviations:
* The flows that it learns from are OpenCV's DIS (the paper: SPyNet).
* The action joins both encoders' features (the paper's network knows no classes), which all systems here are given.
* Codes of 128 numbers instead of 2000, four levels, width 32; nearest-neighbour upsampling before convolutions instead
  of transposed ones. The KL weighs 1e-4 instead of 0.1, at which z would mean nothing after a short training.
* In the L1 of flows, places that move count together as much as those that stay: most of a clip stands still, and by a
  plain mean no flow at all was still the best after 500 steps.
* Trained in float32, whatever the run's precision: in bfloat16 the flows were no numbers within 80 steps.
* The frame network adds to the warped frame instead of drawing anew, and its loss has an L1 of the pixels beside the
  perceptual one: the paper's alone needs VGG19 and far longer. Where no feature network is there, L1 is alone.
* It learns from true flows and, every other step, from frames of its own: the second of two.
* Clips of more than 16 frames are made in parts, each from the last frame of the one before.
* Adam at 1e-3 (0.9, 0.999) on a cosine, averaged weights: 2e-5 and 1e-4 are for weeks.
"""

from __future__ import annotations

from functools import cached_property
from itertools import pairwise

import cv2
import numpy as np
import torch
from accelerate import Accelerator
from torch import Tensor, nn

from engine.pixels import to_bytes
from engine.systems.flow_grounded import FLOWS, LARGEST_FLOW, FlowGrounded
from training.baselines.system_stage import SystemStage
from training.losses import terms
from training.losses.perceptual import PerceptualLoss
from training.running.optimisation import descend
from training.running.stage import StepResult
from training.runs.config import OptimizerConfig

_KL = 1e-4
_MOVING = 0.25  # pixels of a 64 px picture from one frame to the next, from which a place moves
_OPTIMIZER = OptimizerConfig(rate=1e-3, betas=(0.9, 0.999), weight_decay=0.0, warmup=20, ema=0.99)


class FlowsStage(SystemStage):
    """The flows."""

    name = "flows"
    frames_seen = FLOWS
    optimizer = _OPTIMIZER

    def trained(self) -> list[nn.Module]:
        return [_of(self.network).flows]

    def step(self, n: int, accelerator: Accelerator) -> StepResult:
        frames, action = self.begun(n)
        flows = flows_of(frames)
        network = _of(self.network).flows
        mu, sigma = network.encode(frames[:, 0], action, flows)
        made = network.decode(frames[:, 0], action, mu + sigma * torch.randn_like(mu))
        parts = {"flow": balanced_error(made, flows), "kl": _KL * terms.kl_divergence(mu, sigma)}
        descend(
            self.optimizers["generator"], parts["flow"] + parts["kl"], [network], self.settings.clip_norm, accelerator
        )
        self.averaged.update(self.modules, n)
        return StepResult.of(parts, {"flow_still": balanced_error(torch.zeros_like(flows), flows)})

    @torch.no_grad()
    def validate(self) -> float:
        """The error of held-out flows, in pixels at 64 px, as in training, at the encoder's mean."""
        frames, action = self.held_out()
        frames = _beginning(frames)
        flows, network = flows_of(frames), _of(self.used).flows
        mu, _ = network.encode(frames[:, 0], action, flows)
        return float(balanced_error(network.decode(frames[:, 0], action, mu), flows))


class FramesStage(SystemStage):
    """The frames, from true flows."""

    name = "frames"
    frames_seen = 2
    optimizer = _OPTIMIZER

    def trained(self) -> list[nn.Module]:
        return [_of(self.network).frames]

    @cached_property
    def perceptual(self) -> PerceptualLoss | None:
        """None where the run does without one."""
        if self.work.config.keypoints.perceptual == 0:
            return None
        return PerceptualLoss(self.work.config.keypoints.perceptual_features).to(self.device).requires_grad_(False)

    def step(self, n: int, accelerator: Accelerator) -> StepResult:
        frames, _ = self.begun(n)
        flows, network = flows_of(frames), _of(self.network).frames
        before, after = frames[:, 0], frames[:, 1]
        if n % 2:
            before, after = network(before, flows[:, :, 0]).detach(), frames[:, 2]
        made = network(before, flows[:, :, n % 2])
        parts = {"pixels": (made - after).abs().mean()}
        if self.perceptual is not None:
            parts["perceptual"] = self.perceptual(made, after)
        total = torch.stack(list(parts.values())).sum()
        descend(self.optimizers["generator"], total, [network], self.settings.clip_norm, accelerator)
        self.averaged.update(self.modules, n)
        return StepResult.of(parts, {"pixels_copy": (before - after).abs().mean()})

    @torch.no_grad()
    def validate(self) -> float:
        """The mean error of held-out second frames, from their first ones and true flows."""
        frames, _ = self.held_out()
        flows = flows_of(frames[:, :2])
        return float((_of(self.used).frames(frames[:, 0], flows[:, :, 0]) - frames[:, 1]).abs().mean())


def flows_of(frames: Tensor) -> Tensor:
    """What OpenCV sees move from each frame back to the one before: [N, 1 + T, 3, S, S] -> [N, 2, T, S, S] in pixels of
    a 64 px picture, within LARGEST_FLOW."""
    seer = cv2.DISOpticalFlow.create(cv2.DISOPTICAL_FLOW_PRESET_MEDIUM)
    seer.setFinestScale(0)
    scale = 64 / frames.shape[-1]
    grown = max(1, 32 // frames.shape[-1])  # DIS needs pictures of some size
    found = []
    for clip in frames:
        grey = [cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY) for picture in to_bytes(clip)]
        grey = [cv2.resize(picture, None, fx=grown, fy=grown) for picture in grey] if grown > 1 else grey
        none = np.zeros((*grey[0].shape, 2), np.float32)
        flows = [seer.calc(after, before, none.copy()) for before, after in pairwise(grey)]
        if grown > 1:
            flows = [cv2.resize(flow, clip.shape[-2:], interpolation=cv2.INTER_AREA) for flow in flows]
        found.append(np.stack(flows) * (scale / grown))
    tensor = torch.from_numpy(np.stack(found)).permute(0, 4, 1, 2, 3)
    return tensor.to(frames.device, torch.float32).clamp(-LARGEST_FLOW, LARGEST_FLOW)


def balanced_error(made: Tensor, flows: Tensor) -> Tensor:
    """The mean L1 of flows [N, 2, T, S, S], places that move counting as much together as those that stay."""
    error = (made - flows).abs().mean(1)
    moving = (flows.square().sum(1).sqrt() > _MOVING).to(error.dtype)
    of_moving = (error * moving).sum() / moving.sum().clamp_min(1)
    of_still = (error * (1 - moving)).sum() / (1 - moving).sum().clamp_min(1)
    return (of_moving + of_still) / 2


def _beginning(frames: Tensor) -> Tensor:
    """The first 1 + FLOWS frames; of a shorter clip, its last one over and over."""
    missing = 1 + FLOWS - frames.shape[1]
    if missing > 0:
        frames = torch.cat([frames, frames[:, -1:].expand(-1, missing, -1, -1, -1)], 1)
    return frames[:, : 1 + FLOWS]


def _of(network: nn.Module) -> FlowGrounded:
    assert isinstance(network, FlowGrounded)
    return network
