"""`kpvp evaluate`: the scores of a model on held-out clips of a world, or on real clips, and a report."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from engine.commands.arguments import add_json
from engine.commands.command import Report

HELP = "measure a model on held-out clips of a world, or on a folder of real ones"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("model", metavar="MODEL")
    parser.add_argument("--data", required=True, metavar="PATH|WORLD")
    parser.add_argument("--out", required=True, metavar="DIR")
    parser.add_argument("--characters", metavar="DIR", help="folder of rigged characters (or KPVP_CHARACTERS)")
    parser.add_argument("--clips", type=int, default=90, metavar="N")
    parser.add_argument("--seed", type=int, default=0, metavar="S")
    parser.add_argument("--pose", metavar="FILE.tflite", help="a pose network, for a folder of real clips")
    parser.add_argument("--i3d", metavar="FILE", help="a TorchScript file of I3D, for FVD on a world")
    add_json(parser)


def run(args: argparse.Namespace) -> Report:
    from training.baselines.evaluate_system import evaluate_system, is_system
    from training.evaluation.evaluate import evaluate
    from training.evaluation.evaluate_real import evaluate_real
    from training.worlds.registry import WORLDS

    # A world's name is the world, whatever folders lie here.
    if args.pose or (args.data not in WORLDS and Path(args.data).is_dir()):
        scores = evaluate_real(args.model, args.data, args.pose, args.seed, args.out, _tell)
        return Report(scores, _table(scores))
    if is_system(args.model):
        scores = evaluate_system(
            args.model, args.data, args.clips, args.seed, args.out, _tell, args.characters, args.i3d
        )
        return Report(scores, _table(scores))
    scores = evaluate(
        args.model,
        args.data,
        clips=args.clips,
        seed=args.seed,
        out=args.out,
        progress=_tell,
        characters=args.characters,
        i3d=args.i3d,
    )
    return Report(scores, _table(scores))


def _tell(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


def _table(scores: dict) -> str:
    return "\n".join(f"{key:32} {json.dumps(value)}" for key, value in scores.items())
