"""The names of a run's stages, built and taken apart: `keypoints-64`, `keypoints-128`, `pseudo-labels`, `motion`.

A stage trains (or, for the pseudo labels, computes) one thing at one picture size; the paper's three steps are
keypoints, pseudo labels and motion, and the first has a stage for every size of its schedule.
"""

from __future__ import annotations

KEYPOINTS, PSEUDO_LABELS, MOTION = "keypoints", "pseudo-labels", "motion"
STEPS = (KEYPOINTS, PSEUDO_LABELS, MOTION)


def keypoints_at(size: int) -> str:
    """The stage that trains detector and translator on pictures of `size` px."""
    return f"keypoints-{size}"


def step_of(stage: str) -> str:
    """Which of STEPS a stage belongs to; a stage of no known name counts as the last."""
    return next((step for step in STEPS if stage == step or stage.startswith(f"{step}-")), MOTION)


def size_of(stage: str) -> int | None:
    """The side in px of the pictures a stage is for, None where its name says none."""
    size = stage.rpartition("-")[2]
    return int(size) if size.isdecimal() else None
