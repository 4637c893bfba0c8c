"""What a run takes over of the model that it starts from, beside weights: what kind of networks those are.

A translator that moves pixels begins as nothing from one that draws them, and the other way round. Torch-free.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

from engine.errors import KpvpError
from engine.models.bundle import read_card
from engine.models.library import find_model
from training.runs.config import RunConfig, parse
from training.runs.folder import RunFolder

_KINDS = ("translator", "trunk")


def adopted(config: RunConfig) -> RunConfig:
    """`config` with the kinds of network that its `init` has, where [network] says nothing of them.

    A trunk needs the last size from the start, so the sizes before it go. An `init` that cannot be read is left to
    the start of the run.
    """
    if not config.init or any(kind in config.network for kind in _KINDS):
        return config
    found: dict[str, Any] = {}
    with suppress(KpvpError, OSError, UnicodeDecodeError):
        found = _kinds(config.init)
    if not found:
        return config
    config = replace(config, network=found | config.network)
    if found.get("trunk", "none") != "none" and len(config.keypoints.sizes) > 1:
        settings = config.keypoints
        config = replace(config, keypoints=replace(settings, sizes=settings.sizes[-1:], steps=settings.steps[-1:]))
    return config


def _kinds(init: str) -> dict[str, Any]:
    folder = RunFolder(Path(init))
    if folder.is_run():
        network = parse(folder.config_path.read_text(encoding="utf-8")).network
    else:
        network = read_card(find_model(init).path).spec.to_json()
    return {kind: network[kind] for kind in _KINDS if kind in network}
