"""`kpvp generate`: one photo, one action, one future, one file."""

import argparse
import sys
import time
from pathlib import Path

import engine
from engine.commands.arguments import CROPS, FIGURE, add_export, add_json, add_model
from engine.commands.command import Report
from engine.formats.table import BY_SUFFIX
from engine.storyboard import OVERLAP, Shot, begin_storyboard

HELP = "one photo, one action, one future: one file"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("photo", metavar="PHOTO")
    add_model(parser)
    parser.add_argument("--action", required=True, metavar="NAME | NAME=W,NAME=W")
    parser.add_argument(
        "--then",
        action="append",
        default=[],
        metavar="NAME | NAME=W,NAME=W",
        help="an action that goes on from there, with the next seed; may be given many times",
    )
    parser.add_argument("--overlap", type=int, default=OVERLAP, metavar="N", help=f"frames of fade (default {OVERLAP})")
    parser.add_argument("--seed", type=int, default=0, metavar="N", help="another seed, another future (default 0)")
    parser.add_argument(
        "--crop",
        type=_crop,
        default=FIGURE,
        metavar="X,Y,SIZE|figure|middle",
        help="square of the photo; around the figure that the model knows best (the default), or its middle square",
    )
    parser.add_argument("--frame", type=int, metavar="N", help="frame of a video or animation (0 is the first)")
    files = " ".join(suffix for suffix, kind in BY_SUFFIX.items() if not kind.folder)
    parser.add_argument("--out", required=True, metavar="FILE", help=f"{files}, or .png: a folder of pictures")
    add_export(parser)
    add_json(parser)


def run(args: argparse.Namespace) -> Report:
    from engine.commands import clips
    from engine.export import check
    from engine.inputs import action_weights, parse_action

    out = Path(args.out)
    fps = clips.frame_rate(args.fps)
    # Mistakes are reported before torch is imported, which takes seconds.
    clips.refuse_to_overwrite(out, args.overwrite)
    check(out, args.overlay, args.scale, args.overwrite)
    actions = [parse_action(text) for text in (args.action, *args.then)]
    card = engine.find_model(args.model).card
    for action in actions:
        action_weights(action, card.actions)
    clips.refuse_overlays(card, args.overlay)
    photo = clips.open_photo(args.photo, args.frame)
    model = engine.load_model(args.model, args.device, args.precision)
    crop = clips.chosen_crop(model, photo, args.crop)
    started = time.perf_counter()
    if args.then:
        shots = [Shot(action, args.seed + i) for i, action in enumerate(actions)]
        clip = begin_storyboard(model, photo, shots, crop, args.overlap).clip()
    else:
        clip = model.predict(photo, actions[0], seed=args.seed, crop=crop)
    seconds = time.perf_counter() - started
    familiarity = model.familiarity(clip.source)
    if familiarity.advice:
        print(familiarity.advice, file=sys.stderr)
    written = clips.write(model, clip, photo, out, fps, args)
    data = {**clips.describe(clip, familiarity), "out": str(written), "seconds": round(seconds, 4)}
    label = " > ".join([clip.action_label, *args.then])
    return Report(data, f"{written}: {label}, seed {clip.seed}, {len(clip)} frames in {seconds:.2f} s")


def _crop(text: str) -> str | tuple[int, int, int]:
    if text in CROPS:
        return text
    try:
        x, y, size = (int(part) for part in text.split(","))
    except ValueError as error:
        known = " or ".join(CROPS)
        raise argparse.ArgumentTypeError(f"{text!r} is neither X,Y,SIZE in photo pixels nor {known}") from error
    return x, y, size
