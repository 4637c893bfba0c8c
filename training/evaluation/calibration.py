"""Teaching a model which pictures are like its own: the calibration of `models.familiarity`, written into its card.

Fitted to training clips and made-up pictures, reported on held-out clips and kinds of pictures not fitted to.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np

from engine.models.familiarity import calibrate as fit
from engine.models.familiarity import features, scores
from engine.models.library import find_model
from engine.predictor import load_model
from training.evaluation.card_scores import rewrite_card
from training.evaluation.held_out import Clips, fitting_clips, held_out_clips
from training.evaluation.strangers import FITTED, UNSEEN, emptied, painted, shuffled
from training.worlds.registry import open_world

_CLIPS = 180  # an even number: see `_people`
_PER_KIND = 60
_FRAMES = (0, 8, 16, 24)


def calibrate(
    model: str | Path,
    data: str = "people",
    progress: Callable[[str], None] = lambda line: None,
    characters: str | None = None,
) -> dict[str, float]:
    """Fit the calibration, write it into the bundle, and return how often "unfamiliar" is said.

    Keys: "held_out" (should be at most 0.05), each kind of picture without a person, and "strangers", the mean over
    those kinds (should be at least 0.90). Raises `KpvpError`.
    """
    path = find_model(model).path
    predictor = load_model(path, device="cpu", precision="fp32")
    size, world = predictor.spec.image_size, open_world(data, characters)
    known = fitting_clips(world, _CLIPS, size, progress)
    new = held_out_clips(world, _CLIPS // 2, 1, size, progress)
    fitted = [features(predictor, pictures) for pictures in _strangers(known, FITTED, size, 0).values()]
    progress("made-up pictures looked at")
    calibration = fit(features(predictor, _people(known)), np.concatenate(fitted), predictor.spec.n_keypoints)

    def fired(pictures: np.ndarray) -> float:
        return float((scores(features(predictor, pictures), calibration) < 0.5).mean())

    rates = {kind: fired(pictures) for kind, pictures in _strangers(new, FITTED | UNSEEN, size, 1).items()}
    report = {"held_out": fired(_people(new)), "strangers": float(np.mean(list(rates.values()))), **rates}
    rewrite_card(path, familiarity={**calibration, "fires_on": report})
    return report


def _people(clips: Clips) -> np.ndarray:
    """Pictures of the domain, uint8 [n, S, S, 3]; even and odd places hold different clips.

    The fit shapes on the even ones and weighs on the odd ones: one clip in both would look more usual than a new one.
    """
    return clips.frames[:, _FRAMES].swapaxes(0, 1).reshape(-1, clips.side, clips.side, 3)


def _strangers(clips: Clips, kinds: dict, size: int, seed: int) -> dict[str, np.ndarray]:
    """Pictures without a person by kind: made-up ones, and the clips' own places empty or cut into tiles."""
    rng = np.random.default_rng(seed)
    pictures = {kind: np.stack([painted(kind, rng, size) for _ in range(_PER_KIND)]) for kind in kinds}
    chosen = rng.permutation(len(clips.frames))[:_PER_KIND]
    pictures["empty places"] = np.stack([emptied(clips.frames[i, 0], clips.silhouettes[i, 0]) for i in chosen])
    pictures["shuffled"] = np.stack([shuffled(rng, clips.frames[i, 16]) for i in chosen])
    return pictures
