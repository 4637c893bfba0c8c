"""What was made of the photo that is open, kept while clips of it are made: the next frame of it costs a frame alone.

One source, and its crop at the two sizes used last: another one takes their place. Everything kept is what would be
computed again, so it decides no bits of a clip.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import torch

from engine.media.photo import Crop, scaled_crop
from engine.pixels import from_bytes
from engine.rendering.renderer import Prepared, Renderer
from engine.rendering.winograd import convolving

_SIZES = 2  # a clip's, and that of the one frame that is looked at closely


class KeptPhoto:
    """Of one renderer. Use it from one thread at a time, as a `Predictor`."""

    def __init__(self, renderer: Renderer) -> None:
        self._renderer = renderer
        self._source: tuple[np.ndarray, np.ndarray, bool, Prepared] | None = None
        self._sized: list[tuple[np.ndarray, Crop, int, Any]] = []  # of that source, the last used at the end

    def prepared(self, source: np.ndarray, source_keypoints: np.ndarray) -> Prepared:
        """What the renderer makes of a source uint8 [S, S, 3] and its keypoints [K, 2], by the convolutions that this
        thread uses."""
        convolutions = convolving()
        if self._source is not None:
            known, known_keypoints, known_convolutions, prepared = self._source
            same = source is known or np.array_equal(source, known)
            if same and convolutions == known_convolutions and np.array_equal(source_keypoints, known_keypoints):
                return prepared
        self._source, self._sized = None, []  # let go of the old one first
        device = self._renderer.device
        points = torch.tensor(np.asarray(source_keypoints), dtype=torch.float32, device=device)
        prepared = self._renderer.prepare(from_bytes(source[None], device), points[None])
        self._source = source, source_keypoints, convolutions, prepared
        return prepared

    def at_size(self, prepared: Prepared, photo: np.ndarray, crop: Crop, side: int) -> Any:
        """What the renderer's `full_size` needs of a photo uint8 [H, W, 3] whose crop has `side` pixels.

        prepared: what `prepared` gave last.
        """
        for kept in self._sized:
            if kept[0] is photo and kept[1:3] == (crop, side):
                self._sized.remove(kept)
                self._sized.append(kept)
                return kept[3]
        del self._sized[: len(self._sized) - _SIZES + 1]
        sized = self._renderer.at_size(prepared, scaled_crop(photo, crop, side))
        self._sized.append((photo, crop, side, sized))
        return sized
