"""The sizes and switches of the networks as settings: the section [network]. Torch-free.

What each means and may be is said where it is defined, in `NetworkSpec`; its default here is the compact set's.
"""

from __future__ import annotations

from dataclasses import replace

from engine.networks.spec import NetworkSpec, compact
from training.runs.settings import Setting, SettingError, settings_of

_FOLLOWING = ("image_size", "n_actions")
"""No settings: the one follows from keypoints.sizes, the other from the data."""


def network_settings() -> list[Setting]:
    """Every setting of [network], basic ones first, with the compact set's defaults."""
    defaults, found = compact(), settings_of(NetworkSpec, "network")
    settings = [
        replace(setting, default=getattr(defaults, key)) for key, setting in found.items() if key not in _FOLLOWING
    ]
    return sorted(settings, key=lambda setting: setting.level != "basic")


def network_of(values: dict) -> dict:
    """Changes to the base networks, as TOML gives them, in their types; whether they fit together is `NetworkSpec`'s to
    say. Raises SettingError."""
    known = {item.key: item for item in network_settings()}
    unknown = sorted(set(values) - set(known))
    if unknown:
        raise SettingError(
            f"Unknown setting network.{unknown[0]}.",
            f"Known ones in [network] are: {', '.join(known)}.",
            f"network.{unknown[0]}",
        )
    checked = {key: known[key].checked(value) for key, value in values.items()}
    return {key: list(value) if isinstance(value, tuple) else value for key, value in checked.items()}
