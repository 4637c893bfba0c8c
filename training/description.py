"""What can be trained and how, as one JSON object: `python -m training --describe`. Torch-free, so that it is quick."""

from __future__ import annotations

from typing import Any

from training.runs.schema import Preset, schema
from training.worlds.registry import WORLDS


def description() -> dict[str, Any]:
    """{"worlds": [name], "presets": [{"name", "title", "summary", "for", "values"}], "settings": [{...}]}.

    The settings are those of `Setting.to_json()`. "values" holds every setting of a preset as {section: {key: value}},
    with "" for the section of the top level; its "network" is complete too, whatever the preset's base is.
    """
    whole = schema()
    return {
        "worlds": list(WORLDS),
        "presets": [_to_json(preset) for preset in whole.presets],
        "settings": [setting.to_json() for setting in whole.settings],
    }


def _to_json(preset: Preset) -> dict[str, Any]:
    top = {key: value for key, value in preset.values.items() if not isinstance(value, dict)}
    sections = {key: value for key, value in preset.values.items() if isinstance(value, dict)}
    texts = {"name": preset.name, "title": preset.title, "summary": preset.summary, "for": preset.suits}
    return {**texts, "values": {"": top, **sections}}
