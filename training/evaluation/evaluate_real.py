"""A model on real clips: the scores that need no truth, a contact sheet to look at, and a report.

The order of events only; what a score means is said where it is computed (`real_clips`).
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import numpy as np
from PIL import Image

from engine.files import atomic_write
from engine.models.library import find_model
from training.evaluation.real_clips import RealClip, follow, read_clips, real_scores
from training.evaluation.rulers.pose import PoseNetwork
from training.evaluation.subject import Subject

_COLUMNS = 8
_MEANING = {
    "clips": "real clips",
    "psnr_moving": "dB where the clip moves, drawn from its first frame and its own keypoints",
    "psnr_copy_moving": "the same for a copy of the first frame",
    "sharpness_moving": "mean absolute Laplacian there, of the real frames' own",
    "joint_error_pct": "joints of redrawn against real frames by a pose network, mean distance in % of the side",
    "joints_moved_pct": "how far the real joints are from those of the first frame",
    "person_kept": "share of imagined frames in which the pose network still finds somebody",
}


def evaluate_real(
    model: str | Path | Subject,
    data: str | Path,
    pose: str | Path | None = None,
    seed: int = 0,
    out: str | Path | None = None,
    progress: Callable[[str], None] = lambda line: None,
) -> dict[str, float]:
    """Measure a model on the clips in a folder.

    model: a model's name, a bundle's path, or networks already loaded.
    data: a folder whose folders each hold the pictures of one clip.
    pose: the .tflite file of a pose network; without it, its scores are left out.
    seed: of the z that first frames are imagined with.
    out: folder for report.json, report.md and contact_sheet.png; it is made if missing.

    Returns the scores by the keys of `evaluate --json`. Raises `KpvpError`.
    """
    network = None if pose is None else PoseNetwork(pose)
    subject = model if isinstance(model, Subject) else Subject.load(find_model(model).path)
    clips = follow(subject, read_clips(Path(data), subject.spec.image_size), seed)
    progress(f"{len(clips)} clips redrawn and imagined")
    scores = {"clips": len(clips), **real_scores(clips, network)}
    scores = {key: round(value, 4) for key, value in scores.items() if np.isfinite(value)}
    if out is not None:
        folder = Path(out)
        folder.mkdir(parents=True, exist_ok=True)
        _write(folder, scores, subject.card.name, clips)
        progress(f"report written to {folder}")
    return scores


def contact_sheet(clips: list[RealClip]) -> np.ndarray:
    """uint8 [H, W, 3]: per clip a row of real frames, one redrawn from the first, and one per imagined action."""
    rows = []
    for clip in clips:
        moments = np.linspace(0, len(clip.frames) - 2, _COLUMNS).round().astype(int)
        rows.append(np.concatenate([clip.frames[0], *clip.frames[1:][moments]], 1))
        for rendered in (clip.redrawn.rendered, *clip.imagined.values()):
            shown = rendered.frames[np.minimum(moments, len(rendered.frames) - 1)]
            rows.append(np.concatenate([clip.frames[0], *shown], 1))
    return np.concatenate(rows)


def _write(folder: Path, scores: dict[str, float], name: str, clips: list[RealClip]) -> None:
    actions = ", ".join(clips[0].imagined)
    lines = [f"# {name} on real clips", "", "| score | value | what it is |", "| --- | --- | --- |"]
    lines += [f"| `{key}` | {value} | {_MEANING[key]} |" for key, value in scores.items()]
    lines += ["", f"![Contact sheet](contact_sheet.png)\n\nRows: real, redrawn, imagined ({actions}).", ""]
    for file, text in (("report.md", "\n".join(lines)), ("report.json", json.dumps(scores, indent=1) + "\n")):
        with atomic_write(folder / file) as temporary:
            temporary.write_text(text, encoding="utf-8")
    with atomic_write(folder / "contact_sheet.png") as temporary:
        Image.fromarray(contact_sheet(clips)).save(temporary, "png")
