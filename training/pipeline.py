"""The three steps in order, from data to a bundle: what `kpvp train` does."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from accelerate import Accelerator
from PIL import Image
from torch import nn

from engine.errors import TrainingError
from engine.files import atomic_write
from engine.networks.detector import Detector
from engine.networks.spec import NetworkSpec
from engine.systems.table import SYSTEMS
from training import delivery
from training.baselines.system_training import train_system
from training.data.augmentation import shrunk
from training.data.pairs import PairSampler
from training.data.sequences import SequenceSampler
from training.data.source import Source, open_source
from training.initial import Initial, initial_of
from training.running import loop, processes
from training.running.run import Run
from training.runs.events import FINDING_KEYPOINTS, Data, Preview, Warned
from training.runs.resolution import at_size
from training.runs.stage_names import PSEUDO_LABELS
from training.stages import pseudo_labels
from training.stages.keypoints import KeypointsStage
from training.stages.motion import HELD_OUT_CLIPS, MotionStage
from training.stages.previews import label_sheet
from training.stages.prior import fit_prior
from training.store.frame_store import FrameStore
from training.transfer import grow_translator

TRAILS_DRAWN = 6  # held-out clips in a preview of trajectories
LABELS_DRAWN = 8  # clips in the sheet of pseudo labels
WARNED = 5  # clips with problems that are named one by one


@dataclass(frozen=True)
class Shared:
    """What all steps share."""

    run: Run
    accelerator: Accelerator
    source: Source
    spec: NetworkSpec
    initial: Initial | None


def train(run: Run) -> Path:
    """Train, or go on training, the run; returns the bundle's path. Raises `loop.Stopped` and KpvpError."""
    finished = delivery.delivered(run)
    if finished is not None:
        return finished
    accelerator = processes.open_accelerator(run.config.loop.precision)
    # What a run starts from may be wrong, and decoding takes long: that one is opened first.
    initial = initial_of(run)
    source = _opened(run)
    if run.config.system in SYSTEMS:
        network = train_system(run, accelerator, source)
        processes.on_main(lambda: delivery.deliver_system(run, source, network))
        return run.files.model_path
    spec = run.config.spec(len(source.store.actions))
    work = Shared(run, accelerator, source, spec, initial)
    modules = _keypoints(work)
    modules["motion"] = _motion(work, modules["detector"])
    processes.on_main(lambda: delivery.deliver(run, source, spec, modules, initial))
    return run.files.model_path


def _opened(run: Run) -> Source:
    """The data, decoded by the main process; its problems become warnings."""
    data = run.config.data
    run.say(Data(source=data.source, clips=data.clips, size=data.size))
    processes.on_main(lambda: open_source(data, run.progress))
    source = open_source(data)
    run.say(Data(source=data.source, clips=len(source.store), held_out=len(source.held_out), size=data.size))
    for note in source.notes:
        run.say(Warned(note))
    for problem in source.problems[:WARNED]:
        run.say(Warned(f"{problem.file}: {problem.what}"))
    if len(source.problems) > WARNED:
        run.say(Warned(f"{len(source.problems) - WARNED} more clips have problems; see kpvp data."))
    return source


def _keypoints(work: Shared) -> dict[str, nn.Module]:
    """Step 1 through its resolution schedule; the averaged detector and translator at the final size."""
    config, rank = work.run.config, work.accelerator.process_index
    before = None
    for part, size in enumerate(config.keypoints.sizes):
        sampler = PairSampler(work.source.store, config.keypoints, config.augment, config.seed, rank)
        held_out = PairSampler(work.source.held_out, config.keypoints, None, config.seed + 1)
        torch.manual_seed(config.seed + part)
        stage = KeypointsStage(at_size(work.spec, size), config, sampler, held_out, part, work.accelerator.device)
        if work.initial is not None:
            work.initial.into(stage, work.run)
        if before is not None:
            for group in (lambda s: s.modules, lambda s: s.averaged.modules):
                group(stage)["detector"].load_state_dict(group(before)["detector"].state_dict())
                grow_translator(group(before)["translator"], group(stage)["translator"])
        loop.train(stage, work.run, work.accelerator)
        before = stage
    assert before is not None  # a schedule has a size
    return dict(before.averaged.modules)


def _motion(work: Shared, detector: nn.Module) -> nn.Module:
    """Steps 2 and 3; the averaged motion generator."""
    run, spec, config = work.run, work.spec, work.run.config
    assert isinstance(detector, Detector)
    device, rank = work.accelerator.device, work.accelerator.process_index
    processes.on_main(lambda: _pseudo_labels(run, detector, work.source.store, device))
    labels = pseudo_labels.load_labels(run.files.pseudo_labels_path)
    if labels[0].shape[1] != spec.n_keypoints or len(labels[2]) != len(work.source.store):
        raise TrainingError(
            f"{run.files.pseudo_labels_path.name} belongs to other clips or networks.", "Delete it; it is made again."
        )
    shape = (spec.n_actions, spec.n_frames, config.motion, config.seed)
    sampler = SequenceSampler(*labels, *shape, rank)
    held = work.source.held_out.part(0, min(HELD_OUT_CLIPS, len(work.source.held_out)))
    held_keypoints = pseudo_labels.pseudo_labels(detector, held, device)
    held_sampler = SequenceSampler(held_keypoints, held.starts, held.labels, *shape)
    torch.manual_seed(config.seed + len(config.keypoints.sizes))
    pictures = np.stack([shrunk(held.frames[start], spec.image_size) for start in held.starts[:-1][:TRAILS_DRAWN]])
    stage = MotionStage(spec, config, sampler, held_sampler, pictures, device)
    if work.initial is not None:
        work.initial.into(stage, run, work.source.store.actions)
    loop.train(stage, run, work.accelerator)
    generator = stage.averaged.modules["motion"]
    if config.motion.fit_prior and stage.steps > 0 and generator.prior is None:
        fit_prior(stage.modules["encoder"], generator, sampler)
    return generator


def _pseudo_labels(run: Run, detector: Detector, store: FrameStore, device: torch.device) -> None:
    """Step 2, once per run: the labels, and a picture of some of them."""
    path = run.files.pseudo_labels_path
    if path.is_file():
        return
    keypoints = pseudo_labels.pseudo_labels(
        detector, store, device, lambda done, total: run.progress(FINDING_KEYPOINTS, done, total)
    )
    chosen = np.linspace(0, len(store) - 1, min(LABELS_DRAWN, len(store))).round().astype(int)
    parts = [slice(store.starts[i], store.starts[i + 1]) for i in chosen]
    sheet = label_sheet([store.frames[part] for part in parts], [keypoints[part] for part in parts])
    preview = run.files.preview_path(PSEUDO_LABELS, 0)
    with atomic_write(preview) as temporary:
        Image.fromarray(sheet).save(temporary)
    run.say(Preview(stage=PSEUDO_LABELS, step=0, file=preview.name))
    # Last, since the labels are what says that this step is done.
    pseudo_labels.save_labels(path, keypoints, store)
