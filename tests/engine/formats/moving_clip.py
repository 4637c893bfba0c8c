"""A clip with everything in it, made without a model: an ellipse sways over a textured background."""

from fractions import Fraction

import numpy as np
from PIL import Image

from engine.clip import Clip


def moving_clip(frames=32, size=64, keypoints=8, width=None, fps=Fraction(25)) -> Clip:
    rng = np.random.default_rng(1)
    width = width or size
    light = _smooth(rng.integers(60, 200, (5, 5), dtype=np.uint8), width, size)[..., None]
    tint = _smooth(rng.integers(80, 180, (3, 3, 3), dtype=np.uint8), width, size)
    background = light * 0.6 + tint * 0.4 + rng.normal(0, 2, (size, width, 3))
    y, x = np.mgrid[:size, :width]
    stripes = np.array([190.0, 110.0, 80.0]) * (0.7 + 0.3 * np.sin(y / 6))[..., None]
    pictures, masks = [], []
    for t in range(frames):
        centre = width / 2 + width * 0.1 * np.sin(t * 0.3)
        distance = ((x - centre) / (width * 0.16)) ** 2 + ((y - size / 2) / (size * 0.4)) ** 2
        kept = 1 / (1 + np.exp((1 - distance) * 8))
        masks.append(kept * 255)
        pictures.append(background * kept[..., None] + stripes * (1 - kept[..., None]))
    phase = rng.uniform(0, 6, keypoints)
    places = rng.uniform(-0.6, 0.6, (keypoints, 2))
    swing = np.sin(np.arange(frames)[:, None] * 0.3 + phase)[..., None] * (0.15, 0.08)
    moving = (places + swing).astype(np.float32)
    return Clip(
        frames=_bytes(pictures),
        synthesized=_bytes([stripes] * frames),
        mask=_bytes(masks),
        keypoints=moving,
        source_keypoints=places.astype(np.float32),
        source=_bytes([background])[0],
        action=np.array([0, 1, 0], np.float32),
        action_names=("tennis_serve", "squats", "golf_swing"),
        z=rng.standard_normal(16).astype(np.float32),
        seed=7,
        fps=fps,
        photo_name="sample é.png",
        model_name="people",
    )


def _smooth(coarse, width, height) -> np.ndarray:
    return np.asarray(Image.fromarray(coarse).resize((width, height), Image.Resampling.BICUBIC)).astype(float)


def _bytes(pictures) -> np.ndarray:
    return np.stack(pictures).round().clip(0, 255).astype(np.uint8)
