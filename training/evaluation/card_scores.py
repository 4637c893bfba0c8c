"""Scores into a model's card. A model's id is the hash of its tensors, so its card may say more without changing it."""

import dataclasses
from pathlib import Path
from typing import Any

import numpy as np

from engine.models.bundle import load_bundle, save_bundle


def rewrite_card(path: str | Path, **changes: Any) -> None:
    """Replace fields of the card of the bundle at `path`, atomically and with every weight as it was.

    Raises `BundleError`.
    """
    card, tensors = load_bundle(path)
    with np.errstate(over="ignore"):
        halves = all(np.array_equal(t, t.astype(np.float16)) for t in tensors.values() if t.ndim >= 2)
    save_bundle(path, dataclasses.replace(card, **changes), tensors, "float16" if halves else "float32")


def write_scores(path: str | Path, scores: dict[str, Any]) -> None:
    """Put what `evaluate` measured on this very file into its card. Raises `BundleError`."""
    rewrite_card(path, scores=scores)
