"""The sizes and switches of the networks as settings: the section [network]. Torch-free.

What each means and may be is said where it is defined, in `NetworkSpec`; its default here is the compact set's.
"""

from __future__ import annotations

from dataclasses import replace

from engine.networks.spec import NetworkSpec, compact
from training.runs.settings import Setting, settings_of

_FOLLOWING = ("image_size", "n_actions")
"""No settings: the one follows from keypoints.sizes, the other from the data."""


def network_settings() -> list[Setting]:
    """Every setting of [network], basic ones first, with the compact set's defaults."""
    defaults, found = compact(), settings_of(NetworkSpec, "network")
    settings = [
        replace(setting, default=getattr(defaults, key)) for key, setting in found.items() if key not in _FOLLOWING
    ]
    return sorted(settings, key=lambda setting: setting.level != "basic")
