"""What a run starts from instead of nothing: the weights of a finished model, or everything of another run.

Only what has the same shape is taken, or differs by fewer keypoints; the rest starts afresh, and the run's events say
so.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

import numpy as np
import torch
from torch import nn

from engine.authors.training import load_training
from engine.errors import TrainingError
from engine.models.assembly import assemble
from engine.models.bundle import load_bundle
from engine.models.card import ModelCard
from engine.models.library import find_model
from engine.networks.any_translator import AnyTranslator
from engine.networks.motion import MotionGenerator
from training.running.checkpoints import Checkpoints
from training.running.run import Run
from training.running.stage import Stage
from training.runs.events import Warned
from training.runs.folder import RunFolder
from training.runs.stage_names import step_of
from training.transfer import copy_action_layers, copy_columns, copy_matching, copy_moments, copy_translator

# What changes a network's function and no tensor's shape, by step.
_SWITCHES = {
    "keypoints": ("softargmax", "softargmax_scale", "gaussian_inv_std", "padding", "upsampling"),
    "motion": ("motion_residual", "rectified_linear"),
}


class Initial(Protocol):
    """Something to start from. `name` is what the model card calls it."""

    @property
    def name(self) -> str: ...

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
        path = find_model(init).path
        card, tensors = load_bundle(path)
        networks = assemble(card.spec, tensors)
        modules = {"detector": networks.detector, "translator": networks.translator, "motion": networks.motion}
        return FromModel(card, modules, load_training(path, tensors))
    if folder.path.resolve() == run.folder.resolve():
        raise TrainingError("A run cannot start from itself.", "Go on with it by --resume.")
    return FromRun(folder, Checkpoints(folder.checkpoints_path, lambda file, error: None))


@dataclass(frozen=True)
class FromModel:
    """A bundle: detector, translator and motion generator. Optimizers start afresh, and so do the networks that only
    training needs, unless they lie beside the bundle: `rest`, tensors named STEP.MODULE.TENSOR.
    """

    card: ModelCard
    modules: dict[str, nn.Module]
    rest: dict[str, np.ndarray] = field(default_factory=dict)

    @property
    def name(self) -> str:
        return self.card.name

    def into(self, stage: Stage, run: Run, actions: tuple[str, ...] = ()) -> None:
        if _begun(stage, run):
            return
        left = []
        for name in stage.averaged.modules:
            source = self.modules[name]
            for target in (stage.modules[name], stage.averaged.modules[name]):
                if isinstance(source, AnyTranslator) and isinstance(target, AnyTranslator):
                    missing = copy_translator(source, target)
                else:
                    missing = copy_matching(source.state_dict(), target)
                if isinstance(source, MotionGenerator) and isinstance(target, MotionGenerator):
                    by_name = copy_action_layers(source, target, self.card.actions, actions)
                    missing = [each for each in missing if each not in by_name]
            left += [f"{name}'s {each}" for each in missing]
        step = step_of(stage.name)
        fresh, known = [], []
        for name in (name for name in stage.modules if name not in stage.averaged.modules):
            missing = self._rest_into(stage.modules[name], f"{step}.{name}.", actions)
            if missing is None:
                fresh.append(name)
            else:
                known.append(name)
                left += [f"{name}'s {each}" for each in missing]
        _report(run, stage, self.name, [*fresh, "optimizers", *left], known)
        self._warn_of_switches(stage, run, step)

    def _rest_into(self, module: nn.Module, prefix: str, actions: tuple[str, ...]) -> list[str] | None:
        """A network that only training needs; as `copy_matching`, or None where none lies beside the bundle."""
        state = {key[len(prefix) :]: torch.from_numpy(a) for key, a in self.rest.items() if key.startswith(prefix)}
        if not state:
            return None
        missing = copy_matching(state, module)
        for layer in ("mu", "sigma") if prefix == "motion.encoder." and actions else ():
            target = getattr(module, layer).weight
            if copy_columns(state[f"{layer}.weight"], target, self.card.actions, actions):
                missing = [each for each in missing if each != f"{layer}.weight"]
        return missing

    def _warn_of_switches(self, stage: Stage, run: Run, step: str) -> None:
        """Weights that were learned for another function are of little use, and nothing else would show it."""
        mine = next(iter(stage.averaged.modules.values())).spec
        other = {name: getattr(self.card.spec, name) for name in _SWITCHES[step]}
        other = {name: value for name, value in other.items() if getattr(mine, name) != value}
        if other:
            settings = " ".join(f"--set network.{name}={str(value).lower()}" for name, value in other.items())
            run.say(Warned(f"{stage.name} computes otherwise than {self.name}; as it did with {settings}"))


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
            run.say(Warned(f"{stage.name} starts afresh: the run {self.name} has no such step."))
            return
        left = []
        for name, module in stage.modules.items():
            missing = copy_matching(state["modules"].get(name, {}), module)
            if name in stage.averaged.modules:
                copy_matching(state["averaged"].get(name, {}), stage.averaged.modules[name])
            left += [f"{name}'s {each}" for each in missing]
        for name, optimizer in stage.optimizers.items():
            if left or name not in state["optimizers"] or not copy_moments(optimizer, state["optimizers"][name]):
                left.append(f"{name}'s optimizer")
        _report(run, stage, self.name, left)


def _begun(stage: Stage, run: Run) -> bool:
    return any(run.files.checkpoints_path.glob(f"{stage.name}.*pt"))


def _report(run: Run, stage: Stage, name: str, left: list[str], known: list[str] | None = None) -> None:
    """`known`: networks for training only that were there as well."""
    shown = ", ".join(left[:6]) + (f" and {len(left) - 6} more" if len(left) > 6 else "")
    afresh = f"; afresh start: {shown}" if left else ", with everything"
    also = f", its {' and '.join(known)} too" if known else ""
    run.say(Warned(f"{stage.name} starts from {name}{also}{afresh}."))
