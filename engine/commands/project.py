"""`kpvp project`: what is in a project file, and its clips as files of their own."""

from __future__ import annotations

import argparse
import sys
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Any

import engine
from engine.commands.arguments import add_export, add_json
from engine.commands.command import Report
from engine.files import as_file_name
from engine.formats.table import BY_SUFFIX

if TYPE_CHECKING:
    from engine.projects.project import ClipEntry
    from engine.projects.reading import OpenedProject

HELP = "what is in a project file, and its clips as files"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE")
    parser.add_argument("--export", metavar="DIR", help="write its clips into this folder")
    parser.add_argument("--starred", action="store_true", help="only clips with a star")
    parser.add_argument("--format", default="gif", choices=[suffix[1:] for suffix in BY_SUFFIX])
    parser.add_argument("--device", default="auto", metavar="auto|cpu|cuda|mps")
    parser.add_argument("--precision", default="auto", metavar="auto|fp32|bf16|fp16")
    add_export(parser)
    add_json(parser)


def run(args: argparse.Namespace) -> Report:
    """A clip that cannot be read or rendered is reported and passed over."""
    from engine.commands import clips
    from engine.projects.members import Archive
    from engine.projects.project import VERSION
    from engine.projects.reading import OpenedProject

    path, fps = Path(args.file), clips.frame_rate(args.fps)
    listed: list[dict[str, Any]] = []
    problems: list[dict[str, str]] = []
    with Archive(path) as archive:
        opened = OpenedProject(archive)
        project = opened.project
        writing = _Writing(opened, args, fps) if args.export else None
        for number, entry in enumerate(project.clips, 1):
            if args.starred and not entry.starred:
                continue
            try:
                described = _described(opened, entry)
                if writing is not None:
                    described["out"] = str(writing.write(number, entry))
                    print(described["out"], file=sys.stderr)
                listed.append(described)
            except engine.KpvpError as error:
                print(f"Clip {number}: {error}", file=sys.stderr)
                problems.append({"id": entry.id, "what": error.what, "remedy": error.remedy})
    photos = [{"id": p.id, "name": p.name, "width": p.width, "height": p.height} for p in project.photos]
    models = [{"id": model.id, "name": model.name} for model in project.models]
    data = {"version": VERSION, "photos": photos, "models": models, "clips": listed, "problems": problems}
    lines = [f"{path.name}: {_count(len(listed), 'clip')} of {_count(len(photos), 'photo')}"]
    lines += [_line(number, clip) for number, clip in enumerate(listed, 1)]
    return Report(data, "\n".join(lines), 2 if problems else 0)


class _Writing:
    """Writes clips into a folder, rendered again where a project keeps no frames."""

    def __init__(self, opened: OpenedProject, args: argparse.Namespace, fps: Fraction | None) -> None:
        self._opened, self._args, self._fps = opened, args, fps
        self._folder = Path(args.export)
        self._models: dict[str, engine.Predictor] = {}

    def write(self, number: int, entry: ClipEntry) -> Path:
        from engine.commands import clips

        future = self._opened.future(entry)
        seed = "z" if future.seed is None else future.seed
        action = as_file_name(future.action_label.replace(" ", "_"))
        out = self._folder / f"{number:03d}_{action}_{seed}.{self._args.format}"
        clips.refuse_to_overwrite(out, self._args.overwrite)
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            what = f"{self._folder} cannot be made: {error.strerror}."
            raise engine.ExportError(what, "Choose another folder.") from error
        clip = self._opened.clip(entry)
        if clip is None:
            clip = self._model(future.model_name).render(future, future.keypoints)
        if self._args.size == "model":
            return clips.write(None, clip, None, out, self._fps, self._args)
        photo = self._opened.photo(entry.photo)
        if photo is None:
            raise engine.ProjectError(f"The project lacks the photo of clip {number}.", "Export at the model's size.")
        return clips.write(self._model(future.model_name), clip, photo, out, self._fps, self._args)

    def _model(self, name: str) -> engine.Predictor:
        from engine.models.library import list_models

        if name not in self._models:
            entry = next((entry for entry in list_models() if entry.name == name), None)
            if entry is None:  # nor is a path looked at that a stranger's project names
                raise engine.ModelNotFoundError(f"The model {name!r} of this clip is not here.", "Install it first.")
            self._models[name] = engine.load_model(entry.path, self._args.device, self._args.precision)
        return self._models[name]


def _described(opened: OpenedProject, entry: ClipEntry) -> dict[str, Any]:
    from engine.commands import clips

    data = {"id": entry.id, "name": entry.name, "starred": entry.starred, "created": entry.created}
    return {
        **data,
        **clips.describe(opened.future(entry)),
        "photo_id": entry.photo,
        "edited_from": entry.edited_from,
        "has_frames": bool(entry.frames),
    }


def _line(number: int, clip: dict[str, Any]) -> str:
    action = " + ".join(f"{name} {weight:.2g}" if weight != 1 else name for name, weight in clip["action"].items())
    seed = "no seed" if clip["seed"] is None else f"seed {clip['seed']}"
    edited = ", edited" if clip["edited_from"] else ""
    return f"{number:4} {'*' if clip['starred'] else ' '} {action}, {seed}{edited}  {clip['photo']}, {clip['model']}"


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"
