"""A finished bundle gets its scores and its familiarity calibration, both measured on this very file.

`python -m training.evaluation.stamp MODEL [--data WORLD] [--characters DIR] [--clips N] [--out DIR]
[--default-action NAME]`.
The order of events only.
"""

from __future__ import annotations

import argparse
import json
import sys

from engine.errors import KpvpError
from engine.models.library import find_model


def main() -> int:
    """Calibrate, measure, write the card; prints the scores as JSON."""
    # Here, because processes that draw clips import this module again and need no torch.
    from engine.models.rewriting import rewrite_card
    from training.evaluation.calibration import calibrate_on_world
    from training.evaluation.card_scores import write_scores
    from training.evaluation.evaluate import evaluate

    parser = argparse.ArgumentParser(prog="python -m training.evaluation.stamp", description=__doc__)
    parser.add_argument("model")
    parser.add_argument("--data", default="people")
    parser.add_argument("--characters", help="folder of rigged characters (or KPVP_CHARACTERS)")
    parser.add_argument("--clips", type=int, default=90)
    parser.add_argument("--out")
    parser.add_argument("--default-action", help="the action that a photo shows until another is chosen")
    args = parser.parse_args()
    try:
        path = find_model(args.model).path
        if args.default_action:
            rewrite_card(path, default_action=args.default_action)
        rates = calibrate_on_world(path, args.data, _say, args.characters)
        scores = evaluate(path, args.data, args.clips, out=args.out, progress=_say, characters=args.characters)
        write_scores(path, scores)
    except KpvpError as error:
        print(error, file=sys.stderr)
        return 2
    print(json.dumps({"scores": scores, "unfamiliar": rates}, indent=1))
    return 0


def _say(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
