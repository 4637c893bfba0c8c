"""A stand-in for a predictor that knows bright ovals on dark ground, calibrated as models are. No torch."""

from dataclasses import dataclass, replace

import numpy as np

from engine.models import familiarity
from engine.models.card import ModelCard
from engine.models.familiarity import Detections
from engine.rendering.stream import RenderedBatch
from tests.conftest import ACTIONS, small_spec

SIDE, K = 64, 8
_BRIGHT = 150


@dataclass
class Spotter:
    """Its keypoints lie around what is bright, sharply where all of one oval is seen; its mask, if it moves pixels,
    covers just that."""

    card: ModelCard
    name: str = "spotter"
    looks: int = 0

    def detections(self, crops: np.ndarray) -> Detections:
        self.looks += len(crops)
        seen = [_seen(crop) for crop in crops]
        keypoints = np.array([points for points, _ in seen], np.float32)
        sure = np.array([[certainty] for _, certainty in seen], np.float32)
        peaks, widths = np.repeat(0.9 * sure + 0.01, K, 1), np.repeat(1 - 0.9 * sure, K, 1)
        deep = np.concatenate([sure, keypoints.mean((1, 2))[:, None], crops.mean((1, 2, 3))[:, None] / 255], 1)
        return Detections(keypoints, peaks, widths, deep.repeat(8, 1) * np.linspace(0.9, 1.1, 24))

    def render_frames(self, source: np.ndarray, source_keypoints: np.ndarray, keypoints: np.ndarray):
        kept = 0 if self.card.moves else 200  # where the figure is, and does not move
        mask = np.where(source.max(2) > _BRIGHT, kept, 255).astype(np.uint8)
        yield RenderedBatch(0, source[None], source[None], mask[None])


def spotter(translator: str = "moving") -> Spotter:
    """One that tells an oval that fills a picture well from an empty, a small, and a cut one."""
    card = ModelCard("spotter", small_spec(translator=translator).to_json(), ACTIONS, image_size=SIDE)
    one = Spotter(card)
    rng = np.random.default_rng(0)
    known = np.stack([picture(rng, SIDE, SIDE, [oval(rng, 0.5, 0.76, 0.06)]) for _ in range(160)])
    strange = [picture(rng, SIDE, SIDE, []) for _ in range(40)]
    strange += [picture(rng, SIDE, SIDE, [oval(rng, 0.5, 0.3, 0.25)]) for _ in range(40)]
    strange += [picture(rng, SIDE, SIDE, [oval(rng, rng.choice([0.1, 0.9]), 0.8, 0.05)]) for _ in range(40)]
    features = (familiarity.features(one, pictures) for pictures in (known, np.stack(strange)))
    return Spotter(replace(card, familiarity=familiarity.calibrate(*features, K)))


def oval(rng: np.random.Generator, middle: float, height: float, jitter: float) -> tuple[float, float, float]:
    """(x, y, height) in sides of a square picture."""
    return middle + rng.uniform(-jitter, jitter), 0.5 + rng.uniform(-jitter, jitter), height * rng.uniform(0.85, 1.15)


def picture(rng: np.random.Generator, width: int, height: int, ovals) -> np.ndarray:
    """uint8 [height, width, 3]: ovals (x, y, height) in heights of the picture, half as wide as high."""
    rows, columns = np.mgrid[0:height, 0:width] / height
    result = rng.uniform(20, 60, 3) + rng.normal(0, 3, (height, width, 3))
    for x, y, high in ovals:
        inside = ((columns - x) / (high / 4)) ** 2 + ((rows - y) / (high / 2)) ** 2 < 1
        result[inside] = 220
    return result.clip(0, 255).astype(np.uint8)


def _seen(crop: np.ndarray) -> tuple[np.ndarray, float]:
    """Keypoints [K, 2] around what is bright, and how sure they are."""
    bright = crop.max(2) > _BRIGHT
    if bright.sum() < 8:
        return np.zeros((K, 2)), 0.0
    rows, columns = (np.flatnonzero(bright.any(axis)) for axis in (1, 0))
    low, high = np.array([columns[0], rows[0]]), np.array([columns[-1], rows[-1]])
    angles = np.arange(K) / K * 2 * np.pi
    points = (low + high) / 2 + 0.85 * (high - low) / 2 * np.stack([np.cos(angles), np.sin(angles)], 1)
    cut = (low < 2).any() or (high > SIDE - 3).any()
    return points / (SIDE - 1) * 2 - 1, 0.2 if cut else 1.0
