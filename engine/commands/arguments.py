"""Arguments that several commands take, and how their texts are read."""

import argparse

from engine.formats.table import OVERLAYS, SIZES

NAMED_SIZES = "native", "photo", "crop", "model"
CROPS = FIGURE, MIDDLE = "figure", "middle"
"""Crops that have a name: around the figure that a model knows best, or the middle square of the photo."""


def add_model(parser: argparse.ArgumentParser) -> None:
    """--model, --device and --precision, as `engine.load_model` takes them."""
    parser.add_argument("--model", default="people", metavar="NAME|PATH")
    parser.add_argument("--device", default="auto", metavar="auto|cpu|cuda|mps")
    parser.add_argument("--precision", default="auto", metavar="auto|fp32|bf16|fp16")


def add_export(parser: argparse.ArgumentParser) -> None:
    """How a clip is written, as `engine.export` takes it, and --overwrite."""
    parser.add_argument("--fps", metavar="F", help="frames per second, as 25 or 30000/1001 (default: the model's)")
    parser.add_argument("--overlay", type=names, default=(), metavar=",".join(OVERLAYS))
    parser.add_argument("--scale", type=int, default=1, metavar="N", help="enlarge N times")
    parser.add_argument(
        "--size",
        type=_size,
        default="model",
        metavar="photo|PX|crop|model",
        help="the whole photo, or the crop alone, at the photo's own size; the whole photo with a longer side of PX"
        " (native: the same as photo; default: the crop at the model's size)",
    )
    add_overwrite(parser)


def add_overwrite(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--overwrite", action="store_true", help="replace what is there")


def add_json(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="one JSON object on stdout")


def _size(text: str) -> int | str:
    if text in NAMED_SIZES:
        return text
    least, most = SIZES
    if not text.isdecimal() or not least <= int(text) <= most:
        raise argparse.ArgumentTypeError(
            f"{text!r} is neither photo, crop, model, nor a number of pixels from {least} to {most}"
        )
    return int(text)


def names(text: str) -> tuple[str, ...]:
    """The names in "a,b", without the spaces around them."""
    return tuple(name.strip() for name in text.split(",") if name.strip())
