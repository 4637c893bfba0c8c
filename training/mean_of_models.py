"""Several models of one lineage as one: the mean of their weights.

`python -m training.mean_of_models OUT MODEL:SHARE MODEL:SHARE ...`

Runs that go on from one another stay so near in their weights that the mean is a working network, and one that keeps
more of what it had not seen in training: the last run alone has learned its clips by heart (Wortsman et al., Model
soups, ICML 2022). Keypoints of the mean are its own, so that a motion generator must be learned for them: train from
OUT for one step and the motion stage, see docs/recipe.md.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

import numpy as np

from engine.errors import KpvpError, TrainingError
from engine.models.bundle import load_bundle, save_bundle
from engine.models.library import find_model


def mean_of_models(models: Sequence[str], shares: Sequence[float], out: str) -> None:
    """Write the mean of bundles, each counting by its share (they are made to sum to 1), with the last one's card.

    Raises TrainingError for models of different networks or actions, BundleError for a file that is none.
    """
    if not models or min(shares) < 0 or not sum(shares) > 0:
        raise TrainingError("There is nothing to take the mean of.", "Give models with shares above 0.")
    bundles = [load_bundle(find_model(model).path) for model in models]
    card, last = bundles[-1]
    for model, (other, tensors) in zip(models, bundles, strict=True):
        shapes = {name: tensor.shape for name, tensor in tensors.items()}
        if shapes != {name: tensor.shape for name, tensor in last.items()} or other.actions != card.actions:
            raise TrainingError(
                f"{model} and {models[-1]} are not of one kind.", "Take models with the same network and actions."
            )
    parts = [share / sum(shares) for share in shares]
    weighted = [(part, tensors) for part, (_, tensors) in zip(parts, bundles, strict=True)]
    mean = {name: np.add.reduce([part * tensors[name] for part, tensors in weighted]) for name in last}
    save_bundle(out, card, mean, "float32")


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m training.mean_of_models", description=__doc__)
    parser.add_argument("out")
    parser.add_argument("models", nargs="+", metavar="MODEL:SHARE")
    args = parser.parse_args(arguments)
    try:
        names, shares = zip(*map(_with_share, args.models), strict=True)
        mean_of_models(names, shares, args.out)
    except KpvpError as error:
        print(error, file=sys.stderr)
        return 2
    return 0


def _with_share(text: str) -> tuple[str, float]:
    """A model's name or path and its share, from MODEL:SHARE."""
    name, _, share = text.rpartition(":")
    try:
        return name, float(share)
    except ValueError as error:
        raise TrainingError(f"{text} has no share.", "Write MODEL:SHARE, such as people:0.6.") from error


if __name__ == "__main__":
    sys.exit(main())
