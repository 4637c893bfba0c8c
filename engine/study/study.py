"""A study as a folder: `study.json`, a sheet of frames per clip, and what each rater said in `ratings/`.

Clips are called by random names, so that nothing but `study.json` says whose they are. Knows no window and no model.
"""

from __future__ import annotations

import io
import json
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image

from engine.errors import StudyError
from engine.files import atomic_folder, content_of
from engine.foreign_data import from_json
from engine.formats import frame_sheet

FILE = "study.json"
RATINGS = "ratings"
QUESTION = "Which clip shows best what should happen, with the figure still whole and itself?"
FEWEST, MOST = 2, 5  # clips side by side
FPS = 25
_FORMAT, _VERSION = "kpvp-study", 1
_LARGEST_JSON, _LARGEST_PICTURE = 8 * 2**20, 64 * 2**20  # bytes
_REMEDY = "Choose a folder that kpvp study or kpvp report made."


@dataclass(frozen=True)
class StudyClip:
    """One clip of a trial. id: its random name; system: whose it is."""

    id: str
    system: str
    frames: int


@dataclass(frozen=True)
class Trial:
    """One photo and what was asked, with the clips to be ranked."""

    id: str
    asked: str
    clips: tuple[StudyClip, ...]


@dataclass(frozen=True)
class Study:
    """An opened study. `systems` are in the order in which they were given."""

    folder: Path
    id: str
    title: str
    question: str
    systems: tuple[str, ...]
    trials: tuple[Trial, ...]
    made_by: Mapping[str, Any] = field(default_factory=dict)

    def photo(self, trial: Trial) -> bytes:
        """A PNG. Raises `StudyError`."""
        return self._bytes(f"{trial.id}.png")

    def sheet(self, clip: StudyClip) -> bytes:
        """WebP, as `frame_sheet.to_sheet` makes it. Raises `StudyError`."""
        return self._bytes(f"{clip.id}.webp")

    def frames(self, clip: StudyClip) -> np.ndarray:
        """uint8 [T, S, S, 3]. Raises `StudyError`."""
        try:
            return frame_sheet.from_sheet(self.sheet(clip), clip.frames)
        except (ValueError, OSError) as error:
            raise StudyError(f"The clip {clip.id} of this study is damaged.", "Make the study again.") from error

    def _bytes(self, name: str) -> bytes:
        try:
            return content_of(self.folder / "clips" / name, _LARGEST_PICTURE)
        except OSError as error:
            raise StudyError(f"{name} of this study cannot be read: {error.strerror}.", _REMEDY) from error


@dataclass(frozen=True)
class NewTrial:
    """What a trial is made of: photo uint8 [H, W, 3], what was asked in words, frames uint8 [T, S, S, 3] by system."""

    photo: np.ndarray
    asked: str
    clips: Mapping[str, np.ndarray]


def make_study(
    folder: Path,
    trials: Sequence[NewTrial],
    title: str = "Which is best?",
    question: str = QUESTION,
    made_by: Mapping[str, Any] | None = None,
) -> Study:
    """Write a new study into `folder`, which is made, and open it.

    made_by: what a reader of the results should know of the systems, as hashes of their models. Raises `StudyError` if
    there is something in the folder, or a trial has fewer than two clips or more than five.
    """
    counts = [len(trial.clips) for trial in trials]
    if not trials or min(counts) < FEWEST or max(counts) > MOST:
        wrong = next((count for count in counts if not FEWEST <= count <= MOST), 0)
        what = f"A trial has {wrong} clips." if trials else "The study has no trials."
        raise StudyError(what, f"Give {FEWEST} to {MOST} systems that all have clips of the same names.")
    systems = tuple(dict.fromkeys(name for trial in trials for name in trial.clips))
    written = []
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        with atomic_folder(folder) as temporary:
            (temporary / "clips").mkdir()
            (temporary / RATINGS).mkdir()
            for number, trial in enumerate(trials, 1):
                id = f"trial-{number:03}"
                (temporary / "clips" / f"{id}.png").write_bytes(_png(trial.photo))
                clips = []
                for system, frames in trial.clips.items():
                    clips.append({"id": secrets.token_hex(5), "system": system, "frames": len(frames)})
                    (temporary / "clips" / f"{clips[-1]['id']}.webp").write_bytes(frame_sheet.to_sheet(frames))
                written.append({"id": id, "asked": trial.asked, "clips": clips})
            content: dict[str, Any] = {
                "format": _FORMAT,
                "version": _VERSION,
                "id": secrets.token_hex(8),
                "title": title,
            }
            content |= {"question": question, "systems": systems, "trials": written, "made_by": dict(made_by or {})}
            (temporary / FILE).write_text(json.dumps(content, indent=1, ensure_ascii=False) + "\n", "utf-8")
    except FileExistsError as error:
        raise StudyError(f"There is something in {folder} already.", "Choose a new folder.") from error
    except OSError as error:
        raise StudyError(f"{folder} cannot be written: {error.strerror}.", "Choose another folder.") from error
    return open_study(folder)


def open_study(folder: Path | str) -> Study:
    """The study in a folder. Raises `StudyError` for what is none."""
    folder = Path(folder)
    try:
        content = from_json(content_of(folder / FILE, _LARGEST_JSON))
        if content["format"] != _FORMAT:
            raise ValueError("it is something else")
        if content["version"] > _VERSION:
            raise StudyError("This study was made by a newer version of the program.", "Update this one.")
        trials = tuple(_trial(each) for each in content["trials"])
        study = Study(
            folder,
            _name(content["id"]),
            str(content["title"]),
            str(content["question"]),
            tuple(str(system) for system in content["systems"]),
            trials,
            dict(content.get("made_by", {})),
        )
    except OSError as error:
        raise StudyError(f"There is no study in {folder}.", _REMEDY) from error
    except (ValueError, KeyError, TypeError) as error:
        raise StudyError(f"The {FILE} in {folder} cannot be understood.", _REMEDY) from error
    return study


def _trial(content: dict) -> Trial:
    clips = tuple(StudyClip(_name(clip["id"]), str(clip["system"]), int(clip["frames"])) for clip in content["clips"])
    if not FEWEST <= len(clips) <= MOST or len({clip.id for clip in clips}) != len(clips):
        raise ValueError("a trial's clips are not two to five different ones")
    return Trial(_name(content["id"]), str(content["asked"]), clips)


def _name(text: object) -> str:
    """A name that becomes a file's, and is one of ours: it leads out of no folder."""
    if not isinstance(text, str) or not text.replace("-", "").isalnum() or not text.isascii():
        raise ValueError(f"{text!r} is no name")
    return text


def _png(picture: np.ndarray) -> bytes:
    content = io.BytesIO()
    Image.fromarray(picture).save(content, "PNG")
    return content.getvalue()
