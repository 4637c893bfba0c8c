"""Whether keypoints lie on the figure, and whether every part of it has one.

Parked keypoints in the background say nothing about motion, and a limb without any cannot be made to move.
"""

import cv2
import numpy as np

_MARGIN = 0.03  # of the side
_NEAR = 0.05


def on_figure(keypoints: np.ndarray, silhouettes: np.ndarray) -> np.ndarray:
    """bool [N, K]: keypoints [N, K, 2] in [-1, 1] inside silhouettes uint8 [N, S, S] grown by 3 % of the side."""
    side = silhouettes.shape[-1]
    reach = max(1, round(_MARGIN * side))
    disc = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * reach + 1, 2 * reach + 1))
    grown = np.stack([cv2.dilate(s, disc) > 127 for s in silhouettes])
    columns, rows = np.moveaxis(np.clip(np.rint((keypoints + 1) / 2 * (side - 1)), 0, side - 1).astype(int), -1, 0)
    return grown[np.arange(len(grown))[:, None], rows, columns]


def has_keypoint(keypoints: np.ndarray, joints: np.ndarray) -> np.ndarray:
    """bool [N, J]: joints [N, J, 2] with a keypoint of [N, K, 2] within 5 % of the side; both in [-1, 1]."""
    distances = np.linalg.norm(joints[:, :, None] - keypoints[:, None], axis=-1)
    return distances.min(2) <= 2 * _NEAR
