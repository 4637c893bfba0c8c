"""The settings and presets that `python -m training --describe` tells of; parsing what is typed. Knows no Qt."""

from __future__ import annotations

import json
import math
from dataclasses import dataclass, field
from typing import Any

import tomli_w

BASIC = "basic"
_NUMBERS = {"int": int, "float": float, "ints": int, "floats": float}
_ONE, _MANY = {"int": "a whole number", "float": "a number"}, {"ints": "whole numbers", "floats": "numbers"}


@dataclass(frozen=True)
class Setting:
    """One setting: where it stands, what it may be. `section` is "" at the top level."""

    section: str
    key: str
    kind: str  # int, float, bool, str, choice, ints, floats or strs
    default: Any = None
    unit: str = ""
    help: str = ""
    minimum: float | None = None
    maximum: float | None = None
    choices: tuple[str, ...] = ()
    level: str = "expert"

    @property
    def path(self) -> str:
        return f"{self.section}.{self.key}" if self.section else self.key

    @property
    def label(self) -> str:
        return self.key.replace("_", " ").capitalize()

    def parse(self, text: str) -> Any:
        """The value that `text` says. Raises ValueError with a sentence for the user."""
        text = text.strip()
        if self.kind == "choice":
            if text not in self.choices:
                raise ValueError(f"Choose one of {', '.join(self.choices)}.")
            return text
        if self.kind == "bool":
            return text.lower() in ("true", "yes", "on", "1")
        if self.kind == "strs":
            return [part.strip() for part in text.split(",") if part.strip()]
        if self.kind not in _NUMBERS:
            return text
        convert = _NUMBERS[self.kind]
        parts = [part for part in text.replace(",", " ").split() if part] if self.kind in _MANY else [text]
        try:
            values = [convert(part) for part in parts]
        except ValueError:
            raise ValueError(f"Type {self._wanted()}.") from None
        if not values or not all(math.isfinite(value) for value in values):
            raise ValueError(f"Type {self._wanted()}.")
        for value in values:
            if self.minimum is not None and value < self.minimum:
                raise ValueError(f"At least {self.minimum:g}{self._with_unit()}.")
            if self.maximum is not None and value > self.maximum:
                raise ValueError(f"At most {self.maximum:g}{self._with_unit()}.")
        return values if self.kind in _MANY else values[0]

    def text(self, value: Any) -> str:
        """How a value is shown in a field."""
        if isinstance(value, (list, tuple)):
            return ", ".join(self.text(part) for part in value)
        if isinstance(value, bool):
            return "true" if value else "false"
        return f"{value:.12g}" if isinstance(value, float) else str(value if value is not None else "")

    def _wanted(self) -> str:
        return _ONE.get(self.kind) or f"{_MANY[self.kind]} with commas between"

    def _with_unit(self) -> str:
        return f" {self.unit}" if self.unit else ""


@dataclass(frozen=True)
class Preset:
    """A named start: `values` as in a TOML file, `start` the name or file that the training process is given."""

    name: str
    title: str
    summary: str = ""
    suits: str = ""
    values: dict = field(default_factory=dict)
    start: str = ""

    def value(self, setting: Setting) -> Any:
        """What this preset says, else the default."""
        table = self.values.get(setting.section, {}) if setting.section else self.values
        return table.get(setting.key, setting.default) if isinstance(table, dict) else setting.default


@dataclass(frozen=True)
class Schema:
    """All there is to choose from."""

    presets: tuple[Preset, ...]
    settings: tuple[Setting, ...]
    worlds: tuple[str, ...] = ("people",)

    @classmethod
    def from_json(cls, told: dict) -> Schema:
        """Raises KeyError or TypeError if that is no description."""
        presets = []
        for p in told["presets"]:
            values = dict(p.get("values", {}))
            values |= values.pop("", {})
            presets.append(
                Preset(
                    p["name"], p.get("title") or p["name"], p.get("summary", ""), p.get("for", ""), values, p["name"]
                )
            )
        settings = [
            Setting(
                s.get("section") or "",
                s["key"],
                s["type"],
                s.get("default"),
                s.get("unit") or "",
                s.get("help") or "",
                s.get("minimum"),
                s.get("maximum"),
                tuple(map(str, s.get("choices") or ())),
                s.get("level", "expert"),
            )
            for s in told["settings"]
        ]
        return cls(tuple(presets), tuple(settings), tuple(told.get("worlds") or ("people",)))

    def setting(self, path: str) -> Setting | None:
        return next((setting for setting in self.settings if setting.path == path), None)


def merged(values: dict, changes: dict[str, Any]) -> dict:
    """A preset's values with changes by path ("section.key" or "key")."""
    result = {key: dict(value) if isinstance(value, dict) else value for key, value in values.items()}
    for path, value in changes.items():
        section, _, key = path.rpartition(".")
        (result.setdefault(section, {}) if section else result)[key] = value
    return result


def to_toml(values: dict) -> str:
    """A settings file; TOML has no word for nothing, so what is None is left out."""
    kept = {key: value for key, value in values.items() if value is not None}
    tables = {
        key: {k: v for k, v in value.items() if v is not None} for key, value in kept.items() if isinstance(value, dict)
    }
    return tomli_w.dumps(kept | tables)


def toml_value(value: Any) -> str:
    """One value on one line, as `--set` takes it."""
    return json.dumps(list(value) if isinstance(value, tuple) else value, ensure_ascii=False)
