"""From a model and clips to numbers: the three groups of scores of `kpvp evaluate`, one function each.

Each returns a dict of its keys; a run may call one alone (keypoints and frames need no motion generator). What is an
`Estimate` has its interval, from resampled clips.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
import torch.nn.functional as F

from engine.errors import TrainingError
from engine.inputs import latent
from engine.models.card import ModelCard
from engine.pixels import signed
from engine.scores import ssim
from training.evaluation.held_out import Clips
from training.evaluation.judge import Judge, as_judged, certainty, verdicts
from training.evaluation.reconstruction import mask_overlap, redrawn
from training.evaluation.rulers.diversity import (
    displacement,
    final_displacement,
    pairwise_distance,
    real_pairwise_distance,
)
from training.evaluation.rulers.estimate import Estimate, distance_estimate, mean_estimate
from training.evaluation.rulers.figure_coverage import has_keypoint, on_figure
from training.evaluation.rulers.frechet import frechet_distance
from training.evaluation.rulers.i3d import I3D
from training.evaluation.rulers.landmarks import distances_pct, landmark_map, mapped
from training.evaluation.subject import Rendered, Subject
from training.losses.feature_networks import FeatureNetwork, load_features
from training.worlds.world import SyntheticClip

_EVERY = 4  # frames apart, where neighbours would say the same again
_SAMPLES = 10


def fitting_pairs(subject: Subject, clips: Clips, more: Iterable[SyntheticClip] = ()) -> tuple[np.ndarray, np.ndarray]:
    """What a landmark map is fitted to: keypoints [N, K, 2] and joints [N, J, 2] of frames of training clips."""
    keypoints = [subject.detect(clips.frames[:, ::_EVERY]).reshape(-1, subject.spec.n_keypoints, 2)]
    joints = [clips.joints[:, ::_EVERY].reshape(-1, *clips.joints.shape[2:])]
    for clip in more:
        keypoints.append(subject.detect(clip.frames[::_EVERY]))
        joints.append(clip.joints[::_EVERY])
    return np.concatenate(keypoints), np.concatenate(joints)


def keypoint_scores(subject: Subject, fitting: tuple[np.ndarray, np.ndarray], held_out: Clips) -> dict[str, Any]:
    """How well keypoints tell where the joints are, and how many lie on the figure; fitting as of `fitting_pairs`."""
    clips = len(held_out.frames)
    new = subject.detect(held_out.frames[:, ::_EVERY]).reshape(-1, subject.spec.n_keypoints, 2)
    joints = held_out.joints[:, ::_EVERY].reshape(-1, *held_out.joints.shape[2:])
    silhouettes = held_out.silhouettes[:, ::_EVERY].reshape(-1, held_out.side, held_out.side)

    def named(values: np.ndarray) -> dict[str, Estimate]:
        by_joint = np.split(values.reshape(clips, -1, len(held_out.joint_names)), len(held_out.joint_names), -1)
        return {name: mean_estimate(list(v)) for name, v in zip(held_out.joint_names, by_joint, strict=True)}

    def of_clips(values: np.ndarray) -> Estimate:
        return mean_estimate(np.split(values, clips))

    def errors(intercept: bool) -> np.ndarray:
        found = mapped(new, landmark_map(*fitting, intercept), joints.shape[1])
        return distances_pct(found, joints, held_out.side)

    with_intercept = errors(True)
    mean_pose = distances_pct(fitting[1].mean(0, keepdims=True), joints, held_out.side)
    return {
        "landmark_error_pct": of_clips(with_intercept),
        "landmark_error_no_intercept_pct": of_clips(errors(False)),
        "mean_pose_error_pct": of_clips(mean_pose),
        "keypoints_on_figure": of_clips(on_figure(new, silhouettes)),
        "landmark_error_by_joint_pct": named(with_intercept),
        "joint_has_keypoint": named(has_keypoint(new, joints)),
    }


def frame_scores(subject: Subject, held_out: Clips) -> dict[str, float]:
    """Frames and masks when the true future's keypoints are given: the translator alone, from the first frame.

    psnr_*: where the clip moves; ssim, feature_distance: of whole frames. *_copy*: of the first frame left as it is.
    """
    network = load_features("efficientnet-lite0")
    keys = ("psnr_moving", "psnr_copy_moving", "mask_iou")
    keys += ("ssim_redrawn", "ssim_copy", "feature_distance_redrawn", "feature_distance_copy")
    values: dict[str, list[np.ndarray]] = {key: [] for key in keys}
    for frames, silhouettes in zip(held_out.frames, held_out.silhouettes, strict=True):
        drawn = redrawn(subject, frames, subject.detect(frames))
        moving = drawn.region.any((1, 2))
        values["psnr_moving"].append(drawn.psnr)
        values["psnr_copy_moving"].append(drawn.psnr_copy)
        if silhouettes.any():
            values["mask_iou"].append(mask_overlap(drawn.rendered.mask, silhouettes[1:], silhouettes[0])[moving])
        truth, seen = (some[_EVERY - 1 :: _EVERY] for some in (frames[1:], drawn.rendered.frames))
        for name, shown in (("redrawn", seen), ("copy", np.broadcast_to(frames[0], truth.shape))):
            values[f"ssim_{name}"].append(ssim(shown, truth))
            values[f"feature_distance_{name}"].append(feature_distance(network, shown, truth))
    return {key: mean_estimate(parts) for key, parts in values.items()}


@dataclass(frozen=True)
class Imagined:
    """Generated futures of N held-out first frames.

    source_keypoints [N, K, 2], real [N, T, K, 2] (detected in the real future), sampled [N, S, T, K, 2] by random z
    with the true action, mean [N, T, K, 2] by z = 0; rendered: one clip each, of the first sample.
    """

    source_keypoints: np.ndarray
    real: np.ndarray
    sampled: np.ndarray
    mean: np.ndarray
    rendered: list[Rendered]


def imagine(subject: Subject, held_out: Clips, actions: np.ndarray, seed: int) -> Imagined:
    """Futures of every first frame; actions [N, C] are the vectors that the motion generator is given."""
    keypoints = subject.detect(held_out.frames)
    k0, real = keypoints[:, 0], keypoints[:, 1:]
    n, z_size = len(k0), subject.spec.z_size
    z = latent(seed, n, _SAMPLES, z_size)
    sampled = np.stack([subject.imagine(z[:, s], k0, actions) for s in range(_SAMPLES)], 1)
    mean = subject.imagine(np.zeros((n, z_size), np.float32), k0, actions)
    rendered = [subject.translate(held_out.frames[i, 0], k0[i], sampled[i, 0]) for i in range(n)]
    steps = min(real.shape[1], sampled.shape[2])
    return Imagined(k0, real[:, :steps], sampled[:, :, :steps], mean[:, :steps], rendered)


def motion_scores(imagined: Imagined, actions: np.ndarray) -> dict[str, float]:
    """Diversity and closeness of the imagined keypoint sequences; coordinates in [-1, 1], 2 = the side."""
    real = imagined.real
    errors, last = (distance(imagined.sampled, real[:, None]) for distance in (displacement, final_displacement))
    still = np.broadcast_to(imagined.source_keypoints[:, None], real.shape)
    return {
        "apd": mean_estimate([np.array(pairwise_distance(samples)) for samples in imagined.sampled]),
        "apd_real": real_pairwise_distance(imagined.source_keypoints, real, actions),
        "ade_best10": mean_estimate(list(errors.min(1))),
        "fde_best10": mean_estimate(list(last.min(1))),
        "ade_z0": mean_estimate(list(displacement(imagined.mean, real))),
        "fde_z0": mean_estimate(list(final_displacement(imagined.mean, real))),
        "ade_still": mean_estimate(list(displacement(still, real))),
    }


def conditioning_scores(
    judge: Judge, generated: list[np.ndarray], held_out: Clips, fitting: Clips, names: tuple[str, ...]
) -> dict[str, Any]:
    """The judge's accuracy on generated and on real clips, and the Frechet distance between the two in its features;
    beside it, that of other real clips, and of clips in which nothing moves.

    names: of the classes, for the accuracies by action.
    """
    steps = min(len(generated[0]), held_out.frames.shape[1] - 1)
    made, made_features = verdicts(judge, np.stack([as_judged(frames[:steps]) for frames in generated]))
    real, real_features = verdicts(judge, np.stack([as_judged(f[1 : steps + 1]) for f in held_out.frames]))
    _, other_features = verdicts(judge, np.stack([as_judged(f[1 : steps + 1]) for f in fitting.frames]))
    still = np.stack([as_judged(np.broadcast_to(f[:1], (steps, *f.shape[1:]))) for f in held_out.frames])
    _, still_features = verdicts(judge, still)
    right = made == held_out.actions
    sure, sure_real = certainty(judge, made_features), certainty(judge, real_features)
    return {
        **{f"judge_{key}": value for key, value in sure.items()},
        **{f"judge_{key}_real": value for key, value in sure_real.items()},
        "judge_accuracy": mean_estimate(list(right)),
        "judge_accuracy_by_action": {
            names[action]: mean_estimate(list(right[held_out.actions == action]))
            for action in np.unique(held_out.actions)
        },
        "judge_accuracy_real": mean_estimate(list(real == held_out.actions)),
        "frechet": {"judge": distance_estimate(frechet_distance, made_features, real_features)},
        "frechet_real": {"judge": distance_estimate(frechet_distance, other_features, real_features)},
        "frechet_copy": {"judge": frechet_distance(still_features, real_features)},
    }


def redrawn_accuracy(subject: Subject, judge: Judge, held_out: Clips) -> float:
    """The judge's accuracy on real clips drawn again from their first frame and their own keypoints.

    What the detector and the translator lose of an action; the rest of what generated clips lack is the motion's.
    """
    clips = held_out.frames[:, : subject.spec.n_frames + 1]  # as long as the clips that it generates
    judged = [as_judged(redrawn(subject, frames, subject.detect(frames)).rendered.frames) for frames in clips]
    return mean_estimate(list(verdicts(judge, np.stack(judged))[0] == held_out.actions))


def other_action_accuracy(
    subject: Subject, judge: Judge, held_out: Clips, asked: np.ndarray, vectors: np.ndarray, seed: int
) -> float:
    """Judge's accuracy on futures of an action `asked` [N] that is not the one the first frame comes from.

    The harder question, and the studio's usual one: a person on a tennis court doing squats. vectors [N, C] say the
    same to the model.
    """
    k0 = subject.detect(held_out.frames[:, 0])
    z = latent(seed, len(k0), subject.spec.z_size)
    futures = subject.imagine(z, k0, vectors)
    made = [as_judged(subject.translate(held_out.frames[i, 0], k0[i], futures[i]).frames) for i in range(len(k0))]
    return mean_estimate(list(verdicts(judge, np.stack(made))[0] == asked))


def picture_distances(generated: list[np.ndarray], held_out: Clips, fitting: Clips) -> dict[str, dict[str, float]]:
    """Frechet distance of single frames in a picture classifier's features, and the same between real clips, and of the
    first frames left as they are."""
    network = load_features("efficientnet-lite0")
    name = f"{network.name} frames"
    steps = min(len(generated[0]), held_out.frames.shape[1] - 1)
    real = pooled_features(network, held_out.frames[:, _EVERY : steps + 1 : _EVERY])
    made = pooled_features(network, np.stack(generated)[:, _EVERY - 1 : steps : _EVERY])
    other = pooled_features(network, fitting.frames[:, _EVERY : steps + 1 : _EVERY])
    still = np.broadcast_to(pooled_features(network, held_out.frames[:, :1]), real.shape)
    return {
        "frechet": {name: distance_estimate(frechet_distance, made, real)},
        "frechet_real": {name: distance_estimate(frechet_distance, other, real)},
        "frechet_copy": {name: frechet_distance(*(each.reshape(-1, each.shape[-1]) for each in (still, real)))},
    }


def video_distance(i3d: I3D, generated: list[np.ndarray], held_out: Clips, fitting: Clips) -> dict[str, Any]:
    """FVD of generated clips from real held-out ones, of other real ones as `fvd_real`, and what it was made of."""
    steps = min(len(generated[0]), held_out.frames.shape[1] - 1)
    real, made, other = (
        i3d.logits([frames[:steps] for frames in clips])
        for clips in (held_out.frames[:, 1:], generated, fitting.frames[:, 1:])
    )
    return {
        "fvd": distance_estimate(frechet_distance, made, real),
        "fvd_real": distance_estimate(frechet_distance, other, real),
        "fvd_of": {"clips": len(real), "frames": steps, "stride": 1, "resize": "bilinear to 224", "i3d": i3d.sha256},
    }


@torch.inference_mode()
def pooled_features(network: FeatureNetwork, frames: np.ndarray) -> np.ndarray:
    """The deepest layer's features of frames uint8 [N, T, S, S, 3], averaged over the picture: float32 [N, T, D]."""
    pooled = [network(batch)[-1].mean((2, 3)) for batch in _pictures(frames.reshape(-1, *frames.shape[2:])).split(32)]
    return torch.cat(pooled).numpy().reshape(*frames.shape[:2], -1)


@torch.inference_mode()
def feature_distance(network: FeatureNetwork, frames: np.ndarray, truth: np.ndarray) -> np.ndarray:
    """How unlike frames uint8 [T, S, S, 3] look to a classifier: float [T], 0 for equal ones.

    As LPIPS (Zhang et al. 2018) without its learned weights: squared distance of features that are normalised at each
    place, averaged over places and layers.
    """
    layers = zip(network(_pictures(frames)), network(_pictures(truth)), strict=True)
    apart = [(F.normalize(a, dim=1) - F.normalize(b, dim=1)).square().sum(1).mean((1, 2)) for a, b in layers]
    return torch.stack(apart).mean(0).numpy()


def _pictures(frames: np.ndarray) -> torch.Tensor:
    return signed(torch.from_numpy(np.ascontiguousarray(frames)).permute(0, 3, 1, 2))


def action_vectors(card: ModelCard, names: tuple[str, ...], actions: np.ndarray) -> np.ndarray:
    """The model's action vectors float32 [N, C] for class numbers of a world that calls its actions `names`.

    Raises `TrainingError` if the model was not trained on these actions. A model with one action only gets all ones.
    """
    known = card.actions
    if len(known) == 1:
        return np.ones((len(actions), 1), np.float32)
    missing = [name for name in names if name not in known]
    if missing:
        raise TrainingError(
            f"The model {card.name} does not know the action {missing[0]!r} of these clips.",
            "Evaluate it on data with the actions it was trained on.",
        )
    return np.eye(len(known), dtype=np.float32)[np.asarray([known.index(name) for name in names])[actions]]
