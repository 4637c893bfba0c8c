"""Scores that need clips only, no joints: how well the true future is drawn, how near and varied imagined ones are."""

from __future__ import annotations

import numpy as np

from engine.inputs import LARGEST_SEED, latent
from training.data.augmentation import shrunk
from training.data.sequences import SequenceSampler
from training.evaluation.reconstruction import mean_of_all, redrawn
from training.evaluation.rulers.diversity import displacement, pairwise_distance
from training.evaluation.subject import Subject
from training.runs.config import MotionConfig
from training.store.frame_store import FrameStore

_SAMPLES = 10
_LONGEST = 64  # frames of a clip that are drawn


def unlabelled_scores(subject: Subject, store: FrameStore, clips: int, seed: int) -> dict[str, float]:
    """Of at most `clips` clips of a store, by the keys of `kpvp evaluate`, each where it could be measured.

    psnr_moving, psnr_copy_moving: dB where the picture changes, when the true future's keypoints are given, and for
    copying the first frame; ade_z0: mean distance of the z = 0 future's keypoints from the true one's, in half sides;
    apd: mean distance between futures of ten z.
    """
    spec = subject.spec
    chosen = np.unique(np.linspace(0, len(store) - 1, min(clips, len(store))).round().astype(int))
    psnr, copied, keypoints = [], [], []
    for clip in chosen:
        start, stop = store.starts[clip : clip + 2]
        frames = np.stack([shrunk(frame, spec.image_size) for frame in store.frames[start:stop]])
        found = subject.detect(frames)
        keypoints.append(found)
        frames, found = frames[:_LONGEST], found[:_LONGEST]
        if len(frames) < 2:
            continue
        drawn = redrawn(subject, frames, found)
        psnr.append(drawn.psnr)
        copied.append(drawn.psnr_copy)
    starts = np.cumsum([0, *map(len, keypoints)])
    sampler = SequenceSampler(
        np.concatenate(keypoints), starts, store.labels[chosen], spec.n_actions, spec.n_frames, MotionConfig(), seed
    )
    k0, future, action = (x.numpy() for x in sampler.fixed(len(chosen)))
    still = np.zeros((len(chosen), spec.z_size), np.float32)
    z = latent(seed % (LARGEST_SEED + 1), _SAMPLES, *still.shape)
    sampled = np.stack([subject.imagine(each, k0, action) for each in z], 1)
    scores = {
        "clips": len(chosen),
        "psnr_moving": mean_of_all(psnr),
        "psnr_copy_moving": mean_of_all(copied),
        "ade_z0": float(displacement(subject.imagine(still, k0, action), future).mean()),
        "apd": float(np.mean([pairwise_distance(futures) for futures in sampled])),
    }
    return {key: round(value, 4) for key, value in scores.items() if np.isfinite(value)}
