"""What the studio remembers from one start to the next: each thing's key, type and default. Only this file reads it.

The system's store of settings holds it (on Linux `~/.config/kpvp/studio.conf`), where people may edit it by hand:
a value of another type than its default, or that is none of the choices there are, counts as absent.
"""

from __future__ import annotations

from typing import Generic, TypeVar, cast, overload

from PySide6.QtCore import QByteArray, QSettings

from kpvp_gui.document.playback import LOOP_MODES
from kpvp_gui.translation import LANGUAGES, SYSTEM
from kpvp_gui.widgets.theme import APPEARANCES

T = TypeVar("T", str, bool, int, QByteArray)

_BOOLEANS = {"true": True, "false": False, "1": True, "0": False}


class _Entry(Generic[T]):
    """An attribute of `Remembered` that lasts. Its type is that of its default; `choices`: all values there are."""

    def __init__(self, key: str, default: T, choices: tuple[T, ...] = ()) -> None:
        self._key, self._default, self._choices = key, default, choices

    @overload
    def __get__(self, owner: None, kind: type) -> _Entry[T]: ...
    @overload
    def __get__(self, owner: Remembered, kind: type) -> T: ...
    def __get__(self, owner: Remembered | None, kind: type) -> _Entry[T] | T:
        if owner is None:
            return self
        value = _typed(owner.store.value(self._key), self._default)
        return value if not self._choices or value in self._choices else self._default

    def __set__(self, owner: Remembered, value: T) -> None:
        owner.store.setValue(self._key, value)


class Remembered:
    """One for the whole studio: each store that goes writes its file at once, in the window's time."""

    appearance = _Entry("appearance", "system", APPEARANCES)
    language = _Entry("language", SYSTEM, (SYSTEM, *LANGUAGES))
    device = _Entry("device", "auto")  # as `engine.load_model` takes it
    model = _Entry("model", "")  # name
    photo_folder = _Entry("folders/photos", "")
    tour_seen = _Entry("window/tour_seen", False)
    window_geometry = _Entry("window/geometry", QByteArray())
    top_splitter = _Entry("window/top", QByteArray())
    bottom_splitter = _Entry("window/bottom", QByteArray())
    right_splitter = _Entry("window/right", QByteArray())
    futures_shown = _Entry("panels/futures", True)
    filmstrip_shown = _Entry("panels/filmstrip", True)
    trajectories_shown = _Entry("panels/trajectories", True)
    loop_mode = _Entry("playback/loop", "loop", LOOP_MODES)
    overlays = _Entry("canvas/overlays", "frame")  # names with commas between
    trail_frames = _Entry("canvas/trail_frames", 12)
    keypoint_marks = _Entry("keypoints/marks", "")  # JSON of `KeypointMarks`
    changed_keys = _Entry("keys/changed", "")  # JSON of `Shortcuts`
    crop_shown = _Entry("canvas/crop", True)
    smooth = _Entry("canvas/smooth", True)
    full_size = _Entry("canvas/full_size", True)
    whole_photo = _Entry("canvas/whole_photo", False)
    project_folder = _Entry("projects/folder", "")
    recent_projects = _Entry("projects/recent", "")  # paths with line ends between, the latest first
    last_work = _Entry("projects/last", "")  # what was open: a project file's path, or a folder's name among kept work
    export_folder = _Entry("export/folder", "")
    export_format = _Entry("export/format", "")  # name
    export_scale = _Entry("export/scale", 4)
    export_size = _Entry("export/size", "model")  # as the command line takes it: model, crop, native or pixels
    export_presets = _Entry("export/presets", "")  # JSON, as `kpvp_gui.exports.choice` writes it
    drag_format = _Entry("export/dragged", ".mp4", (".mp4", ".gif"))  # of a tile that is dragged out
    study_folder = _Entry("evaluation/study", "")
    report_folder = _Entry("evaluation/report", "")
    report_clips = _Entry("evaluation/clips", 100)
    characters_folder = _Entry("training/characters", "")
    runs_geometry = _Entry("runs/geometry", QByteArray())

    def __init__(self, store: QSettings | None = None) -> None:
        self.store = store if store is not None else QSettings("kpvp", "studio")


def _typed(value: object, default: T) -> T:
    """`value` as the type of `default`, else `default`. Files hold numbers and truths as text."""
    kind = type(default)
    if isinstance(value, str) and kind is bool:
        value = _BOOLEANS.get(value.lower())
    elif isinstance(value, str) and kind is int:
        try:
            value = int(value)
        except ValueError:
            return default
        if not -(2**31) <= value < 2**31:  # more than Qt's numbers hold
            return default
    elif isinstance(value, str) and not value.replace("\n", "").isprintable():  # a folder or name with a NUL in it
        return default
    return cast(T, value) if type(value) is kind else default
