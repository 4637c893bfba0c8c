"""Settings as TOML text: a whole file from a table, one value for `--set`, a table with changes. Knows no setting."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import tomli_w

from engine import foreign_data
from engine.errors import TrainingError


def merged(values: Mapping[str, Any], changes: Mapping[str, Any]) -> dict[str, Any]:
    """A table of settings with changes by name ("section.key" or "key"); `values` stay as they are."""
    result = {key: dict(value) if isinstance(value, Mapping) else value for key, value in values.items()}
    for name, value in changes.items():
        section, _, key = name.rpartition(".")
        (result.setdefault(section, {}) if section else result)[key] = value
    return result


def to_toml(values: Mapping[str, Any]) -> str:
    """A settings file. TOML has no word for nothing: what is None is left out."""
    return tomli_w.dumps(_plain(values))


def from_toml(text: str) -> dict[str, Any]:
    """The table in a settings file. Raises TrainingError."""
    try:
        return foreign_data.parsed_toml(text)
    except ValueError as error:  # also for a whole number of thousands of digits
        raise TrainingError(f"The settings are not valid TOML ({error}).", "Correct the file at that place.") from None


def overridden(values: Mapping[str, Any], override: str) -> dict[str, Any]:
    """A table of settings with one "section.key=value" changed; `values` stay as they are.

    The value is in TOML syntax, or a bare word. Raises TrainingError.
    """
    key, equals, value = override.partition("=")
    path = key.strip().split(".")
    if not equals or not all(path) or len(path) > 2:
        raise TrainingError(f"{override!r} is not an override.", "Write section.key=value, as in loop.log_every=10.")
    if len(path) == 2 and not isinstance(values.get(path[0], {}), Mapping):
        raise TrainingError(f"{path[0]} is not a section.", "Write section.key=value.")
    try:
        new = foreign_data.parsed_toml(f"value = {value}")["value"]
    except ValueError:
        new = value.strip()
    return merged(values, {".".join(path): new})


def value_text(value: Any) -> str:
    """One value on one line. A JSON text is a TOML text, backslashes and quotes included."""
    return json.dumps(_plain(value), ensure_ascii=False)


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: _plain(item) for key, item in value.items() if item is not None}
    return list(value) if isinstance(value, tuple) else value
