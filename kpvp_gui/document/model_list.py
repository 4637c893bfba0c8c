"""The document's list of models, looked up again after one was trained or imported."""

from __future__ import annotations

from collections.abc import Callable

from engine.models.library import ModelEntry, list_models
from kpvp_gui.background.jobs import Job
from kpvp_gui.document.document import Document


def refresh_models(document: Document, then: Callable[[], object] = lambda: None) -> None:
    """Read the model folders in the thread pool, hand them to the document, and call `then`."""
    job = Job(list_models)
    job.finished.connect(lambda found: (_take(document, found), then()))
    job.failed.connect(document.report)
    job.start()


def _take(document: Document, found: list[ModelEntry]) -> None:
    """Entries that are as they were stay the same objects: the document knows the chosen one by identity."""
    known = {entry.path: entry for entry in document.models}
    document.set_models([known[e.path] if known.get(e.path) == e else e for e in found])
