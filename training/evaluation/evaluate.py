"""One model, one set of clips, all scores that apply, a report.

The order of events only; what a score means is said where it is computed.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from engine.errors import TrainingError
from engine.inputs import LARGEST_SEED
from engine.models.library import find_model
from training.evaluation.measure import measure_model
from training.evaluation.report import write_report
from training.evaluation.subject import Subject
from training.worlds import registry


def evaluate(
    model: str | Path | Subject,
    data: str = "people",
    clips: int = 90,
    seed: int = 0,
    out: str | Path | None = None,
    progress: Callable[[str], None] = lambda line: None,
    fitting: int = 450,
    characters: str | None = None,
    i3d: str | Path | None = None,
) -> dict:
    """Measure a model on the held-out clips of a world.

    model: a model's name, a bundle's path, or networks already loaded.
    data: the world's name.
    clips: number of held-out clips; consecutive ones go through all classes.
    seed: which held-out clips, and which z.
    out: folder for report.json, report.md and contact_sheet.png; it is made if missing.
    fitting: number of training clips that the landmark map is fitted to.
    characters: the folder of rigged characters, for a world that draws them; None: as KPVP_CHARACTERS says.
    i3d: a TorchScript file of I3D, for FVD; without it that is left out.

    Returns the scores by the keys of `evaluate --json`; a score that does not apply is left out. "intervals" has, by
    the same keys, the [low, high] between which 95 % of resampled sets of clips lie. Raises `KpvpError`.
    """
    check_clips(clips)
    folder = None if out is None else _folder(Path(out), progress)
    seed %= LARGEST_SEED + 1
    subject = model if isinstance(model, Subject) else Subject.load(find_model(model).path)
    world = registry.open_world(data, characters)
    measured = measure_model(subject, world, clips, seed, fitting, i3d, progress)
    if folder is not None:
        facts = {"model": subject.card.name, "world": world.name, "world_version": world.version, "seed": seed}
        facts |= {"fitting_clips": fitting, "frames": subject.spec.n_frames, "image_size": subject.spec.image_size}
        write_report(folder, measured.scores, facts, world.actions, measured.held_out, measured.imagined, subject)
        progress(f"report written to {folder}")
    return measured.scores


def check_clips(clips: int) -> None:
    """Raise `TrainingError` for a number of clips that nothing can be measured on."""
    if clips < 1:
        raise TrainingError(f"{clips} clips cannot be measured.", "Ask for at least one; 90 are ten of each action.")


def _folder(folder: Path, progress: Callable[[str], None]) -> Path:
    """`folder`, made if missing: it is better to learn now than after the measurement that it cannot be written."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise TrainingError(f"The folder {folder} cannot be made ({error.strerror}).", "Choose another one.") from error
    if (folder / "report.json").exists():
        progress(f"the report in {folder} will be replaced")
    return folder
