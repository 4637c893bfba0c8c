"""A compared system from data to a network: its stages, one after the other, by the same loop as ours."""

from __future__ import annotations

import torch
from accelerate import Accelerator

from engine.systems.network import SystemNetwork
from engine.systems.spec import SystemSpec
from engine.systems.table import SYSTEMS
from training.baselines.epva import EPVAStage
from training.baselines.flow_grounded import FlowsStage, FramesStage
from training.baselines.mocogan import MoCoGANStage
from training.baselines.system_stage import SystemStage, SystemWork
from training.data.source import Source
from training.running import loop
from training.running.run import Run
from training.runs.config import RunConfig

STAGES: dict[str, tuple[type[SystemStage], ...]] = {
    "mocogan": (MoCoGANStage,),
    "flow-grounded": (FlowsStage, FramesStage),
    "epva": (EPVAStage,),
}
"""The stages of each system, as `engine.systems.table` names them."""


def train_system(run: Run, accelerator: Accelerator, source: Source) -> SystemNetwork:
    """The averaged network of the run's system. Raises `loop.Stopped` and KpvpError."""
    config = run.config
    torch.manual_seed(config.seed)
    network = SYSTEMS[config.system].network_class()(system_spec(config, len(source.store.actions)))
    for number, kind in enumerate(STAGES[config.system]):
        torch.manual_seed(config.seed + number)
        stage = kind(SystemWork(network, config, source, accelerator.device, accelerator.process_index))
        loop.train(stage, run, accelerator)
        network.load_state_dict(stage.used.state_dict())  # the next stage starts from what this one leaves
    return stage.used


def system_spec(config: RunConfig, n_actions: int) -> SystemSpec:
    """The sizes of the run's system, with futures as long as the model's own would be."""
    frames = config.spec(n_actions).n_frames
    settings, kind = config.compared, SYSTEMS[config.system].network_class()
    return SystemSpec(
        image_size=settings.size,
        n_actions=n_actions,
        z_size=kind.z_size(frames),
        n_frames=frames,
        width=settings.width,
    )
