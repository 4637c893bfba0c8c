"""`kpvp synth`: clips of a synthetic world as folders of pictures with their true joints, or a contact sheet."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from engine.commands.arguments import add_json
from engine.commands.command import Report

if TYPE_CHECKING:
    from training.layouts.listing import Problem

HELP = "clips of a synthetic world, or a sheet of them"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("world", nargs="?", metavar="WORLD", help="people, animals or characters (default: DIR's own)")
    parser.add_argument("--characters", metavar="DIR", help="folder of rigged glTF characters (or KPVP_CHARACTERS)")
    parser.add_argument("--clips", type=int, default=36, metavar="N")
    parser.add_argument("--seed", type=int, default=0, metavar="S")
    parser.add_argument("--size", type=int, default=128, metavar="PX")
    target = parser.add_mutually_exclusive_group(required=True)
    target.add_argument("--out", metavar="DIR")
    target.add_argument("--sheet", metavar="FILE")
    add_json(parser)


def run(args: argparse.Namespace) -> Report:
    """The JSON has `world`, `clips`, `out` or `sheet`, and `problems`: the files that the world leaves out."""
    from training.worlds.synth import synth

    problems = []

    def left_out(problem: Problem) -> None:
        print(f"Left out: {problem.file}: {problem.what}", file=sys.stderr)
        remedy = "Fix the file or take it away; the clips are drawn without it."
        problems.append({"name": problem.file, "what": problem.what, "remedy": remedy})

    def report(done: int, total: int) -> None:
        if done % 25 == 0 or done == total:
            print(f"{done} of {total} clips drawn", file=sys.stderr)

    name = args.world or "characters"
    written = synth(name, args.clips, args.seed, args.size, args.out, args.sheet, args.characters, report, left_out)
    target = "out" if args.out else "sheet"
    return Report({"world": name, "clips": args.clips, target: str(written), "problems": problems}, str(written))
