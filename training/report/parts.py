"""What has been measured already, so that a report that was stopped goes on, and one of a system more is soon there.

A part belongs to one system, one world and one way of measuring, all of which are in its name; another of any of them
is another part. A damaged one is measured again.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

from engine.files import as_file_name, atomic_write, content_of
from engine.foreign_data import from_json
from training.evaluation.judge_cache import JUDGE_VERSION
from training.report.failures import KINDS
from training.report.shown import Shown
from training.report.system_measure import Outcome
from training.report.tables import can_be_shown

_VERSION = 2  # of what is measured; another number, and it is measured anew
_SCORES, _SHOWN = "scores.json", "shown.npz"
_LARGEST = 8 * 2**20  # bytes of scores


def part_folder(root: Path, label: str, facts: dict[str, Any]) -> Path:
    """Where the part of these facts (everything that decides its scores, as JSON) is kept."""
    text = json.dumps({**facts, "version": _VERSION, "judge": JUDGE_VERSION}, sort_keys=True)
    return root / f"{as_file_name(label)}-{hashlib.sha256(text.encode()).hexdigest()[:12]}"


def read_part(folder: Path, actions: int) -> Outcome | None:
    """What was kept of a world of so many actions, or None where nothing that can be used is."""
    try:
        content = from_json(content_of(folder / _SCORES, _LARGEST))
        scores, failures = content["scores"], content["failures"]
        if not can_be_shown(scores) or scores["clips"] < 1:
            return None
        shown = Shown.load(folder / _SHOWN)
    except Exception:  # zip, zlib and NumPy raise a dozen kinds for a damaged file
        return None
    if not shown.is_whole(actions) or not isinstance(failures, list):
        return None
    return Outcome(scores, failures, shown) if all(_is_failure(case, shown) for case in failures) else None


def _is_failure(case: object, shown: Shown) -> bool:
    return (
        isinstance(case, dict)
        and isinstance(case.get("kind"), str)
        and case["kind"] in KINDS
        and isinstance(case.get("measured"), str)
        and case.get("clip") in shown.number.tolist()
    )


def write_part(folder: Path, outcome: Outcome, facts: dict[str, Any]) -> None:
    """Keep an outcome. Raises `OSError`."""
    folder.mkdir(parents=True, exist_ok=True)
    outcome.shown.save(folder / _SHOWN)
    content = {"facts": facts, "scores": outcome.scores, "failures": outcome.failures}
    with atomic_write(folder / _SCORES) as temporary:  # last, since it says that the part is whole
        temporary.write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")
