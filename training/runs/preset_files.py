"""The presets that come with the program, as TOML files: their names and their text."""

from __future__ import annotations

from importlib import resources

from engine.errors import TrainingError


def presets() -> list[str]:
    """Names of the presets that come with the program."""
    return sorted(
        p.name[:-5] for p in resources.files("training.runs").joinpath("presets").iterdir() if p.name.endswith(".toml")
    )


def preset_text(name: str) -> str:
    """The TOML of the preset of that name. Raises TrainingError if there is none."""
    if name not in presets():
        raise TrainingError(f"There is no preset {name!r}.", f"Choose one of: {', '.join(presets())}.")
    return resources.files("training.runs").joinpath("presets", f"{name}.toml").read_text(encoding="utf-8")
