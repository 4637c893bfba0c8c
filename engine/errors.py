"""The errors a user can fix: one sentence of what happened, one of what to do.

The command line prints them and exits 2; the studio shows them in place. Anything else that is raised is a bug.
What is wrong with one file of many is a `Problem`: a value for a list, while the work goes on. This module must know
nothing of what raises or collects them.
"""

from typing import NamedTuple  # not a dataclass: that would make `import engine` half as slow again


class KpvpError(Exception):
    """Something the user can fix. `str(error)` is "what remedy", each one sentence."""

    def __init__(self, what: str, remedy: str = "") -> None:
        super().__init__(what, remedy)
        self.what = what
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{self.what} {self.remedy}".strip()


class BundleError(KpvpError):
    """A model file that is malformed, truncated, foreign or oversized."""


class ModelNotFoundError(KpvpError):
    """No model of that name, and no file at that path."""


class PhotoError(KpvpError):
    """A picture or video that cannot be read, or a crop that lies outside of it."""


class ActionError(KpvpError):
    """An action the model does not know, or weights that make no sense."""


class LatentError(KpvpError):
    """A seed or z that does not fit the model."""


class ClipError(KpvpError):
    """A saved clip that cannot be read, or keypoints that do not fit a clip."""


class ExportError(KpvpError):
    """A clip that could not be written."""


class ProjectError(KpvpError):
    """A project that cannot be read, written or kept."""


class DeviceError(KpvpError):
    """A device or precision that this machine does not have, or that ran out of memory."""


class TrainingError(KpvpError):
    """A run, preset, data set or evaluation that cannot go on as asked."""


class Cancelled(Exception):
    """Work was stopped between two batches because its caller asked for it."""


class Problem(NamedTuple):
    """What is wrong with one file or clip, as a sentence. left_out: nothing of it is used."""

    file: str
    what: str
    left_out: bool = True
