"""The state of a run as a person reads it."""

from __future__ import annotations

from kpvp_gui.translation import marked, tr
from training.runs.summary import DAMAGED, RunSummary

_STATES = {
    "starting": marked("Starting…"),
    "running": marked("Training"),
    "paused": marked("Paused"),
    "stopped": marked("Stopped"),
    "interrupted": marked("Interrupted"),
    "finished": marked("Finished"),
    "failed": marked("Failed"),
    DAMAGED: marked("Damaged"),
}
_WITH_SHARE = ("running", "paused", "stopped", "interrupted")


def state_words(summary: RunSummary) -> str:
    """ "Training · 40 %", where how far it came says something; else "Finished"."""
    words = tr(_STATES[summary.state])
    return f"{words} · {summary.fraction:.0%}".replace("%", " %") if summary.state in _WITH_SHARE else words
