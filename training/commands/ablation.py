"""`kpvp ablation`: the paper's three translators and ours, trained with the same budget and measured alike."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from engine.commands.arguments import add_json
from engine.commands.command import Report

HELP = "train and measure Base, Base + k, Base + k + bg and moving pixels alike"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("preset", metavar="PRESET", help="a preset's name, or a TOML file")
    parser.add_argument("--out", required=True, metavar="DIR", help="a run for every row; goes on where it was")
    parser.add_argument("--data", metavar="WORLD", help="default: the preset's own")
    parser.add_argument("--set", action="append", default=[], metavar="section.key=value", help="for every row")
    parser.add_argument("--clips", type=int, default=90, metavar="N", help="held-out clips to measure on")
    parser.add_argument("--seed", type=int, default=0, metavar="S", help="of the measurement; training has set seed=S")
    add_json(parser)


def run(args: argparse.Namespace) -> Report:
    """The JSON is that of DIR/ablation.json: `rows`, by name the scores of `kpvp evaluate`."""
    from training.report.ablation import run_ablation
    from training.running import loop
    from training.running.allocation import keep_freed_memory
    from training.runs.toml_text import value_text

    keep_freed_memory()
    given = [f"data.source={value_text(args.data)}"] if args.data else []
    try:
        found = run_ablation(args.preset, Path(args.out), [*given, *args.set], args.clips, args.seed, _tell)
    except loop.Stopped:
        print("Stopped. The same command goes on with it.", file=sys.stderr)
        return Report({})
    keys = ("psnr_moving", "judge_accuracy", "mask_iou", "landmark_error_pct")
    lines = [f"{'':16} {'  '.join(f'{key:>18}' for key in keys)}"]
    for row, scores in found["rows"].items():
        values = [f"{scores[key]:18.3f}" if key in scores else f"{'-':>18}" for key in keys]
        lines.append(f"{row:16} {'  '.join(values)}")
    return Report(found, "\n".join(lines))


def _tell(line: str) -> None:
    print(line, file=sys.stderr, flush=True)
