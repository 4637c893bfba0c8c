"""Scores of a clip against another: what is equal, what is known by hand, and what is worse."""

import cv2
import numpy as np
import pytest

from engine.scores import BEST_PSNR, amount_of_motion, keypoint_error, psnr, ssim


@pytest.fixture
def frames():
    return np.random.default_rng(0).integers(0, 256, (3, 32, 32, 3), np.uint8)


def test_equal_frames_are_as_good_as_can_be(frames):
    assert psnr(frames, frames) == pytest.approx([BEST_PSNR] * 3)
    assert ssim(frames, frames) == pytest.approx([1.0] * 3)


def test_psnr_of_a_known_error():
    black = np.zeros((2, 8, 8, 3), np.uint8)
    off = black.copy()
    off[1] = 16
    assert psnr(off, black) == pytest.approx([BEST_PSNR, 20 * np.log10(255 / 16)], abs=1e-4)


def test_ssim_of_flat_pictures_is_the_luminance_term():
    dark, light = np.full((1, 16, 16, 3), 50, np.uint8), np.full((1, 16, 16, 3), 100, np.uint8)
    c1 = (0.01 * 255) ** 2
    assert ssim(dark, light) == pytest.approx([(2 * 50 * 100 + c1) / (50**2 + 100**2 + c1)], abs=1e-4)


def test_more_noise_is_worse_by_both(frames):
    smooth = np.repeat(np.repeat(frames[:, ::8, ::8], 8, 1), 8, 2).astype(np.int16)
    noise = np.random.default_rng(1).normal(0, 1, smooth.shape)
    little, much = (np.clip(smooth + noise * sigma, 0, 255).astype(np.uint8) for sigma in (4, 30))
    truth = smooth.astype(np.uint8)
    assert (psnr(little, truth) > psnr(much, truth)).all()
    assert (ssim(little, truth) > ssim(much, truth)).all()


def test_keypoint_error_is_in_percent_of_the_side():
    truth = np.zeros((2, 5, 2), np.float32)
    moved = truth.copy()
    moved[1, :, 0] = 0.2  # a tenth of the side
    assert keypoint_error(moved, truth) == pytest.approx([0, 10])


def test_the_amount_of_motion_is_the_mean_length_of_the_ways():
    still = np.zeros((5, 2, 2), np.float32)
    assert amount_of_motion(still) == 0
    there_and_back = still.copy()
    there_and_back[2, 0, 1] = 0.4  # one of two keypoints goes a fifth of the side, and returns
    assert amount_of_motion(there_and_back) == pytest.approx(20)


def test_ssim_is_scikit_images(frames):
    metrics = pytest.importorskip("skimage.metrics")
    blurred = np.stack([cv2.GaussianBlur(frame, (0, 0), 2) for frame in frames])
    grey, truth = (clip @ np.array([0.299, 0.587, 0.114]) for clip in (blurred, frames))
    theirs = [
        metrics.structural_similarity(
            a, b, gaussian_weights=True, sigma=1.5, use_sample_covariance=False, data_range=255, full=True
        )[1].mean()
        for a, b in zip(grey, truth, strict=True)
    ]
    assert ssim(blurred, frames) == pytest.approx(theirs, abs=1e-4)
