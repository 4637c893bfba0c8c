"""What a run starts from instead of nothing: the weights of a finished model, or everything of another run.

Only what has the same shape is taken; the rest starts afresh, and the run's events say so.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import torch
from torch import nn

from engine.assembly import assemble
from engine.bundle import load_bundle
from engine.errors import TrainingError
from engine.library import find_model
from engine.model_card import ModelCard
from engine.run_folder import RunFolder
from training.checkpoints import Checkpoints
from training.growth import grow_translator
from training.loop import Stage
from training.run import Run


class Initial(Protocol):
    """Something to start from. `name` is what the model card calls it."""

    name: str

    def into(self, stage: Stage, run: Run, actions: tuple[str, ...] = ()) -> None:
        """Put into a stage that has not begun what fits it, and say in the run's events what does not.

        actions: the new classes, in order; those that the old model knows by name keep what it learned of them.
        """


def initial_of(run: Run) -> Initial | None:
    """What the run's `init` names, opened; None for a fresh start. Raises KpvpError if it is neither model nor run."""
    init = run.config.init
    if not init:
        return None
    folder = RunFolder(Path(init))
    if not folder.is_run():
        card, tensors = load_bundle(find_model(init).path)
        networks = assemble(card.spec, tensors)
        modules = {"detector": networks.detector, "translator": networks.translator, "motion": networks.motion}
        return FromModel(card, modules)
    if folder.path.resolve() == run.folder.resolve():
        raise TrainingError("A run cannot start from itself.", "Go on with it by --resume.")
    return FromRun(folder, Checkpoints(folder.checkpoints_path, lambda file, error: None))


@dataclass(frozen=True)
class FromModel:
    """A bundle: detector, translator and motion generator; adversaries and optimizers start afresh."""

    card: ModelCard
    modules: dict[str, nn.Module]

    @property
    def name(self) -> str:
        return self.card.name

    def into(self, stage: Stage, run: Run, actions: tuple[str, ...] = ()) -> None:
        if _begun(stage, run):
            return
        left = []
        for name in stage.averaged.modules:
            for target in (stage.modules[name], stage.averaged.modules[name]):
                source = self.modules[name]
                if name == "translator" and len(source.stages) != len(target.stages):
                    grow_translator(source, target)
                    missing = ["finest stage and heads"]
                else:
                    missing = _taken(source.state_dict(), target)
                if name == "motion" and _taken_by_name(source, target, self.card.actions, actions):
                    missing = [each for each in missing if each != "code.weight"]
            left += [f"{name}'s {each}" for each in missing]
        fresh = [name for name in stage.modules if name not in stage.averaged.modules]
        _tell(run, stage, self.name, [*fresh, "optimizers", *left])


@dataclass(frozen=True)
class FromRun:
    """Another run's folder: weights, averages, adversaries and optimizers of the steps that both have."""

    folder: RunFolder
    checkpoints: Checkpoints

    @property
    def name(self) -> str:
        return self.folder.path.name

    def into(self, stage: Stage, run: Run, actions: tuple[str, ...] = ()) -> None:
        if _begun(stage, run):
            return
        state = self.checkpoints.load(stage.name)
        if state is None:
            run.event("warning", what=f"{stage.name} starts afresh: the run {self.name} has no such step.")
            return
        left = []
        for name, module in stage.modules.items():
            missing = _taken(state["modules"].get(name, {}), module)
            if name in stage.averaged.modules:
                _taken(state["averaged"].get(name, {}), stage.averaged.modules[name])
            left += [f"{name}'s {each}" for each in missing]
        for name, optimizer in stage.optimizers.items():
            if left or name not in state["optimizers"] or not _continued(optimizer, state["optimizers"][name]):
                left.append(f"{name}'s optimizer")
        _tell(run, stage, self.name, left)


def _begun(stage: Stage, run: Run) -> bool:
    return any(run.files.checkpoints_path.glob(f"{stage.name}.*pt"))


def _taken(state: dict[str, torch.Tensor], module: nn.Module) -> list[str]:
    """Copy what agrees in name and shape; the names of the module's tensors that found nothing."""
    own = module.state_dict()
    fitting = {name: value for name, value in state.items() if name in own and own[name].shape == value.shape}
    module.load_state_dict(own | fitting)
    return sorted(name for name, value in own.items() if name not in fitting and value.is_floating_point())


@torch.no_grad()
def _taken_by_name(source: nn.Module, target: nn.Module, known: tuple[str, ...], actions: tuple[str, ...]) -> bool:
    """Columns of the motion generator's first layer: those of z and k_0, and those of the actions both know."""
    before, after = source.spec, target.spec
    shared = after.z_size + 2 * after.n_keypoints
    same = (before.z_size, before.n_keypoints, before.motion_code) == (
        after.z_size,
        after.n_keypoints,
        after.motion_code,
    )
    if not same or not actions:
        return False
    target.code.weight[:, :shared] = source.code.weight[:, :shared]
    for number, action in enumerate(actions):
        if action in known:
            target.code.weight[:, shared + number] = source.code.weight[:, shared + known.index(action)]
    return True


def _continued(optimizer: torch.optim.Optimizer, state: dict) -> bool:
    """Give `optimizer` the moments of `state` while it keeps its own rate; whether they fit."""
    mine = optimizer.state_dict()["param_groups"]
    theirs = state["param_groups"]
    if [len(group["params"]) for group in mine] != [len(group["params"]) for group in theirs]:
        return False
    optimizer.load_state_dict({"state": state["state"], "param_groups": mine})
    return True


def _tell(run: Run, stage: Stage, name: str, left: list[str]) -> None:
    shown = ", ".join(left[:6]) + (f" and {len(left) - 6} more" if len(left) > 6 else "")
    afresh = f"; afresh start: {shown}" if left else ", with everything"
    run.event("warning", what=f"{stage.name} starts from {name}{afresh}.")
