"""Teaching a model which pictures are like its own: the calibration of `engine.models.familiarity`, for its card.

At the end of a run it is fitted to the run's own clips, whatever they show; a model of a world can be calibrated anew
on many of the world's clips, and against its scenes without their figure. It is reported on held-out clips.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np

from engine.models import familiarity
from engine.models.library import find_model
from engine.models.rewriting import rewrite_card
from engine.predictor import Predictor, load_model
from training.data.augmentation import shrunk
from training.data.source import Source
from training.evaluation.held_out import Clips, fitting_clips, held_out_clips
from training.evaluation.strangers import FITTED, UNSEEN, emptied, made_up, shuffled
from training.store.frame_store import FrameStore
from training.worlds import registry

FEWEST_CLIPS = 40  # of a run; below, a calibration would know these clips and not their like
_PICTURES = 120  # of a run's clips
_PER_KIND_OF_RUN = 16  # strangers
_CLIPS = 180  # of a world; an even number: see `_of_clips`
_PER_KIND = 60  # strangers, for a world
_FRAMES = (0, 8, 16, 24)


def calibration_of(path: Path, source: Source, seed: int) -> dict:
    """`ModelCard.familiarity` for the bundle at `path`; {} with fewer than FEWEST_CLIPS clips to train on.

    Fitted to pictures of training clips against made-up ones and the clips' own cut into tiles; "fires_on" says how
    often held-out clips would be called unfamiliar.
    """
    if len(source.store) < FEWEST_CLIPS:
        return {}
    predictor = load_model(path, device="cpu", precision="fp32")
    size, rng = predictor.spec.image_size, np.random.default_rng(seed)
    known = _of_store(source.store, size, _PICTURES)
    strange = [made_up(kind, rng, size) for kind in FITTED for _ in range(_PER_KIND_OF_RUN)]
    strange += [shuffled(rng, picture) for picture in known[:: _PICTURES // _PER_KIND_OF_RUN]]
    fitted = _fitted(predictor, known, familiarity.features(predictor, np.stack(strange)))
    if source.held_out is source.store:
        return fitted
    new = _of_store(source.held_out, size, _PICTURES // 2)
    return {**fitted, "fires_on": {"held_out": _unfamiliar(predictor, new, fitted)}}


def calibrate_on_world(
    model: str | Path,
    data: str = "people",
    progress: Callable[[str], None] = lambda line: None,
    characters: str | None = None,
) -> dict[str, float]:
    """Fit the calibration to a world, write it into the bundle, and return how often "unfamiliar" is said.

    Keys: "held_out" (should be at most 0.05), each kind of picture without a figure, and "strangers", the mean over
    those kinds (should be at least 0.90). Raises `KpvpError`.
    """
    path = find_model(model).path
    predictor = load_model(path, device="cpu", precision="fp32")
    size, world = predictor.spec.image_size, registry.open_world(data, characters)
    known = fitting_clips(world, _CLIPS, size, progress)
    new = held_out_clips(world, _CLIPS // 2, 1, size, progress)
    strange = [familiarity.features(predictor, seen) for seen in _strangers(known, FITTED, size, 0).values()]
    progress("made-up pictures looked at")
    fitted = _fitted(predictor, _of_clips(known), np.concatenate(strange))
    strangers = _strangers(new, FITTED | UNSEEN, size, 1)
    rates = {kind: _unfamiliar(predictor, pictures, fitted) for kind, pictures in strangers.items()}
    held_out = _unfamiliar(predictor, _of_clips(new), fitted)
    report = {"held_out": held_out, "strangers": float(np.mean(list(rates.values()))), **rates}
    rewrite_card(path, familiarity={**fitted, "fires_on": report})
    return report


def _fitted(predictor: Predictor, known: np.ndarray, strange: np.ndarray) -> dict:
    """The calibration by pictures of the domain, uint8 [N, S, S, 3], and the features of others [M, F]."""
    return familiarity.calibrate(familiarity.features(predictor, known), strange, predictor.spec.n_keypoints)


def _unfamiliar(predictor: Predictor, pictures: np.ndarray, calibration: dict) -> float:
    """The share of pictures uint8 [N, S, S, 3] that would be called unfamiliar."""
    return float((familiarity.scores(familiarity.features(predictor, pictures), calibration) < 0.5).mean())


def _of_store(store: FrameStore, size: int, count: int) -> np.ndarray:
    """uint8 [count, size, size, 3] from clips all over the store; neighbours are of different clips.

    With an even number of clips none is at both even and odd positions, of which a calibration shapes on the one and
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


def _of_clips(clips: Clips) -> np.ndarray:
    """Pictures of the domain, uint8 [n, S, S, 3]; even and odd positions hold different clips.

    The fit shapes on the even ones and weighs on the odd ones: one clip in both would look more usual than a new one.
    """
    return clips.frames[:, _FRAMES].swapaxes(0, 1).reshape(-1, clips.side, clips.side, 3)


def _strangers(clips: Clips, kinds: dict, size: int, seed: int) -> dict[str, np.ndarray]:
    """Pictures without a figure by kind: made-up ones, and the clips' own scenes empty or cut into tiles."""
    rng = np.random.default_rng(seed)
    pictures = {kind: np.stack([made_up(kind, rng, size) for _ in range(_PER_KIND)]) for kind in kinds}
    chosen = rng.permutation(len(clips.frames))[:_PER_KIND]
    pictures["empty places"] = np.stack([emptied(clips.frames[i, 0], clips.silhouettes[i, 0]) for i in chosen])
    pictures["shuffled"] = np.stack([shuffled(rng, clips.frames[i, 16]) for i in chosen])
    return pictures
