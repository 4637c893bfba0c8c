"""Step 1: detector and translator together, on pairs of frames of one clip (paper section 3.1).

The detector never learns what a joint is: keypoints are whatever lets the translator turn v into v'.
"""

from __future__ import annotations

import functools
import math

import numpy as np
import torch
from accelerate import Accelerator
from torch import nn
from torch.nn import functional as F

from engine.errors import TrainingError
from engine.networks.detector import Detector
from engine.networks.moving_fields import compose
from engine.networks.moving_translator import MovingTranslator
from engine.networks.spec import NetworkSpec
from engine.networks.translators import TRANSLATORS
from training.data.augmentation import small_warps
from training.data.known import Known
from training.data.pairs import PairSampler
from training.data.prefetch import Prefetch
from training.losses import known as known_losses
from training.losses import moving as moving_losses
from training.losses import terms as losses
from training.losses.discriminators import ImageDiscriminator
from training.losses.feature_networks import fill_trunk
from training.losses.perceptual import PerceptualLoss
from training.running.optimisation import Average, descend, optimizers_for, rate_factor, set_rate
from training.running.stage import Stage, StepResult
from training.runs.config import KeypointsConfig, RunConfig
from training.runs.stage_names import keypoints_at
from training.runs.terms import DISCRIMINATOR, GAN
from training.stages.previews import PAIR_COLUMNS, pair_sheet
from training.store.frame_store import FrameStore

MASK_BIAS = -1.5  # the mask starts near 0: a mask that starts by copying the source never lets go of it


class KeypointsStage(Stage):
    """Step 1 at one size. `part` is the place in the resolution schedule; batches are numbered across sizes."""

    preview_columns = PAIR_COLUMNS

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
        self.name = keypoints_at(spec.image_size)
        self.spec, self.settings, self.device = spec, settings, device
        self.steps, self.offset = settings.steps[part], sum(settings.steps[:part])
        self.pairs_per_step = settings.batch
        self.rate_scale = 1.0 if part == 0 else settings.grown_rate
        self._seed, self._rank = sampler.seed, sampler.rank
        self._moving = spec.translator == "moving"
        self._taught = self._moving and max(settings.silhouettes, settings.flow, settings.plate) > 0
        if self._taught:
            _needs_truth(sampler.store, settings)
        self._sampler = sampler
        self._batches = Prefetch(self._drawn, self.offset + self.steps)
        self._held_out, self._fixed = held_out, None
        detector, translator = Detector(spec), TRANSLATORS[spec.translator].network_class()(spec)
        for module in (detector, translator):
            module.apply(_xavier)
        for owner in (detector, translator.source) if self._moving else (detector,):
            if owner.trunk is not None:
                fill_trunk(owner.trunk)
        if self._moving:
            translator.begin()
        elif translator.mask is not None and translator.mask.bias is not None:
            nn.init.constant_(translator.mask.bias, MASK_BIAS)
        self.modules: dict[str, nn.Module] = {"detector": detector, "translator": translator}
        self.perceptual = None
        if settings.perceptual > 0:
            self.perceptual = PerceptualLoss(settings.perceptual_features, scales=settings.perceptual_scales).to(device)
        if settings.gan > 0:
            self.modules["discriminator"] = ImageDiscriminator(
                spec.image_size,
                width=settings.discriminator_width,
                max_width=settings.discriminator_widest,
                padding=spec.padding,
            )
        for module in self.modules.values():
            module.to(device).to(memory_format=torch.channels_last)
        self._latest: dict[str, torch.Tensor] = {}
        self.averaged = Average({"detector": detector, "translator": translator}, settings.ema)
        self._frozen = settings.detector_rate == 0
        self.optimizers = self._optimizers(detector, translator)

    def _optimizers(self, detector: nn.Module, translator: nn.Module) -> dict[str, torch.optim.Optimizer]:
        settings, own_rate = self.settings, self.settings.detector_rate != 1
        together = [translator] if own_rate else [detector, translator]
        optimizers = optimizers_for(settings, together, self.modules.get("discriminator"), self.device)
        if self._frozen:
            detector.requires_grad_(False)
        elif own_rate:
            group = {"params": list(detector.parameters()), "lr": settings.rate * settings.detector_rate}
            optimizers["generator"].add_param_group(group)
        return optimizers

    @property
    def data_seconds(self) -> float:
        """All the time that steps have waited for pairs."""
        return self._batches.waited

    def step(self, n: int, accelerator: Accelerator) -> StepResult:
        settings, when = self.settings, n + self.offset
        # A warm-up and a cosine per size: the layers that growing adds start from nothing.
        set_rate(self.optimizers, self.rate_scale * rate_factor(settings, n, self.steps, self.offset))
        v, target, known = self._batches.get(when)
        v, target = (pictures.to(self.device, non_blocking=True) for pictures in (v, target))
        known = None if known is None else known.to(self.device)
        fixed = self._frozen or (known is not None and known.figures is not None)
        for name, module in self.modules.items():
            module.train(not (fixed and name == "detector"))
        detector, translator = self.modules["detector"], self.modules["translator"]
        with accelerator.autocast():
            k_source, k_target, parts = self._keypoints(detector, v, target, when, fixed)
            if isinstance(translator, MovingTranslator):
                source = translator.prepare(v, k_source)
                fields = translator.field(source, k_target)
                composed = compose(source.layers, fields)
                frame, mask = composed.frame, composed.mask
            else:
                frame, _, mask = translator(v, k_source, k_target)
        frame = frame.float()
        weights = losses.motion_weights(v, target, settings.motion_weight)
        if settings.hard_weight > 0:
            weights = weights * losses.hard_weights(frame, target, settings.hard_weight)
        parts["reconstruction"] = settings.reconstruction * losses.weighted_l1(frame, target, weights)
        if self.perceptual is not None:
            with accelerator.autocast():
                parts["perceptual"] = settings.perceptual * self.perceptual(frame, target, weights)
        if self._moving:
            there = None if known is None or known.figures is None else known.figures[1]
            parts |= moving_losses.terms(composed, source.layers, target, weights, there, settings)
            if known is not None:
                parts |= known_losses.terms(composed, source.layers, fields, (k_source, k_target), known, settings)
            if settings.coverage > 0 and not fixed:
                covers = torch.cat([source.layers.cover.sigmoid(), composed.cover])
                missed = moving_losses.coverage(torch.cat([k_source, k_target]), covers)
                parts["coverage"] = settings.coverage * missed
        learns_keypoints = not fixed and self.spec.background_mask
        if learns_keypoints and settings.on_object > 0 and when >= settings.on_object_from:
            both = torch.cat([k_source, k_target], 1)
            parts["on_object"] = settings.on_object * losses.on_object(both, mask)
        metrics = {}
        if settings.gan > 0 and when >= settings.gan_from:
            metrics[DISCRIMINATOR] = self._discriminator_step(target, frame.detach(), accelerator)
            parts[GAN] = settings.gan * self._fooling(frame, accelerator)
        total = functools.reduce(torch.add, parts.values())
        trained = [translator] if fixed else [detector, translator]
        descend(self.optimizers["generator"], total, trained, settings.clip_norm, accelerator)
        self.averaged.update(self.modules, when)
        with torch.no_grad():
            metrics |= {"mask_mean": mask.mean(), "moved": (k_target - k_source).norm(dim=-1).mean()}
        # What only every other step has is reported as it last was: a report may always meet the same of the two.
        self._latest |= {name: value.detach() for name, value in parts.items()}
        return StepResult.of(self._latest, metrics)

    def _drawn(self, when: int) -> tuple[torch.Tensor, torch.Tensor, Known | None]:
        """Pairs, and in every other step what the renderer knows of them. Keypoints stay as they are then: they are
        learned from pictures alone, and how these are seen to move."""
        if self._taught and (self._frozen or when % self.settings.known_every == 1):
            return self._sampler.batch_with_known(when, self.spec.image_size)
        if self._moving and self.settings.optical_flow > 0:
            return self._sampler.batch_with_flow(when, self.spec.image_size)
        return *self._sampler.batch(when, self.spec.image_size), None

    def _keypoints(self, detector: nn.Module, v: torch.Tensor, target: torch.Tensor, when: int, fixed: bool):
        """Keypoints [N, K, 2] of both pictures, and the losses on keypoints alone; none of them where they stay."""
        settings = self.settings
        if fixed:
            with torch.no_grad():
                return *detector(torch.cat([v, target])).chunk(2), {}
        seen, parts = [v, target], {}
        if settings.equivariance > 0:
            theta = self._warps(math.ceil(len(v) * settings.equivariance_share), when)
            seen.append(_warped(target[: len(theta)], theta))
        k_source, k_target, *k_warped = detector(torch.cat(seen)).split([len(pictures) for pictures in seen])
        if k_warped:
            same = k_target[: len(theta)]
            parts["equivariance"] = settings.equivariance * losses.equivariance(same, k_warped[0], theta)
        if settings.separation > 0:
            parts["separation"] = settings.separation * losses.separation(k_target, settings.separation_width)
        return k_source, k_target, parts

    @torch.no_grad()
    def validate(self) -> float:
        """Motion-weighted L1 of the averaged networks on two fixed batches of held-out pairs."""
        errors = []
        for v, target in self._fixed_batches():
            frame, _, _ = self._averaged(v, target)[2]
            weights = losses.motion_weights(v, target, self.settings.motion_weight)
            errors.append(float(losses.weighted_l1(frame.float(), target, weights)))
        return sum(errors) / len(errors)

    @torch.no_grad()
    def preview(self) -> np.ndarray:
        """Eight held-out pairs: source and target with keypoints, target, prediction, synthesized, mask."""
        v, target = (x[:8] for x in self._fixed_batches()[0])
        k_source, k_target, drawn = self._averaged(v, target)
        return pair_sheet(v, target, k_source, k_target, *drawn)

    def _fixed_batches(self) -> list[tuple[torch.Tensor, torch.Tensor]]:
        if self._fixed is None:
            pairs = [self._held_out.batch(n, self.spec.image_size) for n in range(2)]
            self._fixed = [(v.to(self.device), target.to(self.device)) for v, target in pairs]
        return self._fixed

    def _averaged(self, v: torch.Tensor, target: torch.Tensor):
        detector, translator = self.averaged.modules["detector"], self.averaged.modules["translator"]
        k_source, k_target = detector(v), detector(target)
        return k_source, k_target, translator(v, k_source, k_target)

    def _warps(self, count: int, when: int) -> torch.Tensor:
        rng = np.random.default_rng([self._seed, when, self._rank, 1])
        return small_warps(count, rng).to(self.device)

    def _discriminator_step(self, real: torch.Tensor, fake: torch.Tensor, accelerator: Accelerator) -> torch.Tensor:
        discriminator = self.modules["discriminator"].requires_grad_(True)
        with accelerator.autocast():
            logits = discriminator(torch.cat([real, fake]))
        loss = losses.discriminator_gan(*logits.float().chunk(2))
        descend(self.optimizers["discriminator"], loss, [discriminator], self.settings.clip_norm, accelerator)
        return loss

    def _fooling(self, frame: torch.Tensor, accelerator: Accelerator) -> torch.Tensor:
        # The discriminator's own gradients are not wanted here, and cost a third of the way back through it.
        discriminator = self.modules["discriminator"].requires_grad_(False)
        with accelerator.autocast():
            logits = discriminator(frame)
        return losses.generator_gan(logits.float())


def _needs_truth(store: FrameStore, settings: KeypointsConfig) -> None:
    """Raises TrainingError if the clips do not come with what the settings would learn from."""
    if store.silhouettes is None:
        raise TrainingError(
            "These clips come without silhouettes.",
            "Set keypoints.silhouettes, keypoints.flow and keypoints.plate to 0: the cover does without.",
        )
    if max(settings.flow, settings.plate) > 0 and store.truth is None:
        raise TrainingError(
            "These clips come without their true motion and places.",
            "Set data.truth=true, or keypoints.flow=0 and keypoints.plate=0.",
        )


def _warped(pictures: torch.Tensor, theta: torch.Tensor) -> torch.Tensor:
    grid = F.affine_grid(theta, list(pictures.shape), align_corners=True)
    moved = F.grid_sample(pictures, grid, padding_mode="reflection", align_corners=True)
    return moved.contiguous(memory_format=torch.channels_last)


def _xavier(module: nn.Module) -> None:
    if isinstance(module, nn.Conv2d):
        nn.init.xavier_uniform_(module.weight)
        if module.bias is not None:
            nn.init.zeros_(module.bias)
