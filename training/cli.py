"""The command line's training half: train, evaluate and synth. Called by `main.py` and by `python -m training`.

Each function takes the parsed arguments and returns the exit status; KpvpError is left to the caller.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path


def train(args: argparse.Namespace) -> int:
    """`kpvp train PRESET [--data WORLD] --out RUN [--set section.key=value]... [--resume]`"""
    from training.allocation import keep_freed_memory

    keep_freed_memory()
    import torch

    from training import config, loop, pipeline
    from training.run import Run

    # Gaussian maps and softmaxes are full of numbers too small to matter, on which a CPU computes far more slowly.
    torch.set_flush_denormal(True)
    folder = Path(args.out)
    if args.resume:
        opened = Run.resume(folder)
    else:
        overrides = list(args.set or [])
        if args.data:
            overrides.append(f'data.source="{args.data}"')
        opened = Run.start(folder, config.load(args.preset, overrides))
    with opened as run:
        try:
            path = pipeline.train(run)
        except loop.Stopped:
            print(f"Stopped. Go on with: kpvp train {args.preset} --out {args.out} --resume", file=sys.stderr)
            return 0
    print(f"The model is {path}", file=sys.stderr)
    return 0


def evaluate(args: argparse.Namespace) -> int:
    """`kpvp evaluate MODEL --data WORLD --out DIR [--clips N] [--seed S] [--json]`"""
    from training.evaluation import evaluate as evaluation

    return evaluation.main(args)


def synth(args: argparse.Namespace) -> int:
    """`kpvp synth WORLD [--characters DIR] --clips N --seed S --size PX --out DIR | --sheet FILE`"""
    from training.data.synthetic import synth as synthesis

    return synthesis.main(args)
