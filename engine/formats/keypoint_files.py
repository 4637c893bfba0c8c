"""The keypoints of a clip as CSV and JSON, for spreadsheets and scripts.

Knows nothing of pictures.
"""

import csv
import json
import os
from fractions import Fraction
from pathlib import Path

import numpy as np

from engine.clip import Clip
from engine.files import atomic_write
from engine.formats.request import ExportRequest

COLUMNS = ("frame", "time_s", "keypoint", "x", "y", "x_px", "y_px")


def write(request: ExportRequest, path: Path) -> None:
    """Write .csv or .json."""
    writer = write_csv if path.suffix.lower() == ".csv" else write_json
    writer(request.clip, path, request.fps)


def write_csv(clip: Clip, path: str | os.PathLike, fps: Fraction) -> None:
    """One row per keypoint and frame. Frame 0 is the photo and frame t is the t-th after it.

    x, y are in [-1, 1] (the centres of the first and last column or row); x_px, y_px the same in pixels of the frame,
    0 being the centre of the first. Raises `OSError`.
    """
    height, width = clip.frames.shape[1:3]
    with atomic_write(path) as temporary, open(temporary, "w", newline="", encoding="utf-8") as file:
        table = csv.writer(file)
        table.writerow(COLUMNS)
        for frame, points in enumerate(_with_photo(clip)):
            for k, (x, y) in enumerate(points.tolist()):
                pixels = (f"{(x + 1) / 2 * (width - 1):.3f}", f"{(y + 1) / 2 * (height - 1):.3f}")
                table.writerow((frame, f"{float(frame / fps):.4f}", k, f"{x:.6f}", f"{y:.6f}", *pixels))


def write_json(clip: Clip, path: str | os.PathLike, fps: Fraction) -> None:
    """One object; `keypoints` is [frame][keypoint] = [x, y] in [-1, 1], the photo's being in `source_keypoints`.

    `z` has as many digits as give the same float32 again; `seed` is null when z was set by hand.
    Raises `OSError`.
    """
    height, width = clip.frames.shape[1:3]
    content = {
        "width": width,
        "height": height,
        "fps": f"{fps.numerator}/{fps.denominator}",
        "photo": clip.photo_name,
        "crop": clip.crop,
        "action": {name: round(float(weight), 6) for name, weight in zip(clip.action_names, clip.action, strict=True)},
        "seed": clip.seed,
        "z": [float(str(value)) for value in clip.z],
        "model": clip.model_name,
        "model_id": clip.model_id,
        "source_keypoints": clip.source_keypoints.round(6).tolist(),
        "keypoints": clip.keypoints.round(6).tolist(),
    }
    with atomic_write(path) as temporary, open(temporary, "w", encoding="utf-8") as file:
        json.dump(_plain(content), file, ensure_ascii=False, indent=1)
        file.write("\n")


def _with_photo(clip: Clip) -> np.ndarray:
    return np.concatenate([clip.source_keypoints[None], clip.keypoints])


def _plain(content: dict) -> dict:
    # float32 rounded to six places would print as 0.30000001192092896.
    tidy = {name: _rounded(content[name]) for name in ("source_keypoints", "keypoints")}
    return content | tidy


def _rounded(value):
    return [_rounded(item) for item in value] if isinstance(value, list) else round(value, 6)
