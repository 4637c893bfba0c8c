"""The end of a run: a bundle with a filled card, scored, calibrated and put into the model list.

Scores here need no joints, so that they can be had on any clips; `kpvp evaluate` measures more on a world's.
"""

from __future__ import annotations

import base64
import datetime
import io
from dataclasses import replace
from pathlib import Path
from typing import Any

import torch
from PIL import Image
from torch import nn

from engine.errors import BundleError, TrainingError
from engine.files import atomic_write
from engine.media.frame_rates import rational
from engine.models import library
from engine.models.assembly import disassemble
from engine.models.bundle import SUFFIX, load_bundle, save_bundle, tensors_id
from engine.models.card import ModelCard
from engine.networks.spec import NetworkSpec
from engine.systems.network import SystemNetwork
from engine.systems.spec import SystemSpec
from engine.systems.table import SYSTEMS
from training.data.source import Source
from training.evaluation.calibration import calibration_of
from training.evaluation.card_scores import rewrite_card
from training.evaluation.subject import Subject
from training.evaluation.unlabelled import unlabelled_scores
from training.initial import Initial
from training.running.run import Run
from training.runs.config import RunConfig
from training.runs.events import Installing, Losses, RunFinished, StageBegan, Warned
from training.runs.stage_names import MOTION, keypoints_at

SCORED_CLIPS = 16
PREVIEW_BYTES = 32 * 1024  # a card may have 256 KiB, and is printed by `kpvp models --json`
CLASSES_NAMED = 6


def delivered(run: Run) -> Path | None:
    """The bundle of a run that was finished before, after saying `finished` once more; else None."""
    events, _ = run.files.events_since(0)
    last = next((event for event in reversed(events) if isinstance(event, RunFinished)), None)
    if last is None or not run.files.model_path.is_file():
        return None
    try:
        load_bundle(run.files.model_path)
    except BundleError as error:
        raise TrainingError(
            f"The model of this finished run is damaged: {error.what}",
            f"Delete {run.files.model_path}; it is made again.",
        ) from None
    run.say(RunFinished(model=run.files.model_path.name, installed=last.installed))
    return run.files.model_path


def deliver(
    run: Run, source: Source, spec: NetworkSpec, modules: dict[str, nn.Module], initial: Initial | None = None
) -> None:
    """Write the run's bundle from its averaged networks {"detector", "translator", "motion"}, and install it."""
    path = run.files.model_path
    save_bundle(path, _card(run, source, spec, _steps(run, initial)), disassemble(modules))
    scores = unlabelled_scores(Subject.load(path), source.held_out, SCORED_CLIPS, run.config.seed)
    scores["held_out"] = source.held_out is not source.store
    rewrite_card(path, scores=scores, familiarity=calibration_of(path, source, run.config.seed))
    run.say(RunFinished(model=path.name, installed=_installed(run)))


def domain_of(config: RunConfig, source: Source) -> str:
    """One sentence of what pictures the model is for: the settings' own, or what the data says."""
    if config.domain:
        return config.domain
    names = [name.replace("_", " ") for name in source.store.actions]
    listed = ", ".join(names[:CLASSES_NAMED])
    listed += f" and {len(names) - CLASSES_NAMED} more" if len(names) > CLASSES_NAMED else ""
    of = f" of {listed}" if len(names) > 1 else ""
    if source.world is not None:
        return f"Drawn clips{of} of the world {source.world['name']}. No photographs."
    return f"Pictures like the {len(source.store)} clips{of} in the folder {source.facts['folder']}."


def deliver_system(run: Run, source: Source, network: SystemNetwork) -> None:
    """Write the bundle of a compared system, and install it under its own name."""
    config, path = run.config, run.files.model_path
    done, _ = _history(run)
    settings = config.compared
    training = {"steps": {name: done.get(name, 0) for name in config.stages}, "batch": settings.batch}
    card = _card(run, source, network.spec, training)
    title = f"{SYSTEMS[config.system].title}: {card.title}"
    card = replace(card, name=_name(config), title=title, system=config.system, notes=SYSTEMS[config.system].paper)
    save_bundle(path, card, disassemble({"network": network}))
    run.say(RunFinished(model=path.name, installed=_installed(run)))


def _name(config: RunConfig) -> str:
    return config.name if config.system not in SYSTEMS else f"{config.name}-{config.system}"


def _steps(run: Run, initial: Initial | None) -> dict[str, Any]:
    """How long each of the paper's steps was trained, and from what."""
    config, (done, _) = run.config, _history(run)
    steps: dict[str, Any] = {
        "keypoints_steps": {str(size): done.get(keypoints_at(size), 0) for size in config.keypoints.sizes},
        "motion_steps": done.get(MOTION, 0),
        "batch": config.keypoints.batch,
    }
    return steps if initial is None else steps | {"started_from": initial.name}


def _card(run: Run, source: Source, spec: NetworkSpec | SystemSpec, steps: dict[str, Any]) -> ModelCard:
    config, store = run.config, source.store
    preview = _small_preview(run)
    return ModelCard(
        name=config.name,
        title=config.title or config.name,
        network=spec.to_json(),
        actions=store.actions,
        domain=domain_of(config, source),
        image_size=spec.image_size,
        fps=rational(store.fps),
        training=steps
        | {
            "data": source.facts if source.world is None else store.source,
            "preset": config.preset,
            "seed": config.seed,
            "seconds": round(_history(run)[1]),
            "precision": config.loop.precision,
            "torch": torch.__version__,
            "settings": _settings(config),
        },
        world=source.world or {},
        # A model of one's own clips is its maker's to license.
        licence="Apache-2.0" if source.world is not None else "",
        created=datetime.date.today().isoformat(),
        extra={"preview": preview} if preview else {},
    )


def _settings(config: RunConfig) -> str:
    """The settings as TOML, without the folders of this machine: a card travels."""

    def name(path: str) -> str:
        return Path(path).name if path else ""

    data = replace(config.data, source=name(config.data.source), characters=name(config.data.characters))
    return replace(config, data=data, init=name(config.init)).to_toml()


def _history(run: Run) -> tuple[dict[str, int], float]:
    """Steps done by stage, and seconds spent on steps in all, those repeated after a kill included."""
    done: dict[str, int] = {}
    seconds = 0.0
    for event in run.files.events_since(0)[0]:
        if isinstance(event, Losses):
            seconds += (event.step - done.get(event.stage, 0)) / max(event.steps_per_s or 0.0, 1e-3)
        if isinstance(event, StageBegan | Losses):
            done[event.stage] = event.step
    return done, seconds


def _small_preview(run: Run) -> str:
    """The last preview of step 1, its first four rows as JPEG in base64; "" where there is none small enough."""
    previews = run.files.previews_of(keypoints_at(run.config.keypoints.sizes[-1]))
    if not previews:
        return ""
    with Image.open(previews[-1]) as picture:
        rows = picture.convert("RGB").crop((0, 0, picture.width, picture.width * 4 // 6))
    rows.thumbnail((480, 320))
    data = io.BytesIO()
    rows.save(data, "JPEG", quality=80)
    return base64.b64encode(data.getvalue()).decode() if data.tell() * 4 / 3 <= PREVIEW_BYTES else ""


def _installed(run: Run) -> str | None:
    """Copy the bundle into the user's models under a name that no model has; its path, or None."""
    if not run.config.install:
        return None
    before = _installed_before(run)
    if before is not None:
        return before
    folder = library.user_folder()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / f"{_unused(_name(run.config), folder)}{SUFFIX}"
        run.say(Installing(path=str(path)))
        with atomic_write(path) as temporary:
            temporary.write_bytes(run.files.model_path.read_bytes())
    except OSError as error:
        run.say(Warned(f"The model was not put into the model list: {folder}: {error.strerror}."))
        return None
    return str(path)


def _installed_before(run: Run) -> str | None:
    """Where this run put its model before it was killed without saying `finished`; None if it did not get that far."""
    events, _ = run.files.events_since(0)
    path = next((event.path for event in reversed(events) if isinstance(event, Installing)), None)
    if path is None:
        return None
    try:
        there, own = (tensors_id(load_bundle(each)[1]) for each in (path, run.files.model_path))
    except BundleError:
        return None
    return path if there == own else None


def _unused(name: str, folder: Path) -> str:
    taken = {entry.name.lower() for entry in library.list_models()}
    taken |= {path.stem.lower() for path in folder.glob(f"*{SUFFIX}")}
    number, candidate = 1, name
    while candidate.lower() in taken:
        number += 1
        candidate = f"{name}-{number}"
    return candidate
