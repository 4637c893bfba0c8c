"""What `generate` and `batch` do alike: reading photos, writing clips, describing them in JSON."""

import argparse
import sys
from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path
from typing import Any

import engine
from engine.commands.arguments import FIGURE
from engine.errors import ExportError
from engine.export import export
from engine.future import Future
from engine.media.frame_rates import rational
from engine.models.familiarity import Familiarity


def open_photo(path: str, frame: int | None) -> engine.Photo:
    """The photo, or that frame of a video or animation; says so on stderr if the first frame is taken by default."""
    photo = engine.read_photo(path, frame=frame)
    if photo.frame_count > 1 and frame is None:
        print(f"{photo.name} has {photo.frame_count} frames: the first is taken.", file=sys.stderr)
    return photo


def chosen_crop(
    model: engine.Predictor, photo: engine.Photo, wanted: str | tuple[int, int, int]
) -> tuple[int, int, int] | None:
    """--crop as `predict` takes it."""
    if isinstance(wanted, str):
        return model.find_figures(photo)[0].crop if wanted == FIGURE else None
    return wanted


def frame_rate(text: str | None) -> Fraction | None:
    """--fps, frames per second. Raises `ExportError`."""
    if text is None:
        return None
    try:
        fps = rational(text)
    except ValueError as error:
        raise ExportError(
            f"{text!r} is not a frame rate.", "Write frames per second, for example 25 or 30000/1001."
        ) from error
    if fps > 1000:
        raise ExportError(f"{text} frames per second are out of range.", "Choose a rate up to 1000.")
    return fps


def refuse_to_overwrite(out: Path, overwrite: bool) -> None:
    """Raise `ExportError` before anything is computed."""
    if out.exists() and not overwrite:
        raise ExportError(f"{out} already exists.", "Choose another name, or add --overwrite.")


def refuse_overlays(card: engine.ModelCard, overlays: Sequence[str]) -> None:
    """Raise `ExportError` for an overlay that the model's clips do not have."""
    for overlay in overlays:
        if why := card.lacking(overlay):
            raise ExportError(why, f"Leave out the overlay {overlay}, or choose another model.")


def write(
    model: engine.Predictor | None,
    clip: engine.Clip,
    photo: engine.Photo | None,
    out: Path,
    fps: Fraction | None,
    args: argparse.Namespace,
) -> Path:
    """Export with the arguments of `arguments.add_export`. Model and photo are for other sizes than the model's."""
    pictures = None
    if args.size != "model":
        assert model is not None and photo is not None
        longer_side = args.size if isinstance(args.size, int) else None
        pictures = model.full_size(clip, photo, longer_side, whole=args.size != "crop")
    options = {"overlays": args.overlay, "scale": args.scale, "overwrite": args.overwrite}
    return export(clip, out, fps=fps, pictures=pictures, **options)


def describe(clip: Future, familiarity: Familiarity | None = None) -> dict[str, Any]:
    """The keys of `generate --json` and of each clip of `batch --json` and `project --json`."""
    weights = zip(clip.action_names, clip.action.tolist(), strict=True)
    data = {
        "photo": clip.photo_name,
        "crop": clip.crop,
        "model": clip.model_name,
        "model_id": clip.model_id,
        "action": {name: weight for name, weight in weights if weight},
        "seed": clip.seed,
        "frames": len(clip),
        "size": clip.source.shape[0],
        "fps": f"{clip.fps.numerator}/{clip.fps.denominator}",
        "schedule": clip.schedule,
    }
    if familiarity is not None:
        data |= {"familiarity": familiarity.score, "familiar": familiarity.familiar, "advice": familiarity.advice}
    return data
