"""The three steps in order, from data to a bundle: what `kpvp train` does."""

from __future__ import annotations

import datetime
from pathlib import Path

import torch
from accelerate import Accelerator

from engine.assembly import disassemble
from engine.bundle import save_bundle
from engine.model_card import ModelCard
from engine.networks.spec import NetworkSpec
from training import loop
from training.config import DataConfig, RunConfig
from training.data import frame_store
from training.data.pairs import PairSampler
from training.data.sequences import SequenceSampler
from training.growth import at_size, grow_translator
from training.run import Run
from training.stages import pseudo_labels
from training.stages.keypoints import KeypointsStage
from training.stages.motion import MotionStage

PREVIEW_CLIPS = 16


def train(run: Run) -> Path:
    """Train, or go on training, the run; returns the bundle's path. Raises `loop.Stopped` and TrainingError."""
    from training.data.synthetic import world

    config = run.config
    accelerator = Accelerator(mixed_precision=config.loop.precision)
    place = world(config.data.source)
    run.event("data", source=config.data.source, clips=config.data.clips, size=config.data.size)
    store = frame_store.from_world(place, config.data, progress=_every(run, "drawing", 100))
    preview_data = DataConfig(
        config.data.source, PREVIEW_CLIPS, config.data.size, place.HELD_OUT_START, config.data.workers
    )
    held_out = frame_store.from_world(place, preview_data)
    spec = config.spec(len(store.actions))
    modules = _keypoints(run, spec, store, held_out, accelerator)
    keypoints, starts, labels = _pseudo_labels(run, modules["detector"], store, accelerator.device)
    sampler = SequenceSampler(
        keypoints, starts, labels, spec.n_actions, spec.n_frames, config.motion, config.seed, accelerator.process_index
    )
    torch.manual_seed(config.seed + len(config.keypoints.sizes))
    motion = MotionStage(spec, config, sampler, accelerator.device)
    loop.train(motion, run, accelerator)
    path = run.folder / "model.safetensors"
    if accelerator.is_main_process:
        save_bundle(path, _card(config, spec, store, place), disassemble(modules | motion.averaged.modules))
        run.event("finished", model=path.name)
    return path


def _keypoints(run: Run, spec: NetworkSpec, store, held_out, accelerator: Accelerator) -> dict[str, torch.nn.Module]:
    """Step 1 through its resolution schedule; the averaged detector and translator at the final size."""
    config, before = run.config, None
    for part, size in enumerate(config.keypoints.sizes):
        samplers = [
            PairSampler(s, config.keypoints, config.augment, config.seed + i, accelerator.process_index)
            for i, s in enumerate((store, held_out))
        ]
        torch.manual_seed(config.seed + part)
        stage = KeypointsStage(at_size(spec, size), config, *samplers, part, accelerator.device)
        if before is not None:
            for group in (lambda s: s.modules, lambda s: s.averaged.modules):
                group(stage)["detector"].load_state_dict(group(before)["detector"].state_dict())
                grow_translator(group(before)["translator"], group(stage)["translator"])
        loop.train(stage, run, accelerator)
        before = stage
    return before.averaged.modules


def _pseudo_labels(run: Run, detector, store, device: torch.device):
    path = run.folder / "pseudo_labels.npz"
    if not path.is_file():
        progress = _every(run, "pseudo_labels", 5000)
        pseudo_labels.save(path, pseudo_labels.pseudo_labels(detector, store, device, progress), store)
    return pseudo_labels.load(path)


def _card(config: RunConfig, spec: NetworkSpec, store, place) -> ModelCard:
    return ModelCard(
        name=config.name,
        title=config.title,
        network=spec.to_json(),
        actions=store.actions,
        domain=config.domain,
        image_size=spec.image_size,
        fps=store.fps,
        training={
            "data": store.source,
            "keypoints_steps": dict(zip(map(str, config.keypoints.sizes), config.keypoints.steps, strict=True)),
            "motion_steps": config.motion.steps,
            "batch": config.keypoints.batch,
            "seed": config.seed,
            "torch": torch.__version__,
        },
        world={
            "name": place.name,
            "version": place.version,
            "held_out_from": place.HELD_OUT_START,
            "fingerprint": place.fingerprint(),
        },
        licence="Apache-2.0",
        created=datetime.date.today().isoformat(),
    )


def _every(run: Run, kind: str, interval: int):
    """A progress callback that writes an event per `interval` items, and keeps the lock fresh."""
    last = 0

    def report(done: int, total: int) -> None:
        nonlocal last
        run.beat()
        if done - last >= interval or done == total:
            last = done
            run.event(kind, done=done, total=total)

    return report
