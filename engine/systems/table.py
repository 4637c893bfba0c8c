"""The table of compared systems: each is one module with its network here, one in `training.baselines`, and one line.

Modules are named, not imported, as in `networks.translators`: reading a card loads no torch.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import Any


@dataclass(frozen=True)
class ComparedSystem:
    """A system: its title and the paper it was written from.

    network   a `systems.network.SystemNetwork`, as "module:class"
    has       the overlays that its clips have, of keypoints, trails, mask and synthesized
    lacks     one sentence of why it has no others
    stages    what its training consists of, in order; each gets an equal part of the steps
    """

    title: str
    paper: str
    network: str
    has: tuple[str, ...]
    lacks: str
    stages: tuple[str, ...]

    def network_class(self) -> Any:
        return _named(self.network)

    def predictor_class(self) -> Any:
        """What predicts with any of them."""
        return _named("engine.systems.predictor:SystemPredictor")


def _named(name: str) -> Any:
    module, _, kind = name.partition(":")
    return getattr(import_module(module), kind)


SYSTEMS = {
    "mocogan": ComparedSystem(
        "MoCoGAN",
        "Tulyakov, Liu, Yang and Kautz, MoCoGAN: Decomposing Motion and Content for Video Generation, CVPR 2018",
        "engine.systems.mocogan:MoCoGAN",
        (),
        "MoCoGAN draws whole frames from codes: it has neither keypoints nor a mask.",
        ("mocogan",),
    ),
    "flow-grounded": ComparedSystem(
        "Flow-grounded",
        "Li, Fang, Yang, Wang, Lu and Yang, Flow-Grounded Spatial-Temporal Video Prediction from Still Images, "
        "ECCV 2018",
        "engine.systems.flow_grounded:FlowGrounded",
        (),
        "Flow-grounded prediction draws each frame whole, from the one before: it has neither keypoints nor a mask.",
        ("flows", "frames"),
    ),
    "epva": ComparedSystem(
        "EPVA",
        "Wichers, Villegas, Erhan and Lee, Hierarchical Long-term Video Prediction without Supervision, ICML 2018",
        "engine.systems.epva:EPVA",
        ("mask", "synthesized"),
        "EPVA predicts a code of each frame that has no places in the picture: it has no keypoints.",
        ("epva",),
    ),
    "hierarchical": ComparedSystem(
        "Hierarchical",
        "Villegas, Yang, Zou, Sohn, Lin and Lee, Learning to Generate Long-term Future via Hierarchical Prediction, "
        "ICML 2017",
        "engine.systems.hierarchical:Hierarchical",
        ("keypoints", "trails", "skeleton"),
        "Hierarchical prediction draws frames whole, from joints: it has no mask.",
        ("joints", "joint-motion", "images"),
    ),
}
