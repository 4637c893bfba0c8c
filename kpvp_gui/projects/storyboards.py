"""How a clip of several actions stands in a project: the shots after its first, and how they fade."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from engine.errors import KpvpError
from engine.inputs import action_weights, given_latent
from engine.storyboard import Shot
from kpvp_gui.document.inputs import Inputs


def to_json(inputs: Inputs) -> dict[str, Any]:
    """`ClipEntry.storyboard` of a clip's inputs; empty for a clip of one action."""
    if not inputs.then or inputs.model is None:
        return {}
    names = inputs.model.card.actions
    shots = []
    for shot in inputs.then:
        weights = action_weights(shot.action, names)
        made: dict[str, Any] = {"action": [float(weight) for weight in weights], "seed": shot.seed}
        if shot.seed is None and shot.z is not None:
            made["z"] = [float(value) for value in shot.z]
        shots.append(made)
    return {"overlap": inputs.overlap, "then": shots}


def fields_of(data: Mapping[str, Any], z_size: int) -> dict[str, Any]:
    """The fields of `Inputs` that `to_json` was made of; empty where it cannot be understood, or there is nothing."""
    try:
        shots = []
        for shot in data["then"]:
            weights = np.array(shot["action"], np.float32)
            seed = None if shot.get("seed") is None else int(shot["seed"])
            shots.append(Shot(weights, seed, None if seed is not None else given_latent(shot["z"], z_size)))
        return {"then": tuple(shots), "overlap": int(data["overlap"])}
    except (KpvpError, AttributeError, KeyError, TypeError, ValueError):
        return {}
