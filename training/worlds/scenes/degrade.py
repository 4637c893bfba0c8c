"""What a camera does to a picture: softness, vignette, sensor noise, JPEG. Knows nothing of what is filmed."""

from __future__ import annotations

import cv2
import numpy as np


def degraded(rng: np.random.Generator, frames: np.ndarray) -> np.ndarray:
    """Frames uint8 [T, S, S, 3] RGB as a modest camera would have stored them, in place and returned."""
    side = frames.shape[1]
    softness = rng.uniform(0, 0.0045) * side
    vignette, noise, grain = rng.uniform(0, 0.25), rng.uniform(0.5, 3.5), rng.integers(1 << 31)
    quality = int(rng.integers(78, 97))
    ramp = np.linspace(-1, 1, side, dtype=np.float32) ** 2
    shade = np.repeat((1 - vignette * (ramp[:, None] + ramp[None]) / 2)[..., None], 3, axis=2)
    # One sheet of grain, shifted at random from frame to frame: as lively as fresh noise, and much faster.
    sheet = np.random.default_rng(int(grain)).standard_normal((side + 64, side + 64, 3), np.float32) * np.float32(noise)
    shifts = rng.integers(0, 64, (len(frames), 2))
    for frame, (dy, dx) in zip(frames, shifts, strict=True):
        picture = cv2.GaussianBlur(frame, (0, 0), softness) if softness > 0.2 else frame
        picture = picture * shade + sheet[dy : dy + side, dx : dx + side]
        picture = np.clip(picture, 0, 255).astype(np.uint8)
        packed = cv2.imencode(".jpg", picture[..., ::-1], [cv2.IMWRITE_JPEG_QUALITY, quality])[1]
        stored = cv2.imdecode(packed, cv2.IMREAD_COLOR)
        assert stored is not None
        frame[:] = stored[..., ::-1]
    return frames


def photographed(rng: np.random.Generator, frames: np.ndarray) -> np.ndarray:
    """Frames uint8 [T, S, S, 3] RGB as some camera or phone would have stored them, in place and returned: white
    balance, contrast and saturation a little off, softness or sharpening, fine or blotchy noise, a vignette, JPEG."""
    side = frames.shape[1]
    tilt = 1 + rng.normal(0, 0.025, 3)
    contrast, saturation = rng.uniform(0.92, 1.22), rng.uniform(0.82, 1.25)
    lift = rng.uniform(0, 14) if rng.random() < 0.2 else 0.0
    softness = rng.uniform(0, 0.006) * side if rng.random() < 0.6 else 0.0
    crisp = rng.uniform(0.2, 0.9) if softness < 0.15 * side / 64 and rng.random() < 0.5 else 0.0
    noise = rng.uniform(0.4, 2.5) if rng.random() < 0.8 else rng.uniform(2.5, 6)
    vignette = rng.uniform(0, 0.22)
    quality = int(rng.integers(40, 75)) if rng.random() < 0.2 else int(rng.integers(75, 97))
    mix = saturation * np.eye(3) + (1 - saturation) * np.array([0.299, 0.587, 0.114])
    matrix = (contrast * tilt[:, None] * mix).astype(np.float32)
    offset = (1 - contrast) * 110 + lift
    ramp = np.linspace(-1, 1, side, dtype=np.float32) ** 2
    shade = np.repeat((1 - vignette * (ramp[:, None] + ramp[None]) / 2)[..., None], 3, axis=2)
    sheet = np.random.default_rng(int(rng.integers(1 << 31))).standard_normal((side + 64, side + 64, 3), np.float32)
    if rng.random() < 0.5:
        sheet = cv2.GaussianBlur(sheet, (0, 0), 0.8) * 1.6
    sheet *= np.float32(noise)
    shifts = rng.integers(0, 64, (len(frames), 2))
    for frame, (dy, dx) in zip(frames, shifts, strict=True):
        picture = cv2.GaussianBlur(frame, (0, 0), softness) if softness > 0.2 else frame
        picture = cv2.transform(picture.astype(np.float32), matrix)
        if crisp:
            picture = picture + np.float32(crisp) * (picture - cv2.GaussianBlur(picture, (0, 0), 0.9))
        picture = (picture + np.float32(offset)) * shade + sheet[dy : dy + side, dx : dx + side]
        picture = np.clip(picture, 0, 255).astype(np.uint8)
        packed = cv2.imencode(".jpg", picture[..., ::-1], [cv2.IMWRITE_JPEG_QUALITY, quality])[1]
        stored = cv2.imdecode(packed, cv2.IMREAD_COLOR)
        assert stored is not None
        frame[:] = stored[..., ::-1]
    return frames
