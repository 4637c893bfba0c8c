"""How near a clip comes to another, frame by frame, and how much it moves. Torch-free; knows no models."""

from __future__ import annotations

import numpy as np
from scipy.ndimage import gaussian_filter

BEST_PSNR = 100.0  # dB, of frames that are equal
_SIGMA, _REACH = 1.5, 3.5  # of the window in pixels, and how many sigmas it reaches: 11 x 11 (Wang et al. 2004)
_C1, _C2 = (0.01 * 255) ** 2, (0.03 * 255) ** 2
_GREY = np.array([0.299, 0.587, 0.114], np.float32)


def psnr(frames: np.ndarray, truth: np.ndarray) -> np.ndarray:
    """Peak signal-to-noise ratio in dB, float [T], of frames uint8 [T, H, W, 3]; `BEST_PSNR` where they are equal."""
    squared = (frames.astype(np.float32) - truth.astype(np.float32)) ** 2
    error = squared.mean((1, 2, 3), dtype=np.float64)
    return 10 * np.log10(255**2 / np.maximum(error, 255**2 / 10 ** (BEST_PSNR / 10)))


def ssim(frames: np.ndarray, truth: np.ndarray) -> np.ndarray:
    """Structural similarity of the grey values, float [T] up to 1, of frames uint8 [T, H, W, 3].

    Wang, Bovik, Sheikh and Simoncelli 2004, equation 13, with its Gaussian window of 11 x 11.
    """
    return np.array([_ssim(a @ _GREY, b @ _GREY) for a, b in zip(frames, truth, strict=True)])


def keypoint_error(keypoints: np.ndarray, truth: np.ndarray) -> np.ndarray:
    """Mean distance in percent of the picture's side, float [T], of keypoints [T, K, 2] in [-1, 1], K > 0."""
    distance = np.linalg.norm(np.asarray(keypoints, np.float64) - truth, axis=-1)
    return 50 * distance.mean(-1)


def amount_of_motion(keypoints: np.ndarray) -> float:
    """How far keypoints [T, K, 2] in [-1, 1] travel from frame to frame, in percent of the side, their mean.

    0 where there are none.
    """
    if not keypoints.shape[1]:
        return 0.0
    steps = np.linalg.norm(np.diff(np.asarray(keypoints, np.float64), axis=0), axis=-1)
    return float(50 * steps.sum(0).mean())


def _ssim(a: np.ndarray, b: np.ndarray) -> float:
    mean_a, mean_b = _blurred(a), _blurred(b)
    variance_a = _blurred(a * a) - mean_a**2
    variance_b = _blurred(b * b) - mean_b**2
    covariance = _blurred(a * b) - mean_a * mean_b
    alike = (2 * mean_a * mean_b + _C1) * (2 * covariance + _C2)
    whole = (mean_a**2 + mean_b**2 + _C1) * (variance_a + variance_b + _C2)
    return float((alike / whole).mean())


def _blurred(grey: np.ndarray) -> np.ndarray:
    return gaussian_filter(grey, _SIGMA, truncate=_REACH)
