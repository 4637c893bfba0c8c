"""What a rater said, kept as it is said: one file per sitting, written anew and whole with every trial.

No file is ever written over another sitting's: who comes back later gets a second one, and the latest word counts.
"""

from __future__ import annotations

import json
import re
import secrets
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from engine.errors import Problem, StudyError
from engine.files import as_file_name, atomic_write, content_of, shown_name
from engine.foreign_data import from_json
from engine.study.study import RATINGS, Study, Trial

_FORMAT, _VERSION = "kpvp-ratings", 1
_LARGEST_JSON = 4 * 2**20
_LONGEST_NAME = 60


@dataclass(frozen=True)
class Ranking:
    """The clips of a trial, best first, by id; at: seconds since 1970; seconds: how long it took."""

    trial: str
    order: tuple[str, ...]
    at: float
    seconds: float = 0.0


@dataclass
class Ratings:
    """One sitting of one rater."""

    study: str
    rater: str
    sitting: str
    rankings: dict[str, Ranking] = field(default_factory=dict)

    def to_json(self) -> dict[str, Any]:
        rankings = [
            {"trial": r.trial, "order": list(r.order), "at": r.at, "seconds": r.seconds} for r in self.rankings.values()
        ]
        head = {"format": _FORMAT, "version": _VERSION, "study": self.study, "rater": self.rater}
        return {**head, "sitting": self.sitting, "rankings": rankings}


def begin(study: Study, rater: str) -> Ratings:
    """The last sitting of a rater by that name, to go on with, or a new one."""
    rater = rater.strip()[:_LONGEST_NAME] or "anonymous"
    sittings = [ratings for ratings in read_all(study)[0] if ratings.rater == rater and ratings.rankings]
    if sittings:
        return max(sittings, key=lambda each: max(ranking.at for ranking in each.rankings.values()))
    return Ratings(study.id, rater, secrets.token_hex(8))


def rank(study: Study, ratings: Ratings, trial: Trial, order: Sequence[str], seconds: float = 0.0) -> None:
    """Note a ranking, best first, and have it on disk before returning. Raises `StudyError` if it cannot be kept."""
    checked = _checked({"trial": trial.id, "order": list(order), "at": time.time(), "seconds": seconds}, study)
    kept = dict(ratings.rankings)
    ratings.rankings[trial.id] = checked
    try:
        _write(study, ratings)
    except StudyError:
        ratings.rankings = kept
        raise


def add(study: Study, path: Path) -> Ratings:
    """Take over what a page gave a rater to send back. Raises `StudyError` for what is none of this study's.

    The same file twice is the same sitting; a later one of the same sitting adds to it and takes nothing away.
    """
    try:
        ratings = _read(study, content_of(path, _LARGEST_JSON), shown_name(path))
    except OSError as error:
        raise StudyError(f"{path} cannot be read: {error.strerror}.", "Check the path.") from error
    for before in read_all(study)[0]:
        if before.sitting == ratings.sitting:
            known = before.rankings.items()
            newer = {id: r for id, r in known if id not in ratings.rankings or r.at > ratings.rankings[id].at}
            ratings.rankings |= newer
    _write(study, ratings)
    return ratings


def read_all(study: Study) -> tuple[list[Ratings], list[Problem]]:
    """All sittings, and the files that are none."""
    found, problems = [], []
    folder = study.folder / RATINGS
    for path in sorted(folder.glob("*.json")) if folder.is_dir() else ():
        if path.name.startswith("."):
            continue  # being written
        try:
            found.append(_read(study, content_of(path, _LARGEST_JSON), shown_name(path)))
        except StudyError as error:
            problems.append(Problem(path.name, error.what))
        except OSError as error:
            problems.append(Problem(path.name, f"The file cannot be read: {error.strerror}."))
    return found, problems


def latest(sittings: Sequence[Ratings]) -> list[tuple[str, Ranking]]:
    """(rater, ranking): of each rater and trial the last one, in the order of raters and trials."""
    found: dict[tuple[str, str], Ranking] = {}
    for ratings in sittings:
        for ranking in ratings.rankings.values():
            key = ratings.rater, ranking.trial
            if key not in found or ranking.at > found[key].at:
                found[key] = ranking
    return [(rater, found[rater, trial]) for rater, trial in sorted(found)]


def _write(study: Study, ratings: Ratings) -> None:
    folder = study.folder / RATINGS
    path = folder / f"{as_file_name(ratings.rater)}-{ratings.sitting}.json"
    try:
        folder.mkdir(exist_ok=True)
        with atomic_write(path) as temporary:
            temporary.write_text(json.dumps(ratings.to_json(), indent=1, ensure_ascii=False) + "\n", "utf-8")
    except OSError as error:
        remedy = "Make room or choose a folder that can be written, and press the button again."
        raise StudyError(f"The ranking could not be kept in {folder}: {error.strerror}.", remedy) from error


def _read(study: Study, text: bytes, name: str) -> Ratings:
    try:
        content = from_json(text)
        if content["format"] != _FORMAT or content["version"] > _VERSION:
            raise ValueError("it is something else")
        if content["study"] != study.id:
            raise StudyError(f"{name} has rankings of another study.", "Add it to the study that its page came from.")
        rankings = [_checked(each, study) for each in content["rankings"]]
        rater = str(content["rater"]).strip()[:_LONGEST_NAME] or "anonymous"
        sitting = content["sitting"]
        if not isinstance(sitting, str) or not re.fullmatch(r"[0-9a-f]{8,64}", sitting):
            raise ValueError("the sitting has no name")
        return Ratings(study.id, rater, sitting, {ranking.trial: ranking for ranking in rankings})
    except StudyError:
        raise
    except (ValueError, KeyError, TypeError, OverflowError) as error:
        what = f"{name} holds no rankings that can be understood."
        raise StudyError(what, "Ask the rater for the file that the page saves.") from error


def _checked(content: dict, study: Study) -> Ranking:
    """A ranking that names each clip of its trial once."""
    trial = next((each for each in study.trials if each.id == content["trial"]), None)
    order = tuple(content["order"])
    if trial is None or sorted(order) != sorted(clip.id for clip in trial.clips):
        raise ValueError("a ranking does not fit its trial")
    return Ranking(trial.id, order, float(content["at"]), float(content.get("seconds", 0.0)))
