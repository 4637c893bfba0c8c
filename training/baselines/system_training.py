"""A compared system from data to a network: its stages, one after the other, by the same loop as ours."""

from __future__ import annotations

import torch
from accelerate import Accelerator

from engine.systems.network import SystemNetwork
from engine.systems.spec import SystemSpec
from engine.systems.table import SYSTEMS
from training.baselines.epva import EPVAStage
from training.baselines.flow_grounded import FlowsStage, FramesStage
from training.baselines.hierarchical import ImagesStage, JointMotionStage, JointsStage
from training.baselines.known_joints import known_joints
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
    "hierarchical": (JointsStage, JointMotionStage, ImagesStage),
}
"""The stages of each system, as `engine.systems.table` names them."""


def train_system(run: Run, accelerator: Accelerator, source: Source) -> SystemNetwork:
    """The averaged network of the run's system. Raises `loop.Stopped` and KpvpError."""
    config = run.config
    torch.manual_seed(config.seed)
    joints = known_joints(run, source) if "keypoints" in SYSTEMS[config.system].has else None
    spec = system_spec(config, len(source.store.actions), 0 if joints is None else joints[0].shape[1])
    network = SYSTEMS[config.system].network_class()(spec)
    for number, kind in enumerate(STAGES[config.system]):
        torch.manual_seed(config.seed + number)
        stage = kind(SystemWork(network, config, source, accelerator.device, accelerator.process_index, joints))
        loop.train(stage, run, accelerator)
        network.load_state_dict(stage.used.state_dict())  # the next stage starts from what this one leaves
    return stage.used


def system_spec(config: RunConfig, n_actions: int, joints: int = 0) -> SystemSpec:
    """The sizes of the run's system, with futures as long as the model's own would be."""
    frames = config.spec(n_actions).n_frames
    settings, kind = config.compared, SYSTEMS[config.system].network_class()
    return SystemSpec(
        image_size=settings.size,
        n_actions=n_actions,
        z_size=kind.z_size(frames),
        n_frames=frames,
        width=settings.width,
        n_keypoints=joints,
    )
