"""What a run costs, in words: time, memory and disk."""

from __future__ import annotations

from typing import Any


def duration(seconds: float) -> str:
    """In words that do not pretend: 40 s, 12 min, 3.5 h, 2 days."""
    if seconds < 90:
        return f"{max(1, round(seconds))} s"
    if seconds < 5400:
        return f"{round(seconds / 60)} min"
    return f"{seconds / 3600:.1f} h" if seconds < 48 * 3600 else f"{seconds / 86400:.1f} days"


def estimate_words(estimate: dict[str, Any]) -> str:
    """An estimate (see `training.runs.estimate.estimate`) on one line."""
    measured = "" if estimate.get("measured") else ", roughly"
    return " · ".join(
        [
            f"About {duration(estimate['seconds'])}{measured}",
            f"{_megabytes(estimate['memory_mb'])} of memory",
            f"{_megabytes(estimate['disk_mb'])} on disk",
        ]
    )


def stages_words(estimate: dict[str, Any]) -> str:
    """Its stages, a line each."""
    return "\n".join(
        f"{stage['name']}: {stage['steps']} steps, {duration(stage['seconds'])}" for stage in estimate["per_stage"]
    )


def _megabytes(value: float) -> str:
    return f"{value / 1024:.1f} GB" if value >= 1024 else f"{value:.0f} MB"
