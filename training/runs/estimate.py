"""How long a run will take and what it needs, before it is started: from the networks' sizes and this machine's speed.

Multiply-adds are counted from the specification alone; how many this machine does per second is measured with one
matrix product, or better, taken from the speed of earlier runs. Torch-free, so that a dialog may ask often.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Any

import numpy as np

from engine.networks.spec import CLIP_FRAMES, NetworkSpec
from engine.systems.table import SYSTEMS
from training.runs.config import RunConfig
from training.runs.resolution import at_size
from training.runs.stage_names import MOTION, keypoints_at

# Training steps run at about this share of a large matrix product's speed: measured on two AVX2 cores, 26 to 36
# thousand million multiply-adds per second of the 80 that a product reaches.
_SHARE_OF_MATMUL = 0.35
_LITE0_PER_PIXEL = 5_000  # multiply-adds of EfficientNet-Lite0's early stages, per pixel of the picture
_VGG19_PER_PIXEL = 390_000
_ONE_THREAD = 64  # side of matrices too small for several threads
_SYSTEM_PER_PIXEL = 100_000  # multiply-adds of a compared system's step, per pixel of its clips
SYSTEM_FRAMES = 16  # that a compared system sees of a clip at a time, besides the first
_BACKWARD = 3  # forward and backward over forward
_WITH_TRUTH = 3  # the disk space of clips with their true motion and places, over that of their frames
_BASE_MB = 450  # the interpreter with torch loaded


@dataclass(frozen=True)
class StageCost:
    """What one step of a stage costs: multiply-adds, and numbers kept for the backward pass."""

    name: str
    steps: int
    multiply_adds: float
    kept: float


def estimate(config: RunConfig, earlier: dict[str, float] | None = None) -> dict[str, Any]:
    """{"seconds", "memory_mb", "disk_mb", "per_stage": [{"name", "steps", "seconds"}], "measured": bool}.

    `earlier`: multiply-adds per second that earlier runs here reached, by stage name (see `earlier_speeds`);
    "measured" says whether every stage rests on them. Drawing or decoding the clips comes on top.
    """
    earlier = earlier or {}
    stages = stage_costs(config)
    speeds = [earlier.get(cost.name) for cost in stages]
    seconds = [
        cost.steps * cost.multiply_adds / (speed or matmul_speed() * _SHARE_OF_MATMUL)
        for cost, speed in zip(stages, speeds, strict=True)
    ]
    weights = _parameters(config.spec(max(len(config.data.actions), 1)))
    memory = _BASE_MB + (weights * 24 + max(cost.kept for cost in stages) * 4) / 2**20
    frames = config.data.clips * CLIP_FRAMES * config.data.size**2 * 3 / 2**20 if _is_world(config) else 0
    frames *= _WITH_TRUTH if config.data.truth else 1
    return {
        "seconds": round(sum(seconds), 1),
        "memory_mb": round(memory),
        "disk_mb": round(frames + weights * 4 * 5 * 3 / 2**20),
        "per_stage": [
            {"name": cost.name, "steps": cost.steps, "seconds": round(each, 1)}
            for cost, each in zip(stages, seconds, strict=True)
        ],
        "measured": all(speeds),
    }


def stage_costs(config: RunConfig) -> list[StageCost]:
    """What each stage of a run costs per step."""
    if config.system in SYSTEMS:
        return [_of_system(config, name, steps) for name, steps in config.stages.items()]
    spec = config.spec(max(len(config.data.actions), 1))
    settings = config.keypoints
    found = []
    for size, steps in zip(settings.sizes, settings.steps, strict=True):
        here = at_size(spec, size)
        detector, kept_by_detector = _detector(here)
        translator, kept_by_translator = (_moving_translator if here.translator == "moving" else _translator)(here)
        looks = 2 + (settings.equivariance_share if settings.equivariance > 0 else 0)
        pair = _BACKWARD * (looks * detector + translator)
        if settings.perceptual > 0:
            per_pixel = _VGG19_PER_PIXEL if settings.perceptual_features == "vgg19" else _LITE0_PER_PIXEL
            # Target once, prediction there and back (its weights need no gradient), at every further scale a quarter.
            pair += 3 * per_pixel * size**2 * sum(0.25**scale for scale in range(settings.perceptual_scales))
        if here.trunk != "none":  # once for the detector and once for the source, never back
            pair += (looks + 1) * _LITE0_PER_PIXEL * size**2
        if settings.gan > 0:
            pair += 8 * _discriminator(size, settings.discriminator_width, settings.discriminator_widest)
        kept = 2.5 * (looks * kept_by_detector + kept_by_translator) * settings.batch
        found.append(StageCost(keypoints_at(size), steps, pair * settings.batch, kept))
    motion = config.motion
    decoder, encoder, kept_by_each = _motion(spec)
    sequence = _BACKWARD * (decoder + encoder)
    if motion.gan > 0:
        adversary = (
            spec.n_frames * 4 * motion.discriminator_cells * (2 * spec.n_keypoints + 3 * motion.discriminator_cells)
        )
        sequence += _BACKWARD * (decoder + 5 * adversary)
    kept = kept_by_each * motion.batch
    return [*found, StageCost(MOTION, motion.steps, sequence * motion.batch, kept)]


def _of_system(config: RunConfig, name: str, steps: int) -> StageCost:
    """A compared system's, roughly: by pixels and the square of its width, as counted at 64 px and a width of 32."""
    settings = config.compared
    pixels = settings.size**2 * SYSTEM_FRAMES * settings.batch
    return StageCost(name, steps, _SYSTEM_PER_PIXEL * (settings.width / 32) ** 2 * pixels, 40 * settings.width * pixels)


def _motion(spec: NetworkSpec) -> tuple[float, float, float]:
    """Multiply-adds of the motion generator and of its encoder, and layer outputs of both, of one sequence."""
    coordinates = 2 * spec.n_keypoints
    if spec.motion_waves:
        width, condition = spec.motion_width, spec.z_size + coordinates + spec.n_actions
        decoder = width * (condition + 2 * width + spec.motion_waves * coordinates)
        encoder = width * (spec.n_frames * coordinates + condition + width)
        return decoder, encoder, 8 * width + 2 * spec.n_frames * coordinates
    cells, code = spec.lstm_cells, spec.motion_code + 2 * spec.motion_clock
    decoder = spec.n_frames * 4 * cells * (code + 3 * cells)
    encoder = spec.n_frames * 4 * cells * (coordinates + 3 * cells)
    return decoder, encoder, 12 * spec.n_frames * cells


@cache
def matmul_speed() -> float:
    """Multiply-adds per second of a large float32 matrix product, on all cores that NumPy uses; takes 0.1 s.

    On a busy machine, where a product waits for its turn, at least what one thread does in the time that it has.
    """
    return max(_products_per_second(384, 1, time.perf_counter), _products_per_second(_ONE_THREAD, 50, time.thread_time))


def _products_per_second(side: int, at_once: int, clock: Callable[[], float]) -> float:
    """Multiply-adds per second, the best of 40 times `at_once` products of two square matrices."""
    a = np.ones((side, side), np.float32)
    a @ a
    best = float("inf")
    for _ in range(40):
        began = clock()
        for _ in range(at_once):
            a @ a
        best = min(best, max(clock() - began, 1e-9))
    return at_once * side**3 / best


def _detector(spec: NetworkSpec) -> tuple[float, float]:
    """Multiply-adds and layer outputs of one look at one picture."""
    side = min(spec.detector_size, spec.image_size)
    total, kept = _encoder(spec.detector_encoder, side)
    skips = spec.detector_encoder[::-1]
    inputs = skips[0]
    for i, (width, depth) in enumerate(zip(spec.detector_decoder, spec.detector_depths, strict=True)):
        pixels = (side // 2 ** (len(skips) - 1 - i)) ** 2
        total += pixels * 9 * width * (inputs + (depth - 1) * width)
        kept += pixels * width * depth
        inputs = width + (skips[i + 1] if i + 1 < len(skips) else 0)
    return total + pixels * width * spec.n_keypoints, kept + pixels * spec.n_keypoints


def _translator(spec: NetworkSpec) -> tuple[float, float]:
    total, kept = _encoder(spec.image_encoder, spec.image_size)
    maps = spec.n_keypoints * (2 if spec.source_keypoints else 1)
    inputs = spec.image_encoder[-1]
    for i, (width, depth) in enumerate(zip(spec.translator_widths, spec.translator_depths, strict=True)):
        pixels = (spec.grid * 2**i) ** 2
        inputs += maps if i < spec.gaussian_stages else 0
        inputs += spec.image_encoder[-1 - i] if i < spec.carried_stages else 0
        total += pixels * 9 * width * (inputs + (depth - 1) * width)
        kept += pixels * (width * depth + inputs)
        inputs = width
    return total + pixels * 9 * width * 4, kept


def _moving_translator(spec: NetworkSpec) -> tuple[float, float]:
    """The same of the layers of the source, and of the hourglass that decides on a frame."""
    sides, widths = spec.sides, spec.translator_widths
    encoders = dict(zip(sides, spec.image_encoder[::-1], strict=True))
    total = kept = 0.0
    below = encoders[spec.grid]
    for side, width in zip(sides, widths, strict=True):
        own = encoders[side]
        inputs = 3 + encoders.get(2 * side, 0) + (spec.n_keypoints if side <= 2 * spec.grid else 0)
        encoder, decoder = own * (inputs + own), width * (below + own + width)
        head = 4 * width if side >= 4 * spec.grid else 0
        total += 9 * side**2 * (encoder + decoder + head)
        kept += side**2 * (2 * own + 2 * width + below)
        below = width
    k, (coarse, middle, fine) = spec.n_keypoints, widths[:3]
    whole, half, quarter, double = ((2 * spec.grid) ** 2 * scale for scale in (1, 1 / 4, 1 / 16, 4))
    total += 18 * (spec.grid / 2) ** 2 * encoders[spec.grid] ** 2
    total += whole * ((6 * k + 3) * middle + 9 * middle * (3 * middle + k) + middle * fine / 2)
    total += half * (9 * coarse * (middle + 2 * coarse) + coarse * middle) + quarter * 18 * coarse**2
    total += double * 9 * fine * (fine + 7 + fine + 7)
    kept += whole * (11 * k + 5 * middle) + half * 4 * coarse + double * (3 * fine + 8 * k)
    return total, kept


def _encoder(widths: tuple[int, ...], side: int) -> tuple[float, float]:
    pixels = side**2
    total, kept = pixels * widths[0] * (49 * 3 + 9 * widths[0]), 2 * pixels * widths[0]
    for before, width in pairwise(widths):
        pixels //= 4
        total += pixels * 9 * width * (before + width)
        kept += 2 * pixels * width
    return total, kept


def _discriminator(size: int, width: int, widest: int) -> float:
    total, before, pixels = 0.0, 3, size**2
    while pixels > 4:
        pixels //= 4
        total += pixels * 16 * before * width
        before, width = width, min(2 * width, widest)
    return total


def _parameters(spec: NetworkSpec) -> float:
    """About how many weights there are: multiply-adds over places, roughly, and over frames."""
    convolutions = sum(
        9 * width * width * depth
        for widths, depths in (
            (spec.detector_decoder, spec.detector_depths),
            (spec.translator_widths, spec.translator_depths),
            (spec.detector_encoder, (2,) * len(spec.detector_encoder)),
            (spec.image_encoder, (2,) * len(spec.image_encoder)),
        )
        for width, depth in zip(widths, depths, strict=True)
    )
    decoder, encoder, _ = _motion(spec)
    return 1.3 * convolutions + (decoder + encoder) / (1 if spec.motion_waves else spec.n_frames)


def _is_world(config: RunConfig) -> bool:
    return bool(config.data.source) and not os.path.exists(config.data.source)
