"""`kpvp import-authors`: the paper's TensorFlow checkpoints become a model file."""

import argparse
from pathlib import Path
from typing import Any

from engine.commands.arguments import add_json, add_overwrite, names
from engine.commands.command import Report
from engine.errors import BundleError

HELP = "the paper's TensorFlow checkpoints become a model file"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--stage1", required=True, metavar="PATH", help="detector and translator: folder, zip or prefix"
    )
    parser.add_argument("--stage2", required=True, metavar="PATH", help="motion generator: folder, zip or prefix")
    parser.add_argument("--out", required=True, metavar="FILE", help="the .safetensors file to write")
    parser.add_argument("--actions", type=names, metavar="A,B", help="names of the classes (default: the paper's nine)")
    parser.add_argument("--size", type=int, default=128, metavar="PX", help="side of their pictures (default 128)")
    add_overwrite(parser)
    add_json(parser)


def run(args: argparse.Namespace) -> Report:
    """The report says what was left out, and which parts are for training only."""
    from engine.authors.importing import import_authors as imported
    from engine.authors.training import PARTS
    from engine.models.bundle import SUFFIX

    out = Path(args.out)
    if out.suffix != SUFFIX:
        raise BundleError(f"{out.name} does not end in {SUFFIX}.", f"Name the model file NAME{SUFFIX}.")
    if not args.overwrite and out.exists():
        raise BundleError(f"{out} already exists.", "Choose another name, or add --overwrite.")
    result = imported(args.stage1, args.stage2, out, args.actions, args.size)
    spec = result.card.spec
    data: dict[str, Any] = {"out": str(result.path), "actions": list(result.card.actions), "ignored": result.ignored}
    data |= {"n_keypoints": spec.n_keypoints, "z_size": spec.z_size, "image_size": spec.image_size}
    data |= {"training": str(result.training) if result.training else None, "training_parts": list(result.parts)}
    left = ", ".join(f"{name} ({count})" for name, count in result.ignored.items()) or "nothing"
    lines = [f"{result.path}: {spec.n_keypoints} keypoints, {len(result.card.actions)} actions. Left out: {left}."]
    if result.training:
        lines.append(f"{result.training}: {', '.join(result.parts)}, for kpvp train --init.")
    missing = [part for part in PARTS if part not in result.parts]
    if missing:
        lines.append(f"Not in the checkpoints, so training would start afresh with: {', '.join(missing)}.")
    return Report(data, "\n".join(lines))
