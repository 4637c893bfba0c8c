"""What a measurement leaves behind: report.json, report.md and a contact sheet of clips to look at.

Numbers alone mislead: keypoints can gather on the torso while the errors fall. It knows scores and clips and measures
nothing.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import cv2
import numpy as np
from PIL import Image, ImageDraw, ImageFont

from engine import overlay
from engine.files import atomic_write
from training.evaluation.held_out import Clips
from training.evaluation.scores import Imagined
from training.evaluation.subject import Subject

_CELL = 96
_LABEL = 200
_HEADER = 22
_TIMES = (4, 8, 12, 16, 20, 24, 28, 32)
_CLASSES_IN_FULL = 3
_INK, _PAPER = (40, 40, 40), (250, 250, 250)

_MEANING = {
    "clips": "held-out clips",
    "landmark_error_pct": "joints from keypoints by a linear map, mean distance in % of the side",
    "landmark_error_no_intercept_pct": "the same by a map without intercept",
    "mean_pose_error_pct": "the same for the mean pose of the training clips",
    "keypoints_on_figure": "share of keypoints inside the silhouette grown by 3 % of the side",
    "landmark_error_by_joint_pct": "landmark_error_pct, joint by joint",
    "joint_has_keypoint": "share of frames in which a keypoint lies within 5 % of the side of the joint",
    "psnr_moving": "dB in the moving region, true keypoints given",
    "psnr_copy_moving": "the same for a copy of the source",
    "ssim_redrawn": "structural similarity of whole frames, true keypoints given",
    "ssim_copy": "the same for a copy of the source",
    "feature_distance_redrawn": "distance in EfficientNet-Lite0's normalised features (as LPIPS, unweighted)",
    "feature_distance_copy": "the same for a copy of the source",
    "mask_iou": "redrawn part (1 - mask > 0.5) against the union of source and target silhouette",
    "judge_accuracy": "generated futures of the true action that a judge of movement names rightly",
    "judge_accuracy_by_action": "judge_accuracy, action by action",
    "judge_accuracy_redrawn": "the judge's accuracy on real clips drawn again from their own keypoints",
    "judge_accuracy_real": "the judge's accuracy on the real futures",
    "judge_accuracy_other_action": "the same for an action other than the photo's own",
    "judge_inception_score": "exp(H(y) - H(y|x)) of the judge on generated futures; at most the number of actions",
    "judge_entropy_within": "H(y|x): how unsure the judge is of a generated future, in nats",
    "judge_entropy": "H(y): how evenly generated futures are spread over actions, in nats",
    "judge_inception_score_real": "the same of real futures",
    "judge_entropy_within_real": "the same of real futures",
    "judge_entropy_real": "the same of real futures",
    "apd": "mean L2 between keypoint sequences of 10 random z",
    "apd_real": "the same between real clips of one class, aligned at their first frame",
    "ade_best10": "mean keypoint distance from the real future, best of 10 random z (2 = the side)",
    "fde_best10": "the same at the last frame",
    "ade_z0": "mean keypoint distance at z = 0",
    "fde_z0": "the same at the last frame",
    "ade_still": "mean keypoint distance if nothing moves",
    "frechet": "Frechet distance of generated from real held-out futures, by features (not FVD)",
    "frechet_real": "the same between real training and real held-out futures",
    "frechet_copy": "the same of the photo left as it is",
    "fvd": "FVD of generated from real held-out futures, by the I3D file given",
    "fvd_real": "the same between real training and real held-out futures",
    "fvd_of": "what the FVD was made of; compare it with no other",
}


def write_report(
    folder: Path,
    scores: dict,
    facts: dict,
    names: tuple[str, ...],
    held_out: Clips,
    imagined: Imagined,
    subject: Subject,
) -> None:
    """As `write_files`, with the sheet of a model with keypoints."""
    write_files(folder, scores, facts, contact_sheet(names, held_out, imagined, subject))


def write_files(folder: Path, scores: dict, facts: dict, sheet: np.ndarray) -> None:
    """Write report.json, report.md and contact_sheet.png into `folder` (which exists), each atomically."""
    with atomic_write(folder / "report.json") as path:
        path.write_text(json.dumps({**facts, "scores": scores}, indent=1) + "\n", encoding="utf-8")
    with atomic_write(folder / "report.md") as path:
        path.write_text(_markdown(scores, facts), encoding="utf-8")
    with atomic_write(folder / "contact_sheet.png") as path:
        Image.fromarray(sheet).save(path)


def contact_sheet(names: tuple[str, ...], held_out: Clips, imagined: Imagined, subject: Subject) -> np.ndarray:
    """uint8 [H, W, 3]: per class the first held-out clip's source and its prediction at T = 4, 8, ..., 32.

    The first three classes show everything: real frames, prediction, synthesized, mask and keypoints, and the frames
    redrawn from the real future's own keypoints.
    """
    rows: list[tuple[str, list[np.ndarray]]] = []
    for action, name in enumerate(names):
        found = np.flatnonzero(held_out.actions == action)
        if not len(found):
            continue
        rows += _rows_of_clip(name, int(found[0]), len(rows) < 6 * _CLASSES_IN_FULL, held_out, imagined, subject)
    columns = max(len(cells) for _, cells in rows)
    sheet = Image.new("RGB", (_LABEL + columns * (_CELL + 2), _HEADER + len(rows) * (_CELL + 2)), _PAPER)
    pen, font = ImageDraw.Draw(sheet), ImageFont.load_default(size=12)
    for column, title in enumerate(["source", *(f"T = {t}" for t in _TIMES)][:columns]):
        pen.text((_LABEL + column * (_CELL + 2) + 4, 4), title, fill=_INK, font=font)
    for row, (label, cells) in enumerate(rows):
        top = _HEADER + row * (_CELL + 2)
        pen.text((8, top + _CELL // 2 - 8), label, fill=_INK, font=font)
        for column, cell in enumerate(cells):
            size = cv2.INTER_AREA if cell.shape[0] >= _CELL else cv2.INTER_CUBIC
            picture = cv2.resize(np.ascontiguousarray(cell), (_CELL, _CELL), interpolation=size)
            sheet.paste(Image.fromarray(picture), (_LABEL + column * (_CELL + 2), top))
    return np.asarray(sheet)


def _rows_of_clip(
    name: str, clip: int, in_full: bool, held_out: Clips, imagined: Imagined, subject: Subject
) -> list[tuple[str, list[np.ndarray]]]:
    source, real = held_out.frames[clip, 0], held_out.frames[clip, 1:]
    rendered, k0 = imagined.rendered[clip], imagined.source_keypoints[clip]
    times = [t - 1 for t in _TIMES if t <= min(len(real), len(rendered.frames))]
    label = name.replace("_", " ")
    prediction = (f"{label}", [source, *rendered.frames[times]])
    if not in_full:
        return [prediction]
    redrawn = subject.translate(source, k0, imagined.real[clip][times])
    mask = np.repeat((rendered.mask[times] * 255).astype(np.uint8)[..., None], 3, -1)
    real_dots = _dotted(np.stack([source, *real[times]]), np.stack([k0, *imagined.real[clip][times]]))
    dots = _dotted(np.stack([source, *rendered.frames[times]]), np.stack([k0, *imagined.sampled[clip, 0][times]]))
    return [
        (f"{label}: real, keypoints", list(real_dots)),
        ("redrawn from those", [source, *redrawn.frames]),
        (f"{label}: prediction", prediction[1]),
        ("synthesized", [source, *rendered.synthesized[times]]),
        ("mask", [source, *mask]),
        ("keypoints", list(dots)),
    ]


def _dotted(frames: np.ndarray, keypoints: np.ndarray) -> np.ndarray:
    return overlay.draw_frames(frames, keypoints, None, {"keypoints"}, scale=2)


def _markdown(scores: dict, facts: dict) -> str:
    lines = [f"# Scores of {facts['model']}", ""]
    lines += [f"- {key.replace('_', ' ')}: {value}" for key, value in facts.items()]
    lines += ["", "| score | value | 95 % interval | meaning |", "| --- | --- | --- | --- |"]
    intervals = scores.get("intervals", {})
    for key, value in scores.items():
        if key != "intervals":
            lines.append(f"| {key} | {_shown(value)} | {_shown(intervals.get(key, ''))} | {_MEANING.get(key, '')} |")
    lines += ["", "Intervals: 95 % of 1000 (of distances 200) sets of clips drawn anew from these, with repetition."]
    return "\n".join([*lines, "", "![clips](contact_sheet.png)", ""])


def _shown(value: Any) -> str:
    """A score, an interval, or many of either by name."""
    match value:
        case dict():
            return ", ".join(f"{key}: {_shown(item)}" for key, item in value.items())
        case [low, high]:
            return f"{low:g} to {high:g}"
        case float() | int():
            return f"{value:g}"
    return str(value)
