"""Settings of step 1 compared: some hundred steps for each from the same weights, then the scores of held-out clips.

`python -m tests.experiments.keypoint_settings RUN [--steps N] [--size S] [CHANGE...]`, or a preset's name for RUN. A
CHANGE is section.key=value, or several joined by "+"; the first row is always the settings as they are. All rows see
the same batches and begin with the run's weights, or with the same random ones where RUN is a preset, so that a
difference is the setting's, as far as so few steps show it. Data must be a synthetic world: nothing else knows the
truth.
"""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

import torch
from accelerate import Accelerator
from torch import nn

from engine.models.assembly import Networks
from engine.models.card import ModelCard
from engine.networks.detector import Detector
from engine.networks.motion import MotionGenerator
from engine.networks.spec import NetworkSpec
from engine.networks.translator import Translator
from training.data.pairs import PairSampler
from training.data.source import Source, open_source
from training.evaluation.held_out import Clips, fitting_clips, held_out_clips
from training.evaluation.scores import fitting_pairs, frame_scores, keypoint_scores
from training.evaluation.subject import Subject
from training.running.checkpoints import Checkpoints
from training.runs.config import RunConfig, parse, preset_text
from training.runs.folder import RunFolder
from training.runs.resolution import at_size
from training.stages.keypoints import KeypointsStage
from training.transfer import with_more_keypoints
from training.worlds.registry import open_world
from training.worlds.world import World


def trained_stage(config: RunConfig, source: Source, weights: dict | None) -> KeypointsStage:
    """All steps at the first of `config`'s sizes, beginning with the averaged `weights` of a checkpoint."""
    spec = at_size(config.spec(len(source.store.actions)), config.keypoints.sizes[0])
    sampler = PairSampler(source.store, config.keypoints, config.augment, config.seed)
    held_out = PairSampler(source.held_out, config.keypoints, None, config.seed + 1)
    torch.manual_seed(config.seed)
    stage = KeypointsStage(spec, config, sampler, held_out, 0, torch.device("cpu"))
    for modules in (stage.modules, stage.averaged.modules):
        for name in stage.averaged.modules if weights is not None else ():
            assert weights is not None
            modules[name].load_state_dict(with_more_keypoints(weights[name], modules[name]))
    accelerator = Accelerator(cpu=True)
    for n in range(stage.steps):
        stage.step(n, accelerator)
    return stage


def scores(spec: NetworkSpec, modules: dict[str, nn.Module], world: World, clips: dict[str, Clips]) -> str:
    """One row's figures."""
    card = ModelCard("measured", spec.to_json(), world.actions, image_size=spec.image_size)
    detector, translator = modules["detector"], modules["translator"]
    assert isinstance(detector, Detector) and isinstance(translator, Translator)
    subject = Subject(card, Networks(spec, detector, translator, MotionGenerator(spec)))
    found = keypoint_scores(subject, fitting_pairs(subject, clips["fitting"]), clips["held out"])
    found |= frame_scores(subject, clips["held out"])
    worst, error = max(found["landmark_error_by_joint_pct"].items(), key=lambda item: item[1])
    near = sum(found["joint_has_keypoint"].values()) / len(found["joint_has_keypoint"])
    gain = found["psnr_moving"] - found["psnr_copy_moving"]
    return (
        f"landmark {found['landmark_error_pct']:5.2f} %, PSNR {gain:+.2f} dB, IoU {found['mask_iou']:.3f}, "
        f"on figure {found['keypoints_on_figure']:.1%}, joints with a keypoint {near:.1%}, {worst} {error:.1f} %"
    )


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.experiments.keypoint_settings", description=__doc__)
    parser.add_argument("run")
    parser.add_argument("changes", nargs="*", metavar="CHANGE")
    parser.add_argument("--steps", type=int, default=200)
    parser.add_argument("--size", type=int, default=128)
    parser.add_argument("--clips", type=int, default=45)
    parser.add_argument("--data", default="people", help="the world, where RUN is a preset")
    args = parser.parse_intermixed_args()
    folder = RunFolder(Path(args.run))
    if folder.is_run():
        text = folder.config_path.read_text(encoding="utf-8")
        checkpoints = Checkpoints(folder.checkpoints_path, lambda file, error: print(file, error))
        state = checkpoints.load(f"keypoints-{args.size}")
        if state is None:
            raise SystemExit(f"{args.run} has no checkpoint at {args.size} px")
        weights = state["averaged"]
    else:
        text, weights = preset_text(args.run), None
    # The sizes above stay: they tell which networks are grown, of which this size has the coarse part.
    sizes = [size for size in parse(text, []).keypoints.sizes if size > args.size]
    common = [f"keypoints.sizes={[args.size, *sizes]}", f"keypoints.steps={[args.steps, *(0 for _ in sizes)]}"]
    if weights is None:
        common.append(f"data.source='{args.data}'")
    config = parse(text, common)
    world = open_world(config.data.source, config.data.characters or None)
    clips = {
        "held out": held_out_clips(world, args.clips, 0, args.size, lambda line: None),
        "fitting": fitting_clips(world, 4 * args.clips, args.size, lambda line: None),
    }
    source = open_source(config.data)
    for change in ["", *args.changes]:
        start = time.perf_counter()
        stage = trained_stage(parse(text, [*common, *filter(None, change.split("+"))]), source, weights)
        minutes = (time.perf_counter() - start) / 60
        found = scores(stage.spec, stage.averaged.modules, world, clips)
        print(f"{change or 'as it is':40} {minutes:4.1f} min: {found}", flush=True)
        if not change:
            print(f"{'without averaging':46} {scores(stage.spec, stage.modules, world, clips)}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
