"""`python -P -m training PRESET --out RUN ...`: training as a process of its own, also under `accelerate launch`."""

import argparse
import sys

from engine.commands.command import prepare_process, run_command, run_program
from training.commands import train


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m training", description="Train a model; see `kpvp train --help`.")
    train.add_arguments(parser)
    prepare_process()
    return run_program(lambda: run_command(train, parser.parse_args()))


if __name__ == "__main__":
    sys.exit(main())
