"""Draws MODEL-actions.gif: every sample picture of a bundled model performing its action, side by side.

python docs/pictures/actions.py [--model NAME] [--seed N]
"""

import argparse
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))


def main() -> None:
    import engine

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", default="people")
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    model = engine.load_model(args.model)
    samples = sorted((ROOT / "resources" / "samples" / args.model).glob("*.png"))
    clips = [model.predict(path, action=path.stem, seed=args.seed) for path in samples]
    sheet = {name: grid([getattr(clip, name) for clip in clips]) for name in ("frames", "synthesized", "mask")}
    whole = replace(clips[0], source=grid([clip.source[None] for clip in clips])[0], **sheet)
    engine.export(whole, Path(__file__).with_name(f"{args.model}-actions.gif"), fps=16, overwrite=True)


def grid(parts: list[np.ndarray]) -> np.ndarray:
    """Six or nine arrays [T, S, S, ...] as one of three columns."""
    return np.concatenate([np.concatenate(parts[i : i + 3], 2) for i in range(0, len(parts), 3)], 1)


if __name__ == "__main__":
    main()
