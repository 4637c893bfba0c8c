"""The command line's training half: train, evaluate, synth and humans. Called by `main.py` and by `python -m training`.

Each function takes the parsed arguments and returns the exit status; KpvpError is left to the caller.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from pathlib import Path

from engine.errors import TrainingError


def add_train_arguments(parser: argparse.ArgumentParser) -> None:
    """What `kpvp train` and `python -m training` take alike."""
    parser.add_argument("preset", nargs="?", metavar="PRESET", help="a preset's name, or a TOML file")
    parser.add_argument("--data", metavar="PATH|WORLD", help="default: the preset's own")
    parser.add_argument("--out", metavar="RUN", help="a new folder, or with --resume the run's")
    parser.add_argument("--set", action="append", default=[], metavar="section.key=value")
    parser.add_argument("--resume", action="store_true", help="go on with the run in --out")
    parser.add_argument("--init", metavar="MODEL|RUN", help="start from a model's weights, or from a run's everything")
    parser.add_argument("--describe", action="store_true", help="print presets and settings as JSON")
    parser.add_argument("--check", action="store_true", help="judge the settings on stdin (TOML), print JSON")


def train(args: argparse.Namespace) -> int:
    """`kpvp train PRESET [--data PATH|WORLD] --out RUN [--set section.key=value]... [--init MODEL|RUN] [--resume]`,
    or `--describe`, or `--check` with settings on stdin."""
    if args.describe or args.check:
        return _answer(args.check)
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

    # Gaussian maps and softmaxes are full of numbers too small to matter, on which a CPU computes far more slowly.
    torch.set_flush_denormal(True)
    cv2.setNumThreads(0)  # its pictures are small, and the cores are taken
    folder = Path(args.out)
    if args.resume:
        opened = Run.resume(folder)
    else:
        opened = Run.start(folder, config.load(args.preset, [*_chosen(args.data, args.init), *(args.set or [])]))
    with opened as run:
        try:
            path = pipeline.train(run)
        except loop.Stopped:
            print(f"Stopped. Go on with: kpvp train --out {args.out} --resume", file=sys.stderr)
            return 0
    print(f"The model is {path}", file=sys.stderr)
    return 0


def _chosen(data: str | None, init: str | None) -> list[str]:
    """--data and --init as overrides. Paths become absolute, so that a run can be resumed from anywhere.

    A folder also gives the model its name, and what a preset says of its own data no longer holds.
    """
    values = {}
    if data:
        values = {"data.source": data, "domain": ""}
        if Path(data).is_dir():
            path = Path(data).resolve()
            values |= {"data.source": str(path), "title": path.name or "Clips"}
            values["name"] = re.sub(r"[^\w-]+", "-", path.name).strip("-") or "clips"
    if init:
        values["init"] = str(Path(init).resolve()) if Path(init).exists() else init
    # A JSON text is a TOML text, backslashes and quotes included.
    return [f"{key}={json.dumps(value, ensure_ascii=False)}" for key, value in values.items()]


def _answer(check: bool) -> int:
    """Print what a dialog asks for: every setting there is, or what is wrong with some and how long they will take."""
    if check:
        from training.runs.checking import check as answer

        # Bytes, since a console's own encoding is not TOML's.
        reply = answer(sys.stdin.buffer.read().decode("utf-8", "replace"))
    else:
        from training.description import description

        reply = description()
    print(json.dumps(reply), flush=True)
    return 0


def data(args: argparse.Namespace) -> int:
    """`kpvp data PATH [--layout L] [--sheet FILE] [--json]`; the status is 2 if nothing there can be trained on."""
    from training.layouts import first_look

    found = first_look.look(args.path, args.layout)
    if args.sheet and found.usable:
        first_look.write_sheet(found, args.sheet)
    told = found.to_json()
    if hasattr(sys.stdout, "reconfigure"):  # a file's name may hold what the console cannot show
        sys.stdout.reconfigure(errors="backslashreplace")
    print(json.dumps(told) if args.json else found.text(), flush=True)
    if not told["usable"] and args.json:
        print(told["advice"], file=sys.stderr)
    return 0 if told["usable"] else 2


def evaluate(args: argparse.Namespace) -> int:
    """`kpvp evaluate MODEL --data WORLD --out DIR [--clips N] [--seed S] [--json]`"""
    from training.evaluation import evaluate as evaluation

    return evaluation.main(args)


def synth(args: argparse.Namespace) -> int:
    """`kpvp synth [WORLD] [--characters DIR] --clips N --seed S --size PX --out DIR | --sheet FILE`"""
    from training.worlds import synth as synthesis

    return synthesis.main(args)


def humans(args: argparse.Namespace) -> int:
    """`kpvp humans --assets DIR --out DIR [--count N] [--seed S]`"""
    from training.worlds.humans import bake

    return bake.main(args)
