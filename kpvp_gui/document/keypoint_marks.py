"""What a person notes about keypoints: which stay put, which are out of sight, their names and groups.

Notes on how to look and work, not on a clip: no steps of undo. Names and groups are a model's, whose keypoints mean the
same in every clip.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QObject, Signal

from engine.foreign_data import from_json
from kpvp_gui.translation import tr


class KeypointMarks(QObject):
    """Sets of keypoints by their number, counted from 0 on screen as in files."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.pinned: frozenset[int] = frozenset()
        self.hidden: frozenset[int] = frozenset()
        self.alone: frozenset[int] = frozenset()  # these only are shown; empty: all
        self._names: dict[str, dict[int, str]] = {}  # by model
        self._groups: dict[str, dict[str, frozenset[int]]] = {}
        self._model = ""

    def set_model(self, name: str) -> None:
        """Whose keypoints are meant from now on. Another model's are others: none is pinned or out of sight."""
        if name != self._model:
            self._model = name
            self.pinned = self.hidden = self.alone = frozenset()
            self.changed.emit()

    # What is shown and what moves

    def pin(self, keypoints: Iterable[int], on: bool) -> None:
        """Pinned ones do not move, whatever is done beside them."""
        self.pinned = self.pinned | set(keypoints) if on else self.pinned - set(keypoints)
        self.changed.emit()

    def hide(self, keypoints: Iterable[int]) -> None:
        self.hidden |= set(keypoints)
        self.changed.emit()

    def show_all(self) -> None:
        self.hidden = self.alone = frozenset()
        self.changed.emit()

    def solo(self, keypoints: Iterable[int]) -> None:
        """Show these alone; none: all again."""
        self.alone = frozenset(keypoints)
        self.changed.emit()

    def is_shown(self, k: int) -> bool:
        return k not in self.hidden and (not self.alone or k in self.alone)

    # What they are called

    def name(self, k: int) -> str:
        """As a person reads it: "left hand", or "keypoint 4"."""
        return self._names.get(self._model, {}).get(k) or tr("keypoint {k}", k=k)

    @property
    def named(self) -> frozenset[int]:
        """Those that were given a name."""
        return frozenset(self._names.get(self._model, {}))

    def set_name(self, k: int, name: str) -> None:
        """An empty name brings the number back."""
        names = self._names.setdefault(self._model, {})
        names.pop(k, None)
        if name.strip():
            names[k] = name.strip()
        self.changed.emit()

    @property
    def groups(self) -> dict[str, frozenset[int]]:
        """This model's, by name."""
        return dict(self._groups.get(self._model, {}))

    def set_group(self, name: str, keypoints: Iterable[int]) -> None:
        """No keypoints: no such group any more."""
        groups = self._groups.setdefault(self._model, {})
        groups.pop(name, None)
        if members := frozenset(keypoints):
            groups[name] = members
        self.changed.emit()

    # To be kept

    def to_json(self) -> dict[str, Any]:
        """Names and groups of all models."""
        return {
            model: {
                "names": {str(k): name for k, name in sorted(self._names.get(model, {}).items())},
                "groups": {name: sorted(members) for name, members in self._groups.get(model, {}).items()},
            }
            for model in sorted(self._names.keys() | self._groups.keys())
        }

    def from_text(self, text: str) -> None:
        """As `from_json`, of a text that people may have edited."""
        try:
            self.from_json(from_json(text))
        except ValueError:
            self.from_json({})

    def from_json(self, notes: object) -> None:
        """Take over what `to_json` gave; what is of another shape is left out."""
        self._names, self._groups = {}, {}
        for model, kept in notes.items() if isinstance(notes, dict) else ():
            kept = kept if isinstance(kept, dict) else {}
            names, groups = kept.get("names"), kept.get("groups")
            for number, name in names.items() if isinstance(names, dict) else ():
                if _is_keypoint(number) and isinstance(name, str):
                    self._names.setdefault(model, {})[int(number)] = name
            for name, members in groups.items() if isinstance(groups, dict) else ():
                if isinstance(members, list) and all(_is_keypoint(str(k)) for k in members):
                    self._groups.setdefault(model, {})[name] = frozenset(members)
        self.changed.emit()


def _is_keypoint(number: str) -> bool:
    """Whether it is written as keypoints are counted; "²" is a digit, and no number."""
    return number.isascii() and number.isdecimal() and len(number) < 6
