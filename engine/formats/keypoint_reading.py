"""Keypoints coming back from CSV and JSON, as `keypoint_files` writes them or a script does.

Both count as the screen does: frame 0 is the photo, frame 1 the first of the clip; keypoints begin with 0.
"""

import csv
import os
from pathlib import Path

import numpy as np

from engine.errors import ClipError
from engine.foreign_data import from_json
from engine.sentences import sentence

_LARGEST = 16 * 2**20  # bytes of a file: thirty times what a long clip takes
_MOST_FRAMES, _MOST_KEYPOINTS = 10_000, 1_000
_NEEDED = ("frame", "keypoint", "x", "y")


def read_keypoints(path: str | os.PathLike) -> np.ndarray:
    """The clip's keypoints float32 [T, K, 2] of a .csv or .json; the photo's own, where it has them, are left out.

    A table needs the columns frame, keypoint, x and y, with a row for each keypoint of each frame; JSON an object with
    `keypoints`. Raises `ClipError`.
    """
    path = Path(path)
    try:
        if path.exists() and not path.is_file():  # a pipe would be waited for
            raise ClipError(
                sentence("{name} is no file.", name=path.name), sentence("Choose a .csv or .json of keypoints.")
            )
        if path.stat().st_size > _LARGEST:
            raise ClipError(
                sentence("{name} is larger than 16 MB.", name=path.name), sentence("Choose a table of keypoints.")
            )
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise ClipError(
            sentence("{name} cannot be opened: {reason}.", name=path.name, reason=error.strerror),
            sentence("Check the path."),
        ) from error
    except UnicodeDecodeError as error:
        raise ClipError(
            sentence("{name} is no text.", name=path.name), sentence("Choose a .csv or .json of keypoints.")
        ) from error
    points = _from_json(path.name, text) if path.suffix.lower() == ".json" else _from_table(path.name, text)
    if not np.isfinite(points).all():
        raise ClipError(
            sentence("{name} has a coordinate that is no finite number.", name=path.name),
            sentence("Use numbers from -1 to 1."),
        )
    return points


def _from_json(name: str, text: str) -> np.ndarray:
    try:
        content = from_json(text)
        points = np.array(content["keypoints"], np.float32)
    except (ValueError, TypeError, KeyError, OverflowError) as error:
        raise ClipError(sentence("{name} has no list of keypoints.", name=name), _HOW_JSON) from error
    if points.ndim != 3 or points.shape[2] != 2 or not points.size:
        raise ClipError(
            sentence("The keypoints of {name} have shape {value}.", name=name, value=list(points.shape)), _HOW_JSON
        )
    if len(points) > _MOST_FRAMES or points.shape[1] > _MOST_KEYPOINTS:
        raise ClipError(sentence("{name} has more frames or keypoints than a clip can have.", name=name), _HOW_JSON)
    return points


def _from_table(name: str, text: str) -> np.ndarray:
    rows = csv.DictReader(text.splitlines())
    try:
        found = _positions(name, rows)
    except (TypeError, ValueError) as error:
        raise ClipError(
            sentence("Line {line_num} of {name} has something that is no number.", line_num=rows.line_num, name=name),
            _HOW_TABLE,
        ) from error
    except csv.Error as error:
        raise ClipError(
            sentence("Line {line_num} of {name} is no line of a table.", line_num=rows.line_num, name=name), _HOW_TABLE
        ) from error
    frames, count = sorted({f for f, _ in found if f > 0}), max((k for _, k in found), default=-1) + 1
    if not frames:
        raise ClipError(sentence("{name} has no frame after the photo.", name=name), _HOW_TABLE)
    for frame in range(1, frames[-1] + 1):
        for k in range(count):
            if (frame, k) not in found:
                raise ClipError(
                    sentence("{name} lacks keypoint {k} of frame {frame}.", name=name, k=k, frame=frame), _HOW_TABLE
                )
    return np.array([[found[f, k] for k in range(count)] for f in frames], np.float32)


def _positions(name: str, rows: csv.DictReader) -> dict[tuple[int, int], tuple[float, float]]:
    """x and y by frame and keypoint. Raises `ValueError` and others where a row is none."""
    if missing := [column for column in _NEEDED if column not in (rows.fieldnames or ())]:
        raise ClipError(sentence("{name} has no column {value}.", name=name, value=missing[0]), _HOW_TABLE)
    found = {}
    for row in rows:
        at = int(row["frame"]), int(row["keypoint"])
        found[at] = float(row["x"]), float(row["y"])
        if not (0 <= at[0] <= _MOST_FRAMES and 0 <= at[1] <= _MOST_KEYPOINTS):
            raise ClipError(
                sentence("Line {line_num} of {name} counts out of bounds.", line_num=rows.line_num, name=name),
                _HOW_TABLE,
            )
    return found


_HOW_JSON = sentence('It needs an object with "keypoints": a list of frames, each a list of [x, y].')
_HOW_TABLE = sentence(
    "It needs the columns frame, keypoint, x and y, and a row for each keypoint of each frame from 1."
)
