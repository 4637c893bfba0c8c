"""What a run costs, in words: time, memory and disk."""

from __future__ import annotations

from typing import Any

from kpvp_gui.translation import tr


def duration(seconds: float) -> str:
    """In words that do not pretend: 40 s, 12 min, 3.5 h, 2 days."""
    if seconds < 90:
        return f"{max(1, round(seconds))} s"
    if seconds < 5400:
        return f"{round(seconds / 60)} min"
    return f"{seconds / 3600:.1f} h" if seconds < 48 * 3600 else tr("{days:.1f} days", days=seconds / 86400)


def estimate_words(estimate: dict[str, Any]) -> str:
    """An estimate (see `training.runs.estimate.estimate`) on one line."""
    measured = "" if estimate.get("measured") else tr(", roughly")
    return " · ".join(
        [
            tr("About {duration}{measured}", duration=duration(estimate["seconds"]), measured=measured),
            tr("{megabytes} of memory", megabytes=_megabytes(estimate["memory_mb"])),
            tr("{megabytes} on disk", megabytes=_megabytes(estimate["disk_mb"])),
        ]
    )


def stages_words(estimate: dict[str, Any]) -> str:
    """Its stages, a line each."""
    return "\n".join(
        tr(
            "{stage}: %n steps, {duration}",
            "",
            stage["steps"],
            stage=stage["name"],
            duration=duration(stage["seconds"]),
        )
        for stage in estimate["per_stage"]
    )


def _megabytes(value: float) -> str:
    return f"{value / 1024:.1f} GB" if value >= 1024 else f"{value:.0f} MB"
