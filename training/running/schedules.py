"""How learning rates fall over a stage's steps."""

from __future__ import annotations

from typing import Protocol

from training.running.loop import cosine

PAPER_DECAY, PAPER_STEPS = 0.95, 20_000


class Schedule(Protocol):
    """What a step's settings say about its learning rate."""

    schedule: str
    warmup: int
    rate_floor: float


def rate_factor(settings: Schedule, step: int, steps: int, before: int = 0) -> float:
    """The factor on the learning rate at `step` of `steps`, after `before` steps of earlier stages.

    "cosine": a warm-up, then down to the floor within this stage; "paper": 0.95 times less every 20,000 steps of all.
    """
    if settings.schedule == "paper":
        warm = min((step + 1) / settings.warmup, 1.0) if settings.warmup else 1.0
        return warm * PAPER_DECAY ** ((step + before) // PAPER_STEPS)
    return cosine(step, steps, settings.warmup, settings.rate_floor)
