"""`python -P -m training PRESET --out RUN ...`: training as a process of its own, also under `accelerate launch`."""

import argparse
import sys

from engine.errors import KpvpError
from training import cli


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m training", description="Train a model; see `kpvp train --help`.")
    parser.add_argument("preset")
    parser.add_argument("--data")
    parser.add_argument("--out", required=True)
    parser.add_argument("--set", action="append", metavar="section.key=value")
    parser.add_argument("--resume", action="store_true")
    try:
        return cli.train(parser.parse_args())
    except KpvpError as error:
        print(error, file=sys.stderr)
        return 2


if __name__ == "__main__":
    sys.exit(main())
