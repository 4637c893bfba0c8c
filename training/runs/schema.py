"""What can be trained and how: every preset with all of its values, every setting. `schema()` takes some 25 ms."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import Any

from training.runs import config
from training.runs.config import SECTIONS, RunConfig
from training.runs.network_settings import network_settings
from training.runs.preset_files import preset_text, presets
from training.runs.settings import Setting, settings_of
from training.runs.toml_text import from_toml


@dataclass(frozen=True)
class Preset:
    """A named start. `values` as in a TOML file; `start` is the name or file that the training process is given."""

    name: str
    title: str
    summary: str = ""
    suits: str = ""  # which data it is for
    values: dict[str, Any] = field(default_factory=dict)
    start: str = ""

    def value(self, setting: Setting) -> Any:
        """What this preset says, else the default."""
        table = self.values.get(setting.section, {}) if setting.section else self.values
        return table.get(setting.key, setting.default) if isinstance(table, dict) else setting.default

    @property
    def source(self) -> str:
        """The data that it is made for: a world's name; "" where one's own data is meant."""
        return str(self.values.get("data", {}).get("source") or "")


@dataclass(frozen=True)
class Schema:
    """All there is to choose from, apart from the data."""

    presets: tuple[Preset, ...]
    settings: tuple[Setting, ...]

    def setting(self, name: str) -> Setting | None:
        """The setting of that name ("section.key" or "key"), if there is one."""
        return next((setting for setting in self.settings if setting.name == name), None)


def schema() -> Schema:
    """The presets that come with the program, and every setting there is."""
    return Schema(tuple(map(_preset, presets())), tuple(all_settings()))


def all_settings() -> list[Setting]:
    """Every setting there is, section by section."""
    found = list(settings_of(RunConfig, "").values())
    for section, cls in SECTIONS.items():
        found += settings_of(cls, section).values()
    return found + network_settings()


def values_of(settings: RunConfig) -> dict[str, Any]:
    """Settings as a table of every setting, lists for tuples; "network" is complete, whatever its base is."""
    table = _listed(asdict(settings))
    networks = settings.spec(max(len(settings.data.actions), 1)).to_json()
    return table | {"network": {setting.key: networks[setting.key] for setting in network_settings()}}


def _preset(name: str) -> Preset:
    about = from_toml(preset_text(name)).get("about", {})
    texts = (about.get("title", name), about.get("summary", ""), about.get("for", ""))
    return Preset(name, *texts, values=values_of(config.load(name)), start=name)


def _listed(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _listed(item) for key, item in value.items()}
    return list(value) if isinstance(value, tuple) else value
