"""`python -P -m training PRESET --out RUN ...`: training as a process of its own, also under `accelerate launch`."""

import argparse
import sys

from engine.errors import KpvpError
from training import cli


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m training", description="Train a model; see `kpvp train --help`.")
    cli.add_train_arguments(parser)
    try:
        return cli.train(parser.parse_args())
    except KpvpError as error:
        print(error, file=sys.stderr)
        return 2


if __name__ == "__main__":
    sys.exit(main())
