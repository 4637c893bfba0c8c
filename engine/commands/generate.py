"""The command line's engine half: generate, batch, models, bench, doctor.

Each takes the parsed arguments and returns a `Report`; nothing is printed here but progress, on stderr. Light to
import: torch comes with the first model.
"""

import argparse
import sys
import time
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Any

import engine
from engine.errors import ActionError, BundleError, ExportError, KpvpError
from engine.inputs import action_weights, parse_action
from engine.models.bundle import SUFFIX
from engine.models.library import find_model, scan

if TYPE_CHECKING:
    from engine.clip import Clip
    from engine.media.photo import Photo
    from engine.models.familiarity import Familiarity


@dataclass(frozen=True)
class Report:
    """What a command has to say, for scripts and for people; `status` is the exit status."""

    data: dict[str, Any]
    text: str
    status: int = 0


def generate(args: argparse.Namespace) -> Report:
    """One photo, one action, one future, one file."""
    out = Path(args.out)
    fps = _fps(args.fps)
    _refuse_to_overwrite(out, args.overwrite)
    action = parse_action(args.action)
    # Mistakes are told before torch is imported, which takes seconds.
    action_weights(action, find_model(args.model).card.actions)
    photo = _photo(args.photo, args.frame)
    model = engine.load_model(args.model, args.device, args.precision)
    started = time.perf_counter()
    clip = model.predict(photo, action, seed=args.seed, crop=args.crop)
    seconds = time.perf_counter() - started
    familiarity = model.familiarity(clip.source)
    if familiarity.advice:
        print(familiarity.advice, file=sys.stderr)
    written = _export(clip, out, fps, args)
    data = {**_describe(clip, familiarity), "out": str(written), "seconds": round(seconds, 4)}
    return Report(data, f"{written}: {clip.action_label}, seed {clip.seed}, {len(clip)} frames in {seconds:.2f} s")


def batch(args: argparse.Namespace) -> Report:
    """Every photo with every action and seed into one folder. A photo that cannot be used is told and passed over."""
    folder = Path(args.out)
    fps = _fps(args.fps)
    actions = _actions(args.actions, find_model(args.model).card.actions)
    model = engine.load_model(args.model, args.device, args.precision)
    clips, problems = [], []
    for name, path in _distinct_names(args.photos).items():
        try:
            photo = _photo(path, None)
            for action in actions:
                for seed in args.seeds:
                    out = folder / f"{name}_{action}_{seed}.{args.format}"
                    _refuse_to_overwrite(out, args.overwrite)
                    folder.mkdir(parents=True, exist_ok=True)
                    clip = model.predict(photo, action, seed=seed)
                    clips.append({**_describe(clip, None), "out": str(_export(clip, out, fps, args))})
                    print(out, file=sys.stderr)
        except OSError as error:
            raise ExportError(f"{folder} cannot be made: {error.strerror}.", "Choose another folder.") from error
        except KpvpError as error:
            print(f"{path}: {error}", file=sys.stderr)
            problems.append({"photo": str(path), "what": error.what, "remedy": error.remedy})
    text = f"{len(clips)} clips in {folder}" + (f"; {len(problems)} photos failed" if problems else "")
    return Report({"clips": clips, "problems": problems}, text, 2 if problems else 0)


def models(_args: argparse.Namespace) -> Report:
    """The models that can be loaded by name, and the files that only look like models."""
    entries, broken = scan()
    listed = [{**entry.card.to_json(), "name": entry.name, "path": str(entry.path)} for entry in entries]
    for model in listed:
        del model["familiarity"]  # a page of coefficients
    told = [{"path": str(model.path), "what": model.error.what, "remedy": model.error.remedy} for model in broken]
    lines = [
        f"{entry.name:16} {entry.card.image_size} px, {len(entry.card.actions)} actions  {entry.card.title}"
        for entry in entries
    ]
    lines += [f"{model.path.name}: {model.error}" for model in broken]
    return Report({"models": listed, "broken": told}, "\n".join(lines) or "There is no model yet.")


def bench(args: argparse.Namespace) -> Report:
    """How fast the engine is here."""
    from engine.bench import as_text, measure

    figures = measure(engine.load_model(args.model, args.device, args.precision))
    return Report(figures, as_text(figures))


def doctor(_args: argparse.Namespace) -> Report:
    """What is installed, and what is wrong with it."""
    from engine.doctor import as_text, examine

    findings = examine()
    return Report(findings, as_text(findings), 2 if findings["problems"] else 0)


def _photo(path: str, frame: int | None) -> "Photo":
    photo = engine.read_photo(path, frame=frame)
    if photo.frame_count > 1 and frame is None:
        print(f"{photo.name} has {photo.frame_count} frames: the first is taken.", file=sys.stderr)
    return photo


def _actions(text: str, known: tuple[str, ...]) -> list[str]:
    """Names from "A,B" or "all", each spelled as the model does."""
    if text == "all":
        return list(known)
    names = [name for name in text.split(",") if name.strip()]
    if not names:
        raise ActionError("No action was given.", f"Choose from {', '.join(known)}, or all.")
    return [known[int(action_weights(name, known).argmax())] for name in names]


def _distinct_names(paths: list[str]) -> dict[str, str]:
    """A file name's beginning for each photo: its stem, numbered where two photos share one."""
    names: dict[str, str] = {}
    for path in paths:
        stem, number = Path(path).stem, 1
        name = stem
        while name in names:
            number += 1
            name = f"{stem}-{number}"
        names[name] = path
    return names


def _fps(text: str | None) -> Fraction | None:
    if text is None:
        return None
    try:
        fps = Fraction(text)
    except (ValueError, ZeroDivisionError) as error:
        raise ExportError(f"{text!r} is not a frame rate.", "Write for example 25 or 30000/1001.") from error
    if not 0 < fps <= 1000:
        raise ExportError(f"{text} frames per second are out of range.", "Choose a rate up to 1000.")
    return fps


def _refuse_to_overwrite(out: Path, overwrite: bool) -> None:
    """Before anything is computed."""
    if out.exists() and not overwrite:
        raise ExportError(f"{out} already exists.", "Choose another name, or add --overwrite.")


def _export(clip: "Clip", out: Path, fps: Fraction | None, args: argparse.Namespace) -> Path:
    return engine.export(clip, out, fps=fps, overlays=args.overlay, scale=args.scale, overwrite=args.overwrite)


def import_authors(args: argparse.Namespace) -> Report:
    """The authors' two checkpoints become one model file; what only training needs and what was left out is told."""
    from engine.authors.importing import import_authors as imported
    from engine.authors.training import PARTS

    out = Path(args.out)
    if out.suffix != SUFFIX:
        raise BundleError(f"{out.name} does not end in {SUFFIX}.", f"Name the model file NAME{SUFFIX}.")
    if not args.overwrite and out.exists():
        raise BundleError(f"{out} already exists.", "Choose another name, or add --overwrite.")
    result = imported(args.stage1, args.stage2, out, args.actions, args.size)
    spec = result.card.spec
    data = {"out": str(result.path), "actions": list(result.card.actions), "ignored": result.ignored}
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


def _describe(clip: "Clip", familiarity: "Familiarity | None") -> dict[str, Any]:
    weights = zip(clip.action_names, clip.action.tolist(), strict=True)
    data = {
        "photo": clip.photo_name,
        "crop": clip.crop,
        "model": clip.model_name,
        "model_id": clip.model_id,
        "action": {name: weight for name, weight in weights if weight},
        "seed": clip.seed,
        "frames": len(clip),
        "size": clip.frames.shape[1],
        "fps": f"{clip.fps.numerator}/{clip.fps.denominator}",
        "schedule": clip.schedule,
    }
    if familiarity is not None:
        data |= {"familiarity": familiarity.score, "familiar": familiarity.familiar, "advice": familiarity.advice}
    return data
