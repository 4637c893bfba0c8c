"""What each of the two processes of test_distributed does: `accelerate launch ... two_processes.py OUT`."""

import sys
from pathlib import Path

import numpy as np
import torch
from torch import nn

from tests.training.running.toy_stage import ToyStage, settings
from training.data.pairs import PairSampler
from training.running import loop, processes
from training.running.run import Run, Stopped
from training.runs import config
from training.stages.keypoints import KeypointsStage

SMALL = [
    "network.detector_size=16",
    "network.n_keypoints=4",
    "network.detector_encoder=[8, 16]",
    "network.detector_decoder=[16]",
    "network.detector_depths=[2]",
    "network.image_encoder=[6, 8, 12]",
    "network.translator_widths=[12, 8, 6]",
    "network.translator_depths=[1, 1, 1]",
    "keypoints.sizes=[32]",
    "keypoints.steps=[4]",
    "keypoints.batch=4",
    "keypoints.gan=0.5",
    "keypoints.gan_from=0",
    "keypoints.equivariance=0.0",
    "keypoints.perceptual=0.0",
    "keypoints.on_object_from=0",
]


class Pictures(PairSampler):
    """Batches of the given ranks after one another: one rank is what a process sees, two the global batch."""

    def __init__(self, *ranks):
        self.ranks, self.rank, self.seed = ranks, ranks[0], 0

    def batch(self, n, size):
        parts = [np.random.default_rng([n, rank]).uniform(-1, 1, (2, 4, 3, size, size)) for rank in self.ranks]
        return torch.from_numpy(np.concatenate(parts, 1)).float().unbind()


def frozen(stage):
    """The stage with its batch normalisation as in use: synchronising it takes GPUs."""
    for module in stage.modules.values():
        for norm in module.modules():
            if isinstance(norm, nn.BatchNorm2d):
                norm.eval().train = lambda mode=True, norm=norm: norm
    return stage


def first_gradients(ranks, accelerator):
    """{parameter: gradient} of the first step of all optimizers, on the batches of `ranks` together."""
    run = config.load("tiny", SMALL)
    torch.manual_seed(0)
    stage = frozen(KeypointsStage(run.spec(2), run, Pictures(*ranks), Pictures(0), 0, accelerator.device))
    found = {}
    for name, optimizer in stage.optimizers.items():

        def keep(optimizer, args, kwargs, name=name):
            gradients = [p.grad.clone() for group in optimizer.param_groups for p in group["params"]]
            found.update({f"{name}.{i}": gradient for i, gradient in enumerate(gradients)})

        optimizer.register_step_pre_hook(keep)
    stage.step(0, accelerator)
    return found


def toy(folder, accelerator, resume=False, stop_at=None):
    """Train the toy stage, maybe with a stop command sent during a step."""
    rank = accelerator.process_index
    stage = ToyStage(rank=rank, scores={3: 1.0 + rank, 6: 0.5 + 10 * rank, 9: 2.0 - rank}.get)
    step = stage.step

    def stops(n, accelerator):
        if n == stop_at and rank == 0:
            opened.files.send("stop")
        return step(n, accelerator)

    stage.step = stops
    with Run.resume(folder) if resume else Run.start(folder, settings()) as opened:
        loop.train(stage, opened, accelerator)
    return stage


def main():
    torch.set_num_threads(1)
    out = Path(sys.argv[1])
    accelerator = processes.open_accelerator("no")
    rank = accelerator.process_index
    found = {"gradients": first_gradients([rank], accelerator)}
    found["whole"] = toy(out / "whole", accelerator).weights()
    try:
        toy(out / "stopped", accelerator, stop_at=4)
        found["stopped"] = False
    except Stopped:
        found["stopped"] = True
    found["resumed"] = toy(out / "stopped", accelerator, resume=True).weights()
    try:
        processes.on_main(lambda: 1 / 0)
    except Exception as error:
        found["failure"] = type(error).__name__
    torch.save(found, out / f"rank{rank}.pt")


if __name__ == "__main__":
    main()
