"""Scores into a model's card. A model's id is the hash of its tensors, so its card may say more without changing it."""

from pathlib import Path
from typing import Any

from engine.models.rewriting import rewrite_card


def write_scores(path: str | Path, scores: dict[str, Any]) -> None:
    """Put what `evaluate` measured on this very file into its card. Raises `BundleError`."""
    rewrite_card(path, scores=scores)
