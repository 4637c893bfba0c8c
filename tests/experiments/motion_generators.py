"""Kinds of motion generators compared on the keypoints of a finished run, in minutes and without drawing a picture.

`python -m tests.experiments.motion_generators RUN [--steps N] [KIND...]`. Each kind is trained on the run's pseudo
labels but the last eighth; on these, a classifier of keypoint sequences says of how many futures it recognises the
action: of the real ones, of those that went through encoder and decoder, and of those of random z. It is a ruler for
motion alone, and far quicker than `kpvp evaluate`; the two have agreed about which kind is better.
"""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

import numpy as np
import torch
from accelerate import Accelerator
from torch import Tensor, nn
from torch.nn import functional as F

from engine.networks.motion import MotionGenerator
from engine.networks.spec import compact
from training.data.sequences import SequenceSampler
from training.runs.config import MotionConfig, RunConfig
from training.stages import pseudo_labels
from training.stages.motion import MotionStage
from training.stages.prior import fit_prior

KINDS = {
    "recurrent": {"motion_waves": 0, "prior_layers": 0},
    "dense": {"prior_layers": 0},
    "dense, learned prior": {},
}
FRAMES, SAMPLES = 32, 10
_JUDGE_STEPS = 800


class SequenceJudge(nn.Module):
    """Class logits [N, C] of keypoint sequences [N, T, K, 2], from places about their mean and from displacements."""

    def __init__(self, n_keypoints: int, n_actions: int) -> None:
        super().__init__()
        self.frames = nn.Sequential(
            nn.Conv1d(4 * n_keypoints, 96, 3, padding=1),
            nn.ReLU(),
            nn.Conv1d(96, 96, 3, padding=1, stride=2),
            nn.ReLU(),
            nn.Conv1d(96, 96, 3, padding=1),
            nn.ReLU(),
        )
        self.classes = nn.Sequential(nn.Dropout(0.3), nn.Linear(192, n_actions))

    def forward(self, sequences: Tensor) -> Tensor:
        about = sequences - sequences.mean(1, keepdim=True)
        moved = 5 * F.pad(sequences.diff(dim=1), (0, 0, 0, 0, 1, 0))
        seen = self.frames(torch.cat([about.flatten(2), moved.flatten(2)], 2).transpose(1, 2))
        return self.classes(torch.cat([seen.mean(2), seen.amax(2)], 1))


def trained_judge(sampler: SequenceSampler, n_keypoints: int) -> SequenceJudge:
    torch.manual_seed(0)
    judge = SequenceJudge(n_keypoints, sampler.n_actions)
    optimizer = torch.optim.AdamW(judge.parameters(), 2e-3, weight_decay=0.05)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, 3e-3, total_steps=_JUDGE_STEPS)
    for n in range(_JUDGE_STEPS):
        _, future, action = sampler.batch(n)
        logits = judge(future + 0.01 * torch.randn_like(future))
        loss = F.cross_entropy(logits, action.argmax(1), label_smoothing=0.05)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        schedule.step()
    return judge.eval()


def trained_stage(spec, settings: MotionConfig, fitting: SequenceSampler, held_out: SequenceSampler) -> MotionStage:
    torch.manual_seed(0)
    pictures = np.zeros((1, 8, 8, 3), np.uint8)  # for previews, of which none is drawn here
    stage = MotionStage(spec, RunConfig(motion=settings), fitting, held_out, pictures, torch.device("cpu"))
    accelerator = Accelerator(cpu=True)
    for n in range(settings.steps):
        stage.step(n, accelerator)
    if stage.averaged.modules["motion"].prior is None:
        fit_prior(stage.modules["encoder"], stage.averaged.modules["motion"], fitting)
    return stage


@torch.no_grad()
def recognised(stage: MotionStage, judge: SequenceJudge, held_out: tuple[Tensor, Tensor, Tensor]) -> tuple:
    """Shares of actions recognised: real, decoded from the encoder's mean, decoded from random z."""
    k0, future, action = held_out
    generator, encoder = stage.averaged.modules["motion"], stage.modules["encoder"].eval()
    assert isinstance(generator, MotionGenerator)

    def right(sequences: Tensor) -> float:
        return (judge(sequences).argmax(1) == action.argmax(1)).float().mean().item()

    torch.manual_seed(1)
    decoded = generator.course(encoder(future, k0, action)[0], k0, action)
    drawn = [generator.decode(torch.randn(len(k0), generator.spec.z_size), k0, action) for _ in range(SAMPLES)]
    return right(future), right(decoded), float(np.mean([right(sequences) for sequences in drawn]))


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.experiments.motion_generators", description=__doc__)
    parser.add_argument("run", type=Path)
    parser.add_argument("kinds", nargs="*", metavar="KIND", help=", ".join(KINDS))
    parser.add_argument("--steps", type=int, default=4000)
    args = parser.parse_args()
    keypoints, starts, labels = pseudo_labels.load_labels(args.run / "pseudo_labels.npz")
    n_actions, count, whole = int(labels.max()) + 1, keypoints.shape[1], len(labels) * 7 // 8
    # As our presets have it.
    settings = MotionConfig(steps=args.steps, kl=0.1, flip=False, gan=0.0, fit_prior=False)
    fitting = SequenceSampler(keypoints, starts[: whole + 1], labels[:whole], n_actions, FRAMES, settings, 0)
    held_out = SequenceSampler(keypoints, starts[whole:], labels[whole:], n_actions, FRAMES, settings, 0)
    judge, fixed = trained_judge(fitting, count), held_out.fixed(len(labels))
    for kind in args.kinds or KINDS:
        spec = compact(n_keypoints=count, n_actions=n_actions, n_frames=FRAMES, **KINDS[kind])
        start = time.perf_counter()
        stage = trained_stage(spec, settings, fitting, held_out)
        minutes = (time.perf_counter() - start) / 60
        real, decoded, drawn = recognised(stage, judge, fixed)
        found = f"real {real:.0%}, decoded {decoded:.0%}, random z {drawn:.0%}"
        print(f"{kind:22} {args.steps} steps, {minutes:.1f} min: {found}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
