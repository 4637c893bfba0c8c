"""`python -P -m training PRESET --out RUN ...`: training as a process of its own, also under `accelerate launch`."""

import argparse
import sys

from engine.commands.command import run_command
from engine.errors import KpvpError
from training.commands import train


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m training", description="Train a model; see `kpvp train --help`.")
    train.add_arguments(parser)
    try:
        return run_command(train, parser.parse_args())
    except KpvpError as error:
        print(error, file=sys.stderr)
        return 2


if __name__ == "__main__":
    sys.exit(main())
