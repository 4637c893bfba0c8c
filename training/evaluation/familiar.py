"""A new model's sense of which pictures are like its own clips, where there are clips enough to learn it from."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from engine.models.familiarity import calibrate, features, scores
from engine.predictor import load_model
from training.data.pairs import shrunk
from training.data.source import Source
from training.evaluation.strangers import FITTED, painted, shuffled
from training.store.frame_store import FrameStore

FEWEST_CLIPS = 40  # below, a calibration would know these clips and not their like
_PICTURES = 120
_PER_KIND = 16


def calibration_of(path: Path, source: Source, seed: int) -> dict:
    """`ModelCard.familiarity` for the bundle at `path`; {} with fewer than FEWEST_CLIPS clips to train on.

    Fitted to pictures of training clips against made-up ones and the clips' own cut into tiles; "fires_on" says how
    often held-out clips would be called unfamiliar.
    """
    if len(source.store) < FEWEST_CLIPS:
        return {}
    predictor = load_model(path, device="cpu", precision="fp32")
    size, rng = predictor.spec.image_size, np.random.default_rng(seed)
    known = _pictures(source.store, size, _PICTURES)
    strange = [painted(kind, rng, size) for kind in FITTED for _ in range(_PER_KIND)]
    strange += [shuffled(rng, picture) for picture in known[:: _PICTURES // _PER_KIND]]
    fitted = calibrate(features(predictor, known), features(predictor, np.stack(strange)), predictor.spec.n_keypoints)
    if source.held_out is source.store:
        return fitted
    new = features(predictor, _pictures(source.held_out, size, _PICTURES // 2))
    return {**fitted, "fires_on": {"held_out": float((scores(new, fitted) < 0.5).mean())}}


def _pictures(store: FrameStore, size: int, count: int) -> np.ndarray:
    """uint8 [count, size, size, 3] from clips all over the store; neighbours are of different clips.

    With an even number of clips none is at both even and odd places, of which a calibration shapes on the one and
    weighs on the other.
    """
    usable = len(store) - len(store) % 2 or 1
    clips = np.arange(count) % usable
    if usable > count:
        clips = np.linspace(0, usable - 1, count).astype(int)
    moments = np.arange(count) * 0.618 % 1  # spread over the clips' lengths
    starts, lengths = store.starts[clips], np.diff(store.starts)[clips]
    return np.stack(
        [shrunk(store.frames[s + int(m * n)], size) for s, m, n in zip(starts, moments, lengths, strict=True)]
    )
