"""What was made of the photo that is open, kept while clips of it are made: the next frame of it costs a frame alone.

One source, and one crop of a photo at one size: another one takes its place. Everything kept is what would be computed
again, so it decides no bits of a clip.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import torch

from engine.media.photo import Crop, scaled_crop
from engine.pixels import from_bytes
from engine.rendering.renderer import Prepared, Renderer


class KeptPhoto:
    """Of one renderer. Use it from one thread at a time, as a `Predictor`."""

    def __init__(self, renderer: Renderer) -> None:
        self._renderer = renderer
        self._source: tuple[np.ndarray, np.ndarray, Prepared] | None = None
        self._sized: tuple[np.ndarray, Crop, int, Prepared, Any] | None = None

    def prepared(self, source: np.ndarray, source_keypoints: np.ndarray) -> Prepared:
        """What the renderer makes of a source uint8 [S, S, 3] and its keypoints [K, 2]."""
        if self._source is not None:
            known, known_keypoints, prepared = self._source
            same = source is known or np.array_equal(source, known)
            if same and np.array_equal(source_keypoints, known_keypoints):
                return prepared
        self._source = None  # let go of the old one first
        device = self._renderer.device
        points = torch.tensor(np.asarray(source_keypoints), dtype=torch.float32, device=device)
        prepared = self._renderer.prepare(from_bytes(source[None], device), points[None])
        self._source = source, source_keypoints, prepared
        return prepared

    def at_size(self, prepared: Prepared, photo: np.ndarray, crop: Crop, side: int) -> Any:
        """What the renderer's `full_size` needs of a photo uint8 [H, W, 3] whose crop has `side` pixels."""
        if self._sized is not None:
            *known, known_prepared, sized = self._sized
            if known[0] is photo and known[1:] == [crop, side] and known_prepared is prepared:
                return sized
        self._sized = None
        sized = self._renderer.at_size(prepared, scaled_crop(photo, crop, side))
        self._sized = photo, crop, side, prepared, sized
        return sized
