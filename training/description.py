"""What can be trained and how, as one JSON object: `python -m training --describe`. Torch-free, so that it is quick."""

from __future__ import annotations

import tomllib
from dataclasses import asdict
from typing import Any

from training.runs.config import SECTIONS, RunConfig, load, preset_text, presets
from training.runs.network_settings import network_settings
from training.runs.settings import Setting, settings_of
from training.worlds.registry import WORLDS


def description() -> dict[str, Any]:
    """{"presets": [{"name", "title", "summary", "for", "values"}], "settings": [`Setting.to_json()`]}.

    "values" holds every setting of a preset as {section: {key: value}}, with "" for the section of the top level;
    its "network" is complete too, whatever the preset's base is.
    """
    return {
        "worlds": list(WORLDS),
        "presets": [_preset(name) for name in presets()],
        "settings": [setting.to_json() for setting in all_settings()],
    }


def all_settings() -> list[Setting]:
    """Every setting there is, section by section."""
    found = list(settings_of(RunConfig, "").values())
    for section, cls in SECTIONS.items():
        found += settings_of(cls, section).values()
    return found + network_settings()


def values_of(config: RunConfig) -> dict[str, dict[str, Any]]:
    """A configuration as {section: {key: value}}, lists for tuples."""
    table = _listed(asdict(config))
    networks = config.spec(max(len(config.data.actions), 1)).to_json()
    values = {"": {key: value for key, value in table.items() if not isinstance(value, dict)}}
    values |= {section: table[section] for section in SECTIONS}
    values["network"] = {setting.key: networks[setting.key] for setting in network_settings()}
    return values


def _preset(name: str) -> dict[str, Any]:
    about = tomllib.loads(preset_text(name)).get("about", {})
    texts = {"title": about.get("title", name), "summary": about.get("summary", ""), "for": about.get("for", "")}
    return {"name": name, **texts, "values": values_of(load(name))}


def _listed(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _listed(item) for key, item in value.items()}
    return list(value) if isinstance(value, tuple) else value
