"""EPVA (Wichers et al., ICML 2018), trained. From the paper: encoder, stacked LSTMs and visual-analogy network learn
together, by the squared error of frames drawn from their own codes, and s(t) times the squared error of predicted
codes, s rising from 0 to 0.1 once a sixth of the steps are done, so that codes mean something before they are
predicted; the frame is m * photo + (1 - m) * RGB; 64 px.

Deviations:
* One frame is given, not five.
* The action joins the predictor's inputs, where the paper has a robot's actions and zeros for people. So does noise of
  8 numbers, one draw per clip, of which nothing in this loss makes use: futures hardly differ by z. (The noise of its
  adversarial variant would need a WGAN-GP of five critic steps for one of the generator's.)
* A small convolutional encoder instead of VGG16 with ImageNet weights; 3 plain LSTMs of 128 cells instead of 21 with
  peepholes and projections; the predicted code is the one before it plus a change; width 32 instead of 64.
* What is drawn is compared with the frame as well, and the mask keeps away from 0 and 1: within fifty steps it would
  keep the photo everywhere, and nothing would be learned any more.
* Codes are made to differ within a clip: left alone they were the same for all its frames after a hundred steps.
* Clips of 16 frames are learned from, and 32 predicted by running on.
* Adam at 1e-3 on a cosine with gradients clipped to 1 (the paper: 1e-4, clipped to 0.01), averaged weights.
"""

from __future__ import annotations

import math

import torch
from accelerate import Accelerator
from torch import Tensor, nn

from engine.systems.epva import EPVA
from training.baselines.system_stage import SystemStage
from training.running.optimisation import descend
from training.running.stage import StepResult
from training.runs.config import OptimizerConfig

_DRAWN = 0.5  # the weight of what is drawn, whether the mask shows it or not
_SPREAD, _CHANGE = 0.1, 0.2  # the weight of codes that hardly change, and how much they should
_CODES, _RISE = 0.1, 1 / 6  # the weight of predicted codes in the end, and when of the steps it rises


class EPVAStage(SystemStage):
    """The one stage."""

    name = "epva"
    frames_seen = 16
    optimizer = OptimizerConfig(rate=1e-3, betas=(0.9, 0.999), weight_decay=0.0, warmup=20, clip_norm=1.0, ema=0.99)

    def step(self, n: int, accelerator: Accelerator) -> StepResult:
        frames, action = self.begun(n)
        network = _of(self.network)
        z = torch.randn(len(frames), network.z_size(1), device=self.device)
        with accelerator.autocast():
            codes = _codes(network, frames)
            predicted = network.predictor(codes[:, 0], action, z, frames.shape[1] - 1)
            made, drawn, mask = network.analogy.sequence(frames[:, 0], codes[:, 0], codes[:, 1:])
        away = (predicted - codes[:, 1:]).square().mean()
        parts = {
            "frames": (made.float() - frames[:, 1:]).square().mean(),
            "drawn": _DRAWN * (drawn.float() - frames[:, 1:]).square().mean(),
            "spread": _SPREAD * held_together(codes),
            "codes": risen(n, self.steps) * away,
        }
        descend(
            self.optimizers["generator"],
            torch.stack(list(parts.values())).sum(),
            [network],
            self.settings.clip_norm,
            accelerator,
        )
        self.averaged.update(self.modules, n)
        still = (frames[:, :1] - frames[:, 1:]).square().mean()
        return StepResult.of(parts, {"frames_still": still, "codes_away": away, "mask_mean": mask.float().mean()})

    @torch.no_grad()
    def validate(self) -> float:
        """The squared error of held-out futures from their first frames, predicted codes and all."""
        frames, action = self.held_out()
        z = torch.zeros(len(frames), self.work.spec.z_size, device=self.device)
        return float((self.used.future(frames[:, 0], action, z).frames - frames[:, 1:]).square().mean())


def risen(n: int, steps: int) -> float:
    """How much predicted codes count at step n: s(t) of the paper, for its 120,000 steps of which 20,000 come first."""
    delay = max(steps * _RISE, 1)
    return _CODES / (1 + math.exp(-max((n - delay) / (0.1 * delay), -50)))


def held_together(codes: Tensor) -> Tensor:
    """How far the numbers of codes [N, T, CODE] are from changing by _CHANGE (standard deviation) within a clip."""
    return (_CHANGE - (codes.var(1) + 1e-6).sqrt()).relu().mean()


def _codes(network: EPVA, frames: Tensor) -> Tensor:
    """The codes [N, 1 + T, CODE] of frames [N, 1 + T, 3, S, S]."""
    return network.encoder(frames.flatten(0, 1)).unflatten(0, frames.shape[:2])


def _of(network: nn.Module) -> EPVA:
    assert isinstance(network, EPVA)
    return network
