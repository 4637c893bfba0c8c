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
