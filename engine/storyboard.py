"""A longer clip out of several actions: each goes on from where the one before it ends, cross-faded in keypoints.

`chain` is plain arithmetic; `begin_storyboard` asks a Predictor for what it chains. Torch-free itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from engine.errors import ActionError
from engine.inputs import Action, action_weights, given_latent, latent
from engine.prediction import Cancel, Prediction

if TYPE_CHECKING:
    from engine.predictor import CropBox, PhotoSource, Predictor

OVERLAP = 6  # frames in which one shot becomes the next
MOST_SHOTS = 64

Imagine = Callable[[np.ndarray], np.ndarray]  # a pose [K, 2] to the keypoints [T, K, 2] that follow it


@dataclass(frozen=True, eq=False)
class Shot:
    """One action of a storyboard, as `Predictor.begin` takes them: a seed, or z float32 [Z]."""

    action: Action
    seed: int | None = 0
    z: np.ndarray | None = None

    def same_as(self, other: Shot) -> bool:
        """Whether both make the same motion."""
        return _same(self.action, other.action) and self.seed == other.seed and _same(self.z, other.z)


def chain(k0: np.ndarray, shots: Iterable[Imagine], overlap: int = OVERLAP) -> np.ndarray:
    """Keypoints float32 [T', K, 2] of shots one after another, the first from the pose `k0` [K, 2].

    overlap: frames in which a shot fades into the next, which goes on from the pose before them; each shot but the
    first makes the whole longer by its own length less `overlap`. Raises `ValueError` if a shot is no longer than that.
    """
    whole: np.ndarray | None = None
    weights = _fade(overlap)
    for shot in shots:
        if whole is None:
            whole = np.asarray(shot(k0), np.float32)
            continue
        if not 0 <= overlap < len(whole):
            raise ValueError(f"{overlap} frames of overlap do not fit into {len(whole)} frames")
        following = np.asarray(shot(whole[-1 - overlap]), np.float32)
        if overlap >= len(following):
            raise ValueError(f"{overlap} frames of overlap do not fit into {len(following)} frames")
        split = len(whole) - overlap
        faded = whole[split:] * (1 - weights) + following[:overlap] * weights
        whole = np.concatenate([whole[:split], faded, following[overlap:]])
    if whole is None:
        raise ValueError("a storyboard has at least one shot")
    return whole.astype(np.float32)


def begin_storyboard(
    predictor: Predictor,
    photo: PhotoSource,
    shots: Sequence[Shot],
    crop: CropBox | None = None,
    overlap: int = OVERLAP,
    cancelled: Cancel = None,
) -> Prediction:
    """As `Predictor.begin`, for several shots: a `Prediction` of all of them, which renders when iterated.

    Its action, seed and z are the first shot's; all of them are in its `schedule`, under "storyboard". Raises what
    `Predictor.begin` raises, and `ActionError` for no shots or too many.
    """
    if not 0 < len(shots) <= MOST_SHOTS:
        raise ActionError(f"A storyboard cannot have {len(shots)} actions.", f"Give 1 to {MOST_SHOTS}.")
    vectors = [action_weights(shot.action, predictor.actions) for shot in shots]
    size = predictor.spec.z_size
    latents = [_latent(shot, size) for shot in shots]
    first = shots[0]
    seed, z = (first.seed or 0, None) if first.z is None else (None, latents[0])
    begun = predictor.begin(photo, vectors[0], seed, z, crop, cancelled)
    if not 0 <= overlap < len(begun.keypoints):
        limit = len(begun.keypoints) - 1
        raise ActionError(f"Actions cannot fade into each other for {overlap} frames.", f"Choose 0 to {limit}.")

    def imagine(vector: np.ndarray, z: np.ndarray) -> Imagine:
        return lambda pose: predictor.imagine(pose, vector, z)

    keypoints = chain(begun.source_keypoints, map(imagine, vectors, latents), overlap)
    keypoints.flags.writeable = False
    made_of = [
        {
            "action": {name: round(float(w), 6) for name, w in zip(predictor.actions, vector, strict=True) if w},
            "seed": None if shot.z is not None else shot.seed,
            "z": [round(float(value), 6) for value in z] if shot.z is not None else None,
        }
        for shot, vector, z in zip(shots, vectors, latents, strict=True)
    ]
    return Prediction.of(
        begun,
        keypoints=keypoints,
        schedule={**begun.schedule, "storyboard": made_of, "overlap": overlap},
        rendering=predictor.render_frames(begun.source, begun.source_keypoints, keypoints),
    )


def _same(a: object, b: object) -> bool:
    if isinstance(a, np.ndarray) and isinstance(b, np.ndarray):
        return np.array_equal(a, b)
    return type(a) is type(b) and a == b


def _latent(shot: Shot, size: int) -> np.ndarray:
    return given_latent(shot.z, size) if shot.z is not None else latent(shot.seed or 0, size)


def _fade(overlap: int) -> np.ndarray:
    """float32 [overlap, 1, 1], from near 0 to near 1 with a soft start and end."""
    share = np.arange(1, overlap + 1, dtype=np.float32) / (overlap + 1)
    return (share * share * (3 - 2 * share))[:, None, None]
