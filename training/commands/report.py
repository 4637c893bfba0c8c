"""`kpvp report`: models beside each other on held-out clips: tables, figures and playing clips in one HTML page."""

from __future__ import annotations

import argparse
import sys

from engine.commands.arguments import add_json
from engine.commands.command import Report

HELP = "compare models: tables, figures and playing clips in one HTML page"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("models", nargs="+", metavar="MODEL")
    parser.add_argument("--data", required=True, nargs="+", metavar="PATH|WORLD")
    parser.add_argument("--out", required=True, metavar="DIR", help="what is there already is not measured again")
    parser.add_argument("--clips", type=int, default=100, metavar="N")
    parser.add_argument("--seed", type=int, default=0, metavar="S")
    parser.add_argument(
        "--size", type=int, metavar="PX", help="judge and compare clips at this size (default: the largest system's)"
    )
    parser.add_argument("--characters", metavar="DIR", help="folder of rigged characters (or KPVP_CHARACTERS)")
    parser.add_argument("--i3d", metavar="FILE", help="a TorchScript file of I3D, for FVD")
    parser.add_argument("--study", metavar="DIR", help="a user study whose results are shown (default: OUT/study)")
    parser.add_argument("--ablation", metavar="DIR", help="what kpvp ablation wrote")
    add_json(parser)


def run(args: argparse.Namespace) -> Report:
    """The JSON is that of DIR/report.json."""
    from training.report.report import make_report

    found = make_report(
        args.models,
        args.data,
        args.out,
        args.clips,
        args.seed,
        args.characters,
        args.i3d,
        args.study,
        args.ablation,
        _tell,
        size=args.size,
    )
    return Report(found, found["page"])


def _tell(line: str) -> None:
    print(line, file=sys.stderr, flush=True)
