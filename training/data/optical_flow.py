"""How pictures of one clip move, as OpenCV estimates it from the pictures alone: dense inverse search (Kroeger et al.,
Fast Optical Flow using Dense Inverse Search, ECCV 2016). No labels, and right where both directions agree.
"""

from __future__ import annotations

import cv2
import numpy as np

_ALIKE, _ALIKE_SHARE = 0.5, 0.1  # pixels, and of how far a pixel moves, by which the two directions may differ


def flow(here: np.ndarray, there: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """How far the pixels of `here` have moved in `there`, both uint8 [S, S, 3].

    Returns (pixels x, y float32 [S, S, 2]; bool [S, S]: where the way there and the way back agree, and lead into the
    picture).
    """
    estimate = cv2.DISOpticalFlow.create(cv2.DISOPTICAL_FLOW_PRESET_MEDIUM)
    estimate.setFinestScale(0)
    grey = [cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY) for picture in (here, there)]
    no_guess = np.zeros((*grey[0].shape, 2), np.float32)
    forth = estimate.calc(grey[0], grey[1], no_guess.copy())
    back = estimate.calc(grey[1], grey[0], no_guess)
    side = len(here)
    rows, columns = np.mgrid[:side, :side].astype(np.float32)
    x, y = columns + forth[..., 0], rows + forth[..., 1]
    returned = forth + cv2.remap(back, x, y, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    far, apart = (np.linalg.norm(way, axis=-1) for way in (forth, returned))
    inside = (x >= 0) & (x <= side - 1) & (y >= 0) & (y <= side - 1)
    return forth, inside & (apart < _ALIKE + _ALIKE_SHARE * far)
