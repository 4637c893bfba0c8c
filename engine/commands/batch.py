"""`kpvp batch`: every photo with every action and seed into one folder."""

import argparse
import os
import sys
from pathlib import Path

import engine
from engine.commands.arguments import CROPS, FIGURE, add_export, add_json, add_model, names
from engine.commands.command import Report
from engine.files import as_file_name
from engine.formats.table import BY_SUFFIX

HELP = "many photos, actions and seeds: a folder of files"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("photos", nargs="+", metavar="PHOTO")
    add_model(parser)
    parser.add_argument("--actions", default="all", metavar="A,B|all")
    parser.add_argument("--seeds", type=_seeds, default=[0], metavar="0-3")
    parser.add_argument(
        "--crop",
        choices=CROPS,
        default=FIGURE,
        help="around the figure that the model knows best in each photo (the default), or the middle square",
    )
    parser.add_argument("--format", default="gif", choices=[suffix[1:] for suffix in BY_SUFFIX])
    parser.add_argument("--out", required=True, metavar="DIR")
    add_export(parser)
    add_json(parser)


def run(args: argparse.Namespace) -> Report:
    """A photo that cannot be used is reported and passed over."""
    from engine.commands import clips

    folder = Path(args.out)
    fps = clips.frame_rate(args.fps)
    card = engine.find_model(args.model).card
    known = card.actions
    clips.refuse_overlays(card, args.overlay)
    actions = _distinct({action: as_file_name(action) for action in _actions(args.actions, known)})
    model = engine.load_model(args.model, args.device, args.precision)
    written, problems = [], []
    for name, path in _distinct({path: _short(Path(path).stem) for path in args.photos}).items():
        try:
            photo = clips.open_photo(path, None)
            crop = clips.chosen_crop(model, photo, args.crop)
            for spelled, action in actions.items():
                for seed in args.seeds:
                    out = folder / f"{name}_{spelled}_{seed}.{args.format}"
                    clips.refuse_to_overwrite(out, args.overwrite)
                    folder.mkdir(parents=True, exist_ok=True)
                    clip = model.predict(photo, action, seed=seed, crop=crop)
                    written.append(
                        {**clips.describe(clip), "out": str(clips.write(model, clip, photo, out, fps, args))}
                    )
                    print(out, file=sys.stderr)
        except OSError as error:
            raise engine.ExportError(f"{folder} cannot be made: {error.strerror}.", "Choose another folder.") from error
        except engine.KpvpError as error:
            print(f"{path}: {error}", file=sys.stderr)
            problems.append({"photo": str(path), "what": error.what, "remedy": error.remedy})
    text = f"{len(written)} clips in {folder}" + (f"; {len(problems)} photos failed" if problems else "")
    return Report({"clips": written, "problems": problems}, text, 2 if problems else 0)


def _actions(text: str, known: tuple[str, ...]) -> list[str]:
    """Names from "A,B" or "all", each spelled as the model does."""
    from engine.inputs import action_weights

    if text == "all":
        return list(known)
    chosen = names(text)
    if not chosen:
        raise engine.ActionError("No action was given.", f"Choose from {', '.join(known)}, or all.")
    return [known[int(action_weights(name, known).argmax())] for name in chosen]


def _distinct(named: dict[str, str]) -> dict[str, str]:
    """From things' names to names' things, numbered where two things share a name."""
    found: dict[str, str] = {}
    taken: set[str] = set()
    for thing, wanted in named.items():
        name, number = wanted, 1
        while name.casefold() in taken:
            number += 1
            name = f"{wanted}-{number}"
        taken.add(name.casefold())  # in some folders Jump.gif and jump.gif are one file
        found[name] = thing
    return found


def _short(stem: str) -> str:
    """A photo's name that leaves room for what comes after it: systems allow 255 bytes."""
    return os.fsdecode(os.fsencode(stem)[:100]) if len(os.fsencode(stem)) > 100 else stem


def _seeds(text: str) -> list[int]:
    """ "0-3" or "1,5,8-9" -> every seed, in order, once."""
    seeds: dict[int, None] = {}
    try:
        for part in text.split(","):
            first, _, last = part.partition("-")
            span = range(int(first), int(last or first) + 1)
            if not span or span[-1] - span[0] >= 10_000:
                raise ValueError
            seeds |= dict.fromkeys(span)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text!r} is not a list of seeds such as 0-3 or 1,5") from error
    return list(seeds)
