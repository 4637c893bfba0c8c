"""Frames and masks against the truth: the translator is given the true future's keypoints, so motion plays no part."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from training.evaluation.subject import Rendered, Subject

_CHANGED = 0.1  # of the pixel range, in any channel
_ENOUGH = 0.005  # share of the picture that must change for a frame to count as moving


@dataclass(frozen=True)
class Redrawn:
    """A clip's T later frames, drawn from its first one and their own keypoints.

    region bool [T, S, S]: where the true frames differ from the first; psnr, psnr_copy: dB inside it, for each frame in
    which enough moves, of what was drawn and of the first frame left as it is.
    """

    rendered: Rendered
    region: np.ndarray
    psnr: np.ndarray
    psnr_copy: np.ndarray


def redrawn(subject: Subject, frames: np.ndarray, keypoints: np.ndarray) -> Redrawn:
    """Draw frames[1:] of uint8 [1 + T, S, S, 3], whose detected keypoints are [1 + T, K, 2]."""
    rendered = subject.translate(frames[0], keypoints[0], keypoints[1:])
    region = moving_region(frames[0], frames[1:])
    copied = np.broadcast_to(frames[:1], frames[1:].shape)
    return Redrawn(
        rendered,
        region,
        psnr_inside(rendered.frames, frames[1:], region),
        psnr_inside(copied, frames[1:], region),
    )


def mean_of_all(parts: list[np.ndarray]) -> float:
    """The mean over all values of all parts, NaN where there are none."""
    values = np.concatenate(parts) if parts else np.empty(0)
    return float(values.mean()) if len(values) else float("nan")


def moving_region(source: np.ndarray, frames: np.ndarray) -> np.ndarray:
    """bool [T, S, S]: where frames uint8 [T, S, S, 3] differ from source by over 0.1 of the range, grown a little."""
    changed = np.abs(frames.astype(np.int16) - source.astype(np.int16)).max(-1) > _CHANGED * 255
    reach = max(1, frames.shape[1] // 64)
    kernel = np.ones((2 * reach + 1, 2 * reach + 1), np.uint8)
    return np.stack([cv2.dilate(frame.astype(np.uint8), kernel) > 0 for frame in changed])


def psnr_inside(frames: np.ndarray, truth: np.ndarray, region: np.ndarray) -> np.ndarray:
    """PSNR in dB [T'] inside a region bool [T, S, S], for each frame whose region is large enough to count."""
    squared = (frames.astype(np.float32) - truth.astype(np.float32)) ** 2
    values = [squared[t][region[t]].mean() for t in np.flatnonzero(region.mean((1, 2)) > _ENOUGH)]
    return 10 * np.log10(255**2 / np.maximum(np.asarray(values, np.float64), 1e-3))


def mask_overlap(mask: np.ndarray, silhouettes: np.ndarray, source_silhouette: np.ndarray) -> np.ndarray:
    """Intersection over union [T] of the redrawn part (1 - mask > 0.5) and the figure, in source or target.

    mask float [T, S, S], 1 = background kept; silhouettes uint8 [T, S, S] and source_silhouette [S, S], 255 = figure.
    What must be redrawn is where the figure was and where it will be, so the truth is the union of both silhouettes.
    """
    drawn = (1 - mask) > 0.5
    figure = (silhouettes > 127) | (source_silhouette > 127)
    union = (drawn | figure).sum((1, 2))
    return (drawn & figure).sum((1, 2)) / np.maximum(union, 1)
