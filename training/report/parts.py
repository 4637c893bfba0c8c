"""What has been measured already, so that a report that was stopped goes on, and one of a system more is soon there.

A part belongs to one system, one world and one way of measuring, all of which are in its name; another of any of them
is another part. A damaged one is measured again.
"""

from __future__ import annotations

import hashlib
import json
import zipfile
from pathlib import Path
from typing import Any

from engine.files import as_file_name, atomic_write
from engine.foreign_data import from_json
from training.evaluation.judge_cache import JUDGE_VERSION
from training.report.shown import Shown
from training.report.system_measure import Outcome

_VERSION = 2  # of what is measured; another number, and it is measured anew
_SCORES, _SHOWN = "scores.json", "shown.npz"


def part_folder(root: Path, label: str, facts: dict[str, Any]) -> Path:
    """Where the part of these facts (everything that decides its scores, as JSON) is kept."""
    text = json.dumps({**facts, "version": _VERSION, "judge": JUDGE_VERSION}, sort_keys=True)
    return root / f"{as_file_name(label)}-{hashlib.sha256(text.encode()).hexdigest()[:12]}"


def read_part(folder: Path) -> Outcome | None:
    """What was kept, or None where nothing that can be used is."""
    try:
        content = from_json((folder / _SCORES).read_bytes())
        return Outcome(content["scores"], content["failures"], Shown.load(folder / _SHOWN))
    except (OSError, ValueError, KeyError, TypeError, EOFError, zipfile.BadZipFile):
        return None


def write_part(folder: Path, outcome: Outcome, facts: dict[str, Any]) -> None:
    """Keep an outcome. Raises `OSError`."""
    folder.mkdir(parents=True, exist_ok=True)
    outcome.shown.save(folder / _SHOWN)
    content = {"facts": facts, "scores": outcome.scores, "failures": outcome.failures}
    with atomic_write(folder / _SCORES) as temporary:  # last, since it says that the part is whole
        temporary.write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")
