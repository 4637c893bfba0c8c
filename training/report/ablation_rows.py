"""The rows of the ablation: the paper's three translators and ours, as settings of a run; and their scores."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from engine.errors import TrainingError
from engine.files import content_of
from engine.foreign_data import from_json
from training.report.tables import can_be_shown

FILE = "ablation.json"
_LARGEST = 8 * 2**20  # bytes
# What our own training adds to the paper's translator, or tells one kind of translator alone, is off in every row.
SHARED = (
    "network.carried_stages=0",
    "data.truth=false",
    "keypoints.flow=0.0",
    "keypoints.plate=0.0",
    "keypoints.silhouettes=0.0",
    "install=false",
)
ROWS: dict[str, tuple[str, ...]] = {
    "Base": ("network.translator='drawing'", "network.source_keypoints=false", "network.background_mask=false"),
    "Base + k": ("network.translator='drawing'", "network.source_keypoints=true", "network.background_mask=false"),
    "Base + k + bg": ("network.translator='drawing'", "network.source_keypoints=true", "network.background_mask=true"),
    "Moving pixels": ("network.translator='moving'", "network.source_keypoints=true", "network.background_mask=true"),
}


def ablation_rows(folder: Path) -> dict[str, dict[str, Any] | str]:
    """Scores by row, or a sentence for a row that was not measured. Raises `TrainingError` for a folder without any."""
    try:
        found = from_json(content_of(folder / FILE, _LARGEST))["rows"]
        measured = {str(row): scores for row, scores in found.items()}
        if not all(can_be_shown(scores) for scores in measured.values()):
            raise ValueError("a row holds no scores")
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise TrainingError(f"{folder} holds no ablation.", "Give a folder that kpvp ablation wrote.") from error
    return {row: measured.get(row, "not trained yet") for row in ROWS} | measured
