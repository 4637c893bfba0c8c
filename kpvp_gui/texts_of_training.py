"""The texts of `training.runs` that the window shows: what a setting is called and does, what a preset is for.

They are said once, in English, where settings and presets are defined. `python -m kpvp_gui.texts_of_training` writes
them as marks, for `make translations` to find.
"""

from __future__ import annotations

from training.runs.schema import schema
from training.runs.settings import UNFIT


def texts() -> list[str]:
    """All of them, each once, in the order in which they are met."""
    found = schema()
    of_presets = [text for preset in found.presets for text in (preset.title, preset.summary, preset.suits)]
    of_settings = [text for each in found.settings for text in (each.label, each.unit, each.help)]
    return [text for text in dict.fromkeys([*of_presets, *of_settings, *UNFIT]) if text]


if __name__ == "__main__":
    print("\n".join(f"marked({text!r})" for text in texts()))
