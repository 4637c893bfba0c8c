"""The errors a user can fix: one sentence of what happened, one of what to do.

The command line prints them and exits 2; the studio shows them in place. Anything else that is raised is a bug.
What is wrong with one file of many is a `Problem`: a value for a list, while the work goes on. This module must know
nothing of what raises or collects them.
"""

from typing import NamedTuple  # not a dataclass: that would make `import engine` half as slow again

from engine.words import printable, shortened

_LONGEST = 1000  # characters of a sentence: it may quote a stranger's file


class KpvpError(Exception):
    """Something the user can fix. `str(error)` is "what remedy", each one sentence.

    A `Sentence` of `engine/sentences.py` stays one: a window says it in another language.
    """

    def __init__(self, what: str, remedy: str = "") -> None:
        what, remedy = (shortened(printable(text), _LONGEST) for text in (what, remedy))
        super().__init__(what, remedy)
        self.what = what
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{self.what} {self.remedy}".strip()


def refused_by_system(error: OSError) -> KpvpError:
    """What the system refused, in a sentence: a name too long, a folder that may not be written, a full disk."""
    reason = error.strerror or str(error) or type(error).__name__
    what = "The output" if error.filename is None else str(error.filename)
    return KpvpError(f"{shortened(what, 200)} cannot be used: {reason.lower()}.", "Choose another name or folder.")


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


class StudyError(KpvpError):
    """A user study, or a rater's rankings, that cannot be read, made or kept."""


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
