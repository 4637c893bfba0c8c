"""Several systems on several worlds: measured part by part, then written as figures, a JSON and one HTML page.

The order of events only.
"""

from __future__ import annotations

import json
import platform
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np

from engine.errors import KpvpError, TrainingError
from engine.files import as_file_name, atomic_write
from engine.inputs import LARGEST_SEED
from engine.models.bundle import load_bundle, tensors_id
from engine.models.library import find_model
from engine.study import ratings, results
from engine.study.study import FILE, MOST, NewTrial, make_study, open_study
from engine.systems.table import SYSTEMS
from engine.version import installed_version, version
from training.evaluation.evaluate import check_clips
from training.evaluation.held_out import drawn_once
from training.evaluation.rulers.i3d import I3D
from training.report import figures
from training.report.ablation_rows import ablation_rows
from training.report.folder_world import FolderWorld, open_data
from training.report.page import Content, WorldPart, write_report_page
from training.report.parts import part_folder, read_part, write_part
from training.report.shown import Shown
from training.report.system_measure import FITTING, Ruler, measure_system
from training.worlds.world import World

PAGE, JSON = "report.html", "report.json"
_VERSIONS = ("torch", "numpy", "scipy", "pillow", "opencv-python")
SMALLEST, LARGEST = 16, 512  # px of clips that are compared
_COMPARED = 3  # clips of a world with a figure of all systems


@dataclass(frozen=True)
class ReportedSystem:
    """What takes part. label: as it is called in the report; size: of its pictures in px; frames: of its clips."""

    label: str
    name: str
    title: str
    id: str
    path: Path
    size: int
    frames: int


def make_report(
    models: Sequence[str | Path],
    data: Sequence[str],
    out: str | Path,
    clips: int = 100,
    seed: int = 0,
    characters: str | None = None,
    i3d: str | Path | None = None,
    study: str | Path | None = None,
    ablation: str | Path | None = None,
    progress: Callable[[str], None] = lambda line: None,
    fitting: int = FITTING,
    size: int | None = None,
) -> dict[str, Any]:
    """Write `out`/report.html with report.json, figures/ and, of two systems or more, study/ beside it.

    models: names or bundles' paths, in the order of the tables.
    data: names of worlds, or folders of clips.
    study: a study's folder whose results are shown; None: the one in `out`.
    ablation: a folder that `kpvp ablation` wrote.
    size: side in px, 16 to 512, at which the clips of all are judged and compared, smaller ones enlarged and larger
    ones reduced; None: that of the largest.

    What `out` holds of the same systems, worlds, clips and seed is not measured again. Returns what report.json holds,
    with the whole path of its "page". Raises `KpvpError`.
    """
    check_clips(clips)
    if size is not None and not SMALLEST <= size <= LARGEST:
        raise TrainingError(
            f"Clips cannot be compared at {size} px.", f"Give a size of {SMALLEST} to {LARGEST} px, or none."
        )
    seed %= LARGEST_SEED + 1
    systems = _systems(models)
    opened = [open_data(name, characters, progress) for name in dict.fromkeys(map(str, data))]
    worlds = {world.name: world for world in opened}
    folder = Path(out)
    try:
        (folder / "figures").mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise TrainingError(f"The folder {folder} cannot be made ({error.strerror}).", "Choose another one.") from error
    ruler = Ruler(size or max(system.size for system in systems), max(system.frames for system in systems))
    how: dict[str, Any] = {"clips": clips, "seed": seed, "fitting": fitting, "compared_at": list(ruler)}
    how["i3d"] = None if i3d is None else I3D(i3d).sha256
    parts: dict[str, WorldPart] = {}
    for name, world in worlds.items():
        with drawn_once():
            parts[name] = _measured(world, systems, folder / "parts", how, i3d, progress, fitting, ruler)
    written = [file for name, part in parts.items() for file in draw(name, part, folder / "figures")]
    progress(f"{len(written)} figures drawn")
    content = Content(
        title=f"{', '.join(system.label for system in systems)} on {', '.join(worlds)}",
        worlds=parts,
        config=_config(systems, worlds, how),
        study=_study(folder, Path(study) if study is not None else None, parts, systems),
        ablation=ablation_rows(Path(ablation)) if ablation is not None else {},
    )
    write_report_page(content, folder / PAGE)
    summary = {"config": content.config, "figures": written, "page": str(folder / PAGE)}
    summary["worlds"] = {
        name: {"scores": part.scores, "failures": part.failures} for name, part in content.worlds.items()
    }
    summary["ablation"] = content.ablation
    with atomic_write(folder / JSON) as temporary:
        kept = summary | {"page": PAGE}  # without this machine's folders: a report travels
        temporary.write_text(json.dumps(kept, indent=1) + "\n", encoding="utf-8")
    progress(f"report written to {folder / PAGE}")
    return summary


def _systems(models: Sequence[str | Path]) -> list[ReportedSystem]:
    found: list[ReportedSystem] = []
    for model in models:
        path = find_model(model).path
        card, tensors = load_bundle(path)
        spec = card.system_spec if card.system in SYSTEMS else card.spec
        title = card.title or card.name
        found.append(ReportedSystem(title, card.name, title, tensors_id(tensors), path, spec.image_size, spec.n_frames))
    titles = [system.title for system in found]
    # Two of one title differ by their weights.
    return [
        system if titles.count(system.title) == 1 else replace(system, label=f"{system.title} ({system.id[:6]})")
        for system in found
    ]


def _measured(
    world: World,
    systems: Sequence[ReportedSystem],
    root: Path,
    how: Mapping[str, Any],
    i3d: str | Path | None,
    progress: Callable[[str], None],
    fitting: int,
    ruler: Ruler,
) -> WorldPart:
    part = WorldPart(world.name.replace("_", " ").capitalize(), world.actions)
    clips = min(how["clips"], world.held_out) if isinstance(world, FolderWorld) else how["clips"]
    for system in systems:
        facts = {"system": system.id, "world": world.name, "world_version": world.version, **how, "clips": clips}
        kept = part_folder(root, f"{system.name}-{world.name}", facts)
        outcome = read_part(kept, len(world.actions))
        if outcome is not None:
            progress(f"{system.label} on {world.name} is there already")
        else:
            progress(f"{system.label} on {world.name}")
            try:
                outcome = measure_system(system.path, world, clips, how["seed"], i3d, progress, fitting, ruler)
            except KpvpError as error:  # as of a model that knows other actions: the others go on
                progress(error.what)
                part.scores[system.label] = error.what
                continue
            write_part(kept, outcome, facts)
        part.scores[system.label], part.shown[system.label] = outcome.scores, outcome.shown
        part.failures[system.label] = outcome.failures
    if not part.shown:
        reasons = " ".join(str(reason) for reason in part.scores.values())
        raise TrainingError(f"No system could be measured on {world.name}. {reasons}", "Choose other models or data.")
    return part


def draw(name: str, part: WorldPart, folder: Path) -> list[str]:
    """The world's figures, into `part` for the page and into files; the files' names."""
    drawn: dict[str, tuple[str, np.ndarray]] = {}
    for label, shown in part.shown.items():
        stem = f"{name}-{_stem(label)}"
        drawn[f"{stem}-overview"] = (f"{label}: every action over time", figures.overview(shown, part.actions))
        if shown.has_keypoints:
            title = f"{label}: source v, target v', their keypoints, mask, prediction from the target's keypoints"
            drawn[f"{stem}-qualitative"] = (title, figures.qualitative(shown, part.actions))
        cases = [(case["clip"], f"{case['kind']}: {case['measured']}") for case in part.failures[label]]
        if cases:
            drawn[f"{stem}-failures"] = (f"{label}: what goes wrong", figures.gallery(shown, cases))
    for number in _numbers_of_all(part.shown)[:_COMPARED]:
        action = part.actions[_action_of(part.shown, number)].replace("_", " ")
        title = f"{action}, by every system"
        drawn[f"{name}-comparison-{number}"] = (title, figures.comparison(part.shown, number))
    part.figures |= {title: figure for title, figure in drawn.values() if not title.endswith("what goes wrong")}
    return [file for stem, (title, figure) in drawn.items() for file in figures.save(figure, folder, stem, title)]


def _study(folder: Path, chosen: Path | None, parts: Mapping[str, WorldPart], systems: Sequence[ReportedSystem]):
    """The results of a study; one of this report's own clips is made where two to five systems have some."""
    own = folder / "study"
    if not (own / FILE).exists():
        trials = [trial for part in parts.values() if 2 <= len(part.shown) <= MOST for trial in _trials(part)]
        if trials:
            make_study(own, trials, made_by={system.label: system.id for system in systems})
    source = chosen if chosen is not None else own if (own / FILE).exists() else None
    if source is None:
        return None
    study = open_study(source)
    return results.results(study, ratings.latest(ratings.read_all(study)[0]))


def _trials(part: WorldPart) -> list[NewTrial]:
    trials = []
    for number in _numbers_of_all(part.shown):
        first = next(iter(part.shown.values()))
        i = first.position(number)
        asked = part.actions[first.action[i]].replace("_", " ").capitalize()
        clips = {label: shown.future[shown.position(number)] for label, shown in part.shown.items()}
        trials.append(NewTrial(first.source[i], asked, clips))
    return trials


def _numbers_of_all(shown: Mapping[str, Shown]) -> list[int]:
    """Held-out clips that every system shows; of one system alone none is compared."""
    if len(shown) < 2:
        return []
    first, *others = shown.values()
    return [int(number) for number in first.number if all(number in other.number for other in others)]


def _action_of(shown: Mapping[str, Shown], number: int) -> int:
    first = next(iter(shown.values()))
    return int(first.action[first.position(number)])


def _config(systems: Sequence[ReportedSystem], worlds: Mapping[str, World], how: Mapping[str, Any]) -> dict[str, Any]:
    versions = {package: installed_version(package) for package in _VERSIONS}
    return {
        "systems": [{"title": s.label, "name": s.name, "id": s.id, "file": s.path.name} for s in systems],
        "worlds": {name: {"version": world.version, "actions": world.actions} for name, world in worlds.items()},
        **how,
        "versions": {"kpvp": version(), "python": platform.python_version(), **versions},
    }


def _stem(label: str) -> str:
    return as_file_name(label).replace(" ", "-").lower()
