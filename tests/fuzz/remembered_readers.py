"""Readers of what the studio remembers and people may edit: keys, names of keypoints, presets of exports, settings."""

from __future__ import annotations

import json
import os
from functools import cache
from pathlib import Path

_PRESET: dict[str, object] = {
    "name": "Mine",
    "kind": "GIF",
    "size": "640",
    "scale": 2,
    "speed": 1.5,
    "mode": "pingpong",
    "colours": 64,
}
_PRESET |= {"overlays": ["keypoints"], "beside": "photo", "cut": [0.25, 0.0, 0.75, 1.0], "dither": "diffused"}
_MARKS = {"people": {"names": {"1": "left hand"}, "groups": {"arm": [1, 2]}}}
_KEYS = {"next-frame": "Ctrl+Right", "generate": "", "Play > Next frame": "N"}
_CHOICES = {"presets": [_PRESET, _PRESET | {"name": "Other", "cut": None}], "marks": _MARKS, "keys": _KEYS}


@cache
def _application():
    from PySide6.QtWidgets import QApplication

    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    return QApplication.instance() or QApplication(["kpvp"])


def choices(_: Path) -> list[tuple[str, bytes]]:
    return [(f"{name}.json", json.dumps(value).encode()) for name, value in _CHOICES.items()]


def choice(files: list[Path]) -> object:
    """As the window takes it at its start, and keeps it at its end."""
    from PySide6.QtCore import QSettings
    from PySide6.QtGui import QAction

    from kpvp_gui.background.remembered import Remembered
    from kpvp_gui.document.keypoint_marks import KeypointMarks
    from kpvp_gui.exports import choice as exports
    from kpvp_gui.shortcuts import Shortcuts

    application = _application()
    text = files[0].read_bytes().decode("utf-8", "replace")
    remembered = Remembered(QSettings(str(files[0].with_name("studio.ini")), QSettings.Format.IniFormat))
    remembered.changed_keys = remembered.keypoint_marks = remembered.export_presets = text
    commands = [(name, QAction(name, application)) for name in ("next-frame", "generate", "save")]
    for name, act in commands:
        act.setObjectName(name)
    shortcuts = Shortcuts(commands, remembered)
    marks = KeypointMarks()
    marks.from_text(remembered.keypoint_marks)
    presets = exports.from_text(remembered.export_presets)
    assert exports.from_text(exports.to_text(presets)) == presets
    keys = [shortcuts.key(name).toString() for name, _ in commands]
    for _, act in commands:
        act.deleteLater()
    return keys, json.dumps(marks.to_json(), allow_nan=False), [preset.name for preset in presets]


# Settings of a run, as the training dialog reads them


def run_settings(_: Path) -> list[tuple[str, bytes]]:
    from training.runs import config

    own = 'title = "A"\npreset = "tiny"\ninit = "people"\n[data]\nsource = "people"\n'
    return [("config.toml", text.encode()) for text in (own, config.load("tiny").to_toml())]


def run_setting(files: list[Path]) -> object:
    """A run that is duplicated with changes, and one that another begins from."""
    from kpvp_gui.dialogs.training_start import StartFrom, settings_of_run
    from training.runs.folder import RunFolder
    from training.runs.schema import Preset, schema

    _application()
    folder = RunFolder(files[0].parent)
    start = StartFrom((), ())
    start.choose(folder.path)
    found = settings_of_run(folder)
    values = None if found is None else Preset("a", "a", values=found)
    return start.preset, values and [values.value(setting) for setting in schema().settings]
