"""The clips that went wrong most, by kind, each with what a person can do about it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np

from training.evaluation.reconstruction import moving_region

_SHARP_ENOUGH = 0.7  # of the photo's detail
_MOVES_ENOUGH = 0.5  # of the area that changes in the real clip
_EACH = 2  # clips of a kind


@dataclass(frozen=True)
class Failure:
    """clip: its number among the held-out ones; kind: a key of `KINDS`; measured: how bad it is, in words."""

    clip: int
    kind: str
    measured: str


KINDS = {
    "still": (
        "Hardly anything moves",
        "Ask for another seed (Ctrl+G), speed the motion up, or bend the trajectories by hand.",
    ),
    "blurred": (
        "The figure blurs or comes apart",
        "Crop closer to the figure, take a photo in which all of it is seen, or fine-tune on clips like it.",
    ),
    "action": (
        "It moves, but as another action",
        "Ask for other seeds, or take a photo in which the figure stands as the action begins.",
    ),
}


def failures(
    real: np.ndarray,
    futures: Sequence[np.ndarray],
    actions: np.ndarray,
    named: np.ndarray | None,
    names: Sequence[str],
) -> list[Failure]:
    """The worst of each kind, as far as there are any.

    real: held-out clips uint8 [N, 1 + T, S, S, 3]; futures: N of uint8 [T', S', S', 3]; actions: class numbers [N];
    named: what a judge calls the futures [N], or None; names: of the classes.
    """
    area, detail = _measured(real, futures)
    found = [
        Failure(int(i), "still", f"{100 * area[i]:.0f} % of the area that moves in the real clip")
        for i in np.argsort(area)[:_EACH]
        if area[i] < _MOVES_ENOUGH
    ]
    found += [
        Failure(int(i), "blurred", f"{100 * detail[i]:.0f} % of the photo's detail at the end")
        for i in np.argsort(detail)[:_EACH]
        if detail[i] < _SHARP_ENOUGH
    ]
    if named is not None:
        wrong = np.flatnonzero(named != actions)
        liveliest = wrong[np.argsort(-area[wrong])][:_EACH]
        found += [
            Failure(int(i), "action", f"the judge calls it {names[named[i]].replace('_', ' ')}") for i in liveliest
        ]
    return found


def _measured(real: np.ndarray, futures: Sequence[np.ndarray]) -> tuple[np.ndarray, np.ndarray]:
    """By clip: area that changes, over the real clip's; detail of the last quarter, over the photo's."""
    area, detail = [], []
    for clip, future in zip(real, futures, strict=True):
        size = future.shape[1]
        small = [cv2.resize(frame, (size, size), interpolation=cv2.INTER_AREA) for frame in clip]
        source, truth = small[0], np.stack(small[1 : len(future) + 1])
        should = moving_region(source, truth).any(0).sum()
        area.append(moving_region(source, future).any(0).sum() / max(should, 1))
        end = future[3 * len(future) // 4 :]
        detail.append(np.mean([_detail(frame) for frame in end]) / max(_detail(source), 1e-3))
    return np.array(area), np.array(detail)


def _detail(frame: np.ndarray) -> float:
    grey = cv2.cvtColor(frame, cv2.COLOR_RGB2GRAY).astype(np.float32)
    return float(np.abs(cv2.Laplacian(grey, cv2.CV_32F)).mean())
