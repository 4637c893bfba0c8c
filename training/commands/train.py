"""`kpvp train`, which is `python -m training` too: a run, or with --describe and --check what a dialog asks for."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from engine.commands.command import Report
from engine.errors import TrainingError
from engine.systems.table import SYSTEMS

HELP = "train a model"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("preset", nargs="?", metavar="PRESET", help="a preset's name, or a TOML file")
    parser.add_argument("--data", metavar="PATH|WORLD", help="default: the preset's own")
    parser.add_argument("--out", metavar="RUN", help="a new folder, or with --resume the run's")
    parser.add_argument("--set", action="append", default=[], metavar="section.key=value")
    parser.add_argument("--resume", action="store_true", help="go on with the run in --out")
    parser.add_argument("--init", metavar="MODEL|RUN", help="start from a model's weights, or from a run's everything")
    parser.add_argument(
        "--system", choices=tuple(SYSTEMS), help="train a system that the paper compares with, on the same clips"
    )
    parser.add_argument("--describe", action="store_true", help="print presets and settings as JSON")
    parser.add_argument("--check", action="store_true", help="judge the settings on stdin (TOML), print JSON")


def run(args: argparse.Namespace) -> Report:
    """The run's events go to stdout as they come, for a terminal; what there is to say at the end goes to stderr."""
    if args.describe or args.check:
        reply = _answer(args.check)
        return Report(reply, json.dumps(reply))
    if not args.out or not (args.preset or args.resume):
        raise TrainingError("A run needs a preset and a folder.", "Write kpvp train PRESET --out RUN.")
    from training.running.allocation import keep_freed_memory

    keep_freed_memory()
    import cv2
    import torch

    from training import pipeline
    from training.running import loop
    from training.running.run import Run
    from training.runs import config
    from training.runs.adoption import adopted

    # Gaussian maps and softmaxes are full of numbers too small to matter, on which a CPU computes far more slowly.
    torch.set_flush_denormal(True)
    cv2.setNumThreads(0)  # its pictures are small, and the cores are taken
    folder = Path(args.out)
    if args.resume:
        opened = Run.resume(folder)
    else:
        settings = config.load(args.preset, [*_chosen(args.data, args.init, args.system), *(args.set or [])])
        opened = Run.start(folder, adopted(settings))
    with opened as run:
        try:
            path = pipeline.train(run)
        except loop.Stopped:
            print(f"Stopped. Go on with: kpvp train --out {args.out} --resume", file=sys.stderr)
            return Report({})
    print(f"The model is {path}", file=sys.stderr)
    return Report({"out": str(path)})


def _chosen(data: str | None, init: str | None, system: str | None) -> list[str]:
    """--data, --init and --system as overrides. Paths become absolute, so that a run can be resumed from anywhere.

    A folder also gives the model its name, and what a preset says of its own data no longer holds.
    """
    import re

    from training.runs.toml_text import value_text

    values = {"system": system} if system else {}
    if data:
        values |= {"data.source": data, "domain": ""}
        if Path(data).is_dir():
            path = Path(data).resolve()
            values |= {"data.source": str(path), "title": path.name or "Clips"}
            values["name"] = re.sub(r"[^\w-]+", "-", path.name).strip("-") or "clips"
    if init:
        values["init"] = str(Path(init).resolve()) if Path(init).exists() else init
    return [f"{key}={value_text(value)}" for key, value in values.items()]


def _answer(check: bool) -> dict:
    """What a dialog asks for: every setting there is, or what is wrong with some and how long they will take."""
    if check:
        from training.runs.checking import check_settings

        # Bytes, since a console's own encoding is not TOML's.
        return check_settings(sys.stdin.buffer.read().decode("utf-8", "replace"))
    from training.description import description

    return description()
