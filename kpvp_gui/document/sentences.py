"""The two sentences that the window says: what happened, what to do. A bug goes to the crash log besides."""

from __future__ import annotations

import numpy as np

from engine.errors import KpvpError
from kpvp_gui.background import crash_log
from kpvp_gui.translation import tr, translated


def no_photo() -> tuple[str, str]:
    return tr("There is no photo yet."), tr("Drop one, paste one, or choose a sample.")


def no_model() -> tuple[str, str]:
    return tr("No model is installed."), tr("Put a model file into the models folder and start the studio again.")


def of_latent(seed: int | None, z: np.ndarray | None) -> str:
    """Where a future's z float32 [Z] is from, in two words: its seed, 0 for the mean one, or a hand."""
    if seed is not None:
        return tr("seed {seed}", seed=seed)
    return tr("mean future") if z is not None and not z.any() else tr("own z")


def seed_is_locked() -> tuple[str, str]:
    return tr("The seed is locked, and its future is here already."), tr("Unlock the seed for another one.")


def of_error(error: Exception) -> tuple[str, str]:
    """The user's own mistake in its words; anything else is a bug, and is recorded."""
    if isinstance(error, KpvpError):
        return translated(error.what), translated(error.remedy)
    crash_log.record(error)
    return of_recorded()


def of_recorded() -> tuple[str, str]:
    """There was a bug, which is in the crash log already."""
    return tr("Something went wrong inside the studio; your work is intact."), tr(
        "Details are in {log_path}.", log_path=crash_log.log_path()
    )
