"""The keys of commands, which a person may change. Knows commands by their names and how their keys last."""

from __future__ import annotations

import json
from contextlib import suppress

from PySide6.QtGui import QAction, QKeySequence

from engine.foreign_data import from_json
from kpvp_gui.background.remembered import Remembered
from kpvp_gui.translation import marked, tr
from kpvp_gui.widgets.controls import command_id, say_key

_PORTABLE = QKeySequence.SequenceFormat.PortableText

# Keys that are no command's: what they do depends on what has the focus, or on the model.
TAKEN = {
    **{f"Alt+{number}": marked("choosing an action") for number in range(1, 10)},
    **dict.fromkeys(("[", "]"), marked("going through the keypoints")),
    **{f"Alt+{key}": marked("moving keypoints") for key in ("Left", "Right", "Up", "Down")},
    **{f"Alt+{key}": marked("turning and scaling keypoints") for key in (",", ".", "-", "=")},
    **dict.fromkeys(
        ("Up", "Down", "PgUp", "PgDown", "Tab", "Shift+Tab", "Return", "Enter", "Esc"), marked("moving around")
    ),
}


class Shortcuts:
    """Of each command by its id, as "next-frame": the keys it came with or the one that was chosen for it.

    One key, one command.

    commands: (name as menus show it, action whose object name is the id).
    taken: keys that cannot be given to a command, and what for, beside `TAKEN`.
    """

    def __init__(
        self, commands: list[tuple[str, QAction]], remembered: Remembered, taken: dict[str, str] | None = None
    ) -> None:
        self.commands = {act.objectName(): act for _, act in commands}
        self.names = {act.objectName(): name for name, act in commands}  # as menus show them
        self._taken = {_sequence(key): what for key, what in (TAKEN | (taken or {})).items()}
        self._remembered = remembered
        self._first = {name: act.shortcuts() for name, act in self.commands.items()}
        kept: object = None
        with suppress(ValueError):  # edited by hand, perhaps
            kept = from_json(remembered.changed_keys)
        for name, key in kept.items() if isinstance(kept, dict) else ():
            sequence = _sequence(key if isinstance(key, str) else "")
            name = command_id(name)  # settings had "Play > Next frame" once
            if name in self.commands and not self.taken_for(sequence):
                self._set(name, [sequence] if not sequence.isEmpty() else [])

    def key(self, name: str) -> QKeySequence:
        """Of a command; an empty one if it has none."""
        return self.commands[name].shortcut()

    def is_changed(self, name: str) -> bool:
        return self.commands[name].shortcuts() != self._first[name]

    def taken_for(self, sequence: QKeySequence) -> str:
        """What a key is for that no command can have; "" for any other."""
        return next((tr(what) for key, what in self._taken.items() if key == sequence), "")

    def holder(self, sequence: QKeySequence, beside: str = "") -> str:
        """The command that has a key, other than `beside`; "" if none has."""
        if sequence.isEmpty():
            return ""
        return next((name for name, act in self.commands.items() if name != beside and sequence in act.shortcuts()), "")

    def give(self, name: str, sequence: QKeySequence) -> None:
        """A command's key from now on; another that had it has none. An empty one takes its key away."""
        self._give(name, [] if sequence.isEmpty() else [sequence])

    def reset(self, name: str) -> None:
        """The keys that it came with; another that has been given one of them has none then."""
        self._give(name, self._first[name])

    def reset_all(self) -> None:
        for name, keys in self._first.items():
            self._set(name, keys)
        self._keep()

    def _give(self, name: str, keys: list[QKeySequence]) -> None:
        for key in keys:
            if other := self.holder(key, beside=name):
                self._set(other, [each for each in self.commands[other].shortcuts() if each != key])
        first = self._first[name]
        self._set(name, first if keys and keys == first[:1] else keys)
        self._keep()

    def _set(self, name: str, keys: list[QKeySequence]) -> None:
        self.commands[name].setShortcuts(keys)
        say_key(self.commands[name])

    def _keep(self) -> None:
        changed = {name: self.key(name).toString(_PORTABLE) for name in self.commands if self.is_changed(name)}
        self._remembered.changed_keys = json.dumps(changed, ensure_ascii=False) if changed else ""


def _sequence(key: str) -> QKeySequence:
    return QKeySequence.fromString(key, _PORTABLE)
