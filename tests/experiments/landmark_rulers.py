"""Where a model's landmark error comes from: the keypoints against true joints by stricter and by kinder rulers.

`python -m tests.experiments.landmark_rulers MODEL [--data WORLD] [--characters DIR] [--labels STEPS]`. `kpvp evaluate`
maps keypoints to joints by one linear map. Keypoints that are named by their place in the picture and not by the body
(the hand on the left, whichever it is) hold more than such a map can tell; a pair of maps and a small network show how
much. `--labels`: the same detector trained further *with* the joints, which is what its architecture could do at best.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from dataclasses import replace

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional as F

from engine.models.library import find_model
from engine.networks.detector import Detector
from training.evaluation.held_out import Clips, fitting_clips, held_out_clips
from training.evaluation.rulers.landmarks import distances_pct, landmark_map, mapped
from training.evaluation.subject import Subject
from training.worlds.registry import open_world

_EVERY = 2  # frames apart
_ROUNDS = 20  # of fitting a pair of maps
_BATCH = 32


def pair_of_maps(keypoints: np.ndarray, joints: np.ndarray) -> list[np.ndarray]:
    """Two linear maps, each fitted to the frames that it fits better than the other."""
    flat = (joints - joints.mean(0)).reshape(len(joints), -1)
    first = flat @ np.linalg.svd(flat[:: max(1, len(flat) // 2000)], full_matrices=False)[2][0] > 0
    for _ in range(_ROUNDS):
        maps = [landmark_map(keypoints[side], joints[side]) for side in (first, ~first)]
        errors = [np.linalg.norm(mapped(keypoints, m, joints.shape[1]) - joints, axis=-1).mean(1) for m in maps]
        better = errors[0] < errors[1]
        if better.all() or not better.any() or np.array_equal(better, first):
            break
        first = better
    return maps


def small_network(keypoints: np.ndarray, joints: np.ndarray) -> Callable[[np.ndarray], np.ndarray]:
    torch.manual_seed(0)
    inputs = torch.from_numpy(keypoints).float().flatten(1)
    targets = torch.from_numpy(joints).float().flatten(1)
    hidden = (nn.Linear(inputs.shape[1], 256), nn.ReLU(), nn.Linear(256, 256), nn.ReLU())
    network = nn.Sequential(*hidden, nn.Linear(256, targets.shape[1]))

    def loss(chosen: Tensor) -> Tensor:
        seen = inputs[chosen] + 0.01 * torch.randn(len(chosen), inputs.shape[1])
        return (network(seen) - targets[chosen]).abs().mean()

    _descend(network, loss, len(inputs), 2500, 2e-3)
    return lambda new: network(torch.from_numpy(new).float().flatten(1)).detach().numpy().reshape(len(new), -1, 2)


def with_labels(subject: Subject, pictures: Tensor, joints: np.ndarray, steps: int) -> Detector:
    """The model's detector, trained further to have its keypoints on the true joints."""
    detector = Detector(replace(subject.spec, n_keypoints=joints.shape[1]))
    old, own = subject.detector.state_dict(), detector.state_dict()
    detector.load_state_dict({k: old[k] if old[k].shape == v.shape else v for k, v in own.items()})
    detector.to(memory_format=torch.channels_last).train()
    targets = torch.from_numpy(joints).float()

    def loss(chosen: Tensor) -> Tensor:
        count = len(chosen)
        zoom, shift = 1 + 0.1 * (2 * torch.rand(count) - 1), 0.15 * (2 * torch.rand(count, 2) - 1)
        theta = torch.diag_embed(zoom[:, None].expand(-1, 2))
        theta = torch.cat([theta, shift[:, :, None]], 2)
        seen = pictures[chosen] * (1 + 0.15 * torch.randn(count, 3, 1, 1)) + 0.15 * torch.randn(count, 3, 1, 1)
        grid = F.affine_grid(theta, list(seen.shape), align_corners=True)
        seen = F.grid_sample(seen.clamp(-1, 1), grid, padding_mode="reflection", align_corners=True)
        wanted = (targets[chosen] - shift[:, None]) / zoom[:, None, None]
        return (detector(seen.contiguous(memory_format=torch.channels_last)) - wanted).abs().mean()

    _descend(detector, loss, len(pictures), steps, 2e-3)
    return detector.eval()


def _descend(network: nn.Module, loss: Callable[[Tensor], Tensor], count: int, steps: int, rate: float) -> None:
    optimizer = torch.optim.AdamW(network.parameters(), rate, weight_decay=1e-3)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, rate, total_steps=steps)
    for _ in range(steps):
        optimizer.zero_grad()
        loss(torch.randint(0, count, (_BATCH,))).backward()
        nn.utils.clip_grad_norm_(network.parameters(), 5.0)
        optimizer.step()
        schedule.step()


def _frames(clips: Clips) -> tuple[np.ndarray, np.ndarray]:
    frames, joints = clips.frames[:, ::_EVERY], clips.joints[:, ::_EVERY]
    return frames.reshape(-1, *frames.shape[2:]), joints.reshape(-1, *joints.shape[2:])


def _pictures(frames: np.ndarray) -> Tensor:
    return torch.from_numpy(frames).permute(0, 3, 1, 2).float() / 127.5 - 1


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.experiments.landmark_rulers", description=__doc__)
    parser.add_argument("model")
    parser.add_argument("--data", default="people")
    parser.add_argument("--characters")
    parser.add_argument("--labels", type=int, default=0, metavar="STEPS")
    args = parser.parse_args()
    subject, world = Subject.load(find_model(args.model).path), open_world(args.data, args.characters)
    side = subject.spec.image_size
    frames, joints = _frames(fitting_clips(world, 225, side, lambda line: None))
    new_frames, truth = _frames(held_out_clips(world, 90, 0, side, lambda line: None))
    keypoints, new = subject.detect(frames), subject.detect(new_frames)

    def say(ruler: str, *guesses: np.ndarray) -> None:
        """The error of the best guess of each frame."""
        errors = np.stack([distances_pct(guess, truth, side).mean(1) for guess in guesses]).min(0)
        print(f"{ruler:48} {errors.mean():5.2f} %", flush=True)

    pair = pair_of_maps(keypoints, joints)
    say("mean pose", joints.mean(0, keepdims=True))
    say("one linear map", mapped(new, landmark_map(keypoints, joints), joints.shape[1]))
    say("a pair of them, the better one for each frame", *(mapped(new, m, joints.shape[1]) for m in pair))
    say("a small network", small_network(keypoints, joints)(new))
    if args.labels:
        detector = with_labels(subject, _pictures(frames), joints, args.labels)
        with torch.inference_mode():
            found = torch.cat([detector(_pictures(part)) for part in np.array_split(new_frames, 40)]).numpy()
        say(f"the detector, {args.labels} steps with true joints", found)
    return 0


if __name__ == "__main__":
    sys.exit(main())
