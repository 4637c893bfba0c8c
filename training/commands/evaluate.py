"""`kpvp evaluate`: the scores of a model on held-out clips, and a report."""

from __future__ import annotations

import argparse
import json
import sys

from engine.commands.arguments import add_json
from engine.commands.command import Report

HELP = "measure a model on held-out clips"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("model", metavar="MODEL")
    parser.add_argument("--data", required=True, metavar="PATH|WORLD")
    parser.add_argument("--out", required=True, metavar="DIR")
    parser.add_argument("--characters", metavar="DIR", help="folder of rigged characters (or KPVP_CHARACTERS)")
    parser.add_argument("--clips", type=int, default=90, metavar="N")
    parser.add_argument("--seed", type=int, default=0, metavar="S")
    add_json(parser)


def run(args: argparse.Namespace) -> Report:
    from training.evaluation.evaluate import evaluate

    scores = evaluate(
        args.model,
        args.data,
        clips=args.clips,
        seed=args.seed,
        out=args.out,
        progress=lambda line: print(line, file=sys.stderr, flush=True),
        characters=args.characters,
    )
    return Report(scores, "\n".join(f"{key:32} {json.dumps(value)}" for key, value in scores.items()))
