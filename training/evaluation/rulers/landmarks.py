"""Keypoints against joints: how well a linear map takes unsupervised keypoints to the true joints (method, section 7).

The map is fitted on training clips and measured on held-out ones. Joints are used here and never in training.
"""

import numpy as np

_RIDGE = 1e-5  # only keeps keypoints that never move from making the system singular


def landmark_map(keypoints: np.ndarray, joints: np.ndarray, intercept: bool = True) -> np.ndarray:
    """Least-squares map float64 [2K (+ 1), 2J] from keypoints [N, K, 2] to joints [N, J, 2]."""
    inputs, targets = _inputs(keypoints, intercept), joints.reshape(len(joints), -1).astype(np.float64)
    penalty = _RIDGE * len(inputs) * np.eye(inputs.shape[1])
    if intercept:
        penalty[-1, -1] = 0
    return np.linalg.solve(inputs.T @ inputs + penalty, inputs.T @ targets)


def mapped(keypoints: np.ndarray, mapping: np.ndarray, n_joints: int) -> np.ndarray:
    """Joints float64 [N, J, 2] that a `landmark_map` makes of keypoints [N, K, 2]."""
    intercept = len(mapping) == keypoints[0].size + 1
    return (_inputs(keypoints, intercept) @ mapping).reshape(len(keypoints), n_joints, 2)


def distances_pct(first: np.ndarray, second: np.ndarray, side: int) -> np.ndarray:
    """Euclidean distances [...] of points [..., 2] in [-1, 1], in % of the side of a picture of `side` pixels."""
    half_side = (side - 1) / 2  # -1 and 1 are the centres of the outermost pixels
    return np.linalg.norm(first - second, axis=-1) * half_side / side * 100


def _inputs(keypoints: np.ndarray, intercept: bool) -> np.ndarray:
    flat = keypoints.reshape(len(keypoints), -1).astype(np.float64)
    return np.hstack([flat, np.ones((len(flat), 1))]) if intercept else flat
